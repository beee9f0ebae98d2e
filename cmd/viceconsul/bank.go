package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

type bankCommand struct {
	packPlace

	List   bankList   `cmd:"" help:"List questions."`
	Lint   bankLint   `cmd:"" help:"Check bank files; every fault is named with its place."`
	Search bankSearch `cmd:"" help:"Find the questions nearest to a text."`
	Show   bankShow   `cmd:"" help:"Show a question or topic with all that belongs to it."`
	Import bankImport `cmd:"" help:"Add a pack of questions, or a newer version of it, from YAML or CSV."`
	Export bankExport `cmd:"" help:"Write an imported pack as YAML, or as CSV for a spreadsheet."`
}

// bankFilter narrows what is listed and searched.
type bankFilter struct {
	Category string `help:"Visa category, such as F-1." placeholder:"VISA"`
	Track    string `help:"Track of the category, such as physician."`
	Topic    string `help:"Topic, such as f.fund."`
	Format   string `help:"text or json." enum:"text,json," default:""`
}

// open opens the bank with what the flags leave of it.
func (f bankFilter) open(ctx context.Context, place packPlace) (*questionbank.Bank, questionbank.Filter, error) {
	filter := questionbank.Filter{Topic: f.Topic, Off: true}
	bank, err := place.bank(ctx)
	if err != nil {
		return nil, filter, err
	}
	if f.Category != "" {
		if filter.Category, err = transcript.ParseCategory(f.Category, f.Track); err != nil {
			return nil, filter, fmt.Errorf("%w: %w", errUnusable, err)
		}
	}
	if _, known := bank.Topic(f.Topic); f.Topic != "" && !known {
		return nil, filter, fmt.Errorf("%w: no topic %q (viceconsul bank list shows them)", errUnusable, f.Topic)
	}
	return bank, filter, nil
}

// listedQuestion is a question as data.
type listedQuestion struct {
	ID       string   `json:"id"`
	Topic    string   `json:"topic"`
	Ask      string   `json:"ask"`
	Also     []string `json:"also,omitempty"`
	Type     string   `json:"type"`
	Fields   []string `json:"fields"`
	Likeness *float64 `json:"likeness,omitempty"`
}

func asListed(q *questionbank.Question) listedQuestion {
	return listedQuestion{ID: q.ID, Topic: q.Topic.ID, Ask: q.Ask, Also: q.Also, Type: string(q.Type), Fields: q.Fields}
}

type bankList struct{ bankFilter }

func (b bankList) Run(ctx context.Context, s streams, c *bankCommand) error {
	bank, filter, err := b.open(ctx, c.packPlace)
	if err != nil {
		return err
	}
	var found []listedQuestion
	for _, q := range bank.Pick(filter) {
		found = append(found, asListed(q))
	}
	return writeQuestions(s.out, b.Format, found)
}

type bankSearch struct {
	bankFilter
	Text  []string `arg:"" help:"What was said."`
	Limit int      `help:"Most questions to show." default:"5"`
}

func (b bankSearch) Run(ctx context.Context, s streams, c *bankCommand) error {
	bank, filter, err := b.open(ctx, c.packPlace)
	if err != nil {
		return err
	}
	if b.Limit < 1 || b.Limit > 100 {
		return fmt.Errorf("%w: --limit %d: want 1 to 100", errUnusable, b.Limit)
	}
	var found []listedQuestion
	for _, m := range bank.Related(strings.Join(b.Text, " "), filter, b.Limit) {
		q := asListed(m.Question)
		q.Likeness = &m.Likeness
		found = append(found, q)
	}
	return writeQuestions(s.out, b.Format, found)
}

func writeQuestions(w io.Writer, format string, found []listedQuestion) error {
	if format == "json" || format == "" && !terminal(w) {
		return writeJSON(w, found)
	}
	table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, q := range found {
		likeness := ""
		if q.Likeness != nil {
			likeness = fmt.Sprintf("%.2f\t", *q.Likeness)
		}
		fmt.Fprintf(table, "%s%s\t%s\t%s\t%s\n", likeness, q.ID, q.Topic, q.Type, q.Ask)
	}
	return table.Flush()
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

type bankLint struct {
	Dir string `arg:"" optional:"" help:"Directory of bank files; the built-in bank when absent." type:"existingdir"`
}

func (b bankLint) Run(s streams) error {
	bank, err := questionbank.Embedded()
	if b.Dir != "" {
		bank, err = questionbank.Load(os.DirFS(b.Dir))
	}
	if err != nil {
		return named(s, err)
	}
	topics, questions := 0, 0
	for _, g := range bank.Groups {
		topics += len(g.Topics)
		for _, t := range g.Topics {
			questions += len(t.Questions)
		}
	}
	fmt.Fprintf(s.out, "no faults: %d topics, %d questions\n", topics, questions)
	return nil
}

// named names every fault of a bank on standard error, one a line.
func named(s streams, err error) error {
	var faults questionbank.Faults
	if !errors.As(err, &faults) {
		return err
	}
	for _, f := range faults {
		fmt.Fprintln(s.err, f)
	}
	fmt.Fprintf(s.err, "%d faults\n", len(faults))
	return errReported
}

type bankShow struct {
	ID string `arg:"" help:"ID of a question or topic, such as F27 or f.fund."`
}

func (b bankShow) Run(ctx context.Context, s streams, c *bankCommand) error {
	bank, err := c.bank(ctx)
	if err != nil {
		return err
	}
	if t, ok := bank.Topic(b.ID); ok {
		showTopic(s.out, t)
		for i := range t.Questions {
			showQuestion(s.out, &t.Questions[i])
		}
		return nil
	}
	if q, ok := bank.Question(strings.ToUpper(b.ID)); ok {
		showQuestion(s.out, q)
		showTopic(s.out, q.Topic)
		return nil
	}
	return fmt.Errorf("%w: no question or topic %q (viceconsul bank list shows them)", errUnusable, b.ID)
}

// shownCauses are the follow-ups of a topic in the order they are shown.
var shownCauses = []questionbank.Cause{
	questionbank.Vague, questionbank.Long, questionbank.Contradiction,
	questionbank.Risky, questionbank.Recited, questionbank.NoAnswer,
}

func showTopic(w io.Writer, t *questionbank.Topic) {
	fmt.Fprintf(w, "%s  %s\n", t.ID, t.Title)
	fmt.Fprintf(w, "  tests      %s\n  strong     %s\n", t.Tests, t.Strong)
	for _, flag := range t.RedFlags {
		fmt.Fprintf(w, "  red flag   %s\n", flag)
	}
	fmt.Fprintf(w, "  ground     %s\n", t.Ground)
	for _, cause := range shownCauses {
		if line := t.FollowUp[cause]; line != "" {
			fmt.Fprintf(w, "  %-13s  %s\n", cause, line)
		}
	}
}

func showQuestion(w io.Writer, q *questionbank.Question) {
	fmt.Fprintf(w, "%s  %s  (%s)\n", q.ID, q.Ask, q.Type)
	for _, also := range q.Also {
		fmt.Fprintf(w, "  or         %s\n", also)
	}
	if q.Then != "" {
		fmt.Fprintf(w, "  then       %s\n", q.Then)
	}
	fmt.Fprintf(w, "  compares   %s\n", strings.Join(q.Fields, ", "))
	for _, condition := range q.When {
		fmt.Fprintf(w, "  only when  %s\n", condition)
	}
}
