package questionbank

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// cells takes CSV apart as spreadsheets write it: rows end with LF, CRLF or CR, cells
// stand between commas, semicolons or tabs, whichever the first row has most of. A row
// is kept though it is empty, so that its number is the one the spreadsheet shows. open
// is the row in which a quote is left open, 0 without one.
func cells(text string) (rows [][]string, open int) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	separator := separatorOf(text)
	if first, rest, _ := strings.Cut(text, "\n"); strings.HasPrefix(strings.ToLower(first), "sep=") {
		text = rest // a line for Excel alone, which it does not show
	}
	var row []string
	var cell strings.Builder
	quoted, began := false, 1
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quoted && c == '"' && i+1 < len(text) && text[i+1] == '"':
			cell.WriteByte(c)
			i++
		case quoted && c == '"':
			quoted = false
		case quoted:
			cell.WriteByte(c)
		case c == '"' && strings.TrimSpace(cell.String()) == "":
			cell.Reset()
			quoted, began = true, len(rows)+1
		case c == separator:
			row = append(row, cell.String())
			cell.Reset()
		case c == '\n':
			rows = append(rows, append(row, cell.String()))
			row = nil
			cell.Reset()
		default:
			cell.WriteByte(c)
		}
	}
	if quoted {
		return nil, began
	}
	if len(row) > 0 || cell.Len() > 0 {
		rows = append(rows, append(row, cell.String()))
	}
	return rows, 0
}

// separatorOf is the one most frequent in the first row, outside quotes.
func separatorOf(text string) byte {
	first, _, _ := strings.Cut(text, "\n")
	if mark, found := strings.CutPrefix(strings.ToLower(first), "sep="); found && len(mark) == 1 {
		return mark[0]
	}
	best, most := byte(','), 0
	for _, mark := range ",;\t" {
		n := 0
		for i, part := range strings.Split(first, `"`) {
			if i%2 == 0 {
				n += strings.Count(part, string(mark))
			}
		}
		if n > most {
			best, most = byte(mark), n
		}
	}
	return best
}

// formulas are the marks with which a spreadsheet begins to calculate.
const formulas = "=+-@"

// guarded is a cell that a spreadsheet takes for text: an apostrophe before what it
// would take for a formula. unguarded takes it away.
func guarded(text string) string {
	if text != "" && strings.Contains(formulas, text[:1]) || text != unguarded(text) {
		return "'" + text
	}
	return text
}

func unguarded(text string) string {
	if rest, marked := strings.CutPrefix(text, "'"); marked && rest != "" && strings.Contains(formulas+"'", rest[:1]) {
		return rest
	}
	return text
}

// CSV is the pack as a spreadsheet, one question a row, that Excel opens as it is:
// UTF-8 with its mark, commas, CRLF, no cell that it would calculate. ReadPack of it
// gives the pack back.
func (p *Pack) CSV() []byte {
	var doc yaml.Node
	if err := yaml.Unmarshal(p.YAML(), &doc); err != nil {
		panic(err) // YAML has just written it
	}
	pack := doc.Content[0]
	var out strings.Builder
	out.WriteString("\ufeff")
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	writeRow(&out, names)
	for i, topic := range valueAt(pack, "topics").Content {
		for j, question := range valueAt(topic, "questions").Content {
			row := make([]string, len(columns))
			for k, c := range columns {
				switch {
				case c.of == ofQuestion:
					row[k] = cellOf(question, c)
				case c.of == ofTopic && (j == 0 || c.key == "id"):
					row[k] = cellOf(topic, c)
				case c.of == ofPack && i == 0 && j == 0:
					row[k] = cellOf(pack, c)
				}
			}
			writeRow(&out, row)
		}
	}
	return []byte(out.String())
}

// valueAt is the value of a key, or of a key within a key; nil without it.
func valueAt(n *yaml.Node, key string) *yaml.Node {
	for step := range strings.SplitSeq(key, ".") {
		i := keyAt(n, step)
		if i < 0 {
			return nil
		}
		n = n.Content[i+1]
	}
	return n
}

// cellOf is what a cell of a column says of a part.
func cellOf(n *yaml.Node, c column) string {
	value := valueAt(n, c.key)
	if value == nil {
		return ""
	}
	if value.Kind == yaml.ScalarNode {
		return value.Value
	}
	items := make([]string, len(value.Content))
	for i, item := range value.Content {
		items[i] = item.Value
	}
	between := "\n"
	if c.kind == codes || c.kind == visas {
		between = ", "
	}
	return strings.Join(items, between)
}

func writeRow(out *strings.Builder, row []string) {
	for i, text := range row {
		if i > 0 {
			out.WriteByte(',')
		}
		text = guarded(text)
		if strings.ContainsAny(text, "\",;\n\t") {
			text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		out.WriteString(text)
	}
	out.WriteString("\r\n")
}
