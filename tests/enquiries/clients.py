"""How clients write, for tests that nothing of it is taken for spam: advertisements pasted, letters, notes, and trades of spammers."""

CLIENTS: list[tuple[str, str]] = [
    # Advertisements, pasted
    (
        "Senior Product Manager",
        (
            "About us\nWe build scheduling software for 400 dental clinics.\n\nWhat you'll do\nYou will own the roadmap for bookings, "
            "work with our customers every week and report to the CPO.\n\nWhat you'll bring\nFive years of product experience, ideally "
            "in B2B SaaS.\n\nWhat we offer\nCompetitive salary, equity, 28 days holiday, private health insurance, free lunch on "
            "Fridays, discount at the gym next door. Hybrid, three days in Leeds. Apply now via our website."
        ),
    ),
    (
        "Digital Marketing Manager (SEO/PPC)",
        (
            "The role: own our organic traffic, SEO and Google Ads for three casino brands. You will manage backlinks, content and an "
            "agency. Requirements: 4+ years in SEO, experience with affiliates. Salary up to £60k plus bonus."
        ),
    ),
    (
        "Vertriebsingenieur (m/w/d)",
        (
            "Ihre Aufgaben: Betreuung unserer Kunden im Maschinenbau, Angebote erstellen, Messen. Ihr Profil: abgeschlossenes Studium, "
            "Reisebereitschaft. Wir bieten Ihnen 30 Tage Urlaub, Jobrad, kostenlose Getränke und eine attraktive Vergütung. "
            "Bewerben Sie sich jetzt über unsere Website."
        ),
    ),
    (
        "Chargé(e) de clientèle",
        (
            "Qui sommes-nous ? Courtier en assurances depuis 1987.\nVos missions : vous accompagnez nos clients, vous gérez les devis.\n"
            "Votre profil : Bac+2, vous aimez le contact.\nNous vous offrons : mutuelle, tickets restaurant, RTT. Rejoignez-nous !"
        ),
    ),
    (
        "Ingeniero de software backend",
        (
            "¿Quiénes somos? Una startup de pagos.\n¿Qué harás? Desarrollar nuestra API.\nRequisitos: Go, PostgreSQL, inglés.\nTe ofrecemos "
            "teletrabajo, formación gratuita y salario competitivo. ¡Inscríbete y únete a nuestro equipo!"
        ),
    ),
    (
        "Specjalista ds. zakupów",
        (
            "Twoje zadania: negocjacje z dostawcami, zamówienia, kontrola cen. Wymagania: 3 lata doświadczenia, angielski. Oferujemy: umowę o "
            "pracę, prywatną opiekę medyczną, kartę Multisport, atrakcyjne wynagrodzenie. Aplikuj już dziś!"
        ),
    ),
    # Letters to the agency
    (
        "Head of Clinical Operations",
        (
            "Dear Sir or Madam, I came across your salary guide last week and thought your figures were close to what we see. Could you help us "
            "find a head of clinical operations? We are a 60-person biotech in Cambridge. Please call me on Thursday, I look forward to "
            "hearing from you."
        ),
    ),
    (
        "Data Protection Officer",
        (
            "Hi there, hope you are well. We used you in 2021 to hire our CISO and were very happy. Now our DPO is leaving in June. "
            "Are you able to start the search this month? What are your fees for a retained search, and do you guarantee a replacement?"
        ),
    ),
    (
        "Werkleiter",
        (
            "Sehr geehrte Damen und Herren, ich bin auf Ihren Gehaltsreport gestoßen. Unser Werkleiter geht Ende des Jahres in Rente. Können "
            "Sie mir ein Angebot für eine exklusive Suche machen? Gerne telefonieren wir, Sie erreichen mich ab 14 Uhr."
        ),
    ),
    (
        "Directeur de site",
        (
            "Bonjour, votre cabinet m'a été recommandé par un ancien collègue. Nous cherchons un directeur pour notre usine de Vierzon. "
            "Pouvez-vous me rappeler cette semaine et me dire vos conditions ? Je vous remercie par avance."
        ),
    ),
    (
        "Director financiero",
        (
            "Buenos días, he visto su guía y me gustaría hablar con ustedes. Nuestra empresa familiar necesita un director financiero antes de "
            "septiembre. ¿Podrían llamarme y enviarme sus condiciones? Gracias y un saludo."
        ),
    ),
    (
        "Dyrektor handlowy",
        (
            "Dzień dobry, trafiłem na Państwa raport płacowy. Szukamy dyrektora handlowego na rynek niemiecki. Czy mogą Państwo zadzwonić w "
            "przyszłym tygodniu i przedstawić warunki współpracy?"
        ),
    ),
    # In the trades of spammers
    (
        "SEO Lead",
        "We sell watches online and lost half of our Google traffic in March. Somebody has to win the rankings back in a year.",
    ),
    (
        "Croupier Training Manager",
        "Casino opening in spring: train 80 croupiers for roulette and blackjack before the first guests.",
    ),
    (
        "Crypto Compliance Analyst",
        "We are a bitcoin exchange under MiCA. Build transaction monitoring, report suspicious deposits and withdrawals.",
    ),
    (
        "Loan Servicing Team Lead",
        "Consumer loans, 40,000 customers. Cut arrears by a third, keep the regulator happy, lead nine people.",
    ),
    (
        "Pharmacist, online pharmacy",
        "We dispense weight loss medicines such as Wegovy and Ozempic by post. Run the clinical checks and the rota.",
    ),
    (
        "Head of Offshore Delivery",
        "We outsource development to Pune and Cracow. Someone to own the relationship and cut the rework.",
    ),
    (
        "Lead Generation Manager",
        "Build a team of six that books meetings for our sales people; today we buy leads and they are poor.",
    ),
    (
        "Growth Marketer, dating app",
        "Singles over fifty. Double the paid subscribers, halve what each one costs us on Facebook and TikTok.",
    ),
    (
        "Dozent für Kryptowährungen",
        "Unsere Akademie für Privatanleger sucht einen Dozenten: Bitcoin, Ethereum, Steuern. Zwei Kurse je Quartal.",
    ),
    (
        "Kreditanalyst",
        "Ratenkredite ohne Papier, Zusage in Minuten. Die Ausfälle sollen nach einem Jahr unter zwei Prozent liegen.",
    ),
    (
        "Responsable poker en ligne",
        "Opérateur agréé par l'ANJ. Refaire le programme de bonus, doubler les joueurs actifs en un an.",
    ),
    (
        "Jefe de producto de apuestas deportivas",
        "Operador con licencia DGOJ. Lanzar las apuestas en directo y bajar el fraude con bonos.",
    ),
    (
        "Kierownik pozycjonowania",
        "Agencja marketingowa, 30 osób. Trzeba poprowadzić zespół SEO i link building, odzyskać dwóch klientów.",
    ),
    (
        "Telemarketing Supervisor",
        "Our call centre sells energy contracts. Bring complaints below one per cent without losing sales.",
    ),
    (
        "Staffing Branch Manager",
        "We are a temp agency ourselves, nurses mostly. Open Bristol, twelve placements a week by autumn.",
    ),
    (
        "Web designer",
        "Redesign our website and our shop on Shopify, then keep both fresh. We have photographs but no taste.",
    ),
    # Notes
    ("CFO", "Call me."),
    ("MLOps", "Models in production, nobody paged at night"),
    ("Sr. SRE (k8s)", "99.95"),
    ("Buchhaltung", "DATEV, halbtags, sofort"),
    ("Ingénieur", "Voir mon message à votre collègue de mardi"),
    ("Jefe de obra", "Urgente. 600 123 123"),
    ("Kadrowa", "na zastępstwo"),
    ("Hoofd inkoop", "Wij zoeken iemand die binnen een jaar de inkoop van drie fabrieken samenbrengt. Kunt u bellen?"),
    ("Lasser", "MIG/MAG, ploegendienst, Zwolle"),
    ("Resp. amministrazione", "Cerchiamo una persona che in un anno porti il bilancio consolidato in casa."),
    ("Konstruktör", "Vi behöver någon som kan ta över CAD-arkivet efter Lennart, som går i pension i maj."),
    ("GTM Lead DACH", "https://jobs.ashby.example/northwind/gtm-lead"),
    (
        "Platform Engineer",
        "JD: https://docs.google.com/document/d/1AbC and org chart https://northwind.example/team, NDA before more",
    ),
    (
        "Руководитель отдела продаж",
        "Ищем руководителя в берлинский офис. Через год команда из пяти человек, русский и немецкий.",
    ),
    ("供应链经理", "我们在慕尼黑的分公司寻找供应链经理,一年内把库存降低三成,需要德语。"),
    # Fields and trades without a title
    ("Buchhaltung", "Die Mahnungen bleiben liegen, wir haben 40 offene Posten über 90 Tage."),
    ("2x Java", "Backlog down by half, our monolith split into five services"),
    ("Koch", "Mittagstisch für 120 Gäste, wir kochen alles frisch, 3.200 € brutto"),
    ("Maurer", "Wir bauen Einfamilienhäuser im Kreis Fulda, können Sie anrufen? 0661 123456"),
    ("Boulanger", "Notre fournil ouvre à 4 h, 2 200 € net, dimanche fermé"),
    ("Maçon", "Chantiers de rénovation, nous travaillons surtout la pierre"),
    ("Camarero", "Tenemos terraza de 80 plazas y necesitamos refuerzo en verano"),
    ("Cocinera", "Menú del día para 60, 1.600 € netos, domingos libres"),
    ("Kucharz", "Gotujemy dla 300 osób dziennie, 6500 zł na rękę"),
    ("Murarz", "Domy jednorodzinne pod Poznaniem, mamy pracę do zimy"),
    ("Someone for accounts", "Our bookkeeper retires at Christmas. Xero. Can you ring me on 07700 900123?"),
    ("Marketing", "We launched in May and nobody knows us. £45k. When could you start looking?"),
    ("Payroll", "700 payslips, three pay dates, our current person is overwhelmed"),
    ("AI", "We want to use our own data. What would such a person cost?"),
    ("Team for Kubernetes", "Migrate 40 services, we have two admins today, budget €400k"),
    ("Bookings desk", "Two languages, shifts, our hotel has 90 rooms"),
    ("Vertrieb", "Unser Umsatz soll um 30 % wachsen, wir verkaufen Pumpen"),
    ("Achats", "Nous achetons 12 M€ par an, -5 % la première année"),
    ("Ventas", "Vendemos maquinaria agrícola en Aragón. Queremos un 20 % más."),
    ("Logistyka", "Mamy 14 ciężarówek, puste przebiegi 30 %, chcemy 15 %"),
    ("Personal assistant to CEO", "Diary, travel, two dogs"),
    ("Night porter", "Our guests come late. £12.50 an hour"),
    ("Interim CFO", "We refinance in June, bank wants monthly packs"),
    ("Medical writer", "Two dossiers, we file in March"),
    ("Grundschullehrkraft", "Klasse 3, ab Februar"),
    ("Pfarrsekretariat", "Wir sind eine evangelische Gemeinde, 20 Stunden"),
    ("Erzieher (m/w/d)", "Unsere Kita eröffnet im August eine dritte Gruppe"),
    ("Vétérinaire", "Notre clinique rurale a perdu deux associés"),
    ("Kardiolog", "Nasza przychodnia w Radomiu, dwa dni w tygodniu"),
    ("Profesora de yoga", "Nuestro centro abre por las mañanas"),
    ("Zimmermann", "Dachstühle, wir haben Aufträge bis 2027"),
    ("Quant", "Alpha decay in our equity book; we run 2 strategies"),
    ("Rust", "We rewrite our engine. Remote ok"),
    ("Founding designer", "We are 4, seed $3M, design is whatever I draw"),
    ("Anything in procurement", "Honestly we don't know what we need, can you advise?"),
    ("Supply chain", "Our stock is 30% too high. Could you call me?"),
    ("Legal", "Contracts pile up on my desk. We sign 40 a month"),
    ("RH", "Nous sommes 60 et personne ne s'occupe des gens"),
    ("Informática", "Somos 30 y el servidor se cae cada lunes"),
    ("Obsługa klienta", "Klienci czekają 3 dni na odpowiedź, chcemy jeden"),
    # Letters, and those who sell what spammers sell
    (
        "Head of People",
        "Hello, your consultant Ines Okafor spoke at our event. We've grown from 40 to 110 and HR is one person with a spreadsheet. Would you take this on exclusively? I'd love to hear your view on pay before we fix the budget, which is £85-95k for now.",
    ),
    (
        "Ingénieur procédés",
        "Bonjour, suite à notre échange de mardi, voici le besoin : fiabiliser la ligne 2, former trois techniciens, et réduire les rebuts de 8 à 3 %. Vous aviez proposé une recherche exclusive, quel serait votre tarif ? Merci de me rappeler au 02 40 00 00 00.",
    ),
    (
        "Leiter Einkauf",
        "Guten Tag, Sie haben uns 2022 den Werkleiter vermittelt, seitdem sind wir zufrieden. Jetzt suchen wir für den Einkauf jemanden, der 4 Mio. Euro einspart. Was kostet Ihre Suche und bieten Sie eine Garantie? Bitte rufen Sie mich an.",
    ),
    (
        "Responsable de calidad",
        "Buenas tardes, nos gustaría saber si podrían ayudarnos. Somos fabricantes de componentes y necesitamos certificarnos en IATF en 12 meses. Les agradecería que me llamasen para comentar condiciones y plazos.",
    ),
    (
        "Kierownik produkcji",
        "Dzień dobry, czy mogliby Państwo poprowadzić dla nas rekrutację? Produkujemy opakowania, 150 osób. Po roku reklamacje o połowę mniej. Proszę o ofertę i informację o gwarancji.",
    ),
    (
        "Partnerships Manager",
        "Sign 20 resellers. We sell security cameras to shops, discount tiers are a mess, and our website converts badly. Free hand on method.",
    ),
    (
        "Growth lead",
        "We offer free trials of our payroll software and nobody upgrades. Increase conversion from 3% to 8%, own pricing, landing pages and email marketing.",
    ),
    (
        "E-commerce Manager",
        "Nuestra tienda online vende cosmética. Duplicar las ventas en un año, mejorar el posicionamiento y bajar el coste de Google Ads. Ofrecemos 45.000 brutos.",
    ),
    (
        "Account Executive",
        "Sell our applicant tracking system to agencies. 600k new ARR. OTE 140k. Book demos, close, repeat. We're a leading provider in the Nordics.",
    ),
    (
        "Kundenberater Solar",
        "Wir bieten Hausbesitzern kostenlose Beratung und günstige Finanzierung. Der Berater soll 8 Anlagen im Monat verkaufen. Provision plus Fixum.",
    ),
]
