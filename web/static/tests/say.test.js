import assert from "node:assert/strict"
import { test } from "node:test"

import { Texts } from "../say.js"
import { english, read } from "./english.js"

test("a text says its values, and a number chooses the form", () => {
  const texts = new Texts({ made: { one: "{n} try for {visa}", other: "{n} tries for {visa}" }, "a.b": "Plain" }, "en", "ltr")
  assert.equal(texts.say("made", { n: 1, visa: "F-1" }), "1 try for F-1")
  assert.equal(texts.say("made", { n: 1204, visa: "{n}" }), "1,204 tries for {n}")
  assert.equal(texts.say("a.b"), "Plain")
  assert.equal(texts.say("a.c"), "a.c") // says where a text is missing, and the page goes on
})

test("each language has its own forms, the digits are those of passports, values stay whole", () => {
  const texts = new Texts({ made: { zero: "0", one: "1", two: "2", few: "{n} قليلة", many: "{n} كثيرة", other: "{n}" }, visa: "تأشيرة {visa}" }, "ar", "rtl")
  assert.deepEqual([0, 1, 2, 3, 11, 100].map((n) => texts.say("made", { n })), ["0", "1", "2", "3 قليلة", "11 كثيرة", "100"])
  assert.equal(texts.say("visa", { visa: "F-1" }), "تأشيرة \u2068F-1\u2069")
})

test("the tests read the catalogue", () => {
  assert.deepEqual(read('texts:\n  a:\n    b: "x: {n}"\n    c:\n      one: y\n      other: z\n    d: >-\n      two\n      lines\n'), {
    "a.b": "x: {n}",
    "a.c": { one: "y", other: "z" },
    "a.d": "two lines",
  })
  assert.equal(english["start.title"], "Rehearse your visa interview")
})
