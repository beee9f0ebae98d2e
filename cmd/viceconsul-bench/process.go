package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A process is a running server, ours or the floor.
type process struct {
	cmd     *exec.Cmd
	address string        // "http://127.0.0.1:8080"
	took    time.Duration // from its start to its first question
}

var addressLine = regexp.MustCompile(`http://[^\s;]+`)

// start runs a server on a store of its own and waits for its first question.
func (b *bench) start(ctx context.Context, store, dir string, ours bool) (*process, error) {
	data, err := os.MkdirTemp(dir, store+"-")
	if err != nil {
		return nil, err
	}
	args := []string{b.server, "serve", "--listen", "127.0.0.1:0", "--data", data}
	if !ours {
		args = []string{os.Args[0], "floor", "--data", data}
	}
	env := append(os.Environ(), "VICECONSUL_LIMIT_INTERVIEWS=1000000")
	if store == postgresStore {
		env = append(env, "DATABASE_URL="+b.database)
	}
	p := &process{cmd: exec.CommandContext(ctx, args[0], args[1:]...)}
	p.cmd.Env = env
	p.cmd.Stderr = os.Stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	began := time.Now()
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("server said no address: %w", err)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }() // what it says later is of no interest, its end is
	p.address = addressLine.FindString(first)
	held, err := holdOpen(ctx, p, 1)
	p.took = time.Since(began)
	held.close()
	if err != nil {
		return nil, fmt.Errorf("first question: %w", err)
	}
	return p, nil
}

// stop ends the server as an operator would and reports how it went.
func (p *process) stop() error {
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	if err := p.cmd.Wait(); err != nil {
		return fmt.Errorf("server ended badly: %w", err)
	}
	return nil
}

// cpu is the processor time the server has used. /proc tells it in hundredths of a
// second, too coarse for a hundred turns; a process's own clock tells nanoseconds.
func (p *process) cpu() time.Duration {
	const scheduler = 2 // clock_getcpuclockid(3): ^pid << 3, and which of the clocks
	var used unix.Timespec
	if err := unix.ClockGettime(int32(^p.cmd.Process.Pid<<3|scheduler), &used); err != nil {
		return 0
	}
	return time.Duration(used.Nano())
}

// memory is the server's resident memory in bytes.
func (p *process) memory() int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kb * 1024
		}
	}
	return 0
}
