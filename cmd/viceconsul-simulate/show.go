package main

import (
	"fmt"
	"io"
)

// show prints one interview: what was declared, every line with its reason, what was
// answered and found, and the outcome.
func (sim *simulator) show(out io.Writer, c cell, seed uint64) error {
	r, err := sim.rehearse(c, seed, seed)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, %s, seed %d: a %s officer\n\n", c.set, c.kind, seed, r.temper)
	p := r.applicant.profile
	for _, path := range p.Paths() {
		d, _ := p.Declared(path)
		fmt.Fprintf(out, "  %s: %s\n", path, d.Text)
	}
	for i, a := range r.asked {
		fmt.Fprintf(out, "\n%d %s %s %s %s %s\n", i+1, a.Kind, a.Question, a.Topic, a.Cause, a.Field)
		fmt.Fprintf(out, "  officer    %s\n             %s\n", a.Text, a.Reason)
		if i >= len(r.answers) {
			continue
		}
		fmt.Fprintf(out, "  applicant  %s\n", r.answers[i])
		if i < len(r.sealed.Turns) {
			t := r.sealed.Turns[i]
			for _, f := range t.Findings {
				fmt.Fprintf(out, "             %s %s %s %s: %s\n", f.Criterion, f.Severity, f.Verdict, f.Field, f.Reason)
			}
			if t.Bands != nil {
				fmt.Fprintf(out, "             bands %+v\n", *t.Bands)
			}
		}
	}
	if o := r.sealed.Outcome; o != nil {
		fmt.Fprintf(out, "\n%s %s: %s\n  because %v, grade %v %s\n", o.Decision, o.Ground, o.Line, o.Because, r.sealed.Grades.Overall, r.sealed.Grades.Capped)
		for _, next := range o.Next {
			fmt.Fprintf(out, "  %s\n", next)
		}
	}
	sim.printMisses(out, r)
	return nil
}

func (sim *simulator) printMisses(out io.Writer, r *rehearsal) {
	for _, m := range sim.record(r).misses {
		fmt.Fprintf(out, "miss: %s: %s\n", m.rule, m.what)
	}
}
