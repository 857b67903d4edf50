/** English. What stands in one line is asked for as if it were one thing. */
export const english = `
flat, apartment, accommodation, housing, home, lodging, studio, place to live
dorm, dormitory, student residence, hall of residence, student room, crous room, campus housing
flatmate, roommate, housemate, flat share, share a flat, shared flat, house share, cotenant
landlord, landlady, owner, letting agency, estate agent
rent, rental
lease, tenancy, rental contract, rental agreement, tenancy agreement
deposit, bond, security deposit, rental deposit
guarantor, surety, cosigner, co-signer, guarantee, guaranty
notice, move out, leave flat, leave apartment, quit flat, end lease, terminate lease, cancel lease
move home, moving home, move house, change of address, new address, relocate, moved
scam, fraud, fake, swindle, cheated, scammer, phishing, con
housing aid, housing benefit, housing allowance, rent subsidy, rent allowance, rent help, help with rent, apl
benefit, aid, allowance, subsidy, assistance
electricity, power, energy
inventory, check-in report, condition report
home insurance, house insurance, renter insurance, flat insurance, apartment insurance
doctor, physician, gp, general practitioner, family doctor, medic
dentist, tooth, teeth, dental, toothache
hospital, clinic, hospitalised, surgery, operation
emergency, urgent, ambulance, accident, casualty
pharmacy, chemist, drugstore
medicine, medication, drug, tablet
glasses, spectacles, lenses, optician, eyewear, eyesight
vaccine, vaccination, immunisation, immunization, jab
contraception, birth control, condom, contraceptive
pregnancy, pregnant, maternity, childbirth, expecting a baby, give birth
psychologist, mental health, depression, depressed, therapist, therapy, counselling, anxiety, psychiatrist, psychological, burnout, lonely
hiv, sti, std, aids, sexual infection, sexually transmitted
suicide, suicidal, kill myself, end my life, want to die
health insurance, health cover, medical insurance, medical cover, health coverage, healthcare, social security, public insurance
complementary, top-up, mutuelle, supplementary, extra insurance
refund, reimburse, reimbursement, paid back, pay back, money back, get back
price, cost, fee, charge, tariff, amount, pay
tax, contribution, levy
free, gratis, no charge, without paying
cheap, reduced, discount, low cost, affordable, reduction
no money, broke, poverty, cannot pay, cannot afford, debt, financial difficulty, money trouble, financial help
grant, scholarship, bursary, stipend, fellowship
job, work, employment, working
employer, boss, company
study, student, studies, studying
university, school, college, faculty
phd, doctoral, doctorate, thesis
researcher, scientist, postdoc, postdoctoral, visiting scholar
internship, intern, trainee, traineeship, placement, work placement
wage, salary, pay, earnings, income
payslip, pay slip, salary slip, wage slip, pay stub
bank account, current account, checking account
bank details, iban, account number
refused, reject, rejected, turned down, deny, denied
driving licence, driver license, driving license, driving permit, licence to drive, drive, car
bus, metro, subway, tram, public transport, transport, underground, bike
phone, mobile, cell phone, cellphone, sim, sim card, phone plan, telephone
internet, wifi, broadband
meal, lunch, dinner, food, eat, canteen, cafeteria, restaurant
sport, gym, fitness, football, swimming, exercise
culture, cinema, concert, museum, theatre, movies, leisure, going out
french classes, learn french, french lessons, french course, language course, language classes
residence permit, residence card, resident card, stay permit, permit, titre de sejour
renew, renewal, extend, extension, prolong
expire, expired, run out, out of date
validate, validation, activate, activation
appointment, booking, book, rendez-vous
prefecture, immigration office, foreigners office, immigration
lost, lose, missing, misplaced
stolen, theft, thief, steal, robbed, robbery, burglary, burgled, pickpocket, stole
violence, attacked, beaten, assault, hit, abuse, harassed, harassment, threatened, rape, aggression
discrimination, racism, racist, discriminated
spouse, husband, wife, partner, married
child, children, kid, baby, son, daughter, newborn
minor, under age, underage
translation, translate, translator, certified translation
document, paper, paperwork
certificate, proof, attestation
british, uk, united kingdom, england, scotland, brexit
european, eu, european union
arrive, arrival, just arrived, first steps, newcomer, first week, first days, new here
leave france, leaving france, go home, return home, depart
health card, carte vitale, insurance card, medical card, social security card
degree, diploma, graduate, graduation
look for work, job search, find a job, job hunting
travel, trip, abroad, fly
help, advice, support
tax return, declare income, income tax, tax declaration
night, evening, weekend, sunday
social security number, insurance number
tell, inform, notify, report, announce, let know, declare
warn, notice, announce
change, switch, modify, exchange, swap
begin, start, commence
bring, join, accompany, come along
forget, forgot, late, missed, deadline, too late, overdue
collect, pick up, fetch, retrieve
prove, proof, show, evidence
apply, request, ask for, application
year, annual, yearly, each year, every year
cancel, close, terminate, end, stop
wait, delay, pending, waiting time
compulsory, mandatory, obligatory, required, obligation, have to
office, desk, counter, agency
opening hours, open, closed
difference, compare, versus
send, post, mail, upload, submit
renewal, renew, expired, expire
sick, ill, illness, fever, cough, flu, cold, covid, pain, ache, hurt, unwell, disease, symptom, infection, allergy, headache, stomach, throat, diabetes, nurse, treatment > doctor, care
specialist, dermatologist, gynaecologist, ophthalmologist, blood test, x-ray, scan > doctor, specialist
bleed, unconscious, heart attack, stroke, breathe, broken leg, broken arm, fracture, burn, fire, wound, injured, overdose, die > emergency, ambulance
cry, sad, unhappy, insomnia, sleep, panic, homesick, alone, overwhelmed, hopeless, exhausted, stress, feel bad > psychologist, mental health
braces, filling, gum, wisdom tooth, jaw > dentist
eye, vision, blind > glasses
hear, deaf, ear > hearing aid
injection, shot, measles, tetanus, booster > vaccine
unprotected, iud, morning after, abortion, sex > contraception
chlamydia, syphilis, gonorrhoea, herpes > sexual infection, hiv
midwife, ultrasound, unborn, due date, expect > pregnancy
antibiotic, painkiller, paracetamol, insulin, inhaler, syrup, prescription, cream > medicine, pharmacy
sleep, live, roof, room, bedroom, homeless, hostel, hotel, airbnb, somewhere to live > housing, accommodation
heating, light, lamp, gas, power cut, blackout, meter > electricity
sign for, vouch, stand in, pay for me, someone to sign > guarantor
leak, mould, repair, furniture, damage, broken, scratch, key, move in > inventory
lawyer, dispute, court, sue, conflict, quarrel, evict, rights > advice
hidden charge, fake flat, send money abroad > scam
waiter, bar, babysit, tutor, delivery, cashier, cleaner, shift, hire, part-time, side job, earn > job, work
allowed, permission, permitted, authorised, forbidden, legal > authorisation, right
unpaid, overtime, fired, dismissed, contract > employer, contract
earn, hourly, per hour, paid > wage
cash, atm, transfer, withdraw, debit card, credit card, cheque > bank account
hungry, starving, penniless, survive, ran out > money problems, financial help, food bank
spend, live on, monthly, per month, cost of living > budget
state, government, treasury, revenue > tax
cook, breakfast, snack, grocery, supermarket, kitchen > meal
call, dial, ring, data, signal, text > phone
train, bicycle, cycle, ticket, ride, commute > transport, bus
basketball, tennis, volleyball, handball, rugby, yoga, dance, climbing, running, judo, boxing, pool, train > sport
film, festival, exhibition, party, show, book, library > culture
speak french, tandem, conversation, grammar > french classes
drive, motorbike, scooter, wheel > driving licence
password, login, sign in, username > franceconnect, account
hacked, sms, link, parcel, customs, email, website, virus > phishing, online fraud
wallet, bag, purse, laptop, bike > stolen, theft
punch, slap, follow, stalk, afraid, scared, danger, touch > violence
black, skin, origin, religion, colour, foreigner > discrimination
girlfriend, boyfriend, fiance, couple > partner, spouse
mother, father, parents, brother, sister, relatives, family > family
school, nursery, kindergarten, childcare > child
plane, airport, landed, landing, settle, get started > arrival, arrived
suitcase, luggage, pack, baggage > bring, documents
holiday, vacation, christmas, come back, return, border, weekend trip > travel
tourist visa, wrong visa, change my mind > change of status
paper, letter, receipt > certificate
seal, legalise, stamp, official > apostille, legalisation
master, bachelor, graduate, finish my studies, after university > degree
company, startup, self-employed, freelance, business > start a company
drop out, give up, quit studies, abandon > gave up studies
seventeen, sixteen, fifteen, teenager, turn eighteen > under 18
for good, forever, final departure, back home > leave france
two years, three years, long card > several years
police check, proof of application > attestation
id card, identity card, foreigner id, alien card, alien registration, brp, biometric card, green card, study permit, resident visa, stay visa > residence permit, residence card
ssn, national insurance number, tax file number, insurance id, health number > social security number
sort code, routing number, swift, bic, bank code, account details > iban, rib
home office, immigration police, foreigners police, immigration service, migration office, visa office, ministry, town hall, city hall > prefecture
medicare, medicaid, nhs, obamacare, public health, national health, state insurance, student insurance > health insurance
urgent care, walk-in, out of hours, er > emergency, evening, doctor on duty
welfare, food stamps, social services, job centre, social benefits, rent support, housing subsidy, rent allowance, housing voucher > housing aid, financial help
council tax, property tax, tv licence > taxe d'habitation
registration fee, enrolment fee, semester fee, semester contribution, tuition, student union fee, activity fee > cvec, contribution
dmv, driving test, international permit, license plate > driving licence
co-pay, copay, excess, deductible, out-of-pocket, uncovered part > small sums, refund
utility bill, residence certificate, address certificate, rent receipt > proof of address
id photo, transcript, police certificate, birth record > documents
registry office, notarised, notary, sworn, certified copy > apostille, sworn translator
payroll, paycheck, paycheque, pay statement, w-2, p60 > payslip
security, damage deposit, key money > deposit
work visa, work permit, working licence > work authorisation, autorisation de travail, work
exit visa, re-entry visa, return permit > visa de retour, travel
family visa, dependant visa, spouse permit, dependent > family reunification, talent famille
landlord reference, co-signer, sponsor, backer > guarantor
`;
