"""Head of AI hiring guide."""

import datetime

from agency.demo.vocabulary import Guide, callout, fact_row, heading, pay_table, process_timeline, quote, table, text

GUIDE = Guide(
    kind="hiring_guide",
    slug="head-of-ai-hiring-guide",
    role="Head of AI",
    title="Head of AI hiring guide",
    question="How do I hire a head of AI?",
    short_title="Head of AI",
    summary="Three different jobs carry this title. How to choose one, test for it and give it enough authority to work.",
    standfirst="For chief executives and CTOs about to appoint a Head of AI, and for boards who have asked for one without saying what it is for.",
    search_description=(
        "Hiring a Head of AI in the UK or Europe: which of three remits you need, authority and budget, "
        "how to assess seniority, AI Act duties, pay and contract."
    ),
    author="tomas-lindqvist",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 10, 19),
    guide_heading="Settle the remit before the name",
    guide_intro="Most failed appointments we are asked to repair were the right person in a job that had not been decided.",
    pinned=["machine-learning-engineer-hiring-guide", "machine-learning-salary-guide"],
    body=[
        heading("Builder, adopter or scientist"),
        text("""
<p>The title covers three jobs with different people in them. The builder runs engineers who put models into a product. The adopter makes an existing organisation use AI safely: vendors, training, controls, persuasion. The scientist leads research that may take two years to matter. Few people are good at two.</p>
"""),
        table(
            "Which Head of AI",
            ["Remit", "Builder", "Adopter", "Scientist"],
            ["Reports to", "CTO", "COO or chief executive", "CTO or chief scientist"],
            ["Team after a year", "8–20 engineers", "3–6, plus people in each function", "5–12 researchers"],
            [
                "First-year result",
                "Two models live, measured",
                "Three processes changed, controls in place",
                "One result worth a product bet",
            ],
            [
                "Comes from",
                "ML lead in a product company",
                "Operations or transformation in a regulated firm",
                "Industrial laboratory",
            ],
            [
                "Fails when",
                "There is no product owner",
                "There is no mandate over functions",
                "The board wants revenue this year",
            ],
            note="Illustrative team sizes for this demonstration site.",
        ),
        text("""
<p>If your honest answer is “a bit of each”, write down the three results you would pay for in the first year and see which column holds two of them.</p>
"""),
        heading("Three reasons to wait"),
        text("""
<p>Wait if the first two engineers are not hired and nobody is already doing the work. A head with no hands spends a year recruiting. Start with the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>.</p>
<p>Wait if the data sits in systems that no one may query. A data platform lead will do more in six months: see <a href="page:data-platforms">Data Platforms</a>.</p>
<p>Wait if the appointment is for an announcement. Good candidates ask about budget in the first conversation and withdraw when there is none.</p>
"""),
        heading("Authority, budget and a line to the top"),
        text("""
<p>Put four things in writing before the person starts:</p>
<ul>
<li>A compute and vendor budget they can commit without a second signature, up to a stated sum.</li>
<li>The right to stop a project, including one that a board member likes.</li>
<li>Two open headcounts at least, and a say in who fills them. {fact:head-ai-deputies} of the appointments we make come with both.</li>
<li>A named executive who owns the business result of each project.</li>
</ul>
"""),
        callout(
            "Who approves the risk?",
            "<p>Do not make the Head of AI the only approver of the Head of AI’s own systems. Put the approval with risk, legal or security, and give "
            "this role the duty of evidence: an inventory of systems, an evaluation for each, a record of incidents. The same separation is argued in "
            '<a href="page:first-ciso-or-head-of-security">first CISO or head of security</a>.</p>',
        ),
        heading("What the law adds to the job"),
        text("""
<p>If you place AI systems on the EU market, or use them there, the AI Act gives you duties as provider or deployer. One company can be both. Duties for the listed high-risk uses were moved in 2026 to 2 December 2027. The list includes ranking job applicants, assessing creditworthiness, and pricing life and health insurance. UK and EU data protection rules on automated decisions apply already.</p>
<p>You need someone who can say, for each system in use, what it decides, on whose data, how it was tested and who can switch it off. If your customers ask about ISO/IEC 42001, the management-system standard for AI, ask candidates whether they have been through the audit.</p>
"""),
        heading("Assessing someone who knows more than the panel"),
        text("""
<p>Your interviewers probably cannot judge the technical claims. Borrow someone who can, such as a non-competing CTO. Pay for half a day, then run three conversations.</p>
<ol>
<li><b>The portfolio, with the failures in it.</b> Every project of the last four years on one page: what was spent, what went live, what was stopped and by whom. A list with no stopped projects belongs to someone who was not in charge.</li>
<li><b>The first hundred days, on your facts.</b> Give them real material under a non-disclosure agreement two days ahead. Listen for what they would stop and whom they would need to win over.</li>
<li><b>The sceptic.</b> An hour with the colleague most doubtful of the appointment, usually finance or operations.</li>
</ol>
<p>Take references sideways. A finance director and a general counsel who worked with the person tell you more than a former boss. Technical rounds for the team are in the <a href="page:machine-learning-interview-guide">machine learning interview guide</a>.</p>
"""),
        quote(
            "I asked each of them which project they had killed. Two changed the subject. The third took ten minutes and told me the cost. We hired her.",
            "A chief executive, insurance",
            "After a first appointment that lasted nine months",
        ),
        heading("Package, contract and timing"),
        fact_row("head-ai-time", "head-ai-notice"),
        pay_table("Base pay, all three remits", "Head of AI", places="London", currencies="GBP"),
        text("""
<p>The spread is the remit. Scientists from model laboratories sit above the range; adopters from regulated firms sit in the lower half with a larger bonus. Tie any bonus to measured outcomes with a named owner. Medians for the levels beneath are in the <a href="page:machine-learning-salary-guide">machine learning salary guide</a>.</p>
<p>In the contract, list the advisory seats that may continue, and settle who owns earlier work before the start date. A German post-contractual non-compete binds only if the employer pays at least half of the last remuneration while it lasts. Ask whether theirs is being enforced.</p>
"""),
        process_timeline(
            "From the board’s request to the first day",
            (
                "Remit",
                2,
                "weeks",
                "One of three remits is chosen, and the three results of the first year are written down.",
                "Board sponsor and us",
            ),
            ("Search", 5, "weeks", "Forty conversations, eight interviews by us, four people worth your time.", "Us"),
            (
                "Three conversations",
                4,
                "weeks",
                "Portfolio, first hundred days, the sceptic.",
                "Chief executive, an outside CTO, the sceptic",
            ),
            (
                "References and terms",
                3,
                "weeks",
                "References sideways; budget and headcount in the contract.",
                "Chief executive and counsel",
            ),
            (
                "Notice",
                16,
                "weeks",
                "The first two engineers can be hired in this time, with the new head’s advice.",
                "You",
            ),
            note="Illustrative durations for this demonstration site.",
        ),
        heading("The first year, and when to worry"),
        text("""
<p>By day 30, an honest inventory, including the tools staff bought on their own cards. By day 100, a plan that stops something. By month six, one system live or one process changed, with a number that finance accepts. By month twelve, a deputy who could run the team for a quarter.</p>
<p>Worry if month four brings a strategy document and no decision. Worry sooner if every meeting is about models and none about the work they should change. Who runs these appointments is on <a href="page:machine-learning">Machine Learning recruitment</a>.</p>
"""),
    ],
    cta_heading="Appointing a Head of AI?",
    cta_text="Talk to Ines Okafor before the brief is written. An hour on the remit is worth more than a longer shortlist.",
)
