// The profile page: saves while a person writes, and says under each field how it
// was read. Without it the page works by its buttons.

import { Saved } from "./autosave.js"
import { Keeping } from "./keeping.js"
import { Press } from "./kept.js"
import { say } from "./say.js"

const secondTapMs = 5000 // after this long without a new page, a press is meant

class Profile {
  #facts
  #keeping
  #press = new Press()
  #left = false // the form was sent just now

  constructor(form) {
    this.#facts = form.querySelector("[data-facts]")
    this.#keeping = new Keeping({
      form,
      name: `viceconsul.profile.${form.dataset.profile}.`,
      address: `/api/v1/profiles/${form.dataset.profile}`,
      mine: isFact,
      told: (state, answer) => state === Saved.saved && this.#press.after(() => this.#echo(answer)),
    })
    form.addEventListener("click", (event) => event.target.matches("[data-change]") && this.#change(event))
    form.addEventListener("submit", (event) => this.#leave(event))
  }

  // leave sends the form once: a second tap on a slow network would begin a second
  // interview.
  #leave(event) {
    if (event.defaultPrevented) return
    if (this.#left) return event.preventDefault()
    this.#left = true
    setTimeout(() => (this.#left = false), secondTapMs)
  }

  // change goes to the field whose reading is not what was meant.
  #change(event) {
    event.preventDefault()
    const field = document.getElementById(event.target.hash.slice(1))
    field.focus()
    field.select?.()
  }

  // echo says under each field how it was read, or why it could not be.
  #echo({ read, faults }) {
    const problems = new Map((faults ?? []).map(({ path, problem }) => [path, problem]))
    let facts = 0
    for (const field of this.#keeping.fields()) {
      if (field.name.startsWith("section.")) continue
      if (field.value.trim()) facts += 1
      this.#say(field, problems.get(field.name), read?.[field.name])
    }
    this.#facts.textContent = say("profile.live.facts", { n: facts })
  }

  #say(field, problem, reading) {
    const echo = document.getElementById(`${field.id}-read`)
    const words = problem ? `${problem[0].toUpperCase()}${problem.slice(1)}.` : readingWords(field, reading)
    if (echo.textContent !== words) echo.textContent = words
    field.closest(".field").classList.toggle("field--fault", Boolean(problem))
    if (problem) field.setAttribute("aria-invalid", "true")
    else field.removeAttribute("aria-invalid")
  }
}

// readingWords says how a text was read, where it was not read as it was written.
function readingWords({ tagName, value }, reading = "") {
  const same = reading.toLowerCase() === value.trim().toLowerCase()
  return tagName === "SELECT" || reading === "" || same ? "" : say("profile.live.read_as", { value: reading })
}

// isFact tells a declared fact, named by its path, from the officer's settings.
function isFact({ name, dataset }) {
  return Boolean(name) && dataset.setting === undefined && name.includes(".")
}

const form = document.querySelector("[data-profile]")
if (form) new Profile(form)
document.querySelector("[data-faults]")?.focus()
