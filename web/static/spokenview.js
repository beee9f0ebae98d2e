// The panel of a spoken answer: listening, and "Check what we heard".

import { pieces } from "./doubts.js"
import { say } from "./say.js"
import { clockText, element } from "./show.js"
import { Step } from "./spoken.js"

const secondMs = 1000
const quietestDb = -60 // where the level shows nothing

// loudness puts decibels on a scale from 0 to 1, for the eye.
export function loudness(decibels) {
  return Math.min(1, Math.max(0, 1 - decibels / quietestDb))
}

export class SpokenView {
  #page
  #spoken
  #step = Step.idle
  #began = 0
  #timer

  constructor(page, spoken) {
    this.#page = page
    this.#spoken = spoken
  }

  // show draws the answer as it is; checking, while the words belong to the check.
  show(checking) {
    const { spoken, spokenTitle, listening, check, counting, wait, more } = this.#page
    const { step } = this.#spoken
    spoken.hidden = step === Step.idle || checking
    listening.hidden = step === Step.check
    check.hidden = step !== Step.check
    counting.textContent = this.#sends()
    wait.setAttribute("aria-disabled", String(!this.#spoken.counting)) // and stays: nothing moves under a finger
    more.hidden = !this.#spoken.handsFree
    this.#page.ring.setAttribute("stroke-dashoffset", String(100 - 100 * this.#spoken.ring))
    if (step === this.#step) return
    this.#step = step
    if (spoken.hidden) return this.#tick(false)
    spokenTitle.textContent = say(`room.live.voice.${step}`)
    this.#tick(step === Step.listening)
    wait.hidden = !this.#spoken.counting
    if (step === Step.check) this.#fill(this.#spoken.heard)
  }

  // sends says how the answer will be sent.
  #sends() {
    if (this.#spoken.counting) return say("room.live.sends.itself")
    return this.#spoken.heard?.confirm ? say("room.live.sends.unsure") : say("room.live.sends.asked")
  }

  // level shows how loud it is, and how much of the silence has passed.
  level(decibels) {
    this.#page.level.value = this.#page.checkedLevel.value = loudness(decibels)
    this.#page.ring.setAttribute("stroke-dashoffset", String(100 - 100 * this.#spoken.ring))
  }

  #fill({ text, doubtful }) {
    const all = pieces(text, doubtful)
    this.#page.heard.replaceChildren(...all.map((piece) => element("span", piece.doubt ? "voice__doubt" : "", piece.text)))
    const doubts = all.filter(({ doubt }) => doubt).map((piece) => piece.text)
    this.#page.doubts.hidden = doubts.length === 0
    this.#page.doubts.querySelector("[data-doubts]").textContent = doubts.join(" · ")
    this.#page.spokenTitle.focus({ preventScroll: true })
  }

  #tick(runs) {
    clearInterval(this.#timer)
    this.#page.seconds.textContent = ""
    if (!runs) return
    this.#began = Date.now()
    const tell = () => (this.#page.seconds.textContent = clockText((Date.now() - this.#began) / secondMs))
    tell()
    this.#timer = setInterval(tell, secondMs)
  }
}
