// Whether this page can hear and be heard: each line of the check as words, and what to do
// where one fails. It knows nothing of the page.

import { Quiet } from "./microphone.js"

export const Mark = { waiting: "waiting", ok: "ok", warning: "warning", failed: "failed", skipped: "skipped" }

const stillMs = 3000 // without any sound the microphone is silent
const fastMs = 600 // of connection time; more is slow, slowMs very slow
const slowMs = 2000
const sentence = ["good", "morning", "officer"]

export class Readiness {
  lines = {
    secure: { mark: Mark.waiting },
    microphone: { mark: Mark.waiting },
    level: { mark: Mark.waiting },
    sentence: { mark: Mark.waiting },
    officer: { mark: Mark.waiting },
    connection: { mark: Mark.waiting },
  }
  heard = "" // what was heard of the sentence, last
  milliseconds = undefined // of connection time
  #world
  #told
  #quiet = new Quiet()
  #wrong = 0

  // world has secure, now and ping(), which is kept when the server answers; told hears
  // of each change.
  constructor({ world, told }) {
    this.#world = world
    this.#told = told
  }

  // passed says whether answers can be spoken.
  get passed() {
    const { secure, microphone, sentence: said } = this.lines
    return [secure, microphone].every(({ mark }) => mark === Mark.ok) && [Mark.ok, Mark.warning].includes(said.mark)
  }

  // begin looks at what needs nobody's permission.
  async begin() {
    this.#mark("secure", this.#world.secure ? Mark.ok : Mark.failed, this.#world.secure ? "" : "insecure")
    if (!this.#world.secure) for (const name of ["microphone", "level", "sentence"]) this.#mark(name, Mark.skipped)
    const from = this.#world.now()
    try {
      await this.#world.ping()
      this.#connected(this.#world.now() - from)
    } catch {
      this.#mark("connection", Mark.failed, "unreachable")
    }
  }

  // microphone says whether it opened: code names what was in the way.
  microphone(code) {
    this.#mark("microphone", code ? Mark.failed : Mark.ok, code)
    if (code) return
    this.#quiet = new Quiet()
    this.#mark("level", Mark.waiting, "")
  }

  // level is how loud it is.
  level(decibels, ms) {
    this.#quiet.hear(decibels, ms)
    if (this.lines.level.mark === Mark.ok) return
    if (this.#quiet.spoke) this.#mark("level", Mark.ok)
    else if (this.#quiet.silentMs >= stillMs) this.#mark("level", Mark.failed, "silent")
  }

  // unmeasured is said where the browser shows no level.
  unmeasured() {
    this.#mark("level", Mark.skipped)
  }

  // sentence takes what was heard of "Good morning, officer".
  sentence(text) {
    this.heard = text
    if (greets(text)) return this.#mark("sentence", Mark.ok)
    this.#wrong += 1
    this.#mark("sentence", Mark.warning, this.#wrong > 1 ? "wrong_twice" : "wrong")
  }

  // unheard says that nothing could be made of it.
  unheard(code) {
    this.heard = ""
    this.#wrong += 1
    this.#mark("sentence", Mark.failed, this.#wrong > 1 ? "wrong_twice" : code)
  }

  // officer says whether the applicant hears the officer; undefined where nothing speaks.
  officer(heard) {
    if (heard === undefined) return this.#mark("officer", Mark.skipped, "captions")
    this.#mark("officer", heard ? Mark.ok : Mark.warning, heard ? "" : "no_sound")
  }

  #connected(ms) {
    this.milliseconds = Math.round(ms)
    if (ms <= fastMs) return this.#mark("connection", Mark.ok)
    this.#mark("connection", ms <= slowMs ? Mark.warning : Mark.failed, "slow")
  }

  #mark(name, mark, remedy = "") {
    this.lines[name] = { mark, remedy }
    this.#told()
  }
}

// greets reports whether a text is about "Good morning, officer".
export function greets(text) {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  return sentence.filter((word) => words.includes(word)).length >= 2
}
