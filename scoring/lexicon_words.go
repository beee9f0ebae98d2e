package scoring

// general holds the words that give a clause its sense, whatever it is about.
// Base forms are enough where an ending can be taken off (see stem).
var general = []entry{
	{term{marks: mNot}, "not, no, without, neither, nor, dont, doesnt, didnt, isnt, wasnt, arent, werent, havent, hasnt, hadnt, wont, cant, couldnt, wouldnt, aint, cannot, hardly, god forbid, heaven forbid, far from it, by no means, in no way, nothing of the kind, no way"},
	{term{marks: mNot | mAbsolute}, "never, none, nobody, nothing, noone, no one, not a single, not at all, at no time, not any, not even one, not ever, no any, nowhere, nil, nada, not a soul, not one soul, not a single soul, no soul, not one person, not a person"},
	{term{marks: mVerb}, "dont, doesnt, didnt, isnt, wasnt, arent, werent, havent, hasnt, hadnt, wont, cant, couldnt, wouldnt, cannot"},
	{term{marks: mYes}, "yes, yeah, yep, yea, sure, correct, right, exactly, of course, definitely, certainly, absolutely, indeed, affirmative, that is true"},
	{term{marks: mSpeech}, "if possible, if you add, if you put, if you count, if you combine, if we add, if we put, if we count, if i add, if i put, if i count, if you ask me, if you ask, if god wills, if needed, if necessary, if approved, if you approve, if you allow, if you permit, god willing, inshallah, if i get the visa, if i get this visa, if everything goes well"},
	{term{marks: mIf}, "if, unless, suppose, supposing, whether, in case, provided, would have, could have"},
	{term{marks: mHedge}, "maybe, perhaps, possibly, might, probably, hopefully, not sure, i think, i guess, i believe, i suppose, not certain, depends, depending, likely, or so, as far as i know, if i remember"},
	{term{marks: mFix}, "sorry, i mean, i meant, no wait, wait, correction, or rather, let me correct, pardon, excuse me, well, mistake, oops, let me count, scratch that, correct that, i mix, i mixed, wrong number"},
	{term{marks: mSay}, "say, said, tell, told, claim, heard, hear, according to, rumour, rumor, write me, advised, agent says"},
	{term{marks: mBut}, "but, however, though, although, instead, yet, whereas, rather"},
	{term{marks: mOnly}, "only, just, alone, solely, entirely"},
	{term{marks: mExcept}, "except, besides, apart from, other than, aside from, since then, again, anymore, any more, since, after that, after which"},
	{term{marks: mPast | mVerb}, "was, were, used to, had, had been, lived, studied, worked"},
	{term{marks: mPast}, "previous, previously, former, formerly, ago, earlier, at that time, in the past, before that, back then, once upon"},
	{term{marks: mLeftUS | mPast}, "moved back, came back, returned home, has returned, have returned, went back, come back home, passed away, died, is dead, deceased, no longer, no more, left there, back home now, back here now, retired back, not there anymore"},
	{term{marks: mSoon}, "will, going to, gonna, plan to, planning to, shall, about to, next week, next month, intend to, want to, hope to, soon, would like to"},
	{term{marks: mI | mOwn}, "myself, by myself, on my own"},
	{term{marks: mI}, "i, we, im, ive, me, ourselves, id, ill"},
	{term{marks: mThey}, "he, she, they, people, someone, somebody, everyone, everybody, others, many, classmate, colleague, neighbour, neighbor, friend, roommate, batchmate, coursemate, course mate, housemate, flatmate, seniors, agent, applicant, students"},
	{term{marks: mMine}, "my, our, mine"},
	{term{marks: mTheirs}, "his, her, their, hers, theirs, your"},
	{term{marks: mOwn}, "own, mine, personal, personally, self, own pocket"},
	{term{marks: mVerb}, "is, are, am, be, been, being, has, have, do, does, did, could, would, may, might, must, can, should, got, get, gets, let, letting, want, like, need, know, think, live, living, lives, stay, stays, staying, make, build, run, runs, own, owns, earn, teach, help, take, takes, give, gives, come, comes, go, goes, invite, invited, retire, retired, work, works, working, study, studies, studying, pay, pays, paying, visit, ask, receive, receives, finish, start, begin, plan, hope, become, became, manage, buy, bought, sell, sold, provide, provides, cover, covers, sponsor, sponsors, support, supports, fund, funds, send, sends, join, meet, leave, left, use, will, shall, looks, remain, remains, applied, apply, filed, file, told, says, said, wants, likes, married, passed, died, agreed, promised, offered, offers, carry, transfer, reimburse, refund, fill, put, donate, lend, remit, spend, raise, sent, book, reserve, bring, keep, hold"},
	{term{marks: mDontKnow}, "i don't know, i dont know, i do not know, don't know, dont know, do not know, no idea, not sure, i'm not sure, i am not sure, cannot say, can't say, don't remember, do not remember, dont remember, can't remember, cannot remember, i forgot, i forget, unsure, don't recall, do not recall, i have to check, will check"},
	{term{marks: mVague}, "enough, some, many, plenty, sufficient, a lot, good amount, a little, several, few, a few, long time, normal, so so, various, things, something, reasonable, adequate"},
	{term{marks: mSpeech}, "sir, madam, maam, officer, please, thank you, thanks, okay, ok, um, uh, er, eh, hmm, so, actually, basically, good morning, hello, hi, namaste, namaskar, salaam, salam, you know, ma, oh, ah, o, oo, po, abeg, wallahi, walahi, alhamdulillah, lah, simply, really, it is, it's, that is, that's, that would be, this is, it will be, it would be, for now, currently, presently, right now"},
	{term{marks: mPending}, "pending, in process, in progress, processing, waiting for, awaiting, under process, still waiting, to be approved, will approve, yet to, expecting"},
	{term{marks: mPending | mNot}, "not yet, not approved"},
	{term{marks: mDone}, "pass, cleared, clear, approve, approved, issued, sanctioned, sanction, disbursed, granted, certified, completed, got it, received, confirmed"},
	{term{marks: mFirst}, "first time, debut, first ever, first interview, very first, first appointment, first one, first application, first demand, first request, first visit, first trip, first attempt, first sitting, first travel, first visa, first go, first try"},
	{term{marks: mOpen}, "as long as, however long, how long they, until they, whatever they, whatever the, whatever is, whatever time, as much as, as they allow, as i like, as i want, maximum allowed, maximum they, full period, no limit, indefinitely, open ended, not decided, no fixed, no return date, is open, open return, have not decided, haven't decided, until i feel, whatever you give, whatever you allow, whatever is allowed, whatever is given, until my visa, till my visa, until the visa, till they, until i am allowed, till i am allowed, until it expires, as long as possible"},
	{term{marks: mStart}, "start, begin, arrive, arrival, arriving, depart, departing, fly, flying, reach, report, commence, orientation, join, joining, travel, beginning, from"},
	{term{marks: mEnd}, "end, finish, return, come back, coming back, go back, going back, until, till, leave, graduate, finishing, graduating, complete, expire, to, up to, through"},
	{term{marks: mAll}, "everything, all of them, all of it, every, all, each"},
}

// money holds the words of who pays, and with what.
var money = []entry{
	{term{marks: mPay}, "pay, paid, sponsor, fund, cover, finance, bear, bankroll, contribute, support, help, borne, foot the bill, footing the bill, take care of, takes care of, taking care of, took care of, gives me, give me, gives the money, give the money, giving me, giving the money, give money, gives money, sends me, send me, sends money, handle, handling, provide, sort out, chip in, assist, responsible for, in charge of, put up the money, shoulder, meet the, my sponsor, the sponsor, sponsorship, carry the, carries the, pick up the, picks up the, lending me, lends me, lend me, underwrite, underwriting, cater for, caters for, catering for"},
	{term{marks: mFunds}, "savings, saving, salary, money, funds, funding, pocket, income, pension, wages, earnings, account, deposit, capital, profit, profits, proceeds, business income, provident"},
	{term{marks: mCost}, "trip, tuition, fee, expense, cost, ticket, flight, studies, study, education, school, hotel, travel, visit, everything, living, bills, bill, rent, programme, program, course, rest, balance, remainder, half, part, most, all, it, me, this"},
	{term{marks: mSaved}, "savings, saved, saving, put aside, set aside, balance, in the bank, bank account, deposit, fixed deposit, account, liquid, reserve"},
	{term{marks: mScholar | mFunds, party: pScholarship}, "scholarship, assistantship, tuition waiver, fee waiver, fellowship award, bursary, studentship, financial aid, grant, stipendium"},
	{term{marks: mLoan | mFunds, party: pBank}, "loan, bank loan, education loan, student loan, borrowed, borrowing, study loan, credit from the bank"},
}

// people holds who can pay or be visited beside kin.
var people = []entry{
	{term{party: pSelf, marks: mOwn}, "myself, self, self funded, self sponsored, self financed"},
	{term{party: pFriend}, "friend, family friend, classmate, colleague, neighbour, neighbor, roommate, pastor, friends"},
	{term{party: pEmployer}, "my company, my employer, our company, my office, my firm, employer, company, firm, my boss, my organisation, my organization, my hospital, my bank, my job, office, my work, present employer, my department"},
	{term{party: pUSCompany}, "american company, us company, the american company, u s company, american employer, us employer, inviting company, host company, the petitioner, petitioner, american firm, us firm, american side, american partner, the americans, client company, us client, american buyer, american client, american supplier, american customer, the people selling, people who sell, seller, supplier, manufacturer, exhibitor, host side, inviting side, us side, american people, the gringos"},
	{term{party: pSchool}, "university, college, school, department, professor, the lab, faculty, institute"},
	{term{party: pHospital}, "hospital, clinic, medical center, medical centre, residency program, the program, host salary, training program"},
	{term{party: pGovernment}, "government, ministry, state agency, national agency, government agency, public agency, state scholarship, home gov, home government, embassy, federal, national scholarship, council, us gov, csc, government scholarship"},
	{term{party: pOrganisation}, "foundation, organisation, organization, ngo, church, charity, trust, agency, organizer, organiser, organisers, organizers, conference, business partner, trading partner, fulbright, exchange program, research council, the sponsor organization"},
	{term{party: pBank}, "bank, credit union, sacco, moneylender, microfinance, finance company, thrift society, chit fund"},
	{term{party: pPerson, broad: true}, "someone, somebody, a person, well wisher, a man, a lady, a sponsor"},
}

// history holds the words of visas, trips, petitions and the law.
var history = []entry{
	{term{marks: mRefused}, "refuse, refusal, reject, rejection, denied, deny, denial, decline, turned down, 214, 221, bounced, administrative processing, said no, blue paper, refusal letter, unsuccessful"},
	{term{marks: mApplied}, "apply, applied, application, applying, attempt, attempted"},
	{term{marks: mVisa}, "visa, embassy, consulate, consular, officer, interview, 214, 221, b1, b2"},
	{term{marks: mWent}, "been, went, visit, visited, came, come, travelled, traveled, entered, trip, gone, flew, travel, stayed, set foot"},
	{term{marks: mWent | mPast | mVerb}, "was in, was there, were there, were in"},
	{term{marks: mWent | mPast | mVerb | mNot}, "was never in, was never there, were never in, was not in, wasn't in"},
	{term{marks: mUS}, "america, usa, the us, u s a, u s, the states, united states, the u s, stateside, west coast, east coast, midwest, silicon valley, in us, to us, american soil, united state"},
	{term{marks: mThere}, "there, over there"},
	{term{marks: mPetition}, "petition, green card, greencard, green cards, i 130, i 140, i130, i140, immigrant petition, immigrant visa, immigration petition, immigration case, immigration papers, permanent residence, permanent residency, sibling category, f4, f3, f2a, priority date, perm, labour certification, labor certification"},
	{term{marks: mFiled}, "file, filed, filing, petitioned, put in for, started a green card, applied for, apply for, submitted, sponsor, sponsored, started"},
	{term{marks: mArrest}, "arrest, charged, convicted, conviction, court, detain, custody, offence, offense, crime, dui, police, jail, prison, handcuff, case, locked up, drunk driving, drink driving, fight, criminal"},
	{term{marks: mOverstay}, "overstay, overstayed, overstaying, out of status, beyond my, longer than allowed, longer than i was allowed, longer than my visa, longer than permitted, after my visa ended, beyond the date, past my date, past the date, after it expired, status expired, after my visa expired, after my i 94 expired, after the visa expired, stayed extra, deported, removed, without status, more than allowed, more than i was allowed, few days late, days late"},
	{term{marks: mStatusUS}, "citizen, citizenship, green card, green card holder, permanent resident, lpr, resident, on a visa, student visa, work visa, working visa, work permit, working permit, employment visa, h1b, h1, f1, f 1, h 1b, opt, naturalised, naturalized, h 1 b, undocumented, asylum, refugee, us passport, american passport, on visa"},
	{term{marks: mMilitary}, "army, navy, air force, military, soldier, conscript, conscription, national service, compulsory year, military service, compulsory service, officer cadet, served, serve, paramilitary, reserve duty, compulsory"},
	{term{marks: mJ1}, "j 1, j1, j one, j visa, exchange visitor"},
}

// life holds the words of family, work, study and plans.
var life = []entry{
	{term{marks: mMarital}, "married, unmarried, single, divorced, divorce, widow, widowed, widower, engaged, separated, bachelor, spinster, never married, marry, married off, marriage"},
	{term{marks: mChildren}, "child, children, kid, son, daughter, boy, girl, baby, twins"},
	{term{marks: mHost}, "house, home, apartment, flat, room, roof, invite, invited, invitation, host, hosting, stay with, staying with, live with, living with, accommodation, place, couch, pick me up, letting me stay, lets me stay, put me up, food, visit, see, meet, apartment"},
	{term{marks: mWork}, "work, job, employed, employment, working, career, position, company, hired, experience, h1b, industry, employer"},
	{term{marks: mReturn}, "go back, going back, come back, coming back, return, returning, back home, back to, go home, going home, come home, back into, fly back, back in my, my country, home country, back"},
	{term{marks: mSettle}, "stay there, settle, settle down, settling, remain there, live there, stay permanently, permanently, permanent, never return, not return, stay back, stay on there, stay in the us, stay in america, remain in, stay in the states, make my life there, build my life there, move there, immigrate, citizenship, build a life, stay forever, stay longer there, start a life, keep living, continue there, green card, waiver job, waiver jobs, j 1 waiver, conrad job"},
	{term{marks: mTrain}, "fellowship, opt, practical training, subspecialty, sub specialty, subspecialise, subspecialize, internship, academic training, stem extension, cpt, extend, extension, more training"},
	{term{marks: mLeftJob | mVerb}, "looking for a job, looking for work, searching for a job, dropped out, resign, resigned, quit, left that job, left my job, left the job, left that work, left my work, left my position, left my post, left that company, left the company, left the hospital, left the bank, left work, laid off, fired, dismissed, terminated, lost my job, gave up my job, stopped working, unemployed, not employed, jobless, not working anymore, not working now, no longer work, no longer working, no longer employed, no longer there, without a job, without any job, without job, without work, without any work, had no job, have no job, no job, between jobs, don't work there anymore, do not work there anymore, closed my, left it, gave notice, given notice, contract ended, contract finished, was let go, not working, without job, out of work, left my employment, given resignation, gave resignation, sign resignation, signed resignation, signed a resignation, signed my resignation, tendered my resignation, given my resignation, gave my resignation, submitted my resignation, put my resignation, left that place, left there, put in my papers, put my papers, put down my papers, put in papers, notice period finished, notice period over, gave up the job, gave up my position, gave up my post"},
}

// lexicon is the one dictionary every answer, officer's line and declared text is
// read with.
var lexicon = newDictionary(general, money, kinWords, people, history, life, placeEntries())
