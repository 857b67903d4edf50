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
`;
