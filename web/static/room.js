// The interview room: connects what was said, the connection and the page.

import { Composer, Pulse } from "./composer.js"
import { Conversation, Phase, Queue, Silence, queues } from "./conversation.js"
import { Outbox, Press, browserStore, newID } from "./kept.js"
import { has, say } from "./say.js"
import { Captions, Clock, IdleWatch, WordList, fillReasons, fillSlip } from "./show.js"
import { Connection, State, connectionWords, lostWords } from "./socket.js"

const resendAfterMs = 3000 // when the server could not store an answer just now
const notKept = "[not kept]" // sent in the place of an answer nobody keeps
const hiddenLongMs = 35000 // after so long in the background the socket is doubted

class Room {
  #page = parts(document)
  #kept = browserStore(`viceconsul.${this.#page.room.dataset.id}.`)
  #outbox = new Outbox(this.#kept)
  #captions = new Captions({ list: this.#page.captions, line: this.#page.line, ears: this.#page.ears })
  #conversation = new Conversation(this.#captions)
  #pulse = new Pulse({ world: browserWorld, tell: (words) => this.#compose(words) })
  #composer = new Composer({
    form: this.#page.composer,
    kept: this.#kept,
    send: (text) => this.#say(text),
    wrote: (words) => this.#wrote(words),
  })
  #choices = browserStore("viceconsul.room.") // of this browser, for every interview
  #press = new Press()
  #silence = new Silence({
    world: browserWorld,
    wanted: wantsSilence(this.#choices.get("silence")),
    release: (event) => this.#press.after(() => this.#hear(event)),
    told: () => this.#press.after(() => this.#show()),
  })
  #queue = new Queue({
    world: browserWorld,
    release: (event) => this.#silence.receive(event),
    told: () => this.#press.after(() => this.#show()),
  })
  #idle = new IdleWatch((asks) => this.#press.after(() => (this.#page.idle.hidden = !asks)))
  #number = Number(this.#page.room.dataset.number) // in the queue
  #clock = new Clock(this.#page.clock, Number(this.#page.room.dataset.elapsed))
  #words = this.#page.words && new WordList(this.#page.wordsHere, this.#page.wordsAll)
  #moment = false // the applicant takes one
  #ending = false
  #offer // what the server offers of voice; undefined before the first welcome
  #voice // loaded when it is wanted
  #connection = new Connection({
    url: socketURL(this.#page.room.dataset.socket),
    heard: (event) => this.#queue.receive(event),
    told: () => this.#press.after(() => this.#show()),
    world: { ...browserWorld, refusal: () => refusal(this.#page.room.dataset.socket) },
  })

  constructor() {
    const elapsed = Number(this.#page.room.dataset.elapsed)
    this.#buttons()
    this.#watch()
    this.#composer.restore(this.#kept.get("heard")) // what was heard when the page was closed
    this.#kept.set("heard", "")
    this.#composer.ready(false)
    if (wantsSilence(this.#choices.get("silence")) && queues(elapsed, this.#kept)) this.#queue.begin()
    this.#connection.open()
  }

  #hear(event) {
    if (this.#voice?.receive(event)) return
    const { turn: before, line } = this.#conversation
    this.#conversation.receive(event)
    if (event.type === "welcome") this.#resume(event)
    if (event.type === "welcome" || event.type === "interrupt") this.#handOver()
    if (event.type === "ack") this.#outbox.take(event.id)
    if (event.type === "error") this.#refused(event)
    if (event.type === "decision" || event.interview?.decision) this.#decided()
    if (event.type === "graded") this.#graded(event.transcript)
    if (event.repeated) this.#voice?.repeated()
    this.#show()
    if (this.#conversation.turn !== before) this.#asked()
    if (this.#conversation.line !== line) this.#words?.show(this.#conversation.line.text)
    this.#speakLine()
  }

  #say(text) {
    const { turn, private: kept } = this.#conversation
    this.#voice?.typed()
    return this.#answer({ turn, text: kept ? notKept : text, ...this.#voice?.spokenOf(turn) })
  }

  // answer sends what was typed, or what was heard of what was spoken.
  #answer(said) {
    this.#rest(false)
    const answer = { id: newID(), ...said }
    this.#outbox.add(answer)
    this.#conversation.say(answer)
    this.#send(answer)
    this.#show()
    return true
  }

  // handOver sends what was written when the officer cut in.
  #handOver() {
    if (!this.#conversation.cut || this.#conversation.phase !== Phase.yours || this.#voice?.cut()) return
    const text = this.#composer.take()
    if (text) this.#say(text)
  }

  #wrote(words) {
    if (this.#moment) this.#rest(false)
    this.#pulse.beat(words)
  }

  // rest begins and ends a moment: nothing hurries meanwhile, and the server does not
  // count it in coach mode.
  #rest(yes) {
    this.#moment = yes
    this.#clock.rest(yes)
    this.#show()
  }

  // compose lets the officer hear how long the answer is. Its words stay here.
  #compose(words) {
    const { phase, turn, cut, patient, private: kept } = this.#conversation
    if (phase === Phase.yours && !cut && !patient && !kept) this.#connection.mention({ type: "composing", turn, words })
  }

  #send(answer) {
    this.#connection.send({ type: "answer", ...answer })
  }

  // resume goes on after a welcome. Voice is there at once for whoever used it before.
  #resume({ voice }) {
    this.#offer = voice
    this.#voice?.offered(voice)
    this.#resend()
    const { speak, sound } = this.#page
    speak.hidden = !voice.hears && !(globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition)
    sound.hidden = !voice.speaks && !globalThis.speechSynthesis
    if (["voice", "sound"].some((name) => this.#choices.get(name) === "on")) this.#withVoice(() => {})
  }

  // resend sends again what the server has not acknowledged, with the same ids.
  #resend() {
    for (const answer of this.#outbox.waiting) {
      this.#conversation.say(answer)
      this.#send(answer)
    }
    if (this.#ending) this.#connection.send({ type: "end" })
  }

  #refused({ code, id }) {
    if (code === "unavailable" || code === "slow_down") {
      setTimeout(() => this.#resend(), resendAfterMs)
      return
    }
    const answer = id && this.#outbox.take(id)
    if (answer) {
      this.#conversation.withdraw(answer)
      if (code === "unchecked" && this.#voice) this.#voice.ask(answer)
      else this.#composer.restore(answer.text)
    }
    this.#trouble(code)
  }

  #trouble(code) {
    this.#page.trouble.textContent = code && troubleWords(code)
  }

  // withVoice loads voice, once, and does what was wanted of it.
  async #withVoice(act) {
    if (!this.#voice) {
      try {
        const { Voice } = await import("./voice.js")
        this.#voice ??= new Voice(this.#voiced(), this.#offer)
      } catch {
        return this.#trouble("unloaded")
      }
      this.#show()
      this.#speakLine()
    }
    act(this.#voice)
  }

  // voiced is what voice needs of the room.
  #voiced() {
    return {
      page: this.#page,
      connection: this.#connection,
      choices: this.#choices,
      address: (line) => `/api/v1/interviews/${this.#page.room.dataset.id}/lines/${line}/speech`,
      turn: () => this.#conversation.turn,
      open: () => this.#open() && !this.#conversation.private,
      coached: () => this.#conversation.coached,
      send: (answer) => this.#answer(answer),
      busy: () => this.#compose(1), // nobody who is busy is asked whether they heard
      correct: (text) => this.#correct(text),
      keep: (text) => this.#kept.set("heard", text),
      tell: (code) => this.#trouble(code),
      focus: () => this.#composer.focus(),
      told: () => this.#show(),
    }
  }

  #correct(text) {
    this.#composer.restore(text)
    this.#show()
    this.#composer.focus()
  }

  // speakLine has the officer's last line said, where sound is wanted.
  #speakLine() {
    const { line, phase } = this.#conversation
    if (line) this.#voice?.line(line, phase !== Phase.sending && phase !== Phase.sent)
  }

  // open says whether an answer can be given now.
  #open() {
    const { state } = this.#connection
    return this.#conversation.phase === Phase.yours && state !== State.replaced && state !== State.refused
  }

  #asked() {
    this.#trouble("")
    this.#rest(false)
    this.#idle.start()
    this.#voice?.turned()
    if (this.#conversation.phase !== Phase.yours || this.#page.dialog.open) return
    if (!this.#voice?.focus()) this.#composer.focus()
  }

  #decided() {
    this.#idle.stop()
    this.#voice?.close()
    fillSlip(this.#page.slip, this.#conversation.outcome)
    this.#page.answering.hidden = true
    this.#page.slip.querySelector("h2").focus({ preventScroll: true })
    this.#page.slip.scrollIntoView()
  }

  #graded(transcript) {
    this.#forget()
    const page = this.#page.graded.querySelector("a")
    if (transcript) fillReasons(this.#page.slip, transcript, page.pathname)
    this.#page.graded.hidden = false
    this.#connection.end()
  }

  // show puts the state into words. A lost connection is an alert; all else is told
  // politely, and only one of the two speaks.
  #show() {
    const { phase } = this.#conversation
    const { state } = this.#connection
    const { place } = this.#queue
    const lost = lostWords(state)
    setText(this.#page.connection, connectionWords(state))
    setText(this.#page.alert, lost)
    if (state === State.replaced || state === State.refused) this.#voice?.close()
    setText(this.#page.state, lost ? "" : this.#stateWords())
    this.#page.room.dataset.connection = state
    this.#page.queue.hidden = !place
    this.#page.queue.dataset.place = place
    this.#page.takeOver.hidden = state !== State.replaced
    this.#page.reload.hidden = state !== State.refused
    this.#composer.ready(this.#open())
    this.#captions.retriable(phase === Phase.yours && !this.#conversation.cut && !lost)
    this.#composer.private(this.#conversation.private)
    this.#page.private.hidden = !this.#conversation.private
    this.#page.repeat.disabled = this.#page.otherwise.disabled = phase !== Phase.yours || Boolean(lost)
    this.#page.moment.disabled = this.#page.repeat.disabled
    this.#page.moment.setAttribute("aria-pressed", String(this.#moment))
    this.#page.end.disabled = phase === Phase.decided || phase === Phase.graded
    this.#page.speak.disabled = !this.#open() || this.#conversation.private
    this.#voice?.show()
  }

  #stateWords() {
    const { place } = this.#queue
    if (place) return say(`room.live.queue.${place}`, { n: this.#number })
    if (this.#moment) return say("room.live.moment")
    return this.#silence.typing ? say("room.live.typing") : this.#voice?.words || this.#conversation.words
  }

  #buttons() {
    const { dialog, end, repeat, otherwise, moment, takeOver, reload, finish, leave, silence, captions } = this.#page
    silence.checked = wantsSilence(this.#choices.get("silence"))
    silence.addEventListener("change", () => this.#choose(silence.checked))
    this.#page.skipQueue.addEventListener("click", () => this.#skipQueue())
    end.addEventListener("click", () => dialog.showModal())
    finish.addEventListener("click", () => this.#finish())
    leave.addEventListener("submit", () => this.#forget())
    repeat.addEventListener("click", () => this.#connection.send({ type: "repeat", turn: this.#conversation.turn }))
    otherwise.addEventListener("click", () => this.#connection.send({ type: "repeat", turn: this.#conversation.turn, otherwise: true }))
    moment.addEventListener("click", () => this.#rest(!this.#moment))
    captions.addEventListener("click", ({ target }) => this.#tryAgain(target.dataset.again))
    this.#page.speak.addEventListener("click", () => this.#speak())
    this.#page.sound.addEventListener("click", () => this.#withVoice((voice) => voice.sound()))
    this.#page.play.addEventListener("click", () => this.#withVoice((voice) => voice.play()))
    takeOver.addEventListener("click", () => this.#connection.open())
    reload.addEventListener("click", () => location.reload())
  }

  #speak() {
    this.#rest(false)
    this.#withVoice((voice) => voice.speak())
  }

  // choose keeps whether the applicant waits in the queue and while the officer types.
  #choose(waits) {
    this.#choices.set("silence", waits ? "on" : "off")
    this.#silence.want(waits)
    if (!waits) this.#queue.skip()
  }

  #skipQueue() {
    this.#composer.focus()
    this.#queue.skip()
  }

  #tryAgain(turn) {
    if (turn) this.#connection.send({ type: "again", turn: Number(turn) })
  }

  #finish() {
    this.#ending = true
    this.#queue.skip()
    this.#silence.skip()
    this.#voice?.close()
    this.#page.dialog.close()
    this.#conversation.end()
    this.#connection.send({ type: "end" })
    this.#show()
  }

  // forget removes what this browser kept of an interview that is graded or being erased.
  #forget() {
    for (const name of ["draft", "queued"]) this.#kept.set(name, "")
    for (const { id } of this.#outbox.waiting) this.#outbox.take(id)
  }

  // watch comes back at once when the network or the page does.
  #watch() {
    let hiddenAt = Date.now()
    addEventListener("online", () => this.#connection.check())
    addEventListener("offline", () => this.#connection.check())
    addEventListener("pageshow", (event) => event.persisted && this.#connection.check())
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) hiddenAt = Date.now()
      else if (this.#connection.state !== State.connected || Date.now() - hiddenAt > hiddenLongMs) this.#connection.check()
    })
  }
}

const browserWorld = {
  WebSocket: globalThis.WebSocket,
  setTimeout: (act, ms) => setTimeout(act, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  random: () => Math.random(),
  online: () => navigator.onLine,
}

// refusal is the code by which the server says why it takes no socket; "" when it does
// not say.
async function refusal(path) {
  try {
    return (await (await fetch(path, { headers: { Accept: "application/json" } })).json()).code ?? ""
  } catch {
    return ""
  }
}

// troubleWords say why the server did not take a message, and what to do.
function troubleWords(code) {
  return has(`room.live.trouble.${code}`) ? say(`room.live.trouble.${code}`) : say("room.live.trouble.other")
}

// wantsSilence reads the applicant's choice; who chose less motion waits for nothing
// unless they said so.
function wantsSilence(chosen) {
  const still = document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches
  return chosen ? chosen === "on" : !still
}

function socketURL(path) {
  const url = new URL(path, location.href)
  url.protocol = url.protocol.replace("http", "ws")
  return url.href
}

// parts finds what the page offers, by data-part.
function parts(page) {
  const found = {}
  for (const node of page.querySelectorAll("[data-part]")) found[node.dataset.part] = node
  return found
}

// setText leaves a node alone that says so already, so that it is read out once.
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}

new Room()
