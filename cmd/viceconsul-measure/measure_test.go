package main

import (
	"errors"
	"os"
	"testing"
)

// Sizes, rules and counts of the pages hold. Times are printed by the command alone.
func TestPagesHoldTheirTargets(t *testing.T) {
	b, err := openBrowser(t.Context())
	if errors.Is(err, errNoChromium) && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	s, err := serve(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.stop()
	for _, measure := range []func(*browser, *server) ([]figure, error){firstQuestions, weights, turns, readOut, widths} {
		figures, err := measure(b, s)
		if err != nil {
			t.Error(err)
		}
		for _, f := range figures {
			if f.missed {
				t.Errorf("%s: %s, want %s", f.name, f.value, f.target)
			}
		}
	}
}
