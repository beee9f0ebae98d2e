// A form that saves itself: a little after the last key, on leaving a field, and again
// when the network is back. What the server has not got stays on this device.

import { Autosave, savedWords } from "./autosave.js"
import { browserStore } from "./kept.js"

const longestSave = 8000 // ms; one that takes longer is tried again

export class Keeping {
  #form
  #address
  #mine
  #kept
  #autosave
  #after // the form is sent once a save has ended

  // name tells the copies on this device apart; address takes the texts; mine says which
  // elements hold them; told hears of each state with the server's answer.
  constructor({ form, name, address, mine, told }) {
    this.#form = form
    this.#address = address
    this.#mine = mine
    this.#kept = browserStore(name)
    this.#autosave = new Autosave({
      world: { setTimeout: (act, ms) => setTimeout(act, ms), clearTimeout: (timer) => clearTimeout(timer) },
      collect: () => this.#collect(),
      put: (texts) => this.#put(texts),
      keep: (texts) => this.#kept.set("texts", texts ? JSON.stringify(texts) : ""),
      told: (state, answer) => this.#tell(state, answer, told),
    })
    form.addEventListener("input", ({ target }) => mine(target) && this.#autosave.changed())
    form.addEventListener("change", ({ target }) => mine(target) && this.#autosave.now())
    form.addEventListener("submit", (event) => this.#submit(event))
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload()) // it saves no more
    addEventListener("online", () => this.#kept.get("texts") && this.#autosave.now())
    this.#restore()
  }

  fields() {
    return [...this.#form.elements].filter(this.#mine)
  }

  // submit leaves the saving to the page, after a save that is on its way: the server
  // gives a newcomer one key, and what is older never comes last. What replaces the texts
  // forgets the copy on this device; everything else keeps it, since the network may be
  // gone.
  #submit(event) {
    const action = event.submitter?.value
    const saving = this.#autosave.stop()
    if (saving) {
      event.preventDefault()
      this.#after ??= saving.then(() => this.#send(event.submitter))
      return
    }
    if (action === "sample" || action === "erase" || action === "borrow") this.#kept.set("texts", "")
  }

  #send(submitter) {
    this.#after = undefined
    this.#form.requestSubmit(submitter)
  }

  // restore puts back what the server never got, and sends it.
  #restore() {
    const texts = parse(this.#kept.get("texts"))
    if (!texts) return
    for (const field of this.fields()) field.value = texts[field.name] ?? ""
    this.#autosave.now()
  }

  #collect() {
    const texts = {}
    for (const { name, value } of this.fields()) if (value.trim()) texts[name] = value.trim()
    return texts
  }

  async #put(texts) {
    const answer = await fetch(this.#address, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ texts }),
      signal: AbortSignal.timeout?.(longestSave),
    })
    if (!answer.ok) throw new Error(`not saved: ${answer.status}`)
    return answer.json()
  }

  #tell(state, answer, told) {
    const at = answer ? new Date(answer.saved_at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) : ""
    this.#form.querySelector("[data-saved]").textContent = savedWords(state, at)
    told?.(state, answer)
  }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
