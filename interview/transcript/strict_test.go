package transcript

import "testing"

func TestReadStrict(t *testing.T) {
	type part struct {
		N       int     `json:"n"`
		Verdict Verdict `json:"verdict"`
	}
	type whole struct {
		Parts []part `json:"parts"`
		Text  string `json:"text"`
	}
	for in, want := range map[string]string{
		`{"parts":[{"n":1,"verdict":"consistent"}],"text":""}`:          "",
		`{"parts":[],"text":"a"}`:                                       "",
		`{"parts":[{"n":1,"verdict":"consistent"}],"text":"","more":1}`: "more: unknown key",
		`{"parts":[],"text":"a","text":"b"}`:                            "text: written twice: keep one",
		`{"parts":[],"Text":"a"}`:                                       "Text: unknown key; did you mean text?; text: missing",
		`{"parts":null,"text":"a"}`:                                     "parts: missing",
		`{"parts":[{"verdict":"consistent"}],"text":""}`:                "parts.n: missing",
		`{"parts":[{"n":1.5,"verdict":"consistent"}],"text":""}`:        "parts[0].n: a whole number from 0 is expected",
		`{"parts":[{"n":-1,"verdict":"consistent"}],"text":""}`:         "parts[0].n: a whole number from 0 is expected",
		`{"parts":[{"n":"1","verdict":"consistent"}],"text":""}`:        "parts[0].n: a whole number from 0 is expected, not text",
		`{"parts":[{"n":1,"verdict":"approved"}],"text":""}`:            "parts[0].verdict: one of consistent, partial, self_correction, new_fact, soft_mismatch, contradiction, not_comparable is expected",
		`[]`:                               "an object is expected, not a list",
		`{"parts":[],"text":"a"} and more`: "line 1, column 25: more after the end of the JSON value",
		"```json\n{\"parts\":[],\"text\":\"\"}```": "line 1, column 1: not JSON",
	} {
		_, err := ReadStrict[whole]([]byte(in))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
