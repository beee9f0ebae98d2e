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
	"us_history.prior_visas":        set("visa stamp issued"),
	"us_history.prior_refusals":     set("refused denied rejected refusal turned"),
	"us_history.immigrant_petition": set("filed petition papers petitioned applied"),
	"h1b.immigrant_petition":        set("filed petition papers petitioned applied i140 140"),
	"h1b.degree_required":           set("requires require required needs need minimum asks"),
	"jp.statement_of_need":          set("statement letter ministry"),
	"identity.nationality":          set("am i'm citizen passport"),
	"identity.country_of_residence": set("live living work working reside stay"),
}

// saidBy are the fields that are only told with such words: a name or a year may be of
// anything else.
var saidBy = set("us_history.prior_visas us_history.prior_refusals us_history.immigrant_petition h1b.immigrant_petition h1b.degree_required jp.statement_of_need")

// wholly are lists of which one that is said alone leaves the others out.
var wholly = set("us_history.visits us_history.prior_refusals finance.sponsors trip.companions family.children family.us_immediate_relatives")

// unretold are fields whose value alone tells nothing: a yes or a no, who one is.
var unretold = set("identity.full_name identity.other_names application.visa_category application.preparer trip.bookings jw.housing ties.property")

// surelyNamed are fields whose label by another name is hardly ever anything else.
var surelyNamed = set("jp.specialty f1.major h1b.degree_held hp.employment_type")

// pastSections are the groups of fields of what is over.
var pastSections = set("us_history education other_travel finance family")

// othersFields are the fields, and groups of them, that are told of whoever plays the
// part.
var othersFields = set("us_contact us_history finance jw.host_family trip.us_address trip.payer_relationship trip.companions h1b.employer_business family.us_immediate_relatives family.us_other_relatives ties.family_at_home")

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
