package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// TestMeasuredLines holds officers' lines in words of their own to the measured value
// each asks for; "" for none.
func TestMeasuredLines(t *testing.T) {
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for category, lines := range measuredLines {
		var p transcript.Profile
		if err := p.UnmarshalJSON([]byte(measuredProfile)); err != nil {
			t.Fatal(err)
		}
		c := NewCase(bank, category, p, "2027-06-01")
		for line, want := range lines {
			a := c.read(transcript.Turn{Officer: line, Applicant: "Two."}, nil, nil)
			if want == "" && len(a.sought) > 0 || want != "" && !a.seeks(want) {
				t.Errorf("%s %q asks for %v, want %q", category, line, a.sought, want)
			}
		}
	}
}

const measuredProfile = `{
	"trip": {"length_of_stay": "2 weeks", "arrival_date": "2027-07-01", "departure_date": "2027-07-15", "cost_usd": "USD 4,000"},
	"identity": {"dob": "1990-01-01", "residence_since": "2015"},
	"employment": {"start_date": "2019-04", "monthly_income": "INR 90,000", "leave": {"approved": true, "from": "2027-07-01", "to": "2027-07-15"}, "business": {"name": "bakery", "since": "2012", "employees": 9}},
	"finance": {"liquid_funds": "INR 1,200,000", "sponsors": [{"relationship": "father", "income": "INR 150,000/month", "amount": "USD 20,000"}], "loan": {"amount": "USD 20,000"}, "scholarship": {"amount": "USD 5,000/year"}, "large_recent_deposits": [{"amount": "USD 9,000", "date": "2027-03"}]},
	"family": {"children": [{"age": 5}]}, "us_history": {"visits": [{"arrival": "2019-06", "length": "2 weeks"}], "prior_visas": [{"class": "B2", "issued": "2018-05"}]},
	"education": {"tests": [{"name": "IELTS", "score": 7}]},
	"f1": {"start_date": "2027-08-20", "end_date": "2029-05-10", "cost_year1": {"tuition": 20000, "living": 10000, "total": 30000}},
	"h1b": {"wage_usd": "USD 100,000", "valid_from": "2027-10-01", "valid_to": "2030-09-30", "experience_years": 5, "employer_size": 300, "degree_held": {"level": "MS", "field": "Statistics", "year": "2023"}},
	"jp": {"program_length_years": 3, "pgy_level": 1, "stipend_usd": "USD 65,000", "publications": 3, "match_year": "2027", "statement_of_need": {"country": "India", "issued": "2027-02"}, "medical_school": {"name": "Bell Medical College", "graduated": "2019"}},
	"j1": {"start_date": "2027-07-01", "end_date": "2028-06-30", "funding": [{"source": "home_gov", "amount": "USD 20,000"}]},
	"jw": {"pay": "USD 15/hour", "hours_per_week": 40, "degree_and_experience": {"degree": "BBA", "graduated": "2024", "years_experience": 2}, "home_university": {"name": "Bell University", "returns_on": "2027-09-10"}, "host_family": {"city": "Denver", "children": [2, 5]}, "childcare_hours": 600}
}`

var measuredLines = map[transcript.Category]map[string]string{
	transcript.B2: {
		"How long will you be gone?":                        "trip.length_of_stay",
		"For how many weeks?":                               "trip.length_of_stay",
		"How many nights are you booked for?":               "trip.length_of_stay",
		"How long a trip is this?":                          "trip.length_of_stay",
		"When are you off?":                                 "trip.arrival_date",
		"When do you plan to travel?":                       "trip.arrival_date",
		"What date do you land?":                            "trip.arrival_date",
		"When will you be home again?":                      "trip.departure_date",
		"What's your return date?":                          "trip.departure_date",
		"How much is this trip costing you?":                "trip.cost_usd",
		"What's the estimate for all of it?":                "trip.cost_usd",
		"How much do you make a month?":                     "employment.monthly_income",
		"What's your salary?":                               "employment.monthly_income",
		"How much is in your account?":                      "finance.liquid_funds",
		"How much do you have saved up?":                    "finance.liquid_funds",
		"How long have you been working there?":             "employment.start_date",
		"Since when are you employed with them?":            "employment.start_date",
		"When did you join this company?":                   "employment.start_date",
		"How much leave did they approve?":                  "employment.leave",
		"How many years have you lived here?":               "identity.residence_since",
		"When did you open the business?":                   "employment.business.since",
		"How many staff do you have in the shop?":           "employment.business.employees",
		"When were you last in the US?":                     "us_history.visits.arrival",
		"How long did you stay there?":                      "us_history.visits.length",
		"How many times have you visited the States?":       "us_history.visits",
		"When was your last visa issued?":                   "us_history.prior_visas.issued",
		"How old are your children?":                        "family.children.age",
		"How old are you?":                                  "identity.dob",
		"What is this deposit?":                             "finance.large_recent_deposits.amount",
		"How long did the embassy take to answer?":          "",
		"What does a teacher earn in your country?":         "",
		"When does your passport photo date from?":          "",
		"How much did your friend pay for his visa?":        "",
		"How long have you been married?":                   "",
		"Who booked the hotel?":                             "",
		"How long is the drive from your town to the post?": "",
	},
	transcript.F1: {
		"What does your father earn?":                "finance.sponsors",
		"How much will your father give you?":        "finance.sponsors.amount",
		"How much is the loan?":                      "finance.loan.amount",
		"What's the value of your scholarship?":      "finance.scholarship.amount",
		"How much is tuition?":                       "f1.cost_year1",
		"What's the total on your I-20?":             "f1.cost_year1",
		"When do classes start?":                     "f1.start_date",
		"How long is your program?":                  "f1.end_date",
		"When will you graduate?":                    "f1.end_date",
		"What was your IELTS score?":                 "education.tests",
		"How much money do your parents have saved?": "finance.liquid_funds",
	},
	transcript.H1B: {
		"How much will they pay you?":               "h1b.wage_usd",
		"What's the salary?":                        "h1b.wage_usd",
		"How many years of experience do you have?": "h1b.experience_years",
		"How many people work at your company?":     "h1b.employer_size",
		"When does your petition expire?":           "h1b.valid_to",
		"When did you finish your degree?":          "h1b.degree_held.year",
		"How much rent do you pay?":                 "",
	},
	transcript.J1Physician: {
		"How many years is the residency?":           "jp.program_length_years",
		"What will your stipend be?":                 "jp.stipend_usd",
		"Which year of training are you entering?":   "jp.pgy_level",
		"How many papers have you published?":        "jp.publications",
		"When did you match?":                        "jp.match_year",
		"When was the statement of need issued?":     "jp.statement_of_need.issued",
		"When did you graduate from medical school?": "jp.medical_school.graduated",
		"When does the residency start?":             "j1.start_date",
	},
	transcript.J1SWT: {
		"What's the hourly pay?":             "jw.pay",
		"How many hours will you work?":      "jw.hours_per_week",
		"When do you go back to university?": "jw.home_university",
		"Until when is the job?":             "j1.end_date",
	},
	transcript.J1AuPair: {
		"How old are the host children?":                      "jw.host_family.children",
		"How many hours of childcare experience do you have?": "jw.childcare_hours",
		"How much will the family pay you?":                   "jw.pay",
	},
}
