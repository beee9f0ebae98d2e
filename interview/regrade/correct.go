package regrade

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// answerRunes is the longest answer, in code points (the security limit of any answer).
const answerRunes = 8000

// Correct grades a sealed interview again with one answer corrected by the applicant; the
// answer as it was stays in the transcript. Each turn is corrected once: store.ErrConflict
// after that, except for the same correction, sent again, which stands. transcript.ErrInvalid for a turn there is not, an unknown door, a text that
// cannot be an answer or is the one that stands; store.ErrNotFound before the seal;
// ErrTooMany.
func (g *Regrader) Correct(ctx context.Context, tenant, id string, turn int, door transcript.Door, text string) (store.Revision, error) {
	return g.change(ctx, tenant, id, func(t *transcript.Transcript) (cause, about string, err error) {
		if err := correct(t, turn, door, text); err != nil {
			return "", "", err
		}
		return store.Answer, strconv.Itoa(turn), nil
	})
}

func correct(t *transcript.Transcript, turn int, door transcript.Door, text string) error {
	text = strings.TrimSpace(text)
	i := slices.IndexFunc(t.Turns, func(o transcript.Turn) bool { return o.N == turn })
	switch {
	case i < 0:
		return fmt.Errorf("%w: turn: the interview has no turn %d", transcript.ErrInvalid, turn)
	case door != transcript.Misheard && door != transcript.SaidWrong:
		return fmt.Errorf("%w: door: choose misheard or said_wrong", transcript.ErrInvalid)
	case text == "" || utf8.RuneCountInString(text) > answerRunes || !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return fmt.Errorf("%w: text: write 1 to %d letters", transcript.ErrInvalid, answerRunes)
	case t.Turns[i].Corrected != nil && t.Turns[i].Corrected.Door == door && t.Turns[i].Applicant == text:
		return errSame
	case t.Turns[i].Corrected != nil:
		return fmt.Errorf("%w: turn %d was corrected before", store.ErrConflict, turn)
	case t.Turns[i].Applicant == text:
		return fmt.Errorf("%w: text: this is the answer that stands", transcript.ErrInvalid)
	}
	t.Turns = slices.Clone(t.Turns)
	corrected := &t.Turns[i]
	corrected.Corrected = &transcript.Correction{Door: door, Was: corrected.Applicant}
	corrected.Applicant = text
	if door == transcript.SaidWrong { // the seconds are those of other words
		corrected.Seconds, corrected.Estimated = 0, false
	}
	if corrected.Voice != nil {
		corrected.Voice = &transcript.Voice{Corrected: true}
	}
	return nil
}

// Under grades a sealed interview again by another profile. A profile that declares the
// same makes no revision. Errors are those of Again.
func (g *Regrader) Under(ctx context.Context, tenant, id string, p transcript.Profile) (store.Revision, error) {
	return g.change(ctx, tenant, id, func(t *transcript.Transcript) (cause, about string, err error) {
		if t.Profile.Equal(p) {
			return "", "", errSame
		}
		t.Profile = p
		return store.Profile, "", nil
	})
}

var errSame = errors.New("regrade: nothing changes")

// change grades the newest revision again after something in it was changed, and returns
// it as it stands after errSame. Without an
// about of its own, a cause is about the revision it follows.
func (g *Regrader) change(ctx context.Context, tenant, id string, edit func(*transcript.Transcript) (cause, about string, err error)) (store.Revision, error) {
	newest, err := g.o.Keeper.Revision(ctx, tenant, id, 0)
	if err != nil {
		return store.Revision{}, fmt.Errorf("correct interview %s: %w", id, err)
	}
	t, err := transcript.ReadTranscript(newest.Body)
	if err != nil {
		return store.Revision{}, fmt.Errorf("correct interview %s: %w", id, err)
	}
	cause, about, err := edit(&t)
	if errors.Is(err, errSame) {
		return newest, nil
	}
	if err != nil {
		return store.Revision{}, fmt.Errorf("correct interview %s: %w", id, err)
	}
	if newest.N >= mostRevisions {
		return store.Revision{}, fmt.Errorf("correct interview %s: %w", id, ErrTooMany)
	}
	graded, err := g.byRules(t)
	if err != nil {
		return store.Revision{}, fmt.Errorf("correct interview %s: %w", id, err)
	}
	next, err := g.revision(ctx, id, newest.N, cause, graded)
	if err != nil {
		return store.Revision{}, err
	}
	if about != "" {
		next.About = about
	}
	next.Due = g.Reads() && !t.Plain
	if err := g.o.Keeper.Revise(ctx, tenant, id, next); err != nil {
		return store.Revision{}, fmt.Errorf("correct interview %s: %w", id, err)
	}
	return next, nil
}
