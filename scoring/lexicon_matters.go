package scoring

import "strings"

// A matter is what a word is about, as a set: the fields of life an officer asks
// about. A word of several fields carries them all.
type matter uint64

const (
	aboutMoney matter = 1 << iota
	aboutKin
	aboutWork
	aboutStudy
	aboutTrip
	aboutDwelling
	aboutHealth
	aboutLaw
	aboutReturn
	aboutLanguage
	aboutOnline
	aboutCountry
	aboutCare // of children
)

// matters is what each word is about. Words that go with everything (good, have,
// time, name) are left out: they decide nothing.
var matters = newVocabulary(map[matter]string{
	aboutMoney: `money, figure, figures, buy, buys, bought, pay, pays, paid, paying, payment, cost, costs, costing, price, prices, expensive, cheap, cheaper, afford~, fee, fees, tuition, fund, funds, funded, funding, finance, finances, financial, financing,
		budget, savings, saved, deposit~, bank, account, balance, statement, loan, loans, emi, collateral, debt, repay~, interest, lakh, lakhs, crore, crores, dollar, dollars, rupees, naira, cedis, pesos,
		income, salary, salaries, wage, wages, stipend, bonus, earn~, allowance, pension, payslip, payslips, tax, taxes, sponsor, sponsors, sponsored, sponsoring, sponsorship, scholarship, grant, fellowship money,
		cash, credit, invest, investment, investments, rent, rental, profit, turnover, revenue, pocket, cover the, covers the, covering the, foot the, bear the, bears the, transfer~, transferring, lent, lend, lends, borrow~, expense, expenses, insurance, refundable, refund`,
	aboutKin: `family, families, relative, relatives, parent, parents, father, mother, dad, mum, mom, brother, brothers, sister, sisters, sibling, siblings, uncle, aunt, auntie, cousin, cousins, grandmother, grandfather, grandparents,
		wife, husband, spouse, son, sons, daughter, daughters, child, children, kid, kids, baby, twins, nephew, niece, in-laws, in-law, fiancé, fiancee, fiance, boyfriend, girlfriend, partner, married, marry, marriage, wedding, engaged, divorced,
		widow, widowed, single, dependants, dependents, relation, relatives, orphan`,
	aboutWork: `for a living, your living, my living, job, jobs, work, works, worked, working, worker, workers, employ~, employer, employers, employee, employees, employment, company, companies, firm, business, businesses, shop, store, factory, workshop, office, offices,
		colleague, colleagues, boss, manager, managers, supervisor, director, report to, client, clients, customer, customers, vendor, vendors, contract, contracts, leave, resign~, promotion, promoted, post, position, career, profession, occupation,
		duty, duties, role, shift, shifts, hire, hires, hired, hiring, staff, team, project, projects, meeting, meetings, negotiate, negotiation, buyer, buyers, supplier, suppliers, order, orders, samples, conference, exhibition, trade fair,
		engineer, engineers, teacher, pharmacist, accountant, farmer, farm, trader, lawyer, nurse, software, pipeline, pipelines, dashboards, code, coding, machines, production, delivery, schedule, market, sell, sells, selling, import, export,
		retired, retirement, unemployed, freelance, layoff, layoffs, payroll, petition, worksite, product, products, task, tasks, internship, trainee, housekeeping, lifeguard, resort, camp, industry, startup, founded`,
	aboutStudy: `university, universities, college, colleges, school, schools, campus, study, studies, studying, studied, student, students, degree, degrees, undergrad, master's, masters, bachelor, bachelor's, phd, doctorate, diploma, mbbs,
		course, courses, class, classes, semester, semesters, term, curriculum, syllabus, major, thesis, dissertation, research, lab, laboratory, professor, professors, faculty, adviser, advisor, lecture, lectures, lecturer, teach, teaches, teaching,
		learn~, training, train, trained, graduate, graduated, graduating, graduation, grade, grades, gpa, cgpa, backlog, backlogs, step 1, step 2, step 3, step one, step two, step three, exam, exams, examination, examinations, test, score, scores, ielts, toefl, gre, sat, usmle, admitted, admission, admit, applied to, ranking, scholarship,
		subject, subjects, field, programme of, program of, education, academic, science, statistics, mathematics, engineering, machine learning, data science, analytics, accredited, publication, publications, paper on, knowledge, skill, skills, curricular`,
	aboutTrip: `trip, trips, journey, roam~, travel~, traveling, travelling, travelled, visit, visits, visiting, visited, tour, tourism, tourist, holiday, holidays, vacation, sightseeing, itinerary, ticket, tickets, flight, flights, fly, flying, airline, hotel, hotels,
		buy, buys, bought, booked, booking, bookings, reservation, museum, museums, beach, beaches, park, parks, disney, canyon, statue, sights, places to, purpose, attend, event, session`,
	aboutDwelling: `town, city, cities, area, downtown, population, sleep, sleeping, bed, beds, house, houses, home, apartment, flat, room, rooms, address, live, lives, living, lived, neighbourhood, neighborhood, neighbour, neighbor, property, land, plot, rent a, housing, dormitory, dorm, hostel, residence, accommodation, weather, climate, quiet, village`,
	aboutHealth: `health, hospital, hospitals, clinic, clinics, patient, patients, treat~, treatment, doctor, doctors, physician, physicians, surgeon, surgery, surgeries, operation, disease, diseases, illness, sick, diabetes, hypertension, cancer, heart, medicine, medical,
		ward, wards, residency, resident, residents, internist, internists, specialty, speciality, cardiology, pediatrics, paediatrics, nursing, licence, license, board, ecfmg, clinical, infection, diagnosis, births, pregnant, pathogens`,
	aboutLaw: `visa, visas, refused, refusal, refusals, denied, denial, rejected, rejection, embassy, consulate, passport, passports, green card, petition, petitions, status, overstay~, overstayed, deported, arrest, arrests, arrested, charge, charged, court, police, fine, rule, rules, law,
		waiver, waivers, immigrant, immigrate, immigration, lottery, esta, h-1b, j-1, f-1, opt, cpt, i-20, ds-2019, i-797, sevis, 214(b), 221(g), approval, approved, form, application, two-year, requirement, proclamation, military, army, permission, bond`,
	aboutReturn:   `return~, come back, coming back, came back, go back, going back, get back, brings you back, back home, back to, rejoin~, resume~, come home, coming home, go home, going home, fly home, flying home, flight home, plane home, bus home, train home, ticket home, at home, call you back, keeps you, afterwards, after that`,
	aboutLanguage: `english, language, languages, speak, speaking, spoke, fluent, interpreter, translate, french, spanish, arabic, hindi, chinese, portuguese, vocabulary, accent`,
	aboutOnline:   `online, facebook, instagram, twitter, linkedin, social media, profile, account online, posts online, youtube, tiktok, website, internet, followers`,
	aboutCountry:  `america, american, usa, states, country, countries, nation, abroad, overseas, canada, germany, europe, culture, people there`,
	aboutCare:     `childcare, babysit, babysitter, babysitting, nanny, au pair, kindergarten, daycare, toddler, toddlers, diapers, playground, host family, children, kids, child`,
}, nil)

// answeredBy is what else an answer to a question about a matter may be about. What
// is not here tells of something else: how the fees are paid is no reason to travel.
var answeredBy = []struct{ matter, by matter }{
	{aboutMoney, aboutWork},
	{aboutKin, aboutDwelling | aboutWork | aboutStudy | aboutTrip | aboutLaw | aboutCare | aboutReturn},
	{aboutWork, aboutHealth | aboutStudy | aboutOnline | aboutReturn},
	{aboutStudy, aboutWork | aboutHealth | aboutLanguage | aboutReturn},
	{aboutTrip, aboutKin | aboutDwelling | aboutHealth | aboutStudy | aboutCountry | aboutReturn | aboutWork},
	{aboutDwelling, aboutKin | aboutTrip | aboutWork},
	{aboutHealth, aboutStudy | aboutWork},
	{aboutLaw, aboutWork | aboutStudy | aboutTrip | aboutReturn | aboutHealth | aboutKin},
	{aboutReturn, aboutWork | aboutStudy | aboutKin | aboutDwelling | aboutHealth},
	{aboutLanguage, aboutStudy | aboutWork | aboutTrip | aboutKin},
	{aboutOnline, aboutWork | aboutKin},
	{aboutCountry, aboutStudy | aboutWork | aboutHealth | aboutTrip | aboutKin},
	{aboutCare, aboutKin | aboutStudy | aboutWork | aboutHealth},
}

// matterOf is what the fields of a group are about, by the path's first part.
var matterOf = map[string]matter{
	"finance": aboutMoney, "family": aboutKin, "employment": aboutWork, "education": aboutStudy, "us_history": aboutLaw, "security": aboutLaw,
	"passport": aboutLaw, "h1b": aboutWork, "social": aboutOnline, "us_contact": aboutTrip | aboutKin, "other_travel": aboutTrip | aboutLaw,
	"ties": aboutReturn, "f1": aboutStudy,
	"jp": aboutHealth | aboutStudy, "hp": aboutHealth | aboutStudy, "j1": aboutStudy | aboutWork, "jw": aboutWork, "trip": aboutTrip,
}

// matterAt is what a field is about that is not about what its group is.
var matterAt = map[string]matter{
	"trip.payer": aboutMoney, "trip.payer_name": aboutMoney, "trip.payer_relationship": aboutMoney, "trip.cost_usd": aboutMoney,
	"f1.cost_year1": aboutMoney, "f1.funding_year1": aboutMoney, "f1.work_plan": aboutWork, "j1.funding": aboutMoney, "j1.insurance": aboutMoney | aboutHealth,
	"j1.subject_212e": aboutLaw | aboutReturn, "jp.stipend_usd": aboutMoney, "h1b.wage_usd": aboutMoney, "jw.pay": aboutMoney,
	"employment.monthly_income": aboutMoney, "h1b.degree_held": aboutStudy, "h1b.degree_required": aboutStudy, "h1b.immigrant_petition": aboutLaw,
	"h1b.maintained_status": aboutLaw, "jw.home_university": aboutStudy, "jw.housing": aboutDwelling, "jw.host_family": aboutCare | aboutKin,
	"jw.childcare_hours": aboutCare, "trip.us_address": aboutDwelling, "ties.property": aboutDwelling, "ties.family_at_home": aboutKin,
}

// matterOfField is what a field is about.
func matterOfField(path string) matter {
	if about, ok := matterAt[path]; ok {
		return about
	}
	head, _, _ := strings.Cut(path, ".")
	return matterOf[head]
}
