package openai_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/tiktoken-go/tokenizer"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// tokens counts as the models of the last years do (o200k_base); a message costs four
// more, a reply three.
func tokens(t testing.TB) func(texts ...string) int {
	t.Helper()
	codec, err := tokenizer.Get(tokenizer.O200kBase)
	if err != nil {
		t.Fatal(err)
	}
	return func(texts ...string) int {
		n := 0
		for _, text := range texts {
			count, err := codec.Count(text)
			if err != nil {
				t.Fatal(err)
			}
			n += count
		}
		return n
	}
}

// spent is what the calls of an interview use.
type spent struct{ prompt, completion, calls int }

func (s *spent) add(count func(...string) int, c *standin.Call, reply string) {
	var request struct {
		Format json.RawMessage `json:"response_format"`
	}
	_ = json.Unmarshal([]byte(c.Body), &request) // the stand-in read it
	s.calls++
	s.prompt += 3 + count(string(request.Format))
	for _, m := range c.Messages {
		s.prompt += 4 + count(m.Content)
	}
	s.completion += count(reply)
}

// considered answers are of 9 to 45 words, 22 on average.
var considered = []string{
	"I want to study data science at Example State University, because I work with hospital data at home and my company has nobody who can build the models we need.",
	"My father is paying, sir. He is a civil engineer with his own firm in Pune.",
	"The first year costs about forty-seven thousand dollars, and my father has it in his savings.",
	"I looked at four universities; this one has a laboratory for health data, and the professor there wrote the book that we used in my last year of engineering.",
	"After the course I go back to the family construction firm. My father wants to plan the sites with data and I have promised to build that department with him.",
	"Yes, one cousin in Texas. I do not plan to stay with him, he is four hours away.",
	"I finished engineering in 2024 with first class and have worked for two years since.",
	"No, I have never applied before and I have never been to the United States, only to Dubai for a week with my parents.",
	"I am not married. My parents and my younger sister live in Pune and my father's firm is there too, with thirty people.",
	"To be honest I did not apply in India because the good programs there take very few students, and none has that laboratory.",
}

// What an interview costs with every line worded by a model and the whole heard
// afterwards: lines of rehearsals, and whole interviews of the grader's open test data,
// which declare some forty facts. The README has the figures.
func TestTokens(t *testing.T) {
	count := tokens(t)
	var mu sync.Mutex
	var used spent
	s := standin.New(t, func(c *standin.Call) standin.Reply {
		reply := "Okay. " + c.Part("line")
		if c.Schema {
			reply = proposedOn(c)
		}
		mu.Lock()
		defer mu.Unlock()
		used.add(count, c, reply)
		return standin.Says(reply)
	})
	o, err := openai.NewOfficer(openai.Config{BaseURL: s.URL(), Model: "small"})
	if err != nil {
		t.Fatal(err)
	}
	section, p, lines := rehearse(t, o), student(t), 0
	for seed := range 20 {
		h, err := hold(t.Context(), section, seed, p, considered)
		if err != nil {
			t.Fatal(err)
		}
		lines += len(h.asked)
	}
	worded := used
	per := func(n, of int) int { return (n + of/2) / of }
	t.Logf("wording of ten lines: %d prompt and %d completion tokens, of %d", per(10*worded.prompt, lines), per(10*worded.completion, lines), lines)
	for _, turns := range []int{10, 12} {
		used = spent{}
		passes, most, all := 0, 0, wholeInterviews(t, turns)
		for _, in := range all {
			before := used
			heard, err := hearer(t, s).Hear(t.Context(), openai.Account{Applicant: "a", Interview: "i"}, in)
			if err != nil {
				t.Fatal(err)
			}
			passes, most = passes+heard.Passes, max(most, used.prompt+used.completion-before.prompt-before.completion)
		}
		n := len(all)
		t.Logf("hearing of %d answers: %d prompt and %d completion tokens in %.1f passes, %d at most; %d interviews",
			turns, per(used.prompt, n), per(used.completion, n), float64(passes)/float64(n), most, n)
		if mean := (used.prompt + used.completion) / n; most > 6_000 || mean/2 > 3_000 {
			t.Errorf("%d answers take %d tokens, %d at most", turns, mean, most)
		}
	}
}

// weighedInterviews is how many interviews of a length are counted.
const weighedInterviews = 60

// wholeInterviews are graded interviews of so many answers, evenly taken from the open ones.
func wholeInterviews(t testing.TB, turns int) (all []transcript.Transcript) {
	t.Helper()
	files, err := filepath.Glob("../../scoring/testdata/heard/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no interviews: %v", err)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		scan := bufio.NewScanner(f)
		for scan.Buffer(nil, 1<<20); scan.Scan(); {
			var a struct {
				Category string             `json:"category"`
				Track    string             `json:"track"`
				Date     string             `json:"interview_date"`
				Profile  transcript.Profile `json:"profile"`
				Turns    []struct {
					Officer   string `json:"officer"`
					Applicant string `json:"applicant"`
				} `json:"turns"`
			}
			if err := json.Unmarshal(scan.Bytes(), &a); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			in := labelledAnswer{Category: a.Category, Track: a.Track, Date: a.Date, Profile: a.Profile}.interview(t)
			in.Turns = nil
			for _, e := range a.Turns[:min(turns, len(a.Turns))] {
				in.Turns = append(in.Turns, transcript.Turn{Officer: e.Officer, Applicant: e.Applicant})
			}
			if len(in.Turns) == turns {
				all = append(all, in)
			}
		}
		f.Close()
	}
	bank, n := embedded(t), min(len(all), weighedInterviews)
	for i := range n {
		all[i] = graded(t, bank, all[i*len(all)/n])
	}
	return all[:n]
}

// proposedOn is a reply of the usual length: something on every third answer.
func proposedOn(c *standin.Call) string {
	turns := []standin.Proposal{}
	for _, e := range c.Exchanges() {
		if e.N%3 != 0 {
			continue
		}
		turns = append(turns, standin.Proposal{N: e.N, Claims: []standin.Claim{claimed("ties.plan_after", "go back to the family construction firm", "After the course I go back to the family construction firm", "consistent")},
			Labels:  []standin.Label{labelledAs("specificity", "up", "this one has a laboratory for health data")},
			Misread: []standin.Doubt{}, Suggestion: "My father is paying. He is a civil engineer."})
	}
	return mustJSON(map[string]any{"turns": turns})
}
