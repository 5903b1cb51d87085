"""How sellers speak in French, and how clients do; see ``enquiries.spam.vocabulary``."""

STRONG = """
votre site, votre referencement, votre visibilite, votre presence en ligne, votre presence sur, votre chiffre,
votre boutique en ligne, votre compte, votre mot de passe, votre colis, votre facture, votre domaine,
votre messagerie, votre classement, votre positionnement, vos ventes, vos backlinks, page de google, tete de google,
premiere position, plus de clients, plus de trafic, plus de visiteurs, plus de visibilite, augmentez,
boostez, booster votre, booster vos, doublez, ameliorer votre, ameliorez, developper votre, developpez, devis gratuit,
audit gratuit, essai gratuit, tours gratuits, cliquez, visitez, inscrivez, profitez, commandez, achetez, decouvrez,
offre speciale, offre exclusive, offre limitee, offre promotionnelle, prix imbattable*, meilleur prix, meilleurs prix,
prix competitif*, prix attractif*, petits prix, tarifs competitif*, tarif attractif*, tarifs attractif*,
nous vous proposons, je vous propose, vous propose, vous proposons, vous proposer, vous offrir, vous offrons,
nous aidons les, nous accompagnons les, vous accompagner, vous aider, notre catalogue, nos tarifs, notre gamme,
tombe sur votre, visite votre, visitant votre, remarque votre, remarque que votre, decouvert votre, consulte votre,
vu votre, seriez vous interesse*, etes vous interesse*, si vous etes interesse*, vous interesse, vous interesserait,
etes interesse*, puis je vous, pouvons nous vous, je peux vous, pouvons vous, desabonn*, desinscri*, ne plus recevoir,
gagnez, gagner de l argent, revenu passif, revenus passifs, revenu complementaire, revenus complementaires,
depuis chez vous, liberte financiere, rendement garanti, rendements garantis, sans risque,
sans justificatif*, felicitations, avez gagne, ete selectionne*, avez ete choisi*, heritage, beneficiaire, defunt*,
millions de dollars, verifiez votre, confirmez votre, mettez a jour, sera suspendu, est suspendu, ete suspendu,
a ete bloque, dernier rappel, facture impayee, droits d auteur, proposition commerciale, proposition de partenariat,
proposition d affaires, proposition de collaboration, opportunite d affaires, opportunite d investissement,
gagnant gagnant, cher ami, chers amis, chere amie, bien aime*, articles invites, article invite, articles sponsorises,
article sponsorise, agissez, n attendez, ne manquez pas, contactez nous, contactez moi, repondez a, repondez oui,
vous souhaitez, vous cherchez, vous avez besoin, avez vous besoin, nous fabriquons, nous sommes fabricant*,
particulier a particulier, entre particuliers, me presenter, vous presenter, presenter notre, nous accompagnons,
j accompagne, cabinet accompagne, je forme, nous financons, je vends, mettons a votre, a votre disposition,
qui s occupe, a qui dois, a qui puis, vers qui, bon interlocuteur, de votre taille, comme le votre, comme la votre,
un creneau, premier mois offert, mois offert*, sans frais, sans cout, sans surcout, une demonstration, demo gratuite,
super article, tres bon article, bel article, excellent article, merci pour l article, merci pour ce, cet article,
ce blog, votre blog, bien ecrit, bonne continuation, mon site, mon blog, ma page, coquine, ma webcam, beau gosse,
mes photos, je suis seule, expire, expirent, expirera, a echoue, sans regularisation, regularis*, renouvelez, payez,
perdre vos, vos droits, coordonnees bancaires, penalites, huissier, livre en, demandez, recevez, utilisez, testez,
essayez, obtenez, remplissez, telechargez, investissez, economisez, voyance, marabout, retour de l etre, desenvout*,
puis je passer, pouvons nous passer, etablir un devis, un devis, demande de devis, essai d une, semaine d essai,
parlons en, voulez vous, souhaitez vous, seriez vous, auriez vous, qui gere, nous entretenons, nous nettoyons,
nous traduisons, nous creons votre, nous realisons votre, nous concevons, nous avancons, nous optimisons,
nous prenons en charge, nous nous occupons, confiez nous, confiez, laissez nous, sans caution, sans engagement,
reponse en, reponse sous, reponse immediate, faire ta connaissance, ce soir, a votre place, place de lien,
echange de liens, achat de liens, permis de conduire, sans examen, entreprise de nettoyage, entreprise de proprete,
forfait, protegez, equipez, passe chez vous, conseiller passe, vos offres d emploi, sans rien payer,
installation comprise,

code promo, cheque cadeau, carte cadeau, jouez, misez, pariez, paris surs, groupe vip, mon groupe, rejoins,
rejoignez mon, rejoins moi, rejoignez nous sur telegram, sur telegram, ecris moi, ecrivez moi, contacte moi,
appelle moi, mes tarifs, mon numero, mon chou, mon coeur, coucou, sensuel*, coquin*, plus si affinites, femme douce,
je recois, je me deplace, sans inscription, sans depot, ou rembourse, satisfait ou, si tu perds, tu perds,
tu gagnes, rentier, votre argent, votre epargne, robot place, doubler votre, triplez, fini l, fini les, fini le,
medecins sur, gouttes de, perdez, kilos en, 100 naturel*, stock limite, stocks limites, places limitees,
derniers jours, dernieres places, aujourd hui  valable jusqu, jusqu a minuit, interdit bancaire, en 5 min,
vrais avis, comptes reels, supprimons, supprimer les avis, vendons, on vend, degressif, mettons en place pour vous,
je m adresse aux, m adresse a vous, vous adresser, vous presente, vous rendre visite, vous seriez, savez vous,
saviez vous, si cela vous, si le sujet, si vous souhaitez, quand vous voudrez, si besoin, pour les cabinets,
aux recruteurs, profils disponibles, a partir de 4 euros, votre colis est, connectez vous, identifiez vous,
vos identifiants, compte bloque, compte suspendu, activite inhabituelle, vous avez droit, a droit a,
droit a un remboursement, vous exposez, prime energie, pour 1 euro, remplissez le, calculez, besoin de compagnie
"""

MEDIUM = """
gratuit*, garanti*, je propose, nous aidons, nos services, nos prestations, nos experts, notre agence, votre societe,
votre activite, votre marque, vos clients, vos besoins, vos projets, vos locaux, promo*, rapide appel, appel de 15,
15 minutes, 10 minutes, court appel, court echange, bref echange, repondez, a domicile, j ai remarque,
specialisee dans, specialises dans, pas cher*, moins cher*, economis*, n hesitez pas, dans l attente de votre,
meilleurs taux, nous fournissons, nous intervenons, serais ravi, serions ravis, serait un plaisir, j aimerais vous,
souhaiterais vous, plaquette, brochure, des 9, sous 24, sous 48, en 48, en 72, en 24, eligible*, subvention*,
aide de l etat, cabinets de recrutement, cabinets de placement, votre agence, vos consultants, vos recruteurs,
vous rappeler, vous appeler, vous rencontrer, nous vendons, nous formons, ci joint, piece jointe, reglez, offert,
offerte, votre standard, vos factures, vos bureaux, des 49, des 99, par semaine, mensuel*, discret*,
livraison gratuite,

bon d achat, tirage au sort, jeu concours, avis google, vous montrer, vos candidats, vos collaborateurs,
vos recrutements, benefice net, offerts, offertes, livraison offerte, livraison pro, tout compris, prix mini,
bonjour a tous, chers confreres, cher client, chere cliente, chers clients, cher partenaire, petit prix,
notre savoir faire, a votre ecoute,
sans ordonnance, sur google
"""

WEAK = """
votre equipe, promotion*, 100 %, clients satisfaits, depuis plus de, votre cabinet, nous proposons, nos produits,
nos solutions, notre solution, notre logiciel, notre plateforme, nos developpeurs, nouveaux clients, votre entreprise,
collaboration, collaborat*, partenariat, tarif*, livraison, gagner, a partir de, par mois, remise*, prime, commission,
renouvellement, reglement, devis,

nous disposons, je me permets, nous nous permettons, vous faire parvenir, vous envoyer, vous transmettre,
a votre convenance, aux cabinets, agences d interim, vos equipes, votre structure, votre etablissement, vos metiers,
ci dessous, sous 7 jours
"""

HIRING = """
nous cherchons, nous recherchons, je cherche, je recherche, recherche un, recherchons un, il nous faut, il faut,
besoin d un, besoin d une, au bout d un an, d ici un an, dans l annee, sous douze mois, premiere annee, la personne,
devra, le poste, ce poste, fiche de poste, salaire, remplac*, depart en retraite, depart a la retraite,
conge maternite, experience en, experience de, cdi, cdd, temps partiel, teletravail, embauch*, equipe de, encadrer,
rattache*, confidentiel*, autonomie, l objectif, objectif :, objectifs, pouvez vous nous aider, nous aider a trouver,
trouver quelqu un, quelqu un qui, quelqu un pour, recommande, recommandes, votre guide, votre etude, deja travaille,
autre cabinet, autres cabinets, prise de poste, remplacer, passer la main, former, encadrement, chantier, clientele,
vos conditions, vos honoraires, me rappeler, nous rappeler, votre cabinet nous, votre cabinet m
"""

JOB_AD = """
vos missions, votre mission, vos taches, votre profil, profil recherche, profil souhaite, le profil, missions,
missions principales, descriptif du poste, description du poste, qui sommes nous, a propos de nous,
ce que nous offrons, nous offrons, vous etes, vous avez, vous serez, vous maitrisez, vous justifiez, vous aimez,
de formation, bac, tickets restaurant, titres restaurant, rtt, mutuelle, postulez, rejoignez, package, remuneration,
avantages, competences
"""
