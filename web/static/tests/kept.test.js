import assert from "node:assert/strict"
import { test } from "node:test"

import { Outbox, Press, Store, newID } from "../kept.js"
import { Clock, FullStorage, MapStorage } from "./world.js"

test("a store gives back what was kept, and forgets an empty text", () => {
  const storage = new MapStorage()
  const store = new Store(storage, "one.")
  assert.equal(store.set("draft", "My father."), true)
  assert.equal(new Store(storage, "one.").get("draft"), "My father.")
  assert.equal(new Store(storage, "two.").get("draft"), "")
  store.set("draft", "")
  assert.equal(storage.size, 0)
})

test("a store without storage keeps the text while the page lives", () => {
  for (const storage of [undefined, new FullStorage()]) {
    const store = new Store(storage, "one.")
    assert.equal(store.set("draft", "My father."), false)
    assert.equal(store.get("draft"), "My father.")
  }
})

test("an outbox keeps answers over a reload until they are taken", () => {
  const store = new Store(new MapStorage(), "one.")
  new Outbox(store).add({ id: "a", turn: 1, text: "My father." })
  const reloaded = new Outbox(store)
  assert.deepEqual(reloaded.waiting, [{ id: "a", turn: 1, text: "My father." }])
  assert.equal(reloaded.take("b"), undefined)
  assert.deepEqual(reloaded.take("a"), { id: "a", turn: 1, text: "My father." })
  assert.deepEqual(new Outbox(store).waiting, [])
})

test("an outbox begins empty where the storage holds something else", () => {
  for (const text of ["", "{", '"text"', "3"]) {
    const store = new Store(new MapStorage([["one.unsent", text]]), "one.")
    assert.deepEqual(new Outbox(store).waiting, [], text)
  }
})

test("ids are UUIDs of version 4", () => {
  assert.equal(newID(new Uint8Array(16)), "00000000-0000-4000-8000-000000000000")
  assert.equal(newID(new Uint8Array(16).fill(255)), "ffffffff-ffff-4fff-bfff-ffffffffffff")
  assert.notEqual(newID(), newID())
})

// A window that hears what is pressed.
function hand() {
  const clock = new Clock()
  const hears = {}
  const press = new Press({
    addEventListener: (event, act) => (hears[event] = act),
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
  })
  const done = []
  return { clock, done, does: (event) => hears[event](), after: (name) => press.after(() => done.push(name)) }
}

test("what comes while a finger presses waits for the click, in its order", () => {
  const { clock, done, does, after } = hand()
  after("before")
  does("pointerdown")
  after("first")
  does("pointerup")
  after("second")
  clock.pass(299) // a slow phone clicks late
  assert.deepEqual(done, ["before"])
  does("click")
  assert.deepEqual(done, ["before"])
  clock.pass(0)
  assert.deepEqual(done, ["before", "first", "second"])
  after("later")
  assert.equal(done.at(-1), "later")
})

test("a press that ends in nothing holds nothing up", () => {
  for (const [end, ms] of [["pointerup", 300], ["pointercancel", 0], [undefined, 3000]]) {
    const { clock, done, does, after } = hand()
    does("pointerdown")
    after("late")
    if (end) does(end)
    clock.pass(ms)
    assert.deepEqual(done, ["late"], end)
  }
})

test("a second finger begins the wait anew", () => {
  const { clock, done, does, after } = hand()
  does("pointerdown")
  after("late")
  does("pointerup")
  does("pointerdown")
  clock.pass(2999)
  assert.deepEqual(done, [])
  does("click")
  clock.pass(0)
  assert.deepEqual(done, ["late"])
})
