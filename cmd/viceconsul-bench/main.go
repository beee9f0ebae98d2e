// Command viceconsul-bench measures the server against a floor: a bare echo and
// gorilla server that stores each answer through the same store and asks a canned
// question. Both run in processes of their own, in turn (A B B A), and only their
// ratio means anything. Linux only: it reads processor time and memory from /proc.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if len(os.Args) > 1 && os.Args[1] == "floor" {
		exitOn(serveFloor(ctx, os.Args[2:]))
		return
	}
	var b bench
	flag.StringVar(&b.database, "database-url", os.Getenv("TEST_DATABASE_URL"), "Postgres to measure too; the embedded store alone without it")
	flag.IntVar(&b.sessions, "sessions", 100, "interviews at a time")
	flag.IntVar(&b.rounds, "rounds", 7, "rounds; the median is shown with the least and the greatest")
	flag.DurationVar(&b.length, "length", 3*time.Second, "of one measurement")
	flag.IntVar(&b.idle, "idle", 5000, "interviews held open without a word; 0 leaves the row out")
	flag.Parse()
	exitOn(b.run(ctx))
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "viceconsul-bench:", err)
		os.Exit(1)
	}
}

// A bench is what is measured and how.
type bench struct {
	database string
	sessions int
	rounds   int
	length   time.Duration
	idle     int

	server string // the built binary
}

// run measures every row on every store and prints them.
func (b *bench) run(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "viceconsul-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b.server = filepath.Join(dir, "viceconsul")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", b.server, "github.com/viceconsul/viceconsul/cmd/viceconsul")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build the server: %w", err)
	}
	size, err := os.Stat(b.server)
	if err != nil {
		return err
	}
	fmt.Printf("binary %.1f MB; %d sessions, %d rounds of %s, medians (least to greatest)\n\n", float64(size.Size())/1e6, b.sessions, b.rounds, b.length)
	stores := []string{"sqlite"}
	if b.database != "" {
		stores = append(stores, "postgres")
	}
	for _, store := range stores {
		if err := b.measure(ctx, store, dir); err != nil {
			return fmt.Errorf("measure on %s: %w", store, err)
		}
	}
	return nil
}

// measure prints the rows of one store.
func (b *bench) measure(ctx context.Context, store, dir string) error {
	var cpu, rate, p99 []pair
	var starts []float64
	for round := range b.rounds {
		ours, floor, err := b.round(ctx, store, dir, round)
		if err != nil {
			return err
		}
		starts = append(starts, ours.start.Seconds()*1e3)
		cpu = append(cpu, pair{ours.cpu, floor.cpu})
		rate = append(rate, pair{ours.rate, floor.rate})
		p99 = append(p99, pair{ours.p99, floor.p99})
	}
	fmt.Printf("%s\n", store)
	printPairs("  CPU per turn, us", cpu)
	printPairs("  turns per second", rate)
	printPairs("  p99 of a turn at half load, ms", p99)
	least, middle, most := spread(starts)
	fmt.Printf("  %-34s %8.1f  (%.1f to %.1f)\n", "start to first question, ms", middle, least, most)
	if b.idle > 0 {
		if err := b.measureIdle(ctx, store, dir); err != nil {
			return fmt.Errorf("idle sessions: %w", err)
		}
	}
	fmt.Println()
	return nil
}

// A result is one server's figures of one round.
type result struct {
	start time.Duration // from the start of the process to the first question
	cpu   float64       // microseconds of processor time a turn
	rate  float64       // turns a second
	p99   float64       // milliseconds, at half of the lower rate of the two
}

// round measures both servers once, the order turned about each time.
func (b *bench) round(ctx context.Context, store, dir string, round int) (ours, floor result, err error) {
	order := []*result{&ours, &floor}
	if round%2 == 1 {
		order = []*result{&floor, &ours}
	}
	run := func(r *result, load func(*process, *result) error) error {
		p, err := b.start(ctx, store, dir, r == &ours)
		if err != nil {
			return err
		}
		r.start = p.took
		return errors.Join(load(p, r), p.stop())
	}
	for _, r := range order {
		if err := run(r, func(p *process, r *result) error { return closedLoop(ctx, p, b, r) }); err != nil {
			return ours, floor, err
		}
	}
	half := min(ours.rate, floor.rate) / 2
	for _, r := range order {
		started := r.start
		if err := run(r, func(p *process, r *result) error { return openLoop(ctx, p, b, half, r) }); err != nil {
			return ours, floor, err
		}
		r.start = started
	}
	return ours, floor, nil
}

// measureIdle prints the memory of a session that waits.
func (b *bench) measureIdle(ctx context.Context, store, dir string) error {
	var figures [2]float64
	for i, ours := range []bool{true, false} {
		p, err := b.start(ctx, store, dir, ours)
		if err != nil {
			return err
		}
		before := p.memory()
		held, err := holdOpen(ctx, p, b.idle)
		if err == nil {
			figures[i] = float64(p.memory()-before) / float64(b.idle) / 1024
		}
		held.close()
		if err := errors.Join(err, p.stop()); err != nil {
			return err
		}
		if ours {
			fmt.Printf("  %-34s %8.1f\n", "memory at start, MB", float64(before)/1e6)
		}
	}
	fmt.Printf("  %-34s %8.1f  against %8.1f: %.2fx\n", fmt.Sprintf("idle session of %d, KB", b.idle), figures[0], figures[1], figures[0]/figures[1])
	return nil
}
