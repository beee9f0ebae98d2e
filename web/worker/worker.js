// Keeps the shell in the browser, so that the app opens without a network and says so.
// Pages always come from the server; only where none arrives is the kept one shown.
// What somebody wrote or was answered is never kept here.
//
// "shell" is written before this by the server: a name that changes with the content,
// the page, and the files.

addEventListener("install", (event) => {
  skipWaiting() // the new shell takes over at once: pages name their files by content
  event.waitUntil(keepShell())
})

addEventListener("activate", (event) => event.waitUntil(takeOver()))

addEventListener("fetch", (event) => {
  const { request } = event
  if (request.mode === "navigate") event.respondWith(open(event))
  else if (request.method === "GET" && shell.files.includes(new URL(request.url).pathname)) event.respondWith(fromShell(request))
})

async function keepShell() {
  const kept = await caches.open(shell.name)
  await kept.addAll([shell.page, ...shell.files])
}

// takeOver forgets the shells of earlier versions.
async function takeOver() {
  for (const name of await caches.keys()) if (name !== shell.name) await caches.delete(name)
  await registration.navigationPreload?.enable()
  await clients.claim()
}

async function open(event) {
  try {
    const page = (await event.preloadResponse) ?? (await fetch(event.request))
    if (new URL(event.request.url).pathname === "/display") event.waitUntil(keepPage())
    return page
  } catch {
    return (await caches.match(shell.page)) ?? Response.error()
  }
}

// keepPage fetches the kept page anew, in the language and the colours just chosen.
async function keepPage() {
  const kept = await caches.open(shell.name)
  await kept.add(shell.page)
}

async function fromShell(request) {
  return (await caches.match(request)) ?? fetch(request)
}
