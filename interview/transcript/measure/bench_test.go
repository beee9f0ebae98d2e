package measure

import "testing"

// fifty is an answer of fifty words with amounts, dates and durations in it.
const fifty = "My father is paying for the first year, he is a civil engineer and he earns about sixty thousand dollars a year. " +
	"The total cost is forty-seven thousand, the university gives me twelve thousand, and I come back in late August two years " +
	"after I finish because our family firm needs me there."

func BenchmarkWordsAndScan(b *testing.B) {
	today := Date{Year: 2027, Month: 4, Day: 22}
	b.ReportAllocs()
	for b.Loop() {
		Scan(Words(fifty), today)
	}
}

func BenchmarkWords(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Words(fifty)
	}
}

// The longest answer the server takes is 8,000 code points.
func BenchmarkWordsAndScanLongest(b *testing.B) {
	var long []byte
	for len(long)+len(fifty) < 8000 {
		long = append(long, fifty...)
	}
	today := Date{Year: 2027, Month: 4, Day: 22}
	b.ReportAllocs()
	for b.Loop() {
		Scan(Words(string(long)), today)
	}
}
