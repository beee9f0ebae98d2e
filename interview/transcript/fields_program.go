package transcript

import "slices"

// schoolFields are the I-20.
var schoolFields = section("School",
	Field{Path: "f1.school", Title: "School", Type: TypeText, For: students, Needed: students, Class: ClassName,
		Source: "I-20", Example: "Example State University", Question: "The first question is often why this school."},
	Field{Path: "f1.campus", Title: "Campus (city and state)", Type: TypeText, For: students, Needed: students, Class: ClassPlace,
		Source: "I-20", Example: "Dayton, OH", Question: "You should know where you will live."},
	Field{Path: "f1.level", Title: "Level", Type: TypeEnum, Enum: []string{"language", "associate", "bachelor", "master", "doctorate"}, For: students, Needed: students, Class: ClassTitle,
		Source: "I-20", Example: "master", Question: "The level must be a step up or have a reason."},
	Field{Path: "f1.major", Title: "Field of study", Type: TypeText, For: students, Needed: students, Class: ClassTitle,
		Source: "I-20", Example: "MS Data Science", Question: "Say it as the I-20 does."},
	Field{Path: "f1.start_date", Title: "Program starts", Type: TypeDate, For: students, Needed: students, Class: ClassDate,
		Source: "I-20", Example: "2027-08-23", Question: "A wrong start date shows an unread I-20."},
	Field{Path: "f1.end_date", Title: "Program ends", Type: TypeDate, For: students, Class: ClassDate,
		Source: "I-20", Example: "2029-05-15", Question: "A plan with an end date is easier to believe."},
	Field{Path: "f1.cost_year1", Title: "Cost of the first year", Type: TypeObject, Currency: "USD", For: students, Needed: students, Class: ClassExact,
		Parts:  []Field{dollars("tuition", "Tuition"), dollars("living", "Living"), dollars("other", "Other"), dollars("total", "Total")},
		Source: "I-20", Example: "tuition 28,000; living 16,000; other 3,000; total 47,000", Question: "You must know the number on the I-20."},
	Field{Path: "f1.funding_year1", Title: "Funding of the first year", Type: TypeObject, Currency: "USD", For: students, Needed: students, Class: ClassExact,
		Parts:  []Field{dollars("personal", "Personal"), dollars("school", "From the school"), dollars("other", "Other"), dollars("employment", "On-campus work")},
		Source: "I-20", Example: "personal 35,000; school 12,000", Question: "The parts must add up to the cost."},
	Field{Path: "f1.schools_applied", Title: "Schools you applied to", Type: TypeList, Item: TypeObject, For: students, Class: ClassName,
		Parts:  []Field{{Path: "name", Title: "School", Type: TypeText}, {Path: "result", Title: "Result", Type: TypeText, Enum: []string{"admitted", "refused", "waiting", "withdrawn"}}},
		Source: "your own record", Example: "Example State University, admitted; Example Tech, refused", Question: "Refusals by schools are no shame and are asked about."},
	Field{Path: "f1.sevis_status", Title: "I-20 type", Type: TypeEnum, Enum: []string{"initial", "continued", "transfer"}, For: students, Class: ClassStatus,
		Source: "I-20", Example: "initial", Question: "A transfer or a continued program brings other questions."},
	Field{Path: "f1.prior_us_degree", Title: "Studied in the United States before", Type: TypeBool, For: students, Class: ClassStatus,
		Source: "your own record", Example: "no", Question: "A second degree at the same level needs a reason."},
	Field{Path: "f1.work_plan", Title: "Plan to work there", Type: TypeEnum, Enum: []string{"none", "on_campus", "practical_training_maybe", "us_career"}, For: students, Needed: students, Class: ClassPlan,
		Source: "your own plan", Example: "practical training maybe", Question: "Allowed practical training is fine; work to pay the fees is not."},
)

func dollars(key, title string) Field {
	return Field{Path: key, Title: title, Type: TypeMoney, Currency: "USD"}
}

var (
	workTracks       = []Category{J1SWT, J1Intern, J1Trainee, J1AuPair}
	internships      = []Category{J1Intern, J1Trainee}
	universityHome   = []Category{J1SWT, J1Intern, J1Student}
	supervisedTracks = []Category{J1Research, J1Intern, J1Trainee}
)

// exchangeFields are the DS-2019 and the job offers of the work tracks.
var exchangeFields = slices.Concat(
	section("Exchange program",
		Field{Path: "j1.sponsor", Title: "Program sponsor", Type: TypeText, For: everyJ1, Needed: otherJ1, Class: ClassName,
			Source: "DS-2019", Example: "Intealth/ECFMG", Question: "The sponsor is not the host; you should know both."},
		Field{Path: "j1.category", Title: "Exchange category", Type: TypeEnum, Enum: exchangeCategories, For: everyJ1, Needed: otherJ1, Class: ClassStatus,
			Source: "DS-2019", Example: "physician", Question: "What you do there must be what the category allows."},
		Field{Path: "j1.host", Title: "Host", Type: TypeText, For: everyJ1, Needed: otherJ1, Class: ClassName,
			Source: "DS-2019", Example: "Example Medical Center", Question: "The officer asks where and with whom you will be."},
		Field{Path: "j1.host_city", Title: "City of the host", Type: TypeText, For: everyJ1, Class: ClassPlace,
			Source: "DS-2019", Example: "Detroit, MI", Question: "You should know where you will live."},
		Field{Path: "j1.start_date", Title: "Program starts", Type: TypeDate, For: everyJ1, Needed: everyJ1, Class: ClassDate,
			Source: "DS-2019", Example: "2027-07-01", Question: "The date must fit your leave and your ticket."},
		Field{Path: "j1.end_date", Title: "Program ends", Type: TypeDate, For: everyJ1, Needed: otherJ1, Class: ClassDate,
			Source: "DS-2019", Example: "2028-06-30", Question: "Plans beyond this day are asked about."},
		Field{Path: "j1.funding", Title: "Who funds the program", Type: TypeList, Item: TypeObject, For: everyJ1, Needed: otherJ1, Class: ClassPayer,
			Parts: []Field{{Path: "source", Title: "Source", Type: TypeText, Enum: []string{"sponsor", "us_gov", "intl_org", "home_gov", "binational", "other_org", "personal"}},
				{Path: "amount", Title: "Amount", Type: TypeMoney, Currency: "USD"}},
			Source: "DS-2019", Example: "host salary, USD 68,000", Question: "Government money can bring the two-year home rule."},
		Field{Path: "j1.subject_212e", Title: "Two-year home rule applies", Type: TypeEnum, Enum: []string{"yes", "no", "unknown"}, For: everyJ1, Needed: []Category{J1Physician}, Class: ClassStatus,
			Source: "DS-2019", Example: "yes", Question: "You should know whether you must return for two years."},
		Field{Path: "j1.subject_212e_basis", Title: "Why the rule applies", Type: TypeList, Item: TypeEnum, Enum: []string{"gov_funding", "skills_list", "graduate_medical"}, For: everyJ1, Class: ClassStatus,
			Source: "DS-2019", Example: "graduate medical", Question: "The basis decides what can change it."},
		Field{Path: "j1.insurance", Title: "Health insurance arranged", Type: TypeBool, For: everyJ1, Class: ClassStatus,
			Source: "sponsor's papers", Example: "yes", Question: "Insurance is a condition of the program."},
		Field{Path: "j1.supervisor", Title: "Supervisor", Type: TypeText, For: supervisedTracks, Class: ClassName,
			Source: "invitation", Example: "Lab head C", Question: "You should know who guides you and how you met."},
		Field{Path: "j1.research_topic", Title: "Research topic", Type: TypeText, For: []Category{J1Research}, Class: ClassTitle,
			Source: "invitation", Example: "protein folding", Question: "You should be able to say it in plain words."},
	),
	section("Job or placement",
		Field{Path: "jw.employer", Title: "Employer", Type: TypeText, For: workTracks, Needed: workTracks, Class: ClassName,
			Source: "job offer or DS-7002", Example: "Lakeside Resort", Question: "The officer asks whether you have spoken to them."},
		Field{Path: "jw.job", Title: "Job", Type: TypeText, For: []Category{J1SWT, J1Intern, J1Trainee}, Needed: []Category{J1SWT, J1Intern, J1Trainee}, Class: ClassTitle,
			Source: "job offer or DS-7002", Example: "lifeguard", Question: "The job must be the one in the offer."},
		Field{Path: "jw.hours_per_week", Title: "Hours a week", Type: TypeNumber, For: []Category{J1SWT, J1AuPair}, Needed: []Category{J1SWT, J1AuPair}, Class: ClassApproximate,
			Source: "job offer", Example: "40", Question: "Hours show whether you know the offer."},
		Field{Path: "jw.pay", Title: "Pay", Type: TypeMoney, Currency: "USD", For: workTracks, Needed: workTracks, Class: ClassExact,
			Source: "job offer or DS-7002", Example: "USD 15 an hour", Question: "You should know what you will earn."},
		Field{Path: "jw.housing", Title: "Housing", Type: TypeText, For: []Category{J1SWT, J1AuPair}, Needed: []Category{J1SWT, J1AuPair}, Class: ClassPlace,
			Source: "job offer", Example: "employer's dormitory", Question: "The officer asks where you will sleep."},
		Field{Path: "jw.home_university", Title: "University at home", Type: TypeObject, For: universityHome, Needed: universityHome, Class: ClassName,
			Parts:  []Field{{Path: "name", Title: "University", Type: TypeText}, {Path: "year", Title: "Year of study", Type: TypeText}, {Path: "returns_on", Title: "Classes resume", Type: TypeDate}},
			Source: "student certificate", Example: "City University, 3rd year of 4, back 20 September 2027", Question: "Studies that go on are your reason to return."},
		Field{Path: "jw.degree_and_experience", Title: "Degree and experience", Type: TypeObject, For: internships, Needed: internships, Class: ClassTitle,
			Parts:  []Field{{Path: "degree", Title: "Degree", Type: TypeText, reads: degreeNames}, {Path: "graduated", Title: "Graduated", Type: TypeDate}, {Path: "years_experience", Title: "Years of experience", Type: TypeNumber}},
			Source: "CV", Example: "BBA, graduated 2025, 1 year of experience", Question: "They decide whether you qualify."},
		Field{Path: "jw.host_family", Title: "Host family", Type: TypeObject, For: []Category{J1AuPair}, Needed: []Category{J1AuPair}, Class: ClassFamily,
			Parts:  []Field{{Path: "city", Title: "City", Type: TypeText}, {Path: "children", Title: "Ages of the children", Type: TypeList, Item: TypeNumber}},
			Source: "match papers", Example: "Denver, children 2 and 5", Question: "You should know the family you will live with."},
		Field{Path: "jw.childcare_hours", Title: "Childcare experience in hours", Type: TypeNumber, For: []Category{J1AuPair}, Needed: []Category{J1AuPair}, Class: ClassApproximate,
			Source: "references", Example: "650", Question: "Experience is a condition of the program."},
		Field{Path: "jw.driving_licence", Title: "Driving licence", Type: TypeBool, For: []Category{J1AuPair}, Needed: []Category{J1AuPair}, Class: ClassStatus,
			Source: "licence", Example: "yes", Question: "Most host families need you to drive."},
	),
)
