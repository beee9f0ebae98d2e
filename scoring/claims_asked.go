package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// rolesAsked are the roles whose players the officer's line asks for, in the order of
// the table; declared ones only, or else the first of those that are not.
func (c *Case) rolesAsked(a *answer) []*role {
	if a.opensWith("why") || len(a.ask) == 0 {
		return nil
	}
	shape := a.heardLine.shape()
	line := &shape.roles
	for _, asks := range []func(int) bool{
		func(i int) bool {
			return shape.asksRole[i] || roles[i].path == "h1b.petitioner" && len(a.ask) == 1 && wordKinds["FIRM"][a.ask[0]]
		},
		func(i int) bool { return !line.meets(&roleLines.not[i]) && roles[i].askedByField(a) },
		func(i int) bool { return !line.meets(&roleLines.not[i]) && roles[i].askedFirst(a, line) },
	} {
		if out := c.rolesThat(a, asks); len(out) > 0 {
			return out
		}
	}
	if slices.Contains(a.ask, "before") {
		return c.rolesBefore(a)
	}
	return c.rolesPut(a)
}

// contactMeant turns a line that asks after a body just spoken of from the applicant's own to
// the one visited: "Which hospital?" of a treatment, "Name of the company?" after "a company
// of New York wants to buy".
func (c *Case) contactMeant(a *answer, asked []*role, before []Judged) []*role {
	own := func(r *role) bool { return strings.HasPrefix(r.path, "employment.") }
	if !c.visitor() || !a.ownLine || len(before) == 0 || a.lineHas(applicants) || !slices.ContainsFunc(asked, own) {
		return asked
	}
	at := slices.IndexFunc(a.ask, func(w string) bool { return visited[w] })
	if at < 0 {
		return asked
	}
	treated := visited[a.ask[at]] && a.ask[at] != "company" && a.ask[at] != "firm" && c.fact("us_contact.name_or_org") != nil
	if !treated && !toldOfBody(before, a.ask[at]) {
		return asked
	}
	out := slices.DeleteFunc(slices.Clone(asked), own)
	if contact := slices.IndexFunc(roles, func(r role) bool { return r.path == "us_contact.name_or_org" }); contact >= 0 && c.fact(roles[contact].path) != nil && !slices.Contains(out, &roles[contact]) {
		out = append(out, &roles[contact])
	}
	return out
}

// toldOfBody reports whether an answer shortly before brought up "a company", by its word, and
// no line since has asked about the applicant's own work.
func toldOfBody(before []Judged, body string) bool {
	for n := len(before) - 1; n >= max(len(before)-4, 0); n-- {
		if slices.ContainsFunc(before[n].asked, func(path string) bool { return strings.HasPrefix(path, "employment.") }) {
			return false
		}
		words := measureWords(before[n].Turn.Applicant)
		for i := 1; i < len(words); i++ {
			if words[i].Text == body && (words[i-1].Text == "a" || words[i-1].Text == "an" || words[i-1].Text == "one") {
				return true
			}
		}
	}
	return false
}

// applicants are the words by which a line asks of the applicant; visited are bodies that one
// may visit as well as work for.
var (
	applicants = []string{"you", "your", "you're", "work", "working", "employer", "job", "employ"}
	visited    = set("hospital clinic institute company firm")
)

// rolesByLine reports whether the words of the officer's line ask who plays the role of a
// field.
func (c *Case) rolesByLine(a *answer, path string) bool {
	at := slices.IndexFunc(roles, func(r role) bool { return r.path == path })
	line := roleLines.read(a.ask)
	return at >= 0 && roleLines.asks(&line)[at]
}

// rolesPut are the roles whose declared player a line puts before the applicant: "So
// you're with Oserian?"
func (c *Case) rolesPut(a *answer) []*role {
	if len(c.names) == 0 || !strings.HasSuffix(strings.TrimSpace(a.turn.Officer), "?") || len(a.ask) > shortLine+1 && !a.lineHas(puts) || slices.ContainsFunc(a.ask, func(w string) bool { return whWords[w] }) {
		return nil
	}
	var out []*role
	for i := range c.names {
		if ro := c.names[i].role; !ro.past && !ro.list && !slices.Contains(out, ro) && c.lineNames(a, ro) {
			out = append(out, ro)
		}
	}
	return out
}

// lineNames reports whether the officer's line names who is declared to play a role.
func (c *Case) lineNames(a *answer, ro *role) bool {
	return slices.ContainsFunc(c.names, func(d declaredName) bool {
		return d.role == ro && slices.ContainsFunc(a.ask, func(w string) bool {
			return len(w) > 3 && (d.name.matches(w) || heads[w] && slices.Contains(d.name.all, w) && a.lineHas([]string{"still", "you're"}))
		})
	})
}

// namesPresentPost reports whether the officer's line names the present employer, who is
// declared and not the petitioner too: "What do you earn at Moi Girls?"
func (c *Case) namesPresentPost(a *answer) bool {
	names := func(path string) bool {
		return slices.ContainsFunc(c.names, func(d declaredName) bool { return d.path == path && c.lineNames(a, d.role) })
	}
	return c.fact("employment.monthly_income") != nil && names("employment.employer") && !names("h1b.petitioner")
}

// turnsToFirm reports whether the officer's line only turns to the petitioner by its name:
// "And Ridgeway?"
func (c *Case) turnsToFirm(a *answer) bool {
	for i := range c.names {
		if d := &c.names[i]; d.path == "h1b.petitioner" && c.lineNames(a, d.role) {
			return !slices.ContainsFunc(a.ask, func(w string) bool {
				return !thereWords[w] && !d.name.matches(w) && !slices.Contains(d.name.all, w) && !legal[w]
			})
		}
	}
	return false
}

// puts are words by which a line puts to the applicant where he or she works or studies.
var puts = []string{"work", "working", "works", "employed", "still", "study", "studying", "join", "joining", "attend", "attending", "going", "with", "at", "for", "under"}

// rolesThat are the declared roles that something holds of; else the first that is not
// declared.
func (c *Case) rolesThat(a *answer, holds func(int) bool) []*role {
	var out []*role
	var bare *role
	others, owner := a.lineOfOthers(), a.lineHas([]string{"owns", "owner", "founded", "founder", "runs", "boss"})
	for i := range roles {
		r := &roles[i]
		if (others || owner) && r.sort&sortPerson == 0 || !holds(i) {
			continue
		}
		if c.fact(r.path) != nil {
			out = append(out, r)
		} else if field, ok := transcript.LookupField(r.path); bare == nil && ok && slices.Contains(field.For, c.category) {
			bare = r
		}
	}
	if len(out) == 0 && bare != nil {
		return []*role{bare}
	}
	return out
}

// askedByField reports whether the officer's own words ask for the field of a role,
// and for a name.
func (r *role) askedByField(a *answer) bool {
	return slices.Contains(a.own, r.path) && a.lineHas(namers) && !a.lineHas(placeNouns)
}

// askedFirst reports whether the question of the bank is first about the role, and the
// line asks for a name.
func (r *role) askedFirst(a *answer, line *bitset) bool {
	first := a.question != nil && a.turn.Question != "" && len(a.question.Fields) > 0 && a.question.Fields[0] == r.path
	return (first || a.press != nil && a.press.Field == r.path) && line.meets(&roleLines.naming)
}

// touchedRoles are the declared roles many can have played that the question of the
// bank is about too, asked for or not: what an answer says of them counts, other names
// do not.
func (c *Case) touchedRoles(a *answer, asked []*role) []*role {
	if a.turn.Question == "" && a.press == nil {
		return nil
	}
	var out []*role
	for i := range roles {
		if r := &roles[i]; r.list && a.asks(r.path) && !slices.Contains(asked, r) && c.fact(r.path) != nil {
			out = append(out, r)
		}
	}
	return out
}

// rolesBefore are the roles of what is over when a line asks what was before a body
// it names: "And before Oserian?"
func (c *Case) rolesBefore(a *answer) []*role {
	if !slices.ContainsFunc(c.names, func(d declaredName) bool { return !d.role.past && c.lineNames(a, d.role) }) {
		return nil
	}
	var out []*role
	for _, path := range []string{"h1b.previous_employers_us", "employment.previous"} {
		at := slices.IndexFunc(roles, func(r role) bool { return r.path == path })
		if c.fact(path) != nil {
			out = append(out, &roles[at])
		}
	}
	return out
}

// placeNouns turn a line to where something is.
var placeNouns = []string{"city", "town", "state", "campus", "located", "location", "address", "country"}

// lineOfOthers reports whether the officer's line is about somebody else's work or
// studies: "What does your wife do?"
func (a *answer) lineOfOthers() bool {
	for i, t := range a.line {
		if t.party&(pFamily|pPartner|pFriend) != 0 && !t.is(mKin) || i < len(a.ask) && (a.ask[i] == "sponsor's" || a.ask[i] == "professor's") {
			return true
		}
	}
	return false
}
