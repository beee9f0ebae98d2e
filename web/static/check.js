// The check before somebody speaks: the microphone, a sentence, the officer's sound and the
// connection, on the page.

import { makerOf } from "./browserear.js"
import { browser } from "./browser.js"
import { Readiness } from "./readiness.js"
import { ReadyView } from "./readyview.js"
import { say } from "./say.js"

const unheard = ["nothing_heard", "not_transcribed"] // the microphone is not at fault

export class Check {
  hearing = false // what is heard now is the sentence
  #voice
  #page
  #view
  #ready

  // voice has page, microphone, spoken, officer, sound(on), turn(), open(), told(), busy(),
  // and as they stand now engine, that hears on the server, or "", speakable and listing.
  constructor(voice) {
    this.#voice = voice
    this.#page = voice.page
    this.#view = new ReadyView(voice.page)
    const { allow, sentence, tryOfficer, officerHeard, officerSilent } = this.#page
    allow.addEventListener("click", () => this.#allow())
    sentence.addEventListener("click", () => this.#sentence())
    tryOfficer.addEventListener("click", () => this.#tryOfficer())
    officerHeard.addEventListener("click", () => this.#hears(true))
    officerSilent.addEventListener("click", () => this.#hears(false))
  }

  get shown() {
    return !this.#page.ready.hidden
  }

  begin() {
    this.#ready = new Readiness({ world: browser, told: () => this.#told() })
    this.#voice.officer.stop()
    this.#page.ready.hidden = false
    this.#page.where.textContent = this.#where()
    this.#view.begin()
    this.#ready.begin()
    this.#voice.busy()
    this.#voice.listing.then(() => this.#voice.speakable || this.#ready.officer(undefined))
    this.#voice.told()
  }

  end() {
    if (this.hearing) this.#voice.spoken.drop()
    this.hearing = false
    this.#page.ready.hidden = true
    this.#voice.microphone.rest()
  }

  // show draws the button of the sentence; listening and writing, while it is heard.
  show({ listening, writing }) {
    const { sentence } = this.#page
    sentence.textContent = listening ? say("room.live.stop") : say("room.live.ready.say")
    sentence.disabled = writing || !this.#voice.open() || this.#ready?.lines.microphone.mark !== "ok"
  }

  level(decibels, ms) {
    if (this.shown) this.#ready.level(decibels, ms)
  }

  // heard takes what was heard of the sentence.
  heard(text) {
    this.#voice.spoken.drop()
    this.hearing = false
    this.#ready.sentence(text)
  }

  failed(code) {
    this.hearing = false
    if (unheard.includes(code)) this.#ready.unheard(code)
    else if (code.startsWith("audio_")) this.#ready.unheard("not_transcribed")
    else this.#ready.microphone(code)
  }

  #told() {
    this.#view.show(this.#ready)
    this.#voice.told()
  }

  #where() {
    const { engine } = this.#voice
    if (engine) return say("room.live.ready.where.server", { engine })
    const maker = makerOf(navigator.userAgent)
    return maker ? say("room.live.ready.where.maker", { maker }) : say("room.live.ready.where.browser")
  }

  async #allow() {
    try {
      await this.#voice.microphone.open()
      this.#ready.microphone("")
      if (!this.#voice.engine) this.#unmeasured()
      this.#page.sentence.focus()
    } catch (err) {
      this.#ready.microphone(err.code ?? "busy")
    }
  }

  // unmeasured gives the microphone to the browser's recognition, which shows no level.
  #unmeasured() {
    this.#voice.microphone.close()
    this.#ready.unmeasured()
  }

  // sentence hears the sentence; a second tap stops.
  #sentence() {
    if (this.hearing) return this.#voice.spoken.stop()
    if (!this.#voice.open()) return this.#ready.unheard("turn")
    this.hearing = true
    this.#voice.officer.stop()
    return this.#voice.spoken.speak(this.#voice.turn())
  }

  #tryOfficer() {
    this.#voice.officer.again()
    this.#page.heardOfficer.hidden = false
  }

  #hears(yes) {
    this.#voice.sound(yes)
    this.#ready.officer(yes)
  }
}
