package scoring

import (
	"slices"
	"strings"
)

// kinship is how two labels stand to each other.
type kinship uint8

const (
	strangers kinship = iota // who is one is not the other
	siblings                 // two kinds of one thing
	wider                    // the first holds the second
	alike                    // the same, or the first a kind of the second
)

// kin tells how what is said stands to what is declared.
func (t *taxonomy) kin(said, declared string) kinship {
	switch {
	case said == declared, strings.HasPrefix(said, declared+"/"):
		return alike
	case strings.HasPrefix(declared, said+"/"):
		return wider
	}
	if neverKin(said, declared) {
		return strangers
	}
	root, _, _ := strings.Cut(said, "/")
	if other, _, _ := strings.Cut(declared, "/"); root == other && !t.splits[root] {
		return siblings
	}
	for _, all := range t.akin {
		if slices.ContainsFunc(all, under(said)) && slices.ContainsFunc(all, under(declared)) {
			return siblings
		}
	}
	return strangers
}

// under returns whether a label of a table is the given one or holds it.
func under(label string) func(string) bool {
	return func(wide string) bool {
		return label == wide || len(label) > len(wide) && label[len(wide)] == '/' && label[:len(wide)] == wide
	}
}

func neverKin(a, b string) bool {
	return slices.ContainsFunc(neverAkin, func(p [2]string) bool {
		return under(a)(p[0]) && under(b)(p[1]) || under(a)(p[1]) && under(b)(p[0])
	})
}
