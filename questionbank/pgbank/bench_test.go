package pgbank

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pgvector/pgvector-go"

	"github.com/viceconsul/viceconsul/questionbank"
)

// benchCategory is one category of twenty: what a filter leaves of a large shared bank.
const benchCategory = "C7"

// BenchmarkExactAndApproximate compares exact search in memory with pgvector, exact and
// by an HNSW index, at growing numbers of entries, all of them or one category in
// twenty. Entries are the bank's wordings with words of each other mixed in, so that they
// lie as real ones do. It reports how many of the true nearest ten come back.
func BenchmarkExactAndApproximate(b *testing.B) {
	pool := migrated(b)
	texts := wordings(b)
	for _, n := range []int{400, 10_000, 100_000} {
		vectors := mixed(texts, n)
		fill(b, pool, vectors)
		queries := mixed(texts, 16)
		for _, filtered := range []bool{false, true} {
			truth := make([][]int, len(queries))
			b.Run(fmt.Sprintf("n=%d/filtered=%v/memory", n, filtered), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					nearestTen(vectors, queries[i%len(queries)], filtered)
				}
			})
			for i, q := range queries {
				truth[i] = nearestTen(vectors, q, filtered)
			}
			b.Run(fmt.Sprintf("n=%d/filtered=%v/pgvector", n, filtered), func(b *testing.B) { measure(b, pool, queries, truth, filtered, "") })
		}
		execAll(b, pool, `CREATE INDEX bench_hnsw ON bench USING hnsw (embedding vector_cosine_ops)`, `ANALYZE bench`)
		for _, filtered := range []bool{false, true} {
			truth := make([][]int, len(queries))
			for i, q := range queries {
				truth[i] = nearestTen(vectors, q, filtered)
			}
			b.Run(fmt.Sprintf("n=%d/filtered=%v/hnsw", n, filtered), func(b *testing.B) { measure(b, pool, queries, truth, filtered, "off") })
			b.Run(fmt.Sprintf("n=%d/filtered=%v/hnsw-iterative", n, filtered), func(b *testing.B) {
				measure(b, pool, queries, truth, filtered, "strict_order")
			})
		}
	}
}

func wordings(b *testing.B) (all []string) {
	bank, err := questionbank.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range bank.Pick(questionbank.Filter{Off: true}) {
		all = append(all, q.Wordings()...)
	}
	return all
}

// mixed embeds texts made of two wordings each, always the same for the same n.
func mixed(texts []string, n int) [][]float32 {
	chance := rand.New(rand.NewPCG(uint64(n), 1))
	all := make([][]float32, n)
	for i := range all {
		all[i] = questionbank.Embed(texts[chance.IntN(len(texts))] + " " + texts[chance.IntN(len(texts))])
	}
	return all
}

// fill makes a table of the vectors, each in one category of twenty.
func fill(b *testing.B, pool *pgxpool.Pool, vectors [][]float32) {
	execAll(b, pool, `DROP TABLE IF EXISTS bench`, fmt.Sprintf(`CREATE TABLE bench (id int PRIMARY KEY, applies_to text[], embedding vector(%d))`, questionbank.Dimensions))
	for at := 0; at < len(vectors); at += 1000 {
		some := vectors[at:min(at+1000, len(vectors))]
		ids, categories, values := make([]int, len(some)), make([]string, len(some)), make([]pgvector.Vector, len(some))
		for i, v := range some {
			ids[i], categories[i], values[i] = at+i, fmt.Sprintf("C%d", (at+i)%20), pgvector.NewVector(v)
		}
		if _, err := pool.Exec(b.Context(), `
			INSERT INTO bench SELECT id, ARRAY[c], v FROM unnest($1::int[], $2::text[], $3::vector[]) AS t (id, c, v)`, ids, categories, values); err != nil {
			b.Fatal(err)
		}
	}
	execAll(b, pool, `ANALYZE bench`)
}

func execAll(b *testing.B, pool *pgxpool.Pool, statements ...string) {
	b.Helper()
	for _, s := range statements {
		if _, err := pool.Exec(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
}

// nearestTen is the exact search in memory that the others are held to.
func nearestTen(vectors [][]float32, query []float32, filtered bool) []int {
	type near struct {
		id       int
		likeness float32
	}
	var best []near
	for id, v := range vectors {
		if filtered && id%20 != 7 {
			continue
		}
		sum := float32(0)
		for i := range v {
			sum += v[i] * query[i]
		}
		if len(best) == 10 && sum <= best[9].likeness {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, sum, func(a near, s float32) int {
			if a.likeness >= s {
				return -1
			}
			return 1
		})
		best = slices.Insert(best, at, near{id, sum})
		best = best[:min(10, len(best))]
	}
	ids := make([]int, len(best))
	for i, n := range best {
		ids[i] = n.id
	}
	return ids
}

// measure times a search of the table and reports its recall; scan is how an index goes
// on when a filter leaves too few, "" for an exact scan without one.
func measure(b *testing.B, pool *pgxpool.Pool, queries [][]float32, truth [][]int, filtered bool, scan string) {
	conn, err := pool.Acquire(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Release()
	if scan != "" {
		if _, err := conn.Exec(b.Context(), "SET hnsw.iterative_scan = "+scan); err != nil {
			b.Skip(err)
		}
	}
	search := func(q []float32) (ids []int) {
		rows, err := conn.Query(b.Context(), `
			SELECT id FROM bench WHERE NOT $2 OR $3 = ANY (applies_to) ORDER BY embedding <=> $1 LIMIT 10`,
			pgvector.NewVector(q), filtered, benchCategory)
		if err != nil {
			b.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var id int
			if err := rows.Scan(&id); err != nil {
				b.Fatal(err)
			}
			ids = append(ids, id)
		}
		return ids
	}
	for i := 0; b.Loop(); i++ {
		search(queries[i%len(queries)])
	}
	found, all := 0, 0
	for i, q := range queries {
		for _, id := range search(q) {
			if slices.Contains(truth[i], id) {
				found++
			}
		}
		all += len(truth[i])
	}
	b.ReportMetric(float64(found)/float64(all), "recall10")
}
