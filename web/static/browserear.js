// The browser's own recognition, where this server has none. Its maker may receive the
// sound, so the page asks first. What it hears is a rough draft.

import { guessDoubts } from "./doubts.js"
import { newID } from "./kept.js"
import { Fault } from "./microphone.js"

const lateMs = 5000 // some browsers never say that they have begun, or ended

// faults are ours for the browser's.
const faults = { "not-allowed": "blocked", "service-not-allowed": "blocked", "audio-capture": "missing", "no-speech": "nothing_heard" }

// makers are whom a browser's recognition belongs to, by a word of its name.
const makers = [
  [/Edg/, "Microsoft"],
  [/Chrome|CriOS/, "Google"],
  [/Safari/, "Apple"],
]

// makerOf names who may receive the sound; "" when the browser does not tell.
export function makerOf(userAgent) {
  return makers.find(([word]) => word.test(userAgent))?.[1] ?? ""
}

// BrowserEar hears as a ServerEar does.
export class BrowserEar {
  #world
  #told
  #recognition
  #texts = []
  #begun = 0
  #ended = 0
  #timer

  // world has Recognition, now, setTimeout and clearTimeout.
  constructor({ world, told }) {
    this.#world = world
    this.#told = told
  }

  listen() {
    const recognition = new this.#world.Recognition()
    this.#recognition = recognition
    this.#texts = []
    this.#ended = 0
    Object.assign(recognition, { lang: "en-US", continuous: true, interimResults: false, maxAlternatives: 1 })
    const mine = (act) => (event) => recognition === this.#recognition && act(event)
    recognition.onresult = mine((event) => this.#take(event))
    recognition.onend = mine(() => this.#finish())
    return new Promise((begun, failed) => {
      recognition.onstart = mine(() => begun((this.#begun = this.#world.now())))
      recognition.onerror = mine(({ error }) => {
        const code = faults[error] ?? "not_transcribed"
        if (this.#begun === 0) failed(new Fault(code))
        else if (error !== "aborted") this.#fail(code)
      })
      this.#begun = 0
      this.#timer = this.#world.setTimeout(() => failed(new Fault("not_transcribed")), lateMs)
      recognition.start()
    }).finally(() => this.#world.clearTimeout(this.#timer))
  }

  stop() {
    this.#ended = this.#world.now()
    this.#timer = this.#world.setTimeout(() => this.#finish(), lateMs)
    this.#recognition?.stop()
  }

  drop() {
    const recognition = this.#recognition
    this.#forget()
    recognition?.abort()
  }

  receive() {
    return false // the server tells nothing of it
  }

  resume() {} // nothing of it goes over the connection

  #take({ results, resultIndex }) {
    for (let i = resultIndex; i < results.length; i += 1) if (results[i].isFinal) this.#texts.push(results[i][0].transcript.trim())
  }

  #finish() {
    const text = this.#texts.join(" ").trim()
    if (text === "") return this.#fail("nothing_heard")
    const seconds = ((this.#ended || this.#world.now()) - this.#begun) / 1000
    this.#forget()
    this.#told.heard({ id: newID(), text, seconds, confirm: true, doubtful: guessDoubts(text) })
  }

  #fail(code) {
    const recognition = this.#recognition
    this.#forget()
    recognition?.abort()
    this.#told.failed(code)
  }

  #forget() {
    this.#world.clearTimeout(this.#timer)
    this.#recognition = undefined
  }
}
