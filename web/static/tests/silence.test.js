import assert from "node:assert/strict"
import { test } from "node:test"

import { Silence } from "../conversation.js"
import { Clock } from "./world.js"

function listen({ wanted = true } = {}) {
  const clock = new Clock()
  const said = []
  const states = []
  const silence = new Silence({
    world: clock,
    wanted,
    release: ({ type }) => said.push(type),
    told: () => states.push(silence.typing),
  })
  return { clock, said, states, silence }
}

test("a line after typing comes when the typing is over", () => {
  const { clock, said, states, silence } = listen()
  silence.receive({ type: "ack" })
  silence.receive({ type: "question", typing: 4 })
  assert.deepEqual(said, ["ack"])
  assert.equal(silence.typing, true)
  clock.pass(3999)
  assert.deepEqual(said, ["ack"])
  clock.pass(1)
  assert.deepEqual(said, ["ack", "question"])
  assert.deepEqual(states, [true, false])
})

test("what follows a held line keeps its order, what is passing does not wait", () => {
  const { clock, said, silence } = listen()
  silence.receive({ type: "decision", typing: 8 })
  silence.receive({ type: "graded" })
  silence.receive({ type: "error" })
  assert.deepEqual(said, ["error"])
  clock.pass(8000)
  assert.deepEqual(said, ["error", "decision", "graded"])
})

test("two silences are waited for one after the other", () => {
  const { clock, said, silence } = listen()
  silence.receive({ type: "question", typing: 2 })
  silence.receive({ type: "decision", typing: 3 })
  clock.pass(2000)
  assert.deepEqual(said, ["question"])
  clock.pass(2999)
  assert.deepEqual(said, ["question"])
  clock.pass(1)
  assert.deepEqual(said, ["question", "decision"])
})

test("a redraw and the end of the questions wait for nothing", () => {
  for (const type of ["welcome", "ended"]) {
    const { said, silence } = listen()
    silence.receive({ type: "question", typing: 5 })
    silence.receive({ type })
    assert.deepEqual(said, ["question", type])
    assert.equal(silence.typing, false)
  }
})

test("who does not want to wait does not", () => {
  const { said, silence } = listen({ wanted: false })
  silence.receive({ type: "question", typing: 5 })
  assert.deepEqual(said, ["question"])
  silence.want(true)
  silence.receive({ type: "decision", typing: 5 })
  assert.deepEqual(said, ["question"])
  silence.want(false)
  assert.deepEqual(said, ["question", "decision"])
  assert.equal(silence.typing, false)
})

test("the next line waits until the officer who cut in was read", () => {
  const { clock, said, states, silence } = listen()
  silence.receive({ type: "interrupt" })
  silence.receive({ type: "ack" })
  silence.receive({ type: "question" })
  assert.deepEqual(said, ["interrupt", "ack"])
  clock.pass(1500)
  assert.deepEqual(said, ["interrupt", "ack", "question"])
  assert.deepEqual(states, [])
})
