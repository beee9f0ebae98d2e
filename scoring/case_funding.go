package scoring

import "github.com/viceconsul/viceconsul/interview/transcript"

// declaredPayers is the whole declared funding of a case.
type declaredPayers struct {
	all     party // who is declared to pay anything
	persons party // people among them, one bit each
	closed  bool  // the declaration is complete: another person is another payer
	anyone  bool  // somebody is declared whose relation is not known
	nothing party // sources declared as none: no scholarship, no loan
	award   bool  // a scholarship is declared by itself
	must    []party
}

func (c *Case) declaredPayers() declaredPayers {
	var d declaredPayers
	if f := c.fact("finance.sponsors"); f != nil && !f.none {
		d.closed = true
		for _, item := range f.items {
			d.addPerson(sponsorParty(item))
		}
		if len(f.items) == 0 {
			d.addPerson(f.parties)
		}
	}
	if f := c.fact("trip.payer"); f != nil {
		d.closed = true
		d.addTripPayer(c, f)
	}
	if d.all&pSelf != 0 && c.fact("employment.business") != nil {
		d.all |= pEmployer // the company is the applicant's own
	}
	if f := c.fact("j1.funding"); f != nil && !f.none {
		d.closed = true
		p := fundingParties(f)
		if d.persons != 0 {
			p &^= pFamily &^ d.persons // "personal" is the money of those sponsors
		}
		d.all |= p
	}
	d.addSources(c)
	return d
}

// sponsorParty is the relation of a declared sponsor: of its own part when it has
// one, else the first named in its sentence.
func sponsorParty(item fact) party {
	if v, ok := item.part("relationship"); ok {
		for _, w := range termsOf(measureWords(v.Text)) {
			if w.party != 0 {
				return w.party
			}
		}
		if p := relationship[v.Text]; p != 0 {
			return p
		}
	}
	for _, t := range item.terms {
		if t.party&(pHuman|pBody) != 0 {
			return t.party
		}
	}
	return 0
}

// relationship reads the form's own words for who somebody is.
var relationship = map[string]party{
	"parent": pParents, "child": pOffspring, "spouse": pSpouse, "other_relative": pExtended | pSiblings, "friend": pFriend,
	"employer": pEmployer, "other": pPerson,
}

func (d *declaredPayers) addPerson(p party) {
	if p == 0 {
		d.anyone = true
		return
	}
	d.all |= p
	d.persons |= p & pHuman
	d.must = append(d.must, p)
}

// addTripPayer reads the form's choice of who pays for the trip.
func (d *declaredPayers) addTripPayer(c *Case, f *fact) {
	switch f.value().Text {
	case "self":
		d.all |= pSelf
	case "us_petitioner", "us_employer":
		d.all |= pUSCompany | pHospital | pSchool
		if !c.category.HasTies() {
			d.all |= pEmployer // the petitioner is the employer
		}
	case "present_employer":
		d.all |= pEmployer
	case "other_company":
		d.all |= pBody &^ pEmployer
	default:
		d.addOtherPerson(c, f)
	}
}

// addOtherPerson looks for the relation of another payer wherever it is declared.
func (d *declaredPayers) addOtherPerson(c *Case, f *fact) {
	p := f.parties &^ pPerson
	if name := c.fact("trip.payer_name"); name != nil {
		p |= name.parties
	}
	if rel := c.fact("trip.payer_relationship"); rel != nil && p == 0 {
		if p = relationship[rel.value().Text]; p == 0 {
			p = rel.parties
		}
	}
	switch {
	case p&d.persons != 0: // the form's relation is wider than the sponsor's own
	case p != 0:
		d.all |= p
		d.persons |= p & pHuman
	case d.persons == 0:
		d.anyone = true
	}
}

// addSources adds what is declared beside people: scholarship, loan, the split of
// the I-20.
func (d *declaredPayers) addSources(c *Case) {
	if f := c.fact("finance.scholarship"); f != nil {
		if s := c.fact("finance.sponsors"); s != nil && s.none && !f.none {
			d.closed = true // and nobody else
		}
		if f.none {
			d.nothing |= pScholarship
		} else {
			d.award = true
			d.all |= pScholarship | pSchool | f.parties
		}
	}
	if f := c.fact("finance.loan"); f != nil {
		if f.none {
			d.nothing |= pBank
		} else {
			d.all |= pBank
		}
	}
	if f := c.fact("finance.sources"); f != nil {
		d.all |= f.parties
		if f.is(mFunds) && f.parties&pHuman == 0 {
			d.all |= pSelf
		}
	}
	if f := c.fact("f1.funding_year1"); f != nil {
		d.addFunding(f)
	}
}

func (d *declaredPayers) addFunding(f *fact) {
	if v, ok := f.part("school"); ok {
		if amountOf(v) > 0 {
			d.all |= pScholarship | pSchool
		} else {
			d.nothing |= pScholarship
		}
	}
	if own, ok := f.part("personal"); ok && amountOf(own) == 0 && d.all&pScholarship != 0 {
		d.closed = true // the school pays all of it
	}
	if v, ok := f.part("other"); ok && amountOf(v) > 0 {
		d.all |= pBody | pScholarship | pBank
	}
	if v, ok := f.part("employment"); ok && amountOf(v) > 0 {
		d.all |= pSchool
	}
	d.all |= f.parties &^ pPerson
}

// amountOf is a declared number, of whichever type.
func amountOf(v transcript.Value) float64 {
	if v.Type == transcript.TypeNumber {
		return v.Num
	}
	return v.Money.Low
}

// fundingParties reads the sources of a DS-2019.
func fundingParties(f *fact) party {
	p := f.parties
	if f.has("personal", "own", "self") {
		p |= pSelf | pFamily
	}
	if f.has("sponsor") {
		p |= pOrganisation | pHospital | pSchool
	}
	if f.has("host", "hospital", "university", "stipend", "salary") {
		p |= pHospital | pSchool | pUSCompany
	}
	if f.has("home_gov", "us_gov", "gov", "government", "binational") {
		p |= pGovernment | pScholarship
	}
	if p&pScholarship != 0 && p&(pGovernment|pSchool) == 0 {
		p |= pGovernment | pSchool | pOrganisation
	}
	if f.has("other_org", "intl_org", "foundation") {
		p |= pOrganisation | pScholarship
	}
	return p
}
