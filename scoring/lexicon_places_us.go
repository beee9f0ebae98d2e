package scoring

// usPlaces are the states, and the cities and suburbs applicants name, each under
// its state. After the names of the state come, apart by semicolons, metropolitan
// areas ("dallas: dallas, plano") and cities that stand alone. Source: US Census
// Bureau state names and metropolitan areas.
const usPlaces = `
al: alabama; birmingham: birmingham, hoover; montgomery, mobile, huntsville, tuscaloosa, auburn, dothan
ak: alaska; anchorage, fairbanks, juneau, denali
az: arizona; phoenix: phoenix, tempe, scottsdale, mesa, chandler, gilbert, glendale arizona, peoria arizona; tucson, flagstaff, yuma, sedona, grand canyon
ar: arkansas; little rock: little rock, north little rock, conway; fayetteville: fayetteville, bentonville, rogers, springdale; fort smith, pine bluff, jonesboro
ca: california; los angeles: los angeles, la, l a, pasadena, long beach, hollywood, santa monica, burbank, glendale, torrance, inglewood, anaheim, irvine, santa ana, costa mesa, fullerton, garden grove, huntington beach, riverside, ontario california, pomona, loma linda, disneyland, venice beach, beverly hills; san francisco: san francisco, frisco california, oakland, fremont, berkeley, san jose, sunnyvale, mountain view, palo alto, cupertino, santa clara, silicon valley, bay area, stanford, san mateo, redwood city, milpitas, menlo park, pleasanton, san ramon, dublin california, hayward, foster city, south san francisco; sacramento: sacramento, roseville, folsom, elk grove, davis; san diego: san diego, la jolla, chula vista, carlsbad, oceanside; fresno: fresno, clovis california; bakersfield, stockton, modesto, merced, santa barbara, santa cruz, monterey, napa, sonoma, san luis obispo, ventura, palm springs, lake tahoe, yosemite, redding, chico, visalia
co: colorado; denver: denver, boulder, aurora, lakewood, littleton, centennial, golden, broomfield; colorado springs, fort collins, pueblo, aspen, vail, breckenridge, greeley
ct: connecticut; hartford: hartford, west hartford, farmington; new haven, new york: stamford, greenwich, norwalk; bridgeport, danbury, storrs, waterbury
de: delaware; philadelphia: wilmington, newark delaware; dover
dc: washington dc, washington d c, district of columbia; washington: washington, georgetown
fl: florida; miami: miami, fort lauderdale, miami beach, hialeah, coral gables, hollywood florida, boca raton, west palm beach, doral, pompano beach, plantation; orlando: orlando, kissimmee, disney world, disneyworld, winter park; tampa: tampa, saint petersburg, st petersburg, clearwater; jacksonville, gainesville, tallahassee, key west, naples, fort myers, sarasota, pensacola, daytona beach, lakeland, melbourne florida
ga: georgia; atlanta: atlanta, alpharetta, marietta, duluth georgia, sandy springs, roswell, decatur, kennesaw, norcross, johns creek; savannah, augusta, macon, athens georgia, columbus georgia, statesboro
hi: hawaii; honolulu, maui, waikiki, oahu
id: idaho; boise: boise, meridian, nampa; idaho falls, pocatello, moscow idaho
il: illinois; chicago: chicago, naperville, schaumburg, evanston, aurora illinois, deerfield, skokie, oak park, joliet, hoffman estates, rosemont, oak brook; champaign: champaign, urbana; springfield illinois, peoria, bloomington illinois, rockford, carbondale, decatur illinois, dekalb, moline
in: indiana; indianapolis: indianapolis, carmel, fishers; bloomington, west lafayette: west lafayette, lafayette; fort wayne, south bend: south bend, notre dame; evansville, muncie, gary, terre haute, columbus indiana
ia: iowa; des moines: des moines, west des moines, ankeny; iowa city: iowa city, coralville; ames, cedar rapids, davenport, sioux city, waterloo iowa, cedar falls
ks: kansas; kansas city: overland park, olathe, kansas city kansas, lenexa; wichita, lawrence, topeka, manhattan kansas
ky: kentucky; louisville, lexington, bowling green kentucky, cincinnati: covington, florence kentucky
la: louisiana; new orleans: new orleans, metairie; baton rouge, shreveport, lafayette louisiana, monroe, ruston
me: maine; portland maine, bangor, acadia, augusta maine
md: maryland; baltimore: baltimore, towson, columbia maryland; washington: bethesda, rockville, college park, silver spring, gaithersburg, germantown, frederick, hyattsville, bowie; annapolis, salisbury, hagerstown, ocean city
ma: massachusetts, mass; boston: boston, cambridge, somerville, waltham, newton, quincy, burlington massachusetts, brookline, medford, lowell, framingham, salem massachusetts; worcester, amherst, springfield massachusetts, cape cod, new bedford
mi: michigan; detroit: detroit, dearborn, ann arbor, troy, warren, southfield, livonia, auburn hills, novi, royal oak, sterling heights, pontiac, farmington hills; lansing: lansing, east lansing; grand rapids, flint, kalamazoo, saginaw, holland michigan, traverse city, mackinac island, marquette
mn: minnesota; minneapolis: minneapolis, saint paul, st paul, bloomington minnesota, eden prairie, minnetonka, plymouth; rochester minnesota, duluth, mankato, saint cloud, st cloud
ms: mississippi; jackson, biloxi, oxford mississippi, starkville, gulfport, hattiesburg
mo: missouri; st louis: saint louis, st louis, clayton; kansas city: kansas city, independence; columbia missouri, springfield missouri, rolla, branson
mt: montana; bozeman, missoula, billings, great falls, helena, glacier national park, whitefish, big sky
ne: nebraska; omaha, lincoln, kearney, grand island
nv: nevada; las vegas: las vegas, vegas, henderson; reno
nh: new hampshire; manchester new hampshire, nashua, concord new hampshire, durham new hampshire, hanover, portsmouth
nj: new jersey, jersey; new york: newark, jersey city, hoboken, edison, paterson, elizabeth, piscataway, new brunswick, parsippany, iselin, teaneck, union city, hackensack, secaucus, clifton, weehawken; princeton, philadelphia: camden, cherry hill, mount laurel; trenton, atlantic city, somerset, ocean city new jersey
nm: new mexico; albuquerque, santa fe, las cruces, roswell new mexico, clovis, farmington new mexico, gallup
ny: new york, new york state; new york: new york, new york city, nyc, manhattan, brooklyn, queens, bronx, the bronx, staten island, harlem, long island, flushing, astoria, jamaica queens, jackson heights, yonkers, white plains, stony brook, hempstead, times square, new rochelle; buffalo: buffalo, amherst new york, niagara falls; albany: albany, schenectady, troy new york; syracuse, ithaca, rochester, binghamton, utica, poughkeepsie, lake placid, potsdam new york
nc: north carolina; charlotte; raleigh: raleigh, durham, chapel hill, cary, morrisville, research triangle; greensboro: greensboro, winston salem, high point; wilmington north carolina, asheville, fayetteville north carolina, greenville north carolina, outer banks, boone
nd: north dakota; fargo, bismarck, grand forks, minot
oh: ohio; columbus: columbus, dublin ohio, westerville; cleveland: cleveland, beachwood; cincinnati: cincinnati, mason; dayton: dayton, beavercreek; toledo; akron: akron, kent; youngstown, canton, athens ohio, bowling green, oxford ohio, findlay, sandusky, mansfield
ok: oklahoma; oklahoma city: oklahoma city, norman, edmond; tulsa, stillwater, lawton
or: oregon; portland: portland, beaverton, hillsboro; eugene, corvallis, salem, bend, medford oregon
pa: pennsylvania; philadelphia: philadelphia, philly, king of prussia, bensalem; pittsburgh: pittsburgh; harrisburg: harrisburg, hershey; allentown: allentown, bethlehem, bethlehem pennsylvania; scranton, erie, state college: state college, university park; lancaster, york pennsylvania, reading pennsylvania, wilkes barre, poconos, johnstown
ri: rhode island; providence: providence, cranston; newport
sc: south carolina; charleston: charleston, north charleston; columbia: columbia, columbia south carolina; greenville: greenville, spartanburg; clemson, myrtle beach, hilton head
sd: south dakota; sioux falls, rapid city, brookings, mount rushmore, aberdeen south dakota
tn: tennessee; nashville: nashville, franklin, murfreesboro, brentwood; memphis, knoxville, chattanooga, johnson city, gatlinburg, pigeon forge, cookeville
tx: texas; houston: houston, sugar land, katy, the woodlands, pasadena texas, galveston, pearland; dallas: dallas, plano, irving, frisco, arlington, fort worth, allen, richardson, mckinney, denton, garland, carrollton, lewisville, coppell, southlake, grapevine, addison, farmers branch, mesquite, euless; austin: austin, round rock, cedar park, georgetown texas, pflugerville, san marcos; san antonio, el paso, lubbock, waco, college station: college station, bryan; corpus christi, amarillo, laredo, mcallen: mcallen, edinburg, brownsville; midland: midland, odessa texas; beaumont, tyler, wichita falls, abilene
ut: utah; salt lake city: salt lake city, sandy, park city, lehi, draper; provo: provo, orem; ogden, logan, zion national park, moab, st george
vt: vermont; burlington, stowe, montpelier vermont
va: virginia; washington: fairfax, reston, mclean, alexandria, arlington, arlington virginia, herndon, ashburn, chantilly, tysons, vienna virginia, falls church, woodbridge, manassas, leesburg, sterling; richmond: richmond, glen allen; norfolk: norfolk, virginia beach, chesapeake, hampton, newport news, williamsburg; blacksburg, charlottesville, roanoke, lynchburg, harrisonburg
wa: washington, washington state, state of washington; seattle: seattle, redmond, bellevue, kirkland, tacoma, bothell, renton, everett, kent washington, issaquah; spokane, pullman, yakima, vancouver washington, olympia, bellingham, richland, kennewick
wv: west virginia; morgantown, charleston west virginia, huntington, wheeling
wi: wisconsin; milwaukee: milwaukee, brookfield, waukesha; madison, green bay, wisconsin dells, lake geneva, eau claire, appleton, la crosse, oshkosh, kenosha, door county
wy: wyoming; yellowstone, jackson hole, cheyenne, laramie, casper, grand teton
pr: puerto rico; san juan
gu: guam
`

// everyday are places of the United States whose names are common words, given
// names or surnames too: they are places only where a place is asked for.
var everyday = set("allen mesa flint edison alexandria aurora princeton mobile golden mason auburn gilbert rogers conway jackson lincoln madison " +
	"independence clayton franklin reading columbia bend salem kent troy warren newton plymouth davis carmel gary norman logan sandy draper bryan tyler midland " +
	"canton erie monroe lancaster augusta elizabeth helena olympia florence orange frederick decatur clifton somerset summit sterling addison garland plantation " +
	"lafayette la jersey mass holland georgia cambridge richmond wilmington greenville huntington burlington charlotte lawrence denton hanover naples " +
	"montgomery marquette quincy medford beaumont hampton henderson meridian hoover nampa dover moscow pomona ventura bowie salisbury marietta roswell boone canton mansfield " +
	"bethlehem harlem jamaica pontiac branson newport chesapeake casper wheeling concord portsmouth manchester athens kearney anaheim ")

// boroughs are parts of the city their area is named for.
var boroughs = set("manhattan brooklyn queens bronx harlem flushing astoria hollywood georgetown")
