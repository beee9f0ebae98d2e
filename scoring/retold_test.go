package scoring

import (
	"encoding/json"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A declared value said beside the matter agrees with its field; one that is denied,
// somebody else's or only supposed does not, and nothing said so accuses anybody.
func TestRetold(t *testing.T) {
	var p transcript.Profile
	if err := json.Unmarshal([]byte(`{"jp": {"specialty": "Nephrology", "stipend_usd": "USD 66,200"}, "j1": {"host_city": "Akron, OH", "start_date": "2027-07-01"},
		"ties": {"plan_after": "run the dialysis unit in Multan"}, "us_contact": {"relationship": "friend"}}`), &p); err != nil {
		t.Fatal(err)
	}
	c := NewCase(bank(t), transcript.J1Physician, p, "2027-04-22")
	for _, it := range []struct {
		said, field string
		want        transcript.Verdict
	}{
		{"I rented a room in Akron.", "j1.host_city", transcript.Consistent},
		{"My cousin studied in Akron.", "j1.host_city", ""},
		{"I am not going to Akron.", "j1.host_city", ""},
		{"If I went to Akron I would know.", "j1.host_city", ""},
		{"I join on the first of July.", "j1.start_date", transcript.Consistent},
		{"I will be busy as nephrologist.", "jp.specialty", transcript.Consistent},
		{"I get sixty-six thousand two hundred dollars.", "jp.stipend_usd", transcript.Consistent},
		{"I get fifty, sorry, sixty-six thousand two hundred.", "jp.stipend_usd", transcript.SelfCorrection},
		{"The dialysis unit in Multan waits for me.", "ties.plan_after", transcript.Consistent},
		{"I stay with a friend.", "us_contact.relationship", transcript.Consistent},
	} {
		var got transcript.Verdict
		for _, f := range c.Judge(transcript.Turn{Officer: "Anything else I should see?", Applicant: it.said}, nil).Turn.Findings {
			if f.Field == it.field && f.Rule == ruleRetold {
				got = f.Verdict
			}
		}
		if got != it.want {
			t.Errorf("%q: %q on %s, want %q", it.said, got, it.field, it.want)
		}
	}
}
