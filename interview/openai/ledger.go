package openai

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
)

// ErrSpent says that nothing was sent: it could have gone over a cap.
var ErrSpent = errors.New("openai: spending cap reached")

// Caps are the most tokens, prompt and completion together, that may be spent; 0 takes
// the default. A day is one of UTC.
type Caps struct {
	Turn      int // of one interview; 4,000
	Hearing   int // of one interview; 16,000. What is set aside counts until the reply is there, which uses half
	Interview int // 60,000
	Applicant int // a day; 300,000
	Day       int // by all; 5,000,000
}

// An Account is on whose behalf a call is made. The empty one is the house's own: only
// the day's cap holds for it.
type Account struct {
	Applicant, Interview string
	Turn                 int // from 1
}

// afterwardsTurn stands for the turn of a call that hears the whole interview.
const afterwardsTurn = -1

// Usage is what an endpoint says a call used.
type Usage struct{ Prompt, Completion int }

// Sound is what a call heard or spoke: endpoints that do not count tokens for it take
// money by these.
type Sound struct {
	Seconds float64 // of a recording that was written down
	Letters int     // code points of a line that was spoken
}

// A Spend is one call in the books.
type Spend struct {
	ID      string // as it was sent, X-Client-Request-Id
	On      Account
	Used    Usage // when Told
	Charged int   // tokens counted against the caps: those used, or the most that can have been
	Sound   Sound
	Told    bool // the endpoint said what was used, or did not take the call
}

// Totals are all calls since the start.
type Totals struct {
	Calls              int
	Prompt, Completion int // tokens, as told by the endpoint
	Assumed            int // tokens of calls whose use was not told: the most it can have been
	Sound              Sound
}

// A Ledger counts what this process spends and holds it to caps. Before a call the
// most it can use is set aside, so no cap is ever passed but by an endpoint that uses
// more than it was allowed to. Its books are in memory: a restart, and each instance,
// begins a new day.
type Ledger struct {
	caps  Caps
	now   func() time.Time
	spent func(Spend) // hears of each call as it is booked; for tests

	mu     sync.Mutex // guards what follows
	day    string
	books  map[Account]int // tokens charged or set aside, by turn, interview, applicant and (empty) in all
	totals Totals
}

// NewLedger opens empty books.
func NewLedger(c Caps) *Ledger {
	for limit, standard := range map[*int]int{&c.Turn: 4_000, &c.Hearing: 16_000, &c.Interview: 60_000, &c.Applicant: 300_000, &c.Day: 5_000_000} {
		if *limit == 0 {
			*limit = standard
		}
	}
	return &Ledger{caps: c, now: time.Now, spent: func(Spend) {}, books: map[Account]int{}}
}

// Totals are what was booked so far.
func (l *Ledger) Totals() Totals {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.totals
}

// A limit is one of the books a call is in, with its cap.
type limit struct {
	book Account
	most int
}

// limits are the books of an account. An interview's carries its applicant, so that no
// two accounts share one.
func (l *Ledger) limits(a Account) []limit {
	all := []limit{{Account{}, l.caps.Day}}
	if a.Applicant != "" {
		all = append(all, limit{Account{Applicant: a.Applicant}, l.caps.Applicant})
	}
	if a.Interview != "" {
		turn := l.caps.Turn
		if a.Turn == afterwardsTurn {
			turn = l.caps.Hearing
		}
		all = append(all, limit{Account{Applicant: a.Applicant, Interview: a.Interview}, l.caps.Interview}, limit{a, turn})
	}
	return all
}

// A hold is what is set aside for one call.
type hold struct {
	ledger *Ledger
	id     uuid.UUID
	on     Account
	day    string
	most   int
	sound  Sound // of the call, when it is taken
}

// reserve sets aside the most tokens that a request can use.
func (l *Ledger) reserve(a Account, most int) (*hold, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("name a call: %w", err)
	}
	h := &hold{ledger: l, id: id, on: a, most: most}
	l.mu.Lock()
	defer l.mu.Unlock()
	if today := l.now().UTC().Format(time.DateOnly); today != l.day {
		l.day, l.books = today, map[Account]int{}
	}
	h.day = l.day
	for _, limit := range l.limits(a) {
		if l.books[limit.book]+h.most > limit.most {
			return nil, ErrSpent
		}
	}
	for _, limit := range l.limits(a) {
		l.books[limit.book] += h.most
	}
	return h, nil
}

// What sound is charged as, in tokens (endpoints that count them take 10 a second heard
// and 20 a second spoken, of 15 letters; the words themselves are few beside that).
const (
	tokensPerSecond = 14
	tokensPerLetter = 2
	bytesPerToken   = 2 // makes prompts look dear: English has about four bytes a token
)

// close books the call: what was used, or when nobody told, all that was set aside.
func (h *hold) close(used *Usage) {
	s := Spend{ID: h.id.String(), On: h.on, Charged: h.most}
	if used != nil {
		s.Used, s.Told, s.Charged = *used, true, used.Prompt+used.Completion
	}
	if s.Charged > 0 {
		s.Sound = h.sound
	}
	l := h.ledger
	l.mu.Lock()
	defer l.mu.Unlock()
	if h.day == l.day {
		for _, limit := range l.limits(h.on) {
			l.books[limit.book] += s.Charged - h.most
		}
	}
	l.totals.Calls++
	l.totals.Prompt += s.Used.Prompt
	l.totals.Completion += s.Used.Completion
	if !s.Told {
		l.totals.Assumed += s.Charged
	}
	l.totals.Sound.Seconds += s.Sound.Seconds
	l.totals.Sound.Letters += s.Sound.Letters
	l.spent(s)
}

// A tab is a call on its way through the transport: on whose account it goes, what kind
// of reply it wants, and what is set aside for the reply being read.
type tab struct {
	on    Account
	heard Sound         // what is sent to be heard or spoken
	reply int           // tokens of text the reply may have; 0 for those of a line
	sound bool          // the reply is sound, not text
	copy  *bytes.Buffer // gets what is read of the reply; nil for nobody
	hold  *hold
}

// most is how many tokens a request of so many bytes can use.
func (t *tab) most(request int64) int {
	if t.heard != (Sound{}) {
		return int(t.heard.Seconds*tokensPerSecond) + t.heard.Letters*tokensPerLetter + mostReply
	}
	return int(request)/bytesPerToken + cmp.Or(t.reply, mostReply)
}

// bytes is how many may be read of the reply.
func (t *tab) bytes() int {
	if t.sound {
		return soundBytes
	}
	return replyBytes
}

type tabKey struct{}

// settle books the reply that was read.
func (t *tab) settle(used *Usage) {
	if t.hold != nil {
		t.hold.close(used)
		t.hold = nil
	}
}
