package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// spokenHouse hears and speaks with a stand-in's models.
func spokenHouse(t testing.TB, script func(*standin.Call) standin.Reply, change ...func(*Options)) (*house, *standin.Server) {
	t.Helper()
	s := standin.New(t, script)
	c := openai.Config{BaseURL: s.URL(), TranscriptionModel: "ear", SpeechModel: "mouth", Failures: 1000}
	ear, err := openai.NewTranscriber(c)
	if err != nil {
		t.Fatal(err)
	}
	mouth, err := openai.NewSpeaker(c)
	if err != nil {
		t.Fatal(err)
	}
	desk := speech.NewDesk(mouth)
	t.Cleanup(desk.Close)
	h := openHouse(t, append([]func(*Options){func(o *Options) { o.Transcriber, o.Speaker = ear, desk }}, change...)...)
	return h, s
}

// A heardEvent is what the server says of a recording.
type heardEvent struct {
	Type, ID, Text, Code string
	Turn                 int
	Final, Confirm       bool
	Confidence           *float64
	Seconds              float64
	Doubtful             []speech.Doubt
}

// speak sends a recording in parts and returns its id.
func (c *caller) speak(turn int, sound []byte) string {
	c.t.Helper()
	c.say(fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, turn))
	for part := range slices.Chunk(sound, 4000) {
		if err := c.conn.WriteMessage(websocket.BinaryMessage, part); err != nil {
			c.t.Fatal(err)
		}
	}
	id := uuid.NewString()
	c.say(fmt.Sprintf(`{"type":"audio_end","turn":%d,"id":%q}`, turn, id))
	return id
}

// heardOf speaks and returns what was heard; last is then the recording.
func (c *caller) heardOf(turn int) heardEvent {
	c.t.Helper()
	c.last = c.speak(turn, standin.WAV())
	return c.heard()
}

// heard reads what the server says of the recording.
func (c *caller) heard() heardEvent {
	c.t.Helper()
	_, text, err := c.conn.ReadMessage()
	if err != nil {
		c.t.Fatal(err)
	}
	var e heardEvent
	if err := json.Unmarshal(text, &e); err != nil {
		c.t.Fatal(err)
	}
	return e
}

func spokenAnswer(turn int, text, recording string, checked bool) string {
	quoted, _ := json.Marshal(text)
	return fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":%s,"seconds":4.2,"voice":{"id":%q,"checked":%t}}`,
		uuid.NewString(), turn, quoted, recording, checked)
}

// sealed ends the interview and reads its transcript.
func (c *caller) sealed() transcript.Transcript {
	c.t.Helper()
	c.say(`{"type":"end"}`)
	for {
		if e := c.next(); e.Type == "graded" {
			t, err := transcript.ReadTranscript(e.Transcript)
			if err != nil {
				c.t.Fatal(err)
			}
			return t
		}
	}
}

// A spoken answer is written down, told with its doubtful words, and counts as it was
// sent: with its seconds, and with the words nobody looked at when it went by itself.
func TestVoiceAnswer(t *testing.T) {
	h, s := spokenHouse(t, standin.Always(standin.Hears("My uncle Ahmed pays thirty thousand, not my father.", 0.95)))
	for _, test := range []struct {
		name, text string // sent; "" for as it was heard
		checked    bool
		want       transcript.Voice
	}{
		{"unchecked", "", false, transcript.Voice{Doubtful: []transcript.Span{{Start: 9, End: 14, Text: "Ahmed"}, {Start: 20, End: 35, Text: "thirty thousand"}, {Start: 37, End: 40, Text: "not"}}}},
		{"checked", "", true, transcript.Voice{}},
		{"corrected", "My father pays.", true, transcript.Voice{Corrected: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			id, key := h.begin(t, student)
			c, welcome := h.join(t, id, key)
			turn := openTurn(t, welcome)
			recording := c.speak(turn, standin.WAV())
			e := c.heard()
			if e.Type != "heard" || e.ID != recording || e.Turn != turn || !e.Final || e.Confirm || e.Seconds != 4.2 || e.Confidence == nil || *e.Confidence != 0.95 || len(e.Doubtful) != 3 {
				t.Fatalf("heard %+v", e)
			}
			text := test.text
			if text == "" {
				text = e.Text
			}
			c.say(spokenAnswer(turn, text, recording, test.checked))
			c.want("ack")
			got := c.sealed().Turns[0]
			if got.Seconds != 4.2 || got.Estimated || got.Applicant != text || got.Voice == nil || fmt.Sprint(*got.Voice) != fmt.Sprint(test.want) {
				t.Errorf("kept %+v with voice %+v, want %+v", got, got.Voice, test.want)
			}
		})
	}
	for _, word := range []string{"Ahmed", "uncle", "father"} {
		if strings.Contains(h.log.String(), word) {
			t.Errorf("the log holds %q", word)
		}
		for _, c := range s.Calls() {
			for _, field := range c.Form {
				if strings.Contains(field, word) {
					t.Errorf("the model was told %q", word)
				}
			}
		}
	}
	if got := h.metric(t, `viceconsul_recordings_total{outcome="heard"}`); got != 3 {
		t.Errorf("%v recordings heard, want 3", got)
	}
}

// An answer counts with the seconds of its recording, or with less when silence ended it.
func TestVoiceSeconds(t *testing.T) {
	h, _ := spokenHouse(t, standin.Always(standin.Hears("To study.", 0.95)))
	for said, want := range map[string]float64{"4.2": 4.2, "1.7": 1.7, "0.1": 4.2, "9": 4.2, "0": 4.2} {
		id, key := h.begin(t, student)
		c, welcome := h.join(t, id, key)
		turn := openTurn(t, welcome)
		recording := c.speak(turn, standin.WAV())
		c.heard()
		c.say(strings.Replace(spokenAnswer(turn, "To study.", recording, true), `"seconds":4.2`, `"seconds":`+said, 1))
		c.want("ack")
		if got := c.sealed().Turns[0].Seconds; got != want {
			t.Errorf("told %s s, kept %v, want %v", said, got, want)
		}
	}
}

// What is not sure enough, changed, of another turn or another connection counts only
// once the applicant has read it.
func TestVoiceUnchecked(t *testing.T) {
	sure := 0.95
	h, _ := spokenHouse(t, func(*standin.Call) standin.Reply { return standin.Hears("My father pays.", sure) })
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	recording := c.speak(turn, standin.WAV())
	c.heard()
	c.say(spokenAnswer(turn, "My uncle pays.", recording, false))
	c.complaint("unchecked")
	c.say(spokenAnswer(turn, "My father pays.", uuid.NewString(), false))
	c.complaint("unchecked")
	sure = 0.4
	recording = c.speak(turn, standin.WAV())
	if e := c.heard(); !e.Confirm || !slices.ContainsFunc(e.Doubtful, func(d speech.Doubt) bool { return d.Why == speech.Unsure }) {
		t.Errorf("heard %+v, want it to be confirmed", e)
	}
	c.say(spokenAnswer(turn, "My father pays.", recording, false))
	c.complaint("unchecked")
	again, _ := h.join(t, id, key)
	again.say(spokenAnswer(turn, "My father pays.", recording, false))
	again.complaint("unchecked")
	again.say(spokenAnswer(turn, "My father pays.", recording, true))
	again.want("ack")
}

// An unchecked answer that is stored is acknowledged again over any connection, like
// every answer.
func TestVoiceRepeated(t *testing.T) {
	h, _ := spokenHouse(t, standin.Always(standin.Hears("My father pays.", 0.95)))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	answer := spokenAnswer(turn, c.heardOf(turn).Text, "", false)
	answer = strings.Replace(answer, `"voice":{"id":""`, `"voice":{"id":"`+c.last+`"`, 1)
	c.say(answer)
	first := c.want("ack")
	again, _ := h.join(t, id, key)
	again.say(answer)
	if ack := again.want("ack"); ack.Offset != first.Offset || ack.ID != first.ID {
		t.Errorf("the second ack %+v, want that of %+v", ack, first)
	}
	again.say(strings.Replace(answer, "father", "uncle", 1))
	again.complaint("conflict")
}

// A recording that is being heard is dropped when the applicant types, speaks anew or
// leaves, and when the server goes away: the endpoint is not waited for.
func TestVoiceDropped(t *testing.T) {
	asked := make(chan struct{}, 8)
	waits := func(_ http.ResponseWriter, r *http.Request, _ *standin.Call) {
		asked <- struct{}{}
		<-r.Context().Done()
	}
	h, s := spokenHouse(t, standin.Always(waits))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	for _, drop := range []func(){
		func() {
			c.speak(turn, standin.WAV())
			<-asked
			c.say(fmt.Sprintf(`{"type":"audio_drop","turn":%d}`, turn))
		},
		func() { c.speak(turn, standin.WAV()); <-asked; c.answer(turn, "To study data science.") },
		func() { c.speak(turn+1, standin.WAV()); <-asked; c.conn.Close() },
	} {
		if drop(); len(s.Calls()) == 0 {
			t.Fatal("nothing was sent to be heard")
		}
	}
	left, _ := h.join(t, id, key)
	left.speak(turn+1, standin.WAV())
	<-asked
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := h.Shutdown(ctx); err != nil {
		t.Errorf("shutdown: %v", err)
	}
	s.Calls() // waits for the end of each
	if got := h.metric(t, `viceconsul_recordings_total{outcome="dropped"}`); got != 4 {
		t.Errorf("%v recordings dropped, want 4", got)
	}
}

// What a recording may hold, as its parts come.
func TestRecordingParts(t *testing.T) {
	h := openHouse(t)
	now := time.Now()
	for _, test := range []struct {
		name  string
		began time.Duration // ago
		cut   time.Duration // ago; 0 for not
		had   int           // bytes
		kept  bool
		told  string
	}{
		{"a part", time.Second, 0, 100, true, ""},
		{"the last in time", 179 * time.Second, 0, 100, true, ""},
		{"after three minutes", 190 * time.Second, 0, 100, false, "audio_too_long"},
		{"over the bytes", time.Second, 0, recordingBytes - 3, false, "audio_too_long"},
		{"while the officer cuts in", 20 * time.Second, time.Second, 100, true, ""},
		{"after the officer cut in", 20 * time.Second, 5 * time.Second, 100, false, ""},
	} {
		k := &socket{server: h.Server, parts: rate.NewLimiter(2, partsAtOnce), writing: true,
			recording: &recording{turn: 1, began: now.Add(-test.began), told: now.Add(time.Hour), sound: make([]byte, test.had)}}
		if test.cut > 0 {
			k.cutTurn, k.cutSince = 1, now.Add(-test.cut)
		}
		if !k.hearPart([]byte("sound")) {
			t.Fatalf("%s: no recording", test.name)
		}
		told := ""
		if len(k.queue) > 0 {
			var e event
			_ = json.Unmarshal(k.queue[0].text, &e)
			told = e.Code
		}
		if kept := len(k.recording.sound) == test.had+5; kept != test.kept || told != test.told {
			t.Errorf("%s: kept %t, told %q; want %t, %q", test.name, kept, told, test.kept, test.told)
		}
	}
}

// Who reads the transcript, on the page or in a file, sees which words nobody checked.
func TestVoiceIsShown(t *testing.T) {
	tr := graded(transcript.F1)
	tr.Turns[0].Voice = &transcript.Voice{Corrected: true, Doubtful: []transcript.Span{transcript.SpanOf(tr.Turns[0].Applicant, 6, 11)}}
	for _, format := range []string{"text", "markdown", "html"} {
		if got := export(t, tr, format); !strings.Contains(got, "Spoken.") || !strings.Contains(got, "Words nobody checked: “uncle”") {
			t.Errorf("%s does not say how the answer was heard:\n%s", format, got)
		}
	}
	page := planted()
	page.Turns[0].Voice = &transcript.Voice{Doubtful: []transcript.Span{transcript.SpanOf(page.Turns[0].Applicant, 0, 2)}}
	if got := words(renderTranscript(t, transcript.F1, page, "").all("main")[0]); !strings.Contains(got, "Spoken. Words nobody checked:") {
		t.Errorf("the page does not say how the answer was heard: %.600s", got)
	}
}

// A recording has its limits, and what is refused leaves the interview as it was.
func TestVoiceLimits(t *testing.T) {
	h, s := spokenHouse(t, standin.Always(standin.Hears("To study.", 0.95)), limited(Limits{Burst: 1000}))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	for _, test := range []struct {
		name, begin string
		parts       [][]byte
		code        string
		ends        string // what audio_end is told; "" for nothing
	}{
		{"another turn", fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, turn+3), [][]byte{standin.WAV()}, "audio_turn", ""},
		{"another format", fmt.Sprintf(`{"type":"audio","turn":%d,"format":"opus"}`, turn), nil, "audio_format", ""},
		{"too big", fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, turn), slices.Repeat([][]byte{make([]byte, 60<<10)}, 9), "audio_too_long", ""},
		{"nothing in it", fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, turn), nil, "", "nothing_heard"},
		{"not what it says", fmt.Sprintf(`{"type":"audio","turn":%d,"format":"webm"}`, turn), [][]byte{standin.WAV()}, "", "audio_format"},
	} {
		c.say(test.begin)
		for _, p := range test.parts {
			if err := c.conn.WriteMessage(websocket.BinaryMessage, p); err != nil {
				t.Fatal(err)
			}
		}
		if test.code != "" {
			c.complaint(test.code)
		}
		c.say(fmt.Sprintf(`{"type":"audio_end","turn":%d,"id":%q}`, turn, id))
		if test.ends != "" {
			c.complaint(test.ends)
		}
	}
	c.say(fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, turn))
	c.say(fmt.Sprintf(`{"type":"audio_drop","turn":%d}`, turn))
	if n := len(s.Calls()); n != 0 {
		t.Errorf("%d recordings were sent to be heard, want none", n)
	}
	if err := c.conn.WriteMessage(websocket.BinaryMessage, []byte("sound")); err != nil {
		t.Fatal(err)
	}
	c.closed(binaryFrame)
}

// The recordings of all together have their limit; what is dropped, heard or left makes
// room again.
func TestVoiceLimitOfAll(t *testing.T) {
	h, _ := spokenHouse(t, standin.Always(standin.Hears("To study.", 0.95)), limited(Limits{Recordings: 20_000}))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.speak(turn, standin.WAV())
	if e := c.heard(); e.Type != "heard" {
		t.Fatalf("alone: %+v", e)
	}
	other, otherKey := h.begin(t, student)
	o, welcome := h.join(t, other, otherKey)
	o.say(fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, openTurn(t, welcome)))
	if err := o.conn.WriteMessage(websocket.BinaryMessage, standin.WAV()[:8000]); err != nil {
		t.Fatal(err)
	}
	o.say(`{"type":"?"}`)
	o.complaint("unknown_type") // the part is in
	c.speak(turn, standin.WAV())
	c.complaint("audio_busy")
	o.conn.Close()
	for h.kept.Load() > 0 { // until the server has noticed
		runtime.Gosched()
	}
	c.speak(turn, standin.WAV())
	if e := c.heard(); e.Type != "heard" {
		t.Errorf("with room again: %+v", e)
	}
	c.answer(turn, "To study.")
	c.want("ack")
	if got := h.kept.Load(); got != 0 {
		t.Errorf("%d bytes are kept after all was heard", got)
	}
	if got := h.metric(t, `viceconsul_limit_hits_total{limit="recordings"}`); got != 1 {
		t.Errorf("recordings was met %v times, want once", got)
	}
}

// Too many parts at once are dropped; who goes on is shown the door, for a while.
func TestVoiceFlood(t *testing.T) {
	h, _ := spokenHouse(t, standin.Always(standin.Hears("To study.", 0.95)))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	c.say(fmt.Sprintf(`{"type":"audio","turn":%d,"format":"wav"}`, openTurn(t, welcome)))
	for range partsAtOnce + 10 {
		_ = c.conn.WriteMessage(websocket.BinaryMessage, []byte{1}) // the last may find the door closed
	}
	c.complaint("audio_too_long")
	c.closed(tooFast)
}

// Whatever the endpoint does, the applicant can type on, and the log tells no words.
func TestVoiceMisbehaviour(t *testing.T) {
	for _, k := range standin.HearingKinds() {
		if k.Name == "slow headers" {
			continue // its deadline is tested with the client's
		}
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			h, _ := spokenHouse(t, standin.Always(k.Reply))
			id, key := h.begin(t, student)
			c, welcome := h.join(t, id, key)
			turn := openTurn(t, welcome)
			recording := c.speak(turn, standin.WAV())
			e := c.heard()
			if e.ID != recording || !(e.Type == "heard" && e.Confirm || e.Type == "error" && (e.Code == "nothing_heard" || e.Code == "not_transcribed")) {
				t.Errorf("told %+v", e)
			}
			c.answer(turn, "To study data science.")
			c.want("ack")
			for _, word := range []string{standin.Secret, "thirty", "Thank you", "padre"} {
				if strings.Contains(h.log.String(), word) {
					t.Errorf("the log holds %q", word)
				}
			}
		})
	}
}

// An interview without a model is offered none: nothing is sent, whatever the client says.
func TestVoicePlain(t *testing.T) {
	h, s := spokenHouse(t, standin.Always(standin.Hears("To study.", 0.95)))
	id, key := h.begin(t, strings.Replace(student, `"seed":7`, `"seed":7,"plain":true`, 1))
	c := h.dial(t, id, key)
	c.say(`{"type":"hello"}`)
	_, welcome, err := c.conn.ReadMessage()
	if err != nil || !strings.Contains(string(welcome), `"voice":{}`) {
		t.Fatalf("welcome %s, %v", welcome, err)
	}
	c.say(`{"type":"audio","turn":1,"format":"wav"}`)
	c.complaint("audio_not_offered")
	h.send(t, "GET", "/api/v1/interviews/"+id+"/lines/1/speech", "", "Authorization: Bearer "+key).problem(t, http.StatusNotFound, "no_speech")
	if s.Opened() != 0 {
		t.Errorf("%d connections were opened to the endpoint", s.Opened())
	}
}

// The officer's lines are spoken: the bank's are asked for once, whoever hears them.
func TestSpeech(t *testing.T) {
	h, s := spokenHouse(t, standin.Always(standin.Speaks(0, standin.MP3(2), standin.MP3(4))))
	id, key := h.begin(t, student)
	for range 3 {
		r := h.send(t, "GET", "/api/v1/interviews/"+id+"/lines/1/speech", "", "Authorization: Bearer "+key)
		if r.StatusCode != http.StatusOK || string(r.body) != string(standin.MP3(6)) || r.Header.Get("Content-Type") != "audio/mpeg" || r.Header.Get("Cache-Control") != "no-store" {
			t.Fatalf("speech: %d %v, %d bytes", r.StatusCode, r.Header, len(r.body))
		}
	}
	calls := s.Calls()
	_, welcome := h.join(t, id, key)
	if len(calls) != 1 || calls[0].Input[0] != welcome.Interview.Turns[0].Officer {
		t.Errorf("%d calls for one line of the bank", len(calls))
	}
	for _, turn := range []string{"0", "2", "01", "-1", "x", "decision", "99999999999999999999"} {
		h.send(t, "GET", "/api/v1/interviews/"+id+"/lines/"+turn+"/speech", "", "Authorization: Bearer "+key).problem(t, http.StatusNotFound, "not_found")
	}
}

func TestSpeechDecision(t *testing.T) {
	h, s := spokenHouse(t, standin.Always(standin.Speaks(0, standin.MP3(2))))
	id, key := h.begin(t, student)
	c, _ := h.join(t, id, key)
	line := c.sealed().Outcome.Line
	r := h.send(t, "GET", "/api/v1/interviews/"+id+"/lines/decision/speech", "", "Authorization: Bearer "+key)
	if calls := s.Calls(); r.StatusCode != http.StatusOK || len(calls) != 1 || calls[0].Input[0] != line || line == "" {
		t.Errorf("decision: %d, %d calls", r.StatusCode, len(calls))
	}
}

// Without an engine, with a broken one or too often, there is a problem and no sound.
func TestSpeechRefused(t *testing.T) {
	silent := openHouse(t)
	id, key := silent.begin(t, student)
	silent.send(t, "GET", "/api/v1/interviews/"+id+"/lines/1/speech", "", "Authorization: Bearer "+key).problem(t, http.StatusNotFound, "no_speech")

	broken, _ := spokenHouse(t, standin.Always(standin.Status(401)), limited(Limits{Speeches: 1}))
	id, key = broken.begin(t, student)
	broken.send(t, "GET", "/api/v1/interviews/"+id+"/lines/1/speech", "", "Authorization: Bearer "+key).problem(t, http.StatusServiceUnavailable, "speech_failed")
	broken.send(t, "GET", "/api/v1/interviews/"+id+"/lines/1/speech", "", "Authorization: Bearer "+key).problem(t, http.StatusTooManyRequests, "too_many")
	if got := broken.metric(t, `viceconsul_limit_hits_total{limit="speech"}`); got != 1 {
		t.Errorf("speech was met %v times, want once", got)
	}
}
