package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// tiesOf are the declared relationships that each way of naming a host fits.
var tiesOf = map[string][]string{
	"relative": {"relative", "spouse"}, "friend": {"friend", "other"}, "business": {"business", "employer", "other"},
}

// host judges who the host is said to be. A business partner may be called a friend.
func (j *comparison) host(group []Claim, f *fact) {
	declared := f.value().Text
	fits := func(k Claim) bool { return slices.Contains(tiesOf[k.word], declared) != k.Negative }
	for _, k := range group {
		if fits(k) && !k.Negative {
			j.add(k, transcript.Consistent, f)
			return
		}
	}
	k := group[0]
	kin := declared == "relative" || declared == "spouse"
	switch {
	case k.Negative && slices.Contains(tiesOf[k.word], declared) && declared != "other":
		j.add(k, transcript.Contradiction, f)
	case declared == "other" && k.word == "relative" && !k.Negative && k.asked:
		j.add(k, transcript.Contradiction, f)
	case k.Negative && !slices.Contains(tiesOf[k.word], declared) && declared != "other":
		j.add(k, transcript.Consistent, f)
	case k.Negative, declared == "other", declared == "school", declared == "employer":
	case kin != (k.word == "relative"):
		j.add(k, transcript.Contradiction, f)
	default:
		j.add(k, transcript.SoftMismatch, f)
	}
}

// siblings judges how many brothers and sisters there are.
func (j *comparison) siblings(k Claim, f *fact) {
	n := float64(len(f.items))
	switch {
	case k.Negative && n == 0, !k.Negative && k.low == 0 && n > 0, !k.Negative && k.low == n, !k.Negative && k.low < k.high && k.high == n:
		j.add(k, transcript.Consistent, f)
	case !k.Negative && k.low < n && k.partial:
		j.add(k, transcript.Partial, f) // one of several is told of
	default:
		j.add(k, transcript.Contradiction, f)
	}
}

// dependants judges who is said to be supported, or to stay at home.
func (j *comparison) dependants(group []Claim, f *fact) {
	for _, k := range group {
		switch {
		case k.Negative && f.none, !k.Negative && k.party&f.parties != 0:
			j.add(k, transcript.Consistent, f)
			return
		}
	}
	k := group[0]
	switch {
	case k.Negative, f.none:
		j.add(k, transcript.Contradiction, f)
	case f.parties&pFamily != 0:
		j.add(k, transcript.Partial, f)
	}
}

// whereabouts judges where relatives are said to be. Another country contradicts;
// another town only where the line asks for it.
func (j *comparison) whereabouts(group []Claim, f *fact) {
	best, at := transcript.Verdict(""), group[0]
	for _, k := range group {
		if v := j.livesThere(k, f); v == transcript.Consistent || best == "" {
			best, at = v, k
		}
		if best == transcript.Consistent {
			break
		}
	}
	if best != "" {
		j.add(at, best, f)
	}
}

func (j *comparison) livesThere(k Claim, f *fact) transcript.Verdict {
	declared := j.c.homesOf(f, k.party)
	if len(declared) == 0 && k.place != nil {
		return ""
	}
	if k.place == nil {
		if !slices.ContainsFunc(declared, func(d *place) bool { return d.side(false) == nil }) {
			return transcript.Consistent // "here"
		}
		return ""
	}
	for _, d := range declared {
		if n := k.place.near(d); n >= inMetro || n == inState && (k.place.whole || d.whole) {
			return transcript.Consistent
		}
	}
	near := slices.ContainsFunc(declared, func(d *place) bool { return k.place.near(d) == inState })
	switch {
	case near && (k.place.whole || !k.asked):
		return ""
	case near:
		return transcript.SoftMismatch
	case k.place.side(true) != nil && !slices.ContainsFunc(declared, func(d *place) bool { return d.us }), k.asked:
		return transcript.Contradiction
	}
	return ""
}

// travels judges whether one of the family is said to come along.
func (j *comparison) travels(group []Claim, f *fact) {
	k := group[0]
	all := j.c.membersOf(f, k.party)
	for _, m := range all {
		goes, ok := travelsToo(m)
		if !ok {
			return
		}
		if goes != k.Negative {
			j.add(k, transcript.Consistent, f)
			return
		}
	}
	if len(all) > 0 {
		j.add(k, transcript.Contradiction, f)
	}
}

// travelsToo reports whether one of the family is declared to come along, by the part that
// says so or by its words: "doctor, staying in Lahore".
func travelsToo(m *fact) (goes, ok bool) {
	if v, ok := m.part("travelling"); ok && v.Type == transcript.TypeBool {
		return v.Bool, true
	}
	stays := m.has("staying", "stays", "stay", "remains", "remaining")
	return !stays, stays || m.has("travelling", "traveling", "travels", "accompanying")
}
