package web

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"time"

	"github.com/gorilla/websocket"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
)

// A frame waits to be written. Those of the welcome and the sealed transcript are
// not counted towards the limit of the queue: the limits of an interview bound
// them already.
type frame struct {
	text    []byte
	counted bool
}

// Hear queues what the window tells. It is called from the window's goroutine and
// never waits for the client.
func (k *socket) Hear(m live.Message) {
	defer k.guard()
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.welcomed {
		k.early = append(k.early, m)
		return
	}
	k.tell(m)
	if !m.More {
		k.start()
	}
}

// tell queues a message, unless it is an event that the client has.
func (k *socket) tell(m live.Message) {
	if m.Event != nil && m.Offset <= k.told {
		return
	}
	k.told = max(k.told, m.Offset)
	if cut, ok := m.Event.(interview.CutIn); ok {
		k.noteCut(cut.Turn)
	}
	for _, f := range k.script.both(m) {
		k.put(frame{f, m.Sealed == nil})
	}
}

// welcome queues the welcome before everything heard so far.
func (k *socket) welcome(w live.Welcome) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.script.voice = k.server.voiceOffer(w.Plain)
	frames, told := k.script.frames(w)
	for _, f := range frames {
		k.put(frame{f, false})
	}
	k.told, k.welcomed = told, true
	for _, m := range k.early {
		k.tell(m)
	}
	k.early = nil
	k.start()
	if w.Head.Sealed {
		k.script.graded, k.script.revision = w.Head.Offset, max(k.script.revision, 1)
		k.rest() // the window has nothing more to tell, and will not say so
	}
}

// rest leaves a socket that was told everything to the client, for a while.
func (k *socket) rest() {
	time.AfterFunc(k.server.limits.Finished, func() { k.close(finished) })
	if k.server.regrader.Reads() {
		time.AfterFunc(lookEvery, k.look)
	}
}

// lookEvery is how often a socket that told the transcript looks for a newer revision,
// which any instance may have made (our judgement: nobody waits for it with a clock).
const lookEvery = 2 * time.Second

// look tells the client a newer revision of the transcript, and looks again later.
func (k *socket) look() {
	defer k.guard()
	if k.ended() {
		return
	}
	ctx, cancel := k.context()
	defer cancel()
	all, err := k.server.store.Revisions(ctx, k.tenant, k.interview)
	if n := len(all); err == nil && n > 0 {
		err = k.tellRevision(ctx, n)
	}
	if err != nil {
		k.server.log.Warn("look for a revision", "interview", k.interview, "err", err)
	}
	time.AfterFunc(lookEvery, k.look)
}

// tellRevision tells a revision of the transcript, once.
func (k *socket) tellRevision(ctx context.Context, n int) error {
	k.mu.Lock()
	told := k.script.revision
	k.mu.Unlock()
	if n <= told {
		return nil
	}
	newest, err := k.server.store.Revision(ctx, k.tenant, k.interview, n)
	if err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.script.revision = n
	m := gradedMessage{place: place{"graded", k.script.epoch, k.script.graded}, Revision: n, Reading: k.server.reads(newest)}
	k.put(frame{gradedFrame(m, newest.Body), false})
	k.start()
	return nil
}

// ackAgain acknowledges an answer that was stored before.
func (k *socket) ackAgain(m answerMessage, offset int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.put(frame{frameOf(ackMessage{place: place{"ack", k.script.epoch, offset}, ID: m.ID, Turn: m.Turn}), true})
	k.start()
}

// say queues a frame that is no event.
func (k *socket) say(f []byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.put(frame{f, true})
	k.start()
}

// Leave turns the window's leaving into an ending.
func (k *socket) Leave(why live.Leaving) {
	switch e, ok := leavings[why]; {
	case ok:
		k.close(e)
	case why == live.Closing:
		k.bye()
	case why == live.Finished:
		k.rest()
	}
}

// bye tells the client when to come back, and closes. The time is spread so that
// not all come at once (1 to 5 seconds, our judgement).
func (k *socket) bye() {
	wait := 1000 + rand.Int64N(4000)
	k.say(frameOf(byeMessage{Type: "bye", RetryAfterMS: wait}))
	k.close(goingAway)
}

// close ends the connection: what is queued goes out first, but for a client that
// fell behind. Only the first ending counts.
func (k *socket) close(e ending) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.finish(e)
	k.start()
}

func (k *socket) finish(e ending) {
	if k.end != nil {
		return
	}
	k.end = &e
	if e == fellBehind {
		k.queue = nil
	}
	k.server.counts.closes.WithLabelValues(e.reason).Inc()
	if e.limit != "" {
		k.server.counts.limit(e.limit)
	}
}

// put appends to the queue, with k.mu held.
func (k *socket) put(f frame) {
	if k.end != nil {
		return
	}
	if f.counted {
		if k.events >= queueEvents || k.bytes+len(f.text) > queueBytes && k.events > 0 {
			k.finish(fellBehind)
			return
		}
		k.events++
		k.bytes += len(f.text)
	}
	k.queue = append(k.queue, f)
}

// start has a goroutine write, when there is something to write and none does,
// with k.mu held.
func (k *socket) start() {
	if k.writing || k.said || k.conn == nil || !k.due() {
		return
	}
	k.writing = true
	go k.write()
}

func (k *socket) due() bool { return len(k.queue) > 0 || k.pinging || k.end != nil }

// write writes until nothing is left. It is the only one that writes messages.
func (k *socket) write() {
	defer func() {
		if r := recover(); r != nil {
			k.panicked(r)
			k.cut()
			k.writeEnded(nil)
		}
	}()
	for {
		k.mu.Lock()
		if !k.due() {
			k.writing = false
			k.queue = nil
			k.mu.Unlock()
			return
		}
		frames, ping, end := k.take()
		k.mu.Unlock()
		if err := k.emit(frames, ping, end); err != nil || end != nil {
			k.writeEnded(err)
			return
		}
	}
}

// together bounds the frames that go out in one write, in bytes (our judgement: an ack
// with its question has 400).
const together = 4 << 10

// take removes what is written next, with k.mu held: a due ping, else the oldest
// frames, else the ending.
func (k *socket) take() (frames [][]byte, ping bool, end *ending) {
	if k.pinging {
		k.pinging = false
		return nil, true, nil
	}
	if len(k.queue) == 0 {
		return nil, false, k.end
	}
	for size := 0; len(k.queue) > 0 && (size == 0 || size+len(k.queue[0].text) <= together); {
		next := k.queue[0]
		k.queue[0] = frame{}
		k.queue = k.queue[1:]
		if next.counted {
			k.events--
			k.bytes -= len(next.text)
		}
		frames = append(frames, next.text)
		size += len(next.text)
	}
	return frames, false, nil
}

func (k *socket) emit(frames [][]byte, ping bool, end *ending) error {
	deadline := time.Now().Add(k.server.limits.Write)
	switch {
	case ping:
		return k.conn.WriteControl(websocket.PingMessage, nil, deadline)
	case end != nil:
		return k.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(end.code, end.reason), deadline)
	}
	if err := k.conn.SetWriteDeadline(deadline); err != nil {
		return err
	}
	if len(frames) == 1 {
		return k.conn.WriteMessage(websocket.TextMessage, frames[0])
	}
	k.wire.gather()
	var err error
	for _, f := range frames {
		err = errors.Join(err, k.conn.WriteMessage(websocket.TextMessage, f))
	}
	return errors.Join(err, k.wire.send())
}

// ping is called by the timer.
func (k *socket) ping() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.end != nil {
		return
	}
	k.pinging = true
	k.start()
	k.timer.Reset(k.server.limits.Ping)
}

func (k *socket) ended() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.end != nil
}

func (k *socket) toldSoFar() int64 {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.told
}

// lingering and drained are how long a client has to answer a close frame, and how
// many bytes are read off meanwhile (our judgement). A connection cut earlier can
// lose the frame with its code on the way.
const (
	lingering = time.Second
	drained   = 1 << 20
)

// writeEnded and readEnded meet: the later of the two releases the connection.
func (k *socket) writeEnded(err error) {
	var network net.Error
	k.mu.Lock()
	if errors.As(err, &network) && network.Timeout() {
		k.finish(fellBehind) // it does not read: a frame had its time
	} else {
		k.finish(left)
	}
	k.said, k.writing = true, false
	last := k.read
	k.mu.Unlock()
	k.wire.linger(lingering)
	if last {
		k.release()
	}
}

func (k *socket) readEnded() {
	k.dropAudio()
	if k.visit != nil {
		k.visit.Leave()
	}
	k.mu.Lock()
	k.read = true
	last := k.said
	k.mu.Unlock()
	if last {
		k.release()
	}
}

// release reads off what a refused client still sends, so that its close frame is
// not lost to a reset, and gives everything back.
func (k *socket) release() {
	k.timer.Stop()
	if !k.clean {
		_, _ = io.CopyN(io.Discard, k.wire.Conn, drained)
	}
	k.conn.Close()
	k.server.sockets.remove(k)
}

// cut ends the connection without a word.
func (k *socket) cut() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.conn != nil {
		k.conn.Close()
	}
}
