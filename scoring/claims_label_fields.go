package scoring

// A labelField is a field whose value is a kind of something.
type labelField struct {
	path   string
	family *taxonomy
	line   []string // the officer's line must hold one of these; nil for any that asks for the field
	of     party    // whose it is; 0 for the applicant's own
	ahead  bool     // what is to come counts as well as what is
	told   bool     // compared when nobody asked, where it is said of oneself outright
}

// The relatives whose work a profile declares together.
const (
	pCouple  = pSpouse | pPartner
	pSponsor = pHuman &^ pSelf
)

// labelFields are read in this order.
var labelFields = []labelField{
	{path: "jp.specialty", family: &specialties, line: []string{"specialty", "field", "match", "do", "going", "position", "travelling", "speciality", "train", "branch", "department", "kind", "medicine", "programmes", "interviewing", "residency", "area", "letter"}, ahead: true, told: true},
	{path: "jp.statement_of_need.specialty", family: &specialties, line: []string{"specialty", "speciality", "letter", "statement", "saying", "field"}, ahead: true},
	{path: "f1.major", family: &studies, line: []string{"study", "major", "program", "programme", "degree", "studying", "course", "subject", "admitted", "field", "learn", "reading", "admission", "courses"}, ahead: true},
	{path: "f1.level", family: &levels, line: []string{"study", "degree", "level", "program", "programme", "major", "studying", "phd", "master's", "bachelor's", "course", "undergraduate", "graduate", "admitted", "subject"}, ahead: true},
	{path: "h1b.degree_held", family: &studies, line: []string{"degree", "study", "studied", "qualification", "education", "training", "background", "qualifications", "graduate", "studies", "chemist", "ask", "major", "train", "trained", "subjects", "diploma"}, ahead: true},
	{path: "h1b.degree_held", family: &levels, line: []string{"degree", "qualification", "education", "qualifications", "studies"}, ahead: true},
	{path: "education.institutions.field", family: &studies, line: []string{"degree", "bachelor's", "bachelors", "undergraduate", "graduate", "study", "studied", "graduated"}},
	{path: "jw.degree_and_experience.degree", family: &studies, line: []string{"degree", "study", "studied", "qualification", "education", "background", "major", "graduate", "field", "student"}},
	{path: "h1b.degree_required", family: &levels, line: []string{"degree", "need", "require", "requires", "required", "qualification", "needs", "minimum"}},
	{path: "h1b.degree_required", family: &studies, line: []string{"degree", "need", "require", "requires", "required", "qualification", "needs", "ask"}},
	{path: "h1b.job_title", family: &jobs, line: []string{"do", "job", "title", "position", "role", "duties", "designation", "hired", "doing", "work", "occupation", "profile", "post"}, ahead: true},
	{path: "h1b.duties", family: &jobs, line: []string{"day", "responsibilities", "duties", "do", "doing", "hired", "tasks", "role", "patients", "describe", "job", "position", "work"}, ahead: true},
	{path: "employment.title", family: &jobs, line: []string{"do", "job", "work", "title", "profession", "occupation", "role", "decide", "post", "position", "living", "trade", "line"}, told: true},
	{path: "employment.occupation", family: &jobs, line: []string{"do", "job", "profession", "occupation", "work", "living"}},
	{path: "employment.duties", family: &jobs, line: []string{"do", "duties", "role", "day", "work", "job"}},
	{path: "family.spouse.occupation", family: &jobs, of: pCouple, told: true},
	{path: "family.parents.father.occupation", family: &jobs, of: pFather, told: true},
	{path: "family.parents.mother.occupation", family: &jobs, of: pMother, told: true},
	{path: "family.siblings.occupation", family: &jobs, of: pSiblings, told: true},
	{path: "finance.sponsors.occupation", family: &jobs, of: pSponsor},
	{path: "jw.job", family: &jobs, line: []string{"job", "work", "do", "internship", "role", "doing", "train", "training", "learn", "position", "hired", "cooking", "wear", "offer", "camp", "task", "tasks", "duties"}, ahead: true, told: true},
	{path: "hp.employment_type", family: &positions, line: []string{"position", "resident", "fellow", "job", "do", "residency", "post", "attending", "role"}, ahead: true},
	{path: "h1b.employer_business", family: &industries},
	{path: "employment.business.name", family: &industries, line: []string{"business", "sell", "make", "trade", "deal", "do"}},
	{path: "j1.research_topic", family: &sciences, ahead: true},
	{path: "j1.category", family: &exchanges, line: []string{"programme", "program", "category", "j", "exchange"}, ahead: true},
	{path: "jw.housing", family: &housings, line: []string{"housing", "live", "living", "stay", "staying", "sleep", "room", "accommodation", "put", "house", "dormitory"}, ahead: true},
	{path: "application.preparer", family: &preparers, line: []string{"form", "ds160", "160", "application", "fill", "filled", "prepare", "prepared", "complete", "completed", "help", "helped", "wrote", "typed", "submit", "submitted", "yourself", "answers"}},
	{path: "trip.bookings", family: &bookings},
	{path: "h1b.wage_level", family: &wageLevels},
	{path: "f1.sevis_status", family: &sevisStates, ahead: true},
	{path: "trip.purpose", family: &purposes, line: []string{"why", "purpose", "do", "going", "visit", "trip", "which", "travelling", "reason", "event", "classes", "course", "medical", "treatment", "planned", "exam", "conference", "plan", "plans", "brings", "doing", "travel", "birth", "birth?", "training", "study", "enrolling", "programme"}, ahead: true},
}

// free are the fields declared in the applicant's own words, which answers repeat.
var free = set("jp.specialty education.institutions.field f1.major h1b.degree_held jw.degree_and_experience.degree h1b.job_title h1b.duties employment.title employment.duties family.spouse.occupation family.parents.father.occupation family.parents.mother.occupation family.siblings.occupation finance.sponsors.occupation jw.job h1b.employer_business employment.business.name j1.research_topic trip.purpose")

// everyTrade are words that stand in the names of many kinds of work or study and
// tell none.
var everyTrade = set("owner owners manager officer senior junior assistant worker workers staff head chief retired company companies business formerly professional department office firm service services engineer engineering engineers analyst scientist science sciences developer technician specialist designer consultant architect administrator study studies studying systems system applied degree bachelor bachelor's master masters master's university college years year works working from deputy general director supervisor trainee intern training international annual attend trip visit tour tourism with patients patient united states resort hotel restaurant hospital national general internal")
