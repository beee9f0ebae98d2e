package scoring

// A trait says what a word or phrase tells about how an answer is given and what
// it is about. A word can have several.
type trait uint64

const (
	tEmpty     trait = 1 << iota // function words: they name nothing
	tGeneric                     // general words: good, many, opportunity
	tFiller                      // um, actually: not counted
	tGreeting                    // free
	tFirst                       // I, my, we
	tIntent                      // will, plan, want
	tNegate                      // not, never, no
	tYes                         // yes, correct
	tNo                          // no, never, as an answer
	tIf                          // if, maybe
	tUSPlace                     // America, there
	tHere                        // here, home, back
	tWork                        // work, job
	tFind                        // look for, apply
	tExtra                       // second, extra, side job
	tPapers                      // permission, papers
	tCash                        // off the books
	tCampus                      // work that a status allows
	tRemain                      // stay, live, settle
	tForGood                     // permanently, forever
	tGreenCard                   // green card, citizenship
	tReturn                      // return, go back
	tMarry                       // marry
	tConvert                     // change, adjust
	tStatus                      // status
	tPatients                    // patients
	tTreat                       // treat, operate
	tPay                         // pay, cover
	tFees                        // tuition, rent, the second year
	tSomehow                     // somehow, we will manage
	tUndecided                   // not decided, depends
	tChance                      // offer, opportunity to stay
	tPretend                     // write, say, put
	tVisitor                     // tourism
	tScript                      // told me what to say
	tHostile                     // accuses or refuses the officer
	tThreat                      // sue, complain, bribe
	tPlead                       // please, I beg
	tDefend                      // it does not matter
	tShaken                      // sorry sorry, I am nervous
	tForget                      // do not know, do not remember
	tDecline                     // would rather not say
	tDeflect                     // whatever God wants
	tLate                        // it depends, long story
	tGrader                      // words meant for the grader
	tAgain                       // repeat the question
	tFeeling                     // love my country
	tRelative                    // mother, wife: one person
	tKin                         // family, parents: a group
	tRole                        // engineer, officer
	tTieJob                      // what each kind of tie is named by
	tTieStudy
	tTiePost
	tTieHome
	tTieMoney
	tTieGap
	tTie212e
	tTieTravel
	tPaper    // letter, certificate
	tMissing  // pending, not yet
	tAnyone   // anyone can do it
	tResearch // degree, course, exam: qualification
	tBrochure // the praise of brochures and model answers
	tWritten  // the joints of an essay
)

// manner is the lexicon of all rules but consistency. The lists are our own, from
// what strict and lenient readers of mock answers point at.
var manner = newVocabulary(map[trait]string{
	tEmpty: `a, an, the, this, that, these, those, it, its, he, she, him, her, his, hers, they, them, their, i, me, my, mine, we, us, our, ours, you, your,
		am, is, are, was, were, be, been, being, do, does, did, done, have, has, had, having, will, would, can, could, may, might, must, shall, should,
		and, or, but, so, because, if, then, than, as, of, to, in, on, at, by, for, from, with, without, into, over, under, about, after, before, since, until,
		till, up, down, out, off, between, during, through, also, too, only, just, very, really, quite, not, no, yes, yeah, there, here, where, when, who, whom,
		which, what, whose, why, how, all, any, some, each, every, both, other, another, such, same, own, more, most, much, less, least, few, again, now, today,
		still, yet, already, always, never, ever, sometimes, maybe, perhaps, even, while, though, although, however, that's, let, let's, get, got, gets, go, goes, going, went, gone,
		come, comes, came, coming, take, takes, took, make, makes, made, give, gives, gave, given, say, says, said, see, know, knows, think, thinks, want, wants, like, need, needs,
		sir, madam, ma'am, officer, please, thank, thanks, ok, okay, well, um, uh, one, once, first, last, next, told, tell, tells, ask, asked, asks, talk, feel, feels, keep, keeps, put, puts, mean, means, lets, depend, depends, s, t, m, ll, re, ve, d`,
	tGeneric: `good, better, best, great, nice, big, small, new, old, strong, important, different, special, normal, real, beautiful, wonderful, famous, quality, high, low,
		many, lot, lots, thing, things, something, anything, everything, nothing, someone, somebody, everyone, everybody, people, person, man, woman,
		opportunity, opportunities, future, career, life, dream, dreams, goal, goals, skill, skills, knowledge, experience, exposure, level, world, country, nation, place, places, city, home,
		work, works, worked, working, job, jobs, company, companies, business, office, field, technology, technologies, technical, data, project, projects, team, client, clients, manager,
		study, studies, studying, studied, school, university, college, degree, course, courses, program, programme, education, student, learn, learning, learned, subject, subjects, exam, exams,
		family, relative, relatives, friend, friends, parent, parents, father, mother, brother, sister, uncle, aunt, cousin, wife, husband, son, daughter, children, child, kids, kid,
		money, pay, pays, paid, paying, fee, fees, cost, costs, fund, funds, enough, support, supports, supporting, sponsor, sponsors, sponsoring, income, salary, earn,
		time, long, short, year, years, month, months, week, weeks, day, days, soon, later, ago, early, late, period, while,
		help, helps, use, uses, using, used, visit, visiting, travel, trip, tour, tourism, holiday, vacation, return, returns, returning, back, stay, stays, staying, live, lives, living,
		serve, love, hope, plan, plans, planning, try, find, look, looking, start, begin, finish, finished, complete, completed, continue, become, change, changed, pass, passed, passing,
		hospital, hospitals, doctor, doctors, patient, patients, training, position, positions, post, offer, offers, letter, letters, document, documents, paper, papers, visa, form,
		ranking, rank, reputation, mind, heart, everywhere, anywhere, somewhere, abroad, america, american, states, united, usa, respectable, useful, helpful, beneficial, valuable, interesting, excellent, popular, modern, latest, advanced, kind, generous, busy, ordinary, famous, world's, happy, sure, true, right, fine, possible, able, various, multiple, several, couple, mostly, sometimes, site, general, usual, usually`,
	tBrochure: `esteemed, prestigious, renowned, world-class, world class, state-of-the-art, state of the art, cutting edge, cutting-edge, conducive, infrastructure, top-notch,
		top notch, well-renowned, reputed, globally recognised, globally recognized, learning environment, vast exposure, great exposure, next level, dream university, diverse culture,
		multicultural, great nation, great country, land of opportunities, holistic, excellence, hands-on learning, industry-oriented, experienced faculty, faculty members, academic excellence, well-equipped, bright future, brightest minds, golden opportunity, since my childhood, childhood dream`,
	tWritten: `firstly, secondly, thirdly, lastly, furthermore, moreover, in conclusion, to conclude, to sum up, in summary, in addition to this, last but not least, on the one hand,
		on the other hand, not only that, in a nutshell, as mentioned above, as i stated above, it is worth mentioning, i would like to state, i hereby, i humbly state, with due respect, respectfully submit`,
	tFiller:    `um, umm, uh, uhm, er, erm, hmm, ah, eh, actually, basically, literally, honestly, you know, i mean, sort of, kind of, like i said, you see`,
	tGreeting:  `good morning, good afternoon, good day, good evening, good morning sir, good morning madam, good morning ma'am, good afternoon sir, good afternoon madam, good morning officer, good day sir, good day madam, hello, hello sir, hello madam, hi, hi sir, morning sir, thank you, thank you sir, thank you madam, thank you officer, thank you ma'am, thanks, how are you, thank you very much, thank you so much, many thanks, god bless you, god bless, you too, see you, have a nice day, have a good day, i appreciate it, i appreciate your time, bonjour, namaste, namaskar, salaam, salam, hola, bom dia, merci, gracias, buenos dias`,
	tFirst:     `i, my, me, we, our, us, i'm, i'll, i've, i'd, myself, mine`,
	tIntent:    `will, i'll, we'll, plan~, plan, planning, planned, want~, hope~, intend~, would, going to, gonna, must, shall, try, trying, wish~, like to, love to, need to, have to, might, decided to, thinking of, thinking to, aim~, expect~, looking to, wanna, dream~`,
	tNegate:    `not, never, no, none, nobody, nothing, without, neither, nor, cannot, dont, wont, didnt, cant, isnt, doesnt, nowhere, hardly`,
	tYes:       `yes, yeah, yep, yup, correct, right, sure, of course, certainly, definitely, indeed, exactly, absolutely, that is right, that's right, true`,
	tNo:        `no, never, not, none, nope, nobody, no one, not yet, neither`,
	tIf:        `if, maybe, perhaps, might, in case, should, possibly, unless, whether, when i get, would`,
	tUSPlace:   `there, america, usa, us, u.s, the us, the states, united states, over there, new york, california, texas, florida, chicago, silicon valley, in the us, in us, in usa`,
	tHere:      `here, home, back, at home, back home, my country, our country, my village, my town`,
	tWork:      `work, works, working, worked, job, jobs, employment, employed, earn, earning, earns, shift, shifts, part time, part-time, full time, cash work, cash job, gig, freelance, freelancing, moonlight, moonlighting, business`,
	tFind:      `seek employment, find, finding, look for, looking for, search for, searching for, search, searching, seek, seeking, apply for, applying for, get a, getting a, get any, take a, take any, take another, hunt, hunting`,
	tExtra:     `second job, second jobs, extra job, extra work, extra shifts, extra hours, another job, other job, other jobs, side job, side jobs, side business, side hustle, freelance, freelancing, moonlight, moonlighting, off campus, off-campus, outside work, uber, deliveroo, doordash, weekend job, weekend jobs, additional job`,
	tPapers:    `paper, papers, paperwork, permission, permit, authorization, authorisation, work permit, ead, licence`,
	tCash:      `off the books, under the table, cash in hand, in cash, for cash, cash job, cash jobs, cash work, illegally, illegal, undocumented, black work, off book, under table`,
	tCampus:    `on campus, on-campus, campus job, library, assistantship, teaching assistant, research assistant, graduate assistant, opt, cpt, practical training, internship, internships, optional practical training, curricular practical training, academic training, twenty hours`,
	tRemain:    `stay, stays, staying, remain, remaining, live, living, settle, settling, settled, reside, residing, keep me, keeps me, relocate, relocating, move there, moving there`,
	tForGood:   `permanently, permanent, forever, for good., for ever, for always, all my life, the rest of my life, long term, long-term, settle in, settle there, settle down, settle with, settle permanently, settle abroad, settling in, settling there, settling down, settled there, immigrate, immigrating, emigrate, as long as possible, as long as i can, as long as i like, as long as i want, as long as we like, our way to move, way to move, build my life, make my life, start a new life, new life, citizen there, never come back, never return`,
	tGreenCard: `green card, greencard, green cards, permanent residence, permanent resident, permanent residency, citizenship, us citizen, american citizen, lawful permanent, i-140, i 140, perm, immigrate, immigrant visa, become a citizen, become citizen`,
	tReturn:    `return, returns, returning, come back, coming back, get back, getting back, go back, going back, goes back, came back, went back, go home, going home, come home, coming home, back to my, back home, back here, resume`,
	tMarry:     `marry, marries, marrying, get married, getting married, marriage, wedding, my fiance, my fiancé, fiancée`,
	tConvert:   `change, changing, convert, converting, adjust, adjusting, switch, switching, transfer my`,
	tStatus:    `status, visa status, my visa, my status, adjustment, student visa, work visa, another visa, different visa`,
	tPatients:  `patient, patients, surgery, surgeries, operation, operations, hands on, hands-on, clinical work, procedures, suture, sutures, suturing, intubate, intubating, inject, injections, the lines, scrub in, scrubbing in, deliver babies, draw blood, insert lines`,
	tTreat:     `treat, treating, treats, see, seeing, examine, examining, operate, operating, assist, assisting, perform, performing, manage, managing, prescribe, prescribing, help, helping, do, doing, put, hands on, hands-on, suture, suturing, intubate, intubating, inject, scrub in, deliver babies, draw blood, insert`,
	tPay:       `pay, pays, paying, paid, cover, covers, covering, fund, funding, finance, financing, afford, repay, earn`,
	tFees:      `tuition, fee, fees, rent, living costs, living cost, living expenses, expenses, second year, year two, next year, the rest, the remaining, my studies, school fees, my education, my stay, the trip, the loan, balance`,
	tSomehow: `somehow, will manage, we manage, can manage, manage it, manage later, arrange later, arranged later, arrange it later, decide later, decided later,
		figure out, figure it out, work it out, god will provide, god will help, god is there, someone will, somebody will, some how, see later,
		will see later, not sure who, don't know who, do not know who, sort it out, not decided yet, find a way, some friends will, we will see, we'll see, let us see, make a way`,
	tUndecided: `have not decided, haven't decided, not decided, not yet decided, undecided, it depends, depends on, depend on, will see, i'll see, see what,
		let us see, let's see, think about it, consider it, consider staying, keep my options, options open, who knows, see how it goes, if god wills,
		whatever happens, open to, might stay, may stay, not sure yet`,
	tChance: `offer, offers, offered, opportunity there, opportunities there, opportunity to stay, a good opportunity, better opportunity, sponsor me, sponsors me,
		sponsored me, waiver job, waiver jobs, find me, finds me, found me, gives me a job, give me a job, hires me, hire me, keeps me, keep me, hired,
		employer there, find work, find a job, find job, get a job, get work, find something`,
	tPretend: `write, put, say, mention, mark, call it, choose, tick, change it to, put down, make it, state, said, wrote, told`,
	tVisitor: `tourism, tourist, holiday, visit, visitor, vacation, sightseeing`,
	tScript: `told me what to say, told me to say, asked me to say, instructed me, taught me to say, gave me the answers, gave me answers, trained me to answer,
		said i should say, advised me to say, memorised, memorized, told me to tell, told me to answer`,
	tHostile: `you people, completely unfair, so unfair, is unfair, was unfair, not fair, not a fair, unfair question, did not even read, didn't even read,
		did not read my, didn't read my, why do you ask, why are you asking, why you ask, why you asking, what kind of question, stupid, ridiculous, nonsense,
		waste of time, wasting my time, wasted my time, same thing again, same question again, asking the same, already told you, i told you already,
		do not need to know, don't need to know, need to know that, not your business, none of your business, racist, racism, shame on you, everyone asks this,
		liar, lying to me, how dare, you have no right, insult, insulting, stop asking, enough questions, none of your, shut up, idiot, leave me alone,
		what is your problem, i refuse to, you are wrong, rude, why don't you read, why dont you read, is your problem, this is discrimination, you discriminate, i hate you`,
	tThreat: `sue, suing, lawsuit, take you to court, complain about you, complain to your, report you, complaint against, your supervisor, your boss,
		ambassador will, bribe, pay you, gift for you, something for you, give you something, give you money, reward you, make it worth, tip for you,
		i know the ambassador, you will regret, regret this`,
	tPlead: `i beg, beg you, begging, please please, kindly help me, please help me, please sir please, have mercy, for god's sake, for god sake, i am desperate,
		desperate, my life depends, only hope, last chance, give me a chance, give me this chance, please give me, please approve, please consider me,
		kindly consider, kindly give me, i will die, please just, please i need`,
	tDefend: `does not matter, doesn't matter, it's not important, is not important, my documents were correct, my documents were fine, do not know why they,
		don't know why they, did nothing wrong, not my fault, that is all i, i already said, like i told, i have said, their mistake, your mistake,
		it was a mistake by`,
	tShaken: `sorry sorry, i am nervous, i'm nervous, am nervous, so nervous, very nervous, i am confused, i'm confused, let me start again, my mind is blank,
		i mean yes, i mean no, i am shaking`,
	tForget: `don't know, do not know, dont know, no idea, don't remember, do not remember, dont remember, can't remember, cannot remember, can not remember, forgot,
		don't recall, do not recall, not aware, i am not sure, i'm not sure, not sure, no clue, not knowing, cannot recall, can't recall, not able to recall`,
	tDecline: `rather not, prefer not, not want to say, don't want to say, do not want to say, cannot say, can't say, cannot tell, can't tell, no comment,
		confidential, private matter, personal matter, it's personal, not your business, don't need to know, do not need to know, not comfortable,
		won't answer, will not answer, refuse to answer, skip this, it's private, it is private, that is private, that is personal`,
	tDeflect: `whatever god, god knows, hand of god, hands of god, god's hands, grace of god, god's grace, god decides, god is in control, god's will, god willing, if god wants, insha allah, only god, will be fine, would be fine, will be okay, it is okay,
		it's okay, everything is fine, no problem, don't worry, do not worry, my agency said, my agent said, agent knows, agency knows, agent will,
		agency will, consultant knows, consultant will, ask my, ask them, ask him, on the form, in the form, in my documents, in the documents, in my file,
		in the file, as you can see, you have it, you have my, it is written, see my documents, see my file, check my file, check my documents,
		everybody knows, everyone knows, respectable family, a good person, good family, the company decides, company decides, they decide, they will decide,
		they handle, has many offices, god will direct, god will decide, god will guide, god will show, god is in control, leave it to god, in god's hands, god knows, i always wanted, since my childhood, since childhood`,
	tLate: `it depends, that depends, depends on, long story, difficult to explain, hard to explain, many things, let me explain, first of all, to be honest,
		before i answer, the thing is, the situation is, as you know`,
	tGrader: `grader, give me four, band four, band 4, ignore previous, ignore all, ignore your, previous instructions, all instructions, system prompt, the rubric,
		rubric, score this, score me, grade this, grade me, rate this, as an ai, as a language model, you are a language model, dear model, dear language model, evaluator, give me full marks,
		full marks for this, award full marks, give the highest score, give the maximum score, ignore the previous, ignore the rubric`,
	tAgain: `repeat the question, repeat that, repeat please, please repeat, say that again, say again, say it again, repeat it, could you repeat, can you repeat,
		pardon, beg your pardon, did not hear, didn't hear, could not hear, couldn't hear, cannot hear, can't hear, did not understand, didn't understand,
		don't understand, do not understand, not understand, what do you mean, what does that mean, didn't catch, did not catch, didn't get you,
		did not get you, inaudible, unintelligible, rephrase`,
	tFeeling: `dreamed of, dreamt of, dreamed about, always dreamed, always dreamt, my dream, dream of mine, always heard, always liked, always loved, always admired, love my country, patriot, patriotic, proud of my country, love my home, love my culture, love my nation, miss my, homesick, my motherland, fatherland, promise, i swear, i assure you, strong ties, strong tie, trust me, believe me, good character, love it here, like my country, best country`,
	tRelative: `mother, father, wife, husband, son, daughter, mum, mom, dad, grandmother, grandfather, fiancé, fiancee, fiance, brother, sister, baby, grandson, granddaughter, mother-in-law,
		child, boy, girl, twins, uncle, aunt, cousin`,
	tKin: `family, parents, children, kids, relatives, siblings, brothers, sisters, grandparents, daughters, sons, everyone`,
	tRole: `engineer, engineers, teacher, professor, lecturer, officer, doctor, physician, surgeon, nurse, pharmacist, accountant, auditor, banker, clerk, farmer, trader, lawyer, driver, electrician, mechanic, carpenter, tailor, chef, cook,
		analyst, developer, programmer, consultant, director, supervisor, administrator, technician, architect, scientist, researcher, resident, fellow, registrar, specialist, owner, civil servant, soldier, journalist, designer, lifeguard, housekeeping, housekeeper, server, waiter, cashier, intern, trainee, retired, homemaker, housewife, pastor, imam, secretary, contractor, businessman, businesswoman, shopkeeper, merchant, dentist, au pair, nanny, pilot, postdoc, coordinator, inspector, medical officer, salesman, principal, headmaster, judge, self-employed, self employed`,
	tTieJob:    `job, work, works, worked, employer, employed, company, office, leave, contract, shop, store, business, firm, farm, clinic, practice, branch, customers, clients, staff, workers, employees, factory, workshop, restaurant, pharmacy, promotion, promoted, boss, bank, hospital, students, pupils, duty, supervise`,
	tTieStudy:  `my university, my faculty, my studies, my last year, my final year, semester, term, classes, thesis, dissertation, final year, third year, second year, fourth year, exams, finish my degree, complete my degree, finish my studies, resume, enrolled, enrolment`,
	tTiePost:   `my post, kept my, keeps my, keep my, holding my, hold my, held my, return letter, leave of absence, leave letter, take me back, takes me back, position waiting, waiting for me, reserved for me, consultant, my position, back to my job, back to my post, in writing, signed, appointment letter, guaranteed, rejoin, rejoining`,
	tTieHome:   `house, flat, apartment, land, farm, property, plot, home loan, mortgage, our home, own home, family home, building, plantation, orchard`,
	tTieMoney:  `salary, savings, pension, fixed deposit, investment, investments, rental, shares, tenants, rent from`,
	tTieGap:    `gap, missing, has no, have no, does not have, do not have, no service, there is no, needs, shortage, lacks, first in my, use of, this degree is for, will use, use this, use the, apply this, apply what, modernise, modernize, improve, set up, setting up, introduce, start a unit, build a unit, bring back, teach others, train others, paper now`,
	tTie212e:   `two-year rule, two year rule, two years at home, two-year home, two year home, 212e, 212(e), 212 e, home residency, home residence, home-country`,
	tTieTravel: `came back on time, returned on time, always returned, always came back, came back from, returned from, visited before, came back before`,
	tPaper: `letter, letters, i-20, i 20, i20, ds-2019, ds 2019, ds2019, i-797, i 797, i797, certificate, licence, license, notice, statement, transcript,
		transcripts, payslip, payslips, pay slips, pay stubs, contract, cv, resume, sevis receipt, receipt, approval notice, client letter, statement of need,
		bank statement, bank statements, sanction letter, lca, evaluation, step 3, step three`,
	tMissing: `pending, not yet, will come later, come later, comes later, did not bring, didn't bring, not with me, left it, forgot it, still waiting,
		waiting for the, has not arrived, hasn't arrived, not arrived, not received, haven't received, have not received, not issued, not ready, in process, not signed, isn't signed, unsigned,
		not approved yet, not passed, i lost my, has expired, don't have it, do not have it, don't have the, do not have the, dont have the`,
	tAnyone:   `anyone can, anybody can, any person can, no degree needed, no degree required, does not need a degree, don't need a degree, without a degree, not need any degree, anyone could, one week of training, no special, unskilled, easy job`,
	tResearch: `degree, master's, masters, bachelor, bachelor's, phd, doctorate, mbbs, md, thesis, course, courses, coursework, evaluation, equivalent, step 1, step 2, step 3, step three, licence, license, ecfmg, board, certified, certificate, exam, exams, examinations, diploma, statistics, projects`,
}, map[string]trait{"ll": tIntent, "d": tIntent, "t": tNegate | tEmpty})

// praise are the words that say how good, how strong or how hard something is, and
// nothing that could be checked.
var praise = wordSet(`good better best great greatest nice nicest fine excellent perfect wonderful amazing fantastic awesome superb beautiful lovely pretty sweet pleasant
	comfortable peaceful friendly kind kindest generous loving caring supportive helpful understanding famous popular known well-known reputed reputable
	renowned prestigious recognised recognized respected respectable honourable honorable trusted trustworthy honest sincere serious loyal faithful
	responsible decent hardworking hard-working intelligent brilliant talented capable experienced qualified skilled professional efficient reliable rich
	wealthy strong powerful influential successful leading top advanced modern developed latest innovative quality interesting exciting attractive
	enjoyable important necessary essential valuable useful beneficial relevant suitable special unique wide vast broad big huge large demanding
	challenging difficult hard easy technical complex complicated safe secure stable clean cheap affordable favourite favorite impressive outstanding
	exceptional remarkable ideal best-known respectful humble god-fearing polite normal ordinary`)
