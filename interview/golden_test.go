package interview

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

var update = flag.Bool("update", false, "write the golden interviews anew")

// A golden interview is a story: who applies and how (setup), where they differ from
// that applicant (profile.json, by section), what they say in place of that applicant's
// answers (answers), and how the officer led the interview (interview).
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden interviews: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			story := parsed(t, file)
			s := settings(t, part(story, "setup"))
			who := parsed(t, filepath.Join("testdata", "applicants", s.applicant+".txtar"))
			started := opened(s.category, profileOf(t, differing(t, part(who, "profile.json"), part(story, "profile.json"))), s.temper, s.seed)
			started.Mode = s.mode
			script := &script{t: t, own: linesOf(t, part(story, "answers")), usual: linesOf(t, part(who, "answers"))}
			got := told(act(t, embedded(t), started, script.event))
			script.spent()
			if *update {
				setPart(story, "interview", got)
				if err := os.WriteFile(file, txtar.Format(story), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(part(story, "interview"), got); diff != "" {
				t.Errorf("the interview went another way (-want +got):\n%s", diff)
			}
		})
	}
}

func parsed(t *testing.T, file string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func part(story *txtar.Archive, name string) string {
	for _, f := range story.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setPart(story *txtar.Archive, name, data string) {
	i := slices.IndexFunc(story.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		i = len(story.Files)
		story.Files = append(story.Files, txtar.File{Name: name})
	}
	story.Files[i].Data = []byte(data)
}

type setup struct {
	category  transcript.Category
	temper    Temper
	seed      uint64
	applicant string
	mode      Mode
}

func settings(t *testing.T, text string) setup {
	t.Helper()
	words := strings.Fields(text)
	if len(words) == 4 {
		words = append(words, string(Exam))
	}
	if len(words) != 5 {
		t.Fatalf("setup %q, want category, temper, seed, applicant and, if not exam, mode", text)
	}
	seed, err := strconv.ParseUint(words[2], 10, 64)
	if err != nil {
		t.Fatalf("setup: %v", err)
	}
	return setup{transcript.Category(words[0]), Temper(words[1]), seed, words[3], Mode(words[4])}
}

// differing is a profile with some of its sections replaced.
func differing(t *testing.T, profile, sections string) string {
	t.Helper()
	all := map[string]json.RawMessage{}
	for _, text := range []string{profile, sections} {
		if text == "" {
			continue
		}
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			t.Fatalf("profile.json: %v", err)
		}
	}
	merged, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(merged)
}

// A scripted is one answer of a script with what it answers: a question ("F27"), its
// own next line ("F27 then"), another follow-up on it ("F27 again", "F27 vague" by its cause), a second try at it
// ("F27 retry"), a kind of line ("probe"), the cause of a follow-up ("unknown"), or
// anything ("*").
type scripted struct{ key, answer string }

func linesOf(t *testing.T, text string) []scripted {
	t.Helper()
	var lines []scripted
	for line := range strings.Lines(text) {
		key, answer, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("answers: %q has no key", line)
		}
		lines = append(lines, scripted{key, answer})
	}
	return lines
}

// A script is how an applicant behaves: their own lines in this story once each, "*" for
// ever, and else what this applicant usually says.
type script struct {
	t          *testing.T
	own, usual []scripted
	last       Asked // answered before
}

// event is what the applicant does at a line: answer, be cut short, or ask for the line
// before once more.
func (sc *script) event(s Session, a Asked, now time.Time) Event {
	retry := sc.last.Question + " retry"
	if sc.last.Turn == a.Turn-1 && a.Again == 0 && slices.ContainsFunc(sc.own, func(l scripted) bool { return l.key == retry }) {
		return Retried{Turn: sc.last.Turn, At: now}
	}
	answer := sc.answer(a)
	for words := range len(strings.Fields(answer)) {
		if cut, ok := s.CutIn(a.Turn, words, 0, now); ok {
			return cut
		}
	}
	sc.take(a)
	sc.last = a
	said := Answered{Turn: a.Turn, ID: fmt.Sprintf("answer-%d", a.Turn), Text: answer, At: now}
	if strings.Contains(answer, "{") {
		said.Text, said.Voice = spoken(answer)
	}
	return said
}

// spoken is a spoken answer: what stands in braces is easily misheard, and nobody has
// looked at it.
func spoken(answer string) (text string, v *transcript.Voice) {
	v = &transcript.Voice{}
	for rest := answer; rest != ""; {
		before, after, marked := strings.Cut(rest, "{")
		text += before
		if !marked {
			break
		}
		words, more, _ := strings.Cut(after, "}")
		start := len(text)
		text += words
		v.Doubtful = append(v.Doubtful, transcript.SpanOf(text, start, len(text)))
		rest = more
	}
	return text, v
}

func (sc *script) answer(a Asked) string {
	for _, lines := range [][]scripted{sc.own, sc.usual} {
		if i := slices.IndexFunc(lines, func(l scripted) bool { return l.answers(a) }); i >= 0 {
			return lines[i].answer
		}
	}
	sc.t.Errorf("turn %d, %s %s %s: no answer to %q", a.Turn, a.Kind, a.Question, a.Cause, a.Text)
	return ""
}

// take strikes out the line that answers.
func (sc *script) take(a Asked) {
	if i := slices.IndexFunc(sc.own, func(l scripted) bool { return l.answers(a) }); i >= 0 && sc.own[i].key != "*" {
		sc.own = slices.Delete(sc.own, i, i+1)
	}
}

// spent finds lines of the story that nothing asked for.
func (sc *script) spent() {
	for _, l := range sc.own {
		if l.key != "*" {
			sc.t.Errorf("nothing asked for %s: %q", l.key, l.answer)
		}
	}
}

// answers holds for an answer that is meant for this line.
func (l scripted) answers(a Asked) bool {
	question, how, _ := strings.Cut(l.key, " ")
	switch {
	case l.key == "*", l.key == string(a.Kind), l.key == string(a.Cause) && a.Cause != "":
		return true
	case question != a.Question:
		return false
	case a.Again != 0:
		return how == "retry"
	case opensQuestion(a.Kind):
		return how == ""
	}
	return how == "then" && a.Cause == "" || a.Cause != "" && (how == "again" || how == string(a.Cause))
}

// told writes an interview down for people to review.
func told(r rehearsal) string {
	var b strings.Builder
	cut := map[int]string{}
	for _, ev := range r.events {
		if c, ok := ev.(CutIn); ok {
			cut[c.Turn] = c.Text
		}
	}
	for i, j := range r.last.judged {
		l := r.last.asked[i]
		if l.Again != 0 {
			fmt.Fprintf(&b, "turn %d is tried again\n", l.Again)
		}
		fmt.Fprintf(&b, "%d %s %s %s\n  officer    %s\n  because    %s\n  applicant  %s\n", l.Turn, l.Kind, l.Topic, l.Question, l.Text, l.Reason, j.Turn.Applicant)
		if v := j.Turn.Voice; v != nil {
			for _, d := range v.Doubtful {
				fmt.Fprintf(&b, "  unchecked  %s\n", d.Text)
			}
		}
		if j.Turn.Cut {
			fmt.Fprintf(&b, "  officer    %s\n  unheard    %s\n", cut[l.Turn], j.Turn.Unheard)
		}
		if j.Cause != "" {
			fmt.Fprintf(&b, "  cause      %s\n", j.Cause)
		}
		if c, ok := r.last.Coaching(l.Turn); ok {
			for _, f := range c.Findings {
				if f.Severity != transcript.Note {
					fmt.Fprintf(&b, "  coach      %s\n", f.Reason)
				}
			}
		}
	}
	o := r.sealed.Outcome
	fmt.Fprintf(&b, "%s\n  officer    %s\n", strings.TrimSpace(string(o.Decision)+" "+o.Ground), o.Line)
	for _, g := range o.Because {
		fmt.Fprintf(&b, "  because    %d: %s\n", g.Turn, r.sealed.Turns[g.Turn-1].Findings[g.Finding].Reason)
	}
	return b.String()
}
