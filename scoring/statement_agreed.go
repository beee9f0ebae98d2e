package scoring

// agrees finds a yes to a question that itself asks for a risk: "Will you take a
// second job?" "Yes."
func (s *sheet) agrees() (statement, bool) {
	at := s.first()
	if at < 0 || s.query.want != wantYesNo {
		return statement{}, false
	}
	if st, ok := s.wavers(at); ok {
		return st, true
	}
	if !s.assents(at) {
		return statement{}, false
	}
	line := s.lineTraits()
	yes := *s.clauseOf(at)
	switch {
	case line&tFind != 0 && line&tWork != 0 && s.c.category.HasTies() && !s.programmeWork() && s.asksWork() && line&(tReturn|tHere) == 0:
		return stated(riskJob, yes, true)
	case s.visitor() && s.asksWork() && (line&tUSPlace != 0 || s.words[at].Text == "only"):
		return stated(riskWork, yes, true)
	case s.c.category.HasTies() && s.asksToStay():
		return stated(riskSettle, yes, true)
	case line&tExtra != 0:
		return stated(riskJob, yes, true)
	case line&tForGood != 0 && line&(tRemain|tUSPlace) != 0, line&tRemain != 0 && line&tChance != 0:
		return stated(riskSettle, yes, true)
	case line&tPatients != 0 && line&tTreat != 0 && !s.programmeWork():
		return stated(riskPatients, yes, true)
	}
	return statement{}, false
}

// wavers finds an answer that leaves open what a visitor or a student must deny: "Do you
// intend to work?" "Not at first."
func (s *sheet) wavers(at int) (statement, bool) {
	first := *s.clauseOf(at)
	if !s.c.category.HasTies() || s.programmeWork() || first.other || !s.answer.opensOpen(at) {
		return statement{}, false
	}
	switch {
	case s.visitor() && s.asksWork() && s.lineTraits()&(tReturn|tHere) == 0:
		return stated(riskJob, first, s.words[at].Text == "not")
	case s.asksToStay() && s.visitor():
		return stated(riskSettle, first, s.words[at].Text == "not")
	}
	return statement{}, false
}

// opensOpen reports whether an answer opens with a no for now, or a perhaps: "not yet",
// "only if", "it depends".
func (a *answer) opensOpen(at int) bool {
	for i := at; i < min(at+3, len(a.words)); i++ {
		next := i + 1
		switch a.words[i].Text {
		case "not", "never":
			return a.has(next, next+2, "first", "now", "yet", "immediately", "initially", "beginning", "soon", "sure", "decided")
		case "only":
			return a.has(next, next+1, "if", "when", "after")
		case "depends", "perhaps", "maybe", "hopefully", "possibly":
			return true
		}
	}
	return false
}

// asksToStay reports whether the line asks if the applicant means to stay on: not
// where, or with whom.
func (s *sheet) asksToStay() bool {
	return s.lineHas([]string{"plan", "plans", "intend", "intention"}) && s.lineHas([]string{"stay", "remain"}) && s.lineHas([]string{"after", "permanently"}) && !s.lineHas([]string{"with", "where", "how", "long", "at", "hotel", "return", "home"})
}

// assents reports whether an answer agrees with the line from word at on: "yes",
// "why not", "if the chance comes".
func (s *sheet) assents(at int) bool {
	if s.traits[at]&tYes != 0 && s.traits[at]&tNegate == 0 {
		return true
	}
	if first := *s.clauseOf(at); s.words[at].Text == "only" && s.hasWord(first, "until", "till", "weekends", "evenings", "sometimes") && !s.atHomeLand(first) {
		return true
	}
	for i := at; i+1 < len(s.words); i++ {
		if s.words[i].Text == "why" && s.words[i+1].Text == "not" {
			return true
		}
	}
	return false
}
