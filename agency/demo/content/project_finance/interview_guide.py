"""Financial modeller interview guide."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    checklist,
    fact_row,
    heading,
    interview_questions,
    pay_table,
    table,
    text,
)

GUIDE = Guide(
    kind="interview_guide",
    slug="financial-modeller-interview-guide",
    role="Financial Modeller",
    title="Interviewing a project finance modeller",
    question="How do I test a project finance modeller?",
    short_title="Financial modeller interview",
    summary="A ninety-minute modelling test with seeded faults, a marking sheet, a rule on AI tools and questions for the conversation.",
    standfirst="Anybody can present a model that works. Give them one that does not, watch for ninety minutes, and then talk about what they chose to leave alone.",
    search_description="How to interview a project finance modeller: a 90-minute broken model, marking sheet, debt sizing and circularity questions, and a rule on AI tools.",
    reviewer="marta-vieira",
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
        fact_row("finance-found", "finance-heavy"),
        text(
            """
<p>Give the log, the four lines and the conversation a third each. Two people mark the log separately. Four light and medium faults with a clear note beat six faults and silence: the silent one will be
right in a room you are not in.</p>
"""
        ),
        heading("Questions for the twenty minutes"),
        interview_questions(
            "Listen for mechanics, not vocabulary",
            (
                "How do you handle the loop between debt size, fees and interest during construction?",
                "Circularity",
                "A copy-and-paste macro with a check, or an algebraic solution. Both are sound if they know the cost.",
                "Iterative calculation is left on. One error travels round the loop and stays.",
            ),
            (
                "Which functions do you forbid?",
                "Structure others can follow",
                "OFFSET and INDIRECT, usually, because nobody can trace them. They may cite the FAST standard; ask which of its rules they break.",
                "None, if they are quick.",
            ),
            (
                "Where does UK tax bite first?",
                "Tax that moves the answer",
                "Capital allowances, and whether the plant is main or special rate. Then the limit on interest deductions, 30% of tax-EBITDA above £2m of net interest, with the exemptions they would check.",
                "“Tax is a sheet the adviser sends.”",
            ),
            (
                "What did a model auditor last find in yours?",
                "Honesty about a fault",
                "A specific cell, and a change of habit.",
                "“Nothing”, which means there was no audit.",
            ),
        ),
        pay_table("Base pay of a senior modeller", "Financial Modeller", places="London"),
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
