package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/questionbank"
)

// results are the records of all interviews.
type results struct {
	bank    *questionbank.Bank
	records []record
}

// mostListed is how many fields are named that honest answers were held against.
const mostListed = 25

// print writes the distributions: in all, by set of profiles, by kind.
func (r results) print(out io.Writer, cross bool) {
	fmt.Fprintf(out, "%-34s %6s %6s %7s %7s %7s %7s %8s %7s %7s %8s %6s\n", "",
		"held", "ended", "6 to 12", "median", "words", "repeat", "covered", "early", "issued", "refused", "common")
	r.row(out, "all", r.records)
	r.rows(out, func(rec record) string { return rec.set })
	r.rows(out, func(rec record) string { return rec.kind })
	if cross {
		r.rows(out, func(rec record) string { return rec.set + " " + rec.kind })
	}
	r.decisions(out)
	r.against(out, mostListed)
	r.moves(out)
	r.reach(out)
	r.cost(out)
	fmt.Fprintln(out)
	for _, rule := range r.rules() {
		fmt.Fprintf(out, "%-40s %d interviews\n", rule, len(r.missing(rule)))
	}
}

func (r results) rows(out io.Writer, key func(record) string) {
	parts := map[string][]record{}
	for _, rec := range r.records {
		parts[key(rec)] = append(parts[key(rec)], rec)
	}
	fmt.Fprintln(out)
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		r.row(out, k, parts[k])
	}
}

// row writes: interviews held; all ended; share with 6 to 12 lines of the officer
// before the decision; median of these lines, and of their words; questions repeated;
// must-cover topics reached, or not and the decision explained; issued; refused or
// stopped; lines that a second officer said too.
func (r results) row(out io.Writer, name string, recs []record) {
	var lines, words []int
	var usual, repeated, compared int
	sum := 0.0
	for _, rec := range recs {
		lines, words = append(lines, rec.lines), append(words, rec.words...)
		usual += one(rec.lines >= 6 && rec.lines <= 12)
		repeated += one(rec.has("question repeated"))
		if rec.compared {
			sum += rec.common
			compared++
		}
	}
	common := "-"
	if compared > 0 {
		common = fmt.Sprintf("%.0f%%", 100*sum/float64(compared))
	}
	fmt.Fprintf(out, "%-34s %6d %6s %7s %7d %7d %7d %8s %7s %7s %8s %6s\n", name, len(recs),
		part(recs, func(rec record) bool { return !rec.has("does not end") }), share(usual, len(recs)),
		median(lines), median(words), repeated,
		part(recs, func(rec record) bool { return rec.covered }), part(recs, func(rec record) bool { return rec.early }),
		part(recs, func(rec record) bool { return rec.decision == "issued" }),
		part(recs, func(rec record) bool { return rec.decision != "issued" }), common)
}

func (rec record) has(rule string) bool {
	return slices.ContainsFunc(rec.misses, func(m miss) bool { return m.rule == rule })
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func part(recs []record, ok func(record) bool) string {
	n := 0
	for _, rec := range recs {
		n += one(ok(rec))
	}
	return share(n, len(recs))
}

// share is a part of a whole as percent with one decimal: what must not happen at all
// should not be rounded away.
func share(part, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}

func median(all []int) int {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// decisions writes decisions and grounds by kind of applicant.
func (r results) decisions(out io.Writer) {
	counts, held := map[string]map[string]int{}, map[string]int{}
	columns := map[string]bool{}
	for _, rec := range r.records {
		if counts[rec.kind] == nil {
			counts[rec.kind] = map[string]int{}
		}
		counts[rec.kind][rec.decision]++
		held[rec.kind]++
		columns[rec.decision] = true
	}
	names := slices.Sorted(maps.Keys(columns))
	fmt.Fprintf(out, "\n%-16s", "decisions")
	for _, name := range names {
		fmt.Fprintf(out, " %16s", name)
	}
	fmt.Fprintln(out)
	for _, kind := range kinds {
		if held[kind] == 0 {
			continue
		}
		fmt.Fprintf(out, "%-16s", kind)
		for _, name := range names {
			fmt.Fprintf(out, " %16s", share(counts[kind][name], held[kind]))
		}
		fmt.Fprintln(out)
	}
	lied := func(rec record) bool { return rec.lied }
	meaning := func(rec record) bool { return rec.kind == immigrating && !strings.HasPrefix(rec.set, "H1B") }
	meant := func(rec record) bool { return meaning(rec) && rec.intended }
	r.deserved(out, "contradictory and told a lie", "contradictory", lied)
	r.deserved(out, "intending immigrants where ties count", "intending immigrant", meaning)
	r.deserved(out, "those of them who came to say so", "intending immigrant", meant)
}

// against writes what honest answers were held to contradict, the most frequent first.
func (r results) against(out io.Writer, most int) {
	counts := map[string]int{}
	held, spared := 0, 0
	for _, rec := range r.records {
		if rec.kind != strong && rec.kind != nervous {
			continue
		}
		held++
		spared += one(len(rec.wronged) == 0)
		for _, w := range rec.wronged {
			counts[w]++
		}
	}
	fmt.Fprintf(out, "\nhonest interviews without a contradiction or risk found: %s of %d; found:\n", share(spared, held), held)
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	for _, name := range names[:min(most, len(names))] {
		fmt.Fprintf(out, "  %5d %s\n", counts[name], name)
	}
}

// deserved writes how often those who should be refused were, and on the right ground.
func (r results) deserved(out io.Writer, name, rule string, who func(record) bool) {
	recs := slices.DeleteFunc(slices.Clone(r.records), func(rec record) bool { return !who(rec) })
	fmt.Fprintf(out, "%s: %d, refused or stopped %s, and on that ground %s\n", name, len(recs),
		part(recs, func(rec record) bool { return rec.decision != "issued" }),
		part(recs, func(rec record) bool { return rec.decision != "issued" && !rec.has(rule+", on another ground") }))
}

// moves writes which lines officers say, a hundred lines of each kind of applicant.
func (r results) moves(out io.Writer) {
	counts, lines := map[string]map[string]int{}, map[string]int{}
	columns := map[string]bool{}
	for _, rec := range r.records {
		if counts[rec.kind] == nil {
			counts[rec.kind] = map[string]int{}
		}
		for move, n := range rec.kinds {
			counts[rec.kind][move] += n
			lines[rec.kind] += n
			columns[move] = true
		}
	}
	fmt.Fprintf(out, "\n%-34s", "share of the officer's lines")
	for _, kind := range kinds {
		fmt.Fprintf(out, " %13s", kind)
	}
	fmt.Fprintln(out)
	for _, move := range slices.Sorted(maps.Keys(columns)) {
		fmt.Fprintf(out, "%-34s", move)
		for _, kind := range kinds {
			fmt.Fprintf(out, " %13s", share(counts[kind][move], lines[kind]))
		}
		fmt.Fprintln(out)
	}
}

// reach writes how much of the bank was asked, and the questions that never were.
func (r results) reach(out io.Writer) {
	asked := map[string]bool{}
	for _, rec := range r.records {
		for _, id := range rec.asked {
			asked[id] = true
		}
	}
	var never []string
	all := 0
	for _, g := range r.bank.Groups {
		for _, t := range g.Topics {
			for _, q := range t.Questions {
				if t.Off || q.Retired {
					continue
				}
				all++
				if !asked[q.ID] {
					never = append(never, q.ID+" "+t.ID)
				}
			}
		}
	}
	fmt.Fprintf(out, "\nbank reached: %s of %d questions; never asked: %s\n", share(all-len(never), all), all, strings.Join(never, ", "))
}

// cost writes what one answer costs: judging it and choosing what follows, by the
// clock, while every core is busy with others.
func (r results) cost(out io.Writer) {
	var judging time.Duration
	var lines int
	for _, rec := range r.records {
		judging += rec.judging
		lines += rec.lines
	}
	if lines > 0 {
		fmt.Fprintf(out, "an answer judged and the next move chosen: %.0f us on average over %d answers\n", float64(judging.Microseconds())/float64(lines), lines)
	}
}

// rules are the rules that some interview missed.
func (r results) rules() []string {
	all := map[string]bool{}
	for _, rec := range r.records {
		for _, m := range rec.misses {
			all[m.rule] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// missing are the interviews that missed a rule, each with how to have it again.
func (r results) missing(rule string) []string {
	var all []string
	for _, rec := range r.records {
		if i := slices.IndexFunc(rec.misses, func(m miss) bool { return m.rule == rule }); i >= 0 {
			all = append(all, fmt.Sprintf("%s: -category %s -kind %s -seed %d: %s", rule, rec.set, rec.kind, rec.seed, rec.misses[i].what))
		}
	}
	return all
}

// list writes the first misses, of each rule in turn so that a frequent one hides none.
func (r results) list(out io.Writer, most int) {
	rules := r.rules()
	fmt.Fprintln(out)
	for round, listed := 0, true; listed && most > 0; round++ {
		listed = false
		for _, rule := range rules {
			if lines := r.missing(rule); round < len(lines) && most > 0 {
				fmt.Fprintln(out, lines[round])
				most--
				listed = true
			}
		}
	}
}
