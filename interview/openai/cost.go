package openai

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Prices are what an endpoint takes for its work. Nothing is built in: they change too
// often to be right.
type Prices struct {
	Currency           string  // "USD"
	Prompt, Completion float64 // for a million tokens
	Heard              float64 // for a minute of recordings
	Spoken             float64 // for a million characters of lines
}

// Known reports whether any price was named.
func (p Prices) Known() bool { return p.Prompt > 0 || p.Completion > 0 || p.Heard > 0 || p.Spoken > 0 }

// Of is what was used, in money. What nobody told of is taken for the dearer kind of
// token, but for sound, which is taken by its length.
func (p Prices) Of(u store.Use) float64 {
	const million = 1e6
	return (float64(u.Prompt)*p.Prompt+float64(u.Completion)*p.Completion+float64(u.Assumed-u.Sounded)*max(p.Prompt, p.Completion)+
		float64(u.Spoken)*p.Spoken)/million + u.Heard.Minutes()*p.Heard
}

// Cost is what a model was asked for in an interview so far; nil for nothing.
func (l *Ledger) Cost(ctx context.Context, p Prices, interview string) (*transcript.Cost, error) {
	u, err := l.Used(ctx, interview)
	if err != nil || u.Calls == 0 {
		return nil, err
	}
	c := &transcript.Cost{Calls: u.Calls, Prompt: u.Prompt, Completion: u.Completion, Assumed: u.Assumed - u.Sounded,
		Heard: seconds(u.Heard), Spoken: u.Spoken, Seconds: seconds(u.Took)}
	if p.Known() {
		c.Money = fmt.Sprintf("%s %.4f", p.Currency, p.Of(u))
	}
	return c, nil
}

// seconds are whole tenths.
func seconds(d time.Duration) float64 { return math.Round(d.Seconds()*10) / 10 }
