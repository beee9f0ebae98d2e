package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// labels judges labels of one family against the declared ones.
func (j *comparison) labels(group []Claim, f *fact) {
	if group[0].partial {
		j.add(group[0], transcript.Partial, f)
		return
	}
	if f.path == "h1b.degree_held" {
		if j.degreeLevel(group, f) {
			return
		}
		group = fieldsOnly(group)
	}
	if group = present(group, f); len(group) == 0 {
		return
	}
	only := func(k Claim) bool { return j.a.clauseOf(j.a.wordAt(k.Span.Start)).marks&mOnly != 0 }
	v := labelVerdicts{f: f, group: group, category: j.c.category, only: slices.ContainsFunc(group, only) || j.asksBusiness(), shared: slices.IndexFunc(group, func(k Claim) bool { return k.word == "same" })}
	if v.shared >= 0 && (!v.strong() || v.tells(group[v.shared])) {
		j.add(group[v.shared], transcript.Consistent, f)
		return
	}
	var same Claim
	if v.shared >= 0 {
		same = group[v.shared]
		v.sharedAt = same.Span
		group = slices.DeleteFunc(slices.Clone(group), func(k Claim) bool {
			return k.word == "same" || k.way != byName && k.Span.Start <= v.sharedAt.Start && k.Span.End >= v.sharedAt.End // shown by the declared word itself
		})
		if len(group) == 0 {
			j.add(v.group[v.shared], transcript.Consistent, f)
			return
		}
		v.group = group
	}
	if f.path == "trip.purpose" && v.leavesOut() {
		j.add(group[0], transcript.Partial, f)
		return
	}
	left := v.nearest()
	if f.path == "trip.purpose" && v.shared >= 0 && slices.ContainsFunc(left, func(k Claim) bool { return v.of(k) == transcript.Contradiction }) {
		j.add(same, transcript.Consistent, f) // the purpose is told, and what else there is to do
		return
	}
	if len(left) > 0 {
		j.settle(left, f, func(k Claim) transcript.Verdict {
			verdict := v.of(k)
			if verdict == transcript.SoftMismatch && k.way == byName && v.shared >= 0 && f.holdsAll(k.Span.Text) {
				return transcript.Consistent // "manager in the bank" of a bank branch manager
			}
			if verdict == transcript.Contradiction && j.byTraining(k, f) {
				return ""
			}
			return verdict
		})
	}
}

// byTraining reports whether the title an answer gives is what the applicant studied: who
// has a degree of mechanical engineering is a mechanical engineer, whatever the job is.
func (j *comparison) byTraining(k Claim, f *fact) bool {
	if !titleFields[f.path] {
		return false
	}
	words := measureWords(k.Span.Text)
	if j.a.clauses[0].marks&mYes != 0 && k.Span.Start == j.a.words[0].Start {
		words = append(words, measureWords(lastQuestion(j.a.turn.Officer))...)
	}
	for _, path := range trainings {
		if g := j.c.fact(path); g != nil && slices.ContainsFunc(words, func(w measure.Word) bool { return len(w.Text) > 4 && !small[w.Text] && g.holds(w.Text) }) {
			return true
		}
	}
	return false
}

// titleFields are the fields of what somebody is called at work, trainings those of what he or
// she studied.
var (
	titleFields = set("h1b.job_title employment.title employment.occupation")
	trainings   = []string{"h1b.degree_held", "education.institutions"}
)

// asksBusiness reports whether somebody who comes on business alone is asked for the
// purpose outright, so that a feast or sights are another one.
func (j *comparison) asksBusiness() bool {
	return j.c.category == transcript.B1 && j.a.lineHas([]string{"purpose", "reason", "brings", "why", "takes"})
}

// nearest leaves of the labels one name fits the one that stands nearest to what is
// declared: an engineer may be one of computers. What somebody did before retiring is
// left out where the profile declares no retirement.
func (v *labelVerdicts) nearest() []Claim {
	was := slices.Contains(v.labels(v.group[0].family), "retired")
	return slices.DeleteFunc(slices.Clone(v.group), func(k Claim) bool {
		return k.past && !was || slices.ContainsFunc(v.group, func(o Claim) bool {
			return o.Span == k.Span && v.kin(o) > v.kin(k) || k.way == byPlace && v.called(o)
		})
	})
}

// called reports whether a label names other work than the declared: where it is
// done tells no more then, "a doctor in the hospital".
func (v *labelVerdicts) called(k Claim) bool {
	return k.way == byName && !k.broad && !k.past && !k.Negative && k.family == &jobs && !k.family.vague[k.word] && v.kin(k) < wider
}

// labels are the declared ones of a family.
func (v *labelVerdicts) labels(family *taxonomy) []string {
	if v.family != family {
		v.family, v.declared = family, declaredLabels(family, v.f)
	}
	return v.declared
}

// kin is how near a label stands to what is declared.
func (v *labelVerdicts) kin(k Claim) kinship {
	best := strangers
	for _, d := range v.labels(k.family) {
		best = max(best, k.family.kin(k.word, d), idle(k.word, d))
	}
	return best
}

// fieldsOnly leaves the fields of study, when an answer names any: the levels are
// judged already.
func fieldsOnly(group []Claim) []Claim {
	fields := slices.DeleteFunc(slices.Clone(group), func(k Claim) bool { return k.family == &levels })
	if len(fields) == 0 {
		return group
	}
	return fields
}

// present leaves what is so now. What somebody did before counts where the profile
// declares it, or where he or she is retired.
func present(group []Claim, f *fact) []Claim {
	if !slices.ContainsFunc(group, func(k Claim) bool { return k.past }) {
		return group
	}
	retired := func(k Claim) bool { return k.word == "retired" && !k.Negative }
	if slices.ContainsFunc(group, retired) || slices.ContainsFunc(declaredLabels(&jobs, f), func(d string) bool { return d == "retired" }) {
		return group
	}
	return slices.DeleteFunc(slices.Clone(group), func(k Claim) bool { return k.past })
}

// labelVerdicts judges the labels of one answer about one field.
type labelVerdicts struct {
	f        *fact
	group    []Claim
	category transcript.Category
	only     bool // it is said that there is no other
	shared   int  // the claim that repeats a word of the declared value; -1 for none
	sharedAt transcript.Span
	family   *taxonomy
	declared []string // labels of family
}

// strong reports whether a label is said by name or by what is done, and is not the
// shared word itself.
func (v *labelVerdicts) strong() bool {
	return slices.ContainsFunc(v.group, func(k Claim) bool { return k.word != "same" && !k.broad && !k.past && !k.Negative })
}

// tells reports whether a shared word is enough although the answer names a label:
// what somebody does is told in many words, and a declared value of no known family
// has no other.
func (v *labelVerdicts) tells(shared Claim) bool {
	if shared.past {
		return false
	}
	return dutyFields[v.f.path] && !dutyWords[strings.ToLower(shared.Span.Text)] || len(v.labels(v.group[0].family)) == 0
}

// dutyWords stand in the duties of most who work with computers.
var dutyWords = set("data software computer computers code application applications")

// declaredLabels are the labels a declared value names.
func declaredLabels(family *taxonomy, f *fact) []string {
	if f.path == "employment.occupation" {
		return occupationJobs[f.value().Text]
	}
	var all []string
	told := family.find(f.words)
	for i, h := range told {
		onlyHead := len(f.items) < 2 && family.vague[h.label] && slices.ContainsFunc(told[:i], func(o hit) bool { return !family.vague[o.label] && o.to == h.from })
		if h.way != byPlace && !onlyHead && !slices.Contains(all, h.label) { // not the "engineer" of "test engineer"
			all = append(all, h.label)
		}
	}
	return all
}

// of judges one label.
func (v *labelVerdicts) of(k Claim) transcript.Verdict {
	declared := v.labels(k.family)
	best := v.kin(k)
	if k.Negative {
		return v.denied(k, best)
	}
	if k.uncalled && best < wider {
		return "" // nobody asked: what agrees is noted
	}
	switch {
	case len(declared) == 0:
		return v.unknown(k)
	case k.word == "employed":
		return transcript.Contradiction // of somebody declared retired
	case k.word == "retired" && best < wider && slices.ContainsFunc(v.group, func(o Claim) bool { return o.past && v.kin(o) >= wider }):
		return transcript.SoftMismatch // the post is the declared one, and over
	case best >= wider && (k.rest && v.leavesOthers() || k.way == byThing && dutyFields[v.f.path]):
		return transcript.Partial
	case best == alike, best == wider && (v.slip(k) || !k.family.vague[k.word] || !exact[v.f.path]):
		return transcript.Consistent
	case best == wider, k.family == &industries && k.family.vague[k.word]:
		return transcript.Partial
	case v.f.path == "trip.purpose":
		return purposeVerdict(k.word, declared, v.only, v.category)
	case k.word == ownBusiness && !slices.ContainsFunc(declared, func(d string) bool { return len(idleLabels(d)) > 0 || slices.ContainsFunc(inService, under(d)) }):
		return "" // who has a business may be of any trade
	case v.engineered(k):
		return transcript.Partial
	case k.past, k.way != byName && v.f.path == "employment.occupation" && slices.ContainsFunc(declared, func(d string) bool { return len(idleLabels(d)) > 0 && d != "student" }):
		return "" // who has no post still does something with the day
	case v.f.path == "employment.occupation" && (v.f.has("business") || v.f.has("other")) && len(idleLabels(k.word)) == 0:
		return transcript.NotComparable // a choice that holds nearly everything
	case strings.HasPrefix(k.word, "manual/") && !slices.ContainsFunc(declared, func(d string) bool { return d != "trainee" }):
		return "" // an apprentice learns a trade, whichever
	case best == siblings && v.repeats(k):
		return transcript.Consistent
	case best == siblings && v.f.path != "jp.specialty", dutyFields[v.f.path] && k.way != byAct, k.word == "management", declared[0] == "management", v.slip(k):
		return transcript.SoftMismatch
	case k.broad:
		return v.elsewhere(k, declared)
	case v.untoldItem():
		return transcript.NotComparable
	}
	return transcript.Contradiction
}

// untoldItem reports whether one of several declared has work of no known label: any may be
// that one's.
func (v *labelVerdicts) untoldItem() bool {
	return len(v.f.items) > 1 && v.group[0].family == &jobs && slices.ContainsFunc(v.f.items, func(item fact) bool {
		return len(item.words) > 0 && len(declaredLabels(&jobs, &item)) == 0
	})
}

// repeats reports whether a label was told in no other words than the declared ones: "she
// tests software" of a software tester.
func (v *labelVerdicts) repeats(k Claim) bool {
	return !slices.ContainsFunc(measureWords(k.Span.Text), func(w measure.Word) bool { return !v.f.holds(w.Text) && !small[w.Text] })
}

// ownBusiness is the label of whoever is said to have a business, and not what with.
const ownBusiness = "trading/own business"

// inService are the jobs that one only has in somebody's service.
var inService = []string{"teaching", "government", "police", "military", "librarian", "customer service", "retail", "manual/factory"}

// engineered reports whether a label says no more than engineering of a degree that is
// called one of engineering or technology, whatever its branch.
func (v *labelVerdicts) engineered(k Claim) bool {
	return k.word == "engineering" && k.family == &studies && v.f.has("be", "btech", "beng", "mtech", "meng", "tech", "eng", "engineering", "technology")
}

// dutyFields tell what is done. The name of another job contradicts the title, and
// only what is done otherwise contradicts them.
var dutyFields = map[string]bool{"h1b.duties": true, "employment.duties": true}

// exact are the fields that want the kind, not only the family: "engineering" is too
// wide for a field of study.
var exact = map[string]bool{"f1.major": true, "h1b.job_title": true, "h1b.duties": true, "h1b.degree_held": true, "h1b.employer_business": true, "j1.research_topic": true}

// idleLabels are the labels of those who do not work, of which the given one is.
func idleLabels(label string) []string {
	all := []string{"homemaker", "retired", "student", "unemployed", "deceased"}
	return slices.DeleteFunc(all, func(l string) bool { return l != label })
}

// idle says that who does not work may be retired, keep the house or study.
func idle(said, declared string) kinship {
	if said == "unemployed" && slices.Contains([]string{"homemaker", "retired", "student", "deceased"}, declared) {
		return wider
	}
	return strangers
}

// denied judges a label the answer says does not hold.
func (v *labelVerdicts) denied(k Claim, best kinship) transcript.Verdict {
	alone := !slices.ContainsFunc(v.group, func(o Claim) bool { return !o.Negative && v.kin(o) >= wider })
	if best == alike && alone && (deniable[v.f.path] || k.word == "retired") {
		return transcript.Contradiction
	}
	return ""
}

// deniable are the fields of which a plain denial says the contrary.
var deniable = map[string]bool{"employment.title": true, "jp.specialty": true, "f1.major": true, "h1b.job_title": true, "jw.job": true, "family.spouse.occupation": true, "h1b.duties": true, "h1b.degree_held": true}

// slip reports whether the answer also says a word of the declared value that is not
// part of the label.
func (v *labelVerdicts) slip(k Claim) bool {
	return v.shared >= 0 && (v.sharedAt.End <= k.Span.Start || v.sharedAt.Start >= k.Span.End)
}

// unknown judges a label where the declared value is of no known family.
func (v *labelVerdicts) unknown(k Claim) transcript.Verdict {
	for _, w := range measureWords(k.Span.Text) {
		if len(w.Text) > 3 && v.f.holds(w.Text) {
			return transcript.Consistent
		}
	}
	if k.broad || k.past || v.f.path == "employment.occupation" {
		return ""
	}
	return transcript.NotComparable
}

// elsewhere judges a place of work where the declared work is not usual: nobody
// farms in a bank.
func (v *labelVerdicts) elsewhere(k Claim, declared []string) transcript.Verdict {
	if v.strong() || k.way == byThing || k.word == "homemaker" || slices.ContainsFunc(declared, func(d string) bool {
		return slices.ContainsFunc(anywhere, under(d))
	}) {
		return ""
	}
	return transcript.Contradiction
}

// leavesOthers reports whether, of several persons declared, one is told of and
// another is not.
func (v *labelVerdicts) leavesOthers() bool {
	if v.f.path != "family.siblings.occupation" {
		return true // a parent
	}
	for i := range v.f.items {
		labels := declaredLabels(&jobs, &v.f.items[i])
		told := slices.ContainsFunc(v.group, func(k Claim) bool {
			return !k.Negative && slices.ContainsFunc(labels, func(d string) bool { return jobs.kin(k.word, d) >= wider })
		})
		if !told && len(labels) > 0 {
			return true
		}
	}
	return false
}

// leavesOut reports whether an answer tells only one of the declared purposes of a
// visit.
func (v *labelVerdicts) leavesOut() bool {
	declared := declaredLabels(&purposes, v.f)
	if len(declared) < 2 || !v.f.has("and") {
		return false
	}
	told := 0
	for _, d := range declared {
		if slices.ContainsFunc(v.group, func(k Claim) bool { return k.word == d && !k.Negative }) {
			told++
		}
	}
	return told > 0 && told < len(declared)
}

// degreeLevel judges the level of a degree; false leaves the rest to its field. A
// higher one than declared is not held; a lower one is an earlier degree, unless it
// is said to be the only one.
func (j *comparison) degreeLevel(group []Claim, f *fact) bool {
	if none := slices.IndexFunc(group, func(k Claim) bool { return k.word == "unfinished" && !k.Negative }); none >= 0 {
		j.add(group[none], transcript.Contradiction, f)
		return true
	}
	declared, said, at := 0, 0, 0
	for _, h := range levels.find(f.words) {
		declared = max(declared, levelRank[h.label])
	}
	for i, k := range group {
		if r := levelRank[k.word]; r > said && !k.Negative {
			said, at = r, i
		}
	}
	if declared == 0 || said == 0 || said == declared {
		return false
	}
	cl := j.a.clauseOf(j.a.wordAt(group[at].Span.Start))
	switch {
	case said > declared, j.a.is(cl.from, cl.to, mOnly):
		j.add(group[at], transcript.Contradiction, f)
		return true
	}
	return false
}

// levelRank orders the levels of study.
var levelRank = map[string]int{"language": 1, "diploma": 2, "associate": 2, "bachelor": 3, "master": 4, "doctorate": 5}

// purposeVerdict judges the purpose of a visit. Sights, family and feasts go
// together; anything else is another purpose, and only a visitor has one.
func purposeVerdict(said string, declared []string, only bool, cat transcript.Category) transcript.Verdict {
	if cat.Visa()[0] != 'B' {
		return ""
	}
	if said == "care" && slices.Contains(declared, "family visit") {
		return "" // who visits family helps there
	}
	if only && slices.Contains(akinPurposes[0], said) && !slices.ContainsFunc(declared, func(d string) bool { return slices.Contains(akinPurposes[0], d) }) {
		return transcript.Contradiction // "for tourism only"
	}
	for _, all := range akinPurposes {
		if slices.Contains(all, said) && slices.ContainsFunc(declared, func(d string) bool { return slices.Contains(all, d) }) {
			return transcript.SoftMismatch
		}
	}
	if slices.Contains(akinPurposes[0], said) {
		return transcript.SoftMismatch // visitors mix these with anything
	}
	return transcript.Contradiction
}

// akinPurposes are purposes that go together; the first are light ones.
var akinPurposes = [][]string{
	{"tourism", "family visit", "event"},
	{"business", "conference", "training"},
	{"observership", "exam", "residency interviews", "medical"},
}
