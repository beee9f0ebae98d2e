package transcript

import "strings"

// A vocabulary is a closed set of words that can be recognised with certainty
// inside a sentence.
type vocabulary string

const (
	relationWords vocabulary = "relation"
	visaClasses   vocabulary = "class"
	lawSections   vocabulary = "section"
	preferences   vocabulary = "preference"
	testNames     vocabulary = "test"
	degreeNames   vocabulary = "degree"
)

// vocabularies give each word, squeezed, its usual form.
var vocabularies = map[vocabulary]map[string]string{
	relationWords: forms("father:father,dad,daddy,papa mother:mother,mom,mum,mama parents:parents brother:brother,brothers sister:sister,sisters " +
		"uncle:uncle,uncles aunt:aunt,auntie,aunts cousin:cousin,cousins son:son,sons daughter:daughter,daughters child:child children:children,kids " +
		"husband:husband wife:wife spouse:spouse fiancé:fiance,fiancé fiancée:fiancee,fiancée boyfriend:boyfriend girlfriend:girlfriend " +
		"grandfather:grandfather,grandpa grandmother:grandmother,grandma grandparents:grandparents nephew:nephew niece:niece " +
		"brother-in-law:brotherinlaw sister-in-law:sisterinlaw father-in-law:fatherinlaw mother-in-law:motherinlaw in-laws:inlaws " +
		"stepfather:stepfather stepmother:stepmother guardian:guardian friend:friend,friends self:self,myself"),
	visaClasses: forms("B1:b1 B2:b2 B1B2:b1b2 F1:f1 F2:f2 J1:j1 J2:j2 H1B:h1b H2A:h2a H2B:h2b H3:h3 H4:h4 L1:l1,l1a,l1b L2:l2 O1:o1 O3:o3 " +
		"P1:p1 K1:k1 M1:m1 TN:tn E1:e1 E2:e2 E3:e3 C1D:c1d R1:r1 ESTA:esta,vwp OPT:opt CPT:cpt"),
	lawSections: forms("214(b):214b 221(g):221g 212(a):212a 212(a)(6)(C):212a6c 212(a)(6)(C)(i):212a6ci 212(a)(9)(B):212a9b 212(e):212e"),
	preferences: forms("F1:f1 F2A:f2a F2B:f2b F3:f3 F4:f4 EB1:eb1 EB2:eb2 EB3:eb3 EB4:eb4 EB5:eb5 IR1:ir1 IR2:ir2 IR5:ir5 CR1:cr1"),
	testNames:   forms("IELTS:ielts TOEFL:toefl,toeflibt GRE:gre GMAT:gmat Duolingo:duolingo,det PTE:pte SAT:sat"),
	degreeNames: forms("MS:ms,msc,mastersofscience MA:ma MBA:mba MTech:mtech ME:meng MCA:mca master's:master,masters BS:bs,bsc BA:ba BE:be,beng " +
		"BTech:btech BBA:bba BCA:bca bachelor's:bachelor,bachelors PhD:phd doctorate:doctorate MBBS:mbbs MD:md BDS:bds"),
}

// forms reads "usual:form,form usual:form".
func forms(s string) map[string]string {
	all := map[string]string{}
	for _, entry := range strings.Fields(s) {
		usual, rest, _ := strings.Cut(entry, ":")
		for _, form := range strings.Split(rest, ",") {
			all[form] = usual
		}
	}
	return all
}

// find is the one word of the vocabulary standing in a sentence, in its usual
// form; "" when there is none, or more than one.
func (v vocabulary) find(sentence string) string {
	words := vocabularies[v]
	found := ""
	for _, token := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune(" \t\n,;:.!?[]{}", r) }) {
		usual, ok := words[squeezeWord(token)]
		if !ok || usual == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = usual
	}
	return found
}

// squeezeWord keeps letters, digits and accents of one word, in lower case, and
// drops a possessive.
func squeezeWord(token string) string {
	token = strings.ToLower(strings.ReplaceAll(token, "’", "'"))
	token = strings.TrimSuffix(token, "'s")
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("-/()'\"", r) {
			return -1
		}
		return r
	}, token)
}

// spellings are other ways to write the values of enums, squeezed. Each counts only
// where its value is allowed.
var spellings = map[string]string{
	"me": "self", "myself": "self", "i": "self",
	"masters": "master", "ms": "master", "msc": "master", "mba": "master", "phd": "doctorate", "doctoral": "doctorate",
	"bachelors": "bachelor", "bs": "bachelor", "bsc": "bachelor", "undergraduate": "bachelor",
	"citizen": "US_citizen", "americancitizen": "US_citizen",
	"greencard": "LPR", "greencardholder": "LPR", "permanentresident": "LPR", "lawfulpermanentresident": "LPR",
	"onavisa": "nonimmigrant", "studentvisa": "nonimmigrant", "workvisa": "nonimmigrant",
	"f1": "nonimmigrant", "h1b": "nonimmigrant", "h4": "nonimmigrant", "j1": "nonimmigrant", "l1": "nonimmigrant", "b2": "nonimmigrant",
	"passed": "pass", "notyet": "not_taken", "failedthenpassed": "fail_then_pass",
	"summerworktravel": "swt", "summerworkandtravel": "swt",
	"true": "yes", "y": "yes", "subject": "yes", "false": "no", "n": "no", "notsubject": "no", "dontknow": "unknown", "idontknow": "unknown", "notsure": "unknown",
	"opt": "practical_training_maybe", "practicaltraining": "practical_training_maybe",
	"unemployed": "not_employed", "notworking": "not_employed", "housewife": "homemaker", "it": "computer_science",
	"doctor": "medical_health", "physician": "medical_health", "nurse": "medical_health", "medicine": "medical_health",
	"engineer": "engineering", "teacher": "education", "businessman": "business", "businesswoman": "business",
	"1": "I", "2": "II", "3": "III", "4": "IV",
	"approved": "sanctioned", "accepted": "admitted", "rejected": "refused", "waitlisted": "waiting", "denied": "refused",
	"office": "onsite", "home": "remote", "onleave": "leave_of_absence", "leave": "leave_of_absence", "familyfirm": "family_business",
}

// enumValue reads one of the allowed values, however it is spelled: "Married",
// "other person", "J1 physician".
func enumValue(allowed []string, text string) (string, bool) {
	want := squeeze(text)
	if want == "" {
		return "", false
	}
	for _, value := range allowed {
		if squeeze(value) == want {
			return value, true
		}
	}
	other := spellings[want]
	for _, value := range allowed {
		if value == other && other != "" {
			return value, true
		}
	}
	return "", false
}

// spoken is what people see of an enum value: "other person".
func spoken(value string) string { return strings.ReplaceAll(value, "_", " ") }

// spokenAll lists values for people.
func spokenAll(values []string) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = spoken(v)
	}
	return strings.Join(all, ", ")
}
