"""ML engineer or data scientist."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    callout,
    compared,
    heading,
    pay_table,
    quote,
    related_guides,
    role_comparison,
    text,
)

GUIDE = Guide(
    kind="role_comparison",
    slug="ml-engineer-or-data-scientist",
    title="ML engineer or data scientist: which to hire",
    question="Do I need an ML engineer or a data scientist?",
    short_title="ML engineer or data scientist",
    summary="One is paged when the model fails; the other is asked whether it was worth building. How to tell which you lack.",
    standfirst="The two CVs share a vocabulary and the two jobs share very little. Decide from the work that is waiting, not from the title on the budget line.",
    search_description=(
        "ML engineer or data scientist? Outputs, tools, pay and failure modes side by side, with five real "
        "situations and the order of your first three hires."
    ),
    author="tomas-lindqvist",
    reviewer="ines-okafor",
    reviewed_on=datetime.date(2026, 6, 22),
    review_due_on=datetime.date(2026, 11, 20),
    changes=[
        (datetime.date(2026, 6, 22), "“AI engineer” joined the titles that mislead; the third situation is new."),
    ],
    guide_heading="The short answer",
    guide_intro="If the output is a decision made by a person, hire a data scientist. If it is a decision made by a system, hire an ML engineer.",
    body=[
        heading("Side by side"),
        role_comparison(
            "ML engineer and data scientist",
            compared(
                "Machine Learning Engineer",
                reports_to="Head of engineering, or the lead of a product team",
                outputs=[
                    "A running system, used by another service or a user",
                    "Packages, services, pipelines and their tests",
                    "Monitoring that somebody believes at night",
                ],
                skills=[
                    "Production Python and one serving stack",
                    "Evaluation offline that holds online",
                    "Being paged, and changing the system afterwards",
                ],
                when="A decision is made by a system. Nobody should have to press a button.",
            ),
            compared(
                "Data Scientist",
                reports_to="Head of analytics, or the product manager who decides",
                outputs=[
                    "An answer with its uncertainty",
                    "Experiment plans, and experiments read honestly",
                    "SQL, notebooks and a text that a director finishes",
                ],
                skills=[
                    "Causal inference and experiment design",
                    "Asking the right question of biased data",
                    "Telling somebody that the idea did not work",
                ],
                when="A decision is made by a person who needs evidence.",
            ),
            place="London",
            currency="GBP",
            note="Both fail without a neighbour: the engineer when nobody owns the product decision, the scientist when nobody can put the result into production.",
        ),
        text("""
<p>Both train models, which is where the confusion begins. For the data scientist the model is often a way to estimate something: the effect of a price, the value of a customer, the reason for a drop. For the engineer the model is a component with an interface, a version and a failure mode. A useful test is what happens to the model a year later. If the answer is “it was written up”, that was data science.</p>
"""),
        heading("Five situations"),
        text("""
<ol>
<li><b>Pricing is argued about in every board meeting and nobody can say what a change did.</b> Data scientist, with experimentation and causal inference. An ML engineer would build a pricing service nobody trusts yet.</li>
<li><b>A data scientist’s notebook has become critical and runs by hand on Mondays.</b> ML engineer. Your data scientist is already doing this job, unhappily.</li>
<li><b>You want an assistant over your own documents.</b> An LLM application engineer, meaning an ML engineer or a backend engineer with evaluation skill. A statistician is not needed until you must show that it helps.</li>
<li><b>The figures in two dashboards disagree.</b> Neither. Read <a href="page:data-engineer-or-analytics-engineer">data engineer or analytics engineer</a> and fix the ground first.</li>
<li><b>A credit or insurance model must be explained to a regulator.</b> Both. A data scientist to develop and document it, an engineer to run it, and a third person to validate it who did neither.</li>
</ol>
"""),
        heading("Titles that mislead"),
        text("""
<p><b>Applied scientist</b> usually means a data scientist expected to ship, at large technology companies, with an engineer’s interview. <b>Research engineer</b> means an ML engineer beside researchers; check for users. <b>MLOps engineer</b> is a platform engineer for models. <b>AI engineer</b> came to mean building on hosted language models, and covers everything from excellent evaluation work to a demo. <b>Decision scientist</b> is a data scientist close to commercial teams. <b>Data scientist</b> at a twenty-person company is often all of these.</p>
<p>So ignore titles when sourcing. We read for verbs: deployed, monitored, rolled back, on the one side; estimated, tested, recommended, on the other.</p>
"""),
        quote(
            "Ask what they did on the day after launch. The engineer tells you about the graph. The scientist tells you about the next question. You want both people, but seldom in one chair.",
            "Ines Okafor",
            "Partner, AI & Data",
        ),
        heading("What the choice costs"),
        pay_table(
            "Both roles, London",
            "Machine Learning Engineer",
            "Data Scientist",
            places="London",
            currencies="GBP",
            note="Base only, permanent contracts.",
        ),
        text("""
<p>At senior level the medians lie {fact:ml-data-gap} apart. The gap is real, and it is a bad reason to choose. A scientist hired to save it and asked to run a service will need an engineer beside them within the year. The opposite mistake costs more: an engineer with no question to answer builds infrastructure, because that is what engineers do when nobody has decided anything. Full medians by city are in the <a href="page:machine-learning-salary-guide">machine learning salary guide</a>.</p>
"""),
        heading("If you may hire only one"),
        text("""
<p>Look at what you already have. With strong backend engineers and no measurement, hire the scientist: your engineers can serve a model once someone knows which. With good analysts and nothing in production, hire the engineer. With neither, hire a data engineer first and spend the time on collecting outcomes.</p>
<p>Do not advertise for someone who is equally both. They exist, they are usually staff level, and they choose between offers by the quality of the problem. If your problem is that good, say so precisely and pay at P75. Otherwise hire a clear strength and borrow the other half from a neighbouring team, by name and by day of the week.</p>
<p>For a first product built on models, the order that works most often is data engineer, then ML engineer, then data scientist once there is traffic to learn from. In a business that sells decisions, such as lending or insurance, the scientist comes second.</p>
"""),
        callout(
            "One question that sorts a shortlist",
            "<p>“Your model is live and the business metric fell this week. Take me through your first hour.” Engineers begin with deploys, logs and inputs. "
            "Scientists begin with seasonality, mix and whether the fall is outside the usual range. Either is a good answer. Know which one you need before you ask. "
            'More of this kind is in the <a href="page:machine-learning-interview-guide">machine learning interview guide</a>.</p>',
        ),
        heading("Changing your mind halfway"),
        text("""
<p>It happens: {fact:ml-rescoped} of the briefs we are sent change title after our first meeting, and a few more do so later, usually after the third candidate. Stop for two days. Rewrite the first six months as a list of outputs, put a name from this page beside each, and count. Tell the candidates already in process; one of them may suit the new seat, and all of them will hear about it anyway. Then restart with the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>, or with a data science mandate of your own.</p>
<p>Searches for both roles are run by the same people, on <a href="page:machine-learning">Machine Learning recruitment</a>, so a change of title does not mean a change of consultant.</p>
"""),
        related_guides(
            "Once the title is settled",
            "machine-learning-engineer-hiring-guide",
            "machine-learning-engineer-job-description",
            "data-engineer-or-analytics-engineer",
        ),
    ],
    cta_heading="Two titles on the table?",
    cta_text="Send us the first six months of work as a list. We will say which role it describes, and what that role is paid.",
)
