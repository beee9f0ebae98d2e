package scoring

import "testing"

func TestSerious(t *testing.T) { checkItems(t, "claims_serious.txtar") }

func TestMoneyAndStanding(t *testing.T) { checkItems(t, "claims_money.txtar") }
