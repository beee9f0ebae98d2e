// Shows what came of a second reading when it ends, in the place of the first grade, and
// says so once.

import { Press } from "./kept.js"
import { offerPrint } from "./print.js"
import { Watch } from "./watch.js"

const secondMs = 1000

const graded = () => document.querySelector("[data-graded]")

const press = new Press()

// show puts the newest grade in the place of the one on the page.
async function show() {
  const answer = await fetch(location.pathname + location.search)
  if (!answer.ok) throw new Error("no transcript")
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-graded]")
  await new Promise((free) => press.after(free))
  place(document.adoptNode(fresh))
  document.querySelector("[data-told]").textContent = document.getElementById("made")?.dataset.news ?? ""
}

// place puts it there and leaves the reader where they were: what they read, what they
// unfolded and wrote, and the focus, which goes to the sentence on who graded when its
// element has gone.
function place(fresh) {
  const old = graded()
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined
  const [read] = [...old.querySelectorAll("[id]")].filter((node) => node.getBoundingClientRect().bottom > 0)
  const top = read?.getBoundingClientRect().top
  takeOver(old, fresh)
  old.replaceWith(fresh)
  offerPrint()
  if (focused) (document.getElementById(focused.id || "made") ?? document.getElementById("main")).focus({ preventScroll: true })
  const same = read && document.getElementById(read.id)
  if (same) scrollBy({ top: same.getBoundingClientRect().top - top, behavior: "instant" })
}

// takeOver folds as it was folded, and writes what was written.
function takeOver(old, fresh) {
  const open = new Map([...old.querySelectorAll("details")].map((fold) => [placeOf(fold), fold.open]))
  for (const fold of fresh.querySelectorAll("details")) fold.open = open.get(placeOf(fold)) ?? fold.open
  for (const field of old.querySelectorAll("textarea")) {
    const same = fresh.querySelector(`#${CSS.escape(field.id)}`)
    if (same && field.value !== field.defaultValue) same.value = field.value
  }
}

// placeOf tells folded parts from one another: each is the only one of its class in its
// turn or section.
function placeOf(fold) {
  const box = fold.parentElement.closest("[id], [aria-labelledby]")
  return `${box?.id || box?.getAttribute("aria-labelledby")} ${fold.className}`
}

async function ask() {
  const answer = await fetch(graded().dataset.interview, { headers: { Accept: "application/json" } })
  if (!answer.ok) throw new Error("no answer")
  return answer.json()
}

const watch = new Watch({ ask, show, revision: Number(graded().dataset.revision), world: window, everyMs: 3 * secondMs })
watch.start()
document.addEventListener("visibilitychange", () => (document.hidden ? watch.stop() : watch.start()))
