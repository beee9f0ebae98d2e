package store

import (
	"context"
	"errors"
	"time"
)

// ErrSpent says that something could go over its cap, and nothing was reserved.
var ErrSpent = errors.New("store: cap reached")

// The kinds of book.
const (
	HouseBook     = "house"     // of a day, by all; its owner is ""
	ApplicantBook = "applicant" // of a day
	InterviewBook = "interview" // from its start to its end; its day is ""
)

// A Book is where calls to a model are written down.
type Book struct {
	Kind  string
	Owner string // ID
	Day   string // ISO, in UTC; a book of an earlier day begins anew
	Cap   int    // most tokens that may stand in it
}

// Use is what calls have used. Its tokens against a cap are Prompt, Completion and
// Assumed together.
type Use struct {
	Calls              int
	Prompt, Completion int           // tokens, as an endpoint told
	Assumed            int           // tokens of calls that are under way or told nothing: the most it can be
	Sounded            int           // of Assumed: what stands for Heard and Spoken
	Heard              time.Duration // of recordings, in whole milliseconds
	Spoken             int           // code points of lines
	Took               time.Duration // by the calls, in whole milliseconds
}

// Plus is both together.
func (u Use) Plus(v Use) Use {
	return Use{u.Calls + v.Calls, u.Prompt + v.Prompt, u.Completion + v.Completion, u.Assumed + v.Assumed, u.Sounded + v.Sounded,
		u.Heard + v.Heard, u.Spoken + v.Spoken, u.Took + v.Took}
}

// Books keeps what is spent, for all instances together.
type Books interface {
	// Reserve writes one call with the most tokens it can use into all books, or into
	// none: ErrSpent when one of them would pass its cap, ErrNotFound when one is of an
	// interview that is not there, so that of an erased one nothing more is sent.
	Reserve(ctx context.Context, tenant string, books []Book, tokens int) error
	// Settle puts what that call has used in the place of the tokens reserved. A book that
	// has begun anew since is left alone.
	Settle(ctx context.Context, tenant string, books []Book, tokens int, used Use) error
	// Used returns what stands in a book; nothing when there is none of that day.
	Used(ctx context.Context, tenant string, b Book) (Use, error)
}
