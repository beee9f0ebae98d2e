package main

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// The kinds of applicant.
const (
	strong        = "strong"
	nervous       = "nervous"
	rambling      = "rambling"
	evasive       = "evasive"
	contradictory = "contradictory"
	reciting      = "reciting"
	immigrating   = "immigrating"
	hostile       = "hostile"
	silent        = "silent"
)

var kinds = []string{strong, nervous, rambling, evasive, contradictory, reciting, immigrating, hostile, silent}

// An applicant answers as a person of one kind does.
type applicant struct {
	person
	kind   string
	script *script
	bank   *questionbank.Bank
	chance *rand.Rand

	told     map[string]string // the lies told, by field
	intended bool              // has said that they mean to stay
	wordless []interview.Asked // lines that the script has no true answer to
	said     map[string]bool   // phrases used: nobody says the same twice if they can help it
}

// pardons reports whether the applicant asks for the line again before answering.
func (a *applicant) pardons() bool { return a.kind == nervous && a.percent(8) }

func (a *applicant) percent(n int) bool { return a.chance.IntN(100) < n }

func (a *applicant) manner(name string) string { return pick(a.chance, a.script.Manner[name]) }

// answer is what the applicant says to a line.
func (a *applicant) answer(asked interview.Asked) string {
	honest := a.truth(asked)
	switch a.kind {
	case nervous:
		return a.nervously(honest)
	case rambling:
		return strings.Join([]string{honest, a.manner("ramble"), a.manner("ramble"), a.manner("ramble")}, " ")
	case evasive:
		return a.mostly(75, "evade", honest)
	case contradictory:
		return a.lying(asked, honest)
	case reciting:
		return a.reciting(asked, honest)
	case immigrating:
		return a.immigrating(asked, honest)
	case hostile:
		return a.mostly(70, "hostile", honest)
	case silent:
		return a.mostly(85, "silence", honest)
	}
	return honest
}

// mostly says something else than the answer in so many of a hundred times.
func (a *applicant) mostly(percent int, manner, answer string) string {
	if a.percent(percent) {
		return a.manner(manner)
	}
	return answer
}

// nervously says the truth with stops and starts, or asks what the question was.
func (a *applicant) nervously(answer string) string {
	switch n := a.chance.IntN(100); {
	case n < 4:
		return a.manner("pardon")
	case n < 45:
		return a.manner("nervous_start") + " " + answer
	case n < 60:
		words := strings.Fields(answer)
		start := strings.Join(words[:min(2, len(words))], " ")
		return start + "... " + a.manner("nervous_restart") + " " + answer
	}
	return answer
}

// lying denies or changes a declared fact, and stays with it for the whole interview.
func (a *applicant) lying(asked interview.Asked, answer string) string {
	if lie := a.told[asked.Field]; asked.Kind == transcript.Probe && lie != "" {
		return "As I said. " + lie
	}
	q, ok := a.bank.Question(asked.Question)
	if !ok || q.Type != questionbank.Closed {
		return answer
	}
	for _, path := range q.Fields {
		if lie := a.told[path]; lie != "" {
			return lie
		}
		_, declared := a.profile.Declared(path)
		lies := a.usable(a.script.Lies[path], path)
		if declared && len(lies) > 0 && (len(a.told) == 0 || a.percent(60)) {
			a.told[path] = pick(a.chance, lies)
			return a.told[path]
		}
	}
	return answer
}

// reciting gives what was learned by heart to whatever leaves room for it.
func (a *applicant) reciting(asked interview.Asked, answer string) string {
	q, ok := a.bank.Question(asked.Question)
	if ok && q.Type == questionbank.Closed && !a.percent(30) {
		return answer
	}
	return answer + " " + a.manner("recite") + " " + a.manner("recite")
}

// plans are the fields whose question an intending immigrant answers with the plan to stay.
var plans = []string{"ties.plan_after", "ties.return_role", "f1.work_plan", "ties.family_at_home", "h1b.valid_to"}

func (a *applicant) immigrating(asked interview.Asked, answer string) string {
	q, ok := a.bank.Question(asked.Question)
	if !ok || q.Type != questionbank.Open {
		return answer
	}
	switch {
	case slices.ContainsFunc(q.Fields, func(f string) bool { return slices.Contains(plans, f) }):
		a.intended = true
		return a.manner("immigrate")
	case a.percent(50):
		a.intended = true
		return answer + " " + a.manner("immigrate")
	}
	return answer
}

// truth is an honest answer to a line, in words not used before if there are any.
func (a *applicant) truth(asked interview.Asked) string {
	all := a.phrases(asked)
	if len(all) == 0 {
		a.wordless = append(a.wordless, asked)
		return "It is as I wrote it on the form."
	}
	if asked.Cause == questionbank.Long {
		return slices.MinFunc(all, func(x, y string) int { return len(x) - len(y) })
	}
	fresh := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return a.said[s] })
	if len(fresh) > 0 {
		all = fresh
	}
	answer := pick(a.chance, all)
	a.said[answer] = true
	return answer
}

// phrases are what can honestly be said to a line.
func (a *applicant) phrases(asked interview.Asked) []string {
	for _, all := range [][]string{a.toPress(asked), a.toFollowUp(asked), a.toQuestion(asked), a.usable(a.script.Topics[asked.Topic], "")} {
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// toPress states the field that is pressed on.
func (a *applicant) toPress(asked interview.Asked) []string {
	if asked.Kind != transcript.Probe {
		return nil
	}
	return a.usable(a.script.Fields[asked.Field], asked.Field)
}

// toFollowUp answers a line that goes beyond its question, by its cause.
func (a *applicant) toFollowUp(asked interview.Asked) []string {
	if asked.Kind != transcript.FollowUp {
		return nil
	}
	switch asked.Cause {
	case "":
		return a.usable(a.script.Thens[asked.Question], "")
	case questionbank.Vague:
		return a.usable(a.script.Vague[asked.Topic], "")
	case questionbank.Risky:
		return a.usable(a.script.Steady[asked.Topic], "")
	}
	return nil
}

// toQuestion answers the question of the bank: in its own words, or with the first of
// its fields that there are words for.
func (a *applicant) toQuestion(asked interview.Asked) []string {
	q, ok := a.bank.Question(asked.Question)
	if !ok || asked.Kind == transcript.FollowUp && asked.Cause == "" {
		return nil
	}
	if all := a.usable(a.script.Questions[q.ID], ""); len(all) > 0 {
		return all
	}
	for _, path := range q.Fields {
		if all := a.usable(a.script.Fields[path], path); len(all) > 0 {
			return all
		}
	}
	return nil
}
