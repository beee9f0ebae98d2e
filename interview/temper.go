package interview

// A manner is how a temper shows at the window. Published accounts give 6 to 12
// officer lines in two to five minutes, most under ten words, two to four topics,
// and up to three follow-ups on a vague answer from a sceptical officer; how that
// is shared among four tempers is our judgement. Officers are said to cut in after 15
// to 35 seconds or never, once or twice.
type manner struct {
	least, most int // officer's lines before the decision; a press may add to them
	follows     int // follow-ups in one interview; a risk or no answer at all is followed up beyond it
	chain       int // follow-ups on one question
	patience    int // bad answers on what must be covered, before the decision
	natural     int // percent of good answers followed by the question's own next line
	second      int // percent of topics raised twice in a row before the next one
	nodding     int // percent of lines that open with an acknowledgement
	remarks     int // percent of lines with a remark on a declared fact, where one fits
	usual       int // percent of interviews with a topic that the profile gives no reason for
	arrival     int // percent that begin with a question at the counter
	closing     int // percent with a last question before the decision
	cutIn       int // seconds after which a long answer is cut short; 0 never
	cuts        int // of them in one interview
	greeting    string
}

const (
	mostLines = 12 // after these only what must be covered is asked (published accounts: 6 to 12 lines)
	lastLine  = 14 // where every officer decides (our judgement)
)

var manners = map[Temper]manner{
	Neutral: {least: 7, most: 10, follows: 3, chain: 1, patience: 2, natural: 25, second: 20, nodding: 35, remarks: 40,
		usual: 70, arrival: 20, closing: 20, cutIn: 25, cuts: 1},
	Brisk: {least: 6, most: 8, follows: 2, chain: 1, patience: 2, natural: 10, nodding: 15, remarks: 20,
		usual: 50, arrival: 20, closing: 10, cutIn: 15, cuts: 2},
	Sceptical: {least: 8, most: 12, follows: 5, chain: 2, patience: 2, natural: 40, second: 35, nodding: 10, remarks: 50,
		usual: 80, arrival: 20, closing: 35, cutIn: 20, cuts: 2},
	Warm: {least: 7, most: 11, follows: 3, chain: 1, patience: 3, natural: 25, second: 20, nodding: 60, remarks: 60,
		usual: 70, arrival: 30, closing: 25, greeting: "Good morning."},
}

// nods are what an officer says before a line to show that the answer was heard.
// None of them judges it.
var nods = []string{"Okay.", "I see.", "All right.", "Thank you.", "Good morning."}

// acknowledgements are the nods that may follow an answer.
var acknowledgements = nods[:4]
