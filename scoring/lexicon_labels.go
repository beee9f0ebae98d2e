package scoring

// specialties of medicine. Source: the specialties of the ACGME and the names
// applicants bring from British, South Asian and African training.
var specialties = newTaxonomy(`
internal medicine: im, general medicine, internist, internists, medicine residency, categorical medicine, int med, adult medicine, all internal, medicina interna, internal med, internal
pediatrics: paediatrics, peds, pediatric, paediatric, pediatrician, paediatrician, child health, paeds, children's doctor, pediatría, pediatria, doctor for children, child specialist
> treat care look see | children kids newborns newborn infants babies baby adolescents
family medicine: family practice, fm, general practice, family physician, family doctor, medicina familiar, general practitioner
> treat see | whole families
psychiatry: psychiatrist, psych, mental health, mind doctor
> treat study listen | mental depression mind psychosis bipolar schizophrenia anxiety addiction moods
general surgery: operations, surgery, surgeon, surgical, gen surg
> operate cut | hernias appendix appendicitis gallbladder bowels
neurology: neuro, neurologist, brain and nerves
> treat see study | stroke strokes epilepsy seizures migraine parkinson nerves headaches multiple sclerosis
neurosurgery: neurological surgery, neurosurgeon, brain surgery
> operate | brains spines skull
obstetrics and gynecology: obgyn, ob gyn, obstetrics, gynecology, gynaecology, obs and gynae, obs gynae, o and g, ob, gynecologist, gynaecologist, women's health, o g, gyn
> deliver see | babies pregnant pregnancy pregnancies childbirth caesarean deliveries womb mothers
anesthesiology: anaesthesia, anesthesia, anaesthesiology, anesthetist, anaesthetics, anaesthetist, anesthesiologist
> put | sleep
> give | anaesthetic anesthetic sedation epidural
radiology: diagnostic radiology, radiologist, imaging
> read | scans xrays mri ultrasound images
pathology: patho, pathologist, histopathology
> look examine | slides tissue tissues biopsies autopsies microscope
emergency medicine: em, er medicine, accident and emergency, emergency room, emergency department, casualty
> handle see treat | accidents trauma ambulance emergencies resuscitation
orthopedics: orthopaedics, orthopaedic, orthopaedician, orthopedician, orthopedic surgery, ortho, orthopaedic surgery, bone surgery, orthopedic
> fix set operate | bones fractures joints knees hips
dermatology: dermatologist, skin, skin doctor, skin diseases
> treat | skin rashes eczema psoriasis acne
ophthalmology: ophthalmologist, eye, eye surgery, eye doctor
> operate treat | eyes cataract cataracts glaucoma retina
internal medicine/cardiology: cardio, cardiologist, cardiovascular, heart training, heart specialist, heart diseases, heart doctor, cardiac, heart
> treat | heart hearts arteries stents echocardiography valves arrhythmia
internal medicine/nephrology: nephro, dialysis, nephrologist, kidney, kidneys, renal
> treat | kidneys kidney dialysis transplant transplants
internal medicine/gastroenterology: gi fellowship, gastro, gastroenterologist, gi
> treat scope | stomach liver endoscopy endoscopies colon bowels
internal medicine/endocrinology: endo, diabetes, endocrine, endocrinologist, diabetes and hormones
> treat | diabetes thyroid hormones
internal medicine/hematology oncology: oncology, haematology, hematology, oncologist, hematologist, cancer, medical oncology, hem onc, blood cancer
> treat | cancer cancers leukemia leukaemia chemotherapy blood tumours tumors
internal medicine/pulmonology: pulmonary, critical care, pulmonary critical care, lung, intensive care, chest medicine, icu
> treat | lungs asthma ventilators breathing
internal medicine/infectious diseases: infectious disease, id fellowship, infections
> treat | hiv tuberculosis malaria infections viruses
internal medicine/rheumatology: rheumatologist
> treat | arthritis lupus joints
internal medicine/geriatrics: geriatric medicine, elderly medicine, geriatric
> treat | elderly dementia aged
pediatrics/neonatology: neonatal, nicu, neonates, newborn intensive care
> treat | newborns prematures incubators preterm
pediatrics/pediatric cardiology: paediatric cardiology
urology: urologist
> treat operate | prostate bladder stones
ent: otolaryngology, ear nose and throat
> treat operate | ears nose throat tonsils sinuses
physical medicine and rehabilitation: pmr, pm r, physiatry, rehabilitation medicine, rehab, pm and r, rehabilitation
preventive medicine: public health residency
nuclear medicine
radiation oncology: radiotherapy
internal medicine/palliative medicine: palliative care
sleep medicine
pain medicine: pain management
sports medicine
plastic surgery: plastic and reconstructive surgery, reconstructive surgery, plastics
vascular surgery
cardiothoracic surgery: thoracic surgery, heart surgery, cardiac surgery
psychiatry/child psychiatry: child and adolescent psychiatry
internal medicine/allergy and immunology: allergy, immunology
medical genetics
transitional year: preliminary year
`, nil)

// positions a physician can hold.
var positions = newTaxonomy(`
residency: resident, residency training, first year resident, intern, residency, pgy 1, pgy1, pgy 2, pgy2, pgy 3, pgy3, house officer, categorical
fellowship: fellow, subspecialty training, sub specialty training, training that come next, training after residency, after residency training
attending: attending physician, hospitalist, consultant position, attending, staff physician, attending doctor, full doctor, consultant, independent physician, supervise the residents
attending/waiver_job: waiver job, conrad, conrad job, waiver, underserved area, three years of service, shortage area, conrad 30, underserved
faculty: assistant professor, professor, faculty member, faculty, associate professor, teaching faculty, academic position, lecturer
~research: research post, research position, research job, research role, research fellow, research fellowship, research scholar, postdoc, postdoctoral
`, nil)

// purposes of a visit.
var purposes = newTaxonomy(`
tourism: tourist, sightseeing, vacation, holiday, holidays, national parks, disney, see the country, tour, touring, visit new york, leisure, see the sights, pleasure, travel around, explore, honeymoon, theme parks, parks, theme park, just visiting, desert parks, disneyland, disney world, grand canyon, turismo, vacations, road trip, beaches, statue of liberty, universal studios, sight seeing
> hike see visit explore enjoy tour | parks park canyon canyons falls museums sights beach beaches monuments statue disney mountains cities
~family visit: visit my, see my, visiting my, seeing my, visit family, spend time with, meet my family, visit our, see our, visiting family, visiting our, visit relatives, be with her, visit daughter, visit son, visit sister, visit brother, visit parents, to be with my, new grandchild, newborn grandson, newborn granddaughter, stay with my daughter, stay with my son, stay with my sister
> visit see meet hold join | daughter son sister brother grandchild grandson granddaughter grandchildren parents uncle aunt cousin niece nephew
~care: look after, looking after, take care of, taking care of, babysit, care for, help with the baby, help with the new baby, nurse my, mind the children, help my daughter, help my son, help my sister, help with my, her delivery, daughter's delivery, sister's delivery, wife's delivery, her confinement, for her childbirth, caring for, babysitting, as a nanny
~event: wedding, graduation, funeral, reunion, baptism, ceremony, convocation, marriage function, marriage ceremony, commencement, christening, burial, engagement party, quinceañera, bodas, my cousin is marrying, getting married, anniversary
> attend watch see | marriage graduate wedding
~medical: treatment, medical treatment, surgery, operation, medical checkup, hospital treatment, transplant, check up, chemotherapy, therapy, proton, proton beam, tumor, tumour, cancer treatment, see a doctor, see a specialist, checked by a specialist, by a specialist, kidney stones, knee replacement, medical tests, medical reasons, for my knee, for my hip, for my eyes, for my eye, for my heart, for my back, for my teeth, second opinion, be operated
> change replace operate remove fix treat check repair | knee knees hip heart eye eyes kidney liver stone tooth back spine valve leg cataract hernia
~birth: give birth, giving birth, delivery of my baby, deliver my baby, have my baby, deliver there, deliver my child, baby is due, have the baby, have our baby, to deliver, the delivery, born there, giving birth there, delivering my baby
business: meeting, meetings, negotiate, contract, supplier, client meeting, trade, trade show, buy equipment, business meetings, business trip, customer, negotiations, sign a contract, site visit, price negotiation, price talks, suppliers, distributor, buyers, trade fair, stand at, sign the contract, inspect machines, inspect the machine, negociar, auction, for export, to import, for resale, to resell, business partners
> buy purchase | cars vehicles trucks goods merchandise stock containers
> meet discuss negotiate sign buy inspect visit see finalize finalise close agree order | supplier suppliers buyer buyers client clients partner partners contract price prices machine machines order factory equipment distributor deal vendor
installation: install, installing, repairs, commissioning, set up the machine, set up the machines, set up the equipment, set up the line, after sales service, hands on work, maintenance
> install repair commission assemble fix service mount calibrate set | machine machines equipment line plant printer turbine boiler elevator server servers hardware
conference: congress, seminar, symposium, exhibition, expo, summit, workshop, annual meeting, forum, convention, conferences, present my paper, present a paper, materials meeting
> attend present speak give | conference congress paper poster talk forum summit symposium convention
study: study, attend classes, enrol, enroll, take classes, degree, language school, schooling, english course, classes in, course of english, summer school, master's
> take attend do start begin enrol enroll see join | course courses classes school college university lessons semester degree english
~work: work there, find work, find a job, look for a job, get a job, earn money, looking for work, take a job, job hunting, job search, do some work, make money, job interview, job interviews, looking for a job, search for work
> find get take start look seek do | job jobs employment
> find look seek search | work
> help work assist serve | shop store restaurant factory farm customers company
~exam: step 2, step 1, step 3, usmle, take an exam, sit an exam, take my exam, take the exam, licensing exam, nclex
> take sit write pass do | exam exams
observership: elective, clinical rotation, shadow, shadowing, observing, clerkship, rotation, externship, observer, clinical elective, observe doctors, no patient contact
> observe shadow watch follow | doctor doctors physician physicians rounds surgeons
~patient care: examine the patients, examine patients, treat patients, treating patients, write the orders, write orders, operate on patients, see patients, touch patients, manage patients
> examine treat manage clerk admit operate | patients patient
residency interviews: residency interview, match interviews, interview season, program interviews, interviews for residency, interviews at hospitals
training: training, practical training, hands on training
~live: settle, live there, immigrate, move there, live with my husband, live with my wife, join my husband, join my wife, live permanently
`, nil)

// preparers are who typed or filled in the form.
var preparers = newTaxonomy(`
self: myself, by myself, on my own, me myself, i did, i filled, i typed, i completed, i prepared, i did it, my own self, i only, only me, it was me, i fill, i have filled, i've filled, i filled it, i wrote, me only, i do it, i did all, nobody helped, no one helped, i am the one, i'm the one, yes i did, me alone, self
family: brother, sister, cousin, daughter, son, husband, wife, father, mother, uncle, aunt, nephew, niece, relative, spouse, dad, mom, mum, in law, family, grandson, granddaughter, sibling, fiancé, fiancée, fiance, fiancee, my son's, cousin brother, boyfriend, girlfriend
agent: agent, agency, consultant, consultancy, cyber cafe, cybercafe, cafe, travel agent, travel agency, bureau, visa consultant, visa agent, internet cafe, tramitador, gestor, business centre, business center, visa office, service company, visa company, documentation company, fixer, visa consultancy, educational consultant
lawyer: lawyer, attorney, attorneys, law firm, lawyers, immigration lawyer, paralegal, solicitor, abogado, legal firm, legal team, advocate
employer: company, employer, hr, human resources, office secretary, secretary, my boss, personnel, my office, hospital, our travel desk, travel desk, petitioner, program sponsor, recruiter, gme office, colleague at work
`, nil)

// housing is where a worker on exchange lives.
var housings = newTaxonomy(`
employer housing: dormitory, dorm, staff housing, employee housing, company housing, employer housing, employer dormitory, dorms, hostel of the hotel, employer apartment, housing from the employer, staff quarters, host apartment, staff house, provided by the employer, shared cabin, cabin, employee dorm, provided by employer, employer provided, employee dormitory, employer's house, employee apartments, bunkhouse, company house, arranged by employer
> employer hotel company park resort lodge camp give provide offer arrange | room rooms housing house accommodation dormitory dorm bed place apartment cabin bunk
~private: airbnb, craigslist, rented apartment, rent an apartment, room by myself, hostel, motel, my own apartment, found a room, renting a room, rent a room, private apartment, facebook group, found an apartment, look for a room, looking for a room, rent a flat, private room, apartment with friends, own flat
> rent find found look share book | room apartment flat studio house place
~relatives: boyfriend, girlfriend, uncle, aunt, cousin, friend, friends, brother, sister, cousin's, uncle's, relative, relatives, aunt's, brother's, sister's, friend's
host family: host family's, host parents, family's house, with the family, my host family, house of the family, own room in their
`, nil)

// bookings are how far tickets are paid.
var bookings = newTaxonomy(`
paid: paid, charged, fully paid, bought, buy, purchased, cannot refund, ticketed, non refundable, paid for, have tickets, have the tickets, issued, have my ticket, have bought, pay for the ticket, already buy, have ticket, pay already, settled
held: reserve, reserved, on hold, hold, reservation, not yet pay, only booked, held, not paid, not yet paid, reservations, blocked, itinerary only, provisional, money not yet pay, dummy, booking only, tentative, refundable booking
none: not bought, no ticket, no tickets, nothing booked, not booked, not yet, haven't booked, nothing yet, waiting for the visa, after the visa, will buy, will book, nothing is booked, didn't buy, haven't bought, did not book, have not booked, wait for visa, once i get, not purchased, first the visa, have not bought, when i get the visa, not yet bought, not yet booked, i haven't, not buying, didn't book, none, nothing
`, nil)

// sevisStates are the kinds of I-20.
var sevisStates = newTaxonomy(`
initial: initial, new student, first i 20, first time student, first time, never studied there, brand new, starting fresh, new i 20, beginning, fresh student
continued: continued, active, continuing, same school, still enrolled, continue, semesters remaining, semesters left, third semester, second year, going back to my classes, same program, same programme, still studying, going back to finish, in good standing, second semester, fourth semester, junior year, senior year
transfer: transfer, transferred, changed school, moved my sevis, moved school, from another school, changing school, new school, changed my school, first school closed, switched schools, another university, transferring, released my record, moved my record
`, nil)

// exchanges are the kinds of J-1 programme.
var exchanges = newTaxonomy(`
physician: medical residency, residency, clinical training, physician
research_scholar: research scholar, research, researcher, postdoc, post doc, visiting scholar, visiting researcher, postdoctoral, laboratory
short_term_scholar: short term scholar, short term, short visit as scholar
professor: professor, visiting professor, lecture for a semester
student: student, exchange student, semester abroad, exchange semester, exchange program at university, study for a semester, non degree, one semester
intern: intern, internship, student internship
trainee: trainee, training program, professional training, training programme
swt: summer work, work and travel, summer work travel, work travel, swt, summer job, work & travel
au_pair: au pair, aupair, nanny, take care of children, host family, childcare, live with a family
camp_counselor: camp counselor, camp counsellor, counselor at a camp, summer camp, camp
teacher: teacher, teach in a school, teaching exchange, exchange teacher
specialist: specialist
`, nil)

// wageLevels are those of the labour condition application.
var wageLevels = newTaxonomy(`
I: level one, level 1, level i, entry level, first level, lowest level, wage level one
II: level two, level 2, level ii, second level, qualified level
III: level three, level 3, level iii, third level, experienced level
IV: level four, level 4, level iv, fourth level, highest level, top level
`, nil)

// industries are what a company does.
var industries = newTaxonomy(`
~technology?: technology, software, it company, it services, tech company, technology company, tech, computers, information technology, saas, cloud, apps, digital, platform
~energy: oil, oil and gas, petroleum, drilling, refinery, gas, solar, electricity, power plant, wind, turbines, energy, renewable, batteries, pipeline, pipelines, nuclear, hydropower
~finance: bank, banking, banks, loans, investment, fintech, payments, trading platform, stock, wealth, mortgage, credit cards, asset management, finance, financial, brokerage
~insurance: insurance, reinsurance, insurer, policies, claims, actuarial, underwriting
~staffing: staffing, contract people, recruitment, manpower, outsourcing, consultancy, body shop, supply people, recruiting, supply engineers, temp workers, provide consultants, place people, contractors to
~health: hospital, hospitals, medical, clinics, health, healthcare, patients, beds, dental, dentist, tooth, teeth, medical devices, imaging, telemedicine, diagnostics, nursing homes, dentists, surgical, implants
~pharma: pharmaceutical, pharma, drugs, medicines, vaccines, clinical trials, biotech, drug development, tablets, cancer drugs
~food: restaurant, restaurants, food, beverages, snacks, bakery, catering, dairy, drinks, beer, coffee, fast food, packaged food, chocolate, frozen
~agriculture: farm, farming, agriculture, crops, seeds, fertilizer, greenhouse, greenhouses, tractors, irrigation, livestock, crop, fertiliser
~retail: shops, supermarket, clothing store, online shop, e commerce, ecommerce, retail, department store, selling clothes, grocery, online store, furniture store
~textile: textile, textiles, fabric, fabrics, garments, clothes, clothing, apparel, cloth, fashion, shoes, tailoring, sew, leather
~transport: logistics, shipping, trucking, freight, delivery, transport, airline, airlines, railway, trucks, taxi, couriers, warehouses, cargo, marine, ships, vessels, ride hailing
~vehicles: cars, automotive, car parts, vehicles, electric cars, self driving, tyres, autonomous vehicles, spare parts, auto parts, brakes
~aerospace: aircraft, satellites, rockets, drones, drone, space, defence, defense, missiles, planes, airplanes, radar, antenna, antennas
~electronics: semiconductor, chips, electronics, circuit boards, sensors, test equipment, phones, wafers, hardware, microchips, cameras, lasers, circuits, mobiles, chargers, televisions, tvs, laptops, gadgets, appliances
~machinery: machines, pumps, elevators, elevator, lifts, robots, robotics, industrial equipment, manufacturing, valves, tools, compressors, packaging, automation, engines, control systems
~construction: construction, buildings, bridges, roads, real estate, houses, builders, cement, architecture, property, apartments, structural, steel, infrastructure
~education: school, schools, university, college, training, teaching, tutoring, courses, education, students, e learning, online learning
~media: advertising, marketing, films, movies, tv channel, newspaper, publishing, broadcasting, news, media, radio, streaming, publicity, music
~games: games, video games, gaming, game, players
~hospitality: hotel, hotels, tourism, travel, resort, resorts, cruise, guests, travel agency
~telecom: telecom, mobile network, internet provider, telecommunications, broadband, 5g, phone network, towers
~security: cybersecurity, security software, guards, surveillance, cyber security, firewalls, hackers
~legal: law firm, legal services, contracts lawyers, tax, taxes, accounting, audit, bookkeeping, payroll, tax returns
~language: translation, translate, languages, interpreting, translations
~mapping: mapping, maps, survey, geospatial, satellite images, navigation, gps
~environment: water, waste, recycling, environmental, wastewater, climate, pollution
~beauty: cosmetics, beauty, salon, perfume, skin care, hair, makeup
~wood: wood, timber, furniture, woodcraft, carpentry, lumber
~metal: brass, metal, metals, welding, foundry, jewellery, gold, jewelry, aluminium, mining
`, nil)

// sciences are fields of research.
var sciences = newTaxonomy(`
~molecular biology: protein, proteins, enzyme, enzymes, dna, rna, gene, genes, genome, genomes, genetics, folding, molecules in the cell, cell, cells, crispr, stem cells, biochemistry, molecular
~infection: virus, viruses, bacteria, malaria, mosquito, mosquitoes, parasite, parasites, vaccine, vaccines, infection, tuberculosis, hiv, antibiotics, epidemic, microbes, disease spread
~cancer: tumor, tumour, cancer, cancers, oncology, tumors, chemotherapy
~medicine: heart, diabetes, kidney, brain, neurons, surgery, patients, blood pressure, stroke, memory, alzheimer, neuroscience, nervous system, hospital
~agriculture: crop, crops, rice, wheat, maize, cassava, soil, soils, plant, plants, pest, pests, palm, bee, bees, farm, livestock, seeds, irrigation, salinity, harvest, yield, drought, cows, pollination, fertilizer
~ecology: coral, reefs, reef, forest, forests, animals, birds, biodiversity, wildlife, species, fish, marine life, insects, conservation of species, elephants, ocean life
~earth: earthquake, earthquakes, seismology, seismic, geology, rocks, volcano, groundwater, arsenic, river, rivers, sediment, minerals, glacier, hydrology, aquifer, wells
~climate: climate, monsoon, weather, rain, rainfall, forecasting, atmosphere, dust, desert, storms, satellite pictures, satellite images, temperature, clouds, radar, air pollution, sky, remote sensing
~materials: battery, batteries, cathode, cathodes, lithium, polymer, polymers, nanoparticles, alloys, steel, concrete, ceramics, perovskite, graphene, electrode, coatings, semiconductors, materials
~energy: solar, wind, solar cells, hydrogen, fuel, fuels, photovoltaic, biogas, drying, turbines, power, reactor, nuclear
~computing: algorithm, algorithms, machine learning, artificial intelligence, neural networks, robot, robots, robotics, software, data mining, cryptography, image recognition, computer, language models, computer vision, signal processing, cybersecurity
~physics: particles, quantum, laser, lasers, photons, black holes, stars, galaxies, optics, magnetism, cosmology, dark matter, neutrino, telescopes, galaxy, plasma
~mathematics: equations, theorem, geometry, number theory, topology, algebra, probability
~chemistry: catalyst, catalysts, synthesis, reactions, organic molecules, reaction, solvents, chemical
~economics: trade, markets, inflation, banks, banking, prices, taxes, poverty, labour market, microfinance, economic growth, finance, economy, wages
~society: migration, elections, voters, politics, gender, education policy, schools, children learning, religion, language, languages, history, literature, poetry, museum, textiles, archaeology, law, human rights, culture, manuscripts, poems, novels, philosophy, courts
~engineering: bridges, buildings, engines, aircraft, airflow, water treatment, traffic, concrete structures, manufacturing, fluid
`, nil)
