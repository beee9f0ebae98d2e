package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
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
		one, err := g.file(s, bank, name, format)
		if err != nil {
			return err
		}
		bad = bad || one
	}
	if bad {
		return errReported
	}
	return nil
}

// file grades the records of one file, one after the other, however long it is. bad
// reports that at least one of them was no transcript.
func (g gradeCommand) file(s streams, bank *questionbank.Bank, name, format string) (bad bool, err error) {
	in := s.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return false, fmt.Errorf("%w: %w", errUnusable, err)
		}
		defer f.Close()
		in = f
	}
	for r, err := range records(in) {
		if err != nil {
			return bad, fmt.Errorf("%w: %s:%d: %w", errUnusable, name, r.line, err)
		}
		graded, err := r.grade(bank)
		if err != nil {
			bad = true
			r.name(s.err, name, err)
			continue
		}
		if err := web.Export(s.out, graded, format); err != nil {
			return bad, fmt.Errorf("write the graded transcript: %w", err)
		}
	}
	return bad, nil
}

// A record is one transcript of a file and the line it begins on.
type record struct {
	data []byte
	line int
}

// maxRecord is the longest transcript read, in bytes: forty turns of the longest
// answers with their findings stay under a tenth of it.
const maxRecord = 16 << 20

var errTooLong = errors.New("this transcript is longer than 16 MB; split the file, one transcript a line")

// records reads a file: one whose first line is a JSON value of its own holds one
// transcript a line, and is read a line at a time; any other file is one transcript.
func records(in io.Reader) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		lines := bufio.NewReaderSize(in, 64<<10)
		first, more := true, true
		for n := 1; more; n++ {
			data, err := readLine(lines)
			more = err == nil
			if err != nil && !errors.Is(err, io.EOF) {
				yield(record{line: n}, err)
				return
			}
			if len(bytes.TrimSpace(data)) == 0 && (more || !first) {
				continue
			}
			if first && more && !json.Valid(data) && !bytes.HasSuffix(bytes.TrimSpace(data), []byte("}")) {
				rest, err := io.ReadAll(io.LimitReader(lines, maxRecord))
				if err == nil && len(data)+len(rest) > maxRecord {
					err = errTooLong
				}
				if err != nil {
					yield(record{line: n}, err)
					return
				}
				data, more = append(data, rest...), false
			}
			if first = false; !yield(record{data: bytes.TrimSuffix(data, []byte("\n")), line: n}, nil) {
				return
			}
		}
	}
}

// readLine reads a line with its end; the last one comes with io.EOF.
func readLine(r *bufio.Reader) ([]byte, error) {
	var data []byte
	for {
		part, err := r.ReadSlice('\n')
		data = append(data, part...)
		switch {
		case len(data) > maxRecord:
			return nil, errTooLong
		case !errors.Is(err, bufio.ErrBufferFull):
			return data, err
		}
	}
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
	at, err := valueEnd(dec, "", path)
	if err != nil || at == 0 {
		return 0
	}
	return bytes.Count(data[:at], []byte("\n"))
}

// valueEnd reads one value, which stands at the path here, and looks for the path
// wanted in it. It returns the offset behind the wanted value's first token, 0 when
// it is not there, and the error that stops the reading.
func valueEnd(dec *json.Decoder, here, wanted string) (int64, error) {
	token, err := dec.Token()
	if err != nil {
		return 0, err
	}
	if here == wanted {
		return dec.InputOffset(), nil
	}
	open, nested := token.(json.Delim)
	if !nested {
		return 0, nil
	}
	for i := 0; dec.More(); i++ {
		path := fmt.Sprintf("%s[%d]", here, i)
		if open == '{' {
			key, err := dec.Token()
			if err != nil {
				return 0, err
			}
			path = strings.TrimPrefix(fmt.Sprintf("%s.%v", here, key), ".")
		}
		if at, err := valueEnd(dec, path, wanted); at > 0 || err != nil {
			return at, err
		}
	}
	_, err = dec.Token() // the closing bracket
	return 0, err
}
