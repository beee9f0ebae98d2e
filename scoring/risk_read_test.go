package scoring

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
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
	for _, it := range riskItems(t) {
		checkRisk(t, it)
	}
}

func riskItems(t *testing.T) []riskItem {
	t.Helper()
	var all []riskItem
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
		all = append(all, it)
	}
	return all
}

// TestRisksAreNeverIssued puts each grave statement into an interview that is issued
// without it.
func TestRisksAreNeverIssued(t *testing.T) {
	all := stories(t)
	for _, it := range riskItems(t) {
		category, err := transcript.ParseCategory(it.Category, it.Track)
		if err != nil || !category.HasTies() || it.Severity != transcript.High || it.Risk == riskPatients && strings.HasPrefix(it.Category, "J-1") {
			continue // to treat patients is what the physician of that interview comes for
		}
		strong := "b2"
		switch {
		case category == transcript.F1:
			strong = "f1"
		case strings.HasPrefix(it.Category, "J-1"):
			strong = "j1_physician"
		}
		in := all["testdata/"+strong+"_strong.txtar"]
		if was := graded(t, in); was.Outcome.Decision != transcript.Issued {
			t.Fatalf("%s is not issued", strong)
		}
		if strong == "b2" {
			in.Category = category
		}
		in.Turns = append(slices.Clone(in.Turns), transcript.Turn{Officer: it.Officer, Applicant: it.Answer})
		if is := graded(t, in); is.Outcome.Decision == transcript.Issued {
			t.Errorf("%s: issued in spite of %q, %q", strong, it.Officer, it.Answer)
		}
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
