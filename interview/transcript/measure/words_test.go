package measure

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	// A clause mark before a word is written as "|".
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"My father, sir.", "my father | sir"},
		{"I don’t know, it's O'Brien's", "i don't know | it's o'brien's"},
		{"forty-seven B-1/B-2", "forty seven b 1 b 2"},
		{"USD 47,000.50 and 12,00,000", "usd 47,000.50 and 12,00,000"},
		{"$5 or 5€ is 100%", "$ 5 or 5 € is 100 %"},
		{"USD47,000, 12lakh, 3yrs, 47k, 5th, f1", "usd 47,000 | 12 lakh | 3 yrs | 47k | 5th | f1"},
		{"2019,2020 and 1,2,3", "2019 | 2020 and 1 | 2 | 3"},
		{"2,5 million", "2,5 million"},
		{"the U.S. office. In the U.S. I work", "the us office | in the us | i work"},
		{"Ph.D. from Dr. Smith of St. Mary", "phd from dr smith of st mary"},
		{"home.I will", "home | i will"},
		{"well — yes – no - maybe", "well | yes | no | maybe"},
		{"2–3 weeks at 10:30", "2 3 weeks at 10 30"},
		{"ÀÉ ÑANDÚ İstanbul straße", "àé ñandú İstanbul straße"},
		{"पढ़ाई के लिए।अच्छा", "पढ़ाई के लिए | अच्छा"},
		{"one\ntwo", "one | two"},
		{"'quoted' 'words'", "quoted words"},
	} {
		var got []string
		for _, w := range Words(tt.text) {
			if w.Breaks {
				got = append(got, "|")
			}
			got = append(got, w.Text)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Words(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestWordsKeepTheirPlace(t *testing.T) {
	const text = "İ pay the U.S. $47,000 — mother’s money."
	for _, w := range Words(text) {
		if part := text[w.Start:w.End]; !strings.EqualFold(strings.ReplaceAll(strings.ReplaceAll(part, ".", ""), "’", "'"), w.Text) {
			t.Errorf("word %q stands at %q", w.Text, part)
		}
	}
}
