package web

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A wireCaller speaks RFC 6455 byte by byte.
type wireCaller struct {
	net.Conn
	in *bufio.Reader
}

// knock opens a socket over a plain connection and leaves what follows to the
// test.
func (h *house) knock(t testing.TB, id, key string) *wireCaller {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(patience))
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"+
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: %s\r\nAuthorization: Bearer %s\r\n\r\n",
		socketOf(id), strings.TrimPrefix(h.url, "http://"), subprotocol, key)
	c := &wireCaller{conn, bufio.NewReader(conn)}
	res, err := http.ReadResponse(c.in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusSwitchingProtocols || res.Header.Get("Sec-WebSocket-Accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" {
		t.Fatalf("upgrade: %s %v", res.Status, res.Header)
	}
	return c
}

const (
	fin     = 0x80
	opText  = 0x1
	opBytes = 0x2
	opClose = 0x8
	opPing  = 0x9
	opPong  = 0xA
)

// frameBytes is a masked frame. first is FIN, reserved bits and opcode.
func frameBytes(first byte, payload []byte) []byte {
	b := []byte{first}
	switch n := len(payload); {
	case n < 126:
		b = append(b, 0x80|byte(n))
	case n < 1<<16:
		b = binary.BigEndian.AppendUint16(append(b, 0x80|126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, 0x80|127), uint64(n))
	}
	mask := [4]byte{1, 2, 3, 4}
	b = append(b, mask[:]...)
	for i, p := range payload {
		b = append(b, p^mask[i%4])
	}
	return b
}

func text(s string) []byte { return frameBytes(fin|opText, []byte(s)) }

// frame reads one frame of the server, which masks nothing.
func (c *wireCaller) frame() (op byte, payload []byte, err error) {
	var head [2]byte
	if _, err := io.ReadFull(c.in, head[:]); err != nil {
		return 0, nil, err
	}
	n := uint64(head[1] & 0x7f)
	switch n {
	case 126:
		var b [2]byte
		_, err = io.ReadFull(c.in, b[:])
		n = uint64(binary.BigEndian.Uint16(b[:]))
	case 127:
		var b [8]byte
		_, err = io.ReadFull(c.in, b[:])
		n = binary.BigEndian.Uint64(b[:])
	}
	if err != nil {
		return 0, nil, err
	}
	payload = make([]byte, n)
	_, err = io.ReadFull(c.in, payload)
	return head[0] & 0xf, payload, err
}

// closing reads up to the close frame and returns its code, then makes sure that
// the server ends the connection. 0 when it ended without a close frame.
func (c *wireCaller) closing(t testing.TB) int {
	t.Helper()
	for {
		op, payload, err := c.frame()
		if err != nil {
			return 0
		}
		if op != opClose {
			continue
		}
		_ = c.Conn.(*net.TCPConn).CloseWrite() // as a client that has nothing more to say
		if rest, err := io.ReadAll(c.in); err != nil || len(rest) > 0 {
			t.Errorf("after the close frame: %q, %v, want the end", rest, err)
		}
		return int(binary.BigEndian.Uint16(payload))
	}
}

const hello = `{"type":"hello"}`

// Every broken frame ends its connection with the right code, and the interview
// goes on over the next one.
func TestFrames(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	unmasked := append([]byte{fin | opText, byte(len(hello))}, hello...)
	huge := binary.BigEndian.AppendUint64([]byte{fin | opText, 0x80 | 127}, 1<<40)
	for _, test := range []struct {
		name string
		send []byte
		want int
	}{
		{"unmasked", unmasked, 1002},
		{"reserved bit 1", frameBytes(fin|0x40|opText, []byte(hello)), 1002},
		{"reserved bit 2", frameBytes(fin|0x20|opText, []byte(hello)), 1002},
		{"reserved bit 3", frameBytes(fin|0x10|opText, []byte(hello)), 1002},
		{"reserved opcode", frameBytes(fin|0x3, []byte(hello)), 1002},
		{"reserved control opcode", frameBytes(fin|0xB, nil), 1002},
		{"continuation of nothing", frameBytes(fin, []byte(hello)), 1002},
		{"text inside text", append(frameBytes(opText, []byte("{")), frameBytes(fin|opText, []byte("}"))...), 1002},
		{"fragmented ping", frameBytes(opPing, nil), 1002},
		{"long ping", frameBytes(fin|opPing, make([]byte, 126)), 1002},
		{"close code 1005", frameBytes(fin|opClose, []byte{0x03, 0xED}), 1002},
		{"close reason not UTF-8", frameBytes(fin|opClose, []byte{0x03, 0xE8, 0xFF}), 1002},
		{"binary", frameBytes(fin|opBytes, []byte("sound")), 1003},
		{"not UTF-8", text("{\"type\":\"hell\xff\"}"), 1007},
		{"half a character", text("{\"type\":\"\xe2\x82\"}"), 1007},
		{"over 64 KiB", text(strings.Repeat("x", messageLimit+1)), 1009},
		{"over 64 KiB in parts", append(frameBytes(opText, make([]byte, messageLimit)), frameBytes(fin, []byte("x"))...), 1009},
		{"announced as 1 TiB", append(huge, 1, 2, 3, 4), 1009},
		{"closed politely", frameBytes(fin|opClose, []byte{0x03, 0xE8}), 1000},
		{"closed without a code", frameBytes(fin|opClose, nil), 1000},
	} {
		c := h.knock(t, id, key)
		if _, err := c.Write(test.send); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if got := c.closing(t); got != test.want {
			t.Errorf("%s: closed with %d, want %d", test.name, got, test.want)
		}
		c.Close()
	}
	h.join(t, id, key)
}

// A message may come in parts with pings between them.
func TestFramesInParts(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c := h.knock(t, id, key)
	var all []byte
	for i, part := range []string{`{"ty`, `pe":"`, `hello"}`} {
		first := []byte{opText, 0, fin}[i]
		all = append(all, frameBytes(first, []byte(part))...)
		if i < 2 {
			all = append(all, frameBytes(fin|opPing, []byte("there?"))...)
		}
	}
	if _, err := c.Write(all); err != nil {
		t.Fatal(err)
	}
	var pongs int
	for {
		op, payload, err := c.frame()
		if err != nil {
			t.Fatal(err)
		}
		if op == opPong && string(payload) == "there?" {
			pongs++
		}
		if op == opText {
			if !bytes.HasPrefix(payload, []byte(`{"type":"welcome"`)) || pongs != 2 {
				t.Errorf("got %.40s after %d pongs, want welcome after 2", payload, pongs)
			}
			return
		}
	}
}

func TestFramesControlFlood(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	for _, op := range []byte{opPing, opPong} {
		c := h.knock(t, id, key)
		if _, err := c.Write(append(text(hello), bytes.Repeat(frameBytes(fin|op, nil), 11)...)); err != nil {
			t.Fatal(err)
		}
		if got := c.closing(t); got != controlFlood.code {
			t.Errorf("11 frames of opcode %d: closed with %d, want %d", op, got, controlFlood.code)
		}
	}
}

// A message has its time from the first byte to the last; nothing that comes
// meanwhile prolongs it, and neither does being before its first frame's payload.
func TestFramesSlowMessage(t *testing.T) {
	h := openHouse(t, limited(Limits{Message: 50 * time.Millisecond, Hello: patience}))
	id, key := h.begin(t, student)
	for name, begin := range map[string][]byte{
		"one byte of a header": {fin | opText},
		"half a payload":       text(hello)[:8],
		"first part, then pongs": append(append(frameBytes(opText, []byte("{")),
			frameBytes(fin|opPong, nil)...), frameBytes(fin|opPong, nil)...),
		"half a ping": frameBytes(fin|opPing, []byte("there?"))[:4],
	} {
		c := h.knock(t, id, key)
		if _, err := c.Write(begin); err != nil {
			t.Fatal(err)
		}
		if got := c.closing(t); got != slowMessage.code {
			t.Errorf("%s: closed with %d, want %d", name, got, slowMessage.code)
		}
	}
	if got := h.metric(t, `viceconsul_limit_hits_total{limit="message_time"}`); got != 4 {
		t.Errorf("message_time was met %v times, want 4", got)
	}
}

// A client whose pongs stay away is let go, and may come back.
func TestFramesNoPong(t *testing.T) {
	h := openHouse(t, limited(Limits{Ping: 20 * time.Millisecond, Pong: 20 * time.Millisecond, Hello: patience}))
	id, key := h.begin(t, student)
	c := h.knock(t, id, key)
	if _, err := c.Write(text(hello)); err != nil {
		t.Fatal(err)
	}
	if got := c.closing(t); got != noPong.code {
		t.Errorf("closed with %d, want %d", got, noPong.code)
	}
}

// Pongs keep an idle connection: this one outlives many waits.
func TestFramesPongs(t *testing.T) {
	h := openHouse(t, limited(Limits{Ping: 10 * time.Millisecond, Pong: patience, Controls: 1000}))
	id, key := h.begin(t, student)
	c := h.knock(t, id, key)
	if _, err := c.Write(text(hello)); err != nil {
		t.Fatal(err)
	}
	for pings := 0; pings < 5; {
		op, payload, err := c.frame()
		if err != nil {
			t.Fatalf("after %d pings: %v", pings, err)
		}
		if op == opPing {
			pings++
			if _, err := c.Write(frameBytes(fin|opPong, payload)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Data that comes before the handshake is answered ends the connection.
func TestFramesDataBeforeHandshake(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(patience))
	handshake := fmt.Sprintf("GET %s HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"+
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: %s\r\nAuthorization: Bearer %s\r\n\r\n", socketOf(id), subprotocol, key)
	if _, err := conn.Write(append([]byte(handshake), text(hello)...)); err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(conn); len(got) > 0 && bytes.Contains(got, []byte("101")) {
		t.Errorf("data before the handshake was taken: %q %v", got, err)
	}
}
