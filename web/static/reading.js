// Shows what came of a second reading when it ends, in the place of the first grade, and
// says so once.

import { offerPrint } from "./print.js"
import { Watch } from "./watch.js"

const secondMs = 1000

const graded = () => document.querySelector("[data-graded]")

// show puts the newest grade in the place of the one on the page. Focus stays where it
// was, or goes to the sentence on who graded.
async function show() {
  const answer = await fetch(location.pathname + location.search)
  if (!answer.ok) throw new Error("no transcript")
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-graded]")
  const focused = graded().contains(document.activeElement) ? document.activeElement : undefined
  graded().replaceWith(document.adoptNode(fresh))
  offerPrint()
  if (focused) (document.getElementById(focused.id || "made") ?? document.getElementById("main")).focus({ preventScroll: true })
  document.querySelector("[data-told]").textContent = document.getElementById("made")?.dataset.news ?? ""
}

async function ask() {
  const answer = await fetch(graded().dataset.interview, { headers: { Accept: "application/json" } })
  if (!answer.ok) throw new Error("no answer")
  return answer.json()
}

const watch = new Watch({ ask, show, revision: Number(graded().dataset.revision), world: window, everyMs: 3 * secondMs })
watch.start()
document.addEventListener("visibilitychange", () => (document.hidden ? watch.stop() : watch.start()))
