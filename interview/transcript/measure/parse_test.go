package measure

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestParseMoney(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"USD 47,000", "47000 USD"},
		{"47000", "47000"},
		{"47000.50", "47000.5"},
		{"12 lakh INR", "1200000 INR"},
		{"INR 12,00,000", "1200000 INR"},
		{"$15 an hour", "15 USD/hour"},
		{"USD 15/hour", "15 USD/hour"},
		{"USD 68,000 per year", "68000 USD/year"},
		{"about 42,000 dollars", "42000 USD"},
		{"six and a half million naira", "6500000 NGN"},
		{"EUR 47.000", "47000 EUR"},
		{"180k PKR", "180000 PKR"},
		{"TWD 62,000", "62000 TWD"},
		{"IQD 58 million", "58000000 IQD"},
		{"CLP 1,900,000 (about USD 2,000)", "1900000 CLP"},
		{"$40-50k", "40000..50000 USD"},
		{"EUR 12.500", ""}, // twelve and a half, or twelve thousand five hundred
		{"-5", ""},
		{"USD -5", ""},
		{"+5 USD", ""},
		{"3 weeks", ""},
		{"some money", ""},
		{"USD 47,000 and a car", ""},
		{"two sums: 5 USD, 6 USD", ""},
		{"5%", ""},
		{"", ""},
	} {
		m, err := ParseMoney(tt.text)
		check(t, "ParseMoney", tt.text, amount(m), tt.want, err)
	}
}

func TestParseDuration(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"3 weeks", "21 week"},
		{"3weeks", "21 week"},
		{"10 days", "10 day"},
		{"a year and a half", "547.875 year"},
		{"2-3 weeks", "14..21 week"},
		{"about a month", "30.4375 month"},
		{"fortnight", ""},
		{"a fortnight", "14 week"},
		{"3", ""},
		{"weeks", ""},
		{"3 weeks in June", ""},
		{"40 hours a week", ""},
		{"two years ago", ""},
		{"", ""},
	} {
		m, err := ParseDuration(tt.text)
		check(t, "ParseDuration", tt.text, amount(m), tt.want, err)
	}
}

func TestParseNumber(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"250", "250"}, {"about 250", "250"}, {"four", "4"}, {"three and a half", "3.5"}, {"2,000", "2000"}, {"2027", "2027"},
		{"7.5", "7.5"}, {"twenty twenty-seven", "2027"}, {"5 USD", ""}, {"3 weeks", ""}, {"third", ""}, {"-3", ""}, {"many", ""}, {"12.500", ""},
	} {
		m, err := ParseNumber(tt.text)
		check(t, "ParseNumber", tt.text, amount(m), tt.want, err)
	}
}

func TestParseDate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2027-06-05", "5 June 2027"},
		{"2027-08", "August 2027"},
		{"August 2027", "August 2027"},
		{"Aug 2027", "August 2027"},
		{"5 June 2027", "5 June 2027"},
		{"June 5th, 2027", "5 June 2027"},
		{"23.8.2027", "23 August 2027"},
		{"23/08/2027", "23 August 2027"},
		{"05/05/2027", "5 May 2027"},
		{"late 2019", "late 2019"},
		{"summer 2019", "summer 2019"},
		{"2001", "2001"},
		{"1948-03-02", "2 March 1948"},
		{"06/05/2027", ""}, // day and month could be exchanged
		{"June 5", ""},     // no year
		{"next year", ""},
		{"two years ago", ""},
		{"2027-13-01", ""},
		{"2027-02-30", ""},
		{"30 February 2027", ""},
		{"20270605", ""},
		{"1492", ""},
		{"", ""},
	} {
		d, err := ParseDate(tt.text)
		check(t, "ParseDate", tt.text, d.String(), tt.want, err)
	}
}

// check compares a reading with what is wanted of it; wanting "" means an error
// that wraps ErrUnreadable, has an example and does not repeat the text.
func check(t *testing.T, parse, text, got, want string, err error) {
	t.Helper()
	switch {
	case want != "" && err != nil:
		t.Errorf("%s(%q): %v, want %s", parse, text, err, want)
	case want != "" && got != want:
		t.Errorf("%s(%q) = %s, want %s", parse, text, got, want)
	case want == "" && !errors.Is(err, ErrUnreadable):
		t.Errorf("%s(%q) = %s, %v, want ErrUnreadable", parse, text, got, err)
	case want == "" && len(text) > 5 && strings.Contains(err.Error(), text):
		t.Errorf("%s(%q): error repeats the text: %v", parse, text, err)
	}
}

func amount(m Mention) string {
	s := fmt.Sprint(int64(m.Low))
	if m.Low != float64(int64(m.Low)) {
		s = fmt.Sprint(m.Low)
	}
	if m.High != m.Low {
		s += ".." + fmt.Sprint(m.High)
	}
	if m.Unit != "" {
		s += " " + m.Unit
	}
	if m.Per != "" {
		s += "/" + m.Per
	}
	return s
}

func TestTodayWantsAnISODate(t *testing.T) {
	for _, text := range []string{"", "2027", "2027-6-1", "2027-02-30", "10 June 2027", "2027-06-10T00:00:00Z"} {
		if d, err := Today(text); !errors.Is(err, ErrUnreadable) {
			t.Errorf("Today(%q) = %v, %v, want ErrUnreadable", text, d, err)
		}
	}
	if d, err := Today("2027-06-10"); err != nil || d != (Date{Year: 2027, Month: 6, Day: 10}) {
		t.Errorf("Today = %v, %v", d, err)
	}
}

func TestMonthsAreCountedToTheLastDay(t *testing.T) {
	day := Date{Year: 2028, Month: 3, Day: 31}
	for n, want := range map[int]Date{-1: {Year: 2028, Month: 2, Day: 29}, -13: {Year: 2027, Month: 2, Day: 28}, 1: {Year: 2028, Month: 4, Day: 30}, 10: {Year: 2029, Month: 1, Day: 31}} {
		if got := day.plusMonths(n, 0); got != want {
			t.Errorf("%v plus %d months = %v, want %v", day, n, got, want)
		}
	}
}

func TestUSD(t *testing.T) {
	if got, ok := USD(3_500_000, "INR"); !ok || got < 40_000 || got > 43_000 {
		t.Errorf("INR 35 lakh = USD %v, %v, want about 42,000", got, ok)
	}
	if got, ok := USD(5, "XXX"); ok {
		t.Errorf("an unknown currency has a rate: %v", got)
	}
	for code, rate := range perDollar {
		if rate <= 0 || len(code) != 3 {
			t.Errorf("rate of %q is %v", code, rate)
		}
	}
	for word, code := range currencies {
		if perDollar[code] == 0 {
			t.Errorf("%q is %s, which has no rate", word, code)
		}
	}
	for pair, code := range national {
		if perDollar[code] == 0 {
			t.Errorf("%v is %s, which has no rate", pair, code)
		}
	}
}
