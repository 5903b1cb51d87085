"""How sellers speak in German, and how clients do; see ``enquiries.spam.vocabulary``."""

STRONG = """
ihre website, ihrer website, ihre webseite, ihrer webseite, ihre homepage, ihrer homepage, ihre internetseite,
ihrer internetseite, ihren internetauftritt, ihrem internetauftritt, ihre sichtbarkeit, ihr ranking, ihre rankings,
ihren umsatz, ihren online*, ihren webshop, ihre domain, ihrer domain, ihr konto, ihres kontos, ihr postfach,
ihr passwort, ihr paket, ihr gewinn, ihre seite bei, deine website, deine webseite, dein business,
seite eins, erste seite von, auf die erste seite, auf platz 1, mehr besucher, mehr kunden, mehr umsatz,
mehr anfragen, mehr sichtbarkeit, mehr reichweite, mehr leads, jetzt sichern, jetzt anmelden, jetzt kaufen,
jetzt bestellen, jetzt registrieren, jetzt investieren, jetzt starten, jetzt spielen, jetzt klicken, jetzt anfragen,
jetzt beantragen, hier klicken, klicken sie, klick hier, besuchen sie, besuche uns, nur noch heute, sonderangebot,
sonderpreis*, rabatt*, bestpreis*, besten preis*, gunstigen preis*, attraktiven preis*, attraktiven kondition*,
fairen preis*, unsere preise, unser preis, unseren katalog, unser katalog, unser portfolio, unsere produktpalette,
auf ihre website, auf ihre seite, auf ihr unternehmen, beim besuch ihrer, bieten wir ihnen, ich biete ihnen,
biete ich ihnen, wir helfen unternehmen, wir helfen firmen, wir helfen ihnen, wir unterstutzen sie,
wir unterstutzen unternehmen, helfen ihnen, unterstutzen sie dabei, haben sie interesse, hatten sie interesse,
waren sie interessiert, sind sie interessiert, falls sie interesse, wenn sie interesse, besteht interesse,
interesse geweckt, darf ich ihnen, durfen wir ihnen, kann ich ihnen, konnen wir ihnen, sende ich ihnen,
senden wir ihnen, schicke ich ihnen, schicken wir ihnen, sende ihnen, unverbindliches angebot,
unverbindliches gesprach, unverbindliches erst*, kostenloses angebot, kostenlose analyse, kostenlose beratung,
kostenloses erst*, kostenlosen check, kostenfreie analyse, abbestellen, austragen, keine weiteren mails,
keine weiteren nachrichten, keine mails mehr, geld verdienen, passives einkommen, nebenverdienst,
finanzielle freiheit, hohe rendite*, garantierte rendite*, ohne risiko, ohne schufa, schufafrei*, sofortauszahlung,
sofortzusage, freispiele, herzlichen gluckwunsch, sie haben gewonnen, haben gewonnen,
sie wurden ausgewahlt, erbschaft, begunstigte*, verstorbene*, millionen dollar, konto gesperrt, konto wird gesperrt,
gesperrt, bestatigen sie, verifizieren sie, aktualisieren sie, letzte mahnung, offene rechnung,
urheberrechtsverletzung*, geschaftsvorschlag, kooperationsanfrage, kooperationsangebot, lukrativ*, gastbeitrag*,
gastartikel, fuhrender anbieter, fuhrender hersteller, fuhrende agentur, wir sind hersteller, wir produzieren,
zogern sie nicht, kontaktieren sie uns, melden sie sich noch heute, lassen sie uns, wollen sie mehr, mochten sie mehr,
suchen sie nach einer losung, brauchen sie, ich betreue, wir betreuen, wir vermieten, wir vermitteln, mich vorstellen,
uns vorstellen, stelle ich ihnen, zeige ich ihnen, zeigen wir ihnen, zeige ihnen, gern zeigen, gerne zeigen,
wer bei ihnen, bei ihnen zustandig, ihrer grosse, hauser wie, unternehmen wie, kostenfrei testen, kostenlos testen,
probemonat, probezugang, testzugang, ohne kosten, ohne vertrag*, ohne mindest*, kostenneutral, sofort verfugbar,
sofort einsatzbereit, sofort lieferbar, zahlen sie, senken ihre, senken wir, wir senken, prufen sie, prufen wir,
anspruch prufen, toller beitrag, toller artikel, guter beitrag, informativen beitrag, informativer beitrag,
interessanter beitrag, schoner artikel, danke fur den beitrag, danke fur diesen, ihre seite gespeichert,
auf meiner seite, meine seite, schauen sie doch, schaut mal, weiter so, ihren blog, ihrem blog, dein blog, susser,
heisse, bilder von mir, meine fotos, ohne verpflichtung*, lauft ab, lauft heute ab, abgelaufen, lauft in,
verlangern sie, sperrung, neue bankverbindung, inkasso, hohe provision*, umsonst, verkaufen sie, kaufen sie,
testen sie, sichern sie, sparen sie, nutzen sie, melden sie sich, rufen sie, fordern sie, vereinbaren sie,
sofortkredit*, negativer schufa, negativer bonitat, negative schufa, auch bei negativ*, per whatsapp, uber whatsapp,
per telegram, ohne einzahlung, sofort auszahlen, fuhrerschein, ohne prufung, echt und registriert, plagiatsfrei,
festpreis*, zum festpreis, fester preis, muster schicken, muster zusenden, probereinigung, probewoche, testwoche,
umsonst testen, vermieten sie, ihr dach, pacht, wir zahlen bis, wir zahlen ihnen, rufen sie uns, ruckruf unter,
suchen sie eine, suchen sie einen, suchen sie noch, brauchen sie noch, wann passt, wann hatten sie, passt es ihnen,
wann konnen wir, wann darf ich, uberlassen sie, wir kummern uns, wir ubernehmen fur, nehmen ihnen, wir reinigen,
wir ubersetzen, wir erstellen ihre, wir optimieren, wir programmieren, wir gestalten ihre, wir entwickeln ihre,
wir drucken, wir finanzieren, wir versichern, wir schulen, linkplatzierung, linktausch, ihren eintrag, ihres eintrags,
branchenregister, firmenverzeichnis, unterschrieben zuruck, formular unterschrieben, jahresgebuhr, ihre alte,
ihre aktuelle, sie zahlen erst, zahlen erst, ihres teams,

tippgemeinschaft, jetzt wetten, jetzt mitmachen, jetzt sparen, nur solange, solange vorrat, nur noch wenige,
nur diese woche, letzte chance, verpassen sie, versandkostenfrei, gratis versand, gratisversand,
kostenloser versand, endlich lieferbar, wundermittel, ganz naturlich, ohne diat, kilo in, ohne hunger, ohne sport,
ohne anmeldung, in deiner nahe, in ihrer nahe, ohne einkommensnachweis, ohne bonitat*, auszahlung heute,
sofort bargeld, bargeld sofort, nebenbei verdienen, finanziell frei, finanzielle unabhangigkeit, euro am tag,
euro taglich, geld zuruck, erfolgsgarantie, zahlung nur bei erfolg, platz eins, negative bewertung*,
bewertungen kaufen, sterne bewertung*, echte follower, follower kaufen, liefern ihnen, erstellen ihnen,
machen ihnen, schenken ihnen, bringen sie auf, entlasten sie, entlastet sie, wir bieten personal*, nenne ihnen,
referenzen nenne, sind sie zufrieden, wie zufrieden, kennen sie schon, wussten sie, haben sie gewusst,
recruiting agenturen, fur personalberat*, fur recruiter, unsere kunden sparen, ab 24 euro, gewunschten technologie,
konto wurde, ihr online banking, ihrem konto, datenabgleich, loggen sie, melden sie sich an, sendung konnte,
ihre sendung, schwachstelle auf, bussgeld, ihre ip, hellseh*, kartenlegen, liebeszauber, partnerruckfuhrung,
hausfrauen, hemmungslos*, sinnlich*, escort*
"""

MEDIUM = """
kostenlos*, kostenfrei*, gratis, unverbindlich*, gunstig*, preiswert*, mir ist aufgefallen, ist uns aufgefallen,
wir helfen, unsere dienstleistung*, unsere experten, unsere agentur, unsere spezialisten, fur ihr unternehmen,
fur ihre firma, ihre marke, ihr marketing, ihr geschaft, bei interesse, kurzes telefonat, kurzes gesprach,
kurzen termin, 15 minuten, 10 minuten, antworten sie, abmelden, von zu hause, zusammenarbeit, kooperation,
als agentur, mochte ihnen, ihnen helfen, ihnen anbieten, gerne ein angebot, spezialisiert auf, ersparnis, einsparung*,
energiekosten, stromkosten, kosten senken, nur heute, fur nur, schon ab, bereits ab, ab nur, monatlich kundbar,
jederzeit kundbar, vorfuhrung, broschure, zuschuss*, wurde gern, wurde gerne, wurden gern, vorstellen,
terminvorschlag, anrufen darf, hausern, externer dienst*, wir bieten ihnen, wir verkaufen, kolleginnen und kollegen,
unser angebot, unsere leistungen, anhang, im anhang, umgehend, uber nacht, lieferung, pro seite, pro monat, im monat,
monatlich, ab 9, einmalig, diskret, auszahlung, guthaben, kaution, anzahlung, im voraus,

gutschein*, gewinnspiel*, verlosung*, stellen ihnen, stelle ihnen, biete ihnen, bieten ihnen, ich biete, biete ich,
freie kapazitat*, kapazitaten frei, ruf mich, schreib mir, schreibt mir, antworte, soll ich ihnen, pauschal*,
preisliste, ab sofort lieferbar, direkt vom hersteller, direkt ab werk, tipps, prozent sparen, sparen im,
ohne rezept, rezeptfrei*, bei google, auf seite 1
"""

WEAK = """
ihr unternehmen, ihre firma, ihrem unternehmen, angebot*, garantie, erfahrung seit, zufriedene kunden, 100 %,
attraktiv*, profitieren, liebes team, personaldienstleister*, personalvermittl*, personalberat*, garantiert*,
unsere software, unsere produkte, unsere plattform, unsere losung, unsere entwickler, ihre kunden, ihren kunden,
partnerschaft, gewonnen, muster, forderung*, pilot*, demo, sparen, verdienen, wir liefern, telefonieren,

uber eine ruckmeldung, uber ihre ruckmeldung, freue mich auf ihre, freuen uns auf ihre, darf ich sie, darf ich mich,
personalberatungen, personalvermittlungen, personalvermittlern, personalberatern, personaldienstleistern,
zeitarbeitsfirmen, headhuntern, stundensatz, stundensatze, bitte melden, auf wunsch, ihr team, ihrem team,
ihre mitarbeiter, ihren mitarbeitern, ihr buro, ruckmeldung
"""

HIRING = """
wir suchen, ich suche, suchen jemanden, suchen wir, suche ich, gesucht, brauche, brauchen wir, wir brauchen,
nach einem jahr, nach zwolf monaten, nach sechs monaten, innerhalb eines jahres, sollte, die person,
stellenbeschreibung, nachfolg*, ruhestand, rente, gehalt, elternzeit, m w d, w m d, erfahrung mit, erfahrung in,
erfahrung im, kenntnisse, berichtet an, quereinsteiger*, unbefristet, teilzeit, vollzeit, homeoffice, jahresziel,
einarbeit*, ubernimmt, ubernehmen, verantwort*, vertraulich, unsere letzte, unser letzter, soll nach, soll die,
soll der, soll das, soll den, sollte nach, die stelle, diese stelle, ziel ist, ziel ware, konnen sie uns helfen,
jemanden finden, jemand der, jemanden der, empfohlen, ihr leitfaden, ihren leitfaden, ihr gehaltsreport, telefoniert,
andere agentur*, anderen agentur*, anderer personalberater, bisher, bislang, vakanz, unbesetzt, besetzen, einstellen,
elternzeitvertretung, probezeit, schichtleit*, team, eine suche, exklusive suche, suche machen, ihre konditionen,
ihr honorar, gehaltsreport, dozent*
"""

JOB_AD = """
ihre aufgaben, ihr profil, ihre qualifikation*, deine aufgaben, dein profil, das bieten wir, wir bieten,
was wir bieten, anforderungen, aufgaben, anforderungsprofil, qualifikation*, urlaubstage, tage urlaub,
bewerben sie sich, bewirb dich, bewerbung*, uber uns, wer wir sind, was sie erwartet, was dich erwartet,
was sie mitbringen, was du mitbringst, sie bringen mit, du bringst mit, flexible arbeitszeiten, altersvorsorge,
tarif*, jobrad, festanstellung, eintritt*
"""
