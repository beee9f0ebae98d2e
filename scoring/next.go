package scoring

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A piece is what a case cannot be finished without.
type piece struct {
	name    string
	because []transcript.Because
}

// missingPiece finds a document or requirement that an answer says is missing, or
// that the profile declares as not yet there.
func (v *view) missingPiece() (piece, bool) {
	for i, j := range v.turns {
		if j.lacks != "" {
			return piece{name: j.lacks, because: v.lowest([]int{i})}, true
		}
	}
	for _, d := range defects {
		if f := v.c.fact(d.field); f != nil && slices.Contains(d.of, v.c.category) && d.lacks(f) {
			return piece{name: d.piece}, true
		}
	}
	return piece{}, false
}

// defects are declared facts that leave a case unfinished until a paper comes.
var defects = []struct {
	field string
	of    []transcript.Category
	piece string
	lacks func(*fact) bool
}{
	{"jp.ecfmg_certified", []transcript.Category{transcript.J1Physician, transcript.H1BPhysician}, "the ECFMG certificate", declaredNo},
	{"hp.step3_passed", []transcript.Category{transcript.H1BPhysician}, "the Step 3 result", declaredNo},
	{"hp.licence", []transcript.Category{transcript.H1BPhysician}, "the state licence, or a letter that it will issue", pending},
	{"finance.loan", []transcript.Category{transcript.F1}, "the loan sanction letter", pending},
	{"jp.statement_of_need", []transcript.Category{transcript.J1Physician}, "the Statement of Need", func(f *fact) bool { return f.none }},
	{"j1.insurance", []transcript.Category{transcript.J1Physician, transcript.J1Research, transcript.J1Student}, "proof of insurance", declaredNo},
}

func declaredNo(f *fact) bool { return f.kind == transcript.TypeBool && !f.value().Bool }

func pending(f *fact) bool { return f.is(mPending) || f.has("pending", "principle", "applied") }

// lacks finds a paper the answer says the applicant does not have, "" for none.
func (s *sheet) lacks() string {
	for _, cl := range s.clauses {
		if !s.any(cl.from, cl.to, tMissing) || cl.hypothetical || cl.question || s.query.want != wantPaper && s.there(cl) {
			continue
		}
		if at := s.find(cl.from, cl.to, tPaper); at >= 0 && s.has(at, at+1, "step") && s.c.category.HasTies() {
			continue // an examination that is sat during the training
		} else if at >= 0 {
			return "the " + strings.ToLower(s.run(at, tPaper).Text)
		}
		if s.query.want == wantPaper {
			return "the document the officer asked for"
		}
	}
	return ""
}

// next says what to do now, most pressing first.
func (v *view) next(o *transcript.Outcome, p piece) []string {
	out := v.advice(o, p)
	switch {
	case o.Decision == transcript.Issued:
		out = append(out, "Say thank you and stop. Check the printed visa for errors and keep copies.")
	case o.Ground == "214(b)":
		out = append(out, "Apply again only after something real has changed. There is no appeal.")
	case o.Ground == "221(g)" && !v.c.category.HasTies():
		out = append(out, "Ask your employer whether the petition still states your job as it is.")
	}
	for _, title := range v.notTested() {
		out = append(out, fmt.Sprintf("Not tested: %s. Rehearse it too.", title))
	}
	return out
}

// advice is what the findings behind an outcome ask for, each once.
func (v *view) advice(o *transcript.Outcome, p piece) []string {
	var out []string
	switch {
	case o.Line == lineNothing:
		out = append(out, "Nothing could be graded. Answer each question in a sentence or two.")
	case o.Decision == transcript.Stopped:
		out = append(out, "Get qualified advice before any interview: a wrong statement can become a lasting bar.",
			"Check which is true, the form or the answer. If the form is wrong, correct the form first.")
	case o.Line == linePapers:
		out = append(out, fmt.Sprintf("Bring %s. Send exactly what the letter lists, once.", p.name))
	case o.Decision == transcript.Refused:
		for _, b := range o.Because {
			if line := v.remedy(v.finding(b)); !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
		if line := v.evidenceMissing(o); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// evidenceMissing says, after a refusal for weak ties, which declared ones were not
// used, or that none is declared. It invents none.
func (v *view) evidenceMissing(o *transcript.Outcome) string {
	mean, ok := v.mean(transcript.TieStrength)
	if o.Ground != "214(b)" || !ok || mean >= v.c.rubric.outcome.issue {
		return ""
	}
	var titles []string
	for _, path := range v.c.tiesOf(v.turns).Unused {
		titles = append(titles, labelOf(path))
	}
	if len(titles) > 0 {
		return fmt.Sprintf("Declared but not said: %s.", strings.Join(titles, ", "))
	}
	return "No post, duty or plan at home is declared beyond what you said. If there is one, declare it."
}

// remedy is what to do about one finding.
func (v *view) remedy(f transcript.Finding) string {
	switch f.Criterion {
	case transcript.Consistency:
		if f.Verdict == transcript.Contradiction {
			return "Decide which is true, the declared fact or the answer, before anything else."
		}
		return "Say declared facts as you declared them, all of them, when asked."
	case transcript.Risk:
		return "Talk to a qualified adviser about the marked statement before an interview."
	case transcript.TieStrength:
		return "Name what needs you at home, with a person, a place or a date that is true."
	case transcript.Fit:
		return "Read the support letter again and describe one duty and the degree it needs."
	case transcript.Directness:
		return "Answer the question first, in the first words."
	case transcript.Specificity:
		return "Give one name, number, date or place in each answer."
	case transcript.Composure:
		if f.Rule == "composure.threat" {
			return "Never offer anything to an officer, and never threaten. It ends the interview."
		}
		return "Keep calm and polite; ask to clarify one point instead of arguing."
	}
	return "Keep each answer to the length its question needs."
}

// notTested names the topics the interview of the category covers and this one did
// not reach. Of alternatives one is enough.
func (v *view) notTested() []string {
	r, ok := v.c.bank.Recipe(v.c.category)
	if !ok {
		return nil
	}
	var out []string
	for _, one := range r.Cover {
		if len(one) == 0 || v.reached(one) || v.fellOut(one, r.Cover) {
			continue
		}
		if t, ok := v.c.bank.Topic(one[0]); ok {
			out = append(out, v.titled(t))
		}
	}
	return out
}

// reached reports whether an answer was to a question of one of these topics, or to a
// line in the officer's own words that asked for the same.
func (v *view) reached(topics []string) bool {
	leads := v.leadFields(topics)
	return slices.ContainsFunc(v.turns, func(j Judged) bool {
		return slices.Contains(topics, j.Turn.Topic) || j.Turn.Question == "" && slices.ContainsFunc(j.asked, func(path string) bool { return slices.Contains(leads, path) })
	})
}

// leadFields are the fields that the questions of some topics are first about.
func (v *view) leadFields(topics []string) (paths []string) {
	for _, id := range topics {
		for _, q := range v.c.bank.Pick(questionbank.Filter{Category: v.c.category, Topic: id}) {
			if id != "" && len(q.Fields) > 0 {
				paths = append(paths, q.Fields[0])
			}
		}
	}
	return paths
}

// fellOut reports whether an answer to something else told what these topics ask about,
// and these alone of all that are to be covered, and it was not as declared.
func (v *view) fellOut(topics []string, cover [][]string) bool {
	return len(v.where(func(i int, f transcript.Finding) bool {
		differs := f.Verdict == transcript.Contradiction || f.Verdict == transcript.SoftMismatch
		if !differs || v.askAbout([]string{v.turns[i].Turn.Topic}, f.Field) {
			return false
		}
		elsewhere := func(one []string) bool { return !slices.Equal(one, topics) && v.askAbout(one, f.Field) }
		return v.askAbout(topics, f.Field) && !slices.ContainsFunc(cover, elsewhere)
	})) > 0
}

// askAbout reports whether a question of one of these topics is compared with a field.
func (v *view) askAbout(topics []string, field string) bool {
	return slices.ContainsFunc(topics, func(id string) bool {
		return id != "" && slices.ContainsFunc(v.c.bank.Pick(questionbank.Filter{Category: v.c.category, Topic: id}), func(q *questionbank.Question) bool {
			return slices.Contains(q.Fields, field)
		})
	})
}

func (v *view) titled(t *questionbank.Topic) string {
	return strings.ToLower(t.Title[:1]) + t.Title[1:]
}
