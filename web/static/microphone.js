// The microphone: open while somebody speaks, silent in between, given back when voice is
// left or the page is out of sight.

const tickMs = 100
const floorDb = -100 // what counts as no sound at all
const wake = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

export class Microphone {
  #world
  #stream
  #listen
  #timer
  #context

  // world has mediaDevices, AudioContext, setInterval and clearInterval; listen hears how
  // loud it is, in decibels, ten times a second while the microphone is open.
  constructor({ world, listen }) {
    this.#world = world
    this.#listen = listen
  }

  // open resolves to the stream. It fails with the name of what is in the way.
  async open() {
    if (!this.#world.mediaDevices) throw new Fault("insecure")
    if (!this.#stream?.active) this.#stream = await this.#world.mediaDevices.getUserMedia({ audio: wake }).catch(renamed)
    for (const track of this.#stream.getTracks()) track.enabled = true
    this.#measure()
    return this.#stream
  }

  // rest keeps the permission and hears nothing.
  rest() {
    this.#world.clearInterval(this.#timer)
    for (const track of this.#stream?.getTracks() ?? []) track.enabled = false
  }

  close() {
    this.rest()
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    this.#context?.close()
    this.#stream = this.#context = undefined
  }

  #measure() {
    this.#world.clearInterval(this.#timer)
    this.#context?.close()
    this.#context = new this.#world.AudioContext()
    const analyser = this.#context.createAnalyser()
    this.#context.createMediaStreamSource(this.#stream).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    this.#timer = this.#world.setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      this.#listen(decibels(samples), tickMs)
    }, tickMs)
  }
}

// A Fault names what keeps the voice from being heard.
export class Fault extends Error {
  constructor(code) {
    super(code)
    this.code = code
  }
}

// faults are ours for the browser's.
const faults = { NotAllowedError: "blocked", SecurityError: "blocked", NotFoundError: "missing", OverconstrainedError: "missing" }

function renamed(err) {
  throw new Fault(faults[err.name] ?? "busy")
}

// decibels is how loud samples are: 0 is as loud as can be.
export function decibels(samples) {
  const power = samples.reduce((sum, v) => sum + v * v, 0) / samples.length
  return Math.max(floorDb, 10 * Math.log10(power))
}

const quietDb = -55 // below this nobody speaks, however still the room (our judgement)
const aboveDb = 9 // a voice stands so far above the room (our judgement)
const risingDb = 0.05 // how fast the room is believed to grow louder, each tick

// Quiet tells a voice from the room, and for how long none was heard after one.
export class Quiet {
  spoke = false
  silentMs = 0 // since the last voice, or since the beginning
  #room = 0

  hear(level, ms) {
    this.#room = Math.min(level, this.#room + risingDb)
    const voice = level > Math.max(quietDb, this.#room + aboveDb)
    if (voice) this.spoke = true
    this.silentMs = voice ? 0 : this.silentMs + ms
  }

  // more says that the voice goes on.
  more() {
    this.silentMs = 0
  }
}
