package scoring

// A hint is what a word or phrase tells of something an officer would act on.
type hint uint64

const (
	ofPay       hint = 1 << iota // money for what one does
	ofToil                       // what hands are paid for
	ofTrade                      // where people are hired
	ofLabour                     // work, job
	ofShift                      // work that is only ever paid
	ofSecret                     // kept from those who should know
	ofNeeding                    // who needs somebody to do it
	ofSearch                     // looking, asking, trying
	ofPost                       // a post to be had
	ofChance                     // a post offered
	ofTaking                     // accepting it
	ofMore                       // one more, besides the one allowed
	ofStaying                    // being there
	ofBeyond                     // past the time allowed
	ofNoWayBack                  // never coming back
	ofSettled                    // for good
	ofResidence                  // papers to live there
	ofSwitching                  // one visa for another
	ofOtherVisa                  // the other one
	ofWedding                    // marrying
	ofPapers                     // what a marriage brings
	ofFunds                      // who pays, with what
	ofDoubt                      // it is not known
	ofHelpers                    // somebody who may help
	ofFees                       // what is to be paid
	ofEarnings                   // money from work
	ofPatient                    // the sick
	ofCure                       // what doctors do to them
	ofWatching                   // what visitors may do
	ofForm                       // the application
	ofPretence                   // only for show
	ofTruth                      // what it really is
	ofGift                       // money for the officer
	ofMenace                     // harm to the officer
	ofCoaching                   // somebody says what to say
	ofHome                       // at home, back, our country
	ofWish                       // will, plan, can, hope
	ofTurning                    // but, not
	ofReady                      // the money is there
	ofOurPay                     // the applicant's own employer's money
)

// hints is the vocabulary of risks: every word once for each thing it tells.
var hints = newVocabulary(map[hint]string{
	ofPay:       `pay me, pays me, paid me, paying me, pay us, pays us, i get paid, be paid, get paid, getting paid, paid daily, paid weekly, paid hourly, pay daily, pays daily, pay weekly, pay cash, pays cash, pay in cash, pays in cash, pay good, pays good, pay well, pays well, pay better, pays better, pay nicely, pay hourly, pay students, pays students, in hand, in my hand, in my pocket, daily wage, daily wages, for wage, for wages, make money, make some money, make a little money, make some dollars, make dollars, make a bit, make some cash, make cash, making money, some extra, little extra, extra money, extra income, extra cash, pocket money, earn~, for cash, in cash, cash in hand, for money, for some money, for dollars, for a fee, tips, give me something, gives me something, give me some, gives me some, give me money, gives me money, give me little, gives me a little, give me a little, give me dollars, something in return, compensate me, compensates me, side income, dollars a day, dollars a week, dollars an hour, dollars a month, thousand monthly`,
	ofToil:      `shift~, deliver~, delivery, deliveries, clean~, paint houses, braid~, doing hair, do hair, make hair, nails, look after, looking after, take care of, taking care of, caring for, babysit~, babysitting, nanny, nannying, drive for, driving for, drive uber, drive a taxi, driving uber, driving taxi, uber, lyft, doordash, taxi, serving, waitress, waiter, waiting tables, wait tables, dishes, dishwashing, cashier, construction, plumbing, roofing, landscaping, gardening, mowing, housekeeping, catering, sewing, tailoring, pluck~, harvest~, pick fruit, picking fruit, pick apples, picking apples, picking berries, packing, pack boxes, loading, stocking, production line, assembly line, night duty, cook for, cooking for, help him, help her, help them, help in, help at, help out, helping in, helping at, helping out, assist in, tutoring, teach private, programming, coding, web design, websites, photography, repair~, in the kitchen, painting`,
	ofTrade:     `restaurant, restaurants, shop, shops, store, stores, farm, farms, salon, motel, motels, hotel, warehouse, factory, garage, bakery, cafe, cafeteria, bar, supermarket, laundry, laundromat, construction, car wash, carwash, gas station, petrol station, gas pump, site, business, office, company, plant, daycare, nursing home, parlour, parlor, grocery, food truck, pizzeria, butcher, dealership, workshop`,
	ofLabour:    `work, working, job, jobs, labour, labor, employment, gig, gigs, duty`,
	ofShift:     `shifts, a shift, some shifts, side job, side jobs, cash job, cash jobs, cash work, small jobs, small job, odd jobs, odd job, daily work, freelance, freelancing, temporary work, temporary job, some work, a bit of work, little work`,
	ofSecret:    `nothing official, not official, unofficial, unofficially, no papers needed, no paper needed, no papers, no paperwork, without papers, without paper, without permit, without a permit, without permission, no permit, no questions, nobody knows, no one knows, no one checks, nobody checks, no one will check, nobody will check, no one will know, nobody will know, nobody asks, no one asks, nobody cares, no one cares, nobody minds, no one minds, quietly, secretly, under the table, off the books, account of, friend's account, roommate's account, cousin's account, someone's account, somebody's account, another name, somebody's name, friend's name, cousin's name, borrowed social, fake social, without telling, don't tell, not tell, illegally, everybody does it, everyone does it, all students do it`,
	ofNeeding:   `needs somebody, needs someone, need somebody, need someone, needs a person, need a person, needs help, need help, needs hands, needs extra hands, looking for somebody, looking for someone, short of staff, short of hands, short of people, always need, needs workers, need workers, needs people, needs a driver, needs a cook, needs a nanny`,
	ofSearch:    `look for, looking for, search for, searching for, search, seek~, try my luck, trying my luck, try my chance, try luck, test my luck, explore, exploring, hunt, hunting, see what, drop~, dropping, distribute, hand out, submit my, leave my, apply for, applying for, apply to, interview with, interviews for, arranged me, ask around, asking around, land a, landing, check out, meet with, some recruiters, find a job, find some job, find any job, find work, get a job, get some job, getting a job, give my cv, leave my cv, drop my cv, to find, if i find, see if`,
	ofPost:      `opportunities, openings, vacancy, vacancies, cv, my cv, resume, resumes, recruiter, recruiters, employment, a job, any job, some job, job there, job in america, a position, position there, employers, hiring, work permit, headhunter, headhunters, better job, better work, good job, better life, greener pastures, luck`,
	ofChance:    `takes me, take me, hires me, hire me, employs me, employ me, offers me, offer me, offered me, gives me a job, give me a job, get hired, offer a position, job offer, gets me a job, get me a job, find me a job, finds me a job, arrange me a job, arrange a job`,
	ofTaking:    `i accept, i'd accept, i will accept, i'll accept, would accept, accept it, take it, i'd take, i'll take, i will take, grab it, not say no, wouldn't say no, would be happy, i'd be happy, will be happy, why not, i join, i'd stay, i'll stay, i stay, say yes, i'd say yes, then i'll see, i'll try, i'd try`,
	ofMore:      `second one, another one, second job, another job, other job, a second, one more job, two jobs, extra job, additional job, more work, more jobs, other work, extra work, more hours elsewhere, side job, side work, job on the side, work on the side`,
	ofStaying:   `stay, stays, staying, remain~, live, living, keep living, continue living, wait there, be there, continue there, continue to live, hang on, not leave, don't leave, never leave`,
	ofBeyond:    `longer, past, beyond, visa or no visa, even if, even when, even after, even without, no matter, regardless, without status, without visa, without a visa, overstay~, overstaying, expired, until it comes, till it comes, whatever happens, no one minds, indefinitely, more than allowed, more than six months, undocumented, illegally, deport me, catch me, send me back, throw me out, until they call`,
	ofNoWayBack: `don't think i'm coming back, don't think i'll come back, don't think i will come back, don't think i'll return, don't think i would return, not coming back, won't come back, won't be back, won't be coming back, will not come back, never come back, never coming back, never return, never returning, not return, not returning, won't return, wouldn't return, not going back, won't go back, never go back, never going back, no plan to return, no plans to return, no intention to return, no intention of returning, no intention to come back, what is there to return, nothing to return, nothing to come back, nothing for me here, nothing left here, nothing here for me, nothing left for me, no future here, no reason to return, no reason to come back, why would i return, why would i come back, why should i return, why should i come back, why come back, leave for good, leaving for good, left for good, go for good, going for good, one way ticket, only one way, a one way, not use the return, don't need a return, no need of return, no need for return, without return, say goodbye to`,
	ofSettled:   `settle down, permanently, for good, forever, for ever, rest of my life, whole life there, new life, start a life, start over, begin again, begin a new, make america our home, make it our home, make america my home, our new home, my new home, life over there, my life there, our life there, future there, grow up there, grow up american, grow up as, raise my, raise our, raise them, raise the kids, relocate, relocating, migrate, migrating, immigrate, immigrating, emigrate, emigrating, shift there, shift my family, shift our family, move there, moving there, bring them also, bring my family there, bring everybody, bring everyone, bring the whole family, join them for good, settle there, settle in america, settle in the us, settle in us, settle in usa, settle abroad, settle and, settling there, settling in america, settling abroad, settle with them, settle with him, settle with her, our home there, home for us there`,
	ofResidence: `green card, greencard, green cards, permanent residence, permanent residency, permanent resident, permanent papers, residence papers, residency papers, immigrant visa, citizenship, american passport, us passport, become american, become a citizen, becoming american, becoming a citizen, asylum, my papers there, legal papers, become legal, get legal, get my papers, get papers, getting papers, get the papers, sort my papers, make my papers, fix my papers, do my papers, adjust my status, adjust status`,
	ofSwitching: `change, changing, convert~, switch~, adjust~, transfer to, extend and, turn it into, turn into, upgrade`,
	ofOtherVisa: `student there, to student, into student, to a student, student visa, study visa, student status, work visa, working visa, another visa, other visa, different visa, another status, different status, h1b, h 1b, work permit, resident status, visa into, category inside, from inside, status`,
	ofWedding:   `marry, marries, marrying, get married, getting married, marriage, wed, be married, court wedding, wife there, husband there`,
	ofPapers:    `papers, paper, documents, green card, citizen, citizenship, remain, stay, status, legal, residence, sponsor, petition, file for me`,
	ofFunds:     `money, funds, fund, fees, tuition, sponsor, loan, pay, pays, paying, manage, arrange, cover, afford, help me, semester, semesters, year, balance, rest, remaining, it would come from, it will come from, come from`,
	ofDoubt:     `not sure, don't know, do not know, dunno, no idea, not decided, not arranged, not fixed, not confirmed, unsure, still looking, still searching, somehow, we'll see, we will see, will see, let's see, god will, god provides, god knows, allah, we hope, i hope, they'd try, they will try, promised to try, some way, figure, when the time comes, when time comes, one way or another, cross that bridge, promised they'd try, promised they will try, try their best, nothing is fixed, nothing fixed, nothing sure, still thinking`,
	ofHelpers:   `relatives, some relatives, friends, church, community, somebody, someone, people, well wishers, family, uncle, uncles, brother, god, allah, bank`,
	ofFees:      `tuition, fee, fees, rent, second year, next year, year two, the rest, the remaining, remaining, the gap, balance, expenses, costs, my studies, my education, it off, semester, next semester, bills`,
	ofEarnings:  `i'll earn, i will earn, earning there, earn there, earn it, earn them, wages, part time, part time job, part time work, my job there, job in the us, job there, job in us, working over there, work over there, by working, from a job, from job, find work, get work, get a job, find a job, campus and off, off campus, do job, doing job, paycheck, from tips, by working there, by working over, from my job there, my part time`,
	ofPatient:   `patient, patients, procedures, surgery, surgeries, operations, operation, theatre, ward, wards, clinic, wounds`,
	ofCure:      `examine, examining, treat~, treating, operate, operating, assist~, assisting, perform~, performing, prescribe, prescribing, cover, covering, hands on, hands-on, suture, suturing, scrub in, scrubbing, see patients, seeing patients, see his patients, seeing his patients, see her patients, seeing her patients, see their patients, attend to, attending to, do procedures, do small procedures, do some procedures, do surgeries, do surgery, run the clinic, run his clinic, do rounds alone, replace him, replace her, stand in for, fill in for, take calls, take call, night calls`,
	ofWatching:  `observe, observing, observer, watch, watching, shadow, shadowing, not touch, no touching, only look, only see how, under supervision`,
	ofForm:      `form, ds160, ds 160, application, visa, tourism, tourist, conference, visit, holiday, vacation, business`,
	ofPretence:  `just for the form, for the form, just for visa, just for the visa, only for the visa, only for visa, only a story, just a story, just an excuse, an excuse, just to get, only to get, just for show, so that you, so you would, so you'd, gets me the visa, get me the visa, easier, whatever is easier, gives the visa, give the visa, because it is easy, because it's easy, on paper, agent wrote, he wrote, they wrote, she wrote, agent put, you can put, you can write, just write, just put, please put, please write`,
	ofTruth:     `really, in reality, real reason, real purpose, actual reason, actual purpose, actually i, truth is, the truth, in truth, but i go, i go to, just for the form, for the form, just for visa, just for the visa, only for the visa, only for visa, only a story, just a story, just an excuse, an excuse, just for show`,
	ofGift:      `arrange something, how much do you want, how much you want, tell me how much, name your price, your price, take care of you, make you happy, something for your trouble, small something, a gift for you, gift for you, present for you, envelope, show my appreciation, show appreciation, show my gratitude, talk privately, between you and me, help me i help you, i will help you, tip you, for your tea, for your coffee, for tea, reward you, compensate you, pay you, give you money, give you something, make it worth`,
	ofMenace:    `lose your job, regret, regret this, regret it, where you live, find out where, you will see what, you don't know who i am, don't know who i am, call the ambassador, your ambassador, your superiors, report you, expose you, post your, video of you, pay for this, pay for it, racist, racists, racism, transfer you`,
	ofCoaching:  `told me to say, told to say, told us to say, told me not to, told not to, told us not to, warned me not, warned not to, warned us not, told me at the office to say, at the office to say, asked me to say, gave me the answers, gave us the answers, gave me answers, answers to learn, answers to memorize, learn by heart, learned by heart, learnt by heart, memorised, memorized, coached me, coached us, taught me to say, taught us to say, prepared my answers, prepared the answers, wrote my answers, wrote the answers, advised me to say, advised me not, advised to say, supposed to say, not to tell you, not to say, better not mention`,
	ofHome:      `here, home, back home, at home, homeland, hometown, my country, our country, my city, my town, my village`,
	ofWish:      `will, i'll, we'll, he'll, she'll, they'll, would, i'd, we'd, he'd, she'd, they'd, plan~, planning, want~, hope~, intend~, going to, gonna, must, shall, can, could, may, might, wish~, like to, love to, dream, dreams, goal, aim, think of, thinking of, decided to, ready to, if, maybe, have to, need to, rather, prefer`,
	ofTurning:   `but, however, though`,
	ofReady:     `already, ready, is there, in the account, in my account, saved, sanctioned, approved, deposited`,
	ofOurPay:    `my company, our company, my employer, my salary, my boss, my hospital, my bank, my university, my pension, scholarship, fellowship, stipend, grant`,
}, nil)
