"""Grid & Storage: the canonical page and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    cta,
    facts,
    heading,
    questions,
    quote,
    table,
    text,
)

HIRING_GUIDE = Guide(
    kind="hiring_guide",
    slug="grid-connection-engineer-hiring-guide",
    title="How to hire a grid connection engineer",
    short_title="Hiring a grid connection engineer",
    summary="Three jobs share the title. How to tell which one you need, where those people work and how to test them.",
    standfirst="The title covers three different jobs. Most failed searches we are asked to repair hired a good person for the wrong one.",
    search_description="How to hire a grid connection engineer in the UK and Europe: the three jobs behind the title, one useful exercise, notice periods and pay.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 9, 14),
    guide_heading="Decide which job you have, then look for the person",
    guide_intro="For project directors and heads of development who hold connection offers, or are about to apply for them.",
    body=[
        heading("Three jobs share one title"),
        text(
            """
<p>One person rarely does more than one and a half of these well. Choose before anyone writes an advertisement.</p>
"""
        ),
        table(
            "What each job owns",
            ["Job", "Owns", "Hire when", "Ask to hear about"],
            [
                "Connections manager",
                "Applications, offers, securities, queue milestones",
                "You have sites and dates at risk",
                "An offer they reopened, and what changed",
            ],
            [
                "Studies engineer",
                "Load flow, fault level, dynamic and EMT studies",
                "Design choices wait on results",
                "A model a network operator accepted",
            ],
            [
                "Compliance and energisation engineer",
                "Grid Code submissions, witnessed tests",
                "12–18 months before first export",
                "A final operational notification they led",
            ],
            note="Lead time is illustrative for this demonstration site, Q3 2026",
        ),
        heading("Read your own position before the market's"),
        checklist(
            "Put these in the brief",
            "Voltage, network and operator at each connection point",
            "Gate 1 or Gate 2 status and phase of each project in Great Britain",
            "Appendix Q milestones due in the next twelve months",
            "Securities posted, and the cancellation charge if you walk away",
            "Which studies exist, who owns the models, and in which software",
            "Any non-firm or restricted access terms, and who accepted them",
        ),
        text(
            """
<p>A good candidate who reads that page will tell you within minutes which job you have. If nobody in the company can fill it in,
hire the connections manager first. The other two cannot start without the answers.</p>
"""
        ),
        heading("Great Britain: from holding a place to keeping it"),
        text(
            """
<p>Gate 2 projects have dates, and the dates carry user progression milestones under CUSC Section 16. Each milestone needs evidence,
and a missed one can end the agreement. Section 15 turns the same programme into securities, so this job now touches cash flow
every half year. Look for someone who has discharged milestones. A long list of applications proves little; ask how many became energised
megawatts.</p>
<p>At distribution the contract is with the network operator, the technical regime is G99, and a transmission impact
assessment can still leave you waiting on somebody else's substation. Distribution experience is real experience. It does not
by itself carry to 400 kV.</p>
"""
        ),
        heading("Elsewhere, hire for one network"),
        text(
            """
<p>Germany has the VDE application rules (VDE-AR-N 4110, 4120 and 4130) and a certificate for the plant as well as the unit. Its transmission
operators now rank large batteries by maturity instead of date of request. In Italy the work turns on Terna's connection solution, the STMG. In the Netherlands
it turns on which hours you may use. A candidate who claims five countries has usually managed consultants in four.
That is a useful portfolio job, and a different one. Our <a href="page:battery-storage-market-map">map of European battery storage talent</a> shows where each kind sits.</p>
"""
        ),
        heading("Where they work today"),
        text(
            """
<ul>
<li><b>Network operators.</b> Deep on process, used to being asked. Expect long notice, and expect them to be moved off your projects the day they resign.</li>
<li><b>Consultancies.</b> The best studies people. If the obvious candidate works for your own consultant, read that contract first: most forbid the approach or price it.</li>
<li><b>Inverter and turbine makers.</b> They know the model from inside and have stood through tests. Many have never owned a date.</li>
<li><b>Other developers.</b> Ready on the first day, and the dearest.</li>
</ul>
"""
        ),
        heading("One exercise is enough"),
        text(
            """
<p>Send a redacted connection offer a day ahead. In an hour, ask for three things: the date they would believe, the money at risk by
quarter, and the clause they would reopen. Strong candidates start in the appendices, with the enabling works and who else depends on them. Weak ones start with
the covering letter. For studies and compliance roles use the case in our
<a href="page:power-systems-engineer-interview-guide">power systems engineer interview guide</a> instead. Do not set an unpaid study.</p>
"""
        ),
        heading("Time, pay and reporting line"),
        facts(
            ("Brief to accepted offer", "71 days", "Illustrative, Great Britain, Q3 2026"),
            ("Usual notice", "3 months", "Illustrative, network operators, Q3 2026"),
            ("Base, connections manager", "£72k–£92k", "Illustrative, UK, Q3 2026"),
        ),
        callout(
            "Do not put this job under procurement",
            """
<p>A connection offer looks like a contract, so it is tempting. But its dates decide the site, the design and the financing.
Let the engineer report to whoever can stop a project. Lenders' advisers and your
<a href="page:renewables-investment-director-hiring-guide">investment director</a> will question them directly; a layer in between loses the answer.</p>
""",
        ),
        text(
            """
<p>How we run these searches, and what we turn down, is on the <a href="page:grid-storage">Grid &amp; Storage page</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring for a grid connection?",
    cta_text="Tell us the network, the voltage and the next milestone. We will say which of the three jobs we think it is.",
)

MARKET_MAP = Guide(
    kind="market_map",
    slug="battery-storage-market-map",
    title="Battery storage talent in Europe: a market map",
    short_title="Battery storage market map",
    summary="Who works on grid-scale batteries in seven countries, who is free, who is scarce and which neighbouring fields convert.",
    standfirst="Seven markets, seven reasons to build a battery, and so seven different sets of people. What we see from our side of the table.",
    search_description="Battery storage talent in Great Britain, Ireland, Germany, the Netherlands, Italy, Spain and Poland: who is free, who is scarce, where to look.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 10, 5),
    guide_heading="Where storage people are, and what would move them",
    guide_intro="Use it to choose a country, a neighbouring field and an order of search before you fix the job title.",
    body=[
        heading("The size of the pool"),
        facts(
            ("Development and grid", "≈ 2,900", "Illustrative headcount, seven countries, Q3 2026"),
            ("Optimisation and trading", "≈ 850", "Illustrative headcount, seven countries, Q3 2026"),
            ("Delivery and asset management", "≈ 3,400", "Illustrative headcount, seven countries, Q3 2026"),
        ),
        text(
            """
<p>We count people with two years or more on batteries of 10 MW and above. The shape matters more than the numbers. Development is broad, and in
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
            note="Our reading, illustrative for this demonstration site, Q3 2026. Check current market rules before relying on it.",
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

INTERVIEW_GUIDE = Guide(
    kind="interview_guide",
    slug="power-systems-engineer-interview-guide",
    title="Interviewing a power systems engineer",
    short_title="Power systems interview",
    summary="A half-day interview built on one single-line diagram, with questions, answers to listen for and a scoring grid.",
    standfirst="Software names on a CV tell you what an engineer has opened. One diagram and three conversations tell you what they would decide.",
    search_description="A half-day interview plan for power systems engineers: a 132 kV battery case, EMT and grid-forming questions, scoring grid, what to leave out.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 7, 20),
    guide_heading="An interview you can run next week",
    guide_intro="You need one engineer who has done the work on your side. If you have none, borrow your owner's engineer for an hour.",
    body=[
        heading("Half a day, three conversations"),
        table(
            "The plan",
            ["Part", "Minutes", "With", "It tests"],
            ["Case", "60", "Lead engineer and a peer", "What they ask before they calculate"],
            ["Their own study", "45", "Lead engineer", "What was truly theirs"],
            ["The date", "30", "Project director", "Whether they can say no and be useful"],
            note="Timings illustrative for this demonstration site, Q3 2026",
        ),
        text(
            """
<p>Hold all three on one day. Candidates in this field are often in a long notice period and three other processes; a second visit costs you a fortnight.</p>
"""
        ),
        heading("The case: 100 MW at a weak node"),
        text(
            """
<p>Hand over one sheet: a 100 MW battery, two 33/132 kV transformers, 18 km of 132 kV cable, the fault level at the connection point, and
a solar farm on the same busbar. Do not say which country. In England and Wales 132 kV is distribution, in Scotland it is transmission, and a good
engineer asks. Then, in this order:</p>
<ol>
<li><b>What do you want to know first?</b> Listen for: where the reactive range is measured, the fault level with circuits out, what else is contracted nearby.</li>
<li><b>Can the inverters meet the reactive range?</b> Cable charging helps one side and hurts the other. Transformer losses and tap range belong in the answer.</li>
<li><b>How strong is this node?</b> Plain short-circuit ratio flatters it, because the solar farm's inverters share the same strength. They should want a weighted measure.</li>
<li><b>What do you tell the project director today?</b> Two sentences. Somebody who cannot do this will be overruled for years.</li>
</ol>
"""
        ),
        heading("Questions that separate"),
        questions(
            "Ask, then listen for this",
            (
                "When do you insist on an EMT model?",
                (
                    "<p>When fast controls decide the result: weak grid, converters close together, series compensation nearby, or the operator requires it. RMS tools average those "
                    "controls away. “Always, to be safe” is a weak answer; it costs months.</p>"
                ),
            ),
            (
                "Energising the transformers breaks the voltage step limit. What now?",
                (
                    "<p>Point-on-wave switching, energising one at a time, a different running arrangement, pre-insertion resistors. In Great Britain they should name P28, "
                    "and ask who pays.</p>"
                ),
            ),
            (
                "What changes if the inverters are grid-forming?",
                (
                    "<p>They act as a voltage behind an impedance, so response is immediate instead of measured. It needs current and energy headroom, and "
                    "behaviour at the current limit must be shown. “Virtual inertia” alone is a slogan.</p>"
                ),
            ),
            (
                "Measured harmonics exceed the limit at compliance. Whose are they?",
                "<p>Good engineers ask for the background measurement taken before connection, then for cable resonance. G5/5 should come up. A filter is the end of the answer.</p>",
            ),
        ),
        heading("Let them defend a study"),
        text(
            """
<p>Ask for one study they signed, shown on their screen or redacted. Which assumption does the result lean on most? Who supplied the inverter model, and what was it
validated against? What did the network operator send back? Never ask for the model file. An engineer who sends you a client's model will one day send yours.</p>
"""
        ),
        heading("Score before you talk"),
        table(
            "Three marks each, written alone",
            ["Skill", "Below the line", "At the line", "Above it"],
            ["Framing", "Calculates at once", "Asks for fault level and range", "Finds the missing datum"],
            ["Method", "One tool for everything", "Chooses RMS or EMT with reasons", "Knows what each hides"],
            ["Ownership", "“We” throughout", "Names own decisions", "Names own mistake and its cost"],
            ["Advice", "Hedges", "Gives a date and a risk", "Offers a cheaper option"],
        ),
        text(
            """
<p>One “below” in ownership ends it. One “below” in method is a training question if the rest is strong.</p>
"""
        ),
        heading("Leave these out"),
        text(
            """
<ul>
<li><b>Software quizzes.</b> PowerFactory to PSS/E takes weeks. PSCAD takes longer, because EMT is another way of thinking; test the thinking.</li>
<li><b>Deriving Newton–Raphson.</b> It rewards recent graduates.</li>
<li><b>Control-system security.</b> It matters, and it is another job: see <a href="page:security-engineer-hiring-guide">hiring a security engineer</a>.</li>
</ul>
<p>Not sure a studies engineer is what you need? The <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a> sorts the three jobs.
The <a href="page:battery-storage-market-map">battery storage market map</a> says where to find them, and <a href="page:grid-storage">Grid &amp; Storage</a> how we search.</p>
"""
        ),
    ],
)

SPECIALISM = Specialism(
    slug="grid-storage",
    title="Grid & Storage",
    heading="Grid & Storage recruitment",
    summary="Grid connection, power systems and battery storage people for developers, asset owners and their investors.",
    standfirst="We find the people who turn a connection offer and a field into a battery that exports on the date it promised.",
    search_description="Recruitment of grid connection, power systems and battery storage specialists in the UK and Europe, led by Marta Vieira at Throughline Partners.",
    remit="""
<p>We recruit the people who get storage and generation connected, built and earning: connections managers, power systems and compliance engineers, storage
project directors, commissioning leads, and the commercial leads who contract with optimisers and tolling counterparties.</p>
<p>Most of our clients are developers and asset owners of fewer than fifty people, hiring the first or second person in a discipline. We work in Great Britain, Ireland,
Germany, the Netherlands, Italy, Spain and Poland. <a href="page:marta-vieira">Marta Vieira</a> leads every mandate here herself.</p>
<p>We do not place site electricians or relay technicians; local firms do that better. We also decline a search whose connection date
nobody in the company will defend to a candidate.</p>
""".strip(),
    key_figures=[
        ("Brief to accepted offer", "71 days", "Illustrative median, retained, Q3 2026"),
        ("People approached per search", "86", "Illustrative average, Q3 2026"),
        ("Shortlist", "4–5", "Illustrative, retained searches, Q3 2026"),
    ],
    body=[
        heading("How these searches go"),
        text(
            """
<p>We begin with your connection position, not with a job description. One page of voltages, operators, milestones and
securities tells us what the person will do in the first year. Week two is spent with five people in the field who are not candidates, checking that the job
exists as described. The longlist follows.</p>
"""
        ),
        heading("What makes them hard"),
        text(
            """
<p>The people are few and their dates are fixed. An engineer with a witnessed test in March will not move in February, and you should worry about one who would.
Network operator staff give long notice. Consultants are often bound not to join clients. And every candidate will check your queue position before they
check your salary, so we ask you to let us state it plainly.</p>
"""
        ),
        heading("Where to start reading"),
        text(
            """
<ul>
<li>You hold an offer and need someone to own it: the <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a>.</li>
<li>You are choosing a country or building a team: the <a href="page:battery-storage-market-map">battery storage market map</a>.</li>
<li>You have candidates already: the <a href="page:power-systems-engineer-interview-guide">power systems engineer interview guide</a>.</li>
</ul>
<p>Substations and export cables at sea belong to <a href="page:offshore-wind">Offshore Wind</a>. Capital belongs to <a href="page:project-finance">Project Finance</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring in grid or storage?",
    cta_text="Tell us the site, the network and the next date that matters. Marta Vieira reads every brief and replies within one working day.",
    leads=("marta-vieira",),
    guides=(HIRING_GUIDE, MARKET_MAP, INTERVIEW_GUIDE),
)
