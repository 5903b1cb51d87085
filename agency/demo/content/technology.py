"""Technology: the sector and its two families."""

from agency.demo.content import cloud_platforms, data_platforms, machine_learning, security_engineering
from agency.demo.vocabulary import Specialism, heading, table, text

AI_DATA = Specialism(
    slug="ai-data",
    title="AI & Data",
    question="Who recruits AI and data teams in the UK?",
    heading="AI & Data recruitment",
    summary="Machine learning and data platform hiring, from a first data engineer to a head of AI.",
    standfirst="Models need data that can be trusted, and data teams are judged by what is built on them. We recruit for both sides and keep the two briefs apart.",
    search_description="AI and data recruitment in the UK and Europe: machine learning engineers, heads of AI, data engineers and platform leads, with hiring guides.",
    remit="""
<p>This family covers the people who turn an organisation’s records into decisions and products. It has two parts. <a href="page:machine-learning">Machine Learning</a> is for engineers, scientists and leaders whose work ends in a model that somebody relies on. <a href="page:data-platforms">Data Platforms</a> is for those who collect, move, store and define the data, whether a model reads it or a finance director does.</p>
<p>We handle single hires, whole first teams and the appointment of a head of AI or head of data. Where a client needs people from both parts, one consultant holds the brief and the order of hiring is agreed before the first approach.</p>
<p>We do not recruit for data labelling, sales of AI products or general business analysis.</p>
""".strip(),
    key_figures=["ai-data-time", "ai-data-both", "ai-data-first"],
    body=[
        heading("Which of the two is your search?"),
        text(
            """
<p>Ask what would be delivered on the last day of a successful first year. If it is a prediction, a ranking or a generated answer in front of a user, with a way to tell when it gets worse, the search belongs to machine learning. If it is a set of tables that arrive on time and that two departments agree on, it belongs to data platforms.</p>
<p>The skills overlap and the temperaments differ. A machine learning engineer lives with uncertain results. A data engineer is paid to remove uncertainty. Adverts that ask for both are answered mostly by people who are strong at neither.</p>
"""
        ),
        heading("Choosing a first guide"),
        text(
            """
<p>For a first leader, read the <a href="page:head-of-ai-hiring-guide">head of AI hiring guide</a>. For a modelling role, settle <a href="page:ml-engineer-or-data-scientist">ML engineer or data scientist</a>. For the data beneath it, settle <a href="page:data-engineer-or-analytics-engineer">data engineer or analytics engineer</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring in AI or data?",
    cta_text="Tell us what should exist a year from now. Ines Okafor will say which field it belongs to and whom to hire first.",
    leads=("ines-okafor",),
    reviewer="ines-okafor",
    narrower=(machine_learning.SPECIALISM, data_platforms.SPECIALISM),
)

INFRASTRUCTURE_SECURITY = Specialism(
    slug="infrastructure-security",
    title="Infrastructure & Security",
    question="Who recruits infrastructure and security engineers?",
    heading="Infrastructure & Security recruitment",
    summary="Platform, reliability and security hiring, for teams whose work is noticed when it fails.",
    standfirst="Two fields that share systems, on-call rotas and often a budget, and that are best hired by people who know where one stops and the other starts.",
    search_description="Infrastructure and security recruitment across the UK and Europe: platform engineers, SREs, security engineers, heads of security and CISOs.",
    remit="""
<p>We recruit for the foundations that product teams stand on. <a href="page:cloud-platforms">Cloud Platforms</a> covers platform engineers, site reliability engineers and heads of infrastructure. <a href="page:security-engineering">Security Engineering</a> covers five disciplines of security work and the leaders above them.</p>
<p>The two are one family because their failures are. An expired certificate, a leaked key and a bad upgrade look the same to a customer in the first ten minutes. They are separate fields because the work is not: one team is measured by how quickly others can ship, the other by which risks were reduced and which were knowingly accepted.</p>
<p>Searches are led by a partner or principal who has worked in the field for years. Confidential and leadership mandates are retained.</p>
""".strip(),
    key_figures=["infra-time", "infra-on-call", "infra-retained"],
    body=[
        heading("Where the border runs"),
        table(
            "Four posts that are often filed wrongly",
            ("If the work is mostly", "Search under"),
            ("Permissions and secrets in a deployment route", "Cloud Platforms"),
            ("Finding and closing exposure across accounts", "Security Engineering"),
            ("Alerts about latency and errors", "Cloud Platforms"),
            ("Alerts about people and credentials", "Security Engineering"),
        ),
        text(
            """
<p>If a post sits on both sides, ask who would be called at night and for what. The answer decides the field, the pay and the interview.</p>
"""
        ),
        heading("Start from your problem"),
        text(
            """
<p>Slow releases: the <a href="page:platform-engineer-hiring-guide">platform engineer hiring guide</a>. Outages: the <a href="page:site-reliability-interview-guide">site reliability interview guide</a>. An audit or an incident behind you: the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a>. A board that has begun to ask: <a href="page:first-ciso-or-head-of-security">first CISO or head of security</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring for infrastructure or security?",
    cta_text="Say what failed, or what you fear will. Priya Raman will reply within one working day, in confidence if you ask.",
    leads=("priya-raman",),
    narrower=(cloud_platforms.SPECIALISM, security_engineering.SPECIALISM),
)

SPECIALISM = Specialism(
    slug="technology",
    title="Technology",
    question="Which recruiters cover only technology?",
    heading="Technology recruitment",
    summary="Search in AI, data, infrastructure and security for companies whose product depends on them.",
    standfirst="Four fields, each led by a consultant who has spent years in it. We take the searches where a general recruiter would be matching words.",
    search_description="Specialist technology recruitment in the UK and Europe: machine learning, data platforms, cloud platforms and security engineering searches.",
    remit="""
<p>Our technology practice works in four fields and no others: machine learning, data platforms, cloud platforms and security engineering. They are grouped in two families, <a href="page:ai-data">AI &amp; Data</a> and <a href="page:infrastructure-security">Infrastructure &amp; Security</a>.</p>
<p>We act for CTOs, vice-presidents of engineering, heads of data and chief executives, usually in companies of 60 to 3,000 people. Most searches are for a senior engineer, a first specialist or a leader, in Britain, Ireland and continental Europe.</p>
<p>We do not recruit general software developers, product managers or support staff. Plenty of firms do that well. We are useful where the hiring team has not hired this role before, or has done so once and regretted it.</p>
""".strip(),
    key_figures=["tech-time", "tech-shortlist", "tech-changed"],
    body=[
        heading("Two families, and how they differ"),
        text(
            """
<p><a href="page:ai-data">AI &amp; Data</a> searches turn on what should be built. The commonest mistake is to hire a modeller before there is data to model, so we spend the first conversation on the order of hiring. <a href="page:infrastructure-security">Infrastructure &amp; Security</a> searches turn on what must not fail. There the commonest mistake is a title that covers several jobs, and the first conversation is about incidents and on call.</p>
<p>Candidates differ too. Machine learning people have public work to read. Security and reliability people seldom do, so references carry more weight and take longer.</p>
"""
        ),
        heading("If you are new to us"),
        text(
            """
<p><a href="page:how-a-search-works">How a search works</a> sets out the stages and who does what. <a href="page:fees">Fees</a> are published. For technology tied to physical assets, such as grid control or plant systems, speak to <a href="page:energy-transition">Energy Transition</a> as well.</p>
"""
        ),
    ],
    cta_heading="Hiring in technology?",
    cta_text="Send a few lines about the problem. A consultant in that field will reply within one working day.",
    leads=("priya-raman",),
    reviewer="priya-raman",
    narrower=(AI_DATA, INFRASTRUCTURE_SECURITY),
)
