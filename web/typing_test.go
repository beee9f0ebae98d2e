package web

import (
	"strconv"
	"testing"
)

// The officer's silence before a line and before the decision is told to the client,
// which keeps it; the server itself says everything at once.
func TestTypingIsTold(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn, silences := openTurn(t, welcome), map[string][]int{}
	for turn > 0 {
		c.answer(turn, "My father pays; he is a civil engineer, and this is course "+strconv.Itoa(turn)+" of twelve.")
		for turn = 0; turn == 0; {
			e := c.next()
			if e.Typing > 0 {
				silences[e.Type] = append(silences[e.Type], e.Typing)
			}
			if e.Type == "graded" {
				break
			}
			if e.Type == "question" && e.Kind != "remark" {
				turn = e.Turn
			}
		}
	}
	for kind, longest := range map[string]int{"question": 6, "decision": 8} {
		if got := silences[kind]; len(got) != 1 || got[0] < 2 || got[0] > longest {
			t.Errorf("silences before a %s: %v seconds, want one of 2 to %d", kind, got, longest)
		}
	}
	again := h.dial(t, id, key)
	again.say(`{"type":"hello","epoch":` + strconv.FormatInt(welcome.Epoch, 10) + `,"offset":1}`)
	for e := again.want("welcome"); e.Type != "graded"; e = again.next() {
		if e.Typing != 0 {
			t.Errorf("%s told after coming back waits %d seconds, want none", e.Type, e.Typing)
		}
	}
}
