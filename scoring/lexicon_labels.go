package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A taxonomy is a family of labels that exclude each other: who says one does not
// say another. Each label has the names it goes by. A name in two labels fits both.
type taxonomy struct {
	names map[string][]labelled // by first word, longest first
}

type labelled struct {
	words  []string
	label  string
	parent string // a wider label it belongs to: cardiology is internal medicine's
}

// A hit is a label found in a text.
type hit struct {
	label, parent string
	from, to      int
}

// newTaxonomy reads lines of "label: name, name" or "label < parent: name, name".
// The label is a name of its own, unless a "~" stands before it.
func newTaxonomy(table string) taxonomy {
	t := taxonomy{names: map[string][]labelled{}}
	for line := range strings.Lines(table) {
		label, names, _ := strings.Cut(strings.TrimSpace(line), ":")
		label, parent, _ := strings.Cut(label, "<")
		label, parent = strings.TrimSpace(label), strings.TrimSpace(parent)
		if label == "" {
			continue
		}
		if bare, ok := strings.CutPrefix(label, "~"); ok {
			label = bare
		} else {
			names += "," + label
		}
		for name := range strings.SplitSeq(names, ",") {
			if words := strings.Fields(name); len(words) > 0 {
				t.names[words[0]] = append(t.names[words[0]], labelled{words: words, label: label, parent: parent})
			}
		}
	}
	for _, all := range t.names {
		slices.SortStableFunc(all, func(a, b labelled) int { return len(b.words) - len(a.words) })
	}
	return t
}

// find lists the labels a text names, in order; a longer name hides a shorter one
// inside it. Names of one or two letters are for the caller to trust or not.
func (t taxonomy) find(words []measure.Word) []hit {
	var out []hit
	for i := 0; i < len(words); i++ {
		n := 0
		for _, l := range t.names[words[i].Text] {
			if len(l.words) < n {
				break
			}
			if starts(words[i+1:], l.words[1:]) {
				out, n = append(out, hit{l.label, l.parent, i, i + len(l.words)}), len(l.words)
			}
		}
		if n == 0 {
			if l, ok := t.singular(words[i].Text); ok {
				out, n = append(out, hit{l.label, l.parent, i, i + 1}), 1
			}
		}
		i += max(n, 1) - 1
	}
	return out
}

func (t taxonomy) singular(w string) (labelled, bool) {
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > 3 { // "its" is no abbreviation
		for _, l := range t.names[s] {
			if len(l.words) == 1 {
				return l, true
			}
		}
	}
	return labelled{}, false
}

// specialties of medicine. Source: the specialties of the ACGME and the names
// applicants bring from British, South Asian and African training.
var specialties = newTaxonomy(`
internal medicine: im, general medicine, internist, medicine residency, categorical medicine
pediatrics: paediatrics, peds, pediatric, paediatric, pediatrician, paediatrician, child health
family medicine: family practice, fm, general practice, family physician
psychiatry: psychiatrist, psych
general surgery: surgery, surgeon, surgical
neurology: neurologist
neurosurgery: neurological surgery, neurosurgeon
obstetrics and gynecology: obgyn, ob gyn, obstetrics, gynecology, gynaecology, obs and gynae, obs gynae
anesthesiology: anaesthesia, anesthesia, anaesthesiology, anesthetist, anaesthetics
radiology: diagnostic radiology, radiologist
pathology: pathologist
emergency medicine: em, er medicine, accident and emergency
orthopedics: orthopaedics, orthopedic surgery, ortho
dermatology: dermatologist
ophthalmology: ophthalmologist
cardiology < internal medicine: cardiologist, cardiovascular
nephrology < internal medicine: nephrologist
gastroenterology < internal medicine: gi fellowship
endocrinology < internal medicine: endocrine
hematology oncology < internal medicine: oncology, haematology, hematology, oncologist
pulmonology < internal medicine: pulmonary, critical care, pulmonary critical care
infectious diseases < internal medicine: infectious disease, id fellowship
rheumatology < internal medicine: rheumatologist
geriatrics < internal medicine: geriatric medicine
neonatology < pediatrics: neonatal
urology: urologist
ent: otolaryngology, ear nose and throat
physical medicine and rehabilitation: pmr, pm r, physiatry, rehabilitation medicine
preventive medicine: public health residency
nuclear medicine
radiation oncology
palliative medicine < internal medicine: palliative care
sleep medicine
pain medicine: pain management
sports medicine
plastic surgery
vascular surgery
cardiothoracic surgery: thoracic surgery, heart surgery
child psychiatry < psychiatry: child and adolescent psychiatry
allergy and immunology: allergy, immunology
medical genetics
transitional year: preliminary year
`)

// studies are fields of study. Source: the CIP titles most F-1 and H-1B applicants
// hold, with the short forms they say.
var studies = newTaxonomy(`
data science: data sciences, data science and analytics, ds
data analytics: business analytics, analytics
artificial intelligence: ai, machine learning, ml
computer science: cs, computing, computer sciences, informatics, cse, computer science and engineering
software engineering
information technology: it, i t, information systems, mis, management information systems
cybersecurity: cyber security, information security
computer engineering
electrical engineering: electronics, electronics and communication, ece, eee, electrical, electrical and electronics
mechanical engineering: mechanical
civil engineering: civil, structural engineering
chemical engineering
biomedical engineering: bioengineering
industrial engineering
aerospace engineering: aeronautical engineering
petroleum engineering
environmental engineering: environmental science
business administration: mba, business, bba, business management, management
finance: financial engineering
accounting: accountancy
economics: economic
marketing
public health: mph, epidemiology
nursing
pharmacy: pharmaceutical sciences, pharmacology
medicine: mbbs, md
dentistry: dental
biology: biological sciences, microbiology, life sciences
biotechnology
chemistry
physics
mathematics: maths, math
statistics: applied statistics
psychology
law: llm, legal studies
education: teaching
english: english literature, linguistics
hospitality: hotel management, hospitality management, tourism
architecture
agriculture: agronomy
political science: international relations
sociology
journalism: mass communication, media studies
supply chain: supply chain management, logistics
project management
fine arts: art, design
film: film directing, film making, filmmaking, film production, cinema, directing
health informatics: health information management, medical informatics
commerce: bcom, b com, mcom, m com
nutrition: dietetics, food science
veterinary medicine: veterinary
geology: geosciences, earth science
~history: history degree, in history, study history
social work
fashion design: fashion
music
theology: divinity
`)

// levels of study.
var levels = newTaxonomy(`
language: english course, language course, esl
associate: associate's, associates, community college degree
bachelor: bachelor's, bachelors, undergraduate, bsc, bs, ba, btech, b tech, beng, b e, bba, first degree, undergrad
master: master's, masters, ms, msc, ma, mba, mtech, graduate degree, meng, mph, m s, m sc
doctorate: phd, doctoral, ph d, dphil, doctor of philosophy
`)

// jobs are families of work. Two titles of one family do not contradict each
// other. Source: groups of the Standard Occupational Classification as petitions
// and job offers use them.
var jobs = newTaxonomy(`
data engineering: data engineer, data engineers, etl, data pipelines, pipelines, data pipeline, big data engineer, analytics engineer
data science: data scientist, machine learning engineer, ml engineer
data analysis: data analyst, business intelligence, bi developer
software: software engineer, software developer, developer, programmer, software development, backend, front end, frontend, full stack, web developer, application developer, coding, swe, java developer, software, sde, mobile developer, android developer, tech lead, technical lead, software architect, solution architect, solutions architect, cloud architect, enterprise architect, programming
quality assurance: qa, tester, test engineer, testing
devops: site reliability, cloud engineer, sre, devops engineer
database administration: dba, database administrator
network: network engineer, system administrator, systems administrator, sysadmin
it support: help desk, helpdesk, desktop support, technical support, it support specialist, fix computers, repair computers, tech support
business analysis: business analyst
project management: project manager, scrum master, program manager, product manager
~administration: secretary, clerk, office assistant, administrative assistant, project coordinator, coordinator, personal assistant, data entry
~translation: translator, interpreter
~trainee: trainee, junior trainee, student intern, apprentice, graduate trainee
~architecture: architect
~drafting: draftsman, draughtsman, drafter
~design: graphic designer, ux designer, ui designer, fashion designer
~journalism: journalist, reporter, editor
~photography: photographer
~tailoring: tailor, seamstress, dressmaker
~hairdressing: hairdresser, barber, beautician
~trades: electrician, plumber, welder, carpenter, mechanic, auto mechanic
~laboratory: lab technician, laboratory technician, lab assistant
~police: policeman, policewoman, police officer
~government: civil servant, government officer, public servant
~military: soldier, army officer, naval officer
~tourism: tour guide, travel agent, tour operator
~real estate: realtor, estate agent, property agent, real estate agent
~insurance: insurance agent, underwriter
~customer service: call centre, call center, customer care, customer support, customer service
~homemaker: housewife, homemaker
~student: am a student, am student, i'm a student, i'm student, still a student
~retired: am retired, i'm retired, on pension, pensioner
~unemployed: unemployed, jobless, between jobs
~counselor: camp counselor, camp counsellor, counselor, counsellor
~maintenance: maintenance worker, groundskeeper, gardener
~religion: pastor, imam, priest, reverend
mechanical: mechanical engineer, design engineer, mechanical technician
electrical: electrical engineer, hardware engineer
civil: civil engineer, structural engineer, site engineer
aviation: cabin crew, flight attendant, air hostess, pilot, steward, stewardess
manufacturing: production engineer, process engineer, plant engineer, production manager, quality engineer, factory manager
accounting: accountant, auditor, bookkeeper, accounts officer, accounts assistant, accounts manager, accounts clerk, bookkeeping, tax officer, accounts
finance: financial analyst, banker, bank trainee, bank officer, bank manager, loan officer, bank teller, teller, investment analyst, credit officer, financial advisor
marketing: marketing manager, marketing specialist
human resources: hr, recruiter, hr officer, hr manager, personnel officer
sales: salesman, sales representative, sales executive, selling, cashier, store clerk, sales manager, sales officer, i sell
medicine: doctor, physician, medical officer, house officer, resident, consultant, surgeon, registrar
nursing: nurse, registered nurse, staff nurse, nursing officer, midwife, matron
pharmacy: pharmacist
dentistry: dentist
teaching: teacher, lecturer, tutor, professor, headmaster, head teacher, headteacher, school principal, instructor, i teach
research: researcher, research assistant, postdoc, scientist, research associate
law: lawyer, attorney, advocate, solicitor, barrister, legal officer, paralegal
driving: driver, taxi driver, truck driver, uber, chauffeur, delivery rider, delivery driver, bus driver, i drive, drive a taxi, drive taxi
lifeguard: life guard, pool
housekeeping: housekeeper, room attendant, cleaning, cleaner, cleaning rooms, maid, clean rooms, laundry
kitchen: cook, chef, dishwasher, kitchen helper, line cook, dish washing, prep cook, baker
food service: waiter, waitress, server, busser, barista, food and beverage, bartender, hostess
front desk: receptionist, front office, guest services
ride operator: amusement park, rides, ride attendant
retail: shop assistant, sales associate, store manager, gift shop, shop attendant
childcare: nanny, babysitter, au pair, babysitting
farming: farmer, farm worker, i farm, poultry farm
trading: trader, shopkeeper, shop owner, businessman, businesswoman, my own shop, own a shop, have a shop, own shop, my own business, own business, self employed
construction: builder, mason, construction worker, foreman, site supervisor, quantity surveyor, building contractor
security: security guard, guard
`)

// positions a physician can hold.
var positions = newTaxonomy(`
residency: resident, residency training, first year resident, intern
fellowship: fellow
attending: attending physician, hospitalist, consultant position
waiver_job: waiver job, conrad, conrad job
faculty: assistant professor, professor, faculty member
`)

// purposes of a visit.
var purposes = newTaxonomy(`
tourism: tourist, sightseeing, vacation, holiday, holidays, national parks, disney, see the country, tour, touring, visit new york, las vegas, leisure, see the sights, pleasure, travel around, explore, honeymoon
~family visit: visit my, see my, visiting my, seeing my, visit family, spend time with, meet my family, visit our, see our, visiting family, visiting our, visit relatives
~care: look after, looking after, take care of, taking care of, babysit, care for, help with the baby, help with the new baby, nurse my, mind the children, help my daughter, help my son, help my sister, help with my, caring for
~event: wedding, graduation, funeral, reunion, baptism, ceremony, convocation
~medical: treatment, medical treatment, surgery, operation, medical checkup, hospital treatment, transplant, check up, chemotherapy, therapy
~birth: give birth, giving birth, delivery of my baby, deliver my baby, have my baby, deliver there
business: meeting, meetings, negotiate, contract, supplier, client meeting, trade, trade show, buy equipment, business meetings, business trip, customer, negotiations, sign a contract, site visit
conference: congress, seminar, symposium, exhibition, expo, summit, workshop
study: study, attend classes, enrol, enroll, take classes, degree, language school, schooling
~work: work there, find work, find a job, look for a job, get a job, earn money, looking for work, take a job, job hunting, job search, do some work, make money
~exam: step 2, step 1, step 3, usmle, take an exam, sit an exam, take my exam, take the exam, licensing exam
observership: elective, clinical rotation, shadow, shadowing, observing, clerkship, rotation, externship
residency interviews: residency interview, match interviews, interview season, program interviews
training: training, practical training
~live: settle, live there, immigrate, move there
`)
