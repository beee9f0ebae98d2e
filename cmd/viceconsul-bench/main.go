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
	if err := b.measure(ctx, sqliteStore, dir); err != nil || b.database == "" {
		return err
	}
	schema, drop, err := newSchema(ctx, b.database)
	if err != nil {
		return err
	}
	b.database = schema
	return errors.Join(b.measure(ctx, postgresStore, dir), drop(context.WithoutCancel(ctx)))
}

// The stores that are measured.
const (
	sqliteStore   = "sqlite"
	postgresStore = "postgres"
)

// measure prints the rows of one store.
func (b *bench) measure(ctx context.Context, store, dir string) error {
	var ours, floor []result
	for round := range b.rounds {
		o, f, err := b.round(ctx, store, dir, round)
		if err != nil {
			return fmt.Errorf("measure on %s: %w", store, err)
		}
		ours, floor = append(ours, o), append(floor, f)
	}
	fmt.Printf("%s\n", store)
	for _, r := range rows {
		r.print(ours, floor)
	}
	if b.idle > 0 {
		if err := b.measureIdle(ctx, store, dir); err != nil {
			return fmt.Errorf("idle sessions on %s: %w", store, err)
		}
	}
	fmt.Println()
	return nil
}

// A result is one server's figures of one round. A turn is an answer sent, its ack
// and the officer's next line.
type result struct {
	start  float64 // milliseconds from the start of the process to the first question
	memory float64 // MB then
	turn   cost    // of turns alone, between the first question and the decision
	share  cost    // of a turn with its share of the whole interview around it
	length float64 // turns of an interview
	p99    float64 // milliseconds, at half of the lower rate of the two
}

// A cost is what turns took.
type cost struct {
	cpu  float64 // microseconds of the server's processor time a turn
	rate float64 // turns a second
}

// round measures both servers once, the order turned about each time.
func (b *bench) round(ctx context.Context, store, dir string, round int) (ours, floor result, err error) {
	order := []*result{&ours, &floor}
	if round%2 == 1 {
		order = []*result{&floor, &ours}
	}
	for _, r := range order {
		err := b.with(ctx, store, dir, r == &ours, func(p *process) error {
			r.start, r.memory = p.took.Seconds()*1e3, float64(p.memory())/1e6
			return errors.Join(bareTurns(ctx, p, b, r), closedLoop(ctx, p, b, r))
		})
		if err != nil {
			return ours, floor, err
		}
	}
	half := min(ours.share.rate, floor.share.rate) / 2
	for _, r := range order {
		err := b.with(ctx, store, dir, r == &ours, func(p *process) error { return openLoop(ctx, p, b, half, r) })
		if err != nil {
			return ours, floor, err
		}
	}
	return ours, floor, nil
}

// with measures a server that is there for one measurement.
func (b *bench) with(ctx context.Context, store, dir string, ours bool, measure func(*process) error) error {
	p, err := b.start(ctx, store, dir, ours)
	if err != nil {
		return err
	}
	return errors.Join(measure(p), p.stop())
}

// measureIdle prints the memory of a session that waits.
func (b *bench) measureIdle(ctx context.Context, store, dir string) error {
	var figures [2]float64
	for i, ours := range []bool{true, false} {
		err := b.with(ctx, store, dir, ours, func(p *process) error {
			before := p.memory()
			held, err := holdOpen(ctx, p, b.idle)
			figures[i] = float64(p.memory()-before) / float64(b.idle) / 1024
			held.close()
			return err
		})
		if err != nil {
			return err
		}
	}
	fmt.Printf(format+"\n", fmt.Sprintf("idle session of %d, KB", b.idle), figures[0], figures[1], figures[0]/figures[1])
	return nil
}
