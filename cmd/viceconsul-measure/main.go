// Command viceconsul-measure looks at the pages as an applicant's browser gets them, and
// prints what they weigh, how fast they show, what a turn costs on the wire, how a dead
// network is told, what is read out, and whether anything is wider than a small phone.
// With "pictures DIR" it draws the pictures of the README instead. It needs a Chromium;
// CHROMIUM names one that is not in the path.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "viceconsul-measure:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	dir, err := os.MkdirTemp("", "viceconsul-measure-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := serve(ctx, dir)
	if err != nil {
		return err
	}
	defer s.stop()
	b, err := openBrowser(ctx)
	if err != nil {
		return err
	}
	defer b.close()
	if len(args) == 2 && args[0] == "pictures" {
		return draw(b, s, filepath.Clean(args[1]))
	}
	if len(args) > 0 {
		return fmt.Errorf("arguments %q; want none, or: pictures DIR", args)
	}
	return measureAll(b, s)
}

// measurements in the order in which they are printed.
var measurements = []func(*browser, *server) ([]figure, error){
	firstQuestions, paints, weights, turns, readOut, widths, deadNetworks,
}

// A figure is one thing that was measured, beside what it should be.
type figure struct {
	name, value, target string
	missed              bool // of what a test asserts: sizes, rules and counts, never times
}

func measureAll(b *browser, s *server) error {
	for _, measure := range measurements {
		figures, err := measure(b, s)
		for _, f := range figures {
			fmt.Printf("%-62s %-34s %s\n", f.name, f.value, f.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
