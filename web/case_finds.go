package web

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// finds are the checks of spots that compare declared facts with one another. Each
// says what it found, or nothing. What is not declared is never found.
var finds = map[string]func(transcript.Category, transcript.Profile) string{
	"funding_gap":    fundingGap,
	"funds_short":    fundsShort,
	"trip_cost":      tripCost,
	"leave_short":    leaveShort,
	"passport_short": passportShort,
	"need_specialty": needSpecialty,
	"need_country":   needCountry,
	"degree_field":   degreeField,
	"other_country":  otherCountry,
	"proclamation":   underProclamation,
}

// amountOf is a declared amount in whole US dollars; false when it is not declared
// or in another currency.
func amountOf(p transcript.Profile, path string) (float64, bool) {
	d, ok := p.Declared(path)
	if !ok || d.Value.Type != transcript.TypeMoney || d.Value.Money.Unit != "" && d.Value.Money.Unit != "USD" {
		return 0, false
	}
	return d.Value.Money.Low, true
}

// dollarsText writes an amount as people do: "USD 9,000".
func dollarsText(amount float64) string {
	digits := fmt.Sprintf("%.0f", amount)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return "USD " + digits
}

// fundingGap finds what the declared first-year funding leaves open of the cost.
func fundingGap(_ transcript.Category, p transcript.Profile) string {
	cost, known := amountOf(p, "f1.cost_year1.total")
	if _, declared := amountOf(p, "f1.funding_year1.personal"); !known || !declared {
		return ""
	}
	for _, part := range []string{"personal", "school", "other", "employment"} {
		amount, _ := amountOf(p, "f1.funding_year1."+part)
		cost -= amount
	}
	if cost < 1 {
		return ""
	}
	return "Declared funding leaves " + dollarsText(cost) + " open."
}

// fundsShort finds money at hand below the share the applicant is to bring.
func fundsShort(_ transcript.Category, p transcript.Profile) string {
	share, known := amountOf(p, "f1.funding_year1.personal")
	funds, declared := amountOf(p, "finance.liquid_funds")
	if !known || !declared || funds >= share {
		return ""
	}
	return dollarsText(share-funds) + " of your own share is not in the funds you declared."
}

// tripCost finds a trip that costs more than the declared funds hold, unless
// another pays.
func tripCost(_ transcript.Category, p transcript.Profile) string {
	cost, known := amountOf(p, "trip.cost_usd")
	funds, declared := amountOf(p, "finance.liquid_funds")
	payer := textOf(p, "trip.payer")
	if !known || !declared || cost <= funds || payer != "" && payer != "self" {
		return ""
	}
	return "The trip costs " + dollarsText(cost-funds) + " more than the funds you declared."
}

// dayOf is a declared date when it is known to the day.
func dayOf(p transcript.Profile, path string) (time.Time, bool) {
	d, ok := p.Declared(path)
	if !ok || d.Value.Date.Day == 0 || d.Value.Date.Year == 0 {
		return time.Time{}, false
	}
	return time.Date(d.Value.Date.Year, time.Month(d.Value.Date.Month), d.Value.Date.Day, 0, 0, 0, 0, time.UTC), true
}

// leaveShort finds leave that ends before the trip does.
func leaveShort(_ transcript.Category, p transcript.Profile) string {
	until, known := dayOf(p, "employment.leave.to")
	departure, declared := tripEnd(p)
	if !known || !declared || !until.Before(departure) {
		return ""
	}
	return "Leave ends on " + until.Format("2 January 2006") + ", the trip on " + departure.Format("2 January 2006") + "."
}

// tripEnd is the declared departure, or arrival and length together.
func tripEnd(p transcript.Profile) (time.Time, bool) {
	if departure, ok := dayOf(p, "trip.departure_date"); ok {
		return departure, true
	}
	arrival, known := dayOf(p, "trip.arrival_date")
	stay, declared := p.Declared("trip.length_of_stay")
	if !known || !declared {
		return time.Time{}, false
	}
	return arrival.AddDate(0, 0, int(stay.Value.Days.High)), true
}

// passportShort finds a passport that ends within six months after the stay.
func passportShort(_ transcript.Category, p transcript.Profile) string {
	expires, known := dayOf(p, "passport.expires")
	departure, declared := tripEnd(p)
	if !known || !declared || !expires.Before(departure.AddDate(0, 6, 0)) {
		return ""
	}
	return "It ends on " + expires.Format("2 January 2006") + ", the trip on " + departure.Format("2 January 2006") + "."
}

// textOf is a declared text, or part, in lower case words; "" when not declared.
func textOf(p transcript.Profile, path string) string {
	d, ok := p.Declared(path)
	if !ok || d.Value.None() {
		return ""
	}
	return plainText(d.Text)
}

func plainText(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" .,;:()/'’-", r) }), " ")
}

// needSpecialty finds a statement of need for another specialty. It must name the
// specialty exactly (source: the sponsor's page).
func needSpecialty(_ transcript.Category, p transcript.Profile) string {
	stated, training := textOf(p, "jp.statement_of_need.specialty"), textOf(p, "jp.specialty")
	if stated == "" || training == "" || stated == training {
		return ""
	}
	return "The two declared specialties differ."
}

// needCountry finds a statement of need from neither the nationality nor the last
// permanent residence.
func needCountry(_ transcript.Category, p transcript.Profile) string {
	issued, nationality := textOf(p, "jp.statement_of_need.country"), textOf(p, "identity.nationality")
	residence := textOf(p, "jp.last_permanent_residence")
	if issued == "" || nationality == "" || issued == nationality || issued == residence {
		return ""
	}
	return "The declared countries differ."
}

// degreeWords say a degree's level or nothing, so that they make no field.
var degreeWords = []string{"bachelor", "bachelors", "s", "master", "masters", "degree", "in", "or", "of", "and", "a", "an", "the", "related", "field", "equivalent",
	"similar", "higher", "bs", "ba", "bsc", "btech", "be", "ms", "ma", "msc", "mtech", "phd", "doctorate", "science", "sciences", "arts", "engineering", "technology", "studies"}

// degreeField finds a held degree whose field shares no word with the required one.
func degreeField(_ transcript.Category, p transcript.Profile) string {
	required, held := textOf(p, "h1b.degree_required"), textOf(p, "h1b.degree_held")
	wanted := slices.DeleteFunc(strings.Fields(required), func(w string) bool { return slices.Contains(degreeWords, w) })
	if held == "" || len(wanted) == 0 {
		return ""
	}
	for _, word := range strings.Fields(held) {
		if slices.Contains(wanted, word) {
			return ""
		}
	}
	return "Only the words were compared. The fields may still belong together."
}

// otherCountry finds an interview neither at home nor where the applicant lives.
func otherCountry(_ transcript.Category, p transcript.Profile) string {
	at, nationality, home := textOf(p, "application.interview_country"), textOf(p, "identity.nationality"), textOf(p, "identity.country_of_residence")
	if at == "" || nationality == "" || home == "" || at == nationality || at == home {
		return ""
	}
	return "It is neither your declared nationality nor where you live."
}

// underProclamation finds a nationality that the last list seen names for the
// category: the partial list does not touch H.
func underProclamation(c transcript.Category, p transcript.Profile) string {
	n, err := loadNotes()
	nationality := textOf(p, "identity.nationality")
	if err != nil || nationality == "" {
		return ""
	}
	for _, note := range n.policy {
		listed := note.Full
		if c.HasTies() {
			listed = slices.Concat(note.Full, note.Partial)
		}
		for _, country := range listed {
			if plainText(country) == nationality {
				return "It is on the list of " + longDate(note.From) + ", the last one we saw."
			}
		}
	}
	return ""
}

// longDate writes a day or month of the notes for people: "7 October 2026".
func longDate(iso string) string {
	if day, err := time.Parse(time.DateOnly, iso); err == nil {
		return day.Format("2 January 2006")
	}
	if month, err := time.Parse("2006-01", iso); err == nil {
		return month.Format("January 2006")
	}
	return iso
}
