package web

import (
	"hash/fnv"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

const (
	windows      = 9   // how many our consulate has
	figures      = 4   // of officers that are drawn
	firstWaiting = 100 // number it gives out in the queue
	mostWaiting  = 400
)

// roomModules are what room.js imports; the page names them so that the browser
// fetches all at once.
var roomModules = []string{"composer.js", "conversation.js", "kept.js", "say.js", "show.js", "socket.js"}

// voiceChecks are the lines of the check before somebody speaks, in their order.
var voiceChecks = []string{"secure", "microphone", "level", "sentence", "officer", "connection"}

// A roomView is what room.html shows.
type roomView struct {
	ID       string
	Visa     string
	Track    string
	Window   int
	Figure   int    // of the officer, from 0
	Number   int    // in the queue
	Socket   string // where the interview is held
	Elapsed  int    // seconds since it began
	Modules  []string
	Checks   []string // of microphone and sound
	Meanings []meaning
	Words    []word // that officers say, with their meaning; none in an exam
	receivers
}

// showRoom shows the interview while it goes on, and leads to the transcript after.
func (s *Server) showRoom(c echo.Context) error {
	iv, err := s.owned(c, program.Answer)
	if err != nil {
		return err
	}
	if iv.Sealed {
		return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID+"/transcript")
	}
	category := transcript.Category(iv.Category)
	notes, err := loadNotes()
	if err != nil {
		return err
	}
	var words []word
	if iv.Mode == string(interview.Coach) {
		words = notes.wordsFor(category)
	}
	return c.Render(http.StatusOK, "room.html", roomView{
		ID: iv.ID, Visa: category.Visa(), Track: category.Track(), Window: windowOf(iv), Figure: chance(iv) / windows % figures, Number: firstWaiting + chance(iv)%mostWaiting,
		Socket: socketOf(iv.ID), Elapsed: int(time.Since(iv.Created).Seconds()), Modules: roomModules, Checks: voiceChecks, Meanings: meaningsFor(category), Words: words, receivers: s.receivers(),
	})
}

// A meaning is what one outcome would mean. Its key is decision and ground.
type meaning struct{ Key, Text string }

// meaningsFor are those of every outcome there is for a category.
func meaningsFor(category transcript.Category) []meaning {
	var all []meaning
	for _, o := range []transcript.Outcome{
		{Decision: transcript.Issued}, {Decision: transcript.Stopped}, {Decision: transcript.Refused},
		{Decision: transcript.Refused, Ground: "214(b)"}, {Decision: transcript.Refused, Ground: "221(g)"}, {Decision: transcript.Refused, Ground: "petition questions"},
	} {
		text := meaningOf(&o, category)
		if text != "" && (category.HasTies() || o.Ground != "214(b)") {
			all = append(all, meaning{strings.TrimSpace(string(o.Decision) + " " + o.Ground), text})
		}
	}
	return all
}

// windowOf gives an interview the same window each time it is looked at.
func windowOf(iv store.Interview) int { return chance(iv)%windows + 1 }

// chance is a number of an interview's own, 0 or more.
func chance(iv store.Interview) int {
	h := fnv.New32a()
	h.Write([]byte(iv.ID))
	return int(h.Sum32() >> 1)
}
