import assert from "node:assert/strict"
import { test } from "node:test"

import "./english.js"
import { hint, sendable } from "../composer.js"
import { clockText, coaching, headline, heard, reasonsOf, says } from "../show.js"

test("time is minutes and seconds", () => {
  for (const [seconds, text] of [[-3, "0:00"], [0, "0:00"], [9.9, "0:09"], [72, "1:12"], [3600, "60:00"]]) {
    assert.equal(clockText(seconds), text)
  }
})

test("a slip says decision and ground in words", () => {
  assert.equal(headline({ decision: "issued" }), "Approved")
  assert.equal(headline({ decision: "refused", ground: "214(b)" }), "Refused, 214(b)")
  assert.equal(headline({ decision: "stopped" }), "Stopped for advice")
})

test("the hint counts words and judges nothing", () => {
  assert.equal(hint(""), "")
  assert.equal(hint("Yes."), "1 word, about 1 s spoken")
  assert.equal(hint("one two three four five six seven eight nine"), "9 words, about 4 s spoken")
  assert.equal(hint("a".repeat(8003)), "3 letters more than can be sent")
})

test("letters are counted as the server counts them", () => {
  assert.equal(sendable(""), false)
  assert.equal(sendable("🙂".repeat(8000)), true)
  assert.equal(sendable("🙂".repeat(8001)), false)
})

test("the coach names what to work on only", () => {
  const good = { severity: "note", reason: "Your first words answer the question." }
  const late = { severity: "low", reason: "The number comes late." }
  assert.equal(coaching([good, late]), "The number comes late.")
  assert.equal(coaching([good]), "Nothing to fix.")
})

test("an answer is parted after so many words, as the server parts it", () => {
  for (const [text, words, before, after] of [
    ["one two three", 2, "one two", " three"],
    ["  one\n two", 1, "  one", "\n two"],
    ["one two", 2, "one two", ""],
    ["one two", 9, "one two", ""],
  ]) {
    assert.deepEqual(heard(text, words), [before, after])
  }
})

test("the reasons of an outcome are named once each, with their turn", () => {
  const turns = [
    { n: 1, findings: [{ reason: "You said uncle." }] },
    { n: 3, findings: [{ reason: "Fine." }, { reason: "You said uncle." }, { reason: "No number." }] },
  ]
  const outcome = { because: [{ turn: 1, finding: 0 }, { turn: 3, finding: 1 }, { turn: 3, finding: 2 }, { turn: 9, finding: 0 }] }
  assert.deepEqual(reasonsOf({ outcome, turns }), [{ turn: 1, reason: "You said uncle." }, { turn: 3, reason: "No number." }])
  assert.deepEqual(reasonsOf({}), [])
})

test("a word of the list is found whole, in any case", () => {
  for (const [line, forms, found] of [
    ["How much on the I-20?", ["I-20"], true],
    ["What about the 221(g) letter?", ["221(g)"], true],
    ["Any bonds?", ["bond"], false],
    ["Is it cap-exempt?", ["exempt"], false],
    ["Petition approved?", ["petition"], true],
    ["And loans?", ["loan", "loans"], true],
    ["", ["loan"], false],
  ]) assert.equal(says(line, forms), found, line)
})
