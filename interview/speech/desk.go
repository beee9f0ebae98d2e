package speech

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"
)

// longestLine bounds a line that is spoken, in code points (security limit of what is
// handed to a command).
const longestLine = 600

// mostKept bounds the sounds kept, in bytes (our judgement: about 150 of the bank's
// lines).
const mostKept = 16 << 20

// An Engine makes sound of a line. ErrUnspoken for a line it must not have; after
// another error, or no sound, the next engine speaks.
type Engine interface {
	Speak(ctx context.Context, l Line, to io.Writer) error
	Name() string // for people
	Home() bool   // what it speaks stays on this machine
}

// A Desk speaks the officer's lines with the first engine that can. It keeps the sound
// of the bank's own lines, and asks for each of them once however many wait for it. The
// sound of any other line is forgotten once it was heard.
type Desk struct {
	engines []Engine
	ctx     context.Context // ends with the desk
	leave   context.CancelFunc
	work    sync.WaitGroup

	mu     sync.Mutex
	closed bool
	kept   map[string]*list.Element // by text
	order  *list.List               // of *keptSound, the one used last in front
	bytes  int
	counts map[string]int
}

type keptSound struct {
	text  string
	bytes int // 0 while it is being made
	sound *Sound
}

// NewDesk speaks with engines, the first that can.
func NewDesk(engines ...Engine) *Desk {
	d := &Desk{engines: engines, kept: map[string]*list.Element{}, order: list.New(), counts: map[string]int{}}
	d.ctx, d.leave = context.WithCancel(context.Background())
	return d
}

// Engine is the name of the engine that speaks; "" when none can. home leaves out those
// that are not on this machine.
func (d *Desk) Engine(home bool) string {
	for _, e := range d.engines {
		if e.Home() || !home {
			return e.Name()
		}
	}
	return ""
}

// Speak begins to speak a line; ErrUnspoken when no engine may.
func (d *Desk) Speak(l Line) (*Sound, error) {
	if d.Engine(l.Home) == "" || l.Text == "" || utf8.RuneCountInString(l.Text) > longestLine {
		return nil, ErrUnspoken
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, ErrUnspoken
	}
	key := l.Text
	if l.Home {
		key = "home " + key // another engine may speak it
	}
	if e, ok := d.kept[key]; ok && l.Stock {
		d.order.MoveToFront(e)
		d.counts["kept"]++
		return e.Value.(*keptSound).sound, nil
	}
	s := newSound()
	if l.Stock {
		d.kept[key] = d.order.PushFront(&keptSound{text: key, sound: s})
	}
	d.work.Go(func() { d.speak(l, key, s) })
	return s, nil
}

// speak has the engines try one after the other until one is heard.
func (d *Desk) speak(l Line, key string, s *Sound) {
	err, by := ErrUnspoken, ""
	for _, e := range d.engines {
		if l.Home && !e.Home() {
			continue
		}
		by = e.Name()
		if err = d.have(e, l, s); err == nil || !s.silent() || d.ctx.Err() != nil {
			break
		}
	}
	d.count(outcome(by, err))
	s.finish(err)
	d.settle(l, key, s)
}

func (d *Desk) count(outcome string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.counts[outcome]++
}

// have lets one engine speak; a panic of its is an error.
func (d *Desk) have(e Engine, l Line, s *Sound) (err error) {
	defer func() {
		if recover() != nil { // its value may hold the line
			err = errors.New("speech: the engine panicked")
		}
	}()
	if err := e.Speak(d.ctx, l, s); err != nil {
		return fmt.Errorf("%s: %w", e.Name(), err)
	}
	if s.silent() {
		return fmt.Errorf("%s: %w", e.Name(), errSound)
	}
	return nil
}

func outcome(by string, err error) string {
	switch {
	case err == nil:
		return "spoken by " + by
	case errors.Is(err, ErrUnspoken):
		return "unspoken"
	}
	return "failed"
}

// settle keeps the sound of a stock line, or forgets it when it failed, and makes room.
func (d *Desk) settle(l Line, key string, s *Sound) {
	if !l.Stock {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	e := d.kept[key]
	if e == nil || e.Value.(*keptSound).sound != s {
		return // forgotten meanwhile
	}
	size, whole := s.whole()
	if !whole {
		d.forget(e)
		return
	}
	e.Value.(*keptSound).bytes = size
	for d.bytes += size; d.bytes > mostKept; {
		d.forget(d.order.Back())
	}
}

// forget drops a kept sound, with d.mu held. Who hears it hears it to its end.
func (d *Desk) forget(e *list.Element) {
	k := d.order.Remove(e).(*keptSound)
	d.bytes -= k.bytes
	delete(d.kept, k.text)
}

// Lines counts the lines asked for by what became of them: "spoken by" an engine,
// "kept", "unspoken", "failed".
func (d *Desk) Lines() map[string]int {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := make(map[string]int, len(d.counts))
	for outcome, n := range d.counts {
		all[outcome] = n
	}
	return all
}

// Close stops what is being spoken and waits for it.
func (d *Desk) Close() {
	d.mu.Lock()
	d.closed = true
	d.mu.Unlock()
	d.leave()
	d.work.Wait()
}
