"""Machine learning engineer job description."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    checklist,
    heading,
    job_description,
    pay_table,
    related_guides,
    table,
    text,
)

GUIDE = Guide(
    kind="job_description",
    slug="machine-learning-engineer-job-description",
    role="Machine Learning Engineer",
    title="Machine learning engineer job description",
    question="What belongs in a machine learning engineer job description?",
    short_title="ML engineer description",
    summary="A complete description to adapt, with the reason for every part and the lines we would strike from most drafts.",
    standfirst="A finished text for a senior machine learning engineer. Replace what is ours with what is true of you, then delete a third.",
    search_description=(
        "Machine learning engineer job description template for the UK and Europe: duties, four requirements, "
        "pay line, hiring steps and changes by level."
    ),
    author="ines-okafor",
    reviewer="tomas-lindqvist",
    reviewed_on=datetime.date(2026, 7, 6),
    changes=[
        (
            datetime.date(2026, 6, 15),
            "The range is printed in the text; it used to be left to the first conversation.",
        ),
    ],
    guide_heading="A description that an employed engineer will finish",
    guide_intro="Your reader has a job, ninety seconds and a dislike of adjectives. The sample is written for that reader.",
    body=[
        heading("The text, ready to adapt"),
        text("""
<p>The sample describes a fictional payments company. Everything in it can be checked by the candidate in the first interview, which is the test each line had to pass. Pay is left out of the block on purpose: print your own range beside it, and take it from the table below.</p>
"""),
        job_description(
            "Senior Machine Learning Engineer, Payments Risk",
            "We decide, in under 200 milliseconds, whether to accept a card payment. A gradient-boosted model makes most of "
            "those decisions. It was built three years ago by two people, one of whom is still here and will be your closest "
            "colleague. It works. It is hard to retrain, and we learn about drift from our support team. You will own it.",
            [
                "Retraining has gone from a manual job that takes four days to a scheduled one with checks you trust.",
                "We see drift in our own monitoring before support does, also while chargeback labels are still arriving.",
                "The serving path in Python and Go on Kubernetes is yours; on-call is one week in six, paid per week.",
                "An experiment has decided whether a sequence model is worth its cost. It may not be.",
            ],
            [
                "You have kept a model running in production for at least a year and been the person who was called.",
                "You write Python that other engineers maintain, and can read a service in a language you did not choose.",
                "You can design an offline evaluation that predicts what happened online, and say when one did not.",
                "You can explain a threshold to someone who is responsible for the money.",
            ],
            [
                "Payments, Go or labels that arrive late. We teach all three.",
            ],
            "Head of Risk Engineering. London, two office days a week, permanent.",
            [
                "A call with the hiring manager, 45 minutes.",
                "A work sample of two hours, alone, with any tools you like, within a week.",
                "A conversation about the sample, 45 minutes.",
                "Half a day with the team. You hear from us within two working days of each stage.",
                "Tell us if you need an adjustment at any stage. We sponsor Skilled Worker visas.",
            ],
        ),
        text("""
<p>Under it belongs one line of terms, and it is the line read first: place and office days, the range, equity, pension, the kind of contract. For this seat: <b>London, two office days a week; the range; EMI options; pension matched to 8 per cent; permanent.</b></p>
"""),
        pay_table(
            "Base pay of the seat at three levels",
            "Machine Learning Engineer",
            places="London",
            currencies="GBP",
            note="Print a range of your own that lies within one of these.",
        ),
        heading("Why each part is there"),
        text("""
<p><b>The condition of the system.</b> Saying that the model is hard to retrain loses nobody worth having. It tells the right person that there is work, and that you are honest about it.</p>
<p><b>“It may not be.”</b> One sentence admitting an open question does more than a paragraph on innovation.</p>
<p><b>Four requirements.</b> Each has a stage that tests it. If you cannot say where a requirement is assessed, it is decoration. The stages are set out in the <a href="page:machine-learning-interview-guide">machine learning interview guide</a>.</p>
<p><b>What is not needed.</b> Careful people rule themselves out against lists. Naming what you will teach brings them back.</p>
<p><b>The range.</b> In EU countries the Pay Transparency Directive calls for it before the first interview. In the UK it is a choice, and leaving it out mostly costs you the people who already earn enough. Set it with the <a href="page:machine-learning-salary-guide">machine learning salary guide</a>.</p>
"""),
        heading("Lines we strike from most drafts"),
        text("""
<ul>
<li><b>“PhD or MSc preferred.”</b> Preferred by whom, and for which task? Keep it for research seats.</li>
<li><b>“5+ years of PyTorch, TensorFlow, JAX, Spark, Kafka and Kubernetes.”</b> This is a list of your procurement. Name the two tools used daily and put them in the duties.</li>
<li><b>“Work on cutting-edge LLMs”</b> when nine days in ten are tabular. They will find out in week two.</li>
<li><b>“Competitive salary.”</b> Read by everyone as a number you would rather not say.</li>
<li><b>“Other duties as required.”</b> Put it in the contract, if your lawyer insists.</li>
<li><b>“Young, dynamic team.”</b> In Great Britain, an age discrimination risk with no benefit.</li>
</ul>
"""),
        heading("Changing the level"),
        text(
            "<p>Adjust scope first and let the words follow. Adding “senior” to the requirements of a mid-level post changes nothing.</p>"
        ),
        table(
            "The same seat at three levels",
            ["Scope", "Mid", "Senior", "Staff"],
            [
                "Owns",
                "One pipeline within a design",
                "One system and its design",
                "The approach across several systems",
            ],
            [
                "First result",
                "A retraining job others trust",
                "A measured change live by day 90",
                "One shared decision adopted by three teams",
            ],
            ["On-call", "Shadow, then rota", "Rota", "Escalation and review"],
            [
                "Requirement to add",
                "Has shipped with review",
                "Has been the person called",
                "Has stopped a project on evidence",
            ],
            ["Requirement to drop", "Threshold decisions", "None", "Daily coding"],
            note="Illustrative scopes for this demonstration site.",
        ),
        callout(
            "One role, one description",
            "<p>If your draft asks for dashboards and causal inference beside GPU scheduling, you are describing two people. Decide with "
            '<a href="page:ml-engineer-or-data-scientist">ML engineer or data scientist</a>. If most of the duties concern clusters, registries and developer tooling, '
            'begin from the <a href="page:platform-engineer-job-description">platform engineer job description</a> instead.</p>',
        ),
        heading("Before it is published"),
        checklist(
            "Read it once more for these",
            "An engineer on the team has read it and recognises the work",
            "The system, its condition and its users are named",
            "No more than four requirements, each with a stage that tests it",
            "The range is printed and nobody on the team sits below its floor",
            "Office days, on-call and sponsorship are stated as facts",
            "The title is one people search for: no “ninja”, no internal grade",
            "Fewer than 450 words, pay and process included",
            "The named contact will answer questions this fortnight",
        ),
        text("""
<p>Publish it after the mandate has been signed, since candidates will compare the two. The mandate itself is in the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. When a description is right and nobody suitable applies, the trouble is reach; that is the work described on <a href="page:machine-learning">Machine Learning recruitment</a>.</p>
"""),
        related_guides(
            "The description is the third step",
            "machine-learning-engineer-hiring-guide",
            "machine-learning-salary-guide",
            "machine-learning-interview-guide",
        ),
    ],
    cta_heading="Would your draft survive an engineer’s reading?",
    cta_text="Send it with the mandate. We mark it up before a search starts, whether or not the search then comes to us.",
)
