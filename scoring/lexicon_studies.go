package scoring

// studies are fields of study, as lines of the same kind as those of jobs. Source:
// the CIP titles most F-1 and H-1B applicants hold, with the short forms they say.
var studies = newTaxonomy(`
~computing!?: computers, computer field, it field
computing/data science: data sciences, data science and analytics, ds
computing/data analytics: business analytics, analytics
computing/artificial intelligence: ai, machine learning, ml, deep learning
computing/computer science: comp sci, compsci, computer, cs, computing, computer sciences, informatics, cse, computer science and engineering, computer applications, mca, bca, computational science
computing/software engineering
computing/information technology: it, i t, information systems, mis, management information systems
computing/cybersecurity: cyber security, information security
computing/computer engineering
computing/robotics: mechatronics
~engineering!?: engineering
engineering/electrical engineering: electronics, electronics and communication, ece, eee, electrical, electrical and electronics, telecommunication, telecommunications, vlsi, power systems
engineering/mechanical engineering: mech, mechanical, automotive engineering
engineering/civil engineering: civil, structural engineering, transportation engineering, geotechnical engineering
engineering/chemical engineering
engineering/biomedical engineering: bioengineering
engineering/industrial engineering: manufacturing engineering, production engineering
engineering/aerospace engineering: aeronautical engineering, aeronautics
engineering/petroleum engineering: petroleum
engineering/environmental engineering: environmental science
engineering/materials science: material science, materials engineering, metallurgy, metallurgical engineering, ceramics engineering
engineering/naval architecture: marine engineering
engineering/agricultural engineering
engineering/mining engineering: mining
~business!?: business studies
business/business administration: biz admin, mba, business, bba, business management, management, administration
business/finance: financial engineering, banking
business/accounting: accountancy
business/economics: economic, econ
business/marketing
business/commerce: bcom, b com, mcom, m com
business/supply chain: supply chain management, logistics
business/project management
business/human resources: human resource management, hr
business/hospitality: hotel management, hospitality management, tourism, hotel and tourism
business/actuarial science: actuarial
~health!?: medical field, health sciences, health care
health/public health: mph, epidemiology
health/nursing: nurse, bsn, to be a nurse
health/pharmacy: pharmaceutical sciences, pharmacology, pharmd, pharmaceutics
health/medicine: mbbs, md, mbbch, doctor of medicine
health/dentistry: dental, bds, dental surgery
health/veterinary medicine: veterinary
health/nutrition: dietetics, food science, food technology
health/physiotherapy: physical therapy
health/health informatics: health information management, medical informatics, health information
health/medical laboratory science: laboratory science
~science!?: sciences, natural sciences, pure science
science/biology: bio, biological sciences, microbiology, life sciences, marine biology, zoology, botany, molecular biology, genetics
science/biochemistry
science/biotechnology: biotech
science/chemistry: chem, organic chemistry
science/physics: astrophysics
science/mathematics: pure maths, maths, math, applied mathematics
science/statistics: applied statistics, biostatistics
science/geology: geosciences, earth science, geophysics, petroleum geology, hydrogeology
science/geography: gis
~social!?: humanities, social sciences, arts
social/psychology: psych
social/law: llm, legal studies, llb
social/education: teaching, pedagogy, tesol
social/english: english literature, linguistics
social/political science: poli sci, politics and government, international relations, politics, public policy, public administration
social/sociology: anthropology
social/journalism: mass communication, media studies, communication, communications
~social/history: history degree, in history, study history
social/philosophy
social/social work
social/theology: divinity, religious studies
~arts!?: art school
arts/architecture: landscape architecture
arts/fine arts: art, design, graphic design, ceramics, painting, sculpture
arts/film: film directing, film making, filmmaking, film production, cinema, directing
arts/fashion design: fashion
arts/music: piano, violin
arts/culinary arts: cooking, culinary
agriculture: agronomy, crop science, animal science, soil science
criminal justice: criminology
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
diploma: hnd, certificate, technical certificate, higher national diploma, polytechnic diploma
`, nil)
