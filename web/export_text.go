package web

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"
)

// lineWidth is how wide plain text is wrapped, in characters.
const lineWidth = 80

// writeText prints for a terminal.
func writeText(w io.Writer, report []block) error {
	var b bytes.Buffer
	for _, p := range report {
		switch p.kind {
		case title:
			fmt.Fprintf(&b, "%s\n%s\n", p.text, strings.Repeat("=", utf8.RuneCountInString(p.text)))
		case heading1:
			fmt.Fprintf(&b, "\n%s\n%s\n", p.text, strings.Repeat("-", utf8.RuneCountInString(p.text)))
		case heading2:
			fmt.Fprintf(&b, "\n%s\n", p.text)
		case officerSays:
			wrap(&b, "Officer: ", p.text)
		case applicantSays:
			wrap(&b, "You:     ", p.text)
		case item:
			wrap(&b, "  - ", p.text)
		case table:
			for _, row := range p.rows {
				fmt.Fprintf(&b, "%-24s%s\n", row[0], row[1])
			}
		default:
			wrap(&b, "", p.text)
		}
	}
	return put(w, b.Bytes())
}

// wrap prints text after a label, its lines under one another.
func wrap(b *bytes.Buffer, label, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(label))
	column := utf8.RuneCountInString(label)
	b.WriteString(label)
	for i, word := range strings.Fields(text) {
		width := utf8.RuneCountInString(word)
		switch {
		case i > 0 && column+1+width > lineWidth:
			b.WriteString("\n" + indent)
			column = len(indent)
		case i > 0:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += width
	}
	b.WriteByte('\n')
}

// writeMarkdown prints for a document. Everything said is escaped: it is a
// person's words, never markup.
func writeMarkdown(w io.Writer, report []block) error {
	var b bytes.Buffer
	for _, p := range report {
		text := escapeMarkdown(p.text)
		switch p.kind {
		case title:
			fmt.Fprintf(&b, "# %s\n\n", text)
		case heading1:
			fmt.Fprintf(&b, "## %s\n\n", text)
		case heading2:
			fmt.Fprintf(&b, "### %s\n\n", text)
		case officerSays:
			fmt.Fprintf(&b, "**Officer:** %s\n\n", text)
		case applicantSays:
			fmt.Fprintf(&b, "**You:** %s\n\n", text)
		case item:
			fmt.Fprintf(&b, "- %s\n\n", text)
		case table:
			b.WriteString("| | |\n|---|---|\n")
			for _, row := range p.rows {
				fmt.Fprintf(&b, "| %s | %s |\n", escapeMarkdown(row[0]), escapeMarkdown(row[1]))
			}
			b.WriteByte('\n')
		default:
			fmt.Fprintf(&b, "%s\n\n", text)
		}
	}
	return put(w, b.Bytes())
}

// markdownMarks are the characters that mean something anywhere in a line of
// CommonMark, or in a table.
const markdownMarks = "\\`*_[]<>#+|~&"

func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if strings.ContainsRune(markdownMarks, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return escapeStart(b.String())
}

// escapeStart keeps a text from beginning a list: "- no", "1. May".
func escapeStart(text string) string {
	if strings.HasPrefix(text, "-") {
		return `\` + text
	}
	rest := strings.TrimLeft(text, "0123456789")
	if digits := len(text) - len(rest); digits > 0 && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ")")) {
		return text[:digits] + `\` + rest
	}
	return text
}

// htmlReport is a page of its own, for keeping: it needs nothing from a server.
var htmlReport = template.Must(template.New("report").Parse(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{(index . 0).Text}}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
th { text-align: left; font-weight: normal; padding-right: 2rem; }
.officer { border-left: .2rem solid; padding-left: 1rem; }
h3 { break-after: avoid; }
</style>
</head>
<body>
<main>
{{range . -}}
{{if eq .Kind "title"}}<h1>{{.Text}}</h1>
{{else if eq .Kind "heading1"}}<h2>{{.Text}}</h2>
{{else if eq .Kind "heading2"}}<h3>{{.Text}}</h3>
{{else if eq .Kind "officer"}}<p class="officer"><b>Officer:</b> {{.Text}}</p>
{{else if eq .Kind "applicant"}}<p><b>You:</b> {{.Text}}</p>
{{else if eq .Kind "table"}}<table>
{{range .Rows}}<tr><th scope="row">{{index . 0}}</th><td>{{index . 1}}</td></tr>
{{end}}</table>
{{else if eq .Kind "item"}}<p>• {{.Text}}</p>
{{else}}<p>{{.Text}}</p>
{{end}}{{end}}</main>
</body>
</html>
`))

// An htmlBlock is a block as the template reads it.
type htmlBlock struct {
	Kind, Text string
	Rows       [][2]string
}

var htmlKinds = map[blockKind]string{
	title: "title", heading1: "heading1", heading2: "heading2", officerSays: "officer",
	applicantSays: "applicant", item: "item", table: "table", paragraph: "paragraph",
}

func writeHTML(w io.Writer, report []block) error {
	blocks := make([]htmlBlock, len(report))
	for i, p := range report {
		blocks[i] = htmlBlock{htmlKinds[p.kind], p.text, p.rows}
	}
	var b bytes.Buffer
	if err := htmlReport.Execute(&b, blocks); err != nil {
		return fmt.Errorf("export as HTML: %w", err)
	}
	return put(w, b.Bytes())
}

func put(w io.Writer, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
