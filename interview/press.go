package interview

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// press puts both values of a contradiction before the applicant: once for every
// field, and never again.
func (r *reading) press() (Move, bool) {
	i := slices.IndexFunc(r.last.Turn.Findings, func(f transcript.Finding) bool {
		_, declared := r.grader.Sides(f, r.judged)
		return contradicts(f) && declared != "" && !r.pressed(pressedOn(f)) && !r.said(r.pressing(f))
	})
	if i < 0 {
		return Move{}, false
	}
	f := r.last.Turn.Findings[i]
	m := r.going(questionbank.Contradiction, r.pressing(f), r.because(f))
	m.Kind, m.Finding = transcript.Probe, &f
	return m, true
}

// unsure asks whether a value was said that costs the applicant something and rests on
// words nobody has looked at since they were heard; else the question once more.
func (r *reading) unsure() (Move, bool) {
	for _, f := range r.last.Turn.Findings {
		line, unsure := scoring.Unsure(r.last.Turn, f)
		kind := transcript.Probe
		if q, asked := r.lastQuestion(); unsure && line == "" && asked {
			line, kind = r.otherwise(q), transcript.FollowUp
		}
		if line != "" && !r.said(line) {
			m := r.going("", line, "Asked because these words are easily misheard, and nobody had checked them.")
			m.Kind = kind
			return m, true
		}
	}
	return Move{}, false
}

// contradicts holds for findings with two values to put side by side.
func contradicts(f transcript.Finding) bool {
	return f.Verdict == transcript.Contradiction && f.Heard != "" && (f.Declared != "" || f.Earlier != 0)
}

// pressedOn names what a contradiction is about: the field, or the rule when two
// answers differ on something that is no field.
func pressedOn(f transcript.Finding) string {
	if f.Field != "" {
		return f.Field
	}
	return f.Rule
}

// said holds for a line that was said before, word for word.
func (r *reading) said(line string) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool { return a.meant() == line })
}

func (r *reading) pressed(field string) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool {
		return a.Kind == transcript.Probe && a.Field == field
	})
}

// pressing words the press: in the topic's words when they carry both values and
// the question was about this field, in our own otherwise.
func (r *reading) pressing(f transcript.Finding) string {
	line := r.lineFor(questionbank.Contradiction)
	both := strings.Contains(line, "{heard}") && strings.Contains(line, "{declared}")
	if !both || f.Earlier != 0 || !slices.Contains(r.fieldsAsked(), f.Field) {
		line = "You said {heard}. Your form says {declared}. Which is it?"
		if f.Earlier != 0 {
			line = "You said {heard}. Before, you said {declared}. Which is it?"
		}
	}
	return r.filled(line, f)
}

// because says what a press puts side by side.
func (r *reading) because(f transcript.Finding) string {
	if f.Earlier != 0 {
		return r.filled("Asked because you said {heard} and, before, {declared}.", f)
	}
	return r.filled("Asked because you said {heard} and declared {declared}.", f)
}

// followUp asks for what the last answer lacked: in simpler words when there was
// no answer, by the topic's line for the cause otherwise.
func (r *reading) followUp() (Move, bool) {
	cause := r.last.Cause
	if cause.OfConduct() {
		return r.onConduct(cause)
	}
	if cause == "" || cause == questionbank.Contradiction || !r.room() || !r.patient(cause) {
		return Move{}, false
	}
	if q, ok := r.lastQuestion(); ok && q == r.agenda.arrival && cause != questionbank.NoAnswer {
		return Move{}, false
	}
	line := r.lineFor(cause)
	if line == "" || r.used(line) {
		return Move{}, false
	}
	return r.going(cause, r.filled(line, r.finding()), "Asked again because "+missing[cause]+"."), true
}

// missing says what each cause found missing, as the end of "Asked again because …".
var missing = map[questionbank.Cause]string{
	questionbank.Vague:    "one more name, number, place or date would settle the answer",
	questionbank.Long:     "the last answer was long for its question",
	questionbank.Risky:    "the last answer held words that an officer would act on",
	questionbank.Recited:  "the last answer sounded learned by heart",
	questionbank.NoAnswer: "the question was not answered",

	questionbank.Unknown:      "you did not know, and part of an answer is worth more than none",
	questionbank.QuestionBack: "a question is no answer",
	questionbank.Language:     "the interview is in English",
	questionbank.Insult:       "the last answer was not civil",
	questionbank.Distress:     "you lost the thread; this costs nothing",
	questionbank.Outcome:      "the decision comes at the end",
	questionbank.Argument:     "officers do not argue about the rules",
	questionbank.Orders:       "the officer decides what is asked",
	questionbank.Coaching:     "an officer cannot tell you what to say",
	questionbank.Pasted:       "the last answer read like a written text",
	questionbank.Same:         "you gave the same answer to another question",
}

// patient holds while the temper allows one more follow-up on this question. What
// an officer would act on, and no answer at all, are followed up in any case, once.
func (r *reading) patient(cause questionbank.Cause) bool {
	if cause == questionbank.Risky || cause == questionbank.NoAnswer {
		return r.since == 1 || r.since <= r.manner.chain
	}
	follows := 0
	for _, a := range r.asked {
		if a.Kind == transcript.FollowUp {
			follows++
		}
	}
	return r.since <= r.manner.chain && follows < r.manner.follows
}

// lineFor is the topic's line for a cause, placeholders and all; "" for none.
func (r *reading) lineFor(cause questionbank.Cause) string {
	q, asked := r.lastQuestion()
	if cause == questionbank.NoAnswer && asked && q.Simpler != "" {
		return r.otherwise(q)
	}
	topic, ok := r.bank.Topic(r.last.Turn.Topic)
	if !ok {
		return ""
	}
	line := topic.Line(cause, r.started.Category)
	if line == "" && cause == questionbank.NoAnswer && asked {
		return r.otherwise(q)
	}
	return line
}

// otherwise is a question in words that were not said yet, the simplest first; "" when
// it was put in all of them.
func (r *reading) otherwise(q *questionbank.Question) string {
	for _, words := range append([]string{q.Simpler}, q.Wordings()...) {
		said := func(a Asked) bool { return strings.HasSuffix(a.meant(), words) }
		if words != "" && !slices.ContainsFunc(r.asked, said) {
			return words
		}
	}
	return ""
}

// used holds for a line that was said before, in whichever topic.
func (r *reading) used(line string) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool {
		if a.Kind != transcript.FollowUp {
			return false
		}
		topic, ok := r.bank.Topic(a.Topic)
		return ok && topic.FollowUp[a.Cause] == line || withoutNod(a.meant()) == line
	})
}

// finding is the first of the last answer with a value heard; it fills lines.
func (r *reading) finding() transcript.Finding {
	for _, f := range r.last.Turn.Findings {
		if f.Heard != "" {
			return f
		}
	}
	return transcript.Finding{}
}

// natural goes on with the question's own next line after a good answer.
func (r *reading) natural() (Move, bool) {
	q, ok := r.lastQuestion()
	if !ok || q.Then == "" || r.since > 1 || r.last.Cause != "" || !r.room() || !r.percent(r.manner.natural) {
		return Move{}, false
	}
	if r.deny() || r.used(q.Then) {
		return Move{}, false
	}
	return r.going("", r.nodded(q.Then), "Asked because it follows from your answer."), true
}

// deny holds when the last answer says no, so that nothing follows from it.
func (r *reading) deny() bool {
	if slices.ContainsFunc(r.last.Claims, func(c scoring.Claim) bool { return c.Negative }) {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(r.last.Turn.Applicant), func(c rune) bool { return c < 'a' || c > 'z' })
	return len(words) > 0 && slices.Contains([]string{"no", "not", "never", "none", "nobody", "nothing", "single", "unmarried"}, words[0])
}

// going is a move that stays on the question that was last asked.
func (r *reading) going(cause questionbank.Cause, line, reason string) Move {
	q, _ := r.lastQuestion()
	return Move{
		Turn: r.turn, Kind: transcript.FollowUp, Question: q, Topic: r.last.Turn.Topic,
		Line: line, Reason: reason, Cause: cause,
	}
}
