package transcript

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestParseCategory(t *testing.T) {
	for _, tt := range []struct {
		visa, track string
		want        Category
	}{
		{"F-1", "", F1}, {"f1", "", F1}, {"B-1/B-2", "", B1B2}, {"b1 b2", "", B1B2}, {"J-1", "physician", J1Physician}, {"J-1", "Summer Work Travel", J1SWT},
		{"J-1", "", J1Other}, {"J1_PHYSICIAN", "", J1Physician}, {"H-1B", "", H1B}, {"h1b", "physician", H1BPhysician},
		{"K-1", "", ""}, {"J-1", "pilot", ""}, {"F-1", "physician", ""}, {"", "", ""},
	} {
		got, err := ParseCategory(tt.visa, tt.track)
		if got != tt.want || (err != nil) != (tt.want == "") || err != nil && !errors.Is(err, ErrInvalid) {
			t.Errorf("ParseCategory(%q, %q) = %q, %v, want %q", tt.visa, tt.track, got, err, tt.want)
		}
	}
	if got := strings.Join(Visas(), " "); got != "B-1 B-2 B-1/B-2 F-1 J-1 H-1B" {
		t.Errorf("visas: %s", got)
	}
}

func TestMarkJSON(t *testing.T) {
	type holder struct {
		M Mark `json:"m,omitzero"`
	}
	for _, tt := range []struct {
		mark Mark
		want string
	}{{Mark{}, `{}`}, {NotTested, `{"m":null}`}, {Marked(0), `{"m":0}`}, {Marked(88), `{"m":88}`}} {
		b, err := json.Marshal(holder{tt.mark})
		if err != nil || string(b) != tt.want {
			t.Errorf("%+v is written as %s, %v, want %s", tt.mark, b, err, tt.want)
		}
		var h holder
		if err := json.Unmarshal(b, &h); err != nil || h.M != tt.mark {
			t.Errorf("%s is read as %+v, %v", b, h.M, err)
		}
	}
	var m Mark
	if err := json.Unmarshal([]byte(`1.5`), &m); !errors.Is(err, ErrInvalid) {
		t.Errorf("half a mark: %v", err)
	}
}
