package measure

import (
	"errors"
	"fmt"
	"time"
)

// ErrUnreadable says that a text is not one value of the wanted kind. Errors that
// wrap it say what can be read, with an example, and never repeat the text.
var ErrUnreadable = errors.New("unreadable")

// Today reads the day relative dates count from, an ISO date such as "2027-06-10".
func Today(iso string) (Date, error) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return Date{}, fmt.Errorf("%w: write the day as an ISO date such as 2027-06-10", ErrUnreadable)
	}
	return dateOf(t), nil
}

func dateOf(t time.Time) Date {
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// time is the first day d may mean; unknown parts count as the first.
func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// plus is the day n days later, to be off by as much as span days.
func (d Date) plus(n float64, span int) Date {
	e := dateOf(d.time().AddDate(0, 0, int(n)))
	e.Span = span
	return e
}

// plusMonths is the day n months later; the 31st becomes the last day of a
// shorter month.
func (d Date) plusMonths(n, span int) Date {
	month := d.Year*12 + d.Month - 1 + n
	e := Date{Year: month / 12, Month: month%12 + 1, Span: span}
	e.Day = min(d.Day, daysIn(e.Year, e.Month))
	return e
}

func daysIn(year, month int) int {
	if month == 2 && year == 0 {
		return 29
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// String is the date as people write it: "5 June 2027", "late August 2027",
// "summer 2019", "26th" when only the day is known.
func (d Date) String() string {
	var s string
	switch {
	case d.Month == 0 && d.Year == 0 && d.Day != 0:
		return ordinal(d.Day)
	case d.Day != 0:
		s = fmt.Sprintf("%d %s", d.Day, time.Month(d.Month))
	case d.Month != 0:
		s = time.Month(d.Month).String()
	}
	if d.Part != "" {
		s = join(d.Part, s)
	}
	if d.Year != 0 {
		s = join(s, fmt.Sprint(d.Year))
	}
	return s
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n) + suffix
}
