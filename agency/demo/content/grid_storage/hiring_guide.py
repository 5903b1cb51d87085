"""Grid connection engineer hiring guide."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    checklist,
    fact_row,
    heading,
    pay_table,
    process_timeline,
    table,
    text,
)

GUIDE = Guide(
    kind="hiring_guide",
    slug="grid-connection-engineer-hiring-guide",
    role="Grid Connections Manager",
    title="How to hire a grid connection engineer",
    question="How do I hire a grid connection engineer?",
    short_title="Hiring a grid connection engineer",
    summary="Three jobs share the title. How to tell which one you need, where those people work and how to test them.",
    standfirst="The title covers three different jobs. Most failed searches we are asked to repair hired a good person for the wrong one.",
    search_description="How to hire a grid connection engineer in the UK and Europe: the three jobs behind the title, one useful exercise, notice periods and pay.",
    reviewer="henrik-sand",
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
                "Well before first export",
                "A final operational notification they led",
            ],
        ),
        text(
            """
<p>The third is needed {fact:grid-export} before first export, and is usually looked for in the last six.</p>
"""
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
        fact_row("grid-time", "grid-notice"),
        pay_table("Base pay of two of the three jobs", places="United Kingdom", currencies="GBP"),
        process_timeline(
            "From offer letter to engineer",
            ("Position", 1, "weeks", "The page above is filled in and read by us.", "You, then us"),
            (
                "Five who are not candidates",
                1,
                "weeks",
                "We check with people in the field that the job exists as described.",
                "Us",
            ),
            ("Search", 4, "weeks", "About ninety approaches, in four kinds of employer.", "Us"),
            (
                "Exercise",
                2,
                "weeks",
                "A redacted offer a day ahead, then an hour.",
                "Your lead engineer and project director",
            ),
            ("Offer", 2, "weeks", "With the reporting line in writing.", "Whoever can stop a project"),
            note="Illustrative durations. Notice of network operators comes on top.",
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
