"""Machine learning interview guide."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    checklist,
    download,
    heading,
    image,
    interview_questions,
    process_timeline,
    related_guides,
    table,
    text,
)

GUIDE = Guide(
    kind="interview_guide",
    slug="machine-learning-interview-guide",
    role="Machine Learning Engineer",
    title="Machine learning interview guide",
    question="How do I interview a machine learning engineer?",
    short_title="ML interviews",
    summary="A seven-hour loop, eleven questions with strong and weak answers, one design exercise and a scorecard.",
    standfirst="For the engineers and managers on the panel. Print it, agree who asks what, and stop asking everybody about overfitting.",
    search_description=(
        "Machine learning engineer interview questions with strong and weak answers, a system design exercise, "
        "LLM evaluation checks and a panel scorecard."
    ),
    author="ines-okafor",
    reviewer="tomas-lindqvist",
    reviewed_on=datetime.date(2026, 8, 17),
    changes=[
        (datetime.date(2026, 5, 4), "The design hour uses one prompt for everybody; the second prompt was easier."),
        (datetime.date(2026, 8, 17), "Language model seats get a security question, and a test set to propose."),
    ],
    guide_heading="What each hour is for",
    guide_intro="Four stages, one kind of evidence from each. If two interviewers could swap notes, one of them is spare.",
    body=[
        heading("The loop on one page"),
        table(
            "Stages and evidence",
            ["Stage", "Minutes", "Evidence sought", "Run by"],
            ["Hiring manager call", "45", "Scope of past ownership, motive, terms", "Hiring manager"],
            ["Work sample", "120", "Reads unfamiliar code, finds what matters", "Nobody; done alone"],
            ["Review of the sample", "45", "Judgement, explanation, response to challenge", "Two engineers"],
            ["System design", "75", "Choices under constraint, failure modes", "Senior or staff engineer"],
            ["Team and product", "60", "Works with people who own the outcome", "Product manager and a peer"],
            note="Illustrative loop for this demonstration site. Add our own 45-minute interview before it.",
        ),
        process_timeline(
            "From first call to decision",
            (
                "Manager call",
                3,
                "days",
                "45 minutes. The candidate hears what each later stage tests.",
                "Hiring manager",
            ),
            (
                "Work sample",
                5,
                "days",
                "Two hours, at a time of their choosing within the week.",
                "The candidate, alone",
            ),
            ("Review", 3, "days", "45 minutes on what they found and left.", "Two engineers"),
            ("Half day", 4, "days", "System design, then team and product, on one visit.", "Four people"),
            ("Decision", 1, "days", "Scores, then voices, then one name.", "Hiring manager"),
            note="Illustrative. Waiting is included, because candidates count it.",
        ),
        text("""
<p>The work sample itself, with its three planted faults, is described in the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. Do not replace it with a puzzle because the sample is not ready. Delay the stage by two days and build it.</p>
<p>Tell candidates in advance what each stage tests and what they may use. Surprise measures composure on a strange afternoon, which is not in the job. Ask everyone whether they need an adjustment: more time, questions in writing, captions. In Great Britain the duty to make reasonable adjustments for disabled candidates covers the interview.</p>
"""),
        heading("Six questions, and what a good answer contains"),
        text("""
<p>Ask them in this order and in these words. A question that is put differently to each candidate measures the interviewer. The scorecard under the questions is for paper; the spreadsheet at the end of this guide holds all three sets.</p>
"""),
        interview_questions(
            "Manager call and review of the sample",
            (
                "Tell me about a model you switched off.",
                "Ownership to the end",
                "A date, a measure, who objected, what replaced it.",
                "It was retired by a reorganisation. Nobody who has owned production for three years has only launches.",
            ),
            (
                "Your offline metric improved and the experiment was flat. What do you check first?",
                "Order of suspicion",
                "Whether the change reached users at all, then exposure logging, then differences between training and serving features, then whether the offline set resembles live traffic. The metric itself comes last.",
                "Straight to a bigger model.",
            ),
            (
                "How did labels reach you, and how late?",
                "Knowledge of their own data",
                "Knows the delay in days, how partial labels were treated, and what the delay did to retraining. In fraud, says that blocked transactions never get a label.",
                "“The data team provided them.”",
            ),
            (
                "What woke you up last, and what changed afterwards?",
                "Ownership after launch",
                "A specific failure, an honest account of detection, a change to the system. Listen for whether they found it or a customer did.",
                "Another team handled incidents.",
            ),
            (
                "Which part of that design would you do differently?",
                "Judgement about their own work",
                "Something structural, with the cost of the original choice.",
                "A newer library.",
            ),
            (
                "What did the simplest baseline score?",
                "Sense of what is worth building",
                "A number, straight away, and an opinion on whether the gap justified the system.",
                "There was no baseline. Ask how they knew.",
            ),
        ),
        heading("Why the question about labels earns its place"),
        text("""
<p>In payments, {fact:ml-labels-30} of the chargebacks that will ever arrive are known thirty days after the payment, and {fact:ml-labels-90} after ninety. A candidate who has lived with such a curve has opinions on what to train on while it fills. One who has not will propose to retrain every night.</p>
"""),
        image(
            "label-delay",
            "Curve of known chargebacks against days after the payment: 6% at day 7, 18% at day 14, 46% at day 30, "
            "66% at day 45, 80% at day 60, 93% at day 90 and 98% at day 120",
            "How the labels of one month’s card payments arrive. Illustrative figures for this demonstration site.",
        ),
        heading("The design hour: one prompt, four turns"),
        text("""
<p>Use one prompt for every candidate in a search. Ours: “Flag supplier invoices that are probably duplicates before they are paid. Forty thousand a month, two reviewers, six years of history.” It needs no specialist knowledge, and most of its difficulty is hidden. Numbers in the prompt are invented; keep them fixed.</p>
<ol>
<li><b>Frame.</b> Do they ask what a missed duplicate costs against a wrongly held invoice, and how many cases two people can review in a day? The reviewers’ capacity sets the threshold. Some candidates never ask.</li>
<li><b>Build.</b> Comparing every pair is impossible, so something must propose candidates: same supplier, near amount, near date. A rule first, a model after. Reaching for embeddings before exact matching is a warning.</li>
<li><b>Break.</b> Tell them a supplier changed its invoice format last week. What alarms? What degrades silently?</li>
<li><b>Explain.</b> Ask for two minutes as if to the finance director. Stop them at two.</li>
</ol>
<p>For staff candidates add a fifth turn: three other teams want the same matching service. What do you refuse to build?</p>
"""),
        interview_questions(
            "The design hour",
            (
                "What would you ask the finance team before you draw anything?",
                "Framing",
                "What a missed duplicate costs against a wrongly held invoice, and how many cases two people can review a day.",
                "Which embedding model is allowed.",
            ),
            (
                "How do you avoid comparing every invoice with every other?",
                "Building with what is simple",
                "Same supplier, near amount, near date; rules before a model.",
                "A vector index first, exact matching later.",
            ),
            (
                "A supplier changed its invoice format last week. What alarms, and what degrades silently?",
                "Failure modes",
                "Separates a parser that breaks from a feature that drifts, and says who notices each.",
                "“Monitoring would catch it.”",
            ),
        ),
        heading("If the seat is about language models"),
        text("""
<p>Fluency with prompts is common. The scarce skill is evaluation. Give the candidate thirty real-looking outputs from a support assistant and twenty minutes to propose a test set, a grading rubric and a release rule. Strong candidates sort failures into kinds before counting anything, separate retrieval misses from generation faults, and ask how often human graders agree. They distrust a model grading its own family and check it against a human sample. They know cost and latency at the ninety-fifth percentile as well as on average.</p>
<p>Ask one security question. A retrieved document contains instructions; what can it make your system do? The answer should limit permissions and keep a human in front of irreversible actions. A better prompt is not a control. If this is central to the role, put a security engineer on the panel and read the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a>.</p>
"""),
        interview_questions(
            "Language model seats",
            (
                "How would you decide whether this assistant is good enough to release?",
                "Evaluation",
                "Kinds of failure first, then a test set for each, a rubric two people agree on, and a rule that can say no.",
                "“We would look at a few outputs and ask users.”",
            ),
            (
                "A retrieved document contains instructions. What can it make your system do?",
                "Security",
                "Lists what the system may do at all, takes permissions away, keeps a human before anything irreversible.",
                "A line in the prompt that forbids it.",
            ),
        ),
        heading("Scores before voices"),
        checklist(
            "Before the debrief starts",
            "Each interviewer has submitted a score from 1 to 4 on their own dimensions only",
            "Each score carries one sentence of evidence: what the candidate said or did",
            "Nobody has discussed the candidate, in person or in a chat channel",
            "The hiring manager speaks last",
            "Any “culture” objection is restated as behaviour, or struck out",
            "The decision is taken today and one named person takes it",
        ),
        text("""
<p>A row of 3s is a hire when the must-haves are among them. A 4 beside a 1 needs a conversation about whether the 1 can be taught in six months and by whom. Averages hide both cases, so do not compute one.</p>
<p>Write notes you would be content for the candidate to read. In the UK and the EU they can ask for them.</p>
"""),
        callout(
            "Signals we have learned to ignore",
            "<p>Short answers in a second language. A pause before a number. No public code, which usually means an employer with rules. A plain CV. "
            "Knowing a paper you happen to like. None of these separated the hires who worked out from those who did not.</p>",
        ),
        download(
            "machine-learning-interview-scorecard.csv",
            "Machine learning interview scorecard",
            "Every question of this guide with a column for the score and one for the evidence. Opens in any spreadsheet.",
        ),
        heading("Interviewing at the border of the role"),
        text("""
<p>Half the confusion in debriefs comes from interviewers hiring for different jobs. If one wants experiment design and another wants Kubernetes, go back to <a href="page:ml-engineer-or-data-scientist">ML engineer or data scientist</a> and settle it before the next candidate, even if that costs a week. Our consultants brief panels and sit in on first debriefs; see <a href="page:machine-learning">Machine Learning recruitment</a>.</p>
"""),
        related_guides(
            "Before the first interview",
            "machine-learning-engineer-hiring-guide",
            "machine-learning-engineer-job-description",
            "site-reliability-interview-guide",
        ),
    ],
)
