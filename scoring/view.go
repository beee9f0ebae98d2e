package scoring

import (
	"cmp"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A view is a whole interview as grades and outcome see it: follow-ups counted
// with the answers they follow.
type view struct {
	c     *Case
	turns []Judged
	last  []int // for each turn, the last turn of its chain of follow-ups
}

func (c *Case) view(turns []Judged) *view {
	v := &view{c: c, turns: turns, last: make([]int, len(turns))}
	head := make([]int, len(turns)) // the turn that opened the chain
	for i, j := range turns {
		head[i] = i
		if i > 0 && (j.press || follows(j.Turn, turns[i-1].Turn)) {
			head[i] = head[i-1]
		}
		for k := head[i]; k <= i; k++ {
			if head[k] == head[i] {
				v.last[k] = i
			}
		}
	}
	return v
}

// follows reports whether a turn goes on with the question of the one before it.
func follows(t, before transcript.Turn) bool {
	return t.Kind == transcript.FollowUp || t.Kind == transcript.Probe || t.Question != "" && t.Question == before.Question
}

// band is the band a turn counts with. A follow-up replaces what was said before
// it for consistency; for everything else it adds.
func (v *view) band(i int, c transcript.Criterion) transcript.Mark {
	bands := v.turns[i].Turn.Bands
	if bands == nil || c == transcript.Consistency && v.settledLater(i) {
		return transcript.NotTested
	}
	return bands.Of(c)
}

// settledLater reports whether a later answer of the same chain was compared too.
func (v *view) settledLater(i int) bool {
	for k := i + 1; k <= v.last[i]; k++ {
		if b := v.turns[k].Turn.Bands; b != nil {
			if _, ok := b.Consistency.Value(); ok {
				return true
			}
		}
	}
	return false
}

// putAgain reports whether nothing or little was answered, the officer went on about it,
// and the answer then convinces: it takes the place of the first.
func (v *view) putAgain(i int) bool {
	switch cause := v.turns[i].Cause; {
	case v.last[i] == i:
		return false
	case !cause.OfConduct() && cause != questionbank.NoAnswer && cause != questionbank.Vague:
		return false
	}
	band, ok := v.substance(v.last[i])
	return ok && band >= v.c.rubric.outcome.topic
}

// capping lists the standing findings of a severity that caps, as spoken. A
// contradiction no longer stands when a follow-up took it back.
func (v *view) capping(severity transcript.Severity) []transcript.Because {
	return v.where(func(i int, f transcript.Finding) bool {
		if f.Severity != severity {
			return false
		}
		return f.Criterion == transcript.Risk || f.Criterion == transcript.Consistency && !v.takenBack(i, f)
	})
}

// conflicts lists the standing contradictions of what the interview of the
// category turns on: the fields of its required minimum, and the grave ones.
func (v *view) conflicts() []transcript.Because {
	return v.where(func(i int, f transcript.Finding) bool {
		if f.Verdict != transcript.Contradiction {
			return false
		}
		field, known := transcript.LookupField(f.Field)
		return known && (field.Serious || slices.Contains(field.Needed, v.c.category)) && !v.takenBack(i, f)
	})
}

// breaches are the fields that say a US visa was not kept to. Who tells of that is not
// issued one in a rehearsal, declared or not: a real case needs advice first.
var breaches = []string{"us_history.overstay_or_status_violation", "us_history.unauthorized_work", "security.misrepresentation"}

// admissions lists where an answer says that a visa was not kept to, with the finding
// on it if there is one.
func (v *view) admissions() []transcript.Because {
	var out []transcript.Because
	for _, j := range v.turns {
		if !j.breach || len(j.Turn.Findings) == 0 {
			continue
		}
		at := slices.IndexFunc(j.Turn.Findings, func(f transcript.Finding) bool { return slices.Contains(breaches, f.Field) })
		out = append(out, transcript.Because{Turn: j.Turn.N, Finding: max(at, 0)})
	}
	return out
}

// breach reports whether an answer says that the applicant did not keep to a visa.
func (s *sheet) breach() bool {
	if slices.ContainsFunc(s.claims, func(cl Claim) bool {
		return slices.Contains(breaches, cl.Field) && cl.kind == kindStatus && !cl.Negative && cl.tells() && !s.turn.Voice.Doubts(cl.Span)
	}) {
		return true
	}
	return slices.ContainsFunc(s.clauses, func(cl clause) bool {
		self := cl.who&pSelf != 0 || cl.who == 0 && s.any(cl.from, cl.to, tFirst)
		return s.is(cl.from, cl.to, mOverstay) && self && !s.dead[cl.from] && !cl.negated && cl.plain() && !s.any(cl.from, cl.to, tIntent) && s.tellsOf(cl) &&
			!s.turn.Voice.Doubts(s.span(cl.from, cl.to))
	})
}

// where lists the findings that hold, as spoken.
func (v *view) where(ok func(i int, f transcript.Finding) bool) []transcript.Because {
	var out []transcript.Because
	for i := range v.turns {
		t := &v.turns[i].Turn
		for n := range t.Findings {
			if ok(i, t.Findings[n]) {
				out = append(out, transcript.Because{Turn: t.N, Finding: n})
			}
		}
	}
	return out
}

// takenBack reports whether a later answer of the same chain says the declared
// fact after all, and none contradicts it again. What a model heard takes nothing back.
func (v *view) takenBack(i int, f transcript.Finding) bool {
	back := false
	for k := i + 1; k <= v.last[i]; k++ {
		for _, later := range v.turns[k].Turn.Findings {
			if later.Field != f.Field || later.By != "" || later.Rule == ruleRetold {
				continue
			}
			said := cmp.Or(later.Was, later.Verdict)
			back = said == transcript.Consistent || said == transcript.SelfCorrection || back && said != transcript.Contradiction
		}
	}
	return back
}

// finding is what a Because points at.
func (v *view) finding(b transcript.Because) transcript.Finding {
	for _, j := range v.turns {
		if j.Turn.N == b.Turn {
			return j.Turn.Findings[b.Finding]
		}
	}
	return transcript.Finding{}
}

// topics gives the mean band of each topic asked about, in the order asked, without the
// turns that a later answer stands for. A finding of medium severity holds its topic down.
func (v *view) topics() []topicBand {
	var out []topicBand
	for i, j := range v.turns {
		band, ok := v.substance(i)
		if !ok || j.Turn.Topic == "" || v.putAgain(i) {
			continue
		}
		at := slices.IndexFunc(out, func(t topicBand) bool { return t.topic == j.Turn.Topic })
		if at < 0 {
			out = append(out, topicBand{topic: j.Turn.Topic})
			at = len(out) - 1
		}
		t := &out[at]
		t.mean = (t.mean*float64(t.answers) + band) / float64(t.answers+1)
		t.answers++
		t.sure = t.sure || j.Turn.Question != ""
		t.turns = append(t.turns, i)
	}
	held := map[int]bool{}
	for _, b := range v.capping(transcript.Medium) {
		held[b.Turn] = true
	}
	for i := range out {
		if slices.ContainsFunc(out[i].turns, func(t int) bool { return held[v.turns[t].Turn.N] }) {
			out[i].mean = min(out[i].mean, v.c.rubric.outcome.topicCap)
		}
	}
	return out
}

// A topicBand is what the answers on one topic come to.
type topicBand struct {
	topic   string
	mean    float64
	answers int
	sure    bool  // a line of the bank asked about it
	turns   []int // by index
}

// substance is the mean of what a turn said, not how it was said: directness,
// specificity, consistency, and ties or fit.
func (v *view) substance(i int) (float64, bool) {
	sum, n := 0.0, 0.0
	for _, c := range []transcript.Criterion{transcript.Directness, transcript.Specificity, transcript.Consistency, transcript.TieStrength, transcript.Fit} {
		if band, ok := v.band(i, c).Value(); ok {
			sum += float64(band)
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum / n, true
}

// mustCover reports whether the interview of the category has to cover a topic.
func (v *view) mustCover(topic string) bool {
	r, ok := v.c.bank.Recipe(v.c.category)
	return ok && slices.ContainsFunc(r.Cover, func(one []string) bool { return slices.Contains(one, topic) })
}

// weakTopic finds a topic that must be covered and stayed weak after follow-ups.
func (v *view) weakTopic() []transcript.Because {
	at := v.c.rubric.outcome
	for _, t := range v.topics() {
		if t.mean <= at.weak && t.answers > at.weakTurns && v.mustCover(t.topic) {
			return v.lowest(t.turns)
		}
	}
	return nil
}

// topicsReached reports whether every topic that must be covered and was asked
// about is convincing. What was not asked is not tested and refuses nobody, nor
// does one answer that was not followed up, unless it is weak and surely of that topic: a
// line in an officer's own words may only seem to ask about it.
func (v *view) topicsReached() bool {
	at := v.c.rubric.outcome
	for _, t := range v.topics() {
		if v.mustCover(t.topic) && t.mean < at.topic && (t.answers > 1 || t.sure && t.mean <= at.weak) {
			return false
		}
	}
	return true
}
