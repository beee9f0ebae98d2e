package interview

// A manner is how a temper shows at the window. Published accounts give 6 to 12
// officer lines in two to five minutes, most under ten words, two to four topics,
// and up to three follow-ups on a vague answer from a sceptical officer; how that
// is shared among four tempers is our judgement.
type manner struct {
	least, most int // officer's lines before the decision; a press may add to them
	follows     int // follow-ups in one interview; a risk or no answer at all is followed up beyond it
	chain       int // follow-ups on one question
	patience    int // bad answers on what must be covered, before the decision
	natural     int // percent of good answers followed by the question's own next line
	second      int // percent of topics raised twice in a row before the next one
	nodding     int // percent of lines that open with an acknowledgement
	greeting    string
}

// mostLines is where every officer decides (published accounts: 6 to 12 lines).
const mostLines = 12

var manners = map[Temper]manner{
	Neutral:   {least: 7, most: 10, follows: 3, chain: 1, patience: 2, natural: 25, second: 20, nodding: 35},
	Brisk:     {least: 6, most: 8, follows: 2, chain: 1, patience: 2, natural: 10, second: 0, nodding: 15},
	Sceptical: {least: 8, most: 12, follows: 5, chain: 2, patience: 2, natural: 40, second: 35, nodding: 10},
	Warm:      {least: 7, most: 11, follows: 3, chain: 1, patience: 3, natural: 25, second: 20, nodding: 60, greeting: "Good morning."},
}

// nods are what an officer says before a line to show that the answer was heard.
// None of them judges it.
var nods = []string{"Okay.", "I see.", "All right.", "Thank you.", "Good morning."}

// acknowledgements are the nods that may follow an answer.
var acknowledgements = nods[:4]
