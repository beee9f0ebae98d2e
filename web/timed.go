package web

import (
	"bufio"
	"net"
	"sync"
	"time"
)

// A timedConn gives each message a deadline from its first byte, which nothing
// that comes meanwhile moves. Between messages the quiet deadline holds. Frames that
// are due together are written together: a write to a socket costs as much as all
// else of an answer's frames.
type timedConn struct {
	net.Conn
	limit time.Duration // first byte of a message to its last
	in    *bufio.Reader // what gorilla reads from

	within bool // a frame has begun; the reading goroutine's own

	mu        sync.Mutex
	lingering bool // the last deadline is set
	gathering bool
	gathered  []byte
}

// gather holds back what is written until send.
func (c *timedConn) gather() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gathering = true
}

// send writes what was gathered at once.
func (c *timedConn) send() error {
	c.mu.Lock()
	all := c.gathered
	c.gathering, c.gathered = false, nil
	c.mu.Unlock()
	_, err := c.Conn.Write(all)
	return err
}

func (c *timedConn) Write(p []byte) (int, error) {
	c.mu.Lock()
	gathering := c.gathering
	if gathering {
		c.gathered = append(c.gathered, p...)
	}
	c.mu.Unlock()
	if gathering {
		return len(p), nil
	}
	return c.Conn.Write(p)
}

func (c *timedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if n > 0 && !c.within {
		c.within = true
		c.until(time.Now().Add(c.limit))
	}
	return n, err
}

// quiet says that a message has ended and when the next byte must come. Bytes of
// the next message that are here already start its time.
func (c *timedConn) quiet(next time.Time) {
	c.within = c.in.Buffered() > 0
	if c.within {
		next = time.Now().Add(c.limit)
	}
	c.until(next)
}

func (c *timedConn) until(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.lingering {
		_ = c.Conn.SetReadDeadline(t) // a closed connection shows at the next read
	}
}

// linger sets the last deadline: nothing moves it any more.
func (c *timedConn) linger(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lingering = true
	_ = c.Conn.SetReadDeadline(time.Now().Add(d))
}
