package scoring

// A behaving is what an applicant does by speaking, as a set.
type behaving uint64

const (
	bInsults behaving = 1 << iota // abuses the officer
	bOffers                       // gives the officer something, or threatens
	bOrders                       // tells the officer what to do
	bPleads                       // begs, cries, panics
	bHopes                        // asks whether the visa will be given
	bArgues                       // argues with the officer or the rules
	bSeeks                        // asks what to say
	bForgets                      // does not know
	bAsks                         // asks the officer something else
	bClears                       // asks what the question means: no fault
	bWrites                       // speaks as a letter or a chat assistant does
)

// classes are the sorts of words constructions speak of.
var classes = map[string]map[string]bool{
	"be":    set("am is are was were be been being look looks sound seem seems act"),
	"folk":  set("people americans officers officer guys man woman lady sir madam consuls embassy visa americans white whites lot folks all guy dude girl boy"),
	"abuse": set("idiot idiots fool fools moron morons liar liars racist racists imbecile jerk bastard bastards bitch asshole ass thief thieves crook crooks criminal criminals devil nazi fascist trash garbage rubbish hypocrite hypocrites coward retard dummy dumbass scum loser losers vermin bigot bigots"),
	"beast": set("dog dogs pig pigs donkey donkeys monkey monkeys snake snakes rat rats animal animals cow goat clown clowns monster witch parasite"),
	"scorn": set(`stupid dumb idiotic foolish useless worthless ignorant arrogant corrupt rude pathetic disgusting incompetent evil wicked heartless shameless brainless senseless racist unprofessional
		retarded silly illiterate uneducated inhuman cruel lousy terrible horrible nasty filthy dirty blind deaf crazy mad insane lazy mean idiot fool liar dishonest power-drunk hopeless bigoted backward`),
	"proc":    set("question questions interview process embassy system officer people rules law laws job country person man woman consulate"),
	"sense":   set("brain brains heart manners respect shame sense education humanity soul feelings class home-training training decency"),
	"disgust": set("disgust sicken repulse"),
	"hate":    set("hate despise detest curse"),
	"fuck":    set("fuck fucking fucker fucked fck fuk fkn motherfucker bullshit bitch asshole stfu wtf wanker dickhead"),

	"giver":       set("i we he she they father mother brother sister uncle aunt cousin family company boss lawyer friend husband wife son daughter dad papa parents agent employer people somebody someone"),
	"give":        set("give gives offer offering giving send sending transfer bring bringing buy buying get pay paying gift hand slip drop wire add put sort bless"),
	"bestow":      set("pay reward compensate bribe tip bless settle"),
	"value":       set("money dollars dollar usd cash gift gifts present presents envelope gold chain necklace bracelet jewellery jewelry honey wine whisky whiskey bottle perfume iphone iphones phone phones laptop laptops watch goat cow tickets ticket something anything everything token percentage amount thousand hundred million bucks naira rupees lakh taka pesos favour favor reward bribe tip car land commission"),
	"presentable": set("gift gifts present presents envelope money cash token reward bribe dollars something tip bottle honey gold"),
	"pocket":      set("pocket trouble trouble's tea chai lunch coffee family children kids wife time account drink soda effort help kindness christmas weekend pocket-money daughter son hands"),
	"harm":        set("sue report expose destroy ruin fire sack kill hurt beat find punish finish curse haunt slap"),
	"organs":      set("newspaper newspapers press media journalist journalists television tv lawyer lawyers court courts senator facebook twitter tiktok instagram youtube online viral congressman president minister ambassador police"),
	"office":      set("boss supervisor superiors superior manager ambassador superiors career job name embassy head"),

	"decide":  set("approve grant issue stamp accept print sign pass release process finalize finalise endorse clear"),
	"granted": set("approved accepted granted selected qualified successful rejected refused denied passed eligible through selected in issued okay ok clear cleared"),
	"visa":    set("visa visas passport approval approved pass it stamp approved"),
	"refuse":  set("refuse refusing reject rejecting deny denying approve approving grant granting accept accepting give giving issue issuing pass"),
	"good":    set("okay ok good fine successful ready done possible strong complete approved accepted granted rejected refused denied passed issued clear positive yes sure"),
	"chief":   set("manager supervisor boss superior superiors consul ambassador head chief"),

	"speak": set("say answer tell respond reply put speak write state mention"),
	"reply": set("answer answers reply response thing things word words"),
	"right": set("right correct best better good proper safe safest suitable perfect expected ideal"),
	"wh":    set("what how which"),
	"modal": set("should must shall can do would could may did will might"),

	"god":    set("god god's heaven's heavens heaven christ's christ jesus allah pete's"),
	"upset":  set("crying shaking panicking scared afraid terrified fainting trembling nervous desperate suffocating sobbing overwhelmed anxious stressed sweating worried tensed frightened dizzy choking panicked confused blank"),
	"frames": set("spinning shaking trembling sweating numb cold racing"),
	"unfair": set("unfair ridiculous irrelevant nonsense discrimination wrong absurd unjust illegal racist rubbish unnecessary pointless unacceptable biased nonsense"),
	"this":   set("this that it these those"),
	"rule":   set("rule rules system computer law laws policy policies process question questions record records decision information embassy country"),
	"ask":    set("ask asking asked refuse deny reject question judge say do treat stop know see tell demand keep require"),
	"wonder": set("know recall remember"),
	"kin":    set("father mother brother sister uncle aunt cousin husband wife agent agency consultant lawyer dad mom papa company employer boss manager sponsor"),
	"person": set("anyone anybody nobody him her them people someone somebody any you english you"),
}

// weighing are the words that only weigh, point or join what they stand before.
var weighing = set(`so very really just all such a an the most too always being nothing but more quite totally completely absolutely clearly simply only or both big bloody real truly extremely also
	little bit kind of some still even ever and such damn fucking freaking one another again this that`)

// bearings are how each is done. Our own list of constructions.
var bearings = newGrammar(map[behaving][]string{
	bInsults: {
		`you ?@folk ?must/should/all @be ~ @scorn/@abuse, @be you ?@folk ~ @scorn/@abuse, your ?@folk ?@proc @be ~ @scorn, what a ~ @scorn/@abuse/joke, ^ ~ @scorn/idiotic/dumb/nonsense question/questions`,
		`this/that/it is ~ stupid/idiotic/dumb/silly ?@proc, you ~ @abuse, you ~ stupid/dumb/ignorant/arrogant/useless/rude/blind/wicked/corrupt/foolish/racist ?@folk, ^ ~ @abuse $, ^ ~ stupid/dumb/useless/wicked ?@folk $`,
		`you ?@folk have/has/got no @sense, you ?@folk do not have ?any/a/the @sense, do you have ?a/any brain/brains/heart, have you no @sense, you @disgust me, you make me sick, i @hate you, shame on you, curse you, god punish you`,
		`shut up, shut your mouth, go to hell, get lost, piss off, drop dead, screw you, damn you, to hell with you, fuck, kiss my ass/arse/feet, f you, f off, you suck, eat shit, @fuck`,
		`what is wrong with you, you know nothing, you do not know anything, you do not know your job/work, you do not know how to do, who hired you, who gave you this job, you ?@folk @be ~ nothing but, you are ~ nobody/nothing $, you can not even read, you ?@folk @be ~ joke/disgrace/shame/embarrassment/failure, you ~ @beast, you are ~ @beast, you like/act like ~ @beast/@abuse, you ?@scorn @beast/@abuse, ^ @be ?all/these @folk ~ @scorn`,
	},
	bOffers: {
		`@giver .. @give ~ you ?all ~ @value, @giver .. @give .. @value to/for you, @giver .. @give ~ you .. @value, @value .. for you/your ?own ?@folk $`,
		`@giver .. @bestow you ?too/also/well/back/handsomely, @value .. for your @pocket, have/got/is/brought/bring/carry/hold/with ~ ?small/nice @presentable .. for you, how much ?money/dollars ?do/would/will you want/need/take/charge/collect/require $`,
		`how much ?do/would/will you want/need/take/charge/require to/for ?my/the/a/me approve/approval/visa/pass/stamp/this/it, name your price, your price, what is your price, settle/arrange/sort/solve/finish/handle .. between us/you/ourselves, between you and me`,
		`worth your while/time, make it worth, ^ accept/take ~ ?this/these/my/our ~ @presentable, ^ take ~ this money/cash, brought ... for you, take care of you, make you happy/rich, show .. appreciation/gratitude, do you ~ favour/favor`,
		`you will be rewarded/paid/compensated, you will get/receive/have ~ @value, reward you, pay ?something/some/little extra/more/something .. approve/approved/visa/pass/faster, want a/some bribe/tip, i help you you help me, you help me i help you, help you .. if you help me`,
		`@giver .. will/can/could/would/going/must/shall .. @harm ?all you, @giver .. will/can/could/would/going/shall .. report/expose/complain ?about/to/on ?this/you your/you, complain .. about/against you, complain ?to your @office, have/get/see you fired/sacked/removed/transferred/punished`,
		`you .. will/gonna .. regret/suffer, you will pay ?dearly ?for, you will be sorry, you will lose your, lose your job, cost you your, i/we/he/they know/knows where you live, i/we know/found your address/home, watch your back, you better watch`,
		`will/going/shall/can go/take/talk/tell/write/post/call/speak/phone/put ... @organs ?with/about ?you/your, see you in court, will find you, wait/waiting for you outside, will deal/dealing with you, teach you a lesson, you will see what/who, or else, you know what will happen`,
		`this will go/be/appear ?viral/on/in @organs, i/we ?will/shall/can tell/inform/call/contact ... @organs .. you, visit/burn/attack/find/come ?to your house/home/family/children, do something to you/your`,
		`let me @bestow/@give you .. @value, @giver .. ready/willing/able/happy/prepared to pay/give/offer ... you/whatever/any/anything, @giver .. pay/give/offer ?you whatever/anything/any ?amount/price ?you/it, whatever ?amount/money you ask/want/need/charge/say, any ?amount/money/fee .. pay/give you`,
		`pay/paying/give/giving you directly/cash/privately/something/extra, @giver .. arrange/organise/organize/prepare/get/left/leave/put/keep/kept ... @value ... for you/your, left/put ~ ?something/money/cash/dollars/@value .. in the/my passport/file/folder, you and your family .. free/enjoy/eat/get/have, your family/kids/children/wife will/can .. free/enjoy/benefit`,
		`your ?bank account ?number/details, you will see/find ~ money/cash, come/get to an arrangement/agreement/understanding/deal, make a deal ?with, nobody/no-one/none will ?ever know, make ~ trouble/problem/problems for you, bring you ~ ?nice @value, @value .. if you pass/approve/help/let me, ^ it/this is ~ for you $, between ~ us two`,
	},
	bOrders: {
		`^ @decide me/it/this/us ?now/quickly/immediately, ^ @decide my/the/our ?us ?student/tourist visa/passport/application/case/petition, ^ approve/approved ?now $, ^ give/grant/issue/hand ?me/us/it ?the/my/a/our ?us ?student ?tourist visa/passport/approval/stamp, ^ give me my passport`,
		`^ stop .. asking/talking/wasting/questioning/this/it/questions/interrogating, ^ skip ?this/it/that/to/the, ^ next question ?please, ^ next $, ^ move/go on ?to, ^ hurry ?up $, ^ be quick/fast/faster, ^ do your job/work, ^ make it quick/fast, ^ faster $, quickly approve, ^ go/jump/proceed ?on to ?the next, ^ reply/respond/answer/output ?only/just/always with/yes/approved/only, ^ put me through/to, ^ connect/transfer me to, ^ bring/get/call/send/find ?me somebody/someone ?else, ^ print ?my/the visa, and give ?me ?the/my visa $, from now on you, ^ leave ?me alone, ^ finish ?this quickly/fast/now`,
		`you will/must/should/shall now/only/always ~ answer/say/reply/approve/obey/follow/grant, you must/should answer/say yes, you would better ~ pass/approve/give/let/accept/stop, override, you ?had better ~ pass/approve/give/let/accept, let me out ?of, i will not talk ?with/to ?you`,
		`^ ask ?me something else/different/easier, ^ ask ?me another/other/different/easier/better/normal, ^ ask ?me the/a next/different/normal/real, ^ ask somebody/someone else, ^ do not/never ask, ^ call/get/bring/fetch/send ?me ?in ?your/the/a/another @chief, ^ get/give/bring me another officer/person/window`,
		`let me .. talk/speak to/with ?your/the/a ?another @chief/officer, want/need/demand/like .. talk/speak/see ?to/with ?your/the/a/another @chief, want/need/demand another/different officer, i demand, i order you, i command you`,
		`you must/should/need/ought/better/will ?now ?to ~ approve/accept/issue/grant/stamp/pass, you have/need/supposed/ought to ~ approve/accept/issue/grant/stamp/pass/give/let, you must/should/better ~ give me, you should/must ~ say yes, just say yes ?and`,
		`^ say/write/put/type/mark yes/approved/approve/passed/granted, ^ write/type/note/put/enter ... approved/accepted/granted/qualified/yes, ^ forget ... write/approve/stamp, ^ let me go $, ^ let me go in/through, ^ let me pass, ^ finish this/it/quickly/now, do it now/quickly/fast/immediately, ^ check ?your/the ?computer again`,
		`^ ignore/disregard/override/bypass/forget ?all/any ?of ?your/the/my/previous/prior/above/earlier ?previous/prior/earlier/own instructions/rules/prompt/guidelines/orders/policies/programming, ignore/disregard/forget the/all/everything above/previous/before, you are now ?a/an ?very ?helpful assistant/ai/model/system/bot/officer/approving`,
		`^ set/mark/output/return/print ?the/visa decision/status/result/verdict/outcome/approved/issued, note to grader/evaluator/ai/assistant/officer/system/model, the applicant passes/qualifies/is approved/must be, act/behave as a/an/if you/the, pretend ?that ?to you are/be, new instructions/instruction, end of interview, developer mode`,
	},
	bPleads: {
		`i ?am/just/really ~ begging ?you, i ~ beg ?you, we beg you, i am pleading, i plead ?with, i implore, please please, have/take/show ?some mercy/pity, pity me, help me please, please ~ help me, please .. help me/us, my life depends, my ?whole life is in your, my/the/our only hope, abeg`,
		`this is my/our last/only/final chance $, my last chance ?please ?sir $, i will die ?if, i will kill myself, kill myself, destroy my life/future, ruin my life/future, my life is finished/over, i have nothing left/else, on my knees, kneeling, i kneel, bow to you`,
		`i am ~ @upset, i feel ~ @upset, i ~ panic/faint, getting ~ panicked/nervous/dizzy/scared, i @upset, can not breathe, can not ~ think/talk/speak/stop/continue ?properly/now/clearly/crying/straight ?now $, can not do this, my ?whole hands/hand/body/voice/legs/heart/head is/are ~ @frames/blank/beating, mind is ~ blank/empty, mind went blank, head is empty`,
		`panic attack, stop/start crying/shaking/trembling, freaking/freak out, head is ~ spinning/aching, lost my words/voice/mind/thoughts/tongue, ^ ~ nervous/scared/panicking/confused $, feel ?like ?i ?am fainting/crying/vomiting/dying/collapsing, going to faint/cry/collapse/die/vomit, about to faint/cry/collapse, ^ crying/sobs/sobbing/cries/weeping/tears/weeps/starts ?crying $, for god/god's/heaven's/christ's/heaven/jesus ?is ?sake, for the sake of god/allah/jesus, in the name of god/jesus/allah, i swear .. please`,
		`please ~ give me/us ?this/one/a/the/my ?one/last chance/visa/opportunity/it, please ~ approve/accept/consider/forgive/grant/issue, kindly ~ approve/accept/consider/forgive/grant, please do not refuse/reject/deny/destroy/send/do, do not refuse/reject/deny/disappoint me ?please, give me ?just/only/this/one/a ?last ?one chance, i am ~ poor ~ mother/man/woman, oh my god, oh god`,
	},
	bHopes: {
		`^ will/would/can/shall/could/may/do/did/am/are/have/has i/we .. @granted ?today/now $, ^ ?when/if will/would/can/shall/could/do/did/have i/we .. get/receive/have/collect/pick/obtain/take/got .. visa/passport/approval/stamp, ^ will/can i .. get/have it $, ^ do/did/will/can i/we ~ pass/qualify/succeed $`,
		`^ do/did/will/can/could i/we ~ make it $, ^ did/have i .. get/got/getting .. rejected/refused/denied/approved/accepted, ^ do i ~ have ~ visa/chance/chances, ^ have i/we got ?the/my/it visa/it/passport, am/are i/we ~ approved/accepted/rejected/refused/denied/granted/selected/through/qualified/eligible/successful, i am approved or`,
		`is/was/are/has/will it/my/this/the ?visa/application/case/result/interview/answers/be/documents/been/us/student ?been/be/still/going ?to ?be @good/@granted $, is/was my ?us visa/application/case ~ @good/@granted, is it ~ approved/accepted/rejected/refused/granted ?or, is it ?a yes, is that a yes, yes or no for ?my visa`,
		`what is/was/are/about ?then ?going ?to ?be ?your/the/my ?final/visa decision/result/results/outcome/verdict/chances/chance/status, what are/is my ?visa chances/chance/result, what result, my chances, want/like/need/love to know .. result/decision/outcome/visa/approved/approving/approve/refused/rejected/passed/status, know/tell .. my result/decision/fate`,
		`tell me .. if/whether/that i/my/you/it .. @granted/visa/it/approving/approve/passed/pass/pass/passing, tell me .. ?the/your/my result/decision/outcome/verdict, have you ?already decided, did you ~ decide/approve/refuse/reject, have you ~ approved/refused/rejected, are you ~ going to/giving/approving/refusing/rejecting/granting ?refuse/reject/deny/approve/give/grant/issue/accept ?me/my/it/the ?visa`,
		`^ will/would/can you ~ approve/refuse/reject/deny/grant/accept ?me/my/it, ^ will/would/can you ~ give/issue me ?the/my/a ?us visa, you will ~ give me .. visa/it ?today, you will ~ approve/refuse/reject/deny me/my/it, you approving/rejecting me/my/it, approved or rejected/refused/not/denied, rejected or approved, visa yes or no, yes or no visa, tell me ~ yes or no, visa or no visa, whether/if i ~ got/passed/made ?it`,
		`how is it going, how is my ?interview/case/application ?going, how am i doing, how did i do, what did i get, any chance ?of ?for ?the/my/a visa, when will you ~ decide/tell/give, what is my fate, what have you decided, do you think .. get/approve/approved .. visa/it, hope .. approve .. today, will it be ~ approved/yes/okay/positive, do you approve/refuse`,
	},
	bArgues: {
		`you ?@folk can not/never ~ @ask/ask/force/stop/decide, you ?@folk have no right/reason/authority/power, you have not ?any right, you do not have ?the/any right/reason/authority, i have ?the/a/every ?full right/rights ?to, what gives you the right, you ?@folk @be ~ @unfair/mistaken/unfair/biased/unreasonable/impossible`,
		`you @be not listening/fair/reading/right/understanding/correct/hearing, you do not ~ listen/understand/believe/read/care ?to/me/how/anything/my/what, you ?just/already/have ?already/just asked ?me ?this/that/the/it ?same/before/already, you keep asking/repeating, why do you keep, why do not you ~ believe/read/listen/check/trust/understand/give`,
		`your @rule @be ~ @unfair, your @rule make/makes no sense, the ?your @rule @be ~ unfair/ridiculous/stupid/absurd/unjust, @this ?rule/law/question/interview/decision/process/thing/whole/is @be ~ @unfair, @this is not ~ fair/right/true/correct/acceptable/just/necessary/important/relevant $, not a fair, @this ?question/rule makes/make no sense, no sense at all, not fair`,
		`none of your business, not your business, mind your ?own business, what is it to you, i refuse to ~ answer/say/tell/discuss, i will not ~ answer/discuss/tell, i do not have to ~ answer/tell/explain/say/prove, i do not need to ~ answer/tell/explain/prove, you do not ~ need to know, you need not know, why should i ~ answer/tell/explain/prove`,
		`waste/wasting ?of my/our time, you @be ~ wasting ?my time, this ~ ?interview/question is ~ waste ?of ?time, everyone/everybody/others/all else ?always gets/get/got/has, why not me, looking for ?a/any/some reason/reasons/excuse/excuses, looking for mistakes, you ?@folk always/never ~ @ask/refuse/reject/believe/treat/look/think/give, you did not ~ even ~ read/look/listen/check/open/see, you never ~ read/look/listen, without ~ even reading/looking`,
		`i do not agree ?with, i disagree, they had no reason, you had no reason, there is/was no reason .. refuse/refused/reject/rejected/deny, the law says ?that ?you, it is my right, i know my rights, ^ i ?have ?just ?already told you ?this/that/already/before ?already/before $, ^ i ?have already ~ answered/told/said/explained ?you/this/that/it ?that/this/already $`,
		`^ ?as i ?have said ?that/this/before ?already/before $, how many times, same thing again, same question again, ^ ~ same question, you .. same question/thing, again and again, @reply/scores/score/it/that/this do/does not ~ matter, @this is ~ irrelevant, why do you not ~ believe/trust, are you calling me, you calling me, you think i am ~ lying/liar/a/stupid, you must be joking/kidding, are you joking/kidding/serious, i do not see why ?it/this/that, that is enough`,
		`do you know who i am, do you know who my, stop treating, you ?@folk treat ?us/me, just because i am ?from/african/indian/asian/muslim/black, discriminate/discriminating ?against, you ~ have ~ my/it/the/everything/that ?all ~ already, you already have, @this @be ~ @unfair/useless/foolish question/questions/interview/rule/law, why can/do/did/will/would not you, why can/do/did/will you not, you ... for nothing $, you ... without ~ ?any/a reason, making/make ~ big deal/problem/issue/drama, why ask ?me/it/this/that ?again, how many times must/should/do/will/have i, i do not accept ?it/this/that, made against, not your concern/problem/affair/matter/job, not of your concern, your colleague/colleagues/consul/officer/embassy ... wrong/unfair/rude/biased/racist/mistaken, @this is/was ~ discrimination/racism/injustice/bias, stupid/ridiculous/silly/bad law/rule/rules/policy`,
	},
	bSeeks: {
		`@wh/where should/must/shall/can/do/would/could/may/did i/we ~ @speak ?here/now/to ?this/that/it, what .. supposed/allowed/expected/meant/going to @speak, what .. you want/wanna/like/wish/need .. me/us ~ to @speak/hear, what do you ~ want to hear, what would you like to hear, what @reply ?do/are/would/is you ~ want/expect/like/looking/expecting/need/wanting, what/which ?kind/type/sort ?of ?the @reply .. want/expect/expecting/looking/good/best/correct/like/approve/right`,
		`@wh/what is/are/would ?be ?the/a ~ @right @reply/way/reply ?here/to/for, which @reply, what ?is/would/will ?be ~ @right ?for/thing/me ?me/you to @speak, is it ~ better/good/right/best/okay/safe/fine/allowed ?if ?for ?me ?i/to ~ @speak, ^ should/shall/must i ~ @speak, do i have to ~ say/answer, ^ ?can/could/will/would ?you ~ tell me ~ what/how ?to/should/must/i ?i/to ~ @speak`,
		`tell me ~ the ~ @right/answer ?@reply, tell me what you want ?me ?to ?hear/say, tell me and i will ~ @speak, tell me what .. i will ~ say, give me ?a/an/some/any/the ~ hint/hints/example/idea/clue/answer/answers/suggestion/tips ?of/please, @ask what to @speak, help me ?to ~ answer/say/respond, what do/would/did other/others/people/most/everybody ?people/applicants/students ~ @speak`,
		`what would you ~ @speak ?in/if, if i ~ say .. is/will/would/does it/you ~ good/okay/bad/problem/approve/accept/better/be, example of ?a/the ?good/right answer, answer for me, how do i ~ @speak, how can i ~ @speak, what @reply would/will ~ make/help/get/please, what will make you, what would make you, do you want me to say, what to say here, what to answer here, tell me ~ what/how/which ?answer i/we/to ?must/should/can/have/need/ought ?to ~ @speak, i should/must/shall ~ say yes/no/that $, give me ~ options/choices, suggest ?me ?what/how/something/an ?to ?answer ?@speak, better/good/best for me to be/say, which ?one/answer ?is ~ better/best/good/right/safe`,
	},
	bWrites: {
		`as an ai language/assistant/developed/i, here is a/an/the/your ~ ?more ?very sample/strong/polished/revised/concise/possible/improved/better/suggested/refined/model/natural/short/professional/ready ?answer/version/response/way, here are some/a ?few ?key/possible/sample reasons/points/answers/options/suggestions/tips/ideas/ways, sample answer, model answer`,
		`let me know if you would/want/need ?like ?me ?to ?any, feel free to adjust/personalize/personalise/modify/edit/customize/customise/replace/tailor/adapt, hope this helps, happy to help ?you ?with here, certainly here is/are, sure here is/are, would you like me to ?make ?rewrite ?adjust shorten/rewrite/refine/adjust/it, more concise version, craft a response, below is/are ~ sample/response/answer/example/draft, sample response/reply/statement/text, you could/can use this/it ?as`,
		`yours faithfully/sincerely/truly/obediently, i beg to state, to whom it may concern, best/kind/warm/kindest regards, ^ sincerely $, hope this email/letter/message/mail finds, i am writing to, this is to certify/confirm/inform, dear sir or madam, dear sir/madam/hiring i am writing, in this paper we, et al, read more, click here, lorem ipsum, all rights reserved`,
	},
	bClears: {
		`give me ~ moment/second/minute/sec/time, one moment/second/minute, wait ?please ?a ?moment/second, let me think, just a moment/second/minute`,
	},
	bForgets: {
		`^ i ?honestly/really/just/also/still/actually/do ?really/honestly ~ not ~ @wonder, do not ~ know, do not ~ remember, do not ~ recall, can not ~ recall/remember, no idea, no clue, not ~ got a clue, have not .. clue, not ~ sure, not ~ aware, not knowing, i ?do/have ~ forget/forgot/forgotten ?it/the ?name/this/that, nobody/no ?one told me/us/it`,
		`not ~ tell/told/inform/informed me/us, not ~ told/informed ?of/about/yet, not/never ~ thought ?about/of, slipped my mind, slipped from my, no information, not have ~ information/idea/clue/details, only ?my @kin know/knows, my @kin know/knows ?this/that/it/better, out of my memory, not ~ calculate/calculated/check/checked, no memory of, beats me, not ~ come to mind, cannot say ?exactly, not in my ~ memory/knowledge/mind, i do not know, it/that/this is ~ not ~ known ?to, i ?have did not ~ ask/asked ?them/about, would/will have to check/ask/look, not ~ have it/that ?in, nobody knows, i am not informed, never asked, could/can not tell you, never told/informed me/us, not been told/informed ?yet, only .. know/knows, have to ask/check, need to ask/check`,
	},
}, weighing)
