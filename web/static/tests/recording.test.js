import assert from "node:assert/strict"
import { test } from "node:test"

import { ServerEar, Upload, kindFor } from "../recording.js"
import { Clock } from "./world.js"

const limits = { formats: ["webm", "mp4"], seconds: 180, bytes: 200_000 }

class Recorder {
  static isTypeSupported = (type) => type.startsWith("audio/webm")
  static last
  state = "inactive"

  constructor(stream, options) {
    Object.assign(this, { stream, options })
    Recorder.last = this
  }

  start(ms) {
    this.state = "recording"
    this.ms = ms
  }

  stop() {
    this.state = "inactive"
    this.records(500)
    this.onstop()
  }

  records(bytes) {
    this.ondataavailable({ data: new Blob([new Uint8Array(bytes)]) })
  }
}

// wired is a connection that keeps what it is told, and how large parts of sound are.
function wired() {
  const said = []
  return { said, mention: (m) => said.push(m instanceof Blob ? m.size : m), doubt: () => said.push("doubt") }
}

async function listening() {
  const seen = { connection: wired(), clock: new Clock(), heard: [], failed: [], rests: 0 }
  seen.ear = new ServerEar({
    world: { Recorder, setTimeout: seen.clock.setTimeout, clearTimeout: seen.clock.clearTimeout },
    microphone: { open: () => Promise.resolve("stream"), rest: () => (seen.rests += 1) },
    connection: seen.connection,
    limits,
    told: { heard: (event) => seen.heard.push(event), failed: (code) => seen.failed.push(code) },
  })
  await seen.ear.listen(2)
  return seen
}

test("the first kind that the browser records and the server takes", () => {
  assert.equal(kindFor(Recorder, ["mp4", "webm"]).format, "webm")
  assert.equal(kindFor(Recorder, ["mp4"]), undefined)
  assert.equal(kindFor({ isTypeSupported: () => true }, ["mp4"]).format, "mp4")
  assert.equal(kindFor(undefined, ["webm"]), undefined)
})

test("a recording goes out in parts of a second, at a rate for speech, and ends with its id", async () => {
  const { ear, connection, rests } = await listening()
  assert.equal(rests, 0)
  assert.deepEqual([Recorder.last.ms, Recorder.last.options.audioBitsPerSecond], [1000, 16000])
  Recorder.last.records(2000)
  Recorder.last.records(0)
  ear.stop()
  const { id } = connection.said.at(-2)
  assert.deepEqual(connection.said, [{ type: "audio", turn: 2, format: "webm" }, 2000, 500, { type: "audio_end", turn: 2, id }, "doubt"])
})

test("only what was heard of this recording counts", async () => {
  const { ear, connection, heard, failed } = await listening()
  ear.stop()
  const { id } = connection.said.find(({ type }) => type === "audio_end")
  assert.equal(ear.receive({ type: "heard", id: "another", text: "No." }), true)
  assert.equal(ear.receive({ type: "error", code: "conflict", id: "answer" }), false)
  assert.deepEqual([heard, failed], [[], []])
  ear.receive({ type: "heard", id, text: "Yes." })
  ear.receive({ type: "heard", id, text: "Yes." })
  assert.equal(heard.length, 1)
})

test("a refusal is told once, and what still comes is not sent", async () => {
  const { ear, connection, failed } = await listening()
  assert.equal(ear.receive({ type: "error", code: "audio_turn" }), true)
  const { length } = connection.said
  Recorder.last.records(100)
  assert.deepEqual(failed, ["audio_turn"])
  assert.equal(connection.said.length, length)
  assert.equal(ear.receive({ type: "error", code: "audio_turn" }), false)
})

test("a new connection gets all of it again, in chunks that the server takes", async () => {
  const { ear, connection } = await listening()
  for (let i = 0; i < 70; i += 1) Recorder.last.records(2000)
  connection.said.length = 0
  ear.resume()
  assert.deepEqual(connection.said, [{ type: "audio", turn: 2, format: "webm" }, 61_440, 61_440, 17_120])
  ear.stop()
  connection.said.length = 0
  ear.resume()
  assert.equal(connection.said.at(-1).type, "audio_end")
})

test("what was dropped or written down is not handed over again", async () => {
  const dropped = await listening()
  dropped.ear.drop()
  assert.deepEqual(dropped.connection.said.at(-1), { type: "audio_drop", turn: 2 })
  const written = await listening()
  written.ear.stop()
  written.ear.receive({ type: "heard", id: written.connection.said.at(-2).id, text: "Yes." })
  for (const { ear, connection } of [dropped, written]) {
    connection.said.length = 0
    ear.resume()
    assert.deepEqual(connection.said, [])
  }
})

test("a recording ends before the server's limits, in time and in bytes", async () => {
  const long = await listening()
  long.clock.pass(178_000)
  assert.equal(long.connection.said.at(-1), "doubt")
  const large = await listening()
  for (let i = 0; i < 12; i += 1) if (Recorder.last.state === "recording") Recorder.last.records(20_000)
  const bytes = large.connection.said.filter(Number.isInteger).reduce((sum, n) => sum + n, 0)
  assert.ok(bytes <= limits.bytes, `${bytes} bytes`)
  assert.equal(large.connection.said.at(-1), "doubt")
})

test("an upload that was never begun says nothing", () => {
  const connection = wired()
  const upload = new Upload(connection)
  upload.again()
  upload.drop()
  assert.deepEqual(connection.said, [])
})
