// What the room shows: what was said, the time, and the slip at the end.
// Everything goes in as text, never as markup: a person or a model wrote it.

const secondMs = 1000
const askAfterMs = 13 * 60 * secondMs // idling ends the interview after 15 minutes

const names = { officer: "Officer", applicant: "You", coach: "Coach" }

// Captions are the officer's line on the glass and the list of all that was said.
export class Captions {
  #list
  #line
  #ears
  #answers = new Map() // by turn
  #passing = { turn: 0, text: "" }

  // list is the <ol>, line the officer's line on the glass, ears the hidden region
  // that is read out.
  constructor({ list, line, ears }) {
    this.#list = list
    this.#line = line
    this.#ears = ears
  }

  clear() {
    this.#list.replaceChildren()
    this.#answers.clear()
  }

  officer({ text, kind, again }) {
    this.#passing = { turn: 0, text: "" }
    this.#line.removeAttribute("aria-hidden")
    this.#line.textContent = text
    if (again) return
    const item = this.#add("officer", text)
    if (kind === "interrupt") item.classList.add("said--cut")
  }

  // delta grows the line while a model words it, for the eye only.
  delta(turn, text) {
    if (this.#passing.turn !== turn) this.#passing = { turn, text: "" }
    this.#passing.text += text
    this.#line.setAttribute("aria-hidden", "true")
    this.#line.textContent = this.#passing.text
  }

  // applicant shows an answer. One sent again takes the place of what stands there,
  // which comes back if the server refuses it.
  applicant({ turn, text, sent }) {
    const before = this.#answers.get(turn)
    const item = this.#add("applicant", text)
    item.append(element("span", "said__mark", sent ? "Sent" : "Sending"))
    before?.item.replaceWith(item)
    this.#answers.set(turn, { item, sent, before: before?.sent ? before : undefined })
  }

  acknowledge(turn) {
    const answer = this.#answers.get(turn)
    if (!answer) return
    answer.sent = true
    answer.item.querySelector(".said__mark").textContent = "Sent"
  }

  withdraw(turn) {
    const { item, before } = this.#answers.get(turn) ?? {}
    if (before) {
      item.replaceWith(before.item)
      this.#answers.set(turn, before)
    } else {
      item?.remove()
      this.#answers.delete(turn)
    }
  }

  coach(turn, findings) {
    if (findings.length === 0) return
    this.#add("coach", coaching(findings))
    this.tell(`Coach: ${coaching(findings)}`)
  }

  tell(text) {
    this.#ears.append(element("p", "", text))
  }

  #add(speaker, text) {
    const item = element("li", `said said--${speaker}`)
    item.append(element("span", "said__who", names[speaker]), element("span", "said__text", text))
    this.#list.append(item)
    this.#list.scrollTop = this.#list.scrollHeight
    return item
  }
}

// coaching says what to work on in an answer, and nothing else.
export function coaching(findings) {
  const faults = findings.filter(({ severity }) => severity !== "note")
  return faults.map(({ reason }) => reason).join(" ") || "Nothing to fix."
}

// element makes an element with a class and a text.
export function element(name, className, text = "") {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = text
  return made
}

// clockText writes seconds as minutes and seconds: 72 is "1:12".
export function clockText(seconds) {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

// Clock shows the time that has passed on a button that hides it.
export class Clock {
  #button
  #face
  #begun
  #hidden = false

  constructor(button, elapsedSeconds) {
    this.#button = button
    this.#face = button.querySelector("[data-face]")
    this.#begun = Date.now() - elapsedSeconds * secondMs
    button.addEventListener("click", () => this.#toggle())
    setInterval(() => this.#tick(), secondMs)
    this.#tick()
  }

  #toggle() {
    this.#hidden = !this.#hidden
    this.#button.setAttribute("aria-pressed", String(this.#hidden))
    this.#tick()
  }

  #tick() {
    this.#face.textContent = this.#hidden ? "Time" : clockText((Date.now() - this.#begun) / secondMs)
  }
}

// IdleWatch asks whether anybody is there, two minutes before idling ends the
// interview.
export class IdleWatch {
  #ask
  #timer

  constructor(ask) {
    this.#ask = ask
  }

  start() {
    this.stop()
    this.#timer = setTimeout(() => this.#ask(true), askAfterMs)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#ask(false)
  }
}

const decisions = {
  issued: "Approved",
  refused: "Refused",
  stopped: "Stopped for advice",
}

// headline says decision and ground in words.
export function headline({ decision, ground }) {
  return [decisions[decision] ?? decision, ground].filter(Boolean).join(", ")
}

// fillSlip writes the outcome into the slip and shows it.
export function fillSlip(slip, outcome) {
  slip.querySelector("[data-decision]").textContent = headline(outcome)
  slip.querySelector("[data-said]").textContent = outcome.line ?? ""
  const next = (outcome.next ?? []).map((sentence) => element("li", "", sentence))
  slip.querySelector("[data-next]").replaceChildren(...next)
  slip.hidden = false
}
