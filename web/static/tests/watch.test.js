import assert from "node:assert/strict"
import { test } from "node:test"

import { Watch } from "../watch.js"
import { Clock } from "./world.js"

const settled = () => new Promise((done) => setImmediate(done))

function page(...answers) {
  const seen = { clock: new Clock(), asked: 0, shown: 0 }
  seen.watch = new Watch({
    world: seen.clock,
    revision: 1,
    everyMs: 100,
    ask: async () => {
      seen.asked += 1
      const answer = answers[Math.min(seen.asked, answers.length) - 1]
      if (!answer) throw new Error("no network")
      return answer
    },
    show: async () => (seen.shown += 1),
  })
  seen.pass = async (ms) => {
    seen.clock.pass(ms)
    await settled()
  }
  return seen
}

test("it shows the second reading once, when it has ended", async () => {
  const seen = page({ revision: 1, reading: true }, { revision: 1, reading: true }, { revision: 2 })
  seen.watch.start()
  for (let i = 0; i < 6; i++) await seen.pass(100)
  assert.deepEqual([seen.asked, seen.shown], [3, 1])
})

test("it goes on while another reading follows", async () => {
  const seen = page({ revision: 3, reading: true }, { revision: 3, reading: true }, { revision: 4 })
  seen.watch.start()
  for (let i = 0; i < 6; i++) await seen.pass(100)
  assert.deepEqual([seen.asked, seen.shown], [3, 2])
})

test("it waits longer after an answer that did not come", async () => {
  const seen = page(undefined, undefined, { revision: 2 })
  seen.watch.start()
  await seen.pass(100)
  await seen.pass(199)
  assert.equal(seen.asked, 1)
  await seen.pass(1)
  assert.equal(seen.asked, 2)
  await seen.pass(400)
  assert.deepEqual([seen.asked, seen.shown], [3, 1])
})

test("it rests while nobody looks", async () => {
  const seen = page({ revision: 2 })
  seen.watch.start()
  seen.watch.stop()
  await seen.pass(1000)
  assert.equal(seen.asked, 0)
  seen.watch.start()
  seen.watch.start()
  await seen.pass(100)
  assert.deepEqual([seen.asked, seen.shown], [1, 1])
})
