"""The Machine Learning specialism and its guides, in editorial order."""

from agency.demo.content.machine_learning import (
    head_of_ai,
    hiring_guide,
    interview_guide,
    job_description,
    market_map,
    role_comparison,
    salary_guide,
)
from agency.demo.vocabulary import Specialism, heading, text

SPECIALISM = Specialism(
    slug="machine-learning",
    title="Machine Learning",
    question="Which agency recruits machine learning engineers?",
    heading="Machine Learning recruitment",
    summary="Search for the engineers who keep models right in production, and for the people who lead them.",
    standfirst="We find machine learning engineers, applied scientists and heads of AI for companies whose product depends on the model being right.",
    search_description=(
        "Machine learning recruitment in the UK and Europe: retained and contingent search for ML engineers, "
        "applied scientists, ML platform leads and heads of AI."
    ),
    remit="""
<p>We recruit the people who build, serve and answer for models in production. That means product ML engineers, LLM application and evaluation engineers, specialists in training and inference performance, ML platform leads, applied scientists, and the heads of AI above them. Most mandates are senior, in London or within reach of it; the rest are mostly in Berlin, Munich, Zurich, Paris or Amsterdam.</p>
<p>We do not place analysts, and we do not fill posts where the work is a notebook handed to another team. For pipelines and warehouses, see <a href="page:data-platforms">Data Platforms</a>. For clusters and developer tooling, see <a href="page:cloud-platforms">Cloud Platforms</a>.</p>
<p>Ines Okafor leads leadership and first-hire searches. Tomas Lindqvist leads engineering seats and reads the code that candidates are proud of.</p>
""",
    key_figures=["ml-time", "ml-met", "ml-stay"],
    body=[
        heading("How these searches go"),
        text("""
<p>The first week is spent on the mandate. We ask what the model decides, who acts on it, how late the labels are and who is called when it breaks. Of the briefs we are sent, {fact:ml-rescoped} change title at this point, most often from data scientist to engineer or the other way round. It is the cheapest moment to find out.</p>
<p>Then we map by problem. A company fighting fake listings needs someone who has lived with an adversary, and that person may be in card payments. We name the problem in the first message because good engineers answer problems and ignore adjectives. You meet four to six people, each with our written notes, doubts included.</p>
"""),
        heading("What makes them hard"),
        text("""
<p>Three things. The title covers at least three jobs, so an open advert brings hundreds of near misses. Evidence is private: the best work is inside an employer’s repository, and has to be drawn out by somebody who knows what to ask. And time runs against you. A strong candidate who starts looking on Monday has two processes by the end of the next week, so a panel that needs a fortnight to meet has already chosen to come third.</p>
"""),
        heading("Where to begin reading"),
        text("""
<p>If the seat is agreed, begin with the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. If the title is still argued about, read <a href="page:ml-engineer-or-data-scientist">ML engineer or data scientist</a> first. If the board has asked for a leader, read the <a href="page:head-of-ai-hiring-guide">Head of AI hiring guide</a> before anyone writes an advert. Finance will want the <a href="page:machine-learning-salary-guide">machine learning salary guide</a>; your panel will want the <a href="page:machine-learning-interview-guide">interview guide</a>.</p>
"""),
    ],
    cta_heading="Is the seat real and the range approved?",
    cta_text="Send us the mandate: the system, the city, the range and who decides. If it is not ready to search on, we will say why.",
    leads=["ines-okafor", "tomas-lindqvist"],
    guides=[
        hiring_guide.GUIDE,
        head_of_ai.GUIDE,
        salary_guide.GUIDE,
        interview_guide.GUIDE,
        job_description.GUIDE,
        role_comparison.GUIDE,
        market_map.GUIDE,
    ],
)
