package interview

import (
	"slices"

	"github.com/viceconsul/viceconsul/questionbank"
)

// Stock reports whether an officer's line on a question of the bank is the bank's own,
// with an acknowledgement before it at most: one that any applicant may be told, with
// nothing in it of this one.
func Stock(bank *questionbank.Bank, question, line string) bool {
	q, ok := bank.Question(question)
	if !ok {
		return false
	}
	line = withoutNod(line)
	if line == q.Simpler || line == q.Then || slices.Contains(q.Wordings(), line) {
		return line != ""
	}
	for _, said := range q.Topic.FollowUp {
		if line == said {
			return true
		}
	}
	return false
}
