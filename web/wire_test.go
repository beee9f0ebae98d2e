package web

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/uuid"
)

// A message is read or complained about; what is read is in bounds.
func FuzzReadMessage(f *testing.F) {
	for _, seed := range []string{
		`{"type":"hello"}`, `{"type":"hello","epoch":1,"offset":2}`, `{"type":"repeat","turn":1}`, `{"type":"end"}`, `{"type":"audio"}`,
		`{"type":"composing","turn":1,"words":30}`, `{"type":"composing","turn":1,"words":0,"seconds":-1}`, `{"type":"again","turn":1}`,
		`{"type":"answer","id":"0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d","turn":1,"text":"To study.","seconds":2.5}`,
		`{"type":"answer","id":"0198F1A0-7C5E-7B52-9D6C-2F1D3A4B5C6D","turn":1,"text":"\ud800"}`,
		`{"turn":1,"type":"repeat"}`, `{"type":"answer","id":"","turn":0,"text":"\u0000"}`, ``, `{`, `[]`, `{"type"`, `{"type":{}}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := readMessage([]byte(text))
		var c complaint
		if err != nil {
			if !errors.As(err, &c) || c.Code == "" || c.Title == "" {
				t.Fatalf("%q: %v is no complaint", text, err)
			}
			if c.ID != "" && uuid.Validate(c.ID) != nil {
				t.Errorf("%q: complaint for id %q", text, c.ID)
			}
			return
		}
		switch m := m.(type) {
		case helloMessage, endMessage, pingMessage:
		case repeatMessage:
			if m.Turn < 1 {
				t.Errorf("%q: turn %d", text, m.Turn)
			}
		case againMessage:
			if m.Turn < 1 {
				t.Errorf("%q: turn %d", text, m.Turn)
			}
		case composingMessage:
			if m.Turn < 1 || m.Words < 1 || m.Words > answerLimit || !(m.Seconds >= 0 && m.Seconds <= 3600) {
				t.Errorf("%q: read as %+v", text, m)
			}
		case answerMessage:
			n := utf8.RuneCountInString(m.Text)
			if m.Turn < 1 || n < 1 || n > answerLimit || strings.ContainsRune(m.Text, 0) || !utf8.ValidString(m.Text) ||
				m.ID != strings.ToLower(m.ID) || uuid.Validate(m.ID) != nil || !(m.Seconds >= 0 && m.Seconds <= 3600) {
				t.Errorf("%q: read as %+v", text, m)
			}
		default:
			t.Errorf("%q: read as %T", text, m)
		}
	})
}
