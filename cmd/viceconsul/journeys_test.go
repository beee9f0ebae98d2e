package main

import (
	"slices"
	"strings"
	"testing"
)

// calm answers any line with the applicant's own reason.
func calm(string) string { return "I have told it on the form, and it is all true, officer." }

// A first rehearsal in each category: the facts that open the interview, the answers,
// the decision, the graded transcript.
func TestFirstRehearsals(t *testing.T) {
	t.Parallel()
	slugs := []string{"b1", "b2", "b1b2", "f1", "j1-physician", "h1b"}
	if testing.Short() {
		slugs = []string{"b1b2", "h1b"}
	}
	eachHand(t, func(p *person) {
		for _, slug := range slugs {
			p.declare(slug)
			p.begin()
			typed := p.rehearse(calm)
			if shown := p.answersShown(); !slices.Equal(shown, typed) {
				p.t.Errorf("%s: the transcript shows %q, typed %q", slug, shown, typed)
			}
			p.says("Practice", "Best moment", "First fix")
		}
	})
}

// uncle names another sponsor than the profile, which an officer refuses.
func uncle(string) string { return "My uncle in New Jersey pays for all of it." }

// father says what the profile says.
func father(string) string { return "My father pays; he is a civil engineer." }

// After a refusal: practise again, see both attempts, practise one thing, and erase all.
func TestJourneyAfterARefusal(t *testing.T) {
	t.Parallel()
	eachHand(t, func(p *person) {
		p.declare("f1")
		p.begin()
		first := p.rehearse(uncle)
		p.says("Practice", "uncle") // which officer sits there, and so the decision, is chance
		p.follow(`a[href="/profile/f1"].button--first`, ".opening")
		p.begin()
		second := p.rehearse(father)
		p.follow(`a[href^="/progress"]`, ".plots")
		p.says("Attempt 1", "Attempt 2", "2 attempts")
		p.follow(`form[action="/compare"] button`, ".compare")
		p.says(first[0], second[0])
		p.drill()
		p.eraseAll()
	})
}

// drill walks from progress to a drill, an answer, and the next line.
func (p *person) drill() {
	p.t.Helper()
	p.open("/progress")
	p.follow(`a[href="/drills/f1"]`, ".ways")
	p.follow(`a[href="/drills/f1/numbers"]`, "#answer")
	p.follow(`main form[method="post"] button[type="submit"]`, "#answer[aria-invalid]")
	p.write("#answer", "Forty-seven thousand dollars for the first year.")
	p.follow(`main form[method="post"] button[type="submit"]`, "#graded")
	p.says("What your words did", "Forty-seven thousand")
	p.follow(`.try__graded a[href*="?n="]`, "#answer")
}

// eraseAll erases every interview and the profile, and finds nothing left of them.
func (p *person) eraseAll() {
	p.t.Helper()
	var erased []string
	for {
		p.open("/")
		if value[bool](p.tab, `!document.querySelector(".attempts a")`) {
			break
		}
		p.follow(".attempts a", ".turns")
		erased = append(erased, strings.Split(value[string](p.tab, "location.pathname"), "/")[2])
		p.follow(`form[action$="/delete"] button`, `button[value="yes"]`)
		p.follow(`button[value="yes"]`, ".hello")
	}
	if len(erased) != 2 {
		p.t.Errorf("erased %d interviews, want 2", len(erased))
	}
	for _, id := range erased {
		if status := value[int](p.tab, `fetch("/api/v1/interviews/`+id+`/transcript.json").then((answer) => answer.status)`); status != 404 {
			p.t.Errorf("an erased interview answers %d", status)
		}
	}
	p.follow(`.continue a[href="/profile/f1"]`, `button[value="erase"]`)
	p.follow(`button[value="erase"]`, `button[name="confirm"]`)
	p.follow(`button[name="confirm"]`, "h1")
	p.open("/profile/f1")
	if left := value[string](p.tab, `[...document.querySelectorAll(".opening :is(input, textarea)")].map((f) => f.value).join("")`); left != "" {
		p.t.Errorf("the profile still says %q", left)
	}
}
