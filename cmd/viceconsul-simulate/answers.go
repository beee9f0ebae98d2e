package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

//go:embed answers.yaml
var answersFile []byte

// A script is all that simulated applicants say, as the data file explains it.
type script struct {
	Fields    map[string][]string `yaml:"fields"`
	Questions map[string][]string `yaml:"questions"`
	Topics    map[string][]string `yaml:"topics"`
	Thens     map[string][]string `yaml:"thens"`
	Vague     map[string][]string `yaml:"vague"`
	Steady    map[string][]string `yaml:"steady"`
	Parts     map[string][]string `yaml:"parts"`
	Lies      map[string][]string `yaml:"lies"`
	Manner    map[string][]string `yaml:"manner"`
}

func readScript() (*script, error) {
	s := &script{}
	if err := strictly(answersFile, s); err != nil {
		return nil, fmt.Errorf("answers.yaml: %w", err)
	}
	return s, nil
}

// usable are the phrases that hold for this person, with their values filled in.
func (p person) usable(phrases []string, path string) []string {
	var all []string
	for _, phrase := range phrases {
		if said, ok := p.fill(phrase, path); ok {
			all = append(all, said)
		}
	}
	return all
}

var value = regexp.MustCompile(`\{[a-z0-9_.]*\}`)

// fill puts the person's values into a phrase about the field at path; false when its
// condition does not hold or a value is missing.
func (p person) fill(phrase, path string) (string, bool) {
	for strings.HasPrefix(phrase, "[") {
		condition, rest, _ := strings.Cut(phrase[1:], "]")
		asked := questionbank.Question{When: []string{condition}}
		if !asked.Open(p.profile) {
			return "", false
		}
		phrase = strings.TrimSpace(rest)
	}
	whole := true
	said := value.ReplaceAllStringFunc(phrase, func(place string) string {
		at := place[1 : len(place)-1]
		if at == "" || at[0] == '.' {
			at = path + at
		}
		text, ok := p.says(at)
		whole = whole && ok
		return text
	})
	return capitalised(said), whole
}

// says is a declared value as its owner says it; false for what is not declared, or
// declared as none.
func (p person) says(path string) (string, bool) {
	if part, ok := p.cut(path); ok {
		return part, true
	}
	d, ok := p.profile.Declared(path)
	if !ok || d.Value.None() {
		return "", false
	}
	if said, ok := p.said[path]; ok {
		return said, true
	}
	return spoken(d), true
}

// cut is a part of an entry that was declared as a sentence with commas.
func (p person) cut(path string) (string, bool) {
	dot := strings.LastIndexByte(path, '.')
	if dot < 0 {
		return "", false
	}
	at := slices.Index(p.parts[path[:dot]], path[dot+1:])
	whole, ok := p.profile.Declared(path[:dot])
	if at < 0 || !ok || whole.Value.None() {
		return "", false
	}
	values := strings.Split(whole.Text, ", ")
	if at >= len(values) {
		return "", false
	}
	return values[at], true
}

var dollars = regexp.MustCompile(`USD ([0-9,]+)`)

// spoken says a value as people do: "47,000 dollars", "23 August 2027".
func spoken(d transcript.Declared) string {
	text := dollars.ReplaceAllString(d.Text, "$1 dollars")
	switch d.Value.Type {
	case transcript.TypeDate:
		if day, err := time.Parse(time.DateOnly, text); err == nil {
			return day.Format("2 January 2006")
		}
	case transcript.TypeMoney:
		if text == d.Text {
			return text + " dollars"
		}
	case transcript.TypeEnum:
		return strings.ReplaceAll(text, "_", " ")
	case transcript.TypeList:
		return strings.ReplaceAll(text, "; ", " and ")
	}
	return text
}

func capitalised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
