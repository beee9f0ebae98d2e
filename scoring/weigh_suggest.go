package scoring

import (
	"slices"
	"strings"
	"unicode"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// suggestion takes a model's wording in the place of the rules' own, where the rules
// would make one and their validator lets it pass.
func (w *weigher) suggestion(p *transcript.Proposal) (transcript.Fate, string) {
	r, t := w.read[p.Turn-1], &w.turns[p.Turn-1].Turn
	s := r.sheet
	if !s.wordable(r.js) || s.undeclared() != "" || unsettled(r.js) {
		return "", noWish
	}
	if t.Suggestion != nil && t.Suggestion.By != "" {
		return "", noWish // one is enough
	}
	var facts []*fact
	for _, path := range s.query.fields {
		if f := w.c.fact(path); f != nil && !f.none && s.sureOf(path) && !slices.Contains(facts, f) {
			facts = append(facts, f)
		}
	}
	switch {
	case !speakable(p.Text) || !s.sayable(p.Text, facts...) || !s.tightens(p.Text, facts) || !s.faithful(p.Text):
		return "", notAllowed
	case !w.improves(p.Turn, p.Text):
		return "", noBetter
	}
	*p = transcript.Proposal{Turn: p.Turn, Kind: p.Kind, Text: p.Text}
	t.Suggestion = &transcript.Suggestion{Text: p.Text, Uses: s.usedBy(p.Text, facts), By: w.model}
	return transcript.Taken, ""
}

// speakable reports whether a text is plain speech that ends: letters, numbers and the
// marks of a sentence, on one line.
func speakable(text string) bool {
	return text == strings.TrimSpace(text) && strings.HasSuffix(text, ".") && !strings.ContainsFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && !strings.ContainsRune(" .,;:'’()%$€£₹-–&/", c)
	})
}

// improves reports whether a wording, judged as the answer, is better by one of what a
// suggestion is for, and no worse by the others.
func (w *weigher) improves(turn int, text string) bool {
	r := w.read[turn-1]
	t := r.sheet.turn
	t.Applicant, t.Seconds, t.Estimated, t.Cut = text, 0, false, false
	_, _, js := w.c.judge(t, lastTries(w.turns[:turn-1], t.Again))
	was, is := r.js.bands(), js.bands()
	better := false
	for _, c := range []transcript.Criterion{transcript.Brevity, transcript.Directness, transcript.Specificity, transcript.TieStrength, transcript.Fit} {
		a, _ := was.Of(c).Value()
		b, _ := is.Of(c).Value()
		if b < a {
			return false
		}
		better = better || b > a
	}
	return better
}

// tightens reports whether a wording only leaves words out of the answer, and adds
// declared facts: the applicant's words come in their order, with the words that deny
// or limit them, and of what was supposed, asked or doubted all of it or nothing.
func (s *sheet) tightens(text string, facts []*fact) bool {
	kept := make([]bool, len(s.words))
	next := 0
	for _, word := range measure.Words(text) {
		at := slices.IndexFunc(s.words[next:], func(o measure.Word) bool { return o.Text == word.Text })
		declared := slices.ContainsFunc(facts, func(f *fact) bool { return f.tells(word.Text) })
		switch {
		case at == 0 || at > 0 && !linking[word.Text] && !declared:
			next += at + 1
			kept[next-1] = true
		case !linking[word.Text] && !declared:
			return false
		}
	}
	for _, cl := range s.clauses {
		some, all := slices.Contains(kept[cl.from:cl.to], true), !slices.Contains(kept[cl.from:cl.to], false)
		if some && !all && (!cl.plain() || cl.hedged || s.leavesOutDenial(cl, kept)) {
			return false
		}
	}
	return true
}

// leavesOutDenial reports whether a word that denies or limits what a clause says is not
// among those kept of it.
func (s *sheet) leavesOutDenial(cl clause, kept []bool) bool {
	for i := cl.from; i < cl.to; i++ {
		if word := s.words[i].Text; !kept[i] && (i == cl.not || denying[word] || strings.HasSuffix(word, "n't")) {
			return true
		}
	}
	return false
}

// denying are words without which a clause says more, or the opposite.
var denying = wordSet("no not never nothing nobody none noone nor neither without cannot dont doesnt didnt wont cant isnt hardly scarcely barely unless except only almost nearly yet until before less")

// tells reports whether a word stands in a fact as it was declared, or in its name.
func (f *fact) tells(word string) bool {
	return f.has(word) || containsWord(measure.Words(f.said), word) || containsWord(measure.Words(labelOf(f.path)), word)
}

// faithful reports whether a wording claims nothing but what the answer did, or what
// agrees with the profile.
func (s *sheet) faithful(text string) bool {
	a := s.reworded(text, s.c.today)
	claims := s.c.claimsOf(a, nil)
	agreed := s.c.verdicts(a, claims, nil)
	return !slices.ContainsFunc(claims, func(k Claim) bool {
		said := slices.ContainsFunc(s.claims, func(o Claim) bool {
			return o.kind == k.kind && o.Field == k.Field && o.Negative == k.Negative && o.party == k.party && o.low == k.low && o.high == k.high && o.word == k.word && o.date == k.date
		})
		return !said && !slices.ContainsFunc(agreed, func(f transcript.Finding) bool {
			return f.Field == whole(k.Field) && f.Verdict == transcript.Consistent
		})
	})
}

// usedBy are the paths of the declared facts that a wording takes words from which the
// applicant did not say.
func (s *sheet) usedBy(text string, facts []*fact) []string {
	var paths []string
	for _, f := range facts {
		if slices.ContainsFunc(measure.Words(text), func(w measure.Word) bool { return !s.spoke(w.Text) && !linking[w.Text] && f.tells(w.Text) }) {
			paths = append(paths, f.path)
		}
	}
	return paths
}
