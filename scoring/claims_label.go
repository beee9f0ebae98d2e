package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// labelFields are the fields whose value is one label of a family.
var labelFields = []struct {
	path   string
	family *taxonomy
	line   []string // the officer's line must hold one of these; nil for any that asks for the field
}{
	{"jp.specialty", &specialties, []string{"specialty", "field", "match", "do", "going", "position", "travelling", "speciality", "train"}},
	{"f1.major", &studies, []string{"study", "major", "program", "programme", "degree", "studying", "course"}},
	{"f1.level", &levels, []string{"study", "degree", "level", "program", "programme", "major", "studying", "phd", "master's", "bachelor's"}},
	{"h1b.degree_held", &studies, []string{"degree", "study", "studied", "qualification"}},
	{"h1b.degree_held", &levels, []string{"degree", "qualification", "education"}},
	{"h1b.job_title", &jobs, []string{"do", "job", "title", "position", "role", "duties"}},
	{"h1b.duties", &jobs, []string{"day", "responsibilities", "duties", "do"}},
	{"employment.title", &jobs, []string{"do", "job", "work", "title"}},
	{"employment.occupation", &jobs, []string{"do", "job"}},
	{"family.spouse.occupation", &jobs, []string{"do", "job", "work", "working", "occupation", "profession"}},
	{"jw.job", &jobs, []string{"job", "work", "do", "internship", "role"}},
	{"hp.employment_type", &positions, []string{"position", "resident", "fellow", "job", "do"}},
	{"trip.purpose", &purposes, []string{"why", "purpose", "do", "going", "visit", "trip", "which", "travelling"}},
}

// labelClaims finds which label of a family an answer names, for the fields the
// officer's line asks for.
func (c *Case) labelClaims(a *answer, out []Claim) []Claim {
	for _, f := range labelFields {
		if !a.asks(f.path) || !a.lineAsks(f.line, f.path) || a.opensWith("why") && f.path != "trip.purpose" || a.opensWith("how") {
			continue
		}
		if f.path == "f1.level" && c.fact("f1.level") == nil {
			continue
		}
		n := len(out)
		for _, h := range f.family.find(a.words) {
			cl := a.clauseOf(h.from)
			if a.shortWord(h) || a.notOwn(h, f.family) || f.path == "h1b.duties" && titles[a.words[h.to-1].Text] {
				continue
			}
			if !cl.plain() || cl.other && cl.who&pHuman != 0 && !a.has(cl.from, cl.to, "me") || a.wasSo(cl, h, f.path) {
				continue
			}
			k := a.claim(kindLabel, f.path, cl, h.from, h.to)
			k.word, k.unit, k.asked = h.label, h.parent, true
			if f.path == "trip.purpose" {
				k.kind = kindPurpose
			}
			out = append(out, k)
		}
		if len(out) == n {
			out = c.tooGeneral(a, f.path, out)
		}
	}
	return out
}

// shortWord reports whether a label was found in a word of two letters that is not
// written as an abbreviation: "it", "ma", "im" are everyday words too.
func (a *answer) shortWord(h hit) bool {
	w := a.words[h.from]
	return h.to == h.from+1 && len(w.Text) <= 2 && !upper(a.turn.Applicant[w.Start:w.End]) && !(len(a.words) <= 3 && w.Text != "it" && w.Text != "ma" && w.Text != "im")
}

// notOwn reports whether a label is not the applicant's: what a company makes, "my
// lawyer", a language spoken.
func (a *answer) notOwn(h hit, family *taxonomy) bool {
	cl := a.clauseOf(h.from)
	if family == &studies {
		named := h.to < cl.to && workWords[a.words[h.to].Text]
		whose := h.from > cl.from && (a.terms[h.from-1].poss || a.terms[h.from-1].is(mTheirs))
		return named || whose || a.has(cl.from, h.from, "speak", "scored", "like", "play", "enjoy", "good")
	}
	if family != &jobs {
		return false
	}
	for i := cl.from; i < h.from; i++ {
		if a.terms[i].is(mI) {
			break
		}
		if a.terms[i].party&pBody != 0 && a.is(i, h.from, mVerb) {
			return true
		}
	}
	if h.from > cl.from && a.has(h.from-1, h.from, "the", "this", "that", "our") && !a.is(cl.from, h.from, mI|mVerb) && a.is(h.to, cl.to, mVerb) {
		return true // "the professor has many papers"
	}
	return h.from > 0 && a.terms[h.from-1].is(mMine)
}

// titles are the nouns a title ends with: to name one tells no duty.
var titles = set("engineer engineers developer analyst scientist manager architect administrator tester designer consultant programmer specialist executive lead")

// workWords are the nouns that make a subject somebody's work: "civil engineer".
var workWords = set("engineer engineers teacher teachers lecturer professor officer officers servant servants contractor technician manager consultant company firm shop business works stores")

// wasSo reports whether a label belongs to an earlier time: "my bachelor's was in
// civil engineering", "I worked as a nurse".
func (a *answer) wasSo(cl *clause, h hit, path string) bool {
	if path == "h1b.degree_held" || path == "jw.degree_and_experience" {
		return false
	}
	if cl.marks&mPast != 0 || a.has(cl.from, h.to, "bachelor's", "previously", "before", "first", "after") && path == "f1.major" {
		return true
	}
	return a.has(cl.from, h.from, "after", "then", "later", "eventually", "future", "become") && path != "hp.employment_type"
}

// tooGeneral notes that a declared field was asked for and the answer only touches
// it: "I work with data."
func (c *Case) tooGeneral(a *answer, path string, out []Claim) []Claim {
	f := c.fact(path)
	if f == nil || path == "trip.purpose" || path == "employment.occupation" || path == "f1.level" || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	for i, w := range a.words {
		cl := a.clauseOf(i)
		if len(w.Text) < 4 || !cl.plain() || cl.negated || small[w.Text] || a.terms[i].is(mSpeech) || cl.other && cl.who&pHuman != 0 {
			continue
		}
		if f.has(w.Text) || slices.ContainsFunc(f.words, func(d measure.Word) bool { return len(d.Text) > 4 && strings.HasPrefix(d.Text, w.Text) }) {
			k := a.claim(kindLabel, path, cl, i, i+1)
			k.word, k.asked = "same", true
			return append(out, k)
		}
	}
	if path == "h1b.duties" && len(a.words) <= 12 && a.is(0, len(a.words), mWork) && a.has(0, len(a.words), "data", "software", "technology", "technologies", "computers", "projects", "things", "clients", "systems") {
		k := a.claim(kindLabel, path, &a.clauses[0], 0, 0)
		k.partial, k.asked = true, true
		out = append(out, k)
	}
	return out
}
