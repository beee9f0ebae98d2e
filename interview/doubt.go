package interview

import (
	"fmt"
	"math"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A doubt is something a profile can show that an officer asks about before what
// every interview covers.
type doubt struct {
	topics  []string                              // raised in the first of these that the category has
	fields  []string                              // what it rests on; speaking of these unasked raises the topic too
	ties    bool                                  // only where ties count, so never in an H-1B interview
	refused bool                                  // the recipe's three questions to who was refused before
	shows   func(transcript.Profile) (why string) // the end of "Asked because …"; "" when the profile shows nothing
}

// doubts are what officers are said to look at before the first question: earlier
// refusals, stays and work, arrests, sums that do not add up, relatives, gaps; the
// most serious first (source: accounts of former officers; the order of the later
// ones is our judgement).
var doubts = []doubt{
	{
		topics:  []string{"jp.denial", "com.refusal"},
		fields:  []string{"us_history.prior_refusals"},
		refused: true,
		shows:   declared("you declared an earlier refusal", "us_history.prior_refusals"),
	},
	{
		topics: []string{"h.status", "f.history", "com.travel"},
		fields: []string{"us_history.overstay_or_status_violation", "us_history.unauthorized_work", "h1b.maintained_status"},
		shows: declared("you declared a break in an earlier status",
			"us_history.overstay_or_status_violation or us_history.unauthorized_work or h1b.maintained_status = false"),
	},
	{
		topics: []string{"com.security"},
		fields: []string{"security.arrests"},
		shows:  declared("you declared an arrest", "security.arrests"),
	},
	{
		topics: []string{"f.fund"},
		fields: []string{"f1.cost_year1", "f1.funding_year1"},
		shows:  openFunding,
	},
	{
		topics: []string{"b.money"},
		fields: []string{"trip.cost_usd", "finance.liquid_funds"},
		shows:  openTrip,
	},
	{
		topics: []string{"com.us_relatives"},
		fields: []string{"family.us_immediate_relatives", "family.us_other_relatives"},
		ties:   true,
		shows: declared("you declared relatives in the United States",
			"family.us_immediate_relatives or family.us_other_relatives"),
	},
	{
		topics: []string{"com.us_relatives"},
		fields: []string{"us_history.immigrant_petition"},
		ties:   true,
		shows:  declared("you declared an immigrant petition", "us_history.immigrant_petition"),
	},
	{
		topics: []string{"f.academic", "jp.medicine", "h.degree"},
		fields: []string{"employment.gaps"},
		shows:  declared("you declared a gap in work or study", "employment.gaps"),
	},
	{
		topics: []string{"f.fund", "b.money"},
		fields: []string{"finance.large_recent_deposits"},
		shows:  declared("you declared a large recent deposit", "finance.large_recent_deposits"),
	},
	{
		topics: []string{"h.site"},
		fields: []string{"h1b.third_party_placement", "h1b.end_client"},
		shows:  declared("you declared that you are placed at a client", "h1b.third_party_placement"),
	},
	{
		topics: []string{"h.renewal", "b.renewal"},
		fields: []string{"us_history.prior_visas", "us_history.visits"},
		shows:  declared("you declared an earlier US visa", "us_history.prior_visas"),
	},
	{
		topics: []string{"jp.prior_us"},
		fields: []string{"us_history.visits", "jp.us_clinical_history", "us_history.prior_j1"},
		shows: declared("you declared earlier time in the United States",
			"us_history.visits or jp.us_clinical_history"),
	},
	{
		topics: []string{"b.work"},
		fields: []string{"employment.occupation", "employment.employer"},
		shows:  declared("you declared that you do not work at present", "employment.occupation = not_employed"),
	},
	{
		topics: []string{"com.social"},
		fields: []string{"social.public"},
		shows:  declared("you declared that your accounts are not public", "social.public = false"),
	},
	{
		topics: []string{"jp.family", "h.family"},
		fields: []string{"trip.companions"},
		shows:  declared("you declared that family travels with you", "trip.companions"),
	},
	{
		topics: []string{"b2.medical"},
		fields: []string{"trip.purpose"},
		shows:  declared("you declared a medical purpose", "trip.purpose ~ treatment | surgery | operation"),
	},
	{
		topics: []string{"b.img"},
		fields: []string{"trip.purpose", "jp.us_clinical_history"},
		shows: declared("you declared a purpose that doctors have",
			"trip.purpose ~ observership | elective | usmle | clinical | residency"),
	},
	{
		// Subjects of the published technology alert list, in plain words.
		topics: []string{"com.tech"},
		fields: []string{"f1.major", "j1.research_topic", "h1b.duties"},
		shows: declared("your field can touch controlled technology",
			"f1.major ~ "+alerting+" or j1.research_topic ~ "+alerting+" or h1b.duties ~ "+alerting),
	},
	{
		topics: []string{"h.petition"},
		fields: []string{"h1b.filed_from", "h1b.proclamation_payment"},
		shows:  declared("your petition was filed for consular processing", "h1b.filed_from = consular"),
	},
}

// forTies holds for topics that only a doubt about ties raises.
func forTies(topic string) bool {
	return slices.ContainsFunc(doubts, func(d doubt) bool { return d.ties && slices.Contains(d.topics, topic) })
}

const alerting = "nuclear | missile | aerospace | avionics | cryptograph | semiconductor | biotech | pathogen | robot | laser | satellite | quantum"

// declared says why when the condition holds, in the language of the bank.
func declared(why, when string) func(transcript.Profile) string {
	asked := questionbank.Question{When: []string{when}}
	return func(p transcript.Profile) string {
		if asked.Open(p) {
			return why
		}
		return ""
	}
}

// openFunding finds what the declared first-year funding leaves open of the cost.
func openFunding(p transcript.Profile) string {
	cost, ok := dollars(p, "f1.cost_year1.total")
	funding := 0.0
	for _, part := range []string{"personal", "school", "other", "employment"} {
		amount, known := dollars(p, "f1.funding_year1."+part)
		funding += amount
		ok = ok && (known || part != "personal")
	}
	if open := cost - funding; ok && open >= 1 {
		return fmt.Sprintf("your declared funding leaves USD %s open", thousands(open))
	}
	return ""
}

// openTrip finds a trip that costs more than the declared funds hold.
func openTrip(p transcript.Profile) string {
	cost, known := dollars(p, "trip.cost_usd")
	funds, declared := dollars(p, "finance.liquid_funds")
	if known && declared && cost > funds {
		return fmt.Sprintf("your trip costs USD %s more than the funds you declared", thousands(cost-funds))
	}
	return ""
}

// dollars is a declared amount in US dollars; false when it is not declared or in
// another currency.
func dollars(p transcript.Profile, path string) (float64, bool) {
	d, ok := p.Declared(path)
	if !ok || d.Value.Money.Unit != "" && d.Value.Money.Unit != "USD" {
		return 0, false
	}
	return d.Value.Money.Low, true
}

// thousands writes a whole amount with its separators: 9,000.
func thousands(amount float64) string {
	digits := fmt.Sprintf("%.0f", math.Abs(amount))
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
