import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import vm from "node:vm"

import { drafts } from "../offline.js"

const source = readFileSync(new URL("../../worker/worker.js", import.meta.url), "utf8")
const shell = { name: "viceconsul/static/new/", page: "/offline", files: ["/static/new/room.js"] }

// A browser as far as a worker sees it: caches by name, and a network that can be gone.
class World {
  caches = new Map([["viceconsul/static/old/", new Map()]])
  network = new Map()
  asked = []
  #listeners = {}

  constructor() {
    const path = (request) => new URL(request.url ?? request, "http://host").pathname
    const cache = (kept) => ({
      addAll: async (all) => all.forEach((address) => kept.set(address, `kept ${address}`)),
      add: async (address) => kept.set(address, `kept anew ${address}`),
    })
    vm.runInNewContext(`const shell = ${JSON.stringify(shell)}\n${source}`, {
      URL,
      Response: { error: () => "error" },
      addEventListener: (type, listener) => (this.#listeners[type] = listener),
      skipWaiting: () => (this.skipped = true),
      registration: {},
      clients: { claim: async () => (this.claimed = true) },
      fetch: async (request) => {
        this.asked.push(path(request))
        if (!this.network.has(path(request))) throw new TypeError("no network")
        return this.network.get(path(request))
      },
      caches: {
        open: async (name) => cache(this.caches.get(name) ?? this.caches.set(name, new Map()).get(name)),
        keys: async () => [...this.caches.keys()],
        delete: async (name) => this.caches.delete(name),
        match: async (request) => [...this.caches.values()].map((kept) => kept.get(path(request))).find(Boolean),
      },
    })
  }

  // happen tells the worker of an event and returns its answer; undefined when it leaves
  // the request alone.
  async happen(type, request) {
    let answer
    const work = []
    this.#listeners[type]({ request, waitUntil: (promise) => work.push(promise), respondWith: (promise) => (answer = promise) })
    answer = await answer
    await Promise.all(work)
    return answer
  }

  async ready() {
    await this.happen("install")
    await this.happen("activate")
    return this
  }
}

const navigate = (path, method = "GET") => ({ url: `http://host${path}`, mode: "navigate", method })
const ask = (path, method = "GET") => ({ url: `http://host${path}`, mode: "cors", method })

test("a new shell takes the place of the old one at once", async () => {
  const world = await new World().ready()
  assert.deepEqual([...world.caches.keys()], [shell.name])
  assert.deepEqual([...world.caches.get(shell.name).keys()], ["/offline", "/static/new/room.js"])
  assert.ok(world.skipped && world.claimed)
})

test("pages come from the server, and the kept one in their place when none comes", async () => {
  const world = await new World().ready()
  world.network.set("/profile/f1", "page")
  assert.equal(await world.happen("fetch", navigate("/profile/f1")), "page")
  assert.equal(await world.happen("fetch", navigate("/interviews/7")), "kept /offline")
  assert.equal(await world.happen("fetch", navigate("/profile/f1", "POST")), "page")
  assert.equal(world.caches.get(shell.name).size, 2, "nothing that came was kept")
})

test("files of the shell come from the browser, everything else is left alone", async () => {
  const world = await new World().ready()
  assert.equal(await world.happen("fetch", ask("/static/new/room.js")), "kept /static/new/room.js")
  assert.deepEqual(world.asked, [])
  for (const request of [ask("/api/v1/interviews/7"), ask("/static/old/room.js"), ask("/static/new/room.js", "POST"), ask("/api/v1/profiles/f1", "PUT")]) {
    assert.equal(await world.happen("fetch", request), undefined)
  }
})

test("a language just chosen is that of the kept page too", async () => {
  const world = await new World().ready()
  world.network.set("/display", "back")
  assert.equal(await world.happen("fetch", navigate("/display", "POST")), "back")
  assert.equal(world.caches.get(shell.name).get("/offline"), "kept anew /offline")
})

test("the offline page counts what is kept, and no choices", () => {
  const names = ["viceconsul.7.draft", "viceconsul.7.unsent", "viceconsul.profile.f1.texts", "viceconsul.room.silence", "other.draft"]
  assert.equal(drafts({ length: names.length, key: (i) => names[i] }), 3)
})
