package scoring

import "strings"

// fewestItems is how many lines of a text make a list. Our judgement.
const fewestItems = 2

// pasted reports whether an answer has the marks of a document, which nobody speaks:
// lists and headings over lines, a web address, tags, gaps to be filled in.
func (s *sheet) pasted() bool {
	text := s.turn.Applicant
	if !strings.ContainsAny(text, "\n*#<[{`:/") && !strings.Contains(text, "•") && !strings.Contains(text, "www.") {
		return false
	}
	return s.hasAddress(text) || outlined(text) || gapped(text) ||
		strings.Contains(text, "**") || strings.Contains(text, "```") || strings.Contains(text, "</") || strings.Contains(text, "<br") ||
		strings.Contains(text, "{\"") || strings.Contains(text, "\":")
}

// hasAddress reports whether a web address stands in the answer to a line that asks for
// none.
func (s *sheet) hasAddress(text string) bool {
	if !strings.Contains(text, "://") && !strings.Contains(text, "www.") {
		return false
	}
	return !s.lineHas([]string{"social", "media", "website", "site", "web", "link", "account", "accounts", "profile", "profiles", "handle", "handles", "online", "page", "linkedin", "facebook", "instagram"})
}

// outlined reports whether lines of a text are a heading, a form, or items of a list.
func outlined(text string) bool {
	items := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "# "), strings.HasPrefix(line, "## "), strings.HasPrefix(line, "### "):
			return true
		case listItem(line):
			items++
		case underLabel(line):
			return true
		}
	}
	return items >= fewestItems
}

// listItem reports whether a line begins as one of a list does.
func listItem(line string) bool {
	if rest := strings.TrimLeft(line, "0123456789"); rest != line {
		return len(line)-len(rest) <= 2 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
	}
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— ", "· ", "o\t"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// underLabel reports whether a line begins with a label of a written text: "Subject:".
func underLabel(line string) bool {
	label, _, ok := strings.Cut(line, ":")
	return ok && labels[strings.ToLower(strings.TrimSpace(label))]
}

// labels stand before a colon in letters, sets of answers and notes.
var labels = func() map[string]bool {
	all := map[string]bool{}
	for label := range strings.SplitSeq("subject,from,q,question,answer,a,tip,tips,note,sample answer,sample answer 1,model answer,best answer,response,cc,re,date,regards,summary,abstract,introduction,conclusion,key points,key responsibilities,responsibilities", ",") {
		all[label] = true
	}
	return all
}()

// gapped reports whether a text has a gap somebody was to fill in: "my [father/uncle]",
// or the reference of a paper: "[1]". What a transcript notes of sounds is none.
func gapped(text string) bool {
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "[")
		if !ok {
			return false
		}
		inside, tail, closed := strings.Cut(after, "]")
		if !closed {
			return false
		}
		if n := len(inside); n > 0 && n < 40 && !noises[strings.ToLower(strings.TrimSpace(inside))] {
			return true
		}
		rest = tail
	}
}

// noises are what a transcript puts in brackets.
var noises = set("inaudible unintelligible laughs laughter pause silence crying sobs coughs cough noise sighs crosstalk unclear nods music")
