// Command viceconsul-eval measures the grader on labelled answers: how often a
// contradiction it finds is one, how many it finds, and how far verdicts and bands
// agree with the labels, in all and by part. The items in a directory "aside" were
// written without sight of the rules, and nobody tunes the rules to them: their misses
// are counted and not listed. Once somebody has looked, they move to the open part and
// others are written. So it is with rankings: how far the grades of several answers to
// one question fall in the order a coach gave them. Whole interviews, truthfully
// answered, are graded too, and once more for each answer planted in them; and true
// answers are put to other lines than their own, and remarks of others behind them, where
// next to none can be false.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

func main() {
	dir := flag.String("data", "scoring/testdata/labelled", "directory of labelled answers, one JSON object a line")
	rankDir := flag.String("ranked", "scoring/testdata/ranked", "directory of ranked answers, one JSON object a line")
	heardDir := flag.String("heard", "scoring/testdata/heard", "directory of whole interviews, one JSON object a line")
	misses := flag.Int("misses", 40, "misses to list, of the part that is not kept aside")
	flag.Parse()
	if err := run(*dir, *rankDir, *heardDir, *misses); err != nil {
		fmt.Fprintln(os.Stderr, "viceconsul-eval:", err)
		os.Exit(1)
	}
}

func run(dir, rankDir, heardDir string, misses int) error {
	items, err := loadParts[item](dir)
	if err != nil {
		return err
	}
	ordered, err := loadParts[ranking](rankDir)
	if err != nil {
		return err
	}
	interviews, err := load[heard](heardDir)
	if err != nil {
		return err
	}
	bank, err := questionbank.Embedded()
	if err != nil {
		return err
	}
	open, err := gradeAll(bank, items.open)
	if err != nil {
		return err
	}
	aside, err := gradeAll(bank, items.aside)
	if err != nil {
		return err
	}
	openRanks, err := rank(bank, ordered.open)
	if err != nil {
		return err
	}
	asideRanks, err := rank(bank, ordered.aside)
	if err != nil {
		return err
	}
	whole, err := hear(bank, interviews)
	if err != nil {
		return err
	}
	all, err := groupsOf(interviews, items.open, ordered.open)
	if err != nil {
		return err
	}
	crossed, err := cross(bank, all)
	if err != nil {
		return err
	}
	remarked, err := remark(bank, interviews, items.open)
	if err != nil {
		return err
	}
	open.print("open part")
	openRanks.print("open part")
	aside.print("kept aside")
	asideRanks.print("kept aside")
	whole.print()
	crossed.print()
	remarked.print()
	list(slices.Concat(open.misses(), openRanks.misses(), whole.misses(), remarked.accusations, crossed.accusations), misses)
	return nil
}

// list writes the first lines, and how many more there are.
func list(lines []string, most int) {
	for i, line := range lines {
		if i == most {
			fmt.Printf("and %d more\n", len(lines)-most)
			return
		}
		fmt.Println(line)
	}
}

// An item is one labelled answer.
type item struct {
	ID         string             `json:"id"`
	Category   string             `json:"category"`
	Track      string             `json:"track"`
	Date       string             `json:"date"`
	Profile    transcript.Profile `json:"profile"`
	Before     []exchange         `json:"before"`
	Officer    string             `json:"officer"`
	Question   string             `json:"question"`
	Answer     string             `json:"answer"`
	Verdicts   []label            `json:"verdicts"`
	Bands      map[string]int     `json:"bands"`
	Variety    string             `json:"variety"`
	Difficulty string             `json:"difficulty"`
}

type exchange struct {
	Officer   string `json:"officer"`
	Applicant string `json:"applicant"`
}

// A label is what a strict, fair grader finds on one field.
type label struct {
	Field    string              `json:"field"`
	Verdict  transcript.Verdict  `json:"verdict"`
	Severity transcript.Severity `json:"severity"`
}

// parts are items that may be looked at and those that may not.
type parts[T any] struct{ open, aside []T }

func loadParts[T any](dir string) (p parts[T], err error) {
	if p.open, err = load[T](dir); err != nil {
		return p, err
	}
	aside := filepath.Join(dir, "aside")
	if _, err := os.Stat(aside); errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	p.aside, err = load[T](aside)
	return p, err
}

// load reads every item of a directory and names every line that is none.
func load[T any](dir string) ([]T, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no labelled answers in %s", dir)
	}
	slices.Sort(files)
	var all []T
	var faults []error
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		scan := bufio.NewScanner(f)
		scan.Buffer(nil, 1<<20)
		for line := 1; scan.Scan(); line++ {
			var it T
			if err := json.Unmarshal(scan.Bytes(), &it); err != nil {
				faults = append(faults, fmt.Errorf("%s:%d: %w", name, line, err))
				continue
			}
			all = append(all, it)
		}
		faults = append(faults, scan.Err(), f.Close())
	}
	return all, errors.Join(faults...)
}

func gradeAll(bank *questionbank.Bank, items []item) (results, error) {
	all := make(results, 0, len(items))
	for _, it := range items {
		r, err := it.grade(bank)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", it.ID, err)
		}
		all = append(all, r)
	}
	return all, nil
}

// grade grades the answer after those before it and keeps what was found.
func (it item) grade(bank *questionbank.Bank) (result, error) {
	category, err := transcript.ParseCategory(it.Category, it.Track)
	if err != nil {
		return result{}, err
	}
	t := transcript.Transcript{Category: category, InterviewDate: it.Date, Profile: it.Profile}
	for _, b := range it.Before {
		t.Turns = append(t.Turns, transcript.Turn{Officer: b.Officer, Applicant: b.Applicant})
	}
	t.Turns = append(t.Turns, transcript.Turn{Officer: it.Officer, Question: it.Question, Applicant: it.Answer})
	graded, err := scoring.Grade(bank, t)
	if err != nil {
		return result{}, err
	}
	return result{item: it, turn: graded.Turns[len(graded.Turns)-1]}, nil
}
