package scoring

import (
	"cmp"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// The kinds of ties abroad.
const (
	tieJob      = "job"
	tieStudies  = "studies"
	tiePost     = "return_post"
	tieFamily   = "family"
	tieHome     = "home"
	tieFinances = "finances"
	tiePlan     = "plan"
	tieGap      = "gap"
	tie212e     = "212e"
	tieTravel   = "travel"
)

// A tieKind says by which words a kind of tie is named and in which fields it is
// declared.
type tieKind struct {
	name   string
	trait  trait
	fields []string
}

var tieKinds = []tieKind{
	{tieJob, tTieJob, []string{"employment.business", "employment.employer", "employment.leave"}},
	{tieStudies, tTieStudy, []string{"jw.home_university"}},
	{tiePost, tTiePost, []string{"ties.return_role"}},
	{tieFamily, tRelative | tKin, []string{"ties.family_at_home", "family.spouse", "family.children", "family.dependants_supported", "family.parents"}},
	{tieHome, tTieHome, []string{"ties.property"}},
	{tieFinances, tTieMoney, nil},
	{tiePlan, tReturn, []string{"ties.plan_after"}},
	{tieGap, tTieGap, nil},
	{tie212e, tTie212e, []string{"j1.subject_212e"}},
	{tieTravel, tTieTravel, []string{"other_travel.countries_5y"}},
}

// ties judges what the applicant named that calls him or her back. Only for the
// categories that have ties; only when they were asked for, or a named one was
// volunteered. To have none is band 1, never less: band 0 is a plan to stay.
func ties(s *sheet) judgement {
	j := judgement{criterion: transcript.TieStrength}
	if !s.c.category.HasTies() {
		return j
	}
	j.band = transcript.NotTested
	evidence := s.pulls
	band := s.tieBand(evidence)
	volunteered := band >= 3 && (s.query.lacking || s.any(0, len(s.words), tReturn|tTiePost)) && !s.asks("education.tests")
	if s.unheard() || !s.query.expects || !s.query.ties && !volunteered {
		return j
	}
	if band == 1 && slices.Contains(figureWants, s.query.want) && s.typed(s.query.want) >= 0 {
		return j // "By what date?" asks for no tie beside the one that was named
	}
	j.band = transcript.Marked(band)
	f := transcript.Finding{Rule: "ties", Criterion: transcript.TieStrength, Severity: weight(band), Span: s.whole(), Reason: tieReasons[band]}
	if len(evidence) > 0 && band > 0 {
		best := slices.MaxFunc(evidence, func(a, b transcript.Evidence) int { return cmp.Compare(a.Strength, b.Strength) })
		f.Span, f.Field = best.Span, best.Field
	}
	if at := s.staysAt(); band == 0 && at >= 0 {
		f.Span = s.answering(at)
	}
	j.findings = []transcript.Finding{f}
	return j
}

// figureWants are wants that are answered by a figure or a date.
var figureWants = []want{wantCount, wantLength, wantDate}

var tieReasons = [5]string{
	"This reads as staying, which this visa does not allow. Say your true present plan.",
	"This names nothing that needs you at home. Name a person, post, place or date that is true.",
	"These ties are general. Add a name, a place or a date that is true.",
	"One tie is named. A second one, or its date, makes it stronger.",
	"You named ties that can be checked.",
}

// tieBand adds what the kinds named are worth.
func (s *sheet) tieBand(evidence []transcript.Evidence) int {
	if s.staysAt() >= 0 {
		return 0
	}
	sum, at := 0.0, s.c.rubric.strength
	for _, e := range evidence {
		sum += e.Strength
	}
	switch {
	case sum >= at.full:
		return 4
	case sum >= at.good:
		return 3
	case sum > 0:
		return 2
	}
	return 1
}

// staysAt is the word where the applicant speaks of staying, or of a household
// already gone, or -1.
func (s *sheet) staysAt() int {
	for _, st := range s.statements {
		if st.kind == riskSettle || st.kind == riskMarry || st.kind == riskJob && st.chance {
			return st.from
		}
	}
	if at := s.nobodyAtHome(); at >= 0 {
		return at
	}
	if at := s.onlyStays(); at >= 0 {
		return at
	}
	for _, cl := range s.clauses {
		at := s.find(cl.from, cl.to, tKin)
		if at >= 0 && !cl.negated && s.is(cl.from, cl.to, mAll|mThey) && s.abroad(cl) {
			return at
		}
	}
	return -1
}

// nobodyAtHome is where an answer to "Who is at home?" says that nobody is, or -1.
func (s *sheet) nobodyAtHome() int {
	at := s.first()
	asked := len(s.ask) > 0 && s.ask[0] == "who" && s.lineTraits()&(tHere|tReturn) != 0
	if at < 0 || !asked || !s.terms[at].is(mAbsolute) || s.answer.has(at, len(s.words), "but", "except", "besides") {
		return -1
	}
	return at
}

// onlyStays is where the plan told is to live or work there and nothing leads home,
// or -1.
func (s *sheet) onlyStays() int {
	at := -1
	for _, k := range s.claims {
		switch {
		case k.kind != kindPlan || k.Field != planAfter:
		case k.word == planStay && !k.Negative && k.Certain:
			at = s.wordAt(k.Span.Start)
		case k.word == planHome && !k.Negative, k.word == planSame, k.word == planStage:
			return -1
		}
	}
	return at
}

// abroad reports whether a clause speaks of the United States. "There" does,
// unless home was named before it.
func (s *sheet) abroad(cl clause) bool {
	if s.is(cl.from, cl.to, mUS) {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if s.words[i].Text == "there" && !s.any(0, i, tReturn|tHere) && s.nameAt < 0 {
			return true
		}
	}
	return false
}

// tieEvidence lists the ties an answer names, with what they rest on.
func (s *sheet) tieEvidence() []transcript.Evidence {
	var out []transcript.Evidence
	for _, cl := range s.clauses {
		if cl.question || cl.quoted || s.dead[cl.from] || s.abroad(cl) || s.visits(cl) || s.ended(cl) || s.any(cl.from, cl.to, tFeeling) || s.hasWord(cl, "any", "many") {
			continue
		}
		for _, k := range tieKinds {
			if !s.names(cl, k) || s.c.rubric.ties[k.name].of(s.c.category) == 0 {
				continue
			}
			e := transcript.Evidence{Kind: k.name, Turn: s.turn.N, Span: s.span(cl.from, cl.to), Field: s.tieField(cl, k.fields)}
			e.Strength = s.tieStrength(cl, k.name, e.Field)
			if k.name == tiePost && e.Strength == s.c.rubric.strength.dated && (s.any(0, len(s.words), tPaper) || s.answer.has(0, len(s.words), "writing", "written", "signed")) {
				e.Strength += s.c.rubric.strength.named // and a paper says so
			}
			out = s.c.rubric.strength.add(out, e)
		}
	}
	return out
}

// add adds evidence, keeping of each kind the strongest and first. A second date of
// one kind adds what a name does.
func (r strengths) add(all []transcript.Evidence, e transcript.Evidence) []transcript.Evidence {
	at := slices.IndexFunc(all, func(o transcript.Evidence) bool { return o.Kind == e.Kind })
	switch {
	case at < 0:
		return append(all, e)
	case all[at].Strength == r.dated && e.Strength == r.dated && e.Span != all[at].Span:
		all[at].Strength += r.named
	case all[at].Strength < e.Strength:
		all[at] = e
	}
	return all
}

// visits reports whether a clause tells whom the journey is to: a relative visited
// there calls nobody home.
func (s *sheet) visits(cl clause) bool {
	return s.hasWord(cl, "visit", "visiting", "see", "seeing", "meet", "meeting", "attend", "attending") && s.any(cl.from, cl.to, tRelative|tKin) && !s.any(cl.from, cl.to, tHere|tReturn)
}

// ended reports whether a clause tells of a post that is given up.
func (s *sheet) ended(cl clause) bool {
	return cl.marks&mLeftJob != 0 && !s.hasWord(cl, "not", "never", "leave")
}

// names reports whether a clause names a kind of tie. What is denied is none, but
// for the gap at home, which is a lack. A post is not counted as a job again.
func (s *sheet) names(cl clause, k tieKind) bool {
	if cl.negated && k.name != tieGap || k.name == tieJob && s.any(cl.from, cl.to, tTiePost|tTieGap) {
		return false
	}
	if k.name == tiePlan && s.planAt(cl) >= 0 || k.name == tieJob && s.recurs(cl) || k.name == tiePost && s.postKept(cl) {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if s.traits[i]&k.trait != 0 && !s.dead[i] && !s.terms[i].poss {
			return true
		}
	}
	return false
}

// postKept reports whether a clause says that a post is kept or promised: "the hotel
// is holding my place", "a letter that keeps a post for me".
func (s *sheet) postKept(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if s.lexemes[i].is&isKeeping != 0 && s.answer.has(i+1, min(i+5, cl.to), "post", "position", "place", "job", "seat", "role", "chair", "desk") && !s.answer.has(i+1, min(i+5, cl.to), "another", "new", "his", "her", "their") {
			return true
		}
	}
	return false
}

// keeping are the verbs by which a post waits for somebody.
var keeping = wordSet("keep keeps kept keeping hold holds held holding reserve reserves reserved reserving save saves saved guarantee guarantees guaranteed promise promised promises secured")

// recurs reports whether a clause tells of a duty of the applicant's that comes again:
// "I sign the accounts on the thirtieth of each month".
func (s *sheet) recurs(cl clause) bool {
	return s.any(cl.from, cl.to, tFirst) && !cl.other && s.hasWord(cl, "each", "every") && s.hasWord(cl, "day", "week", "month", "year", "season", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "evening")
}

// planAt is where a clause tells of an intention for home: "my plan is to teach",
// "serve my country".
func (s *sheet) planAt(cl clause) int {
	if !s.any(cl.from, cl.to, tIntent) || !s.any(cl.from, cl.to, tFirst) {
		return -1
	}
	for i := cl.from; i < cl.to; i++ {
		if s.words[i].Text == "plan" && i > 0 && s.words[i-1].Text == "my" && s.hasWord(cl, "is", "to") || s.traits[i]&tHere != 0 && !s.dead[i] {
			return i
		}
	}
	return -1
}

// tieStrength is what one clause is worth as evidence: named and dated, named, or
// general. A plan, unlike a post or a person, is not made firm by a date alone.
func (s *sheet) tieStrength(cl clause, kind, field string) float64 {
	r := s.c.rubric.strength
	dated := s.measured(cl.from, cl.to, measure.Calendar, measure.Duration) >= 0 || kind == tieJob && s.recurs(cl)
	named := field != "" || s.measured(cl.from, cl.to, measure.Number, measure.Money) >= 0
	for i := cl.from; i < cl.to && !named && kind != tieFinances; i++ {
		named = s.named(i) || s.particular(i) && s.traits[i]&(tReturn|tKin|tTieJob|tTieHome) == 0 || kind == tieFamily && s.traits[i]&tRelative != 0
	}
	switch {
	case dated && (named || kind != tiePlan && kind != tieGap):
		return r.dated
	case named || dated:
		return r.named
	}
	return r.general
}

// tieField is the declared field a clause speaks of: one of whose words it says,
// or that a claim in it is on.
func (s *sheet) tieField(cl clause, fields []string) string {
	for _, path := range fields {
		f := s.c.fact(path)
		if f == nil || f.none {
			continue
		}
		for i := cl.from; i < cl.to; i++ {
			if s.particular(i) && f.has(s.words[i].Text) || s.traits[i]&tRelative != 0 && f.has(s.words[i].Text) {
				return path
			}
		}
	}
	return ""
}

// unused lists the declared ties nothing in the interview speaks of, the weightiest
// first.
func (c *Case) unused(turns []Judged, evidence []transcript.Evidence) []string {
	kinds := slices.Clone(tieKinds)
	slices.SortStableFunc(kinds, func(a, b tieKind) int {
		return c.rubric.ties[b.name].of(c.category) - c.rubric.ties[a.name].of(c.category)
	})
	out := []string{}
	for _, k := range kinds {
		used := slices.ContainsFunc(evidence, func(e transcript.Evidence) bool { return e.Kind == k.name && e.Strength >= c.rubric.strength.named })
		if used || c.rubric.ties[k.name].of(c.category) == 0 {
			continue
		}
		for _, path := range k.fields {
			if f := c.fact(path); f != nil && !f.none && !saidOf(f, turns, evidence) {
				out = append(out, path)
			}
		}
	}
	return out
}

// saidOf reports whether a declared tie was spoken of: an answer agrees with it, or
// evidence of another kind names it.
func saidOf(f *fact, turns []Judged, evidence []transcript.Evidence) bool {
	agrees := slices.ContainsFunc(turns, func(j Judged) bool {
		return slices.ContainsFunc(j.Turn.Findings, func(fi transcript.Finding) bool {
			return fi.Field == f.path && fi.Verdict == transcript.Consistent
		})
	})
	return agrees || slices.ContainsFunc(evidence, func(e transcript.Evidence) bool {
		return slices.ContainsFunc(measure.Words(e.Span.Text), func(w measure.Word) bool {
			return manner.word(w.Text)&(tEmpty|tGeneric) == 0 && f.has(w.Text)
		})
	})
}
