// What the room shows: what was said, the time, and the slip at the end.
// Everything goes in as text, never as markup: a person or a model wrote it.

import { inEnglish, inPage, say } from "./say.js"

const secondMs = 1000
const askAfterMs = 13 * 60 * secondMs // idling ends the interview after 15 minutes

// Captions are the officer's line on the glass and the list of all that was said.
export class Captions {
  #list
  #line
  #ears
  #answers = new Map() // by turn
  #cuts = new Map() // by turn: where the officer cut in
  #tries = new Map() // by turn: the turn it tries again
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
    for (const kept of [this.#answers, this.#cuts, this.#tries]) kept.clear()
  }

  officer({ turn, text, repeated, again }) {
    this.#speak(text)
    if (repeated) return
    this.#add("officer", text).dataset.turn = turn
    if (again) this.#retry(turn, again)
  }

  // interrupt shows the officer cutting in after so many words of the answer.
  interrupt({ turn, text, words }) {
    this.#speak(text)
    const item = this.#add("officer", text)
    item.classList.add("said--cut")
    item.querySelector(".said__who").textContent = say("room.live.who.cuts_in")
    this.#cuts.set(turn, { item, words })
    const answer = this.#answers.get(turn)
    if (answer && !answer.spoken) fade(answer.item, words)
  }

  // putOff takes back the lines after a turn that is tried again.
  putOff(turn) {
    this.#list.querySelector(".said__again")?.remove()
    for (const item of [...this.#list.children]) if (Number(item.dataset.turn) > turn) item.remove()
  }

  // delta grows the line while a model words it, for the eye only.
  delta(turn, text) {
    if (this.#passing.turn !== turn) this.#passing = { turn, text: "" }
    this.#passing.text += text
    this.#line.setAttribute("aria-hidden", "true")
    this.#line.textContent = this.#passing.text
  }

  // applicant shows an answer. One sent again takes the place of what stands there,
  // which comes back if the server refuses it. A spoken one was heard to its end.
  applicant({ turn, text, sent, spoken }) {
    const before = this.#answers.get(turn)
    const cut = this.#cuts.get(turn)
    const item = this.#add("applicant", text)
    if (cut && !spoken) fade(item, cut.words)
    cut?.item.before(item)
    item.append(element("span", "said__mark", sent ? say("room.live.mark.sent") : say("room.live.mark.sending")))
    before?.item.replaceWith(item)
    this.#answers.set(turn, { item, sent, spoken, before: before?.sent ? before : undefined })
    this.#toEnd()
  }

  acknowledge(turn) {
    const answer = this.#answers.get(turn)
    if (!answer) return
    answer.sent = true
    answer.item.querySelector(".said__mark").textContent = say("room.live.mark.sent")
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

  // coach shows a note under its answer. Only the last answer can be tried again.
  coach(turn, findings) {
    this.#list.querySelector(".said__again")?.remove()
    if (findings.length === 0) return
    const item = this.#add("coach", coaching(findings))
    const again = element("button", "button said__again", say("room.live.again"))
    again.type = "button"
    again.dataset.again = turn
    item.append(again)
    this.#answers.get(turn)?.item.after(item)
    this.#toEnd()
    this.tell(coaching(findings), say("room.live.who.coach"))
  }

  // tell reads a line out, after who says it where that is not the officer.
  tell(text, who = "") {
    const line = element("p")
    if (who) line.append(element("span", "", who), " ")
    line.append(inEnglish(element("span", "", text)))
    this.#ears.append(line)
  }

  // retriable says whether the last answer can be tried again now.
  retriable(yes) {
    const button = this.#list.querySelector(".said__again")
    if (button) button.disabled = !yes
  }

  // retry marks the earlier tries of a question.
  #retry(turn, first) {
    for (const [tried, { item }] of this.#answers) {
      if (tried !== first && this.#tries.get(tried) !== first) continue
      item.classList.add("said--retried")
      item.querySelector(".said__mark").textContent = say("room.live.mark.tried_again")
    }
    this.#tries.set(turn, first)
  }

  #speak(text) {
    this.#passing = { turn: 0, text: "" }
    this.#line.removeAttribute("aria-hidden")
    this.#line.textContent = text
  }

  #add(speaker, text) {
    const item = element("li", `said said--${speaker}`)
    item.append(element("span", "said__who", say(`room.live.who.${speaker}`)), inEnglish(element("span", "said__text", text)))
    this.#list.append(item)
    this.#toEnd()
    return item
  }

  // toEnd shows the last of the list; a coach's note from its beginning.
  #toEnd() {
    const note = this.#list.querySelector(".said--coach:nth-last-child(-n + 2)")
    this.#list.scrollTop = note ? note.offsetTop - this.#list.offsetTop : this.#list.scrollHeight
  }
}

// heard parts an answer after so many words.
export function heard(text, words) {
  const before = text.match(new RegExp(`^\\s*(?:\\S+\\s+){${words - 1}}\\S+`))?.[0] ?? text
  return [before, text.slice(before.length)]
}

// fade greys what the officer did not hear of an answer.
function fade(item, words) {
  const said = item.querySelector(".said__text")
  const [before, after] = heard(said.textContent, words)
  if (after === "") return
  const grey = element("span", "said__unheard", after)
  grey.prepend(inPage(element("span", "for-ears", ` ${say("room.live.unheard")} `)))
  said.replaceChildren(before, grey)
}

// coaching says what to work on in an answer, and nothing else.
export function coaching(findings) {
  const faults = findings.filter(({ severity }) => severity !== "note")
  return faults.map(({ reason }) => reason).join(" ") || say("room.live.nothing_to_fix")
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
  #resting = false

  constructor(button, elapsedSeconds) {
    this.#button = button
    this.#face = button.querySelector("[data-face]")
    this.#begun = Date.now() - elapsedSeconds * secondMs
    button.addEventListener("click", () => this.#toggle())
    setInterval(() => this.#tick(), secondMs)
    this.#tick()
  }

  // rest hides the time from who takes a moment.
  rest(yes) {
    this.#resting = yes
    this.#tick()
  }

  #toggle() {
    this.#hidden = !this.#hidden
    this.#button.setAttribute("aria-pressed", String(this.#hidden))
    this.#tick()
  }

  #tick() {
    this.#face.textContent = this.#hidden || this.#resting ? say("room.live.time") : clockText((Date.now() - this.#begun) / secondMs)
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

// WordList shows what officers' words mean: those of the line that stands first, then all
// others.
export class WordList {
  #here
  #entries

  // here is the box for the words of the line, all the <dl> of all words.
  constructor(here, all) {
    this.#here = here
    this.#entries = [...all.children].map((entry) => ({ entry, all, forms: entry.dataset.forms.split("|") }))
  }

  show(line) {
    const list = this.#here.querySelector("dl")
    for (const { entry, all, forms } of this.#entries) (says(line, forms) ? list : all).append(entry)
    this.#here.hidden = list.children.length === 0
  }
}

// says reports whether a line holds one of the words, whole.
export function says(line, forms) {
  const words = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "iu").test(line)
}

// headline says decision and ground in words.
export function headline({ decision, ground }) {
  const decided = say(`room.live.decision.${decision}`)
  return ground ? say("room.live.decision_ground", { decision: decided, ground }) : decided
}

// fillSlip writes the outcome into the slip and shows it. What it would mean stands there
// already, for each outcome.
export function fillSlip(slip, outcome) {
  slip.querySelector("[data-decision]").textContent = headline(outcome)
  slip.querySelector("[data-said]").textContent = outcome.line ?? ""
  const next = (outcome.next ?? []).map((sentence) => element("li", "", sentence))
  inEnglish(slip.querySelector("[data-next]")).replaceChildren(...next)
  for (const meaning of slip.querySelectorAll("[data-meaning]")) meaning.hidden = meaning.dataset.meaning !== outcomeKey(outcome)
  slip.hidden = false
}

const outcomeKey = ({ decision, ground = "" }) => `${decision} ${ground}`.trim()

// reasonsOf are what an outcome rests on, each once, with the turn that shows it.
export function reasonsOf({ outcome, turns = [] }) {
  const found = (outcome?.because ?? []).map(({ turn, finding }) => ({ turn, reason: turns.find(({ n }) => n === turn)?.findings?.[finding]?.reason }))
  return found.filter(({ reason }, i) => reason && found.findIndex((other) => other.reason === reason) === i)
}

// fillReasons writes them into the slip; page is the transcript, where the turns are.
export function fillReasons(slip, transcript, page) {
  const box = slip.querySelector("[data-because]")
  const reasons = reasonsOf(transcript).map(({ turn, reason }) => {
    const link = element("a", "", say("room.live.turn", { turn }))
    link.href = `${page}#t${turn}`
    const item = element("li", "", `${reason} `)
    item.append(inPage(link))
    return item
  })
  inEnglish(box.querySelector("ul")).replaceChildren(...reasons)
  box.hidden = reasons.length === 0
}
