package scoring

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A riskItem is an answer with the risk an officer would see in it: none where a
// truthful answer only sounds like one.
type riskItem struct {
	Category, Track, Officer, Answer string
	Risk                             string
	Severity                         transcript.Severity
}

// TestRisksRead reads risk statements and their truthful look-alikes in many
// wordings. What is of high severity is never issued.
func TestRisksRead(t *testing.T) {
	f, err := os.Open("testdata/risks.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var it riskItem
		if err := json.Unmarshal(lines.Bytes(), &it); err != nil {
			t.Fatal(err)
		}
		checkRisk(t, it)
	}
}

func checkRisk(t *testing.T, it riskItem) {
	t.Helper()
	category, err := transcript.ParseCategory(it.Category, it.Track)
	if err != nil {
		t.Fatal(err)
	}
	graded, err := Grade(embedded(t), transcript.Transcript{Category: category, InterviewDate: "2027-04-22",
		Turns: []transcript.Turn{{Officer: it.Officer, Applicant: it.Answer}}})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]transcript.Severity{}
	for _, f := range graded.Turns[0].Findings {
		if f.Criterion == transcript.Risk {
			found[f.Rule] = f.Severity
		}
	}
	if it.Risk == "" && len(found) > 0 || it.Risk != "" && found[it.Risk] != it.Severity {
		t.Errorf("%s %q, %q: risks %v, want %q %q", it.Category, it.Officer, it.Answer, found, it.Risk, it.Severity)
	}
	if it.Severity == transcript.High && graded.Outcome != nil && graded.Outcome.Decision == transcript.Issued {
		t.Errorf("%q: issued", it.Answer)
	}
}
