package main

import (
	"errors"
	"fmt"
	"io"
	"os"

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
	for r, err := range transcript.Records(in) {
		if err != nil {
			return bad, fmt.Errorf("%w: %s:%d: %w", errUnusable, name, r.Line, err)
		}
		graded, err := gradeRecord(bank, r)
		if err != nil {
			bad = true
			nameFaults(s.err, name, r, err)
			continue
		}
		if err := web.Export(s.out, graded, format); err != nil {
			return bad, fmt.Errorf("write the graded transcript: %w", err)
		}
	}
	return bad, nil
}

func gradeRecord(bank *questionbank.Bank, r transcript.Record) (transcript.Transcript, error) {
	t, err := transcript.ReadTranscript(r.Data)
	if err != nil {
		return transcript.Transcript{}, err
	}
	graded, err := scoring.Grade(bank, t)
	graded.Mode, graded.Notice = t.Mode, t.Notice // how it was held stays true
	return graded, err
}

// nameFaults writes what is wrong with a record, one line a fault: file:line: fault.
func nameFaults(w io.Writer, file string, r transcript.Record, err error) {
	var faults transcript.Faults
	if !errors.As(err, &faults) {
		fmt.Fprintf(w, "%s:%d: %v\n", file, r.Line, err)
	}
	for _, f := range faults {
		fmt.Fprintf(w, "%s:%d: %s\n", file, r.LineOf(f.Path), f)
	}
}
