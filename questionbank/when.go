package questionbank

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Open reports whether the profile declares what the question's wording asserts:
// every condition of the question and of its topic holds.
func (q *Question) Open(p transcript.Profile) bool {
	if q.Topic != nil && !allHold(q.Topic.When, p) {
		return false
	}
	return allHold(q.When, p)
}

// Fits reports whether the remark may be made before the question: the question takes
// for granted what the remark asserts, and the profile declares it.
func (m Remark) Fits(q *Question, p transcript.Profile) bool { return m.on(q) && holds(m.When, p) }

// on reports whether the question takes for granted what the remark asserts.
func (m Remark) on(q *Question) bool {
	granted := paths(strings.Join(slices.Concat(q.Topic.When, q.When), " or "))
	return slices.ContainsFunc(paths(m.When), func(path string) bool { return slices.Contains(granted, path) })
}

// paths are the profile paths that a condition names.
func paths(condition string) []string {
	var all []string
	for alternative := range strings.SplitSeq(condition, " or ") {
		all = append(all, cut(strings.TrimPrefix(alternative, "!")).path)
	}
	return all
}

func allHold(conditions []string, p transcript.Profile) bool {
	for _, c := range conditions {
		if !holds(c, p) {
			return false
		}
	}
	return true
}

// holds reports whether a condition, as Question.When describes them, holds.
func holds(condition string, p transcript.Profile) bool {
	condition, not := strings.CutPrefix(condition, "!")
	for alternative := range strings.SplitSeq(condition, " or ") {
		if cut(alternative).holds(p) {
			return !not
		}
	}
	return not
}

// A term is one alternative of a condition.
type term struct {
	path   string
	sign   string // "", "=" or "~"
	values string // separated by "|"
}

func cut(alternative string) term {
	for _, sign := range []string{"=", "~"} {
		if path, values, found := strings.Cut(alternative, sign); found {
			return term{strings.TrimSpace(path), sign, values}
		}
	}
	return term{path: strings.TrimSpace(alternative)}
}

func (t term) holds(p transcript.Profile) bool {
	d, declared := p.Declared(t.path)
	if !declared {
		return false
	}
	if t.sign == "" {
		return !d.Value.None()
	}
	text := ""
	if t.sign == "~" {
		text = spaced(d.Text)
	}
	for value := range strings.SplitSeq(t.values, "|") {
		value = strings.TrimSpace(value)
		if t.sign == "=" && equals(d.Value, value) || t.sign == "~" && strings.Contains(text, spaced(value)) {
			return true
		}
	}
	return false
}

// equals compares a text, a truth, a number, or any item of a list.
func equals(v transcript.Value, want string) bool {
	switch v.Type {
	case transcript.TypeBool:
		return strconv.FormatBool(v.Bool) == want
	case transcript.TypeNumber:
		return strconv.FormatFloat(v.Num, 'f', -1, 64) == want
	case transcript.TypeList:
		return slices.ContainsFunc(v.List, func(item transcript.Value) bool { return equals(item, want) })
	}
	return strings.EqualFold(v.Text, want)
}

// spaced is the text in lower case, each word after one space, without marks: a
// word begins with spaced(prefix) when the text contains it.
func spaced(text string) string {
	var b strings.Builder
	gap := true
	for _, c := range text {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			gap = true
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}

// checkCondition says what is wrong with a condition; nil when it can be asked of
// a profile.
func checkCondition(condition string) error {
	condition, _ = strings.CutPrefix(condition, "!")
	for alternative := range strings.SplitSeq(condition, " or ") {
		if err := cut(alternative).check(); err != nil {
			return err
		}
	}
	return nil
}

func (t term) check() error {
	field, known := transcript.LookupField(t.path)
	if !known {
		return fmt.Errorf("unknown profile path %q", t.path)
	}
	if t.sign == "" {
		return nil
	}
	for value := range strings.SplitSeq(t.values, "|") {
		value = strings.TrimSpace(value)
		if spaced(value) == "" {
			return fmt.Errorf("no value after %q", t.sign)
		}
		if enum := valuesOf(field); t.sign == "=" && len(enum) > 0 && !slices.Contains(enum, value) {
			return fmt.Errorf("%s is never %q: want one of %s", t.path, value, strings.Join(enum, ", "))
		}
	}
	return nil
}

// valuesOf lists what a field may be declared as; nil when that is open.
func valuesOf(f transcript.Field) []string {
	if f.Type == transcript.TypeBool {
		return []string{"true", "false"}
	}
	return f.Enum
}
