// A spoken answer on its way to the server: what the browser records of it goes out in
// parts of a second, and all of it again when the connection was lost meanwhile.

import { newID } from "./kept.js"

const partMs = 1000
const bitsPerSecond = 16000 // speech in Opus stays clear at this rate
const chunkBytes = 60 * 1024 // the server takes 64 KiB at once
const closingSeconds = 2 // before the server's limit, so that the end fits in
const spareBytes = 16 * 1024 // for the last part

// Kinds of recording, the better first.
const kinds = [
  { format: "webm", type: "audio/webm;codecs=opus" },
  { format: "mp4", type: "audio/mp4" },
]

// kindFor is the first kind that the browser records and the server takes; undefined
// when there is none.
export function kindFor(Recorder, formats) {
  return kinds.find(({ format, type }) => formats.includes(format) && Recorder?.isTypeSupported(type))
}

// Upload hands a recording over. It keeps its parts until they are written down, since a
// new connection knows nothing of what came before.
export class Upload {
  #connection
  #open // what is being handed over: turn, format, parts, and id once it is whole

  constructor(connection) {
    this.#connection = connection
  }

  get bytes() {
    return this.#open?.parts.reduce((sum, part) => sum + part.size, 0) ?? 0
  }

  begin(turn, format) {
    this.#open = { turn, format, parts: [] }
    this.#connection.mention({ type: "audio", turn, format })
  }

  add(part) {
    this.#open.parts.push(part)
    this.#connection.mention(part)
  }

  // end says that the recording is whole, and returns its id.
  end() {
    this.#open.id = newID()
    this.#sayEnd()
    return this.#open.id
  }

  // again hands everything over from its beginning, on a new connection.
  again() {
    if (!this.#open) return
    const { turn, format, parts, id } = this.#open
    this.#connection.mention({ type: "audio", turn, format })
    const whole = new Blob(parts)
    for (let at = 0; at < whole.size; at += chunkBytes) this.#connection.mention(whole.slice(at, at + chunkBytes))
    if (id) this.#sayEnd()
  }

  drop() {
    if (!this.#open) return
    this.#connection.mention({ type: "audio_drop", turn: this.#open.turn })
    this.done()
  }

  // done forgets the recording: it was written down, or refused.
  done() {
    this.#open = undefined
  }

  #sayEnd() {
    const { turn, id } = this.#open
    this.#connection.mention({ type: "audio_end", turn, id })
  }
}

// ServerEar has what the applicant says written down by the server.
export class ServerEar {
  #world
  #microphone
  #upload
  #connection
  #limits
  #kind
  #recorder
  #timer
  #id
  #told

  // world has Recorder, setTimeout and clearTimeout; limits are the welcome's hears;
  // told has heard(event) and failed(code).
  constructor({ world, microphone, connection, limits, told }) {
    this.#world = world
    this.#microphone = microphone
    this.#connection = connection
    this.#upload = new Upload(connection)
    this.#limits = limits
    this.#kind = kindFor(world.Recorder, limits.formats)
    this.#told = told
  }

  // listen begins to record; it is kept when the microphone is there.
  async listen(turn) {
    const stream = await this.#microphone.open()
    const recorder = new this.#world.Recorder(stream, { mimeType: this.#kind.type, audioBitsPerSecond: bitsPerSecond })
    this.#recorder = recorder
    this.#id = undefined
    this.#upload.begin(turn, this.#kind.format)
    recorder.ondataavailable = ({ data }) => recorder === this.#recorder && this.#take(data)
    recorder.onstop = () => recorder === this.#recorder && this.#whole()
    recorder.start(partMs)
    this.#timer = this.#world.setTimeout(() => this.stop(), (this.#limits.seconds - closingSeconds) * 1000)
  }

  // stop ends the recording; what was heard is told.
  stop() {
    this.#world.clearTimeout(this.#timer)
    if (this.#recorder?.state === "recording") this.#recorder.stop()
  }

  drop() {
    this.#silence()
    this.#upload.drop()
  }

  // receive takes what the server says of a recording; it reports whether it was ours.
  receive(event) {
    const ours = event.id !== undefined && event.id === this.#id
    if (event.type === "heard") {
      if (ours) this.#finish(() => this.#told.heard(event))
      return true
    }
    const begun = this.#recorder !== undefined && event.id === undefined && event.code?.startsWith("audio_")
    if (!ours && !begun) return false
    this.#finish(() => this.#told.failed(event.code))
    return true
  }

  // resume hands over again what a lost connection may have lost.
  resume() {
    this.#upload.again()
  }

  #take(part) {
    if (part.size === 0 || this.#upload.bytes + part.size > this.#limits.bytes) return
    this.#upload.add(part)
    if (this.#upload.bytes > this.#limits.bytes - spareBytes) this.stop()
  }

  #whole() {
    this.#microphone.rest()
    this.#id = this.#upload.end()
    this.#connection.doubt()
  }

  #finish(tell) {
    this.#silence()
    this.#upload.done()
    tell()
  }

  #silence() {
    const recorder = this.#recorder
    this.#recorder = this.#id = undefined
    this.#world.clearTimeout(this.#timer)
    if (recorder?.state === "recording") recorder.stop()
    this.#microphone.rest()
  }
}
