package scoring

import "testing"

func TestNamed(t *testing.T) { checkItems(t, "claims_named.txtar") }
