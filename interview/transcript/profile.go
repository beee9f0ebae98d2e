package transcript

import (
	"encoding/json"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A FieldType is how a profile field is read and shown.
type FieldType string

// The types of field.
const (
	TypeText     FieldType = "text"
	TypeEnum     FieldType = "enum"
	TypeCountry  FieldType = "country"
	TypeDate     FieldType = "date"
	TypeMoney    FieldType = "money"
	TypeDuration FieldType = "duration"
	TypeBool     FieldType = "bool"
	TypeNumber   FieldType = "number"
	TypeObject   FieldType = "object" // Parts
	TypeList     FieldType = "list"   // of Item; of objects with Parts when Item is TypeObject
)

// A Class is how a spoken value is compared with a declared one, with the
// tolerances of domain practice (see scoring).
type Class string

// The classes.
const (
	ClassPayer       Class = "payer"
	ClassExact       Class = "amount_exact"
	ClassApproximate Class = "amount_approximate"
	ClassDuration    Class = "duration"
	ClassDate        Class = "date"
	ClassName        Class = "name" // school, company, hospital
	ClassTitle       Class = "title"
	ClassStatus      Class = "status" // visas, refusals, visits, petitions
	ClassFamily      Class = "family"
	ClassPlace       Class = "place"
	ClassPlan        Class = "plan"
	ClassNone        Class = "" // not compared
)

// A Field is one entry of the declared profile: the single source of the JSON
// Schema, of the pages' inputs and of what a question may name.
type Field struct {
	Path     string // dotted, the nesting of the JSON: "f1.cost_year1"
	Title    string // label on the page, in plain words
	Section  string // heading on the page: "Trip", "Money", "School"
	Type     FieldType
	Enum     []string
	Item     FieldType
	Parts    []Field    // Path of a part is its key alone: "total"
	For      []Category // categories whose interview uses it
	Needed   []Category // part of the required minimum for these; a subset of For
	Class    Class
	Serious  bool   // a false denial under a direct question is of high severity
	Source   string // where an applicant finds it: "DS-160", "I-20"
	Example  string // as a person would write it
	Question string // why the interview may turn on it, one sentence
	Currency string // money: ISO code taken when none is written; "" takes none
	Per      string // money: period taken when none is written: "year", "month"

	reads vocabulary // text: what is recognised inside a sentence
}

// A Declared is one field as the applicant declared it.
type Declared struct {
	Field     *Field
	Value     Value
	Text      string          // as declared, for people to read; never empty
	Source    string          // "ds160", "i20", "ds2019", "i797", "lca", "applicant" or "mentor"; "" when not given
	Confirmed bool            // contradictions are judged only against confirmed fields; a plain value is confirmed
	raw       json.RawMessage // the input at this path, wrapper included, canonical
}

// A Value is a declared value, typed. Which parts are set follows Type.
type Value struct {
	Type  FieldType
	Text  string          // text, enum, country; for an object or list item declared as a sentence, the sentence
	Money measure.Mention // money: Low is the amount, Unit the currency, Per the period
	Days  measure.Mention // duration: Low and High in days, Unit as declared
	Date  measure.Date    // date
	Bool  bool
	Num   float64
	List  []Value          // empty list: declared as none
	Parts map[string]Value // object, by part key; only the parts declared or read from the sentence
}

// A Profile is what an applicant declared: fields by path. The zero Profile
// declares nothing. It is never changed after it was read; With returns a new one.
type Profile struct {
	fields map[string]Declared
}
