package transcript

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const studentInput = `{"category":"F-1","interview_date":"2027-06-10","profile":{"finance":{"sponsors":["father"]}},"turns":[{"officer":"Who is paying?","applicant":"My uncle.","question":"F27","seconds":3.1}]}`

func mustTranscript(t testing.TB, data string) Transcript {
	t.Helper()
	tr, err := ReadTranscript([]byte(data))
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return tr
}

func mustMarshal(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTranscriptOutputRepeatsTheInput(t *testing.T) {
	tr := mustTranscript(t, studentInput)
	if tr.Category != F1 || len(tr.Turns) != 1 || tr.Turns[0].Seconds != 3.1 {
		t.Errorf("read as %s with %d turns", tr.Category, len(tr.Turns))
	}
	want := strings.Replace(studentInput, `"turns":[{"officer"`, `"turns":[{"n":0,"officer"`, 1)
	if diff := cmp.Diff(want, mustMarshal(t, tr)); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
}

// graded is a transcript with everything a grader adds.
func graded(c Category, profile Profile) Transcript {
	return Transcript{
		Category: c, Profile: profile, Rubric: "2026.1", Grader: &Grader{Mode: "rules"},
		Turns: []Turn{{
			N: 1, Officer: "Who pays?", Applicant: "My uncle.", Kind: FollowUp, Topic: "f.fund", Estimated: true,
			Bands: &Bands{Brevity: Marked(4), Directness: Marked(4), Specificity: Marked(3), Consistency: Marked(0), Ties: NotTested, Composure: Marked(4)},
			Findings: []Finding{{Rule: "payer", Criterion: Consistency, Verdict: Contradiction, Severity: High, Span: SpanOf("My uncle.", 3, 8),
				Field: "finance.sponsors", Declared: "father", Heard: "uncle", Reason: "You said uncle."}},
			Suggestion: &Suggestion{Text: "My father.", Uses: []string{"finance.sponsors"}},
		}},
		Grades:  &Grades{Brevity: Marked(88), Consistency: Marked(40), Directness: Marked(90), Specificity: Marked(70), Composure: Marked(95), Overall: Marked(61), Letter: "D"},
		Ties:    &Ties{Applicable: true, Evidence: []Evidence{{Kind: "family", Turn: 1, Span: SpanOf("My uncle.", 0, 2), Strength: 0.1}}, Unused: []string{"ties.plan_after"}},
		Outcome: &Outcome{Decision: Refused, Ground: "214(b)", Because: []Because{{Turn: 1}}, Next: []string{"Correct the form."}, Practice: true},
	}
}

func TestGradedOutputIsInputAgain(t *testing.T) {
	profile := sample(t, F1)
	for _, c := range Categories() {
		first := mustMarshal(t, graded(c, profile))
		second := mustMarshal(t, mustTranscript(t, first))
		if diff := cmp.Diff(first, second); diff != "" {
			t.Errorf("%s: read and written again (-first +second):\n%s", c, diff)
		}
	}
}

func TestTiesAndFitInOutput(t *testing.T) {
	student := mustMarshal(t, graded(F1, Profile{}))
	const grades = `"grades":{"brevity":88,"consistency":40,"ties":null,"fit":null,"directness":90,"specificity":70,"composure":95,"overall":61,"letter":"D"}`
	const bands = `"bands":{"brevity":4,"directness":4,"specificity":3,"consistency":0,"ties":null,"composure":4}`
	if !strings.Contains(student, grades) || !strings.Contains(student, bands) {
		t.Errorf("F-1 is written as %s", student)
	}
	for _, c := range petitioned {
		tr := graded(c, sample(t, F1))
		tr.Turns[0].Bands.Ties, tr.Turns[0].Bands.Fit, tr.Grades.Ties = Marked(3), Marked(2), Marked(50)
		got := mustMarshal(t, tr)
		if regexp.MustCompile(`\bties\b`).MatchString(got) {
			t.Errorf("%s is written with ties: %s", c, got)
		}
		if !strings.Contains(got, `"fit":2`) || !strings.Contains(got, `"fit":null`) {
			t.Errorf("%s is written without fit: %s", c, got)
		}
		if tr.Turns[0].Bands.Ties != Marked(3) || tr.Ties == nil {
			t.Error("writing changed the transcript")
		}
	}
	if got := mustMarshal(t, Transcript{Category: H1B}); got != `{"category":"H-1B","profile":{},"turns":[]}` {
		t.Errorf("an empty transcript is %s", got)
	}
}

func TestCategoryIsReadInAnySpelling(t *testing.T) {
	for in, want := range map[string]string{
		`"category":"f1"`:                                       `"category":"F-1",`,
		`"category":"B-1/B-2"`:                                  `"category":"B-1/B-2",`,
		`"category":"b1 b2"`:                                    `"category":"B-1/B-2",`,
		`"category":"J1_PHYSICIAN"`:                             `"category":"J-1","track":"physician",`,
		`"category":"j-1","track":"Physician"`:                  `"category":"J-1","track":"physician",`,
		`"track":"summer work travel","category":"J1"`:          `"category":"J-1","track":"summer-work-travel",`,
		`"category":"J-1"`:                                      `"category":"J-1",`,
		`"category":"H1B","track":"physician"`:                  `"category":"H-1B","track":"physician",`,
		`"category":"F-1","interview_date":"2027-06-10"`:        `"category":"F-1","interview_date":"2027-06-10",`,
		`"category":"F-1","track":"","interview_date":""`:       `"category":"F-1",`,
		`"category":"F-1","grader":null,"grades":null`:          `"category":"F-1",`,
		`"category":"F-1","outcome":{"decision":"issued"}`:      `"category":"F-1",`,
		`"category":"F-1","grades":{"overall":null}`:            `"category":"F-1",`,
		`"category":"F-1","grader":{"mode":"rules"}`:            `"category":"F-1",`,
		`"category":"F-1","rubric":"2026.1"`:                    `"category":"F-1",`,
		`"category":"F-1","ties":{"evidence":[],"unused":[]}`:   `"category":"F-1",`,
		`"category":"F-1","ties":{"evidence":null,"unused":[]}`: `"category":"F-1",`,
	} {
		got := mustMarshal(t, mustTranscript(t, "{"+in+`,"turns":[]}`))
		if !strings.HasPrefix(got, "{"+want) {
			t.Errorf("%s is written as %s, want %s…", in, got, want)
		}
	}
}

// TestTranscriptFaults: input, and the faults, one on each line.
func TestTranscriptFaults(t *testing.T) {
	turns := func(s string) string { return `{"category":"F-1","turns":[` + s + `]}` }
	long := strings.Repeat("é", 8001)
	for _, tt := range []struct{ data, want string }{
		{``, "empty: one JSON object is expected"},
		{`nope`, "line 1, column 2: not JSON"},
		{`{"category":"F-1","turns":[]} {}`, "line 1, column 31: more after the end of the JSON value"},
		{`[]`, "an object is expected, not a list"},
		{`{}`, "turns: missing: a list of {\"officer\", \"applicant\"} is expected"},
		{`{"turns":[]}`, "category: missing: one of B-1, B-2, B-1/B-2, F-1, J-1, H-1B is expected"},
		{`{"category":"K-1","turns":[]}`, "category: one of B-1, B-2, B-1/B-2, F-1, J-1, H-1B is expected"},
		{`{"category":"J-1","track":"x","turns":[]}`, "track: one of physician, research, student, summer-work-travel, au-pair, intern, trainee is expected for J-1"},
		{`{"category":"F-1","turns":null}`, "turns: a list is expected, not null"},
		{`{"category":"F-1","turns":{}}`, "turns: a list is expected, not an object"},
		{`{"category":"F-1","Turns":[],"turns":[]}`, "Turns: unknown key; did you mean turns?"},
		{`{"category":"F-1","turns":[],"turns":[]}`, "turns: written twice: keep one"},
		{`{"category":"F-1","interview_date":"10 June","turns":[]}`, "interview_date: unreadable: write the day as an ISO date such as 2027-06-10"},
		{turns(`{"officer":1,"applicant":null,"secods":2}`), "turns[0].officer: text is expected, not a number\nturns[0].applicant: text is expected, not null\nturns[0].secods: unknown key; did you mean seconds?"},
		{turns(`{"seconds":-1},{"seconds":"3"},{"cut":1},{"kind":"joke"},5`), "turns[0].seconds: a number from 0 is expected\nturns[1].seconds: a number from 0 is expected, not text\n" +
			"turns[2].cut: true or false is expected, not a number\nturns[3].kind: one of opening, question, follow_up, probe, remark is expected\nturns[4]: an object is expected, not a number"},
		{turns(`{"applicant":"My uncle.","voice":{"doubtful":[{"start":3,"end":9,"text":"uncle"}]}},{"applicant":"é","voice":{"doubtful":[{"start":1,"end":2,"text":"\u00a9"}]}},{"applicant":"a b","voice":{"doubtful":[{"start":2,"end":3,"text":"b"},{"start":0,"end":1,"text":"a"}]}}`),
			"turns[0].voice.doubtful: parts of the answer are expected, in order, none over another\nturns[1].voice.doubtful: parts of the answer are expected, in order, none over another\nturns[2].voice.doubtful: parts of the answer are expected, in order, none over another"},
		{turns(`{"voice":{"accent":1}},{"voice":"loud"}`), "turns[0].voice.accent: unknown key\nturns[1].voice: an object is expected, not text"},
		{turns(`{"n":1},{"n":1}`), "turns[1].n: turns are numbered from 1 upwards, or not at all"},
		{turns(`{"bands":{"brevity":4.5,"directness":101}}`), "turns[0].bands.brevity: a whole number from 0 to 100, or null, is expected\nturns[0].bands.directness: a whole number from 0 to 100, or null, is expected"},
		{turns(`{"findings":[{"severity":"awful","span":{"start":1.5}}]}`), "turns[0].findings[0].severity: one of note, low, medium, high is expected\nturns[0].findings[0].span.start: a whole number from 0 is expected"},
		{turns(`{},{},{"applicant":"` + long + `","officer":"` + long + `"}`), "turns[2].officer: 8,001 code points, at most 8,000\nturns[2].applicant: 8,001 code points, at most 8,000"},
		{turns(strings.Repeat(`{},`, 40) + `{}`), "turns: 41 turns, at most 40"},
		{turns(`{"applicant":"a` + `\u0000` + `"}`), "turns[0].applicant: holds the character U+0000: take it out"},
		{turns(`{"applicant":"` + "\xff" + `"}`), "invalid UTF-8: save the file as UTF-8"},
		{turns(`{"applicant":[[[[[[[[[1]]]]]]]]]}`), "turns[0].applicant[0][0][0][0][0]: nested deeper than 8 levels\nturns[0].applicant: text is expected, not a list"},
		{`{"category":"F-1","profile":{"f1":{"shcool":"x"},"trip":{"purpose":1,"purpose":1}},"turns":[]}`, "profile.trip.purpose: written twice: keep one\nprofile.f1.shcool: unknown field; did you mean f1.school?"},
		{`{"category":"F-1","profile":null,"turns":[]}`, `profile: a profile is an object of sections, such as {"trip": {"purpose": "tourism"}}`},
		{`{"category":"H-1B","tiess":1,"times":1,"turns":[]}`, "tiess: unknown key; did you mean ties?\ntimes: unknown key"},
	} {
		_, err := ReadTranscript([]byte(tt.data))
		var faults Faults
		if !errors.As(err, &faults) || !errors.Is(err, ErrInvalid) {
			t.Errorf("%.200s: %v, want faults", tt.data, err)
			continue
		}
		var lines []string
		for _, f := range faults {
			lines = append(lines, f.String())
		}
		if diff := cmp.Diff(tt.want, strings.Join(lines, "\n")); diff != "" {
			t.Errorf("%.200s (-want +got):\n%s", tt.data, diff)
		}
	}
}

func TestFaultsAreBounded(t *testing.T) {
	var b bytes.Buffer
	b.WriteString(`{"trip":{`)
	for i := range 1000 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `"%s%d":1`, strings.Repeat("x", 500), i)
	}
	b.WriteString(`}}`)
	var p Profile
	err := p.UnmarshalJSON(b.Bytes())
	var faults Faults
	if !errors.As(err, &faults) || len(faults) > maxFaults || len(err.Error()) > maxFaults*400 {
		t.Errorf("%d faults in %d bytes", len(faults), len(err.Error()))
	}
}

func TestTranscriptLimitsAreInclusive(t *testing.T) {
	answer := strings.Repeat("é", MaxAnswer)
	turns := strings.TrimSuffix(strings.Repeat(`{"officer":"Why?","applicant":"`+answer+`"},`, MaxTurns), ",")
	if tr := mustTranscript(t, `{"category":"F-1","turns":[`+turns+`]}`); len(tr.Turns) != MaxTurns {
		t.Errorf("%d turns", len(tr.Turns))
	}
}

func TestUnmarshalTranscriptIsStrict(t *testing.T) {
	var tr Transcript
	if err := json.Unmarshal([]byte(`{"category":"F-1","turns":[],"x":1}`), &tr); !errors.Is(err, ErrInvalid) || tr.Category != "" {
		t.Errorf("%v, category %q", err, tr.Category)
	}
	if err := json.Unmarshal([]byte(studentInput), &tr); err != nil || tr.Category != F1 {
		t.Errorf("%v, category %q", err, tr.Category)
	}
}

func ExampleReadTranscript() {
	_, err := ReadTranscript([]byte(`{"category":"F-1","turns":[{"officer":"Why?","aplicant":"To study."}]}`))
	fmt.Println(err)
	// Output: turns[0].aplicant: unknown key; did you mean applicant?
}
