"""Project Finance: the canonical page and its three guides."""

from agency.demo.content.project_finance import hiring_guide, interview_guide, role_comparison
from agency.demo.vocabulary import Specialism, heading, text

SPECIALISM = Specialism(
    slug="project-finance",
    title="Project Finance",
    question="Which agency recruits renewables investment and project finance teams?",
    heading="Project Finance recruitment",
    summary="Investment directors, project financiers and modellers for renewable energy funds, developers and lenders.",
    standfirst="The people who decide what an asset is worth, borrow against it, and answer for both numbers afterwards.",
    search_description="Project finance recruitment for renewables: investment directors, heads of project finance and modellers in London and Europe. Led by Henrik Sand.",
    remit="""
<p>We recruit the people who fund the energy transition: investment directors and associates, heads of project finance, lenders' and sponsors' deal leads, asset and portfolio managers,
and the modellers whose file everyone argues over.</p>
<p>Our clients are infrastructure funds, developers, utilities and the lending desks that serve them. The work is centred on London, with searches in Madrid, Paris, Hamburg,
Milan and Copenhagen. <a href="page:henrik-sand">Henrik Sand</a> leads it and also runs <a href="page:offshore-wind">Offshore Wind</a>, so the person judging a financier has
talked to the package managers who spend the money.</p>
<p>We limit the number of director searches we run at once, because more would mean approaching the same person twice. We do not recruit for unfunded vehicles on contingent terms.</p>
""".strip(),
    key_figures=["finance-time", "finance-limit", "finance-counter"],
    body=[
        heading("We read the funding plan first"),
        text(
            """
<p>Before we agree a title we ask where the debt will sit, which deals are visible and whose capital is committed. From that we write one page: the first
three transactions, the authority of the role, and what it will not do. Candidates see that page, with names removed, at the first conversation. It saves
everyone a meeting.</p>
"""
        ),
        heading("Three reasons these searches slip"),
        text(
            """
<ol>
<li><b>Bonus dates.</b> From November to March the price of moving includes a payment not yet made.</li>
<li><b>Conflicts.</b> Candidates may be across the table from you this week. We check live processes before we name you.</li>
<li><b>Counter-offers.</b> Of our accepted offers, {fact:finance-counter} meet one. We ask about it at the first call, in plain words, and again before you sign.</li>
</ol>
"""
        ),
        heading("Pick a guide by the decision in front of you"),
        text(
            """
<p>Unsure which finance hire it is: <a href="page:project-finance-or-corporate-finance">project finance or corporate finance</a>. Ready to bring in a dealmaker:
<a href="page:renewables-investment-director-hiring-guide">how to hire a renewables investment director</a>. Candidates booked for next week: the
<a href="page:financial-modeller-interview-guide">financial modeller interview guide</a>. What the money buys is with
<a href="page:grid-storage">Grid &amp; Storage</a> and Offshore Wind.</p>
"""
        ),
    ],
    cta_heading="Hiring in project finance or investment?",
    cta_text="Tell us the first deals and where the capital comes from. Henrik Sand reads every brief and replies within one working day.",
    leads=("henrik-sand",),
    guides=(hiring_guide.GUIDE, role_comparison.GUIDE, interview_guide.GUIDE),
)
