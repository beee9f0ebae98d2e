package openai

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Whatever a model replies, what is proposed has words of the answer or none, and keeps
// to the lists; whatever an applicant says can be sent and found again.
func FuzzProposals(f *testing.F) {
	f.Add("My uncle, Ravi Menon.", `{"turns":[{"n":1,"claims":[{"field":"finance.sponsors","value":"uncle","quote":"My uncle","verdict":"contradiction"}],"labels":[],"misread":[],"suggestion":""}]}`)
	f.Add("caf\u0065\u0301  and\tN1234567", `{"turns":[{"n":1,"claims":[],"labels":[{"on":"settling","way":"down","quote":"caf\u00e9 and [NUMBER-1]"}],"misread":[{"finding":0,"quote":"_"}],"suggestion":"[NAME-1]"}]}`)
	f.Add("", `{"turns":[{"n":0}]}`)
	f.Add("a\xffb", "null")
	f.Fuzz(func(t *testing.T, answer, reply string) {
		if !utf8.ValidString(answer) || len(answer) > 8_000 {
			return
		}
		var p transcript.Profile
		if err := p.UnmarshalJSON([]byte(`{"finance":{"sponsors":[{"name":"Ravi Menon","relationship":"father"}]}}`)); err != nil {
			t.Fatal(err)
		}
		s := newScript(transcript.Transcript{Category: transcript.F1, Profile: p, Turns: []transcript.Turn{
			{Officer: "Who pays?", Applicant: answer, Bands: &transcript.Bands{}, Findings: []transcript.Finding{{Criterion: transcript.Consistency, Verdict: transcript.Contradiction}}}}}, "MARK")
		if _, err := s.messages(); err != nil {
			t.Fatal(err)
		}
		sent := s.answers[1]
		for _, word := range strings.Fields(sent.text) {
			if got := sent.words(word); got == "" || !strings.Contains(answer, got) {
				t.Errorf("%q of %q is found as %q", word, answer, got)
			}
		}
		proposed, err := s.proposals(reply)
		if err != nil {
			return
		}
		for _, p := range proposed {
			if !strings.Contains(answer, p.Quote) || !strings.Contains(answer, p.Value) || p.Turn != 1 || p.Fate != "" {
				t.Errorf("proposed %+v on %q", p, answer)
			}
		}
	})
}
