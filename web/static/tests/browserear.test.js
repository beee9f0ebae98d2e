import assert from "node:assert/strict"
import { test } from "node:test"

import { BrowserEar, makerOf } from "../browserear.js"
import { guessDoubts, pieces } from "../doubts.js"
import { decibels } from "../microphone.js"
import { Clock } from "./world.js"

class Recognition {
  static last
  aborted = false

  constructor() {
    Recognition.last = this
  }

  start() {}
  stop() {}

  abort() {
    this.aborted = true
  }

  hears(...texts) {
    this.onresult({ resultIndex: 0, results: texts.map((transcript) => Object.assign([{ transcript }], { isFinal: true })) })
  }
}

function ear() {
  const seen = { now: 0, clock: new Clock(), heard: [], failed: [] }
  seen.ear = new BrowserEar({
    world: { Recognition, now: () => (seen.now += 1500), setTimeout: seen.clock.setTimeout, clearTimeout: seen.clock.clearTimeout },
    told: { heard: (event) => seen.heard.push(event), failed: (code) => seen.failed.push(code) },
  })
  seen.begins = seen.ear.listen()
  return seen
}

test("what a browser hears is a draft that must be confirmed", async () => {
  const { ear: it, begins, heard } = ear()
  Recognition.last.onstart()
  await begins
  Recognition.last.hears("my uncle Ahmed pays", "not thirty thousand")
  it.stop()
  Recognition.last.onend()
  assert.equal(heard.length, 1)
  assert.equal(heard[0].text, "my uncle Ahmed pays not thirty thousand")
  assert.equal(heard[0].confirm, true)
  assert.equal(heard[0].seconds, 1.5)
  assert.deepEqual(heard[0].doubtful.map(({ text }) => text), ["Ahmed", "not", "thirty", "thousand"])
})

test("a browser that never begins is not waited for", async () => {
  const { begins, clock } = ear()
  clock.pass(5000)
  await assert.rejects(begins, { code: "not_transcribed" })
})

test("a browser that never ends is not waited for", async () => {
  const { ear: it, begins, heard, clock } = ear()
  Recognition.last.onstart()
  await begins
  Recognition.last.hears("my father pays")
  it.stop()
  clock.pass(5000)
  Recognition.last.onend()
  assert.equal(heard.length, 1)
})

test("faults are told apart, before and after the beginning", async () => {
  const before = ear()
  Recognition.last.onerror({ error: "not-allowed" })
  await assert.rejects(before.begins, { code: "blocked" })
  for (const [error, code] of [["network", "not_transcribed"], ["no-speech", "nothing_heard"]]) {
    const { begins, failed } = ear()
    Recognition.last.onstart()
    await begins
    Recognition.last.onerror({ error })
    Recognition.last.onend()
    assert.deepEqual(failed, [code])
  }
})

test("no words are nothing heard, and what is dropped is not heard", async () => {
  const silent = ear()
  Recognition.last.onstart()
  silent.ear.stop()
  Recognition.last.onend()
  assert.deepEqual(silent.failed, ["nothing_heard"])
  const dropped = ear()
  Recognition.last.onstart()
  dropped.ear.drop()
  Recognition.last.hears("my father")
  Recognition.last.onend()
  assert.deepEqual([dropped.heard, dropped.failed], [[], []])
  assert.equal(Recognition.last.aborted, true)
})

test("who may receive the sound is named", () => {
  assert.equal(makerOf("Mozilla/5.0 Chrome/150 Safari/537.36"), "Google")
  assert.equal(makerOf("Mozilla/5.0 Chrome/150 Safari/537.36 Edg/150"), "Microsoft")
  assert.equal(makerOf("Mozilla/5.0 (iPhone) Version/19 Mobile Safari/604.1"), "Apple")
  assert.equal(makerOf("Something else"), "")
})

test("a text is parted at its doubtful words, whatever letters stand before", () => {
  const parted = pieces("Até 30, 30 não.", [{ text: "30" }, { text: "30" }])
  assert.deepEqual(parted.map(({ text, doubt }) => (doubt ? `[${text}]` : text)).join(""), "Até [30], [30] não.")
  assert.deepEqual(pieces("Yes.", [{ text: "gone" }, { text: "" }]), [{ text: "Yes.", doubt: false }])
  assert.deepEqual(pieces("", []), [])
})

test("numbers, dates, names and negations are easily misheard", () => {
  const doubts = (text) => guessDoubts(text).map(({ text: words }) => words)
  assert.deepEqual(doubts("I don't know. In May 2027 it costs $47,000, says Dr Rao."), ["don't", "May", "2027", "47,000", "Dr", "Rao"])
  assert.deepEqual(doubts("my father pays"), [])
})

test("loudness in decibels, silence included", () => {
  assert.equal(decibels(new Float32Array(8)), -100)
  assert.equal(decibels(new Float32Array(8).fill(1)), 0)
})
