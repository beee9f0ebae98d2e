// Voice in the interview room: answers that are spoken, lines that are heard. The room
// loads it when somebody wants it, and goes on without it at any moment.

import { browser, fetchSound, lean } from "./browser.js"
import { BrowserEar } from "./browserear.js"
import { Check } from "./check.js"
import { guessDoubts } from "./doubts.js"
import { Microphone, Quiet } from "./microphone.js"
import { ServerEar, kindFor } from "./recording.js"
import { AudioPlayer, BrowserSpeech, Officer, voicesOf } from "./sound.js"
import { Spoken, Step } from "./spoken.js"
import { SpokenView } from "./spokenview.js"
import { say } from "./say.js"

export class Voice {
  #room
  #page
  #choices
  #offer
  #microphone = new Microphone({ world: browser, listen: (level, ms) => this.#level(level, ms) })
  #ear
  #spoken
  #view
  #check
  #correcting // what was heard of the answer that is being corrected
  #officer
  #voices = []
  #listing // kept when the voices are known
  #line
  #played

  // room has page, the parts; connection; choices, a Store; address(turn) of a line's
  // sound; turn() and open(), the turn and whether it takes a spoken answer now;
  // coached(); busy(), which tells the officer; send(answer), correct(text), tell(code), focus() and told().
  constructor(room, offer) {
    this.#room = room
    this.#page = room.page
    this.#choices = room.choices
    this.#offer = offer
    this.#officer = this.#makeOfficer()
    this.#ear = this.#makeEar()
    this.#spoken = this.#makeSpoken()
    this.#view = new SpokenView(this.#page, this.#spoken)
    this.#settings()
    this.#check = new Check(this.#checked())
    this.#buttons()
    this.#watch()
    this.offered(offer)
    this.#officer.want(this.#choices.get("sound") === "on")
  }

  // words put into words what voice is about; "" when nothing.
  get words() {
    if (this.#spoken.busy) return say(`room.live.voice.${this.#spoken.step}`)
    return this.#officer.speaking ? say("room.live.speaks") : ""
  }

  // speakable says whether anything here can speak.
  get #speakable() {
    return Boolean(this.#offer.speaks) || this.#voices.length > 0
  }

  // measured says whether it is known how loud and how sure an answer is.
  get #measured() {
    return this.#ear instanceof ServerEar
  }

  get wanted() {
    return this.#choices.get("voice") === "on"
  }

  // offered takes what the server offers of voice, with each welcome.
  offered(offer) {
    this.#offer = offer
    if (this.#check.shown) this.#room.busy()
    this.#officer.offered(Boolean(offer.speaks))
    this.#ear.resume()
    this.show()
  }

  // receive reports whether an event was voice's.
  receive(event) {
    return ["heard", "error"].includes(event.type) && this.#ear.receive(event)
  }

  // line takes the officer's last line; it is said once, also when it is drawn again.
  line(line, open) {
    if (line === this.#line) return
    this.#line = line
    const key = `${line.turn} ${line.text}`
    if (open && key !== this.#played) this.#officer.say({ turn: line.turn || "decision", text: line.text })
    this.#played = key
    this.show()
  }

  // repeated lets a line be said again that was said before.
  repeated() {
    this.#played = undefined
  }

  // turned drops what was said to another turn.
  turned() {
    this.#correcting = undefined
    if (this.#check.shown) this.#room.busy()
    if (!this.#check.hearing) this.#spoken.drop()
  }

  // cut ends the recording the officer cut in on; it reports whether there was one.
  cut() {
    if (!this.#spoken.busy || this.#check.hearing) return false
    this.#spoken.stop()
    return true
  }

  // speak is the tap on Speak: the second one stops.
  speak() {
    if (this.#spoken.step === Step.listening || this.#spoken.step === Step.opening) return this.#spoken.stop()
    if (!this.wanted) return this.#check.begin()
    this.#officer.stop()
    this.#room.tell("")
    return this.#spoken.speak(this.#room.turn())
  }

  // ask shows an answer again that the server wants to be looked at.
  ask(answer) {
    this.#spoken.ask({ ...answer, id: answer.voice.id, confirm: true, doubtful: guessDoubts(answer.text) })
  }

  // spokenOf is how a corrected answer was heard, for the answer that is sent now.
  spokenOf(turn) {
    const heard = this.#correcting
    this.#correcting = undefined
    return heard?.turn === turn ? { seconds: heard.seconds, voice: { id: heard.id, checked: true } } : {}
  }

  // typed drops a recording for an answer that is typed.
  typed() {
    this.#spoken.drop()
    this.#officer.stop()
  }

  // close gives the microphone back.
  close() {
    this.#spoken.drop()
    this.#check.end()
    this.#microphone.close()
  }

  // focus goes to Speak where answers are spoken; it reports whether it did.
  focus() {
    if (!this.wanted || this.#page.speak.hidden) return false
    this.#page.speak.focus({ preventScroll: true })
    return true
  }

  // show draws all of it.
  show() {
    const { page } = this.#room
    const open = this.#room.open()
    page.speak.textContent = this.#spoken.step === Step.listening ? say("room.live.stop") : say("room.live.speak")
    page.speak.disabled = !open || this.#spoken.step === Step.writing
    page.composer.hidden = this.#check.shown || this.#spoken.step === Step.check
    page.voicing.hidden = !this.wanted && !this.#officer.on
    page.sendsItself.hidden = this.#room.coached() || !this.#measured
    page.handsFree.closest("p").hidden = !this.#measured
    page.play.hidden = !this.#officer.playable || !this.#speakable
    page.lean.hidden = !(this.#officer.on && this.#offer.speaks && lean(this.#room.connection))
    this.#check.show({ listening: this.#spoken.step === Step.listening, writing: this.#spoken.step === Step.writing })
    page.sound.setAttribute("aria-checked", String(this.#officer.on))
    page.sound.querySelector("[data-state]").textContent = this.#officer.on ? say("room.live.sound.heard") : say("room.live.sound.muted")
    this.#view.show(this.#check.hearing)
  }

  // sound turns the officer's sound on and off; a tap on it says the line that stands.
  sound() {
    this.#sound(!this.#officer.on)
    if (this.#officer.on) this.#officer.again()
  }

  // play says the last line again.
  play() {
    this.#spoken.drop()
    this.#officer.again()
  }

  #sound(on) {
    this.#choices.set("sound", on ? "on" : "")
    this.#officer.want(on)
  }

  // checked is what the check needs of voice.
  #checked() {
    const voice = this
    return {
      page: this.#page,
      microphone: this.#microphone,
      spoken: this.#spoken,
      officer: this.#officer,
      listing: this.#listing,
      sound: (on) => this.#sound(on),
      turn: this.#room.turn,
      open: this.#room.open,
      told: () => this.#room.told(),
      busy: () => this.#room.busy(),
      get engine() {
        return voice.#measured ? voice.#offer.hears.engine : ""
      },
      get speakable() {
        return voice.#speakable
      },
    }
  }

  #makeOfficer() {
    const speech = async () => {
      const chosen = this.#voices.find(({ name }) => name === this.#choices.get("officer")) ?? this.#voices[0]
      return chosen && new BrowserSpeech(browser, chosen)
    }
    const world = {
      ...browser,
      fetch: (turn, signal) => fetchSound(this.#room.address(turn), signal),
      player: (sound) => new AudioPlayer(sound),
      speech,
      lean: () => lean(this.#room.connection),
    }
    return new Officer({ world, told: () => this.#room.told() })
  }

  #makeEar() {
    const told = { heard: (event) => this.#heard(event), failed: (code) => this.#failed(code) }
    const { hears } = this.#offer
    if (!hears || !kindFor(browser.Recorder, hears.formats)) return new BrowserEar({ world: browser, told })
    return new ServerEar({ world: browser, microphone: this.#microphone, connection: this.#room.connection, limits: hears, told })
  }

  #makeSpoken() {
    const voice = this
    const choices = {
      get handsFree() {
        return voice.#check.hearing || voice.#choices.get("hands_free") === "on"
      },
      get sendsItself() {
        return !voice.#check.hearing && !voice.#room.coached() && voice.#choices.get("by_itself") !== "off"
      },
    }
    return new Spoken({
      world: browser,
      ear: this.#ear,
      choices,
      quiet: () => new Quiet(),
      send: (answer) => this.#room.send(answer),
      told: (code) => this.#told(code),
    })
  }

  #heard(event) {
    if (!this.#check.hearing) return this.#spoken.hear(event)
    this.#check.heard(event.text)
  }

  #failed(code) {
    this.#spoken.fail(code)
  }

  // told hears how the answer fares.
  #told(code) {
    if (code && this.#check.hearing) this.#check.failed(code)
    else if (code) this.#room.tell(code)
    const { heard } = this.#spoken
    this.#room.keep(heard && !this.#check.hearing ? heard.text : "")
    this.#room.told()
  }

  #level(level, ms) {
    this.#check.level(level, ms)
    this.#spoken.level(level, ms)
    this.#view.level(level)
  }

  // use ends the check: from now on Speak speaks.
  #use() {
    this.#choices.set("voice", "on")
    this.#check.end()
    this.#room.told()
    this.focus()
  }

  // leave goes back to typing, without a word on it.
  #leave() {
    this.#choices.set("voice", "")
    this.close()
    this.#room.told()
    this.#room.focus()
  }

  #correct() {
    this.#correcting = this.#spoken.take()
    this.#room.correct(this.#correcting.text)
  }

  #settings() {
    const { handsFree, byItself } = this.#page
    handsFree.checked = this.#choices.get("hands_free") === "on"
    handsFree.addEventListener("change", () => this.#choices.set("hands_free", handsFree.checked ? "on" : ""))
    byItself.checked = this.#choices.get("by_itself") !== "off"
    byItself.addEventListener("change", () => this.#choices.set("by_itself", byItself.checked ? "" : "off"))
    this.#listing = voicesOf(browser).then((voices) => this.#listed(voices))
  }

  #listed(voices) {
    const { choosing, voices: list } = this.#page
    this.#voices = voices
    choosing.hidden = voices.length < 2 || Boolean(this.#offer.speaks)
    list.replaceChildren(...voices.map(({ name }) => new Option(name, name)))
    list.value = this.#choices.get("officer") || voices[0]?.name
    list.addEventListener("change", () => this.#choices.set("officer", list.value))
    this.show()
  }

  #buttons() {
    const page = this.#page
    const taps = {
      discard: () => this.#discard(),
      more: () => this.#spoken.more(),
      wait: () => this.#spoken.touch(),
      sendSpoken: () => this.#sendSpoken(),
      sayAgain: () => this.#sayAgain(),
      correct: () => this.#correct(),
      useVoice: () => this.#use(),
      typeInstead: () => this.#leave(),
      leaveVoice: () => this.#leave(),
      checkAgain: () => this.#check.begin(),
    }
    for (const [name, act] of Object.entries(taps)) page[name].addEventListener("click", act)
  }

  // watch stops what sends itself at any sign of a hand, drops on Escape, and gives the
  // microphone back when the page is out of sight.
  #watch() {
    for (const sign of ["keydown", "pointerdown", "wheel", "touchstart"]) addEventListener(sign, () => this.#spoken.touch(), { passive: true })
    this.#page.spoken.addEventListener("focusin", ({ target }) => target !== this.#page.spokenTitle && this.#spoken.touch())
    addEventListener("keydown", (event) => event.key === "Escape" && !this.#page.dialog.open && this.#discard())
    document.addEventListener("visibilitychange", () => document.hidden && this.#hide())
    addEventListener("pagehide", () => this.#microphone.close())
  }

  #discard() {
    if (!this.#spoken.busy) return
    this.#spoken.drop()
    const speak = this.#check.shown ? this.#page.sentence : this.#page.speak
    speak.focus({ preventScroll: true })
  }

  #sendSpoken() {
    this.#spoken.send()
    this.#page.captions.focus({ preventScroll: true })
  }

  #sayAgain() {
    this.speak()
    this.#page.speak.focus({ preventScroll: true })
  }

  #hide() {
    this.#spoken.touch()
    this.#spoken.stop()
    this.#officer.stop()
  }
}

// dress loads the style of it before anything shows.
function dress() {
  const link = document.createElement("link")
  link.rel = "stylesheet"
  link.href = new URL("./voice.css", import.meta.url).href
  document.head.append(link)
  return new Promise((done) => (link.onload = link.onerror = done))
}

await dress()
