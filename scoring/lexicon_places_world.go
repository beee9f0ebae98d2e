package scoring

// world gives countries with other names for them, and the people's, and cities
// that stand for them in an answer ("Dubai" for the Emirates).
const world = `
nigeria: nigerian, naija; lagos, abuja, kano, ibadan, port harcourt, enugu, benin city, kaduna, jos, calabar, owerri, aba, onitsha, warri, ilorin, abeokuta, maiduguri, uyo, akure
ghana: ghanaian; accra, kumasi, tema, tamale, takoradi, cape coast, sunyani, koforidua
kenya: kenyan; nairobi, mombasa, kisumu, nakuru, eldoret, narok, thika
uganda: ugandan; kampala, makerere, entebbe, jinja, mbarara, gulu
tanzania: tanzanian; dar es salaam, zanzibar, arusha, dodoma, mwanza
ethiopia: ethiopian; addis ababa, addis, adama, hawassa, bahir dar, mekelle
rwanda: rwandan; kigali
burundi: burundian; bujumbura
cameroon: cameroonian; yaounde, douala, bamenda, buea
senegal: senegalese; dakar
gambia: gambian, the gambia; banjul
sierra leone: sierra leonean; freetown
liberia: liberian; monrovia
ivory coast: ivorian, cote d'ivoire; abidjan, yamoussoukro
mali: malian; bamako
burkina faso: burkinabe; ouagadougou
togo: togolese; lome
benin: beninese; cotonou
niger: nigerien; niamey
chad: chadian; n'djamena
gabon: gabonese; libreville
congo: congolese, drc, d r c; kinshasa, brazzaville, lubumbashi, goma
angola: angolan; luanda
mozambique: mozambican; maputo
madagascar: malagasy; antananarivo
mauritius: mauritian; port louis
malawi: malawian; lilongwe, blantyre
botswana: botswanan; gaborone
namibia: namibian; windhoek
south africa: south african; johannesburg, joburg, cape town, durban, pretoria, bloemfontein
lesotho; maseru
eswatini: swaziland, swazi
zimbabwe: zimbabwean; harare, bulawayo
zambia: zambian; lusaka, ndola, kitwe
somalia: somali; mogadishu, hargeisa
eritrea: eritrean; asmara
djibouti
sudan: sudanese; khartoum, omdurman
south sudan: south sudanese; juba
egypt: egyptian; cairo, alexandria egypt, alexandria, giza, tanta, mansoura, assiut, luxor, sharm el sheikh, hurghada, zagazig, port said
libya: libyan; tripoli, benghazi
tunisia: tunisian; tunis, sfax, sousse
algeria: algerian; algiers, oran
morocco: moroccan; casablanca, rabat, marrakech, marrakesh, fes, fez, tangier, agadir
pakistan: pakistani; karachi, lahore, islamabad, multan, peshawar, rawalpindi, pindi, faisalabad, quetta, hyderabad pakistan, sialkot, gujranwala, bahawalpur, sargodha, abbottabad
india: indian; delhi, new delhi, mumbai, bombay, hyderabad, chennai, madras, bangalore, bengaluru, kolkata, calcutta, pune, ahmedabad, jaipur, lucknow, kanpur, nagpur, indore, bhopal, surat, vadodara, kochi, cochin, trivandrum, coimbatore, madurai, vijayawada, visakhapatnam, vizag, guntur, warangal, nellore, tirupati, patna, ranchi, bhubaneswar, guwahati, chandigarh, ludhiana, amritsar, jalandhar, gurgaon, gurugram, noida, mysore, mangalore, goa, kerala, punjab, gujarat, telangana, andhra, tamil nadu, maharashtra, karnataka, rajkot, nashik, agra, varanasi, dehradun
bangladesh: bangladeshi; dhaka, chittagong, chattogram, sylhet, khulna, rajshahi
sri lanka: sri lankan; colombo, kandy, jaffna, galle
nepal: nepali, nepalese; kathmandu, pokhara, lalitpur, biratnagar, chitwan
bhutan: bhutanese; thimphu
maldives: maldivian
afghanistan: afghan; kabul, herat, kandahar
china: chinese; beijing, shanghai, shenzhen, guangzhou, wuhan, chengdu, chongqing, nanjing, hangzhou, tianjin, xian, suzhou, qingdao, dalian, xiamen, shenyang, harbin, kunming, changsha, zhengzhou, jinan, ningbo, macau, macao
hong kong: hongkong
taiwan: taiwanese; taipei, kaohsiung, taichung, tainan, hsinchu, hualien
japan: japanese; tokyo, osaka, kyoto, nagoya, yokohama, fukuoka, sapporo, kobe, hiroshima, sendai, okinawa, nagasaki
south korea: korea, korean; seoul, busan, incheon, daegu, daejeon, gwangju, jeju, suwon
north korea: north korean; pyongyang
mongolia: mongolian; ulaanbaatar
vietnam: vietnamese; hanoi, ho chi minh, saigon, da nang, danang, hue, hai phong, can tho, nha trang
thailand: thai; bangkok, phuket, chiang mai, pattaya
cambodia: cambodian; phnom penh, siem reap
laos: lao, laotian; vientiane
myanmar: burmese, burma; yangon, mandalay
malaysia: malaysian; kuala lumpur, penang, johor, kuching, ipoh
singapore: singaporean
brunei: bruneian
indonesia: indonesian; jakarta, bali, surabaya, bandung, medan, yogyakarta, jogja, semarang, makassar
philippines: filipino, filipina, philippine; manila, cebu, davao, quezon city, quezon, baguio, iloilo, makati, boracay
australia: australian; sydney, melbourne, brisbane, perth, adelaide, canberra
new zealand; auckland, christchurch
fiji: fijian; suva
papua new guinea; port moresby
samoa: samoan
tonga: tongan
turkey: turkish, turkiye, türkiye; istanbul, ankara, antalya, izmir, bursa, konya, adana, gaziantep
united arab emirates: uae, emirates, emirati, u a e; dubai, abu dhabi, sharjah, ajman, al ain, ras al khaimah
saudi arabia: saudi, ksa; riyadh, jeddah, mecca, makkah, medina, madinah, umrah, hajj, dammam, khobar, taif
qatar: qatari; doha
kuwait: kuwaiti; kuwait city, salmiya
oman: omani; muscat, salalah, sohar
bahrain: bahraini; manama
yemen: yemeni; sanaa, sana'a, aden
iran: iranian, persian; tehran, shiraz, isfahan, mashhad, tabriz
iraq: iraqi; baghdad, erbil, basra, mosul, sulaymaniyah
jordan: jordanian; amman, irbid, zarqa, aqaba
lebanon: lebanese; beirut, tripoli lebanon, sidon
palestine: palestinian; gaza, ramallah, nablus, hebron, west bank
israel: israeli; tel aviv, jerusalem, haifa
syria: syrian; damascus, aleppo, homs
cyprus: cypriot; nicosia, limassol
united kingdom: uk, u k, britain, british, england, english passport, scotland, wales, great britain, northern ireland; london, manchester, edinburgh, birmingham uk, oxford, cambridge, glasgow, liverpool, leeds, bristol, cardiff, belfast, sheffield, nottingham, leicester
ireland: irish; dublin, galway
france: french; paris, lyon, marseille, toulouse, bordeaux, strasbourg, lille
germany: german; berlin, munich, frankfurt, hamburg, cologne, stuttgart, dusseldorf, dresden, leipzig, heidelberg, aachen, bonn
italy: italian; rome, milan, venice, florence, naples, turin, bologna, sicily, palermo
spain: spanish; madrid, barcelona, valencia, seville, malaga, bilbao
portugal: portuguese; lisbon, porto
netherlands: dutch, holland, the netherlands; amsterdam, rotterdam, the hague, utrecht, eindhoven, delft
belgium: belgian; brussels, antwerp, ghent
luxembourg
switzerland: swiss; zurich, geneva, basel, lausanne
austria: austrian; vienna, salzburg, graz
sweden: swedish; stockholm, gothenburg, malmo
norway: norwegian; oslo, bergen
denmark: danish; copenhagen, aarhus
finland: finnish; helsinki, tampere
iceland: icelandic; reykjavik
estonia: estonian; tallinn, tartu
latvia: latvian; riga
lithuania: lithuanian; vilnius, kaunas
poland: polish; warsaw, krakow, wroclaw, gdansk, poznan, lodz
czech republic: czech, czechia; prague, brno
slovakia: slovak; bratislava
hungary: hungarian; budapest, debrecen, szeged, pecs
slovenia: slovenian; ljubljana
croatia: croatian; zagreb, dubrovnik
serbia: serbian; belgrade, novi sad
bosnia: bosnian; sarajevo
montenegro; podgorica
kosovo: kosovar; pristina
albania: albanian; tirana
macedonia: macedonian, north macedonia; skopje
romania: romanian; bucharest, cluj, timisoara, iasi
bulgaria: bulgarian; sofia, plovdiv, varna
greece: greek; athens, thessaloniki, crete, santorini
malta: maltese; valletta
moldova: moldovan; chisinau
ukraine: ukrainian; kyiv, kiev, kharkiv, lviv, odesa, odessa, dnipro
belarus: belarusian; minsk
russia: russian; moscow, st petersburg russia, kazan, novosibirsk, vladivostok
kazakhstan: kazakh; almaty, astana, shymkent
uzbekistan: uzbek; tashkent, samarkand, bukhara
kyrgyzstan: kyrgyz; bishkek
tajikistan: tajik; dushanbe
turkmenistan: turkmen; ashgabat
georgia: georgian; tbilisi, batumi
armenia: armenian; yerevan
azerbaijan: azerbaijani; baku
canada: canadian; toronto, vancouver, montreal, ottawa, calgary, edmonton, winnipeg, halifax, quebec, mississauga, ontario, british columbia, alberta
mexico: mexican; mexico city, guadalajara, monterrey, cancun, tijuana, puebla, queretaro, merida, leon, oaxaca, chihuahua, ciudad juarez, cdmx
brazil: brazilian; sao paulo, são paulo, rio, rio de janeiro, brasilia, belo horizonte, salvador, recife, fortaleza, curitiba, porto alegre, florianopolis, campinas
argentina: argentinian, argentine; buenos aires, cordoba, rosario, mendoza, puerto madryn, la plata
colombia: colombian; bogota, bogotá, medellin, medellín, cali, barranquilla, cartagena, bucaramanga, manizales
peru: peruvian; lima, cusco, cuzco, arequipa, trujillo, machu picchu
chile: chilean; santiago, valparaiso, concepcion
ecuador: ecuadorian; quito, guayaquil, cuenca
venezuela: venezuelan; caracas, maracaibo
bolivia: bolivian; la paz, santa cruz de la sierra, cochabamba
paraguay: paraguayan; asuncion
uruguay: uruguayan; montevideo
guyana: guyanese
suriname: surinamese; paramaribo
guatemala: guatemalan; guatemala city
honduras: honduran; tegucigalpa, san pedro sula
el salvador: salvadoran, salvadorian; san salvador
nicaragua: nicaraguan; managua
costa rica: costa rican
panama: panamanian; panama city
belize: belizean
dominican republic: dominican; santo domingo, punta cana
jamaica: jamaican; kingston, montego bay
haiti: haitian; port au prince
cuba: cuban; havana
bahamas: bahamian, the bahamas; nassau
barbados: barbadian; bridgetown
trinidad: trinidad and tobago, trinidadian; port of spain
`
