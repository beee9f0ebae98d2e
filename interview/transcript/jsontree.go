package transcript

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep JSON may be nested; source: our security requirements.
const maxDepth = 8

// A node is one JSON value with everything the strict readers need: the input as
// it was written, keys in order, text decoded.
type node struct {
	kind  byte   // '{', '[', '"', '0' for a number, 't', 'f', or 'n' for null
	raw   []byte // as written
	text  string // of a string; of a number its literal
	keys  []string
	elems []node // of a list; of an object the values of keys
}

// get is the member of an object, or nil.
func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k == key {
			return &n.elems[i]
		}
	}
	return nil
}

// kindName says what a value is, for people.
func (n *node) kindName() string {
	switch n.kind {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "text"
	case '0':
		return "a number"
	case 'n':
		return "null"
	}
	return "true or false"
}

// parseJSON reads one JSON value strictly. Repeated keys, U+0000, broken
// characters and too deep nesting are faults at their place.
func parseJSON(data []byte, faults *Faults) (node, bool) {
	if !utf8.Valid(data) {
		faults.add("", "invalid UTF-8: save the file as UTF-8")
		return node{}, false
	}
	if err := checkSyntax(data); err != nil {
		faults.add("", err.Error())
		return node{}, false
	}
	p := treeParser{data: data, faults: faults}
	n := p.value("", 1)
	return n, true
}

// checkSyntax says where data stops being one JSON value.
func checkSyntax(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return fmt.Errorf("empty: one JSON object is expected")
	}
	if json.Valid(data) {
		return nil
	}
	var value json.RawMessage
	err := json.Unmarshal(data, &value)
	syntax, ok := err.(*json.SyntaxError)
	if !ok {
		return fmt.Errorf("not JSON")
	}
	at := min(int(syntax.Offset), len(data))
	line := 1 + bytes.Count(data[:at], []byte("\n"))
	column := at - bytes.LastIndexByte(data[:at], '\n') - 1
	if json.Valid(data[:max(at-1, 0)]) {
		return fmt.Errorf("line %d, column %d: more after the end of the JSON value", line, column)
	}
	return fmt.Errorf("line %d, column %d: not JSON", line, column)
}

// A treeParser walks JSON that is known to be well formed.
type treeParser struct {
	data   []byte
	at     int
	faults *Faults
}

// value reads the value at p.at. What lies deeper than maxDepth is passed over.
func (p *treeParser) value(path string, depth int) node {
	p.space()
	start := p.at
	var n node
	switch c := p.data[p.at]; c {
	case '{', '[':
		if depth > maxDepth {
			p.faults.add(path, fmt.Sprintf("nested deeper than %d levels", maxDepth))
			p.pass()
			return node{kind: 'n', raw: []byte("null")}
		}
		n = p.compound(c, path, depth)
	case '"':
		n = node{kind: '"', text: p.text(path)}
	case 't', 'n':
		n.kind, p.at = c, p.at+4
	case 'f':
		n.kind, p.at = c, p.at+5
	default:
		for p.at < len(p.data) && strings.IndexByte("+-.0123456789eE", p.data[p.at]) >= 0 {
			p.at++
		}
		n = node{kind: '0', text: string(p.data[start:p.at])}
	}
	n.raw = p.data[start:p.at]
	return n
}

// compound reads an object or a list.
func (p *treeParser) compound(kind byte, path string, depth int) node {
	n := node{kind: kind}
	seen := map[string]bool{}
	p.at++
	for p.space(); p.data[p.at] != '}' && p.data[p.at] != ']'; p.space() {
		inner := fmt.Sprintf("%s[%d]", path, len(n.elems))
		if kind == '{' {
			key := p.text(path)
			inner = joinPath(path, clip(key, 60))
			if seen[key] {
				p.faults.add(inner, "written twice: keep one")
			}
			seen[key] = true
			n.keys = append(n.keys, key)
			p.space()
			p.at++ // the colon
		}
		n.elems = append(n.elems, p.value(inner, depth+1))
		p.space()
		if p.data[p.at] == ',' {
			p.at++
		}
	}
	p.at++
	return n
}

// text reads a string and refuses characters that cannot be stored.
func (p *treeParser) text(path string) string {
	raw := p.string()
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1])
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		p.faults.add(path, "not a JSON string")
	}
	switch problem := unstorable(s); {
	case problem != "":
		p.faults.add(path, problem)
	case strings.ContainsRune(s, utf8.RuneError) && bytes.Contains(bytes.ToLower(raw), []byte(`\ud`)):
		p.faults.add(path, "holds half a character (a lone \\u surrogate): take it out")
	}
	return s
}

// string moves behind the string at p.at.
func (p *treeParser) string() []byte {
	start := p.at
	for p.at++; p.data[p.at] != '"'; p.at++ {
		if p.data[p.at] == '\\' {
			p.at++
		}
	}
	p.at++
	return p.data[start:p.at]
}

// pass moves behind the compound value at p.at.
func (p *treeParser) pass() {
	depth := 0
	for {
		switch p.data[p.at] {
		case '"':
			p.string()
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		p.at++
		if depth == 0 {
			return
		}
	}
}

func (p *treeParser) space() {
	for p.at < len(p.data) && strings.IndexByte(" \t\r\n", p.data[p.at]) >= 0 {
		p.at++
	}
}
