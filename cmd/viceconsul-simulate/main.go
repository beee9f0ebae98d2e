// Command viceconsul-simulate rehearses with simulated applicants: every category and
// track, nine kinds of applicant, profiles and answers drawn from two data files. It
// drives the same session as the server does and prints what came of it. An interview
// depends on its set of profiles, its kind and its seed alone, so that each can be
// had again: -category F1 -kind nervous -seed 42 -show prints it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/viceconsul/viceconsul/questionbank"
)

func main() {
	var o options
	flag.IntVar(&o.interviews, "n", 20000, "interviews")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the first interview; each next one has the next seed")
	flag.StringVar(&o.category, "category", "", "only this category, or this set of profiles")
	flag.StringVar(&o.kind, "kind", "", "only this kind of applicant: "+strings.Join(kinds, ", "))
	flag.BoolVar(&o.show, "show", false, "print the one interview of -seed, -category and -kind")
	flag.BoolVar(&o.cross, "cross", false, "a row for each set of profiles with each kind too")
	flag.IntVar(&o.misses, "misses", 20, "misses to list")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "viceconsul-simulate:", err)
		os.Exit(1)
	}
}

// options are what to simulate and what to print of it.
type options struct {
	interviews     int
	seed           uint64
	category, kind string
	show, cross    bool
	misses         int
}

func run(o options, out io.Writer) error {
	sim, err := newSimulator()
	if err != nil {
		return err
	}
	cells := sim.cells(o.category, o.kind)
	if len(cells) == 0 {
		return fmt.Errorf("no set of profiles for category %q and kind %q: choose of %s and of %s",
			o.category, o.kind, strings.Join(sim.sets.drawn(), ", "), strings.Join(kinds, ", "))
	}
	if o.show {
		return sim.show(out, cells[0], o.seed)
	}
	start := time.Now()
	records, err := sim.all(cells, o.interviews, o.seed)
	if err != nil {
		return err
	}
	took := time.Since(start)
	r := results{bank: sim.bank, records: records}
	r.print(out, o.cross)
	r.list(out, o.misses)
	fmt.Fprintf(out, "\n%d interviews in %.1f s with %d at a time\n", len(records), took.Seconds(), runtime.GOMAXPROCS(0))
	return nil
}

// A simulator holds what every interview shares; nothing in it changes.
type simulator struct {
	bank   *questionbank.Bank
	sets   sets
	script *script
}

func newSimulator() (*simulator, error) {
	bank, err := questionbank.Embedded()
	if err != nil {
		return nil, err
	}
	all, err := readSets()
	if err != nil {
		return nil, err
	}
	s, err := readScript()
	if err != nil {
		return nil, err
	}
	return &simulator{bank: bank, sets: all, script: s}, nil
}

// A cell is a set of profiles with a kind of applicant.
type cell struct{ set, kind string }

// cells are all sets with all kinds, or those of one category, set or kind.
func (sim *simulator) cells(category, kind string) []cell {
	var all []cell
	names := sim.sets.drawn()
	exact := slices.Contains(names, category)
	for _, set := range names {
		if category != "" && set != category && (exact || string(sim.sets[set].Category) != category) {
			continue
		}
		for _, k := range kinds {
			if kind == "" || k == kind {
				all = append(all, cell{set, k})
			}
		}
	}
	return all
}

// again is how many interviews are held for one that a second officer holds too.
const again = 10

// all holds the interviews on every core. What an interview is depends on its place
// alone, not on who holds it.
func (sim *simulator) all(cells []cell, n int, seed uint64) ([]record, error) {
	records, faults := make([]record, n), make([]error, n)
	places := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range places {
				records[i], faults[i] = sim.one(cells[i%len(cells)], seed+uint64(i), i/len(cells)%again == 0)
			}
		})
	}
	for i := range n {
		places <- i
	}
	close(places)
	workers.Wait()
	for _, err := range faults {
		if err != nil {
			return nil, err
		}
	}
	return records, nil
}

// one holds one interview, and now and then the same applicant's with another officer
// of the same temper.
func (sim *simulator) one(c cell, seed uint64, twice bool) (record, error) {
	first, err := sim.rehearse(c, seed, seed)
	if err != nil {
		return record{}, err
	}
	r := sim.record(first)
	if twice {
		second, err := sim.rehearse(c, seed, seed+1<<40)
		if err != nil {
			return record{}, err
		}
		r.common, r.compared = common(first.lines(), second.lines()), true
	}
	return r, nil
}
