import assert from "node:assert/strict"
import { test } from "node:test"

import "./english.js"
import { Pulse } from "../composer.js"
import { Clock } from "./world.js"

test("words are told at once, then not before the server heeds them again", () => {
  const clock = new Clock()
  const told = []
  const pulse = new Pulse({ world: clock, tell: (words) => told.push(words) })
  pulse.beat(1)
  for (let words = 2; words < 9; words += 1) pulse.beat(words)
  assert.deepEqual(told, [1])
  clock.pass(2499)
  assert.deepEqual(told, [1])
  clock.pass(1)
  assert.deepEqual(told, [1, 8])
  clock.pass(60_000)
  assert.deepEqual(told, [1, 8])
  pulse.beat(0)
  pulse.beat(8)
  assert.deepEqual(told, [1, 8, 8])
})
