// The connection to the interview: it says hello with where it stands, comes back
// when it is lost, and tells in words how it is. It knows nothing of the page.

import { has, say } from "./say.js"

export const protocol = "viceconsul.v1"

const secondsToMs = 1000
const firstWait = 0.5 * secondsToMs // before the first return; doubled each time
const patientWait = 2.5 * secondsToMs // the longest between the first returns: somebody is at the window
const againAfter = 2.5 * secondsToMs // a return nobody answers hangs long after the network is back: one more beside it
const eagerReturns = 20
const longestWait = 15 * secondsToMs
const slowAfter = 2 * secondsToMs // without an answer: said to be slow
const lostAfter = 10 * secondsToMs // without an answer to what was sent: come back
const pingAfter = 4 * secondsToMs // of silence
const pongWithin = 5 * secondsToMs // more than two turns of a slow line; with pingAfter, a dead network shows in 9 s
const offlineAfter = 1 * secondsToMs // without an answer, when the device says it has no network: a server on it needs none

// States a connection tells.
export const State = {
  connecting: "connecting",
  connected: "connected",
  slow: "slow", // something was sent and not answered yet
  reconnecting: "reconnecting",
  offline: "offline", // as reconnecting, and the device says there is no network
  crowded: "crowded", // as reconnecting: this browser has too many rooms open
  replaced: "replaced", // another tab holds the interview
  refused: "refused", // the server will not have us back
  ended: "ended",
}

// connectionWords say how the connection is.
export const connectionWords = (state) => say(`room.live.connection.${state}`)

// lostWords are said as an alert; "" in a state that is no alarm.
export const lostWords = (state) => (has(`room.live.lost.${state}`) ? say(`room.live.lost.${state}`) : "")

// hurried are the policy closes of a slow or eager line, not of a wrong client.
const hurried = ["hello too late", "message too slow", "slow down"]

// comesBack reports whether the client should return after a close. 4000 to 4099
// are ours and temporary, 4100 to 4199 ours and final; the rest is RFC 6455.
export function comesBack(code, reason = "") {
  if (code >= 4000) return code < 4100
  if (code === 1008) return hurried.includes(reason)
  return ![1000, 1002, 1003, 1007, 1009].includes(code)
}

const replacedCode = 4101
const crowdedCode = "too_many_rooms" // of the server's refusal

// waitBefore is how long to wait before the nth return, from 1: between half and
// all of a doubling wait, so that many clients do not come at once. random is from
// 0 to 1.
export function waitBefore(n, random) {
  const full = Math.min(n <= eagerReturns ? patientWait : longestWait, firstWait * 2 ** (n - 1))
  return full / 2 + (full / 2) * random
}

export class Connection {
  #world
  #url
  #heard
  #told
  #socket
  #opening = new Set() // sockets that nobody has answered yet
  #position = {}
  #state = State.connecting
  #returns = 0
  #hint = 0
  #timers = {}
  #stopped = false

  // world has WebSocket, setTimeout, clearTimeout and random, as a browser has; online
  // tells what the device thinks of its network, and refusal resolves to why the server
  // takes no socket, "" when it does not say. heard takes each event; told takes each new
  // state.
  constructor({ url, heard, told, world }) {
    this.#url = url
    this.#heard = heard
    this.#told = told
    this.#world = world
  }

  get state() {
    return this.#state
  }

  open() {
    this.#stopped = false
    this.#clear("return")
    this.#drop()
    this.#try()
    this.#expectAnswer()
  }

  // send hands a message over and expects an answer to it. False: not connected,
  // send it again after the next welcome.
  send(message) {
    if (!this.#open) return false
    this.#socket.send(JSON.stringify(message))
    this.#expectAnswer()
    return true
  }

  // mention hands over a message, or a part of a recording, that gets no answer and is not
  // sent again.
  mention(message) {
    if (!this.#open) return
    this.#socket.send(message instanceof Blob ? message : JSON.stringify(message))
  }

  // doubt asks for a sign of life, where a lost answer would be missed.
  doubt() {
    if (this.#open && this.#state === State.connected) this.#ping()
  }

  // end closes for good, because all was said.
  end() {
    this.#stop(State.ended)
  }

  // check finds out whether the server is still there, by coming back at once: the
  // network or the page has changed.
  check() {
    if (this.#stopped) return
    this.#returns = 0
    this.open()
    if (!this.#world.online()) this.#after("offline", offlineAfter, () => this.#tell(State.offline))
  }

  // open says whether a message can be handed over; while a return is tried it cannot.
  get #open() {
    return Boolean(this.#socket) && (this.#state === State.connected || this.#state === State.slow)
  }

  // try opens a socket. The first one that opens is the connection.
  #try() {
    const socket = new this.#world.WebSocket(this.#url, protocol)
    this.#opening.add(socket)
    socket.onopen = () => this.#opened(socket)
    socket.onmessage = (message) => this.#receive(socket, message)
    socket.onclose = (close) => this.#closed(socket, close)
    if (this.#returns > 0 && this.#returns <= eagerReturns) this.#after("again", againAfter, () => this.#try())
  }

  #opened(socket) {
    if (!this.#opening.delete(socket)) return
    this.#abandon()
    this.#socket = socket
    this.#expectAnswer()
    this.#hello()
  }

  // abandon closes what nobody has answered.
  #abandon() {
    this.#clear("again")
    const waiting = [...this.#opening]
    this.#opening.clear()
    for (const socket of waiting) socket.close()
  }

  #closed(socket, { code, reason }) {
    if (!this.#opening.delete(socket)) return this.#lost(socket, code, reason)
    if (this.#opening.size > 0) return
    this.#lost(undefined, code, reason)
    this.#ask()
  }

  // ask finds out why the server took no socket, which a browser does not tell.
  async #ask() {
    if (this.#returns > 1 && this.#state !== State.crowded) return
    const code = await this.#world.refusal()
    if (this.#socket || this.#opening.size > 0 || ![State.reconnecting, State.crowded].includes(this.#state)) return
    this.#tell(code === crowdedCode ? State.crowded : State.reconnecting)
  }

  #hello() {
    this.#socket.send(JSON.stringify({ type: "hello", ...this.#position }))
  }

  #receive(socket, message) {
    if (socket !== this.#socket) return
    this.#alive()
    const event = JSON.parse(message.data)
    if (event.type === "pong") return
    this.#answered()
    if (event.type === "welcome") this.#welcome(event)
    if (event.type === "bye") this.#hint = event.retry_after_ms ?? 0
    this.#heard(event)
    if (event.offset > this.#position.offset) this.#position.offset = event.offset
  }

  #welcome({ epoch, offset = 0 }) {
    this.#position = { epoch, offset }
    this.#returns = 0
    this.#clear("offline")
    this.#tell(State.connected)
  }

  #lost(socket, code, reason) {
    if (socket !== this.#socket) return
    this.#drop()
    if (code === replacedCode) return this.#stop(State.replaced)
    if (!comesBack(code, reason)) return this.#stop(code === 1000 ? State.ended : State.refused)
    if (!this.#world.online()) this.#tell(State.offline)
    else if (socket || this.#state !== State.crowded) this.#tell(State.reconnecting)
    this.#returns += 1
    this.#after("return", this.#hint || waitBefore(this.#returns, this.#world.random()), () => this.open())
    this.#hint = 0
  }

  // expectAnswer starts the clocks of a message: an open socket is no proof of a
  // network.
  #expectAnswer() {
    const socket = this.#socket
    this.#after("slow", slowAfter, () => this.#state === State.connected && this.#tell(State.slow))
    this.#after("lost", lostAfter, () => {
      if (!socket) this.#hint = firstWait // nobody answered at all, which was wait enough
      this.#lost(socket, 1006)
    })
  }

  // answered ends the clocks of a message.
  #answered() {
    this.#clear("slow")
    this.#clear("lost")
    if (this.#state === State.slow) this.#tell(State.connected)
  }

  // alive starts the wait for the next sign of life.
  #alive() {
    this.#clear("pong")
    this.#after("ping", pingAfter, () => this.#ping())
  }

  // ping asks the server for a sign of life, since a browser does not show the socket's
  // own pings to a page.
  #ping() {
    const socket = this.#socket
    this.#after("pong", pongWithin, () => this.#lost(socket, 1006))
    socket.send(JSON.stringify({ type: "ping" }))
  }

  #stop(state) {
    this.#stopped = true
    this.#drop()
    this.#clear("return")
    this.#tell(state)
  }

  // drop lets go of the socket without hearing from it again.
  #drop() {
    const socket = this.#socket
    this.#socket = undefined
    this.#abandon()
    for (const name of ["slow", "lost", "ping", "pong", "offline"]) this.#clear(name)
    socket?.close()
  }

  #tell(state) {
    if (state === this.#state) return
    this.#state = state
    this.#told(state)
  }

  #after(name, ms, act) {
    this.#clear(name)
    this.#timers[name] = this.#world.setTimeout(act, ms)
  }

  #clear(name) {
    this.#world.clearTimeout(this.#timers[name])
  }
}
