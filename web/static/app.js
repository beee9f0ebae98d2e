// Has the browser keep the shell, where it can: see the worker.

navigator.serviceWorker?.register("/worker.js", { updateViaCache: "none" }).catch(() => {}) // private windows refuse
