package sqlite

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/store/storetest"
)

func BenchmarkAppend(b *testing.B) { storetest.Benchmark(b, open(b, b.TempDir())) }
