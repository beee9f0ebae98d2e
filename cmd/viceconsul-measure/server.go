package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
)

// A server is the built program, serving out of a directory of its own.
type server struct {
	cmd     *exec.Cmd
	address string // "http://127.0.0.1:8080"
}

var addressLine = regexp.MustCompile(`http://[^\s;]+`)

func serve(ctx context.Context, dir string) (*server, error) {
	program := filepath.Join(dir, "viceconsul")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "github.com/viceconsul/viceconsul/cmd/viceconsul")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("build the server: %w", err)
	}
	s := &server{cmd: exec.CommandContext(ctx, program, "serve", "--listen", "127.0.0.1:0", "--data", filepath.Join(dir, "data"))}
	s.cmd.Env = append(os.Environ(), "DATABASE_URL=", "VICECONSUL_LIMIT_INTERVIEWS=100000")
	s.cmd.Stderr = os.Stderr
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the server said no address: %w", err)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }() // what it says later is of no interest
	s.address = addressLine.FindString(first)
	return s, nil
}

func (s *server) stop() {
	_ = s.cmd.Process.Kill() // its data goes with it
	_ = s.cmd.Wait()
}

// A wire is the network between browser and server. It counts what it carries, and can
// go dead, as a phone's does between two masts: open connections stay open, and nothing
// comes through them any more.
type wire struct {
	listener net.Listener
	server   string
	carried  atomic.Int64 // bytes, both ways

	mu   sync.Mutex
	dead chan struct{} // closed when the connections of now went dead
	down bool
}

func newWire(s *server) (*wire, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	w := &wire{listener: l, server: strings.TrimPrefix(s.address, "http://"), dead: make(chan struct{})}
	go w.serve()
	return w, nil
}

func (w *wire) address() string { return "http://" + w.listener.Addr().String() }

func (w *wire) serve() {
	for {
		near, err := w.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", w.server)
		if err != nil {
			near.Close()
			continue
		}
		w.mu.Lock()
		dead, down := w.dead, w.down
		w.mu.Unlock()
		if down {
			far.Close() // and near is left waiting
			continue
		}
		go w.pass(near, far, dead)
		go w.pass(far, near, dead)
	}
}

// pass carries bytes until either side closes; after dead it swallows them.
func (w *wire) pass(to, from net.Conn, dead chan struct{}) {
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		select {
		case <-dead:
			return
		default:
		}
		if err != nil {
			to.Close()
			return
		}
		w.carried.Add(int64(n))
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// die makes everything go dead, and what is opened from now on.
func (w *wire) die() {
	w.mu.Lock()
	defer w.mu.Unlock()
	close(w.dead)
	w.down = true
}

// revive carries new connections again.
func (w *wire) revive() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.dead, w.down = make(chan struct{}), false
}
