package scoring

// concepts are what officers speak of, with the words for it. A word may stand for
// several; a concept's own name is one of its words.
const concepts = `
who: who's whose whom
any: anyone anybody someone somebody anything ever nobody noone
what: what's what'll what'd which
how: how's how'd
when: when's
date: dates month months day year years
where: where's where'd town place city cities
city: cities town stops stop
country: countries
much: amount figure sum total
many: number several
long: duration nights weeks days length time
why: reason
you: your you're you've you'll yours yourself you'd
they: they'll they're
she: he her his him they them their they're she's he's
he: she he's she's his her him
go: going goes travel travelling traveling trip visit visiting fly flying flight leave heading off take takes
visit: visiting see seeing meet meeting
stay: staying stays sleep living live nights accommodation hotel put
buy: buying bought
ticket: tickets flights booked booking reservation
back: return returning returned home
come: coming comes came packing along accompany accompanying accompanies
with: along together
alone: yourself solo
do: doing does
occupied:
pay: tab picking treating sponsoring charge sponsorship expense send sending sends pays paying paid fund funds funding funded sponsor sponsors sponsoring sponsored cover covers finance finances financing financed bill pocket foot footing bear bears afford support buy buying behind
money: cash funds
spend: budget cost costs costing expense expenses price estimate spending
earn: clears netting making income's remuneration gross earns earning salary wage wages income paycheck compensation stipend making
month: monthly
hour: hourly hours
rate: per
stipend: allowance pocket
account: balance bank saved savings aside
saved: savings aside save
deposit: lump deposits credit credited transfer
loan: loan's loans lend lending lent borrow borrowed debt debts owe
scholarship: scholarships aid assistantship grant
job: role work working works occupation profession living employed employment position career trade
work: working works worked job
title: designation role hired
duty: duties responsibilities tasks
day: typical normal
employer: organisation organization outfit company firm boss employers companies employs hire hired hires petitioner petitioned petition
since: start started begin joined
leave: break approval off vacation holiday holidays
staff: employees employ people workers
sell: selling make product products
own: owner owns
house: home property land apartment flat
relation: related relationship relative
kin: father father's mother mother's dad dad's mom parents parents' uncle uncle's aunt aunt's brother brother's sister sister's husband husband's wife wife's spouse spouse's son son's daughter daughter's sponsor sponsor's
parent: father mother dad mom parents father's mother's dad's parents' folks
sibling: siblings brother brothers sister sisters brother's sister's
spouse: better husband wife husband's wife's spouse's partner
child: daughters sons infant children kids kid son daughter baby children's child's kid's son's daughter's
host: hosts hosting
cousin: cousins uncle uncles aunt aunts
family: relatives relative relations kin
married: mrs mister missus marry single marital wedded divorced
immigrate: immigration immigrant green
file: filed paperwork papers petition petitioned sponsor
lottery: lotteries dv diversity
visited: been visits trips travelled traveled abroad
before: earlier previous previously last past again prior ago
overstay: over-stay overstaying overstayed late longer beyond expired
refuse: refusing turn refused refusal refusals denied denial reject rejected rejection rejections turned down no
visa: stamp stamped visas embassy consulate
other: else another elsewhere besides others
arrest: arrests offence offense crimes arrested police convicted law court crime charge jail
form: application ds160 160 ds petition's
fees: fee tuition
assist: assists assisting help helps helping contribute contributes contributing sponsor sponsors
fill: filled typed prepared prepare preparer completed wrote submitted help helped yourself
passport: passports
lose: lost stolen old
nationality: nationalities citizenship citizen passport
born: birth birthday age old
school: institute academy uni university universities college schools colleges campus
study: studying studied studies major field course program programme masters degree subject enroll enrolling
level: bachelor's master's bachelors masters phd undergraduate graduate doctorate masters
apply: applied applications try tried
admit: admitted accepted admission took admissions accept accepts
start: starts begin begins beginning
finish: done end ends finished complete completed graduate graduation over ending
after: afterwards once plan plans future
bill: tab bills expenses charges
plant: factory site supplier seller exhibitor plants
score: toefl ielts gre duolingo test scores exam gmat
grade: gpa grades marks percentage cgpa result results
gap: break idle gaps between
match: matched
specialty: speciality department residency field
hospital: center centre facility hospitals clinic
program: programme training residency course
train: training trained trains
step: steps usmle exams examinations attempts attempt
certified: ecfmg certificate certification
medical: medicine mbbs md
rule: 212 212e two
held: hold waiting kept keep guaranteed
resign: resigned quit
rotation: rotations observership observerships elective externship clinical
licence: license licensed licences drive driving
need: ministry government letter statement
bond: contract obligation obligations oblige agreement owe
supervisor: pi boss professor supervise supervises adviser advisor lab mentor
research: topic project thesis
agency: organisation sponsor
wage: salary pay earn
remote: wfh telework remotely hybrid office
client: end-client site clients customer customers
vendor: vendors middle between
manager: boss report supervisor reports
big: size small large
require: required requirement minimum need needs requires
education: diploma schooling qualification qualifications degree degrees educational background
experience: years experienced
bench: benched unpaid gap status
kind: transferred extended amended renewed transfer extension change amendment renewal
valid: validity expire expires run runs
until: till
area: underserved shortage rural
waiver: waivers conrad
attending: fellowship residency fellow faculty
insurance: insured
military: army serve served service
language: languages
housing: accommodation room dormitory
sit: site onsite placed located
petition: petitions 140 797
publication: publications papers published
post: consulate
depends: depend depending dependent dependents dependant dependants relies rely
wait: waiting waits left
join: joining joins
connection: connected
us: america american states usa
there: over
heldclass: l1 l1a l1b h1b h4 h2b tn o1 e2 e3
choose: chose chosen pick picked select selected decide decided
fail: failed failure failures flunk flunked
summer: season
boards: board
lately: january february march april june july august september october november december ago yesterday
`

// lineFields says by which concepts of a sentence a field is asked for: one of the
// entries, with all its concepts in any order. An entry gives way to another that
// the sentence holds too and that says more ("job" to "kin job").
const lineFields = `
trip.purpose: plan there | plan over there | plan us | fragment for | what brings | what takes you | business or tourism | what occasion | fragment why | purpose | why go | why us | why there | what do there | what do us | what go us | what go do | what bring
trip.length_of_stay: fragment for | fragment long | how many stay | how long stay | how long there | how many day | how much long there | many nights | how long trip | how long us
trip.arrival_date: fragment when | when go | when arrive | date go | when leave | when you travelling
trip.departure_date: when back | when come back | when back country | date back | when leave us | when go back
trip.bookings: ticket buy | ticket booked | flights booked | ticket yet | any booked | booked already | reservation | have ticket | ticket paid
trip.places: fragment where | where go | cities | itinerary | city visit | city other | places visit | where visit
trip.us_address: place to live | place to stay | where there | where stay | who house | where live there | hotel | stay with who | address | house there | where sleep
trip.payer: kin chips | kin assist | kin contribute | fragment bill | fragment cover | who give money | who pay | pay trip | pay ticket | pay for | you pay | pay yourself | who money | where money | who pocket | kin buy | pay bill | spend pay
trip.cost_usd: how much it | fragment much | much spend | spend | how much cost | what spend | trip spend
employment.monthly_income: how the pay | they give month | give you month | you pension | how much they pay you | what your wage | pay month | month make | much make | much you make | what bring home month | you take home | how much take home | that bring | what live from | what live on | bring home | you paid month | how much paid | make year | make month | you earn | earn month | how much earn | how much you earn | earn
finance.liquid_funds: got money | other money | funds | proof money | show money | account | saved | how much account | what account | how much money | how much have | how much available | money have | proof funds
finance.large_recent_deposits: deposit | large deposit | big deposit
employment.title: job | what kind job | what sort job | line work | what your line | line business | what occupied you | your job | title | what job | do for living | as what | work as | fragment do what | what at place do
employment.occupation: job | what kind job | what sort job | what job | what occupied you | your job | occupation | do for living
employment.employer: who work for | where work | employer | your company | which employer | where employed | company work | work now | which school teach | name shop | who are with you
employment.start_date: how long doing | how long been do | how long been there | how long work | since work | since when | when start work | when joined | since with | how long there job | how long company | how long employer | how long with them
employment.leave: leave | leave approved | day off | how many leave | time off | boss leave
employment.business: how many staff | sell | your business | what sell | who runs | staff | your shop
employment.duties: your duties | what do job
employment.previous: before job | where work before | job before | previous employer | employer before | last job
employment.gaps: since finish | do since | gap | since graduate | what been | between jobs
us_contact.name_or_org: which hospital | who plant | which plant | who visit | who meet | who invited | who host | who there see
us_contact.relationship: how you two know | what connection | how they know you | boyfriend | girlfriend | fiance | partner us | partner there | seeing someone | how relation | what she you | who she you | relation host | how know host | how know | relation
ties.plan_after: what next | will do with degree | what do with degree | use degree after | and next | next step | do next | planning immigrate | planning stay | going immigrate | plan immigrate | want immigrate | intend immigrate | plan stay | want stay | why back | come back | return | what back | will return | know return | after | what after | after finish | keep you here | brings back | happens after | future | stay there permanently | see yourself | then what | where you be years | where you be when | where you be after | where you be then | where you be next | once degree | ten years you | five years you | intend return | intend stay | intention | settle there | training finish | long term | programme finish | degree gets you | degree get you | use degree | and when finish | what do when finish | will you go back | will you home
ties.return_role: which school back | which hospital back | which company back | which employer back | come back job | job when back | want you back | employer know | job held | position held | post held | job back | resign | leave or resign | job after back | still job | hospital back | take back | job waiting | position back
ties.obligations: bond | obligation | waiting for you | agreement return | come back after
ties.property: own here | assets | own house | property | house own | house yours | who own house | own rent | you rent | land
ties.family_at_home: who left behind | who behind | who live with you | who with you | who live you home | who stay here | family here | who home | who else here | family behind | family remain | who remain | who wait home | any wait home | any come back | who come back
trip.companions: both you go | both you travel | both you fly | who family | who other ticket | who go with | with who go | all go | everyone go | you child come | you child join | you child travel | kin come | kin travel | kin join | how many of you | who else go | you two | come with | who come | any come | any go with | alone | by yourself | family go | kin go | go with you | going together | come along | group go | go group | any join you | companions | who family go
identity.marital_status: boyfriend | girlfriend | fiance | married | are you single
family.spouse: spouse us | spouse there | family with you | family come | family go | spouse come | spouse travel | what you spouse do | spouse do | spouse job | what spouse | spouse | spouse go | spouse where | what your spouse job | your spouse job
family.children: ~ofyours | family with you | family come | family go | child | many little | how old little | many child | how old child | where child
family.parents: parent do | parent job | parent | parent retired | where parent
family.siblings: where sibling | sibling study | sibling | sibling where | many sibling | sibling do | only child
family.dependants_supported: live your money | living your money | any live money | who live money | depends | you support | support family | look after you any
family.us_immediate_relatives: stay alone | who live with | who stay with | kin visa | what kin do kin visa | where kin | kin citizen | kin do there | people there | people us | stay with who | family us | family there | any us | any there | any family us | sibling there | sibling us | kin us | kin there | who us | who there | status there | any live us | parent us | spouse us | kin status | kin legally
family.us_other_relatives: people there | people us | cousin | cousin there | cousin us | family us | family there | any us | any there | any live us | relative there
us_history.immigrant_petition: kin file you | immigrate file | petition file | immigrate petition | green card | immigrate | 140 | filed for you
us_history.dv_lottery: lottery
other_travel.countries_5y: where else did travel | been out | been outside | ever out | outside country | country | travelled | travelled before | travelled years | country visited | other country visited | visited other | where else visited | travelled other | visited abroad | passport country
us_history.visits: any visited | us before | there before | visited us | visited there | been before | us last | trip us before | when us | go us before | last trip | you there when | visited before | how many trips us | earlier trip | been over
us_history.overstay_or_status_violation: overstay | stay past date | stay past | leave on time | stay overstay | out of status | out status
us_history.unauthorized_work: pay there | work there before | work us | work without permission | paid visiting | pay anything there
us_history.prior_refusals: you here before | second time here | third time here | time trying | interviewed | you again | they tell you | they say last | what happened | interviewed before | last interview | application before | refuse | apply visa | many apply visa | reason give | what changed | visa refuse | embassy refuse | us refuse | first apply | apply visa before | ever apply | apply before | first application | you apply lately | you apply last | you here lately | you here last
other_travel.refusals: country refuse | other country refuse | other refuse | canada refuse | uk refuse
us_history.prior_visas: been l 1 | been h 1b | been heldclass | had heldclass | had h 1b | had l 1 | were heldclass | were h 1b | visa before | visa held | last visa | visa give before | visa had | what visa | visas
us_history.prior_j1: j1 before | j 1 before | j1 | exchange before | j 1
us_history.visa_cancelled_or_revoked: visa cancelled | visa revoked | cancelled | revoked
us_history.esta_denied: esta
us_history.ssn_or_license: social security number
security.arrests: arrest | trouble law | police
security.misrepresentation: false | fake | genuine
application.preparer: who fill | fill form | fill yourself | who form | help form | who typed
application.ds160_submitted_on: when form | submitted form | confirmation page
passport.lost_or_stolen: lose passport | passport old where | lost passport | passport stolen
identity.other_nationalities: other nationality | other citizenship | second nationality | other passport
identity.nationality: nationality | what nationality | citizen
identity.country_of_residence: where live | live country
identity.residence_since: how long live | how long live here | since live here
identity.dob: born | how old you | date born | your age
additional.military: military | serve military
additional.languages: language
additional.special_skills: weapons | explosives | pathogens
finance.sponsors: much clear | kin swing | kin manage it | kin afford | kin chips | kin assist | how this pay | how you paying | fees | where fees | fees come | kin help | kin help you | kin helping | who responsible | who carries | kin make | he make | much kin make | she make much | how much he make year | kin paid | much he make | kin retired | who give money | give money | who pay | pay study | pay school | kin pay | sponsor | who sponsor | where money | who money | who pocket | kin earn | you kin earn | he earn | how much he earn | where money come | you kin job | kin job | kin do | how much kin earn | kin business | sponsor do | sponsor earn | pay for | help you pay | kin still working | what kin do | kin what job
finance.sources: pay agency | you pay agency | much you pay agency | pay fee | much you pay fee | where money | where money come | sold pay | money come | money from | live on
finance.loan: loan whom | loan who | loan | loan approved | bank loan | which loan | who loan
finance.scholarship: something from university | something from school | something from college | help from university | help from school | money from university | money from school | university something | full ride | full funding | fully funded | scholarship | school assist | school give | school pay | school fund | school money | give funding | any scholarship
f1.funding_year1: where rest | school assist | cover rest | school pay | scholarship | split | who pay first year
f1.school: fragment where | school | which school | where study | what school | where admit | where go study | where get in | which choose | what choose | who 20 | where enrolling
f1.major: what will you work on | what you work on | fragment for | be learning | what learning | what learn | reading what | what be reading | which subject | admit for | study | major | what study | degree in | study what | fragment in what | level in | what will you read | which department | what you do there
f1.level: which degree | what degree | level | study level | bachelor or master | undergrad or
f1.cost_year1: how much it | fragment much | spend | tuition | total 20 | i20 | figure 20 | on 20 | much tuition | first year spend | total year | cost year
f1.start_date: fragment when | when start | when class | start study | class start | program start | when program | report date
f1.end_date: fragment long | when finish | finish when degree | degree end | how long study | how long program | how many years degree | when graduate
f1.schools_applied: many apply | apply school | other school | school apply | school admit | where else apply | school refuse | other admit | where other | other apply | other take
education.tests: english | pte | score | english score | what score | english test
education.institutions: where did study | undergrad | fragment study | grade | when doctorate | when phd | what grade | when finish school | when graduate | what did study | degree | finish doctorate | phd finish | when finish
f1.work_plan: income student | income study | income while | work there | intend work | will you work | work during | take job | job during | work campus | work after | work study | find work | job there | work while | plan work | hope work | practical training | look job us
f1.campus: which town living student | where living student | town student | city school | where school | where campus | city campus | what city | which state
f1.prior_us_degree: study us before | us degree | american degree | study before us | degree us
f1.sevis_status: sevis | starting or continuing | new or continuing | new student | returning student | continuing student | transferring | transfer student | kind 20 | same school
jp.specialty: fragment to do | new job | plan over there | plan there | plan us | fragment for | doing what | specialty | match what | what match | match in | what specialty | which department | train in | which fellowship | what fellowship | which residency | what residency | kind residency | branch medical | kind doctor | what doctor | area train | letter which specialty | field match | fragment in what | branch
jp.program: name program | name programme | program called | fragment where | where headed | where go | going where | hospital | which hospital | what hospital | program where | where train | where residency | where match
jp.program_length_years: fragment long | how long program | how many years program | how many years train | how long train | program years | how long residency | how long specialty
jp.pgy_level: pgy | year program | intern | which year | first year | second year | year training | what year training
jp.match_year: which year match | when match | when match | outside match | which match year | match year
jp.stipend_usd: how the pay | they give | they give you | what do they give you | how pay | the pay | what pay | much paid | hospital paying | make you | earn | fragment much | fragment pay | stipend | how much stipend | hospital pay | pay you | salary | they pay | how much earn | how much pay
jp.ecfmg_certified: certified | ecfmg
jp.usmle: step | pass step | fail step | failed attempts | how many attempts | step score | exams pass | step first | any fail
jp.medical_school: which school | which university | medical school | medical study | which school medical | where medical | graduate medical | when graduate | where graduate | year graduation
jp.statement_of_need: need letter | letter specialty | statement need | ministry | need issued | need country | need specialty | government letter
jp.home_licence: practise country | practice country | practise home | practice home | licence | licence here | practise here | practice here
jp.us_clinical_history: rotation | hospital before | us hospital | clinical | observership | hospital us | clinic | us experience | work hospital there | hospital us
jp.publications: you write | you publish | publication | how many papers | how many publication
jp.last_permanent_residence: permanent residence | last residence | which country back | where two years | country back
j1.subject_212e: skills list | home requirement | home two | before green card | straight green card | directly green card | waiver | can't change status | can't stay | cannot stay | residence | home residence | residence requirement | rule | two years home | 212 | two year | subject to | rule apply | come home two
j1.subject_212e_basis: why rule | why apply | why subject | rule why
j1.category: kind program | exchange category | which exchange | what exchange | j1 category | what kind exchange | type program | what j 1 for
j1.sponsor: who sponsor | program sponsor | issued ds2019 | issued 2019 | visa sponsor | agency | your sponsor
j1.host: where headed | where go | going where | host | who host | which lab | which institution | where research | who invited | fragment where | where lab
j1.host_city: where headed | where go | fragment where | host city | where host | where lab | where live there | which city
j1.start_date: fragment when | when start | dates | when program | dates 2019 | start date | report date | when begin
j1.end_date: when finish | when end | dates | how long program | how long stay | when go home | how long internship | extend | how long there
j1.funding: who wage | wage from | grant from | who grant | who scholarship | scholarship from | who give grant | who give money | give money | fragment pay | who pay | who fund | pay for | stipend | where money | who money | pay program | pay you | money behind | research pay
j1.supervisor: supervisor | who supervisor | who manager | who invited | professor
j1.research_topic: what do you at | what do you there | what will do you | what you doing at | what you doing there | research | what research | what work on | research about
j1.insurance: insurance
jw.employer: which business hired | what business hired | employer | which employer | where work | who employer | where job | who hired | which company | hired you | where train | firm train | who work for | which hotel | which restaurant
jw.job: fragment to do | duty | train in | be train | what train | have you do | what go do where | what go do where | what do you there | job | what do there | what job | what work | do all day | title | your job | what work be | do at | doing at | fragment do what | as what | what will do | what kind work | what want do | do summer
jw.hours_per_week: hour | how many hour | hour week | long week | working week
jw.pay: how the pay | they give | they give you | what do they give you | how pay | the pay | much paid | you paid | earn | fragment much | fragment pay | pay hour | how much earn | how much pay | hour rate | what pay | stipend | they pay | pay you | pocket money | earn
jw.housing: housing | where stay | where live there | who arranged housing | where sleep | house there
jw.home_university: when school start | school start | classes start | school now | still school | student | you student | school finish | year study | school here | what year school | final year | graduate when | back school | term start | degree left | which year school | still student | finish this year
jw.degree_and_experience: worked before | work before | school finish | finish school | experience | finish degree | how long experience | graduate | done degree | what degree | field experience | background | what study | your degree
jw.host_family: where family | family city | many little ones | host family | many child | how old child | family live | child look | how many child look
jw.childcare_hours: been child before | child before | around child | child experience | hour childcare | many hour childcare | experience child | hour child | babysitting | how much babysitting | child hour done
jw.driving_licence: licence | drive
h1b.petitioner: employer | which employer | who employer | your company | who petition | who sponsor | name company | company name | what company | work for who | who work for | who paycheck
h1b.job_title: you manage people | you manage any | you manage team | title | job title | your job | position | what job | hired as | what title | as what | hiring as | hired what
h1b.duties: what your part | your part it | what do you there | what will you do | product work | day to day | project | duty | what do there | normal day | working day | day work | do for them | what do you | your work | what will do | your job | do every day | what do for | what want do | about job
h1b.wage_usd: how the pay | they offering | how pay | the pay | they paying | much paid | much make | what make | earn | fragment much | fragment pay | wage | pay you | they pay | your salary | how much earn | what pay | lca pay | offer letter figure | figure letter | earn you
h1b.wage_level: wage level | level job
h1b.worksites: where show up | what do us | sit client | where based | where located | commute | fragment where | where work | where office | worksite | office report | which office | where sit | location | which city work | where job
h1b.work_model: go client | go hospital | go plant | where show up | many days go | many days there | many days office | many days week | sit client | sit | in person | remote | work home | from home | go office | remote work | sit where
h1b.end_client: deployed | placed | who sit | client | end client | who client | which client | client name | whose plant
h1b.third_party_placement: any client | no client | client site | placed client | sit client | work client | at client
h1b.vendor_chain: vendor | between client | middle client | vendor client
h1b.manager: who manager | manager | report to | who assigns | who supervisor | who boss | who answer
h1b.employer_size: fragment big | how big | how many staff | how big employer | how many people | size company | big employer | staff employer
h1b.employer_business: what business | what employer do | employer business | what company do | company do | employer sell | product
h1b.degree_required: require education | require degree | degree need | without degree | education job | degree job
h1b.degree_held: subjects | what train | you train | fragment of | fragment school | fragment study | level | education | degree | what degree | what study | your degree | when graduate | what year finish | when finish study | where study | you study | graduate
h1b.experience_years: how long experience | many years experience | experience | how many years field | years in field | years work | how long doing
h1b.previous_employers_us: where were before | work before | employer before | last employer | where work before | previous employer | your employers | opt | before this | other job | where other work
h1b.maintained_status: bench | in status | without pay | extensions on time | status always | kept status
h1b.filed_from: here stamp | here stamping | kind | change of status | consular | renewal | kind petition | transfer or extension
h1b.valid_to: valid | petition until | until when | fragment until | 797 | valid until | validity
h1b.valid_from: when start | petition start
h1b.immigrant_petition: green card | immigrate | 140 | immigrate petition | company immigrate
h1b.cap_exempt: cap | exempt
h1b.proclamation_payment: proclamation | hundred thousand
hp.licence: state board | board licence | licence | state licence | licence state
hp.step3_passed: step 3 | step three | step
hp.employment_type: attending | residency or | position | what position
hp.j1_waiver: get around two years | get around years | waiver | conrad | waiver approved
hp.facility_area: area | shortage area | area like | underserved
social.accounts: accounts | social media | instagram facebook
social.public: public | accounts public
`
