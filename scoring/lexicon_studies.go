package scoring

// studies are fields of study, as lines of the same kind as those of jobs. Source:
// the CIP titles most F-1 and H-1B applicants hold, with the short forms they say.
var studies = newTaxonomy(`
~computing!?: computers, computer field, it field
computing/data science: data sciences, data science and analytics, ds
> study learn make analyse | data statistics predictions models datasets big programming
computing/data analytics: business analytics, analytics
> study learn analyse | dashboards data insights
computing/artificial intelligence: ai, machine learning, ml, deep learning
> study build | neural networks chatbots robots
computing/computer science: comp sci, compsci, computer, cs, computing, computer sciences, informatics, cse, computer science and engineering, computer applications, mca, bca, computational science
> study write learn build | programming algorithms software code coding programs operating compilers apps
computing/software engineering: game development
> study write build | software programs apps coding
computing/information technology: information science, it, i t, information systems, mis, management information systems
computing/cybersecurity: cyber security, information security
> study stop protect | hackers attacks hacking malware encryption
computing/computer engineering
computing/robotics: mechatronics
~engineering!?: engineering
engineering/electrical engineering: electronics, electronics and communication, ece, eee, electrical, electrical and electronics, telecommunication, telecommunications, vlsi, power systems
> study design | circuits signals antennas electricity grids chips voltage
engineering/mechanical engineering: mech, mechanical, automotive engineering
> study design | machines engines cars thermodynamics turbines
engineering/civil engineering: civil, structural engineering, transportation engineering, geotechnical engineering
> study design build | bridges roads highways dams buildings concrete structures tunnels
engineering/chemical engineering
> study | reactors refining polymers plastics
engineering/biomedical engineering: bioengineering
> study design | prosthetics implants devices
engineering/industrial engineering: manufacturing engineering, production engineering
engineering/aerospace engineering: pilot training, aviation, aeronautical engineering, aeronautics
> study design | rockets aircraft planes airplanes aeroplanes satellites drones
engineering/petroleum engineering: petroleum
> study | oil wells drilling reservoirs
engineering/environmental engineering: environmental studies, sustainability, renewable energy, environmental science
> study | water pollution waste climate
engineering/materials science: polymer science, material science, materials engineering, metallurgy, metallurgical engineering, ceramics engineering
engineering/naval architecture: maritime studies, marine engineering
engineering/agricultural engineering
engineering/mining engineering: mining
> study | mines minerals ore
~business!?: business studies
business/business administration: entrepreneurship, organizational leadership, operations research, biz admin, mba, business, bba, business management, management, administration
> study learn manage run | managing companies company leadership strategy manage organisations
business/finance: taxation, quantitative finance, financial engineering, banking
> study | stocks investments banks bonds markets investing
business/accounting: accountant, accountancy
> study | books audits taxes ledgers balance auditing
business/economics: economist, economic, econ
> study | markets inflation prices trade economies poverty
business/marketing
> study | brands advertising consumers selling adverts
business/commerce: bcom, b com, mcom, m com
business/supply chain: operations management, supply chain management, logistics
> study | warehouses shipping inventory
business/project management
business/real estate: property management, real estate development, property development
business/human resources: human resource management, hr
> study | hiring recruitment employees people personnel
business/hospitality: hotel management, hospitality management, tourism, hotel and tourism
> study | hotels restaurants guests tourists
business/actuarial science: actuarial
~health!?: medical field, health sciences, health care
health/public health: health administration, mph, epidemiology
> study | epidemics vaccines outbreaks communities disease diseases
health/nursing: midwifery, nurse, bsn, to be a nurse
> study | wards injections bedside patients
health/pharmacy: pharmacist, pharmaceutical sciences, pharmacology, pharmd, pharmaceutics
> study | drugs medicines tablets dosage
health/medicine: mbbs, md, mbbch, doctor of medicine
health/dentistry: dentist, dental, bds, dental surgery
> study | teeth gums
health/veterinary medicine: vet, veterinarian, veterinary
> study | animals cattle pets
health/nutrition: fermentation science, enology, food engineering, dietetics, food science, food technology
> study | diets vitamins
health/physiotherapy: kinesiology, exercise science, occupational therapy, speech pathology, audiology, physical therapy
health/health informatics: health information management, medical informatics, health information
health/medical laboratory science: medical laboratory, radiography, biomedical science, laboratory science
~science!?: sciences, natural sciences, pure science
science/biology: bioinformatics, ecology, marine science, neuroscience, oceanography, biologist, bio, biological sciences, microbiology, life sciences, marine biology, zoology, botany, molecular biology, genetics
> study | plants animals cells insects genes fish oceans corals
science/biochemistry
science/biotechnology: biotech
science/chemistry: chem, organic chemistry
> study | molecules reactions compounds
science/physics: optics, nanotechnology, astrophysics
> study | stars particles lasers planets galaxies
science/mathematics: pure maths, maths, math, applied mathematics
> study | equations theorems calculus algebra geometry
science/statistics: applied statistics, biostatistics
> study | probability sampling surveys
science/geology: hydrology, meteorology, atmospheric science, geosciences, earth science, geophysics, petroleum geology, hydrogeology
> study | rocks earthquakes minerals volcanoes
science/geography: urban planning, surveying, gis
~social!?: humanities, social sciences, arts
social/psychology: counseling, counselling, cognitive science, psychologist, psych
> study | mind behaviour behavior emotions therapy
social/law: lawyer, attorney, llm, legal studies, llb
> study | courts contracts judges rights
social/education: educational leadership, curriculum, early childhood, library science, teaching, pedagogy, tesol
> study | classrooms curriculum pupils
social/english: creative writing, modern languages, english literature, linguistics
social/political science: security studies, poli sci, politics and government, international relations, politics, public policy, public administration
> study | elections governments diplomacy parties
social/sociology: area studies, american studies, european studies, asian studies, latin american studies, african studies, gender studies, ethics studies, anthropology
> study | societies cultures
social/journalism: advertising, public relations, journalist, mass communication, media studies, communication, communications
> study | news newspapers reporting interviews
~social/history: archaeology, museum studies, history degree, in history, study history
social/philosophy
social/social work
social/theology: divinity, religious studies
~arts!?: art school
arts/architecture: architect, architects, landscape architecture, historic preservation, heritage conservation, building conservation, restoration
> design draw | houses buildings facades
arts/fine arts: art history, art, design, graphic design, ceramics, painting, sculpture
arts/film: animation, digital media, photography, film directing, film making, filmmaking, film production, cinema, directing
> make study | films movies cameras scripts
arts/fashion design: fashion designer, fashion
> design | clothes dresses
arts/music: acoustics, piano, violin
> study play | songs instruments composing
arts/culinary arts: cooking, culinary
agriculture: agribusiness, horticulture, forestry, fisheries, agronomy, crop science, animal science, soil science
> study | crops soils livestock farming irrigation
criminal justice: forensic science, forensics, criminology
`, akinStudies)

// akinStudies are fields of study one of which is often said for the other.
var akinStudies = [][]string{
	{"business/commerce", "business/accounting", "business/business administration", "business/finance", "business/economics"},
	{"arts/film", "arts/fine arts", "social/journalism", "arts/fashion design"},
	{"science/biology", "science/biochemistry", "science/biotechnology"},
	{"computing/computer science", "computing/software engineering", "computing/computer engineering"},
	{"computing/data science", "computing/data analytics"},
	{"science/statistics", "science/mathematics"},
	{"engineering/chemical engineering", "engineering/petroleum engineering"},
	{"engineering/petroleum engineering", "science/geology"},
	{"computing/robotics", "engineering/mechanical engineering", "engineering/electrical engineering"},
	{"computing/computer engineering", "engineering/electrical engineering"},
	{"agriculture", "engineering/agricultural engineering"},
}

// levels of study.
var levels = newTaxonomy(`
language: english course, language course, esl, english classes, english program, intensive english, language school, english language, english school, english institute, language program, language training, only english, learn english, improve my english
associate: associate's, associates, community college degree, two year college, community college, associate degree, two years college, junior college
bachelor: bachelor's, bachelors, undergraduate, bsc, bs, ba, btech, b tech, beng, b e, bba, first degree, undergrad, freshman, barch, bsn, four year degree, be, llb, bachelor degree, baccalaureate, licenciatura, sophomore, honours degree, bcom, b com
master: master's, masters, ms, msc, ma, mba, mtech, graduate degree, meng, mph, m s, m sc, mfa, llm, postgraduate, post graduate, graduate program, graduate programme, pg, mcom, m com, maestria, second degree, masters degree
doctorate: phd, doctoral, ph d, dphil, doctor of philosophy, doctor degree, doctorate degree, phd student
~none: no degree, without degree, without a degree, anybody can do it, anyone can do it, don't need degree, not need any degree, no need of degree, no qualification, any degree
~unfinished: dropped out, dropout, self taught, never graduated, have no degree, have no diploma, don't have a diploma, don't have a degree, don't have any degree, did not graduate, didn't graduate, never finished
diploma: hnd, certificate, technical certificate, higher national diploma, polytechnic diploma
`, nil)
