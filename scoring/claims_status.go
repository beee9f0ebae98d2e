package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A status is a field that says whether something is so.
type status struct {
	path   string
	line   []string // words of the officer's line that ask for it by yes or no
	not    []string // words of the line that turn yes into no: "was every document genuine?"
	denies []string // words of the line to which yes denies and no says nothing: "is this your first time?"
	once   []string // words of a line that asks whether it was ever tried: no denies, and yes says nothing
	skip   []string // words of a line that asks something else by yes or no: "did you tell them about it?"
	cue    mark     // a clause with it speaks of the matter
	say    []string // and so does a clause with one of these words
	deny   mark     // a clause with it denies the matter
	past   bool     // only what was, not what will be
	open   bool     // read even when the officer's line does not ask
}

// statuses in the order they are looked for.
var statuses = []status{
	{path: "us_history.prior_refusals", line: []string{"refused", "refusal", "refusals", "denied", "rejected"}, denies: []string{"first"}, once: []string{"applied"}, skip: []string{"when", "tell", "list", "answer", "221", "know", "entry", "ticked", "esta"}, cue: mRefused, deny: mFirst, past: true, open: true},
	{path: "us_history.esta_denied", line: []string{"esta"}, skip: []string{"apply", "have", "know"}, cue: mRefused, past: true},
	{path: priorVisas, line: []string{"had", "held"}, denies: []string{"first"}, cue: mVisa, past: true},
	{path: "other_travel.refusals", line: []string{"refused", "refusals"}, skip: []string{"entry"}, cue: mRefused, past: true},
	{path: "us_history.visits", line: []string{"been", "visited", "before", "earlier", "last", "trip", "trips"}, denies: []string{"first"}, skip: []string{"hospital", "tourism"}, cue: mWent, say: []string{"stepped", "landed", "foot"}, deny: mFirst, past: true, open: true},
	{path: "us_history.immigrant_petition", line: []string{"petition", "filed", "140", "green"}, skip: []string{"hospital", "company", "employer"}, cue: mPetition, say: []string{"filed", "petitioned", "filing", "file", "sponsored"}, past: true},
	{path: "h1b.immigrant_petition", line: []string{"petition", "filed", "140", "green"}, cue: mPetition, say: []string{"filed", "petitioned", "filing", "file", "started"}, past: true},
	{path: "us_history.overstay_or_status_violation", line: []string{"longer", "overstayed", "overstay", "status", "deported", "late", "past", "beyond"}, skip: []string{"extension", "refused", "always", "maintain", "maintained"}, cue: mOverstay, say: []string{"extra"}, past: true, open: true},
	{path: "us_history.unauthorized_work", line: []string{"permission", "visiting", "paid"}, say: []string{"worked", "job", "paid", "cash"}, past: true},
	{path: "security.arrests", line: []string{"arrested", "police", "charge", "case", "arrest", "trouble"}, cue: mArrest, say: []string{"cell", "jailed", "handcuffed"}, past: true, open: true},
	{path: "security.misrepresentation", line: []string{"false"}, not: []string{"genuine"}, say: []string{"fake", "false", "forged"}, past: true},
	{path: "us_history.prior_j1", line: []string{"j", "j1", "exchange"}, cue: mJ1, past: true, open: true},
	{path: "us_history.visa_cancelled_or_revoked", line: []string{"cancelled", "revoked"}, say: []string{"cancelled", "canceled", "revoked"}, past: true, open: true},
	{path: "us_history.dv_lottery", line: []string{"lottery"}, say: []string{"lottery", "dv"}, past: true},
	{path: "additional.military", line: []string{"military", "serve", "service", "army"}, cue: mMilitary, past: true},
	{path: "passport.lost_or_stolen", line: []string{"lost"}, say: []string{"lost", "stolen"}, past: true},
	{path: "social.public", line: []string{"public"}, say: []string{"public"}},
	{path: "h1b.maintained_status", not: []string{"bench", "gap", "status"}, say: []string{"maintained", "always", "bench", "unpaid"}, deny: mLeftJob | mOverstay, open: true},
}

// ofOneself are the fields that a line about other people does not ask for.
var ofOneself = set("us_history.prior_refusals us_history.visits us_history.prior_j1 us_history.overstay_or_status_violation security.arrests")

// priorVisas is denied only in words: "yes" to "your first time?" may mean the first
// time for this visa.
const priorVisas = "us_history.prior_visas"

// statusClaims finds what is said to be so or not so.
func (c *Case) statusClaims(a *answer, out []Claim) []Claim {
	for i := range statuses {
		s := &statuses[i]
		asked := a.asks(s.path) && (s.line == nil && s.not == nil || s.asksIt(a))
		if asked && ofOneself[s.path] && a.asksOfOthers() {
			continue
		}
		if !asked && !s.open && !a.asks(s.path) || c.fact(s.path) == nil && !asked {
			continue
		}
		n := len(out)
		out = c.statusByClause(a, s, asked, out)
		if len(out) == n && asked && s.path != priorVisas {
			out = a.statusByParticle(s, out)
		}
		if len(out) == n && asked && s.path != priorVisas {
			out = a.statusByRemnant(s, out)
		}
	}
	out = a.petitionOfOther(out)
	out = c.visitDates(a, out)
	out = c.refusalDate(a, out)
	out = c.jobLeft(a, out)
	return c.matchYear(a, out)
}

// asksIt reports whether a word of the officer's line asks for the matter.
func (s *status) asksIt(a *answer) bool {
	return a.lineHas(s.line) || a.lineHas(s.not) || a.lineHas(s.denies) || a.lineHas(s.once) && (a.polarLine() || a.lineHas([]string{"times"})) || s.path == "us_history.visits" && a.asksEverThere()
}

// statusByClause finds clauses that speak of the matter.
func (c *Case) statusByClause(a *answer, s *status, asked bool, out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() {
			continue
		}
		at := s.cueIn(a, cl)
		if at < 0 || !a.concerns(s, cl, at, asked) {
			continue
		}
		k := a.claim(kindStatus, s.path, cl, cl.from, cl.to)
		k.Negative, k.asked = cl.negated && !a.presumes(cl, at), asked
		if s.path == "h1b.maintained_status" && a.has(cl.from, cl.to, "bench", "unpaid", "pay") {
			k.Negative = !cl.negated || a.has(cl.from, cl.to, "without") // the bench is the break
		}
		if cl.marks&s.deny != 0 && !cl.negated { // "this is my first time"
			k.Negative = true
		}
		s.turn(a, cl, &k)
		k.Span = a.narrow(cl, at, s.deny)
		if k.years = a.yearsOf(cl); len(k.years) == 0 {
			k.years = a.yearsIn(cl.sentence)
		}
		k.low = a.timesIn(cl.sentence)
		out = append(out, k)
	}
	return out
}

// cueIn is the word of a clause that speaks of the matter, -1 for none.
func (s *status) cueIn(a *answer, cl *clause) int {
	for i := cl.from; i < cl.to; i++ {
		if s.path == "security.arrests" && a.besideArrest(cl, i) && !a.takenIn(cl, i+1) {
			continue
		}
		if a.terms[i].is(s.cue|s.deny) || slices.Contains(s.say, a.words[i].Text) {
			return i
		}
		switch {
		case s.path == "us_history.prior_refusals" && (s.cueOfRefusal(a, cl, i) || a.alwaysGranted(cl, i) || a.has(i, i+1, "turned") && a.has(i+1, i+3, "away", "back")),
			s.path == "us_history.overstay_or_status_violation" && a.keptDate(cl, i),
			s.path == "security.arrests" && a.cleanRecord(cl, i), s.path == "security.arrests" && a.takenIn(cl, i),
			s.path == "us_history.prior_j1" && a.terms[i].is(mVisa) && a.is(cl.from, cl.to, mOnly) && a.asks(s.path):
			return i
		}
	}
	return -1
}

// concerns reports whether a clause with a cue speaks of the applicant and of this
// matter, and not of something like it.
func (a *answer) concerns(s *status, cl *clause, at int, asked bool) bool {
	me := cl.who&pSelf != 0 || cl.who == 0 || a.has(cl.from, cl.to, "me", "my", "us", "our")
	if s.past && a.terms[at].is(s.cue) && cl.marks&mSoon != 0 && cl.marks&mPast == 0 && !cl.negated {
		return false
	}
	switch s.path {
	case "us_history.prior_refusals":
		return me && !cl.quoted && a.usVisa(cl, at, asked) && !(cl.who == 0 && cl.marks&(mVisa|mApplied|mMine) == 0 && a.has(at-1, at, "were"))
	case priorVisas:
		return asked && me && !cl.other && cl.negated && a.has(cl.from, cl.to, "never", "any") && cl.marks&(mRefused|mApplied) == 0 && a.has(cl.from, cl.to, "had", "held", "have", "got")
	case "us_history.visits":
		return me && !cl.other && !cl.quoted && a.wasThere(cl, at, asked)
	case "us_history.immigrant_petition", "h1b.immigrant_petition":
		return asked && a.petitionForMe(s.path, cl)
	case "us_history.prior_j1":
		return me && !cl.other && (asked || cl.marks&mPast != 0 || cl.negated)
	case "security.arrests":
		if asked && a.takenIn(cl, at) {
			return true
		}
		return me && !cl.other && (asked || a.has(at, at+1, "arrested", "convicted") && a.speaksOfMe(cl))
	case "us_history.overstay_or_status_violation":
		return me && !cl.other && (asked || a.has(cl.from, cl.to, "overstayed", "deported"))
	case "h1b.maintained_status":
		return me && !cl.other && (asked || a.idle(cl))
	}
	return me && asked && (!cl.other || a.has(cl.from, cl.to, "me"))
}

// speaksOfMe reports whether a clause names the applicant.
func (a *answer) speaksOfMe(cl *clause) bool {
	return cl.who&pSelf != 0 || a.has(cl.from, cl.to, "me", "my", "us", "our")
}

// asksOfOthers reports whether the officer's line asks after anybody but the
// applicant: "anyone at your agency been refused?"
func (a *answer) asksOfOthers() bool {
	return a.lineHas([]string{"anyone", "anybody", "somebody", "someone", "friends", "colleagues"}) && !a.lineHas([]string{"you"})
}

// idle reports whether a clause tells for how long the applicant had no work.
func (a *answer) idle(cl *clause) bool {
	long := slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.Kind == measure.Duration && m.From >= cl.from && m.To <= cl.to
	})
	return long && a.has(cl.from, cl.to, "without", "bench", "unpaid", "unemployed", "jobless")
}

// presumes reports whether a denying clause denies telling or knowing of the matter
// and so takes it for granted: "I did not tell them about the refusal".
func (a *answer) presumes(cl *clause, at int) bool {
	if a.has(at-1, at, "know") || a.has(at-2, at, "how") {
		return false // "I don't know how to drive"
	}
	return cl.not >= 0 && cl.not < at && (a.is(cl.not+1, at, mSay) || a.has(cl.not+1, at, "know", "understand", "mention", "list", "write", "include", "explain", "why"))
}

// narrow is the words of a clause from its subject's denial or the cue's verb to
// the cue, at most seven words.
func (a *answer) narrow(cl *clause, at int, deny mark) transcript.Span {
	from, to := cl.from, min(cl.to, at+max(int(a.terms[at].n), 1))
	for i := at + 1; i < cl.to; i++ {
		if a.terms[i].is(deny) {
			to = min(cl.to, i+max(int(a.terms[i].n), 1))
		}
	}
	if cl.not >= 0 && cl.not >= to {
		to = min(cl.not+2, cl.to)
	}
	for from < at && (a.terms[from].is(mSpeech|mYes) || a.words[from].Text == "and" || a.words[from].Text == "no" && cl.not != from) {
		from = min(at, from+max(int(a.terms[from].n), 1))
	}
	if to-from > 8 {
		from = max(to-8, cl.from)
		if cl.not >= 0 && cl.not < from {
			from = cl.not
		}
	}
	return a.span(from, to)
}
