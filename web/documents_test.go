package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

func readDocument(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("api/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

var parameter = regexp.MustCompile(`\{(\w+)\}`)

// The OpenAPI document is valid, has every route and no other.
func TestOpenAPI(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(readDocument(t, "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Fatal(err)
	}
	var described []string
	for path, item := range doc.Paths.Map() {
		for method := range item.Operations() {
			path := strings.Replace(path, "{file}", "*", 1)
			described = append(described, method+" "+parameter.ReplaceAllString(path, ":$1"))
		}
	}
	sort.Strings(described)
	if diff := cmp.Diff(routesOf(openHouse(t).handler), described); diff != "" {
		t.Errorf("routes (-served +described):\n%s", diff)
	}
}

// Every code of the error table is named in the document.
func TestOpenAPICodes(t *testing.T) {
	doc := string(readDocument(t, "openapi.json"))
	for _, f := range append(slices.Clone(faults), struct {
		err error
		fault
	}{nil, unforeseen}) {
		if !strings.Contains(doc, f.code) {
			t.Errorf("openapi.json does not name code %s", f.code)
		}
	}
}

// asyncDocument is what the tests read of asyncapi.json.
type asyncDocument struct {
	Channels struct {
		Interview struct {
			Address  string
			Messages map[string]any
		}
	}
	Components struct {
		Messages map[string]struct {
			Name     string
			Payload  json.RawMessage
			Examples []struct{ Payload json.RawMessage }
		}
	}
	Limits map[string]int `json:"x-limits"`
	Closes []struct {
		Code     int
		Reason   string
		ComeBack bool `json:"come_back"`
		Client   string
	} `json:"x-close-codes"`
}

func readAsync(t *testing.T) asyncDocument {
	t.Helper()
	var doc asyncDocument
	if err := json.Unmarshal(readDocument(t, "asyncapi.json"), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// schemaOf compiles the payload schema of a message.
func (d asyncDocument) schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	m, ok := d.Components.Messages[name]
	if !ok {
		t.Fatalf("asyncapi.json does not describe %q", name)
	}
	raw, err := jsonschema.UnmarshalJSON(bytes.NewReader(m.Payload))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:"+name, raw); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:" + name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

func (d asyncDocument) check(t *testing.T, name string, payload []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(payload))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.schemaOf(t, name).Validate(v); err != nil {
		t.Errorf("%s: %s does not fit its schema: %v", name, payload, err)
	}
}

// The close codes of the document are those of the table.
func TestAsyncAPICloses(t *testing.T) {
	doc := readAsync(t)
	var described []ending
	for _, c := range doc.Closes {
		described = append(described, ending{code: c.Code, reason: c.Reason, back: c.ComeBack})
		if len(c.Client) < 8 {
			t.Errorf("%d %s: nothing on what the client does", c.Code, c.Reason)
		}
	}
	sort.Slice(described, func(i, j int) bool { return described[i].reason < described[j].reason })
	table := slices.Clone(endings)
	for i := range table {
		table[i].limit = ""
	}
	sort.Slice(table, func(i, j int) bool { return table[i].reason < table[j].reason })
	if diff := cmp.Diff(table, described, cmp.AllowUnexported(ending{})); diff != "" {
		t.Errorf("close codes (-table +described):\n%s", diff)
	}
	l := Limits{}.orDefaults()
	want := map[string]int{
		"message_bytes": messageLimit, "answer_code_points": answerLimit, "message_seconds": int(l.Message.Seconds()),
		"messages_per_minute": l.Messages, "composing_seconds": int(composingEvery.Seconds()), "burst": l.Burst, "control_frames_per_10_seconds": l.Controls,
		"sockets_per_applicant": l.SocketsPerApplicant, "sockets_per_address": l.SocketsPerAddress,
		"recording_seconds": recordingSeconds, "recording_bytes": recordingBytes, "recording_parts_at_once": partsAtOnce,
		"queue_events": queueEvents, "queue_bytes": queueBytes, "json_depth": depthLimit,
	}
	if diff := cmp.Diff(want, doc.Limits); diff != "" {
		t.Errorf("limits (-real +described):\n%s", diff)
	}
	if got := parameter.ReplaceAllString(doc.Channels.Interview.Address, ":$1"); got != socketPath {
		t.Errorf("address %s, want %s", got, socketPath)
	}
}

// Every frame the server can write fits its description, and every example of the
// document can be read.
func TestAsyncAPIMessages(t *testing.T) {
	doc := readAsync(t)
	outcome := transcript.Outcome{Decision: transcript.Issued, Practice: true, Because: []transcript.Because{}, Next: []string{}}
	sc := script{epoch: 5, voice: offer{Hears: &hearsOffer{Engine: "e", Formats: speech.Formats()}, Speaks: &speaksOffer{"e"}}}
	frames := map[string][]byte{
		"error": frameOf(errorMessage{Type: "error", Code: "slow_down", Title: "x"}),
		"pong":  frameOf(pongMessage{Type: "pong"}),
		"bye":   frameOf(byeMessage{Type: "bye", RetryAfterMS: 1500}),
		"heard": frameOf(heardMessage{Type: "heard", Turn: 1, ID: "0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d", Text: "In May.", Final: true, Confidence: new(float64),
			Doubtful: speech.Heard{Text: "In May."}.Doubts()}),
	}
	for _, m := range []live.Message{
		{Offset: 2, Event: interview.Asked{Turn: 1, Question: "F01", Text: "Why?", Kind: transcript.Opening, Typing: 4, Topic: "com.fear", Again: 1}},
		{Offset: 3, Event: interview.Answered{Turn: 1, ID: "0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d", Text: "To study."}},
		{Offset: 3, Event: interview.CutIn{Turn: 1, Text: "Okay.", Words: 30}},
		{Offset: 3, Event: interview.Retried{Turn: 1}},
		{Offset: 4, Event: interview.Ended{By: interview.ByTime}},
		{Offset: 5, Event: interview.Decided{Outcome: outcome, Typing: 8}},
		{Offset: 6, Event: interview.Graded{Hash: "00"}, Sealed: []byte(`{"turns":[]}`), Revision: 1, Reading: true},
		{Delta: &live.Delta{Turn: 1, Text: "Wh"}},
		{Coach: &interview.Coaching{Turn: 1, Findings: []transcript.Finding{}}},
	} {
		for _, f := range sc.both(m) {
			var e event
			if err := json.Unmarshal(f, &e); err != nil {
				t.Fatal(err)
			}
			frames[e.Type] = f
		}
	}
	log := []live.Message{
		{Offset: 1, Event: interview.Started{Mode: interview.Exam, Officer: interview.Persona{Temper: interview.Warm, Patient: true}}},
		{Offset: 2, Event: interview.Asked{Turn: 1, Text: "Why?", Kind: transcript.Opening}},
		{Offset: 3, Event: interview.CutIn{Turn: 1, Text: "Okay.", Words: 2}},
		{Offset: 3, Event: interview.Answered{Turn: 1, Text: "To study."}},
		{Offset: 3, Event: interview.Asked{Turn: 2, Text: "Why?", Topic: "com.fear", Again: 1, Kind: transcript.Question}},
		{Offset: 4, Event: interview.Ended{By: interview.ByTime}},
		{Offset: 5, Event: interview.Decided{Outcome: outcome}},
	}
	welcome, _ := sc.frames(live.Welcome{Missed: log})
	frames["welcome"] = welcome[0]
	for name, f := range frames {
		doc.check(t, name, f)
	}
	for name, m := range doc.Components.Messages {
		if _, ok := doc.Channels.Interview.Messages[name]; !ok {
			t.Errorf("message %s is not on the channel", name)
		}
		for _, e := range m.Examples {
			doc.check(t, name, e.Payload)
			if read, err := readMessage(e.Payload); err != nil {
				t.Errorf("example %s: %v", e.Payload, err)
			} else if got := reflect.ValueOf(read).FieldByName("Type").String(); got != name {
				t.Errorf("example of %s is a %s", name, got)
			}
		}
		if _, server := frames[name]; !server && len(m.Examples) == 0 {
			t.Errorf("%s: neither the server writes it nor is there an example", name)
		}
	}
}

func TestDocumentsServed(t *testing.T) {
	h := openHouse(t)
	for _, name := range []string{"openapi.json", "asyncapi.json"} {
		r := h.send(t, "GET", "/"+name, "")
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "application/json" || !bytes.Equal(r.body, readDocument(t, name)) {
			t.Errorf("GET /%s: %d %s", name, r.StatusCode, r.Header.Get("Content-Type"))
		}
	}
}
