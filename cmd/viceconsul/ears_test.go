package main

import (
	"slices"
	"testing"
)

// announced collects what is put into the region that is read out, as it is put there.
const announced = `(() => {
	globalThis.announced = []
	const ears = document.querySelector('[data-part="ears"]')
	announced.push(...[...ears.children].map((line) => line.textContent))
	new MutationObserver((all) => all.forEach(({ addedNodes }) => announced.push(...[...addedNodes].map((line) => line.textContent))))
		.observe(ears, { childList: true, subtree: true })
	return true
})()`

// Each line of the officer is read out exactly once, in order, through cut connections;
// nothing of what the applicant wrote is.
func TestEachLineIsAnnouncedOnce(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	k := newLink(t, s.address)
	b := newTab(t)
	b.start(k.address(), plain)
	value[bool](b, announced)
	typed := b.rehearse(k, func(string) string { return "My father pays; he is a civil engineer in Pune." }, map[int]bool{1: true, 2: true, 4: true})
	told := value[[]string](b, `announced`)
	lines := value[[]string](b, `[...document.querySelectorAll(".said--officer .said__text")].map((line) => line.textContent)`)
	if len(typed) < 4 || !slices.Equal(told, lines) {
		t.Errorf("read out:\n%q\nwant each line of the officer once:\n%q", told, lines)
	}
	regions := value[[]string](b, `[...document.querySelectorAll('[role="alert"], [aria-live="assertive"]')].map((n) => n.dataset.part)`)
	if !slices.Equal(regions, []string{"alert"}) {
		t.Errorf("alerts %q, want the one of a lost connection", regions)
	}
}
