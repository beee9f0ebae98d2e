import assert from "node:assert/strict"
import { test } from "node:test"

import { Mark, Readiness, greets } from "../readiness.js"

function checked({ secure = true, ms = 50, answers = true } = {}) {
  let now = 0
  const ping = () => ((now += ms), answers ? Promise.resolve() : Promise.reject(new Error("no network")))
  return new Readiness({ world: { secure, now: () => now, ping }, told: () => {} })
}

const marks = ({ lines }) => Object.fromEntries(Object.entries(lines).map(([name, { mark }]) => [name, mark]))

test("all in order", async () => {
  const ready = checked()
  await ready.begin()
  assert.equal(ready.passed, false)
  ready.microphone("")
  for (const level of [-60, -20]) ready.level(level, 100)
  ready.sentence("Good morning, officer.")
  ready.officer(true)
  assert.deepEqual(new Set(Object.values(marks(ready))), new Set([Mark.ok]))
  assert.equal(ready.milliseconds, 50)
  assert.equal(ready.passed, true)
})

test("a page that is not secure is left to typing", async () => {
  const ready = checked({ secure: false })
  await ready.begin()
  assert.deepEqual(ready.lines.secure, { mark: Mark.failed, remedy: "insecure" })
  assert.equal(ready.lines.microphone.mark, Mark.skipped)
  assert.equal(ready.passed, false)
})

test("what is wrong with the microphone is told apart", () => {
  for (const code of ["blocked", "missing", "busy"]) {
    const ready = checked()
    ready.microphone(code)
    assert.deepEqual(ready.lines.microphone, { mark: Mark.failed, remedy: code })
    ready.microphone("")
    assert.equal(ready.lines.microphone.mark, Mark.ok)
  }
})

test("three seconds without a sound are silence, until one comes", () => {
  const ready = checked()
  ready.microphone("")
  for (let i = 0; i < 29; i += 1) ready.level(-90, 100)
  assert.equal(ready.lines.level.mark, Mark.waiting)
  ready.level(-90, 100)
  assert.deepEqual(ready.lines.level, { mark: Mark.failed, remedy: "silent" })
  ready.level(-20, 100)
  assert.equal(ready.lines.level.mark, Mark.ok)
})

test("heard wrong once is a warning, twice says that typing is as good", () => {
  const ready = checked()
  ready.sentence("Could mourning of fizz her.")
  assert.deepEqual(ready.lines.sentence, { mark: Mark.warning, remedy: "wrong" })
  ready.sentence("God moaning of his sir.")
  assert.deepEqual(ready.lines.sentence, { mark: Mark.warning, remedy: "wrong_twice" })
  ready.sentence("good morning")
  assert.equal(ready.lines.sentence.mark, Mark.ok)
})

test("what was not heard at all does not pass", async () => {
  const ready = checked()
  await ready.begin()
  ready.microphone("")
  ready.unheard("nothing_heard")
  assert.deepEqual(ready.lines.sentence, { mark: Mark.failed, remedy: "nothing_heard" })
  assert.equal(ready.passed, false)
})

test("a connection is fast, slow, very slow or gone", async () => {
  for (const [given, mark] of [[{ ms: 600 }, Mark.ok], [{ ms: 601 }, Mark.warning], [{ ms: 2001 }, Mark.failed], [{ answers: false }, Mark.failed]]) {
    const ready = checked(given)
    await ready.begin()
    assert.equal(ready.lines.connection.mark, mark)
  }
})

test("who hears no officer reads the captions", () => {
  const ready = checked()
  ready.officer(false)
  assert.deepEqual(ready.lines.officer, { mark: Mark.warning, remedy: "no_sound" })
  ready.officer(undefined)
  assert.deepEqual(ready.lines.officer, { mark: Mark.skipped, remedy: "captions" })
})

test("a greeting is known in other words too", () => {
  for (const text of ["Good morning, officer.", "GOOD MORNING OFFICER", "good morning sir", "Morning officer"]) assert.ok(greets(text), text)
  for (const text of ["", "Good.", "My father pays.", "Buenos días"]) assert.ok(!greets(text), text)
})
