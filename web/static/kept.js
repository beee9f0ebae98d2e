// What this browser keeps for a while: the draft of an answer, answers not yet
// acknowledged, and what comes while a finger presses.

// Store keeps text under names that begin with a prefix. Where the browser has no
// storage, or it is full, it keeps them for as long as the page lives.
export class Store {
  #storage
  #prefix
  #spare = new Map()

  constructor(storage, prefix) {
    this.#storage = storage
    this.#prefix = prefix
  }

  get(name) {
    if (this.#spare.has(name)) return this.#spare.get(name)
    try {
      return this.#storage.getItem(this.#prefix + name) ?? ""
    } catch {
      return ""
    }
  }

  // set keeps text; an empty one is forgotten. It reports whether the text will
  // outlive the page.
  set(name, text) {
    try {
      if (text === "") this.#storage.removeItem(this.#prefix + name)
      else this.#storage.setItem(this.#prefix + name, text)
      this.#spare.delete(name)
      return true
    } catch {
      this.#spare.set(name, text)
      return false
    }
  }
}

// browserStore is a Store over the browser's own storage, which may be forbidden.
export function browserStore(prefix) {
  let storage
  try {
    storage = globalThis.localStorage
  } catch {
    storage = undefined // set and get fall back to memory
  }
  return new Store(storage, prefix)
}

// Outbox holds answers from the moment they are sent until they are acknowledged,
// each with the id it was first sent with.
export class Outbox {
  #store
  #answers

  constructor(store) {
    this.#store = store
    this.#answers = read(store.get("unsent"))
  }

  // waiting lists the answers the server has not acknowledged, oldest first.
  get waiting() {
    return [...this.#answers]
  }

  add(answer) {
    this.#answers.push(answer)
    this.#keep()
  }

  // take removes an answer and returns it; undefined when it is not here.
  take(id) {
    const found = this.#answers.find((answer) => answer.id === id)
    this.#answers = this.#answers.filter((answer) => answer !== found)
    this.#keep()
    return found
  }

  #keep() {
    this.#store.set("unsent", this.#answers.length ? JSON.stringify(this.#answers) : "")
  }
}

const longestPress = 3000 // a finger that leaves the window is never seen lifted
const clickWithin = 300 // ms after a finger lifts, on a slow phone

// Press keeps what would move the page until nothing is pressed: a press that ends
// elsewhere than it began does not count.
export class Press {
  #world
  #pressed = false
  #late = [] // oldest first
  #timer

  // world has addEventListener, setTimeout and clearTimeout, as a window has.
  constructor(world = globalThis) {
    this.#world = world
    const on = (event, act) => world.addEventListener(event, act, true)
    on("pointerdown", () => this.#press())
    on("pointerup", () => this.#end(clickWithin))
    on("pointercancel", () => this.#end(0))
    on("click", () => this.#end(0)) // after all that hear the click
  }

  // after does something at once, or as soon as nothing is pressed.
  after(act) {
    if (this.#pressed) this.#late.push(act)
    else act()
  }

  #press() {
    this.#pressed = true
    this.#end(longestPress)
  }

  #end(ms) {
    this.#world.clearTimeout(this.#timer)
    this.#timer = this.#world.setTimeout(() => this.#lift(), ms)
  }

  #lift() {
    this.#pressed = false
    for (const act of this.#late.splice(0)) act()
  }
}

function read(text) {
  try {
    const list = JSON.parse(text)
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

// newID is a random UUID (version 4). crypto.randomUUID does not exist on pages
// served over plain http.
export function newID(bytes = crypto.getRandomValues(new Uint8Array(16))) {
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
