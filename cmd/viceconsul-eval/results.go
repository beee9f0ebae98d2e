package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A result is an item with what the grader saw in its answer.
type result struct {
	item item
	turn transcript.Turn
}

type results []result

// contradicts reports whether the grader found a contradiction.
func (r result) contradicts() bool {
	_, found := contradiction(r.turn)
	return found
}

// contradiction is the reason of the first contradiction the grader found in a turn.
func contradiction(t transcript.Turn) (reason string, found bool) {
	at := slices.IndexFunc(t.Findings, func(f transcript.Finding) bool { return f.Verdict == transcript.Contradiction })
	if at < 0 {
		return "", false
	}
	return t.Findings[at].Reason, true
}

// compared reports whether the grader held the answer against something declared
// or said before, and says so.
func (r result) compared() bool {
	return slices.ContainsFunc(r.turn.Findings, func(f transcript.Finding) bool {
		return f.Verdict != "" && f.Verdict != transcript.NewFact && f.Verdict != transcript.NotComparable
	})
}

// labelled reports whether the labels hold a contradiction.
func (r result) labelled() bool {
	return slices.ContainsFunc(r.item.Verdicts, func(l label) bool { return l.Verdict == transcript.Contradiction })
}

// verdict is what the grader found on a field; "" for nothing.
func (r result) verdict(field string) transcript.Verdict {
	for _, f := range r.turn.Findings {
		if f.Criterion == transcript.Consistency && (f.Field == field || strings.HasPrefix(f.Field, field+".") || strings.HasPrefix(field, f.Field+".")) && f.Field != "" {
			return f.Verdict
		}
	}
	return ""
}

// print writes the figures of one part: in all, and by category, field class,
// variety and difficulty.
func (all results) print(name string) {
	fmt.Printf("%s: %d answers, %d that touch nothing declared\n", name, len(all), all.silent())
	fmt.Printf("  %-26s %9s %9s %10s %11s %11s %9s\n", "", "precision", "recall", "verdicts", "false flags", "consistent", "silent")
	all.printRow("all")
	all.printBy("", func(r result) string { return strings.TrimSpace(r.item.Category + " " + r.item.Track) })
	all.printBy("", func(r result) string { return r.item.Variety })
	all.printBy("", func(r result) string { return r.item.Difficulty })
	all.printBy("field ", class)
	all.printBands()
	fmt.Println()
}

// class is how the first labelled field is compared.
func class(r result) string {
	if len(r.item.Verdicts) == 0 {
		return "none"
	}
	f, _ := transcript.LookupField(r.item.Verdicts[0].Field)
	return string(f.Class)
}

func (all results) silent() int {
	n := 0
	for _, r := range all {
		if len(r.item.Verdicts) == 0 {
			n++
		}
	}
	return n
}

func (all results) printBy(prefix string, key func(result) string) {
	parts := map[string]results{}
	for _, r := range all {
		parts[key(r)] = append(parts[key(r)], r)
	}
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		parts[k].printRow(prefix + k)
	}
}

// printRow writes contradiction precision and recall by answers, agreement of the
// labelled verdicts by fields, contradictions raised where none is labelled, how
// many of the consistent fields were found so, and how many of the answers that
// touch nothing were compared with nothing.
func (all results) printRow(name string) {
	var both, found, labelled, agreed, verdicts, wrong, clean, consistent, recognised, nothing, silent int
	for _, r := range all {
		switch {
		case r.contradicts() && r.labelled():
			both++
		case r.contradicts():
			wrong++
		}
		if r.contradicts() {
			found++
		}
		if r.labelled() {
			labelled++
		} else {
			clean++
		}
		for _, l := range r.item.Verdicts {
			verdicts++
			same := r.verdict(l.Field) == l.Verdict
			if same {
				agreed++
			}
			if l.Verdict == transcript.Consistent {
				consistent++
				recognised += one(same)
			}
		}
		if len(r.item.Verdicts) == 0 {
			nothing++
			silent += one(!r.compared())
		}
	}
	fmt.Printf("  %-26s %9s %9s %10s %11s %11s %9s\n", name, share(both, found), share(both, labelled), share(agreed, verdicts), share(wrong, clean),
		share(recognised, consistent), share(silent, nothing))
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// share is a part of a whole as percent, with the whole.
func share(part, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%/%d", (100*part+whole/2)/whole, whole)
}

// printBands writes how far the bands agree with the labels.
func (all results) printBands() {
	exact, near, labelled := map[string]int{}, map[string]int{}, map[string]int{}
	for _, r := range all {
		for criterion, want := range r.item.Bands {
			labelled[criterion]++
			got, ok := r.turn.Bands.Of(transcript.Criterion(criterion)).Value()
			if ok && got == want {
				exact[criterion]++
			}
			if ok && got-want <= 1 && want-got <= 1 {
				near[criterion]++
			}
		}
	}
	sum := func(counts map[string]int) (n int) {
		for _, k := range counts {
			n += k
		}
		return n
	}
	fmt.Printf("  bands %-20s exact %s, within one %s\n", "all", share(sum(exact), sum(labelled)), share(sum(near), sum(labelled)))
	for _, c := range slices.Sorted(maps.Keys(labelled)) {
		fmt.Printf("  band %-21s exact %s, within one %s\n", c, share(exact[c], labelled[c]), share(near[c], labelled[c]))
	}
}

// misses lists answers judged otherwise than labelled: wrong contradictions first,
// then missed ones, fields found otherwise, and bands more than one off.
func (all results) misses() []string {
	var lines []string
	for _, pass := range []struct {
		name string
		miss func(result) bool
	}{
		{"wrong contradiction", func(r result) bool { return r.contradicts() && !r.labelled() }},
		{"missed contradiction", func(r result) bool { return !r.contradicts() && r.labelled() }},
		{"not silent", func(r result) bool { return len(r.item.Verdicts) == 0 && r.compared() }},
	} {
		for _, r := range all {
			if pass.miss(r) {
				lines = append(lines, fmt.Sprintf("%s %s: %q to %q", pass.name, r.item.ID, r.item.Answer, r.item.Officer))
			}
		}
	}
	for _, r := range all {
		for _, criterion := range slices.Sorted(maps.Keys(r.item.Bands)) {
			want := r.item.Bands[criterion]
			if got, ok := r.turn.Bands.Of(transcript.Criterion(criterion)).Value(); !ok || got-want > 1 || want-got > 1 {
				lines = append(lines, fmt.Sprintf("%s %d for %d %s: %q to %q", criterion, got, want, r.item.ID, r.item.Answer, r.item.Officer))
			}
		}
	}
	return lines
}
