// The page shown without a network: says what is kept on this device, and comes back
// with the network.

import { say } from "./say.js"

// drafts counts what this browser keeps that the server has not got.
export function drafts(storage) {
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i))
  return names.filter((name) => /^viceconsul\..+\.(draft|unsent|texts)$/.test(name)).length
}

const kept = globalThis.document?.querySelector("[data-kept]")
if (kept) {
  const n = drafts(localStorage)
  kept.textContent = n ? say("offline.kept", { n }) : ""
  addEventListener("online", () => location.reload())
}
