package scoring

import "strings"

// usPlaces are the states and the cities applicants name most, each with its
// state. A metropolitan area is written as its centre. Source: US Census Bureau
// state names and the centres of its largest metropolitan areas.
const usPlaces = `
al: alabama; birmingham
ak: alaska; anchorage
az: arizona; phoenix, tucson, tempe, scottsdale, mesa, chandler
ar: arkansas; little rock
ca: california; los angeles, san francisco, san diego, san jose, sacramento, oakland, fremont, sunnyvale, mountain view, palo alto, cupertino, santa clara, irvine, berkeley, silicon valley, bay area, stanford, pasadena, fresno, long beach, hollywood, yosemite
co: colorado; denver, boulder, aurora, colorado springs
ct: connecticut; hartford, new haven, stamford
de: delaware; wilmington
dc: washington dc, washington d c; washington
fl: florida; miami, orlando, tampa, jacksonville, gainesville, fort lauderdale, tallahassee, disney world
ga: ; atlanta, savannah, alpharetta
hi: hawaii; honolulu
id: idaho; boise
il: illinois; chicago, champaign, urbana, naperville, schaumburg
in: indiana; indianapolis, bloomington, west lafayette
ia: iowa; des moines, iowa city, ames
ks: kansas; wichita, overland park
ky: kentucky; louisville, lexington
la: louisiana; new orleans, baton rouge
me: maine; portland maine
md: maryland; baltimore, bethesda, rockville, college park
ma: massachusetts; boston, cambridge massachusetts, worcester, amherst
mi: michigan; detroit, ann arbor, lansing, grand rapids, dearborn, flint
mn: minnesota; minneapolis, rochester minnesota, saint paul
ms: mississippi
mo: missouri; saint louis, st louis, kansas city
mt: montana
ne: nebraska; omaha, lincoln nebraska
nv: nevada; las vegas, reno
nh: new hampshire
nj: new jersey; newark, jersey city, princeton, edison, hoboken, camden
nm: new mexico; albuquerque, santa fe
ny: new york, new york city, nyc; manhattan, brooklyn, queens, bronx, buffalo, albany, syracuse, ithaca, rochester, long island
nc: north carolina; charlotte, raleigh, durham, chapel hill
nd: north dakota; fargo
oh: ohio; columbus, cleveland, cincinnati, dayton, toledo, akron
ok: oklahoma; tulsa, oklahoma city
or: oregon; portland, eugene, corvallis
pa: pennsylvania; philadelphia, pittsburgh, harrisburg, allentown
ri: rhode island; providence
sc: south carolina; charleston, columbia south carolina
sd: south dakota
tn: tennessee; nashville, memphis, knoxville
tx: texas; houston, dallas, austin, san antonio, plano, irving, frisco, arlington, fort worth, allen, richardson, el paso, mckinney
ut: utah; salt lake city, provo
vt: vermont; burlington
va: virginia; richmond, fairfax, reston, blacksburg, alexandria, mclean
wa: washington state, state of washington; seattle, redmond, bellevue, spokane, pullman
wv: west virginia
wi: wisconsin; madison, milwaukee, green bay
wy: wyoming; yellowstone
`

// world gives countries with other names for them and cities that stand for them
// in an answer ("Dubai" for the Emirates).
const world = `
nigeria: nigerian; lagos, abuja, kano, ibadan
ghana: ghanaian; accra, kumasi
kenya: kenyan; nairobi, mombasa
uganda: ugandan; kampala, makerere
tanzania: tanzanian; dar es salaam, zanzibar
ethiopia: ethiopian; addis ababa
rwanda: rwandan; kigali
cameroon: cameroonian; yaounde, douala
senegal: senegalese; dakar
south africa: south african; johannesburg, cape town, durban, pretoria
zimbabwe: zimbabwean; harare
zambia: zambian; lusaka
egypt: egyptian; cairo, alexandria egypt
morocco: moroccan; casablanca, rabat, marrakech
sudan: sudanese; khartoum
pakistan: pakistani; karachi, lahore, islamabad, multan, peshawar, rawalpindi
india: indian; delhi, new delhi, mumbai, bombay, hyderabad, chennai, bangalore, bengaluru, kolkata, pune, ahmedabad
bangladesh: bangladeshi; dhaka, chittagong
sri lanka: sri lankan; colombo
nepal: nepali, nepalese; kathmandu, pokhara
afghanistan: afghan; kabul
china: chinese; beijing, shanghai, shenzhen, guangzhou, wuhan, chengdu
hong kong
taiwan: taiwanese; taipei
japan: japanese; tokyo, osaka, kyoto
south korea: korea, korean; seoul, busan
vietnam: vietnamese; hanoi, ho chi minh, saigon
thailand: thai; bangkok, phuket
malaysia: malaysian; kuala lumpur, penang
singapore: singaporean
indonesia: indonesian; jakarta, bali
philippines: filipino, philippine; manila, cebu
australia: australian; sydney, melbourne, brisbane, perth
new zealand: auckland
turkey: turkish, turkiye; istanbul, ankara, antalya, izmir
united arab emirates: uae, emirates, emirati, u a e; dubai, abu dhabi, sharjah
saudi arabia: saudi, ksa; riyadh, jeddah, mecca, makkah, medina, umrah, hajj
qatar: qatari; doha
kuwait: kuwaiti
oman: omani; muscat
bahrain: manama
iran: iranian; tehran, shiraz
iraq: iraqi; baghdad, erbil
jordan: jordanian; amman
lebanon: lebanese; beirut
israel: israeli; tel aviv, jerusalem
syria: syrian; damascus
united kingdom: uk, u k, britain, british, england, english passport, scotland, wales, great britain; london, manchester, edinburgh, birmingham uk, oxford
ireland: irish; dublin
france: french; paris, lyon
germany: german; berlin, munich, frankfurt, hamburg
italy: italian; rome, milan, venice
spain: spanish; madrid, barcelona
portugal: portuguese; lisbon
netherlands: dutch, holland; amsterdam
belgium: belgian; brussels
switzerland: swiss; zurich, geneva
austria: austrian; vienna
sweden: swedish; stockholm
norway: norwegian; oslo
denmark: danish; copenhagen
finland: finnish; helsinki
poland: polish; warsaw, krakow
czech republic: czech, czechia; prague
hungary: hungarian; budapest
romania: romanian; bucharest
bulgaria: bulgarian; sofia
greece: greek; athens
ukraine: ukrainian; kyiv, kiev
russia: russian; moscow
kazakhstan: kazakh; almaty, astana
uzbekistan: uzbek; tashkent
georgia: georgian; tbilisi
armenia: armenian; yerevan
azerbaijan: azerbaijani; baku
canada: canadian; toronto, vancouver, montreal, ottawa, calgary
mexico: mexican; mexico city, guadalajara, monterrey, cancun, tijuana
brazil: brazilian; sao paulo, rio, rio de janeiro, brasilia
argentina: argentinian, argentine; buenos aires
colombia: colombian; bogota, medellin
peru: peruvian; lima
chile: chilean; santiago
ecuador: ecuadorian; quito, guayaquil
venezuela: venezuelan; caracas
guatemala: guatemalan
honduras: honduran
el salvador: salvadoran
costa rica: costa rican
panama: panamanian
dominican republic: dominican; santo domingo
jamaica: jamaican; kingston
haiti: haitian
cuba: cuban; havana
trinidad: trinidad and tobago
`

// A place is somewhere an answer can name.
type place struct {
	name  string // as written in the table
	where string // state code, "tx", or the country's first name
	us    bool
	whole bool // a state or a country, not a place inside one
}

// gazetteer finds a place by its name.
var gazetteer = readPlaces()

func readPlaces() map[string]place {
	all := map[string]place{}
	for line := range strings.Lines(world) {
		names, cities, _ := strings.Cut(strings.TrimSpace(line), ";")
		country, others, _ := strings.Cut(names, ":")
		addPlaces(all, country+","+others, place{where: country, whole: true})
		addPlaces(all, cities, place{where: country})
	}
	for line := range strings.Lines(usPlaces) {
		state, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		names, cities, _ := strings.Cut(rest, ";") // Georgia has no names: it is a country's
		addPlaces(all, names, place{where: state, us: true, whole: true})
		addPlaces(all, cities, place{where: state, us: true})
	}
	return all
}

func addPlaces(all map[string]place, names string, p place) {
	for name := range strings.SplitSeq(names, ",") {
		if p.name = strings.TrimSpace(name); p.name != "" {
			all[p.name] = p
		}
	}
}

// placeEntries puts the gazetteer into the dictionary. A part of the United States
// says so, unless its name is an everyday word too.
func placeEntries() []entry {
	var all []entry
	for name, p := range gazetteer {
		t := term{place: &p, marks: mPlace}
		if p.us && !everyday[name] {
			t.marks |= mUS
		}
		all = append(all, entry{t, name})
	}
	return all
}

// everyday are place names that are common words or given names too: they are
// places only where a place is asked for.
var everyday = map[string]bool{"allen": true, "mesa": true, "flint": true, "edison": true, "alexandria": true, "aurora": true, "princeton": true}

// metro numbers the metropolitan areas of more than one city in the table. Source:
// US Census Bureau metropolitan and combined areas.
var metro = readMetros(`
new york, new york city, nyc, manhattan, brooklyn, queens, bronx, long island, newark, jersey city, hoboken, edison, stamford
los angeles, pasadena, long beach, hollywood, irvine
san francisco, oakland, fremont, berkeley, san jose, sunnyvale, mountain view, palo alto, cupertino, santa clara, silicon valley, bay area, stanford
boston, cambridge massachusetts
chicago, naperville, schaumburg
dallas, plano, irving, frisco, arlington, fort worth, allen, richardson, mckinney
phoenix, tempe, scottsdale, mesa, chandler
denver, boulder, aurora
detroit, dearborn, ann arbor
seattle, redmond, bellevue
washington, bethesda, rockville, college park, fairfax, reston, mclean, alexandria, arlington
raleigh, durham, chapel hill
miami, fort lauderdale
champaign, urbana
orlando, disney world
atlanta, alpharetta
philadelphia, camden
kansas city, overland park
minneapolis, saint paul
`)

func readMetros(table string) map[string]int {
	all := map[string]int{}
	n := 0
	for line := range strings.Lines(table) {
		n++
		for name := range strings.SplitSeq(line, ",") {
			if name = strings.TrimSpace(name); name != "" && all[name] == 0 {
				all[name] = n
			}
		}
	}
	return all
}
