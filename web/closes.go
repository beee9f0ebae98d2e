package web

import (
	"github.com/gorilla/websocket"

	"github.com/viceconsul/viceconsul/interview/live"
)

// An ending is one way the server closes a socket. Reasons are stable; they stand
// in the close frame and name the metric.
type ending struct {
	code   int
	reason string
	back   bool   // whether the client comes back by itself
	limit  string // the limit that was met, as its metric names it; "" for none
}

// Every ending. Codes 4000 to 4099 mean come back, 4100 to 4199 do not.
var (
	left         = ending{websocket.CloseNormalClosure, "left", false, ""} // the answer to a client's own close
	finished     = ending{websocket.CloseNormalClosure, "finished", false, ""}
	protocol     = ending{websocket.CloseProtocolError, "protocol error", false, ""}
	binaryFrame  = ending{websocket.CloseUnsupportedData, "binary frame", false, ""}
	notUTF8      = ending{websocket.CloseInvalidFramePayloadData, "not UTF-8", false, ""}
	noHello      = ending{websocket.ClosePolicyViolation, "hello expected", false, ""}
	lateHello    = ending{websocket.ClosePolicyViolation, "hello too late", true, "hello_time"}
	slowMessage  = ending{websocket.ClosePolicyViolation, "message too slow", true, "message_time"}
	controlFlood = ending{websocket.ClosePolicyViolation, "too many control frames", false, "control_frames"}
	tooFast      = ending{websocket.ClosePolicyViolation, "slow down", true, "messages"}
	tooBig       = ending{websocket.CloseMessageTooBig, "message too big", false, "message_size"}
	ourFault     = ending{websocket.CloseInternalServerErr, "internal error", true, ""}
	goingAway    = ending{websocket.CloseServiceRestart, "going away", true, ""}
	fellBehind   = ending{websocket.CloseTryAgainLater, "fell behind", true, "queue"}
	noStorage    = ending{websocket.CloseTryAgainLater, "storage unavailable", true, ""}
	moved        = ending{4001, "taken over by another instance", true, ""}
	noPong       = ending{4002, "no pong", true, "pong"}
	replaced     = ending{4101, "replaced by a newer connection", false, ""}
	deleted      = ending{4102, "interview deleted", false, ""}
)

// endings is the table of the documents and of the test that compares them.
var endings = []ending{
	left, finished, protocol, binaryFrame, notUTF8, noHello, lateHello, slowMessage, controlFlood, tooFast,
	tooBig, ourFault, goingAway, fellBehind, noStorage, moved, noPong, replaced, deleted,
}

// leavings says which ending a window's leaving becomes. Finished is not in it:
// that socket stays open for the client to close.
var leavings = map[live.Leaving]ending{
	live.Replaced: replaced,
	live.Fenced:   moved,
	live.Broken:   noStorage,
}
