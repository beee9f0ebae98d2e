package scoring

// kinOfField are the relatives a field is about.
var kinOfField = map[string]party{
	"family.parents": pParents, "family.siblings": pSiblings, "family.spouse": pSpouse | pPartner, "family.children": pOffspring,
}

// aroundField are the words around a value that tell it is the field's.
var aroundField = map[string]map[string]bool{
	"trip.arrival_date":             set("go going travel travelling traveling fly flying arrive arriving land landing leave leaving trip flight conference event fair meeting"),
	"trip.departure_date":           set("back return returning home"),
	"trip.length_of_stay":           set("stay staying spend spending visit visiting trip there days"),
	"us_contact.relationship":       set("stay staying visit visiting invited invites house apartment place flat home host"),
	"family.us_immediate_relatives": set("stayed stay staying there lives live living us america states bed gives"),
	"family.us_other_relatives":     set("there lives live living us america states"),
	"trip.companions":               set("coming comes come travelling traveling together joins joining accompany accompanies bring bringing"),
	"f1.start_date":                 set("start starts begin begins classes semester orientation report"),
	"f1.end_date":                   set("finish finishes end ends until till graduate graduation"),
	"j1.start_date":                 set("start starts begin begins report orientation from"),
	"j1.end_date":                   set("end ends until till finish finishes"),
	"h1b.valid_from":                set("start starts begin begins from since"),
	"h1b.valid_to":                  set("end ends until till expires up"),
	"employment.start_date":         set("since joined started"),
	"passport.expires":              set("expires expire valid"),
	"identity.dob":                  set("born birthday"),
	"ties.plan_after":               set("after afterwards then return back later graduation"),
	"ties.family_at_home":           set("here home stay stays remain remains"),
	"employment.leave":              set("leave vacation off approved days"),
	"h1b.employer_size":             set("people employees staff team persons workers"),
	"jp.program_length_years":       set("residency fellowship program programme training contract"),
	"h1b.experience_years":          set("experience"),
	"us_history.visits":             set("visited went stayed trip visit came"),
	"trip.cost_usd":                 set("flights everything total altogether hotel ticket tickets"),
	"finance.sponsors":              set("account accounts statement money"),
	"application.visa_category":     set("so only sponsors sponsor sponsored category apply applying applied"),
	"us_history.prior_visas":        set("visa stamp issued"),
	"us_history.prior_refusals":     set("refused denied rejected refusal turned"),
	"us_history.immigrant_petition": set("filed petition papers petitioned applied"),
	"h1b.immigrant_petition":        set("filed petition papers petitioned applied i140 140"),
	"h1b.degree_required":           set("requires require required needs need minimum asks"),
	"jp.statement_of_need":          set("statement letter ministry"),
	"identity.nationality":          set("am i'm citizen passport only"),
	"identity.country_of_residence": set("live living work working reside stay"),
}

// saidBy are the fields that are only told with such words: a name or a year may be of
// anything else.
var saidBy = set("us_history.prior_visas us_history.prior_refusals us_history.immigrant_petition h1b.immigrant_petition h1b.degree_required jp.statement_of_need employment.leave")

// wholly are lists of which one that is said alone leaves the others out.
var wholly = set("us_history.visits us_history.prior_refusals finance.sponsors trip.companions family.children family.us_immediate_relatives")

// unretold are fields whose value alone tells nothing: a yes or a no, who one is.
var unretold = set("identity.full_name identity.other_names application.preparer trip.bookings jw.housing ties.property")

// surelyNamed are fields whose label by another name is hardly ever anything else.
var surelyNamed = set("jp.specialty f1.level f1.major h1b.degree_held hp.employment_type")

// pastSections are the groups of fields of what is over.
var pastSections = set("us_history education other_travel finance family")

// othersFields are the fields, and groups of them, that are told of whoever plays the
// part.
var othersFields = set("us_contact us_history finance f1.cost_year1 jw.host_family trip.us_address trip.payer_relationship trip.companions h1b.employer_business family.us_immediate_relatives family.us_other_relatives ties.family_at_home trip.purpose h1b.petitioner h1b.manager j1.supervisor jp.program j1.host j1.sponsor f1.school")

// placeKeys are the parts of an object that say where.
var placeKeys = set("city location country city_state post state")

// relationEnum is whom the words of a form for a relation stand for.
var relationEnum = map[string]party{
	"relative": pFamily, "spouse": pSpouse, "friend": pFriend, "parent": pParents, "child": pOffspring, "other": pExtended | pSiblings,
}

// numerals are the numbers a row of relatives is counted by.
var numerals = []string{"one", "two", "three", "four", "five", "six", "elder", "younger", "and", "2", "3", "4"}

// emptyWords stand in a text and tell nothing of it.
var emptyWords = set("the and for with from into our his her their its own return returns back take over start starts begin end after before none not yes travelling you this that language year years month months week weeks")

// toldBeside are fields, and groups of them, that a line asks for which is answered with
// another field, the key, too.
var toldBeside = map[string][]string{
	"us_contact.relationship": {"us_contact", "trip.us_address"},
	"us_contact.city_state":   {"us_contact", "trip.us_address"},
	"trip.us_address":         {"us_contact"},
	"trip.arrival_date":       {"trip.departure_date", "trip.length_of_stay", "trip.purpose"},
	"trip.length_of_stay":     {"trip.purpose", "trip.arrival_date", "trip.departure_date"},
	"trip.payer_relationship": {"trip.payer", "trip.payer_name"},
	"trip.purpose":            {"trip", "us_contact"},
	"finance.sources":         {"finance", "trip.payer"},
	"j1.funding":              {"finance", "trip.payer"},
	"f1.level":                {"f1.major", "f1.school"},
}

// tiesTogether is the group of what somebody goes back to.
var tiesTogether = []string{"ties"}

// marksOfField are the marks of words that tell what a value is of.
var marksOfField = map[string]mark{
	"trip.payer_relationship": mPay | mFunds | mCost, "j1.funding": mPay, "h1b.wage_usd": mPay, "jp.stipend_usd": mPay, "jw.pay": mPay, "employment.monthly_income": mPay,
	"family.us_other_relatives": mUS | mThere | mPlace, "family.us_immediate_relatives": mUS | mThere | mHost,
}

// bodiesAhead are the fields of a body or a person still ahead, which what was done about
// them tells too: "I matched", "it was my second choice".
var bodiesAhead = set("f1.school jp.program h1b.petitioner h1b.end_client h1b.manager j1.host j1.sponsor j1.supervisor jw.employer")

// kinCounted are the words with which the children, the brothers and sisters are counted.
var kinCounted = set("children kids child boys girls boy girl sons daughters son daughter brothers sisters siblings")
