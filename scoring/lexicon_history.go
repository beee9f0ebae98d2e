package scoring

// A telling is what a word tells of an applicant's dealings with visas, borders and
// the law, as a set.
type telling uint64

const (
	hRefuse   telling = 1 << iota // turned down
	hGrant                        // given, let through
	hApply                        // asked for a visa
	hVisa                         // visa, embassy
	hEarlier                      // before today
	hAllTime                      // each and every time
	hGo                           // a journey, or being somewhere
	hTrip                         // the journey as a thing
	hAbroad                       // countries in general
	hSchool                       // what refuses too, and is no consulate: a school, a bank, an employer
	hEsta                         // the travel authorisation
	hPetition                     // an immigrant petition
	hFile                         // lodged, put in
	hLottery                      // the diversity visa
	hPlay                         // took part in it
	hOver                         // overstayed, fell out of status
	hStay                         // stay or leave
	hLate                         // beyond what was allowed
	hTimely                       // within it
	hDue                          // the day one has to leave by
	hWork                         // worked, was paid
	hBlack                        // without papers, by hand
	hArrest                       // arrested
	hTaken                        // taken, held
	hPolice                       // by whom, or where
	hClean                        // nothing on record
	hRecord                       // record, file
	hFake                         // not genuine
	hGenuine                      // genuine
	hJ1                           // the exchange visa
	hCancel                       // taken back
	hServe                        // military service
	hExempt                       // let off it
	hPassport                     // passport
	hLost                         // lost or stolen
	hKept                         // still there
	hSocial                       // profiles
	hOpen                         // for all to see
	hClosed                       // not for all
	hThen                         // a line with it asks about what was
	hChance                       // a negated one denies the thing itself: "not had that pleasure"
	hLight                        // carries nothing by itself
	hFrom                         // the service of one's duty
	hNumber                       // a social security number or licence
)

// pastWords is the vocabulary of what an officer asks of the past.
var pastWords = newVocabulary(map[telling]string{
	hRefuse:   "didn't let me in, didn't let us in, did not let me in, did not let us in, refused me entry, refused us entry, red paper, white paper, blue slip, pink paper, pink slip, yellow paper, green paper, white slip, coloured paper, colored paper, refusal sheet, two one four, two fourteen, two hundred fourteen, two two one, did not convince, didn't convince, not convinced, not satisfied, wasn't convinced, wasn't satisfied, returned my passport, returned the passport, gave me back the passport, gave back the passport, handed back the passport, returned me the passport, gave back my passport, gave me back my passport, gave my passport back, back my passport, was unable to approve, not approved, a no, was negative, negative answer, answer was negative, not lucky, unlucky, without visa, without the visa, not considered, not in my favour, not in my favor, dropped me, drop me, thrown out, don't qualify, didn't qualify, not qualify, does not qualify, do not qualify, gave me the paper, give me the paper, gave me a paper, gave me paper, gave me the slip, gave me a slip, gave me that paper, gave me the sheet, handed me the paper, handed me a paper, handed me a slip, to try again, empty hands, disapproved, not approve, no visa, zero visa, not favourable, not favorable, not accept me, refuse~, refusal, refusals, reject~, rejection, rejections, deny, denies, denied, denying, denial, denials, decline~, turned down, turned away, turned back, turned me down, turned me away, turned me back, turned you away, turned you down, turned you back, turn you away, turned us down, turned it down, turn down, turn you down, turn me down, turning down, bounce~, said no, say no, says no, saying no, told no, said me no, told me no, told you no, unsuccessful, 214, 221, sent me away, sent me back, sent me home, sent you home, sent you away, sent you back, sent you off, leave without, walked out without, walk out without, went home without, without a visa, sent back, sent away, knocked back, knocked me back, shown the door, ineligible, not eligible, not qualified, white paper, blue paper, yellow paper, pink paper, green paper, white slip, blue slip, refusal letter, refusal paper, refusal slip, empty handed, administrative processing, failed the interview, failed my interview, failed interview, failed at the interview, withdrew my application, withdraw my application, against me",
	hGrant:    "opened the door, opened their door, opened its door, let me in, welcomed me, approval, approvals, stamped, smooth, favour, favourable, positive, visa in hand, said welcome, collected, give~, gave, given, giving, grant~, granted, issue~, issued, approve~, approved, get, gets, got, gotten, getting, obtain~, receive~, received, stamp~, stamped, come through, came through, go through, went through, gone through, succeed~, successful, work out, worked out, come out, came out, qualify, qualified, accepted, said yes, says yes, say yes, pass, passed",
	hApply:    "stood in front, stood before, stood at, faced an interview, sat for, in front of this window, before this window, at this window, come to this embassy, been to this embassy, apply, applied, applying, application, applications, attempt, attempts, attempted, try, tries, tried",
	hVisa:     "visa, visas, embassy, consulate, consular, consul, officer, window, interview, interviews, stamp, vo",
	hEarlier:  "before, ever, earlier, previous, previously, prior, last, past, first, history, already, times, until now, so far, yet, lately, old, longest, even, once, twice",
	hAllTime:  "to the letter, without fail, hundred percent, religiously, each and every, only seen, only, whatever, anything i applied, at once, one go, straight away, first go, the first time, without stress, never a problem, every time, each time, always, all, every, both, anytime, any time, everytime, on the first, first attempt, first try, first time, without any problem, without problem, smoothly",
	hGo:       "were you, you were, been, went, gone, go, going, goes, visit~, came, come, coming, travel~, travelled, travelling, enter~, flew, flown, fly, land~, stay~, live~, spent, spend, step~, stepped, set foot, foot, transit~, was in, were in, was there, were there, toured, attend~, remain~, pass~ through, trip, passed through, over there, reached, seen, see",
	hTrip:     "trip, trips, visit, visits, stay, travels, entry, entries, time you were, time you went, time in",
	hAbroad:   "foreign, country, countries, elsewhere, abroad, schengen, other embassy, another embassy, anywhere else, border, borders, overseas, outside, europe, international",
	hSchool:   "usmle, match, matched, exams, steps, step 1, step 2, step 3, step one, step two, step three, school, schools, university, universities, college, colleges, admission, admissions, program, programme, scholarship, bank, loan, leave, job, jobs, promotion, raise, landlord, supplier, buyer, hospital, hospitals, club, insurance, card, journal, paper rejected, proposal, permission, parcel, shipment, salary, contract, employer, boss, company, course, exam, seat, ticket, offer",
	hEsta:     "visa waiver, esta, travel authorization, travel authorisation",
	hPetition: "in the queue, waiting list, visa bulletin, case number, immigrant case, immigrant, preference, petition, petitions, green card, greencard, green cards, i 130, i 140, i130, i140, 130, 140, immigrant visa, immigration case, immigration papers, immigration petition, immigrant case, permanent residence, permanent residency, residence papers, immigration, priority date, family case, papers, paperwork",
	hFile:     "included me, include me, added me, added my, my name is, file~, filed, petitioned, sponsor~, sponsored, submit~, submitted, lodge~, lodged, began, begun, begin, start, started, starting, put in, put our, put my, put us, put it, put papers, puts, apply, applied, asked for, ask for, opened, did one, did it, did for me, did mine, did ours, made one, made it, made a, made the, sent it, sent the, sent one, processed, processing, cleared, approved, in process",
	hLottery:  "lottery, dv, diversity, diversity visa, drawing, draw, raffle, visa lottery, green card lottery",
	hPlay:     "tried my luck, try my luck, my luck, every year, play~, enter~, entered, fill~, filled, tried, try, submit~, submitted, apply, applied, register~, registered, select~, selected, won, win, participate~, took part, entry, entries, put my name",
	hOver:     "overstay~, overstayed, out of status, deport~, deported, removed, out of order, without status, lost my status, lost status, status expired, status lapsed, record terminated, fell out of, illegal, illegally, expelled, no status, abuse~, abused, violate~, violated, misuse~, misused, breach~, breached, broke the rules, broke the rule, broke any rule, break any rule, break the rules, not enrolled, did not register, didn't register, not register, did not enroll, didn't enroll, stop school, stopped school, stop classes, stopped classes, stopped studying, stop studying, stopped attending, left school, left the school, dropped out, drop out, skipped a semester, skipped the semester, missed a semester, took a semester off, terminated",
	hStay:     "stay~, stayed, remain~, remained, left, leave, leaving, depart~, departed, exit~, exited, return~, returned, went home, came home, go home, went out, flew out, flew back, flew home, got out, came out, went back, came back, come back, pass, passed, spent, flew, out, was there, continued",
	hLate:     "late, over, past, beyond, after, extra, longer, more, exceed~, exceeded, additional, overdue, expired, behind, too long, too much",
	hTimely:   "as planned, as scheduled, as agreed, respected, respect, obeyed, obey, complied, comply, honoured, observed, kept to, stuck to, followed the, follow the, before, early, earlier, on time, in time, within, same day, to the day, ahead, inside, by the date, punctual, punctually, on the day, on the date, limit",
	hDue:      "date, when you had to, when you should, when you must, day you had to, day they, i 94, i94, 94, permitted, allowed, permission, stamp, deadline, expiry, authorized, authorised, limit, given, you were supposed",
	hWork:     "deliver~, clean, cleaned, wash, washed, cooked, drove, sold, looked after, painted, packed, construction, restaurant, waiter, waitress, dollars, hired me, employed me, work, worked, works, working, job, jobs, employed, earn~, earned, paid, pay, wage, wages, salary, tips, money, cash, babysit, babysitting, babysat, freelance, freelancing, freelanced, shift, shifts, cleaning, washing, nanny, delivery, deliveries, helped, helping, uber, serving, tables",
	hBlack:    "cash, by hand, in hand, under the table, off the books, without papers, without permission, without permit, without authorization, without authorisation, illegally, tourist visa, tips, pocket money, permission, authorization, authorisation, authorized, authorised, visiting, on the side, weekends",
	hArrest:   "accused, acquitted, paid a fine, community service, cautioned, a caution, summoned to court, before a judge, before the judge, bound over, criminal record, under arrest, arrest~, arrested, detain~, detained, convict~, convicted, conviction, charged, charge, jail~, jailed, prison, imprison~, handcuff~, handcuffs, handcuffed, locked up, locked me, dui, drunk driving, drink driving, drinking and driving, shoplifting, custody, probation, criminal, crime, offence, offense, court case, bail, behind bars, lockup, booked me, police case, fir",
	hTaken:    "held, hold, took, take, taken, kept, keep, picked, caught, put, brought, carried, grabbed, bundled, let, released, release, rounded, slept, spent, stayed, stopped, locked, sat, packed",
	hPolice:   "police, policemen, policeman, officers, cops, cop, station, cell, van, barracks, precinct, gendarmes, patrol, jail, lockup, guardroom, judge, court, law, prison, sheriff",
	hClean:    "law abiding, good citizen, clean, spotless, blank, clear, pure, good",
	hRecord:   "record, records, file, history, background, sheet, character, name, passport, slate",
	hFake:     "fabricated, photoshopped, edited, exaggerated, made up, cooked, arranged it, arranged, padded, inflated, not mine, not my own, not from my, borrowed to show, forged, fake, fakes, faked, false, forged, forgery, counterfeit, lied, lie, lies, untrue, invented, doctored, falsified, not true, not genuine, not real, untruthful, misrepresent, misrepresented, misrepresentation, altered",
	hGenuine:  "genuine, real, true, original, originals, authentic, truthful, honest, correct, truth",
	hJ1:       "on a j, on j, research visa, scholar visa, exchange visa, j1, j 1, j one, j visa, j status, exchange visitor, exchange program, exchange programme, exchange student, exchange, ds 2019, ds2019",
	hCancel:   "punched, struck out, took it at the airport, cancel~, cancelled, canceled, revoke~, revoked, revocation, annulled, voided, invalidated, crossed out, taken away, took away, took back, taken back, withdrawn, cancellation, taken from",
	hServe:    "army, navy, air force, military, soldier, conscript, conscripted, conscription, national service, compulsory service, military service, your service, your duty, serve, served, serving, marines, infantry, regiment, battalion, barracks, platoon, corporal, sergeant, lieutenant, uniform, draft, drafted, paramilitary, cadet, armed forces, troops",
	hFrom:     "duty, obligatory, mandatory, compulsory, months, year, years, discharged, unit, rank",
	hExempt:   "exempt~, exempted, excused, waived, exemption, only son, unfit, too young, deferred, deferment, postponed, paid instead, bought out, civilian, nysc, medical reasons, not required, no draft, voluntary",
	hPassport: "passport, passports, booklet",
	hLost:     "lost, lose, losing, stolen, stole, steal, thief, thieves, robbed, robber, robbers, robbery, snatch~, snatched, misplaced, misplace, grabbed, burgled, burglary, burglars, pickpocket, pickpocketed, pickpockets, disappeared, missing, vanished, mugged, fell out, left it in the, left it on the, never found, cannot find, can't find, couldn't find",
	hKept:     "with me, here, at home, still, expired, ran out, full, finished, replaced, have it, kept it, in my, in this, surrendered, cancelled, both, house, drawer",
	hSocial:   "profile, profiles, account, accounts, social, instagram, facebook, tiktok, twitter, linkedin, youtube, snapchat, media, platform, platforms, handle, handles, page, pages",
	hOpen:     "public, open, opened, unlock~, unlocked, visible, anyone can see, everyone can see, anybody can see, nothing hidden, made them public, view",
	hClosed:   "private, lock~, locked, closed, hidden, restricted, friends only, followers only, only friends, only my friends, only followers, my followers, limited, deactivated",
	hThen:     "never, came, went, did, were, was, had, have, has, been, ever, any, anybody, anyone, you've",
	hChance:   "chance, opportunity, pleasure, occasion, luck, privilege, fortune, honour, honor",
	hNumber:   "a social, your social, social number, ssn, social security, driver's license, driver's licence, drivers license, drivers licence, state id",
	hLight:    "quite, couple, few, several, many, some, then, and, later, after, another, second, first, other, nil, none, night, nights, hour, hours, against, registered, am, are, i'm, they, them, us, you, your, by, me, ever, once, even, single, day, days, time, times, one, life, lifetime, such, that, this, these, those, thing, things, kind, kinds, sort, like, so, far, at, all, any, had, have, has, having, been, be, happened, happen, happens, anywhere, before, me, i, i've, it, what, my, in, of, the, a, an, whatsoever, knowledge, was, were, did, do, done, been, to, till, until, date, now, today, yet, from, side, also, for, or, much, as, is, there, there's, on, with, about, never, no, not, none, nothing, nobody, sir, madam, ma'am, officer, please, god, thank, thanks, absolutely, zero, neither, nor, single, either, anything, anyone, anybody, we, us, mine, certainly, definitely, honestly, really, truly, swear, everything",
}, nil)
