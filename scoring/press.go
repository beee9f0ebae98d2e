package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// pressed is the contradiction an officer's line puts before the applicant, nil
// when the line is no press or nothing was contradicted: of the last answer with
// contradictions, the one whose words the line holds most of.
func pressed(t transcript.Turn, before []Judged) *transcript.Finding {
	told := strings.Contains(t.Officer, "said") || strings.Contains(t.Officer, "told")
	if len(before) == 0 || t.Kind != transcript.Probe && !told || strings.HasPrefix(t.Officer, confirming) {
		return nil
	}
	line := measure.Words(t.Officer)
	if t.Kind != transcript.Probe && !presses(line) {
		return nil
	}
	for i := len(before) - 1; i >= 0; i-- {
		var best *transcript.Finding
		most := -1
		for n := range before[i].Turn.Findings {
			f := &before[i].Turn.Findings[n]
			if f.Verdict != transcript.Contradiction {
				continue
			}
			if shared := sharedWords(line, f.Heard) + sharedWords(line, f.Declared); shared > most {
				best, most = f, shared
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// presses reports whether a line puts side by side what was said and what is
// written, or was said before.
func presses(line []measure.Word) bool {
	return containsWord(line, "said", "told") && containsWord(line, "form", "file", "papers", "petition", "application", "profile", "record", "records", "before", "earlier") &&
		containsWord(line, "you") && containsWord(line, "your", "which", "before", "earlier", "the")
}

func containsWord(words []measure.Word, any ...string) bool {
	return slices.ContainsFunc(words, func(w measure.Word) bool { return slices.Contains(any, w.Text) })
}

func sharedWords(line []measure.Word, text string) int {
	n := 0
	for _, w := range measure.Words(text) {
		if containsWord(line, w.Text) {
			n++
		}
	}
	return n
}

// questionAbout is the question whose answer settles a field: the one the press
// goes on with, else the first of the bank about the field; nil for none.
func (c *Case) questionAbout(field string, on *questionbank.Question) *questionbank.Question {
	if on != nil && slices.Contains(on.Fields, field) {
		return on
	}
	for _, q := range c.bank.Pick(questionbank.Filter{Category: c.category}) {
		if len(q.Fields) > 0 && q.Fields[0] == field {
			return q
		}
	}
	return nil
}

// record are the words for what is written down about an applicant.
var record = set("form form's file papers paper petition application document documents record records profile declaration declared written wrote i20 ds160 ds2019 filled put")

// settledClaim finds an answer to a press that names no value, but says which of
// the two is right: the written one, or what was said.
func (a *answer) settledClaim(out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.question || cl.hypothetical {
			continue
		}
		word := a.settles(cl)
		if word == "" {
			continue
		}
		k := a.claim(kindSettled, a.press.Field, cl, cl.from, cl.to)
		k.word, k.asked, k.Negative = word, true, false
		return a.overParticles(k, out)
	}
	return out
}

const (
	settledWritten = "written" // what is declared is right
	settledSaid    = "said"    // what was said is right
)

// settles says which side a clause takes, "" for none.
func (a *answer) settles(cl *clause) string {
	written, said := -1, -1
	for i := cl.from; i < cl.to; i++ {
		switch w := a.words[i].Text; {
		case record[w]:
			written = i
		case w == "said" || w == "told" || w == "answer" || w == "saying" || w == "say":
			said = i
		}
	}
	wrong := a.has(cl.from, cl.to, "wrong", "wrongly", "mistake", "mistaken", "error", "incorrect", "misspoke", "outdated", "typo")
	right := a.has(cl.from, cl.to, "right", "correct", "true", "accurate", "fine", "valid", "stands") || a.is(cl.from, cl.to, mYes)
	if right && cl.negated {
		right, wrong = false, true
	}
	mine := cl.who&pSelf != 0 || a.is(cl.from, cl.to, mMine)
	switch {
	case written >= 0 && wrong:
		return settledSaid
	case said >= 0 && mine && wrong, wrong && mine && !right:
		return settledWritten
	case written >= 0 && !cl.negated && (right || a.only(cl)):
		return settledWritten
	case said >= 0 && mine && !cl.negated && (right || a.only(cl)):
		return settledSaid
	}
	return ""
}

// only reports whether a clause does no more than point at one of the two: "the
// form", "as I wrote in the file", "what I said".
func (a *answer) only(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		w := a.words[i].Text
		if !record[w] && !pointing[w] && !a.terms[i].is(mSpeech|mI|mMine|mSay|mFix|mYes|mVisa) {
			return false
		}
	}
	return true
}

// pointing are words that point at what is written or was said.
var pointing = set("the a my what that one as is are it in on of like says say said same i have has was from to you there here which per with stated told answer earlier before ds 160 20 i20")

// overParticles adds the claim unless the answer gives the value too; a bare yes or
// no beside it says nothing of its own.
func (a *answer) overParticles(k Claim, out []Claim) []Claim {
	out = slices.DeleteFunc(out, func(o Claim) bool {
		return o.Field == k.Field && o.kind != kindPayer && strings.Count(o.Span.Text, " ") < 2 && (o.kind == kindStatus || o.kind == kindRelative || o.kind == kindMarital) &&
			o.Span.End <= k.Span.Start
	})
	if slices.ContainsFunc(out, func(o Claim) bool {
		return o.Field == k.Field || o.kind == kindPayer && a.press.Rule == ruleOf[kindPayer]
	}) {
		return out
	}
	return append(out, k)
}

// settledBy judges which side the applicant takes under a press.
func (j *comparison) settledBy(k Claim) {
	v := transcript.SelfCorrection
	if k.word == settledSaid {
		v = transcript.Contradiction
	}
	k.Certain = true
	j.add(k, v, j.c.fact(k.Field))
}

// pressedParty is whom a pronoun stands for under a press that names somebody: the
// one of the two values it fits, 0 when both or none do.
func (a *answer) pressedParty(pronoun string) party {
	fits := standIns[pronoun]
	if fits == 0 || a.press == nil || a.press.Rule != ruleOf[kindPayer] {
		return 0
	}
	heard, declared := partiesOf(a.press.Heard)&fits, partiesOf(a.press.Declared)&fits
	if heard != 0 && declared != 0 {
		return 0
	}
	return heard | declared
}

func partiesOf(text string) party {
	var p party
	for _, t := range termsOf(measure.Words(text)) {
		p |= t.party
	}
	return p
}

// underPress reports whether a claim answers the press.
func (j *comparison) underPress(k Claim) bool {
	p := j.a.press
	return p != nil && (k.Field == p.Field || ruleOf[k.kind] == p.Rule && (k.kind == kindPayer || k.kind == kindRelative))
}

// correct marks what agrees with the declared value, after it was contradicted, as
// the correction it is.
func (j *comparison) correct(from int) {
	for i := from; i < len(j.out); i++ {
		if f := &j.out[i]; f.Verdict == transcript.Consistent && f.Earlier == 0 {
			f.Verdict = transcript.SelfCorrection
			f.Reason = j.c.reason(*f, j.c.fact(f.Field))
		}
	}
}

// withdrawnUntil is the answer, by its index, that last took back what was said before it of
// the claim's matter; the first when none did.
func (j *comparison) withdrawnUntil(k *Claim) int {
	rule := ruleOf[k.kind]
	for i := len(j.before) - 1; i > 0; i-- {
		for n := range j.before[i].Turn.Findings {
			f := &j.before[i].Turn.Findings[n]
			if f.Verdict == transcript.SelfCorrection && f.Rule == rule && (f.Field == k.Field || k.kind == kindPayer || k.kind == kindRelative) {
				return i
			}
		}
	}
	return 0
}
