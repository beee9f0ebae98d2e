package scoring

// commonCues are the ways to say how far any paper, permission or post has come.
var commonCues = bookOf([]wording{
	{inForce, `approve, approval come, sanction, disburse, grant, issue, certify, pass, clear, obtain, receive, reach me|us|my|our, come out|through|in, be out, it|they|paper|letter come, arrive,
		in my|our hand|bag|folder|file|possession, in this folder|file|bag, in hand, get it|mine|my|them, get the|a letter|paper|approval|certificate|licence|permit, have it|mine|them, have the|a letter|paper|original|copy|print, hold it, with me,
		be|still valid|active|current|good|running, renew, sign it, sign off, be|have sign, sign the|my paper|letter|form|request|order, stamp it, be stamp, up to date, in force, be complete, accept, release, credited, transferred to,
		give me|us|it|out, be give, agree, say yes, allow, permit, be confirm, finalize, be set, through with, 'done, in order, good|valid until|till|to, be settled, be ready, secure, already in, come to me|us, show it to you, show you,
		collect, pick it up, pick up the, download, print, frame, in effect, effective, go ahead, green light, blessing, positive, all right with, 'okayed, 'cleared, put the money|it in, in my account, no objection from, extended it, qualify, entitled, be done`},
	{underWay, `pending, waiting, 'wait for, await, in process|progress, 'processing, under|in process|review|consideration|verification|scrutiny|appraisal|evaluation, reviewing, 'decide, 'decides, deciding, decision, checking, 'check my,
		verifying, verification, expecting, expect it|them|the, expected, hear back|from, reply, outstanding, =not yet, =yet to, in the queue|line, in queue|line, queue, backlog, delay, on the|its way, on the agenda, agenda, committee, board meet|sit, 'meeting,
		lying|sitting|lie|sit with|at|on, next week next week|month, go|come back and forth, stuck, hold up, on hold, hang, underwriter, evaluating, assessing, in the pipeline|works, still with|on|at|in, any day|time|moment now, soon, one more guarantor|paper|signature|document|step, incomplete, missing,
		board|council|office|ministry|committee|department|bank|hr|manager|agency|college|they|he|she have my|the paper|file|application|form|document|case, still hold|keep|check|read|study my|the|it, look at it, look into it, considering, study|studying my case|file, not final, in principle, =no answer|reply|decision|response|news|word, =not respond|answer|decide|hear|reply|inform, verbally, have to sign|decide|approve|confirm,
		must sign|decide|approve, raise query|objection, query, clarification, background check, fingerprint be, ask for more, formality, draft, promise, say they will, 'coming next|on|in, 'planning, 'thinking of|to|about, 'exploring, 'comparing, 'hoping, 'trying to, tomorrow, my turn, follow up, chase, receive my application|request|file|document, signature|paper|step|document remain`},
	{underWay, `~apply, ~application, ~submit, ~request, ~put in, ~ask for|them|him|her, ~file for, ~write to them, ~send, ~lodge, ~begin|start the process`},
	{lapsed, `expire, lapse, =no longer, =not any more, =anymore, =not more valid, withdraw, cancel, revoke, terminate, give up, give it up|back, give back, run out, out of date, suspend, take it back, take back the, =no_more, surrender, dissolve, void, be dead, let it go|lapse|expire`},
	{noneThere, `refuse, reject, deny, decline, turn down, turn me down, say no, =never apply|ask|bother|get|have|receive, =not bother, =no such`},
})

// otherThings have a state of their own, which a clause may tell instead of the state
// of the matter asked for.
var otherThings = bookOf([]wording{{inForce, `ticket, visa, passport, flight, hotel, car, photo, appointment, phone, luggage, booking, reservation, umbrella, lease, furniture, internet, bank_card, suitcase,
	apartment, flat, house, room, wedding, hers, theirs, his, vaccine, weather, taxi, bus, 'train, bag, shoes, laptop, battery`}})
