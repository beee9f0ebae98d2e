// What the tests put in the place of a browser.

export class MapStorage {
  #texts

  constructor(entries = []) {
    this.#texts = new Map(entries)
  }

  get size() {
    return this.#texts.size
  }

  getItem(name) {
    return this.#texts.get(name) ?? null
  }

  setItem(name, text) {
    this.#texts.set(name, text)
  }

  removeItem(name) {
    this.#texts.delete(name)
  }
}

export class FullStorage extends MapStorage {
  setItem() {
    throw new Error("QuotaExceededError")
  }
}

// Clock runs timers when it is told to.
export class Clock {
  #now = 0
  #timers = new Map()
  #last = 0

  setTimeout = (act, ms) => {
    this.#last += 1
    this.#timers.set(this.#last, { act, at: this.#now + ms })
    return this.#last
  }

  clearTimeout = (timer) => this.#timers.delete(timer)

  // pass lets time go by, running what falls due in order.
  pass(ms) {
    const end = this.#now + ms
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0]
      if (!due) break
      this.#timers.delete(due[0])
      this.#now = due[1].at
      due[1].act()
    }
    this.#now = end
  }
}

// Wire stands for the network: it makes sockets and remembers them.
export class Wire {
  sockets = []
  WebSocket = wired(this)

  get last() {
    return this.sockets.at(-1)
  }
}

function wired(wire) {
  return class {
    sent = []
    closed = false

    constructor(url, protocol) {
      Object.assign(this, { url, protocol })
      wire.sockets.push(this)
    }

    send(text) {
      this.sent.push(JSON.parse(text))
    }

    close() {
      this.closed = true
    }

    opens() {
      this.onopen()
    }

    says(event) {
      this.onmessage({ data: JSON.stringify(event) })
    }

    closes(code, reason = "") {
      this.onclose({ code, reason })
    }
  }
}
