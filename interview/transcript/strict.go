package transcript

import (
	"encoding/json"
	"reflect"
)

// ReadStrict reads JSON into a struct made for it: no unknown, repeated, missing or null
// key, no other type, nothing outside the closed lists of this package, no negative
// number. Everything wrong is reported at once, as Faults; they never hold a value.
func ReadStrict[T any](data []byte) (T, error) {
	var v T
	var faults Faults
	root, ok := parseJSON(data, &faults)
	if !ok {
		return v, faults
	}
	checkShape(&root, reflect.TypeFor[T](), "", &faults)
	checkWhole(&root, reflect.TypeFor[T](), "", &faults)
	if len(faults) > 0 {
		return v, faults
	}
	if err := json.Unmarshal(data, &v); err != nil {
		faults.addError("", err)
	}
	return v, faults.err()
}

// checkWhole notes every key of an object that is missing or null.
func checkWhole(n *node, t reflect.Type, path string, faults *Faults) {
	switch {
	case t.Kind() == reflect.Slice:
		for i := range n.elems {
			checkWhole(&n.elems[i], t.Elem(), path, faults)
		}
	case t.Kind() == reflect.Struct && n.kind == '{':
		for _, f := range reflect.VisibleFields(t) {
			key := f.Tag.Get("json")
			member := n.get(key)
			if member == nil || member.kind == 'n' {
				faults.add(joinPath(path, key), "missing")
				continue
			}
			checkWhole(member, f.Type, joinPath(path, key), faults)
		}
	}
}
