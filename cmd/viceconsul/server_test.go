package main

import (
	"bufio"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
)

// binary builds the program once for all tests.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "viceconsul-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "viceconsul")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// browsers is how many tests with a browser or servers of their own run at once, unless
// -parallel says otherwise: most of their time they wait, and two cores hold so many.
const browsers = "4"

func TestMain(m *testing.M) {
	if err := flag.Set("test.parallel", browsers); err != nil {
		panic(err)
	}
	os.Setenv("XDG_STATE_HOME", filepath.Join(os.TempDir(), "viceconsul-tests-have-no-state")) // not the developer's packs
	code := m.Run()
	if path, err := binary(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// A server is the built program, serving. It can be killed and started again on
// the same address and data.
type server struct {
	t       *testing.T
	listen  string
	env     []string
	cmd     *exec.Cmd
	address string
}

// newServer starts the program on a free port with the environment given.
func newServer(t *testing.T, env ...string) *server {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{t: t, listen: free.Addr().String(), env: env}
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	s.start()
	t.Cleanup(s.kill)
	return s
}

var readyLine = regexp.MustCompile(`http://\S+`)

// start runs the program and waits for the address it prints.
func (s *server) start() {
	s.t.Helper()
	path, err := binary()
	if err != nil {
		s.t.Fatal(err)
	}
	s.cmd = exec.Command(path, "serve", "--listen", s.listen)
	s.cmd.Env = append(os.Environ(), s.env...)
	s.cmd.Stderr = os.Stderr
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		s.t.Fatalf("the server said no address: %v", err)
	}
	s.address = readyLine.FindString(line)
}

// kill ends the program as a power cut would.
func (s *server) kill() {
	if s.cmd.ProcessState != nil {
		return
	}
	if err := s.cmd.Process.Kill(); err != nil {
		s.t.Logf("kill: %v", err)
	}
	s.cmd.Wait() // its error is that it was killed
}

// stores are the environments of both stores, each of its own to the test.
func stores() map[string]func(t *testing.T) []string {
	return map[string]func(t *testing.T) []string{
		"sqlite": func(t *testing.T) []string { return []string{"VICECONSUL_DATA=" + t.TempDir(), "DATABASE_URL="} },
		"postgres": func(t *testing.T) []string {
			return []string{"DATABASE_URL=" + freshSchema(t), "VICECONSUL_MIGRATE=true"}
		},
	}
}
