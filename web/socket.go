package web

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/program"
)

// subprotocol is the version of the messages.
const subprotocol = "viceconsul.v1"

// A socket is one client's connection to an interview. One goroutine reads from
// it for as long as it is open (socket_read.go); one writes, and only while there
// is something to write (socket_write.go). An idle connection therefore costs one
// small stack and no buffer for writing.
type socket struct {
	server    *Server
	conn      *websocket.Conn
	wire      *timedConn
	tenant    string
	interview string
	applicant string // ID
	address   string

	// The reading goroutine's own.
	visit      *live.Visit // nil before hello
	messages   *rate.Limiter
	controls   *rate.Limiter
	composed   time.Time // when composing was last heeded
	warned     bool      // slow_down was said and the client has not rested since
	quietUntil time.Time // when the client must have said something between messages
	within     bool      // inside a message, whose frames may come with control frames between
	clean      bool      // the client closed, so nothing more comes from it
	plain      bool      // no model takes part in the interview
	parts      *rate.Limiter
	recording  *recording // coming in; nil for none

	mu       sync.Mutex
	script   script
	early    []live.Message // heard before the welcome was queued
	welcomed bool
	told     int64 // offset of the last event queued
	queue    []frame
	events   int // counted frames in queue
	bytes    int // of them
	writing  bool
	pinging  bool    // a ping is due
	end      *ending // set once; nothing is queued after it
	said     bool    // the close frame is out, or cannot be
	read     bool    // the reading goroutine has ended
	timer    *time.Timer

	stopHearing context.CancelFunc // of a recording being written down; nil for none
	heardLast   *hearing
	cutTurn     int // the turn in which the officer cut in last
	cutSince    time.Time
}

// newUpgrader makes sockets without compression, with pooled write buffers of a
// size that most frames fit into (a question is about 200 bytes) and the reader
// that hijack gives.
func newUpgrader() websocket.Upgrader {
	return websocket.Upgrader{
		HandshakeTimeout: 5 * time.Second,
		WriteBufferSize:  1 << 10,
		WriteBufferPool:  &sync.Pool{},
		Subprotocols:     []string{subprotocol},
		CheckOrigin:      func(*http.Request) bool { return true }, // openSocket has checked, before anything was upgraded
		Error:            func(http.ResponseWriter, *http.Request, int, error) {},
	}
}

// upgraded reports whether the connection has become a socket.
func (k *socket) upgraded() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.conn != nil
}

// openSocket upgrades a request of the interview's owner. Everything that can be
// refused is refused before the upgrade, so a refused client costs no socket.
func (s *Server) openSocket(c echo.Context) error {
	iv, err := s.owned(c, program.Answer)
	if err != nil {
		return err
	}
	if !websocket.IsWebSocketUpgrade(c.Request()) && s.sockets.full(iv.Applicant) {
		return errManyRooms // a browser does not show a page why a handshake was refused: it asks again without one
	}
	if err := s.admissible(c); err != nil {
		return err
	}
	k := &socket{
		server: s, tenant: iv.Tenant, interview: iv.ID, applicant: iv.Applicant, address: network(c.RealIP()),
		messages: rate.NewLimiter(rate.Limit(float64(s.limits.Messages)/60), s.limits.Burst),
		controls: rate.NewLimiter(rate.Limit(float64(s.limits.Controls)/10), s.limits.Controls),
		parts:    rate.NewLimiter(2, partsAtOnce), // of a second each, and some room
	}
	if met := s.sockets.admit(k); met != "" {
		s.counts.limit(met)
		if met == "sockets_per_applicant" {
			return errManyRooms
		}
		return errTooMany
	}
	taken, err := k.upgrade(c)
	if err == nil {
		return nil
	}
	s.sockets.remove(k)
	if taken {
		return nil // the connection is closed; there is nobody to answer
	}
	return errHandshake
}

// admissible checks what a handshake of ours must bring.
func (s *Server) admissible(c echo.Context) error {
	r := c.Request()
	if s.closing.Load() {
		return errClosing
	}
	named := len(r.Header.Values("Origin")) > 0
	if (named || usesCookie(r)) && !s.origins.allow(r, c.Scheme()) {
		s.counts.limit("origin")
		return errOrigin
	}
	if !websocket.IsWebSocketUpgrade(r) || !slices.Contains(websocket.Subprotocols(r), subprotocol) {
		return errHandshake
	}
	return nil
}

// upgrade takes the connection over and starts its reading goroutine. The handler
// returns, so that net/http's own memory of the connection is freed. taken says
// that there is no HTTP any more to answer over.
func (k *socket) upgrade(c echo.Context) (taken bool, err error) {
	h := &hijacker{ResponseWriter: c.Response(), wire: &timedConn{limit: k.server.limits.Message}}
	conn, err := k.server.upgrader.Upgrade(h, c.Request(), c.Response().Header())
	if err != nil {
		return h.taken, err
	}
	conn.SetReadLimit(messageLimit)
	conn.SetPingHandler(k.heardPing)
	conn.SetPongHandler(k.heardPong)
	conn.SetCloseHandler(func(int, string) error { return nil }) // run answers
	k.quietUntil = time.Now().Add(k.server.limits.Hello)
	h.wire.quiet(k.quietUntil)
	k.mu.Lock()
	k.conn, k.wire = conn, h.wire
	k.timer = time.AfterFunc(k.server.limits.Ping, k.ping)
	k.start() // an ending may have come during the upgrade
	k.mu.Unlock()
	go k.run()
	if k.server.closing.Load() { // Shutdown may have listed the sockets before this one came
		k.bye()
	}
	return true, nil
}

// hijacker hands gorilla a connection that times messages, and a small reader.
type hijacker struct {
	http.ResponseWriter
	wire  *timedConn
	taken bool
}

// readBuffer holds a frame's header and a control frame's payload (139 bytes at
// most); longer messages are read past it.
const readBuffer = 512

func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, fmt.Errorf("hijack: %w", err)
	}
	h.taken = true
	if rw.Reader.Buffered() > 0 {
		return conn, rw, nil // data before the handshake: gorilla refuses it
	}
	h.wire.Conn = conn
	h.wire.in = bufio.NewReaderSize(h.wire, readBuffer)
	return h.wire, bufio.NewReadWriter(h.wire.in, rw.Writer), nil
}

// storing bounds one call that stores: its commit waits for others, and a
// database has 5 s for a statement.
const storing = 10 * time.Second

func (k *socket) context() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), storing)
}

// arrive attaches the socket to its interview.
func (k *socket) arrive(from live.Position) error {
	ctx, cancel := k.context()
	defer cancel()
	visit, welcome, err := k.server.section.Attach(ctx, k.tenant, k.interview, from, k)
	if err != nil {
		return err
	}
	k.visit, k.plain = visit, welcome.Plain
	k.welcome(welcome)
	return nil
}

// guard ends this socket, not the process, when one of its goroutines panics.
func (k *socket) guard() {
	if r := recover(); r != nil {
		k.panicked(r)
		k.close(ourFault)
	}
}

// panicked logs a panic. Its value may hold an applicant's words, so only its type
// is logged.
func (k *socket) panicked(value any) {
	k.server.log.Error("panic", "interview", k.interview, "type", fmt.Sprintf("%T", value), "stack", string(debug.Stack()))
}

// position reads where a returning client stands.
func position(m helloMessage) live.Position {
	if m.Epoch == nil {
		return live.Position{}
	}
	return live.Position{Epoch: *m.Epoch, Offset: *m.Offset}
}
