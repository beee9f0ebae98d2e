package regrade

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/viceconsul/viceconsul/interview/store"
)

// failing is a keeper whose nth call fails, with its effect done before when late is set.
type failing struct {
	Keeper
	calls, at int
	late      bool
	fault     error
}

func (f *failing) fails() bool { f.calls++; return f.calls == f.at }

func (f *failing) Revision(ctx context.Context, tenant, id string, n int) (store.Revision, error) {
	if f.fails() {
		return store.Revision{}, f.fault
	}
	return f.Keeper.Revision(ctx, tenant, id, n)
}

func (f *failing) Interview(ctx context.Context, tenant, id string) (store.Interview, error) {
	if f.fails() {
		return store.Interview{}, f.fault
	}
	return f.Keeper.Interview(ctx, tenant, id)
}

func (f *failing) Revise(ctx context.Context, tenant, id string, r store.Revision) error {
	if !f.fails() {
		return f.Keeper.Revise(ctx, tenant, id, r)
	}
	if f.late {
		if err := f.Keeper.Revise(ctx, tenant, id, r); err != nil {
			return err
		}
	}
	return f.fault
}

// Whichever call to the store fails, and however: tried again, an interview is read once.
func TestEveryCallOfAReadingFails(t *testing.T) {
	for _, fault := range []error{errors.New("disk I/O error"), store.ErrUnknown} {
		for _, late := range []bool{false, true} {
			for at := 1; at <= 4; at++ {
				t.Run(fmt.Sprint(fault, late, at), func(t *testing.T) {
					r := sealed(t, true, unchanged)
					f := &failing{Keeper: r.Store, at: at, late: late, fault: fault}
					g := New(Options{Keeper: f, Bank: bank(t), Hearer: &scriptedHearer{model: "small"}})
					tried := 0
					for err := errors.New("not yet"); err != nil; tried++ {
						err = r.read(g, 1, tried+1)
					}
					got, stored := r.newest()
					if wanted := 1 + min(1, 4-at); tried != wanted || stored.N != 2 || got.Cause != store.Model {
						t.Errorf("after %d attempts revision %d by %s, want %d, 2, model", tried, stored.N, got.Cause, wanted)
					}
				})
			}
		}
	}
}
