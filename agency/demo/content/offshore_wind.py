"""Offshore Wind: the canonical page and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    cta,
    fact_row,
    heading,
    job_description,
    pay_table,
    questions,
    quote,
    related_guides,
    table,
    text,
)

HIRING_GUIDE = Guide(
    kind="hiring_guide",
    slug="offshore-package-manager-hiring-guide",
    role="Package Manager",
    title="How to hire an offshore package manager",
    question="How do I hire an offshore wind package manager?",
    short_title="Hiring a package manager",
    summary="When to open the search, which background suits which package, and how to find out what someone really managed.",
    standfirst="A package manager hired after the contract is signed spends two years explaining a scope they did not write. Start earlier, and at the right time of year.",
    search_description="How to hire an offshore wind package manager: working back from the campaign, backgrounds by package, oil and gas moves, references and timing.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 10, 19),
    changes=[
        (datetime.date(2026, 10, 19), "Calendar moved on to a campaign in 2029; the interim route is spelled out.")
    ],
    guide_heading="Hire for the tender, the yard and the sea",
    guide_intro="For project directors and EPCI leads on fixed-bottom projects in the North Sea, the Irish Sea and the Baltic.",
    body=[
        heading("Work back from the first vessel"),
        table(
            "One foundation package, campaign opening in April 2029",
            ["By", "On the project", "In the search"],
            ["October 2026", "Procurement strategy fixed", "Opens, as crews come ashore"],
            ["February 2027", "Scope and interfaces drafted", "Offer signed, notice served"],
            ["May 2027", "Invitation to tender issued", "Manager in post, owns the scope"],
            ["Early 2028", "Contract and vessel slot signed", "Package engineers join"],
            ["Autumn 2028", "Fabrication under way", "Yard inspectors mobilised"],
            ["April 2029", "Offshore campaign opens", "Client representatives only"],
            note="Illustrative programme for this demonstration site",
        ),
        text(
            """
<p>If you are reading this in the third row without a manager, do not delay the tender. Hire an interim who has written that scope before, and let the permanent search run beside it.</p>
"""
        ),
        heading("The year has two halves"),
        text(
            """
<p>Most North Sea turbine and cable work is planned between April and September, when wave height and wind allow lifts and transfers. Nobody good leaves a
project in June. They come ashore in October and November, take stock over the winter, collect a bonus in the first quarter, and move. Approach people from October to January. A
search opened in May meets the same names, politely busy.</p>
<p>Piling can add its own calendar: German projects work to 160 dB sound exposure at 750 metres, and some consents close a season for spawning fish.
Ask candidates how such a condition bent their programme. It is a quick test of who was in the room.</p>
"""
        ),
        heading("Six packages, six backgrounds"),
        table(
            "Where managers of each package come from",
            ["Package", "Usual background", "Test them on"],
            ["Turbines", "Manufacturers, developers", "Delivery tolerance, warranty, service handover"],
            ["Foundations", "Fabrication, marine contracting", "Steel, coating, piling noise"],
            ["Array cables", "Cable installers, subsea", "Burial risk, protection, terminations"],
            ["Export cable", "HV cable makers, grid operators", "Landfall, crossings, joints"],
            ["Offshore substation", "Yards, oil and gas topsides", "Weight control, completions, grid compliance"],
            [
                "Transport and installation",
                "Marine contractors, warranty surveyors",
                "Downtime terms, marine approvals",
            ],
        ),
        text(
            """
<p>Export cable and substation managers answer to the connection date. If nobody on the team owns that date, read our
<a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a> first.</p>
"""
        ),
        heading("Ask which stage was theirs"),
        text(
            """
<p>“Managed the package from concept to handover” is rarely one person's story. Split it into tender, contract, fabrication, offshore, and close-out with claims. For each, ask for dates
and one decision they took alone. Most people are strong in two neighbouring stages. Hire for the stage you are entering and the one after it. For close-out, hire
somebody who has read a contract aloud in a claims meeting.</p>
"""
        ),
        heading("What oil and gas brings, and does not"),
        text(
            """
<ul>
<li><b>Brings:</b> marine operations, permit discipline, weight and completions, calm with contractors.</li>
<li><b>Does not bring:</b> repetition. A slow lift on one platform is a bad day; on sixty-two foundations it is a lost season.</li>
<li><b>Must unlearn:</b> the EPC wrap. With six or seven contracts the employer carries the interfaces, and the package manager carries the employer.</li>
</ul>
<p>Converts do best second on a package, for one campaign. Making one the first hire of a new team is hard on both sides.</p>
"""
        ),
        heading("References from across the table"),
        text(
            """
<p>Speak to the supplier's project manager. Ask: did they answer technical queries on time? Did variations come early or in a heap? Would you price the next job lower because they are on it?</p>
"""
        ),
        quote(
            "The best reference I ever took was from a contractor who had lost the claim. He said he would bid for her again.",
            "Henrik Sand",
            "Principal, Wind and Project Finance",
        ),
        heading("Before you make the offer"),
        fact_row("wind-time", "wind-time-may", "wind-location"),
        text(
            """
<p>Settle where the job is done before the first interview: office, yard, port, and how many weeks of each. Check right to work in both
the country of the office and the country of the yard. Then use the <a href="page:offshore-wind-salary-guide">offshore wind salary guide</a> for the figure and the
<a href="page:offshore-package-manager-job-description">package manager job description</a> for the scope. Our terms of work in this field are on the
<a href="page:offshore-wind">Offshore Wind page</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring an offshore package manager?",
    cta_text="Tell us the package, the contract date and the first vessel. We will say whether the season is with you.",
)

SALARY_GUIDE = Guide(
    kind="salary_guide",
    slug="offshore-wind-salary-guide",
    title="Offshore wind salary guide: UK and North Sea",
    question="What do offshore wind package managers earn?",
    short_title="Offshore wind salaries",
    summary="Base pay, day rates and the terms that move them for offshore wind project roles in the UK and five other countries.",
    standfirst="What a package manager, a contracts manager and a client representative cost in late 2026, and what makes one post cost more than the next.",
    search_description="Illustrative offshore wind pay: package managers, contracts and consents managers, client representative day rates, UK and Europe.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 8, 24),
    guide_heading="Figures, and what to do with them",
    guide_intro="For setting a range before you advertise. Every figure is illustrative, for this demonstration site.",
    body=[
        heading("How to read the ranges"),
        text(
            """
<p>The lower quarter point buys somebody taking the step up. The median buys somebody who has done one full cycle of the job, tender to takeover. The upper quarter point buys the second cycle, or a
scarce package: high-voltage cable and offshore substations sit at the top of every range.</p>
<p>Choose the column before you choose the person. Advertising the lower figure and asking for the upper record is the commonest reason a search in this field stalls.</p>
"""
        ),
        heading("United Kingdom, permanent"),
        pay_table("Base pay a year", places="United Kingdom", basis="annual_base"),
        text(
            """
<p>Add a bonus of {fact:wind-bonus} up to manager, more above. Car allowances survive in older employers and count as pay in a candidate's head; ask before comparing.
What a package manager should own for this money is in the <a href="page:offshore-package-manager-job-description">package manager job description</a>.</p>
"""
        ),
        heading("By the day"),
        pay_table("Contract rates", basis="day_rate", note="Rates outside IR35."),
        text(
            """
<p>Price a client representative’s travel and standby days apart. Marine coordination means nights and 24-hour cover. Back-to-back rotation needs two HSE advisers. Book cable burial a season ahead. An interim package manager costs less for office days than for days offshore.</p>
"""
        ),
        text(
            """
<p>Anyone who goes offshore needs current GWO Basic Safety Training; each module lapses after 24 months. Agree who pays for the renewal, and check the date against the campaign, not against the contract.</p>
"""
        ),
        heading("Across the water"),
        pay_table(
            "Package manager, base pay a year",
            "Package Manager",
            places="Germany, Netherlands, France, Denmark, Poland",
            currencies="EUR, DKK, PLN",
        ),
        text(
            """
<p>Usually on top: a bonus and a mobility budget in Germany, the 8% holiday allowance and a pension in the Netherlands, profit sharing and meal vouchers in France, an employer pension, paid lunch and telephone in Denmark, relocation to the coast in Poland.</p>
"""
        ),
        text(
            """
<p>Compare cost to you with net to them. The Dutch expatriate facility falls from 30% to 27% on 1 January 2027 for most recent arrivals, so an offer made this winter should
show both years.</p>
"""
        ),
        heading("What moves a figure"),
        fact_row("wind-risk", "wind-cable", "wind-port"),
        heading("Questions clients ask us"),
        questions(
            "On structure",
            (
                "Is a completion bonus better than higher base?",
                "<p>For delivery roles, yes, if the date is one the person can affect. Tie it to takeover of their package. Tied to first power of the whole farm, it is a lottery ticket and is valued as one.</p>",
            ),
            (
                "Can someone live in Denmark and work in our UK team?",
                "<p>Often, but take advice on social security, permanent establishment and payroll before the offer. It takes weeks, and the candidate will ask on day one.</p>",
            ),
            (
                "Inside or outside IR35?",
                "<p>If you are medium or large, you decide, with a status determination for each engagement. Expect inside rates {fact:wind-inside} higher. Do not promise the status before you assess it.</p>",
            ),
        ),
        heading("What not to pay for"),
        text(
            """
<p>Do not pay for gigawatts on a CV. Three projects joined after takeover are worth less than one seen through a winter. And do not buy out a retention
payment without asking its date: by waiting until March you may save the whole sum. The <a href="page:offshore-package-manager-hiring-guide">package manager hiring guide</a> has the
calendar. Investment roles on the same project are paid on another scale; see <a href="page:renewables-investment-director-hiring-guide">hiring a renewables investment director</a>.</p>
<p>For a range on a role that is not here, start from <a href="page:offshore-wind">Offshore Wind</a>.</p>
"""
        ),
        cta(
            "Need a range for one role, this quarter?",
            "Send the role, the place and the stage of the project. Henrik Sand will answer with a range and the reason for it.",
        ),
    ],
    cta_heading="Setting pay for an offshore wind role?",
    cta_text="Give us the scope and the location. We will tell you whether your range reaches the people you describe.",
)

JOB_DESCRIPTION = Guide(
    kind="job_description",
    slug="offshore-package-manager-job-description",
    role="Package Manager",
    title="Offshore package manager: job description",
    question="What does an offshore package manager job description say?",
    short_title="Package manager job description",
    summary="A job description to copy for an offshore wind package manager, with the reasons behind each part and four lines to change.",
    standfirst="Written for a foundation package under a multi-contract strategy. Copy it, change four lines, and delete anything you cannot explain.",
    search_description="Offshore wind package manager job description to copy and adapt: purpose, ownership, first-year outcomes, requirements and what to leave out.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 6, 29),
    guide_heading="A text to copy, and the thinking behind it",
    guide_intro="The quantities in it are invented. Replace them with your own before anyone sees it.",
    body=[
        heading("How to use it"),
        text(
            """
<p>Send it to candidates as one page. It says what will be true after a year, because experienced people judge a job by its outcomes and skip the adjectives. If a
line does not fit your project, the scope is not settled; settle it before you search.</p>
"""
        ),
        heading("The job description"),
        job_description(
            "Foundation Package Manager",
            "You own the foundation package of a 900 MW wind farm: 62 monopiles and transition pieces, from tender to takeover. "
            "You are accountable for its safety, cost, date and interfaces: the scope and the bids, the contract with its "
            "variations and claims, two package engineers, the yard inspection and the client representatives offshore.",
            [
                "There are two compliant bids, compared on risk as well as price.",
                "The contract is signed; delay damages, weather terms and vessel slot agree with each other.",
                "Every interface with turbines, cables and installation has one owner and one date.",
                "A fabrication surveillance plan is staffed before first steel is cut.",
                "The marine warranty surveyor’s approvals and our duties under the CDM Regulations 2015 are on the programme.",
            ],
            [
                "Two stages of a comparable package, one in charge: tender, contract, fabrication, offshore, close-out.",
                "Working knowledge of an employer-side contract (FIDIC, NEC or LOGIC) and of one dispute.",
                "English, spoken and in contracts.",
            ],
            ["German or Dutch, for the yard. No chartered title, and no offshore certificates: we train and pay."],
            "Project director. You sign variations up to [a number].",
            [
                "An hour with the project director on one package you ran, stage by stage.",
                "Half a day: a redacted variation, the interface register, the team.",
                "References from the other side of the table, and an offer within the week.",
            ],
        ),
        heading("Terms"),
        fact_row("wind-nights", "wind-completion"),
        pay_table("Base pay of package managers", "Package Manager", places="United Kingdom", basis="annual_base"),
        heading("Why it reads this way"),
        text(
            """
<p>“Own” appears where most drafts say “support” or “coordinate”. A package manager without authority over variations is an expensive correspondent. The nights away ({fact:wind-nights} a year) are stated
because they decide more refusals than pay. What is not needed is said because good people from fabrication rule themselves out at the word “chartered”. Pay is stated because
a text without it is read as a text with something to hide. Take the range from the <a href="page:offshore-wind-salary-guide">offshore wind salary guide</a>.</p>
"""
        ),
        related_guides("Before it is sent", "offshore-wind-salary-guide", "offshore-package-manager-hiring-guide"),
        callout(
            "The line we always strike",
            """
<p>“Must have delivered three or more packages end to end.” A package takes five years or so. You have just asked for fifteen, in an industry with perhaps a few dozen such people, most of whom are project directors.</p>
""",
        ),
        heading("Four lines to change for another package"),
        table(
            "What to replace",
            ["Line", "Array or export cable", "Offshore substation", "Turbines"],
            ["Quantity", "Lengths, crossings, joints", "One topside, weight, voltage", "Units, rating, ports"],
            [
                "First-year outcome",
                "Burial risk assessment accepted",
                "Design frozen, yard booked",
                "Supply and service terms signed",
            ],
            [
                "Interface that hurts",
                "Landfall and grid date",
                "Export cable, grid compliance",
                "Foundation tolerances",
            ],
            ["Useful contract", "FIDIC or LOGIC", "FIDIC", "Maker's own form"],
        ),
        text(
            """
<p>For a substation, add a line about compliance testing and ask whoever holds your connection agreement to read it; our
<a href="page:power-systems-engineer-interview-guide">power systems engineer interview guide</a> has the questions they will want asked.</p>
"""
        ),
        heading("Before it goes out"),
        checklist(
            "Five checks",
            "The project director can name the last three decisions this person would have taken",
            "Authority to approve variations is a number",
            "Office, yard and port are named, with weeks in each",
            "The start date falls before the invitation to tender",
            "Somebody outside the project has read it and can say what the job is",
        ),
        text(
            """
<p>Then read the <a href="page:offshore-package-manager-hiring-guide">package manager hiring guide</a> for timing and references. If you would rather we wrote yours, the
<a href="page:offshore-wind">Offshore Wind page</a> says how we begin.</p>
"""
        ),
    ],
)

SPECIALISM = Specialism(
    slug="offshore-wind",
    title="Offshore Wind",
    question="Which agency recruits offshore wind package managers?",
    heading="Offshore Wind recruitment",
    summary="Package, contracts, consents and project leadership for offshore wind projects in the UK and the North Sea.",
    standfirst="We hire for projects with a vessel date. Package managers, contract leads and project directors, from lease to takeover.",
    search_description="Offshore wind recruitment for the UK, North Sea and Baltic: package managers, contracts and consents leads, project directors. Led by Henrik Sand.",
    remit="""
<p>We recruit for the employer's side of offshore wind: package managers and engineers, EPCI and contracts leads, consents and interface managers, and
project directors. We also find interim package managers and client representatives when a season will not wait for a permanent hire.</p>
<p>Our clients are developers, joint ventures and the investors behind them, with projects off the UK, Ireland, Germany, the Netherlands, Denmark and Poland. Many of our candidates
change country, so we settle payroll, tax and family questions before the shortlist. <a href="page:henrik-sand">Henrik Sand</a> leads the practice.</p>
<p>We do not crew vessels or supply turbine technicians. We turn down searches for a named person at a direct partner on the same project.</p>
""".strip(),
    key_figures=["wind-time", "wind-country", "wind-stay"],
    body=[
        heading("A search with a season in it"),
        text(
            """
<p>An offshore search runs against two calendars, yours and the sea's. We ask for your first vessel date, your tender date and your investment decision, then place the
search so that approaches fall between October and January. When they cannot, we say so and offer an interim for the gap. It takes
{fact:wind-conversations} conversations to find four people worth meeting.</p>
"""
        ),
        heading("Why good people say no"),
        text(
            """
<p>Location first: a port town four days a week ends more processes than pay. Then doubt about the project. Candidates know which projects have a revenue
contract and a grid date, and which have a website. Then scope: people with a full cycle behind them refuse jobs where the variation limit sits two levels up. We raise all three with you in the first week, because we will be
asked about them in the second.</p>
"""
        ),
        heading("Which guide first"),
        text(
            """
<p>If the tender is a year away, read the <a href="page:offshore-package-manager-hiring-guide">package manager hiring guide</a>. If the role is approved and needs
a range, take the <a href="page:offshore-wind-salary-guide">offshore wind salary guide</a>. If you only need words by Friday, copy the
<a href="page:offshore-package-manager-job-description">package manager job description</a>.</p>
<p>Onshore connections and storage are with <a href="page:grid-storage">Grid &amp; Storage</a>; lenders, modellers and investors with <a href="page:project-finance">Project Finance</a>.</p>
"""
        ),
    ],
    cta_heading="Hiring for an offshore wind project?",
    cta_text="Tell us the package, the place and the first vessel date. Henrik Sand reads every brief and replies within one working day.",
    leads=("henrik-sand",),
    guides=(HIRING_GUIDE, SALARY_GUIDE, JOB_DESCRIPTION),
)
