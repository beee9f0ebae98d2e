package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func measureWords(s string) []measure.Word { return measure.Words(s) }

// heads are the nouns that say what sort of body a name belongs to. They do not
// tell one body from another.
var heads = set("university college institute school academy polytechnic hospital clinic center centre medical health healthcare system infirmary bank company corporation firm agency ministry department foundation resort hotel camp lab laboratory laboratories tech technologies technology solutions systems services consulting analytics software industries enterprises holdings group partners associates motors airlines supply program programme residency fellowship campus faculty teaching")

// legal are the endings that say under which law a company stands, and the small
// words of names.
var legal = set("inc incorporated llc ltd limited corp co company plc gmbh pvt private llp lp pllc sa srl bv ag pte the of and at in for de la el group holdings a an my our")

// generic are words that describe a body without naming it.
var generic = set("government local big small private public teaching district general national state city regional central american us good large main same present current old new medium well known top main famous rural tertiary children's childrens federal international university community this that a the my our one some any its their his her big biggest best well global multinational software it insurance indian nigerian pakistani tech medical health")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// A name is a declared school, company or hospital, as answers may say it.
type name struct {
	all      []string // every word but legal endings
	marks    []string // words that tell it from others
	initials []string // "esu", with and without the sort and the small words
}

// nameOf reads a declared name. What stands in brackets, or after a comma, is kept
// as another way to say it.
func nameOf(words []measure.Word) name {
	n := name{}
	var short, full, long strings.Builder
	after := false // a mark stood: the city and state of the body may follow
	for i, w := range words {
		after = after || i > 0 && w.Breaks
		if w.Text == "" {
			continue
		}
		long.WriteByte(w.Text[0])
		if legal[w.Text] {
			continue
		}
		n.all = append(n.all, w.Text)
		full.WriteByte(w.Text[0])
		if heads[w.Text] || after && locates(words, i) {
			continue
		}
		short.WriteByte(w.Text[0])
		if !slices.Contains(n.marks, w.Text) {
			n.marks = append(n.marks, w.Text)
		}
	}
	for _, s := range []string{full.String(), long.String(), short.String()} {
		if len(s) > 1 && !slices.Contains(n.initials, s) {
			n.initials = append(n.initials, s)
		}
	}
	if len(n.marks) == 0 {
		n.marks = n.all
	}
	return n
}

// locates reports whether the word at i is of a place, a state's letters, or a year:
// it says where or when, not who.
func locates(words []measure.Word, i int) bool {
	w := words[i].Text
	if _, ok := gazetteer[w]; ok && !everyday[w] || len(w) == 2 || w[0] >= '0' && w[0] <= '9' {
		return true
	}
	for _, at := range []int{i - 1, i} { // "New York", "Las Vegas"
		if at > 0 && at+1 < len(words) {
			if _, ok := gazetteer[words[at].Text+" "+words[at+1].Text]; ok {
				return true
			}
		}
	}
	return false
}

// matches reports whether a word of an answer is a word that tells the name from
// others, a shortening of it ("penn" for Pennsylvania), or a slip of one letter.
func (n name) matches(w string) bool {
	if slices.Contains(n.marks, w) {
		return true
	}
	for _, m := range n.marks {
		if len(w) >= 4 && strings.HasPrefix(m, w) || len(m) >= 6 && len(w) >= 5 && near(m, w) {
			return true
		}
	}
	return false
}

// near reports whether two words differ by one letter put in, left out, changed or
// swapped with its neighbour.
func near(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) > len(b) {
		return a[i+1:] == b[i:]
	}
	if i == len(b) {
		return true
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
