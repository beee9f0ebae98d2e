// Package program says who may see and do what with an interview. Today there are
// applicants, who may do everything with their own, and those an applicant lets
// look on by a grant.
//
// It is pure: who somebody is, and which grants are stored, comes from elsewhere.
package program

import (
	"errors"
	"fmt"
	"time"
)

// ErrDenied says that the actor has no right to this. To the outside it reads as
// if the interview did not exist.
var ErrDenied = errors.New("program: denied")

// An Actor is who asks. The zero Actor is nobody.
type Actor struct {
	Tenant string
	ID     string
}

// A Record is an interview as rights see it.
type Record struct {
	Tenant string
	ID     string
	Owner  string // ID of the applicant
}

// An Action is something one can do with an interview.
type Action string

// The actions.
const (
	Read        Action = "read"         // turns, bands, findings, grades, outcome
	ReadProfile Action = "read_profile" // what the applicant declared
	Answer      Action = "answer"       // speak at the window: answers, "say that again"
	End         Action = "end"          // end the questions
	Regrade     Action = "regrade"      // have it graded again
	Delete      Action = "delete"
	Export      Action = "export" // everything, to take away
)

// Actions lists every action.
func Actions() []Action {
	return []Action{Read, ReadProfile, Answer, End, Regrade, Delete, Export}
}

// A Grant is an applicant's leave for one other person to read one interview. It
// never opens the profile.
type Grant struct {
	Interview string
	Owner     string // who gave it; a grant by anybody else is void
	To        string // ID of who may read
	Until     time.Time
	Revoked   bool
}

// May returns nil when the actor may do this now, and ErrDenied otherwise. An
// action that is not listed is nobody's.
func May(a Actor, do Action, in Record, grants []Grant, now time.Time) error {
	if a.ID != "" && a.Tenant == in.Tenant && known(do) {
		if a.ID == in.Owner {
			return nil
		}
		if do == Read && granted(a, in, grants, now) {
			return nil
		}
	}
	return fmt.Errorf("%w: %s of interview %s", ErrDenied, do, in.ID)
}

func known(do Action) bool {
	for _, a := range Actions() {
		if a == do {
			return true
		}
	}
	return false
}

func granted(a Actor, in Record, grants []Grant, now time.Time) bool {
	for _, g := range grants {
		if g.To == a.ID && g.Interview == in.ID && g.Owner == in.Owner && !g.Revoked && now.Before(g.Until) {
			return true
		}
	}
	return false
}
