package questionbank

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A reader takes one file apart. It goes through the YAML nodes itself, once, and
// so knows the line of whatever is wrong and finds all of it: keys it does not
// know, keys given twice, values of the wrong kind.
type reader struct {
	file    string
	faults  Faults
	group   *Group
	common  map[Cause]string
	recipes []Recipe
	remarks []Remark
	places  map[any]place // by *Group, *Topic, *Question, *Recipe; by common
}

// common is the place of the follow-ups said in every topic.
const common = "common"

// A place is where a part of the bank was written.
type place struct {
	file  string
	where string
	node  *yaml.Node
}

// line is the line of one of the part's keys, or of a key within a key
// ("follow_up.long"); of the part without it.
func (p place) line(key string) int {
	if p.node == nil { // a part of the bank that a pack is added to
		return 0
	}
	line, n := p.node.Line, p.node
	for step := range strings.SplitSeq(key, ".") {
		i := keyAt(n, step)
		if i < 0 {
			break
		}
		line, n = n.Content[i].Line, n.Content[i+1]
	}
	return line
}

func (r *reader) fault(n *yaml.Node, where, format string, args ...any) {
	r.faults = append(r.faults, Fault{File: r.file, Line: n.Line, Where: where, What: fmt.Sprintf(format, args...)})
}

// read reads the whole file: one document, a group or what concerns all groups.
func (r *reader) read(text []byte) {
	if len(text) > mostBytes {
		r.fault(&yaml.Node{}, "", "%d bytes, at most %d", len(text), mostBytes)
		return
	}
	var doc, more yaml.Node
	in := yaml.NewDecoder(bytes.NewReader(text))
	if err := in.Decode(&doc); err != nil {
		r.broken(err)
		return
	}
	if err := in.Decode(&more); !errors.Is(err, io.EOF) {
		r.fault(&more, "", "a second document: one file holds one")
	}
	r.top(doc.Content[0])
}

var yamlLine = regexp.MustCompile(`^yaml: line (\d+): `)

// broken notes that the file is no YAML.
func (r *reader) broken(err error) {
	if errors.Is(err, io.EOF) {
		r.fault(&yaml.Node{}, "", "empty: want a group with its topics, or recipes")
		return
	}
	text, line := err.Error(), 0
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = text[len(m[0]):]
	}
	r.fault(&yaml.Node{Line: line}, "", "not YAML: %s", strings.TrimPrefix(text, "yaml: "))
}

func (r *reader) top(n *yaml.Node) {
	var g Group
	r.each(n, "", func(key string, v *yaml.Node) bool {
		switch key {
		case "group":
			g.Group = r.text(v, key)
		case "title":
			g.Title = r.text(v, key)
		case "inherits":
			g.Inherits = r.texts(v, key)
		case "topics":
			g.Topics = list(r, v, key, (*reader).topic)
		case "common":
			r.common = r.lines(v, key)
			r.places[common] = place{r.file, key, v}
		case "recipes":
			r.recipes = list(r, v, key, (*reader).recipe)
		case "remarks":
			r.remarks = list(r, v, key, (*reader).remark)
		default:
			return false
		}
		return true
	})
	if g.Group != "" || len(g.Topics) > 0 {
		r.group = &g
		r.places[r.group] = place{r.file, "", n}
	}
}

func (r *reader) topic(n *yaml.Node, where string, t *Topic) {
	r.places[t] = place{r.file, where, n}
	r.each(n, where, func(key string, v *yaml.Node) bool {
		switch key {
		case "id":
			t.ID = r.text(v, where)
		case "title":
			t.Title = r.text(v, where)
		case "applies_to":
			t.AppliesTo = categories(r.texts(v, where))
		case "tests":
			t.Tests = r.text(v, where)
		case "strong":
			t.Strong = r.text(v, where)
		case "red_flags":
			t.RedFlags = r.texts(v, where)
		case "ground":
			t.Ground = r.text(v, where)
		case "follow_up":
			t.FollowUp = r.lines(v, where)
		case "except":
			t.Except = r.exceptions(v, where)
		case "when":
			t.When = r.texts(v, where)
		case "off":
			t.Off = r.flag(v, where)
		case "questions":
			t.Questions = list(r, v, key, (*reader).question)
		default:
			return false
		}
		return true
	})
}

func (r *reader) question(n *yaml.Node, where string, q *Question) {
	r.places[q] = place{r.file, where, n}
	r.each(n, where, func(key string, v *yaml.Node) bool {
		switch key {
		case "id":
			q.ID = r.text(v, where)
		case "ask":
			q.Ask = r.text(v, where)
		case "also":
			q.Also = r.texts(v, where)
		case "simpler":
			q.Simpler = r.text(v, where)
		case "type":
			q.Type = AnswerType(r.text(v, where))
		case "fields":
			q.Fields = r.texts(v, where)
		case "then":
			q.Then = r.text(v, where)
		case "when":
			q.When = r.texts(v, where)
		case "except":
			q.Except = categories(r.texts(v, where))
		case "retired":
			q.Retired = r.flag(v, where)
		default:
			return false
		}
		return true
	})
}

func (r *reader) recipe(n *yaml.Node, where string, c *Recipe) {
	r.places[c] = place{r.file, where, n}
	r.each(n, where, func(key string, v *yaml.Node) bool {
		switch key {
		case "category":
			c.Category = transcript.Category(r.text(v, where))
		case "openers":
			c.Openers = r.texts(v, where)
		case "cover":
			c.Cover = r.choices(v, where)
		case "add":
			c.Add = r.texts(v, where)
		case "refused":
			c.Refused = r.texts(v, where)
		case "checks":
			c.Checks = r.texts(v, where)
		default:
			return false
		}
		return true
	})
}

func (r *reader) remark(n *yaml.Node, where string, m *Remark) {
	r.places[m] = place{r.file, where, n}
	r.each(n, where, func(key string, v *yaml.Node) bool {
		switch key {
		case "when":
			m.When = r.text(v, where)
		case "say":
			m.Say = r.text(v, where)
		default:
			return false
		}
		return true
	})
}
