package openai

import (
	"context"
	"sync"

	"github.com/viceconsul/viceconsul/interview/store"
)

// memory are books that last as long as the process: those of a program without a store.
type memory struct {
	mu    sync.Mutex
	pages map[store.Book]page // by kind and owner
}

// A page is what stands in a book of one day.
type page struct {
	day string
	use store.Use
}

func keyOf(b store.Book) store.Book { return store.Book{Kind: b.Kind, Owner: b.Owner} }

// Reserve writes one call into all books, or into none.
func (m *memory) Reserve(_ context.Context, _ string, books []store.Book, tokens int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, b := range books {
		use := m.today(b).use
		if use.Prompt+use.Completion+use.Assumed+tokens > b.Cap {
			return store.ErrSpent
		}
	}
	if m.pages == nil {
		m.pages = map[store.Book]page{}
	}
	for _, b := range books {
		p := m.today(b)
		p.use.Calls++
		p.use.Assumed += tokens
		m.pages[keyOf(b)] = p
	}
	return nil
}

// today is the page that a call of the book's day is written on.
func (m *memory) today(b store.Book) page {
	if p, ok := m.pages[keyOf(b)]; ok && p.day >= b.Day {
		return p
	}
	return page{day: b.Day}
}

// Settle puts what a call has used in the place of what was reserved.
func (m *memory) Settle(_ context.Context, _ string, books []store.Book, tokens int, used store.Use) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, b := range books {
		p, ok := m.pages[keyOf(b)]
		if !ok || p.day != b.Day {
			continue
		}
		p.use = p.use.Plus(used)
		p.use.Assumed -= tokens
		m.pages[keyOf(b)] = p
	}
	return nil
}

// Used returns what stands in a book.
func (m *memory) Used(_ context.Context, _ string, b store.Book) (store.Use, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p, ok := m.pages[keyOf(b)]; ok && p.day == b.Day {
		return p.use, nil
	}
	return store.Use{}, nil
}
