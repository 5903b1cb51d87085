"""Cloud Platforms: the specialism and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    cta,
    fact_row,
    heading,
    interview_questions,
    job_description,
    pay_table,
    questions,
    quote,
    related_guides,
    table,
    text,
)

HIRING = Guide(
    kind="hiring_guide",
    slug="platform-engineer-hiring-guide",
    role="Platform Engineer",
    title="How to hire a platform engineer your developers will thank",
    question="How do I hire a platform engineer?",
    short_title="Hiring a platform engineer",
    summary="When a platform is worth a salary, the three people behind one title, and two questions that tell them apart.",
    standfirst="A platform engineer is paid to make other engineers faster. Hire for that, and the choice of orchestrator becomes a detail. Hire for the orchestrator and you get a second product.",
    search_description="Hiring guide for platform engineers: decide whether you need one, tell three profiles apart, and run two interviews that show judgement.",
    reviewer="callum-reid",
    reviewed_on=datetime.date(2026, 6, 30),
    guide_heading="Before you open a platform search",
    guide_intro="Whether to hire at all, whom to look for, what to ask, and which terms decide the matter.",
    body=[
        heading("Do you need a platform yet?"),
        fact_row("cloud-first", "cloud-ratio", "cloud-time"),
        text(
            """
<p>Below about twenty-five engineers, the usual answer is no. Managed containers, a hosted pipeline and one senior engineer with a day a week will carry you. A platform engineer hired at that size builds for scale that has not arrived, since there is nothing else to do.</p>
<p>The signs that you are late are easy to count. A new service takes more than a week to reach production. Three teams have written three deployment pipelines. The engineer everyone asks about permissions has stopped finishing their own work. Two of the three justify a search.</p>
"""
        ),
        heading("Three people, one title"),
        heading("The cluster specialist", 3),
        text(
            """
<p>Knows Kubernetes from the inside: networking, admission control, scheduling, upgrades. Hire one if you run your own clusters for reasons of cost, latency or sovereignty. On a small managed estate they will be bored by spring.</p>
"""
        ),
        heading("The toolmaker", 3),
        text(
            """
<p>Writes software for developers: templates, a command line, controllers, a portal on Backstage or something plainer. Often came from product engineering. Hire this person first in most companies. Look for code that other teams chose to adopt.</p>
"""
        ),
        heading("The product-minded lead", 3),
        text(
            """
<p>Interviews developers, says no, retires things, defends a budget. Needed from about the third platform hire. If you make this your first hire, let them write code for a year.</p>
<p>A site reliability engineer is a fourth person, not a senior version of these. If your trouble is outages more than slow delivery, use the <a href="page:site-reliability-interview-guide">site reliability interview guide</a>.</p>
"""
        ),
        heading("A brief in five lines"),
        text(
            """
<p>Five lines are enough:</p>
<ol>
<li>How many developers, in how many teams, shipping how often.</li>
<li>What they complain about, in their words.</li>
<li>What is fixed: the cloud, the regulator, the data centre lease.</li>
<li>Whether use of the platform is compulsory. “Not yet decided” is an acceptable answer. Silence is not.</li>
<li>Who is on call for what, including the platform’s own failures.</li>
</ol>
<p>The <a href="page:platform-engineer-job-description">platform engineer job description</a> turns these into a text you can publish.</p>
"""
        ),
        heading("Two conversations that separate candidates"),
        questions(
            "Forty minutes each, no slides",
            (
                "Tell me about something you built that developers would not use.",
                "<p>Everyone good has one. Listen for how they found out (usage figures, or a corridor remark six months on), what they had assumed, and whether they removed it. Beware of those who made the tool compulsory, and more of those who have no such story.</p>",
            ),
            (
                "Take us through the last cluster or runtime upgrade you led.",
                "<p>Kubernetes ships three minor releases a year and supports each for about fourteen months, so anybody who runs it has a rhythm. A real answer has order and obstacles: removed API versions found beforehand, the network plug-in and controllers checked for compatibility, a disruption budget that blocked a node from draining, a team whose single replica went down anyway. Ask what they told that team the day before.</p>",
            ),
        ),
        text(
            """
<p>Have a product developer in the second conversation, with a veto. A candidate who explains well to colleagues and badly to developers will do the same in the job.</p>
"""
        ),
        callout(
            "Leave the broken cluster alone",
            "<p>A sabotaged cluster and a stopwatch measure recall of commands, and so do most certificates. We know certified administrators who have never carried an upgrade, and excellent toolmakers who look up every flag.</p>",
        ),
        heading("Where we look"),
        text(
            """
<p>Our <a href="page:cloud-platforms">Cloud Platforms team</a> finds most toolmakers in companies of 200 to 800 engineers where the platform has stopped growing. They have learnt what adoption costs and want to do it again. Telecoms and trading firms produce cluster specialists. Consultancies produce people who have built many platforms and lived with none, so ask how long they stayed after launch.</p>
<p>If your need is mostly identity, secrets and guardrails, read the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a> before you choose a title.</p>
"""
        ),
        heading("What closes the offer"),
        text(
            """
<p>Candidates at this level compare three things after pay. The on-call rota: fewer than five people on it loses more offers than salary does. The right to retire old ways of working, confirmed by someone with authority over the product teams. And a first quarter that is not already promised to a migration someone else designed.</p>
<p>Say all three in writing with the offer.</p>
"""
        ),
        pay_table(
            "Base pay in London",
            "Platform Engineer",
            "Site Reliability Engineer",
            places="London",
            note="Without on-call allowance.",
        ),
        related_guides("Next", "platform-engineer-job-description", "site-reliability-interview-guide"),
    ],
)

INTERVIEW = Guide(
    kind="interview_guide",
    slug="site-reliability-interview-guide",
    role="Site Reliability Engineer",
    title="Site reliability interviews: judgement under partial information",
    question="What should I ask a site reliability engineer in an interview?",
    short_title="Interviewing SREs",
    summary="An incident replay, error-budget arithmetic, a change they stopped, and a scoring sheet for the panel.",
    standfirst="Reliability work is deciding with half the facts while somebody senior asks for an estimate. Interview for that. Trivia about kernels and clusters can be looked up.",
    search_description="How to interview site reliability engineers: run an incident replay, ask for error-budget arithmetic, score evidence and avoid the usual traps.",
    search_title="Site reliability engineer interviews: what to ask",
    reviewer="callum-reid",
    reviewed_on=datetime.date(2026, 11, 9),
    changes=[
        (datetime.date(2026, 11, 9), "The present-day problem for senior hires is the retired ingress controller.")
    ],
    guide_heading="Three conversations and a scoring sheet",
    guide_intro="About two and a half hours of a candidate’s time, with what to listen for in each part.",
    body=[
        heading("Replay an incident of your own"),
        text(
            """
<p>Choose an outage from your past year that took more than an hour to understand. Remove customer names. Prepare the graphs and log extracts in the order in which your team found them, and hold each back until it is asked for. One interviewer answers as the system, another as a worried head of support.</p>
<p>A case that works well: checkout latency triples, processor use is low, the database looks idle. Connection pools are full. A payment dependency slowed, clients retried without jitter, and retries held every connection.</p>
"""
        ),
        checklist(
            "What strong candidates do in the hour",
            "Ask who is affected, and how we know, before asking for a graph",
            "Say aloud what they believe and what would prove them wrong",
            "Reduce harm first: shed load, roll back, switch off a feature",
            "Ask what changed, and accept “nothing” with suspicion",
            "Give support a time for the next update and keep to it",
            "Notice that a restart would bring the retries back",
        ),
        quote(
            "Finding the cause is worth least. I would hire the one who ran out of time with the damage contained and two theories left, in order.",
            "Priya Raman",
            "Partner, Infrastructure & Security",
        ),
        heading("Ask for arithmetic"),
        interview_questions(
            "Three sums, calculator allowed",
            (
                "Our target is 99.9% over thirty days. How long may we be down?",
                "Whether a target is a number to them",
                "43.2 minutes, and then the next question: down for whom, measured where?",
                "“Under an hour, roughly”, and no second question.",
            ),
            (
                "A request passes through five services in series, each at 99.9%. What do we promise?",
                "Dependence",
                "About 99.5% if failures are independent, and they rarely are. Asks which of the five the customer could do without.",
                "99.9%, because each of them keeps it.",
            ),
            (
                "When would you wake someone?",
                "Alerting on the budget",
                "On fast burn. A rate of 14.4 times the budget held for an hour spends 2% of a thirty-day allowance: a common paging threshold, paired with a short window so that it clears. Slow burn gets a ticket.",
                "When processor use passes 80%.",
            ),
        ),
        heading("Hear about a change they stopped"),
        text(
            """
<p>Ask for one release, migration or purchase they argued against, and how it ended. You want the evidence they brought, to whom, and how they behaved if they lost. People who have only ever said no will isolate your team.</p>
<p>Then ask for toil: one task they automated, the hours it saved, and one they refused to automate because it ought not to exist.</p>
<p>For senior hires add a present-day problem. The ingress-nginx controller was retired in March 2026 and many clusters still run it. Ask how they would find every dependence on its annotations and move to the Gateway API without giving up a weekend. It shows whether they can plan a migration for other people’s teams. If that is most of the job, you want the <a href="page:platform-engineer-hiring-guide">platform engineer hiring guide</a> instead.</p>
"""
        ),
        heading("Score evidence, separately and in writing"),
        table(
            "Scoring sheet, completed before anyone speaks",
            ("Dimension", "Weak evidence", "Strong evidence"),
            ("Triage", "Looks for cause first", "Limits harm first"),
            ("Reasoning", "Jumps between graphs", "States and tests one theory at a time"),
            ("Communication", "Silent, then a verdict", "Timed updates in plain words"),
            ("Measurement", "Uptime as a slogan", "Indicators tied to what users do"),
            ("Influence", "“They wouldn’t listen”", "Changed a plan with data"),
        ),
        text(
            """
<p>Each interviewer writes one sentence of evidence per row before the discussion. A row without a sentence is scored as not seen, never as average.</p>
"""
        ),
        heading("Traps for the panel"),
        text(
            """
<ul>
<li><b>Hero stories.</b> The candidate who fixed everything alone at 03:00 may come from a team that never wrote anything down.</li>
<li><b>Scale by association.</b> A famous estate had four hundred people behind it. Ask which alert was theirs.</li>
<li><b>Tool matching.</b> Terraform or OpenTofu does not matter. If your need is truly the tooling, rewrite the role with our <a href="page:platform-engineer-job-description">platform engineer job description</a>.</li>
<li><b>Borrowed questions.</b> Data teams need reliability too, but their failures are silent. For them use the backfill exercise in the <a href="page:data-engineer-hiring-guide">data engineer hiring guide</a>.</li>
</ul>
"""
        ),
        heading("Calendar and on-call terms"),
        text(
            """
<p>Avoid late November to early January for people in retail and payments. Black Friday falls on 27 November in 2026, change freezes run to the new year, and the rota is at its heaviest. They will decline or come tired.</p>
<p>State the on-call terms before the first conversation: people on the rota, pages per week, the allowance ({fact:cloud-on-call} a week in the UK) and rest after a night call. Germany requires eleven hours’ rest, with narrow exceptions. In France <i>astreinte</i> must be compensated, in money or rest. Our <a href="page:cloud-platforms">Cloud Platforms team</a> can check your terms against the market.</p>
"""
        ),
    ],
    cta_heading="Building a reliability team?",
    cta_text="Priya Raman’s team will sit in on your incident replay and tell you frankly what it measures.",
)

DESCRIPTION = Guide(
    kind="job_description",
    slug="platform-engineer-job-description",
    role="Platform Engineer",
    title="Platform engineer job description, with notes on every part",
    question="How do I write a platform engineer job description?",
    short_title="Platform engineer description",
    summary="A job description to adapt, part by part, with the reason for each line and the lines to strike out.",
    standfirst="Take the text, replace the details in brackets, and keep the order. Candidates read the outcomes and the on-call line first, then the pay. They may not read the rest.",
    search_description="A platform engineer job description you can adapt: purpose, first-year outcomes, requirements, on-call and pay, with notes on what to leave out.",
    reviewer="callum-reid",
    reviewed_on=datetime.date(2026, 8, 18),
    guide_heading="A description to adapt and publish",
    guide_intro="The text in one block, to copy. Under it, part by part, notes for the person who edits it.",
    body=[
        heading("The text, ready to adapt"),
        text(
            """
<p>Everything in square brackets is ours. Replace it with what is true of you, and keep the order.</p>
"""
        ),
        job_description(
            "Platform Engineer",
            "You will make it quick and safe for [70] product engineers in [eight] teams to put their work in front of "
            "customers. Today a new service takes [nine] working days to reach production. We want that to be one.",
            [
                "Month 1: you have shipped a small product change through our pipeline and listed what hurt.",
                "Month 3: there is one paved route for a stateless service, used by two teams who chose it.",
                "Month 6: the route handles secrets and workload identity, with no long-lived keys.",
                "Month 9: we have rehearsed a cluster upgrade during working hours.",
                "Month 12: two older deployment routes are retired, with the teams’ agreement.",
            ],
            [
                "You have built something that other engineers relied on, and looked after it for at least a year.",
                "You write software that others can maintain, in any language we could learn.",
                "You understand networking and identity in one cloud well enough to explain a refused connection.",
                "You write clearly, because half of this job is documentation and proposals.",
            ],
            ["You have led a cluster upgrade, worked under audit, or retired something popular."],
            "[Head of engineering]. You join a platform team of [three].",
            [
                "Thirty minutes with the head of engineering.",
                "Two conversations of forty minutes: one about something developers would not use, one about an upgrade.",
                "A product developer sits in the second, with a veto. Offer within [two] working days.",
            ],
        ),
        heading("Mission and outcomes"),
        text(
            """
<p>Start with the number you want changed. If you cannot agree on one, you are not ready to advertise, and the <a href="page:platform-engineer-hiring-guide">platform engineer hiring guide</a> will help more than this page.</p>
<p>Month 1 matters. A platform engineer who has never been a user of your pipeline designs for imaginary people. Month 12 is the hardest item, since anyone can add a route. Do not promise more than five outcomes. The sixth is not read.</p>
"""
        ),
        heading("What you will work with"),
        text(
            """
<p><i>“We run on [one public cloud] in [two European regions], with managed Kubernetes, [Terraform], [Argo CD] and [Grafana]. Services are written in [Go and TypeScript]. Some of this will change, and you will have a say in what.”</i></p>
<p><b>Note.</b> Describe it as your estate and never as requirements. Be plain about the parts you are ashamed of: the one virtual machine that issues invoices will be found in week two. Good people are drawn by a clear problem. They leave over a hidden one.</p>
"""
        ),
        heading("What is asked, and what only helps"),
        text(
            """
<p>Four requirements, three advantages in one line. Keep a requirement only if you would turn someone away for lacking it. Years of experience are not on the list. They are a poor proxy, and in Britain and Germany alike an unexplained minimum invites an age discrimination complaint.</p>
"""
        ),
        heading("On call, place and pay"),
        text(
            """
<p><i>“On call one week in [six], from month four, for the platform only. [Two] pages a week on average this quarter. [£350] per week on call, and the following morning off after a night page. [London, two days a week in the office]. [The range you have approved] base, [10%] bonus, [8%] employer pension.”</i></p>
<p><b>Note.</b> An allowance of {fact:cloud-on-call} for a week on call is usual. Print the range. For posts in the EU, national laws that follow the Pay Transparency Directive require that applicants learn it before the interview. If the role looks after production for other teams too, say so and interview for it: see the <a href="page:site-reliability-interview-guide">site reliability interview guide</a>.</p>
"""
        ),
        pay_table("Base pay of platform engineers", "Platform Engineer", places="London"),
        heading("Lines to strike from your draft"),
        text(
            """
<ul>
<li><b>“DevOps culture.”</b> Say who deploys and who is woken.</li>
<li><b>“Expert in AWS, Azure and GCP.”</b> Nobody is. Those who claim it apply.</li>
<li><b>“Certified Kubernetes Administrator required.”</b> It proves speed with a command line.</li>
<li><b>“Fast-paced, wears many hats.”</b> Read by candidates as understaffed. If you are, say how many people you are.</li>
<li><b>“Responsible for security.”</b> Of what? Guardrails in the pipeline are fair. Incident response is another post: compare the five jobs in our <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a>.</li>
</ul>
"""
        ),
        checklist(
            "Before it goes out",
            "A developer outside the platform team has read it and recognised the problem",
            "The reporting line is a person who has agreed to it",
            "Everyone on the panel would give the same answer about on call",
            "The range is approved, top included",
            "German version carries (m/w/d) and has been read by a native speaker",
            "The closing date is real, or there is none",
        ),
        cta(
            "Want a second reading of your draft?",
            "Send it with the five lines of your brief. We mark what candidates will stumble on, usually the same day.",
        ),
        text(
            """
<p>If you would like us to run the search as well, start from <a href="page:cloud-platforms">Cloud Platforms recruitment</a>.</p>
"""
        ),
    ],
    cta_heading="Ready to publish, or not quite?",
    cta_text="We can test the description on three people who hold the job today, before you advertise it.",
)

SPECIALISM = Specialism(
    slug="cloud-platforms",
    title="Cloud Platforms",
    question="Which agency recruits platform and site reliability engineers?",
    heading="Cloud Platforms recruitment",
    summary="Platform engineers, site reliability engineers and heads of infrastructure for product and regulated companies.",
    standfirst="We find the people who let other engineers ship safely and sleep: platform engineers, site reliability engineers and those who lead them.",
    search_description="Specialist recruitment of platform engineers, SREs and heads of infrastructure in the UK and Europe, with interview and job description guides.",
    remit="""
<p>We recruit platform engineers, site reliability engineers, cloud network and infrastructure specialists, and the heads of platform and infrastructure who lead them. Most clients have between forty and a thousand engineers. Many are regulated: payments, insurance, health, energy trading.</p>
<p>The work falls into two kinds. Leadership searches (a first head of platform, a successor to the person who built everything) are retained, and begin with interviews of the developers who will be the customers. Engineering hires are made one or two at a time against a brief that we help to write.</p>
<p>We do not place service-desk, hardware or general systems administration staff. Posts whose substance is detection, identity governance or application security belong with <a href="page:security-engineering">Security Engineering</a>, and we will say so on the first call.</p>
""".strip(),
    key_figures=["cloud-time", "cloud-shortlist", "cloud-accepted"],
    body=[
        heading("How a platform search goes"),
        text(
            """
<p>The title tells us little. Under “platform engineer” we have been briefed on a cluster administrator, a developer-tools programmer, a release manager and a replacement for someone who left in anger. So the first week is spent with four or five of your developers. We ask each what they waited for last week. Their answers become the brief.</p>
<p>Candidates are asked for one system they looked after for more than a year, and we speak to someone who used it. That call is worth more than a reference from a former manager. Users remember what the upgrade was like.</p>
"""
        ),
        heading("What makes it hard"),
        text(
            """
<p>Good platform people are visible only inside their companies. They publish little, answer few messages, and tend to move with a colleague or not at all. On-call terms end more conversations than pay does. And from mid-November to early January, those in retail and payments are behind a change freeze with a heavy rota, so a search opened in October should expect first meetings in January.</p>
"""
        ),
        heading("Which guide first"),
        text(
            """
<p>If the need is still an argument, read the <a href="page:platform-engineer-hiring-guide">platform engineer hiring guide</a>. If it is agreed, the <a href="page:platform-engineer-job-description">job description</a> can be adapted in an hour. If production is what keeps failing, go to the <a href="page:site-reliability-interview-guide">site reliability interview guide</a> and borrow the incident replay.</p>
"""
        ),
    ],
    cta_heading="Hiring for platform or reliability?",
    cta_text="Describe what your developers wait for and who is on call. Priya Raman will answer within one working day.",
    leads=("priya-raman",),
    guides=(HIRING, INTERVIEW, DESCRIPTION),
)
