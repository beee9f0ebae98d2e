// Package store says what viceconsul keeps, once for both databases: the event log
// and sealed transcript of each interview, applicants known by a key, profiles
// being written, and question packs. Its conformance test holds both adapters to it.
//
// It stores; it decides nothing about interviews. Every key begins with a tenant.
package store

import (
	"context"
	"errors"
	"time"
)

// Local is the one tenant of a server without accounts.
const Local = "00000000-0000-0000-0000-000000000001"

var (
	// ErrNotFound says that nothing is stored under the key, or not for this tenant.
	ErrNotFound = errors.New("store: not found")
	// ErrConflict says that another event already stands in this place.
	ErrConflict = errors.New("store: conflict")
	// ErrFenced says that another instance has taken the interview over.
	ErrFenced = errors.New("store: taken over")
	// ErrUnknown says that the database did not tell whether a commit happened:
	// read the log before answering.
	ErrUnknown = errors.New("store: outcome of commit unknown")
)

// An Interview is the head of a log.
type Interview struct {
	Tenant    string
	ID        string // UUID v7
	Applicant string // ID of its owner
	Category  string // transcript.Category
	Mode      string // interview.Mode
	Epoch     int64  // of the log, positive; offsets of another epoch mean nothing
	Fence     int64  // of the last Take; 0 before the first
	Offset    int64  // of the last event
	Sealed    bool
	Created   time.Time
	Active    time.Time // of the last event
}

// Answered is the name of the events that each turn has at most once.
const Answered = "answered"

// An Event is one stored event. Offsets are gapless from 1.
type Event struct {
	Offset int64
	Name   string    // "answered"
	Turn   int       // 0 for events of no turn
	Client string    // the client's UUID of an answer; "" for all else
	At     time.Time // UTC, microseconds
	Body   []byte    // JSON
}

// An Append is one durable step of an interview: its events and, with the last,
// the sealed transcript.
type Append struct {
	Tenant, ID string
	Fence      int64   // as Take gave it
	Events     []Event // Offset follows the last stored one; at least one
	Sealed     []byte  // graded transcript as JSON; nil but with the last event
	Due        bool    // with Sealed: a model is to read it, and a Reading is due
}

// A Log keeps interviews.
type Log interface {
	// Create stores a new interview with its first events (offsets from 1).
	// ErrConflict when the ID exists.
	Create(ctx context.Context, head Interview, events []Event) error
	// Take makes the caller the only writer and returns the head with the new Fence.
	Take(ctx context.Context, tenant, id string) (Interview, error)
	// Append stores events durably before it returns; many callers share a commit.
	// ErrFenced when another Take came after; ErrConflict when an offset, an answered
	// turn or a client ID stands already, and then nothing of it is stored;
	// ErrUnknown when the commit's outcome is not known. When ctx ends first, its error
	// comes at once, and the events may still be stored.
	Append(ctx context.Context, a Append) error
	// Events returns what follows an offset, in order.
	Events(ctx context.Context, tenant, id string, after int64) ([]Event, error)
	// Interview returns the head, or ErrNotFound.
	Interview(ctx context.Context, tenant, id string) (Interview, error)
	// Sealed returns the newest revision of the graded transcript, or ErrNotFound before
	// the first.
	Sealed(ctx context.Context, tenant, id string) ([]byte, error)
	// Interviews lists an applicant's interviews, newest first, at most limit.
	Interviews(ctx context.Context, tenant, applicant string, limit int) ([]Interview, error)
	// Transcripts returns the newest revisions of an applicant's sealed transcripts of one
	// category, those of the newest interviews first, at most limit.
	Transcripts(ctx context.Context, tenant, applicant, category string, limit int) ([][]byte, error)
	// Idle lists open interviews whose last event is older than before, at most limit.
	Idle(ctx context.Context, before time.Time, limit int) ([]Interview, error)
	// Delete removes an interview with its events, transcripts, readings and book;
	// ErrNotFound when absent.
	Delete(ctx context.Context, tenant, id string) error
}

// An Applicant owns interviews and profiles. Keys are stored as SHA-256 only.
type Applicant struct {
	Tenant  string
	ID      string // UUID v7
	Created time.Time
}

// Applicants keeps who may come back.
type Applicants interface {
	// CreateApplicant stores a new applicant known by the hash of a key.
	CreateApplicant(ctx context.Context, a Applicant, keyHash [32]byte) error
	// ApplicantByKey returns whose key it is, or ErrNotFound.
	ApplicantByKey(ctx context.Context, keyHash [32]byte) (Applicant, error)
	// EraseApplicant removes an applicant with everything that is theirs: interviews,
	// transcripts, readings, books, profiles, pages, and the key. ErrNotFound when absent.
	EraseApplicant(ctx context.Context, tenant, id string) error
}

// Profiles keeps the profile an applicant is writing, one per category.
type Profiles interface {
	// SaveProfile stores the profile's JSON in place of the last.
	SaveProfile(ctx context.Context, tenant, applicant, category string, profile []byte) error
	// Profile returns the stored JSON, or ErrNotFound.
	Profile(ctx context.Context, tenant, applicant, category string) ([]byte, error)
}

// Pages keeps what an applicant writes beside a profile and for nobody else, one page of
// each name and category.
type Pages interface {
	// SavePage stores the page's JSON in place of the last.
	SavePage(ctx context.Context, tenant, applicant, category, name string, page []byte) error
	// Page returns the stored JSON, or ErrNotFound.
	Page(ctx context.Context, tenant, applicant, category, name string) ([]byte, error)
	// ErasePage removes a page; it is no error when there is none.
	ErasePage(ctx context.Context, tenant, applicant, category, name string) error
}

// A Pack is one version of a bank of one's own.
type Pack struct {
	Tenant   string
	Name     string
	Version  int       // from 1, without gaps
	Hash     string    // of the body
	Body     []byte    // YAML
	Imported time.Time // UTC, microseconds
}

// Packs keeps what programs and mentors add to the question bank. Versions are added,
// never changed.
type Packs interface {
	// SavePack stores the version that follows the newest of its name (1 for a new
	// name); ErrConflict for any other, so that of two imports at once one is told.
	SavePack(ctx context.Context, p Pack) error
	// Packs returns the newest version of every pack, by name.
	Packs(ctx context.Context, tenant string) ([]Pack, error)
}

// A Store is everything an adapter offers.
type Store interface {
	Log
	Revisions
	Queue
	Books
	Applicants
	Profiles
	Pages
	Packs
	// Ping reports whether the database answers.
	Ping(ctx context.Context) error
	// Close waits for running commits and releases the database; Append is ErrClosed
	// afterwards.
	Close() error
}
