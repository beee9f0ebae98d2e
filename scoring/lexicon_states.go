package scoring

// commonCues are the ways to say how far any paper, permission or post has come.
var commonCues = newCueBook([]wording{
	{inForce, `approve, approval come, sanction, disburse, grant, issue, certify, pass, clear, obtain, receive, reach me, reach us, reach my, reach our, come out, come through,
		come in, it come, they come, arrive, in my hand, in hand, in my bag, in this folder, in my folder, in my file, get it, get mine, get my, get the letter, get the paper, have it, have mine, have the letter, have the paper,
		have the original, have the copy, hold it, with me, be valid, still valid, be active, still active, renew, sign it, sign off, be sign, have sign, stamp it, be stamp, up to date, in force,
		be complete, accept, release, give me, give us, give it, be give, agree, say yes, allow, permit, be confirm, finalize, be set, through with, 'done, in order, good until, good till,
		be current, be settled, be ready, secure, already in, come to me, come to us, show it to you, show you`},
	{underWay, `pending, waiting, 'wait for, await, in process, in progress, 'processing, 'processed still, under process, under review, in review, reviewing, under consideration, under verification,
		'decide, 'decides, deciding, decision, checking, 'check my, verifying, verification, expecting, hear back, hear from, reply, outstanding, =not yet, =yet to, in the queue, in queue, delay, on the way, on its way,
		lying with, sitting with, lying at, stuck, hold up, underwriter, evaluating, assessing, in the pipeline, still with, still on, still at, any day now, soon, one more guarantor, one more paper, incomplete, in the works,
		look at it, look into it, considering, study my case, not final, in principle, =no answer, =no reply, =no decision, =no response, =not respond, =not answer, =not decide, =not hear, verbally, have to sign`},
	{underWay, `~apply, ~application, ~submit, ~request, ~put in, ~ask for, ~file for, ~write to them, ~send, ~lodge, ~begin the process, ~start the process`},
	{lapsed, `expire, lapse, =no longer, =not any more, =anymore, =not more valid, withdraw, cancel, revoke, terminate, give up, give it up, give back, run out, out of date, suspend, take it back, take back the`},
	{noneThere, `refuse, reject, deny, decline, turn down, turn me down, say no`},
})

// otherThings are things that have a state of their own, which a clause may tell instead of
// the state of the matter asked for.
var otherThings = newCueBook([]wording{{inForce, `ticket, visa, passport, flight, hotel, car, photo, appointment, phone, luggage, booking, reservation, umbrella, lease, furniture, internet, bank card, suitcase,
	apartment, flat, house, room, wedding, hers, theirs, his, vaccine, weather, taxi`}})
