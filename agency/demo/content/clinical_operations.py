"""Clinical Operations: its page and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    checklist,
    cta,
    fact_row,
    heading,
    interview_questions,
    market_map,
    pay_table,
    process_timeline,
    quote,
    table,
    text,
)

HIRING_GUIDE = Guide(
    kind="hiring_guide",
    slug="clinical-operations-lead-hiring-guide",
    role="Clinical Operations Lead",
    title="How to hire a clinical operations lead",
    question="How do I hire a clinical operations lead?",
    short_title="Hiring a clinical operations lead",
    summary="What a lead should own, why to hire before the CRO contract is signed, and how to test a record.",
    standfirst="The lead is the sponsor’s hands on a trial that other people run. Hire one who has held a budget, refused a change order and read the trial master file.",
    search_description="A hiring guide for biotech sponsors: scope of a clinical operations lead, timing against the CRO contract, evidence to ask for, and mistakes to avoid.",
    reviewer="samir-haddad",
    reviewed_on=datetime.date(2026, 10, 12),
    guide_heading="Write the brief around oversight",
    guide_intro="Four decisions to take before the search, the evidence that separates candidates, and the briefs we would ask you to change.",
    body=[
        heading("Decide what the lead will own"),
        text("""
<p>In a biotech, the clinical operations lead is the one person answerable for a trial’s timeline, budget, vendors and trial master file. The contract research organisation supplies the hands. ICH E6(R3) is plain about the division: a sponsor may transfer activities to a service provider and still keeps responsibility for overseeing them. A brief that says “manage the CRO” and stops there leaves out the job. Before the search opens, settle four things.</p>
<ul>
<li><b>The shape of the trial.</b> Dose escalation in three specialist units runs on daily calls and cohort reviews. Sixty sites in nine countries run on forecasts and contracts. Few people are good at both.</li>
<li><b>The outsourcing model.</b> Full service, functional, or a mixture in which you contract the central laboratory and the randomisation system yourselves. The more contracts you hold, the more senior the lead.</li>
<li><b>The countries.</b> In the EU an application goes through CTIS under Regulation 536/2014, where a sponsor has at most 12 days to answer questions on Part I. In the UK, since April 2026, the limit is 60.</li>
<li><b>The approval limit.</b> State the change order the lead may sign without asking. If the answer is none, you are hiring a coordinator, and the candidates will notice.</li>
</ul>
"""),
        heading("Hire before the CRO contract"),
        fact_row("clinical-time-uk", "clinical-notice"),
        pay_table("Base pay of leads and project managers", places="United Kingdom"),
        text("""
<p>On those figures a search opened in the last week of November puts someone at a desk in late April. If your request for proposal goes out in January, the lead will inherit a country list they never tested and a budget whose assumptions they never read. Undoing either costs a change order.</p>
<p>Work the dates back from the first patient, and put the desk before the contract:</p>
"""),
        process_timeline(
            "From funding to a lead at the desk",
            (
                "Brief",
                1,
                "weeks",
                "Trial, outsourcing model, countries, approval limit: the four points above.",
                "Chief medical officer and us",
            ),
            (
                "Search and meetings",
                7,
                "weeks",
                "One on the record, one exercise, one with the people who share the study.",
                "You and us",
            ),
            ("Offer", 1, "weeks", "With the approval limit in it.", "Chief executive"),
            (
                "Notice",
                13,
                "weeks",
                "The request for proposal is drafted with the new lead’s comments.",
                "You, and the lead by telephone",
            ),
            note="Illustrative durations for this demonstration site.",
        ),
        text("""
<p>Where the dates cannot move, take an interim for the request for proposal and the bid defence only. Write that task down with an end date. Do not ask the same interim to run the study. The <a href="page:clinical-operations-market-map">clinical operations market map</a> shows which countries can release a permanent hire sooner.</p>
"""),
        heading("Four claims, and what to ask"),
        table(
            "Testing the usual lines on a clinical operations CV",
            ["The CV says", "Ask", "A sound answer contains"],
            ["Managed the study budget", "Who signed the change orders?", "A limit, a refusal, and what it cost"],
            ["Enrolled on time", "Against which baseline?", "The first plan and every re-forecast, with dates"],
            ["Inspection-ready TMF", "What was missing at the last review?", "A zone, a vendor, a date it was closed"],
            [
                "Led risk-based monitoring",
                "Which visits did you stop?",
                "A critical-to-quality factor and its indicator",
            ],
        ),
        text("""
<p>Listen for the first person singular. Where every verb is “we”, ask once more, and then take it as the answer. The <a href="page:clinical-project-manager-interview-guide">interview guide for clinical project managers</a> has a full enrolment exercise that works at this level too.</p>
"""),
        heading("From a CRO or from a sponsor?"),
        text("""
<p>People from CROs know how a budget is built: units, pass-through costs, the assumptions tab. They have run several studies at once. Their gap is the decision, because the client always took it.</p>
<p>People from large sponsors have sat with the decision, but often with a feasibility group, a site contracts group and a submissions group beside them. Ask who did each of those tasks. If a department did, so must you, or they will need a year to learn it.</p>
"""),
        quote(
            "The best lead I placed spent her first week in the CRO’s assumptions tab. Every site was budgeted for one monitoring visit fewer than the monitoring plan required.",
            "Claire Delacroix",
            "Partner, Life Sciences",
        ),
        heading("Briefs we would ask you to change"),
        text("""
<ul>
<li><b>The exact indication.</b> Insist on it where it alters the operation: apheresis and chain of identity in cell therapy, assent in paediatrics, patient travel in rare disease. Elsewhere it shortens the list and buys little.</li>
<li><b>Lead and quality in one person.</b> An auditor cannot audit their own study.</li>
<li><b>A head of function for one trial.</b> Someone who has not opened a trial management system for eight years will hire a lead within six months. Hire the lead.</li>
<li><b>Operations and regulatory together.</b> After the first application, agency questions and sites arrive in the same week. Read the <a href="page:regulatory-affairs-director-hiring-guide">guide to hiring a regulatory affairs director</a> before you combine them.</li>
</ul>
<p>We run these searches from the <a href="page:clinical-operations">clinical operations desk</a>. Three meetings are enough: one on the record, one exercise, one with the medical and biostatistics leads who will share the study.</p>
"""),
    ],
    cta_heading="Hiring a clinical operations lead?",
    cta_text="Tell us the phase, the countries and the date of your CRO request for proposal. We will say whether the calendar works.",
)

INTERVIEW_GUIDE = Guide(
    kind="interview_guide",
    slug="clinical-project-manager-interview-guide",
    role="Clinical Project Manager",
    title="Interviewing a clinical project manager",
    question="What should I ask a clinical project manager in an interview?",
    short_title="Clinical project manager interview",
    summary="A 90-minute interview built on one late-enrolling study, with the arithmetic and the answers to expect.",
    standfirst="Anyone can describe a study that went well. Put a late one on the table and watch what the candidate divides, what they ask and what they leave alone.",
    search_description="A worked enrolment exercise, four questions with model answers and a scorecard for interviewing clinical project managers in biotech and CRO teams.",
    reviewer="samir-haddad",
    reviewed_on=datetime.date(2026, 9, 3),
    guide_heading="An interview built on one late study",
    guide_intro="Ninety minutes, two interviewers and one page of data. The exercise does most of the work.",
    body=[
        heading("Before the candidate arrives"),
        text("""
<p>Use two interviewers: the person who will manage the role and someone from biostatistics or medical who lives with the consequences. Send the data page the evening before. You are not testing speed. Keep the therapeutic area out of the exercise, or you will score knowledge of the disease.</p>
"""),
        heading("The exercise: month six"),
        table(
            "An invented phase II study, six months after first patient in",
            ["Measure", "Plan to date", "Actual"],
            ["Sites active", "40", "28"],
            ["Patients screened", "157", "105"],
            ["Screen-failure rate", "25%", "42%"],
            ["Patients randomised", "118", "61"],
            ["Active sites with nobody randomised", "0", "9"],
            note="Illustrative figures for this demonstration site. The study is invented.",
        ),
        text("""
<p>Ask: “The chief medical officer wants to know on Thursday why we are 57 patients short and what it takes to recover. What will you say?” Then be quiet for as long as it takes.</p>
"""),
        heading("What a strong answer does", 3),
        text("""
<ol>
<li><b>It divides the gap.</b> At the planned failure rate, 105 screened patients would have given about 79. So some 18 of the missing 57 come from screen failure and 39 from too little screening. The second problem is larger, whatever the room believes.</li>
<li><b>It separates late sites from silent ones.</b> Twelve sites never opened; nine opened and randomised nobody. The first is contracts and approvals. The second may be a coordinator who left, or a competing study.</li>
<li><b>It asks which criterion fails.</b> A laboratory threshold that excludes most people is a scientific conversation. Refused consent is a different one.</li>
<li><b>It treats the protocol as slow.</b> Loosening a criterion is a substantial modification, with new review in every country. Good candidates name it last and give it a date.</li>
<li><b>It commits.</b> A range for last patient in, two assumptions, and one thing to stop paying for.</li>
</ol>
<p>A weak answer opens more sites. New sites at month six will contribute late, and the nine silent ones stay silent.</p>
"""),
        heading("Four questions, and what to hear"),
        interview_questions(
            "After the exercise",
            (
                "Tell us about a change order you refused.",
                "Reading a contract",
                "The contract’s own assumptions: what was in scope, what had changed, who had caused it. Someone from a CRO describes the same event from the other side without contempt for the client.",
                "“We never paid for one”, with no document behind it.",
            ),
            (
                "A site reports a serious adverse event four days late. What happens?",
                "Order of duties",
                "First to safety, at once: the sponsor’s clock for an unexpected reaction is 7 or 15 days. Then the cause at the site, the deviation, and whether the pattern could be a serious breach, which has its own seven days.",
                "Retraining for the site.",
            ),
            (
                "What did your last TMF review find?",
                "Honesty about gaps",
                "A named gap: delegation logs, lapsed CVs, vendor documents held in the vendor’s own system.",
                "“It was complete.” They did not look.",
            ),
            (
                "Which monitoring visits did you cut, and on what evidence?",
                "Proportion",
                "Central data, a limit agreed beforehand, and a site where the evidence pointed the other way. ICH E6(R3) asks for proportion, and proportion means some sites get more.",
                "All of them, by the same share.",
            ),
        ),
        heading("Score alone, then compare"),
        checklist(
            "Each interviewer marks yes or no, in writing, before anyone speaks",
            "Split the shortfall into causes without being prompted",
            "Asked for at least one piece of data we did not provide",
            "Named an action they would not take, with a reason",
            "Gave a forecast as a range and stated its assumptions",
            "Described a conflict with a vendor fairly",
            "Said “I do not know” at least once",
        ),
        text("""
<p>The first and the last lines carry the most. Someone who splits the shortfall and admits what they do not know can be taught the rest.</p>
"""),
        heading("What to weigh less"),
        text("""
<p>A GCP certificate, which everyone has. The name of the CRO. Experience of your particular trial management system: a competent person learns Veeva or Medidata screens in a fortnight.</p>
<p>Weigh more heavily a reference from a monitor who worked under them. Ask whether problems reached the project manager early. People hide trouble from managers who punish it, and the enrolment chart shows it three months later.</p>
"""),
        heading("Where this interview sits"),
        text("""
<p>Use it second, after a first call on the record. If you have not yet settled what the role owns, the <a href="page:clinical-operations-lead-hiring-guide">clinical operations lead hiring guide</a> comes before this one, and the <a href="page:clinical-operations-market-map">market map</a> says which pools the candidates will come from. For a role that also answers agency questions, borrow the written exercise in the <a href="page:regulatory-affairs-director-hiring-guide">regulatory affairs director guide</a>. The wider picture is on our <a href="page:clinical-operations">clinical operations page</a>.</p>
"""),
    ],
    cta_heading="Interviewing project managers this month?",
    cta_text="We can adapt the exercise to your phase and sit in as a third marker.",
)

MARKET_MAP = Guide(
    kind="market_map",
    slug="clinical-operations-market-map",
    title="Where clinical operations people are in the UK and Europe",
    question="Where in Europe are clinical operations people?",
    short_title="Clinical operations market map",
    summary="Nine countries, four pools of candidates, and the notice, bonus and contract rules that set your start date.",
    standfirst="The same job is done in nine countries under nine sets of notice rules. Choose the location for the work, then check that the person can reach you in time.",
    search_description="Where clinical operations leads and project managers work in the UK and Europe, what notice they serve, when they move, and where contractors fit.",
    reviewer="samir-haddad",
    reviewed_on=datetime.date(2026, 11, 9),
    changes=[
        (
            datetime.date(2026, 11, 9),
            "Counts by country and pool, and a note on Dutch enforcement against false self-employment.",
        )
    ],
    guide_heading="A map for deciding where to look",
    guide_intro="What each place is strong in, how long people take to leave, and the month in which they are willing to.",
    body=[
        heading("Four pools, four reasons to leave"),
        heading("Biotech sponsors", 3),
        text("""
<p>Small teams, wide jobs, share options. People leave when the study reads out, or when the cash runs short of the next one. A retention bonus tied to database lock fixes the date almost to the week, so ask for it at first contact.</p>
"""),
        heading("Contract research organisations", 3),
        text("""
<p>The largest pool by far. Project managers here are measured on margin and utilisation, and many want to own decisions instead of recommending them. They read a sponsor’s brief for signs that anyone there decides.</p>
"""),
        heading("Large sponsors", 3),
        text("""
<p>Deep process, narrower scope, good pensions. Reorganisations release whole groups at once, and the first month after an announcement is the best time to call.</p>
"""),
        heading("Academic trial units and hospital networks", 3),
        text("""
<p>Underrated. Someone who has run an investigator-initiated trial across twenty hospitals with no money knows how sites think. Expect to teach vendor contracts and commercial reporting.</p>
"""),
        heading("Country by country"),
        table(
            "Clinical operations pools and usual notice at lead level",
            ["Country", "Where", "Strong in", "Notice from employee"],
            ["UK", "London, Cambridge, Oxford, Reading", "Biotech leads, CRO project managers", "3 months"],
            ["France", "Paris, Lyon", "Oncology, hospital networks", "3 months"],
            ["Belgium", "Brussels, Leuven", "Early-phase units, vaccines", "Up to 13 weeks"],
            ["Netherlands", "Leiden, Utrecht", "Cell and gene, site networks", "1–2 months"],
            ["Germany", "Munich, Rhine-Main, Berlin", "Large multi-site studies", "3 months, often to quarter end"],
            ["Switzerland", "Basel, Zug", "Global study leadership", "3 months"],
            ["Denmark", "Copenhagen", "Metabolic disease, lean teams", "1 month"],
            ["Spain", "Madrid, Barcelona", "Study start-up, regional hubs", "2–4 weeks"],
            ["Poland", "Warsaw, Kraków", "CRO delivery, central monitoring", "Up to 3 months"],
            note="Illustrative summary for this demonstration site. Read the individual contract before you plan.",
        ),
        text("""
<p>The German line deserves a second look. Where a contract runs to the end of a quarter, a week’s delay in making an offer can cost three months. Ask for the clause at the first call and count back from it.</p>
"""),
        heading("How many people are there?"),
        market_map(
            "Clinical operations leads we would call, by country and pool",
            ["Biotech sponsors", "CROs", "Large sponsors", "Trial units and hospitals"],
            ("UK", [70, 110, 55, 25]),
            ("Germany", [30, 80, 60, 25]),
            ("France", [35, 70, 40, 20]),
            ("Poland", [None, 120, 25, 10]),
            ("Switzerland", [20, 25, 70, None]),
            ("Spain", [10, 75, 30, 15]),
            ("Belgium", [20, 45, 35, 10]),
            ("Netherlands", [25, 40, 15, 10]),
            ("Denmark", [15, 15, 40, None]),
            source="Illustrative counts for this demonstration site; cells of fewer than ten people are left empty.",
        ),
        fact_row("clinical-leads", "clinical-open", "clinical-relocate"),
        text("""
<p>Every criterion cuts the first number. Add one indication, one phase and two days a week on site, and {fact:clinical-leads} becomes a list you can read aloud. That is sometimes right. Decide it on purpose, with the <a href="page:clinical-operations-lead-hiring-guide">lead hiring guide</a> open, and drop the criterion that changes the work least.</p>
"""),
        heading("The calendar"),
        text("""
<ul>
<li><b>January to March.</b> People wait for bonuses. Interview now and agree a start after payment, or budget to buy the bonus out.</li>
<li><b>April to June.</b> The best quarter for resignations. Oncology people vanish for the large congress at the turn of June.</li>
<li><b>July and August.</b> France, Spain and Belgium slow to a stop. Do the reading and the calibration calls.</li>
<li><b>September to November.</b> The second-best quarter. An acceptance by the end of September allows a January start in most of the table.</li>
</ul>
"""),
        heading("Contractors, and the rules that bite"),
        text("""
<p>Interims solve a gap, at a price and under local law. In the UK a medium or large client decides employment status under the off-payroll rules and carries the liability. In Germany, leased staff need a licensed provider and may normally stay 18 months with one client. In the Netherlands the tax authority resumed enforcement on false self-employment in January 2025, and many sponsors now avoid freelancers for roles with a desk and a manager. Take advice before signing.</p>
<p>A functional service provider is the right answer for monitoring at volume. It is the wrong one for the person who oversees the provider.</p>
"""),
        heading("Choosing a base"),
        text("""
<p>Put the lead within two hours of the people who decide: medical, statistics, finance. Sites do not care where the lead sleeps. One caution: if the role also speaks to agencies, the regulatory pool has a different map, with more depth in Switzerland and pay to match, as the <a href="page:regulatory-affairs-salary-guide">regulatory affairs salary guide</a> shows.</p>
<p>Once the long list exists, the <a href="page:clinical-project-manager-interview-guide">project manager interview guide</a> turns it into a short one. How we approach these pools is on the <a href="page:clinical-operations">clinical operations page</a>.</p>
"""),
        cta(
            "Not sure which country to search?",
            "Send us the study’s sites and your start date. We will return two locations and say what each costs in time.",
        ),
    ],
)

SPECIALISM = Specialism(
    slug="clinical-operations",
    title="Clinical Operations",
    question="Which agency recruits clinical study leads?",
    heading="Clinical Operations recruitment",
    summary="Search for the people who start, run and close clinical trials, from study managers to heads of function.",
    standfirst="We find study leads, project managers and heads of clinical operations for biotech sponsors and the CROs that work for them.",
    search_description="Specialist search for clinical operations leads, clinical project managers and heads of clinical operations in the UK and continental Europe.",
    remit="""
<p>We recruit the people who turn a protocol into open sites, enrolled patients and a database that can be locked. Most of our mandates come from biotech sponsors with two to six trials and a small team. The rest come from contract research organisations, and from larger sponsors rebuilding their oversight after an outsourced study went wrong.</p>
<p>The roles run from clinical trial manager through clinical operations lead to head of clinical operations, permanent or fixed-term, in the UK, France, Belgium, the Netherlands, Germany, Switzerland, Denmark, Spain and Poland.</p>
<p>We do not staff monitoring teams by volume. A sponsor who needs thirty monitors across eleven countries needs a functional service provider, and we say so at the first call.</p>
""".strip(),
    key_figures=["clinical-time", "clinical-interviews", "clinical-stay"],
    body=[
        heading("What makes these searches hard"),
        text("""
<p>The title tells you little. A project manager at a CRO may own budget, vendors and the client for four studies at once. At a large sponsor the same title may cover one region of one study. So we search by the work done: phase, number of countries, who held the budget, and whether the person joined before the protocol was final or after the first site opened.</p>
<p>Timing is the second difficulty. Sponsors open the role when the funding closes, by which time the CRO is often chosen and its contract half written. A lead who arrives after signature inherits a budget they did not negotiate. If you can make only one hire before the request for proposal goes out, make this one.</p>
<p>And good people leave between studies. Last patient last visit, database lock and the end of a retention bonus are the natural moments. We keep a note of when each person’s study should read out, and we time the approach to it.</p>
"""),
        heading("Where to begin"),
        text("""
<p>If you are writing the brief, read the <a href="page:clinical-operations-lead-hiring-guide">guide to hiring a clinical operations lead</a>. If the shortlist is on your desk, use the exercise in the <a href="page:clinical-project-manager-interview-guide">clinical project manager interview guide</a>. If you are still deciding where to base the role, start from the <a href="page:clinical-operations-market-map">market map</a>.</p>
<p>If what troubles you is the programme and not its running, the person you need may be in <a href="page:regulatory-affairs">regulatory affairs</a>.</p>
"""),
    ],
    cta_heading="Building a clinical operations team?",
    cta_text="Tell us the phase, the countries and the date the first site must open. Claire Delacroix will call you back.",
    leads=["claire-delacroix"],
    guides=[HIRING_GUIDE, INTERVIEW_GUIDE, MARKET_MAP],
)
