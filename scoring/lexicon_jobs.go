package scoring

// jobs are families of work. A line names a label, with the wider ones it belongs to
// before it; "~" says that the label is no name of its own, "!" that the labels
// under it exclude each other. After ">" stand verbs, and after "|" the objects that
// make them this work: who builds bridges is a civil engineer. After "@" stand places
// where most do this work.
//
// Source: groups of the Standard Occupational Classification as petitions and job
// offers use them, and the names work goes by in South Asia, Africa, East Asia and
// Latin America.
var jobs = newTaxonomy(`
~computing?: it, information technology, computers, computer work, tech, technology, it professional, it sector, it field, computer engineer, engineer
@ it company, software company, tech company, software house, it firm
~computing/data/data engineering: data engineering, data engineer, data engineers, etl, data pipelines, pipelines, data pipeline, big data engineer, analytics engineer, etl developer, data warehouse developer
> move load transfer pull ingest clean build maintain transform join copy | data records tables pipeline warehouse feeds dataset
~computing/data/data science: data science, data scientist, data scientists
> train build tune predict monitor | model models algorithm churn classifier
~computing/data/machine learning: machine learning engineer, ml engineer, ai engineer, machine learning
~computing/data/data analysis: senior analyst, data analysis, data analytics, data analyst, business intelligence, bi developer, bi analyst, reporting analyst, analytics, gis analyst, senior data analyst, business intelligence developer
> make build prepare draw read analyse analyze look | dashboard dashboards chart charts report reporting trends numbers excel data spreadsheets
~computing/software: software engineer, software developer, developer, programmer, software development, backend, front end, frontend, full stack, web developer, application developer, coding, swe, java developer, sde, mobile developer, android developer, tech lead, technical lead, software architect, solution architect, solutions architect, programming, coder, software engineering, embedded, firmware, salesforce, sap consultant, integration developer, app developer, game developer, software, ux researcher
> code |
> write build develop program code fix maintain make create | code software app apps application program programs website websites java python feature backend api firmware
~computing/quality assurance: qa, tester, test engineer, testing, quality assurance, test automation, sdet, software tester, automation tester
> test find check catch automate write run | bugs bug defects release scripts screens software app test cases
~computing/devops: site reliability, cloud engineer, sre, devops engineer, platform engineer, cloud platform engineer, cloud architect, devops
> deploy run automate keep | servers cloud clusters deployment kubernetes
~computing/database administration: database analyst, database administration, dba, database administrator, database engineer, database developer
> back tune design manage maintain look | database databases schema schemas
~computing/network: network engineer, system administrator, systems administrator, sysadmin, network architect, network administrator
> configure install maintain | network networks routers switches servers firewall
~computing/security: cybersecurity analyst, security analyst, penetration tester, information security, security engineer, soc analyst, cyber security
> watch monitor detect hunt block | intrusions attacks hackers threats alerts malware
~computing/it support: help desk, helpdesk, desktop support, technical support, it support specialist, fix computers, repair computers, tech support, it support, computer technician, it technician
> fix repair reset answer install format | computers laptops printers passwords password tickets printer laptop computer helpline
~computing/business analysis: business analysis, business analyst, systems analyst, demand planner, supply chain analyst
> gather write document collect | requirements specifications stories
~computing/project management: project management, project manager, scrum master, program manager, product manager, product owner, project lead, enterprise architect
~engineering!?: engineer, engineering
~engineering/mechanical: mechanical engineering, mechanical, mechanical engineer, design engineer, mechanical technician, controls engineer, automation engineer, wind turbine engineer, packaging engineer, hvac engineer, automotive engineer, mechanical engineering, naval architect, mechanical design engineer
> design draw calculate model simulate | pumps machine machines engine engines gears valves turbine turbines cad parts
~engineering/electrical: electrical, electrician engineer, electrical engineer, hardware engineer, electronics engineer, power engineer, chip, verification engineer, vlsi, electrical engineering, telecom engineer, rf engineer
> design test draw lay wire | circuit circuits chip chips wafer boards antenna power grid substation
~engineering/civil: civil, civil engineer, structural engineer, site engineer, bridge engineer, highway engineer, hydraulic engineer, geotechnical engineer, civil engineering, surveyor, structural, transport engineer, land surveyor
> build construct design make supervise inspect check lay calculate survey | sites masons contractors concrete bridge bridges road roads highway highways dam dams flyover structures foundations steel drainage land beams culvert
~engineering/chemical: chemical engineer, process engineer, petroleum engineer, reservoir engineer, drilling engineer, petroleum, bioprocess engineer, ceramics engineer, textile engineer, food technologist, formulation chemist, refinery engineer
> run drill refine design | reactor refinery wells reservoir oilfield distillation
@ refinery, oil rig, oil company
~engineering/industrial: safety officer, quality controller, production engineer, plant engineer, quality engineer, industrial engineer, manufacturing engineer, production manager, factory manager, plant manager, factory supervisor, plant supervisor, quality inspector, production supervisor, process engineering
> run manage supervise oversee check watch | factory plant production line assembly quality shift
~engineering/agricultural: agronomist, agricultural engineer, agronomy, soil scientist, extension officer
~engineering/environmental: environmental engineer, hydrologist, water engineer
> treat clean model measure | water wastewater groundwater sewage emissions
~architecture: architect, landscape architect, architecture
> design draw plan | houses buildings villas plans mosques apartments
~drafting: cartographer, gis specialist, draftsman, draughtsman, drafter
~manual!: labourer, laborer, manual worker, casual labourer, daily wage worker, helper
~manual/trades: joiner, cabinet maker, furniture maker, furniture manufacturer, scaffolder, driller, boilermaker, toolmaker, turner, leather worker, watch repairer, car washer, shoe shiner, cobbler, shoemaker, goldsmith, silversmith, watchmaker, upholsterer, glazier, roofer, plasterer, potter, printer, stonemason, gas fitter, electrician, plumber, welder, carpenter, mechanic, auto mechanic, technician, fitter, mason, bricklayer, painter, tiler, blacksmith, panel beater, vulcanizer, locksmith, machinist, lathe operator, electrical work, plumbing, welding, carpentry, handyman, television technician, ac technician, repairman
> have run own open | garage workshop
> put lay unblock | pipes drains toilets taps bathrooms tiles cables
> weld repair mend |
> make forge beat | knives ploughs hoes iron tools
> make build carve | furniture doors beds tables chairs cabinets gates windows
> repair fix mend weld wire install service open | cars car engines engine vehicles engine fridges generators pipes wiring houses sockets lighting lights taps tanks motors phones phone televisions motorcycles motorbikes furniture doors gates vehicles lamps
~manual/construction: builder, construction worker, foreman, site supervisor, quantity surveyor, building contractor, contractor, real estate developer, developer of property, construction, civil contractor, works contractor, head mason
> build construct put erect | houses house homes flats apartments buildings walls estates
@ construction site, building site, construction company
~manual/factory: textile worker, garment worker, foundry worker, dyer, oil rig worker, crane operator, plant operator, equipment operator, operator, spinner, docker, stevedore, porter at the port, factory worker, machine operator, assembly worker, packer, warehouse worker, production worker, warehouse clerk, storekeeper, storeman, warehouse, forklift operator, loader, stock clerk
> lift operate | crane cranes forklift containers machinery
> pack load assemble sort | boxes parts trucks goods packets shelves
@ factory, mill, plant, warehouse, assembly line, workshop
~manual/mining: miner, mine worker, quarry owner, coal miner
@ mine, mines, quarry
~accounting: financial controller, controller of accounts, revenue accountant, accountant, auditor, bookkeeper, accounts officer, accounts assistant, accounts manager, accounts clerk, bookkeeping, tax officer, accounts, chartered accountant, bursar, head of accounting, tax consultant, cost accountant, payroll officer, ca, cpa, accountancy, audit, tax, tax trainee, accounting
> keep do check audit prepare balance file close | books invoices accounts ledgers payroll tax taxes vouchers audits ledger
@ accounts department, accounts section, audit firm, accounting firm
~finance: bank employee, bank worker, bank staff, credit risk analyst, risk analyst, money changer, pawnbroker, pricing analyst, finance, finances, cfo, finance manager, finance director, finance officer, head of finance, financial analyst, banker, bank trainee, bank officer, bank manager, loan officer, bank teller, teller, investment analyst, credit officer, financial advisor, branch manager, bank clerk, bank auditor, stockbroker, broker, actuary, financial engineer, credit analyst, microfinance officer, treasury, investment banker, banking, fund manager
> manage oversee | finances investments funds
> approve count give process price grant | loans loan cash money premiums deposits credit
@ bank, banks, microfinance, stock exchange, insurance company
~marketing: spokesperson, marketing manager, marketing specialist, marketing, social media manager, brand manager, digital marketing, advertising, advertiser, public relations, market researcher
> run plan write post promote prepare make manage | campaigns campaign adverts ads brand brands promotions instagram posts media facebook
~human resources: training officer, human resources, hr, recruiter, hr officer, hr manager, personnel officer, hr executive, talent acquisition
> hire recruit interview onboard handle run | staff people candidates employees workers joiners payroll recruitment onboarding appraisals vacancies interviews drives
~procurement: logistics planner, freight agent, inventory controller, production planner, procurement, purchasing manager, buyer, procurement officer, purchasing officer, jefe de compras, head of purchasing, supply officer, chief of purchases, logistics manager, logistics officer, purchasing, procurement, shipping clerk, supply chain manager, logistics coordinator, port clerk, customs broker, clearing agent, freight forwarder
> buy purchase source order negotiate clear choose | materials suppliers supplier raw parts containers equipment supplies
@ port, customs, logistics company
~administration: receptionist clerk, filing clerk, records officer, postman, postal worker, postmaster, mail carrier, office administration, secretarial, secretary, clerk, office assistant, administrative assistant, project coordinator, coordinator, personal assistant, data entry, office manager, administrator, peon, office boy, messenger, typist, senior clerk, executive assistant, admin officer, admin, office clerk, registrar of students, office attendant
> type file answer arrange photocopy schedule | letters documents phones phone meetings files calls appointments papers
~translation: translation, translator, interpreter
> translate interpret | documents books words speech
~management?: manager, director, supervisor, executive, deputy manager, general manager, managing director, team leader, ceo, head of department, senior manager, administrator of company
~trading: seller, market seller, merchandiser, bakery owner, factory owner, manufacturer, furniture manufacturer, mill owner, gas station owner, petrol station owner, taxi owner, clinic owner, furniture seller, trader, shopkeeper, shop owner, store owner, stores owner, stall owner, kiosk owner, boutique owner, supermarket owner, store keeper, businessman, businesswoman, my own shop, own a shop, have a shop, own shop, self employed, merchant, wholesaler, petty trader, market woman, market trader, importer, exporter, dealer, distributor, retailer, hawker, vendor, entrepreneur, comerciante, kirana, provision store, business man, business woman, trading, buying and selling, stall, owner of, co-owner of, proprietor, street vendor, a trader, jeweller, jeweler, jewellery shop, supplier, dealership, has a shop, runs a shop, owns a shop, has shop
> sell trade hawk import export |
> sell trade import export deal supply buy distribute | tomatoes pepper onions fruit fruits bread drinks water charcoal jewelry bags hair wigs electronics televisions furniture tiles cement blocks clothing sarees saris bikes spares cloth clothes fabric fabrics shoes rice spices provisions goods cars vehicles phones jewellery gold timber cement parts fish vegetables wares textiles tea cocoa coffee machinery cosmetics foodstuff garments materials
> own run have open start keep manage | stall wrappers shop shops store stores boutique kiosk stall supermarket
@ market, shop, store, bazaar, souk, kiosk, stall
~trading/own business: my own business, own business, into business, in business, doing business, does business, small business, has a business, business owner, businesses, a business
> own run have open start keep manage | business businesses company enterprise
~sales: telemarketer, brand ambassador, salesman, sales representative, sales executive, sales manager, sales officer, sales, salesperson, medical representative, account manager, sales director, export manager, dealer manager, sales supervisor, business development, sales engineer, saleswoman
> sell |
> call visit meet convince | customers clients buyers targets doctors
> convince persuade | buy purchase order
~retail: butcher, fishmonger, car wash attendant, petrol station attendant, pump attendant, shop assistant, sales associate, store manager, gift shop, shop attendant, cashier, store clerk, retail clerk, retail, sales assistant, shop girl, supermarket worker, the till
> sell check | tickets
> stock scan fold serve ring | shelves items clothes customers till souvenirs register
> take count ring charge swipe | money cash cards customers change bills payments
@ supermarket, mall, gift shop, clothing store, boutique
~customer service: call centre, call center, customer care, customer support, customer service, bpo, call centre agent
> answer take | complaints calls queries
~real estate: realtor, estate agent, property agent, real estate agent, landlord, real estate, property dealer
> rent let sell | plots flat flats apartments houses plots property properties land
~insurance: insurance agent, underwriter, lic agent, insurance broker, insurance
> sell | policies insurance
~medicine: ward rounds, doctor, physician, medical officer, house officer, consultant physician, surgeon, registrar, general practitioner, gp, pediatrician, paediatrician, gynecologist, gynaecologist, cardiologist, house job, junior doctor, resident physician, medical doctor, resident doctor, house surgeon, medical resident, senior house officer, specialist doctor, anesthetist, radiologist, psychiatrist, dermatologist, intern doctor, hospitalist, medical practitioner, internist, médico, medico, oncologist, neurologist, medical consultant, resident, residency
> operate | people patients
> treat examine admit operate see clerk prescribe touch attend | patients patient sick wards surgery emergencies inpatient
~medicine/medical research: clinical researcher, pharmacometrician, clinical research coordinator
@ hospital, clinic, district hospital
~nursing: nurse, registered nurse, staff nurse, nursing officer, midwife, matron, sister in charge, nursing assistant, health visitor, enfermera, auxiliary nurse, nursing, nurses, ward sister, clinic nurse, charge nurse
> give take dress deliver care look nurse | injections injection vitals wounds babies patients medicines drips elderly ward
@ hospital, clinic, ward, maternity ward, children's ward, medical ward, surgical ward
~health!: public health officer, paramedic, epidemiologist, herbalist, acupuncturist, homeopath, dietician, health worker, medical field, health sector, healthcare worker, hospital worker, medical health, medical line
@ hospital, clinic, health centre, health center, ward, theatre
~health/pharmacy: pharmacist, chemist, pharmacy owner, pharmacy technician, druggist, medical store, medical shop, chemist shop, drugstore, pharmacy, pharmacists
> dispense sell mix | medicines medicine drugs tablets prescriptions
> own run have open | pharmacy pharmacies
@ pharmacy, chemist shop, drug store
~health/dentistry: dentist, dental surgeon, orthodontist, dental clinic, dental
> pull fix clean fill extract | teeth tooth braces cavities
@ dental clinic
~health/veterinary: vet, veterinarian, veterinary doctor, veterinary, animal doctor, doctor of animals, doctor for animals, animals doctor, but of animals, veterinarians
> treat vaccinate see | animals cows dogs cattle livestock vaccines
@ veterinary clinic
~health/laboratory: sonographer, phlebotomist, lab technician, laboratory technician, lab assistant, lab scientist, medical laboratory scientist, radiographer, lab tech, lab technologist
> test draw analyse run take label | blood samples xrays specimens tubes
@ laboratory
~health/therapy: speech pathologist, audiologist, physiotherapist, physical therapist, therapist, psychologist, counselling psychologist, speech therapist, optometrist, optician, nutritionist, dietitian
~health/caregiver: care home worker, home carer, caregiver, carer, care assistant, home aide, care worker
> bathe feed look care | elderly old disabled grandmother
~teaching: dean, rector, vice chancellor, teacher, lecturer, tutor, professor, headmaster, head teacher, headteacher, school principal, instructor, i teach, principal, schoolteacher, school teacher, headmistress, assistant professor, associate professor, teaching, kindergarten teacher, kindergarten assistant, nursery assistant, teaching assistant, maestra, maestro, teachers, academic, school owner, teaching assistant, coach, swimming coach, football coach, trainer, yoga instructor, lecturing, primary teacher, educator, class teacher, professors
> teach |
> train coach | boys girls team players athletes children club
> teach give take instruct tutor mark prepare | students classes pupils children kids lessons class maths mathematics english physics chemistry biology history science school college university lectures grade primary exam papers
@ school, college, university, academy, kindergarten
~arts/conservation: conservator, conservators, restorer, art restorer, conserve paintings, restore paintings
~librarian: archivist, curator, librarian, library, library assistant
> take lend keep arrange | books
~events: event planner, events, event manager, wedding planner, event planning
> organise organize plan decorate | weddings events parties conferences wedding
~research: virologist, microbiologist, geophysicist, meteorologist, mathematician, postdoctoral fellow, chemist at a laboratory, oceanographer, ecologist, energy modeler, economist, astronomer, anthropologist, sociologist, historian, researcher, research assistant, postdoc, scientist, research associate, research fellow, statistician, biostatistician, physicist, biologist, research scholar, biochemist, seismic analyst, research engineer, economist, geologist, research
> study analyse run publish do | prices economy inflation experiments experiment samples cells papers trial trials
@ laboratory, research institute, lab
~law: lawyer, attorney, advocate, solicitor, barrister, legal officer, paralegal, judge, magistrate, notary, abogado, abogada, legal adviser, legal counsel, legal profession, legal research, pleader, legal, vakil, lawyers, prosecutor, public prosecutor
> argue defend draft represent fight judge | cases clients contracts court case deeds disputes
@ court, law firm, law chamber, legal firm
~driving: courier, rider, train driver, tram driver, conductor, driver, taxi driver, truck driver, uber, chauffeur, delivery rider, delivery driver, bus driver, i drive, drive a taxi, drive taxi, okada, okada rider, boda boda, keke, rickshaw, auto rickshaw, jeepney, matatu, trotro, danfo, lorry driver, cab driver, motorcycle taxi, drivers, tuk tuk, tricycle driver, drives taxi, bolt driver, grab driver, taxista, transporter, haulage, conductor
> drive |
> drive ride deliver carry transport | taxi taxis cab bus truck trucks lorry lorries trailer passengers van tanker motorbike parcels okada keke jeepney car tricycle rickshaw matatu
~transport?: bus company, transport business, transport company, bus company owner, railway, railways, railway officer, station master, rail
> own run have operate buy open start | buses trucks fleet taxis lorries
~maritime: deckhand, captain, sailor, seaman, merchant navy, seafarer, ship captain, marine engineer, ship officer, merchant navy officer, fisherman, fisher, fishing, fishermen
> command sail steer | tanker tankers vessel vessels ferry ferries cargo
> fish sail |
> sail catch fish | ship ships fish sea nets boat boats
~aviation: flight dispatcher, ground staff, baggage handler, captain, cabin crew, flight attendant, air hostess, pilot, steward, stewardess, airline pilot, aviation, aircraft engineer, air traffic controller
> fly serve | planes aircraft aeroplanes boeing plane airplane airbus
@ airline
~lifeguard: lifeguard, life guard, lifeguards, whistle, lifeguarding, swimming pool attendant
> watch guard save rescue look help protect | swimmers pool pools beach swimming drowning swim slides drown
~hotel: hotel work, hospitality, hotel manager, hotel owner, hotelier, hotel management, hospitality intern, concierge, bellboy, bellhop, porter, guesthouse owner, hotel business
> own run have manage open | hotel hotels guesthouse lodge resort
@ hotel, resort, guest house, inn, lodge
> carry | suitcases luggage
~hotel/housekeeping: butler, garbage collector, street cleaner, housekeeper, room attendant, cleaning, cleaner, cleaning rooms, maid, clean rooms, laundry, housekeeping, janitor, sweeper, chambermaid, cleaning lady, room cleaning, custodian, domestic worker, domestic helper, house help
> clean make change sweep mop wash vacuum | apartments apartment houses flats rooms room beds bed bathrooms towels sheets toilets floors offices linen laundry bathroom
~hotel/kitchen: cook, chef, dishwasher, kitchen helper, line cook, dish washing, prep cook, baker, pastry, culinary, banquet, kitchen, cooking, cook helper, pastry chef, caterer, catering, confectioner, food prep, sous chef, culinary trainee, pizza maker
> cook bake |
> cook wash chop fry bake peel cut prepare make grill | food dishes dish plates vegetables meals bread pizza pizzas cakes burgers pots onions salads
@ kitchen, bakery
~hotel/food service: food service, waiter, waitress, server, busser, barista, food and beverage, bartender, hostess, bus person, ice cream, food runner, waiting tables, snack bar, waitressing, ice cream server, bar staff
> serve carry take bring pour clear wait scoop | tables food drinks orders coffee plates ice cones guests customers
@ bar
~hotel/food business: restaurant owner, restaurant owners, food seller, noodle shop, restaurant business, restaurateur, cafe owner, chop bar, canteen owner, mama put
> run own have operate manage sell | restaurant restaurants noodles cafe canteen eatery tacos food stall snacks
@ restaurant, cafe, canteen
~hotel/front desk: doorman, receptionist, front office, guest services, reception, front desk, front desk clerk, front desk agent, at reception
> check welcome give greet | guests keys visitors
@ reception
~ride operator: amusement park, rides, ride attendant, ride operator, roller coaster, ferris wheel, ski lift, lift attendant, lift operator, games attendant
> operate run start stop strap fasten check help load | chairs chairlift gondola rides ride belts coaster carousel wheel lift seatbelts
@ theme park
~childcare: childcare, nanny, babysitter, au pair, babysitting, daycare, child minder, childminder, crèche, creche
> look take watch mind bathe feed | children kids baby toddlers
~counselor: camp counselor, camp counsellor, counselor, counsellor, camp leader
> lead organise organize play run take look watch | campers games activities camp canoe campfire songs crafts archery groups children kids
~farming: zookeeper, rice miller, animal keeper, stable hand, farm hand, ranch hand, groom, shepherd, horse trainer, fruit picker, farmer, farm worker, i farm, poultry farm, cultivator, agriculturist, rancher, grower, planter, farming, agriculture, campesino, dairy farmer, breeder, camel breeder, coffee grower, poultry farmer, coffee producer, farmers, landowner, zamindar, herder, beekeeper, fish farmer, cattle rearer, layers, broilers, poultry
> feed brush groom ride clean | horses horse stables stable sheep pigs hay
> farm |
> manage run own keep have start | farm farms ranch plantation orchard poultry
> grow cultivate farm plant raise rear keep harvest breed milk plough milking have own | rice maize cocoa yam cassava cattle cows goats poultry chickens crops land vegetables birds wheat sugarcane bananas coffee hens sheep buffaloes palm mangoes corn potatoes fields camels orchard plantation
@ farm, farms, fields, plantation, orchard, ranch
~design: illustrator, animator, cartoonist, graphic designer, ux designer, ui designer, designer, interior designer, graphic design
> design draw make | screens buttons wireframes layouts logos posters interfaces menus cards invitations banners flyers brochures
~journalism: technical writer, writer, presenter, announcer, newsreader, copywriter, proofreader, journalism, journalist, reporter, editor, radio producer, newscaster, broadcaster, news anchor, radio presenter, columnist
> read talk host | news radio television listeners show
> write report present edit read | news articles stories newspaper programme
@ newspaper, radio, tv station
~photography: photography, photographer, videographer, cameraman
> take shoot | pictures photos weddings films
~arts: sculptor, choreographer, pianist, violinist, cellist, guitarist, drummer, flutist, trumpeter, conductor of an orchestra, composer, content creator, youtuber, influencer, blogger, fashion model, event host, actor, actress, musician, singer, artist, dancer, painter of pictures, artist performer, film maker, filmmaker, dj, comedian, performer
> sing play act paint | music songs guitar films dramas portraits
~tailoring: knitter, embroiderer, tailor, seamstress, dressmaker, tailoring, fashion designer, sewing, garments merchandiser, weaver
> sew tailor stitch |
> sew stitch make cut weave | clothes dresses uniforms cloth suits shirts garments
~hairdressing: dog groomer, hairdressing, hairdresser, barber, beautician, salon owner, hair stylist, makeup artist, beauty salon, salon, nail technician, beauty salon owner, barbing
> cut braid plait style do dress fix | hair nails beards makeup
@ salon, barber shop, barbershop
~florist: florist, flower shop
> sell arrange | flowers bouquets
~tourism: travel consultant, tour guide, travel agent, tour operator, travel agency, guide
> guide book arrange show | tours tourists tickets trips safaris
~police: traffic warden, prison officer, prison warder, jailer, firefighter, fireman, policeman, policewoman, police officer, police, inspector of police, police inspector, inspector, constable, detective
> patrol arrest | streets criminals
~government/customs: customs officer, immigration officer, tax inspector
> check inspect clear | containers cargo passports baggage
~government: forestry officer, fisheries officer, park ranger, game warden, ranger, revenue officer, tax collector, toll collector, municipal worker, member of parliament, ambassador, village head, tribal chief, patent examiner, urban planner, town planner, city planner, civil servant, government officer, public servant, government servant, government employee, government job, government service, funcionario, councillor, mayor, sarpanch, diplomat, bureaucrat, politician, government, civil service
@ ministry, municipality, secretariat, government office, city hall, city council
~military: captain, colonel, major, lieutenant, sergeant, brigadier, infantry, soldier, army officer, naval officer, military, army, navy, air force, armed forces, colonel, major in the army, soldiers
> wear | uniform barracks
> fight guard serve command | troops border war soldiers battalion barracks regiment
@ army, navy, air force, barracks, military camp, army camp, base
~sport: referee, jockey, footballer, athlete, sportsman, sportswoman, player, boxer, cricketer, runner, professional football, football player, basketball player
> play | football cricket basketball tennis volleyball rugby matches
~security: private investigator, security guard, guard, watchman, gateman, security man, security officer, chowkidar, bouncer
> guard watch | gate building premises compound
~religion: rabbi, undertaker, pastor, imam, priest, reverend, bishop, evangelist, missionary, religious vocation, monk, nun, clergyman
> preach |
> preach lead pray | church congregation prayers mosque
@ church, mosque, temple
~social work: social worker, ngo worker, community worker, ngo officer, aid worker
@ ngo, charity
~maintenance: maintenance, maintenance worker, groundskeeper, gardener, landscaper, caretaker
> cut trim mow water | grass plants garden lawns hedges trees
~beverages: winemaking, winemaker, sommelier, brewer, wine, winery, brewery, cellar
~homemaker: never worked outside, never took a job, never had a job, never went to work, looked after us, raised us, brought us up, housewife, homemaker, stay at home, housemaker, ama de casa, stay home, stays home, keeps the house, keep the house, takes care of the house, keeps house, full time mother, stays at home, manages the home, house wife, home maker, is at home, looks after the house, looking after the house, household work, in the house, taking care of the house, at home with, only at home, homemaking, mother at home, i'm at home, am at home, takes care of home, runs the house, she is home, raises the children, raising our children
> care look manage keep run take handle cook | house home household kids children
~student: phd candidate, student, am a student, am student, i'm a student, i'm student, still a student, schooling, still studying, university student, in the university, studying in, in school, at university, undergraduate, doing his degree, doing her degree, studying, pupil, medical student, phd student, college student, in college, still in school, reading law, in secondary school, doing masters, doing her masters, doing his masters, goes to school, go to school
> study attend | university school college secondary law medicine engineering degree class
~trainee: trainee, junior trainee, student intern, apprentice, graduate trainee, intern
~retired: am retired, i'm retired, on pension, pensioner, retired, retiree, superannuation, superannuated, pension, has retired, have retired, retirement, jubilado, jubilada, took retirement, vrs, retires, living on his pension
~unemployed: laid off, fired, not have a job, not have any job, not have job, have no job, not having a job, not having any job, don't have a job, don't have any job, dont have job, don't have job, lost the job, no work now, without employment, unemployed, jobless, between jobs, not employed, not working, no work, no job, looking for work, out of work, not doing anything, sitting at home, don't work, doesn't work, does not work, do not work, dont work, doesnt work, without work, lost my job, lost his job, lost her job, job hunting, doing nothing, never worked, no employment
~deceased: passed away, he passed, she passed, father passed, mother passed, dad passed, mum passed, mom passed, both passed, is late, is dead, died, deceased, late father, late mother, buried him, buried her, buried them, took him from us, took her from us, lost him, lost her, lost my father, lost my mother, lost our father, lost our mother, not with us any more, not with us anymore, no longer with us, left this world, passed on, resting in peace, pass away, is no more, expired, no longer alive
`, akinJobs)

// akinJobs are families of work that share tasks: one said for another is a slip.
var akinJobs = [][]string{
	{"medicine", "research", "trainee", "health"},
	{"medicine", "teaching"},
	{"medicine", "student"},
	{"administration", "computing/project management", "hotel/front desk", "customer service", "government", "accounting"},
	{"engineering/mechanical", "manual/trades", "engineering/industrial"},
	{"engineering/electrical", "manual/trades"},
	{"engineering/electrical", "computing"},
	{"engineering/chemical", "engineering/industrial", "research"},
	{"engineering/environmental", "engineering/civil", "engineering/chemical", "research"},
	{"engineering/industrial", "manual/factory", "management"},
	{"manual/construction", "engineering/civil", "manual/trades", "architecture", "real estate"},
	{"architecture", "drafting", "design"},
	{"customer service", "sales", "computing/it support"},
	{"health/pharmacy", "trading"}, {"health/pharmacy", "research"},
	{"health", "nursing", "medicine"},
	{"trading", "sales", "retail", "procurement", "management", "marketing"},
	{"trading", "manual"}, {"trading", "hotel"}, {"trading", "maritime"}, {"trading", "arts"}, {"trading", "beverages"}, {"trading", "design"}, {"trading", "photography"}, {"events", "hotel"}, {"events", "marketing"}, {"librarian", "teaching"}, {"librarian", "administration"}, {"trading", "farming"}, {"farming", "beverages"}, {"hotel", "beverages"}, {"trading", "tailoring"}, {"trading", "hairdressing"}, {"trading", "hotel/food business"}, {"trading", "florist"}, {"trading", "transport"}, {"trading", "real estate"},
	{"transport", "driving"}, {"transport", "government"}, {"maritime", "driving"},
	{"government", "administration"}, {"government", "police"}, {"government", "military"}, {"government", "law"},
	{"accounting", "finance", "insurance"},
	{"childcare", "counselor", "homemaker", "health/caregiver"},
	{"childcare", "teaching"}, {"lifeguard", "counselor"},
	{"tailoring", "design"},
	{"research", "teaching"}, {"research", "computing/data"}, {"research", "health/laboratory"},
	{"finance", "computing/data"},
	{"security", "police", "military"},
	{"homemaker", "unemployed", "retired"},
	{"hotel/kitchen", "hotel/food business"}, {"hotel/food service", "retail"},
	{"maintenance", "manual/trades"}, {"maintenance", "farming"},
	{"social work", "religion", "health/therapy"},
	{"arts", "journalism", "photography", "design"}, {"arts/conservation", "librarian", "research"},
	{"marketing", "journalism", "design"},
}

// neverAkin are pairs that would be akin by their family and are not: a strict officer
// hears another job.
var neverAkin = [][2]string{
	{"hotel/housekeeping", "hotel/kitchen"}, {"hotel/housekeeping", "hotel/food business"}, {"hotel/front desk", "hotel/kitchen"}, {"hotel", "hotel/housekeeping"},
	{"hotel/housekeeping", "hotel/front desk"},
	{"computing/it support", "computing/quality assurance"},
	{"computing/it support", "computing/software"}, {"computing/it support", "computing/data"}, {"computing/it support", "computing/security"},
}

// anywhere is work that every kind of place needs: who works in a bank may drive its
// cars.
var anywhere = []string{"administration", "driving", "security", "hotel/housekeeping", "manual", "accounting", "computing", "management", "maintenance",
	"human resources", "marketing", "law", "sales", "customer service", "procurement", "engineering", "retired", "student", "health", "nursing", "hotel/kitchen"}

// occupationJobs are the labels each choice of the DS-160 stands for; "other" stands
// for none.
var occupationJobs = map[string][]string{
	"agriculture": {"farming", "engineering/agricultural", "manual"}, "artist_performer": {"arts", "photography", "design", "journalism"},
	"business":       {"trading", "management", "sales", "marketing", "procurement", "real estate", "retail", "hotel/food business", "transport", "florist"},
	"communications": {"journalism", "marketing", "translation", "customer service"}, "computer_science": {"computing"},
	"culinary_food_services": {"hotel/kitchen", "hotel/food service", "hotel/food business"}, "education": {"teaching", "research"},
	"engineering": {"engineering", "architecture", "drafting", "computing", "manual/construction"}, "government": {"government", "police", "military", "law", "administration", "teaching"},
	"homemaker": {"homemaker"}, "legal_profession": {"law"}, "medical_health": {"medicine", "nursing", "health"}, "military": {"military"},
	"natural_science": {"research", "engineering/agricultural"}, "physical_sciences": {"research", "engineering"}, "research": {"research"}, "social_science": {"research", "social work"},
	"not_employed": {"unemployed", "homemaker"}, "religious_vocation": {"religion"}, "retired": {"retired"}, "student": {"student", "trainee"},
}
