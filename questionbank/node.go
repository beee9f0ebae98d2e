package questionbank

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// mostTexts bounds one list of texts, which a YAML alias can repeat, and the keys
// of one mapping (source: our judgement; the built-in bank has at most 14).
const mostTexts = 64

// none is how a file says that there is no line, on purpose.
const none = "none"

// each calls read for every key of a mapping; read says whether it knows the key.
func (r *reader) each(n *yaml.Node, where string, read func(key string, v *yaml.Node) bool) {
	if n.Kind != yaml.MappingNode {
		r.fault(n, where, "want keys with values")
		return
	}
	if keys := len(n.Content) / 2; keys > mostTexts {
		r.fault(n, where, "%d keys, at most %d", keys, mostTexts)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case keyAt(n, key.Value) < i:
			r.fault(key, where, "key %q is given twice", key.Value)
		case !read(key.Value, n.Content[i+1]):
			r.fault(key, where, "unknown key %q", key.Value)
		}
	}
}

// keyAt is where a mapping first has the key, its value after it; -1 without it.
func keyAt(n *yaml.Node, key string) int {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// list reads a sequence of parts, each named after its place and ID or category.
func list[T any](r *reader, n *yaml.Node, key string, read func(*reader, *yaml.Node, string, *T)) []T {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, key, "want a list")
		return nil
	}
	parts := make([]T, len(n.Content))
	for i, item := range n.Content {
		read(r, item, key+"["+strconv.Itoa(i)+"]"+name(item), &parts[i])
	}
	return parts
}

// name is the ID or category a part gives itself, quoted, after a space.
func name(n *yaml.Node) string {
	for _, key := range []string{"id", "category"} {
		if i := keyAt(n, key); i >= 0 {
			return " " + strconv.Quote(n.Content[i+1].Value)
		}
	}
	return ""
}

// text reads one scalar; "" when nothing stands there.
func (r *reader) text(n *yaml.Node, where string) string {
	if n.Kind != yaml.ScalarNode {
		r.fault(n, where, "want a text")
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	text := strings.TrimSpace(n.Value)
	if strings.ContainsFunc(text, unspoken) {
		r.fault(n, where, "a line break or another mark that cannot be said in a text")
	}
	return text
}

// unspoken holds for line breaks, control characters and those that turn the direction
// of writing: what nobody says, and what can make a line look like another.
func unspoken(c rune) bool { return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) }

// texts reads a list of scalars, or the alias of one.
func (r *reader) texts(n *yaml.Node, where string) []string {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.SequenceNode {
		r.fault(n, where, "want a list of texts")
		return nil
	}
	if len(n.Content) > mostTexts {
		r.fault(n, where, "a list of %d texts, at most %d", len(n.Content), mostTexts)
		return nil
	}
	texts := make([]string, len(n.Content))
	for i, item := range n.Content {
		if texts[i] = r.text(item, where); texts[i] == "" && item.Kind == yaml.ScalarNode {
			r.fault(item, where, "an empty text in a list")
		}
	}
	return texts
}

// choices reads a list of lists of texts.
func (r *reader) choices(n *yaml.Node, where string) [][]string {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, where, "want a list of lists")
		return nil
	}
	all := make([][]string, len(n.Content))
	for i, item := range n.Content {
		all[i] = r.texts(item, where)
	}
	return all
}

// lines reads follow-ups by cause; "none" is kept as "".
func (r *reader) lines(n *yaml.Node, where string) map[Cause]string {
	all := map[Cause]string{}
	r.each(n, where, func(key string, v *yaml.Node) bool {
		line := r.text(v, where)
		if line == "" && v.Kind == yaml.ScalarNode {
			r.fault(v, where, "empty follow-up for %s: write the line, or none", key)
		}
		if line == none {
			line = ""
		}
		all[r.cause(key, v, where)] = line
		return true
	})
	return all
}

// exceptions reads categories by cause.
func (r *reader) exceptions(n *yaml.Node, where string) map[Cause][]transcript.Category {
	all := map[Cause][]transcript.Category{}
	r.each(n, where, func(key string, v *yaml.Node) bool {
		all[r.cause(key, v, where)] = categories(r.texts(v, where))
		return true
	})
	return all
}

func (r *reader) cause(key string, n *yaml.Node, where string) Cause {
	if !slices.Contains(causes, Cause(key)) {
		r.fault(n, where, "unknown cause %q: want one of %s", key, listed(causes))
	}
	return Cause(key)
}

// flag reads true or false.
func (r *reader) flag(n *yaml.Node, where string) bool {
	on, err := strconv.ParseBool(r.text(n, where))
	if err != nil {
		r.fault(n, where, "%q: want true or false", n.Value)
	}
	return on
}

func categories(names []string) []transcript.Category {
	all := make([]transcript.Category, len(names))
	for i, name := range names {
		all[i] = transcript.Category(name)
	}
	return all
}
