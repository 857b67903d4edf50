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
dire, informer, prévenir, avertir, signaler, déclarer, annoncer
avertir, prévenir, préavis
changer, modifier, échanger, changement
commencer, débuter, démarrer
amener, emmener, rejoindre, accompagner, venir avec moi
oublier, oublié, retard, trop tard, délai, date limite
récupérer, retirer, chercher, retrait
prouver, preuve, justifier, montrer, justificatif
demander, demande, postuler, solliciter
année, annuel, chaque année, tous les ans
annuler, fermer, résilier, clôturer, arrêter
attendre, attente, délai
obligatoire, obligé, obligation, forcé
bureau, guichet, agence, accueil
horaires, ouvert, fermé, ouverture
différence, comparer
envoyer, poster, transmettre, déposer
malade, maladie, fièvre, toux, grippe, rhume, covid, douleur, mal, symptôme, infection, allergie, ventre, gorge, tête, diabète, infirmière, soigner > médecin, soins
spécialiste, dermatologue, gynécologue, ophtalmologue, prise de sang, radio, scanner > médecin, spécialiste
saigner, inconscient, infarctus, avc, respirer, jambe cassée, fracture, brûlure, feu, blessé, overdose > urgence, samu
pleurer, triste, malheureux, insomnie, dormir, panique, seul, déborder, épuisé, stress, mal du pays > psychologue, santé mentale
appareil dentaire, plombage, gencive, dent de sagesse > dentiste
œil, yeux, vision, aveugle > lunettes
entendre, sourd, oreille > audition, appareil auditif, hearing
injection, rougeole, tétanos, rappel > vaccin
non protégé, stérilet, lendemain, avortement, sexe, ivg > contraception
chlamydia, syphilis, gonorrhée, herpès > ist, vih
sage-femme, échographie, attend un bébé > grossesse
antibiotique, paracétamol, doliprane, insuline, ventoline, sirop, ordonnance, crème > médicament, pharmacie
dormir, vivre, toit, chambre, sans-abri, auberge, hôtel, airbnb, me loger, habiter > logement
chauffage, lumière, lampe, gaz, panne, coupure, compteur > électricité
signer pour moi, signe pour, payer pour moi, se porter fort > garant
fuite, moisissure, réparation, meubles, dégâts, cassé, rayure, emménager > état des lieux
avocat, litige, tribunal, procès, conflit, dispute, expulser, droits > conseil
serveur, bar, baby-sitting, cours particuliers, livraison, livreur, caissier, ménage, embaucher, temps partiel, gagner > travail, job
autorisé, permission, droit de, interdit, légal, permis de > autorisation
impayé, heures supplémentaires, viré, licencié, contrat > employeur, contrat
gagner, heure, taux horaire, payé > salaire
liquide, espèces, virement, retrait, carte bleue, chèque > compte bancaire
faim, affamé, ruiné, survivre > banque alimentaire, problème d'argent, aide financière
dépenser, vivre avec, mensuel, par mois, coût de la vie > budget
état, fisc, trésor > impôt
cuisiner, petit-déjeuner, courses, supermarché > repas
appeler, téléphoner, numéro, réseau, data > téléphone, forfait
train, bicyclette, billet, trajet, ticket > transport, bus
basket, tennis, volley, handball, rugby, yoga, danse, escalade, courir, course à pied, judo, boxe, natation > sport
film, festival, exposition, fête, spectacle, livre, bibliothèque > culture
parler français, conversation, grammaire > cours de français
rouler, moto, scooter, volant > permis de conduire
mot de passe, identifiant, connexion, se connecter > franceconnect
piraté, sms, lien, colis, douane, mail, site, virus > arnaque, fraude
portefeuille, sac, ordinateur, vélo > vol, volé
gifle, poursuivre, suivre, peur, danger, toucher > violence
noir, peau, origine, religion, couleur, étranger > discrimination
copine, copain, fiancé, fiancée, couple > conjoint
mère, père, parents, frère, sœur, proches > famille
école, crèche, maternelle, garde > enfant
avion, aéroport, atterri, débarquer, installer > arrivée, arriver
valise, bagage, emporter, apporter > documents, apporter
vacances, noël, revenir, retour, frontière > voyager
visa touriste, mauvais visa > changement de statut
papier, lettre, reçu > attestation
cachet, tampon, légaliser, authentifier > apostille, légalisation
licence, diplômé, finir mes études, après la fac > diplôme
société, auto-entrepreneur, indépendant, boîte > créer une entreprise
abandonner, arrêter mes études, laisser tomber > abandon des études, arrêt des études
dix-sept ans, seize ans, ado, adolescent, majorité > mineur
définitivement, pour toujours, départ définitif > quitter la france
deux ans, trois ans, quatre ans > pluriannuelle
contrôle de police, preuve de dépôt > attestation de dépôt, récépissé
carte d'identité, carte d'étranger, permis d'études, visa de résidence, carte de résident, permis de résidence > titre de séjour, carte de séjour
numéro national, nas, numéro d'assuré, matricule, numéro cnss > numéro de sécurité sociale
swift, bic, code banque, relevé bancaire, coordonnées du compte > rib, iban
police des étrangers, service d'immigration, wilaya, commune, mairie, ministère > préfecture
ramq, cnss, cnam, amo, sécu étudiante, assurance publique, assurance étudiante > assurance maladie, sécurité sociale
sans rendez-vous, garde, sos > urgences, médecin de garde
aide sociale, allocations, rsa, prime logement, subvention loyer, allocation loyer > aide au logement, apl
impôt local, redevance télé, taxe foncière > taxe d'habitation
frais d'inscription, frais de dossier, frais universitaires, cotisation étudiante > cvec, contribution
code de la route, permis international, plaque > permis de conduire
ticket modérateur, franchise, reste à charge, non remboursé > petites sommes, remboursement
facture d'électricité, certificat de résidence, attestation de résidence, quittance > justificatif de domicile
relevé de notes, casier judiciaire, extrait de naissance > documents
notaire, assermenté, copie certifiée, légalisé > apostille, traducteur assermenté
bulletin de paye, feuille de paie, décompte > fiche de paie
arrhes, acompte, avance, garantie locative > dépôt de garantie
visa de travail, permis de travail > autorisation de travail
visa de sortie, visa de retour > visa de retour, voyager
visa famille, regroupement, visa conjoint > regroupement familial
co-signataire, avaliste, sponsor > garant
`;
