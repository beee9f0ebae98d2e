package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/web"
)

type interviewCommand struct {
	Category string  `help:"Visa category: B-1, B-2, B-1/B-2, F-1, J-1 or H-1B." required:"" placeholder:"VISA"`
	Track    string  `help:"Track: physician, research, student, summer-work-travel, au-pair, intern or trainee."`
	Profile  string  `help:"File with the declared profile as JSON." type:"existingfile" placeholder:"FILE"`
	Server   string  `help:"Server to rehearse against; without one, this process serves." placeholder:"URL"`
	Temper   string  `help:"How the officer behaves." enum:"neutral,brisk,sceptical,warm" default:"neutral"`
	Seed     *uint64 `help:"Makes the officer repeatable."`
	Plain    bool    `help:"No model takes part: the officer speaks in the bank's words."`
	Mode     string  `help:"exam says nothing until the end; coach speaks after each answer." enum:"exam,coach" default:"exam"`
	Minutes  int     `help:"Length the officer aims at, 1 to 60." default:"5"`
	Format   string  `help:"How the graded transcript is printed: text, markdown, json or html." enum:"text,markdown,json,html" default:"text"`

	packPlace

	Model modelFlags `embed:"" prefix:"model-"`
}

// Run holds the interview and prints the graded transcript. Lines of standard
// input are answers; /repeat, /again (in coach mode) and /end are not.
func (i interviewCommand) Run(ctx context.Context, s streams) error {
	o := order{
		Category: i.Category, Track: i.Track, Mode: i.Mode, Minutes: i.Minutes,
		Officer: &officerOrder{Temper: i.Temper, Seed: i.Seed, Plain: i.Plain},
	}
	if i.Profile != "" {
		data, err := os.ReadFile(i.Profile)
		if err != nil {
			return fmt.Errorf("%w: %w", errUnusable, err)
		}
		o.Profile = data
	}
	c := &client{server: strings.TrimSuffix(i.Server, "/")}
	if i.Server == "" {
		bank, err := i.bank(ctx)
		if err != nil {
			return err
		}
		stop, err := c.serveHere(ctx, i.Model, bank)
		if err != nil {
			return err
		}
		defer stop()
	}
	if err := c.start(ctx, o); err != nil {
		return err
	}
	r := rehearsal{client: c, streams: s, lines: readLines(s.in)}
	sealed, err := r.hold(ctx)
	if err != nil {
		return err
	}
	return web.Export(s.out, sealed, i.Format)
}

// serveHere starts a server of this process, on loopback, with a store that lasts
// as long as the rehearsal; its questions are the bank's.
func (c *client) serveHere(ctx context.Context, model modelFlags, bank *questionbank.Bank) (stop func(), err error) {
	dir, err := os.MkdirTemp("", "viceconsul-")
	if err != nil {
		return nil, err
	}
	serve := serveCommand{Data: dir, Model: model, bank: bank}
	h, err := serve.open(ctx, slog.New(slog.DiscardHandler))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.close()
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	server := web.HTTPServer(h.server)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := served(server.Serve(listener)); err != nil {
			h.log.Error("serve the rehearsal", "err", err)
		}
	}()
	c.server = "http://" + listener.Addr().String()
	return func() {
		server.Close()
		<-done
		h.close()
		os.RemoveAll(dir)
	}, nil
}

// A rehearsal is an interview at the terminal.
type rehearsal struct {
	client  *client
	streams streams
	lines   <-chan string // closed at the end of the input
}

// mostTries bounds the tries to come back without hearing anything new: over a
// minute with the pauses between them.
const mostTries = 12

// hold sits through the interview, coming back after each lost connection, and
// returns the sealed transcript.
func (r *rehearsal) hold(ctx context.Context) (transcript.Transcript, error) {
	for try, reached := 0, int64(0); ; try++ {
		sealed, err := r.sitThrough(ctx)
		if sealed != nil {
			return transcript.ReadTranscript(sealed)
		}
		if r.client.offset > reached {
			try, reached = 0, r.client.offset
		}
		if !errors.Is(err, errDropped) || try == mostTries {
			return transcript.Transcript{}, err
		}
		fmt.Fprintln(r.streams.err, "(connection lost; nothing is lost; trying again)")
		if err := pause(ctx, try); err != nil {
			return transcript.Transcript{}, err
		}
	}
}

// sitThrough holds one connection for as long as it lasts.
func (r *rehearsal) sitThrough(ctx context.Context) (sealed []byte, err error) {
	s, err := r.client.sit(ctx)
	if err != nil {
		return nil, err
	}
	defer s.conn.Close()
	return r.converse(ctx, s)
}

// converse shows what the officer says and sends what is typed, until the
// transcript is graded or the connection ends.
func (r *rehearsal) converse(ctx context.Context, s *sitting) (sealed []byte, err error) {
	lines := r.lines
	for {
		typed := lines
		if r.client.asked == 0 || r.client.unsent != nil {
			typed = nil // nobody waits for an answer
		}
		select {
		case h, open := <-s.heard:
			if !open {
				return nil, errDropped
			}
			if err := r.hear(s, h); err != nil {
				return nil, err
			}
			if h.Type == "graded" {
				return h.Transcript, nil
			}
		case line, open := <-typed:
			if !open {
				lines, line = nil, "/end"
			}
			if err := r.say(s, line); err != nil {
				return nil, err
			}
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// hear shows one message of the server.
func (r *rehearsal) hear(s *sitting, h heard) error {
	if !r.client.note(h) {
		return nil
	}
	out := r.streams.out
	switch h.Type {
	case "welcome":
		if r.client.unsent != nil {
			return s.say(*r.client.unsent)
		}
		if !h.Recovered {
			for _, t := range h.Interview.Turns {
				if t.Applicant == nil {
					fmt.Fprintf(out, "Officer: %s\n", t.Officer)
				}
			}
		}
	case "question", "interrupt":
		fmt.Fprintf(out, "Officer: %s\n", h.Text)
		if h.Private {
			fmt.Fprintln(out, "  (nobody keeps your answer to this, and it is not graded)")
		}
	case "coach":
		for _, f := range h.Findings {
			fmt.Fprintf(out, "  (%s: %s)\n", f.Criterion, f.Reason)
		}
	case "decision":
		fmt.Fprintf(out, "Officer: %s\n\n", h.Outcome.Line)
	case "error":
		fmt.Fprintf(r.streams.err, "(%s)\n", h.Title)
		r.client.unsent = nil
	}
	return nil
}

// say sends one typed line.
func (r *rehearsal) say(s *sitting, line string) error {
	switch line = strings.TrimSpace(line); line {
	case "":
		return nil
	case "/repeat":
		return s.say(sent{Type: "repeat", Turn: r.client.asked})
	case "/again":
		return s.say(sent{Type: "again", Turn: max(1, r.client.answered)})
	case "/end":
		return s.say(sent{Type: "end"})
	}
	return r.client.answer(s, line)
}

// readLines reads lines in the background, so that the officer can speak meanwhile.
func readLines(in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for scan := bufio.NewScanner(in); scan.Scan(); {
			lines <- scan.Text()
		}
	}()
	return lines
}
