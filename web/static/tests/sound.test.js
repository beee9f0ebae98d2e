import assert from "node:assert/strict"
import { test } from "node:test"

import { BrowserSpeech, Officer, longestMs, offered, voicesOf } from "../sound.js"
import { Clock } from "./world.js"

const settled = () => new Promise((done) => setImmediate(done))
const line = { turn: 2, text: "Who pays for your studies?" }

// desk is an officer over a server and a browser that note what they are asked to do.
function desk({ lean = false, serves = true, speaks = true } = {}) {
  const seen = { clock: new Clock(), did: [], lean, serves, over: undefined }
  const player = (name) => ({
    play: () => (seen.did.push(`play ${name}`), new Promise((done) => (seen.over = done))),
    stop: () => (seen.did.push(`stop ${name}`), seen.over()),
  })
  seen.officer = new Officer({
    world: {
      setTimeout: seen.clock.setTimeout,
      clearTimeout: seen.clock.clearTimeout,
      fetch: (turn, signal) => {
        seen.did.push(`fetch ${turn}`)
        if (seen.serves === "late") return new Promise((_, failed) => signal.addEventListener("abort", failed))
        return seen.serves ? Promise.resolve("sound") : Promise.reject(new Error("no sound: 503"))
      },
      player: () => player("sound"),
      speech: () => Promise.resolve(speaks ? player("voice") : undefined),
      lean: () => seen.lean,
    },
    told: () => {},
  })
  seen.officer.offered(true)
  return seen
}

test("nothing sounds before somebody wants it", async () => {
  const { officer, did } = desk()
  officer.say(line)
  await settled()
  assert.deepEqual(did, [])
  officer.again()
  await settled()
  assert.deepEqual(did, ["fetch 2", "play sound"])
})

test("a line is said by the server, and again without asking for it again", async () => {
  const seen = desk()
  seen.officer.want(true)
  seen.officer.say(line)
  await settled()
  assert.equal(seen.officer.speaking, true)
  seen.over()
  await settled()
  assert.equal(seen.officer.speaking, false)
  seen.officer.again()
  await settled()
  assert.deepEqual(seen.did, ["fetch 2", "play sound", "play sound"])
})

test("where the server cannot, the browser says it; where neither can, nobody does", async () => {
  for (const [speaks, did] of [[true, ["fetch 2", "play voice"]], [false, ["fetch 2"]]]) {
    const seen = desk({ serves: false, speaks })
    seen.officer.want(true)
    seen.officer.say(line)
    await settled()
    assert.deepEqual(seen.did, did)
    assert.equal(seen.officer.speaking, speaks)
  }
})

test("a server that is late is not waited for", async () => {
  const seen = desk({ serves: "late" })
  seen.officer.want(true)
  seen.officer.say(line)
  seen.clock.pass(6000)
  await settled()
  assert.deepEqual(seen.did, ["fetch 2", "play voice"])
})

test("sound stops at once, and what was still coming is not said", async () => {
  const seen = desk()
  seen.officer.want(true)
  seen.officer.say(line)
  seen.officer.stop()
  await settled()
  assert.deepEqual(seen.did, ["fetch 2"])
  seen.officer.again()
  await settled()
  seen.officer.want(false)
  await settled()
  assert.equal(seen.did.at(-1), "stop sound")
  assert.equal(seen.officer.speaking, false)
})

test("where sound costs much, it is fetched when somebody asks", async () => {
  const seen = desk({ lean: true })
  seen.officer.want(true)
  seen.officer.say(line)
  await settled()
  assert.deepEqual(seen.did, [])
  seen.officer.again()
  await settled()
  assert.deepEqual(seen.did, ["fetch 2", "play sound"])
})

const voice = (name, lang, localService = true) => ({ name, lang, localService })

test("at most six English voices, those of the United States and of this device first", () => {
  const all = [voice("Anna", "de-DE"), voice("Cloud", "en-US", false), voice("Daniel", "en_GB"), voice("Alex", "en-US"), voice("Alex", "en-US"), voice("Enzo", "eng")]
  assert.deepEqual(offered(all).map(({ name }) => name), ["Alex", "Cloud", "Daniel"])
  assert.equal(offered(Array.from({ length: 3000 }, (_, i) => voice(`v${i}`, "en-IN"))).length, 6)
})

test("a list of voices that comes late, or never", async () => {
  assert.deepEqual(await voicesOf({}), [])
  let listed = []
  const late = { getVoices: () => listed, addEventListener: (_, act) => setImmediate(() => ((listed = [voice("Alex", "en-US")]), act())) }
  assert.equal((await voicesOf({ synthesis: late, setTimeout: () => {} })).length, 1)
  const never = { getVoices: () => [], addEventListener: () => {} }
  assert.deepEqual(await voicesOf({ synthesis: never, setTimeout: (act) => setImmediate(act) }), [])
})

// synthesis is a browser's speech that does what a test tells it.
function synthesis() {
  const clock = new Clock()
  const seen = { clock, cancels: 0, said: undefined }
  const world = {
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    Utterance: class {
      constructor(text) {
        this.text = text
      }
    },
    synthesis: { speak: (said) => (seen.said = said), cancel: () => (seen.cancels += 1) },
  }
  seen.speech = new BrowserSpeech(world, voice("Alex", "en-US"))
  return seen
}

test("a browser that never says it has ended is not waited for", async () => {
  const seen = synthesis()
  const over = seen.speech.play("Who pays?")
  seen.said.onstart()
  seen.clock.pass(longestMs("Who pays?"))
  await over
})

test("a browser that does not begin, or refuses, fails", async () => {
  const still = synthesis()
  const late = assert.rejects(still.speech.play("Who pays?"))
  still.clock.pass(3000)
  await late
  const refused = synthesis()
  const over = assert.rejects(refused.speech.play("Who pays?"), /not-allowed/)
  refused.said.onerror({ error: "not-allowed" })
  await over
  assert.ok(refused.cancels > 0)
})

test("speech that is stopped is over", async () => {
  const seen = synthesis()
  const over = seen.speech.play("Who pays?")
  seen.said.onstart()
  seen.speech.stop()
  await over
})
