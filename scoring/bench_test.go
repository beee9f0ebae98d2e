package scoring

import (
	"runtime"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// student is a full profile, and an answer of forty words to it.
func student(b *testing.B) (full item, answer transcript.Turn) {
	b.Helper()
	full = fullProfiles(b)[1]
	return full, transcript.Turn{N: 1, Question: "F27", Officer: "Who is paying for your studies?",
		Applicant: "My father is paying for the first year, he is a civil engineer with the ministry and he earns about two thousand dollars a month, and the university gives me a scholarship of twelve thousand, so we do not need a loan."}
}

// BenchmarkJudgeFull judges an answer of forty words against a full profile.
func BenchmarkJudgeFull(b *testing.B) {
	full, turn := student(b)
	c := NewCase(embedded(b), full.category, full.profile, full.on)
	b.ReportAllocs()
	for b.Loop() {
		c.Judge(turn, nil)
	}
}

// BenchmarkNewCase prepares a full profile, and reports what stays with it.
func BenchmarkNewCase(b *testing.B) {
	full, _ := student(b)
	bank := embedded(b)
	kept := make([]*Case, 1000)
	b.ReportAllocs()
	for b.Loop() {
		kept[0] = NewCase(bank, full.category, full.profile, full.on)
	}
	before := heap()
	for i := range kept {
		kept[i] = NewCase(bank, full.category, full.profile, full.on)
	}
	b.ReportMetric(float64(heap()-before)/float64(len(kept)), "B-kept")
	runtime.KeepAlive(kept)
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
