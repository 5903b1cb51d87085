"""The eight consultants of the demonstration agency; all of them are invented."""

from agency.demo.vocabulary import Consultant

CONSULTANTS = (
    Consultant(
        slug="ines-okafor",
        name="Ines Okafor",
        role="Partner, AI & Data",
        languages="English, Portuguese",
        standfirst="Ines led a fraud modelling team before she recruited for one, and still reads the evaluation section first.",
        summary="Leads AI and data searches: heads of AI, machine learning leads and the first hire of a new team.",
        biography="""
<p>Ines spent eleven years building models, first in motor insurance pricing and then as head of fraud modelling at a payments company, with a team of fourteen. She rebuilt that team twice, the second time because the first had been hired from a list of tools. She moved into search in 2015.</p>
<p>She runs searches for heads of AI and machine learning leads, and for the first machine learning hire in companies that have never had one. Her briefing meeting lasts two hours. An hour of it is spent on data: who owns it, how labels are made, what happens when a prediction is wrong. She interviews every candidate herself and writes each profile as an argument with its weak points left in.</p>
<p>What she tells clients: many of the machine learning roles she is shown are data ownership problems, and no hire will solve those. She has turned down fees on that sentence. Some of the companies came back a year later, with an owner for the data and a much better brief.</p>
""".strip(),
    ),
    Consultant(
        slug="tomas-lindqvist",
        name="Tomas Lindqvist",
        role="Principal, ML and Data Platforms",
        languages="English, Swedish, German",
        standfirst="Tomas kept data pipelines running for nine years, and recruits people who have been woken by one.",
        summary="Runs searches for machine learning engineers, data engineers and platform leads in the UK and the Nordics.",
        biography="""
<p>Tomas was a data engineer in Stockholm and Berlin for nine years: nightly batch loads at a logistics company, then streaming at a mobility start-up where he was the platform team. He migrated one warehouse three times, to different products, and remembers what each of them broke.</p>
<p>He handles machine learning engineering, data engineering, analytics engineering and platform leadership, mostly from senior engineer to head of platform. He builds his lists from systems and not from titles, which means asking what a person was paged for, how much data moved and who complained when it was late. First calls take forty minutes and contain no puzzles. He sends a shortlist of four, never more, and includes one person whose CV you would have rejected, with the reason he did not.</p>
<p>What he tells clients: your technical test is measuring patience. Ask for a conversation about code the candidate has already written. And if the salary cannot move, take two requirements out of the brief before he starts, because the market will take them out anyway.</p>
""".strip(),
    ),
    Consultant(
        slug="priya-raman",
        name="Priya Raman",
        role="Partner, Infrastructure & Security",
        languages="English, Tamil, French",
        standfirst="Priya ran infrastructure through a migration and two very public outages before she began recruiting for it.",
        summary="Leads technology, cloud platform and infrastructure searches, from first platform hire to head of function.",
        biography="""
<p>Priya began on a service desk, became a network engineer, and ended her first career as head of infrastructure for a media group during its move from two data centres to the cloud. The move finished late and the reasons were people, not cables. In 2014 she changed trades to work on that part.</p>
<p>She leads our technology sector and takes the cloud platform searches herself: platform engineers, site reliability leads, heads of infrastructure, directors of engineering. Before accepting a mandate she asks to talk to two engineers on the team without their manager. She uses what they say, unattributed, to correct the brief. Candidates hear about the on-call rota, the incident count and the oldest system on the first call.</p>
<p>What she tells clients: if three people have left the role in four years, she will ask to see the rota before she asks to see the job description. Usually the rota is the job description. She would sooner help a client mend it for nothing than fill the post a fourth time.</p>
""".strip(),
    ),
    Consultant(
        slug="callum-reid",
        name="Callum Reid",
        role="Principal, Security",
        languages="English, Dutch",
        standfirst="Callum tested other people’s defences for eight years and now finds the people who build them.",
        summary="Runs security searches: application and cloud security engineers, detection leads and first heads of security.",
        biography="""
<p>Callum was a penetration tester in Edinburgh and then in The Hague, where he went on to run a small incident response team for a consultancy. He wrote several hundred reports and noticed that the same findings came back every year at the same clients. The difference was rarely the tool. It was whether anyone inside had the authority to fix things.</p>
<p>He recruits application and cloud security engineers, detection and response leads, and a company’s first head of security. He separates builders from assessors in the first ten minutes and tells candidates which of the two the client needs. His references include one engineer from outside the security team, who is asked whether the candidate made their week harder or easier.</p>
<p>What he tells clients: a first chief information security officer without a budget line and a seat at the release meeting will resign within eighteen months, and he will have advised them to. Certificates come second. He will present people who hold none if they have changed how a product ships.</p>
""".strip(),
    ),
    Consultant(
        slug="marta-vieira",
        name="Marta Vieira",
        role="Partner, Energy Transition",
        languages="English, Portuguese, Spanish",
        standfirst="Marta planned transmission networks before she recruited for them, and can still read a single-line diagram.",
        summary="Leads energy transition searches: grid connection, power systems and battery storage, in the UK and Iberia.",
        biography="""
<p>Marta is an electrical engineer. She spent twelve years in network planning, first with a system operator in southern Europe and then in London as connections manager for a developer of solar and storage. She has waited for offers in three grid queues and knows which delays are physics and which are paperwork.</p>
<p>She leads our energy practice and runs the grid and storage searches: connection managers, power systems engineers, heads of grid, technical directors. She asks to see the connection offer, with its dates and conditions, before she writes a line of the brief, because the person you need before energisation is not the person you need at application. Shortlists come with a note on each candidate’s studies: which software, which network codes, whose signature.</p>
<p>What she tells clients: paying a premium for a famous developer’s alumni buys you their process and not their queue position. Quite often the better hire works for a network company, is paid less than you expect, and has never been called by anyone because they have no interest in updating a profile.</p>
""".strip(),
    ),
    Consultant(
        slug="henrik-sand",
        name="Henrik Sand",
        role="Principal, Wind and Project Finance",
        languages="English, Danish, German",
        standfirst="Henrik bought foundations and cables for offshore wind farms, then advised the lenders who paid for them.",
        summary="Runs searches for offshore package managers, project directors, renewables investors and modellers.",
        biography="""
<p>Henrik started in procurement in Jutland and became package manager for foundations on two North Sea wind farms, seeing one of them from tender to the last monopile. He then spent five years in Hamburg as a lenders’ technical adviser, reading other people’s contracts for the clause that would cost money. He joined us in 2019.</p>
<p>He covers package and interface managers, project directors, renewables investment directors and financial modellers. The two halves of the desk inform each other: he knows which delays a bank will forgive, and which investors have stood on a quay. He maps the projects first, with their milestones, and approaches people as their package nears completion. A call in the middle of an installation season is a wasted call, so he makes few of them.</p>
<p>What he tells clients: the day rate you refused in March will look cheap in June. And he will ask to read the contract form before he agrees to find somebody to manage it. A brief that leaves out who carries the weather risk is not finished.</p>
""".strip(),
    ),
    Consultant(
        slug="claire-delacroix",
        name="Claire Delacroix",
        role="Partner, Life Sciences",
        languages="English, French, German",
        standfirst="Claire monitored trials, ran them and inherited two that were late, before she began to recruit for all three situations.",
        summary="Leads life sciences searches and runs clinical operations mandates for biotech sponsors and CROs.",
        biography="""
<p>Claire trained as a pharmacist in Lyon. She monitored oncology trials across France for four years, moved to a contract research organisation in Reading as a project manager, and finished as director of clinical operations at a biotech with one product. She took over two late studies in that time. One recovered. She talks more about the other.</p>
<p>She leads the life sciences team and handles clinical operations herself: trial managers, leads, heads of function. She reads the protocol synopsis and the CRO contract before the briefing and arrives with questions about both. Every finalist works through an enrolment problem with her before the client meets them. Clients receive her notes as written, the unflattering lines included. She keeps in touch with everyone she places for two years, at three-month intervals.</p>
<p>What she tells clients: most late trials were late on the day the budget was signed. If the recruitment assumptions are fantasy she says so, in front of the chief executive if need be, since the person she finds will otherwise be blamed for them.</p>
""".strip(),
    ),
    Consultant(
        slug="samir-haddad",
        name="Samir Haddad",
        role="Principal, Regulatory and Bioprocess",
        languages="English, French, Arabic",
        standfirst="Samir purified proteins, then wrote the dossier sections about purifying them, and recruits on both sides of that line.",
        summary="Runs searches in regulatory affairs, CMC and bioprocess, from specialist scientist to head of manufacturing.",
        biography="""
<p>Samir is a biochemical engineer. He spent six years in downstream development at a contract manufacturer in the north of England, where he took part in nine technology transfers, and then seven in regulatory CMC, first near Brussels and later in London. He has drafted a comparability protocol and stood in the plant on the night it was needed.</p>
<p>He recruits regulatory strategists, CMC specialists, process scientists, MSAT leads and heads of manufacturing. His method is documents. For regulatory roles he reads the public assessment report of every product a candidate claims, and asks about a paragraph. For process roles he asks which vessel, how many batches and which side of the transfer. He visits the site before he recruits for it, at shift change when he is allowed.</p>
<p>What he tells clients: you are probably one hire early for a head of regulatory and one hire late for CMC. He also asks to meet the head of quality before any manufacturing search. If quality and operations describe the vacancy differently, he stops until they agree.</p>
""".strip(),
    ),
)
