package measure

// RatesAsOf is the day of the rates of USD.
const RatesAsOf = "2026-11-20"

// perDollar is how much of a currency one US dollar buys. The rates are ours:
// rounded, for rehearsal only, good enough to tell a factor of ten from a
// rounding; source: our judgement of common rates as of RatesAsOf. No money is
// ever changed by them.
var perDollar = map[string]float64{
	"USD": 1, "EUR": 0.87, "GBP": 0.76, "CAD": 1.4, "AUD": 1.53,
	"INR": 85, "PKR": 280, "BDT": 122, "LKR": 303, "NPR": 136,
	"NGN": 1550, "GHS": 11.5, "KES": 129, "UGX": 3600, "TZS": 2500, "ZAR": 17.5, "EGP": 48, "ETB": 150,
	"CNY": 7.1, "JPY": 152, "KRW": 1430, "PHP": 58, "VND": 26300, "THB": 32.5, "IDR": 16600, "MYR": 4.2,
	"BRL": 5.4, "MXN": 18.5, "COP": 3900, "PEN": 3.4, "ARS": 1430,
	"AED": 3.67, "SAR": 3.75, "QAR": 3.64, "KWD": 0.307, "JOD": 0.709, "IRR": 1_000_000,
	"TRY": 42, "RUB": 81, "UAH": 42,
	"CHF": 0.81, "SEK": 9.5, "NOK": 10.1, "DKK": 6.5, "PLN": 3.7, "CZK": 21, "HUF": 335, "RON": 4.4, "NZD": 1.75,
	"HKD": 7.8, "SGD": 1.3, "MMK": 2100, "KZT": 525, "UZS": 12000, "GEL": 2.7, "AMD": 385,
	"CLP": 950, "UYU": 40, "BOB": 6.9, "PYG": 7100, "CRC": 505, "GTQ": 7.7, "HNL": 26, "NIO": 36.8, "DOP": 63, "JMD": 160,
	"XOF": 570, "XAF": 570, "RWF": 1450, "ZMW": 23, "MUR": 46, "BWP": 13.4, "MWK": 1735,
	"MAD": 9.2, "DZD": 130, "TND": 2.9, "ILS": 3.3, "OMR": 0.385, "BHD": 0.377, "IQD": 1310,
	"BGN": 1.7, "MKD": 53, "AZN": 1.7, "TJS": 9.3, "AFN": 66, "MNT": 3580, "KHR": 4020, "HTG": 131, "MZN": 64, "MGA": 4450, "GMD": 72,
}

// USD is an amount of a currency (ISO 4217) in US dollars at our rehearsal rates;
// false when we have no rate for it.
func USD(amount float64, currency string) (float64, bool) {
	rate, ok := perDollar[currency]
	if !ok {
		return 0, false
	}
	return amount / rate, true
}
