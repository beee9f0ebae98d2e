package speech

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// A scriptedEngine speaks as its script says, and counts.
type scriptedEngine struct {
	name  string
	home  bool
	speak func(ctx context.Context, l Line, to io.Writer) error

	mu    sync.Mutex
	lines []string
}

func (e *scriptedEngine) Name() string { return e.name }
func (e *scriptedEngine) Home() bool   { return e.home }
func (e *scriptedEngine) Speak(ctx context.Context, l Line, to io.Writer) error {
	e.mu.Lock()
	e.lines = append(e.lines, l.Text)
	e.mu.Unlock()
	return e.speak(ctx, l, to)
}

func (e *scriptedEngine) asked() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.lines)
}

// sound is what an engine makes of a line: MP3 as far as its first bytes tell.
func sound(l Line) []byte { return append([]byte("ID3 sound of "), l.Text...) }

func speaks(_ context.Context, l Line, to io.Writer) error {
	_, err := to.Write(sound(l))
	return err
}

func fails(context.Context, Line, io.Writer) error { return errors.New("out of order") }

func played(t *testing.T, d *Desk, l Line) (string, error) {
	t.Helper()
	s, err := d.Speak(l)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = s.Play(t.Context(), &b)
	return b.String(), err
}

// The first engine that can speaks; one that broke off in a line is not gone on with by
// another voice.
func TestDeskEngines(t *testing.T) {
	breaksOff := func(ctx context.Context, l Line, to io.Writer) error {
		_ = speaks(ctx, l, to)
		return errors.New("out of breath")
	}
	writesHTML := func(_ context.Context, _ Line, to io.Writer) error {
		_, err := io.WriteString(to, "<html>log in first</html>")
		return err
	}
	panics := func(context.Context, Line, io.Writer) error { panic("line in it") }
	silent := func(context.Context, Line, io.Writer) error { return nil }
	for name, test := range map[string]struct {
		first func(context.Context, Line, io.Writer) error
		want  int // lines asked of the second
		fails bool
	}{
		"speaks": {speaks, 0, false}, "fails": {fails, 1, false}, "HTML": {writesHTML, 1, false}, "panics": {panics, 1, false},
		"silent": {silent, 1, false}, "breaks off": {breaksOff, 0, true},
	} {
		first, second := &scriptedEngine{name: "a", speak: test.first}, &scriptedEngine{name: "b", home: true, speak: speaks}
		d := NewDesk(first, second)
		l := Line{Text: "Who is paying?"}
		got, err := played(t, d, l)
		if (err != nil) != test.fails || got != string(sound(l)) || second.asked() != test.want {
			t.Errorf("%s: heard %q, %v, the second was asked %d times", name, got, err, second.asked())
		}
		d.Close()
	}
}

// What must stay on the machine is spoken there or not at all.
func TestDeskHome(t *testing.T) {
	away, home := &scriptedEngine{name: "away", speak: speaks}, &scriptedEngine{name: "home", home: true, speak: speaks}
	d := NewDesk(away, home)
	defer d.Close()
	if _, err := played(t, d, Line{Text: "Who is paying?", Home: true}); err != nil || away.asked() != 0 || home.asked() != 1 {
		t.Errorf("Speak: %v, %d asked away, %d at home", err, away.asked(), home.asked())
	}
	if d.Engine(true) != "home" || d.Engine(false) != "away" {
		t.Errorf("engines %q and %q", d.Engine(true), d.Engine(false))
	}
	only := NewDesk(away)
	defer only.Close()
	for _, l := range []Line{{Text: "Who is paying?", Home: true}, {Text: ""}, {Text: strings.Repeat("long ", 121)}} {
		if _, err := only.Speak(l); !errors.Is(err, ErrUnspoken) {
			t.Errorf("Speak(%.20q): %v, want ErrUnspoken", l.Text, err)
		}
	}
}

// The bank's lines are asked for once however many hear them at once, and kept as long
// as there is room; other lines are not kept, and a failure never is.
func TestDeskKeeps(t *testing.T) {
	e := &scriptedEngine{name: "a", speak: speaks}
	d := NewDesk(e)
	defer d.Close()
	stock := Line{Text: "Who is paying?", Stock: true}
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			if got, err := played(t, d, stock); err != nil || got != string(sound(stock)) {
				t.Errorf("heard %q, %v", got, err)
			}
		})
	}
	group.Wait()
	if e.asked() != 1 {
		t.Errorf("asked %d times for one line", e.asked())
	}
	for range 3 {
		_, _ = played(t, d, Line{Text: "You said uncle. Which is it?"})
	}
	if e.asked() != 4 {
		t.Errorf("asked %d times, want each time for a line of this interview", e.asked())
	}
	e.speak = fails
	other := Line{Text: "Why this school?", Stock: true}
	for range 2 {
		if _, err := played(t, d, other); err == nil {
			t.Error("a failure was heard")
		}
	}
	if e.asked() != 6 {
		t.Errorf("asked %d times, want a failure tried anew", e.asked())
	}
	e.speak = func(_ context.Context, _ Line, to io.Writer) error {
		_, err := to.Write(append([]byte("ID3"), make([]byte, mostSound-3)...))
		return err
	}
	for i := range 12 {
		_, _ = played(t, d, Line{Text: "Line " + strings.Repeat("I", i+1), Stock: true})
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.bytes > mostKept || len(d.kept) != d.order.Len() || len(d.kept) != mostKept/mostSound {
		t.Errorf("%d bytes of %d lines are kept", d.bytes, len(d.kept))
	}
}

// Closing stops a line in the making; who waits is told.
func TestDeskClose(t *testing.T) {
	begun := make(chan struct{})
	d := NewDesk(&scriptedEngine{name: "a", speak: func(ctx context.Context, _ Line, _ io.Writer) error {
		close(begun)
		<-ctx.Done()
		return ctx.Err()
	}})
	s, err := d.Speak(Line{Text: "Who is paying?"})
	if err != nil {
		t.Fatal(err)
	}
	<-begun
	d.Close()
	if _, err := s.Begun(t.Context()); !errors.Is(err, context.Canceled) {
		t.Errorf("Begun: %v, want that it was stopped", err)
	}
	if _, err := d.Speak(Line{Text: "Who is paying?"}); !errors.Is(err, ErrUnspoken) {
		t.Errorf("Speak after Close: %v", err)
	}
}

// program puts a program in the place of a speech command: a script that sees its
// arguments.
func program(t *testing.T, name, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
}

// A command is given the line as one argument, whatever it holds, and no shell sees it.
func TestCommand(t *testing.T) {
	for name, script := range map[string]string{
		"flite":     `[ $# = 6 ] && [ "$3" = -t ] && [ "$5" = -o ] && { printf 'RIFF....WAVE%s' "$4" > "$6"; }`,
		"espeak-ng": `[ $# = 8 ] && [ "$7" = -- ] && { printf 'RIFF....WAVE%s' "$8" > "$6"; }`,
	} {
		t.Run(name, func(t *testing.T) {
			program(t, name, script)
			d := NewDesk(Installed()...)
			defer d.Close()
			for _, text := range []string{"Who is paying?", "-o /etc/passwd", "$(rm -rf ~); `id` \"'<speak>|& *", "Señor?"} {
				if got, err := played(t, d, Line{Text: text}); err != nil || got != "RIFF....WAVE"+text || d.Engine(true) != name {
					t.Errorf("Speak(%q) by %q: %q, %v", text, d.Engine(true), got, err)
				}
			}
			for _, text := range []string{"two\nlines", "\x1b[31m", "\xff"} {
				if _, err := played(t, d, Line{Text: text}); !errors.Is(err, ErrUnspoken) {
					t.Errorf("Speak(%q): %v, want ErrUnspoken", text, err)
				}
			}
		})
	}
}

// A command that fails, says something else or nothing is no engine for the line; what
// it prints is in no error.
func TestCommandFails(t *testing.T) {
	for name, script := range map[string]string{
		"fails": `echo "$4" >&2; exit 3`, "makes no file": `exit 0`, "writes no sound": `echo "hello, hello" > "$6"`,
	} {
		program(t, "flite", script)
		d := NewDesk(Installed()...)
		if _, err := played(t, d, Line{Text: "Who is paying?"}); err == nil || strings.Contains(err.Error(), "paying") {
			t.Errorf("%s: %v, want an error without the line", name, err)
		}
		d.Close()
	}
}

// A command that hangs is ended with the desk.
func TestCommandHangs(t *testing.T) {
	begun := filepath.Join(t.TempDir(), "begun")
	program(t, "flite", `: > `+begun+`; while :; do :; done`)
	d := NewDesk(Installed()...)
	s, err := d.Speak(Line{Text: "Who is paying?"})
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(begun); err == nil {
			break
		}
	}
	d.Close()
	if _, err := s.Begun(t.Context()); err == nil {
		t.Error("it spoke")
	}
}
