package measure

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func seeds(f *testing.F) {
	file, err := os.Open("testdata/mentions.txt")
	if err != nil {
		f.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		text, _, _ := strings.Cut(lines.Text(), " => ")
		f.Add(text)
	}
	for _, text := range []string{"", "\x00", "\xff\xfe", "½ ¾", "U.S.A.", "1..2,,3--4//5", "’’'", "a a a a half half and and", "١٢٣", "in in in 5", strings.Repeat("and a half ", 50)} {
		f.Add(text)
	}
}

func FuzzScan(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		checkWords(t, text, words)
		for _, today := range []Date{{}, {Year: 2027, Month: 3, Day: 31}} {
			checkMentions(t, text, words, Scan(words, today))
		}
	})
}

func checkWords(t *testing.T, text string, words []Word) {
	t.Helper()
	end := 0
	for _, w := range words {
		if w.Start < end || w.End <= w.Start || w.End > len(text) || w.Text == "" {
			t.Fatalf("%q: word %+v after byte %d", text, w, end)
		}
		if !boundary(text, w.Start) || !boundary(text, w.End) {
			t.Fatalf("%q: word %+v is not on rune boundaries", text, w)
		}
		end = w.End
	}
}

func checkMentions(t *testing.T, text string, words []Word, mentions []Mention) {
	t.Helper()
	to := 0
	for _, m := range mentions {
		if m.From < to || m.To <= m.From || m.To > len(words) {
			t.Fatalf("%q: mention %+v after word %d", text, m, to)
		}
		if m.Start != words[m.From].Start || m.End != words[m.To-1].End {
			t.Fatalf("%q: mention %+v does not begin and end with its words", text, m)
		}
		if m.Kind < Number || m.Kind > Calendar || m.Low > m.High || m.Low < 0 || m.High != m.High {
			t.Fatalf("%q: mention %+v", text, m)
		}
		if d := m.Date; m.Kind == Calendar && (d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31) {
			t.Fatalf("%q: date %+v", text, m)
		}
		to = m.To
	}
}

func boundary(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		if m, err := ParseMoney(text); err == nil && (m.Kind != Money || m.Low < 0) {
			t.Errorf("ParseMoney(%q) = %+v", text, m)
		}
		if m, err := ParseDuration(text); err == nil && (m.Kind != Duration || m.Low < 0 || periodDays[m.Unit] == 0) {
			t.Errorf("ParseDuration(%q) = %+v", text, m)
		}
		if m, err := ParseNumber(text); err == nil && m.Kind != Number {
			t.Errorf("ParseNumber(%q) = %+v", text, m)
		}
		if d, err := ParseDate(text); err == nil && (d.Year == 0 || d.String() == "") {
			t.Errorf("ParseDate(%q) = %+v", text, d)
		}
	})
}
