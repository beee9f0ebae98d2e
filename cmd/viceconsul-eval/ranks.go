package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// A ranking is one question with answers ordered by a strict coach, best first. No
// two of them are of equal worth.
type ranking struct {
	ID       string             `json:"id"`
	Category string             `json:"category"`
	Track    string             `json:"track"`
	Date     string             `json:"date"`
	Variety  string             `json:"variety"`
	Profile  transcript.Profile `json:"profile"`
	Officer  string             `json:"officer"`
	Question string             `json:"question"`
	Answers  []string           `json:"answers"`
}

// ranked is a ranking with the overall grade of each answer, and the bands behind
// the grade for who reads the misses.
type ranked struct {
	ranking
	grades []int
	bands  []transcript.Bands
}

type rankings []ranked

// rank grades every answer as the whole of an interview.
func rank(bank *questionbank.Bank, all []ranking) (rankings, error) {
	graded := make(rankings, 0, len(all))
	for _, r := range all {
		category, err := transcript.ParseCategory(r.Category, r.Track)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		out := ranked{ranking: r}
		for _, answer := range r.Answers {
			t, err := scoring.Grade(bank, transcript.Transcript{Category: category, InterviewDate: r.Date, Profile: r.Profile,
				Turns: []transcript.Turn{{Officer: r.Officer, Question: r.Question, Applicant: answer}}})
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.ID, err)
			}
			grade, _ := t.Grades.Overall.Value()
			out.grades, out.bands = append(out.grades, grade), append(out.bands, *t.Turns[0].Bands)
		}
		graded = append(graded, out)
	}
	return graded, nil
}

// pairs counts the pairs of answers, those graded in the labelled order, and those
// graded alike.
func (r ranked) pairs() (right, alike, all int) {
	for i := range r.grades {
		for j := i + 1; j < len(r.grades); j++ {
			all++
			switch cmp.Compare(r.grades[i], r.grades[j]) {
			case 1:
				right++
			case 0:
				alike++
			}
		}
	}
	return right, alike, all
}

// print writes the share of pairs in the labelled order, by category and variety.
func (all rankings) print(name string) {
	fmt.Printf("%s: %d questions with ranked answers\n", name, len(all))
	fmt.Printf("  %-26s %9s %9s\n", "", "pairs", "alike")
	all.printRow("all")
	all.printBy(func(r ranked) string { return r.Category })
	all.printBy(func(r ranked) string { return r.Variety })
	fmt.Println()
}

func (all rankings) printBy(key func(ranked) string) {
	parts := map[string]rankings{}
	for _, r := range all {
		parts[key(r)] = append(parts[key(r)], r)
	}
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		parts[k].printRow(k)
	}
}

func (all rankings) printRow(name string) {
	right, alike, n := 0, 0, 0
	for _, r := range all {
		a, b, c := r.pairs()
		right, alike, n = right+a, alike+b, n+c
	}
	fmt.Printf("  %-26s %9s %9s\n", name, share(right, n), share(alike, n))
}

// misses lists neighbours in a ranking that were graded in another order, or alike.
func (all rankings) misses() []string {
	var lines []string
	for _, r := range all {
		for i := 1; i < len(r.grades); i++ {
			if r.grades[i-1] <= r.grades[i] {
				lines = append(lines, fmt.Sprintf("rank %s: %q %d before %q %d to %q", r.ID, r.Answers[i-1], r.grades[i-1], r.Answers[i], r.grades[i], r.Officer))
			}
		}
	}
	return lines
}
