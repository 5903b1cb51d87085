"""Data Platforms: the specialism and its three guides."""

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
    process_timeline,
    questions,
    quote,
    related_guides,
    role_comparison,
    table,
    text,
)

HIRING = Guide(
    kind="hiring_guide",
    slug="data-engineer-hiring-guide",
    role="Data Engineer",
    title="How to hire a data engineer who stays past the migration",
    question="How do I hire a data engineer?",
    short_title="Hiring a data engineer",
    summary="Start from the data that is late or wrong, test with a backfill instead of a puzzle, and plan around notice.",
    standfirst="Most data engineering hires that fail were briefed as a list of tools. Start from the data that is late or wrong: the brief, the test and the shortlist follow from it.",
    search_description="A hiring guide for data engineers: diagnose the need, write a brief by outcomes, run a backfill exercise and time the offer around notice.",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 9, 14),
    changes=[(datetime.date(2026, 9, 14), "The process shrank from four stages to three.")],
    guide_heading="From a broken load to a signed contract",
    guide_intro="How to work out which engineer you need, what to ask them to do for an hour, and when they can start.",
    also_supports=["machine-learning"],
    body=[
        heading("Write down what broke last quarter"),
        text(
            """
<p>Before you choose a title, write down three data incidents from the past quarter, one sentence each. The board pack was two days late because an upstream team renamed a column. The warehouse bill rose by a third and nobody could say which job did it. Finance and product report different counts of active customers.</p>
<p>Each of those sentences calls for a different person. The third is not a data engineering problem at all, and our note on <a href="page:data-engineer-or-analytics-engineer">data engineers and analytics engineers</a> explains why.</p>
"""
        ),
        table(
            "What the failure tells you to hire",
            ("What goes wrong", "Whom it needs", "Proof to ask for"),
            ("Loads fail or arrive late", "Data engineer", "Change data capture, replay, schema checks"),
            ("Cost grows, cause unknown", "Data platform engineer", "Cost per job, and one they cut"),
            ("Teams dispute a number", "Analytics engineer", "Tested models, an agreed definition"),
            ("Decisions needed in seconds", "Streaming engineer", "Kafka or Flink, and the pager for it"),
            ("Model inputs drift from training", "ML engineer", "Feature pipelines in production"),
        ),
        text(
            """
<p>If the last row is yours, read the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a> instead.</p>
"""
        ),
        heading("Brief two quarters of work, not a stack"),
        text(
            """
<p>“Spark, Airflow, Snowflake, Kafka, dbt, Terraform” is a vendor diagram. It shuts out the engineer who did the same work on BigQuery and Dagster, and lets in the one who watched a colleague do it.</p>
<p>Write outcomes with dates: “By the end of June, orders and refunds land within fifteen minutes of the source, with a replay procedure that someone other than you has tested.” Name a tool only if it takes a good engineer more than a quarter to learn. Operating Kafka, tuning Spark on large joins and managing Flink state qualify. dbt does not.</p>
"""
        ),
        callout(
            "The month-eighteen question",
            "<p>Many data engineers are hired for a migration and resign when it ends. Before you open the search, answer in writing: what will this person own in month eighteen? If you have no answer, hire a contractor for the migration and say so honestly.</p>",
        ),
        heading("One hour on a backfill"),
        text(
            """
<p>Skip algorithm puzzles, which select for recent practice, and take-home projects, which lose you the candidates with children and those with three other offers. Talk through one case for an hour with the person who would be their nearest colleague.</p>
<p>Ours goes like this. A payments source in London switched its timestamps from local time to UTC in January. No report changed. Then the clocks went forward at the end of March and daily totals stopped matching the bank. It is now May. Find out what happened, repair the tables and keep the 07:00 report alive while you do it.</p>
"""
        ),
        checklist(
            "What a good hour contains",
            "Asks which consumers have already acted on the wrong numbers",
            "Sees why January to March looked right",
            "Makes the rerun idempotent: overwrite by partition, or merge on a stable key",
            "Reconciles against the bank file before switching readers over",
            "Estimates compute cost before starting, roughly but aloud",
            "Ends with a check or contract at the source, so that it cannot recur silently",
        ),
        text(
            """
<p>Four of the six is a hire at mid level. For a senior, expect all six, the first within five minutes.</p>
"""
        ),
        heading("Three stages, eighteen days"),
        process_timeline(
            "From first call to offer",
            (
                "The three incidents",
                5,
                "days",
                "Thirty minutes. The manager describes them and lets the candidate ask; the questions tell you more than a form.",
                "Hiring manager",
            ),
            (
                "The backfill hour",
                7,
                "days",
                "Then forty minutes on a system they ran: what it cost, who woke up, what they would remove.",
                "The nearest colleague",
            ),
            (
                "A consumer of the data",
                4,
                "days",
                "One meeting, usually with finance.",
                "Someone who was late because of you",
            ),
            ("Offer", 2, "days", "Within two working days, by telephone first.", "Hiring manager"),
            note="Illustrative, waiting included.",
        ),
        text(
            """
<p>Do not add a fourth stage because two interviewers disagree. Make them write down what they saw and settle it. Our median from brief to accepted offer is {fact:data-time}, and it is held by searches with three stages.</p>
"""
        ),
        heading("Notice, quarter ends and counter-offers"),
        text(
            """
<p>Senior engineers in Britain often have three months’ notice. German contracts may run three months to the end of a quarter: a resignation handed in on 31 December ends on 31 March, one handed in on 2 January ends on 30 June. Our <a href="page:data-platforms">Data Platforms consultants</a> work back from that date when they plan a search in Berlin or Munich.</p>
<p>Counter-offers come because the employer has no one else who understands the pipelines. Raise it at the first meeting, and check your range against our <a href="page:data-platform-salary-guide">data platform salary guide</a> before anyone is fond of anyone.</p>
"""
        ),
        related_guides(
            "Before and after the search",
            "data-engineer-or-analytics-engineer",
            "data-platform-salary-guide",
            "platform-engineer-hiring-guide",
        ),
    ],
    cta_heading="Hiring a data engineer?",
    cta_text="Send us your three incidents. We will tell you which engineer they point to, and whether you need a search at all.",
)

SALARIES = Guide(
    kind="salary_guide",
    slug="data-platform-salary-guide",
    title="Data platform salaries in the UK and Europe",
    question="What do data engineers earn in the UK and Europe?",
    short_title="Data platform salaries",
    summary="Illustrative base pay for data engineers, analytics engineers and platform heads, and what shifts an offer.",
    standfirst="Base pay by role and city, the employer’s cost on top of it, and the few things that really move an offer. Every figure here is illustrative.",
    search_description="Illustrative pay for data engineers, analytics engineers and heads of data platform in the UK and Europe, with day rates and employer cost.",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 10, 19),
    guide_heading="What to budget for a data platform team",
    guide_intro="Two tables, one worked cost, and the rules on pay ranges that changed this summer.",
    body=[
        heading("UK base pay by role"),
        pay_table(
            "Annual base pay, permanent staff", places="London, Rest of UK", currencies="GBP", basis="annual_base"
        ),
        text(
            """
<p>The ranges overlap on purpose. A senior engineer who carries the pager for a payments ledger earns more than a lead who reviews dashboards. Set the band by what fails if the person is wrong. Job titles in this field are cheap.</p>
<p>If you are unsure which of the two kinds of engineer you are paying for, settle that first with <a href="page:data-engineer-or-analytics-engineer">our comparison of the two roles</a>. Roles that end in a deployed model belong in the <a href="page:machine-learning-salary-guide">machine learning salary guide</a> and are usually dearer.</p>
"""
        ),
        heading("A senior data engineer in six cities"),
        pay_table("Base pay compared", "Data Engineer", currencies="EUR"),
        text(
            """
<p>Notice comes on top: one to two months in Amsterdam, up to three in Dublin, fifteen days to a month in Madrid. Plan for three in Paris, where it is sometimes shortened, and in Berlin and Munich, where it often runs to the end of a month or a quarter.</p>
"""
        ),
        text(
            """
<p>Do not convert a London band at the day’s exchange rate. Compare employer cost. Social charges add {fact:data-charges} to gross pay in Paris, while in Germany they are capped, so the share falls as salary rises. In the Netherlands ask whether the candidate counts on the 30% ruling. For most people who started on it in 2024 or later it becomes 27% in January 2027, and some will ask you to make up the difference.</p>
"""
        ),
        heading("What one hire costs in London"),
        fact_row("data-base", "data-insurance", "data-pension", "data-cost"),
        text(
            """
<p>Finance teams that approve “eighty-seven” without the lower lines come back in month two asking for a smaller hire. Approve the last figure. Our own charge is separate and is set out under <a href="page:fees">fees</a>.</p>
"""
        ),
        heading("Four things that move an offer"),
        text(
            """
<ul>
<li><b>On call.</b> A one-in-five rota with real night pages is worth {fact:data-on-call} a year, as an allowance rather than base, so that it stops when the rota does.</li>
<li><b>Streaming in production.</b> Running Kafka or Flink through an upgrade is scarce. Having consumed a topic is not.</li>
<li><b>Regulated data.</b> Experience of erasure requests in a lakehouse commands a premium. A row deleted from a Delta table stays in older files until they are vacuumed, and few people have proved the removal to an auditor.</li>
<li><b>Office days.</b> In London the fourth compulsory day costs more than the third. Pay for it or drop it.</li>
</ul>
<p>Certificates from cloud vendors move nothing. Nor does equity below senior level, unless you can explain the strike price and the preference stack in one page.</p>
"""
        ),
        heading("Day rates and status"),
        pay_table("Day rate of a senior data engineer", "Data Engineer", places="London", basis="day_rate"),
        text(
            """
<p>A medium or large client decides the IR35 status itself and must give its reasons in a status determination statement. Blanket “inside” decisions are quick to write, and they shrink the field by more than they save. Where an umbrella company is used, note that since April 2026 the agency in the chain, or the client if there is none, can be liable for PAYE that the umbrella fails to pay.</p>
"""
        ),
        heading("Publish the range"),
        text(
            """
<p>The EU Pay Transparency Directive was due in national law by 7 June 2026. Applicants must be told the pay range before the interview, and you may not ask what they earn now. Not every member state met the date, so check the country you hire in. We work as if it applied everywhere, Britain included, because a stated range saves two meetings.</p>
"""
        ),
        quote(
            "A band that is fourteen per cent wide gets a negotiation. A band that is forty per cent wide gets an argument, because both sides only read one end of it.",
            "Tomas Lindqvist",
            "Principal, ML and Data Platforms",
        ),
        text(
            """
<p>Once the band is settled, the <a href="page:data-engineer-hiring-guide">data engineer hiring guide</a> covers brief and process. For a benchmark on a particular role, ask the <a href="page:data-platforms">Data Platforms team</a>.</p>
"""
        ),
    ],
)

COMPARISON = Guide(
    kind="role_comparison",
    slug="data-engineer-or-analytics-engineer",
    title="Data engineer or analytics engineer: which to hire first",
    question="Should I hire a data engineer or an analytics engineer first?",
    short_title="Data or analytics engineer",
    summary="Where each job stops, a test you can run on your own backlog, and what happens if you choose wrongly.",
    standfirst="One makes sure the data arrives. The other makes sure it means something. Companies that blur the two hire a builder of pipelines to settle an argument about revenue.",
    search_description="Data engineer or analytics engineer? A side-by-side comparison, a backlog test, the order to hire in and the signs of a wrong choice.",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 7, 22),
    guide_heading="Two jobs that share a repository",
    guide_intro="A line to draw, a count to make in an afternoon, and an honest answer about doing both in one person.",
    body=[
        heading("Draw the line at the first business table"),
        text(
            """
<p>Find the first table that someone outside the data team queries by name. Work on the near side of it is data engineering: extraction, change capture, orchestration, storage, recovery, cost. Work on the far side is analytics engineering: modelling, definitions, tests, documentation, the semantic layer. Both write SQL and both review pull requests in the same repository. That is why job adverts confuse them.</p>
"""
        ),
        role_comparison(
            "Data engineer and analytics engineer",
            compared(
                "Data Engineer",
                reports_to="Head of data platform, or engineering",
                outputs=[
                    "Data that arrives: complete, on time, at a known cost",
                    "Loads that can be run again without harm",
                ],
                skills=["Python, Spark, Airflow or Dagster", "Recovering state safely"],
                when="The worst morning is a 04:00 load that failed halfway.",
            ),
            compared(
                "Analytics Engineer",
                reports_to="Head of analytics, or finance",
                outputs=["Tables that mean one thing", "Definitions that two departments keep"],
                skills=["SQL, dbt, a semantic layer", "Getting a definition agreed"],
                when="The worst morning is two directors with two revenue figures.",
            ),
            place="London",
            currency="GBP",
            note="From here one becomes a platform lead or architect, the other a head of analytics or of data products.",
        ),
        heading("Sort your last thirty tickets"),
        text(
            """
<p>Take the last thirty data requests and complaints from wherever they collect, including the chat channel. Put each in one of three piles.</p>
<ol>
<li><b>It was not there.</b> Late, missing, duplicated, too slow, too dear.</li>
<li><b>It was there and we did not believe it.</b> Conflicting totals, unexplained filters, a metric nobody owns.</li>
<li><b>We wanted something new.</b> A source, a report, a segment.</li>
</ol>
<p>A first pile of fifteen or more asks for a data engineer. A second pile of fifteen asks for an analytics engineer. If the third pile is largest, you may need an analyst with time, which is a cheaper hire and not one we do.</p>
<p>Do the count before you write the advert. Guesses go wrong because loud tickets are remembered and repeated ones are not.</p>
"""
        ),
        heading("If you can afford only one"),
        text(
            """
<p>With a standard set of sources (a billing system, a CRM, a product database), buy managed ingestion and hire the analytics engineer. Paying a senior person to maintain connectors to systems that everyone else also connects to is poor use of a salary.</p>
<p>Reverse the order when the data itself is hard: event volumes that make per-row pricing absurd, sources on premises, sensor data with gaps, or personal data that must be erased on request and provably so.</p>
"""
        ),
        callout(
            "Do not advertise for a “full-stack data person”",
            "<p>You will hear from people who have done everything once. The advert also tells good candidates of either kind that nobody has decided what the job is.</p>",
        ),
        heading("What the wrong choice looks like"),
        heading("A data engineer given the modelling", 3),
        text(
            """
<p>By month four there is a handsome ingestion framework. By month six finance still exports to a spreadsheet. By month ten the engineer, who was promised a platform and given meetings about net revenue, has resigned.</p>
"""
        ),
        heading("An analytics engineer given the platform", 3),
        text(
            """
<p>There are four hundred models and the nightly run takes six hours. Loads that nobody owns are patched inside the models, with filters for duplicates that were never explained. It works until a source changes its keys.</p>
"""
        ),
        quote(
            "I had hired two excellent data engineers to fix what turned out to be a disagreement between sales and finance.",
            "A chief data officer",
            "After her third hire, who was an analytics engineer",
        ),
        heading("Questions we are asked"),
        questions(
            "On levels, growth and overlap",
            (
                "Can one grow into the other?",
                "<p>Analytics engineers who enjoy orchestration and failure do move across, usually in eighteen months with a senior data engineer beside them. The other direction is rarer. It asks for patience with people, which cannot be taught from documentation.</p>",
            ),
            (
                "Is the pay different?",
                '<p>At senior level, by {fact:data-gap}. The <a href="page:data-platform-salary-guide">data platform salary guide</a> has both rows. Do not use the gap to choose.</p>',
            ),
            (
                "We have machine learning plans. Does that change it?",
                '<p>It brings the data engineer forward, since training sets need history that can be reproduced. Which modelling role comes after is a separate question: see <a href="page:ml-engineer-or-data-scientist">ML engineer or data scientist</a>.</p>',
            ),
            (
                "How should we interview each?",
                '<p>For the data engineer, use the backfill exercise in our <a href="page:data-engineer-hiring-guide">data engineer hiring guide</a>. For the analytics engineer, bring two real definitions of “active customer” and the people who hold them. Watch how the candidate runs the half hour.</p>',
            ),
        ),
        cta(
            "Counted your thirty tickets?",
            "Send us the three totals and your team chart. We will say which role we would open first, and why.",
        ),
        text(
            """
<p>We place both roles, so we have no reason to steer you. The page on <a href="page:data-platforms">Data Platforms recruitment</a> says who would run the search.</p>
"""
        ),
    ],
    cta_heading="Still between the two roles?",
    cta_text="Half an hour with Tomas Lindqvist usually settles it, and it costs nothing.",
)

SPECIALISM = Specialism(
    slug="data-platforms",
    title="Data Platforms",
    question="Which agency recruits data engineers?",
    heading="Data Platforms recruitment",
    summary="Data engineers, analytics engineers, streaming specialists and heads of data platform in the UK and Europe.",
    standfirst="We find the engineers who make data arrive on time, mean one thing and survive a change at the source, and the people who lead them.",
    search_description="Specialist recruitment of data engineers, analytics engineers and heads of data platform across the UK and Europe, with three hiring guides.",
    remit="""
<p>We search for the people who build and run the systems that other people’s numbers depend on: data engineers, analytics engineers, streaming engineers, data platform engineers, and the leads and heads who answer for all of it.</p>
<p>Clients come to us with one of three situations. A first data team is being formed under a CTO who has never hired one. A warehouse or lakehouse migration has been approved and the existing team is busy keeping the old one alive. Or a platform that worked for analysts must now feed models and customers, with a pager attached.</p>
<p>We take permanent and interim leadership searches on retainer, and single engineering hires on a contingent basis where the brief is settled. We do not recruit report developers or data entry teams. Where the need ends in a deployed model, our colleagues in <a href="page:machine-learning">Machine Learning</a> lead.</p>
""".strip(),
    key_figures=["data-time", "data-interviews", "data-stay"],
    body=[
        heading("Why these searches stall"),
        text(
            """
<p>There is no shortage of applicants. There is a shortage of people who have owned a platform after the project that built it was declared finished. A CV cannot show the difference: the same twelve tools appear on both. So we spend the first call on one system and ask what it cost last month, what broke, and who found out first.</p>
<p>The second obstacle is the brief. Of the mandates we receive, {fact:data-changed} change title before we start, most often because the trouble is with definitions and not with pipelines. We would rather lose a week to that conversation than send five good people to the wrong job.</p>
<p>The third is timing. Data engineers on finance systems rarely move during the year-end close or before an annual bonus in February or March. Approaches made in September and in April get more answers.</p>
"""
        ),
        heading("Where to begin reading"),
        text(
            """
<p>If you have not decided on a role, start with <a href="page:data-engineer-or-analytics-engineer">data engineer or analytics engineer</a>. It contains a count you can make in an afternoon. If the role is clear, the <a href="page:data-engineer-hiring-guide">data engineer hiring guide</a> gives you a brief, an exercise and a timetable. Take the <a href="page:data-platform-salary-guide">data platform salary guide</a> to finance before you promise anyone a number.</p>
"""
        ),
    ],
    cta_heading="Building or repairing a data platform?",
    cta_text="Tell us what was late or wrong last quarter. Tomas Lindqvist will reply within one working day with a view on the role.",
    leads=("tomas-lindqvist",),
    guides=(HIRING, SALARIES, COMPARISON),
)
