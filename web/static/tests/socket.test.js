import assert from "node:assert/strict"
import { test } from "node:test"

import "./english.js"
import { Connection, State, comesBack, waitBefore } from "../socket.js"
import { Clock, Wire } from "./world.js"

function connect({ online = true } = {}) {
  const wire = new Wire()
  const clock = new Clock()
  const seen = { wire, clock, events: [], states: [], online, refusal: "" }
  const world = { ...wire, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, random: () => 1, online: () => seen.online, refusal: async () => seen.refusal }
  seen.connection = new Connection({
    url: "ws://here/socket",
    heard: (event) => seen.events.push(event),
    told: (state) => seen.states.push(state),
    world,
  })
  seen.connection.open()
  return seen
}

function welcomed(options) {
  const seen = connect(options)
  seen.wire.last.opens()
  seen.wire.last.says({ type: "welcome", epoch: 7, offset: 3, recovered: false, interview: {} })
  return seen
}

test("the first hello stands nowhere, the next one says where", () => {
  const { wire, clock } = welcomed()
  assert.equal(wire.last.protocol, "viceconsul.v1")
  assert.deepEqual(wire.last.sent, [{ type: "hello" }])
  wire.last.says({ type: "question", epoch: 7, offset: 4, turn: 2 })
  wire.last.closes(1006)
  clock.pass(500)
  assert.equal(wire.sockets.length, 2)
  wire.last.opens()
  assert.deepEqual(wire.last.sent, [{ type: "hello", epoch: 7, offset: 4 }])
})

test("a passing event does not move the position", () => {
  const { wire, clock } = welcomed()
  wire.last.says({ type: "delta", turn: 2, text: "Who " })
  wire.last.closes(4001)
  clock.pass(500)
  wire.last.opens()
  assert.deepEqual(wire.last.sent, [{ type: "hello", epoch: 7, offset: 3 }])
})

test("it waits longer before each return, and starts anew after a welcome", () => {
  const { wire, clock } = welcomed()
  for (const [wait, sockets] of [[500, 2], [1000, 3], [2000, 4]]) {
    wire.last.closes(1006)
    clock.pass(wait - 1)
    assert.equal(wire.sockets.length, sockets - 1)
    clock.pass(1)
    assert.equal(wire.sockets.length, sockets)
  }
  wire.last.opens()
  wire.last.says({ type: "welcome", epoch: 7, offset: 3, recovered: true, interview: {} })
  wire.last.closes(1006)
  clock.pass(500)
  assert.equal(wire.sockets.length, 5)
})

test("waits grow to a limit and keep apart", () => {
  assert.equal(waitBefore(1, 0), 250)
  assert.equal(waitBefore(1, 1), 500)
  assert.equal(waitBefore(20, 1), 2500)
  assert.equal(waitBefore(20, 0), 1250)
  assert.equal(waitBefore(40, 1), 15000)
  assert.equal(waitBefore(40, 0), 7500)
})

test("bye says when to come back", () => {
  const { wire, clock } = welcomed()
  wire.last.says({ type: "bye", retry_after_ms: 3000 })
  wire.last.closes(1012)
  clock.pass(2999)
  assert.equal(wire.sockets.length, 1)
  clock.pass(1)
  assert.equal(wire.sockets.length, 2)
})

test("close codes say whether to come back", () => {
  for (const code of [1001, 1005, 1006, 1011, 1012, 1013, 4000, 4001, 4002, 4099]) assert.equal(comesBack(code), true, code)
  for (const code of [1000, 1002, 1003, 1007, 1008, 1009, 4100, 4101, 4102, 4199]) assert.equal(comesBack(code), false, code)
  assert.equal(comesBack(1008, "message too slow"), true)
  assert.equal(comesBack(1008, "binary frame"), false)
})

test("a replaced connection stays away until it is opened again", () => {
  const { wire, clock, states, connection } = welcomed()
  wire.last.closes(4101)
  connection.check()
  clock.pass(60000)
  assert.equal(wire.sockets.length, 1)
  assert.deepEqual(states, [State.connected, State.replaced])
  connection.open()
  assert.equal(wire.sockets.length, 2)
})

test("a refused connection says so", () => {
  const { wire, clock, states } = welcomed()
  wire.last.closes(4102)
  clock.pass(60000)
  assert.deepEqual(states, [State.connected, State.refused])
  assert.equal(wire.sockets.length, 1)
})

test("without a network it says offline, and still tries", () => {
  const seen = welcomed()
  seen.online = false
  seen.wire.last.closes(1006)
  assert.deepEqual(seen.states, [State.connected, State.offline])
  seen.clock.pass(500)
  seen.wire.last.opens()
  seen.wire.last.says({ type: "welcome", epoch: 7, offset: 3, recovered: true, interview: {} })
  assert.deepEqual(seen.states, [State.connected, State.offline, State.connected])
})

test("a device without a network says so within a second, unless the server answers", () => {
  for (const answers of [false, true]) {
    const seen = welcomed()
    seen.online = false
    seen.connection.check()
    if (answers) {
      seen.wire.last.opens()
      seen.wire.last.says({ type: "welcome", epoch: 7, offset: 3, recovered: true, interview: {} })
    }
    seen.clock.pass(1000)
    assert.deepEqual(seen.states, answers ? [State.connected] : [State.connected, State.offline])
  }
})

test("a slow line, 3 s there and back, is no lost one", () => {
  const { wire, clock, states } = welcomed()
  for (let n = 0; n < 50; n += 1) {
    clock.pass(4000)
    assert.deepEqual(wire.last.sent.at(-1), { type: "ping" })
    clock.pass(3000)
    wire.last.says({ type: "pong" })
  }
  assert.deepEqual(states, [State.connected])
  assert.equal(wire.sockets.length, 1)
})

test("while a return is tried, nothing is handed over", () => {
  const { wire, connection } = welcomed()
  connection.check()
  assert.equal(connection.send({ type: "answer" }), false)
  connection.mention({ type: "composing", turn: 1, words: 3 })
  connection.doubt()
  assert.equal(wire.sockets.length, 2)
  assert.deepEqual(wire.sockets.map(({ sent }) => sent.length), [1, 0])
})

test("an answer without a reply is slow, then the connection is given up", () => {
  const { wire, clock, states, connection } = welcomed()
  assert.equal(connection.send({ type: "answer" }), true)
  clock.pass(8999)
  assert.deepEqual(states, [State.connected, State.slow])
  clock.pass(1)
  assert.deepEqual(states, [State.connected, State.slow, State.reconnecting])
  assert.equal(wire.sockets[0].closed, true)
  assert.equal(connection.send({ type: "answer" }), false)
})

test("a reply ends the slowness", () => {
  const { wire, clock, states, connection } = welcomed()
  connection.send({ type: "answer" })
  clock.pass(2000)
  wire.last.says({ type: "ack", turn: 1, offset: 4 })
  clock.pass(8999)
  assert.deepEqual(states, [State.connected, State.slow, State.connected])
})

test("a silent server is asked for a sign of life, and given up without one", () => {
  const { wire, clock, states } = welcomed()
  clock.pass(4000)
  assert.deepEqual(wire.last.sent.at(-1), { type: "ping" })
  clock.pass(4999)
  wire.last.says({ type: "pong" })
  clock.pass(8999)
  assert.deepEqual(states, [State.connected])
  clock.pass(1)
  assert.deepEqual(states, [State.connected, State.reconnecting])
})

test("a sign of life is no acknowledgement", () => {
  const { wire, clock, states, connection } = welcomed()
  connection.send({ type: "answer" })
  clock.pass(4000)
  wire.last.says({ type: "pong" })
  clock.pass(6000)
  assert.deepEqual(states, [State.connected, State.slow, State.reconnecting])
})

test("what an old socket says is not heard", () => {
  const { wire, clock, events } = welcomed()
  const old = wire.last
  old.closes(1006)
  clock.pass(500)
  const heard = events.length
  old.says({ type: "question", offset: 9 })
  old.closes(4101)
  assert.equal(events.length, heard)
})

test("the end is the end", () => {
  const { wire, clock, states, connection } = welcomed()
  connection.end()
  clock.pass(60000)
  assert.deepEqual(states, [State.connected, State.ended])
  assert.equal(wire.last.closed, true)
  assert.equal(wire.sockets.length, 1)
})

test("a return that nobody answers gets another beside it, and the first to open counts", () => {
  const { wire, clock, events } = welcomed()
  wire.last.closes(1006)
  clock.pass(500)
  assert.equal(wire.sockets.length, 2)
  clock.pass(2500)
  assert.equal(wire.sockets.length, 3)
  const [, hung, open] = wire.sockets
  open.opens()
  assert.deepEqual([hung.closed, open.closed], [true, false])
  hung.opens()
  assert.deepEqual(hung.sent, [])
  open.says({ type: "welcome", epoch: 7, offset: 3, recovered: true, interview: {} })
  assert.equal(events.length, 2)
  clock.pass(4000)
  assert.equal(wire.sockets.length, 3)
})

test("who was answered by nobody for long comes back soon", () => {
  const { wire, clock } = welcomed()
  wire.last.closes(1006)
  clock.pass(500)
  clock.pass(10_000)
  const tried = wire.sockets.length
  clock.pass(500)
  assert.equal(wire.sockets.length, tried + 1)
})

test("the first connection is tried once", () => {
  const { wire, clock } = connect()
  clock.pass(9999)
  assert.equal(wire.sockets.length, 1)
})

test("too many rooms are told as such until one is closed", async () => {
  const seen = connect()
  const turn = () => new Promise((done) => setImmediate(done))
  seen.refusal = "too_many_rooms"
  seen.wire.last.closes(1006)
  await turn()
  assert.deepEqual(seen.states, [State.reconnecting, State.crowded])
  seen.clock.pass(500)
  seen.wire.last.closes(1006)
  await turn()
  assert.deepEqual(seen.states, [State.reconnecting, State.crowded])
  seen.clock.pass(1000)
  seen.wire.last.opens()
  seen.wire.last.says({ type: "welcome", epoch: 7, offset: 0, recovered: false, interview: {} })
  assert.deepEqual(seen.states, [State.reconnecting, State.crowded, State.connected])
})

test("a server that says nothing of rooms is reconnected to", async () => {
  const seen = connect()
  seen.wire.last.closes(1006)
  await new Promise((done) => setImmediate(done))
  assert.deepEqual(seen.states, [State.reconnecting])
})
