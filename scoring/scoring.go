// Package scoring grades interviews: it takes claims out of answers, compares them
// with the declared profile and with earlier answers, gives each turn its bands and
// the whole its grades and outcome. Every number comes from the rubric in code;
// every finding names the words it rests on. Same input, same bytes.
//
// It is pure: no clock, no chance, no model, no I/O.
package scoring
