package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// restarts are the words by which a speaker begins a sentence again. Those of the first
// list do nothing else; those of the second also put another value right.
var (
	restarts = wordRows("sorry i will say it again", "i will say it again", "let me say it again", "let me say that again", "i say it again", "let me repeat", "i repeat", "let me start again", "i want to say", "how to say", "how do i say")
	repairs  = wordRows("sorry i mean", "i mean", "sorry", "i meant", "no wait", "wait", "uh", "um", "er", "well")
)

// wordRows cuts phrases into their words.
func wordRows(phrases ...string) [][]string {
	rows := make([][]string, len(phrases))
	for i, p := range phrases {
		rows[i] = strings.Fields(p)
	}
	return rows
}

// withoutRestarts leaves out what a nervous speaker says twice: "At City... I mean, at
// City Medical College" is one place, and not a correction. What is put right by
// another value stays.
func withoutRestarts(words []measure.Word) []measure.Word {
	for i := 0; i < len(words); i++ {
		n, only := restartAt(words, i)
		if n == 0 {
			continue
		}
		from := falseStart(words[:i], words[i+n:])
		if from == i && !only {
			continue
		}
		kept := append(slices.Clone(words[:from]), words[i+n:]...)
		if from < len(kept) {
			kept[from].Breaks = true
		}
		words, i = kept, from-1
	}
	return words
}

// A restart is a row of words that begins a sentence again.
type restart struct {
	row  []string
	only bool // it does nothing else
}

// restartsFrom are all restarts by their first word.
var restartsFrom = func() map[string][]restart {
	all := map[string][]restart{}
	for _, rows := range [][][]string{restarts, repairs} {
		for _, row := range rows {
			all[row[0]] = append(all[row[0]], restart{row, &rows[0] == &restarts[0]})
		}
	}
	return all
}()

// restartAt is how many words from i on begin a sentence again, and whether they do
// nothing else; 0 for none.
func restartAt(words []measure.Word, i int) (n int, only bool) {
	for _, r := range restartsFrom[words[i].Text] {
		if len(words)-i > len(r.row) && saysRow(words[i:], r.row) && words[i+len(r.row)].Breaks {
			return len(r.row), r.only
		}
	}
	return 0, false
}

func saysRow(words []measure.Word, row []string) bool {
	for k, w := range row {
		if words[k].Text != w {
			return false
		}
	}
	return true
}

// falseStart is where the words said last begin that are said again next; their end
// when they are not.
func falseStart(said, next []measure.Word) int {
	for from := max(len(said)-8, 0); from < len(said); from++ {
		again := said[from:]
		if len(again) <= len(next) && slices.EqualFunc(again, next[:len(again)], func(a, b measure.Word) bool { return a.Text == b.Text }) {
			return from
		}
	}
	return len(said)
}
