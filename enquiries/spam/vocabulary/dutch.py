"""How sellers speak in Dutch, and how clients do; see ``enquiries.spam.vocabulary``."""

STRONG = """
uw website, je website, uw webshop, uw domein, uw account, uw wachtwoord, uw pakket, pagina van google,
hoger in google, meer klanten, meer bezoekers, meer omzet, klik hier, bezoek onze, meld je aan, korting*,
scherpe prijs*, scherpe prijzen, beste prijs, bieden wij u, wij bieden u, wij helpen bedrijven, onze catalogus,
uw site, zag uw, kwam uw, kwam ik uw, bent u geinteresseerd, heeft u interesse, mag ik u, mogen wij u, kan ik u,
uitschrijven, verdien geld, geld verdienen, gefeliciteerd, u heeft gewonnen, zonder recept, gratis offerte,
vrijblijvende offerte, vrijblijvend advies, samenwerkingsvoorstel, erfenis, bevestig uw, mijn website, mijn pagina,
uw bureau, van uw omvang, een demonstratie, gratis proefperiode, proefmaand, wie is verantwoordelijk, wie bij u,
u bellen, bij u langs, wij verkopen, mooi artikel, goed artikel, interessant artikel, zullen wij, zullen we,
wanneer schikt, wanneer kunnen wij, proefweek, gratis maand, vaste prijs, wij maken schoon, wij vertalen,
wij regelen uw, laat ons, op zoek naar een betrouwbare,

gratis proef*, recensies kopen, negatieve recensies, wervingsbureaus, voor recruiters, uw kandidaten,
uw consultants, uw pakket is, klik op, log in
"""

MEDIUM = """
gratis, vrijblijvend*, gegarandeerd*, onze diensten, onze producten, onze experts, uw bedrijf, uw klanten, wij helpen,
kort gesprek, 15 minuten, afmelden, samenwerking, voordelig*, goedkoop*,

per uur, per maand, uw medewerkers
"""

WEAK = """
aanbod, aanbieding*, uw team
"""

HIRING = """
wij zoeken, we zoeken, ik zoek, gezocht, hebben nodig, binnen een jaar, na een jaar, vacature, salaris, opvolg*,
pensioen, ervaring met, ervaring in, deeltijd, parttime, fulltime, leidinggeven, verantwoordelijk, vertrouwelijk,
kunt u ons helpen, iemand die, aanbevolen, ander bureau, andere bureaus, aannemen, werven, leidinggevende,
zelfstandig, we hebben nodig, hebben we nodig, zoek
"""

JOB_AD = """
jouw profiel, jouw taken, uw taken, wat ga je doen, functie eisen, functieomschrijving, wij bieden, wat wij bieden,
taken, wat breng je mee, solliciteer, arbeidsvoorwaarden
"""
