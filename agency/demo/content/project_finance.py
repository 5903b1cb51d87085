"""Project Finance: the canonical page and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    facts,
    heading,
    questions,
    quote,
    table,
    text,
)

HIRING_GUIDE = Guide(
    kind="hiring_guide",
    slug="renewables-investment-director-hiring-guide",
    title="How to hire a renewables investment director",
    short_title="Hiring an investment director",
    summary="How to define the job by its first deals, read a deal sheet, test judgement on paper and time an offer around bonuses.",
    standfirst="Every candidate has closed a gigawatt. The search is about finding out which part of it they closed, and whether that is the part you need.",
    search_description="How to hire a renewables investment director: defining the job, reading a deal sheet, an investment paper exercise, FCA references and timing.",
    reviewer="henrik-sand",
    reviewed_on=datetime.date(2026, 11, 9),
    guide_heading="From a deal list to a decision",
    guide_intro="For chief investment officers, fund partners and chief executives of developers raising or recycling capital.",
    body=[
        heading("Name the first three deals"),
        text(
            """
<p>Write down three transactions this person should close in the first eighteen months: the technology, the country, the stage, the size of the cheque and where the money comes from. Two
of the three should already be visible. If you cannot name any, you want an origination hire with a longer fuse and a different bonus; say so.</p>
<p>The list does most of the work of a job description. It also tells you what to leave out. Somebody who has bought operating solar in Spain may be excellent
and still have never taken construction risk.</p>
"""
        ),
        heading("Origination, structuring or portfolio"),
        table(
            "The three kinds of investment director",
            ["Kind", "Lives in", "Strong at", "Often thin on"],
            [
                "Originator",
                "Bilateral talks, site visits",
                "Access, price, exclusivity",
                "Documents after signing",
            ],
            ["Structurer", "Term sheets, lenders, tax", "Debt, hedges, offtake contracts", "Finding the deal"],
            ["Portfolio lead", "Boards, refinancing, exits", "Value after closing", "Speed in an auction"],
        ),
        text(
            """
<p>A team needs all three; a person is two at best. Hire the one your partners are not. If what you lack is leverage on a single asset, you may need a lower and cheaper hire:
see <a href="page:project-finance-or-corporate-finance">project finance or corporate finance</a>.</p>
"""
        ),
        heading("Reading a deal sheet"),
        text(
            """
<p>Ask for one line per deal, closed and lost, before the second meeting. Then take two lines apart.</p>
<ol>
<li><b>Seat.</b> Buyer, seller, lender, adviser? Advisers see many deals and own none of the outcomes.</li>
<li><b>Moment.</b> Joined before the offer, or after exclusivity?</li>
<li><b>Assumption.</b> Which input did they argue for: yield at P50 or P90, capture price, curtailment, grid date? Who argued back?</li>
<li><b>Afterwards.</b> How does the asset perform against the paper? A director who has not looked is telling you something.</li>
</ol>
<p>The lost deals matter as much. You learn the price at which they stopped.</p>
"""
        ),
        heading("Two pages, not a model"),
        text(
            """
<p>At this level do not set a modelling test; keep that for the <a href="page:financial-modeller-interview-guide">financial modeller interview</a>. Give a public information pack on an
invented 200 MW solar and battery project: a contract for difference on part of the output, a merchant tail, a connection date that has moved twice. Allow three
days and two pages. Ask for a recommendation, the price, and the three findings that would make them withdraw.</p>
<p>Look for the connection date. Half of otherwise good papers take it from the seller (illustrative, our reading). The better ones ask who can confirm it, which is why
we suggest a <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer</a> joins the panel for twenty minutes.</p>
"""
        ),
        heading("If your firm is authorised"),
        callout(
            "Add six weeks, and start them early",
            """
<p>In a UK authorised fund manager the role will usually be a certified one, sometimes a senior manager function that needs FCA approval before the start. You must ask past
employers for regulatory references covering six years. Tell the candidate at shortlist, and agree when their current employer may be contacted: a request sent early is a
resignation. Developers outside the perimeter skip all this and should use the advantage. The six weeks are illustrative.</p>
""",
        ),
        heading("The calendar behind every offer"),
        facts(
            ("Brief to accepted offer", "104 days", "Illustrative, retained, UK and EU, Q3 2026"),
            ("Notice or garden leave", "3–6 months", "Illustrative, UK, Q3 2026"),
            ("Base, investment director", "£135k–£175k", "Illustrative, London, Q3 2026"),
        ),
        text(
            """
<p>Bonuses are paid between February and April in most houses. An offer in November must buy one out. An offer in March need not, but five other firms know that. The best time to start
is September: meet in autumn, agree in January, announce after the payment clears.</p>
<p>Expect restrictions on named assets, and inside information. Agree in writing that they bring no documents and sit out any live process they know from the other side.</p>
"""
        ),
        heading("The terms that decide it"),
        text(
            """
<ul>
<li><b>Carried interest or a long-term plan</b>, with the vehicle, the vesting and the treatment of leavers written down before the final meeting.</li>
<li><b>Committee rights.</b> A vote, or a voice? Candidates refuse good pay over this.</li>
<li><b>Capital in place.</b> “Raising” is an honest word. Use it if it is true.</li>
</ul>
"""
        ),
        quote(
            "I took less money and a seat at the committee. I would do it again.",
            "An investment director",
            "Placed after two counter-offers",
        ),
        text(
            """
<p>The <a href="page:project-finance">Project Finance page</a> says which of these searches we accept and how many we run at once.</p>
"""
        ),
    ],
    cta_heading="Hiring an investment director?",
    cta_text="Tell us the first three deals and the source of the capital. We will say who has closed something like them.",
)

COMPARISON = Guide(
    kind="role_comparison",
    slug="project-finance-or-corporate-finance",
    title="Project finance or corporate finance: which hire?",
    short_title="Project or corporate finance?",
    summary="Two finance hires that look alike on paper, what each does badly in the other's chair, and how to choose by funding plan.",
    standfirst="Both read a balance sheet and build a model. One has spent years making a single asset borrow on its own; the other makes a company borrow as a whole.",
    search_description="Project finance or corporate finance for an energy company: differences in debt, documents and daily work, and which to hire for your funding plan.",
    reviewer="henrik-sand",
    reviewed_on=datetime.date(2026, 7, 6),
    guide_heading="Choose by where the debt will sit",
    guide_intro="For founders, chief financial officers and boards of developers about to make their first senior finance hire.",
    body=[
        heading("The difference in one table"),
        table(
            "Two trades side by side",
            ["Question", "Project finance", "Corporate finance"],
            ["Who borrows?", "A company that owns one asset", "The group"],
            ["Who repays?", "That asset's cash, little or no recourse", "All the group's cash"],
            ["What sizes the debt?", "Cover ratio on forecast cash", "Multiple of earnings, or a rating"],
            ["How long?", "15–20 years, sculpted repayment", "5–7 years, refinanced"],
            ["Whom do lenders send?", "Technical, legal, insurance advisers", "Analysts, then the treasurer's bank"],
            ["What do they fear?", "A late grid date, a bad wind year", "A covenant, a downgrade"],
            ["Thickest document", "Facilities agreement, direct agreements", "Information memorandum"],
            note="Tenors illustrative for this demonstration site, Q3 2026",
        ),
        heading("Follow your funding plan"),
        heading("Assets financed one at a time", level=3),
        text(
            """
<p>Hire project finance. You will negotiate cover ratios, reserve accounts, hedging, lock-up tests and direct agreements with every contractor. A
newcomer learns these at your lenders' hourly rate. Illustrative cover ratios show why it pays: 1.20 times on contracted revenue and 1.80 on merchant
revenue imply very different equity cheques for the same plant.</p>
"""
        ),
        heading("A platform raising equity or a group loan", level=3),
        text(
            """
<p>Hire corporate finance. The work is a business plan, an equity story, group covenants, and a monthly forecast that comes true. Someone from project finance will build a
perfect model of each plant and be late with the overhead.</p>
"""
        ),
        heading("A facility over several assets", level=3),
        text(
            """
<p>This is the grey zone: portfolio refinancing, holding-company debt, a construction revolver. Hire project finance with one holding-company deal on the record. The cash sits in the
assets, the covenants sit above them, and the trap is the distribution test in between.</p>
"""
        ),
        heading("What each does badly in the other's chair"),
        text(
            """
<ul>
<li><b>Project financiers in a corporate seat</b> negotiate well and forecast slowly. They treat payroll as a rounding error. They dislike a plan that changes every month.</li>
<li><b>Corporate financiers in a project seat</b> accept a lender's term sheet as a form to fill in. They discover the reserve account when it has to be funded.</li>
</ul>
<p>Neither fault is a lack of talent. People optimise what they have been punished for.</p>
"""
        ),
        quote(
            "I hired a corporate treasurer for a project loan. Eleven weeks in, the technical adviser asked who owned the outage assumption, and nobody did.",
            "A CFO",
            "After her second search",
        ),
        heading("Five questions that tell them apart"),
        questions(
            "Put these to any candidate",
            (
                "Why sculpt debt instead of repaying it level?",
                "<p>Project people answer without drawing breath: repayment follows cash so the cover ratio holds in every period. Others describe an amortising loan.</p>",
            ),
            (
                "What happens on the day of a lock-up?",
                "<p>Cash stays in the company, distributions stop, the lenders are told, and somebody explains it upstairs. Ask who that was.</p>",
            ),
            (
                "Which clause would you trade for ten basis points?",
                "<p>Either trade can answer. You learn what they have fought for.</p>",
            ),
            (
                "How do you close a month in eight working days?",
                "<p>Corporate people answer this one without drawing breath.</p>",
            ),
            (
                "When did you last tell a board the plan was wrong?",
                "<p>Dates and consequences. Both trades need it.</p>",
            ),
        ),
        heading("Seniority, and the cheaper answer"),
        text(
            """
<p>If you close one loan in two years, buy the experience: an adviser for the financing and a capable analyst inside, tested with our
<a href="page:financial-modeller-interview-guide">financial modeller interview guide</a>. If you close one a year, hire the head of project
finance. If you also choose what to buy, the hire is bigger: read
<a href="page:renewables-investment-director-hiring-guide">how to hire a renewables investment director</a>.</p>
<p>Whoever it is will live by the construction date. On an offshore project, that means the person's first ally is the
<a href="page:offshore-package-manager-hiring-guide">package manager</a>, so let them meet before the offer.</p>
"""
        ),
        heading("Still undecided?"),
        text(
            """
<p>Send us the funding plan, not a job title. The <a href="page:project-finance">Project Finance page</a> explains how we read one. We sometimes answer that you need neither.</p>
"""
        ),
    ],
)

INTERVIEW_GUIDE = Guide(
    kind="interview_guide",
    slug="financial-modeller-interview-guide",
    title="Interviewing a project finance modeller",
    short_title="Financial modeller interview",
    summary="A ninety-minute modelling test with seeded faults, a marking sheet, a rule on AI tools and questions for the conversation.",
    standfirst="Anybody can present a model that works. Give them one that does not, watch for ninety minutes, and then talk about what they chose to leave alone.",
    search_description="How to interview a project finance modeller: a 90-minute broken model, marking sheet, debt sizing and circularity questions, and a rule on AI tools.",
    reviewer="henrik-sand",
    reviewed_on=datetime.date(2026, 10, 26),
    guide_heading="Ninety minutes, one broken model",
    guide_intro="You need someone who can read a model to set it up. Your auditor or adviser can lend you one for half a day.",
    body=[
        heading("What you are buying"),
        text(
            """
<p>A modeller's product is a number that a committee and a lender believe on the same day. Speed with formulas is a small part. The rest is structure another person can follow, and
the nerve to say that an input is wrong.</p>
<p>So do not ask for a model from a blank sheet. It rewards whoever has the best template, and nobody builds from blank in the job.</p>
"""
        ),
        heading("Build the test once"),
        text(
            """
<p>Take a plain semi-annual model of an invented 50 MW battery or solar plant: timing flags, revenue, costs, debt, tax, three statements, returns. Strip the names. Seed six faults of different
weight, and keep the list.</p>
"""
        ),
        table(
            "Six faults worth seeding",
            ["Fault", "Weight", "What finding it shows"],
            ["Balance sheet off in one period only", "Light", "They read the checks first"],
            ["Indexation applied from the wrong base date", "Light", "They test inputs against documents"],
            ["Interest on closing instead of opening balance", "Medium", "They know where circularity starts"],
            ["Reserve account funded after distributions", "Medium", "They can recite the cash waterfall"],
            ["Debt sized on P50 where the term sheet says P90", "Heavy", "They read the term sheet"],
            ["Seller's curtailment figure copied as a constant", "Heavy", "They question what nobody flagged"],
        ),
        heading("Run it like this"),
        text(
            """
<ol>
<li>Ten minutes to read a one-page term sheet, with no computer.</li>
<li>Fifty minutes in the file. Ask for a log: cell, fault, effect on the cover ratio, fixed or left.</li>
<li>Ten minutes alone to write four lines to the investment director.</li>
<li>Twenty minutes to talk.</li>
</ol>
<p>Tell candidates the length, the software and the subject beforehand. Surprise measures nerves. Anybody who needs more time or another layout gets it; the job has no stopwatch.</p>
"""
        ),
        callout(
            "A rule on AI tools",
            """
<p>Allow them, say so in the invitation, and ask for the conversation to be kept. Assistants now find the light faults quickly. They do not know what your lender agreed. A
candidate who pastes in a fix and cannot explain the effect on the cover ratio has failed, and so has one who pretends not to use a tool everyone will use on Monday. Use an invented
plant, never a live file.</p>
""",
        ),
        heading("Mark before you meet"),
        facts(
            ("Faults found, median", "3.5 of 6", "Illustrative, shortlisted candidates, Q3 2026"),
            ("Found a heavy fault", "1 in 3", "Illustrative, shortlisted candidates, Q3 2026"),
            ("Base, senior modeller", "£78k–£98k", "Illustrative, London, Q3 2026"),
        ),
        text(
            """
<p>Give the log, the four lines and the conversation a third each. Two people mark the log separately. Four light and medium faults with a clear note beat six faults and silence: the silent one will be
right in a room you are not in.</p>
"""
        ),
        heading("Questions for the twenty minutes"),
        questions(
            "Listen for mechanics, not vocabulary",
            (
                "How do you handle the loop between debt size, fees and interest during construction?",
                (
                    "<p>A copy-and-paste macro with a check, or an algebraic solution. Both are sound if they know the cost. Leaving iterative calculation on is not: one error travels "
                    "round the loop and stays.</p>"
                ),
            ),
            (
                "Which functions do you forbid?",
                "<p>OFFSET and INDIRECT, usually, because nobody can trace them. They may cite the FAST standard. Ask which of its rules they break.</p>",
            ),
            (
                "Where does UK tax bite first?",
                (
                    "<p>Capital allowances, and whether the plant is main or special rate. Then the limit on interest deductions, 30% of tax-EBITDA above £2m of net interest, with the "
                    "exemptions they would check.</p>"
                ),
            ),
            (
                "What did a model auditor last find in yours?",
                "<p>A specific cell, and a change of habit. “Nothing” means there was no audit.</p>",
            ),
        ),
        heading("Is it a modeller you need?"),
        checklist(
            "Look again if the job is mainly",
            "Half-hourly dispatch data and dashboards",
            "Term sheets and lender calls",
            "Monthly group forecasts",
            "Deciding what to pay for an asset",
        ),
        text(
            """
<p>The first is a data job; see <a href="page:data-engineer-or-analytics-engineer">data engineer or analytics engineer</a>. The next two are weighed in
<a href="page:project-finance-or-corporate-finance">project finance or corporate finance</a>. The last belongs to an
<a href="page:renewables-investment-director-hiring-guide">investment director</a>. For all of them, <a href="page:project-finance">Project Finance</a> is where we start.</p>
"""
        ),
    ],
    cta_heading="Hiring a project finance modeller?",
    cta_text="Tell us the assets, the lenders and the next closing. We can also lend you a test model and somebody to mark it.",
)

SPECIALISM = Specialism(
    slug="project-finance",
    title="Project Finance",
    heading="Project Finance recruitment",
    summary="Investment directors, project financiers and modellers for renewable energy funds, developers and lenders.",
    standfirst="The people who decide what an asset is worth, borrow against it, and answer for both numbers afterwards.",
    search_description="Project finance recruitment for renewables: investment directors, heads of project finance and modellers in London and Europe. Led by Henrik Sand.",
    remit="""
<p>We recruit the people who fund the energy transition: investment directors and associates, heads of project finance, lenders' and sponsors' deal leads, asset and portfolio managers,
and the modellers whose file everyone argues over.</p>
<p>Our clients are infrastructure funds, developers, utilities and the lending desks that serve them. The work is centred on London, with searches in Madrid, Paris, Hamburg,
Milan and Copenhagen. <a href="page:henrik-sand">Henrik Sand</a> leads it and also runs <a href="page:offshore-wind">Offshore Wind</a>, so the person judging a financier has
talked to the package managers who spend the money.</p>
<p>We run at most four director searches at once (illustrative), because more would mean approaching the same person twice. We do not recruit for unfunded vehicles on contingent terms.</p>
""".strip(),
    key_figures=[
        ("Brief to accepted offer", "104 days", "Illustrative, director level, Q3 2026"),
        ("Director searches at once", "4", "Illustrative, our own limit, Q3 2026"),
        ("Counter-offers made", "1 in 2", "Illustrative, accepted offers, Q3 2026"),
    ],
    body=[
        heading("We read the funding plan first"),
        text(
            """
<p>Before we agree a title we ask where the debt will sit, which deals are visible and whose capital is committed. From that we write one page: the first
three transactions, the authority of the role, and what it will not do. Candidates see that page, with names removed, at the first conversation. It saves
everyone a meeting.</p>
"""
        ),
        heading("Three reasons these searches slip"),
        text(
            """
<ol>
<li><b>Bonus dates.</b> From November to March the price of moving includes a payment not yet made.</li>
<li><b>Conflicts.</b> Candidates may be across the table from you this week. We check live processes before we name you.</li>
<li><b>Counter-offers.</b> Half of our accepted offers meet one (illustrative). We ask about it at the first call, in plain words, and again before you sign.</li>
</ol>
"""
        ),
        heading("Pick a guide by the decision in front of you"),
        text(
            """
<p>Unsure which finance hire it is: <a href="page:project-finance-or-corporate-finance">project finance or corporate finance</a>. Ready to bring in a dealmaker:
<a href="page:renewables-investment-director-hiring-guide">how to hire a renewables investment director</a>. Candidates booked for next week: the
<a href="page:financial-modeller-interview-guide">financial modeller interview guide</a>. What the money buys is with
<a href="page:grid-storage">Grid &amp; Storage</a> and Offshore Wind.</p>
"""
        ),
    ],
    cta_heading="Hiring in project finance or investment?",
    cta_text="Tell us the first deals and where the capital comes from. Henrik Sand reads every brief and replies within one working day.",
    leads=("henrik-sand",),
    guides=(HIRING_GUIDE, COMPARISON, INTERVIEW_GUIDE),
)
