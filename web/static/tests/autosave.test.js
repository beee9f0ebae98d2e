import assert from "node:assert/strict"
import { test } from "node:test"

import "./english.js"
import { Autosave, Saved, savedWords } from "../autosave.js"
import { Clock } from "./world.js"

function page() {
  const seen = { clock: new Clock(), text: "", puts: [], kept: "", states: [] }
  seen.autosave = new Autosave({
    world: seen.clock,
    collect: () => seen.text,
    put: (text) => new Promise((resolve, reject) => seen.puts.push({ text, resolve, reject })),
    keep: (text = "") => (seen.kept = text),
    told: (state) => seen.states.push(state),
  })
  seen.write = (text) => {
    seen.text = text
    seen.autosave.changed()
  }
  return seen
}

const settled = () => new Promise((done) => setImmediate(done))

test("it saves 600 ms after the last key, once", async () => {
  const seen = page()
  seen.write("3")
  seen.clock.pass(599)
  seen.write("3 weeks")
  seen.clock.pass(599)
  assert.equal(seen.puts.length, 0)
  assert.equal(seen.kept, "3 weeks")
  seen.clock.pass(1)
  assert.deepEqual(seen.puts.map(({ text }) => text), ["3 weeks"])
  seen.puts[0].resolve({})
  await settled()
  assert.deepEqual(seen.states, [Saved.saving, Saved.saved])
  assert.equal(seen.kept, "")
})

test("what is written during a save is saved after it, and kept until then", async () => {
  const seen = page()
  seen.write("3")
  seen.clock.pass(600)
  seen.write("3 weeks")
  seen.puts[0].resolve({})
  await settled()
  assert.equal(seen.kept, "3 weeks")
  seen.clock.pass(600)
  assert.deepEqual(seen.puts.map(({ text }) => text), ["3", "3 weeks"])
})

test("two saves never run at once", async () => {
  const seen = page()
  seen.text = "one"
  seen.autosave.now()
  seen.text = "two"
  seen.autosave.now()
  seen.autosave.now()
  assert.equal(seen.puts.length, 1)
  seen.puts[0].resolve({})
  await settled()
  assert.deepEqual(seen.puts.map(({ text }) => text), ["one", "two"])
})

test("a save that does not arrive stays on the device and is tried again", async () => {
  const seen = page()
  seen.write("3 weeks")
  seen.clock.pass(600)
  seen.puts[0].reject(new Error("offline"))
  await settled()
  assert.equal(seen.states.at(-1), Saved.kept)
  assert.equal(seen.kept, "3 weeks")
  seen.clock.pass(5000)
  seen.puts[1].resolve({})
  await settled()
  assert.equal(seen.states.at(-1), Saved.saved)
  assert.equal(seen.kept, "")
})

test("after the page sends itself nothing is saved", () => {
  const seen = page()
  seen.write("3 weeks")
  seen.autosave.stop()
  seen.clock.pass(10000)
  assert.equal(seen.puts.length, 0)
  assert.equal(seen.kept, "3 weeks")
})

test("who sends the page can wait for the save that is on its way", async () => {
  const seen = page()
  assert.equal(seen.autosave.stop(), undefined)
  for (const end of ["resolve", "reject"]) {
    const seen = page()
    seen.write("3 weeks")
    seen.clock.pass(600)
    let over = false
    seen.autosave.stop().then(() => (over = true))
    await settled()
    assert.equal(over, false)
    seen.puts[0][end]({})
    await settled()
    assert.equal(over, true)
    assert.equal(seen.autosave.stop(), undefined)
    seen.clock.pass(10000)
    assert.equal(seen.puts.length, 1)
  }
})

test("states are said in words", () => {
  assert.equal(savedWords(Saved.saved, "10:42"), "Saved 10:42")
  assert.equal(savedWords(Saved.kept), "Not saved: offline, kept on this device")
})
