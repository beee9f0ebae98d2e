import assert from "node:assert/strict"
import { test } from "node:test"

import { Queue, queues } from "../conversation.js"
import { Store } from "../kept.js"
import { Clock, MapStorage } from "./world.js"

const fresh = { type: "welcome", recovered: false, interview: { turns: [{ turn: 1, officer: "Why this school?" }] } }
const question = { type: "question", turn: 1 }

function stand() {
  const clock = new Clock()
  const said = []
  const places = []
  const queue = new Queue({ world: clock, release: ({ type }) => said.push(type), told: () => places.push(queue.place) })
  queue.begin()
  return { clock, said, places, queue }
}

test("a number waits, is called, and then everything is said in its order", () => {
  const { clock, said, places, queue } = stand()
  for (const event of [fresh, { type: "delta" }, question]) queue.receive(event)
  clock.pass(3000)
  assert.equal(queue.place, "called")
  clock.pass(1499)
  assert.deepEqual(said, [])
  clock.pass(1)
  assert.deepEqual(said, ["welcome", "delta", "question"])
  assert.deepEqual(places, ["waiting", "called", ""])
  queue.receive({ type: "ack" })
  assert.deepEqual(said.at(-1), "ack")
})

test("a tap ends it, once", () => {
  const { clock, said, places, queue } = stand()
  queue.receive(fresh)
  queue.skip()
  queue.skip()
  clock.pass(10_000)
  assert.deepEqual(said, ["welcome"])
  assert.deepEqual(places, ["waiting", ""])
})

test("an interview that goes on waits for nothing", () => {
  const answered = { turn: 1, officer: "Why this school?", applicant: "" }
  for (const more of [{ recovered: true, interview: {} }, { interview: { turns: [answered] } }, { interview: { ended: true } }, { interview: { decision: {} } }]) {
    const { said, queue } = stand()
    queue.receive({ type: "welcome", ...more })
    assert.deepEqual([said, queue.place], [["welcome"], ""])
  }
})

test("who comes back to it by a second welcome waits for nothing", () => {
  const { said, queue } = stand()
  queue.receive(fresh)
  queue.receive(fresh)
  assert.deepEqual(said, ["welcome", "welcome"])
})

test("an interview has one queue, at its beginning", () => {
  const kept = new Store(new MapStorage(), "viceconsul.a.")
  assert.equal(queues(2, kept), true)
  assert.equal(queues(4, kept), false)
  assert.equal(queues(31, new Store(new MapStorage(), "viceconsul.b.")), false)
})
