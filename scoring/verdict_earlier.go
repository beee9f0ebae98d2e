package scoring

import (
	"math"
	"strconv"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// compareEarlier judges claims against what earlier answers said of the same
// field. Both must be certain and asked for; words of correction make it a
// correction, not a contradiction.
func (j *comparison) compareEarlier(group []Claim) {
	k := group[len(group)-1]
	if k.kind == kindPayer && j.joinsSole(group) {
		return
	}
	if k.kind == kindPayer && j.c.payers.all&k.party != 0 && j.a.has(0, len(j.a.words), "also", "too", "plus", "adds", "and") {
		return // declared to pay, and told beside the others
	}
	if !k.Certain || !k.asked && !tellsItself[k.kind] || k.partial || j.corrects() {
		return
	}
	for i := j.withdrawnUntil(&k); i < len(j.before); i++ {
		for n := range j.before[i].Claims {
			was := &j.before[i].Claims[n]
			if !was.Certain || !was.asked || was.partial || !sameGroup(was, &k) || was.Field != k.Field && k.kind != kindRelative || !differs(*was, k) || j.repeats(j.before[i].Claims, group) {
				continue
			}
			j.addEarlier(k, *was, j.before[i].Turn.N)
			return
		}
	}
}

// joinsSole reports, and judges, a payer named after an earlier answer said that
// nobody pays but those it named.
func (j *comparison) joinsSole(group []Claim) bool {
	if j.corrects() {
		return false
	}
	for i := range j.before {
		var named party
		sole := -1
		for n, was := range j.before[i].Claims {
			if was.kind == kindPayer && !was.Negative {
				named |= was.party
				if was.sole {
					sole = n
				}
			}
		}
		if sole < 0 {
			continue
		}
		for _, k := range group {
			if !k.Negative && k.Certain && !k.broad && k.party&named == 0 && k.party&(pHuman|pBank) != 0 && i >= j.withdrawnUntil(&k) {
				j.addEarlier(k, j.before[i].Claims[sole], j.before[i].Turn.N)
				return true
			}
		}
	}
	return false
}

// tellsItself are the kinds that go against an earlier answer whoever asks: a husband, a
// relative there, work planned there.
var tellsItself = map[kind]bool{kindMarital: true, kindRelative: true, kindPlan: true}

// corrects reports whether the answer takes something back by its own words.
func (j *comparison) corrects() bool {
	return j.a.is(0, len(j.a.terms), mFix)
}

// repeats reports whether any claim of the group agrees with the earlier answer:
// then the answers share a fact and the rest is more detail.
func (j *comparison) repeats(was, group []Claim) bool {
	for i := range group {
		k := &group[i]
		for n := range was {
			if o := &was[n]; sameGroup(o, k) && o.Field == k.Field && !differs(*o, *k) {
				return true
			}
		}
	}
	return false
}

// differs reports whether two claims of one field cannot both be so.
func differs(a, b Claim) bool {
	switch a.kind {
	case kindPayer:
		return !a.Negative && !b.Negative && !a.broad && !b.broad && a.party&b.party == 0 && a.party&pHuman != 0 && b.party&pHuman != 0 ||
			a.Negative != b.Negative && a.party == b.party
	case kindAmount:
		share := nearly.ok
		if a.about || b.about {
			share = aboutNearly.ok
		}
		return a.word == b.word && a.per == b.per && a.unit == b.unit && a.bound == 0 && b.bound == 0 && apart(a, b, share)
	case kindDuration:
		return a.word == "" && b.word == "" && apart(a, b, 0.25)
	case kindDate:
		return a.date.Month != 0 && b.date.Month != 0 && a.date.Span == 0 && b.date.Span == 0 && a.date.Month != b.date.Month
	case kindMarital:
		if entailed := a.word + b.word; strings.Contains(entailed, onceMarried) || strings.Contains(entailed, stillUnwed) {
			return false // fits several statuses
		}
		return a.word != b.word && !a.Negative && !b.Negative || a.word == b.word && a.Negative != b.Negative
	case kindState:
		return a.concern == b.concern && !a.weak && !b.weak && a.stages&b.stages == 0
	case kindRelative:
		return a.Negative != b.Negative && a.party&b.party != 0 && a.word == "" && b.word == ""
	case kindPlan:
		return a.Field == workPlan && a.word == planWork && b.word == planWork && a.Negative != b.Negative
	case kindStatus:
		return a.word == b.word && a.Negative != b.Negative
	case kindChildren:
		return a.low > 0 && b.low > 0 && a.low != b.low || a.Negative != b.Negative
	}
	return false
}

// apart reports whether two ranges lie further from each other than a share of the
// smaller. Source: the margin of "about" in the approximate class.
func apart(a, b Claim, share float64) bool {
	least := math.Min(a.low, b.low)
	return least > 0 && (a.low-b.high > share*least || b.low-a.high > share*least)
}

// addEarlier adds a contradiction between two answers.
func (j *comparison) addEarlier(k, was Claim, turn int) {
	j.out = append(j.out, transcript.Finding{
		Rule: ruleOf[k.kind], Criterion: transcript.Consistency, Verdict: transcript.Contradiction, Severity: transcript.Medium,
		Span: k.Span, Field: whole(k.Field), Heard: k.Span.Text, Earlier: turn,
		Reason: "You said " + quoted(k.Span.Text) + "; in answer " + strconv.Itoa(turn) + " you said " + quoted(was.Span.Text) + ".",
	})
}
