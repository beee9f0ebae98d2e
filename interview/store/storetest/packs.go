package storetest

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/store"
)

func packs(t *testing.T, s store.Store) {
	pack := func(name string, version int) store.Pack {
		return store.Pack{
			Tenant: store.Local, Name: name, Version: version, Hash: "0123abcd", Body: []byte("group: " + name + "\n# क्या\n"),
			Imported: start.Add(time.Duration(version) * time.Hour),
		}
	}
	check := func(doing string, wanted ...store.Pack) {
		t.Helper()
		got, err := s.Packs(t.Context(), store.Local)
		want(t, "Packs", err, nil)
		if diff := cmp.Diff(wanted, got); diff != "" && len(wanted)+len(got) > 0 {
			t.Errorf("%s: packs (-want +got):\n%s", doing, diff)
		}
	}
	check("before")
	want(t, "version 2 first", s.SavePack(t.Context(), pack("b", 2)), store.ErrConflict)
	want(t, "version 1", s.SavePack(t.Context(), pack("b", 1)), nil)
	want(t, "version 1 again", s.SavePack(t.Context(), pack("b", 1)), store.ErrConflict)
	want(t, "a gap", s.SavePack(t.Context(), pack("b", 3)), store.ErrConflict)
	want(t, "version 2", s.SavePack(t.Context(), pack("b", 2)), nil)
	want(t, "another", s.SavePack(t.Context(), pack("a-B", 1)), nil)
	want(t, "capitals", s.SavePack(t.Context(), pack("Z", 1)), nil)
	check("three", pack("Z", 1), pack("a-B", 1), pack("b", 2))

	foreign := pack("b", 1)
	foreign.Tenant = other
	want(t, "of another tenant", s.SavePack(t.Context(), foreign), nil)
	check("three", pack("Z", 1), pack("a-B", 1), pack("b", 2))
	for _, bad := range []store.Pack{pack("c", 0), pack("a\x00", 1)} {
		if err := s.SavePack(t.Context(), bad); err == nil {
			t.Errorf("SavePack took version %d of %q", bad.Version, bad.Name)
		}
	}
	onePackWins(t, s, pack("race", 1))
}

// onePackWins: of imports of the same version at once one is stored.
func onePackWins(t *testing.T, s store.Store, p store.Pack) {
	var all sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		all.Go(func() { errs[i] = s.SavePack(t.Context(), p) })
	}
	all.Wait()
	won := 0
	for _, err := range errs {
		if err == nil {
			won++
		} else {
			want(t, "SavePack at once", err, store.ErrConflict)
		}
	}
	if won != 1 {
		t.Errorf("%d of %d imports of one version were stored, want 1", won, len(errs))
	}
}
