package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// whereabouts reads a place that answers "where were you when they filed?"
func (s *standing) whereabouts(m *concern, cl *clause) []staging {
	if !s.a.lineHas([]string{"where"}) {
		return nil
	}
	for i := cl.from; i < cl.to; i++ {
		if p := s.a.terms[i].place; p != nil && !cl.negated {
			is := m.here
			if p.us {
				is = m.there
			}
			return []staging{{is: is, from: i, to: i + max(int(s.a.terms[i].n), 1)}}
		}
	}
	return nil
}

// owner reads who has what the line asks the owner of: "my father's", "mine".
func (s *standing) owner(m *concern, cl *clause, all []staging) []staging {
	f := s.c.fact(m.field)
	if f == nil || !s.a.lineHas([]string{"who", "whose", "yours", "owns", "name"}) || slices.ContainsFunc(all, func(r staging) bool { return r.is&inForce == 0 }) {
		return all
	}
	owners, known := ownersOf(f)
	for i := cl.from; i < cl.to && known; i++ {
		p := s.a.terms[i].party & (pFamily | pPartner)
		switch {
		case p == 0 || cl.negated || cl.hedged:
		case p&owners != 0 || owners&pSelf != 0 && s.a.terms[i].broad:
			return []staging{{is: inForce, from: i, to: i + 1}}
		case cl == &s.a.clauses[0]:
			return []staging{{is: ofAnother, from: i, to: i + 1}}
		}
	}
	return all
}

// ownersOf are the declared owners; known is false when one is left out or stands for
// many.
func ownersOf(f *fact) (owners party, known bool) {
	for i := range f.items {
		v, ok := f.items[i].part("owner")
		if !ok {
			return 0, false
		}
		words := measure.Words(flat(v))
		for n, t := range termsOf(words) {
			owners |= t.party
			if t.is(mKin) && t.broad {
				return 0, false
			}
			if w := words[n].Text; w == "self" || w == "me" || w == "own" || w == "applicant" {
				owners |= pSelf
			}
		}
	}
	return owners, owners != 0
}

// inYear puts right what the grammar of a clause leaves wrong and its year tells: "I
// graduate in 2023" is done; and reads a year of study told as a number.
func (s *standing) inYear(m *concern, cl *clause, all []staging) []staging {
	if m.field != "jw.home_university" && m.field != "jw.degree_and_experience" {
		return all
	}
	for i := range all {
		if all[i].is != finalYear || s.c.today.Year == 0 {
			continue
		}
		for _, y := range s.a.yearsOf(cl) {
			switch {
			case y < s.c.today.Year:
				all[i].is = graduated
			case y > s.c.today.Year:
				all[i].is |= midway // a year and more may be left
			}
		}
		if s.a.has(cl.from, cl.to, "finish") && s.a.has(cl.from, cl.to, "last", "final") {
			all[i].is |= midway // "then I finish the last year"
		}
	}
	if f := s.c.fact(m.field); len(all) == 0 && f != nil {
		return s.studyYear(cl, f)
	}
	return all
}

// studyYear reads "the fifth" or "year four" against the declared number of years.
func (s *standing) studyYear(cl *clause, f *fact) []staging {
	_, of := studyYear(f)
	if of == 0 || cl.negated || !s.a.has(cl.from, cl.to, "year", "grade") && !(s.a.lineHas([]string{"year"}) && s.a.verbless(cl)) {
		return nil
	}
	for i := range s.a.mentions {
		m := &s.a.mentions[i]
		if m.From < cl.from || m.To > cl.to || m.Kind != measure.Number && !m.Ordinal || m.Low < 1 || m.Low > 8 || m.Low != float64(int(m.Low)) || !m.Ordinal && !s.a.has(m.From-1, m.From, "year") {
			continue
		}
		is := midway
		if int(m.Low) >= of {
			is = finalYear
		}
		return []staging{{is: is, from: m.From, to: m.To}}
	}
	return nil
}
