package web

import (
	"bytes"
	"context"
	"runtime"
	"testing"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/store"
)

// deafEar is a listener that costs nothing.
type deafEar struct{}

func (deafEar) Hear(live.Message)  {}
func (deafEar) Leave(live.Leaving) {}

// memory is what heap and stacks take after collection.
func memory() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc + m.StackInuse)
}

// BenchmarkIdleSocket reports what an idle session costs: its window in live, and
// the socket on top of it. The clients are plain connections in the same process,
// whose few hundred bytes are counted too.
func BenchmarkIdleSocket(b *testing.B) {
	const sessions = 2000
	many := Limits{SocketsPerApplicant: sessions, SocketsPerAddress: sessions, Costly: 2 * sessions, Hello: patience}
	h := openHouse(b, limited(many))
	_, key := h.begin(b, student)
	ids := make([]string, sessions)
	for i := range ids {
		ids[i], _ = h.begin(b, student, "Authorization: Bearer "+key)
	}
	for b.Loop() {
		before := memory()
		visits := make([]*live.Visit, sessions)
		for i, id := range ids {
			v, _, err := h.section.Attach(context.Background(), store.Local, id, live.Position{}, deafEar{})
			if err != nil {
				b.Fatal(err)
			}
			visits[i] = v
		}
		windows := memory()
		calls := make([]*wireCaller, sessions)
		for i, id := range ids {
			calls[i] = h.knock(b, id, key)
			if _, err := calls[i].Write(text(hello)); err != nil {
				b.Fatal(err)
			}
			if _, welcome, err := calls[i].frame(); err != nil || !bytes.Contains(welcome, []byte(`"welcome"`)) {
				b.Fatalf("%s %v", welcome, err)
			}
			calls[i].in = nil
		}
		sockets := memory()
		b.ReportMetric((windows-before)/sessions, "B/window")
		b.ReportMetric((sockets-windows)/sessions, "B/socket")
		for i := range calls {
			calls[i].Close()
		}
		runtime.KeepAlive(visits)
	}
}
