import assert from "node:assert/strict"
import { test } from "node:test"

import { Fault, Quiet } from "../microphone.js"
import { Spoken, Step } from "../spoken.js"
import { Clock } from "./world.js"

const heard = { id: "r1", text: "My father pays.", seconds: 4.2, confirm: false, doubtful: [] }

// speaking is an answer of which the ear has heard nothing yet.
function speaking(choices = {}) {
  const seen = { clock: new Clock(), sent: [], codes: [], ear: [], listens: () => Promise.resolve() }
  seen.spoken = new Spoken({
    world: seen.clock,
    ear: {
      listen: (turn) => (seen.ear.push(`listen ${turn}`), seen.listens()),
      stop: () => seen.ear.push("stop"),
      drop: () => seen.ear.push("drop"),
    },
    choices: { handsFree: false, sendsItself: true, ...choices },
    quiet: () => new Quiet(),
    send: (answer) => seen.sent.push(answer),
    told: (code) => code && seen.codes.push(code),
  })
  return seen
}

async function checking(choices, what = heard) {
  const seen = speaking(choices)
  await seen.spoken.speak(3)
  seen.spoken.stop()
  seen.spoken.hear(what)
  return seen
}

test("an untouched answer sends itself after four seconds, unchecked", async () => {
  const { spoken, clock, sent, ear } = await checking()
  assert.equal(spoken.step, Step.check)
  clock.pass(3999)
  assert.deepEqual(sent, [])
  clock.pass(1)
  assert.deepEqual(sent, [{ turn: 3, text: "My father pays.", seconds: 4.2, voice: { id: "r1", checked: false } }])
  assert.equal(spoken.step, Step.idle)
  assert.deepEqual(ear, ["listen 3", "stop"])
})

test("a touch, a choice, coaching and a doubt keep it from sending itself", async () => {
  const touched = await checking()
  touched.spoken.touch()
  const chosen = await checking({ sendsItself: false })
  const unsure = await checking({}, { ...heard, confirm: true })
  for (const { spoken, clock, sent } of [touched, chosen, unsure]) {
    assert.equal(spoken.counting, false)
    clock.pass(60_000)
    assert.deepEqual(sent, [])
    spoken.send()
    assert.equal(sent[0].voice.checked, true)
  }
})

test("an answer is sent once, however often it is asked for", async () => {
  const { spoken, clock, sent } = await checking()
  spoken.send()
  spoken.send()
  clock.pass(60_000)
  assert.equal(sent.length, 1)
})

test("what is dropped is never sent, in any step", async () => {
  for (const stop of [false, true]) {
    const { spoken, ear, sent, clock } = speaking()
    await spoken.speak(1)
    if (stop) spoken.stop()
    spoken.drop()
    spoken.hear(heard)
    clock.pass(60_000)
    assert.deepEqual(sent, [])
    assert.equal(ear.at(-1), "drop")
    assert.equal(spoken.step, Step.idle)
  }
  const { spoken, clock, sent } = await checking()
  spoken.drop()
  clock.pass(60_000)
  assert.deepEqual(sent, [])
})

test("a microphone that opens after the answer was dropped is given back", async () => {
  const seen = speaking()
  let opened
  seen.listens = () => new Promise((done) => (opened = done))
  const begun = seen.spoken.speak(1)
  assert.equal(seen.spoken.step, Step.opening)
  seen.spoken.stop()
  opened()
  await begun
  assert.equal(seen.spoken.step, Step.idle)
  assert.equal(seen.ear.at(-1), "drop")
})

test("a microphone that does not open says why", async () => {
  const seen = speaking()
  seen.listens = () => Promise.reject(new Fault("blocked"))
  await seen.spoken.speak(1)
  assert.deepEqual(seen.codes, ["blocked"])
  assert.equal(seen.spoken.step, Step.idle)
})

test("hands-free, 2.5 s of silence after a voice end the answer, and do not count", async () => {
  const seen = speaking({ handsFree: true })
  await seen.spoken.speak(1)
  for (let i = 0; i < 100; i += 1) seen.spoken.level(-70, 100)
  assert.equal(seen.spoken.step, Step.listening, "silence before a word ends nothing")
  for (let i = 0; i < 20; i += 1) seen.spoken.level(-20, 100)
  for (let i = 0; i < 20; i += 1) seen.spoken.level(-70, 100)
  assert.equal(seen.spoken.ring, 0.8)
  seen.spoken.more()
  assert.equal(seen.spoken.ring, 0)
  for (let i = 0; i < 24; i += 1) seen.spoken.level(-70, 100)
  assert.equal(seen.spoken.step, Step.listening)
  seen.spoken.level(-70, 100)
  assert.equal(seen.spoken.step, Step.writing)
  seen.spoken.hear({ ...heard, seconds: 6.7 })
  assert.equal(seen.spoken.heard.seconds, 4.2)
})

test("silence ends nothing where nobody chose that", async () => {
  const { spoken } = speaking()
  await spoken.speak(1)
  spoken.level(-20, 100)
  for (let i = 0; i < 1000; i += 1) spoken.level(-70, 100)
  assert.equal(spoken.step, Step.listening)
  assert.equal(spoken.ring, 0)
})

test("an answer that the server wants to be read waits for its applicant", () => {
  const { spoken, clock, sent } = speaking()
  spoken.ask({ ...heard, turn: 2 })
  clock.pass(60_000)
  assert.deepEqual(sent, [])
  spoken.send()
  assert.deepEqual(sent, [{ turn: 2, text: "My father pays.", seconds: 4.2, voice: { id: "r1", checked: true } }])
})

test("the room's own noise is no voice", () => {
  const quiet = new Quiet()
  for (const noise of [-40, -42, -41, -39, -43, -38]) quiet.hear(noise, 100)
  assert.equal(quiet.spoke, false)
  quiet.hear(-25, 100)
  assert.equal(quiet.spoke, true)
})
