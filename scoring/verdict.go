package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// verdicts compares claims with the profile and with earlier answers. Findings
// carry verdict, severity, verified span, field, declared, heard and reason.
//
// Only a declared and confirmed field can contradict. What an applicant was not
// sure of is at most a soft mismatch.
func (c *Case) verdicts(a *answer, claims []Claim, before []Judged) []transcript.Finding {
	if len(claims) == 0 {
		return nil
	}
	j := comparison{c: c, a: a, before: before, out: make([]transcript.Finding, 0, len(claims))}
	for i := range claims {
		k := claims[i]
		if inGroup(claims[:i], &k) {
			continue
		}
		group := groupFrom(claims[i:])
		n := len(j.out)
		j.compare(group)
		if j.underPress(k) {
			j.correct(n)
			continue
		}
		if slices.ContainsFunc(j.out[n:], notConsistent) && (measuredKinds[k.kind] && c.declaredElsewhere(a, k) || c.toldOfWork(k) || a.saysToo(k, c.fact(whole(k.Field))) || c.visitedToo(k)) {
			j.out = j.out[:n]
			continue
		}
		if !a.surelyAsks(k) || !c.callsFor(a, k) || k.kind == kindStatus && a.lateParticle(&k) || slices.ContainsFunc(j.out[n:], notConsistent) && c.beside(a, k) {
			j.out = append(j.out[:n], slices.DeleteFunc(j.out[n:], notConsistent)...)
			continue
		}
		if measuredKinds[k.kind] && a.goesBeyond() {
			continue // its number is of something not spoken of before
		}
		if j.inPassing(n, k.kind, claims) {
			continue
		}
		if !slices.ContainsFunc(j.out[n:], settles) {
			j.compareEarlier(group)
		}
	}
	for _, unfit := range []func([]transcript.Finding, transcript.Finding) bool{a.answeredBefore, outweighed} {
		if len(j.out) < 2 {
			return j.out
		}
		all := slices.Clone(j.out)
		j.out = slices.DeleteFunc(j.out, func(f transcript.Finding) bool { return unfit(all, f) })
	}
	return j.out
}

// outweighed reports whether a finding gives way to another on its field: what agrees
// to what does not, since a count may be right and an age wrong; what was taken back to
// the correction.
func outweighed(all []transcript.Finding, f transcript.Finding) bool {
	return slices.ContainsFunc(all, func(o transcript.Finding) bool {
		switch {
		case o.Field != f.Field || o.Earlier != 0:
			return false
		case f.Verdict == transcript.Consistent:
			return o.Verdict != transcript.Consistent
		}
		return f.Verdict == transcript.Contradiction && o.Verdict == transcript.SelfCorrection && f.Span.Start < o.Span.Start
	})
}

// inGroup reports whether a claim is one of a group that was compared already.
func inGroup(before []Claim, k *Claim) bool {
	for i := range before {
		if sameGroup(&before[i], k) {
			return true
		}
	}
	return false
}

// groupFrom are the claims that are compared with the first, and it.
func groupFrom(claims []Claim) []Claim {
	n := 1
	for i := 1; i < len(claims); i++ {
		if sameGroup(&claims[i], &claims[0]) {
			n++
		}
	}
	if n == 1 {
		return claims[:1:1]
	}
	group := make([]Claim, 0, n)
	for i := range claims {
		if i == 0 || sameGroup(&claims[i], &claims[0]) {
			group = append(group, claims[i])
		}
	}
	return group
}

// sameGroup reports whether two claims are answers to one thing and are compared
// together.
func sameGroup(a, b *Claim) bool {
	return a.kind == b.kind && (a.Field == b.Field || a.kind == kindPayer || a.kind == kindRelative || a.kind == kindState && whole(a.Field) == whole(b.Field))
}

// A comparison goes through the claims of one answer and collects findings.
type comparison struct {
	c      *Case
	a      *answer
	before []Judged
	out    []transcript.Finding
}

// compare compares claims of one kind about one field.
func (j *comparison) compare(group []Claim) {
	switch group[0].kind {
	case kindPayer:
		j.payers(group)
		return
	case kindRelative:
		j.relatives(group)
		return
	case kindSettled:
		j.settledBy(group[0])
		return
	}
	f := j.c.fact(group[0].Field)
	if group[0].kind == kindState {
		f = j.c.fact(whole(group[0].Field))
	}
	if j1 := j.c.fact("us_history.prior_j1"); f == nil && group[0].Field == "us_history.visits" && group[0].kind == kindStatus && group[0].Negative && group[0].asked && group[0].Certain && j1 != nil && len(j1.items) > 0 {
		group[0].Field = j1.path // who was never there was on no program there
		f = j1
	}
	if f == nil {
		j.undeclared(group)
		return
	}
	if by := comparisons[group[0].kind]; by != nil && !j.bySchool(group[0], f) {
		by(j, group, f)
	}
}

// comparisons say how the claims of each kind on one declared field are compared with it.
var comparisons = map[kind]func(*comparison, []Claim, *fact){
	kindAmount: (*comparison).amounts, kindDuration: (*comparison).durations, kindDate: (*comparison).dates, kindCount: (*comparison).counts,
	kindName: (*comparison).named, kindLabel: (*comparison).labels, kindPurpose: (*comparison).labels, kindList: (*comparison).listed,
	kindStatus: (*comparison).status, kindState: (*comparison).stages, kindMarital: (*comparison).marital, kindChildren: byFirst((*comparison).children),
	kindCompanion: (*comparison).companions, kindHost: (*comparison).host, kindSiblings: byFirst((*comparison).siblings), kindDependant: (*comparison).dependants,
	kindWhereabouts: (*comparison).whereabouts, kindTravels: (*comparison).travels, kindPlace: (*comparison).places, kindPlan: (*comparison).plans,
	kindWithheld: byFirst((*comparison).withheld),
}

// byFirst judges a group by its first claim: nobody tells how many children twice.
func byFirst(by func(*comparison, Claim, *fact)) func(*comparison, []Claim, *fact) {
	return func(j *comparison, group []Claim, f *fact) { by(j, group[0], f) }
}

// undeclared notes a serious fact an answer tells that the profile does not
// mention. Other undeclared fields are nothing to remark on.
func (j *comparison) undeclared(group []Claim) {
	for _, k := range group {
		if f := j.c.fact("h1b.third_party_placement"); k.Field == "h1b.end_client" && k.kind == kindName && f != nil && f.none && j.a.sitsWith(k) {
			k.Field = f.path
			j.add(k, transcript.Contradiction, f)
			return
		}
		if k.kind == kindState && k.concern.news && k.stages == inForce && k.Certain {
			j.add(k, transcript.NewFact, nil)
			return
		}
		if k.kind != kindStatus || k.Negative || !k.asked {
			continue
		}
		if f, ok := transcript.LookupField(k.Field); ok && (f.Serious || f.Class == transcript.ClassStatus && remembered(k.Field)) {
			j.add(k, transcript.NewFact, nil)
			return
		}
	}
}

// severity of a verdict. A contradiction is of medium severity: it takes the band,
// and the officer presses. Only two are high, which caps the interview: the false
// denial, under a direct question, of a serious field; and an admitted
// refusal that the confirmed form denies, since there the form is the denial.
// Source: INA 212(a)(6)(C)(i) and the evaluation pairs.
func (j *comparison) severity(k Claim, v transcript.Verdict, f *fact) transcript.Severity {
	switch v {
	case transcript.Contradiction:
		if f != nil && j.falseDenial(k, f) {
			return transcript.High
		}
		return transcript.Medium
	case transcript.Partial, transcript.SoftMismatch:
		return transcript.Low
	}
	return transcript.Note
}

func (j *comparison) falseDenial(k Claim, f *fact) bool {
	if k.Field == "us_history.prior_refusals" && f.none && !k.Negative {
		return true
	}
	if k.Field == "h1b.maintained_status" {
		return f.none && !k.Negative && k.asked // here it is "yes, always" that denies the break
	}
	if !k.Negative || !k.asked || f.none || !f.field.Serious {
		return false
	}
	physician := j.c.category == transcript.J1Physician || j.c.category == transcript.H1BPhysician
	return f.path != "us_history.prior_j1" || physician
}

// add makes a finding of a claim. An uncertain contradiction is a soft mismatch.
func (j *comparison) add(k Claim, v transcript.Verdict, f *fact) {
	if v == transcript.Contradiction && !k.Certain && k.kind != kindAmount && k.kind != kindDuration { // those have wider tolerances instead
		v = transcript.SoftMismatch
	}
	said := j.a.saidIn(k)
	fi := transcript.Finding{
		Rule: ruleOf[k.kind], Criterion: transcript.Consistency, Verdict: v, Severity: j.severity(k, v, f),
		Span: said, Field: whole(k.Field), Heard: said.Text,
	}
	if k.kind == kindSettled {
		fi.Rule = j.a.press.Rule
	}
	if f != nil {
		fi.Field, fi.Declared = whole(f.path), f.said
	}
	fi.Reason = j.c.reason(fi, f)
	j.out = append(j.out, fi)
}

// saidIn are the words that make a claim, for people to read: where a pronoun alone
// makes it, with the clause it stands in.
func (a *answer) saidIn(k Claim) transcript.Span {
	i := a.wordAt(k.Span.Start)
	if i >= len(a.words) || k.Span.End != a.words[i].End || !barePronouns[a.words[i].Text] {
		return k.Span
	}
	cl := a.clauseOf(i)
	from := cl.from
	for from < i && fromBefore[a.words[from].Text] {
		from++
	}
	return a.span(from, cl.to)
}

// barePronouns name nobody by themselves.
var barePronouns = set("i we he she they it me us him her them")

// ruleOf names the rule that compares a kind of claim.
var ruleOf = map[kind]string{
	kindPayer: "payer", kindAmount: "amount", kindDuration: "duration", kindDate: "date", kindCount: "count", kindName: "name",
	kindLabel: "label", kindStatus: "status", kindRelative: "relatives", kindMarital: "marital_status", kindChildren: "children",
	kindCompanion: "companions", kindPlace: "place", kindPlan: "plan", kindPurpose: "purpose", kindList: "list", kindWithheld: "withheld", kindState: "state",
	kindHost: "host", kindSiblings: "siblings", kindDependant: "dependants", kindWhereabouts: "place", kindTravels: "companions",
}

// withheld judges an answer that does not know a declared fact: a follow-up, but
// in H-1B, where not knowing wage, employer, worksite or client contradicts the
// petition (source: consular practice on third-party placement).
func (j *comparison) withheld(k Claim, f *fact) {
	if f.none {
		return
	}
	k.Certain = true
	switch f.path {
	case "h1b.wage_usd", "h1b.petitioner", "h1b.worksites", "h1b.end_client":
		j.add(k, transcript.Contradiction, f)
	}
}

func notConsistent(f transcript.Finding) bool { return f.Verdict != transcript.Consistent }

// declaredElsewhere reports whether another field that the answer may be about declares
// the very value of a measured claim: "back at work on 1 July" is the plan, and not the
// day of the flight.
func (c *Case) declaredElsewhere(a *answer, k Claim) bool {
	if a.press != nil {
		return false
	}
	loose := a.loosely(k)
	return slices.ContainsFunc(c.facts, func(f fact) bool {
		return (loose || k.kind == kindDate && k.date.Day != 0 || a.turn.Question != "" && slices.Contains(a.known, f.path)) && f.path != whole(k.Field) && slices.ContainsFunc(measure.Scan(measure.Words(f.said), c.today), func(m measure.Mention) bool { return k.measuresAs(&m) })
	})
}

// toldOfWork reports whether the words of a label of the applicant's work are those of
// another declared field of it: the title is no other occupation.
func (c *Case) toldOfWork(k Claim) bool {
	if k.kind != kindLabel || !slices.Contains(workFields, k.Field) {
		return false
	}
	said := measureWords(k.Span.Text)
	return slices.ContainsFunc(append([]string{"h1b.job_title"}, workFields...), func(path string) bool {
		f := c.fact(path)
		return path != k.Field && f != nil && !slices.ContainsFunc(said, func(w measure.Word) bool { return !small[w.Text] && !f.holds(w.Text) })
	})
}

// visitedToo reports whether a place told of where the applicant stays is one of those
// declared to be visited: "then two nights in New York".
func (c *Case) visitedToo(k Claim) bool {
	f := c.fact("trip.places")
	return k.kind == kindPlace && k.Field == "trip.us_address" && f != nil && isOneOf(k.place, placesOf(f))
}

// workFields tell what an applicant works as.
var workFields = []string{"employment.occupation", "employment.title", "employment.duties", "employment.business.name"}

// measuresAs reports whether a mention is of the very value of a claim.
func (cl Claim) measuresAs(m *measure.Mention) bool {
	switch cl.kind {
	case kindDate:
		return m.Kind == measure.Calendar && m.Date.Month == cl.date.Month && (m.Date.Day == cl.date.Day || m.Date.Day == 0) && (m.Date.Year == cl.date.Year || m.Date.Year == 0 || cl.date.Year == 0) ||
			m.Kind == measure.Number && cl.date.Month == 0 && m.Low == float64(cl.date.Year)
	case kindDuration:
		return m.Kind == measure.Duration && m.Low == cl.low
	}
	return (m.Kind == measure.Money || m.Kind == measure.Number) && m.Low == cl.low
}
