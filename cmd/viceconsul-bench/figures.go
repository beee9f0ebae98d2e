package main

import (
	"fmt"
	"slices"
)

// A pair is one figure of the server and of the floor, measured side by side.
type pair struct{ ours, floor float64 }

// printPairs prints a row: both medians and the median ratio with its spread.
func printPairs(name string, pairs []pair) {
	var ours, floor, ratio []float64
	for _, p := range pairs {
		ours, floor, ratio = append(ours, p.ours), append(floor, p.floor), append(ratio, p.ours/p.floor)
	}
	_, o, _ := spread(ours)
	_, f, _ := spread(floor)
	least, middle, most := spread(ratio)
	fmt.Printf("  %-34s %8.1f  against %8.1f: %.2fx (%.2f to %.2f)\n", name[2:], o, f, middle, least, most)
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
