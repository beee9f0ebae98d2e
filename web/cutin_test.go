package web

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// long is an answer that takes half a minute to say.
var long = strings.TrimSpace(strings.Repeat("My father pays for all of it from his salary ", 12))

func composing(turn, words int) string {
	return fmt.Sprintf(`{"type":"composing","turn":%d,"words":%d}`, turn, words)
}

// finish ends the interview and returns its transcript.
func (c *caller) finish() transcript.Transcript {
	c.t.Helper()
	c.say(`{"type":"end"}`)
	for {
		if e := c.next(); e.Type == "graded" {
			sealed, err := transcript.ReadTranscript(e.Transcript)
			if err != nil {
				c.t.Fatal(err)
			}
			return sealed
		}
	}
}

// The officer cuts in on a long answer: what came until then is graded, the rest is
// kept as not heard, and whoever comes back is told the same.
func TestSocketCutIn(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.say(composing(turn, 80))
	cut := c.want("interrupt")
	if cut.Turn != turn || cut.Words != 80 || cut.Text == "" || cut.Offset != welcome.Offset+1 || cut.Epoch != welcome.Epoch {
		t.Fatalf("interrupt %+v after offset %d", cut, welcome.Offset)
	}
	back, again := h.join(t, id, key)
	open := again.Interview.Turns[len(again.Interview.Turns)-1]
	if open.Interrupt == nil || *open.Interrupt != (interruption{cut.Text, 80}) {
		t.Errorf("a snapshot says %+v of the interruption", open.Interrupt)
	}
	resumed := h.dial(t, id, key)
	resumed.say(fmt.Sprintf(`{"type":"hello","epoch":%d,"offset":%d}`, welcome.Epoch, welcome.Offset))
	resumed.want("welcome")
	if missed := resumed.want("interrupt"); missed.Offset != cut.Offset || missed.Text != cut.Text || missed.Words != 80 {
		t.Errorf("missed %+v, want %+v", missed, cut)
	}
	back.closed(replaced)

	sent := resumed.answer(turn, long)
	ack := resumed.want("ack")
	resumed.say(answerText(sent, turn, long))
	for e := resumed.next(); e.Type != "ack"; e = resumed.next() {
		if e.Type == "error" {
			t.Fatalf("the same answer again: %+v", e)
		}
	}
	first := resumed.finish().Turns[0]
	if !first.Cut || len(strings.Fields(first.Applicant)) != 80 || first.Unheard == "" || first.Applicant+" "+first.Unheard != long {
		t.Errorf("cut %t: %d words heard, unheard %q", first.Cut, len(strings.Fields(first.Applicant)), first.Unheard)
	}
	for _, f := range first.Findings {
		if f.Span.End > len(first.Applicant) {
			t.Errorf("finding %s reaches into what was not heard", f.Rule)
		}
	}
	if ack.Turn != turn {
		t.Errorf("ack %+v", ack)
	}
}

// Counts that come too often are passed over, never acknowledged, and hold no words.
func TestSocketComposing(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.say(composing(turn, 5))
	c.say(composing(turn, 200)) // within 2 seconds
	c.say(composing(turn+7, 200))
	c.say(`{"type":"composing","turn":1,"words":3,"text":"my father"}`)
	if e := c.complaint("malformed"); strings.Contains(e.Title, "father") {
		t.Errorf("the complaint repeats the words: %s", e.Title)
	}
	for _, bad := range []string{composing(0, 3), composing(1, 0), composing(1, 8001), `{"type":"composing","turn":1,"words":3,"seconds":3601}`} {
		c.say(bad)
		c.complaint("malformed")
	}
	if got := h.metric(t, `viceconsul_limit_hits_total{limit="composing"}`); got != 2 {
		t.Errorf("composing was met %v times, want 2", got)
	}
	c.answer(turn, long)
	c.want("ack")
	if turns := c.finish().Turns; turns[0].Cut {
		t.Error("a count that was to be passed over had the officer cut in")
	}
}

func TestSocketPatientOfficer(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, strings.Replace(student, `"seed":7`, `"seed":7,"patient":true`, 1))
	c, welcome := h.join(t, id, key)
	if !welcome.Interview.Patient {
		t.Error("the welcome does not say that the officer is patient")
	}
	c.say(composing(openTurn(t, welcome), 500))
	c.answer(openTurn(t, welcome), long)
	c.want("ack")
	if turns := c.finish().Turns; turns[0].Cut {
		t.Error("a patient officer cut in")
	}
}

// In coach mode the last answer can be tried again: the line that waited is put off,
// both tries stay, and the transcript says what it is.
func TestSocketTryAgain(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, strings.Replace(student, `{"category"`, `{"mode":"coach","category"`, 1))
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.answer(turn, "My uncle pays.")
	ack := c.want("ack")
	c.want("coach")
	put := c.want("question")
	c.say(fmt.Sprintf(`{"type":"again","turn":%d}`, turn))
	retried := c.want("retried")
	q := c.want("question")
	if retried.Turn != turn || retried.Offset != put.Offset+1 || q.Again != turn || q.Turn != put.Turn || q.Offset != retried.Offset+1 {
		t.Fatalf("retried %+v then %+v after %+v", retried, q, put)
	}
	if asked := welcome.Interview.Turns[0].Officer; !strings.HasSuffix(asked, q.Text) {
		t.Errorf("asked again %q, want %q", q.Text, asked)
	}
	resumed, snap := h.join(t, id, key)
	if turns := snap.Interview.Turns; len(turns) != 2 || turns[1].Again != turn || turns[1].Officer != q.Text {
		t.Errorf("a snapshot holds %+v, want the question tried again in the place of the one put off", turns)
	}
	resumed.want("coach")
	resumed.say(`{"type":"again","turn":9}`)
	resumed.complaint("turn_closed")
	resumed.answer(q.Turn, "My father pays.")
	if next := resumed.want("ack"); next.Offset != q.Offset+1 || ack.Turn != turn {
		t.Errorf("ack %+v", next)
	}
	sealed := resumed.finish()
	if sealed.Mode != "coach" || len(sealed.Turns) != 2 || sealed.Turns[1].Again != 1 {
		t.Fatalf("transcript of mode %q with %d turns", sealed.Mode, len(sealed.Turns))
	}
	for _, suffix := range []string{".md", ".html", ".json", ""} {
		path := map[bool]string{true: "/interviews/", false: "/api/v1/interviews/"}[suffix == ""] + id + "/transcript" + suffix
		text := string(h.send(t, "GET", path, "", "Authorization: Bearer "+key).body)
		for _, want := range map[string][]string{".json": {`"mode":"coach"`, `"again":1`}}[suffix] {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %s", path, want)
			}
		}
		if suffix != ".json" && (strings.Count(text, "not counted") != 1 || !strings.Contains(text, "Coached:")) {
			t.Errorf("%s does not say that it was coached and one answer is not counted", path)
		}
	}
	regraded := h.send(t, "POST", "/api/v1/grade", string(mustJSON(t, sealed)))
	var again transcript.Transcript
	if err := json.Unmarshal(regraded.body, &again); err != nil || again.Mode != "coach" {
		t.Errorf("graded again: mode %q, %v", again.Mode, err)
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// An exam gives no second try.
func TestSocketNoSecondTryInAnExam(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.answer(turn, "My uncle pays.")
	c.want("ack")
	c.want("question")
	c.say(fmt.Sprintf(`{"type":"again","turn":%d}`, turn))
	c.complaint("turn_closed")
}
