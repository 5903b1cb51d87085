"""Security Engineering: the specialism and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    compared,
    cta,
    fact_row,
    heading,
    pay_table,
    questions,
    quote,
    related_guides,
    role_comparison,
    table,
    text,
)

HIRING = Guide(
    kind="hiring_guide",
    slug="security-engineer-hiring-guide",
    title="How to hire a security engineer: choose the job before the person",
    question="How do I hire a security engineer?",
    short_title="Hiring a security engineer",
    summary="Five jobs share this title. Choose one, set an exercise that fits it, and read certificates for what they prove.",
    standfirst="“Security engineer” covers five jobs with little in common but a budget line. Most disappointing hires were good at one of the other four.",
    search_description="Hiring guide for security engineers: five distinct jobs, an exercise for each, what certificates prove, vetting lead times and references.",
    search_title="How to hire a security engineer: which of five jobs?",
    reviewer="priya-raman",
    reviewed_on=datetime.date(2026, 10, 5),
    guide_heading="One title, five jobs",
    guide_intro="Pick the job, then the exercise. The rest of the process follows from those two choices.",
    body=[
        heading("Which of the five do you need?"),
        table(
            "What each one does, and when to hire",
            ("Job", "Spends the week on", "Hire when"),
            ("Product security", "Design review, threat models, code", "You ship software weekly"),
            ("Cloud security", "Identity, guardrails, exposure", "Accounts outnumber owners"),
            ("Detection and response", "Telemetry, rules, investigations", "Logs exist and nobody reads them"),
            ("Corporate security", "Endpoints, sign-on, joiners and leavers", "Past 150 staff or so"),
            ("Governance and assurance", "Controls, audits, suppliers", "Customers send questionnaires"),
        ),
        text(
            """
<p>Ask which incident would end the company. A stolen signing key, a public storage bucket, a finance clerk persuaded by telephone: each points to one row. If the honest answer is “losing the contract that needs ISO 27001”, the last row is your hire. Do not call it engineering, or you will hire someone who leaves after the first audit.</p>
<p>If no row dominates, you may need a leader before an engineer. See <a href="page:first-ciso-or-head-of-security">first CISO or head of security</a>.</p>
"""
        ),
        heading("Dates that change the brief"),
        text(
            """
<p>Makers of connected products and installed software sold in the EU have had to report actively exploited vulnerabilities since 11 September 2026, under the Cyber Resilience Act: an early warning within 24 hours, a fuller notification within 72. The main obligations follow on 11 December 2027. If that is you, product security includes a disclosure process and a release train that can ship a fix, and candidates who have run one are few.</p>
<p>Essential and important entities under NIS2 have reporting clocks of their own, and financial firms have answered to DORA since January 2025. Put the regime in the advert. Those who know it will respond to its name.</p>
"""
        ),
        heading("Set the exercise to the job"),
        questions(
            "An hour each, on paper or a shared screen",
            (
                "Product security: review a webhook receiver",
                "<p>Give a one-page design in which customers supply a URL that your service will call. A good candidate reaches server-side request forgery within minutes, then the cloud metadata address, redirects and DNS rebinding. A very good one asks what the feature is for and proposes a design that needs less defending.</p>",
            ),
            (
                "Cloud security: shrink a role",
                "<p>Supply a policy with wildcard actions and ninety days of access records. Ask for a smaller policy and a way to introduce it without breaking the quarterly job that did not run in those ninety days.</p>",
            ),
            (
                "Detection: write one rule and its false positives",
                "<p>The subject is consent phishing: an employee grants a malicious application access to mail. Which events, which baseline, who is told? Listen for what the analyst does at 02:00 with the alert.</p>",
            ),
            (
                "Corporate security: the leaver with admin rights",
                "<p>An administrator resigns at noon and leaves at five. Take the candidate through sessions, tokens, recovery keys and the service account in that person’s name.</p>",
            ),
        ),
        text(
            """
<p>Do not use capture-the-flag puzzles unless you are hiring to attack things. And never ask for details of a former employer’s weaknesses: those who answer have told you how they will speak of yours.</p>
"""
        ),
        heading("Reading the CV"),
        text(
            """
<ul>
<li><b>OSCP</b> shows stamina and method in offensive work. It says nothing about persuading developers.</li>
<li><b>CISSP</b> shows breadth and standing. Useful for assurance roles, neutral for engineering.</li>
<li><b>Published advisories</b> with CVE numbers are evidence. Read two, and see how the vendor was treated.</li>
<li><b>“Implemented a SIEM”</b> needs a second question: how many of its rules did you delete?</li>
</ul>
<p>Look for verbs of repair. Finding is the cheaper half of the work.</p>
"""
        ),
        quote(
            "I ask referees how many of the candidate’s findings were fixed, and how long it took. The pause before they answer is usually the reference.",
            "Callum Reid",
            "Principal, Security",
        ),
        heading("Vetting and start dates"),
        text(
            """
<p>UK national security vetting cannot be bought by the candidate. It needs a sponsor. Security Check looks back five years and normally expects that much UK residence, so some excellent people cannot be cleared in time whatever their talent. Ask for it only where the contract demands it, and say whether work can begin on baseline checks. Allow {fact:security-check} for SC. Our <a href="page:security-engineering">Security Engineering team</a> checks residence before anyone is interviewed.</p>
"""
        ),
        checklist(
            "Settle before the first call",
            "The one job out of five, and who does the other four",
            "The regime that applies, by name",
            "Whether the person may stop a release, and who may overrule them",
            "On-call terms and the escalation above them",
            "Pay, against a benchmark for that job",
        ),
        text(
            """
<p>The <a href="page:security-engineering-salary-guide">security engineering salary guide</a> prices the five separately. Where the work is mostly guardrails in pipelines, the <a href="page:platform-engineer-hiring-guide">platform engineer hiring guide</a> may serve you better.</p>
"""
        ),
        related_guides("Next", "security-engineering-salary-guide", "first-ciso-or-head-of-security"),
    ],
    cta_heading="Hiring a security engineer?",
    cta_text="Tell us which incident would hurt most. Callum Reid will reply with the job it points to and what it pays.",
)

LEADER = Guide(
    kind="role_comparison",
    slug="first-ciso-or-head-of-security",
    title="Your first security leader: CISO or head of security?",
    question="Do we need a CISO or a head of security?",
    short_title="CISO or head of security",
    summary="One carries risk to the board, the other builds a team. How to tell which you need, and when to hire both.",
    standfirst="The title is free to give and hard to take back. Decide what the person must be able to say no to, and to whom, before you decide what to call them.",
    search_description="CISO or head of security? Compare mandate, reporting line, pay and legal duties, with the questions strong candidates will put to you.",
    reviewer="priya-raman",
    reviewed_on=datetime.date(2026, 9, 28),
    guide_heading="Which leader, and when",
    guide_intro="For chief executives and CTOs of companies that have grown past having security done in spare hours.",
    body=[
        heading("The difference is who listens"),
        text(
            """
<p>A head of security runs a function. They hire the first engineers, choose tools, answer questionnaires, lead incidents and often review pull requests before lunch. Their arguments are with engineering.</p>
<p>A chief information security officer carries a risk to people who can accept it. They put it in words a board can decide on, obtain a decision, and record it. Their arguments are with the chief executive, counsel and the finance director. A CISO who also administers the endpoint tool is a head of security with an unlucky title.</p>
"""
        ),
        role_comparison(
            "The two mandates",
            compared(
                "Head of Security",
                reports_to="CTO or VP engineering",
                outputs=[
                    "A team of the first three to six",
                    "Incidents led, questionnaires answered",
                    "Controls that engineers keep",
                ],
                skills=["Hands on systems every week", "Arguing with engineering, and winning some"],
                when="Usually from 120 staff; the board asks now and then.",
            ),
            compared(
                "Chief Information Security Officer",
                reports_to="CEO, COO or CRO",
                outputs=[
                    "Risks put in words a board can decide on",
                    "Decisions, recorded",
                    "A quarterly session, partly in private",
                ],
                skills=["Carrying a risk to people who can accept it", "Not pretending to administer anything"],
                when="From 500 staff, or earlier where a regulator or a customer requires a named officer.",
            ),
            place="London",
            currency="GBP",
            note="Sizes are illustrative.",
        ),
        heading("Four tests"),
        text(
            """
<ol>
<li><b>Name the last security decision that cost revenue.</b> If nobody has had to make one, you need a builder.</li>
<li><b>Read your two largest customer contracts.</b> If they require a named officer at executive level, the matter is settled for you.</li>
<li><b>Ask who would ring the regulator.</b> In the EU, NIS2 expects an early warning within 24 hours. If three people answer “not me”, you need someone senior enough to own it.</li>
<li><b>Look at the month’s work.</b> Where two-thirds of it is configuration, a CISO will delegate to nobody.</li>
</ol>
"""
        ),
        heading("What the law says about the reporting line"),
        text(
            """
<p>Titles are not regulated. Duties are. Under Article 20 of NIS2 the management body must approve the cyber risk measures, oversee them and be trained, and its members can be held liable. Under DORA, most financial entities must give ICT risk to a control function with suitable independence, so a CISO who reports to the CTO needs careful design. And a data protection officer may not hold a post with conflicting duties, which in practice excludes giving your CISO the DPO role to save a salary.</p>
<p>In a CTO reporting line, add two safeguards in writing: a standing private item with the audit or risk committee, and a budget the CTO cannot move without the chief executive.</p>
"""
        ),
        callout(
            "The title as a signing bonus",
            "<p>Do not give “CISO” to close a head of security who is hesitating. In two years you will need the real one, and will have to hire over a person whose title says the job is taken. Offer “head of security” with a written review at a named size, and mean it.</p>",
        ),
        heading("In which order"),
        text(
            """
<p>Unregulated software companies usually do well with one strong engineer (the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a> helps), then a head of security at about 150 staff, then a CISO when a listing, a regulator or a very large customer asks for one. Payment firms, hospitals and grid operators begin at the other end. If you run industrial control systems, look for time spent in substations or plants: IEC 62443 is learnt beside engineers, and our <a href="page:power-systems">Power Systems</a> colleagues know the people.</p>
<p>A fractional CISO, two to four days a month, suits the stretch between. Use one to set policy, face the auditor and interview your head of security. Do not use one to run incidents.</p>
"""
        ),
        heading("What good candidates will ask you"),
        questions(
            "Have these answers ready",
            (
                "Am I covered?",
                "<p>They mean by directors’ and officers’ insurance, by name or post, and for claims made after they leave. Many policies define “officer” so that a CISO is not one. Ask your broker before the first interview.</p>",
            ),
            (
                "What did my predecessor ask for and not get?",
                "<p>If there was none: what has engineering asked for? A leader who hears “nothing” concludes that nobody has looked.</p>",
            ),
            (
                "Who accepts a risk I will not?",
                "<p>The right answer is a named executive who signs. “We would discuss it” loses the best person on the shortlist.</p>",
            ),
        ),
        quote(
            "I turned down the larger salary. They could not tell me who had agreed to run without backups.",
            "A chief information security officer",
            "On choosing between two offers",
        ),
        cta(
            "Writing the mandate for your first security leader?",
            "Callum Reid will read it with you, and tell you which of the two jobs it describes.",
        ),
        text(
            """
<p>The median from brief to accepted offer for a first leader is {fact:security-leader}, so begin before the auditor does. Pay below this level is in the <a href="page:security-engineering-salary-guide">security engineering salary guide</a>. Leadership searches are retained. See <a href="page:how-a-search-works">how a search works</a>, or meet the team at <a href="page:security-engineering">Security Engineering</a>.</p>
"""
        ),
    ],
    cta_heading="Appointing a first security leader?",
    cta_text="These searches are confidential from the first call. Tell us the size of the company and who the person would report to.",
)

SALARIES = Guide(
    kind="salary_guide",
    slug="security-engineering-salary-guide",
    title="Security engineering salaries: five jobs, five prices",
    question="What do security engineers earn?",
    short_title="Security salaries",
    summary="Illustrative UK pay for product, cloud, detection, corporate and assurance roles, with on-call and clearance.",
    standfirst="One “security” pay band overpays two jobs and loses the other three. Price the work, add on call and clearance where they apply, and leave certificates out of it.",
    search_description="Illustrative UK security engineering pay by discipline and level, with on-call allowances, clearance premiums, contract rates and retention advice.",
    reviewer="priya-raman",
    reviewed_on=datetime.date(2026, 11, 2),
    changes=[(datetime.date(2026, 11, 2), "Day rates come from the pay bands now; penetration testing is new.")],
    guide_heading="Pay by discipline, not by department",
    guide_intro="Bands for setting a budget, allowances to keep apart from base, and what makes people leave anyway.",
    body=[
        heading("Base pay in London"),
        pay_table(
            "Permanent base pay by discipline",
            "Product Security Engineer",
            "Cloud Security Engineer",
            "Detection and Response Engineer",
            "Corporate Security Engineer",
            "Governance and Assurance Specialist",
            places="London",
            note="“Mid” is three to five years in the work.",
        ),
        text(
            """
<p>Take off {fact:security-regions} for Manchester, Leeds or Edinburgh, less for cloud and product work, where remote offers from London have closed most of the gap. Cheltenham is its own market, since clearance sets the price there.</p>
<p>Product and cloud security are close to senior software pay because they are senior software people. If your engineers earn more than the band, you will not hire product security from outside. You may do better by training one of your own. Not sure which row you are reading? The table in the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a> separates them.</p>
"""
        ),
        heading("Pay that should stay out of base"),
        fact_row("security-on-call", "security-call-out", "security-sc", "security-dv"),
        text(
            """
<p>Keep each of these as an allowance with a condition attached. Folded into base, an on-call payment outlives the rota, and the next person to join the band asks why they are paid less for the same job. Write the condition into the contract: paid while on the rota, or while cleared work is assigned.</p>
<p>A detection team under continuous cover has to be priced as shifts. Below about eight people you cannot run a humane rota. Buy the night from a provider and keep your own people for escalation.</p>
"""
        ),
        heading("A counter-offer, worked through"),
        text(
            """
<p>You offer £98k to a senior cloud security engineer on £88k. The present employer matches at £98k and adds a £10k retention payment after twelve months. (The figures are illustrative.)</p>
<p>Do not answer with £105k. You would pay a newcomer more than colleagues who have done the job for years. Ask what they told you at the first meeting about why they were looking. If it was the absence of authority over access reviews, the counter-offer has not touched it, and you can say so kindly. If it was money, they will stay, and they were going to. A start-date payment of £5k that compensates a forfeited bonus is reasonable. Ask to see the scheme rules.</p>
"""
        ),
        heading("Contractors"),
        pay_table(
            "Day rates, London or remote in the UK",
            places="London",
            basis="day_rate",
            note="Detection and response by the call; the others by engagement.",
        ),
        text(
            """
<p>Settle IR35 status for each engagement. An interim head who manages your staff and sits in your leadership meetings looks like an employee, and usually is one for tax. Price that before you quote a rate.</p>
"""
        ),
        heading("What does not earn more"),
        text(
            """
<ul>
<li><b>Certificates.</b> Pay for the course and the exam. Do not pay for the letters. A rise for each one produces people who study during incidents.</li>
<li><b>Bug bounty income elsewhere.</b> Ask for it to be declared, agree what is in scope, and leave it alone.</li>
<li><b>Reporting lines.</b> A lead with four reports is not worth more than a staff engineer on whom forty developers rely. Keep the two ladders level.</li>
</ul>
"""
        ),
        callout(
            "When to check the bands",
            "<p>Twice a year: before the annual review, and six weeks before you open a search. Financial services bonuses are paid in February and March. Resignations cluster just after, and offers made in April meet a fuller market.</p>",
        ),
        heading("Why people leave in spite of the pay"),
        text(
            """
<p>In exit conversations three reasons recur: findings that nobody fixed, a leader without access to the board, and on call shared by three. None of them is cured with base pay, and all are visible in an interview. The second is the subject of <a href="page:first-ciso-or-head-of-security">first CISO or head of security</a>, which also gives pay for both.</p>
<p>Security staff compare themselves with the engineers beside them, so read the range in the <a href="page:platform-engineer-job-description">platform engineer job description</a> too. If the two are more than a tenth apart at the same level, expect transfers. To test one role against live searches, ask the <a href="page:security-engineering">Security Engineering team</a>.</p>
"""
        ),
    ],
)

SPECIALISM = Specialism(
    slug="security-engineering",
    title="Security Engineering",
    question="Which agency recruits security engineers and CISOs?",
    heading="Security Engineering recruitment",
    summary="Product, cloud and detection engineers, assurance leads, and the heads of security and CISOs above them.",
    standfirst="We recruit security people who get things fixed: engineers in five disciplines, heads of security and first CISOs, in the UK and continental Europe.",
    search_description="Specialist recruitment of security engineers, heads of security and CISOs in the UK and Europe, with guides to roles, pay and reporting lines.",
    remit="""
<p>We cover five disciplines: product security, cloud security, detection and response, corporate security, and governance and assurance. Above them we search for heads of security and chief information security officers, most often the first that a company has appointed.</p>
<p>Our clients are software companies between their first enterprise contract and a listing, payment and insurance firms under DORA, manufacturers preparing for the Cyber Resilience Act, and operators of networks and plant. All leadership work is retained and confidential. Engineering roles may be contingent when the brief is settled and the salary approved.</p>
<p>We do not supply penetration testing services or staff for round-the-clock monitoring centres. We do not approach people whose employer is in the middle of a public incident. They have work to do, and they remember who rang.</p>
""".strip(),
    key_figures=["security-time", "security-leader", "security-changed"],
    body=[
        heading("What is difficult here"),
        text(
            """
<p>Discretion comes first. A company that advertises for three incident responders has told the world something. We agree at the outset what may be named, to whom and at which stage, and many searches run without a public advert at all.</p>
<p>Evidence comes second. The best work leaves no trace that can be shown, and most of what could be shown is confidential. So we ask about method. How was a weakness ranked against others? Who had to agree to the repair? What was done when they would not? We take references from the engineers who received the findings as well as from the manager who commissioned them.</p>
"""
        ),
        heading("Clearance, residence and time"),
        text(
            """
<p>For work that needs UK vetting, the pool is fixed on the day you begin. Sponsorship, residence and lead time decide who can start, and we check all three before the first interview. On the Continent the questions are different: works council consultation on monitoring tools in Germany, on-call compensation in France, and everywhere the reporting clocks of NIS2.</p>
"""
        ),
        heading("A reading order"),
        text(
            """
<p>Begin with the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a> if you have a vacancy and a general title. Begin with <a href="page:first-ciso-or-head-of-security">first CISO or head of security</a> if nobody owns the subject yet. Finance will want the <a href="page:security-engineering-salary-guide">security engineering salary guide</a>, which prices each discipline by itself.</p>
"""
        ),
    ],
    cta_heading="Need someone who gets things fixed?",
    cta_text="Call or write in confidence. Callum Reid will tell you which discipline your problem belongs to and how long it should take.",
    leads=("callum-reid",),
    guides=(HIRING, LEADER, SALARIES),
)
