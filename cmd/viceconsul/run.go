package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/alecthomas/kong"
)

// Exit codes of every command.
const (
	exitFine     = 0
	exitFailure  = 1
	exitUnusable = 2 // input or arguments
)

// errUnusable marks errors that are the input's or the arguments' fault.
var errUnusable = errors.New("unusable")

// streams are where a command reads and writes.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// commands is the command line.
type commands struct {
	Serve     serveCommand     `cmd:"" default:"withargs" help:"Serve the rehearsal: pages, API and websocket. What runs when no command is named."`
	Interview interviewCommand `cmd:"" help:"Rehearse in the terminal, in this process or against a server."`
	Grade     gradeCommand     `cmd:"" help:"Grade transcripts from files, or from standard input as '-'."`
	Bank      bankCommand      `cmd:"" help:"List, check, search, show, import and export the officer's questions."`
	Migrate   migrateCommand   `cmd:"" help:"Bring the Postgres schema up to date, or show where it stands."`
	Version   versionCommand   `cmd:"" help:"Print the version."`
}

// run is the whole program but for the process: it parses, runs one command and
// returns the exit code.
func run(ctx context.Context, args []string, s streams) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c,
		kong.Name("viceconsul"),
		kong.Description("Rehearse a US visa interview and read the graded transcript."),
		kong.Writers(s.out, s.err),
		kong.Exit(func(code int) { exited = code }),
		kong.UsageOnError(),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(s),
	)
	if err != nil {
		return report(s, err)
	}
	k, err := parser.Parse(args)
	switch {
	case exited >= 0: // --help has been printed
		return exited
	case err != nil:
		return report(s, fmt.Errorf("%w: %w (viceconsul --help lists what there is)", errUnusable, err))
	}
	return report(s, k.Run())
}

// report prints an error for a person and chooses the exit code.
func report(s streams, err error) int {
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errReported):
		return exitUnusable
	case errors.Is(err, errUnusable):
		fmt.Fprintln(s.err, "viceconsul:", err)
		return exitUnusable
	}
	fmt.Fprintln(s.err, "viceconsul:", err)
	return exitFailure
}

// errReported is an unusable input that has been named on standard error already.
var errReported = fmt.Errorf("%w: see above", errUnusable)

type versionCommand struct{}

func (versionCommand) Run(s streams) error {
	_, err := fmt.Fprintln(s.out, "viceconsul", version())
	return err
}

// version is the module's version, or the revision it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return info.Main.Version
}

// terminal reports whether w is one, so that text is the natural format.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}
