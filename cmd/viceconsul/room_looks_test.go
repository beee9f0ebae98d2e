package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// lookRoom is look for a page that needs its script.
func (b *tab) lookRoom(name string) {
	b.t.Helper()
	b.seen(name, 44)
}

// standstill holds every timer of a second or more, so that a state which passes can be
// looked at; pass lets those of so many milliseconds run. A socket that is mute sends nothing.
const standstill = `(() => {
	const { setTimeout: set, clearTimeout: clear } = globalThis
	const held = new Map()
	globalThis.setTimeout = (act, ms, ...more) => {
		if (!(ms >= 1000)) return set(act, ms, ...more)
		const name = {}
		held.set(name, { act, ms })
		return name
	}
	globalThis.clearTimeout = (name) => held.delete(name) || clear(name)
	globalThis.pass = (passed) => {
		for (const [name, { act, ms }] of [...held]) if (ms === passed && held.delete(name)) act()
	}
	const { send } = WebSocket.prototype
	globalThis.mute = false
	WebSocket.prototype.send = function (...all) { if (!mute) send.apply(this, all) }
})()`

// says waits until the room is in a state that begins with these words.
func (b *tab) saysState(words string) room {
	b.t.Helper()
	return b.await(words, func(r room) bool { return strings.HasPrefix(r.State, words) })
}

func (b *tab) pass(milliseconds int) {
	b.t.Helper()
	b.do("let time pass", chromedp.Evaluate(fmt.Sprintf("pass(%d)", milliseconds), nil))
}

func (b *tab) send(text string) {
	b.t.Helper()
	b.do("answer", chromedp.SendKeys("#answer", text), chromedp.Click(`.composer button[type="submit"]`))
}

// The room passes every look in each of its states, with targets of 44 px.
func TestRoomLooks(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	for name, states := range map[string]func(b *tab, k *link){
		"turns": (*tab).lookAtTurns, "cut": (*tab).lookAtCut, "connection": (*tab).lookAtConnection,
	} {
		t.Run(name, func(t *testing.T) {
			k := newLink(t, s.address)
			b := newTab(t)
			complaints := b.complaints(k.address())
			b.onNew(standstill)
			states(b, k)
			if all := complaints(); len(all) > 0 {
				t.Errorf("the room complains: %q", all)
			}
		})
	}
}

func (b *tab) lookAtTurns(k *link) {
	b.enter(k.address(), strings.Replace(plain, `{"category"`, `{"mode":"coach","category"`, 1))
	b.saysState("Waiting in the queue")
	b.lookRoom("room-queue")
	b.pass(3000)
	b.saysState("Number")
	b.lookRoom("room-called")
	b.pass(1500)
	b.saysState("Your turn")
	b.lookRoom("room")
	b.do("do not wait", chromedp.Click(`[data-part="silence"]`))
	b.send("It depends on many things and I do not know, officer.")
	b.await("the next line", func(r room) bool { return r.Ready && r.Turn > 1 })
	b.do("draft", chromedp.SendKeys("#answer", "My father, a civil engineer"))
	b.lookRoom("room-coach")
	b.do("ask to end", chromedp.Click(`[data-part="end"]`), chromedp.WaitVisible(`[data-part="finish"]`))
	b.lookRoom("room-ending")
	b.do("end", chromedp.Click(`[data-part="finish"]`))
	b.await("the grade", func(r room) bool { return r.Over })
	slip := value[string](b, `document.querySelector('[data-part="slip"]').innerText`)
	if strings.Count(slip, "Section 214(b)") != 1 || !strings.Contains(slip, "Because") || !strings.Contains(slip, "Turn 1") {
		b.t.Errorf("the slip says %q, want what it means once, and why", slip)
	}
	b.lookRoom("room-decided")
}

func (b *tab) lookAtCut(k *link) {
	b.enter(k.address(), plain)
	b.do("skip the queue", chromedp.Click(`[data-part="skipQueue"]`))
	b.saysState("Your turn")
	b.do("write a long answer", chromedp.SetValue("#answer", long))
	b.await("the officer to cut in", func(r room) bool {
		return strings.HasPrefix(r.State, "The officer cut in") && value[bool](b, `Boolean(document.querySelector(".said--applicant"))`)
	})
	b.lookRoom("room-cut")
	b.pass(1500)
	b.end()
	b.saysState("The officer is typing")
	b.lookRoom("room-typing")
}

func (b *tab) lookAtConnection(k *link) {
	b.start(k.address(), plain)
	b.do("mute", chromedp.Evaluate(`mute = true`, nil))
	b.send("My father, sir.")
	b.saysState("Sending")
	b.lookRoom("room-sending")
	b.end()
	b.saysState("Deciding")
	b.lookRoom("room-deciding")

	b.start(k.address(), plain)
	b.do("draft", chromedp.SendKeys("#answer", "My father, a civil engineer"))
	connection := func(state string) {
		b.do(state, chromedp.WaitVisible(fmt.Sprintf(`[data-connection=%q]`, state)))
	}
	k.down(true)
	connection("reconnecting")
	b.lookRoom("room-reconnecting")
	b.do("the device goes offline", network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1))
	connection("offline")
	b.lookRoom("room-offline")
	k.down(false)
	b.do("the device comes back", network.EmulateNetworkConditions(false, 0, -1, -1))
	connection("connected")
	address := value[string](b, "location.href")
	other := b.again()
	other.do("open another tab", chromedp.Navigate(address), chromedp.WaitVisible(`[data-connection="connected"]`))
	connection("replaced")
	b.lookRoom("room-replaced")
	b.do("take over", chromedp.Click(`[data-part="takeOver"]`))
	connection("connected")
	status := value[int](b, `fetch("/api/v1/interviews/" + location.pathname.split("/")[2], { method: "DELETE" }).then(({ status }) => status)`)
	if status != 204 {
		b.t.Errorf("erase: status %d", status)
	}
	connection("refused")
	b.lookRoom("room-refused")
}

// hold keeps three rooms open from a page of its own, as other tabs do.
const hold = `(async () => {
	globalThis.rooms = []
	for (let n = 0; n < 3; n++) {
		const made = await fetch("/api/v1/interviews", { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"category":"F-1"}' })
		const { socket } = await made.json()
		const room = new WebSocket(socket, "viceconsul.v1")
		rooms.push(room)
		await new Promise((done) => {
			room.onopen = () => room.send('{"type":"hello"}')
			room.onmessage = done
		})
	}
	return rooms.length
})()`

// A room more than a browser may hold says so and what to do, and goes on when another
// is closed.
func TestRoomTooMany(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	others := newTab(t)
	others.hurry(s.address)
	if n := value[int](others, hold); n != 3 {
		t.Fatalf("%d rooms are held", n)
	}
	b := others.again()
	b.enter(s.address, plain)
	b.do("too many", chromedp.WaitVisible(`[data-connection="crowded"]`))
	if said := value[string](b, `document.querySelector('[data-part="alert"]').textContent`); !strings.Contains(said, "Close one") {
		t.Errorf("told %q, want what to do", said)
	}
	b.lookRoom("room-crowded")
	others.do("close one", chromedp.Evaluate(`rooms[0].close()`, nil))
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
}
