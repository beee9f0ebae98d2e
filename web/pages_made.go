package web

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A madeView is who graded, and what may still come.
type madeView struct {
	N       int  // of the revision
	Same    bool // it was just graded again, and nothing changed
	Reading bool
	Waiting bool   // a second reading is due, and no model is here to make it
	Reader  string // model that reads here; ""
	Cause   string
	By      string // model that read it; ""
	Grade   string // overall; "" when not tested
	Rules   string // what the rules alone gave, where that differs
	First   string // what was given at the end of the interview, after a correction
	Plain   bool
	Cost    string // in sentences; "" for none
}

// madeOf says who graded the newest revision of a transcript.
func (s *Server) madeOf(r store.Revision, t transcript.Transcript) madeView {
	v := madeView{N: r.N, Reading: s.reads(r), Reader: s.regrader.Reader(), Cause: r.Cause, Plain: t.Plain, Cost: costText(t.Cost)}
	v.Waiting = r.Due && !v.Reading
	if t.Grader != nil {
		v.By = t.Grader.Model
	}
	if t.Grades != nil {
		v.Grade = overall(t.Grades)
	}
	if t.Hearing != nil && t.Hearing.Rules != nil {
		if rules := overall(t.Hearing.Rules); rules != v.Grade {
			v.Rules = rules
		}
	}
	return v
}

// causeWords say on every form of a transcript why a later revision was made.
var causeWords = map[string]string{
	store.Model:    "A model read it a second time, and code checked what it proposed.",
	store.GivenUp:  "No model could read it a second time. The rules' grade stands.",
	store.Regraded: "The rules graded it again.",
	store.Answer:   "The rules graded it again, with an answer that was corrected after the interview.",
	store.Profile:  "The rules graded it again, by a profile that was corrected after the interview.",
}

// plainWords stand on the transcript of an interview without a model.
const plainWords = "No model took part, as you chose."

// english writes numbers with commas: "3,210".
var english = message.NewPrinter(language.English)

// costText says what a model was asked for; "" for nothing.
func costText(c *transcript.Cost) string {
	if c == nil || c.Calls == 0 {
		return ""
	}
	said := []string{english.Sprintf("A model was asked %d times: %d tokens read and %d written, in %.1f seconds.", c.Calls, c.Prompt, c.Completion, c.Seconds)}
	if c.Calls == 1 {
		said[0] = strings.Replace(said[0], "1 times", "once", 1)
	}
	if c.Heard > 0 {
		said = append(said, english.Sprintf("It wrote down %.1f seconds of your voice.", c.Heard))
	}
	if c.Spoken > 0 {
		said = append(said, english.Sprintf("It spoke %d characters.", c.Spoken))
	}
	if c.Assumed > 0 {
		said = append(said, english.Sprintf("Up to %d tokens more are counted, since it did not say.", c.Assumed))
	}
	if c.Money != "" {
		said = append(said, "By the prices of this server that is "+c.Money+".")
	}
	return strings.Join(said, " ")
}
