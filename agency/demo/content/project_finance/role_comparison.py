"""Project finance or corporate finance."""

import datetime

from agency.demo.vocabulary import Guide, heading, interview_questions, quote, table, text

GUIDE = Guide(
    kind="role_comparison",
    slug="project-finance-or-corporate-finance",
    title="Project finance or corporate finance: which hire?",
    question="Do I need a project finance or a corporate finance person?",
    short_title="Project or corporate finance?",
    summary="Two finance hires that look alike on paper, what each does badly in the other's chair, and how to choose by funding plan.",
    standfirst="Both read a balance sheet and build a model. One has spent years making a single asset borrow on its own; the other makes a company borrow as a whole.",
    search_description="Project finance or corporate finance for an energy company: differences in debt, documents and daily work, and which to hire for your funding plan.",
    reviewer="marta-vieira",
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
            note="Tenors illustrative for this demonstration site.",
        ),
        heading("Follow your funding plan"),
        heading("Assets financed one at a time", level=3),
        text(
            """
<p>Hire project finance. You will negotiate cover ratios, reserve accounts, hedging, lock-up tests and direct agreements with every contractor. A
newcomer learns these at your lenders' hourly rate. Two cover ratios show why it pays: {fact:finance-contracted} on contracted revenue and {fact:finance-merchant} on merchant
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
        interview_questions(
            "Put these to any candidate",
            (
                "Why sculpt debt instead of repaying it level?",
                "Project finance",
                "Without drawing breath: repayment follows cash, so that the cover ratio holds in every period.",
                "The description of an amortising loan.",
            ),
            (
                "What happens on the day of a lock-up?",
                "Project finance",
                "Cash stays in the company, distributions stop, the lenders are told, and somebody explains it upstairs. They know who that was.",
                "“We never had one.”",
            ),
            (
                "Which clause would you trade for ten basis points?",
                "What they have fought for",
                "Either trade can answer, with the clause and the night it was agreed.",
                "None, on principle.",
            ),
            (
                "How do you close a month in eight working days?",
                "Corporate finance",
                "Without drawing breath: the calendar, the accruals, who is chased on day two.",
                "“The accountants did that.”",
            ),
            (
                "When did you last tell a board the plan was wrong?",
                "Nerve, in both trades",
                "Dates and consequences.",
                "The plan has always held.",
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
