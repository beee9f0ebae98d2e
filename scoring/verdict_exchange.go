package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// yearly is how many times a period fits into a year: a year of work has 2,080
// hours (source: 52 weeks of 40 hours, as prevailing wages are converted).
var yearly = map[string]float64{"hour": 2080, "day": 260, "week": 52, "fortnight": 26, "semester": 2, "month": 12, "year": 1}

// distance is how far a said range lies from a declared amount, as a share of it.
// "More than" reaches up and "less than" down, by half at most.
func distance(low, high, declared float64, bound int) float64 {
	switch bound {
	case 1:
		high = max(high, low*1.5)
	case -1:
		low = min(low, high*0.5)
	}
	switch {
	case declared < low:
		return (low - declared) / declared
	case declared > high:
		return (declared - high) / declared
	}
	return 0
}

// periods are the factors that may turn what was said into the declared period. A
// period that was named is the only one. Without one, the declared period is meant,
// or a month for a year and a year for a month; and a number under a thousand may
// leave its thousand out.
func periods(k Claim, d measure.Mention) []float64 {
	per := d.Per
	if k.per == "semester" {
		per = "year" // of an I-20, whose amounts are for a year
	}
	short := k.low < 1000 && d.Low >= 10_000 && k.unit == ""
	if k.per != "" && per != "" {
		factor := yearly[k.per] / yearly[per]
		if short && k.per != "hour" {
			return []float64{factor, 1000 * factor}
		}
		return []float64{factor}
	}
	all := []float64{1}
	if k.per != "" { // of a year of study, "twelve hundred a month"
		all = append(all, yearly[k.per])
	}
	if k.per == "" {
		switch per {
		case "year":
			all = append(all, 12)
			if k.low < 200 && d.Low < 300_000 {
				all = append(all, 2080)
			}
		case "month":
			all = append(all, 1.0/12)
		}
		if short {
			all = append(all, 1000)
			if many := shortFor[d.Unit]; many > 1000 && d.Low >= many {
				all = append(all, many)
			}
		}
	}
	return all
}

// shortFor is what a bare small number may count in a currency whose amounts are
// large: lakhs of rupees, millions elsewhere.
var shortFor = map[string]float64{
	"INR": 1e5, "PKR": 1e5, "BDT": 1e5, "NPR": 1e5, "LKR": 1e5,
	"NGN": 1e6, "KES": 1e6, "UGX": 1e6, "TZS": 1e6, "XOF": 1e6, "XAF": 1e6, "COP": 1e6, "CLP": 1e6, "IDR": 1e6, "VND": 1e6, "IRR": 1e6, "KRW": 1e6, "JPY": 1e4, "CNY": 1e4,
}

// families are currencies that share a name in speech: a bare "rupees" may be any.
var families = [][]string{
	{"INR", "PKR", "LKR", "NPR", "MUR"}, {"KES", "UGX", "TZS", "SOS"}, {"MXN", "COP", "PHP", "CLP", "ARS", "DOP", "UYU", "CUP"},
	{"XOF", "XAF", "RWF", "BIF", "CHF", "GNF", "CDF"}, {"DZD", "TND", "JOD", "IQD", "KWD", "BHD", "RSD", "LYD"}, {"AED", "MAD"},
	{"SAR", "QAR", "OMR", "IRR", "YER"}, {"GBP", "EGP", "LBP", "SYP", "SDG"}, {"CNY", "JPY"},
}

// shareName reports whether two currencies are one, or are called the same.
func shareName(a, b string) bool {
	return a == b || slices.ContainsFunc(families, func(f []string) bool { return slices.Contains(f, a) && slices.Contains(f, b) })
}

// exchange is the rate from the said to the declared currency. Without a named
// currency the declared one is meant.
func exchange(said, declared string) (float64, bool) {
	if said == declared || said == "" || declared == "" {
		return 1, true
	}
	if shareName(said, declared) {
		return 1, true
	}
	one, ok := measure.USD(1, said)
	two, ok2 := measure.USD(1, declared)
	return one / two, ok && ok2 && two > 0
}

// net reports whether an amount is said to be after tax.
func (j *comparison) net() bool {
	return j.a.has(0, len(j.a.words), "net", "hand") || j.a.has(0, len(j.a.words), "after") && j.a.has(0, len(j.a.words), "tax", "taxes", "deductions")
}
