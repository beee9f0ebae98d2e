package scoring

// A naming is a name that an answer says.
type naming struct {
	from, to int
	cl       *clause
	declared []int // which of the case's names it is; nil for none
	person   bool  // it is somebody's
	body     bool  // it has the noun of a body
	alone    bool  // one word, told to be a name by its place in the sentence only
}

// namings finds the names of bodies and persons an answer says, in order.
func (c *Case) namings(a *answer) []naming {
	var out []naming
	plain := a.uncapitalised()
	for i := 0; i < len(a.words); {
		n, ok := a.nameAt(i, plain)
		if ok {
			n.declared = c.declaredAs(a, n.from, n.to)
		} else {
			n, ok = c.lowerDeclared(a, i)
		}
		if !ok || n.to == n.from+1 && coins[a.words[n.from].Text] {
			i++
			continue
		}
		n.cl = a.clauseOf(n.from)
		n.read(a)
		out = append(out, n)
		i = n.to
	}
	return out
}

// coins are what money is called.
var coins = set("dollar dollars rupee rupees pesos peso euro euros pounds naira won yuan yen reais real lira cedis shillings lakh lakhs crore crores thousand million")

// read says what sort of name it is.
func (n *naming) read(a *answer) {
	if n.from > 0 && !a.words[n.from].Breaks {
		t, w := a.terms[n.from-1], a.words[n.from-1].Text
		called := a.has(max(n.from-2, 0), n.from, "name", "name's") && a.is(max(n.from-4, 0), n.from, mTheirs|mThey)
		if w == "called" || w == "named" {
			called = called || a.personBefore(n.from-1)
		}
		n.person = honorifics[w] || t.party&pHuman != 0 && !t.poss || called
	}
	for i := n.from; i < n.to; i++ {
		w := a.words[i].Text
		n.person = n.person || i == n.from && honorifics[w]
		n.body = n.body || bodyNoun(w) || legal[w] && len(w) > 2 && !small[w]
	}
	if n.to < len(a.words) && a.words[n.to].Breaks && a.has(n.to, n.to+1, "the", "a", "an") {
		for i := n.to + 1; i < min(n.to+4, len(a.words)) && !a.words[i].Breaks; i++ {
			n.body = n.body || bodyNouns[a.words[i].Text] || bodyNoun(a.words[i].Text)
		}
	}
	n.body = n.body && !n.person
	n.alone = n.to-n.from == 1 && a.opens(n.from)
}

// personBefore reports whether one of the words before word i is of a person: "a
// colleague called".
func (a *answer) personBefore(i int) bool {
	for j := max(i-3, 0); j < i; j++ {
		if t := a.terms[j]; t.party&pHuman != 0 || ranks[a.words[j].Text] || honorifics[a.words[j].Text] || a.has(j, j+1, "lady", "man", "guy", "woman", "gentleman") {
			return true
		}
	}
	return false
}

// opens reports whether a sentence begins at word i, where every word has a capital.
func (a *answer) opens(i int) bool {
	return i == 0 || a.within[i] != a.within[i-1] && a.clauseOf(i).sentence != a.clauseOf(i-1).sentence
}

// nameAt reads the name that begins at word i: words with capitals, of which one is
// known for nothing else, or, in an answer without capitals, words that stand where a
// name stands.
func (a *answer) nameAt(i int, plain bool) (naming, bool) {
	if plain {
		return a.plainName(i)
	}
	if a.bodyOfPlace(i) {
		return naming{from: i, to: a.nameEnd(i + 2)}, true
	}
	if !a.properAt(i) || a.opens(i) && a.ordinary(i) && !a.brand(i) || a.stateAlone(i) || a.degreeAt(i) {
		return naming{}, false
	}
	to := a.nameEnd(i)
	if t := a.terms[i]; t.place != nil && t.n > 1 && int(t.n) >= to-i {
		return naming{}, false // "Grand Rapids" is where, not who
	}
	telling := false
	for j := i; j < to; j++ {
		telling = telling || a.tells(j)
	}
	if !a.nounIn(i, to) && a.describedBy(i, to) {
		return naming{}, false
	}
	if !telling && !a.composed(i, to) {
		return naming{}, false
	}
	return naming{from: i, to: to}, true
}

// bodyOfPlace reports whether the noun of a body, said without a capital, begins a name
// at word i: "the polytechnic of Gdansk".
func (a *answer) bodyOfPlace(i int) bool {
	return i+2 < len(a.words) && a.words[i+1].Text == "of" && bodySorts[a.words[i].Text] == sortLearn && a.properAt(i+2) && !a.properAt(i)
}

// brand reports whether the whole answer, which an everyday word opens, is written as a
// name: "Six Flags".
func (a *answer) brand(i int) bool {
	if i != 0 || len(a.words) < 2 || a.ordinaryAct(i) {
		return false
	}
	for j := range a.words {
		if !a.properAt(j) || j > 0 && a.words[j].Breaks || a.terms[j].is(mSpeech) {
			return false
		}
	}
	return true
}

// ordinaryAct reports whether the word at i is a verb, a pronoun or an answer word, which
// no name begins with.
func (a *answer) ordinaryAct(i int) bool {
	return a.terms[i].is(mVerb|mYes|mNot|mMine|mTheirs|mThey|mI|mSpeech|mHedge) || small[a.words[i].Text]
}

// stateAlone reports whether the word at i is the two letters of a state and no part of
// a longer name: "in Detroit, MI" is where, not who; "UT Dallas" is who.
func (a *answer) stateAlone(i int) bool {
	return a.stateAfter(i) != "" && (i+1 == len(a.words) || a.words[i+1].Breaks || !a.properAt(i+1))
}

// degreeAt reports whether the name of a degree begins at word i: "AS Nursing".
func (a *answer) degreeAt(i int) bool {
	w := a.words[i]
	return degreeNames[w.Text] && i+1 < len(a.words) && !a.words[i+1].Breaks && a.properAt(i+1) && a.turn.Applicant[w.End-1] != '.' && (w.End-w.Start > 2 || upper(a.turn.Applicant[w.Start:w.End]))
}

// degreeNames are the short names of degrees.
var degreeNames = set("as aa aas ba bs bsc beng btech bba bcom mba ma ms msc meng mtech mph phd llb llm mbbs")

// inName reports whether the word at i is the noun of a name of several words that was
// declared for somebody else than a payer, or of a family called by its name.
func (a *answer) inName(i int) bool {
	if i == 0 || a.words[i].Breaks || !a.properAt(i-1) || a.terms[i-1].party != 0 || a.terms[i-1].is(mMine|mTheirs|mSpeech|mYes) || a.opens(i-1) && a.ordinary(i-1) {
		return false
	}
	return a.has(i, i+1, "family") || a.properAt(i) && a.lineHas([]string{"host"})
}

// stateSchool reports whether the word at i makes a state's name that of its
// university, as people shorten it: "Arizona State".
func (a *answer) stateSchool(i int) bool {
	return i > 0 && a.words[i].Text == "state" && a.inPlace(i-1) && a.properAt(i)
}

// composed reports whether words that tell nothing by themselves make a name
// together: two or more with capitals, one the noun of a body: "First National Bank".
func (a *answer) composed(from, to int) bool {
	if to-from < 2 || a.opens(from) && to-from < 3 && !a.inPlace(from) {
		return false
	}
	for i := from; i < to; i++ {
		if heads[a.words[i].Text] || trade[a.words[i].Text] || a.stateSchool(i) && !a.has(from-1, from, "in") {
			return true
		}
	}
	return false
}

// nameEnd is the end of the words written as one name from word i on: with small
// words between, and the noun of a body after them.
func (a *answer) nameEnd(i int) int {
	to := i + 1
	for to < len(a.words) && (!a.words[to].Breaks || a.terms[to].n == 0) {
		w := a.words[to].Text
		switch {
		case a.properAt(to) && w != "i" && !a.dated(to) && !(a.terms[to].is(mI) && a.words[to].End-a.words[to].Start > 1):
			to++
		case within[w] && to+1 < len(a.words) && !a.words[to+1].Breaks && a.properAt(to+1) && a.joinsName(i, to):
			to += 2
		case within[w] && to+2 < len(a.words) && within[a.words[to+1].Text] && a.properAt(to+2) && a.joinsName(i, to):
			to += 3
		case bodyNoun(w) && to == i+1 && a.tells(i) && !a.terms[to].is(mVerb):
			return to + 1
		default:
			return to
		}
	}
	return to
}

// within are the small words inside names.
var within = set("of de del da do dos das di du des la las los el y e et the for and at bin al von van der")

// joinsName reports whether the small word at i goes on with the name begun at from:
// "University of Calder at Ridgefield", but not "Boeing and Lufthansa".
func (a *answer) joinsName(from, i int) bool {
	switch a.words[i].Text {
	case "and", "e", "for", "the":
		return false
	case "at":
		return a.has(from, i, "university", "college", "school", "hospital")
	case "of":
		return a.nounIn(from, i)
	}
	return true
}

func (a *answer) nounIn(from, to int) bool {
	for i := from; i < to; i++ {
		if bodyNoun(a.words[i].Text) {
			return true
		}
	}
	return false
}

// bodyNoun reports whether a word says what sort of body a name belongs to.
func bodyNoun(w string) bool { return heads[w] || trade[w] || bodySorts[w] != 0 }

// plainName reads a name in an answer without capitals: words known for nothing else
// before the noun of a body, or in the place of a name up to the end of the clause.
func (a *answer) plainName(i int) (naming, bool) {
	if !a.leadsTo(i) {
		return naming{}, false
	}
	to := i
	for to < len(a.words) && to-i < 4 && (to == i || !a.words[to].Breaks) && a.telling(to) && !a.lexemes[to].meant() && !a.dated(to) && !pastForm(a.words[to].Text) && !ordinaryForm(a.words[to].Text) {
		to++
	}
	if to == i {
		return naming{}, false
	}
	noun := to
	for noun < len(a.words) && !a.words[noun].Breaks && bodyNoun(a.words[noun].Text) {
		noun++
	}
	heading := i > 0 && heads[a.words[i-1].Text]
	switch {
	case noun > to && !describes(a.words[i:to]):
		return naming{from: i, to: noun}, true
	case heading || i > 0 && strongLead[a.words[i-1].Text] && a.closes(to) || i > 0 && honorifics[a.words[i-1].Text]:
		return naming{from: i, to: to}, true
	}
	return naming{}, false
}

// ordinaryForm reports whether a word ends like an everyday adverb, noun or verb.
func ordinaryForm(w string) bool {
	for _, end := range []string{"ly", "tion", "ness", "ment", "ings", "able", "ible"} {
		if len(w) > len(end)+3 && w[len(w)-len(end):] == end {
			return true
		}
	}
	return false
}

// leadsTo reports whether a name can begin at word i of an answer without capitals.
func (a *answer) leadsTo(i int) bool {
	if i == 0 || a.words[i].Breaks {
		return true
	}
	w := a.words[i-1].Text
	return leadsName[w] || honorifics[w] || heads[w] || a.terms[i-1].is(mSpeech)
}

// closes reports whether a clause ends before word i, or only small words follow.
func (a *answer) closes(i int) bool {
	return i >= len(a.words) || a.words[i].Breaks || a.terms[i].is(mSpeech) || leadsName[a.words[i].Text] || a.words[i].Text == "and"
}

// leadsName are the words a name follows as the answer; strongLead those that little else
// follows.
var (
	leadsName  = set("at for by called named with from in under through via to is it's be are was be as of joined than that's the")
	strongLead = set("called named under by for joined with")
)

// lowerDeclared reads a declared name said without capitals from word i on.
func (c *Case) lowerDeclared(a *answer, i int) (naming, bool) {
	var best naming
	for at := range c.names {
		n := &c.names[at].name
		to := n.saidAt(a, i)
		if to == 0 || to <= best.to && best.to > 0 && to < best.to {
			continue
		}
		if to > best.to {
			best = naming{from: i, to: to}
		}
		best.declared = append(best.declared, at)
	}
	return best, best.to > 0
}
