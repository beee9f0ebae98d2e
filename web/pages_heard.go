package web

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// hearingText says what became of what a model proposed; "" where none was asked.
func hearingText(h *transcript.Hearing) string {
	if h == nil {
		return ""
	}
	fates := map[transcript.Fate]int{}
	all := len(h.Proposals)
	for _, p := range h.Proposals {
		fates[p.Fate]++
	}
	for _, d := range h.Dropped {
		all += d.Count
	}
	if all == 0 {
		return "The model proposed nothing."
	}
	lines := []string{fmt.Sprintf("The model proposed %d.", all)}
	if h.Passes < 2 {
		lines[0] = fmt.Sprintf("The model was asked once and proposed %d.", all)
	}
	for _, became := range []struct {
		fate  transcript.Fate
		words string
	}{{transcript.Taken, "Counted: %d."}, {transcript.Unchanged, "Without effect: %d."}, {transcript.Disputed, "Not settled: %d."}} {
		if n := fates[became.fate]; n > 0 {
			lines = append(lines, fmt.Sprintf(became.words, n))
		}
	}
	var why []string
	for _, d := range h.Dropped {
		why = append(why, fmt.Sprintf("%s (%d)", d.Reason, d.Count))
	}
	if len(why) > 0 {
		lines = append(lines, "Dropped: "+strings.Join(why, ", ")+".")
	}
	return strings.Join(lines, " ")
}

// disputes say what of one turn is not settled between the rules and the model, or
// between the two times it was asked.
func disputes(h *transcript.Hearing, turn int) []string {
	if h == nil {
		return nil
	}
	var all []string
	for _, p := range h.Proposals {
		if line := disputeText(p); p.Turn == turn && line != "" && !slices.Contains(all, line) {
			all = append(all, line)
		}
	}
	return all
}

// disputeText is one of them; "" for a proposal that is settled.
func disputeText(p transcript.Proposal) string {
	if p.Fate != transcript.Disputed {
		return ""
	}
	as := "what a finding of the rules rests on, otherwise"
	switch {
	case p.Kind == transcript.HeardClaim:
		as = fmt.Sprintf("%s: %s", fieldTitle(p.Field), strings.ToLower(verdictWords[p.Verdict]))
	case p.Kind == transcript.HeardLabel && p.Criterion == transcript.Risk:
		as = "something an officer would act on"
	case p.Kind == transcript.HeardLabel:
		as = fmt.Sprintf("%s, one band %s", strings.ToLower(wordsOf(p.Criterion).title), p.Way)
	}
	return fmt.Sprintf("Not settled, and not counted: a model hears “%s” as %s.", p.Quote, as)
}
