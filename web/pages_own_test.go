package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Each page of one's own exists for every category, asks what the category's law asks,
// keeps what was written and forgets it when told to.
func TestOwnPages(t *testing.T) {
	for _, category := range transcript.Categories() {
		path := slug(category)
		for _, name := range []string{refusalPage, storyPage} {
			v := visit(t)
			address := "/" + name + "/" + path
			empty := v.get(address)
			text := words(empty.root)
			if !strings.Contains(text, "never graded and never shared") {
				t.Errorf("%s does not say who sees it", address)
			}
			if found := tieWord.FindAllString(text, -1); !category.HasTies() && found != nil {
				t.Errorf("%s says %q", address, found)
			}
			if n := len(empty.all("textarea")); name == storyPage && n != 5 {
				t.Errorf("%s has %d lines, want five", address, n)
			}
			form := url.Values{}
			for _, box := range empty.all("textarea") {
				form.Set(value(box, "name"), "<b>one</b> two")
			}
			v.redirected(v.post(address, form), address)
			for _, box := range v.get(address).all("textarea") {
				if words(box) != "<b>one</b> two" {
					t.Errorf("%s: %s holds %q", address, value(box, "name"), words(box))
				}
			}
			if r := v.post(address, url.Values{"action": {actionErase}}); r.StatusCode != http.StatusOK || !strings.Contains(string(r.body), "Erase this page?") {
				t.Errorf("%s: erasing does not ask: %d", address, r.StatusCode)
			}
			v.redirected(v.post(address, url.Values{"action": {actionErase}, "confirm": {"yes"}}), address)
			for _, box := range v.get(address).all("textarea") {
				if words(box) != "" {
					t.Errorf("%s: %s still holds %q", address, value(box, "name"), words(box))
				}
			}
		}
	}
}

// A story is compared with the profile, and a long line is told by its length alone.
func TestStoryAgainstProfile(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/profile/f1", v.fill("f1", "", map[string]string{"finance.sponsors": "father, civil engineer", "f1.school": "University of Toledo"})), "/profile/f1")
	v.redirected(v.post("/story/f1", url.Values{
		"why":  {"I study data science at the University of Toledo, which has " + strings.Repeat("very ", 15) + "good courses."},
		"pays": {"My uncle in New Jersey pays for everything."},
	}), "/story/f1")
	text := words(v.get("/story/f1").root)
	for _, want := range []string{"Stay under 20.", "uncle", "father", "take about"} {
		if !strings.Contains(text, want) {
			t.Errorf("the story page does not say %q", want)
		}
	}
	if strings.Contains(words(v.get("/story/b2").root), "uncle") {
		t.Error("the story of another visa is shown")
	}
}

// The refusal page explains what was decided and leads to what must change.
func TestRefusalPageDiagnoses(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/profile/b2", v.fill("b2", "", map[string]string{"trip.purpose": "tourism", "us_history.prior_refusals": "May 2026, Lagos, B2, 214(b)"})), "/profile/b2")
	for decided, want := range map[string]string{"214(b)": "There is no appeal.", "221(g), papers": "Send exactly what is listed", "221(g), checks": "Nobody can predict", "petition returned": "sends the petition back|looked at once more"} {
		v.redirected(v.post("/refusal/b2", url.Values{"decided": {decided}}), "/refusal/b2")
		text := words(v.get("/refusal/b2").root)
		first, second, _ := strings.Cut(want, "|")
		if !strings.Contains(text, first) && (second == "" || !strings.Contains(text, second)) {
			t.Errorf("after %s the page does not say %q", decided, want)
		}
		if !strings.Contains(text, "An earlier refusal") {
			t.Errorf("after %s the page names no doubt of the profile", decided)
		}
	}
	v.redirected(v.post("/refusal/b2", url.Values{"decided": {"<script>"}}), "/refusal/b2")
}

// The folder keeps what is said of each paper of the category, and of no other.
func TestFolder(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/case/f1", url.Values{"f-i20": {"missing"}, "passport": {"have"}, "photo": {"sold"}, "jp-sevis": {"have"}}), "/case/f1")
	s := v.get("/case/f1")
	if got := words(s.one("id", "papers-lacking")); !strings.Contains(got, "1 paper needs you") || !strings.Contains(got, "I‑20") && !strings.Contains(got, "I-20") {
		t.Errorf("the folder says %q", got)
	}
	if got := selected(s, "p-passport"); got != "have" {
		t.Errorf("the passport is %q", got)
	}
	if got := selected(s, "p-photo"); got != "" {
		t.Errorf("the photo is %q, which is no state", got)
	}
}

// selected is the value chosen in a list.
func selected(s sheet, id string) string {
	for _, option := range s.with("selected", "") {
		if option.Parent != nil && value(option.Parent, "id") == id {
			return value(option, "value")
		}
	}
	return ""
}

// Who keeps pages by the API sends a page the server knows, in texts it can keep.
func TestSaveOwn(t *testing.T) {
	h := openHouse(t)
	_, key := h.begin(t, student)
	bearer := "Authorization: Bearer " + key
	for _, test := range []struct {
		path, body, code string
		status           int
	}{
		{"/api/v1/pages/f1/story", `{"texts":{"why":"To study."}}`, "", 200},
		{"/api/v1/pages/f1/story", `{"texts":{"why":"` + strings.Repeat("a", ownLimit+1) + `"}}`, "invalid", 400},
		{"/api/v1/pages/f1/story", `{}`, "invalid", 400},
		{"/api/v1/pages/f1/diary", `{"texts":{}}`, "not_found", 404},
		{"/api/v1/pages/k1/story", `{"texts":{}}`, "not_found", 404},
	} {
		r := h.send(t, "PUT", test.path, test.body, bearer)
		if test.status != 200 {
			r.problem(t, test.status, test.code)
		} else if r.StatusCode != 200 {
			t.Errorf("PUT %s: %d %s", test.path, r.StatusCode, r.body)
		}
	}
}
