package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// A group is officer lines put to one profile, with the true answers.
type group struct {
	id       string
	category transcript.Category
	date     string
	profile  transcript.Profile
	turns    []exchange // the applicant's part is empty where it is not known to be true
}

// crossing counts true answers that were put to another line than theirs: nothing in
// them became false by that, so a contradiction there is nearly always a value of the
// wrong kind, taken because the line asked for one.
type crossing struct {
	put, accused int
	accusations  []string
}

// Bounds of a crossing: the words an answer must have to stand by itself, and the
// lines it is put to, so that a large group costs no more than a small one.
const (
	crossedWords = 5
	crossedLines = 12
)

// cross puts every true answer that stands by itself to the other lines of its group.
func cross(bank *questionbank.Bank, all []group) (crossing, error) {
	var x crossing
	for _, g := range all {
		for i, own := range g.turns {
			if !standsAlone(own.Applicant) {
				continue
			}
			for k := 1; k < len(g.turns) && k <= crossedLines; k++ {
				line := g.turns[(i+k)%len(g.turns)].Officer
				if line == "" || line == own.Officer {
					continue
				}
				if err := x.judge(bank, g, line, own.Applicant); err != nil {
					return x, fmt.Errorf("%s: %w", g.id, err)
				}
			}
		}
	}
	return x, nil
}

func (x *crossing) judge(bank *questionbank.Bank, g group, line, answer string) error {
	graded, err := scoring.Grade(bank, transcript.Transcript{Category: g.category, InterviewDate: g.date, Profile: g.profile,
		Turns: []transcript.Turn{{Officer: line, Applicant: answer}}})
	if err != nil {
		return err
	}
	x.put++
	if reason, found := contradiction(graded.Turns[0]); found {
		x.accused++
		x.accusations = append(x.accusations, fmt.Sprintf("crossed %s: %q to %q: %s", g.id, answer, line, reason))
	}
	return nil
}

// standsAlone reports whether an answer says by itself whom it speaks of: it is long
// enough, and the applicant or what is his begins it. "No, I never did" and "he
// is there" mean something else after every line.
func standsAlone(answer string) bool {
	words := measure.Words(answer)
	return len(words) >= crossedWords && slices.Contains(tellers, words[0].Text)
}

// tellers begin what somebody says of himself or of what is his.
var tellers = strings.Fields("i i'm i've i'll my we we're our")

// groups are the whole interviews, and rankings and labelled answers by their profile.
type groups struct {
	all []group
	at  map[string]int // by category, date and profile
}

func groupsOf(interviews []heard, items []item, ordered []ranking) ([]group, error) {
	g := groups{at: map[string]int{}}
	for _, in := range interviews {
		category, err := transcript.ParseCategory(in.Category, in.Track)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", in.ID, err)
		}
		g.all = append(g.all, group{in.ID, category, in.Date, in.Profile, in.Turns})
	}
	for _, it := range items {
		e := exchange{Officer: it.Officer}
		if !(result{item: it}).labelled() && len(it.Before) == 0 {
			e.Applicant = it.Answer
		}
		if err := g.add(group{id: it.ID, date: it.Date, profile: it.Profile}, it.Category, it.Track, e); err != nil {
			return nil, err
		}
	}
	for _, r := range ordered { // the best answer is true
		if err := g.add(group{id: r.ID, date: r.Date, profile: r.Profile}, r.Category, r.Track, exchange{r.Officer, r.Answers[0]}); err != nil {
			return nil, err
		}
	}
	return g.all, nil
}

// add puts an exchange into the group of its profile, which is of where there is none yet.
func (g *groups) add(of group, category, track string, e exchange) error {
	parsed, err := transcript.ParseCategory(category, track)
	if err != nil {
		return fmt.Errorf("%s: %w", of.id, err)
	}
	declared, err := json.Marshal(of.profile)
	if err != nil {
		return fmt.Errorf("%s: %w", of.id, err)
	}
	key := fmt.Sprintf("%s %s %s", parsed, of.date, declared)
	at, known := g.at[key]
	if !known {
		of.category = parsed
		at = len(g.all)
		g.at[key], g.all = at, append(g.all, of)
	}
	g.all[at].turns = append(g.all[at].turns, e)
	return nil
}

func (x crossing) print() {
	fmt.Printf("true answers put to other lines: %d, called a contradiction %s (%d)\n\n", x.put, share(x.accused, x.put), x.accused)
}
