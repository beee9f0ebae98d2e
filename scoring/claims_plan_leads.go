package scoring

import "slices"

// homelands are the countries the applicant belongs to; none when none is declared.
func (c *Case) homelands() map[string]bool {
	all := map[string]bool{}
	for _, path := range []string{"identity.nationality", "identity.country_of_residence", "jp.last_permanent_residence", "application.interview_country", "application.post", "identity.other_nationalities", planAfter, "ties.return_role", "employment.employer"} {
		if f := c.fact(path); f != nil {
			for _, p := range placesOf(f) {
				all[p.where] = all[p.where] || !p.us
			}
		}
	}
	return all
}

// directions lists where a clause points.
func (a *answer) directions(cl *clause, told, homes map[string]bool) []string {
	var out []string
	home := a.has(cl.from, cl.to, "back", "return", "returning", "home", "homeland", "hometown") || cl.marks&mReturn != 0 || !cl.negated && a.goesTo(cl, homes)
	same := 0
	for i := cl.from; i < cl.to; i++ {
		if told[a.words[i].Text] {
			same++
		}
	}
	switch {
	case cl.marks&mSettle != 0 && !a.postedForGood(cl) && !a.has(cl.from, cl.to, "here") && !(home && cl.negated) && !a.has(cl.from, cl.to, "back home", "my country"):
		out = append(out, planStay)
	case !home && a.wants(cl) && a.careerThere(cl), !home && same == 0 && (a.staysOn(cl) || !cl.negated && a.staysPlainly(cl)):
		out = append(out, planStay)
	case !home && same == 0 && !cl.negated && a.wants(cl) && a.goesElsewhere(cl, homes):
		out = append(out, planAway)
	case cl.marks&mWork != 0 && a.has(cl.from, cl.to, "experience") && a.has(cl.from, cl.to, "first", "abroad") || cl.marks&mTrain != 0:
		out = append(out, planStage)
	}
	if home {
		out = append(out, planHome)
	}
	theirs := cl.other && !cl.inherits && cl.who&pFamily != 0 && !a.has(cl.from, cl.to, "me", "us", "i", "we")
	if same > 0 && !theirs && !(home && cl.negated) {
		out = append(out, planSame)
	}
	return out
}

// goesTo reports whether a clause leads to a place of the applicant's own country.
func (a *answer) goesTo(cl *clause, homes map[string]bool) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place.side(false); p != nil && homes[p.where] && i > cl.from && a.has(i-1, i, "to", "in", "at", "into") {
			return true
		}
	}
	return false
}

// goesElsewhere reports whether a clause leads to a third country. Where none of the
// applicant's own is declared none is a third.
func (a *answer) goesElsewhere(cl *clause, homes map[string]bool) bool {
	if len(homes) == 0 || cl.who&^pSelf != 0 || a.gone(cl) || cl.marks&mSoon == 0 && !a.has(cl.from, cl.to, "want", "move", "moving", "go", "going", "work", "job", "target", "goal", "choice", "dream", "next") || a.has(cl.from, cl.to, "visit", "conference", "holiday", "export", "exporting", "clients", "customers", "like", "from") {
		return false
	}
	goal := a.has(cl.from, cl.to, "target", "goal", "choice", "plan", "dream", "next", "option")
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place.side(false); p != nil && p.side(true) == nil && !homes[p.where] && (goal || i > cl.from && a.has(i-1, i, "to", "in", "into")) {
			return true
		}
	}
	return false
}

// careerThere reports whether a clause tells of working or living in the United
// States: what is done there on a journey, or for further study, is none.
func (a *answer) careerThere(cl *clause) bool {
	papers := cl.marks&(mStatusUS|mPetition) != 0 && !cl.negated && !a.has(cl.from, cl.to, "before", "until", "as")
	work := cl.marks&mWork != 0 || a.has(cl.from, cl.to, "experience", "offer", "practice", "practise", "clinic", "hospital", "myself", "attending", "faculty", "future", "house", "business", "company", "hire", "hires", "transfer", "salary", "professor", "engineer", "live")
	journey := a.has(cl.from, cl.to, "travel", "visit", "trip", "tour", "weeks", "days", "sightseeing")
	return papers && !a.has(cl.from, cl.to, "opt") || work && !journey && a.ofUS(cl) || !journey && a.postThere(cl)
}

// postThere reports whether a clause tells of a post in a place, or with a firm, of the
// United States that is not what one is there for anyway.
func (a *answer) postThere(cl *clause) bool {
	post := cl.marks&mWork != 0 || a.becomes(cl) || a.has(cl.from, cl.to, "cv", "resume", "apply", "applying", "hire", "hires", "join", "luck", "way", "career", "living", "future", "attending")
	firm := a.anyWord(cl.from, cl.to, usFirms) && !a.otherCountry(cl)
	there := a.inStates(cl) || a.is(cl.from, cl.to, mUS) && a.becomes(cl)
	return post && (firm || there && !a.anyWord(cl.from, cl.to, learning))
}

// learning are words of what one is in the United States for anyway.
var learning = set("study studies studying degree master master's masters phd university college school semester residency fellowship internship training program programme research conference")

// becomes reports whether a clause says what the applicant will be: "and be a nurse in
// Texas".
func (a *answer) becomes(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if a.has(i, i+1, "be", "become", "as") && a.has(i+1, i+2, "a", "an", "the") {
			return true
		}
	}
	return false
}

// ofUS reports whether a clause speaks of the United States: "there" does, unless a
// place at home was named before it.
func (a *answer) ofUS(cl *clause) bool {
	if a.is(cl.from, cl.to, mUS) || a.has(cl.from, cl.to, "abroad") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text == "there" && !a.has(i+1, i+2, "is", "are", "was", "were", "will") {
			return !slices.ContainsFunc(a.terms[:i], func(t term) bool { return t.place != nil && !t.place.us || t.is(mReturn) })
		}
	}
	return false
}

// wants reports whether a clause tells an intention.
func (a *answer) wants(cl *clause) bool {
	return cl.marks&mSoon != 0 || a.has(cl.from, cl.to, "want", "get", "find", "look", "work", "would", "like", "hope", "plan", "join", "see", "try", "dream", "first", "apply", "file", "files", "aim", "goal", "choice", "target") || a.verbless(cl)
}

// postedForGood reports whether what is permanent is a post: "a permanent contract",
// "now I am permanent at the hospital".
func (a *answer) postedForGood(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text == "permanent" {
			return a.has(i+1, i+4, "post", "position", "job", "contract", "staff", "employee", "faculty", "teacher", "worker", "employment", "appointment", "role", "at", "in", "with") && !a.has(i+1, i+2, "residence", "resident", "residency")
		}
	}
	return false
}
