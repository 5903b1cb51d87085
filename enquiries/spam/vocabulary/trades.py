"""What is offered to strangers by mail and form, in the languages of the other modules here; see ``TRADES`` in the package."""

SEARCH_ENGINES = """
seo, backlink*, back link*, link building, linkbuilding, guest post*, sponsored post*, search engine*,
search ranking*, domain authority, dofollow, do follow, serp*, google ranking*, keyword*, on page, off page,
suchmaschinen*, linkaufbau, gastbeitrag*, google platz*, referencement, netlinking, moteurs de recherche,
moteur de recherche, posicionamiento, enlaces, motores de busqueda, buscadores, pozycjonowani*, linkow, linki,
wyszukiwark*, widocznosc*, zoekmachine*, vindbaarheid
"""

WEBSITES = """
web design*, website design*, website development, redesign*, wordpress, shopify, landing page*, app development,
mobile app*, explainer video*, logo design*, graphic design*, webdesign*, webentwicklung, internetauftritt,
webauftritt, webseite*, homepage, site internet, site web, site vitrine, creation de site*, pagina web, paginas web,
sitio web, diseno web, desarrollo web, strona internetow*, strony internetow*, stron internetow*, strony www,
sklep internetow*, sklepy internetow*, website, webshop*
"""

LEADS = """
lead generation, leadgenerier*, email list*, mailing list*, contact list*, email database*, database of, b2b leads,
b2b data*, verified contact*, verified email*, appointment setting, cold email*, cold call*, bulk email*, bulk sms,
email marketing, sms marketing, social media marketing, digital marketing, marketing agency, followers, likes,
instagram, tiktok, facebook ads, google ads, influencer*, qualified leads, leads, adressdaten, adresslisten,
firmenadressen, neukunden*, kundengewinnung, kaltakquise, reichweite, follower*, fichier*, fichiers d adresses,
base de donnees, prospects, abonnes, generation de leads, prospection, base de datos, bases de datos,
clientes potenciales, seguidores, generacion de leads, captacion, baza firm, baza danych, bazy firm, bazy danych,
bazy mailing*, baz* mailing*, obserwujac*, leady, leadow, pozyskiwani*, marketing internetow*, telemarketing*,
volgers, adressenbestand*
"""

GAMBLING = """
casino*, slot, slots, poker, betting, bets, sportsbook*, jackpot*, free spins, bonus*, roulette, blackjack, kasyn*,
zaklad* bukmachersk*, bukmacher*, zaklady, automaty, apuesta*, tragaperras, tragamonedas, ruleta, freispiele,
sportwetten, wetten, glucksspiel*, paris sportifs, machines a sous, tours gratuits, jeux d argent, gokken, gokkast*
"""

INVESTMENTS = """
crypto*, bitcoin*, btc, ethereum, usdt, forex, trading, trader*, nft*, token*, blockchain, invest*, krypto*,
kryptowalut*, criptomoned*, cripto*, cryptomonnaie*, inversion*, inwestyc*, inwestuj*, beleggen, geldanlage*,
rendite*, anleger*, festgeld, deposit*, withdraw*, placement*, rendement*, rentabilidad, zysk*, zyski, akcje, returns, roi
"""

LOANS = """
loan*, merchant cash, cash advance, funding, financing, line of credit, working capital, darlehen*, kredit*,
finanzierung*, ratenkredit*, pret personnel, pret immobilier, pret entre, prets, credit, financement*, prestamo*,
credito*, financiacion, hipoteca*, pozyczk*, pozyczek, kredyt*, chwilowk*, lening*, krediet*
"""

MEDICINES = """
viagra, cialis, sildenafil, tadalafil, kamagra, levitra, ozempic, semaglutid*, wegovy, online pharmacy, pharmacy,
pills, tablets, weight loss, lose weight, fat burn*, diet, keto, cbd, hemp, steroid*, erectile, male enhancement,
testosteron*, tramadol, xanax, potenzmittel, abnehmen, abnehm*, schlank*, tabletten, pilule*, perdre du poids,
maigrir, minceur, regime, pharmacie en ligne, pastillas, adelgaz*, perder peso, farmacia online, farmacia en linea,
tabletki, tabletek, odchudzani*, schudn*, potencj*, apteka internetow*, afvallen, erectie*
"""

DATING = """
sex*, porn*, dating, escort*, singles, single women, xxx, nude*, hot girls, hot women, lonely women, erotik*,
partnersuche, frauen in deiner, rencontres coquin*, coquin*, plan cul, site de rencontre*, femmes seules, citas,
chicas, mujeres solteras, randki, randek, samotne kobiety, dziewczyn*, anonse
"""

LABOUR = """
outsourc*, offshore*, nearshore*, dedicated developer*, dedicated team*, dedicated engineer*, staff augmentation,
virtual assistant*, remote developers, software house, software development, software company, development company,
development services, it company, it services, bpo, call center*, call centre*, data entry, bookkeeping,
payroll services, accounting services, back office, web scraping, qa testing, ai agent*, chatbot*, white label,
automation, staffing services, recruitment services, recruitment software, cv database, candidate database,
job board*, temp staff, freelancer*, entwicklerteam*, softwareentwicklung, softwarefirma, auslager*, fremdvergabe,
personaldienstleist*, leiharbeit*, zeitarbeit*, externe fachkrafte, externalis*, sous traitance, developpeurs,
centre d appel*, teleprospect*, interim, main d oeuvre, externaliz*, subcontrat*, desarrolladores,
desarrollo de software, centro de llamadas, personal temporal, asistente virtual, programist*,
tworzenie oprogramowania, dom software*, pracownik* tymczasow*, agencja pracy, pracownicy z, uitbested*, ontwikkelaars
"""

GOODS = """
manufacturer*, factory, supplier*, exporter*, moq, wholesale, catalog*, product range, led lights, led light*,
packaging, machinery, spare parts, replica*, watches, rolex, handbags, sunglasses, face masks, gloves, solar panel*,
printing, promotional products, cleaning services, cleaning, janitorial, toner, furniture, office supplies,
merchandise, hersteller*, fabrik, lieferant*, grosshandel*, grosshandler*, reinigung*, werbeartikel*, buromobel,
ersatzteil*, verpackung*, fabricant*, fournisseur*, usine, grossiste*, nettoyage, objets publicitaires,
panneaux solaires, mobilier, fabricante*, proveedor*, mayorista*, limpieza, placas solares, paneles solares,
mobiliario, producent*, dostawc*, fabryk*, hurtow*, sprzatani*, gadzety, gadzetow, opakowan*, fotowoltaik*, meble,
leverancier*, fabrikant*, schoonmaak*
"""

PAPERS = """
passport*, driving licen*, drivers licen*, fake id, diploma*, degree certificate*, visa, ielts, toefl, essay*,
dissertation*, thesis, certificate*, fuhrerschein*, reisepass*, personalausweis*, ghostwrit*, permis de conduire,
passeport*, diplome*, titulos, pasaporte*, carnet de conducir, prawo jazdy, prawa jazdy, dyplom*, paszport*,
praca dyplomow*, prace dyplomow*
"""

MONEY_FROM_NOWHERE = """
next of kin, inheritance, inherit*, beneficiary, fund transfer, transfer of funds, atm card, consignment, deceased,
estate of, foundation, charity, lottery, prize, winner, won, erbschaft*, erbe, nachlass, lotterie, gewinn*, heritage,
heritier*, defunt*, loterie, gagnant*, don de, herencia*, heredero*, fallecid*, loteria, premio, sorteo, spadek,
spadku, spadkobierc*, loteri*, nagrod*, wygran*, fundacj*, erfenis, loterij
"""

ACCOUNTS = """
mailbox, mailbox quota, storage quota, password, login, log in, sign in, suspended, verify, account, invoice,
domain renewal, domain registration, domain expir*, ssl certificate, copyright, dmca, hosting, postfach, passwort,
anmeldedaten, gesperrt, rechnung, mahnung, domain, urheberrecht*, mot de passe, identifiant*, messagerie, facture,
domaine, droits d auteur, contrasena, buzon, factura, dominio, derechos de autor, haslo, konto, faktur*, domen*,
skrzynk*, wachtwoord, factuur
"""
