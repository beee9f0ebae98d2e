package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
	"github.com/viceconsul/viceconsul/web"
)

type gradeCommand struct {
	Files  []string `arg:"" help:"Transcripts: one JSON object a file, or one a line. '-' is standard input." placeholder:"FILE"`
	Format string   `help:"json, jsonl, text, markdown or html; text on a terminal, json elsewhere." enum:"json,jsonl,text,markdown,html," default:""`
}

// Run grades every good transcript and names every bad one with its line.
func (g gradeCommand) Run(s streams) error {
	bank, err := questionbank.Embedded()
	if err != nil {
		return err
	}
	format := g.Format
	if format == "" {
		format = "json"
		if terminal(s.out) {
			format = "text"
		}
	}
	bad := false
	for _, name := range g.Files {
		data, err := readInput(name, s.in)
		if err != nil {
			return fmt.Errorf("%w: %w", errUnusable, err)
		}
		for _, r := range records(data) {
			graded, err := r.grade(bank)
			if err != nil {
				bad = true
				r.name(s.err, name, err)
				continue
			}
			if err := web.Export(s.out, graded, format); err != nil {
				return fmt.Errorf("write the graded transcript: %w", err)
			}
		}
	}
	if bad {
		return errReported
	}
	return nil
}

func readInput(name string, in io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(in)
	}
	return os.ReadFile(name)
}

// A record is one transcript of a file and the line it begins on.
type record struct {
	data []byte
	line int
}

// records splits a file: a file whose first line is a JSON value of its own holds
// one transcript a line; any other file is one transcript.
func records(data []byte) []record {
	first, _, more := bytes.Cut(bytes.TrimLeft(data, " \t\r\n"), []byte("\n"))
	if !more || !json.Valid(first) && !bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) {
		return []record{{data: data, line: 1}}
	}
	var all []record
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) > 0 {
			all = append(all, record{data: line, line: i + 1})
		}
	}
	return all
}

func (r record) grade(bank *questionbank.Bank) (transcript.Transcript, error) {
	t, err := transcript.ReadTranscript(r.data)
	if err != nil {
		return transcript.Transcript{}, err
	}
	return scoring.Grade(bank, t)
}

// name writes what is wrong with a record, one line a fault: file:line: fault.
func (r record) name(w io.Writer, file string, err error) {
	var faults transcript.Faults
	if !errors.As(err, &faults) {
		fmt.Fprintf(w, "%s:%d: %v\n", file, r.line, err)
	}
	for _, f := range faults {
		fmt.Fprintf(w, "%s:%d: %s\n", file, r.line+lineOf(r.data, f.Path), f)
	}
}

// lineOf is how many lines into the data the value of a path such as
// "turns[2].applicant" ends, or JSON ends when the path is "" and it does; 0 when
// the path is not there.
func lineOf(data []byte, path string) int {
	var syntax *json.SyntaxError
	if path == "" && errors.As(json.Unmarshal(data, new(any)), &syntax) {
		return bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	at, found := valueEnd(dec, "", path)
	if !found {
		return 0
	}
	return bytes.Count(data[:at], []byte("\n"))
}

// valueEnd reads one value, which stands at the path here, and looks for the path
// wanted in it. It returns the offset behind the wanted value's first token.
func valueEnd(dec *json.Decoder, here, wanted string) (offset int64, found bool) {
	token, err := dec.Token()
	if err != nil {
		return 0, false
	}
	if here == wanted {
		return dec.InputOffset(), true
	}
	for i := 0; token == json.Delim('[') && dec.More(); i++ {
		if offset, found = valueEnd(dec, fmt.Sprintf("%s[%d]", here, i), wanted); found {
			return offset, true
		}
	}
	for token == json.Delim('{') && dec.More() {
		key, err := dec.Token()
		if err != nil {
			return 0, false
		}
		if offset, found = valueEnd(dec, strings.TrimPrefix(fmt.Sprintf("%s.%v", here, key), "."), wanted); found {
			return offset, true
		}
	}
	if token == json.Delim('[') || token == json.Delim('{') {
		if _, err := dec.Token(); err != nil {
			return 0, false
		}
	}
	return 0, false
}
