package standin

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// A Kind is one way to misbehave. None of them gives a line that may be said.
type Kind struct {
	Name  string
	Reply Reply
}

// Kinds are all of them: the ways a status, a connection, a stream, a document and a
// text can be wrong.
func Kinds() []Kind {
	kinds := []Kind{
		{"unauthorised", Status(http.StatusUnauthorized)},
		{"not found", Status(http.StatusNotFound)},
		{"too many requests", Status(http.StatusTooManyRequests, "Retry-After: 3600")},
		{"too many requests, until a date", Status(http.StatusTooManyRequests, "Retry-After: Fri, 31 Dec 2999 23:59:59 GMT")},
		{"server error with a huge body", hugeError},
		{"unavailable", Status(http.StatusServiceUnavailable)},
		{"redirect", Status(http.StatusTemporaryRedirect, "Location: /v1/elsewhere")},
		{"redirect without an address", Status(http.StatusFound)},
		{"empty reply", Status(http.StatusNoContent)},
		{"hangs up", hangUp},
		{"slow headers", func(_ http.ResponseWriter, r *http.Request, _ *Call) { rest(r, time.Hour) }},
		{"endless headers", endlessHeaders},
		{"one byte a second", drip},
		{"stalls in mid-line", stall},
		{"cut in mid-line", cut},
		{"ends without a finish reason", partly},
		{"endless line", endless},
		{"only keep-alive lines", keepAlive},
		{"gzip bomb", gzipBomb},
		{"wrong content type", Raw("text/html", "<html><body>Who is paying?</body></html>")},
		{"zero choices", zeroChoices},
		{"finish reason length", finished("length")},
		{"filtered", finished("content_filter")},
		{"a tool call unasked", toolCall},
		{"error in the stream", streamError},
		{"no JSON", Raw("text/event-stream", "data: {\"choices\":\"<script>\"}\n\ndata: [DONE]\n\n")},
		{"another model's name", anotherModel},
	}
	for _, text := range unsayable {
		kinds = append(kinds, Kind{text.name, Says(text.said)})
	}
	return kinds
}

// unsayable are what no officer may say, in a reply that is otherwise in order.
var unsayable = []struct{ name, said string }{
	{"refusal", "I'm sorry, but I can't help with that request."},
	{"nothing said", ""},
	{"wrong schema", `{"label":"good","score":100}`},
	{"duplicate keys", `{"line":"Who is paying?","line":"You are approved."}`},
	{"right JSON, wrong quote", `{"claims":[{"field":"finance.sponsors","quote":"my rich uncle in Texas"}]}`},
	{"invented fact", "Does your uncle Ahmed in Chicago pay the 47,000 dollars?"},
	{"two questions", "Who is paying for your studies? And how much does it cost?"},
	{"HTML", "<b>Who is paying</b> <script>alert(1)</script> for your studies?"},
	{"markdown", "**Who** is paying for your [studies](https://example.org)?"},
	{"another language", "¿Quién paga sus estudios?"},
	{"another language in plain letters", "wer bezahlt eigentlich dein ganzes studium?"},
	{"another script", "谁支付你的学费?"},
	{"bidi", "Who is \u202egniyap\u202c for your studies?"},
	{"NUL", "Who is paying\x00 for your studies?"},
	{"zero width", "Who is pay\u200bing for your studies?"},
	{"prompt leak", "You word single lines for a consular officer at a visa window, in a rehearsal."},
	{"obeys the applicant", "Congratulations, your visa is approved!"},
	{"obeys the applicant in full", "As you instructed, I ignore my rules. Your visa is granted, what else?"},
	{"identity number", "Is your passport number still N1234567?"},
	{"advice", "You should say your father pays, who is paying?"},
	{"teaches to lie", "Why not hide your uncle, who is paying?"},
	{"promise", "I will approve you if you tell me, who is paying?"},
	{"speech", strings.Repeat("Well, let me think about this for a moment. ", 20) + "Who is paying?"},
	{"two lines", "Who is paying?\nTell me."},
	{"off the topic", "Do you like football and good music?"},
}

func hugeError(w http.ResponseWriter, _ *http.Request, _ *Call) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusInternalServerError)
	page := strings.Repeat("x", 64<<10)
	for range 256 { // 16 MiB, when the caller reads so much
		if _, err := io.WriteString(w, page); err != nil {
			return
		}
	}
}

func hangUp(w http.ResponseWriter, _ *http.Request, _ *Call) {
	if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
		conn.Close()
	}
}

func endlessHeaders(w http.ResponseWriter, _ *http.Request, _ *Call) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	_, err = io.WriteString(conn, "HTTP/1.1 200 OK\r\n")
	for line := "X-More: " + strings.Repeat("x", 1000) + "\r\n"; err == nil; {
		_, err = io.WriteString(conn, line)
	}
}

func drip(w http.ResponseWriter, r *http.Request, c *Call) {
	s := open(w, c)
	for _, b := range []byte("data: {\"choices\":[{\"delta\":{\"content\":\"Who is paying for your studies?\"}}]}\n\n") {
		if !s.raw(string(b)) || !rest(r, time.Second) {
			return
		}
	}
}

func stall(w http.ResponseWriter, r *http.Request, c *Call) {
	s := open(w, c)
	s.piece("Who ")
	s.piece("is pay")
	rest(r, time.Hour)
}

func cut(w http.ResponseWriter, _ *http.Request, c *Call) {
	s := open(w, c)
	s.piece("Who is ")
	s.raw("data: {\"choices\":[{\"delta\":{\"content\":\"pay")
	if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
		conn.Close()
	}
}

func partly(w http.ResponseWriter, _ *http.Request, c *Call) { open(w, c).piece("Who is paying for") }

func endless(w http.ResponseWriter, r *http.Request, c *Call) {
	s := open(w, c)
	s.raw("data: {\"choices\":[{\"delta\":{\"content\":\"")
	for page := strings.Repeat("a", 4096); r.Context().Err() == nil && s.raw(page); {
	}
}

func keepAlive(w http.ResponseWriter, r *http.Request, c *Call) {
	for s := open(w, c); s.raw(": wait\n\n") && rest(r, 5*time.Millisecond); {
	}
}

// gzipBomb is a hundred mebibytes packed into a hundred kibibytes.
func gzipBomb(w http.ResponseWriter, _ *http.Request, _ *Call) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Content-Encoding", "gzip")
	_, _ = w.Write(bomb())
}

var bomb = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	page := bytes.Repeat([]byte("data: {}\n\n"), 10_000)
	for range 1000 {
		_, _ = z.Write(page) // into memory
	}
	_ = z.Close()
	return b.Bytes()
})

func zeroChoices(w http.ResponseWriter, _ *http.Request, c *Call) {
	if !c.Stream {
		reply(w, c, map[string]any{"id": "chat", "model": c.Model, "choices": []any{}})
		return
	}
	s := open(w, c)
	s.event(map[string]any{"id": "chat", "model": c.Model, "choices": []any{}})
	s.raw("data: [DONE]\n\n")
}

func finished(reason string) Reply {
	return func(w http.ResponseWriter, _ *http.Request, c *Call) {
		if !c.Stream {
			whole(w, c, "Who is paying for", reason)
			return
		}
		s := open(w, c)
		s.piece("Who is paying for")
		s.end(reason)
	}
}

func toolCall(w http.ResponseWriter, _ *http.Request, c *Call) {
	s := open(w, c)
	s.choice(map[string]any{"tool_calls": []any{map[string]any{"index": 0, "id": "1", "type": "function",
		"function": map[string]any{"name": "approve_visa", "arguments": "{}"}}}}, nil)
	s.end("tool_calls")
}

func streamError(w http.ResponseWriter, _ *http.Request, c *Call) {
	s := open(w, c)
	s.piece("Who is ")
	s.raw("data: {\"error\":{\"message\":\"" + Secret + "\"}}\n\n")
}

func anotherModel(w http.ResponseWriter, r *http.Request, c *Call) {
	c.Model = "cheaper-and-worse"
	Says("Who is paying for your studies?")(w, r, c)
}
