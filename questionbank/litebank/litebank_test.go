package litebank

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
	"github.com/viceconsul/viceconsul/questionbank/vectors/shelftest"
)

func TestShelf(t *testing.T) {
	shelftest.Run(t, func(t *testing.T) vectors.Shelf {
		db, err := sqlite.Open(t.Context(), t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := db.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
		reading, writing := db.Handles()
		return New(reading, writing, "00000000-0000-0000-0000-000000000001")
	})
}
