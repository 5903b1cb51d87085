"""European machine learning market map."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    fact_row,
    heading,
    market_map,
    note,
    pay_table,
    related_guides,
    table,
    text,
)

GUIDE = Guide(
    kind="market_map",
    slug="european-machine-learning-market-map",
    title="European machine learning market map",
    question="Where in Europe do machine learning engineers work?",
    short_title="European ML market map",
    summary="Nine hiring cities compared: what each is deep in, how notice works, and who can move where.",
    standfirst="Where machine learning engineers work in Europe, what they are good at in each place, and what it takes to bring one to you.",
    search_description=(
        "Market map of machine learning talent in Europe: London, Zurich, Paris, Berlin, Munich, Amsterdam, "
        "Stockholm, Warsaw and Barcelona, with notice rules."
    ),
    author="tomas-lindqvist",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 11, 2),
    changes=[
        (datetime.date(2026, 5, 11), "First counts by type of employer; the earlier map named cities only."),
        (datetime.date(2026, 11, 2), "Dutch tax facility and the German calendar brought up to 2027."),
    ],
    guide_heading="Choose the pool before the city",
    guide_intro="A city is a set of employers who trained people in particular problems. Start from your problem and the city follows.",
    body=[
        heading("How many, and with whom"),
        market_map(
            "Senior machine learning engineers within reach of an approach, by hub and type of employer",
            ["Product firms", "Banks and funds", "Industry", "Research and laboratories"],
            ("London", [620, 410, 90, 180]),
            ("Paris", [260, 80, 110, 190]),
            ("Berlin", [380, 40, 60, 70]),
            ("Munich", [120, 30, 260, 80]),
            ("Amsterdam, Eindhoven", [240, 60, 130, 50]),
            ("Zurich", [140, 90, 50, 210]),
            ("Stockholm", [210, 50, 70, 40]),
            ("Warsaw, Kraków", [230, 60, 50, None]),
            ("Barcelona, Madrid", [190, 40, 60, 50]),
            source="Illustrative counts for this demonstration site, rounded to tens; cells with fewer than 20 people are left empty.",
        ),
        text("""
<p>Read it by column before you read it by row. A bank in Munich has thirty people to choose from, most of whom are content. A robotics company there has nearly nine times as many, and often knows where they studied.</p>
"""),
        note("Counts for research in Warsaw and Kraków are due with the spring review; ask Ines before adding them."),
        heading("Nine cities"),
        table(
            "What each city is deep in, and how people leave",
            ["City", "Deep in", "Usual senior notice", "Watch for"],
            ["London", "Payments, trading, language models, health", "1–3 months", "Paid non-competes from funds"],
            [
                "Zurich",
                "Research, vision, robotics, insurance",
                "2–3 months, month end",
                "Pension gaps between offers",
            ],
            [
                "Paris",
                "Foundation models, mathematics, optimisation",
                "3 months for cadres",
                "August; counter-offers in equity",
            ],
            [
                "Berlin",
                "Marketplaces, mobility, consumer finance",
                "3 months, month or quarter end",
                "Quarter-end clauses",
            ],
            [
                "Munich",
                "Automotive, industrial vision, reinsurance",
                "3 months, often quarter end",
                "Works council steps on your side",
            ],
            [
                "Amsterdam, Eindhoven",
                "Payments, travel, chip equipment",
                "1–2 months",
                "Expatriate tax facility changes",
            ],
            ["Stockholm", "Streaming, games, payments", "1–3 months", "July closed; strong pensions"],
            [
                "Warsaw, Kraków",
                "Serving, infrastructure, language models",
                "Up to 3 months",
                "Many on business-to-business contracts",
            ],
            ["Barcelona, Madrid", "Product ML, remote teams", "15 days to 1 month", "Short notice works both ways"],
            note="Illustrative summary for this demonstration site. Contracts vary; read the clause.",
        ),
        heading("Pools by problem"),
        text("""
<p><b>Fraud and risk.</b> London, Amsterdam and Stockholm, because payments companies grew up there. The people have lived with delayed labels and adversaries. Berlin’s consumer lenders are a second source.</p>
<p><b>Perception and robotics.</b> Zurich and Munich. Doctorates from ETH Zurich and the technical university in Munich feed both. Expect C++ beside Python and an interest in hardware you may not have.</p>
<p><b>Large-model training.</b> Paris and London hold most of it, with Zurich next. The pool is small, everyone in it knows the others, and a clumsy approach is discussed by the evening.</p>
<p><b>Serving and inference performance.</b> Warsaw, Kraków and London. Games studios in Stockholm and high-performance computing groups in Barcelona are under-searched.</p>
<p><b>Forecasting and optimisation.</b> Paris for operations research; Copenhagen and Oslo for power trading. If your company trades or balances electricity, the engineers you want may already sit beside the teams described under <a href="page:grid-storage">Grid &amp; Storage</a>.</p>
"""),
        fact_row("ml-relocate", "ml-hybrid", "ml-start"),
        heading("Permits and borders"),
        text("""
<p>Freedom of movement covers EU and EFTA citizens between the EU and Switzerland. Irish citizens apart, it does not cover the UK in either direction, and that changes the arithmetic of a search.</p>
<ul>
<li><b>Into the UK.</b> You need a sponsor licence for a Skilled Worker. Without one, add the time to get it. Senior engineers clear the salary threshold. Some will qualify for Global Talent and need no sponsor; ask early.</li>
<li><b>Into the EU.</b> The EU Blue Card suits most degree-holding engineers, and IT specialists may qualify on experience. Germany and the Netherlands are quick once documents are complete. Embassy appointments are the delay.</li>
<li><b>Into Switzerland.</b> Non-EU nationals fall under annual quotas, with a separate one for UK citizens, and the employer must usually show it searched locally first. Begin before the offer is signed.</li>
<li><b>Between EU countries.</b> No permit for citizens. A Blue Card holder may move after twelve months with a new application. Tax and social security follow the place of work, so “remote from anywhere” needs a list of countries.</li>
</ul>
<p>We are not immigration advisers. We ask about status in the first conversation so that your adviser hears of it in week three, well before the offer.</p>
"""),
        heading("The calendar"),
        text("""
<p><b>January to March.</b> British and Swiss finance pays bonuses; people resign afterwards. German quarter-end contracts make 31 December and 31 March the dates to work back from.</p>
<p><b>April to June.</b> The best quarter for starting conversations. Dutch holiday allowance usually arrives in May and resignations follow.</p>
<p><b>July and August.</b> Sweden closes in July; France, Italy and Spain in August. Map and write during these weeks. Do not schedule panels.</p>
<p><b>September to mid-December.</b> Busy everywhere. Doctoral candidates look for posts. Much of the research community travels in early December for its largest conference, so hold no final rounds that week. A contract signed by mid-December lets a candidate in Munich resign before the year ends and start on 1 April.</p>
"""),
        callout(
            "The cheap city that is not",
            "<p>Opening a post in Warsaw or Lisbon to save on pay works if three or four people will sit there. One engineer alone, absent from every "
            "decision, tends to leave: the median stay is {fact:ml-alone}. Count the second search before you count the saving.</p>",
        ),
        heading("Three searches, three starting points"),
        text("""
<p><b>A London insurer wants a senior engineer for claims fraud, two office days.</b> Start in London payments. Add marketplace trust teams. Do not start in Zurich: the pay gap is too wide to cross for a sideways step.</p>
<p><b>A Berlin industrial company wants its first ML engineer for visual inspection.</b> Munich and Zurich first, for people from the region who want to return. Offer three office days and start the works council paperwork, where there is one, in week one.</p>
<p><b>A remote-first software company wants two people for LLM evaluation.</b> Warsaw, Barcelona and Amsterdam together, one shared range, one employer-of-record quote per country beforehand. Choose people within one hour of each other.</p>
"""),
        heading("What the cities of the map pay"),
        pay_table(
            "Base pay in four of the hubs",
            "Machine Learning Engineer",
            places="London, Paris, Berlin, Zurich",
            currencies="GBP, EUR, CHF",
            note="Five more cities are in the salary guide. There are no bands for Warsaw and Barcelona yet.",
        ),
        heading("Reading the map with the other guides"),
        text("""
<p>The map tells you where. What to pay there is in the <a href="page:machine-learning-salary-guide">machine learning salary guide</a>, and how to run the seven weeks is in the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. For a leadership post, city matters less than remit, so begin with the <a href="page:head-of-ai-hiring-guide">Head of AI hiring guide</a>.</p>
<p>We redraw the map twice a year from our own conversations. Which of us covers which city is on <a href="page:machine-learning">Machine Learning recruitment</a>.</p>
"""),
        related_guides(
            "With the city chosen",
            "machine-learning-salary-guide",
            "machine-learning-engineer-hiring-guide",
            "battery-storage-market-map",
        ),
    ],
    cta_heading="Which city should your search start in?",
    cta_text="Tell us the problem and where you can employ. We will come back with two pools, the notice to expect and a range.",
)
