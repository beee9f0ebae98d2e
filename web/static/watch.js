// Watches for the end of a second reading. It knows nothing of the page.

const slowest = 10 // times the usual wait, after answers that did not come

export class Watch {
  #ask
  #show
  #revision
  #world
  #everyMs
  #misses = 0
  #timer
  #over = false
  #asking = false

  // ask is a promise of {revision, reading}; show is one kept when the newest revision is
  // on the page. world has setTimeout and clearTimeout.
  constructor({ ask, show, revision, world, everyMs }) {
    this.#ask = ask
    this.#show = show
    this.#revision = revision
    this.#world = world
    this.#everyMs = everyMs
  }

  start() {
    if (this.#over || this.#asking || this.#timer !== undefined) return
    this.#timer = this.#world.setTimeout(() => this.#look(), this.#everyMs * Math.min(2 ** this.#misses, slowest))
  }

  // stop looks no more until start.
  stop() {
    this.#world.clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #look() {
    this.#timer = undefined
    this.#asking = true
    try {
      const { revision, reading } = await this.#ask()
      if (revision > this.#revision || !reading) {
        await this.#show()
        this.#over = !reading
        this.#revision = revision
      }
      this.#misses = 0
    } catch {
      this.#misses += 1
    }
    this.#asking = false
    this.start()
  }
}
