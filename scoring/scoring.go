// Package scoring grades interviews: it takes claims out of answers, compares them
// with the declared profile and with earlier answers, gives each turn its bands and
// the whole its grades and outcome. Every number comes from the rubric in code;
// every finding names the words it rests on. Same input, same bytes.
//
// It is pure: no clock, no chance, no model, no I/O.
//
// # Where things are
//
// Judge (grade.go) takes an answer through the rooms below in this order; a file is
// named for its room first.
//
//   - lexicon_*.go say what English words mean, with no applicant in sight; taxonomy.go,
//     vocabulary.go, construction.go, token.go, lexeme.go and signature.go look them up, kin.go joins
//     "my mother's brother".
//   - case.go makes a profile ready for comparing; state_declared.go and event.go read
//     from it in which stage things are and what has happened.
//   - question.go finds the bank's question of an officer's line, line*.go read any other
//     line, query*.go say what would answer it.
//   - answer*.go cut an answer into words and clauses, hearing*.go follow one matter of
//     the past through it, typed*.go say of what kind a word is.
//   - claims*.go take claims out of it, a file for each kind (who pays, amount, date,
//     place, kin, plan); beside.go, misfit.go and called.go keep out what is no answer to
//     the field.
//   - verdict*.go compare claims with the profile and with earlier answers; outright*.go
//     do so whatever was asked, retold*.go find what agrees, unchecked.go takes the weight
//     from words that may be misheard, press.go hears a contradiction taken up again,
//     phrase.go words what was found.
//   - brevity.go, directness.go, specificity*.go, consistency.go, ties.go, fit.go,
//     composure.go with conduct*.go, and risk.go with statement*.go and signs*.go give one
//     criterion each, from a sheet (sheet.go). rehearsed.go, pasted.go and foreign.go note
//     recited, pasted and other languages' words.
//   - suggest*.go word the answer shorter, from declared facts.
//   - view.go sees the interview as a whole, seal.go and outcome.go end it with
//     its cause, next.go and moments.go name the next steps and the best moments,
//     cause.go says why an officer would follow up; weigh*.go hear a model's opinion within its bounds.
//   - rubric.go holds the weights, bands and limits, with their sources.
package scoring
