package store

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Check reports what no adapter stores, whatever is stored already: no events, offsets
// that do not follow each other, a negative turn, an answered turn or a client ID twice
// (ErrConflict), text that is not UTF-8 or holds a NUL, which Postgres refuses.
func (a Append) Check() error {
	if len(a.Events) == 0 {
		return fmt.Errorf("store: append to interview %s: no events", a.ID)
	}
	if err := CheckText(a.Sealed); err != nil {
		return fmt.Errorf("store: append to interview %s: sealed transcript: %w", a.ID, err)
	}
	return CheckEvents(a.ID, a.Events, a.Events[0].Offset-1)
}

// CheckEvents is the part of Check that concerns events which follow the offset after.
func CheckEvents(id string, events []Event, after int64) error {
	for i, e := range events {
		if want := after + int64(i) + 1; e.Offset != want || want < 1 {
			return fmt.Errorf("store: interview %s: event offset %d where %d is due", id, e.Offset, max(want, 1))
		}
		if e.Turn < 0 {
			return fmt.Errorf("store: interview %s: event %d: turn %d", id, e.Offset, e.Turn)
		}
		if err := errors.Join(CheckText(e.Body), CheckText([]byte(e.Client))); err != nil {
			return fmt.Errorf("store: interview %s: event %d: %w", id, e.Offset, err)
		}
		for _, other := range events[:i] {
			if sameTurn := e.Name == Answered && other.Name == Answered && e.Turn == other.Turn; sameTurn ||
				e.Client != "" && e.Client == other.Client {
				return fmt.Errorf("store: interview %s: events %d and %d answer the same: %w", id, other.Offset, e.Offset, ErrConflict)
			}
		}
	}
	return nil
}

// CheckText reports what Postgres does not take as text, so that SQLite does not either.
func CheckText(text []byte) error {
	if !utf8.Valid(text) {
		return errors.New("not UTF-8")
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return errors.New("holds a NUL")
	}
	return nil
}

// Refusal says why an append found no place after a head, which it did not change.
func (a Append) Refusal(head Interview) error {
	if head.Fence != a.Fence {
		return fmt.Errorf("store: interview %s: fence %d, now %d: %w", a.ID, a.Fence, head.Fence, ErrFenced)
	}
	if head.Sealed {
		return fmt.Errorf("store: interview %s is sealed: %w", a.ID, ErrConflict)
	}
	return fmt.Errorf("store: interview %s: event %d after %d: %w", a.ID, a.Events[0].Offset, head.Offset, ErrConflict)
}

// Check reports what no adapter stores: a version that is none, text that Postgres
// refuses.
func (p Pack) Check() error {
	if p.Version < 1 {
		return fmt.Errorf("store: pack %s: version %d", p.Name, p.Version)
	}
	if err := errors.Join(CheckText(p.Body), CheckText([]byte(p.Name))); err != nil {
		return fmt.Errorf("store: pack %s: %w", p.Name, err)
	}
	return nil
}
