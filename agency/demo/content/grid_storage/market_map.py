"""Battery storage market map."""

import datetime

from agency.demo.vocabulary import Guide, cta, heading, market_map, quote, table, text

GUIDE = Guide(
    kind="market_map",
    slug="battery-storage-market-map",
    title="Battery storage talent in Europe: a market map",
    question="Where are battery storage engineers in Europe?",
    short_title="Battery storage market map",
    summary="Who works on grid-scale batteries in seven countries, who is free, who is scarce and which neighbouring fields convert.",
    standfirst="Seven markets, seven reasons to build a battery, and so seven different sets of people. What we see from our side of the table.",
    search_description="Battery storage talent in Great Britain, Ireland, Germany, the Netherlands, Italy, Spain and Poland: who is free, who is scarce, where to look.",
    reviewer="henrik-sand",
    reviewed_on=datetime.date(2026, 10, 5),
    changes=[
        (datetime.date(2026, 10, 5), "The pool is counted by country and function; until now it was one number."),
    ],
    guide_heading="Where storage people are, and what would move them",
    guide_intro="Use it to choose a country, a neighbouring field and an order of search before you fix the job title.",
    body=[
        heading("The size of the pool"),
        market_map(
            "People with two years or more on batteries of 10 MW and above",
            ["Development and grid", "Optimisation and trading", "Delivery and asset management"],
            ("Great Britain", [1150, 420, 1180]),
            ("Germany", [560, 190, 640]),
            ("Italy", [290, 45, 430]),
            ("Spain", [270, 40, 370]),
            ("Netherlands", [230, 90, 250]),
            ("Ireland", [210, 40, 260]),
            ("Poland", [190, 25, 270]),
            source="Illustrative counts for this demonstration site.",
        ),
        text(
            """
<p>The shape matters more than the numbers. Development is broad, and in
Great Britain it has slack. Optimisation is so small that most candidates know who else is on your list. Delivery is short in every country at once,
because the sites that kept a date all build in the same three years.</p>
"""
        ),
        heading("Country by country"),
        table(
            "What pays for a battery, and what that does to hiring",
            ["Country", "Revenue behind the project", "Easier to find", "Hard to find"],
            [
                "Great Britain",
                "Balancing Mechanism, response and reserve, Capacity Market, tolls",
                "Early-stage developers",
                "Energisation and commissioning leads",
            ],
            [
                "Ireland",
                "Capacity contracts, system services in transition",
                "Wind developers",
                "Grid code test engineers",
            ],
            ["Germany", "Intraday spreads, FCR and aFRR, tolls", "Land and permitting", "High-voltage grid engineers"],
            [
                "Netherlands",
                "Imbalance, aFRR, time-bound transport rights",
                "Short-term traders",
                "Grid contract leads",
            ],
            [
                "Italy",
                "MACSE contracts of 15 years, capacity market",
                "Solar developers",
                "Delivery managers for 2028",
            ],
            [
                "Spain",
                "Solar price spread, co-location, grants",
                "Solar construction teams",
                "Storage commercial leads",
            ],
            [
                "Poland",
                "Long capacity contracts, shrinking derating",
                "Power station engineers",
                "Financing and toll leads",
            ],
            note="Our reading, illustrative for this demonstration site. Check current market rules before relying on it.",
        ),
        text(
            """
<p>Two rule changes explain most of the movement. In Great Britain the connections reform sent a large share of battery projects to Gate 1, and the people who originated
them are looking. In Germany the grid fee exemption has a commissioning deadline of 4 August 2029, so everyone wants the same energisation engineers before it.</p>
"""
        ),
        heading("Neighbouring fields that convert"),
        heading("Gas peakers and trading desks", level=3),
        text(
            """
<p>They know dispatch, imbalance and an outage at six in the evening. They must learn state of charge, degradation and warranty limits: a start no longer costs fuel, it costs life.</p>
"""
        ),
        heading("Solar construction", level=3),
        text(
            """
<p>Contracts, civil works and schedule transfer at once. Fire safety design, integrator warranties and high-voltage energisation do not.</p>
"""
        ),
        heading("Rail, marine and data-centre power", level=3),
        text(
            """
<p>Converter and UPS engineers commission well. Give them somebody who knows the Grid Code. The
<a href="page:power-systems-engineer-interview-guide">power systems interview guide</a> shows how to see the gap.</p>
"""
        ),
        heading("Forecasting and software", level=3),
        text(
            """
<p>Optimisers need people who ship models against a daily gate closure. That is a machine learning search with an energy panel; start from our
<a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>.</p>
"""
        ),
        heading("What moves them"),
        quote(
            "They used to ask me how many megawatts. Now they ask how many have a date, and whose money builds them.",
            "Marta Vieira",
            "Partner, Energy Transition",
        ),
        text(
            """
<ul>
<li>An energised asset, or a signed connection date with capital behind it.</li>
<li>Equity with a stated event and year. Options in a pipeline persuade nobody who has held some.</li>
<li>A say in the technical choices: integrator, duration, grid-forming or not.</li>
</ul>
"""
        ),
        heading("Search in this order"),
        text(
            """
<ol>
<li><b>Same country, same stage.</b> Give it three weeks. If fewer than eight people fit, the brief is too narrow or the pool is.</li>
<li><b>Same country, neighbouring field.</b> Best for delivery and commissioning.</li>
<li><b>Another country, same stage.</b> Works for trading, finance and studies, which run in English. Distribution grid work in Germany and permitting in Italy do not.</li>
</ol>
<p>For grid roles, settle the job first with our <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a>.</p>
"""
        ),
        heading("Three hires to avoid"),
        text(
            """
<ul>
<li>A trader for an asset on a full toll. The toller decides dispatch for the term; you need a contract manager who reads availability reports.</li>
<li>A developer with a Gate 1 portfolio for a delivery job, unless one site went to energisation.</li>
<li>A “Head of Storage” before the first site is funded. Hire the function the next site lacks.</li>
</ul>
<p>The <a href="page:grid-storage">Grid &amp; Storage page</a> says which of these roles we take on.</p>
"""
        ),
        cta(
            "Choosing a country for your next storage hire?",
            "Send us the site, the stage and the revenue model. We will tell you which pool we would open first.",
        ),
    ],
    cta_heading="Building a storage team?",
    cta_text="Describe the sites and the dates. We will answer with the first two hires we would make, and why.",
)
