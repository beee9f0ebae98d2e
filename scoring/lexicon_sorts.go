package scoring

// nounSorts are nouns of one sort each, that are said for one another.
var nounSorts = []struct {
	name  string
	nouns map[string]bool
}{
	{"hospital", set("hospital clinic infirmary hospice clinics")},
	{"school", set("university college institute school academy polytechnic universidad universidade institut instituto colegio escuela tech")},
	{"stay", set("hotel hotels resort resorts inn lodge suites park camp spa")},
	{"food", set("foods food restaurant cafe bakery catering grill")},
	{"works", set("works factory mills manufacturing engineering steel pumps valves castings tools")},
	{"shop", set("shop store stores supermarket mall market boutique")},
	{"energy", set("energy power electric oil gas petroleum")},
	{"law", set("law legal advocates associates partners")},
	{"money", set("bank capital finance financial credit cooperative savings microfinance trust union")},
	{"drug", set("pharma pharmaceutical pharmaceuticals pharmacy therapeutics biotech")},
	{"any", set("global worldwide international usa america network networks office research science sciences labs data digital center centre medical health healthcare staffing recruiting recruitment advisory")},
}

// nounSort is the sort of body a noun names; "" for one that any can carry.
func nounSort(w string) string {
	for _, s := range nounSorts {
		if s.nouns[w] && s.name == "any" {
			return ""
		}
		if s.nouns[w] {
			return s.name
		}
	}
	if trade[w] || w == "bank" || w == "analytics" || w == "airlines" || w == "hotel" || w == "ministry" {
		return w
	}
	return ""
}
