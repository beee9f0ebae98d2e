// The check of microphone and sound, on the page.

import { Mark } from "./readiness.js"
import { say } from "./say.js"

export class ReadyView {
  #page
  #lines = new Map()
  #shown = new Map()

  constructor(page) {
    this.#page = page
    for (const line of page.ready.querySelectorAll("[data-check]")) this.#lines.set(line.dataset.check, line)
  }

  begin() {
    this.#shown.clear()
    this.#page.heardOfficer.hidden = true
    this.#page.readyTold.textContent = ""
    this.#page.ready.querySelector("h2").focus()
  }

  show(ready) {
    for (const [name, line] of Object.entries(ready.lines)) this.#line(name, line)
    const { allow, sentence, tryOfficer, useVoice, checkedWords, ping } = this.#page
    allow.hidden = ready.lines.microphone.mark === Mark.ok || ready.lines.secure.mark === Mark.failed
    sentence.hidden = ready.lines.sentence.mark === Mark.skipped
    tryOfficer.hidden = ready.lines.officer.mark === Mark.skipped
    checkedWords.textContent = ready.heard
    checkedWords.parentElement.hidden = ready.heard === ""
    ping.textContent = ready.milliseconds === undefined ? "" : say("room.live.ready.ping", { n: ready.milliseconds })
    useVoice.disabled = !ready.passed
  }

  // line shows how one line of the check stands, and tells it once.
  #line(name, { mark, remedy }) {
    const key = `${mark} ${remedy}`
    if (this.#shown.get(name) === key) return
    this.#shown.set(name, key)
    const item = this.#lines.get(name)
    item.dataset.mark = mark
    item.querySelector("[data-words]").textContent = say(`room.live.ready.mark.${mark}`)
    const help = item.querySelector("[data-remedy]")
    help.hidden = !remedy
    help.textContent = remedy ? say(`room.live.ready.remedy.${remedy}`) : ""
    if (mark === Mark.waiting) return
    const line = item.querySelector("strong").textContent
    this.#page.readyTold.textContent = say("room.live.ready.heard", { line, mark: say(`room.live.ready.mark.${mark}`), remedy: help.textContent })
  }
}
