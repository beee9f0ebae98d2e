package interview

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

const (
	answerRunes = 8000      // longest answer, code points (security limit)
	lineRunes   = 2000      // longest line of an officer, code points (our judgement: ten times what a model may say)
	longest     = time.Hour // of an interview, and so of an answer (security limit)
	mostRepeats = 3         // of one line (our judgement: a fourth would hear nothing new)
)

// step is the one way a session changes: one function a phase.
func (s Session) step(ev Event) (Session, []Effect, error) {
	switch s.phase {
	case unopened:
		return s.stepUnopened(ev)
	case asking:
		return s.stepAsking(ev)
	case listening:
		return s.stepListening(ev)
	case deciding:
		return s.stepDeciding(ev)
	case sealing:
		return s.stepSealing(ev)
	}
	return s, nil, ErrClosed
}

func (s Session) stepUnopened(ev Event) (Session, []Effect, error) {
	started, ok := ev.(Started)
	if !ok {
		return s, nil, s.unexpected(ev)
	}
	if err := started.check(); err != nil {
		return s, nil, err
	}
	recipe, ok := s.bank.Recipe(started.Category)
	if !ok {
		return s, nil, fmt.Errorf("%w: category: the bank has no recipe for %s", transcript.ErrInvalid, started.Category)
	}
	s.started = started
	s.grader = scoring.NewCase(s.bank, started.Category, started.Profile, started.Date)
	s.agenda = plan(s.bank, recipe, started)
	if _, ok := s.move(); !ok {
		return s, nil, fmt.Errorf("%w: profile: no question of the bank is open to it", transcript.ErrInvalid)
	}
	return s.ask()
}

// check reports whether the interview can be opened like this.
func (ev Started) check() error {
	bad := func(field, remedy string) error {
		return fmt.Errorf("%w: %s: %s", transcript.ErrInvalid, field, remedy)
	}
	switch {
	case ev.ID == "":
		return bad("id", "give the interview an ID")
	case manners[ev.Officer.Temper].most == 0:
		return bad("officer.temper", "choose neutral, brisk, sceptical or warm")
	case ev.Mode != Exam && ev.Mode != Coach:
		return bad("mode", "choose exam or coach")
	case ev.Minutes < 1 || ev.Minutes > 60:
		return bad("minutes", "choose 1 to 60")
	}
	if _, err := time.Parse(time.DateOnly, ev.Date); ev.Date != "" && err != nil {
		return bad("date", "write it as 2027-06-10")
	}
	return nil
}

func (s Session) stepAsking(ev Event) (Session, []Effect, error) {
	switch ev := ev.(type) {
	case Asked:
		if ev.Turn != len(s.asked)+1 || !sayable(ev.Text) {
			return s, nil, s.unexpected(ev)
		}
		s.phase, s.repeats, s.cut = listening, 0, nil
		s.asked = with(s.asked, ev)
		return s, nil, nil
	case Ended:
		return s.decide()
	case Decided: // by an earlier build, where this one would have asked on
		next, _, err := s.decide()
		if err != nil {
			return s, nil, err
		}
		return next.stepDeciding(ev)
	}
	return s, nil, s.unexpected(ev)
}

func (s Session) stepListening(ev Event) (Session, []Effect, error) {
	switch ev := ev.(type) {
	case Answered:
		return s.stepAnswered(ev)
	case Repeated:
		if ev.Turn != len(s.asked) || s.repeats == mostRepeats || !sayable(ev.Text) {
			return s, nil, s.unexpected(ev)
		}
		s.repeats++
		return s, nil, nil
	case CutIn:
		return s.stepCutIn(ev)
	case Retried:
		return s.stepRetried(ev)
	case Ended:
		return s.decide()
	}
	return s, nil, s.unexpected(ev)
}

// stepAnswered judges the answer and chooses what follows it.
func (s Session) stepAnswered(ev Answered) (Session, []Effect, error) {
	if ev.Turn != len(s.asked) {
		return s, nil, fmt.Errorf("%w: answer to turn %d while turn %d is asked", ErrUnexpected, ev.Turn, len(s.asked))
	}
	if err := cmp.Or(ev.check(), s.checkKept(ev)); err != nil {
		return s, nil, err
	}
	judged := s.grader.Judge(s.turn(ev), s.judged)
	judged.Claims = slices.Clone(judged.Claims) // kept as long as the interview: without spare room
	s.judged = with(s.judged, judged)
	var coaching []Effect
	if c, ok := s.Coaching(ev.Turn); ok {
		coaching = []Effect{c}
	}
	if s.started.Mode == Coach {
		s.rested += max(0, ev.At.Sub(s.asked[ev.Turn-1].At)-considered)
	}
	next, effects, err := s.after(ev.At)
	return next, append(coaching, effects...), err
}

// considered is how long an answer may take a coached applicant at the cost of the
// interview's length: to read a note, to look up a word and to take a moment costs
// nothing (our judgement: more than any spoken answer takes).
const considered = 30 * time.Second

// turn is an answer with the line it belongs to, up to where the officer cut in.
func (s Session) turn(ev Answered) transcript.Turn {
	asked := s.asked[ev.Turn-1]
	t := transcript.Turn{
		N: ev.Turn, Officer: asked.Text, Line: asked.Line, By: asked.By, Applicant: ev.Text, Question: asked.Question, Kind: asked.Kind,
		Reason: asked.Reason, Topic: asked.Topic, Seconds: ev.Seconds, Again: asked.Again, Voice: ev.Voice,
	}
	if s.cut != nil {
		t.Cut = true
		if ev.Voice != nil { // the recording ended there: all of it was heard
			return t
		}
		t.Applicant, t.Unheard = heard(ev.Text, s.cut.Words)
	}
	return t
}

// check reports whether the answer can be kept.
func (ev Answered) check() error {
	switch {
	case ev.ID == "":
		return fmt.Errorf("%w: id: give the answer an ID of its own", transcript.ErrInvalid)
	case !fit(ev.Text, answerRunes):
		return fmt.Errorf("%w: text: send at most %d characters of UTF-8 without NUL", transcript.ErrInvalid, answerRunes)
	case !ev.Voice.Fits(ev.Text):
		return fmt.Errorf("%w: voice: doubtful words are those of the text, in order", transcript.ErrInvalid)
	case math.IsNaN(ev.Seconds) || ev.Seconds < 0 || ev.Seconds > longest.Seconds():
		return fmt.Errorf("%w: seconds: send 0 to %d", transcript.ErrInvalid, int(longest.Seconds()))
	}
	return nil
}

// after chooses between one more line and the decision.
func (s Session) after(now time.Time) (Session, []Effect, error) {
	if now.Sub(s.started.At)-s.rested >= time.Duration(s.started.Minutes)*time.Minute {
		return s.decide()
	}
	return s.ask()
}

// ask has the officer say the next line, or decide when there is none.
func (s Session) ask() (Session, []Effect, error) {
	move, ok := s.move()
	if !ok {
		return s.decide()
	}
	if typing := s.agenda.typing; move.Turn == typing.turn {
		move.Typing = typing.seconds
	}
	s.phase = asking
	return s, []Effect{Compose{Move: move}}, nil
}

func (s Session) decide() (Session, []Effect, error) {
	graded := s.grader.Seal(s.judged)
	if s.started.Mode != Exam {
		graded.Mode = string(s.started.Mode)
	}
	graded.Notice, graded.Plain = notice(s.judged), s.started.Officer.Plain
	s.phase, s.graded = deciding, &graded
	return s, []Effect{Decide{Outcome: *graded.Outcome, Typing: s.agenda.final.seconds}}, nil
}

// stepDeciding takes the decision as it was said. A log may hold one more line in its
// place: an earlier build asked on where this one would decide, and what was said stands.
func (s Session) stepDeciding(ev Event) (Session, []Effect, error) {
	if asked, ok := ev.(Asked); ok {
		s.phase, s.graded = asking, nil
		return s.stepAsking(asked)
	}
	decided, ok := ev.(Decided)
	if !ok {
		return s, nil, s.unexpected(ev)
	}
	sealed := *s.graded
	sealed.Outcome = &decided.Outcome // as it was said at the window, whatever a later rubric says
	s.phase, s.graded = sealing, nil
	return s, []Effect{Seal{Transcript: sealed}}, nil
}

func (s Session) stepSealing(ev Event) (Session, []Effect, error) {
	if _, ok := ev.(Graded); !ok {
		return s, nil, s.unexpected(ev)
	}
	s.phase = closed
	return s, nil, nil
}

// with is a new slice with one more at its end and no spare room: the session
// before keeps its own.
func with[E any](all []E, one E) []E {
	longer := make([]E, len(all)+1)
	copy(longer, all)
	longer[len(all)] = one
	return longer
}

// sayable holds for a line an officer can say.
func sayable(line string) bool { return strings.TrimSpace(line) != "" && fit(line, lineRunes) }

// fit holds for UTF-8 without NUL of at most so many code points.
func fit(text string, most int) bool {
	return utf8.RuneCountInString(text) <= most && utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}
