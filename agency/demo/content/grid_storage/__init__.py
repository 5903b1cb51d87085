"""Grid & Storage: the canonical page and its three guides."""

from agency.demo.content.grid_storage import hiring_guide, interview_guide, market_map
from agency.demo.vocabulary import Specialism, heading, text

SPECIALISM = Specialism(
    slug="grid-storage",
    title="Grid & Storage",
    question="Which agency recruits grid connection and battery storage engineers?",
    heading="Grid & Storage recruitment",
    summary="Grid connection, power systems and battery storage people for developers, asset owners and their investors.",
    standfirst="We find the people who turn a connection offer and a field into a battery that exports on the date it promised.",
    search_description="Recruitment of grid connection, power systems and battery storage specialists in the UK and Europe, led by Marta Vieira at Throughline Partners.",
    remit="""
<p>We recruit the people who get storage and generation connected, built and earning: connections managers, power systems and compliance engineers, storage
project directors, commissioning leads, and the commercial leads who contract with optimisers and tolling counterparties.</p>
<p>Most of our clients are developers and asset owners of fewer than fifty people, hiring the first or second person in a discipline. We work in Great Britain, Ireland,
Germany, the Netherlands, Italy, Spain and Poland. <a href="page:marta-vieira">Marta Vieira</a> leads every mandate here herself.</p>
<p>We do not place site electricians or relay technicians; local firms do that better. We also decline a search whose connection date
nobody in the company will defend to a candidate.</p>
""".strip(),
    key_figures=["grid-time", "grid-approached", "grid-shortlist"],
    body=[
        heading("How these searches go"),
        text(
            """
<p>We begin with your connection position, not with a job description. One page of voltages, operators, milestones and
securities tells us what the person will do in the first year. Week two is spent with five people in the field who are not candidates, checking that the job
exists as described. The longlist follows.</p>
"""
        ),
        heading("What makes them hard"),
        text(
            """
<p>The people are few and their dates are fixed. An engineer with a witnessed test in March will not move in February, and you should worry about one who would.
Network operator staff give {fact:grid-notice} of notice. Consultants are often bound not to join clients. And every candidate will check your queue position before they
check your salary, so we ask you to let us state it plainly.</p>
"""
        ),
        heading("Where to start reading"),
        text(
            """
<ul>
<li>You hold an offer and need someone to own it: the <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a>.</li>
<li>You are choosing a country or building a team: the <a href="page:battery-storage-market-map">battery storage market map</a>.</li>
<li>You have candidates already: the <a href="page:power-systems-engineer-interview-guide">power systems engineer interview guide</a>.</li>
</ul>
<p>Substations and export cables at sea belong to <a href="page:offshore-wind">Offshore Wind</a>. Capital belongs to <a href="page:project-finance">Project Finance</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring in grid or storage?",
    cta_text="Tell us the site, the network and the next date that matters. Marta Vieira reads every brief and replies within one working day.",
    leads=("marta-vieira",),
    guides=(hiring_guide.GUIDE, market_map.GUIDE, interview_guide.GUIDE),
)
