package web

import (
	"net/url"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Facts declared for one visa are offered to the next, and never asked twice.
func TestProfileBorrows(t *testing.T) {
	v := visit(t)
	if len(v.get("/profile/f1").with("value", actionBorrow)) > 0 {
		t.Error("a first profile is offered facts of another")
	}
	v.redirected(v.post("/profile/b2", v.fill("b2", "", map[string]string{"identity.nationality": "Ghana", "identity.marital_status": "single", "trip.length_of_stay": "3 weeks"})), "/profile/b2")
	page := v.get("/profile/f1")
	if !strings.Contains(words(page.root), "Your B-2 profile has 3 facts that fit here.") {
		t.Errorf("the shared facts are not offered: %q", words(page.one("class", "note row profile__sample")))
	}
	v.redirected(v.post("/profile/f1", v.fill("f1", actionBorrow, map[string]string{"f1.school": "University of Toledo"})), "/profile/f1")
	form := filled(v.get("/profile/f1"))
	if form.Get("identity.nationality") != "Ghana" || form.Get("f1.school") != "University of Toledo" {
		t.Errorf("the profile holds %q and %q", form.Get("identity.nationality"), form.Get("f1.school"))
	}
	if filled(v.get("/profile/b2")).Get("trip.length_of_stay") != "3 weeks" {
		t.Error("the lender lost a fact")
	}
}

// Each group of facts says why it is asked for, and no group is explained that no visa has.
func TestProfileSaysWhy(t *testing.T) {
	v := visit(t)
	english := catalogues(t).english()
	unused := map[string]bool{}
	for key := range english.texts {
		unused[key] = strings.HasPrefix(key, "profile.why.") && key != "profile.why.title"
	}
	for _, category := range transcript.Categories() {
		page := v.get("/profile/" + slug(category))
		keys := []string{"profile.why.opening"}
		for _, section := range profileOf(category, nil, "").Sections {
			keys = append(keys, "profile.why."+strings.TrimPrefix(section.ID, "s-"))
		}
		said := page.with("class", "why")
		if len(said) != len(keys) {
			t.Fatalf("%s: %d groups say why, want %d", category, len(said), len(keys))
		}
		for i, key := range keys {
			delete(unused, key)
			if why, err := english.say(key); err != nil || !strings.Contains(words(said[i]), why) {
				t.Errorf("%s says %q, want %q (%v)", category, words(said[i]), why, err)
			}
		}
	}
	for key, left := range unused {
		if left {
			t.Errorf("%s explains a group that no visa has", key)
		}
	}
}

// Where a section's facts come from is kept, and nothing is called a conflict with those
// that were not checked.
func TestSectionOrigin(t *testing.T) {
	v := visit(t)
	texts := map[string]string{"finance.sponsors": "father, civil engineer", "section.money": "unchecked"}
	v.redirected(v.post("/profile/f1", v.fill("f1", "", texts)), "/profile/f1")
	if got := filled(v.get("/profile/f1")).Get("section.money"); got != "unchecked" {
		t.Errorf("the section says %q", got)
	}
	v.redirected(v.post("/story/f1", url.Values{"pays": {"My uncle in New Jersey pays for everything."}}), "/story/f1")
	if strings.Contains(words(v.get("/story/f1").root), "father") {
		t.Error("an unchecked fact accuses")
	}
}
