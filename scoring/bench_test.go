package scoring

import (
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

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

// BenchmarkGrowth shows how the cost grows: what four times the length of an answer,
// and four times the turns, take of the time of one. Near 4 is linear.
func BenchmarkGrowth(b *testing.B) {
	full, turn := student(b)
	bank := embedded(b)
	c := NewCase(bank, full.category, full.profile, full.on)
	short, long := turn, turn
	short.Applicant, long.Applicant = spoken2000(1), spoken2000(4)
	b.Run("length", func(b *testing.B) {
		growth(b, func() { c.Judge(short, nil) }, func() { c.Judge(long, nil) })
	})
	interview := func(n int) transcript.Transcript {
		in := transcript.Transcript{Category: full.category, InterviewDate: full.on, Profile: full.profile}
		for i := range n {
			t := turn
			t.Applicant += " That is turn " + strconv.Itoa(i) + "."
			in.Turns = append(in.Turns, t)
		}
		return in
	}
	few, many := interview(12), interview(48)
	b.Run("turns", func(b *testing.B) {
		growth(b, func() { _, _ = Grade(bank, few) }, func() { _, _ = Grade(bank, many) })
	})
}

// spoken2000 is an answer of so many times 2,000 characters in which no sentence is
// said twice.
func spoken2000(times int) string {
	var b strings.Builder
	for i := 0; b.Len() < 2000*times; i++ {
		b.WriteString("My father paid " + strconv.Itoa(100+i) + " dollars to the school in Kumasi, and then we visited my uncle. ")
	}
	return b.String()[:2000*times]
}

// growth reports how many times longer the second takes than the first.
func growth(b *testing.B, one, four func()) {
	var first, second time.Duration
	for b.Loop() {
		start := time.Now()
		one()
		middle := time.Now()
		four()
		first, second = first+middle.Sub(start), second+time.Since(middle)
	}
	b.ReportMetric(float64(second)/float64(first), "x-for-4x")
}
