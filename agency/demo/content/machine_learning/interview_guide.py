"""Machine learning interview guide."""

import datetime

from agency.demo.vocabulary import Guide, callout, checklist, heading, questions, table, text

GUIDE = Guide(
    kind="interview_guide",
    slug="machine-learning-interview-guide",
    title="Machine learning interview guide",
    short_title="ML interviews",
    summary="A seven-hour loop, six questions with what good answers contain, one design exercise and a scorecard.",
    standfirst="For the engineers and managers on the panel. Print it, agree who asks what, and stop asking everybody about overfitting.",
    search_description=(
        "Machine learning engineer interview questions with strong and weak answers, a system design exercise, "
        "LLM evaluation checks and a panel scorecard."
    ),
    reviewer="tomas-lindqvist",
    reviewed_on=datetime.date(2026, 8, 17),
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
            note="Illustrative loop for this demonstration site, Q3 2026. Add our own 45-minute interview before it.",
        ),
        text("""
<p>The work sample itself, with its three planted faults, is described in the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. Do not replace it with a puzzle because the sample is not ready. Delay the stage by two days and build it.</p>
<p>Tell candidates in advance what each stage tests and what they may use. Surprise measures composure on a strange afternoon, which is not in the job. Ask everyone whether they need an adjustment: more time, questions in writing, captions. In Great Britain the duty to make reasonable adjustments for disabled candidates covers the interview.</p>
"""),
        heading("Six questions, and what a good answer contains"),
        questions(
            "For the manager call and the review",
            (
                "Tell me about a model you switched off.",
                (
                    "<p>Good: a date, a measure, who objected, what replaced it. Weak: the model was retired by a reorganisation. "
                    "Nobody who has owned production for three years has only launches.</p>"
                ),
            ),
            (
                "Your offline metric improved and the experiment was flat. What do you check first?",
                (
                    "<p>Good: whether the change reached users at all, then exposure logging, then differences between training and serving features, then whether "
                    "the offline set resembles live traffic. Then the metric itself. Weak: straight to a bigger model.</p>"
                ),
            ),
            (
                "How did labels reach you, and how late?",
                (
                    "<p>Good: knows the delay in days, how partial labels were treated, and what the delay did to retraining. In fraud, mentions that chargebacks "
                    "take weeks and that blocked transactions never get a label.</p>"
                ),
            ),
            (
                "What woke you up last, and what changed afterwards?",
                (
                    "<p>Good: a specific failure, an honest account of detection, a change to the system. Listen for whether they found it or a customer did. "
                    "Weak: another team handled incidents.</p>"
                ),
            ),
            (
                "Which part of that design would you do differently?",
                "<p>Good: something structural, with the cost of the original choice. Weak: a newer library.</p>",
            ),
            (
                "What did the simplest baseline score?",
                "<p>Good: a number, straight away, and an opinion on whether the gap justified the system. Weak: there was no baseline. Ask how they knew.</p>",
            ),
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
        heading("If the seat is about language models"),
        text("""
<p>Fluency with prompts is common. The scarce skill is evaluation. Give the candidate thirty real-looking outputs from a support assistant and twenty minutes to propose a test set, a grading rubric and a release rule. Strong candidates sort failures into kinds before counting anything, separate retrieval misses from generation faults, and ask how often human graders agree. They distrust a model grading its own family and check it against a human sample. They know cost and latency at the ninety-fifth percentile as well as on average.</p>
<p>Ask one security question. A retrieved document contains instructions; what can it make your system do? The answer should limit permissions and keep a human in front of irreversible actions. A better prompt is not a control. If this is central to the role, put a security engineer on the panel and read the <a href="page:security-engineer-hiring-guide">security engineer hiring guide</a>.</p>
"""),
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
        heading("Interviewing at the border of the role"),
        text("""
<p>Half the confusion in debriefs comes from interviewers hiring for different jobs. If one wants experiment design and another wants Kubernetes, go back to <a href="page:ml-engineer-or-data-scientist">ML engineer or data scientist</a> and settle it before the next candidate, even if that costs a week. Our consultants brief panels and sit in on first debriefs; see <a href="page:machine-learning">Machine Learning recruitment</a>.</p>
"""),
    ],
)
