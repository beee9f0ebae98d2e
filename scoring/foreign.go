package scoring

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// foreign reports whether an answer is in another language than English: in another
// script, or in the small words of another language. Names, a foreign yes and words
// of courtesy are none.
func (s *sheet) foreign(all []token) bool {
	if latin, other := lettersOf(s.turn.Applicant); other > 0 {
		return other >= latin
	}
	if !slices.ContainsFunc(s.lexemes, func(l *lexeme) bool { return l.is&isForeign != 0 || l.joined || shortened.has(l.number) }) ||
		!slices.ContainsFunc(all, func(t token) bool { return foreignOnly[t.text] || !ascii(t.text) }) {
		return false
	}
	english, marked := 0, 0
	var said [languageCount]int
	var sure languages
	for i, t := range all {
		w := t.text
		switch {
		case s.inName(t.word) || courtesies[w]:
			continue
		case !ascii(w):
			marked++ // "için", "làm"
		case englishOnly[w]:
			english++
		}
		of := smallWords[w]
		if of == 0 || i > 0 && ofTheirNames[all[i-1].text] {
			continue
		}
		if !shared[w] {
			sure |= of
		}
		for n := range said {
			said[n] += int(of >> n & 1)
		}
	}
	most, which := 0, 0
	for n, k := range said {
		if k > most {
			most, which = k, n
		}
	}
	if marked >= 2 && marked+most > 2*english && 4*marked >= len(all) {
		return true
	}
	if english > 0 && most < fewestForeign {
		return false
	}
	return most >= 2 && sure&(1<<which) != 0 && most+marked > english && 4*(most+marked) >= len(all)
}

// fewestForeign is how many small words of another language stand beside English ones
// before an answer is in that language. Our judgement.
const fewestForeign = 3

// lettersOf counts the letters of an answer that are Latin, and the others.
func lettersOf(text string) (latin, other int) {
	for i := 0; i < len(text); {
		if b := text[i]; b < utf8.RuneSelf {
			if isLatin(b) {
				latin++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
		}
	}
	return latin, other
}

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func ascii(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// inName reports whether word i belongs to a proper name: it has a capital inside a
// sentence, or stands between two words that have one.
func (s *sheet) inName(i int) bool {
	if s.upper(i) {
		return i > 0 && !s.words[i].Breaks || i+1 < len(s.words) && s.upper(i+1) || i+2 < len(s.words) && s.upper(i+2)
	}
	before, after := false, false
	for j := max(0, i-2); j < i; j++ {
		before = before || s.upper(j)
	}
	for j := i + 1; j < min(i+3, len(s.words)); j++ {
		after = after || s.upper(j)
	}
	return before && after
}

// upper reports whether word i is written with a capital.
func (s *sheet) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.turn.Applicant[s.words[i].Start:])
	return unicode.IsUpper(r)
}

// languages is a set of languages.
type languages uint32

const languageCount = 20

// smallWords are the words no sentence of a language does without, with the languages
// they are of: pronouns, helping verbs, joining words and what applicants speak of most.
var smallWords = func() map[string]languages {
	all := map[string]languages{}
	for n, line := range spokenElsewhere {
		for w := range strings.FieldsSeq(line) {
			all[w] |= 1 << n
		}
	}
	return all
}()

// foreignOnly are those of them that nothing in English is called.
var foreignOnly = func() map[string]bool {
	all := map[string]bool{}
	for w := range smallWords {
		all[w] = !shared[w]
	}
	return all
}()

// spokenElsewhere are the languages most applicants speak beside English. Our own lists.
var spokenElsewhere = [languageCount]string{
	/* Spanish    */ `yo tu para durante ciudad conocer él ella nosotros ellos mi mis su sus soy es está esta estoy son tengo tiene tienen voy va vamos quiero quiere puedo para por porque que qué como cómo con sin muy pero cuando donde dónde quien también aquí allá allí hace hacer trabajo trabajar estudiar viajar visitar hermana hermano madre padre papá mamá esposo esposa hijo hija hijos dinero años año meses semanas semana días nada mas más sí usted señor señora lo le se un una uno al este eso mucho bien ya fue estaba vivo vive entiendo sé casa pagar paga no me a he come la el los las de del y en o si`,
	/* French     */ `je tu il elle nous vous ils elles mon ma mes notre votre leur suis est sont ai avoir être j'ai c'est j c d n qu vais va veux peux dois pour avec dans parce que qui quoi comment quand où très mais aussi pas ne bien oui non une un des aux au ce cette ces sur chez depuis travail travaille travailler étudier études université père mère frère soeur sœur femme mari enfants argent payer paye paie infirmier hopital hôpital semaines mois ans année jours comprends sais les la le de du et en me son on a`,
	/* Portuguese */ `eu você ele ela nós eles meu minha meus minhas seu sua sou é está estou são tenho tem vou vai vamos quero quer posso pode para pra por porque que como com sem muito mas quando onde quem também aqui lá faz fazer trabalho trabalhar estudar viajar visitar irmã irmão mãe pai esposo esposa filho filha dinheiro anos ano meses semanas dias não sim um uma ao isso depois volto pagar no me a o os as do da dos das de e em na nas`,
	/* Italian    */ `io lui lei noi loro mio mia miei sono è sei ho hai abbiamo hanno vado va voglio posso per perché che come con senza molto ma quando dove chi anche qui fare lavoro lavorare studiare viaggiare visitare sorella fratello madre padre moglie marito figlio figlia soldi anni mesi settimane giorni non sì una uno il gli della nel la di e in a no`,
	/* German     */ `ich du er sie wir ihr mein meine meinen unser ist sind bin habe hat haben möchte mochte will werde wird kann muss für mit ohne weil dass wie wenn wo wer auch hier dort nicht ja nein und oder aber sehr ein eine einen der das dem den zu zum zur von bei nach arbeite arbeiten studieren reisen besuchen schwester bruder mutter vater kinder geld jahre monate wochen tage verbessern betreuen englisch die in war so am an`,
	/* Turkish    */ `ben sen biz siz onlar benim bizim var yok için çünkü ve bu şu ile çok ama ne nasıl neden evet hayır istiyorum istiyor gidiyorum okul babam annem kardeşim eşim param yıl ay hafta gün iyi değil mi icin cunku cok o da de`,
	/* Vietnamese */ `tôi em anh chị là và không có được của cho với này rất muốn đi học làm việc ở bố mẹ gia đình tiền năm tháng tuần ngày vì toi khong cua duoc rat muon lam viec la va co di hoc`,
	/* Indonesian */ `saya kami kita dia mereka adalah ini itu yang dan untuk dengan karena tidak bukan akan mau ingin bisa punya ada sudah belum dari ke di pada bekerja belajar kuliah ayah ibu kakak adik suami istri anak uang tahun bulan minggu hari ya saudara`,
	/* Swahili    */ `mimi wewe yeye sisi wao ni na ya wa kwa za la cha katika kwenda kufanya kusoma kazi nataka nitaenda nitakaa nitarudi narudi nimepata baba mama kaka dada mtoto watoto pesa shule mwaka miezi wiki siku huko hapa nyumbani sana lakini sababu halafu kisha hapana ndiyo yangu wangu langu nitaka nitakuwa mwalimu daktari biashara mbili tatu tu nafanya ninafanya naomba`,
	/* Tagalog    */ `ako ikaw siya kami tayo sila ko mo niya namin natin ang ng mga sa ay po opo hindi oo wala mayroon meron para kasi dahil gusto punta pupunta bibisitahin magtrabaho mag-aral nag trabaho kapatid nanay tatay asawa anak pera taon buwan linggo araw dito doon lang din rin yung nung kung tatlong dalawang isang nars ospital at na pa si`,
	/* Hindi/Urdu */ `mai main mein mera mere meri hum hamara hamare aap tum woh wo yeh ye hai hain hoon hun hu tha thi the ka ki ke ko se nahi nahin nhi kya kyun kyunki kaise kab kahan kaun aur lekin magar bhi ji haan raha rahi rahe karta karti karte karna karenge karunga karungi jana jaana jaunga jaungi padhai padhata padhna papa pita bhai bhaiya behen chacha mama paisa paise saal mahine hafte din ghar wapas unka uska apna apne apni milne liye wala bahut sab pata kaam naukri shaadi me to par do so na is us`,
	/* Arabic     */ `ana anta inta enta huwa hiya nahnu ehna ihna abi abuy ummi akhi okhti ukhti zawji zawjati fi min ila ala ma'a maa li 3andi andi mafi mafish mish mush la naam aywa laa lakin leh leish kayf keef sana shahr usbu yom bidi biddi ayiz aiz uridu areed adrus ashtaghil adfa sawf hatha hadha walid waldi walidi al`,
	/* Bengali    */ `ami amar amra tumi apni se tar ache nai na ki keno kothay jabo jacchi korbo kori kaj baba ma bhai bon taka bochor mash din ebong kintu jonno theke`,
	/* Punjabi    */ `main mainu mera meri mere assi sada tusi tuhada oh hai han si nu da di de te vich naal nahi ki kyon kithe jana janda karda kardi paisa bapu bebe veer`,
	/* Yoruba     */ `mo emi iwo oun awa won ni ti si lati fun pelu nitori sugbon baba mi iya egbon aburo ile owo ise odun osu ose ojo bẹẹni rara`,
	/* Hausa      */ `ni kai shi ita mu su ina kana yana tana muna suna zan zai za ba da na ta sai don domin saboda amma uba uwa yaya kanwa kudi aiki karatu shekara wata mako rana gida a`,
	/* Russian    */ `ya ty on ona my vy oni moy moya moi menya mne u est net da ne chto kak gde kogda pochemu potomu ochen budu budet rabota rabotayu uchitsya hochu mogu otec mat brat sestra dengi god mesyac nedel i v s na`,
	/* Polish     */ `ja ty on ona my wy moj mój moja moje jestem jest są mam ma nie tak bo ponieważ że co jak gdzie kiedy chcę chce będę mogę pracuję studiować ojciec matka brat siostra pieniądze lat rok miesiąc tygodnie dni bardzo ale także oraz i w z na do to`,
	/* Haitian    */ `mwen ou li nou yo se pa gen pou ak nan paske ki kote kijan poukisa wi non frè sè manman papa lajan travay etidye ane mwa semèn jou vle ap te pral ale m'ap la a`,
	/* Amharic    */ `ene anchi ante esu eswa egna enante innate abate wendime ehite new naw neger gin silezih memhir sera birr amet wer samint ken aydelem awo yelem betam`,
}

// shared are words of those that are English too, or pieces of many names: they tell a
// language only beside others.
var shared = set(`a ai al ale am amar ami an ana ante as at au aux ay baba bin bon brat c co come comment d da dan dans de del des di die din do don e elle en est et fun god hai han hat he hum i in is j jest ke ken ki la las lo los ma main mama mas mash mat me mere mi min mish mo mon my n na ne net new ni no non o oh on ou pa pai papa par pour sa sai sana se si sin so son su sur ta tak te the ti to tu us va wa war will won y ya`)

// courtesies are foreign words that English speakers of a country use as well.
var courtesies = set(`si sí oui gracias merci beaucoup obrigado obrigada danke grazie namaste namaskar salaam salam assalamu alaikum shukran asante sana salamat po opo hola bonjour habari jambo kumusta señor senor señora senora monsieur madame
	inshallah inshaallah insha allah alhamdulillah mashallah masha ji sahib sir ma'am amen ok hai haan adios ciao papa mama baba bhai didi oga abi sha la los las el da`)

// ofTheirNames stand before the small words of foreign names: "Universidad de los
// Andes" in lower case too.
var ofTheirNames = set("universidad universidade université universite universita instituto institut colegio banco banque hospital hotel calle rua rue plaza ciudad escuela école ecole casa iglesia avenida santa san de del")

// englishOnly are small words of English that are no word of those languages.
var englishOnly = set(`the i my is are was were have has had will would and of in it they we you your our his her their this that there with for from to because but not don't do does did can
	he she at by on as be been am about after before when where who which what how if or go come so only very year years month months week weeks want my his`)
