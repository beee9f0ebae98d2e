package main

import (
	"fmt"
	"slices"
)

// A row is one printed figure.
type row struct {
	name  string
	of    func(result) float64
	alone bool // the floor's figure says nothing
}

// rows are what every round measures. The whole interview is creating it over HTTP,
// connecting, every turn, and for us grading and sealing, divided by its turns.
var rows = []row{
	{name: "CPU of a turn, us", of: func(r result) float64 { return r.turn.cpu }},
	{name: "turns a second", of: func(r result) float64 { return r.turn.rate }},
	{name: "whole interview, CPU per turn, us", of: func(r result) float64 { return r.share.cpu }},
	{name: "whole interview, turns a second", of: func(r result) float64 { return r.share.rate }},
	{name: "whole interview, turns of one", of: func(r result) float64 { return r.length }},
	{name: "p99 of a turn at half load, ms", of: func(r result) float64 { return r.p99 }},
	{name: "start to first question, ms", of: func(r result) float64 { return r.start }, alone: true},
	{name: "memory at start, MB", of: func(r result) float64 { return r.memory }, alone: true},
}

// format is a row's name, both figures and their ratio.
const format = "  %-34s %8.1f  against %8.1f: %.2fx"

// print prints a row: the medians, and the median ratio with its spread.
func (r row) print(ours, floor []result) {
	var o, f, ratio []float64
	for i := range ours {
		o, f = append(o, r.of(ours[i])), append(f, r.of(floor[i]))
		ratio = append(ratio, o[i]/f[i])
	}
	least, middle, most := spread(o)
	if r.alone {
		fmt.Printf("  %-34s %8.1f  (%.1f to %.1f)\n", r.name, middle, least, most)
		return
	}
	_, against, _ := spread(f)
	least, times, most := spread(ratio)
	fmt.Printf(format+" (%.2f to %.2f)\n", r.name, middle, against, times, least, most)
}

// spread is the least, the median and the greatest of at least one figure.
func spread(figures []float64) (least, middle, most float64) {
	sorted := slices.Sorted(slices.Values(figures))
	return sorted[0], sorted[len(sorted)/2], sorted[len(sorted)-1]
}

// percentile is the p-th part, 0 to 1, of at least one figure.
func percentile(figures []float64, p float64) float64 {
	sorted := slices.Sorted(slices.Values(figures))
	return sorted[min(len(sorted)-1, int(float64(len(sorted))*p))]
}
