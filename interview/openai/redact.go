package openai

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A redactor replaces what tells who somebody is before a text is sent: identifiers by
// their shape, and the names and addresses of the profile. Equal words get equal
// stand-ins, so that a reply can be put back.
type redactor struct {
	values [][]string        // names and addresses, each as folded words
	strong map[string]bool   // words of them that are replaced wherever they stand
	weak   map[string]bool   // words of them that are replaced only beside another
	proper map[string]bool   // words of people's names that are replaced when they have a capital
	solid  []string          // names in scripts that put no spaces between words
	given  map[string]string // stand-in by what it stands for, folded
	back   map[string]string // what each stands for, as it was written first
	counts map[string]int
}

// newRedactor learns a profile's names and addresses.
func newRedactor(p transcript.Profile) *redactor {
	r := &redactor{strong: map[string]bool{}, weak: map[string]bool{}, proper: map[string]bool{}, given: map[string]string{}, back: map[string]string{}, counts: map[string]int{}}
	var tree any
	if b, err := json.Marshal(p); err == nil && json.Unmarshal(b, &tree) == nil {
		r.learn("", tree)
	}
	slices.SortStableFunc(r.values, func(a, b []string) int { return len(b) - len(a) })
	return r
}

// learn walks the profile's JSON.
func (r *redactor) learn(path string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, part := range v {
			if key == "value" {
				r.learn(path, part)
				continue
			}
			r.learn(strings.TrimPrefix(path+"."+key, "."), part)
		}
	case []any:
		for _, part := range v {
			r.learn(path, part)
		}
	case string:
		r.keep(path, v)
	}
}

// keep remembers a value that names a person, a house or a place of one's own.
func (r *redactor) keep(path, value string) {
	f, _ := transcript.LookupField(path)
	last := path[strings.LastIndexByte(path, '.')+1:]
	person := slices.Contains([]string{"full_name", "other_names", "name", "payer_name", "name_or_org", "manager", "supervisor", "handle"}, last)
	address := strings.Contains(last, "address") || last == "worksites"
	if !person && !address && f.Class != transcript.ClassName {
		return
	}
	var words []string
	for _, w := range wordsIn(value) {
		words = append(words, w.folded)
	}
	if len(words) == 0 {
		return
	}
	r.values = append(r.values, words)
	for _, w := range words {
		switch {
		case !spaced(w):
			r.solid = append(r.solid, w)
		case len(w) < 3 || common[w] || plain[w] || factual[w] || strings.ContainsFunc(w, unicode.IsDigit):
			r.weak[w] = true
			r.proper[w] = person && len(w) > 1 && !organisation(words)
		case person && !organisation(words) || address:
			r.strong[w] = true
		default:
			r.weak[w] = true
		}
	}
}

// common are words of addresses and institutions that name nobody by themselves.
var common = set(`street road avenue lane drive boulevard court place square house flat apartment apt suite floor block sector colony near
	north south east west new old saint san los city state county district town village university college school hospital medical center centre
	institute clinic department health national international general company group limited ltd inc llc corporation bank office services technologies
	uncle aunt father mother brother sister self company employer family doctor professor the united states usa`)

// organisation holds for a name that is no person's.
func organisation(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return common[w] })
}

// A token is a word of a text, with where it stands.
type token struct {
	start, end int
	folded     string
}

// wordsIn are the runs of letters and digits, folded: without case and accents.
func wordsIn(text string) []token {
	var all []token
	start := -1
	for i, c := range text + " " {
		inside := unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.M, c)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			all = append(all, token{start, i, folded(text[start:i])})
			start = -1
		}
	}
	return all
}

func folded(w string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return unicode.ToLower(c)
	}, norm.NFKD.String(w))
}

// spaced holds for words of scripts that put spaces between them.
func spaced(w string) bool {
	return !strings.ContainsFunc(w, func(c rune) bool {
		return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	})
}

// identifiers are told by their shape. They are read in this order; what one takes the
// next does not see.
var identifiers = []struct {
	kind  string
	shape *regexp.Regexp
}{
	{"MAIL", regexp.MustCompile(`(?i)[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\]|\sat\s)\s?[\p{L}\p{N}-]+(?:(?:\.|\sdot\s|\(dot\))\s?[\p{L}\p{N}-]+)*(?:\.|\sdot\s|\(dot\))\s?\p{L}{2,}`)},
	{"NUMBER", regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)},
	{"DATE", regexp.MustCompile(`(?i)\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b`)},
	{"DATE", regexp.MustCompile(`(?i)\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+` + months + `[\s,.-]+(?:\d{4}|'?\d{2})\b|\b` + months + `[\s.-]+\d{1,2}(?:st|nd|rd|th)?[\s,-]+(?:\d{4}|'?\d{2})\b`)},
	{"NUMBER", regexp.MustCompile(`(?i)\b[a-z]{1,3}[\s#:.-]{0,2}\d(?:[\s-]?\d){5,12}\b`)}, // passport, SEVIS, A-number, receipt
	{"NUMBER", regexp.MustCompile(`\+\s?\d(?:[\s().-]{0,2}\d){6,14}\b`)},
	{"NUMBER", regexp.MustCompile(`\(?\b\d(?:[\s().-]{0,2}\d){6,18}\b`)}, // telephones, cards, social security and passport numbers; great sums too
	{"NUMBER", regexp.MustCompile(`(?i)\b(?:[a-z]\d[a-z]?|[a-z]{2}\d|\d[a-z]{1,2})[a-z\d]{4,10}\b`)},
}

const months = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

// A mark is a part of a text to be replaced.
type mark struct {
	start, end int
	kind       string
}

// text replaces all that must not be sent.
func (r *redactor) text(s string) string {
	var b strings.Builder
	for _, p := range r.pieces(norm.NFC.String(s)) {
		b.WriteString(p.text)
	}
	return b.String()
}

// A piece of a text is a part of it as it is, or what stands for a part of it.
type piece struct {
	start, end int // of the part
	text       string
	standsIn   bool
}

// pieces are a whole text, in NFC, as it may be sent.
func (r *redactor) pieces(s string) []piece {
	var all []piece
	at := 0
	ids := shaped(s)
	for _, m := range joined(s, append(ids, r.named(s, ids)...)) {
		all = append(all, piece{at, m.start, s[at:m.start], false}, piece{m.start, m.end, r.standIn(m.kind, s[m.start:m.end]), true})
		at = m.end
	}
	return append(all, piece{at, len(s), s[at:], false})
}

// shaped marks identifiers.
func shaped(s string) []mark {
	var all []mark
	for _, id := range identifiers {
		for _, at := range id.shape.FindAllStringIndex(s, -1) {
			if slices.ContainsFunc(all, func(m mark) bool { return at[0] < m.end && m.start < at[1] }) {
				continue
			}
			if money(s, at[0], at[1]) {
				continue
			}
			all = append(all, mark{at[0], at[1], id.kind})
		}
	}
	return all
}

// money holds for a number of two groups or more that is an amount: "47,000" never gets
// here, "USD 4700000" and "4700000 rupees" do.
var (
	currencyBefore = regexp.MustCompile(`(?i)(?:\$|₹|€|£|\busd|\binr|\brs\.?|\brupees|\bdollars)\s?$`)
	currencyAfter  = regexp.MustCompile(`(?i)^\s?(?:usd|inr|rs|rupees|dollars|euros|naira|pesos|taka)\b`)
	allDigits      = regexp.MustCompile(`^\d{1,8}$`)
)

func money(s string, start, end int) bool {
	return allDigits.MatchString(s[start:end]) && (currencyBefore.MatchString(s[:start]) || currencyAfter.MatchString(s[end:]))
}

// cut parts the words in which an identifier begins or ends: "José5671224".
func cut(words []token, s string, ids []mark) []token {
	slices.SortFunc(ids, func(a, b mark) int { return a.start - b.start })
	var out []token
	for _, w := range words {
		for _, id := range ids {
			for _, at := range [2]int{id.start, id.end} {
				if w.start < at && at < w.end {
					out = append(out, token{w.start, at, folded(s[w.start:at])})
					w = token{at, w.end, folded(s[at:w.end])}
				}
			}
		}
		out = append(out, w)
	}
	return out
}

// named marks the profile's names and addresses.
func (r *redactor) named(s string, ids []mark) []mark {
	words := cut(wordsIn(s), s, ids)
	taken := make([]bool, len(words))
	for i, w := range words {
		taken[i] = r.strong[w.folded] || i > 0 && r.proper[w.folded] && capital(s[w.start:])
		for _, v := range r.values {
			if starts(words[i:], v) {
				for j := range v {
					taken[i+j] = true
				}
			}
		}
		for _, name := range r.solid {
			taken[i] = taken[i] || strings.Contains(w.folded, name)
		}
	}
	for range 2 { // words of a name or address beside one that is replaced, from both sides
		for i := range words {
			if !taken[i] && r.weak[words[i].folded] && (i > 0 && taken[i-1] && near(s, words[i-1], words[i]) || i+1 < len(words) && taken[i+1] && near(s, words[i], words[i+1])) {
				taken[i] = !plain[words[i].folded]
			}
		}
		slices.Reverse(words)
		slices.Reverse(taken)
	}
	var all []mark
	for i, w := range words {
		if taken[i] {
			all = append(all, mark{w.start, w.end, "NAME"})
		}
	}
	return all
}

func capital(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

func starts(words []token, with []string) bool {
	if len(words) < len(with) {
		return false
	}
	for i, w := range with {
		if words[i].folded != w {
			return false
		}
	}
	return true
}

// near holds for words with nothing but the like of a comma between them, in either order.
func near(s string, a, b token) bool {
	if b.start < a.start {
		a, b = b, a
	}
	return b.start-a.end <= 3
}

// joined sorts marks and makes one of those that touch or stand side by side.
func joined(s string, marks []mark) []mark {
	slices.SortFunc(marks, func(a, b mark) int { return a.start - b.start })
	var all []mark
	for _, m := range marks {
		if n := len(all); n > 0 && (m.start < all[n-1].end || m.kind == all[n-1].kind && m.kind == "NAME" && strings.Trim(s[all[n-1].end:m.start], " .,'-") == "") {
			all[n-1].end = max(all[n-1].end, m.end)
			continue
		}
		all = append(all, m)
	}
	return all
}

// standIn is the word for what is not sent: "[NAME-1]".
func (r *redactor) standIn(kind, text string) string {
	key := kind + folded(text)
	if r.given[key] == "" {
		r.counts[kind]++
		r.given[key] = fmt.Sprintf("[%s-%d]", kind, r.counts[kind])
		r.back[r.given[key]] = text
	}
	return r.given[key]
}

// restore puts back what the stand-ins in a word stand for, of those that allowed holds.
func (r *redactor) restore(word, allowed string) string {
	for standIn, text := range r.back {
		if strings.Contains(allowed, standIn) {
			word = strings.ReplaceAll(word, standIn, text)
		}
	}
	return word
}
