"""Mandates that come close to spam: from those who sell, lend, bet, outsource and recruit, and hire for themselves."""

NEAR_SPAM: list[tuple[str, str]] = [
    # English
    ("Head of Link Building", "We run an SEO agency with 40 clients. Our outreach team of five needs somebody who ends paid guest posts and doubles the earned backlinks within a year. Retainers must not suffer."),
    ("VIP Host, online casino", "Licensed in Malta. Keep our two hundred best players happy without a bonus for everything, and work with responsible gaming when it is time to stop. Deposits and withdrawals are not your worry."),
    ("Collections Manager", "Short-term loans, 30,000 customers with bad credit. Reduce defaults from 14 to 9 per cent, treat people fairly and get the FCA off our backs."),
    ("Medical Information Pharmacist", "We make generic sildenafil, tramadol and semaglutide. Answer doctors within 24 hours and train our reps. I saw your salary guide, could you call me on +44 20 7946 0000?"),
    ("Delivery Director, India", "We are an outsourcing company: dedicated developers in Pune for banks in London. Margins are thin because projects start without requirements. After twelve months, four accounts green and attrition at 15%."),
    ("Recruitment Consultant", "You may laugh, we are a recruitment agency as well, for chefs. Two other recruitment firms have sent us nobody in six months. Need a biller who brings 250k in year one. Fees as per your website are fine."),
    ("Growth Marketing Lead", "Crypto wallet, 2M users. Paid social, influencers and referral bonus all report to you. Halve what a funded account costs us, no airdrops. Budget $3m, equity, fully remote."),
    ("Telesales Team Leader", "Our call centre sells broadband. Free installation, £20 a month, no contract: easy to say, hard to keep. Lead 14 people, cut cancellations in the first 14 days by half."),
    ("Conversion copywriter", "Email marketing for weight loss programmes, FDA rules apply. Someone who can write 'lose weight' without promising miracles. 3 days a week."),
    ("Financial Controller", "Hi, hope you are well! We sell solar panels and boilers on finance. Month end takes 15 days, should be 5. Please see https://sunroof.example/jobs/fc and let me know if you need more information."),
    # German
    ("Teamleitung Forderungsmanagement", "Inkassobüro in Kassel. Mahnungen und Ratenzahlungen für Telefonanbieter, 22 Leute. Beschwerden sollen um die Hälfte sinken. Homeoffice möglich. Können Sie uns bis Freitag ein Angebot machen?"),
    ("Niederlassungsleiter Zeitarbeit", "Wir sind selbst Personaldienstleister und überlassen Pflegekräfte. Für Leipzig suchen wir jemanden, der in einem Jahr 60 Leute im Einsatz hat. Zwei Personalberatungen haben es schon vergeblich versucht."),
    ("Produktmanager Sportwetten (m/w/d)", "Lizenzierter Anbieter von Sportwetten und Online-Casino. Live-Wetten neu aufbauen, Bonusmissbrauch halbieren. Wir bieten 30 Tage Urlaub, Homeoffice und ein gutes Gehalt."),
    ("SEO-Manager/in", "Unser Webshop für Uhren und Schmuck hat nach dem Update 40 % Sichtbarkeit bei Google verloren. Nach zwölf Monaten wollen wir zurück auf Seite 1, ohne gekaufte Links."),
    ("Kreditreferent", "Ratenkredite und Umschuldung, auch bei schwacher Bonität. Auszahlung heute in 48 Stunden, soll schneller werden, ohne dass die Ausfälle steigen."),
    ("Leiter Reinigungsservice", "Gebäudereinigung, 400 Mitarbeiter in Hessen. Wir bieten unseren Kunden Festpreise und verdienen nichts mehr daran. Kalkulation neu aufsetzen, Objektleiter führen."),
    # French
    ("Responsable grands comptes", "Nous sommes une agence d'intérim, 12 agences dans l'Ouest. Deux cabinets de recrutement n'ont rien trouvé. Il faut signer six contrats-cadres d'ici un an. Merci de m'envoyer vos tarifs."),
    ("Chef de produit casino en ligne", "Opérateur agréé en Belgique : machines à sous, paris sportifs. Refonte de l'offre de bonus gratuits, jeu responsable, +10 % de joueurs actifs. Télétravail partiel."),
    ("Directeur du centre d'appels", "160 téléconseillers à Tunis et à Lille qui vendent des mutuelles. Réduire les plaintes, passer de 38 à 20 % de départs. Nous vous enverrons la fiche de poste après votre appel."),
    ("Trésorier cryptoactifs", "Plateforme enregistrée PSAN. Liquidité en bitcoin et en euros, relation avec les banques, rendement des réserves sans risque inutile. Rattaché au DAF."),
    ("Pharmacien responsable", "Vente en ligne de compléments minceur et de médicaments sans ordonnance. Inspection ARS en mars, tout remettre en conformité avant. CDI à Lyon."),
    # Spanish
    ("Director/a comercial", "Somos una consultora de selección y, sí, buscamos para nosotros. Captación de clientes nuevos, 600.000 € el primer año. Les agradecería que me llamasen cuando puedan."),
    ("Responsable de riesgos", "Préstamos rápidos y minicréditos online sin aval. Bajar la morosidad del 18 al 11 % en un año y pasar la inspección del Banco de España. Contrato indefinido en Valencia."),
    ("Jefa de operaciones de factoría de software", "Desarrolladores en Colombia para clientes de Madrid. Tarifas de 30 euros la hora y márgenes bajos. Necesitamos a alguien que ponga orden en los proyectos."),
    ("Croupier jefe", "Casino de Marbella, ruleta y póker. Formar a veinte personas antes de junio y organizar turnos. Alojamiento gratis los tres primeros meses."),
    ("Técnico SEO", "Agencia de marketing digital en Vigo. Enlaces, contenidos y Google Ads para 25 clientes. Que en un año no se nos vaya ninguno."),
    # Polish
    ("Kierownik windykacji", "Firma pożyczkowa, chwilówki i raty. Zespół 18 osób, odzyskiwalność z 31 do 40 %, bez skarg do UOKiK. Oferujemy umowę o pracę i premię."),
    ("Specjalista ds. pozyskiwania leadów", "Software house z Gdańska. Potrzebujemy kogoś, kto umówi 20 spotkań miesięcznie z klientami w Niemczech. Baza kontaktów jest, CRM też."),
    ("Dyrektor apteki internetowej", "Sprzedajemy suplementy, preparaty na odchudzanie i leki bez recepty. Po roku dostawa w 24 godziny i zero uchybień po kontroli GIF. Proszę o kontakt telefoniczny."),
    ("Menedżer ds. rekrutacji", "Jesteśmy agencją pracy tymczasowej, pracownicy z Ukrainy i Filipin dla magazynów. Szukamy do własnej centrali. Dwie firmy rekrutacyjne już próbowały. Czy możemy porozmawiać we wtorek?"),
]  # fmt: skip
"""Role and need, all of them real in kind."""
