package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func measureWords(s string) []measure.Word { return measure.Words(s) }

// honorifics go before a person's name.
var honorifics = set("mr mrs ms miss mister dr doctor prof professor sir madam uncle aunt auntie brother sister alhaji alhaja chief pastor reverend engr engineer barrister don dona doña señor señora herr frau sheikh ustad pandit captain")

// heads are the nouns that say what sort of body a name belongs to. They do not
// tell one body from another.
var heads = set("university college institute school academy polytechnic hospital clinic center centre medical health healthcare system infirmary bank company corporation firm agency ministry department foundation resort hotel camp lab laboratory laboratories tech technologies technology solutions systems services consulting analytics software industries enterprises holdings group partners associates motors airlines supply program programme residency fellowship campus faculty teaching universidad universidade universite universitas colegio escuela instituto institut banco clinica clínica conservatory seminary union exchange")

// trade are the words that end many names of companies: what they make, sell or
// serve. A name said with another of them, or without, can be the same.
var trade = set("foods food textile textiles breweries brewery bottling cement insurance assurance energy power electric electronics robotics semiconductor semiconductors pharma pharmaceutical pharmaceuticals petroleum oil gas steel mills mining chemicals plastics packaging logistics shipping freight transport transportation telecom telecommunications communications media press publishing design studio studios architects construction builders engineering manufacturing works factory farms farm dairy fisheries furniture woodcraft garments fashion tools pumps valves castings stores store supermarket mall market shop boutique catering bakery restaurant cafe grill inn lodge suites hotels resorts spa park parks museum library theatre theater club council board authority commission office bureau centre trust capital finance financial investments advisory staffing recruiting recruitment travel tours aviation airways automotive garage auto realty properties estate legal law advocates accountants accounting audit laboratories diagnostics biotech genomics genetics therapeutics devices instruments networks network data cloud digital labs research sciences science photonics dynamics innovations ventures global worldwide international usa america mutual bank microfinance savings cooperative credit league society association federation clinics hospice care nursing dental pharmacy optics plc")

// acronyms are abbreviations that name no body: visas, forms, degrees, tests, fields.
var acronyms = newWordTable(set("eras nrmp opt cpt stem gpa cgpa phd md mbbs mba bsc msc ba bs ms ma btech mtech ielts toefl gre gmat sat usmle step ecfmg lca ead ssn ds i20 i797 sevis pgy im fm er icu cv hr it ai ml qa ui ux us usa uk uae eu h1b j1 f1 b1 b2 h4 uscis rfe atm vp ceo cto cfo coo pi sir ok tv emi id sow msa"))

// legal are the endings that say under which law a company stands, and the small
// words of names.
var legal = set("inc incorporated llc ltd limited corp co company plc gmbh pvt private llp lp pllc sa srl bv ag pte the of and at in for de la el group holdings a an my our")

// generic are words that describe a body without naming it.
var generic = set("government local big small private public teaching district general national state city regional central american us good large main same present current old new medium well known top main famous rural tertiary children's childrens federal international university community this that a the my our one some any its their his her big biggest best well global multinational software it insurance indian nigerian pakistani tech medical health")

func set(words string) map[string]bool {
	m := make(map[string]bool, strings.Count(words, " ")+1)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// A name is a declared school, company or hospital, as answers may say it.
type name struct {
	all      []string // every word but legal endings
	marks    []string // words that tell it from others
	others   []string // the same, written short, or long where they are short
	initials []string // "esu", with and without the sort and the small words
	title    []string // the words of a rank, when it has one: "director of data"
	person   bool     // it is somebody's
	letter   bool     // it is one letter that stands for a name
}

// ranks are the nouns of those who lead others; of a person's name, they are no part.
var ranks = set("director manager head lead leader chief officer president vp vice engineer supervisor architect partner owner principal dean chair chairman chairperson coordinator administrator superintendent foreman executive scientist researcher investigator analyst consultant developer specialist programmer technician physician surgeon attending chef hydrologist cto ceo cfo coo cio founder boss")

// nameOf reads a declared name. What stands in brackets, or after a comma, is kept
// as another way to say it.
func nameOf(words []measure.Word) name {
	n := name{}
	var short, full, long strings.Builder
	after := false                                                  // a mark stood: the city and state of the body may follow
	said := append(specialties.find(words), studies.find(words)...) // "Example Medical Center Internal Medicine"
	for i, w := range words {
		after = after || i > 0 && w.Breaks
		if slices.ContainsFunc(said, func(h hit) bool { return i > 0 && h.from <= i && i < h.to }) {
			n.all = append(n.all, w.Text)
			continue
		}
		if w.Text == "" {
			continue
		}
		long.WriteByte(w.Text[0])
		if legal[w.Text] {
			continue
		}
		n.all = append(n.all, w.Text)
		full.WriteByte(w.Text[0])
		if heads[w.Text] || after && (locates(words, i) || len(n.marks) > 0) {
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
	n.others = otherForms(n.marks)
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
func (n *name) matches(w string) bool {
	w = strings.TrimSuffix(w, "'s")
	if slices.Contains(n.marks, w) || slices.Contains(n.others, w) {
		return true
	}
	for _, m := range n.marks {
		if len(m) >= 6 && len(w) >= 5 && near(m, w) {
			return true
		}
	}
	return false
}

// shorter are words of names that are also written short.
var shorter = map[string]string{"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "doctor": "dr", "professor": "prof", "brothers": "bros"}

// otherForms are the words of a name as they are also written.
func otherForms(marks []string) []string {
	var all []string
	for long, short := range shorter {
		if slices.Contains(marks, long) {
			all = append(all, short)
		}
		if slices.Contains(marks, short) {
			all = append(all, long)
		}
	}
	return all
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

// distinctive are the telling words of a declared text: no small words, no forms
// of address, nothing that only describes.
func distinctive(words []measure.Word) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		if len(w.Text) > 2 && !legal[w.Text] && !small[w.Text] {
			out[w.Text] = true
		}
	}
	return out
}

// small are words that carry no fact by themselves.
var small = set("the and for with from that this will then after before into onto about have has had there here where when which while your our his her their them they she him you are was were been being would should could can may not but also only just some any more most very much many work job first next year years plan want return back home come going take make get goes went new own who what how than its to at in on of a an")
