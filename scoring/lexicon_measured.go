package scoring

// A measured is a declared value that is weighed, counted or dated: a field or a
// part of one, with the officer's lines that ask for it.
type measured struct {
	path string
	of   attribute // of an amount: what it is the amount of
	unit string    // of a length: what a bare number counts
	line []string  // one entry must fit the line: each of its groups has an alternative there
	not  string    // no word of these

	field   string // the whole field of the path
	entries [][]lineSet
	without lineSet
}

// Groups of words that say in many lines what is asked. "@who" stands for a person
// other than the applicant, "@past" for a line about what is over, "@since" for
// one about what has lasted until today and "@anyone" for one about people at large.
const (
	forLong   = "long|weeks|days|nights|months|years|duration|length|period "
	forWhen   = "when|date|dates|day|month|year|till|until|time "
	forPay    = "remunerate|remunerates|remunerated|compensate|compensates|reward|rewards|comp|raise|salary|wage|wages|pay|pays|paid|paying|earn|earns|earning|make|makes|making|income|compensation|package|ctc|stipend|remuneration|payslip|pension "
	forMuch   = "much|amount|figure|number|total|value|worth|size|estimate|sum|exactly|what "
	forCost   = "cheap|pricey|costly|cost|costs|budget|spend|spending|expensive|price|estimate|expenses|set|expense|bill|expenditure "
	forGive   = "give|gives|giving|pay|pays|provide|provides|contribute|contributes|contributing|support|send|sends|transfer|cover|covers|grant|grants|put|puts|putting "
	forCourse = "program|programme|course|degree|studies|study|student|masters|master's|master|phd|bachelor|bachelor's|school|semester|training|finish|graduate|college|university "
	forTrip   = "trip|stay|staying|visit|visiting|there|over|us|usa|america|states|going|travel|travelling|traveling|away|vacation|holiday|tour|gone|itinerary "
	forLive   = "live|lived|living|resident|residing|reside|country|here|settled|moved "
	forWork   = "taught|teach|teaching|practised|practiced|practising|served|serving|sold|selling|nursing|coached|traded|driven|preached|work|worked|working|job|position|company|employer|post|firm|role|employed|bank|hospital|school|there|joined|join|office|department|practice "
)

// measures are the measured fields; of two that fit a line the first is asked.
var measures = []measured{
	// money
	{path: "finance.sponsors.amount", of: aContribution, line: []string{"much @who|they " + forGive, "much @who covering|contribution|support", "what @who contribute|contributing|put|putting|contribution"}, not: "loan ministry government university salary friend his her visa family host hospital company"},
	{path: "finance.sponsors", of: aSponsorIncome, line: []string{"sponsor|sponsors|sponsor's make|makes|earn|earns|income|salary|bring", "@who " + forPay, "@who turnover|profit|pension|salary|bring|brings|financially|finances|take|business"}, not: "you you've children friend visa"},
	{path: "finance.loan.amount", of: aLoan, line: []string{"loan|borrow|borrowed|borrowing|lend|lent|sanctioned " + forMuch, "loan|borrow|borrowed for", "borrow|borrowed|borrowing you|any|right|did", "big|large|size|much|amount loan|debt|debts|owe", "bank|lender|cooperative put|puts|putting|gives|giving|give|lends|lend|lending|approved|agreed|contributes|sanctioned|adds"}},
	{path: "finance.scholarship.amount", of: aScholarship, line: []string{"scholarship|award|bursary|waiver|assistantship|grant|discount " + forMuch, "university|school|college " + forGive + " much"}, not: "rest remaining remainder difference"},
	{path: "f1.funding_year1.personal", of: aContribution, line: []string{"left|remains|remaining|remainder|rest|balance|gap family|parents|yourself|yourselves|pay|cover|you|them", "own|family's|parents' share|part|portion", "need|must|have find|raise what|much"}, not: "who account saved savings bank loan when degree school study studies semester year time"},
	{path: "finance.large_recent_deposits.amount", of: aDeposit, line: []string{"deposit|deposits|deposited|credited|transfer|entry|sum|came much|large|big|this|that|recent|what"}},
	{path: "j1.funding.amount", of: aFunding, line: []string{"ministry|government|funding|grant|sponsor|university|host|institute|scholarship|funds|fellowship|council|foundation much|amount|give|gives|monthly|worth|figure", "salary|wage|stipend", "fund|funded|support|supporting|funding|maintain stay|yourself|research|much|semester"}},
	{path: "jp.stipend_usd", of: aIncome, line: []string{forPay, "hospital|program|programme|they give|gives|giving|offer|offered|promise|promised|much", "figure|amount|number contract|letter|offer"}, not: "@who company now currently home present here last father mother who loan agency agent fee fees consultants doctors people colleagues others"},
	{path: "jw.pay", of: aIncome, line: []string{forPay, "per|an hour|hourly|week|weekly|month give|get|much|rate|pocket|what", "pocket|allowance|rate|stipend|hourly", "employer|host|family|company|hotel|they give|gives|giving|offer|offered|promise|promised much|what", "much|what get|receive|receiving"}, not: "now currently home present here father mother who loan agency agent fee fees doctors people colleagues others"},
	{path: "j1.funding.amount", of: aFunding, line: []string{"they|it much give|gives|giving"}},
	{path: "h1b.wage_usd", of: aIncome, line: []string{forPay, "base|offered|offer|compensation|package|lca|annual|yearly|gross", "figure|amount|number|money letter|offer|petition|lca|contract|there|job", "much|what get|getting|receive|receiving|per|yearly|annually", "offer|letter what|says|say", "what|much they give|giving|offering you", "much giving|give|gives|offering|offers you"}, not: "now currently home present here last before father mother who previous degree location worksite @who rent tax taxes mortgage insurance fee fees car house tuition tickets bill"},
	{path: "employment.monthly_income", of: aIncome, line: []string{"here|home on what|much", "they pay|pays|paying|give|giving you", "you clear|net|pocket|draw month|monthly|out|it|roughly"}, not: "@who will there us hospital stipend family loan offer"},
	{path: "employment.monthly_income", of: aIncome, line: []string{forPay, "take out of|it", "bring|take|make|get|draw home|monthly|month|much", "business|shop much|bring|profit|month|turnover", "what|how live from|on|off"}, not: "@who they they're they'll who who's father mother there will hospital stipend loan trip visa fee us study studies tickets ticket rent mortgage tax taxes insurance agency agent fee fees"},
	{path: "h1b.wage_usd", of: aIncome, line: []string{forPay + "now|currently|present"}, not: "home here @who last before previous rent tax loan degree"}, // where nothing else is earned
	{path: "trip.cost_usd", of: aCost, line: []string{forCost + " trip|visit|travel|holiday|vacation|tour|stay|it|this|whole|all|you|treatment|total|your|that", "much " + forTrip + " need|spend|cost|carrying|carry|taking|take|bring|bringing|bill|come", "budget|estimate|cost", "much treatment|surgery|operation|hospital|tickets|everything|altogether", "what|how|much|worked need|spend|budget|cost|come|require this|trip|it|visit|there|spend|budget|your", "budget", "expensive|price|tag|damage", "much|what run|come|total|cash|money trip|it|this|you|all"}, not: "course school university tuition first fee fees year deposit who visa degree"},
	{path: "f1.cost_year1", of: aCost, line: []string{forCost, "tuition|fees|fee", "first|one|1|each|per year much|total|all|figure|talking|need|paying|bill", "20 total|figure|amount|much|number|say|says", "total|all|whole|per|what year|bill|amount|price|damage|tag", "what|what's|how total|altogether"}, not: "visa sevis last second trip scholarship award savings saved funds bank balance account score grade"},
	{path: "finance.liquid_funds", of: aSaved, line: []string{"saved|savings|bank|account|accounts|balance|available|hand|prepared|liquid|fund|funds|statement|statements|deposit|aside|reserve much|what|how|many|total|show|figure|shows|is", "much money|cash|funds have|family|own|with|access|show|got|put|there", "show|support|proof money|funds|yourself|cash", "savings|balance|much have|show|own", "much carry|carrying|bring|bringing|taking with"}, not: "deposited credited salary earn loan who whose where why @past scholarship"},
	// lengths
	{path: "us_history.visits.length", line: []string{"much time @past|@since", "for long|much|many went|visited|came|entered|travelled|stayed|spent", forLong + " @past stay|there|visit|trip|time|last|spend|over|each|remain|us|states"}, not: "work job position company employer"},
	{path: "employment.leave", unit: "day", line: []string{"leave|vacation|off|holiday|holidays " + forLong, "much|many|long leave|vacation|off", "leave given|approved|granted|have"}, not: "us country when home married leaving"},
	{path: "jw.degree_and_experience.years_experience", unit: "year", line: []string{"years job|background|trade", "experience", "done|worked field|industry", forLong + " worked|working|field|doing|hotels|kitchen|practised"}, not: "children"},
	{path: "h1b.experience_years", unit: "year", line: []string{"experience|background", forLong + " worked|working|field|doing|industry|profession|while|practised", "while|before doing|done this", forLong + " done"}, not: "petitioner client petition us"},
	{path: "finance.scholarship.period", unit: "year", line: []string{forLong + "scholarship|award|bursary|waiver|assistantship|grant|funding|stipend", "long|years good|guaranteed|renewed|renewable|continue|continues money|it|that|they"}, not: "@past need spend"},
	{path: "jp.program_length_years", unit: "year", line: []string{"last|lasts|run|runs|length residency|program|programme|training|fellowship|contract", "many years|months is|it|that|are|committing|commit|need|takes|take|signing|sign", forLong + " residency|fellowship|training|program|programme|train|contract|finish|specialty|specialise|be|trained", "when|until|till finish|done|complete|over|end|out|through|keep|keeps residency|training|program|programme|fellowship|you|contract"}, not: "@past @who"},
	{path: "f1.end_date", unit: "year", line: []string{"last|lasts|run|runs|length program|programme|course|degree|studies", "many years|months is|it|that", forLong + forCourse}, not: "@past @since experience"},
	{path: "j1.end_date", unit: "month", line: []string{"long is|for|will|are|does", "run|runs|lasts for", "last|lasts|run|runs|length internship|program|programme|training|exchange|placement|contract|traineeship", "many months", forLong + "program|programme|internship|traineeship|training|exchange|research|stay|there|placement|contract|job|work|visit|host|lab"}, not: "@past @since experience commute flight drive hours day shift office home known take"},
	{path: "h1b.valid_to", unit: "year", line: []string{forLong + "for|last|lasts|run|runs job|position|post|contract|role|assignment", forLong + "petition|approval|approved|valid|validity|797|contract|status|good|notice", "much time petition|approval|notice|give", "until|till|when|expire|expires|run|runs petition|approval|valid|validity|797|expire|expires|approved"}, not: "week office go photo passport from @since @past"},
	{path: "identity.residence_since", unit: "year", line: []string{forLong + forLive, "live|living|reside|resident|settled here|country", "when|since move|moved|come|came|live|lived|living|residence|settle|here"}, not: "work job us usa america states trip flight taught teach teaching practised practiced practising served serving sold selling nursing coached traded driven preached worked working @who"},
	{path: "employment.business.since", unit: "year", line: []string{"long|when|since|years|old business|shop|company|firm|practice|store"}, not: "us america join joined work working worked employed"},
	{path: "employment.start_date", unit: "year", line: []string{forLong + "@since " + forWork, "since|when|year " + forWork, "since|when with", "long|years worked|working|job|position|company|employer", "long @since there", "been for"}, not: "will need must should program programme petition us usa america degree graduate graduated finish finished medical med leave training residency classes class children @who term"},
	{path: "trip.length_of_stay", line: []string{forLong + forTrip, "long", "many|how|what weeks|days|nights|months|duration", "time much|how|spend", "period|duration visit|visiting|trip|stay|there|what|your", "until|till remain|stay|there|visit|be", "when|until|till remain", "for|like|be month|week|fortnight|days what", "use|take full|whole|entire|all months|time|period", "until|till when"}, not: "@past @since took office home drive reach bus get experience course degree program programme training residency fellowship known married visa petition valid worked apartment flight hours"},
	// dates
	{path: "passport.expires", line: []string{"passport expire|expires|valid|validity|expiry"}},
	{path: "us_history.visits.arrival", line: []string{"when|which|what|last|year visit|visited|there|us|usa|america|states|trip|over|been|travel|go @past|@since|last|before", "when @past there|us|usa|america|states|visit|over|last|trip"}, not: "leave left refused visa apply applied denied graduate finish will how father mother exam step start host marry married born refusal degree deposit job work working join match statement need issued visa letter university classes see seen saw met meet each together"},
	{path: "us_history.prior_visas.issued", line: []string{"when|year|which visa|visas", "visa|visas|stamping|stamp|stamped issued|get|got|had|have|held|last|before|previous"}, not: "refused denied apply applying applied"},
	{path: "jp.statement_of_need.issued", line: []string{"when|date|issue|issued statement|letter|ministry"}, not: "match graduate start"},
	{path: "jp.medical_school.graduated", line: []string{"when|year|since graduate|graduated|finish|finished|medical|complete|completed|degree|qualify|qualified", "finish|finished|graduate|graduated|completed|qualified|done medical|school|degree|studies|mbbs"}, not: "will residency program fellowship"},
	{path: "h1b.degree_held.year", line: []string{"when|year graduate|graduated|finish|finished|degree|complete|completed|studies|masters|bachelor's", "finished|graduated|completed degree|studies|masters|bachelor's|university|college", "year finish|graduate|studies"}, not: "will petition"},
	{path: "education.institutions.to", line: []string{"when|year graduate|graduated|finish|finished|complete|completed|degree|bachelor's"}, not: "will petition visa there school program are do does going expect"},
	{path: "jw.degree_and_experience.graduated", line: []string{"when|year|already|graduate graduate|graduated|finish|finished|degree|complete|completed"}},
	{path: "jp.match_year", line: []string{"when|year|which match|matched"}},
	{path: "jw.home_university", line: []string{forWhen + "term|class|classes|semester|university|school|college|uni|lectures|back|resume|return|studies|enrol"}, not: "graduate finish"},
	{path: "employment.leave.from", line: []string{"when|dates|from leave|vacation start|begin|from|starts|your"}, not: "us country leaving"},
	{path: "trip.arrival_date", line: []string{forWhen + "travel|travelling|traveling|going|go|off|leave|leaving|fly|flight|flying|arrive|arriving|land|landing|departing|trip|ticket|departure|intend|planning|arrival", "itinerary|schedule", "travel|flight|trip dates|plan|plans", "your|the|which dates", "you all|both|together arrive|arriving|land|landing"}, not: "back return returning home graduate start @past classes"},
	{path: "trip.departure_date", line: []string{forWhen + "back|return|returning|leave|fly|home|departure|depart|ticket|leaving", "return|back flight|ticket|date", "itinerary|schedule", "travel|flight dates|plan|plans", "your|the|which dates"}, not: "arrive classes start company graduate husband wife @past going work job office shift duty"},
	{path: "f1.start_date", line: []string{forWhen + "class|classes|start|starts|begin|begins|program|programme|course|orientation|semester|term|report|intake", "when|date campus|report|reporting|resume"}, not: "work working job company finish end graduate ends @past"},
	{path: "j1.start_date", line: []string{forWhen + "start|starts|begin|begins|residency|program|programme|training|join|report|orientation|internship|research|job"}, not: "again resume back finish end ends employed @past issued class classes lectures"},
	{path: "f1.end_date", line: []string{"when|year|date diploma|graduation|degree expect|get|receive|earn|have|hold", forWhen + "finish|end|ends|graduate|complete|over|done|through|out"}, not: "@past trip"},
	{path: "j1.end_date", line: []string{"until|till when|work|stay|remain|there|be", forWhen + "finish|end|ends|complete|over|done|last|through|out"}, not: "@past"},
	{path: "h1b.valid_from", line: []string{forWhen + "petition|approved|approval|valid|797|start|starts|from|begin|begins"}, not: "photo passport graduate"},
	{path: "identity.dob", line: []string{"born|birthday|birth|age|old"}, not: "children kids child daughter son who @who"},
	// counts
	{path: "us_history.visits", line: []string{"many|often times|trips|visits|time", "how many|often us|usa|america|states|over|there|been"}, not: "hours hour days day weeks months years people person places applied refused applied refusals people attempts relatives family brothers sisters siblings cousins kids children"},
	{path: "h1b.employer_size", line: []string{"headcount|strength", "small company|firm|employer|organization|organisation", "big|large|small|size|huge shop|outfit|one|startup|place", "whole|entire|total company|organisation|organization|firm|group", "many|big|large|size|number|headcount|people company|employees|firm|staff|people|workers|employer|strength|organisation|organization|office"}, not: "team family host children report dependents client party wedding ceremony funeral event guests conference attend invited"},
	{path: "employment.business.employees", line: []string{"employees|workers", "many|big|large|number employees|staff|people|workers|employ|workshop|shop|business|guys|lads|hands|crew|operation|outfit|team", "any|anyone|anybody|many|else work|working|works|employ for|under|with you"}, not: "family travel travelling party wedding ceremony funeral event guests conference attend invited"},
	{path: "jw.hours_per_week", line: []string{"hours", "many|much|long|shift|day shift|shifts|schedule|work|working", "many|long|much|what|how|full week|weeks work|working|look|your", "schedule|shift|shifts", "full week|weeks", "part|full time"}, not: "experience childcare @past trip stay there home"},
	{path: "jw.hours_per_week", line: []string{"day|week look|looks like"}, not: "experience childcare @past"},
	{path: "jw.childcare_hours", line: []string{"hours|experience|much children|childcare|kids|babysitting|baby|care|experience"}},
	{path: "education.tests", line: []string{"score|scores|scored|ielts|toefl|gre|gmat|duolingo|pte|sat|test|tests|band|english|exam"}, not: "step usmle"},
	{path: "education.institutions", line: []string{"gpa|cgpa|grades|grade|percentage|marks|result|average"}},
	{path: "jp.pgy_level", line: []string{"year|pgy|level|first|intern entering|training|residency|starting|start|pgy|resident|which|what|position|are"}, not: "match graduate graduated when statement"},
	{path: "jp.publications", line: []string{"many|number|how|you|any publications|papers|published|articles|paper|publish|researcher"}},
	{path: "h1b.wage_level", line: []string{"level wage|lca|which|what|labour|labor|prevailing"}},
	{path: "family.children.age", line: []string{"children|kids|child|son|daughter|boy|girl|baby|sons|daughters|little old|age|ages|about|many|have|any"}, not: "host care au afford"},
	{path: "jw.host_family.children", line: []string{"children|kids|family|child|ages|minding|caring|watching old|age|ages|many|about|who|tell|host|have"}},
}

// Parts of earlier visits.
const (
	visitLength  = "us_history.visits.length"
	visitArrival = "us_history.visits.arrival"
)
