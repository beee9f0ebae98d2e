package questionbank

import (
	"strings"
	"testing"
	"testing/fstest"
)

// small is a bank without faults; the tests spoil it one line at a time.
const small = `group: F
title: F-1 students
topics:
  - id: f.fund
    title: Who pays
    applies_to: [F1]
    tests: first-year cost covered
    strong: total cost, who pays what
    red_flags: [sudden deposit]
    ground: 214(b)
    follow_up:
      vague: "How much, exactly?"
      long: "One number."
      contradiction: "You said {heard}. Your file says {declared}. Which is it?"
      risky: none
    questions:
      - id: F27
        ask: "Who is paying for your studies?"
        also: ["Who is sponsoring you?"]
        type: closed
        fields: [finance.sponsors, trip.payer]
        then: "Anyone else?"
      - id: F32
        ask: "Is the loan approved?"
        type: closed
        fields: [finance.loan]
        when: [finance.loan]
      - id: F99
        ask: "How rich are you?"
        type: closed
        fields: [finance.liquid_funds]
        retired: true
  - id: f.off
    title: Only when turned on
    applies_to: [F1, H1B]
    off: true
    tests: nothing
    strong: the true answer
    red_flags: [none to score]
    ground: none
    follow_up: {vague: none, long: none, contradiction: none, risky: "How so?"}
    except: {risky: [H1B]}
    questions:
      - {id: F90, ask: "Are you well?", type: closed, fields: [identity.full_name], except: [H1B]}
`

const smallRecipes = `common:
  recited: "In your own words, please."
recipes:
  - category: F1
    openers: [F27]
    cover: [[f.fund]]
    add: []
    checks: [F32]
`

func smallBank() fstest.MapFS {
	return fstest.MapFS{
		"bank/f.yaml":       {Data: []byte(small)},
		"bank/recipes.yaml": {Data: []byte(smallRecipes)},
	}
}

func TestSmallBankLoads(t *testing.T) {
	if _, err := Load(smallBank()); err != nil {
		t.Error(err)
	}
}

func TestLintNamesTheFault(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"duplicate id", "id: F32", "id: F27", `bank/f.yaml:23: questions[1] "F27": duplicate id (first in bank/f.yaml:17)`},
		{"duplicate topic", "id: f.off", "id: f.fund", `topics[1] "f.fund": duplicate topic id`},
		{"retired id", "id: F32", "id: F99", "id of a retired question used again"},
		{"no id", "id: F32", "id:", `questions[1] "": no id`},
		{"no ask", `ask: "Is the loan approved?"`, "simpler: Loan?", `questions[1] "F32": no ask`},
		{"empty text", `["Who is sponsoring you?"]`, `[""]`, "an empty text in a list"},
		{"no fields", "fields: [finance.loan]", "fields: []", `bank/f.yaml:26: questions[1] "F32": no fields`},
		{"unknown field", "fields: [finance.loan]", "fields: [finance.lone]", `unknown profile path "finance.lone"`},
		{"unknown path in when", "when: [finance.loan]", "when: [finance.lone]", `condition "finance.lone": unknown profile path "finance.lone"`},
		{"unknown value in when", "when: [finance.loan]", "when: [f1.level = doctor]", `f1.level is never "doctor"`},
		{"value missing in when", "when: [finance.loan]", "when: [f1.level = ]", `no value after "="`},
		{"alternative missing in when", "when: [finance.loan]", "when: [finance.loan or]", `unknown profile path "finance.loan or"`},
		{"unknown type", "type: closed", "type: short", `unknown type "short": want one of closed, open, explain, technical`},
		{"unknown category", "applies_to: [F1]", "applies_to: [F2]", `unknown category "F2"`},
		{"unknown excepted category", "except: [H1B]}", "except: [H2B]}", `unknown category "H2B"`},
		{"no categories", "applies_to: [F1]", "applies_to: []", "no applies_to"},
		{"missing follow-up", `      long: "One number."`, "", "no follow-up for long: write the line, or none"},
		{"empty follow-up", `long: "One number."`, "long:", "empty follow-up for long"},
		{"unknown cause", "long: \"One", "lengthy: \"One", `unknown cause "lengthy"`},
		{"missing common cause", `recited: "In`, `recites: "In`, `unknown cause "recites"`},
		{"over-long common line", `"In your own words, please."`, `"` + strings.Repeat("Who ", 26) + `"`, "bank/recipes.yaml:2: common: "},
		{"placeholder misspelt", "{heard}", "{hear}", "bad placeholder"},
		{"placeholder out of place", `"How much, exactly?"`, `"How much is {declared}?"`, "bad placeholder"},
		{"declared missing", "Your file says {declared}. Which", "Which", "must hold {declared}"},
		{"paper quoted", `"Anyone else?"`, `"Your I-20 says otherwise."`, "says what a paper holds"},
		{"over-long line", `"Anyone else?"`, `"` + strings.Repeat("Who ", 26) + `"`, "has 26 words, at most 25"},
		{"ties asked in H-1B", `fields: [identity.full_name], except: [H1B]`, `fields: [ties.plan_after]`, "ties.plan_after is asked in H-1B"},
		{"ties worded in H-1B", `"Are you well?", type: closed, fields: [identity.full_name], except: [H1B]`, `"Will you come back?", type: closed, fields: [identity.full_name]`, "speaks of ties"},
		{"ties pressed in H-1B", `"How so?"}` + "\n    except: {risky: [H1B]}", `"Why come back?"}`, "speaks of ties"},
		{"no title", "title: Who pays", "title:", `topics[0] "f.fund": no title`},
		{"no tests", "tests: nothing", "tests:", "no tests"},
		{"no red flags", "[sudden deposit]", "[]", "no red_flags"},
		{"no group", "group: F\n", "", "no group"},
		{"inherits", "group: F\n", "group: F\ninherits: [COM]\n", `inherits the unknown group "COM"`},
		{"unknown key", "off: true", "of: true", `bank/f.yaml:36: topics[1] "f.off": unknown key "of"`},
		{"key twice", "off: true", "off: true\n    off: true", `key "off" is given twice`},
		{"wrong kind", "applies_to: [F1]", "applies_to: F1", "want a list of texts"},
		{"wrong kind of text", "title: Who pays", "title: [Who pays]", "want a text"},
		{"wrong kind of part", "questions:\n      - id: F27", "questions:\n      - F1\n      - id: F27", "questions[0]: want keys with values"},
		{"wrong kind of flag", "off: true", "off: perhaps", `"perhaps": want true or false`},
		{"no YAML", "group: F", "group: [F", "bank/f.yaml:"},
		{"unknown question", "checks: [F32]", "checks: [F31]", `bank/recipes.yaml:8: recipes[0] "F1": unknown question "F31"`},
		{"retired question", "checks: [F32]", "checks: [F99]", `question "F99" is retired`},
		{"question of a topic that is off", "checks: [F32]", "checks: [F90]", `question "F90" is not asked in F1`},
		{"question of another category", "category: F1", "category: B2", `question "F27" is not asked in B2`},
		{"unknown topic", "add: []", "add: [f.found]", `unknown topic "f.found"`},
		{"topic that is off", "add: []", "add: [f.off]", `topic "f.off" is not asked in F1`},
		{"unknown recipe", "category: F1", "category: F2", `unknown category "F2"`},
		{"nothing to cover", "cover: [[f.fund]]", "cover: []", "no topics to cover"},
		{"opener with a condition", "openers: [F27]", "openers: [F32]", "no opener that every profile allows"},
		{"second recipe", "recipes:\n", "recipes:\n  - {category: F1, openers: [F27], cover: [[f.fund]]}\n", "a second recipe for the category"},
		{"second document", "common:", "---\ncommon: {}\n---\ncommon:", "a second document"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files, spoiled := smallBank(), false
			for _, f := range files {
				if text := string(f.Data); strings.Contains(text, tt.old) {
					f.Data, spoiled = []byte(strings.Replace(text, tt.old, tt.new, 1)), true
					break
				}
			}
			_, err := Load(files)
			if !spoiled || err == nil && tt.want != "" || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Load() = %v\nwant a fault with %q", err, tt.want)
			}
		})
	}
}
