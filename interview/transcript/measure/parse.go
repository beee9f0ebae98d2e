package measure

import (
	"fmt"
	"strings"
)

// Each Parse function wants the whole text to be one value and nothing else. Its
// error wraps ErrUnreadable, says what can be read, and never repeats the text.

// ParseMoney reads an amount: "USD 47,000", "12 lakh INR", "15 dollars an hour". A
// text without a currency has Unit "". What stands in brackets behind it is passed
// over.
func ParseMoney(text string) (Mention, error) {
	if before, aside, found := strings.Cut(text, "("); found && strings.HasSuffix(strings.TrimSpace(aside), ")") {
		text = before // "CLP 1,900,000 (about USD 2,000)"
	}
	m, ok := whole(text)
	if ok && m.Kind == Number && !m.Ordinal && m.Unit == "" {
		m.Kind = Money
	}
	if !ok || m.Kind != Money || doubtful(text) {
		return Mention{}, fmt.Errorf("%w as money: write an amount with its currency, such as \"USD 47,000\" or \"12 lakh INR\"", ErrUnreadable)
	}
	return m, nil
}

// ParseDuration reads a length of time: "3 weeks", "a year and a half", "10-14 days".
func ParseDuration(text string) (Mention, error) {
	m, ok := whole(text)
	if !ok || m.Kind != Duration || m.Per != "" {
		return Mention{}, fmt.Errorf("%w as a length of time: write a number with its unit, such as \"3 weeks\" or \"18 months\"", ErrUnreadable)
	}
	return m, nil
}

// ParseNumber reads a number: "250", "about 250", "three and a half", "12 lakh".
func ParseNumber(text string) (Mention, error) {
	m, ok := whole(text)
	if ok && m.Kind == Calendar && m.Date == (Date{Year: m.Date.Year}) {
		m = Mention{Kind: Number, From: m.From, To: m.To, Start: m.Start, End: m.End, Low: float64(m.Date.Year), High: float64(m.Date.Year)}
	}
	if !ok || m.Kind != Number || m.Ordinal || doubtful(text) {
		return Mention{}, fmt.Errorf("%w as a number: write it in digits, such as \"250\"", ErrUnreadable)
	}
	return m, nil
}

// ParseDate reads a date that needs no today: "2027-06-05", "5 June 2027", "August
// 2027", "late 2019", "2027". Day and month written as digits that could be
// exchanged ("06/05/2027") are refused.
func ParseDate(text string) (Date, error) {
	m, ok := whole(text)
	if ok && m.Kind == Number && !m.Ordinal && m.Low == m.High && yearLike(m.Low) && m.To == 1 {
		return Date{Year: int(m.Low)}, nil
	}
	if ok && m.Kind == Calendar && m.Date.Year != 0 && m.Date.Month == 0 && m.To-m.From > 2 && m.Date.Part == "" {
		return Date{}, fmt.Errorf("%w as a date: day and month could be exchanged; write it like \"2027-06-05\" or \"5 June 2027\"", ErrUnreadable)
	}
	if !ok || m.Kind != Calendar || m.Date.Year == 0 || m.Date.Day > 28 && m.Date.Day > daysIn(m.Date.Year, m.Date.Month) {
		return Date{}, fmt.Errorf("%w as a date: write it like \"2027-06-05\", \"August 2027\" or \"2027\"", ErrUnreadable)
	}
	return m.Date, nil
}

// yearLike reports whether n can be a year an applicant declares.
func yearLike(n float64) bool { return n >= 1900 && n < 2100 && n == float64(int(n)) }

// whole is the one mention a text consists of.
func whole(text string) (Mention, bool) {
	words := Words(text)
	all := Scan(words, Date{})
	if len(all) != 1 || all[0].From != 0 || all[0].To != len(words) {
		return Mention{}, false
	}
	for i := 0; i < len(text); i++ { // a sign is not a word: "-5" must not be read as 5
		if text[i] == '-' && (i == 0 || text[i-1] == ' ') && i+1 < len(text) && isDigit(text[i+1]) || text[i] == '+' {
			return Mention{}, false
		}
	}
	return all[0], true
}

// doubtful reports whether a point may group thousands or begin decimals: "12.500".
func doubtful(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] == '.' && i > 0 && isDigit(text[i-1]) && digits(text[i+1:]) == 3 && text[i+1:i+4] != "000" {
			return true
		}
	}
	return false
}
