"""Machine Learning Engineer hiring guide: the page the demo site is judged by."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    checklist,
    client_words,
    cta,
    fact_row,
    heading,
    pay_table,
    process_timeline,
    questions,
    quote,
    related_guides,
    table,
    text,
)

GUIDE = Guide(
    kind="hiring_guide",
    slug="machine-learning-engineer-hiring-guide",
    role="Machine Learning Engineer",
    title="Machine Learning Engineer hiring guide",
    question="How do I hire a machine learning engineer?",
    short_title="Machine Learning Engineer",
    summary="What the seat owns, what it pays in three cities, and how to run the search from mandate to day ninety.",
    standfirst=(
        "For the CTO or VP who has to fill this seat and live with the result: "
        "what to ask for, what to pay, how to test it and how to close."
    ),
    search_description=(
        "How to hire a machine learning engineer in the UK and Europe: scope, pay bands for London, Berlin "
        "and Zurich, work samples, notice and the offer."
    ),
    author="tomas-lindqvist",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 11, 12),
    changes=[
        (
            datetime.date(2026, 4, 20),
            "EMI limits brought up to the rules of 6 April 2026; German virtual options now say what a resignation does.",
        ),
        (datetime.date(2026, 7, 2), "Work sample: assistants are allowed, and the conversation about it is longer."),
        (
            datetime.date(2026, 11, 12),
            "The process takes four stages instead of five. The separate call with the CTO moved into the offer.",
        ),
    ],
    guide_heading="Nine decisions, in the order you will meet them",
    guide_intro="Read the first two sections before you ask finance for the headcount. The rest will keep until it is approved.",
    body=[
        heading("What the role owns"),
        text("""
<p>A machine learning engineer owns a model in production: the pipeline that trains it, the service that calls it, the monitoring that says whether it still works, and the decision to retrain it, roll it back or switch it off. The job is software engineering with one added difficulty. The system can be wrong for weeks without raising an error.</p>
<p>Hold your draft against that sentence. If this person will hand notebooks to another team, you want a data scientist, and <a href="page:ml-engineer-or-data-scientist">our comparison of the two roles</a> will save you a month. If they will schedule GPUs and run the model registry for fifteen other engineers, read the <a href="page:platform-engineer-hiring-guide">platform engineer hiring guide</a> instead. If most of the year goes on building the tables the model reads, start with the <a href="page:data-engineer-hiring-guide">data engineer hiring guide</a>.</p>
<p>Even inside the right title there are three different seats.</p>
"""),
        table(
            "Three seats behind one title",
            ["Seat", "Owns", "Works with", "Often comes from"],
            [
                "Product ML",
                "Ranking, fraud, pricing or forecasting models and their experiments",
                "Gradient-boosted trees, PyTorch, Airflow or Dagster, a feature store",
                "Payments, marketplaces, insurance",
            ],
            [
                "LLM applications",
                "Retrieval, prompts, evaluation sets, cost and latency per request",
                "Hosted model APIs, vLLM, a vector index, tracing",
                "Search teams, strong backend teams",
            ],
            [
                "Training and inference performance",
                "Throughput, GPU use, distributed training, quantisation",
                "PyTorch or JAX, CUDA, Triton kernels, Slurm or Kubernetes",
                "HPC, games, autonomous driving",
            ],
        ),
        text(
            "<p>Pick one row. A description that borrows from all three attracts people who are middling at each, "
            "and the specialists read it as a sign that nobody has decided yet.</p>"
        ),
        heading("When to open the seat, and when not to"),
        text("""
<p>Open it when three things are true. A decision worth improving is made often enough to measure. The outcome of that decision is recorded somewhere you can query. A product team has agreed to change what it ships when the model says so. The third is the one most often missing.</p>
<p>Do not open it in these cases:</p>
<ul>
<li><b>There is no label.</b> If nobody records whether a flagged claim turned out to be fraud, the first year is data collection. An ML engineer will leave before there is anything to train on.</li>
<li><b>It is one hosted model call behind one button.</b> A good backend engineer can build that, provided somebody gives them time to write an evaluation set.</li>
<li><b>The board wants “an AI person”.</b> That is a question about strategy and authority. Read the <a href="page:head-of-ai-hiring-guide">Head of AI hiring guide</a> first; sometimes the answer is to hire nobody this year.</li>
<li><b>There is no peer and no plan for one.</b> A lone ML engineer has nobody to review the work. If you must start with one, hire at senior or above, choose someone who has been first before, and put a date on the second seat.</li>
</ul>
"""),
        heading("Where candidates come from"),
        text("""
<p>The advertised market is loud and mostly wrong for a senior seat. An open senior post in London draws {fact:ml-applications} applications in its first week, and few of those applicants have kept a model alive in production. The people you want are employed, in the middle of something, and will talk to whoever can describe the problem properly in two sentences.</p>
"""),
        fact_row("ml-approached", "ml-replied", "ml-interviewed", "ml-met-once"),
        text("""
<p>We map by the shape of the problem, then by company. Delayed labels and an adversary: payment fraud, insurance claims, marketplace trust. Perishable stock and weather: grocery supply, energy trading, airline revenue. Someone who has solved your kind of problem in another sector will usually beat someone from your sector who has not.</p>
<p>Three pools are under-used:</p>
<ul>
<li>Backend engineers who have spent two years inside an ML team. Many already run the serving path and want the model as well.</li>
<li>Research engineers leaving laboratories because they want users. Check that they have worked in code they did not write.</li>
<li>Computational scientists from geophysics, chemistry or fluid dynamics. Strong numerics, thin product practice; pair them with a senior engineer and do not make them the first hire.</li>
</ul>
<p>Where these people live, and what moves them between countries, is in the <a href="page:european-machine-learning-market-map">European machine learning market map</a>.</p>
"""),
        heading("Writing the mandate"),
        text("""
<p>The mandate is the two-page document every candidate will be measured against. It comes before the advert, and it is signed by the hiring manager, the budget holder and whoever can veto the offer. If those three cannot agree on paper, they will disagree in front of your best candidate in week six.</p>
"""),
        checklist(
            "The mandate is ready when it states",
            "The first system this person will own, by name, and its condition today",
            "The measure that should move, and who reports it now",
            "Where the data lives, who owns it, and how long a label takes to arrive",
            "Whether there is on-call, how often, and what it pays",
            "Four must-haves at most, each with the stage that tests it",
            "Base range, bonus, equity and level, already approved",
            "City, office days, and the countries where you can employ",
            "Who decides, who advises, and the dates held in their diaries",
        ),
        text("""
<p>Keep the must-haves at four. The arithmetic is unforgiving: if each requirement is true of half the people who could do the job, four leave you one in sixteen and seven leave you one in 128.</p>
<p>Leave out the doctorate unless the work is research. Leave out years with a named framework; a good PyTorch engineer reads JAX within a fortnight. Leave out competition rankings, which reward the part of the job that matters least. When the mandate is settled, the <a href="page:machine-learning-engineer-job-description">machine learning engineer job description</a> turns it into the page candidates see.</p>
"""),
        heading("Pay and equity"),
        pay_table(
            "Annual base salary by level and city",
            "Machine Learning Engineer",
            places="London, Berlin, Zurich",
            currencies="GBP, EUR, CHF",
            note="Base only, permanent contracts.",
        ),
        text("""
<p>Pay the middle for someone who will do, with you, the job they do now. Pay P75 when you ask for something extra: a first hire, four office days, an unknown name, a migration nobody enjoys. Below P25 you are hiring the level beneath and should change the title. Training and inference performance specialists sit {fact:ml-performance} above these bands, because trading firms and model laboratories want the same people.</p>
<p>Equity needs a translation by country. In the UK, check EMI first: since 6 April 2026 a company may qualify with up to £120m of gross assets and fewer than 500 employees. German companies mostly grant virtual options, a contractual bonus on exit; since a Federal Labour Court ruling of March 2025, terms that simply cancel vested ones when the employee resigns are hard to rely on. Have yours checked. A candidate leaving a listed company will compare your paper with shares that vest every quarter and can be sold the same day. Show the number of shares, the last price, the strike, the fully diluted count and the outcome at a flat valuation. Never show a percentage alone.</p>
<p>In the EU, the Pay Transparency Directive was due in national law by 7 June 2026: the range goes to the candidate before the first interview, and you may not ask about pay history. Transposition is uneven. Work to the directive everywhere, the UK included; it is simpler and candidates notice. Bonus, on-call and more cities are in the <a href="page:machine-learning-salary-guide">machine learning salary guide</a>.</p>
"""),
        heading("Running the process"),
        text("""
<p>Seven weeks from signed mandate to signed offer is a fair plan for a senior seat; our median is {fact:ml-time}. Candidates give about seven hours in four stages. Ask for ten and you will lose the people with other offers, who are the ones you were hoping for.</p>
"""),
        process_timeline(
            "A senior search, week by week",
            (
                "Mandate",
                1,
                "weeks",
                "Signed by everyone who can veto. Six anonymous profiles compared: a yes or no with reasons on each.",
                "You, 90 minutes",
            ),
            (
                "Map and approaches",
                1,
                "weeks",
                "The map is complete and the first 60 people hear of the problem.",
                "Us; one of your engineers free for their questions",
            ),
            (
                "Our interviews",
                1,
                "weeks",
                "Five profiles, each with its doubts written down.",
                "Us; your answer within one working day",
            ),
            (
                "First calls",
                1,
                "weeks",
                "45 minutes with each of the five.",
                "Hiring manager, slots held since week 1",
            ),
            (
                "Work sample",
                1,
                "weeks",
                "Two hours alone, then a conversation about it. Scores are written separately.",
                "Two reviewers",
            ),
            (
                "Design and team",
                1,
                "weeks",
                "System design and a meeting with the team in one half day. The decision is taken that evening.",
                "The whole panel",
            ),
            (
                "Offer",
                1,
                "weeks",
                "References, a verbal offer, and the contract within two days of it.",
                "CTO, one call",
            ),
            note="Illustrative timetable for this demonstration site. Notice comes on top.",
        ),
        quote(
            "I ask for five held slots before I approach anyone. A client who cannot find five hours this month "
            "does not have a vacancy yet.",
            "Tomas Lindqvist",
            "Principal, ML and Data Platforms",
        ),
        text("""
<p>Two gaps lose candidates: between our profile and your first call, and between the last interview and the offer. Keep each to two working days. Watch the calendar as well. Banks and funds pay bonuses in February and March, and hardly anyone there resigns before the money lands. August is slow in Paris and Milan. A search opened in late November signs in January.</p>
"""),
        heading("Assessing: what a good work sample is"),
        text("""
<p>A good work sample is two hours inside a small, honest copy of your own job. We suggest a repository with a training script that runs, a service that serves the result, and three planted faults:</p>
<ol>
<li>A feature computed from something known only after the outcome, so the offline score is too good.</li>
<li>A random train and test split where the data needed a split by time.</li>
<li>A transformation that differs between the training code and the serving code.</li>
</ol>
<p>Ask for a pull-request review, a fix for one fault, and half a page on what they would monitor in the first month. Then talk it through for 45 minutes. Allow AI assistants; they will use one at work. The conversation shows whose judgement it was. Ask why they fixed that fault first and what they would have done with another day.</p>
"""),
        heading("Scoring it", level=3),
        text("""
<p>Two reviewers, four dimensions, a written sentence of evidence for each score: found the faults, judged their cost, wrote code a colleague could keep, explained it to someone who owns the product. Score before anyone speaks. Finding all three faults and ranking them badly is a weaker result than finding two and knowing which one would have hurt a customer.</p>
"""),
        heading("What to leave out", level=3),
        text("""
<p>No weekend take-home: it selects for free weekends. No algorithm puzzles: they select for rehearsal. No leaderboard on a public data set, where the answer is a search away. No live problem of yours unless you pay for the day. The question bank and scorecard are in the <a href="page:machine-learning-interview-guide">machine learning interview guide</a>; if the seat carries a pager, borrow the incident exercise from the <a href="page:site-reliability-interview-guide">site reliability interview guide</a>.</p>
"""),
        callout(
            "Do not put customer data in the exercise",
            "<p>A candidate is a third party with no contract and no access controls. Personal data in a work sample is a "
            "disclosure you would have to justify under GDPR, and pseudonymised records are still personal data. "
            "Generate synthetic rows with the same flaws. It takes a day, once.</p>",
        ),
        heading("Offer, notice and the first ninety days"),
        text("""
<p>Make the offer by telephone, with every figure, on the day you decide. Send the contract within two days and allow five working days to answer. A 24-hour deadline tells a careful person what working for you is like. Raise the counter-offer before it exists: in the first interview, ask what would have to change for them to stay, and whether they have asked for it.</p>
<p>Notice decides the start date. UK seniors give one to three months. German contracts commonly say three months to the end of a month or a quarter; on a quarter-end contract, resigning on 2 January instead of 31 December moves the last day from March to June. Zurich is usually two or three months to month end. Anyone from a trading firm may have a paid non-compete on top, so read the clause before you set a date.</p>
<p>Use the notice period. Lunch with the team, access requests raised, GPU quota approved, the first task chosen. Then four markers:</p>
<ul>
<li><b>Day 10:</b> a small change in production.</li>
<li><b>Day 30:</b> the current model retrained from scratch and its published score reproduced, or the reason it cannot be.</li>
<li><b>Day 60:</b> one alert owned; on-call shadowed.</li>
<li><b>Day 90:</b> one measured change live or stopped on evidence, and two pages on what should come next.</li>
</ul>
<p>Hold written reviews at 60 and 90. In Great Britain the qualifying period for unfair dismissal falls from two years to six months on 1 January 2027, so a doubt left until month seven becomes a different conversation.</p>
"""),
        cta(
            "Is the mandate on paper?",
            "Send it as it is. We answer within a working day with the seat we think it describes and the first five people we would call.",
        ),
        heading("Mistakes that cost a search"),
        text("""
<ol>
<li><b>Hiring for the model you read about.</b> The seat is fraud scoring on tabular data; the interview is about transformers. The hire leaves in a year.</li>
<li><b>Adding a stage when unsure.</b> Doubt after four stages is an answer. A fifth costs you the candidate and teaches you nothing.</li>
<li><b>A committee with no chair.</b> One person decides. Others advise in writing.</li>
<li><b>Meeting five and asking for five more.</b> If none of the five is close, the mandate is wrong. Reopen it with us before reopening the search.</li>
<li><b>Selling the research and giving them the backlog.</b> Describe the first six months as they are, including the dull part.</li>
</ol>
"""),
        client_words(
            "They sent the mandate back twice. The second time I was annoyed, and the third version was the one my own team recognised. We met five people and would have been glad of any of them.",
            "A chief technology officer",
            "Payments company, London (an invented client of an invented agency)",
            consent_from="The client, by mail to Tomas Lindqvist (an illustration: the client is invented)",
            consent_on=datetime.date(2026, 9, 14),
            ends_on=datetime.date(2027, 9, 13),
        ),
        heading("Before you brief us"),
        questions(
            "What hiring leaders ask first",
            (
                "Should it be a retained search or a contingent one?",
                (
                    "<p>Retained when it is a first hire, a staff seat, confidential, or has already failed once. Contingent can work for a mid-level seat "
                    'with an employer people know. The difference in what we do is on <a href="page:how-a-search-works">how a search works</a>, '
                    'and in what it costs on <a href="page:fees">fees</a>.</p>'
                ),
            ),
            (
                "Can we hire a contractor while we look?",
                (
                    "<p>Yes, for the pipeline or an evaluation harness, with a written handover. Avoid having a contractor design the first model. "
                    "You will be interviewing engineers to maintain decisions whose author has gone.</p>"
                ),
            ),
            (
                "Can this person live in a country where we have no entity?",
                (
                    "<p>For a while, through an employer of record. Check two limits first: Germany caps how long a leased worker may stay with one client, "
                    "and a senior person who concludes contracts can create a taxable presence. Equity is also harder to grant.</p>"
                ),
            ),
            (
                "Which of your other guides should our panel read?",
                (
                    "<p>The interviewers need the interview guide and your finance partner needs the salary guide. "
                    'The overview of how we work in this field is on <a href="page:machine-learning">Machine Learning recruitment</a>.</p>'
                ),
            ),
        ),
        related_guides(
            "For the rest of your panel",
            "machine-learning-engineer-job-description",
            "machine-learning-interview-guide",
            "machine-learning-salary-guide",
            "data-engineer-hiring-guide",
        ),
    ],
    cta_heading="Hiring a machine learning engineer?",
    cta_text="Send us the problem, the city and the range. Ines or Tomas will read it and tell you whether the mandate is ready to search on.",
)
