// The profile page: saves while a person writes, and says under each field how it
// was read. Without it the page works by its buttons.

import { Autosave, Saved, savedWords } from "./autosave.js"
import { browserStore } from "./kept.js"

class Profile {
  #form
  #kept
  #status
  #facts
  #autosave

  constructor(form) {
    this.#form = form
    this.#kept = browserStore(`viceconsul.profile.${form.dataset.profile}.`)
    this.#status = form.querySelector("[data-saved]")
    this.#facts = form.querySelector("[data-facts]")
    this.#autosave = new Autosave({
      world: { setTimeout: (act, ms) => setTimeout(act, ms), clearTimeout: (timer) => clearTimeout(timer) },
      collect: () => this.#collect(),
      put: (texts) => this.#put(texts),
      keep: (texts) => this.#kept.set("texts", texts ? JSON.stringify(texts) : ""),
      told: (state, answer) => this.#tell(state, answer),
    })
    this.#listen()
    this.#restore()
  }

  #listen() {
    this.#form.addEventListener("input", (event) => isFact(event.target) && this.#autosave.changed())
    this.#form.addEventListener("change", (event) => isFact(event.target) && this.#autosave.now())
    this.#form.addEventListener("submit", ({ submitter }) => this.#submit(submitter?.value))
    addEventListener("online", () => this.#kept.get("texts") && this.#autosave.now())
  }

  // submit leaves the saving to the page. What replaces the texts forgets the copy on
  // this device; everything else keeps it, since the network may be gone.
  #submit(action) {
    this.#autosave.stop()
    if (action === "sample" || action === "erase") this.#kept.set("texts", "")
  }

  // restore puts back what the server never got, and sends it.
  #restore() {
    const texts = parse(this.#kept.get("texts"))
    if (!texts) return
    for (const field of this.#fields()) field.value = texts[field.name] ?? ""
    this.#autosave.now()
  }

  #fields() {
    return [...this.#form.elements].filter(isFact)
  }

  #collect() {
    const texts = {}
    for (const { name, value } of this.#fields()) if (value.trim()) texts[name] = value.trim()
    return texts
  }

  async #put(texts) {
    const answer = await fetch(`/api/v1/profiles/${this.#form.dataset.profile}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ texts }),
    })
    if (!answer.ok) throw new Error(`profile not saved: ${answer.status}`)
    return answer.json()
  }

  #tell(state, answer) {
    const at = answer ? new Date(answer.saved_at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) : ""
    this.#status.textContent = savedWords(state, at)
    if (state === Saved.saved) this.#echo(answer)
  }

  // echo says under each field how it was read, or why it could not be.
  #echo({ read, faults }) {
    const problems = new Map((faults ?? []).map(({ path, problem }) => [path, problem]))
    let facts = 0
    for (const field of this.#fields()) {
      if (field.value.trim()) facts += 1
      this.#say(field, problems.get(field.name), read?.[field.name])
    }
    this.#facts.textContent = `${facts} ${facts === 1 ? "fact" : "facts"} declared`
  }

  #say(field, problem, reading) {
    const echo = document.getElementById(`${field.id}-read`)
    const words = problem ? problem[0].toUpperCase() + problem.slice(1) : readingWords(field, reading)
    if (echo.textContent !== words) echo.textContent = words
    field.closest(".field").classList.toggle("field--fault", Boolean(problem))
    if (problem) field.setAttribute("aria-invalid", "true")
    else field.removeAttribute("aria-invalid")
  }
}

// readingWords says how a text was read, where it was not read as it was written.
function readingWords({ tagName, value }, reading = "") {
  const same = reading.toLowerCase() === value.trim().toLowerCase()
  return tagName === "SELECT" || reading === "" || same ? "" : `Read as ${reading}`
}

// isFact tells a declared fact, named by its path, from the officer's settings.
function isFact({ name, dataset }) {
  return Boolean(name) && dataset.setting === undefined && name.includes(".")
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const form = document.querySelector("[data-profile]")
if (form) new Profile(form)
document.querySelector("[data-faults]")?.focus()
