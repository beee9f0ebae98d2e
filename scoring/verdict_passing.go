package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// inPassing takes the weight from the contradictions of a group from the nth finding on
// that rest on what an applicant adds to the answer, and reports whether there were any.
// Who has said how long or who goes on about other times and people, and a rule that hears
// those as the answer accuses somebody honest. What costs a false denial of a serious field
// is not touched by it, nor what is stated outright.
func (j *comparison) inPassing(n int, of kind, claims []Claim) bool {
	if !answers[of] {
		return false
	}
	found := false
	for i := n; i < len(j.out); i++ {
		f := &j.out[i]
		if f.Verdict != transcript.Contradiction || f.Severity == transcript.High || !j.a.alreadyTold(of, j.a.wordAt(f.Span.Start), claims) {
			continue
		}
		f.Verdict, f.Severity, found = transcript.NotComparable, transcript.Note, true
		f.Reason = "You said " + quoted(f.Heard) + " among other things; it was not compared with your declared " + labelOf(f.Field) + "."
	}
	return found
}

// answers are the kinds of claims of which one is enough for an answer.
var answers = map[kind]bool{
	kindAmount: true, kindDuration: true, kindDate: true, kindCount: true, kindLabel: true, kindState: true, kindPlace: true, kindName: true,
	kindList: true, kindPurpose: true, kindHost: true, kindCompanion: true, kindSiblings: true, kindChildren: true,
}

// alreadyTold reports whether something of a kind stands in a sentence before the one of
// word to, and is not taken back: what was asked for is said, and more follows.
func (a *answer) alreadyTold(of kind, to int, claims []Claim) bool {
	before := func(at int) bool {
		cl := a.clauseOf(at)
		return cl.sentence < a.clauseOf(to).sentence && cl.plain() && !cl.negated && !a.takesBack(at+1, to)
	}
	for i := range claims {
		if o := &claims[i]; o.kind == of && !o.Negative && before(a.wordAt(o.Span.End)-1) {
			return true
		}
	}
	as, measured := measuredAs[of]
	return measured && slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.Kind == as && before(m.From) })
}

// measuredAs are the measures that claims of a kind are told by.
var measuredAs = map[kind]measure.Kind{kindAmount: measure.Money, kindDuration: measure.Duration, kindDate: measure.Calendar, kindCount: measure.Number}

// answeredBefore reports whether a contradiction is heard in what an applicant adds after a
// sentence that agrees with the field: what follows the answer is about something else.
func (a *answer) answeredBefore(all []transcript.Finding, f transcript.Finding) bool {
	if f.Verdict != transcript.Contradiction || f.Severity == transcript.High || a.press != nil || a.is(0, len(a.terms), mFix) || a.has(0, len(a.words), "actually") || strings.HasPrefix(f.Field, "family.") || f.Field == "jw.host_family" {
		return false
	}
	cl := a.clauseOf(a.wordAt(f.Span.Start))
	if cl.negated || cl.marks&mOnly != 0 || slices.ContainsFunc(a.inSentence(cl.sentence), func(o clause) bool { return a.has(o.from, o.to, "everything", "all", "whole") }) {
		return false
	}
	return slices.ContainsFunc(all, func(o transcript.Finding) bool {
		return o.Field == f.Field && o.Verdict == transcript.Consistent && a.clauseOf(a.wordAt(o.Span.Start)).sentence < cl.sentence
	})
}

// settles holds for what leaves nothing to compare with earlier answers: a contradiction
// of the profile, and what agrees with it, since an earlier answer that does not was
// either found then or misheard.
func settles(f transcript.Finding) bool {
	return f.Verdict == transcript.Contradiction || f.Verdict == transcript.Consistent
}

// lateParticle reports whether a claim is no more than a yes or no behind a sentence that
// says something: "Nine days with my boss. No, the fair was in Reno."
func (a *answer) lateParticle(k *Claim) bool {
	from, to := a.wordAt(k.Span.Start), a.wordAt(k.Span.End)
	if from == 0 || to != from+1 || a.press != nil || !a.terms[from].is(mYes) && a.words[from].Text != "no" {
		return false
	}
	sentence := a.clauseOf(from).sentence
	return slices.ContainsFunc(a.clauses, func(cl clause) bool {
		return cl.sentence < sentence && !cl.question && slices.ContainsFunc(a.terms[cl.from:cl.to], func(t term) bool { return t.place != nil || t.is(mVerb|mI|mMine) })
	})
}
