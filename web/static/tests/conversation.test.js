import assert from "node:assert/strict"
import { test } from "node:test"

import "./english.js"
import { Conversation, Phase } from "../conversation.js"

// Page writes down what it is asked to show.
class Page {
  shown = []
  told = []
  clear = () => (this.shown = [])
  officer = ({ text }) => this.shown.push(`officer ${text}`)
  delta = (turn, text) => this.shown.push(`delta ${text}`)
  applicant = ({ text, sent }) => this.shown.push(`${sent ? "sent" : "sending"} ${text}`)
  acknowledge = (turn) => this.shown.push(`ack ${turn}`)
  withdraw = (turn) => this.shown.push(`withdraw ${turn}`)
  interrupt = ({ turn, text, words }) => this.shown.push(`cut ${turn} after ${words}: ${text}`)
  putOff = (turn) => this.shown.push(`put off after ${turn}`)
  coach = (turn, findings) => this.shown.push(`coach ${findings.length}`)
  tell = (text) => this.told.push(text)
}

function talk(...events) {
  const page = new Page()
  const conversation = new Conversation(page)
  for (const event of events) conversation.receive(event)
  return { page, conversation }
}

const fresh = { type: "welcome", epoch: 1, offset: 1, recovered: false, interview: { turns: [] } }
const first = { type: "question", offset: 2, turn: 1, text: "Why this school?", kind: "opening" }

test("a question makes it the applicant's turn and is told once", () => {
  const { page, conversation } = talk(fresh, { type: "delta", turn: 1, text: "Why " }, first, first)
  assert.equal(conversation.phase, Phase.yours)
  assert.equal(conversation.turn, 1)
  assert.deepEqual(page.told, ["Why this school?"])
  assert.deepEqual(page.shown, ["delta Why ", "officer Why this school?"])
})

test("an answer is sent only when it is acknowledged", () => {
  const { page, conversation } = talk(fresh, first)
  conversation.say({ id: "a", turn: 1, text: "It fits." })
  assert.equal(conversation.phase, Phase.sending)
  conversation.receive({ type: "ack", id: "a", turn: 1, offset: 3 })
  assert.equal(conversation.phase, Phase.sent)
  assert.deepEqual(page.shown.slice(1), ["sending It fits.", "ack 1"])
})

test("a late acknowledgement of an old turn does not close the new one", () => {
  const { conversation } = talk(fresh, first, { type: "ack", turn: 1, offset: 3 })
  conversation.receive({ type: "question", offset: 4, turn: 2, text: "Who pays?" })
  conversation.receive({ type: "ack", turn: 1, offset: 3 })
  assert.equal(conversation.phase, Phase.yours)
})

test("what is replayed after a reconnect changes nothing", () => {
  const { page, conversation } = talk(fresh, first, { type: "question", offset: 4, turn: 2, text: "Who pays?" })
  const shown = page.shown.length
  conversation.receive({ type: "welcome", epoch: 1, offset: 1, recovered: true, interview: {} })
  conversation.receive(first)
  assert.equal(page.shown.length, shown)
  assert.equal(conversation.turn, 2)
})

test("a snapshot redraws everything and tells only the open question", () => {
  const turns = [
    { turn: 1, officer: "Why this school?", applicant: "It fits.", kind: "opening" },
    { turn: 2, officer: "Who pays?", kind: "question" },
  ]
  const { page, conversation } = talk({ ...fresh, offset: 4, interview: { turns } })
  assert.deepEqual(page.shown, ["officer Why this school?", "sent It fits.", "officer Who pays?"])
  assert.deepEqual(page.told, ["Who pays?"])
  assert.equal(conversation.phase, Phase.yours)
  conversation.receive({ ...fresh, offset: 4, interview: { turns } })
  assert.deepEqual(page.told, ["Who pays?"])
})

test("a snapshot with every line answered waits for the officer", () => {
  const { conversation } = talk({ ...fresh, interview: { turns: [{ turn: 1, officer: "Why?", applicant: "It fits." }] } })
  assert.equal(conversation.phase, Phase.sent)
})

test("a line said again is read again, and no second caption is told apart from it", () => {
  const { page } = talk(fresh, first, { ...first, offset: 3, repeated: true })
  assert.deepEqual(page.told, ["Why this school?", "Why this school?"])
})

test("an answer the server refuses goes back", () => {
  const { page, conversation } = talk(fresh, first)
  conversation.say({ id: "a", turn: 1, text: "It fits." })
  conversation.withdraw({ turn: 1 })
  assert.equal(conversation.phase, Phase.yours)
  assert.equal(page.shown.at(-1), "withdraw 1")
})

test("end, decision and grade follow one another", () => {
  const outcome = { decision: "refused", line: "I cannot approve your visa today.", next: [] }
  const { page, conversation } = talk(fresh, first, { type: "ended", offset: 3, by: "applicant" })
  assert.equal(conversation.phase, Phase.deciding)
  conversation.receive({ type: "decision", offset: 4, outcome })
  assert.equal(conversation.phase, Phase.decided)
  assert.deepEqual(conversation.outcome, outcome)
  conversation.receive({ type: "graded", offset: 5, transcript: {} })
  conversation.end()
  assert.equal(conversation.phase, Phase.graded)
  assert.equal(page.told.at(-1), outcome.line)
  assert.equal(page.shown.at(-1), `officer ${outcome.line}`)
})

test("types nobody knows are passed over", () => {
  const { page } = talk(fresh, { type: "weather", offset: 2 }, { type: "typing" })
  assert.deepEqual(page.shown, [])
})

const cut = { type: "interrupt", offset: 3, turn: 1, text: "Let me stop you there.", words: 30 }

test("an officer who cuts in leaves the turn open for what was written", () => {
  const { page, conversation } = talk(fresh, first, cut)
  assert.equal(conversation.phase, Phase.yours)
  assert.equal(conversation.turn, 1)
  assert.equal(conversation.cut, true)
  assert.equal(page.shown.at(-1), "cut 1 after 30: Let me stop you there.")
  assert.equal(page.told.at(-1), cut.text)
  conversation.say({ id: "a", turn: 1, text: "It fits." })
  assert.match(conversation.words, /cut in/)
  conversation.receive({ type: "question", offset: 5, turn: 2, text: "Who pays?" })
  assert.equal(conversation.cut, false)
})

test("a snapshot knows where the officer cut in", () => {
  const interrupt = { text: cut.text, words: 2 }
  const turns = [
    { turn: 1, officer: "Why this school?", applicant: "It fits me well.", kind: "opening", interrupt },
    { turn: 2, officer: "Who pays?", kind: "question", interrupt },
  ]
  const { page, conversation } = talk({ ...fresh, interview: { turns, patient: false } })
  assert.deepEqual(page.shown.slice(0, 3), ["officer Why this school?", `cut 1 after 2: ${cut.text}`, "sent It fits me well."])
  assert.deepEqual(page.told, ["Who pays?", cut.text])
  assert.equal(conversation.cut, true)
  assert.equal(conversation.phase, Phase.yours)
})

test("a question tried again takes the place of the line that waits", () => {
  const { page, conversation } = talk(
    fresh,
    first,
    { type: "ack", turn: 1, offset: 3 },
    { type: "question", offset: 4, turn: 2, text: "Who pays?" },
    { type: "retried", offset: 5, turn: 1 },
    { ...first, offset: 6, turn: 2, again: 1 },
  )
  assert.deepEqual(page.shown.slice(-2), ["put off after 1", "officer Why this school?"])
  assert.equal(conversation.turn, 2)
  assert.equal(conversation.phase, Phase.yours)
  assert.equal(page.told.filter((text) => text === first.text).length, 2)
})

test("an answer to a private line is for nobody to keep", () => {
  const { conversation } = talk(fresh, { ...first, private: true })
  assert.equal(conversation.private, true)
  conversation.receive({ type: "question", offset: 3, turn: 2, text: "Who pays?" })
  assert.equal(conversation.private, false)
})
