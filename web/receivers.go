package web

// receivers are the models that receive something on this server; "" where there is none.
type receivers struct {
	Officer     string // words the officer's lines: lines and answers
	Transcriber string // writes down what is spoken: the sound
	Speaker     string // speaks the officer's lines: those
}

// NothingLeaves reports whether no model of another server receives anything.
func (r receivers) NothingLeaves() bool { return r == receivers{} }

func (s *Server) receivers() receivers {
	r := receivers{Officer: s.officer}
	if s.transcriber != nil {
		r.Transcriber = s.transcriber.Name()
	}
	if s.speaker != nil && s.speaker.Engine(false) != s.speaker.Engine(true) {
		r.Speaker = s.speaker.Engine(false)
	}
	return r
}
