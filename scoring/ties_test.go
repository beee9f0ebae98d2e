package scoring

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A tieItem is an answer with the band its ties are worth; none where they are not
// asked for.
type tieItem struct {
	Category, Track, Officer, Question, Answer string
	Profile                                    transcript.Profile
	Tie                                        *int
}

// TestTiesRead reads what calls applicants home, and what only sounds like it: a
// relative visited there, a post given up, a wish to stay.
func TestTiesRead(t *testing.T) {
	f, err := os.Open("testdata/ties.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var it tieItem
		if err := json.Unmarshal(lines.Bytes(), &it); err != nil {
			t.Fatal(err)
		}
		checkTies(t, it)
	}
}

func checkTies(t *testing.T, it tieItem) {
	t.Helper()
	category, err := transcript.ParseCategory(it.Category, it.Track)
	if err != nil {
		t.Fatal(err)
	}
	graded, err := Grade(embedded(t), transcript.Transcript{Category: category, InterviewDate: "2027-04-22", Profile: it.Profile,
		Turns: []transcript.Turn{{Officer: it.Officer, Question: it.Question, Applicant: it.Answer}}})
	if err != nil {
		t.Fatal(err)
	}
	band, tested := graded.Turns[0].Bands.Ties.Value()
	if tested != (it.Tie != nil) || tested && int(band) != *it.Tie {
		t.Errorf("%s %q, %q: ties %v (tested %v), want %v", it.Category, it.Officer, it.Answer, band, tested, it.Tie)
	}
}
