package measure

import "strings"

// A sense is what a word can mean to the scanner.
type sense uint8

const (
	plain   sense = iota
	article       // "a", "an"
	unit          // 0 to 9
	teen          // 10 to 19
	tens          // 20 to 90
	hundred
	scale    // 1,000 and up, dozen
	half     // 0.5
	couple   // 2, roughly
	few      // n to m, roughly
	figure   // written with digits
	nth      // "third", "3rd"
	dotted   // "23.8.2027": n the day, m the month, text the year
	period   // "week"; n its days, text its name
	frequent // "monthly"; text the period
	currency // text its code, "" when the word alone does not say
	nation   // "Indian", before a currency
	percent
	month    // n from 1
	season   // text its name
	part     // "late"; text early, mid or late
	partOf   // "end", a part only before "of"
	near     // n is -1 last, 0 this, 1 next
	holiday  // n the month, m the day
	movable  // the first word of a feast the year moves
	day      // n days from today
	approx   // "about"
	lead     // may begin a longer phrase: "just", "in", "between"
	counting // "twice"
)

// An entry is a word's sense and what the sense needs.
type entry struct {
	sense sense
	n, m  float64
	text  string
	kin   string // of a currency: its family, which a nation may tell apart
}

// Lengths in days. A month is a twelfth of a year, so that 12 months are a year.
const (
	hourDays  = 1.0 / 24
	weekDays  = 7.0
	yearDays  = 365.25
	monthDays = yearDays / 12
)

// lexicon is every word the scanner knows, nothing is what any other word is.
var (
	lexicon = pointers(buildLexicon())
	nothing = &entry{}
)

func pointers(words map[string]entry) map[string]*entry {
	all := make(map[string]*entry, len(words))
	for w, e := range words {
		all[w] = &e
	}
	return all
}

func buildLexicon() map[string]entry {
	words := map[string]entry{
		"a": {sense: article}, "an": {sense: article},
		"hundred": {sense: hundred, n: 100}, "hundreds": {sense: hundred, n: 100},
		"half": {sense: half, n: 0.5}, "couple": {sense: couple, n: 2},
		// How many a few and several are is our judgement.
		"few": {sense: few, n: 3, m: 5}, "several": {sense: few, n: 3, m: 8},
		"percent": {sense: percent}, "%": {sense: percent},
		"twice": {sense: counting, n: 2}, "thrice": {sense: counting, n: 3},
		"today": {sense: day}, "tomorrow": {sense: day, n: 1}, "yesterday": {sense: day, n: -1},
		"christmas": {sense: holiday, n: 12, m: 25}, "xmas": {sense: holiday, n: 12, m: 25},
		"halloween": {sense: holiday, n: 10, m: 31},
	}
	for w := range feasts {
		words[w] = entry{sense: movable}
	}
	addNumbers(words)
	addTimes(words)
	for _, w := range list("about roughly around approximately approx nearly almost circa some") {
		words[w] = entry{sense: approx}
	}
	for _, w := range list("in before new between just slightly well close more less up at under over above below maybe probably") {
		words[w] = entry{sense: lead}
	}
	for w, code := range currencies {
		words[w] = entry{sense: currency, text: code}
	}
	for w := range codes {
		if _, taken := words[w]; !taken {
			words[w] = entry{sense: currency, text: strings.ToUpper(w)}
		}
	}
	for w, family := range families {
		words[w] = entry{sense: currency, text: usual[family], kin: family}
	}
	for w := range nations {
		words[w] = entry{sense: nation, text: nations[w]}
	}
	return words
}

func addNumbers(words map[string]entry) {
	for n, w := range list("zero one two three four five six seven eight nine") {
		words[w] = entry{sense: unit, n: float64(n)}
	}
	for n, w := range list("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		words[w] = entry{sense: teen, n: float64(n + 10)}
	}
	for n, w := range list("twenty thirty forty fifty sixty seventy eighty ninety") {
		words[w] = entry{sense: tens, n: float64(n*10 + 20)}
	}
	words["fourty"] = words["forty"]
	for w, n := range map[string]float64{
		"thousand": 1e3, "thousands": 1e3, "k": 1e3, "grand": 1e3, "dozen": 12, "dozens": 12, "wan": 1e4,
		"lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7,
		"million": 1e6, "millions": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9,
	} {
		words[w] = entry{sense: scale, n: n}
	}
	for n, w := range list("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth " +
		"thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth") {
		words[w] = entry{sense: nth, n: float64(n + 1)}
	}
	words["thirtieth"] = entry{sense: nth, n: 30}
}

func addTimes(words map[string]entry) {
	for name, forms := range map[string]string{
		"hour": "hour hours hr hrs", "day": "day days", "week": "week weeks wk wks fortnight fortnights",
		"month": "month months mo mos mth mths", "year": "year years yr yrs annum",
	} {
		for _, w := range list(forms) {
			words[w] = entry{sense: period, n: periodDays[name], text: name}
		}
	}
	words["night"] = entry{sense: period, n: 1, text: "day"} // of a stay
	words["nights"] = words["night"]
	words["semester"] = entry{sense: period, n: yearDays / 2, text: "semester"}
	words["semesters"] = words["semester"]
	words["fortnight"] = entry{sense: period, n: 14, text: "week"}
	words["fortnights"] = words["fortnight"]
	for name, forms := range map[string]string{
		"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "yearly annually pa",
	} {
		for _, w := range list(forms) {
			words[w] = entry{sense: frequent, text: name}
		}
	}
	for n, w := range list("january february march april may june july august september october november december") {
		words[w] = entry{sense: month, n: float64(n + 1)}
	}
	for n, w := range list("jan feb mar apr . jun jul aug sep oct nov dec") {
		words[w] = entry{sense: month, n: float64(n + 1), text: "short"}
	}
	words["sept"] = words["sep"]
	for w, name := range map[string]string{"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"} {
		words[w] = entry{sense: season, text: name}
	}
	for w, name := range map[string]string{"early": "early", "mid": "mid", "late": "late"} {
		words[w] = entry{sense: part, text: name}
	}
	for w, name := range map[string]string{"beginning": "early", "start": "early", "middle": "mid", "end": "late"} {
		words[w] = entry{sense: partOf, text: name}
	}
	for w, n := range map[string]float64{"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "upcoming": 1} {
		words[w] = entry{sense: near, n: n}
	}
}

// periodDays is how many days a period has.
var periodDays = map[string]float64{"hour": hourDays, "day": 1, "week": weekDays, "month": monthDays, "semester": yearDays / 2, "year": yearDays}

// splits are the units that may be written onto a number: "12lakh", "3yrs".
var splits = set("lakh lakhs lac lacs crore crores hour hours hr hrs day days week weeks wk wks month months " +
	"mo mos year years yr yrs usd inr pkr bdt ngn ghs kes eur gbp cad aud aed sar cny rmb dollars rupees")

// currencies are words that name one currency: its code and its own names. Codes
// that are English words too count only in capitals (see capitals).
var currencies = map[string]string{
	"usd": "USD", "buck": "USD", "bucks": "USD",
	"eur": "EUR", "€": "EUR", "euro": "EUR", "euros": "EUR", "gbp": "GBP", "£": "GBP", "quid": "GBP", "sterling": "GBP",
	"inr": "INR", "₹": "INR", "pkr": "PKR", "bdt": "BDT", "tk": "BDT", "taka": "BDT", "takas": "BDT", "lkr": "LKR", "npr": "NPR",
	"ngn": "NGN", "₦": "NGN", "naira": "NGN", "nairas": "NGN", "ghs": "GHS", "cedi": "GHS", "cedis": "GHS",
	"kes": "KES", "ksh": "KES", "kshs": "KES", "ugx": "UGX", "ush": "UGX", "tzs": "TZS", "tsh": "TZS",
	"zar": "ZAR", "rand": "ZAR", "rands": "ZAR", "egp": "EGP", "etb": "ETB", "birr": "ETB",
	"cny": "CNY", "rmb": "CNY", "yuan": "CNY", "yuans": "CNY", "renminbi": "CNY", "kuai": "CNY", "jpy": "JPY", "yen": "JPY",
	"krw": "KRW", "won": "KRW", "php": "PHP", "₱": "PHP", "vnd": "VND", "dong": "VND", "thb": "THB", "baht": "THB",
	"idr": "IDR", "rupiah": "IDR", "rupiahs": "IDR", "myr": "MYR", "ringgit": "MYR", "ringgits": "MYR",
	"brl": "BRL", "reais": "BRL", "mxn": "MXN", "cop": "COP", "pen": "PEN", "soles": "PEN", "ars": "ARS",
	"cad": "CAD", "aud": "AUD", "aed": "AED", "sar": "SAR", "qar": "QAR", "kwd": "KWD", "jod": "JOD",
	"try": "TRY", "rub": "RUB", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB",
	"uah": "UAH", "hryvnia": "UAH", "hryvnias": "UAH", "irr": "IRR",
	"lari": "GEL", "laris": "GEL", "tenge": "KZT", "zloty": "PLN", "zlotys": "PLN", "zloties": "PLN", "złoty": "PLN", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK",
	"lempira": "HNL", "lempiras": "HNL", "quetzal": "GTQ", "quetzales": "GTQ", "quetzals": "GTQ", "guarani": "PYG", "guaranies": "PYG", "guaraníes": "PYG", "bolivianos": "BOB", "córdobas": "NIO", "cordobas": "NIO",
	"kwacha": "ZMW", "kwachas": "ZMW", "pula": "BWP", "kyat": "MMK", "kyats": "MMK", "shekel": "ILS", "shekels": "ILS", "leva": "BGN", "manat": "AZN", "manats": "AZN", "somoni": "TJS", "gourde": "HTG", "gourdes": "HTG", "dalasi": "GMD", "metical": "MZN", "meticais": "MZN", "ariary": "MGA", "riel": "KHR", "tugrik": "MNT", "togrog": "MNT", "denar": "MKD", "denars": "MKD", "afghanis": "AFN", "cfa": "XOF",
}

// capitals are currency words that are common words too: they count before a
// number only when written in capitals.
var capitals = set("try pen cop php won dong sterling rand")

// codes are the other currency codes of ISO 4217. Many are English words, so they
// count in capitals only; for most we have no rate.
var codes = set("afn all amd ang aoa awg azn bam bbd bgn bhd bif bmd bnd bob bsd btn bwp byn bzd cdf chf clp crc cup cve czk " +
	"djf dkk dop dzd ern fjd fkp gel gip gmd gnf gtq gyd hkd hnl htg huf ils iqd isk jmd kgs khr kmf kyd kzt lak lbp lrd lsl lyd " +
	"mad mdl mga mkd mmk mnt mop mru mur mvr mwk mzn nad nio nok nzd omr pab pgk pln pyg ron rsd rwf sbd scr sdg sek sgd shp sle " +
	"sos srd ssp stn svc syp szl tjs tmt tnd top ttd twd uyu uzs ves vuv wst xaf xcd xof xpf yer zmw zwg")

// families are words several countries call their money by.
var families = map[string]string{
	"$": "dollar", "dollar": "dollar", "dollars": "dollar",
	"rupee": "rupee", "rupees": "rupee", "rs": "rupee", "re": "rupee", "shilling": "shilling", "shillings": "shilling",
	"pound": "pound", "pounds": "pound", "peso": "peso", "pesos": "peso", "dinar": "dinar", "dinars": "dinar",
	"riyal": "riyal", "riyals": "riyal", "rial": "riyal", "rials": "riyal", "dirham": "dirham", "dirhams": "dirham",
	"franc": "franc", "francs": "franc", "lira": "lira", "liras": "lira", "¥": "yen",
}

// usual is what a family means with no nation beside it, at a window where dollars
// are the officer's own. The other families then name no currency.
var usual = map[string]string{"dollar": "USD", "pound": "GBP"}

// nations are the words that tell such currencies apart.
var nations = map[string]string{
	"us": "us", "american": "us", "usa": "us", "canadian": "ca", "australian": "au",
	"indian": "in", "pakistani": "pk", "pak": "pk", "lankan": "lk", "nepali": "np", "nepalese": "np",
	"kenyan": "ke", "kenya": "ke", "ugandan": "ug", "uganda": "ug", "tanzanian": "tz", "tanzania": "tz",
	"british": "gb", "egyptian": "eg", "philippine": "ph", "mexican": "mx", "colombian": "co", "argentine": "ar",
	"moroccan": "ma", "algerian": "dz", "tunisian": "tn", "iraqi": "iq", "bahraini": "bh", "omani": "om", "swiss": "ch", "rwandan": "rw", "chilean": "cl", "dominican": "do", "uruguayan": "uy", "singapore": "sg", "singaporean": "sg", "jamaican": "jm", "mauritian": "mu",
	"kuwaiti": "kw", "jordanian": "jo", "saudi": "sa", "qatari": "qa", "iranian": "ir", "emirati": "ae", "uae": "ae",
	"turkish": "tr", "nigerian": "ng", "ghanaian": "gh", "ghana": "gh", "chinese": "cn", "ethiopian": "et", "russian": "ru",
}

// national is the code of a family's currency in a nation.
var national = map[[2]string]string{
	{"us", "dollar"}: "USD", {"ca", "dollar"}: "CAD", {"au", "dollar"}: "AUD",
	{"in", "rupee"}: "INR", {"pk", "rupee"}: "PKR", {"lk", "rupee"}: "LKR", {"np", "rupee"}: "NPR",
	{"ke", "shilling"}: "KES", {"ug", "shilling"}: "UGX", {"tz", "shilling"}: "TZS",
	{"gb", "pound"}: "GBP", {"eg", "pound"}: "EGP",
	{"ph", "peso"}: "PHP", {"mx", "peso"}: "MXN", {"co", "peso"}: "COP", {"ar", "peso"}: "ARS",
	{"kw", "dinar"}: "KWD", {"jo", "dinar"}: "JOD", {"dz", "dinar"}: "DZD", {"tn", "dinar"}: "TND", {"iq", "dinar"}: "IQD", {"bh", "dinar"}: "BHD",
	{"ma", "dirham"}: "MAD", {"om", "riyal"}: "OMR", {"ch", "franc"}: "CHF", {"rw", "franc"}: "RWF", {"cl", "peso"}: "CLP", {"do", "peso"}: "DOP", {"uy", "peso"}: "UYU", {"sg", "dollar"}: "SGD", {"jm", "dollar"}: "JMD", {"mu", "rupee"}: "MUR",
	{"sa", "riyal"}: "SAR", {"qa", "riyal"}: "QAR", {"ir", "riyal"}: "IRR", {"ae", "dirham"}: "AED", {"tr", "lira"}: "TRY",
}

func list(words string) []string { return strings.Fields(words) }

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range list(words) {
		all[w] = true
	}
	return all
}

// Days is how many days a period has ("hour" a part of one), 0 for no period. A
// month is a twelfth of a year of 365.25 days.
func Days(period string) float64 { return periodDays[period] }
