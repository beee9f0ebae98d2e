package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Each of the three doors under a conflict leads to a new grade; then everything is taken
// along, brought back into an empty server, and shows the same pages there.
func TestDoorsAndRecord(t *testing.T) {
	t.Parallel()
	eachHand(t, func(p *person) {
		p.declare("f1")
		p.begin()
		p.rehearse(uncle)
		path := value[string](p.tab, "location.pathname")
		turns := value[[]int](p.tab, `[...document.querySelectorAll(".turn:has(.doors)")].map((t) => [t.innerText.includes("Conflict") ? 0 : 1, Number(t.id.slice(1))]).sort((a, b) => a[0] - b[0]).map(([, turn]) => turn)`)
		if len(turns) < 2 {
			p.t.Fatalf("%d answers can be corrected, want two", len(turns))
		}
		p.door(turns[0], "said_wrong")
		p.says("Graded again with an answer you corrected.", "Corrected: said wrong", "My uncle in New Jersey")
		p.door(turns[1], "misheard")
		p.says("Corrected: heard or typed wrong")

		p.open("/profile/f1?open=finance.sponsors")
		p.write(`.field[data-path="finance.sponsors"] :is(input, textarea)`, "uncle in New Jersey, businessman")
		p.follow(`.profile__bar button[value="save"]`, ".opening")
		p.open(path)
		p.follow(`form[action$="/profile"] button`, "#made")
		p.says("Your DS-160 must say the same.")

		same := []string{"/progress?visa=f1", "/profile/f1", "/case/f1"}
		want := p.texts(same)
		p.open("/record")
		p.says("1 interview", "1 profile")
		p.carry(same, want)
	})
}

// door corrects an answer through one of the doors.
func (p *person) door(turn int, door string) {
	p.t.Helper()
	form := fmt.Sprintf("#c%d form:has([value=%q])", turn, door)
	p.press(fmt.Sprintf("#c%d summary", turn))
	p.write(form+" textarea", father(""))
	p.follow(form+" button", fmt.Sprintf("#t%d", turn))
}

// texts are what pages say.
func (p *person) texts(paths []string) (all []string) {
	p.t.Helper()
	for _, path := range paths {
		p.open(path)
		all = append(all, value[string](p.tab, `document.querySelector("main").innerText`))
	}
	return all
}

// carry takes the record to an empty server and compares what the pages say there.
func (p *person) carry(paths, want []string) {
	p.t.Helper()
	record := value[string](p.tab, `fetch("/api/v1/record").then((answer) => answer.text())`)
	file := filepath.Join(p.t.TempDir(), "record.json")
	if err := os.WriteFile(file, []byte(record), 0o600); err != nil {
		p.t.Fatal(err)
	}
	s, b := newServer(p.t, "VICECONSUL_DATA="+p.t.TempDir(), "DATABASE_URL="), newTab(p.t)
	complaints := b.complaints(s.address)
	p = &person{tab: b, address: s.address, keys: p.keys}
	p.open("/record")
	p.do("choose the file", chromedp.SetUploadFiles("#file", []string{file}, chromedp.ByQuery))
	p.follow(`form[action="/record"] button`, "[role=status]")
	p.says("Brought back", "1 interview", "1 profile")
	for i, got := range p.texts(paths) {
		if strings.TrimSpace(got) != strings.TrimSpace(want[i]) {
			p.t.Errorf("%s says\n%s\nand said\n%s", paths[i], got, want[i])
		}
	}
	p.open("/record")
	p.follow(`form[action="/record/erase"] button`, `button[value="yes"]`)
	p.follow(`button[value="yes"]`, ".hello")
	p.open("/record")
	p.says("Nothing of yours is kept here yet.")
	if all := complaints(); len(all) > 0 {
		p.t.Errorf("the pages complain: %q", all)
	}
}
