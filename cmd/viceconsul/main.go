// Command viceconsul rehearses US visa interviews: a server with pages and a
// websocket, a rehearsal in the terminal, and a grader for transcripts.
//
// This package is wiring: it reads flags and environment, opens the parts and
// connects them. It is the only place that knows both databases.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}
