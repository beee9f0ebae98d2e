package speech

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
	"unicode"
	"unicode/utf8"
)

// speaking is how long a command may take for a line (security limit).
const speaking = 5 * time.Second

// places bounds the commands running at once, of all kinds: one for each core.
var places = make(chan struct{}, runtime.NumCPU())

// A Command speaks with a program of this machine. Its arguments never pass a shell.
type Command struct {
	name, path string
	arguments  func(text, file string) []string
}

// commands are those known, the better sounding first. Each writes a WAV file; flite
// writes into a pipe a header that says there is nothing. Of its voices slt is the
// clearest (tried on the bank's lines); a build without it takes another.
var commands = []Command{
	{name: "flite", arguments: func(text, file string) []string { return []string{"-voice", "slt", "-t", text, "-o", file} }},
	{name: "espeak-ng", arguments: func(text, file string) []string { return []string{"-v", "en-us", "-s", "150", "-w", file, "--", text} }},
}

// Installed are the commands that are on this machine, in the order they are to be tried.
func Installed() []Engine {
	var all []Engine
	for _, c := range commands {
		if path, err := exec.LookPath(c.name); err == nil {
			c.path = path
			all = append(all, c)
		}
	}
	return all
}

// Name is the program's.
func (c Command) Name() string { return c.name }

// Home is always true.
func (c Command) Home() bool { return true }

// Speak runs the program and writes the sound it made.
func (c Command) Speak(ctx context.Context, l Line, to io.Writer) error {
	if utf8.RuneCountInString(l.Text) > longestLine || !speakable(l.Text) {
		return ErrUnspoken
	}
	ctx, cancel := context.WithTimeout(ctx, speaking)
	defer cancel()
	select {
	case places <- struct{}{}:
		defer func() { <-places }()
	case <-ctx.Done():
		return ctx.Err()
	}
	dir, err := os.MkdirTemp("", "viceconsul-line-")
	if err != nil {
		return fmt.Errorf("a place for the sound: %w", err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "line.wav")
	if err := c.run(ctx, l.Text, file); err != nil {
		return err
	}
	sound, err := os.Open(file)
	if err != nil {
		return errors.New("it made no sound")
	}
	defer sound.Close()
	_, err = io.Copy(to, io.LimitReader(sound, mostSound+1))
	return err
}

// run starts the program and waits; what it prints is nobody's, since it may repeat
// the line.
func (c Command) run(ctx context.Context, text, file string) error {
	cmd := exec.CommandContext(ctx, c.path, c.arguments(text, file)...)
	cmd.Env = []string{"LANG=C.UTF-8"}
	cmd.Dir = filepath.Dir(file)
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return errors.New("it failed") // its error may quote the line
	}
	return nil
}

// speakable holds for one line of plain text.
func speakable(text string) bool {
	for _, r := range text {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return false
		}
	}
	return text != ""
}
