package program

import (
	"errors"
	"testing"
	"time"
)

var (
	now    = time.Date(2027, 6, 10, 9, 0, 0, 0, time.UTC)
	record = Record{Tenant: "t1", ID: "i1", Owner: "owner"}
	grant  = Grant{Interview: "i1", Owner: "owner", To: "mentor", Until: now.Add(time.Hour)}
)

// with is the grant with one thing changed.
func with(change func(*Grant)) []Grant {
	g := grant
	change(&g)
	return []Grant{g}
}

// matrix is every actor with what it may do; what is not listed it may not.
var matrix = []struct {
	name   string
	actor  Actor
	grants []Grant
	may    []Action
}{
	{"owner", Actor{"t1", "owner"}, nil, Actions()},
	{"owner of another tenant", Actor{"t2", "owner"}, nil, nil},
	{"nobody", Actor{}, nil, nil},
	{"nobody of the tenant", Actor{Tenant: "t1"}, nil, nil},
	{"stranger", Actor{"t1", "stranger"}, nil, nil},
	{"stranger beside a grant for another", Actor{"t1", "stranger"}, []Grant{grant}, nil},
	{"mentor", Actor{"t1", "mentor"}, []Grant{grant}, []Action{Read}},
	{"mentor without a grant", Actor{"t1", "mentor"}, nil, nil},
	{"mentor of another tenant", Actor{"t2", "mentor"}, []Grant{grant}, nil},
	{"grant revoked", Actor{"t1", "mentor"}, with(func(g *Grant) { g.Revoked = true }), nil},
	{"grant expired this instant", Actor{"t1", "mentor"}, with(func(g *Grant) { g.Until = now }), nil},
	{"grant of no time", Actor{"t1", "mentor"}, with(func(g *Grant) { g.Until = time.Time{} }), nil},
	{"grant on another interview", Actor{"t1", "mentor"}, with(func(g *Grant) { g.Interview = "i2" }), nil},
	{"grant given by a stranger", Actor{"t1", "mentor"}, with(func(g *Grant) { g.Owner = "mentor" }), nil},
}

func TestMay(t *testing.T) {
	for _, row := range matrix {
		may := map[Action]bool{}
		for _, a := range row.may {
			may[a] = true
		}
		for _, do := range append(Actions(), "", "READ", "grade") {
			err := May(row.actor, do, record, row.grants, now)
			if may[do] != (err == nil) {
				t.Errorf("%s: may %q: got %v, want allowed %t", row.name, do, err, may[do])
			}
			if err != nil && !errors.Is(err, ErrDenied) {
				t.Errorf("%s: may %q: %v is not ErrDenied", row.name, do, err)
			}
		}
	}
}

// An interview without an owner is not everybody's.
func TestMayWithoutOwner(t *testing.T) {
	if err := May(Actor{Tenant: "t1"}, Read, Record{Tenant: "t1", ID: "i1"}, nil, now); !errors.Is(err, ErrDenied) {
		t.Errorf("nobody reads an ownerless interview: got %v, want ErrDenied", err)
	}
}
