package scoring

import "slices"

// examCues are the ways to say that an examination is still to be sat.
var examCues = []wording{
	{underWay, "'writing it, 'taking it, 'sitting for, 'sitting it, 'appearing for, be writing, be taking, be sitting, be appearing, will write, will take, will sit, will appear, will do, book the date, book a date, book my, schedule, register for, registered for, plan to take, prepare for, preparing, studying for, read for, reading for, wait for the result, wait for my score, =result be not, =not take, =not sit, =not write, =not do it, sit for it in, date be"},
	{inForce, "clear, crack, do it, through it, be behind me, behind me, get my score, get the score, have the score, have my score, score come, score be, finish it, finish with"},
	{lapsed | noneThere | underWay, "fail, retake, flunk, not make it, miss it|by, fall short, not this time, sit|write|take it again"},
}

// stepCues are the ways to say how an examination went.
var stepCues = []wording{
	{passedFirst, "first|1st attempt|time|sitting|go|try|shot|chance|trial|round, one|single go|attempt|shot|sitting|try|chance|trial, at once, straight away, =never fail|repeat, =without fail|failing, clean record, clean"},
	{passedLater, "fail, lose, retake, repeat, second|third|fourth|2nd|3rd attempt|time|try|go|sitting|chance|trial|shot|round, two|three|four|2|3 attempt|try|sitting|go|trial|chance|time|shot|round, twice, thrice, again, once more, resit, redo, did it over, flunk, not make it, miss by, fall short, sit again, pay again, book again, register again, sit for it again, write it again, again the next year, come back to it"},
	{passedLater | notTaken, "=not|couldn't|didn't|wasn't pass|clear|crack"},
	{passedFirst | passedLater, "pass, clear, crack, 'done, through"},
	{notTaken, "i_'write, i_'take, i_'sit, sit for it in, appear for it in, =not take, =not sit, =not write, =yet to take, =yet to sit, will take, will sit, will write, plan to take, =not do, =never take, 'writing, 'taking it, prepare for"},
}

// oneStepCues are those of one examination by its name: "CK is left".
var oneStepCues = append(slices.Clone(stepCues), wording{notTaken, "remain, 'left, 'pending"})

var stepWords = map[string]stages{"fail_then_pass": passedLater, "pass": passedFirst, "not_taken": notTaken}

// yearCues are the ways to say how far a student is.
var yearCues = []wording{
	{graduated, "give|gave|hand|handed me my|the|our diploma|degree|title, diploma be hang|hanging, throw|threw my|the cap, already graduate, 'graduated, 'finished my degree, 'finished my|the bachelor|bachelors|master|masters, 'finished my study, 'finished my course, 'finished university, 'finished college, 'finished school, 'finished it, 'finished the university, 'completed my degree, 'completed my study, 'completed university, 'completed college, 'completed, 'received my|the diploma|degree|title|certificate, 'got|'took my|the diploma|degree|title, have my|the diploma|degree already|in, have my|the diploma, convocation, be over, no more college, no more class, out of university, out of college"},
	{finalYear, "final year, final semester, my last year, the last year, last year of, last semester, 'graduate, 'graduating, will graduate, 'finishing, 'receive my|the diploma|degree|title, 'get my|the diploma|degree|title, will finish|receive|get, finish my degree, finish my study, finish in june, finish this, defend my thesis, writing my thesis, one semester left, one more semester"},
	{midway | finalYear, "=not have a|the|any|my diploma|degree|title, =no diploma|degree, diploma|degree|title i not have, =degree|diploma i never get|receive|finish|have, =never get|receive|finish a|the|any|my diploma|degree|school"},
	{midway, "first year, second year, third year, year remain, year remaining, year left, year more, more_year, year missing, year be missing, year to go, year still, semester remain, semester left, go back to class, go back to my class, return to class, class resume, resume my, enroll again, enroll in, continue my, still study, still studying, still in, still student, next semester, next term, middle of my course, =not finish, =not graduate, =not complete, one year be, miss to me, remain to me"},
}

// workConcerns are those of a petition and of a student's record.
var workConcerns = compiled([]concern{
	{path: "h1b.filed_from", there: changed | extended | transferred, here: consular, names: "petition, status, filing, extension, transfer, renewal, amendment", asks: "change of status; consular processing; extension; extend; kind of petition; kind filing; sort filing; in us when filed; file from; filed while; filed you were; petition transfer; transfer; renewal; why need visa; need stamp; where when filed; inside us filed; amendment; inside country; switch employer; change employer; join new employer; filed abroad; filed here", line: "change status; consular; extension; transfer; filing; filed; renewal; extend; file from; were in us; kind petition; stamp; change employer", all: changed | extended | transferred | consular,
		declared: declaredWord("", map[string]stages{"change_of_status": changed, "extension": extended, "transfer": transferred, "consular": consular}), cues: []wording{
			{changed, "change of status, change my status, change status, status change, change inside, change from inside, change from f 1, change from opt, from f 1 to, from opt to, from student, be change inside, switch from|in|to, it switch, convert, student status, my opt, on opt, on my f_1, on f_1, move me from, paper be change"},
			{changed | extended | transferred, "you be in_the us, you in_the us, in the us when, while i be there, while i be in, i be there when, i be already there, already inside, inside the country, from inside, i be in dallas, live there when, i be in america"},
			{extended, "extend, extension, renewal, renew, same employer, same company, three more year, past the six"},
			{transferred, "transfer, change employer, change company, change my employer, change job, change my company, new employer, new company, different employer, different company, move from, move company, switch employer, join them from, port, portability, take it over, take over, old firm, old employer, old company, previous employer, from my old, from my previous"},
			{consular, "consular, from here, from my country, outside the us, outside the country, outside america, from abroad, never be there, =never be to america, =not in the us, =not in america, be here in, here throughout, i be at home, be abroad, notify the consulate, at|to the consulate|embassy, never live there, come for the visa first, from home, from outside"}}},
	{path: "h1b.third_party_placement", names: "client, customer, vendor, site, office, premises", asks: "your desk; where sit; where you sit; client site; client place; client office; at client; at customer; customer place; placed; placement; third party; own office; in house; place you; sent out; don't work at; don't sit at; whose plant; whose office; whose premises; whose building; employer premises", line: "client; customer; placed; placement; third party; where sit; own office; their office; site; premises; vendor; whose; employer office; in house; assign", all: inForce | noneThere, coming: true, ofOther: "h1b.end_client", declared: declaredAs(inForce, noneThere), cues: []wording{
		{inForce, "put me, send me to, they send me, assign me to, badge be theirs, their badge, their system, their laptop, their building, report to_the client, sit in|at|with their, be_at theirs, at_client, at_a_client, at_the_client, at_our_client, at_my_client, with_the client, with_a client, client_site, client_office, client_place, client_premise, client_building, building_of client, office_of client, premise of client, place_of client, at their premise, at their office, at their site, lend|rent|loan|hire us|me out, plant|floor|site|premises of client|customer, at customer, at the customer, at the bank, customer place, customer site, customer office, customer premise, place me, 'placed, deploy, vendor, on site for, sit with them, sit with the client, at the end client, from_the_client, client team, third_party, contract out"},
		{noneThere, "own_office, own_site, own_building, own_premises, own_location, own_facility, at|in their_own site|office|premises|building|place|facility, our_own, our_office, company_office, company_own, in house, inhouse, own product, own plant, our plant, our lab, headquarters, head office, =nobody place, =no client, =no customer, =not at client, =no third party, employer office, directly for, =no vendor, only for my company, at my employer"}}},
	{path: "h1b.vendor_chain", names: "vendor, middleman, intermediary, middle, layer, implementation partner, prime, subcontractor", asks: "vendor; have contract; company between; between you; between client; in middle; middleman; intermediary; layer; implementation partner; direct contract; subcontract", line: "vendor; between; middle; layer", all: inForce | noneThere, exists: inForce, declared: declaredAs(inForce, noneThere), cues: []wording{
		{noneThere, "=direct contract|client|relationship|agreement, =contract be direct, =directly, =nobody|nothing|none|no_one in_the middle, =nobody|nothing|none|no_one between, =in_the middle nobody|nothing, =no intermediary|middleman|middle, =no vendor|layer, =without any vendor|intermediary|middleman, =straight with|to|from, =nobody|no_one|nothing else"}}},
	{path: "h1b.previous_employers_us", own: true, names: "american|us employer|company|firm|sponsor, other|another|previous|earlier employer|company|firm|sponsor", asks: "other american employer; other us employer; other american company; other us company; work before us; worked before us; worked before america; where were before; previous us employer; another us employer; another american employer; employer before; worked for other", line: "employer before; previous employer; other employer; work before; first employer", all: inForce | noneThere, exists: inForce, declared: declaredAs(inForce, noneThere), cues: []wording{
		{noneThere, "=nowhere, =my first|only job|employer|company|work|sponsor, =be the first|only, =first one|employer|company|job in, =only one|employer|company, =never work, =not work, =no other, =nobody else, =none other, =not any other"}}},
	{path: "h1b.experience_years", own: true, names: "job, experience, work", asks: "work before; worked before; job before; previous job; experience; first job", line: "work before; worked before; job before; previous; experience; first job", all: inForce | noneThere, declared: declaredAs(inForce, noneThere), cues: noWorkCues},
	{path: "hp.employment_type", own: true, names: "attending, trainee, resident, fellow, consultant", asks: "responsible; on your own; supervised; supervision; attending; trainee; resident; in training; independent", line: "responsible; own; supervise; attending; training; resident; trainee", all: inTraining | independent, declared: declaredTraining, cues: []wording{
		{inTraining, "trainee, 'resident, 'fellow, intern, in training, first|second|third year resident|fellow, pgy, under supervision|attending|consultant, =sign by, be supervise, 'supervised, be sign by, somebody|someone senior, countersign, be|do|start|join my|the|a residency"},
		{independent, "be_attending, as_attending, be_an_attending, as_an_attending, attending position|post|job, attending physician there, hospitalist, as a consultant, staff physician, independent, independently, on my own, finish|complete my|the residency|fellowship|training, board certified, alone, =no supervision|supervisor, =without supervision, =not supervise"}}},
	{path: "h1b.cap_exempt", names: "lottery, cap, exempt, exemption, selection, registration", asks: "cap; lottery; exempt; draw; selected", line: "exempt; cap; lottery; selected; registration; draw", all: capExempt | capSubject, declared: declaredAs(capExempt, capSubject), cues: []wording{
		{capExempt, "exempt, =no lottery, =without lottery, =without the lottery, =not go through lottery, =not need lottery, =not need the lottery, =outside the cap, =not count, nonprofit, non profit, any time of the year, =no cap, =not subject, university hospital, =university not need, be a university, research institute, affiliate"},
		{capSubject, "lottery, select, pick, draw, register, registration, chosen, choose, under the cap, subject to, count against, regular cap, master cap, come out in, second round, first round"}}},
	{path: "h1b.proclamation_payment", names: "payment, proclamation, fee, hundred thousand, 100000, 100k", asks: "proclamation; hundred thousand; 100 000; 100000; new fee; 100k", line: "proclamation; hundred thousand; 100; payment; pay fee; 100k", all: notApplicable | paymentMade | paymentExempt | paymentUnknown,
		declared: declaredWord("", map[string]stages{"not_applicable": notApplicable, "paid": paymentMade, "exempt": paymentExempt, "unknown": paymentUnknown}), cues: []wording{
			{paymentMade, "pay, 'paid, send it|the, remit, make the payment, wire, transfer the, receipt, deposit, settle"},
			{paymentMade | paymentExempt | paymentUnknown, "apply, applicable, concern, touch, affect, require, need"},
			{notApplicable | paymentExempt, "=not apply, =not applicable, =not concern, =not touch, =not affect, =not require, =not need, before the proclamation, before september, already inside, inside the country, change of status, extension, only for new, only for people outside"},
			{paymentExempt, "exempt, exception, national interest, except us, exemption"},
			{paymentUnknown, "=not know, =don't know, =no idea, =not sure, lawyer know, ask the lawyer"}}},
	{path: "f1.sevis_status", names: "record, sevis, i20, i 20, school", asks: "sevis; record active; new i 20; fresh i 20; kind i 20; kind of i20; transfer; record terminated; same school; change school; continuing student; new student; initial i 20; first i 20", line: "sevis; record; i20; i 20; transfer; active; terminated; continue; same school; change school; renew; renewal", all: newRecord | sameRecord | movedRecord | lapsed,
		declared: declaredWord("", map[string]stages{"initial": newRecord, "continued": sameRecord, "transfer": movedRecord}), cues: []wording{
			{newRecord, "initial, new i20, new i 20, first i20, first i 20, fresh, start new, new student, begin my first, first time, not started, just admitted"},
			{sameRecord, "continue, continuing, same record|school|university|college|program|course, still enroll, active student, finish one|first|two year|semester, have one more, go back to my|the same, third semester, second semester, semester remain, semester left, back to the same, going back to my"},
			{newRecord | sameRecord | movedRecord, "active, in good standing, valid"},
			{movedRecord, "transfer, move my, move to, be move, change school, change of school, change my school, change university, change college, release my, release to, from my old, from old school"},
			{lapsed, "terminate, cancel, inactive, close my|it|the, drop below, dropped, out of status"}}},
	{path: "f1.prior_us_degree", names: "american degree, us degree, degree, associate, bachelor, master, college, diploma", asks: "american degree; us degree; degree us; study us before; study america before; studied us; studied america; degree from there; degree america; study there before; american diploma; american college; school us before", line: "american degree; us degree; degree there; degree america; degree us; study there before; study us before; study in america; studied us; studied america; studied there; already american", all: inForce | noneThere, exists: inForce, declared: declaredAs(inForce, noneThere), cues: []wording{
		{inForce, "i do at, do it in, i do my, finish it, finish my, complete my, earn, graduate from, i study in, study there, i hold"},
		{noneThere, "=never study, =first degree there, =first time there, =all my study here, =all in my country, =only here, =all here"}}},
	{path: "application.ds160_submitted_on", names: "form, ds160, ds_160, application", asks: "submit form; submitted form; submit ds; submit application; send form; sign form; form complete; ds 160; ds160", line: "submit form; submit ds; submit application; send form; sign form; complete form; fill form; ds160 submit", all: wholeLife, declared: declaredAs(inForce, wholeLife&^inForce), cues: []wording{
		{inForce, "submit, send it, press submit, already send"},
		{underWay, "=not_yet, still fill, still filling, not finish, save it, half way, draft"}}},
	{path: "additional.special_skills", names: "explosive, weapon, firearm, gun, nuclear, biological, chemical, pathogen, virus, bacteria, military, defence, dual use, controlled", asks: "explosive; weapon; firearm; nuclear; pathogen; chemical; biological; military application; defence; defense; dual use; infectious", line: "explosive; weapon; firearm; nuclear; pathogen; chemical; biological; military; defence; defense; controlled; dual use; infectious", all: inForce | noneThere, exists: inForce, declared: declaredAs(inForce, noneThere), cues: []wording{
		{inForce, "i handle, work with, train with, train in, train on, train us, use them, blast, shoot, fire, explosive course, explosive licence, i have train, i be train"},
		{noneThere, "=nothing like that, =nothing of that, =only software, =no such"}}},
	{path: "finance.large_recent_deposits", names: "deposit, amount, money, credit, sum, it, that", asks: "deposit; sudden money; large sum; big sum; this sum; sum of; large credit; this money; explain money; money appear; this credit; big amount; large amount; where money come; came into account; in account explain; entered account; landed account; show up in|last|just; come in last; come in just; come in month; lump sum", line: "deposit; explain; large; sudden; money come; where money; come from; million; lakh; this amount", all: allSources, kin: pFamily, declared: declaredSource, cues: sourceCues},
})

// Where a large deposit can come from.
const (
	fromSale stages = 1 << iota
	fromLending
	fromGift
	fromWages
	fromSavings
	fromInheritance
	fromBusiness
	fromInsurance
	fromScholarship
	fromRent

	allSources = 1<<10 - 1
)

// sourceCues are the ways to say where a sum came from. A gift and an inheritance, or
// wages and a business, are told by the same words too seldom to be one.
var sourceCues = []wording{
	{fromSale, "sell, sale, buyer, 'sold"},
	{fromLending, "loan, lend, borrow, owe, have to return it, give it back, take it back, a|the|some credit, return it to, for show, statement look, only for the statement"},
	{fromGift, "gift, wedding present, give me, give it to me, send me, send it|this|that, transfer it|this|that to me, transfer it|this so, my uncle send, present from"},
	{fromGift, "~from_my|our|her|his brother|sister|uncle|aunt|father|mother|dad|mom|son|daughter|cousin|friend|husband|wife|parents|children"},
	{fromWages, "bonus, salary, arrear, back pay, overtime, commission, gratuity, retirement, retire, provident, pension, pf, severance, 13th, thirteenth, end of service"},
	{fromSavings, "mature, maturity, fixed deposit, fd, term deposit, saving, from my other account, from another account, between account, committee, susu, tanda, share, mutual fund, stock, investment, bond"},
	{fromInheritance, "inherit, inheritance, will of, estate, late father, late mother, grandmother leave, grandfather leave"},
	{fromBusiness, "business, customer, client pay, contract pay, shop, trade, harvest, crop, cattle, invoice, profit"},
	{fromInsurance, "insurance, policy, claim, compensation, settlement, tax refund, refund"},
	{fromScholarship, "scholarship, stipend, grant, award, prize"},
	{fromRent, "rent, tenant, rental, advance from"},
}

// sourceBook are the same, to read a declared explanation with.
var sourceBook = bookOf(sourceCues)
