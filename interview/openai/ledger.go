package openai

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview/store"
)

// ErrSpent says that nothing was sent: it could have gone over a cap.
var ErrSpent = errors.New("openai: spending cap reached")

// errUnbooked says that nothing was sent: what it would use could not be written down.
var errUnbooked = errors.New("openai: nothing is sent while its use cannot be written down")

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

// Totals are all calls of this process since its start.
type Totals struct {
	store.Use
	Unsettled int // calls whose end could not be written down: the books hold the most they can have used
}

// A Ledger counts what is spent and holds it to caps. Before a call the most it can use
// is set aside in books that all instances share, so no cap is ever passed but by an
// endpoint that uses more than it was allowed to. While the books cannot be written
// nothing is sent, nor ever for an interview that was erased. A call whose end is not
// written down keeps what was set aside. The caps of a turn alone are kept here: nobody
// answers one turn in two places.
type Ledger struct {
	caps   Caps
	books  store.Books
	tenant string
	now    func() time.Time
	spent  func(Spend) // hears of each call as it is booked; for tests

	mu     sync.Mutex // guards what follows
	day    string
	turns  map[Account]int // tokens charged or set aside today, by turn
	totals Totals
}

// NewLedger opens empty books that last as long as the process.
func NewLedger(c Caps) *Ledger { return OpenLedger(c, &memory{}, store.Local) }

// OpenLedger goes on in the books of a tenant.
func OpenLedger(c Caps, books store.Books, tenant string) *Ledger {
	for limit, standard := range map[*int]int{&c.Turn: 4_000, &c.Hearing: 16_000, &c.Interview: 60_000, &c.Applicant: 300_000, &c.Day: 5_000_000} {
		if *limit == 0 {
			*limit = standard
		}
	}
	return &Ledger{caps: c, books: books, tenant: tenant, now: time.Now, spent: func(Spend) {}, turns: map[Account]int{}}
}

// Totals are what this process booked so far.
func (l *Ledger) Totals() Totals {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.totals
}

// Used is what the calls of an interview have used so far, on all instances.
func (l *Ledger) Used(ctx context.Context, interview string) (store.Use, error) {
	used, err := l.books.Used(ctx, l.tenant, store.Book{Kind: store.InterviewBook, Owner: interview})
	if err != nil {
		return store.Use{}, fmt.Errorf("read the book of interview %s: %w", interview, err)
	}
	return used, nil
}

// booksOf are the books of an account, the narrowest first.
func (l *Ledger) booksOf(a Account, day string) (all []store.Book) {
	if a.Interview != "" {
		all = append(all, store.Book{Kind: store.InterviewBook, Owner: a.Interview, Cap: l.caps.Interview})
	}
	if a.Applicant != "" {
		all = append(all, store.Book{Kind: store.ApplicantBook, Owner: a.Applicant, Day: day, Cap: l.caps.Applicant})
	}
	return append(all, store.Book{Kind: store.HouseBook, Day: day, Cap: l.caps.Day})
}

// A hold is what is set aside for one call.
type hold struct {
	ledger *Ledger
	id     uuid.UUID
	on     Account
	day    string
	since  time.Time
	most   int
	sound  Sound // of the call, when it is taken
}

// reserve sets aside the most tokens that a request can use.
func (l *Ledger) reserve(ctx context.Context, a Account, most int) (*hold, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("name a call: %w", err)
	}
	h := &hold{ledger: l, id: id, on: a, most: most, day: l.now().UTC().Format(time.DateOnly), since: time.Now()}
	if !l.inTurn(h) {
		return nil, ErrSpent
	}
	if err := l.books.Reserve(ctx, l.tenant, l.booksOf(a, h.day), most); err != nil {
		l.outOfTurn(h, 0)
		if errors.Is(err, store.ErrSpent) {
			return nil, ErrSpent
		}
		return nil, fmt.Errorf("%w: %w", errUnbooked, err)
	}
	return h, nil
}

// inTurn sets a call's tokens aside for its turn, unless they would pass its cap.
func (l *Ledger) inTurn(h *hold) bool {
	most := l.caps.Turn
	if h.on.Turn == afterwardsTurn {
		most = l.caps.Hearing
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if h.day > l.day {
		l.day, l.turns = h.day, map[Account]int{}
	}
	if h.on.Interview == "" {
		return true
	}
	if l.turns[h.on]+h.most > most {
		return false
	}
	l.turns[h.on] += h.most
	return true
}

// outOfTurn leaves of a call's tokens those it is charged.
func (l *Ledger) outOfTurn(h *hold, charged int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if h.on.Interview != "" && h.day == l.day {
		l.turns[h.on] += charged - h.most
	}
}

// What sound is charged as, in tokens (endpoints that count them take 10 a second heard
// and 20 a second spoken, of 15 letters; the words themselves are few beside that).
const (
	tokensPerSecond = 14
	tokensPerLetter = 2
	bytesPerToken   = 2 // makes prompts look dear: English has about four bytes a token
)

// settling bounds the writing of a call's end (our judgement: twice what a database takes
// for a statement).
const settling = 10 * time.Second

// close books the call: what was used, or when nobody told, all that was set aside.
func (h *hold) close(ctx context.Context, used *Usage) {
	s := Spend{ID: h.id.String(), On: h.on, Charged: h.most}
	if used != nil {
		s.Used, s.Told, s.Charged = *used, true, used.Prompt+used.Completion
	}
	if s.Charged > 0 {
		s.Sound = h.sound
	}
	l, use := h.ledger, s.use(time.Since(h.since))
	l.outOfTurn(h, s.Charged)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settling)
	defer cancel()
	err := l.books.Settle(ctx, l.tenant, l.booksOf(h.on, h.day), h.most, use)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.totals.Use = l.totals.Plus(use)
	l.totals.Calls++
	if err != nil { // what was set aside stays in the books
		l.totals.Unsettled++
	}
	l.spent(s)
}

// use is what a call leaves in the books.
func (s Spend) use(took time.Duration) store.Use {
	u := store.Use{Prompt: s.Used.Prompt, Completion: s.Used.Completion, Took: took,
		Heard: time.Duration(s.Sound.Seconds * float64(time.Second)), Spoken: s.Sound.Letters}
	if !s.Told {
		u.Assumed = s.Charged
	}
	if s.Sound != (Sound{}) {
		u.Sounded = u.Assumed
	}
	return u
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
func (t *tab) settle(ctx context.Context, used *Usage) {
	if t.hold != nil {
		t.hold.close(ctx, used)
		t.hold = nil
	}
}
