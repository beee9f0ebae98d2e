package questionbank

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A column is one heading of a spreadsheet and what its cells say.
type column struct {
	name string   // as a person heads it: "follow-up if vague"
	key  string   // in YAML, "follow_up.vague"; also accepted as the heading
	kind cellKind // how a cell is read
	of   part     // what the cell belongs to
}

// A cellKind says what a cell holds.
type cellKind int

const (
	oneText  cellKind = iota
	manyText          // one a line of the cell
	codes             // by commas, semicolons, spaces or lines
	visas             // codes, also written "F-1" or "B-1/B-2"
	yesNo
)

// A part is what a cell belongs to. What belongs to the pack or the topic is given on
// one of its rows, and may be repeated on others.
type part int

const (
	ofPack part = iota
	ofTopic
	ofQuestion
)

var columns = slices.Concat(
	[]column{
		{"pack", "group", oneText, ofPack},
		{"pack title", "title", oneText, ofPack},
		{"inherits", "inherits", codes, ofPack},
		{"topic", "id", oneText, ofTopic},
		{"topic title", "title", oneText, ofTopic},
		{"applies to", "applies_to", visas, ofTopic},
		{"tests", "tests", oneText, ofTopic},
		{"strong answer", "strong", oneText, ofTopic},
		{"red flags", "red_flags", manyText, ofTopic},
		{"refusal ground", "ground", oneText, ofTopic},
		{"topic only when", "when", manyText, ofTopic},
		{"topic off", "off", yesNo, ofTopic},
	},
	causeColumns("follow-up if ", "follow_up.", oneText),
	causeColumns("no follow-up in, if ", "except.", visas),
	[]column{
		{"id", "id", oneText, ofQuestion},
		{"question", "ask", oneText, ofQuestion},
		{"other wordings", "also", manyText, ofQuestion},
		{"simpler", "simpler", oneText, ofQuestion},
		{"answer type", "type", oneText, ofQuestion},
		{"profile fields", "fields", codes, ofQuestion},
		{"then", "then", oneText, ofQuestion},
		{"only when", "when", manyText, ofQuestion},
		{"not asked in", "except", visas, ofQuestion},
		{"retired", "retired", yesNo, ofQuestion},
	},
)

func causeColumns(name, key string, kind cellKind) []column {
	var all []column
	for _, c := range causes {
		all = append(all, column{name + strings.ReplaceAll(string(c), "_", " "), key + string(c), kind, ofTopic})
	}
	return all
}

// heading is a heading without what people write differently.
func heading(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(text), "_", " ")), " ")
}

// columnOf finds the column under a heading: by its name, or by its key where that is
// plain, the question's first.
func columnOf(text string) (column, bool) {
	text = heading(text)
	named := func(c column) bool { return c.name == text }
	keyed := func(c column) bool { return c.of == ofQuestion && heading(c.key) == text }
	either := func(c column) bool {
		return c.of == ofTopic && c.key != "id" && c.key != "title" && heading(c.key) == text
	}
	for _, fits := range []func(column) bool{named, keyed, either} {
		if i := slices.IndexFunc(columns, fits); i >= 0 {
			return columns[i], true
		}
	}
	return column{}, false
}

// readSheet reads a spreadsheet saved as CSV, one question a row, by making of it what
// the same pack is in YAML: all checks are then the same, with the row as the line.
func (r *reader) readSheet(text []byte) {
	if len(text) > mostBytes {
		r.fault(&yaml.Node{}, "", "%d bytes, at most %d", len(text), mostBytes)
		return
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // Excel marks UTF-8 so
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		r.fault(&yaml.Node{}, "", "not UTF-8: save the spreadsheet as \"CSV UTF-8\"")
		return
	}
	rows, open := cells(string(text))
	if open > 0 {
		r.fault(&yaml.Node{Line: open}, "", "a quote is opened and not closed")
		return
	}
	s := sheet{reader: r, given: map[string]cell{}, topics: map[string]*yaml.Node{}}
	s.pack = mapping(1)
	s.list = &yaml.Node{Kind: yaml.SequenceNode, Line: 1}
	if len(rows) == 0 || !s.head(rows[0]) {
		if len(rows) == 0 {
			r.fault(&yaml.Node{}, "", "empty: want a row of headings, then one question a row")
		}
		return
	}
	for i, row := range rows[1:] {
		s.row(row, i+2)
	}
	put(s.pack, "topics", s.list)
	r.top(s.pack)
}

// A sheet is a spreadsheet on the way to YAML.
type sheet struct {
	*reader
	columns []column // "" where the heading is none
	given   map[string]cell
	pack    *yaml.Node
	list    *yaml.Node            // of topics
	topics  map[string]*yaml.Node // by ID
}

// A cell is what a row says of its pack or topic.
type cell struct {
	text string
	row  int
}

// head reads the headings and reports whether the rows can be read by them.
func (s *sheet) head(row []string) bool {
	good, seen := true, map[column]bool{}
	for _, text := range row {
		c, known := columnOf(text)
		switch {
		case heading(text) == "":
		case !known:
			good = false
			s.fault(&yaml.Node{Line: 1}, "", "unknown heading %q: want some of %s", text, headings())
		case seen[c]:
			good = false
			s.fault(&yaml.Node{Line: 1}, "", "heading %q stands twice", text)
		}
		seen[c] = known
		s.columns = append(s.columns, c)
	}
	for _, needed := range []string{"pack", "topic", "id", "question"} {
		if c, _ := columnOf(needed); !seen[c] {
			good = false
			s.fault(&yaml.Node{Line: 1}, "", "no heading %q", needed)
		}
	}
	return good
}

func headings() string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = fmt.Sprintf("%q", c.name)
	}
	return strings.Join(names, ", ")
}

// row adds one question to its topic.
func (s *sheet) row(row []string, line int) {
	texts := map[column]string{}
	for i, text := range row {
		text = strings.TrimSpace(unguarded(text))
		switch {
		case text == "":
		case i >= len(s.columns) || s.columns[i].name == "":
			s.fault(&yaml.Node{Line: line}, "", "%q stands in a column without a heading", text)
		default:
			texts[s.columns[i]] = text
		}
	}
	if len(texts) == 0 {
		return
	}
	id, _ := columnOf("topic")
	topic := s.topic(texts[id], line)
	question := mapping(line)
	for _, c := range s.columns {
		text := texts[c]
		switch {
		case text == "":
		case c.of == ofQuestion:
			putCell(question, c, text, line)
		case c.of == ofTopic && s.first(texts[id], c, text, line):
			putCell(topic, c, text, line)
		case c.of == ofPack && s.first("", c, text, line):
			putCell(s.pack, c, text, line)
		}
	}
	questions := topic.Content[1]
	questions.Content = append(questions.Content, question)
}

// topic finds or begins the topic of a row; its questions are its first key.
func (s *sheet) topic(id string, line int) *yaml.Node {
	if t, known := s.topics[id]; known {
		return t
	}
	t := mapping(line)
	put(t, "questions", &yaml.Node{Kind: yaml.SequenceNode, Line: line})
	s.topics[id] = t
	s.list.Content = append(s.list.Content, t)
	return t
}

// first reports whether a cell of a pack or topic is the first that says it, and notes
// when it says something else than the one before.
func (s *sheet) first(topic string, c column, text string, line int) bool {
	key := fmt.Sprint(c.of, " ", c.key, " ", topic)
	before, known := s.given[key]
	if !known {
		s.given[key] = cell{text, line}
	} else if before.text != text {
		s.fault(&yaml.Node{Line: line}, "", "%q says something else than line %d: give it once for all rows of the %s", c.name, before.row, [...]string{"pack", "topic"}[c.of])
	}
	return !known
}

func mapping(line int) *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Line: line} }

func scalar(text string, line int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: line}
}

// put adds a key with its value.
func put(m *yaml.Node, key string, value *yaml.Node) {
	m.Content = append(m.Content, scalar(key, value.Line), value)
}

// putCell adds a cell under its key, or under its key within a key.
func putCell(m *yaml.Node, c column, text string, line int) {
	outer, inner, nested := strings.Cut(c.key, ".")
	if !nested {
		put(m, c.key, valueOf(c, text, line))
		return
	}
	if keyAt(m, outer) < 0 {
		put(m, outer, mapping(line))
	}
	put(m.Content[keyAt(m, outer)+1], inner, valueOf(c, text, line))
}

var (
	yesNoWords = map[string]string{"yes": "true", "no": "false", "x": "true"}
	visaMarks  = strings.NewReplacer("-", "", "/", "")
)

// valueOf is a cell as YAML has it.
func valueOf(c column, text string, line int) *yaml.Node {
	var items []string
	switch c.kind {
	case oneText:
		return scalar(text, line)
	case yesNo:
		if word, known := yesNoWords[strings.ToLower(text)]; known {
			text = word
		}
		return scalar(strings.ToLower(text), line)
	case manyText:
		items = strings.Split(text, "\n")
	case visas:
		text = visaMarks.Replace(text)
		fallthrough
	case codes:
		items = strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",; \n\t", r) })
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Line: line}
	for _, item := range items {
		if item = strings.TrimSpace(item); item != "" {
			list.Content = append(list.Content, scalar(item, line))
		}
	}
	return list
}
