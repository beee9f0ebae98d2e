package openai

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden rendering")

func TestWordingPromptReadsAsKept(t *testing.T) {
	messages, err := wordingMessages(brief("Who is paying for your studies?"))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, m := range messages {
		got += m.Role + ":\n" + m.Content + "\n"
	}
	const golden = "testdata/wording.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the prompt changed (-kept +rendered):\n%s", diff)
	}
}
