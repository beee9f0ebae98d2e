// What was said so far and whose turn it is, worked out from the server's events.
// It knows nothing of the network, and of the page only what it asks of it.

import { say } from "./say.js"

const secondMs = 1000
const queueMs = 3 * secondMs
const calledMs = 1.5 * secondMs
const newSeconds = 30 // since an interview began; an older one goes on
const cutMs = 1500 // the officer who cut in is read before the next line comes

export const Phase = {
  waiting: "waiting", // the officer has the word
  yours: "yours",
  sending: "sending", // said, not yet acknowledged
  sent: "sent", // acknowledged; the officer reads it
  deciding: "deciding", // the questions are over
  decided: "decided",
  graded: "graded",
}

// cuttable are the phases that are worded otherwise once the officer cut in.
const cuttable = [Phase.yours, Phase.sending, Phase.sent]

export class Conversation {
  phase = Phase.waiting
  turn = 0 // the officer's last; 0 before the first
  outcome = undefined
  cut = false // the officer cut in on the open turn
  private = false // nobody keeps the answer to the open turn
  patient = false // the officer never cuts in
  coached = false // the answers get notes
  line = undefined // the officer's last: turn and text, a new one each time it is said

  #page
  #offset = 0
  #told = new Set() // lines already told to those who listen

  // page shows what is said: clear, officer, delta, interrupt, applicant, acknowledge,
  // withdraw, coach, putOff and tell.
  constructor(page) {
    this.#page = page
  }

  // words put the state into words.
  get words() {
    const cut = this.cut && cuttable.includes(this.phase)
    return cut ? say(`room.live.cut.${this.phase}`) : say(`room.live.state.${this.phase}`)
  }

  receive(event) {
    const seen = event.offset !== undefined && event.offset <= this.#offset
    if (seen && event.type !== "welcome" && event.type !== "ack") return // replayed after a reconnect
    if (event.offset > this.#offset) this.#offset = event.offset
    this.#events[event.type]?.(event)
  }

  // say shows an answer on its way.
  say({ id, turn, text, voice }) {
    this.#page.applicant({ id, turn, text, sent: false, spoken: Boolean(voice) })
    if (turn === this.turn) this.phase = Phase.sending
  }

  // withdraw takes back an answer the server refused.
  withdraw({ turn }) {
    this.#page.withdraw(turn)
    if (turn === this.turn && this.phase === Phase.sending) this.phase = Phase.yours
  }

  // end says that there will be no more questions.
  end() {
    if (this.phase !== Phase.decided && this.phase !== Phase.graded) this.phase = Phase.deciding
  }

  #events = {
    welcome: (event) => event.recovered || this.#redraw(event),
    question: (event) => this.#ask(event),
    interrupt: (event) => this.#interrupt(event),
    retried: ({ turn }) => this.#putOff(turn),
    delta: ({ turn, text }) => this.#page.delta(turn, text),
    ack: ({ turn }) => {
      this.#page.acknowledge(turn)
      if (turn === this.turn && this.phase === Phase.sending) this.phase = Phase.sent
    },
    coach: ({ turn, findings }) => this.#page.coach(turn, findings ?? []),
    ended: () => this.end(),
    decision: ({ outcome }) => this.#decide(outcome),
    graded: () => (this.phase = Phase.graded),
  }

  #redraw({ offset = 0, interview }) {
    this.#offset = offset
    this.phase = Phase.waiting
    this.turn = 0
    this.patient = Boolean(interview.patient)
    this.coached = interview.mode === "coach"
    this.#page.clear()
    for (const past of interview.turns ?? []) this.#recall(past)
    if (interview.ended) this.end()
    if (interview.decision) this.#decide(interview.decision)
  }

  #recall({ turn, officer, applicant, interrupt, ...line }) {
    const answered = typeof applicant === "string"
    if (answered) this.#told.add(key(turn, officer)).add(key(turn, interrupt?.text))
    this.#ask({ ...line, turn, text: officer })
    if (interrupt) this.#interrupt({ turn, ...interrupt })
    if (!answered) return
    this.#page.applicant({ turn, text: applicant, sent: true })
    this.phase = Phase.sent
  }

  #ask(line) {
    this.turn = line.turn
    this.phase = line.kind === "remark" ? Phase.waiting : Phase.yours
    this.private = Boolean(line.private)
    if (!line.repeated) this.cut = false
    this.#page.officer(line)
    this.#tell(line.turn, line.text, line.repeated)
  }

  // interrupt leaves the turn open: what was written so far is its answer.
  #interrupt({ turn, text, words }) {
    this.cut = true
    this.#page.interrupt({ turn, text, words })
    this.#tell(turn, text)
  }

  // putOff goes back to the turn that is tried again.
  #putOff(turn) {
    this.turn = turn
    this.phase = Phase.waiting
    this.#page.putOff(turn)
  }

  #decide(outcome) {
    this.outcome = outcome
    this.phase = Phase.decided
    if (!outcome.line) return
    this.#page.officer({ turn: 0, text: outcome.line })
    this.#tell(0, outcome.line)
  }

  // tell reads a finished line out once, also when it is drawn again; a line said
  // again on request is read again.
  #tell(turn, text, repeated) {
    this.line = { turn, text }
    if (!repeated && this.#told.has(key(turn, text))) return
    this.#told.add(key(turn, text))
    this.#page.tell(text)
  }
}

// What is no line of the officer is never held back.
const passing = ["ack", "coach", "delta", "heard", "error", "bye"]

// Silence holds back what is said after typing, for as long as the officer types. All of
// it is received already, so nothing waits on the network.
export class Silence {
  #world
  #release
  #told
  #wanted
  #held = [] // with the milliseconds of typing before each, oldest first
  #timer

  typing = false

  // world has setTimeout and clearTimeout; release takes each event when its time has
  // come; told is called when the officer begins and stops typing.
  constructor({ world, release, told, wanted }) {
    this.#world = world
    this.#release = release
    this.#told = told
    this.#wanted = wanted
  }

  receive(event) {
    if (event.type === "welcome" || event.type === "ended") this.skip()
    if (passing.includes(event.type)) return this.#release(event)
    this.#held.push({ event, ms: this.#wanted ? (event.typing ?? 0) * secondMs : 0 })
    if (this.#timer === undefined) this.#next()
  }

  // want says whether the applicant wants to wait; what is held back is said at once
  // when not.
  want(yes) {
    this.#wanted = yes
    if (!yes) this.skip()
  }

  // skip says at once what is held back.
  skip() {
    this.#world.clearTimeout(this.#timer)
    for (const held of this.#held) held.ms = 0
    if (this.#timer !== undefined) this.#next()
  }

  #next() {
    this.#timer = undefined
    this.#type(false)
    while (this.#held.length > 0 && this.#timer === undefined) this.#say(this.#held[0])
  }

  // say releases the oldest event, or waits before it.
  #say(held) {
    if (held.ms > 0) {
      this.#wait(held.ms)
      held.ms = 0
      return this.#type(true)
    }
    this.#held.shift()
    this.#release(held.event)
    if (held.event.type === "interrupt" && this.#wanted) this.#wait(cutMs)
  }

  #wait(ms) {
    this.#timer = this.#world.setTimeout(() => this.#next(), ms)
  }

  #type(yes) {
    if (yes === this.typing) return
    this.typing = yes
    this.#told()
  }
}

// The queue before the window: the applicant's number is called before the officer's
// first line. A tap ends it, and an interview that goes on has none.
export class Queue {
  place = "" // "waiting", "called", or "" at the window

  #world
  #release
  #told
  #held = [] // what was received meanwhile, oldest first
  #timer

  // world has setTimeout and clearTimeout; release takes what was received once the queue
  // is over; told is called when the place changes.
  constructor({ world, release, told }) {
    this.#world = world
    this.#release = release
    this.#told = told
  }

  // begin waits, then is called, then is over.
  begin() {
    this.#stand("waiting", queueMs, () => this.#stand("called", calledMs, () => this.skip()))
  }

  receive(event) {
    if (event.type === "welcome" && (this.#held.length > 0 || goesOn(event))) this.skip()
    if (this.place) this.#held.push(event)
    else this.#release(event)
  }

  // skip goes to the window now.
  skip() {
    if (!this.place) return
    this.#world.clearTimeout(this.#timer)
    this.place = ""
    for (const event of this.#held.splice(0)) this.#release(event)
    this.#told()
  }

  #stand(place, ms, next) {
    this.place = place
    this.#timer = this.#world.setTimeout(next, ms)
    this.#told()
  }
}

// queues says whether an interview that began so many seconds ago has its queue still
// before it, and remembers that it had.
export function queues(elapsedSeconds, kept) {
  const fresh = elapsedSeconds < newSeconds && !kept.get("queued")
  if (fresh) kept.set("queued", "yes")
  return fresh
}

function goesOn({ recovered, interview }) {
  const { ended, decision, turns = [] } = interview
  return Boolean(recovered || ended || decision) || turns.some(({ applicant, interrupt }) => applicant !== undefined || interrupt)
}

const key = (turn, text) => `${turn} ${text}`
