// Package measure reads numbers, money, durations and dates out of English as
// people speak and write it: "forty-seven thousand", "12 lakh INR", "a week and a
// half", "late August", "two years ago". It serves both the profile, where a whole
// value must be read, and the grader, where values stand inside an answer.
//
// It reads text only; what a value is compared with is not its business. It
// imports the standard library.
package measure

// A Kind is what a Mention measures.
type Kind int

// The kinds of mention.
const (
	Number   Kind = iota + 1 // "two", "3.8", "half", "a dozen"; also a bare year
	Money                    // "USD 47,000", "six and a half million naira", "fifteen dollars an hour"
	Duration                 // "three weeks", "a week and a half", "two to three months"
	Calendar                 // "late August", "June fifth", "2027-08", "last year", "Christmas 2019"
)

// A Mention is one measured value standing in a text. Mentions never overlap.
type Mention struct {
	Kind       Kind
	From, To   int // words, To exclusive
	Start, End int // bytes

	Low, High float64 // the number; the amount of money; the days of a duration. Equal unless a range was said
	About     bool    // "about", "roughly", "around", "a bit under", "almost"
	// Unit is of money its ISO 4217 code, "" when none was named or the name alone
	// is several countries' ("rupees"); of a duration "hour", "day", "week", "month"
	// "semester" or "year" as said; of a number "%" or "".
	Unit    string
	Per     string // "hour", "day", "week", "month", "semester" or "year": so much in each; "" when no period was named
	Ordinal bool   // a number said as "third", "1st"
	Date    Date   // calendar mentions
}

// A Date is a calendar date as precisely as it was said. Zero parts are unknown.
type Date struct {
	Year  int
	Month int // 1 to 12
	Day   int
	// Part narrows a month or a year: "early", "mid", "late", "spring", "summer",
	// "autumn", "winter"; "" when nothing narrowed it.
	Part string
	// Span is the days the date may be off because it was counted from another
	// ("in about six weeks" is 7); 0 for a date said outright.
	Span int
}
