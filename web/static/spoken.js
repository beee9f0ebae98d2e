// One spoken answer, from the tap on Speak until it is sent or dropped. It knows nothing
// of the page, and not how the words are heard.

const sendAfterMs = 4000 // untouched, in exam mode
const quietMs = 2500 // hands-free: silence that ends an answer

export const Step = {
  idle: "idle",
  opening: "opening", // the browser may be asking for the microphone
  listening: "listening",
  writing: "writing", // the words are being written down
  check: "check", // the applicant reads what was heard
}

export class Spoken {
  step = Step.idle
  heard = undefined // what there is to check
  counting = false // the answer will send itself
  #world
  #ear
  #send
  #told
  #choices
  #turn = 0
  #quiet = undefined
  #makeQuiet
  #timer

  // ear is a ServerEar or a BrowserEar. send takes an answer; told hears of each change,
  // with a code when something failed. choices has handsFree and sendsItself; quiet makes
  // what tells a voice from the room.
  constructor({ world, ear, send, told, choices, quiet }) {
    this.#world = world
    this.#ear = ear
    this.#send = send
    this.#told = told
    this.#choices = choices
    this.#makeQuiet = quiet
  }

  get busy() {
    return this.step !== Step.idle
  }

  get handsFree() {
    return this.#choices.handsFree
  }

  // ring is how much of the silence that ends the answer has passed, from 0 to 1.
  get ring() {
    if (this.step !== Step.listening || !this.handsFree || !this.#quiet.spoke) return 0
    return Math.min(1, this.#quiet.silentMs / quietMs)
  }

  // speak begins an answer, in the place of one there was.
  async speak(turn) {
    this.drop()
    this.#turn = turn
    this.#quiet = this.#makeQuiet()
    this.#go(Step.opening)
    try {
      await this.#ear.listen(turn)
    } catch (err) {
      if (this.step === Step.opening) {
        this.#ear.drop()
        this.fail(err.code ?? "busy")
      }
      return
    }
    if (this.step === Step.opening) this.#go(Step.listening)
    else this.#ear.drop()
  }

  // stop ends the recording. Its words come.
  stop() {
    if (this.step === Step.opening) return this.drop()
    if (this.step !== Step.listening) return
    this.#go(Step.writing)
    this.#ear.stop()
  }

  // drop forgets the answer. Nothing of it is kept.
  drop() {
    if (!this.busy) return
    this.#world.clearTimeout(this.#timer)
    if (this.step !== Step.check) this.#ear.drop()
    this.#rest()
  }

  // level is how loud it is; silence ends the answer of who chose that.
  level(decibels, ms) {
    if (this.step !== Step.listening) return
    this.#quiet.hear(decibels, ms)
    if (this.ring === 1) this.stop()
  }

  // more says that the applicant is still speaking.
  more() {
    this.#quiet?.more()
  }

  // hear takes what was heard. It sends itself where the applicant wants that and it is
  // sure enough.
  hear(heard) {
    if (this.step === Step.listening) this.#go(Step.writing) // the recording was full
    if (this.step !== Step.writing) return
    this.heard = { ...heard, turn: this.#turn, seconds: this.#spokenSeconds(heard.seconds) }
    this.counting = this.#choices.sendsItself && !heard.confirm
    if (this.counting) this.#timer = this.#world.setTimeout(() => this.#deliver(false), sendAfterMs)
    this.#go(Step.check)
  }

  // ask shows an answer for checking that was not sent, or not taken.
  ask(heard) {
    this.drop()
    this.#turn = heard.turn
    this.heard = heard
    this.#go(Step.check)
  }

  fail(code) {
    this.#world.clearTimeout(this.#timer)
    this.#rest(code)
  }

  // touch stops the answer from sending itself.
  touch() {
    if (!this.counting) return
    this.#world.clearTimeout(this.#timer)
    this.counting = false
    this.#told()
  }

  // send sends what was heard: the applicant has read it.
  send() {
    if (this.step === Step.check) this.#deliver(true)
  }

  // take hands over what was heard, to be corrected.
  take() {
    const heard = this.heard
    this.drop()
    return heard
  }

  #deliver(checked) {
    const { turn, text, seconds, id } = this.heard
    this.drop()
    this.#send({ turn, text, seconds, voice: { id, checked } })
  }

  // spokenSeconds leaves out the silence that ended the answer.
  #spokenSeconds(seconds) {
    const waited = this.handsFree && this.#quiet.spoke ? this.#quiet.silentMs / 1000 : 0
    return Math.max(0.1, Math.round((seconds - waited) * 10) / 10)
  }

  #rest(code) {
    this.heard = undefined
    this.counting = false
    this.step = Step.idle
    this.#told(code)
  }

  #go(step) {
    this.step = step
    this.#told()
  }
}
