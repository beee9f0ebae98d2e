package web

import "time"

// Limits bound what one client may cost. A zero field takes the default of the
// security requirements, section 3; what that section leaves open says so.
type Limits struct {
	Sockets             int // open on this server; 16,384 (our judgement: the load we test plus a third)
	SocketsPerApplicant int // 3
	SocketsPerAddress   int // 50
	Messages            int // a minute on one socket; 120
	Burst               int // messages at once; 20
	Controls            int // control frames in 10 seconds; 10
	Speeches            int // lines spoken a minute for one interview; 30 (our judgement: one in two seconds, more than anyone listens to)
	Recordings          int // bytes of spoken answers in memory; 256 MiB (our judgement: 500 of the longest at once)
	Costly              int // applicants, interviews and grades a minute from one address; 60 (our judgement: a class behind one address)

	Hello    time.Duration // from the upgrade to hello; 5 s
	Message  time.Duration // from the first byte of a message to its last; 10 s
	Ping     time.Duration // between pings; 25 s
	Pong     time.Duration // wait for the pong; 10 s
	Write    time.Duration // one frame; 5 s
	Finished time.Duration // an open socket after the transcript was delivered; 1 minute (our judgement)
}

// orDefaults fills zero fields.
func (l Limits) orDefaults() Limits {
	set(&l.Sockets, 16_384)
	set(&l.SocketsPerApplicant, 3)
	set(&l.SocketsPerAddress, 50)
	set(&l.Messages, 120)
	set(&l.Burst, 20)
	set(&l.Controls, 10)
	set(&l.Speeches, 30)
	set(&l.Recordings, 256<<20)
	set(&l.Costly, 60)
	set(&l.Hello, 5*time.Second)
	set(&l.Message, 10*time.Second)
	set(&l.Ping, 25*time.Second)
	set(&l.Pong, 10*time.Second)
	set(&l.Write, 5*time.Second)
	set(&l.Finished, time.Minute)
	return l
}

func set[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// Sizes of what a client may send, in bytes (security requirements, section 3;
// the transcript's is our judgement: 40 turns of 8,000 letters with their lines).
const (
	bodyLimit       = 64 << 10
	transcriptLimit = 512 << 10
	messageLimit    = 64 << 10
	answerLimit     = 8_000 // code points
	depthLimit      = 8     // of JSON
	pageLimit       = 100   // of a list
	queueEvents     = 64    // waiting to be written
	queueBytes      = 256 << 10
)

// composingEvery is how often a client's count of words is heeded (our judgement: an
// officer who cuts in 2 seconds late is no less an officer).
const composingEvery = 2 * time.Second
