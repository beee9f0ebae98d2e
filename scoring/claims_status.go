package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// statusClaims finds what is said to be so or not so.
func (c *Case) statusClaims(a *answer, out []Claim) []Claim {
	out = c.historyClaims(a, out)
	out = a.petitionOfOther(out)
	out = c.visitListed(a, c.visitDates(a, out))
	out = c.accountClaims(a, out)
	out = c.letGo(a, c.jobLeft(a, out))
	out = c.gapDenied(a, out)
	return c.matchYear(a, out)
}

// speaksOfMe reports whether a clause names the applicant.
func (a *answer) speaksOfMe(cl *clause) bool {
	return cl.who&pSelf != 0 || a.has(cl.from, cl.to, "me", "my", "us", "our")
}

// idleClaims finds how long the applicant was out of work, in answer to a line that asks for
// it after a layoff: beyond the sixty days that the law gives, status is not kept.
// Source: 8 CFR 214.1(l)(2).
func (c *Case) idleClaims(a *answer, before []Judged, out []Claim) []Claim {
	const path, grace = "h1b.maintained_status", 75 // "two months" and a bit is no break
	if f := c.fact(path); f == nil || f.none || !a.ownLine || !allOf(a.ask, "how long") || !a.lineHas([]string{"out", "between", "unemployed", "jobless", "idle", "off", "without"}) {
		return out
	}
	laidOff := a.lineHas([]string{"work", "job", "jobs", "employer", "unemployed", "jobless", "pay"}) || len(before) > 0 && slices.ContainsFunc(measure.Words(before[len(before)-1].line+" "+before[len(before)-1].Turn.Applicant), func(w measure.Word) bool { return laidOffWords[w.Text] })
	if !laidOff || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	for i := range a.mentions {
		m := &a.mentions[i]
		cl := a.clauseOf(m.From)
		if m.Kind != measure.Duration || m.Low <= grace || !cl.plain() || cl.negated || cl.hedged || a.has(m.To, m.To+1, "ago") {
			continue
		}
		k := a.claim(kindStatus, path, cl, m.From, m.To)
		k.Negative, k.asked = true, true
		return append(out, k)
	}
	return out
}

// laidOffWords tell that a post was lost.
var laidOffWords = set("laid layoff layoffs survived lost fired redundant terminated unemployed jobless closed")

// idle reports whether a clause tells for how long the applicant had no work.
func (a *answer) idle(cl *clause) bool {
	long := slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.Kind == measure.Duration && m.From >= cl.from && m.To <= cl.to
	})
	return long && a.has(cl.from, cl.to, "without", "nothing", "bench", "unpaid", "unemployed", "jobless")
}

// presumes reports whether a denying clause denies telling or knowing of the matter
// and so takes it for granted: "I did not tell them about the refusal".
func (a *answer) presumes(cl *clause, at int) bool {
	if a.has(at-1, at, "know") || a.has(at-2, at, "how") {
		return false // "I don't know how to drive"
	}
	return cl.not >= 0 && cl.not < at && (a.is(cl.not+1, at, mSay) || a.has(cl.not+1, at, "know", "understand", "mention", "list", "write", "include", "explain", "why"))
}

// narrow is the words of a clause from its subject's denial or the cue's verb to
// the cue, at most seven words.
func (a *answer) narrow(cl *clause, at int, deny mark) transcript.Span {
	from, to := cl.from, min(cl.to, at+max(int(a.terms[at].n), 1))
	for i := at + 1; i < cl.to; i++ {
		if a.terms[i].is(deny) {
			to = min(cl.to, i+max(int(a.terms[i].n), 1))
		}
	}
	if cl.not >= 0 && cl.not >= to {
		to = min(cl.not+2, cl.to)
	}
	for from < at && (a.terms[from].is(mSpeech|mYes) || a.words[from].Text == "and" || a.words[from].Text == "no" && cl.not != from) {
		from = min(at, from+max(int(a.terms[from].n), 1))
	}
	if to-from > 8 {
		from = max(to-8, cl.from)
		if cl.not >= 0 && cl.not < from {
			from = cl.not
		}
	}
	return a.span(from, to)
}

// platforms are the networks people have accounts on, by the names they go by.
var platforms = map[string]string{
	"instagram": "instagram", "insta": "instagram", "facebook": "facebook", "fb": "facebook", "twitter": "twitter", "tiktok": "tiktok",
	"linkedin": "linkedin", "youtube": "youtube", "snapchat": "snapchat", "reddit": "reddit", "pinterest": "pinterest", "threads": "threads",
	"wechat": "wechat", "weibo": "weibo", "vkontakte": "vkontakte", "vk": "vkontakte", "telegram": "telegram", "douyin": "douyin", "tumblr": "tumblr",
}

// accountClaims finds the networks the applicant says to have an account on.
func (c *Case) accountClaims(a *answer, out []Claim) []Claim {
	const path = "social.accounts"
	if !a.asks(path) || c.fact(path) == nil {
		return out
	}
	for i, w := range a.words {
		name, known := platforms[w.Text]
		cl := a.clauseOf(i)
		if !known || !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 || a.has(cl.from, cl.to, "deleted", "closed", "used", "before", "ago") {
			continue
		}
		k := a.claim(kindStatus, path, cl, i, i+1)
		k.word, k.asked = name, true
		out = append(out, k)
	}
	return out
}
