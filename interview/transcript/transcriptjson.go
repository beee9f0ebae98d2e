package transcript

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// Limits of a transcript; source: our security requirements.
const (
	MaxTurns  = 40
	MaxAnswer = 8000 // code points, of an officer's line too
)

// wire is a transcript as its JSON is: the category apart in visa and track.
type wire struct {
	Category string `json:"category"`
	Track    string `json:"track,omitempty"`
	plain
}

// plain is a Transcript without its methods.
type plain Transcript

// MarshalJSON writes the visa and the track in the place of the category. For
// H-1B nothing about ties is written, whatever the transcript holds.
func (t Transcript) MarshalJSON() ([]byte, error) {
	return json.Marshal(wire{Category: t.Category.Visa(), Track: t.Category.Track(), plain: plain(t.tidy())})
}

// tidy gives a transcript exactly the criteria of its category.
func (t Transcript) tidy() Transcript {
	hasTies := t.Category.HasTies()
	if !hasTies {
		t.Ties = nil
		t.Profile = t.Profile.withoutSection("ties")
	}
	turns := make([]Turn, len(t.Turns))
	for i, turn := range t.Turns {
		turn.Bands = turn.Bands.tidy(hasTies)
		turns[i] = turn
	}
	t.Turns = turns
	t.Grades = t.Grades.tidy(hasTies)
	return t
}

func (b *Bands) tidy(hasTies bool) *Bands {
	if b == nil {
		return nil
	}
	c := *b
	if hasTies {
		c.Ties, c.Fit = known(c.Ties), Mark{}
	} else {
		c.Ties, c.Fit = Mark{}, known(c.Fit)
	}
	return &c
}

// tidy makes every grade of the category a number or null.
func (g *Grades) tidy(hasTies bool) *Grades {
	if g == nil {
		return nil
	}
	c := *g
	for _, m := range []*Mark{&c.Brevity, &c.Consistency, &c.Ties, &c.Fit, &c.Directness, &c.Specificity, &c.Composure, &c.Overall} {
		*m = known(*m)
	}
	if !hasTies {
		c.Ties = Mark{}
	}
	return &c
}

// known is a mark that is in JSON: one that does not exist was not tested.
func known(m Mark) Mark {
	if !m.Exists() {
		return NotTested
	}
	return m
}

// withoutSection is a copy of the profile that lacks a whole section.
func (p Profile) withoutSection(section string) Profile {
	for _, path := range p.Paths() {
		if sectionOf(path) == section {
			p = p.without(path)
		}
	}
	return p
}

// UnmarshalJSON is ReadTranscript.
func (t *Transcript) UnmarshalJSON(data []byte) error {
	read, err := ReadTranscript(data)
	if err != nil {
		return err
	}
	*t = read
	return nil
}

// ReadTranscript reads one transcript strictly, ungraded or graded. Everything
// wrong with it is reported at once, as Faults.
func ReadTranscript(data []byte) (Transcript, error) {
	var faults Faults
	root, ok := parseJSON(data, &faults)
	if !ok {
		return Transcript{}, faults
	}
	checkShape(&root, reflect.TypeFor[wire](), "", &faults)
	var w wire
	if root.kind == '{' {
		checkTurns(root.get("turns"), &faults)
	}
	if len(faults) > 0 {
		return Transcript{}, faults
	}
	if err := json.Unmarshal(data, &w); err != nil {
		faults.addError("", err)
		return Transcript{}, faults
	}
	t := Transcript(w.plain)
	t.Category = readCategory(w, &faults)
	for i, turn := range t.Turns {
		if !turn.Voice.Fits(turn.Applicant) {
			faults.add(fmt.Sprintf("turns[%d].voice.doubtful", i), "parts of the answer are expected, in order, none over another")
		}
	}
	if t.InterviewDate != "" {
		if _, err := measure.Today(t.InterviewDate); err != nil {
			faults.addError("interview_date", err)
		}
	}
	return t, faults.err()
}

func readCategory(w wire, faults *Faults) Category {
	if w.Category == "" {
		faults.add("category", "missing: one of "+strings.Join(Visas(), ", ")+" is expected")
		return ""
	}
	c, err := ParseCategory(w.Category, w.Track)
	if err != nil {
		// The error would quote what was written, so the remedy is said anew.
		if c, visaErr := ParseCategory(w.Category, ""); visaErr == nil {
			faults.add("track", "one of "+strings.Join(tracks(squeeze(c.Visa())), ", ")+" is expected for "+c.Visa())
		} else {
			faults.add("category", "one of "+strings.Join(Visas(), ", ")+" is expected")
		}
	}
	return c
}

// checkTurns holds the turns to their limits.
func checkTurns(turns *node, faults *Faults) {
	if turns == nil {
		faults.add("turns", "missing: a list of {\"officer\", \"applicant\"} is expected")
		return
	}
	if len(turns.elems) > MaxTurns {
		faults.add("turns", fmt.Sprintf("%d turns, at most %d", len(turns.elems), MaxTurns))
	}
	last := 0
	for i := range turns.elems {
		turn, path := &turns.elems[i], fmt.Sprintf("turns[%d]", i)
		for _, key := range []string{"officer", "line", "applicant"} {
			checkLine(turn.get(key), path+"."+key, faults)
		}
		if n := turn.get("n"); n != nil {
			v, err := strconv.Atoi(n.text)
			if err != nil || v != 0 && v <= last {
				faults.add(path+".n", "turns are numbered from 1 upwards, or not at all")
			}
			last = max(last, v)
		}
	}
}

func checkLine(line *node, path string, faults *Faults) {
	if line == nil {
		return
	}
	if n := utf8.RuneCountInString(line.text); n > MaxAnswer {
		faults.add(path, tooLong(n, MaxAnswer))
	}
}

// allowed are the values of the closed lists.
var allowed = map[reflect.Type][]string{
	reflect.TypeFor[Kind]():      {string(Opening), string(Question), string(FollowUp), string(Probe), string(Remark)},
	reflect.TypeFor[Criterion](): {string(Brevity), string(Directness), string(Specificity), string(Consistency), string(TieStrength), string(Fit), string(Composure), string(Risk)},
	reflect.TypeFor[Verdict](): {string(Consistent), string(Partial), string(SelfCorrection), string(NewFact),
		string(SoftMismatch), string(Contradiction), string(NotComparable)},
	reflect.TypeFor[Severity](): {string(Note), string(Low), string(Medium), string(High)},
	reflect.TypeFor[Decision](): {string(Issued), string(Refused), string(Stopped)},
	reflect.TypeFor[Heard]():    {string(HeardClaim), string(HeardLabel), string(HeardMisread), string(HeardSuggestion)},
	reflect.TypeFor[Way]():      {string(Up), string(Down)},
	reflect.TypeFor[Fate]():     {string(Taken), string(Unchanged), string(Disputed)},
}

// checkShape compares JSON with the Go type it will be decoded into and notes
// every unknown key and every wrong type, where encoding/json would take the first
// and overlook the case of keys.
func checkShape(n *node, t reflect.Type, path string, faults *Faults) {
	switch {
	case t == reflect.TypeFor[Profile]():
		var inner Faults
		readProfile(n, &inner)
		for _, fault := range inner {
			faults.add(joinPath(path, fault.Path), fault.Problem)
		}
	case t == reflect.TypeFor[Mark]():
		if v, err := strconv.Atoi(n.text); n.kind != 'n' && (n.kind != '0' || err != nil || v < 0 || v > 100) {
			faults.add(path, "a whole number from 0 to 100, or null, is expected")
		}
	case t.Kind() == reflect.Pointer:
		if n.kind != 'n' {
			checkShape(n, t.Elem(), path, faults)
		}
	case t.Kind() == reflect.Struct:
		checkObject(n, t, path, faults)
	case t.Kind() == reflect.Slice:
		checkList(n, t, path, faults)
	default:
		checkScalar(n, t, path, faults)
	}
}

func checkObject(n *node, t reflect.Type, path string, faults *Faults) {
	if n.kind != '{' {
		faults.add(path, "an object is expected, not "+n.kindName())
		return
	}
	types := members(t)
	for i, key := range n.keys {
		member, ok := types[key]
		if !ok {
			faults.addUnknown(joinPath(path, clip(key, 60)), "key", func() string { return nearestMember(key, types) })
			continue
		}
		checkShape(&n.elems[i], member, joinPath(path, key), faults)
	}
}

// nearestMember suggests a key. It leads to "ties" only who nearly wrote it: for
// H-1B there is no such key.
func nearestMember(key string, types map[string]reflect.Type) string {
	names := slices.Sorted(maps.Keys(types))
	if !strings.HasPrefix(key, "tie") {
		names = slices.DeleteFunc(names, func(name string) bool { return name == "ties" })
	}
	return didYouMean(key, names)
}

// members are the JSON keys of a struct with the types of their values.
func members(t reflect.Type) map[string]reflect.Type {
	all := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" && f.IsExported() {
			all[name] = f.Type
		}
	}
	return all
}

func checkList(n *node, t reflect.Type, path string, faults *Faults) {
	if n.kind != '[' {
		if n.kind != 'n' || path == "turns" {
			faults.add(path, "a list is expected, not "+n.kindName())
		}
		return
	}
	for i := range n.elems {
		checkShape(&n.elems[i], t.Elem(), fmt.Sprintf("%s[%d]", path, i), faults)
	}
}

func checkScalar(n *node, t reflect.Type, path string, faults *Faults) {
	want := ""
	switch t.Kind() {
	case reflect.String:
		if n.kind != '"' {
			want = "text"
		} else if values := allowed[t]; values != nil && n.text != "" && !slices.Contains(values, n.text) {
			faults.add(path, "one of "+strings.Join(values, ", ")+" is expected")
		}
	case reflect.Bool:
		if n.kind != 't' && n.kind != 'f' {
			want = "true or false"
		}
	case reflect.Int:
		if v, err := strconv.Atoi(n.text); n.kind != '0' || err != nil || v < 0 {
			want = "a whole number from 0"
		}
	case reflect.Float64:
		if v, err := strconv.ParseFloat(n.text, 64); n.kind != '0' || err != nil || v < 0 || v > 1e6 {
			want = "a number from 0"
		}
	}
	switch {
	case want == "":
	case n.kind == '0' && strings.Contains(want, "number"):
		faults.add(path, want+" is expected")
	default:
		faults.add(path, want+" is expected, not "+n.kindName())
	}
}
