/** French. What stands in one line is asked for as if it were one thing. */
export const french = `
logement, appartement, appart, studio, maison, hébergement, habitation, chez moi
résidence universitaire, chambre étudiante, foyer, cité universitaire, cité u, chambre crous, logement étudiant, résidence étudiante
colocation, coloc, colocataire, partager un logement
propriétaire, proprio, bailleur, agence immobilière
loyer, location, louer
bail, contrat de location
dépôt de garantie, caution
garant, se porter garant, cautionnement, garantie
préavis, congé, quitter le logement, quitter appartement, résilier le bail, rendre le logement, rendre les clés
déménager, déménagement, changement d'adresse, changer d'adresse, nouvelle adresse
arnaque, escroquerie, fraude, fausse annonce, arnaqueur, faux, escroc
aide au logement, allocation logement, apl, aide personnalisée, aide loyer
aide, allocation, prestation, soutien
électricité, courant, énergie, edf
état des lieux, inventaire
assurance habitation, assurance logement, assurer mon logement, assurance appartement
médecin, docteur, généraliste, toubib
dentiste, dent, dentaire, mal aux dents
hôpital, clinique, hospitalisation, hospitalisé, opération
urgence, urgences, ambulance, accident, pompiers
pharmacie, pharmacien
médicament, cachet, médoc, traitement
lunettes, opticien, lentilles, vue
vaccin, vaccination, vacciner, piqûre
contraception, contraceptif, préservatif, capote, pilule
grossesse, enceinte, maternité, accouchement, accoucher, bébé à naître
psychologue, psy, santé mentale, dépression, déprimé, thérapie, psychiatre, angoisse, mal-être, psychologique
vih, ist, mst, sida, infection sexuelle
suicide, suicidaire, me tuer, mourir, en finir
assurance maladie, sécurité sociale, sécu, couverture santé, couverture maladie, assurance santé, protection sociale
complémentaire, mutuelle
remboursement, rembourser, remboursé, être remboursé, récupérer
prix, coût, tarif, coûter, montant, payer, frais
taxe, contribution, impôt, cotisation
gratuit, gratuitement, sans payer
pas cher, réduction, tarif réduit, réduit, bon marché
plus d'argent, sans argent, pas d'argent, difficultés financières, dettes, problème d'argent, aide financière, fauché
bourse, boursier, allocation de recherche
travail, emploi, job, boulot, travailler, bosser, petit boulot
employeur, patron, entreprise
études, étudiant, étudier, étudiante
université, fac, faculté, école
doctorat, doctorant, thèse
chercheur, chercheuse, scientifique, postdoc, post-doctorant
stage, stagiaire
salaire, paie, paye, rémunération, smic
bulletin de salaire, fiche de paie, bulletin de paie
compte bancaire, compte en banque, compte courant
rib, iban, coordonnées bancaires
refus, refuser, refusé, rejeté
permis de conduire, conduire, permis voiture, voiture
bus, métro, transports en commun, transport, tram, vélo
téléphone, portable, mobile, forfait, carte sim, puce
internet, wifi, box
repas, manger, déjeuner, restaurant universitaire, resto u, cantine, nourriture
sport, gym, fitness, foot, piscine, musculation
culture, cinéma, ciné, concert, musée, théâtre, sorties, loisirs
cours de français, apprendre le français, cours de langue
titre de séjour, carte de séjour, permis de séjour
renouveler, renouvellement, prolonger, prolongation
expirer, expire, périmé, expiré
valider, validation, activer
rendez-vous, rdv, réserver
préfecture, immigration, service des étrangers
perdu, perte, perdre, égaré
volé, vol, voleur, voler, cambriolage, cambriolé, pickpocket
violence, agression, agressé, frappé, frapper, battre, menacé, harcèlement, viol, coups
discrimination, racisme, raciste, discriminé
conjoint, mari, épouse, époux, femme, compagne, compagnon, marié
enfant, gosse, bébé, fils, fille, nouveau-né
mineur, moins de 18 ans
traduction, traduire, traducteur
document, papier, justificatif
attestation, certificat, preuve
britannique, royaume-uni, anglais, angleterre, brexit
européen, union européenne, ue
arriver, arrivée, premiers pas, première semaine, premiers jours, nouveau
quitter la france, départ, partir de france, rentrer dans mon pays
carte vitale, carte de santé, carte verte, carte de sécu, carte d'assuré
diplôme, diplômé, fin d'études, master
recherche d'emploi, chercher un emploi, chercher du travail, trouver un travail
voyager, voyage, sortir de france
aide, conseil
déclaration d'impôts, déclarer mes revenus, déclaration de revenus, impôt sur le revenu
nuit, soir, week-end, dimanche
numéro de sécurité sociale, numéro de sécu
`;
