package scoring

// A role is a part that a body or a person plays in a case, with the field that
// declares who plays it and the words by which lines ask for it and answers give it.
type role struct {
	path   string
	part   string // of the declared object that holds the name; "" when the value is the name
	sort   sort
	list   bool     // many can have played it
	past   bool     // it is played no more
	line   []string // one of these must stand in the officer's line: words and kinds of words, in any order
	not    string   // words that turn the line to another matter
	called string   // what an answer calls who plays it: "my manager is"
	does   string   // what who plays it does to the applicant: "hired me"
	by     string   // what the applicant does with it, before its name: "report to"
}

// sort is what can play a role.
type sort uint8

const (
	sortBody sort = 1 << iota
	sortPerson
)

// wordKinds are kinds of words an officer's line may ask with; a role's line names
// them in capitals.
var wordKinds = map[string]map[string]bool{
	"WHO":     set("who whom whose who's which what what's where name named names called tell"),
	"WHOM":    set("who whom whose"),
	"WHERE":   set("where which what what's name named called"),
	"WORK":    set("work workplace works worked working job jobs employ employs employed employer employment hire hired hires hiring join joined career jobs"),
	"FIRM":    set("company companies firm firms outfit organisation organization corporation employer employers business hospital bank place workplace station newspaper airline ministry clinic"),
	"BEFORE":  set("before previous previously earlier last past former formerly prior history until ever first held"),
	"SCHOOL":  set("university universities college colleges school schools institution institutions institute alma academy"),
	"STUDY":   set("study studies studied studying degree degrees graduate graduated graduation attending undergrad undergraduates bachelor bachelor's bachelors undergraduate diploma attend attended enrolled master's btech qualification education"),
	"BOSS":    set("manager boss supervisor supervise supervises supervised supervising report reporting reports oversee oversees manage manages guide guides mentor professor pi responsible charge assignment assignments assigns assign tasks superior advisor adviser"),
	"CLIENT":  set("client clients customer client's"),
	"BETWEEN": set("vendor vendors between middle middleman intermediary intermediaries layers layer subcontractor"),
	"FILED":   set("petition petitioned petitioner petitioning file filed filing files sponsor sponsors sponsoring sponsored register registered bring bringing brings applied"),
	"LOAN":    set("loan loans lend lends lent lender borrow borrowed borrowing"),
	"AWARD":   set("scholarship scholarships award awards awarded grant assistantship bursary"),
	"CLINIC":  set("observership observerships clinical shadow shadowed shadowing externship externships elective electives rotation rotations rotate"),
	"SEE":     set("meet meeting visit visiting see invited inviting invites invitation receive receives receiving hosts contact hosting stay staying"),
	"INVITE":  set("invited invite invites inviting invitation"),
	"PAY":     set("pay pays paying bearing bears covers covering fund funds funding sponsor sponsoring sponsors finance financing"),
	"BACK":    set("return returning back waiting kept resume rejoin"),
	"PLACED":  set("placed place placement internship intern train training host hosts hosting work working works job summer position hired hiring employer company"),
	"OWN":     set("business shop company firm enterprise store"),
}

// roles are asked for in this order when a line could mean several.
var roles = []role{
	{path: "h1b.vendor_chain", sort: sortBody, list: true, line: []string{"BETWEEN", "how many FIRM", "through WHO"},
		called: "vendor vendors middleman intermediary between", by: "through via"},
	{path: "h1b.end_client", sort: sortBody, line: []string{"CLIENT", "WHOM project", "WHOM plant", "WHOM site", "WHOM premises", "WHOM office", "project", "contract with"}, not: "between vendor vendors middle letter ends supervises assigns tells changed last previous",
		called: "client customer end-client project", by: "placed deployed"},
	{path: "h1b.manager", sort: sortPerson, line: []string{"BOSS", "gives work", "lead team", "WHOM team", "gives tasks"}, not: "thesis before",
		called: "manager boss supervisor superior", does: "manages supervises assigns guides leads supervising supervise", by: "report reporting under"},
	{path: "h1b.previous_employers_us", part: "name", sort: sortBody, list: true, past: true,
		line: []string{"BEFORE WORK", "BEFORE FIRM", "where were before", "opt", "cpt", "your employers", "FIRM worked", "FIRM graduation", "employed graduation", "BEFORE paying", "other employer", "other employers", "other american FIRM", "else WORK", "other jobs"}, not: "refused visa call long"},
	{path: "jp.us_clinical_history", part: "place", sort: sortBody, list: true, past: true,
		line: []string{"CLINIC", "observe", "hospital visit", "american hospitals", "us hospital", "clinic did", "hospital before", "training trips", "us experience", "american experience", "experience there", "patient america", "patient us", "patients there", "american patients"}},
	{path: "employment.previous", part: "employer", sort: sortBody, list: true, past: true,
		line: []string{"BEFORE WORK", "BEFORE FIRM", "jobs had", "earlier WORK", "since graduated", "worked where", "where worked", "BEFORE hospital", "work experience"}, not: "refused visa opt want own"},
	{path: "jw.employer", sort: sortBody, line: []string{"WHERE PLACED", "WHOM hired", "FIRM", "intern where", "intern WHOM", "internship WHOM", "employer"}, not: "before home here sponsor back supervise study paid earn",
		called: "employer host workplace", does: "hired employs hires offered hosts", by: "placed hired employed"},
	{path: "h1b.petitioner", sort: sortBody, line: []string{"employer", "petitioner", "where WORK", "WHOM salary", "FIRM FILED", "WHOM FILED", "FIRM WORK", "WHOM WORK", "WHO FIRM", "same FIRM", "FIRM register"},
		not:    "client clients between vendor vendors before previous earlier last past former manager team many gap report founded medical paid study changed layoffs loan bank school schools people other worked check checks review reviews prepared prepare wrote area like",
		called: "employer petitioner", does: "filed hired employs sponsors sponsored petitioned sponsoring pays bringing hires registered", by: "employed"},
	{path: "j1.sponsor", sort: sortBody, line: []string{"sponsor", "issued 2019", "issued ds", "ds 2019", "sponsoring visa", "2019 organization"}, not: "paying pay pays money financial fee funds",
		called: "sponsor", does: "issued"},
	{path: "j1.supervisor", sort: sortPerson, line: []string{"BOSS", "WHOM INVITE", "whose lab", "whose group", "head lab", "under WHOM", "work with WHOM", "=with whom", "=with who", "lab WHOM", "WHOM train", "WHOM teach"}, not: "thesis here home assigns before did live introduced introduce recommended recommend referred refer told stay staying travel travelling traveling intern internship employed",
		called: "supervisor professor mentor boss manager pi advisor adviser", does: "supervise supervises supervising invited guide guides mentor", by: "under"},
	{path: "j1.host", sort: sortBody, line: []string{"host", "where research", "which SCHOOL", "which lab", "which camp", "what SCHOOL", "where STUDY", "where based", "where teach", "exchange between"}, not: "family did home here now currently before diploma degree graduate from",
		called: "host", does: "hosts hosting host"},
	{path: "jp.program", sort: sortBody, line: []string{"hospital", "WHO program", "WHO programme", "where residency", "where training", "where train", "where matched", "where match", "WHO match", "matched"},
		not:    "before home visited visit CLINIC here current contact housing graduate medical ever worked observership observerships earlier last affiliated fellowship about waiver",
		called: "program programme residency hospital", does: "matched accepted selected ranked took takes taken", by: "matched"},
	{path: "jp.medical_school", part: "name", sort: sortBody, past: true, line: []string{"medical SCHOOL", "where STUDY", "study medicine", "medical degree", "SCHOOL", "where did train", "where medical", "medical student"}, not: "child after since"},
	{path: "f1.schools_applied", part: "name", sort: sortBody, list: true, past: true, line: []string{"SCHOOL apply", "SCHOOL applied", "SCHOOL admitted", "where applied", "where apply", "else applications", "else apply", "SCHOOL accept", "SCHOOL accepted", "SCHOOL decide", "admissions", "rejections", "SCHOOL rejected", "SCHOOL admit", "SCHOOL into", "did decide"},
		not: "visa"},
	{path: "f1.school", sort: sortBody, line: []string{"WHO SCHOOL", "which choose", "which chose", "which pick", "which picked", "where STUDY", "where going", "where headed", "where heading", "issued 20", "i20", "SCHOOL name", "SCHOOL going", "your SCHOOL", "SCHOOL"},
		not:    "told hear heard learn learned recommend recommended apply applied applications else other last previous bachelor's undergraduate undergrad first children pay paid why spoken professor before did graduated admitted accepted accept decide admit past finished completed home back after then live stay",
		called: "university school college", does: "admitted accepted"},
	{path: "education.institutions", part: "name", sort: sortBody, list: true, past: true,
		line: []string{"WHO SCHOOL did", "SCHOOL last", "SCHOOL attend", "degree where", "where graduate", "where graduated", "bachelor's where", "STUDY did", "SCHOOL bachelor's", "last STUDY", "SCHOOL finished", "SCHOOL here", "degree from", "degree WHOM", "phd where"}, not: "will after subject subjects favourite favorite like",
		by: "graduated"},
	{path: "jw.home_university", part: "name", sort: sortBody, line: []string{"SCHOOL", "where STUDY", "study where", "student where", "which faculty"}, not: "host exchange term",
		called: "university college school"},
	{path: "us_contact.name_or_org", sort: sortBody | sortPerson, line: []string{"WHOM SEE", "which SEE", "whose SEE", "FIRM SEE", "WHOM contact", "contact there", "know anybody", "know anyone", "know someone", "WHOM know", "host name", "hospital accepted", "WHOM you know"},
		not: "pay pays home loan scholarship supervise petition last when", called: "contact host", does: "invited inviting hosting"},
	{path: "trip.payer_name", sort: sortBody | sortPerson, line: []string{"WHOM PAY", "whose money", "PAY name"}, not: "job salary wage taxes visa"},
	{path: "finance.loan", part: "lender", sort: sortBody, line: []string{"LOAN WHOM", "LOAN which", "LOAN where", "LOAN bank", "lender", "WHOM lent", "LOAN from"}, not: "much repay approved enough",
		called: "lender", by: "loan borrowed borrow"},
	{path: "finance.scholarship", part: "source", sort: sortBody, line: []string{"AWARD WHOM", "AWARD which", "AWARD from", "AWARD where", "AWARD whose", "AWARD name", "AWARD WHO"}, not: "much renew amount", by: "scholarship award grant"},
	{path: "ties.return_role", part: "employer", sort: sortBody, line: []string{"BACK WORK", "BACK SCHOOL", "BACK FIRM", "position waiting", "post waiting", "BACK post", "take you back", "BACK position", "brings you back", "two years where", "when get back", "after finish where"}},
	{path: "employment.business", part: "name", sort: sortBody, line: []string{"OWN name", "OWN called", "your business", "your OWN", "what business", "about business"}, not: "employees many WHOM while gone away manage manages invited inviting visit",
		called: "shop business"},
	{path: "employment.employer", sort: sortBody, line: []string{"where WORK", "WHOM WORK", "WHO FIRM", "employer", "your job", "work moment", "which hospital", "do for living", "=you do", "work now"},
		not:    "before previous earlier last past former client will there abroad after sponsor visa filed invited receiving hosting meeting visiting petition train training supervise back team loan did plan study scholarship award free time weekend weekends evenings hobby hobbies gym located happens happen away absence",
		called: "employer", does: "employs", by: "employed working moved shifted transferred switched"},
}
