package scoring

// States of single matters, beside those of a paper's life.
const (
	paidLeave, unpaidLeave = stateA, stateB

	trainingLicence, fullLicence = stateA, stateB

	passedFirst, passedLater, notTaken = stateA, stateB, stateC

	inMatch, outsideMatch = stateA, stateB

	midway, finalYear, graduated = stateA, stateB, stateC

	completed, studying, broken = stateA, stateB, stateC

	changed, extended, transferred, consular = stateA, stateB, stateC, stateD

	capExempt, capSubject = stateA, stateB

	notApplicable, paymentMade, paymentExempt, paymentUnknown = stateA, stateB, stateC, stateD

	newRecord, sameRecord, movedRecord = stateA, stateB, stateC

	shortageArea, servedArea = stateA, stateB

	withGap, withoutGap = stateA, stateB

	byGovernment, bySkillsList, byTraining = stateA, stateB, stateC

	conrad, otherAgency, hardship = stateA, stateB, stateC

	rented, ofAnother = stateA, stateB

	failedOnce, failedNone = stateA, stateB

	inTraining, independent = stateA, stateB
)

// concerns are the papers, posts, duties and things whose state officers ask for.
var concerns = compiled([]concern{
	{path: "finance.loan", names: "loan, credit, borrow, debt, finance from the bank", asks: "bank lend; lender; bank credit; student credit; study credit; bank financing; collateral; loan; owe bank; borrow", line: "loan; borrow; owe bank; debt; lender", all: wholeLife, exists: inForce | underWay, common: true, kin: pParents | pSpouse | pSiblings | pGrandparent,
		declared: declaredWord("status", paperStates), cues: []wording{
			{inForce, "draw, take out, take a loan, take loan, take from the bank, repay, pay back, instalment, installment, owe, borrow, in my account, letter"},
			{underWay, "guarantor, collateral, 'will take, 'decide"},
			{lapsed, "repaid, pay it off, pay off, clear it, be clear, close it, finish paying, pay in full"},
			{noneThere, "=debt free, =owe nothing, =owe nobody, =without any loan, =nothing borrowed, =no loan, =not take any, =not borrow"}}},

	{path: "employment.leave.approved", names: "leave, vacation, day off, time off, annual, holiday", asks: "company|boss|employer|office|manager|hospital|school|hr|firm|chief|director|studio agree|okay|ok|fine|mind|say|know|let|react|approve|allow|permit|release; week|month|year|day off|away; they let you; your absence; being away; away work; leave approve; on leave; your|the leave; time off; let you go; permission work|employer; release you; vacation; leave grant|sanction; get leave; agree|approve|allow holiday|trip|journey", line: "leave; vacation; time off; away; office know; employer know; boss know; let you go; permission; release you; employer approve; absence",
		all: wholeLife, exists: inForce | underWay, common: true, declared: declaredPart("approved", inForce, wholeLife&^inForce), cues: []wording{
			{inForce, "approve, grant, sanction, sign it, signed, give me, let me go, let me travel, be okay|ok|fine|happy|comfortable with, no problem with, no problem, support me, agree, no objection, on leave, be on leave"},
			{underWay, "have to sign, on his desk, on her desk, on the desk, talk to my, ask my|the boss|manager|chief|head|director, ask them, will ask|tell|inform, discuss, =not know, =not tell, =not inform, =not ask, =not mention, surprise them"},
			{noneThere, "not take leave, resign, quit"}}},
	{path: "employment.leave.paid", names: "leave, vacation, day off, absence, week, month", asks: "leave paid; paid while away; paid away; salary while away; salary while gone; pay while away; pay while gone; leave unpaid; paid leave; leave without pay; salary continue; go on pay; keep pay you; continue pay; still pay you; payroll; remain paid; salary stop", line: "leave; paid while; salary while; salary during; pay while; pay during; paid away; without pay; get paid away", all: paidLeave | unpaidLeave,
		declared: declaredPart("paid", paidLeave, unpaidLeave), cues: []wording{
			{paidLeave, "paid leave, paid vacation, paid holiday, be paid, full pay, full salary, with pay, with salary, with my salary, salary continue, salary come, salary run, keep my salary, still pay me, pay me, pay us, pay for it, get my salary, get salary, receive my salary, on pay, half pay"},
			{unpaidLeave, "unpaid, =without any pay|salary, =without pay, =without salary, =no pay, =no salary, =not paid, salary stop, stop my salary, stop the_salary, lose my salary, cut my salary, cut the_salary, cut salary, hold my salary, freeze my salary, suspend my salary, from my own saving"}}},

	{path: "employment.gaps", own: true, names: "gap, break", asks: "break between; empty; months nothing; year nothing; did not work; time without; what were you doing; between graduation; gap; nothing in; not working; unemployed; idle; out of work; without job; between job; break career", line: "gap; since graduate; since graduation; after graduate; nothing in; idle; since last school; doing since; been doing; between; what happened; not working; unemployed", all: withGap | withoutGap, exists: withGap,
		retold: true, declared: declaredAs(withGap, withoutGap), cues: []wording{
			{withGap, "unemployed, be not employ, =not employed, jobless, =without job, =without a job, =without work, =no job, =no work, at home, idle, prepare, prepare for, read for, reading, study for, look for work, look for job, looking for, search, take care of, care for, break, take time off, rest, wait for my result, national service, sick"},
			{withoutGap, "continuous, continuously, in service, always work, always employ, straight, nonstop, =no gap, =no break, =never stop, =without a break, =without break, =without stopping, back to back"}}},

	{path: "employment.previous", own: true, names: "job, employer, company, work, employ", asks: "where before; what before; job did before; jobs before; work earlier; earlier job; earlier employer; who employed you before; employer before; company before; worked before; past employer; work before this; work before that; previous job; previous employer; last job; job before; ever work; ever job; first job; work experience; before this job; worked anywhere; former employer; before hospital; before company", line: "work before; before this; before that; previous; last job; other job; job before; first job; experience; past job; former; last employer; employer before", all: inForce | noneThere,
		declared: declaredAs(inForce, noneThere), cues: noWorkCues},

	{path: "ties.return_role", names: "post, position, seat, return letter, return role", asks: "waiting for you here; wait for you here; what wait for you; what be waiting; have you back; home need you; hospital need you; post arrange; job arrange; keep position; keep your; keeping your; give up job; give up position; give up post; leave your job; lose job; still have job; still have post; job still; position still; post still; job you come back; job open; post open; employer wait; hospital wait; rejoin; guarantee; post wait; position wait; job wait; seat wait; keep job; keep post; keep seat; seat kept; keep place; take you back; have you back; want you back; job back; return post; hold job; hold post; hold position; position return; resign; post return; job return; job when return; post when come back; rejoin; go back to job; on leave or", line: "position; post; seat; job wait; keep job; keep place; take back; job back; return role; wait for you; on leave; resign; hold job; want back; job kept; bring back; go back to; return to",
		all: wholeLife, exists: inForce, coming: true, declared: declaredPost, cues: []wording{
			{inForce, "sign it, sign my leave, sign the leave, approve it, teach again, work again, expect me back, need me back, keep, hold, reserve, wait for me, waiting for me, take me back, get me back, ?have me back, ?want me back, rejoin, resume, go back to, return to, be due back, offer me, promise, guarantee, leave without pay, leave of absence, on leave, unpaid leave, study leave, give me leave, sanction me leave, sanction leave, letter, contract, same seat, same post, same place, same desk, same chair, grant me leave, only on leave, save my, secure, permanent contract, contract be permanent, be permanent, suspend it for, suspend my contract, can return, may return, right to return, ?expect me, ?wait until i"},
			{lapsed, "resign, hand over my office|key|post|chair|desk, return my key, clear my desk|office, empty my desk|office, sign resignation, sign the_resignation, sign a_resignation, tender resignation, apply again like, apply like other|everybody|everyone|anybody|anyone, apply as new, start as new, hand in my resignation, put in my resignation, letter of resignation, my resignation, replace me, be replace, hire somebody, hire someone, hire another, fill my, fill the_post, fill the_position, fill the_seat, be fill, give up, somebody else, someone else, take my place, take my seat, in my place, in my seat, give it to another|someone|somebody|other, give my post|job|seat|place|position to, another doctor|person|teacher|man|woman be, abolish, close down, close my, close the, dissolve, merge, downsize, redundant, end my contract, contract end|finish|expire, cut my, let me go, left the job, leave my job, leave the job, leave that job, quit, new doctor, new teacher, find another, =not any more, =no longer, =not anymore"},
			{noneThere, "=no post, =no position, =nothing wait, =nothing waiting, =nobody wait, =no offer, =look for, =find a job, =find work, =search for, =start over, =start again from, =no place, =no job, =nothing fixed, =nothing promise, =nothing arrange, =nothing confirm, =nothing sign, =nothing write, =nothing secure, =nothing certain"}}},

	{path: "ties.obligations", names: "bond, agreement, contract, obligation, service, duty, undertaking, surety", asks: "must serve; tied; bound; owe government; owe ministry; owe anything; obligation come; after return contract; service after; free afterwards; bond; obligation; oblige; service owe; owe service; must come back; have to come back; have to return; agreement return; sign agreement; undertaking; commitment; work for them; serve; return service; contract return; free after", line: "bond; agreement; obligation; oblige; service; contract; owe; have return; have come back; work for them; duty; commitment; wait for you; sign; free",
		all: wholeLife, exists: inForce, coming: true, retold: true, declared: declaredDuty("bond", "contract", "service", "agreement", "undertaking", "scholarship", "ministry"), cues: []wording{
			{inForce, "sign, oblige, obligate, bind, 'bound, must serve, must work, must return, have to serve, have to work, have to return, have to go back, have to come back, need to serve, i owe, we owe, commit, hold me to it, pay back everything, pay everything back, pay it back, refund, guarantor, pay the ministry, penalty, i be bind, required to, work for the, serve, return or pay, penalty"},
			{lapsed, "finish|complete|serve|do|finished my|the|that service|bond|contract|year, that|bond|contract paper be close|over|finish, bond be over, serve already, already serve, serve it, buy out, release me, release from, pay it off, finish the bond, complete the bond, expire"},
			{noneThere, "free, =wherever i like, =wherever i want, =anywhere i like, =anywhere i want, =no string, =owe nothing, =owe nobody, =owe them nothing, =nothing like that, =nothing to sign, =no paper, =sign nothing, =not sign anything, =not sign any, =do what i want, =nobody can hold"}}},
	{path: "ties.obligations", names: "thesis, degree, dissertation, semester, study", asks: "thesis; finish thesis; what wait for you; waiting for you here; unfinished", line: "wait for you; keep here; bring back; finish; thesis; thing to finish; week after come back; obligation; duty", all: wholeLife, exists: inForce, coming: true,
		declared: declaredDuty("thesis", "degree", "studies", "dissertation", "semester", "study"), cues: []wording{
			{inForce, "finish, complete, defend, submit, hand in, resume, continue"},
			{lapsed, "leave it, leave the thesis, drop, abandon, stop, already finish, already defend, already submit, already complete"},
			{noneThere, "=i am free, =i be free, =nothing special, =nothing in special, =nothing wait, =nothing waiting"}}},
	{path: "ties.obligations", names: "mother, father, parent, grandmother, grandfather, care, look after", asks: "depend on you; depends you; who look after; responsible for; anybody depend; anyone depend; support here; depend on you; look after parent; care of parent; take care of; care mother; care father; waiting for you here; what wait for you; need you here", line: "wait for you; keep here; bring back; need you; depend on you; care of; look after; obligation; duty; who take care", all: wholeLife, kin: pFamily, retold: true, coming: true,
		declared: declaredDuty("mother", "mother's", "father", "father's", "parents", "grandmother", "care", "nursing"), cues: []wording{
			{inForce, "care of, care for, look after, depend on me, need me, nurse, i support, i take, i bring"},
			{lapsed, "pass away, die, bury, late mother, late father"},
			{noneThere, "=i am free, =i be free, =nothing special, =nothing in special, =nobody need, =nobody depend"}}},

	{path: "ties.property", news: true, notOf: "car, bike, truck, van, bus, video, equipment, bicycle, motorbike, tractor", names: "house, flat, apartment, land, plot, property, home, farm, building, shop, place", asks: "own property; property; own house; own home; own land; house yours; house own; who own; land name; rent; house yours; shop yours; land yours; place yours; building yours; farm yours; whose house; whose land; whose flat; flat yours; apartment yours; house name; own anything; real estate; do you own; plot", line: "property; house; land; flat; apartment; home; own; rent; where live; plot; tenant; landlord",
		all: inForce | lapsed | noneThere | rented | ofAnother, exists: inForce, owners: true, kin: pParents | pSpouse | pSiblings | pGrandparent, declared: ownedBy, cues: []wording{
			{inForce, "own, be yours, house|flat|land|place|shop|building|farm|apartment yours, be mine, be ours, belong to me, belong to us, belong to my, in my name, in our name, on my name, in my father name, in the name of my, buy, build, finish to pay, finish paying, pay it off, paid off, inherit, family house, ancestral, title deed, our own, my own, rent it out, rent out, rent it to, my tenant, tenant, from the rent, family home, father house, father leave me"},
			{rented, "rent, renting, rental, lease, landlord, landlady, hostel, pay the owner, owner be, company|employer|staff|government quarter|house|flat|accommodation|housing, dormitory, tenancy, boarding, lodge with, pay for the room, pay him|her|them each|every month, each month to"},
			{lapsed, "sell, =no_more, auction, lose it, demolish, bank take it, let it go, give it to, gift it to, transfer it to, part with, dispose"},
			{noneThere, "=no property, =own nothing, =nothing of my own, =nothing on my name, =nothing in my name, =not have anything, =not have any house|land|property|flat|home, =not own any, =not own anything"}}},

	{path: "jp.ecfmg_certified", names: "ecfmg, certificate, certification, certified, intealth", asks: "ecfmg; certified", line: "ecfmg; certificate; certified; certification", all: wholeLife, exists: inForce, common: true, declared: declaredYes},
	{path: "hp.step3_passed", names: "step_3, step_three, step_iii, third step, last step, last of the step", asks: "step 3; step three; third step; last step; last of steps", line: "step 3", all: wholeLife, common: true, declared: declaredYes, cues: examCues},
	{path: "jp.usmle", own: true, notOf: "step_1, step_one, step_2, step_two, step_3, step_three", names: "exam, examination, step, attempt, usmle, board, score", asks: "board exam; exam record; exam first; clear exam; licensing exam; examination first; walk through step; exams; pass on first; how many tries; usmle; fail attempt; failed attempt; attempt; fail exam; pass exam; fail step; steps; retake; first time exam; fail any", line: "first time; exam; examination; step; attempt; usmle; board; pass first; fail", all: passedFirst | passedLater | notTaken, sticky: passedLater, declared: declaredSteps, cues: stepCues},
	{path: "jp.usmle.step1", own: true, names: "step_1, step_one, first step", only: true, line: "step 1; step one; exam; step", all: passedFirst | passedLater | notTaken, sticky: passedLater, declared: declaredWord("step1", stepWords), cues: stepCues},
	{path: "jp.usmle.step2ck", own: true, names: "step_2, step_two, second step, ck", only: true, line: "step 2; step two; exam; step", all: passedFirst | passedLater | notTaken, sticky: passedLater, declared: declaredWord("step2ck", stepWords), cues: stepCues},
	{path: "jp.usmle.step3", own: true, names: "step_3, step_three, third step", only: true, line: "step 3; step three; third step; exam; step", all: passedFirst | passedLater | notTaken, sticky: passedLater, declared: declaredWord("step3", stepWords), cues: stepCues},

	{path: "hp.licence", notOf: "driving, drive, driver", names: "licence, permit, board, licensing", asks: "licensed; licence hold; permission to practise; board given; board issue; state licence; medical licence; licence; licence issued; permit practise; state board", line: "licence; permit; state board; licensing; practise without", all: wholeLife, exists: inForce, common: true, declared: declaredLicence},
	{path: "hp.licence.type", notOf: "driving, drive, driver", names: "licence, permit", asks: "training licence; full licence; kind licence; type licence; practise without supervision; which licence", line: "licence; permit; practise without; practice without; supervision; training full", all: trainingLicence | fullLicence, declared: declaredWord("type", map[string]stages{"training": trainingLicence, "full": fullLicence}), cues: []wording{
		{trainingLicence, "training, trainee, resident licence, resident permit, limited, provisional, temporary, educational, under supervision, supervised, with supervision, postgraduate, restricted"},
		{fullLicence, "full, unrestricted, permanent, independent, =without supervision, =no supervision, on my own, own clinic, unsupervised, =no restriction, alone"}}},
	{path: "jp.home_licence", notOf: "driving, drive, driver", names: "licence, registration, register, registered, practising, council, membership", asks: "good standing; right to practise; practise at home; practice at home; practise country; practice country; licence home; licence in your country; registered at home; licence; register council; registration; registered doctor; licensed; practise here; council", line: "licence; register; registered; registration; council; practise here; practice here; allowed practise; right practise", all: wholeLife, exists: inForce, common: true, declared: declaredWord("status", paperStates), cues: []wording{
		{inForce, "pay the renewal, pay my renewal, pay my annual, pay my fee, good standing, full registration, allowed to practise, can practise, may practise, permanent"},
		{lapsed, "=not renew, =not pay, =never renew, strike off, remove my name, name be remove, run out"},
		{underWay, "provisional, temporary registration, be under renewal, 'renewing"}}},

	{path: "hp.j1_waiver", names: "waiver, waive, conrad, recommendation", asks: "waiver; waive; conrad; two year owe; two year home; two year rule; 212", line: "waiver; waive; two year; 212; conrad; forgive; j 1; federal", all: wholeLife, exists: inForce | underWay, common: true, declared: declaredWaiver, cues: []wording{
		{inForce, "forgive, recommend, waive, uscis approve"},
		{underWay | inForce | lapsed, "need, necessary, require, must get"},
		{noneThere, "=not need, =no need, =never need, =not necessary, =not required, =never on j, =never on a j, =never j 1, =never have j, =no condition, =not subject, =never subject, =never be subject, =nothing to waive, =none, stay the two year, stay two year, stay two complete year, complete the two year, complete two year, serve the two year, serve my two year, spend the two year, spend two year, finish the two year, fulfil, fulfill, go home for two, =no two year, =never come on"}}},
	{path: "hp.j1_waiver.program", names: "waiver, program", asks: "which waiver; waiver program; conrad or", line: "waiver; program; conrad; federal", all: conrad | otherAgency | hardship, declared: declaredWord("program", map[string]stages{"conrad": conrad, "hhs": otherAgency, "va": otherAgency, "arc": otherAgency, "appalachian": otherAgency, "drra": otherAgency, "delta": otherAgency, "federal": otherAgency, "health and human": otherAgency, "veterans": otherAgency, "hardship": hardship, "persecution": hardship}), cues: []wording{
		{conrad, "conrad, state 30, state department of health, state program"},
		{otherAgency, "hhs, veteran, appalachian, delta, federal, health and human, drra, arc"},
		{hardship, "hardship, persecution"}}},
	{path: "hp.facility_area.hpsa_or_mua", names: "area, town, county, shortage, place", asks: "shortage; underserved; hpsa; rural; area like; town like; place like; other doctor area; doctor there", line: "area; shortage; underserved; hpsa; town; county; rural; where work; community; doctor there", all: shortageArea | servedArea, declared: declaredPart("hpsa_or_mua", shortageArea, servedArea), cues: []wording{
		{shortageArea, "shortage, underserve, hpsa, mua, rural, remote, only hospital, only clinic, only doctor, few doctor, =no doctor, =no specialist, =no other clinic, =no other hospital, =no other doctor, =not enough doctor, one doctor, nearest, mile away, lack doctor, lack of doctor, designated, far from, need doctor, reservation, farming, travel far, drive far, drive two hour, poor county"},
		{servedArea, "plenty doctor, plenty of doctor, many doctor, well serve, big city, downtown, enough doctor, every corner, doctor everywhere, lot of doctor, many hospital, several hospital, many clinic, large city, centre of the, center of the, rich area, metropolitan, =no shortage, =no shortage of doctor, rich suburb, suburb, full of doctor"}}},
	{path: "jp.statement_of_need", names: "statement, letter, ministry, sponsorship letter", asks: "government letter; letter government; support letter; ministry give; ministry given; letter of need; need letter; statement need; statement of need; ministry letter; letter ministry; ministry issue", line: "statement; ministry letter; need letter; ministry issue; letter ministry; government support; government letter", all: wholeLife, exists: inForce, common: true, declared: declaredNeed, cues: []wording{
		{inForce, "sign, write it, write the, support"},
		{underWay, "have to sign, minister sign still, at the ministry"}}},
	{path: "jp.match_year", names: "match, seat, place, position", asks: "match; get residency; get position; get seat; get spot; get place; position how; outside the match", line: "match; offer you; get position; get place; get seat; get spot; get residency; find position; outside", all: inMatch | outsideMatch, declared: declaredMatch, cues: []wording{
		{inMatch, "match, 'matched, nrmp, rank list, rank order, rank, match day"},
		{outsideMatch, "outside the match, outside match, =without the match, =without match, =not through the match, =not in the match, =not match, prematch, pre match, off cycle, offcycle, give|offer|hire|take|call|sign|contract|seat|place|position|offer directly, directly with|from|by, drop out, 'dropped, vacant, vacancy, unfilled, take his place, take her place, take the place, open position, opening, fall|fell|become vacant|empty|open|free, be free, call me, offer me, contact me, email me, director give me|take me, =not in the list, after the match, scramble, swap, resident leave"}}},

	{path: "j1.subject_212e", names: "rule, requirement, 212, two year, condition, home residency", asks: "skills list; skill list; can't stay; cannot stay; aware of rule; green card after; home for two; obligation come visa; condition visa; home requirement; straight to h; after j 1; rule for j; go home for two; two year; 212; home residency; home residence; residency requirement; residence requirement", line: "two year; 212; two year rule; home residency; home residence; residency requirement; subject; rule apply; exempt; requirement", all: inForce | noneThere, coming: true, declared: declaredRule, cues: []wording{
		{inForce, "apply to me, apply for me, apply on me, apply to us, apply to physician, apply to doctor, it apply, rule apply, do apply, not apply, subject, must, have to, need to, require, oblige, bind, 'bound, touch, concern, affect me, cover me, include me, spend two year, stay two year, return two year, complete two year, serve the two year, go home two year, home for two year, back for two year, be in|on the|that list, complete those two year, two year at home, two year back home, two year in my, count two year, cannot avoid, on me, on my head, i have the two year, have this two year, serve two year"},
		{noneThere, "=exempt, =be free, direct to h|h_1b|h1b, directly to h|h_1b|h1b, straight to h|h_1b|h1b, =nothing come with, =no obligation, =not in the|that list, =not on the|that list, =not be in|on it, =not in it, =for those who|whose, =for people who|whose, =not for me, =for doctor only, =not on me, =not my case, =do not apply, =not apply, =only doctor, =only for doctor, =only for government, =no rule, =no condition, =no requirement, =not subject, =never subject, =waive for me"}}},
	{path: "j1.subject_212e_basis", names: "rule, reason", asks: "why two year; why rule apply; why 212; why subject", line: "why rule; why apply; why two year; why subject; subject; two year; 212; rule apply; which basis; reason", all: byGovernment | bySkillsList | byTraining, list: true, declared: declaredList(map[string]stages{"gov_funding": byGovernment, "skills_list": bySkillsList, "graduate_medical": byTraining}), cues: []wording{
		{byGovernment, "government pay, government money, government fund, government scholarship, government sponsor, state money, ministry pay, ministry scholarship, ministry fund, fulbright, public money, state scholarship, government give"},
		{bySkillsList, "skill list, skills list, on the list, list of skill, in the list"},
		{byTraining, "clinical training, graduate medical, medical training, residency_training, residency_program, as a physician, as physician, every physician, all physician, physician in, doctor in training, medical resident, because i be a doctor, training of doctor"}}},
	{path: "j1.insurance", names: "insurance, policy, insured, coverage, health cover", asks: "accident; covered; break leg; health cover; medical cover; hospital there; if ill; get ill; insurance; insured; health cover; if sick; fall sick; fall ill; hospital bill", line: "insurance; insured; health cover; if fall sick; if you get sick; hospital bill; insurance policy", all: wholeLife, exists: inForce, common: true, declared: declaredYes, cues: []wording{
		{inForce, "insured, cover, covered, come with|from|in the|my|their, part of the package|fee|program, buy, bought, include, in the package, in my fee, sponsor arrange, sponsor provide, arrange, from the sponsor, through the sponsor, through sponsor, pay for it, pay for one, enroll"},
		{noneThere, "=uninsured, =pay from my pocket if, =do not need it"},
		{underWay, "will buy, buy when, buy it there, buy one there, buy when i, will arrange, arrange when, look for one, compare, after i arrive, when i arrive, when i reach, once i land"}}},
	{path: "jw.driving_licence", own: true, names: "licence, drive, driving, permit", asks: "drive; driving; driver licence; driving licence; behind the wheel", line: "drive; driving; licence; car", all: wholeLife, exists: inForce, common: true, declared: declaredYes, cues: []wording{
		{inForce, "i drive, can drive, drive every, drive since, drive for, driving since, driving for, drive my, drive our, licence since, drive to, test at eighteen, know to drive, know how to drive, know driving"},
		{underWay, "learn, lesson, driving school, learner, practise, practice, course, test next, take the test, fail the test, fail my test, fail it"},
		{noneThere, "=never drive, =never drove, =not drive, =cannot drive, =can't drive, =not know to drive, =not know how, =never learn, take the bus only, =afraid to drive"}}},

	{path: "jw.home_university", own: true, names: "university, college, degree, year, semester, class, study, course, graduate, student, diploma, faculty", asks: "enrolled; enrol; what year; which year; year are you; semester; how far studies; finish studies; left to study; remaining studies; done with university; done with college; back to university; back to classes; return to class; finish university; finish degree; finish college; finish school; graduate; final year; last year university; year of study; still student; still study; still university; still enroll; year college; year university; classes resume; when classes; left of degree; left of study; remain degree; semesters left; school left; left of school|university|college; much school|university|college", line: "university; college; year; graduate; final year; degree; study; student; class; semester; term; finish school", all: midway | finalYear | graduated, declared: declaredYear, cues: yearCues},

	{path: "jw.degree_and_experience", own: true, names: "degree, graduate, student, university, college", asks: "student or graduate; graduate; still student; finish degree; degree finish", line: "student or graduate; degree; graduate; student; university; finish", all: midway | finalYear | graduated, declared: declaredDegreeYear, cues: yearCues},

	{path: "education.institutions", own: true, names: "backlog, arrear, supplementary, carryover, subject, paper, course", asks: "backlog; arrear; carry over; fail subject; failed subject; fail paper; failed paper; fail course; failed course; fail class; repeat course; repeat subject; repeat year; supplementary", all: failedOnce | failedNone, sticky: failedOnce,
		declared: declaredBacklogs, cues: []wording{
			{failedOnce, "one|two|three|four|five|six be there, fail, backlog, arrear, supplementary, reappear, resit, repeat, retake, carry over, clear it|them|both|all|that|those, again, second time, have one|two|three|four|some|few, in one|two|three|first|second|third, one|two|three|four|five|six i have"},
			{failedNone, "=no backlog|arrear|supplementary|carryover, =zero backlog|arrear, =not any|single|one, =nil, =never fail|repeat|have, =none, =without a|any|single backlog|arrear|repeat, clean, in first attempt|sitting|chance, in one attempt|go|sitting, at first attempt, at once"}}},

	{path: "jp.medical_school", own: true, names: "medical school, mbbs, md, degree, internship, house job, student", asks: "you graduated; graduated yet; graduated already; have you graduated; finish medical; finished medical; complete mbbs; finish mbbs; still student; still medical; still in school; done with medical", all: completed | studying | broken, declared: declaredGraduation, cues: degreeCues},

	{path: "education.institutions", own: true, names: "phd, doctorate, degree, master, bachelor, diploma, thesis, university, college, course, candidate, studies", asks: "degree finished; finish your degree; completed your degree; hold degree; hold bachelor; hold master; bachelor degree; got degree; defend; defended; finish studies; complete studies; complete phd; degree yet; degree already; have phd; have degree; finish degree; finish phd; phd; doctorate; degree complete; complete degree; graduated already; graduated yet; still studying; still candidate; finish master; finish bachelor; diploma; finish university; finish college", line: "phd; doctorate; doctor; degree; finish; master; bachelor; graduate; candidate; complete; studying still; still student; student", all: completed | studying | broken, declared: declaredDegree, cues: degreeCues},
})

// degreeCues are the ways to say how far a degree is.
var degreeCues = []wording{
	{completed, "'finished, 'completed, 'graduated, 'defended, 'awarded, have the diploma, my diploma, convocation, i hold, have it, have my degree, have the degree, have my phd, have a phd, get my degree, get the degree, get my doctorate, receive my, already a doctor, already doctor, 'obtained, 'passed, 'done, conferred"},
	{studying, "still in|at|a|study|do|finish|write|enroll|student|the|on|work|go, be still, candidate, student, writing my thesis, write the thesis, will finish, finish next, finish maybe, maybe i finish, will defend, defend next, remain, final year, last year of, last semester, in progress, under way, ongoing, expect to, second year, third year, this semester, not submit, have to write|submit|defend|pass, still to write|submit|defend, be plan for, be schedule, be set for, chapter leave|left|remain|to write, one more|last chapter|exam|paper|course|subject|semester|year, =not yet, =yet to"},
	{broken, "=drop, =abandon, =quit, =never finish, =not finish, =leave it, =leave in the middle, =leave without, =discontinue, =stop in, =never complete, =not complete"},
}

// noWorkCues are the ways to say that there was no work before.
var noWorkCues = []wording{
	{noneThere, "=never work, =never be employ, =never employ, =never have a job, =never have any job, =not work before, =my first job, =first job, =my first work, =my first employer, =my first one, =this be the first, =only job, =only employer, =straight from school, =straight from university, =straight from college, =no job before, =no experience, =nothing before, =nowhere, =nowhere before, =before it|this|that nothing|none|nowhere, fresh|straight|directly out_of|from college|university|school, fresher, freshly graduate, fresh graduate"},
}
