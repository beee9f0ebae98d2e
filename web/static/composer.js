// The field an answer is written in. Its text is kept in the browser at each key,
// and is never lost before the server has the answer.

import { say } from "./say.js"

export const longestAnswer = 8000 // letters, as the server takes them
const wordsASecond = 2.25 // spoken; our working figure for a time hint
const beatMs = 2500 // between two counts of words: the server heeds one in 2 s

export class Composer {
  #form
  #field
  #hint
  #button
  #kept
  #send
  #wrote
  #private = false

  // kept is a Store; send takes a text and reports whether it was taken; wrote takes
  // the number of words at each key.
  constructor({ form, kept, send, wrote }) {
    this.#form = form
    this.#field = form.elements.answer
    this.#hint = form.querySelector("[data-hint]")
    this.#button = form.querySelector("[type=submit]")
    this.#kept = kept
    this.#send = send
    this.#wrote = wrote
    this.#field.value = kept.get("draft")
    this.#listen()
    this.#count()
  }

  // ready says whether it is the applicant's turn; writing is always possible.
  ready(yes) {
    this.#button.disabled = !yes
  }

  // private says whether nobody keeps the answer: then this browser does not either.
  private(yes) {
    if (yes === this.#private) return
    this.#private = yes
    this.#keep()
  }

  // take empties the field and returns what was written, if it can be sent.
  take() {
    const text = this.#field.value.trim()
    if (!sendable(text)) return ""
    this.#write("")
    return text
  }

  focus() {
    this.#field.focus({ preventScroll: true })
  }

  // restore puts an answer back that the server did not take.
  restore(text) {
    this.#write([text, this.#field.value].filter(Boolean).join("\n"))
  }

  #listen() {
    this.#field.addEventListener("input", () => this.#typed())
    this.#field.addEventListener("keydown", (event) => this.#key(event))
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#submit()
    })
  }

  #typed() {
    this.#keep()
    this.#wrote(wordsOf(this.#field.value))
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
    this.#kept.set("draft", this.#private ? "" : this.#field.value)
    this.#count()
  }

  #count() {
    this.#hint.textContent = hint(this.#field.value)
  }
}

// Pulse tells how many words are written, at once and then now and again while they
// change.
export class Pulse {
  #world
  #tell
  #timer
  #words = 0
  #told = 0

  constructor({ world, tell }) {
    this.#world = world
    this.#tell = tell
  }

  beat(words) {
    this.#words = words
    if (words === 0) this.#told = 0
    if (this.#timer === undefined) this.#next()
  }

  #next() {
    this.#timer = undefined
    if (this.#words === this.#told || this.#words === 0) return
    this.#told = this.#words
    this.#tell(this.#words)
    this.#timer = this.#world.setTimeout(() => this.#next(), beatMs)
  }
}

// sendable reports whether the server would take the text.
export function sendable(text) {
  return text !== "" && lengthOf(text) <= longestAnswer
}

// hint says how long an answer is, without judging it.
export function hint(text) {
  const over = lengthOf(text) - longestAnswer
  if (over > 0) return say("room.live.hint.over", { n: over })
  const words = wordsOf(text)
  if (words === 0) return ""
  return say("room.live.hint.words", { n: words, seconds: Math.max(1, Math.round(words / wordsASecond)) })
}

function wordsOf(text) {
  return text.match(/\S+/g)?.length ?? 0
}

// lengthOf counts code points, as the server does.
function lengthOf(text) {
  let n = 0
  for (const _ of text) n += 1
  return n
}
