package interview

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Encode turns an event into its stored name and body.
func Encode(ev Event) (name string, body []byte, err error) {
	body, err = json.Marshal(ev)
	if err != nil {
		return "", nil, fmt.Errorf("encode event %s: %w", ev.Name(), err)
	}
	return ev.Name(), body, nil
}

// Decode turns a stored body back into the event of that name. An unknown name,
// an unknown field, a wrong type or anything after the object wraps
// transcript.ErrInvalid.
func Decode(name string, body []byte) (Event, error) {
	switch name {
	case Started{}.Name():
		return decode[Started](body)
	case Asked{}.Name():
		return decode[Asked](body)
	case Answered{}.Name():
		return decode[Answered](body)
	case Repeated{}.Name():
		return decode[Repeated](body)
	case CutIn{}.Name():
		return decode[CutIn](body)
	case Retried{}.Name():
		return decode[Retried](body)
	case Ended{}.Name():
		return decode[Ended](body)
	case Decided{}.Name():
		return decode[Decided](body)
	case Graded{}.Name():
		return decode[Graded](body)
	}
	return nil, fmt.Errorf("%w: event %q is not known", transcript.ErrInvalid, name)
}

func decode[E Event](body []byte) (Event, error) {
	var ev E
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&ev); err != nil {
		return nil, fmt.Errorf("%w: event %s: %w", transcript.ErrInvalid, ev.Name(), err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("%w: event %s: something follows the object", transcript.ErrInvalid, ev.Name())
	}
	return ev, nil
}
