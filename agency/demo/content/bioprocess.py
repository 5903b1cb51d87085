"""Bioprocess: its page and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    fact_row,
    heading,
    interview_questions,
    job_description,
    pay_table,
    quote,
    table,
    text,
)

HIRING_GUIDE = Guide(
    kind="hiring_guide",
    slug="bioprocess-engineer-hiring-guide",
    role="Bioprocess Engineer",
    title="How to hire a bioprocess engineer",
    question="How do I hire a bioprocess engineer?",
    short_title="Hiring a bioprocess engineer",
    summary="Five jobs share this title. Find out which one is open, then test it with a transfer that went wrong.",
    standfirst="“Bioprocess engineer” can mean a person at a bench, a person in a gown or a person with a pipe drawing. Most failed hires here were a good example of the wrong one.",
    search_description="Which bioprocess engineer do you need? Upstream, downstream, MSAT, transfer or capital project: scope, evidence, a technical case and timing.",
    reviewer="claire-delacroix",
    reviewed_on=datetime.date(2026, 8, 17),
    guide_heading="Find the job behind the title",
    guide_intro="A table to sort the five roles, how to read scale on a CV, and one technical case with its answer.",
    body=[
        heading("Five jobs, one title"),
        table(
            "What each kind of bioprocess engineer does",
            ["Role", "Works on", "Ask to see", "Do not expect"],
            [
                "Upstream development",
                "Clones, feeds, bench bioreactors",
                "A design of experiments they would redo",
                "GMP",
            ],
            [
                "Downstream development",
                "Capture, polishing, filtration",
                "A resin lifetime decision",
                "Cell culture depth",
            ],
            ["MSAT", "The running commercial process", "A deviation solved with data", "Early discovery"],
            [
                "Technology transfer",
                "Moving a process between sites",
                "A transfer plan and its gap list",
                "New science",
            ],
            ["Process engineering", "Equipment, utilities, capital", "A user requirement specification", "Biology"],
        ),
        text("""
<p>MSAT stands for manufacturing science and technology: the group that owns the process after development lets go of it. If your site makes batches and they vary, this is the row you want, whatever the vacancy says. If the role is at the bench, our <a href="page:upstream-process-scientist-job-description">upstream process scientist job description</a> can be used as it stands.</p>
"""),
        heading("The product decides how far skills travel"),
        text("""
<p>Fed-batch CHO culture for antibodies is the common language. People move between companies with little loss. Perfusion is a dialect: ask who has kept a cell retention device running for thirty days. Viral vectors are another language. Transient transfection of HEK293 cells at scale, full and empty capsids, and a purification yield that would shame an antibody group need someone who has met them before. Autologous cell therapy hardly scales at all. There the engineer’s problem is forty small batches in parallel, each belonging to one patient, and logistics experience may be worth more than bioreactor hours.</p>
<p>Microbial people are overlooked for mammalian roles and should not be. They understand oxygen transfer better than almost anybody.</p>
"""),
        heading("Read the scale on the CV"),
        text("""
<p>Three questions, in writing, before the first interview:</p>
<ol>
<li>What was the largest vessel in which you made the decisions, and how many batches?</li>
<li>On which side of the transfer did you stand, sending or receiving?</li>
<li>Which of your changes went through change control, and who objected?</li>
</ol>
<p>The second separates candidates fast. A sender knows why the process is as it is. A receiver knows what the document left out: mixing times, hold times, the order in which the base was added.</p>
"""),
        heading("A technical case: the missing titre"),
        text("""
<p>Tell the candidate: “Same clone, same medium. At 5 litres we reach target titre. At 2,000 litres, single-use, we lose a fifth of it, and lactate climbs after day seven. Three batches agree. What next?” Allow thirty minutes.</p>
<p>Good answers begin with the measurement. Is the titre sample handled the same way, on the same assay? Was pH corrected against an off-line reading? Then they go to what scale changes: carbon dioxide stripping, sparge strategy, mixing time and where base enters, seed train age, medium hold before use. They ask whether the scale-down model was qualified against anything large. They propose one discriminating experiment, not twelve.</p>
<p>Poor answers reach for the clone. Others recite a mass transfer coefficient and wait for applause.</p>
"""),
        quote(
            "I asked why he wanted the dissolved carbon dioxide data first. He said because it was free. I had the offer approved that evening.",
            "A head of MSAT",
            "After a transfer that had failed twice",
        ),
        heading("Price and timing"),
        fact_row("bioprocess-time-uk", "bioprocess-relocate"),
        pay_table("Base pay of engineers", "Bioprocess Engineer", places="United Kingdom"),
        text("""
<p>This work happens in a building. Clusters therefore matter more than salary: Stevenage for cell and gene therapy, Cambridge and Oxford for development, Teesside and Merseyside for manufacture, then Cork and Dublin, Leiden, Basel and greater Copenhagen. Hiring outside a cluster means paying for a move. Budget for it openly and start before the school year decides for the candidate.</p>
"""),
        heading("When not to hire one"),
        text("""
<p>If a contract manufacturer makes every batch, you may need a person in the plant for two months and a CMC lead for two years. The <a href="page:regulatory-strategist-or-cmc-specialist">comparison of strategist and CMC specialist</a> will tell you. If batches fail for reasons of discipline and not of science, the hire is a leader, and the <a href="page:head-of-manufacturing-interview-guide">head of manufacturing interview guide</a> is the better use of your afternoon. An engineer cannot fix a shift pattern. Which of these we search for, and where, is on our <a href="page:bioprocess">bioprocess page</a>.</p>
"""),
    ],
    cta_heading="Hiring a bioprocess engineer?",
    cta_text="Tell us the modality, the scale and which side of the transfer you are on. We will name the row of the table.",
)

JOB_DESCRIPTION = Guide(
    kind="job_description",
    slug="upstream-process-scientist-job-description",
    role="Upstream Process Scientist",
    title="Upstream process scientist: a job description to use",
    question="What does an upstream process scientist do?",
    short_title="Upstream scientist description",
    summary="A description you can copy, with the reasons for each part and notes on what to cut for your own laboratory.",
    standfirst="Take the text, change the numbers and keep the weekend paragraph. It is the part candidates most want to read and most employers leave out.",
    search_description="A ready job description for an upstream process scientist: duties, first-year outcomes, requirements, weekend cover and pay, with editing notes.",
    reviewer="claire-delacroix",
    reviewed_on=datetime.date(2026, 6, 29),
    guide_heading="A description a scientist will finish",
    guide_intro="Written for a mammalian cell culture group of six to ten people. The notes say what to change for yours.",
    body=[
        heading("How to use this page"),
        text("""
<p>The text and the working pattern under it are addressed to the candidate and may be copied. The callout and the last section are for you. Before you edit, agree one thing with the head of development: is this person’s output a process or a platform? A process has a product and a date. A platform serves products you do not have yet. A description that promises both attracts people who dislike whichever one you meant.</p>
"""),
        heading("The text to copy"),
        job_description(
            "Upstream Process Scientist",
            "You will develop fed-batch and intensified cell culture processes for antibodies and related proteins, from clone "
            "selection to a process description that a manufacturing site can run. You work every day with analytics and "
            "downstream, take your own process into 50-litre and 200-litre vessels, and manage nobody in the first year.",
            [
                "Month 2: one full 14-day run from thaw to harvest, unaided.",
                "Month 4: a designed experiment planned, run and presented to downstream.",
                "Month 8: a process locked for one molecule, with its critical parameters argued.",
                "Month 12: that process transferred to pilot scale, within the agreed titre range.",
            ],
            [
                "Two years or more with stirred bioreactors in industry, or a doctorate spent with them.",
                "Design of experiments that you set up yourself, in JMP or anything similar.",
                "One written piece, report or paper, that you can talk us through.",
                "Aseptic technique we will not have to teach.",
            ],
            [
                "Perfusion or an intensified seed step.",
                "Raman or other in-line measurement; some Python or R.",
                "A transfer, from either side.",
            ],
            "Head of upstream development",
            [
                "A call with the head of upstream, 45 minutes.",
                "Half a day at the site: your written piece, one designed experiment, the laboratory and the rota.",
                "An answer within three working days.",
            ],
        ),
        text("""
<p>A doctorate, our make of controller and GMP are not on the list. Say so if candidates ask: they will learn what matters at the receiving site.</p>
"""),
        heading("Working pattern and pay"),
        text("""
<p>Cells do not observe weekends. A 14-day run contains two of them, and someone samples and feeds. We keep a rota: one weekend in five, four hours a day, a day off in the following week, and a weekend payment. Automated feeding covers bank holidays. Laboratory work is on site; writing may be done anywhere, usually one day a week.</p>
"""),
        fact_row("bioprocess-weekend", "bioprocess-rota"),
        pay_table("Base pay, outside London", "Upstream Process Scientist", places="United Kingdom"),
        callout(
            "Why the weekends stay in",
            "<p>Candidates who learn of the rota at offer stage withdraw, or accept and resent it. Those who read it in the description ask a sensible question about it at interview. If your rota is worse than this one, change the rota before you change the wording.</p>",
        ),
        heading("Notes for the employer"),
        text("""
<p><b>Cut first.</b> The “useful” list. Each item there removes people, and none predicts whether someone can choose the next experiment. Never move an item from useful to needed to please one interviewer.</p>
<p><b>Keep.</b> The month-eight line. The word “argued” matters: parameters called critical without argument return as agency questions, as our note on the <a href="page:regulatory-strategist-or-cmc-specialist">CMC specialist</a> explains.</p>
<p><b>Change for other products.</b> For viral vectors, replace feeding strategy with transfection and harvest timing, and expect the salary to rise by {fact:bioprocess-vectors}. For perfusion, the 14-day run becomes thirty or more and the rota needs two more people. For microbial work, strike the single-use vessels.</p>
<p><b>Check the title.</b> If most of the year will be spent at the plant, this is an MSAT post, and the <a href="page:bioprocess-engineer-hiring-guide">bioprocess engineer hiring guide</a> sorts out which. If the first problem is the people running the plant, read the <a href="page:head-of-manufacturing-interview-guide">head of manufacturing interview guide</a>. We recruit for all three from the <a href="page:bioprocess">bioprocess desk</a>.</p>
"""),
    ],
)

INTERVIEW_GUIDE = Guide(
    kind="interview_guide",
    slug="head-of-manufacturing-interview-guide",
    title="Interviewing a head of manufacturing",
    question="How do I interview a head of GMP manufacturing?",
    short_title="Head of manufacturing interview",
    summary="A plant walk, five deviations and an hour alone with quality: how to see a manufacturing leader at work.",
    standfirst="A head of GMP manufacturing is judged by what happens on a Sunday night. An interview in a meeting room at eleven on a Tuesday will not show it.",
    search_description="How to interview a head of GMP biologics manufacturing: three sessions, a plant walk, a deviation exercise with its answers, and references.",
    reviewer="claire-delacroix",
    reviewed_on=datetime.date(2026, 9, 21),
    changes=[(datetime.date(2026, 9, 21), "The head of quality’s veto is said aloud to both sides beforehand.")],
    guide_heading="See the candidate in a plant",
    guide_intro="Three sessions in one morning, with a deviation exercise you can use as printed.",
    body=[
        heading("What the role answers for"),
        text("""
<p>EU GMP, and its UK counterpart, count the head of production among a site’s key personnel and keep production independent of quality control. The head of manufacturing owns the batch, the people who make it and the record that proves it. They do not own its release. A Qualified Person does, and may say no.</p>
<p>So you are looking for someone who can be overruled in public by a colleague, agree when the colleague is right, and keep the trust of sixty operators who lost a night’s work.</p>
"""),
        heading("The day, in order"),
        text("""
<ol>
<li><b>Plant walk, 60 minutes, with a shift lead.</b> Not with you.</li>
<li><b>Deviation exercise, 75 minutes</b>, with operations and MSAT.</li>
<li><b>Head of quality, alone, 45 minutes.</b> No operations director in the room. This session carries a veto, and you should say so to both of them.</li>
</ol>
<p>Hold the conversation about career and pay on another day.</p>
"""),
        heading("The walk"),
        text("""
<p>Sign a confidentiality agreement and stay on the viewing corridor. Nobody without gowning qualification enters a classified room for an interview. Afterwards ask the shift lead what the candidate looked at. Good ones notice status labels, a logbook filled in advance, operators waiting for a document, acknowledged alarms that have returned, single-use assemblies stacked past their storage height.</p>
"""),
        heading("The deviation exercise"),
        table(
            "Five deviations from one invented suite in one quarter",
            ["Event", "When", "Recorded cause", "Action"],
            ["Feed added three hours late", "Saturday", "Operator error", "Retrain"],
            ["pH drift, 2,000 litres, day 6", "Wednesday", "Probe failure", "Replace probe"],
            ["Wrong resin lot entered in record", "Thursday", "Operator error", "Retrain"],
            ["Sample taken two hours late", "Sunday", "Operator error", "Retrain"],
            ["Bag leak at inoculation", "Monday", "Supplier defect", "Complaint"],
            note="Illustrative figures for this demonstration site. The suite is invented.",
        ),
        text("""
<p>Give thirty minutes alone with the table, then ask what they would do on Monday. You want these four observations:</p>
<ul>
<li>“Operator error” three times is a finding about the investigations, not about operators. Retraining someone who knew the procedure corrects nothing.</li>
<li>Both late events fell on a weekend. Look at cover, handover and the number of tasks per person before looking at anyone’s file.</li>
<li>A lot number typed by hand will be mistyped. The remedy is in the batch record or a scanner.</li>
<li>The probe and the bag need a question before an action: what did the off-line readings say, who installed the assembly, and has this supplier lot been used elsewhere?</li>
</ul>
<p>The best candidates then ask what is missing from the list. A busy suite with five deviations in a quarter may have a reporting problem.</p>
"""),
        heading("Questions for the head of quality"),
        interview_questions(
            "Forty-five minutes, no audience",
            (
                "Tell me about a batch you wanted released and were refused.",
                "Being overruled",
                "The technical reason, stated as the Qualified Person would state it.",
                "Complaint about paperwork.",
            ),
            (
                "When did you last stop a line yourself?",
                "Authority used",
                "A date, a cost, and somebody senior who was unhappy.",
                "The shift lead always saw to that.",
            ),
            (
                "What do you do when an aseptic process simulation fails?",
                "Procedure under pressure",
                "For a site with filling: production stops on that line, affected batches since the last good run are assessed, the cause is sought, and repeat runs follow before restart.",
                "Repeat it, and hope.",
            ),
        ),
        heading("Numbers they should carry in their head"),
        checklist(
            "Ask for each, then ask how it was counted",
            "Batches started, batches lost, and the reason for each loss",
            "Records right first time",
            "Days from end of processing to completed batch record review",
            "Deviations and corrective actions overdue, and the age of the oldest",
            "Operator turnover by shift, and overtime by shift",
        ),
        text("""
<p>The definition reveals more than the value. “Right first time” can mean no correction at all or no correction found by quality, and the two may differ by {fact:bioprocess-counted}.</p>
"""),
        heading("References, and what follows"),
        text("""
<p>Take one from the Qualified Person who released the candidate’s batches and one from a shift lead. A former chief executive knows whether targets were met. These two know how.</p>
<p>If your suite’s trouble turns out to be the process and not its leadership, an MSAT engineer costs less: see the <a href="page:bioprocess-engineer-hiring-guide">bioprocess engineer hiring guide</a>. If the process never left the laboratory in good order, look upstream, at the <a href="page:upstream-process-scientist-job-description">upstream process scientist description</a>. Major changes will pass through regulatory, so let finalists meet whoever fills the role in our <a href="page:regulatory-strategist-or-cmc-specialist">strategist and CMC comparison</a>. Our <a href="page:bioprocess">bioprocess page</a> says how we run leadership searches in this field.</p>
"""),
    ],
    cta_heading="Replacing a head of manufacturing?",
    cta_text="Tell us the site, the products and what quality would say about the last one. We treat every such call as confidential.",
)

SPECIALISM = Specialism(
    slug="bioprocess",
    title="Bioprocess",
    question="Which agency recruits bioprocess and GMP manufacturing leaders?",
    heading="Bioprocess recruitment",
    summary="Search for upstream, downstream, MSAT and manufacturing leaders in biologics, vectors and cell therapy.",
    standfirst="We find the scientists, engineers and plant leaders who make biological medicines, from a 250 ml experiment to a released batch.",
    search_description="Specialist search for bioprocess engineers, upstream and downstream scientists, MSAT leads and heads of manufacturing in the UK and Europe.",
    remit="""
<p>We recruit for companies that develop or make biological medicines: antibodies and other recombinant proteins, viral vectors, vaccines and cell therapies. Our clients are biotechs building a first process, contract manufacturers adding suites, and established plants whose process has outlived the people who wrote it.</p>
<p>We search for upstream and downstream scientists, technology transfer and MSAT leads, process engineers, and heads of manufacturing and technical operations. Most posts are in the UK, Ireland, the Netherlands, Switzerland and Denmark, and nearly all are on site.</p>
<p>We do not supply operators or laboratory analysts by the dozen. A local agency with people in the car park at shift change does that better. Qualified Persons we do recruit, as separate searches, since few people are eligible and all of them are already needed somewhere.</p>
""".strip(),
    key_figures=["bioprocess-time", "bioprocess-near", "bioprocess-shortlist"],
    body=[
        heading("How we search"),
        text("""
<p>We start on the map. A bioreactor cannot be run from home, and most people in this field will not sell a house for a job. So the first list holds everyone within an hour of the site who has done the work at your scale, with your kind of cell. Only when it is exhausted do we draw the second ring and talk about relocation, school years and who pays.</p>
<p>Then we read for scale and for side. Scale is the largest vessel in which the person took the decisions. Side is whether they sent a process or received one. These two facts predict more than any list of techniques, and neither is usually on the CV. We ask in a first call and put the answers at the head of each profile you receive.</p>
<p>The market moves with plants. When a site announces a new suite, a hundred people within reach hear about it the same week. When one announces a closure, the good people have gone within six weeks. We would like to hear of your project before the announcement and not after.</p>
"""),
        heading("Which guide answers your question"),
        text("""
<p>Batches that vary, a transfer in trouble, a title you are unsure of: the <a href="page:bioprocess-engineer-hiring-guide">bioprocess engineer hiring guide</a>. A vacancy to write by Friday: the <a href="page:upstream-process-scientist-job-description">upstream process scientist job description</a>. A leader to choose: the <a href="page:head-of-manufacturing-interview-guide">head of manufacturing interview guide</a>.</p>
<p>If every batch is made by someone else, read first about <a href="page:regulatory-strategist-or-cmc-specialist">CMC specialists</a> in regulatory affairs. You may need one of those.</p>
"""),
    ],
    cta_heading="Hiring for a process or a plant?",
    cta_text="Tell us the product, the scale and the postcode. We will tell you how many people are within an hour of it.",
    leads=["samir-haddad"],
    guides=[HIRING_GUIDE, JOB_DESCRIPTION, INTERVIEW_GUIDE],
)
