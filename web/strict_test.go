package web

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

type strictExample struct {
	Name  string `json:"name"`
	Inner struct {
		Count int `json:"count"`
	} `json:"inner"`
	Texts map[string]string `json:"texts"`
	List  []struct {
		A bool `json:"a"`
	} `json:"list"`
	Free json.RawMessage `json:"free"`
}

func TestASVS_1_5_2_StrictJSON(t *testing.T) {
	for _, good := range []string{
		`{}`, ` { "name" : "a" , "inner" : { "count" : 1 } } `, `{"texts":{"Any":"x","any":"y"},"list":[{"a":true},{}],"free":{"What":[1,{"ever":2}]}}`,
		`{"name":"back\\u0000slash"}`, `{"na\u006de":"escaped key"}`, `{"free":[[[[[[[]]]]]]]}`, `{"name":null}`,
	} {
		var v strictExample
		if err := decodeStrict([]byte(good), &v); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, test := range []struct{ bad, says string }{
		{``, "not one whole JSON value"},
		{`{"name":"a"} {}`, "not one whole JSON value"},
		{`{"name":"a"}x`, "not one whole JSON value"},
		{"{\"name\":\"a\x00b\"}", "not one whole JSON value"},
		{"{\"name\":\"\xff\"}", "not UTF-8"},
		{`{"name":"a\u0000b"}`, "U+0000"},
		{`{"na\u0000me":"a"}`, "U+0000"},
		{`{"Name":"a"}`, `"Name" is not known`},
		{`{"nom":"a"}`, `"nom" is not known`},
		{`{"name":"a","name":"b"}`, "twice"},
		{`{"name":"a","na\u006de":"b"}`, "twice"},
		{`{"texts":{"x":"1","x":"2"}}`, "texts: a key stands twice"},
		{`{"free":{"x":{"y":1,"y":2}}}`, "free.x: a key stands twice"},
		{`{"texts":{"a":"","b":"","c":"","d":"","e":"","f":"","g":"","h":"","i":"","j":"","k":"","l":"","m":"","n":"","o":"","p":"","q":"","r":"","b":""}}`, "texts: a key stands twice"},
		{`{"texts":{"a":"","b":"","c":"","d":"","e":"","f":"","g":"","h":"","i":"","j":"","k":"","l":"","m":"","n":"","o":"","p":"","q":"","r":"","q":""}}`, "texts: a key stands twice"},
		{`{"inner":{"Count":1}}`, "inner: "},
		{`{"list":[{"b":1}]}`, "list: "},
		{`{"inner":{"count":"1"}}`, "inner.count must be a whole number"},
		{`{"inner":{"count":1.5}}`, "inner.count must be a whole number"},
		{`{"name":["secret"]}`, "name must be text"},
		{`{"texts":{"x":1}}`, "must be text"},
		{`[]`, "must be an object"},
		{`{"free":` + strings.Repeat("[", 8) + strings.Repeat("]", 8) + `}`, "deeper than 8"},
		{strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), "not one whole JSON value"},
		{`{"` + strings.Repeat("k", 200) + `":1}`, "…"},
	} {
		var v strictExample
		err := decodeStrict([]byte(test.bad), &v)
		if !errors.Is(err, transcript.ErrInvalid) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%.60s: %v, want invalid with %q", test.bad, err, test.says)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error tells the value: %v", test.bad, err)
		}
	}
}

// Whatever is accepted is accepted by encoding/json too, and its keys are exact.
func FuzzDecodeStrict(f *testing.F) {
	f.Add(`{"name":"a","inner":{"count":1},"texts":{"x":"y"},"list":[{"a":true}],"free":null}`)
	f.Add(`{"name":"\u0000"}`)
	f.Add(`[[[[[[[[[]]]]]]]]]`)
	f.Fuzz(func(t *testing.T, text string) {
		var v strictExample
		if err := decodeStrict([]byte(text), &v); err != nil {
			if !errors.Is(err, transcript.ErrInvalid) {
				t.Errorf("%q: %v is not ErrInvalid", text, err)
			}
			return
		}
		if strings.ContainsRune(v.Name, 0) {
			t.Errorf("%q: U+0000 got through", text)
		}
		var loose strictExample
		d := json.NewDecoder(strings.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&loose); err != nil {
			t.Errorf("%q: accepted, but encoding/json says %v", text, err)
		}
	})
}
