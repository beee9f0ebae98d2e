// Saving while a person writes: a little after the last key, never two at once,
// and the newest text always last. It knows nothing of the page.

import { say } from "./say.js"

export const pauseMs = 600 // after the last key
const retryMs = 5000 // after a save that did not arrive

export const Saved = {
  idle: "idle",
  saving: "saving",
  saved: "saved",
  kept: "kept", // not saved: kept on this device
}

export class Autosave {
  #world
  #collect
  #put
  #keep
  #told
  #timer
  #running // the save that is on its way, a promise
  #again = false
  #stopped = false
  #changes = 0 // so far

  // collect returns what is to be saved; put is a promise of the server's answer;
  // keep stores it on this device, or forgets it when given nothing; told takes each
  // state, with the answer when saved. world has setTimeout and clearTimeout.
  constructor({ world, collect, put, keep, told }) {
    this.#world = world
    this.#collect = collect
    this.#put = put
    this.#keep = keep
    this.#told = told
  }

  // changed waits for the end of the typing. The text is on this device at once.
  changed() {
    this.#changes += 1
    this.#keep(this.#collect())
    this.#after(pauseMs)
  }

  // stop saves no more: the page sends everything itself. It returns a promise of the end
  // of a save that is on its way; undefined when there is none.
  stop() {
    this.#world.clearTimeout(this.#timer)
    this.#again = false
    this.#stopped = true
    return this.#running
  }

  async now() {
    this.#world.clearTimeout(this.#timer)
    if (this.#stopped) return
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = this.#save()
    await this.#running
    this.#running = undefined
    if (this.#again) {
      this.#again = false
      await this.now()
    }
  }

  async #save() {
    const texts = this.#collect()
    this.#told(Saved.saving)
    const changes = this.#changes
    try {
      const answer = await this.#put(texts)
      if (changes === this.#changes) this.#keep()
      this.#told(Saved.saved, answer)
    } catch {
      this.#keep(texts)
      this.#told(Saved.kept)
      this.#after(retryMs)
    }
  }

  #after(ms) {
    this.#world.clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = this.#world.setTimeout(() => this.now(), ms)
  }
}

// savedWords says a state; at is when the server saved, as a clock shows it.
export function savedWords(state, at = "") {
  return state === Saved.idle ? "" : say(`saving.${state}`, { at })
}
