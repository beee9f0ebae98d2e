package openai

import "strings"

// The words here are our judgement, made to refuse too much: what is refused costs a
// duller line, what passes is said at the window.

func set(lists ...string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(strings.Join(lists, " ")) {
		all[w] = true
	}
	return all
}

// plain are words that say nothing by themselves; they are on no topic and off none.
var plain = set(`a an the this that these those it its it's there here
	i i'm i'll i'd me my you you're you'll you've you'd your yours yourself we us our they them their he she his her him
	who who's whom whose what what's when where where's why how how's which
	is are am was were be been being do does did done doing have has had having can could will would may might must shall
	isn't aren't wasn't don't doesn't didn't haven't hasn't won't wouldn't couldn't can't
	and or but if then than so as at by for from in into of off on onto out over to up with about after before during until through while because since
	not no yes any some all each every both much many more most other another else again also too only just even still already yet ever never now today
	exactly actually really currently presently specifically briefly precisely roughly please okay ok alright right well let's let tell say said see
	give explain describe walk know need like want get got go going thanks thank sir ma'am then first next last good fine sure understood hmm mm
	one thing something anything someone anyone way kind sort part bit little moment time quickly quick short simply plan planning intend intending expect expecting`)

// own are the plain words that stand with a capital anywhere.
var own = set("I I'm I'll I'd OK US")

// asking are the words that open a question.
var asking = set("who who's whom whose what what's when where where's why how how's which")

// factual are facts by themselves: who a relative is, how many of something.
var factual = set(`father father's dad mother mother's mom mum parents uncle aunt brother sister wife husband spouse son daughter cousin
	grandfather grandmother friend boyfriend girlfriend fiance fiancee boss nephew niece
	two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred
	thousand million lakh crore once twice
	single married divorced pregnant engaged unemployed retired`)

// forbidden are advice, promises, verdicts, invitations to deceive, and a model
// speaking of itself or its instructions.
var forbidden = []string{
	" should ", " recommend", " suggest", " advise", " advice", " lawyer", " attorney", " better to ", " make sure ", " remember to ", " try to ",
	" approve", " approval", " grant", " guarantee", " promise", " congratulation", " refuse", " denied", " deny", " reject", " issue ", " issued", " eligible",
	" hide ", " lie ", " pretend", " conceal", " leave out ", " don't mention", " fake ", " just say ", " say that you",
	" instruct", " prompt", " system ", " rehears", " consular", " an ai ", " language model", " assistant", " sorry", " i can't help", " cannot help",
	" ignore", " my rules", " given line", " placeholder", " plain text", " passport number", " social security", " card number", " date of birth",
}

// senses put words that officers use for the same thing together, by stem.
var senses = sensesOf(
	"pay paid paying fund financed finance sponsor cover afford support cost expense money tuition fees bill",
	"study studying studies school university college program degree education course major enroll attend academic field subject",
	"work job employer employed occupation profession company living position role career firm",
	"return back home leave departing",
	"stay long duration remain",
	"travel trip visit journey traveling purpose reason",
	"relative family relation children kids",
	"earn salary wage income paid make",
	"hospital residency training physician doctor medical clinic",
	"choose chose pick select decide prefer",
	"married spouse single",
	"visited been abroad countries traveled",
)

func sensesOf(groups ...string) map[string]string {
	all := map[string]string{}
	for _, g := range groups {
		words := strings.Fields(g)
		for _, w := range words {
			if s := stem(w); all[s] == "" {
				all[s] = "sense:" + words[0]
			}
		}
	}
	return all
}
