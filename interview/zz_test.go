package interview

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

func TestZZ(t *testing.T) {
	bank := embedded(t)
	seen := map[string]int{}
	files, _ := filepath.Glob("../scoring/testdata/claims_*.txtar")
	for _, name := range files {
		a, _ := txtar.ParseFile(name)
		for _, f := range a.Files {
			lines := strings.Split(string(f.Data), "\n")
			head := strings.Fields(lines[0])
			var p transcript.Profile
			var on, q, ans, off string
			for _, l := range lines[1:] {
				k, v, _ := strings.Cut(l, " ")
				v = strings.TrimSpace(v)
				switch k {
				case "profile":
					json.Unmarshal([]byte(v), &p)
				case "on":
					on = v
				case "question":
					q = v
				case "answer":
					ans = v
				case "officer":
					off = v
				case "probe", "follow_up", "before":
					q = "-"
				}
			}
			if q == "-" {
				continue
			}
			c := scoring.NewCase(bank, transcript.Category(head[0]), p, on)
			if qq, ok := bank.Question(q); ok && off == "" {
				off = qq.Ask
			}
			j := c.Judge(transcript.Turn{Officer: off, Question: q, Applicant: ans, Kind: transcript.Question}, nil)
			for _, fi := range j.Turn.Findings {
				if !contradicts(fi) {
					continue
				}
				if seen[fi.Field]++; seen[fi.Field] > 4 {
					continue
				}
				r := &reading{Session: Session{bank: bank, started: Started{Category: transcript.Category(head[0]), Profile: p}, asked: []Asked{{Question: q, Kind: transcript.Question, Topic: j.Turn.Topic}}}, last: &j, since: 1}
				m := r.pressing(fi)
				fmt.Printf("%-32s %-50.50s | %s | %s\n", fi.Field, ans, m, fi.Reason)
			}
		}
	}
}
