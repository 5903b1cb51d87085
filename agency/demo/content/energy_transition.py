"""Energy Transition: the sector, its family Power Systems, and Project Finance beside it."""

from agency.demo.content import grid_storage, offshore_wind, project_finance
from agency.demo.vocabulary import Specialism, heading, text

POWER_SYSTEMS = Specialism(
    slug="power-systems",
    title="Power Systems",
    question="Who recruits for grid, storage and offshore wind?",
    heading="Power Systems recruitment",
    summary="Engineering and delivery people for the assets that feed the grid: storage, connections and offshore wind.",
    standfirst="Two fields that meet at a substation. One is ruled by a queue, the other by a season, and they hire at different times of year.",
    search_description="Power systems recruitment across grid connections, battery storage and offshore wind: how the two fields differ and where to take your brief.",
    remit="""
<p>Power Systems brings together the people who design, connect and build generation and storage at high voltage. It covers the
employer's side: developers, owners, network operators and their engineers, from the first connection application to takeover of the plant.</p>
<p><a href="page:marta-vieira">Marta Vieira</a> is responsible for the family and leads grid and storage work herself; <a href="page:henrik-sand">Henrik Sand</a> leads offshore wind.
Where a role touches both, such as an offshore substation or an export cable, they agree at the start who leads, and you deal with that one person from the brief until the
offer is signed and the start date has passed.</p>
""".strip(),
    key_figures=["power-time", "power-employer", "power-shortlist"],
    body=[
        heading("How the two fields differ"),
        text(
            """
<p><a href="page:grid-storage">Grid &amp; Storage</a> hires against contracts: queue milestones, securities, compliance tests. The teams are small, the people few, and one
engineer can hold the date of a whole company. Searches run all year.</p>
<p><a href="page:offshore-wind">Offshore Wind</a> hires against vessels. Teams are large and built by package, people move after the campaign, and candidates cross borders. Start between October and January if you can.</p>
"""
        ),
        heading("If your role sits on the line"),
        text(
            """
<p>Ask which date the person will lose sleep over. If it is energisation, begin with the
<a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a>. If it is the first vessel, begin with the
<a href="page:offshore-package-manager-hiring-guide">offshore package manager hiring guide</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring for a power project?",
    cta_text="Tell us the asset and the date that matters most. Marta Vieira will make sure the right one of us answers.",
    leads=("marta-vieira",),
    narrower=(grid_storage.SPECIALISM, offshore_wind.SPECIALISM),
)

SPECIALISM = Specialism(
    slug="energy-transition",
    title="Energy Transition",
    question="Which recruiters work on energy transition projects?",
    heading="Energy Transition recruitment",
    summary="Retained and contingent search for the people who connect, build and finance clean power in the UK and Europe.",
    standfirst="We recruit for projects that have, or will soon have, three things: a connection, a contract and capital.",
    search_description="Energy transition recruitment: grid and storage, offshore wind and project finance search in the UK and continental Europe, led by Marta Vieira.",
    remit="""
<p>Our Energy Transition practice finds leaders and specialists for clean power: the engineers who connect it, the managers who build it and the financiers who pay for it. Clients are
developers, funds, utilities, network operators and the joint ventures between them.</p>
<p><a href="page:marta-vieira">Marta Vieira</a> leads the sector from London. The consultants here have each worked one field for years and do not
cover for one another on shortlists. A mandate goes to the person who already knows the twenty people worth calling.</p>
<p>We leave retail energy, heat pump installation and oil and gas production to others.</p>
""".strip(),
    key_figures=["energy-time", "energy-countries", "energy-repeat"],
    body=[
        heading("What belongs here"),
        text(
            """
<p>Two branches. <a href="page:power-systems">Power Systems</a> holds the physical side: <a href="page:grid-storage">Grid &amp; Storage</a> and
<a href="page:offshore-wind">Offshore Wind</a>. <a href="page:project-finance">Project Finance</a> stands beside it, because the same investment director
looks at batteries on Monday and monopiles on Thursday.</p>
"""
        ),
        heading("Three fields, three clocks"),
        text(
            """
<p>Grid roles follow the connection queue and are urgent when a milestone is. Offshore roles follow the weather, so people are free in winter. Finance roles follow
the bonus, so people move in spring. A plan to hire one of each this year should start with the financier's conversation in September, the package manager's in October, and the grid engineer's today.</p>
<p>Software, data and control-system security in energy companies are handled with our colleagues in <a href="page:technology">Technology</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring for a clean power project?",
    cta_text="Send a short brief: the asset, the country, the date. The consultant who works in that field will reply within one working day.",
    leads=("marta-vieira",),
    reviewer="marta-vieira",
    narrower=(POWER_SYSTEMS, project_finance.SPECIALISM),
)
