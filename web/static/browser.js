// What voice needs of the browser and the network, in one place.

import { State } from "./socket.js"

const soundTypes = "audio/"

// browser is what voice uses of this browser.
export const browser = {
  get Recorder() {
    return globalThis.MediaRecorder
  },
  Recognition: globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition,
  AudioContext: globalThis.AudioContext,
  Utterance: globalThis.SpeechSynthesisUtterance,
  synthesis: globalThis.speechSynthesis,
  mediaDevices: navigator.mediaDevices,
  secure: globalThis.isSecureContext,
  now: () => performance.now(),
  ping: () => fetch("/healthz", { method: "HEAD", cache: "no-store" }),
  setTimeout: (act, ms) => setTimeout(act, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  setInterval: (act, ms) => setInterval(act, ms),
  clearInterval: (timer) => clearInterval(timer),
}

// lean says whether sound over the network costs too much now.
export function lean(connection) {
  const network = navigator.connection
  return Boolean(network?.saveData) || /2g/.test(network?.effectiveType ?? "") || connection.state === State.slow
}

// fetchSound fetches a line as sound.
export async function fetchSound(address, signal) {
  const answer = await fetch(address, { signal })
  if (!answer.ok || !answer.headers.get("Content-Type").startsWith(soundTypes)) throw new Error(`no sound: ${answer.status}`)
  return answer.blob()
}
