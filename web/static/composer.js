// The field an answer is written in. Its text is kept in the browser at each key,
// and is never lost before the server has the answer.

export const longestAnswer = 8000 // letters, as the server takes them
const wordsASecond = 2.25 // spoken; our working figure for a time hint

export class Composer {
  #form
  #field
  #hint
  #button
  #kept
  #send

  // kept is a Store; send takes a text and reports whether it was taken.
  constructor({ form, kept, send }) {
    this.#form = form
    this.#field = form.elements.answer
    this.#hint = form.querySelector("[data-hint]")
    this.#button = form.querySelector("[type=submit]")
    this.#kept = kept
    this.#send = send
    this.#field.value = kept.get("draft")
    this.#listen()
    this.#count()
  }

  // ready says whether it is the applicant's turn; writing is always possible.
  ready(yes) {
    this.#button.disabled = !yes
  }

  focus() {
    this.#field.focus({ preventScroll: true })
  }

  // restore puts an answer back that the server did not take.
  restore(text) {
    this.#write([text, this.#field.value].filter(Boolean).join("\n"))
  }

  #listen() {
    this.#field.addEventListener("input", () => this.#keep())
    this.#field.addEventListener("keydown", (event) => this.#key(event))
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#submit()
    })
  }

  #key(event) {
    if (event.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    this.#submit()
  }

  #submit() {
    const text = this.#field.value.trim()
    if (this.#button.disabled || !sendable(text)) return this.focus()
    if (this.#send(text)) this.#write("")
  }

  #write(text) {
    this.#field.value = text
    this.#keep()
  }

  #keep() {
    this.#kept.set("draft", this.#field.value)
    this.#count()
  }

  #count() {
    this.#hint.textContent = hint(this.#field.value)
  }
}

// sendable reports whether the server would take the text.
export function sendable(text) {
  return text !== "" && lengthOf(text) <= longestAnswer
}

// hint says how long an answer is, without judging it.
export function hint(text) {
  const over = lengthOf(text) - longestAnswer
  if (over > 0) return `${over} letters more than can be sent`
  const words = text.match(/\S+/g)?.length ?? 0
  if (words === 0) return ""
  return `${words} ${words === 1 ? "word" : "words"}, about ${Math.max(1, Math.round(words / wordsASecond))} s spoken`
}

// lengthOf counts code points, as the server does.
function lengthOf(text) {
  let n = 0
  for (const _ of text) n += 1
  return n
}
