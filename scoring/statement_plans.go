package scoring

import "slices"

// What an officer would act on is read off three things in a clause: that the
// applicant means to do it, that it is done in the United States, and what it is.

// planned reports whether a clause tells what the applicant means to do: by a word
// of intention in it or carried over from the clause before, or by naming it in
// answer to a question about what is to come.
func (s *sheet) planned(cl clause) bool {
	if cl.quoted || cl.question || cl.negated || s.gone(&cl) || cl.who != 0 && cl.who&pSelf == 0 && !s.hasWord(cl, "me", "us") && !leads[s.words[cl.from].Text] {
		return false
	}
	se := s.sentence(cl)
	if s.any(cl.from, cl.to, tIntent) || s.hasWord(cl, "can", "may", "going", "go", "if") && s.any(cl.from, cl.to, tFirst) {
		return true
	}
	carried := cl.who == 0 || cl.inherits || leads[s.words[cl.from].Text]
	return carried && (s.any(se.from, cl.to, tIntent) && s.any(se.from, cl.to, tFirst) || s.asksAhead() && s.bare(cl))
}

// leads are the words at the head of a clause that names a place or a way, after
// which a person is nobody's subject.
var leads = set("on at in with for from inside")

// bare reports whether a clause only names a deed, without a subject or a verb of
// its own: "get a job there", "to help my aunt", "a little, on the farm".
func (s *sheet) bare(cl clause) bool {
	if s.verbless(&cl) {
		return true
	}
	i := cl.from
	for i < cl.to && (s.terms[i].is(mSpeech) || s.hasWord(clause{from: i, to: i + 1}, "and", "then", "to", "so", "just", "because", "first", "yes")) {
		i++
	}
	return i < cl.to && (deeds[s.words[i].Text] || i > cl.from && s.words[i-1].Text == "to")
}

// deeds are base forms that name a plan when they open a clause.
var deeds = set("give become go ask get find work help make earn stay live settle marry apply look search do take join drive clean cook babysit start build buy bring see try visit from")

// asksAhead reports whether the officer's line asks the applicant what is to come.
func (s *sheet) asksAhead() bool {
	line := clause{from: 0, to: len(s.ask)}
	you := slices.Contains(s.ask, "you") || slices.Contains(s.ask, "your")
	return line.to > 0 && (you && s.lineHas([]string{"will", "plan", "plans", "going", "intend", "would", "if", "after", "next", "hope", "want", "spend", "manage", "complete"}) || s.lineHas([]string{"purpose", "plans", "why", "after", "afterwards", "next", "happens", "trip"})) && !s.lineHas([]string{"did", "was", "were", "have"})
}

// asksOfReturned reports whether the line asks what is when the applicant is home again:
// "What happens when you get back?"
func (s *sheet) asksOfReturned() bool {
	return s.lineHas([]string{"what", "what's", "who"}) && s.lineHas([]string{"when", "once", "after"}) && (s.lineTraits()&tReturn != 0 || s.lineHas([]string{"back"}))
}

// atHomeLand reports whether a clause speaks of the applicant's own country: home, here,
// a place outside the United States, or work that is the applicant's own.
func (s *sheet) atHomeLand(cl clause) bool {
	if s.hasWord(cl, "here", "home", "homeland", "hometown", "back") || s.hasWord(cl, "my") && s.hasWord(cl, "country", "own") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if p := s.terms[i].place; p != nil && p.side(true) == nil {
			return true
		}
	}
	return false
}

// overThere reports whether a clause is about the United States: it says so, or the
// line asks about the journey and nothing in the clause speaks of home.
func (s *sheet) overThere(cl clause) bool {
	if s.atHomeLand(cl) {
		return false
	}
	return s.there(cl) || s.asksAhead() && !s.asksOfReturned() && !s.any(cl.from, cl.to, tReturn)
}

// toil are words of work for pay; chores are work only when strangers or money are
// spoken of too; small businesses are what one helps out in.
var (
	toil          = set("work working job jobs earn earning shift shifts nanny payroll waitress waiter hairdressing dishwashing plumbing roofing catering wage wages")
	chores        = set("babysit babysitting clean cleaning cook cooking drive driving wash washing deliver delivering braid braiding mow mowing sewing painting")
	smallBusiness = set("restaurant shop store farm business salon station company construction hotel daycare bakery warehouse garage laundry factory bar kitchen supermarket motel")
	paid          = []string{"pay", "pays", "money", "dollars", "cash", "people", "neighbour", "neighbours", "neighbor", "neighbors", "customers", "uber", "lyft", "amazon", "rooms", "cars", "hour", "others"}
)

// toils reports whether a clause names work for pay: a word of it, helping in a
// business, or making money.
func (s *sheet) toils(cl clause) bool {
	trade, verb := false, false
	se := s.sentence(cl)
	for i := cl.from; i < cl.to; i++ {
		w, is := s.words[i].Text, s.lexemes[i].is
		if s.dead[i] {
			continue
		}
		if is&isToil != 0 && !s.hasWord(clause{from: max(i-2, cl.from), to: i}, "his", "her", "their", "without") && !s.heldPost(cl, i) {
			return true
		}
		if is&isChore != 0 && (s.hasWord(se, paid...) || s.asksWork()) {
			return true
		}
		trade = trade || is&isBusiness != 0 && !(w == "business" && s.purpose(cl, i))
		verb = verb || w == "help" || w == "helping" || w == "assist" || w == "hands" || w == "hand"
		if (w == "make" || w == "making") && s.answer.has(i+1, min(i+4, cl.to), "money", "dollars", "cash", "bucks") {
			return true
		}
	}
	return trade && (verb || s.answer.has(se.from, se.to, "hands", "helper") || s.lineTraits()&tWork != 0 && s.verbless(&cl))
}

// purpose reports whether "business" at i names what a journey is for, and no shop: "it
// is business".
func (s *sheet) purpose(cl clause, i int) bool {
	return i == cl.from || !s.answer.has(i-1, i, "the", "a", "his", "her", "their", "my", "our", "family", "own", "small") && !s.terms[i-1].poss
}

// heldPost reports whether the word for work at i is the post the applicant has: "my
// work needs me", "the quiet time in my work", but not "my job there".
func (s *sheet) heldPost(cl clause, i int) bool {
	mine := s.answer.has(max(i-2, cl.from), i, "my", "our") && !(s.answer.has(i+1, i+2, "there") && !s.words[i+1].Breaks)
	since := s.answer.has(i+1, cl.to, "since") && !s.any(i+1, cl.to, tIntent)
	return mine || since
}

// lineTraits are the traits of the words of the question together.
func (s *sheet) lineTraits() trait {
	return s.query.told
}

// asksWork reports whether the officer's line asks if the applicant will work there.
func (s *sheet) asksWork() bool {
	return s.query.want == wantYesNo && s.lineTraits()&tWork != 0 && slices.Contains(s.ask, "you") && s.lineHas([]string{"will", "going", "intend", "plan", "want", "allowed", "would", "seek", "look"}) && !s.lineHas([]string{"here", "home", "back", "return", "after"})
}

// knowsBetter reports whether the applicant means to do what is known to be
// forbidden: "I know it is not allowed, but I will".
func (s *sheet) knowsBetter(cl clause) bool {
	se := s.sentence(cl)
	forbidden := s.hasWord(se, "allowed", "legal", "permitted") && s.any(se.from, se.to, tNegate) || s.hasWord(se, "illegal", "forbidden", "against") || s.hasWord(se, "without") && s.hasWord(se, "telling")
	turns := s.hasWord(se, "but") && s.hasWord(se, "know", "understand") || s.hasWord(cl, "telling")
	return forbidden && turns && !cl.quoted && !cl.negated && s.any(cl.from, cl.to, tFirst) && s.any(cl.from, cl.to, tIntent) && !s.refuses()
}

// evades reports whether a clause tells of work kept from the authorities: off the
// books, without papers, where nobody asks for them.
func (s *sheet) evades(cl clause) bool {
	se := s.sentence(cl)
	if s.any(cl.from, cl.to, tCash) {
		return true
	}
	for i := se.from; i < se.to; i++ {
		if s.traits[i]&tPapers != 0 && s.answer.has(max(i-4, se.from), i, "without", "no", "nobody", "never", "not", "don't") {
			return true
		}
		if s.words[i].Text == "questions" && s.answer.has(max(i-3, se.from), i, "without", "no") {
			return true
		}
		if s.words[i].Text == "cash" && s.answer.has(max(i-3, se.from), i, "pay", "pays", "paying", "paid", "for", "in") {
			return true
		}
	}
	return false
}
