// Package transcript holds the nouns of a rehearsal: the visa category, the
// profile an applicant declared, turns, findings, grades and the outcome.
//
// It says what a transcript is and how its JSON reads; it decides nothing. Words
// and numbers are taken out of text by package measure, grades are worked out by
// package scoring. It imports the standard library and measure only.
package transcript
