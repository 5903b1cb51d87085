"""Renewables investment director hiring guide."""

import datetime

from agency.demo.vocabulary import Guide, callout, fact_row, heading, pay_table, process_timeline, quote, table, text

GUIDE = Guide(
    kind="hiring_guide",
    slug="renewables-investment-director-hiring-guide",
    role="Renewables Investment Director",
    title="How to hire a renewables investment director",
    question="How do I hire a renewables investment director?",
    short_title="Hiring an investment director",
    summary="How to define the job by its first deals, read a deal sheet, test judgement on paper and time an offer around bonuses.",
    standfirst="Every candidate has closed a gigawatt. The search is about finding out which part of it they closed, and whether that is the part you need.",
    search_description="How to hire a renewables investment director: defining the job, reading a deal sheet, an investment paper exercise, FCA references and timing.",
    reviewer="marta-vieira",
    reviewed_on=datetime.date(2026, 11, 9),
    changes=[
        (
            datetime.date(2026, 11, 9),
            "Regulatory references: ask before the offer, and agree when the employer may be told.",
        )
    ],
    guide_heading="From a deal list to a decision",
    guide_intro="For chief investment officers, fund partners and chief executives of developers raising or recycling capital.",
    pinned=["battery-storage-market-map"],
    body=[
        heading("Name the first three deals"),
        text(
            """
<p>Write down three transactions this person should close in the first eighteen months: the technology, the country, the stage, the size of the cheque and where the money comes from. Two
of the three should already be visible. If you cannot name any, you want an origination hire with a longer fuse and a different bonus; say so.</p>
<p>The list does most of the work of a job description. It also tells you what to leave out. Somebody who has bought operating solar in Spain may be excellent
and still have never taken construction risk.</p>
"""
        ),
        heading("Origination, structuring or portfolio"),
        table(
            "The three kinds of investment director",
            ["Kind", "Lives in", "Strong at", "Often thin on"],
            [
                "Originator",
                "Bilateral talks, site visits",
                "Access, price, exclusivity",
                "Documents after signing",
            ],
            ["Structurer", "Term sheets, lenders, tax", "Debt, hedges, offtake contracts", "Finding the deal"],
            ["Portfolio lead", "Boards, refinancing, exits", "Value after closing", "Speed in an auction"],
        ),
        text(
            """
<p>A team needs all three; a person is two at best. Hire the one your partners are not. If what you lack is leverage on a single asset, you may need a lower and cheaper hire:
see <a href="page:project-finance-or-corporate-finance">project finance or corporate finance</a>.</p>
"""
        ),
        heading("Reading a deal sheet"),
        text(
            """
<p>Ask for one line per deal, closed and lost, before the second meeting. Then take two lines apart.</p>
<ol>
<li><b>Seat.</b> Buyer, seller, lender, adviser? Advisers see many deals and own none of the outcomes.</li>
<li><b>Moment.</b> Joined before the offer, or after exclusivity?</li>
<li><b>Assumption.</b> Which input did they argue for: yield at P50 or P90, capture price, curtailment, grid date? Who argued back?</li>
<li><b>Afterwards.</b> How does the asset perform against the paper? A director who has not looked is telling you something.</li>
</ol>
<p>The lost deals matter as much. You learn the price at which they stopped.</p>
"""
        ),
        heading("Two pages, not a model"),
        text(
            """
<p>At this level do not set a modelling test; keep that for the <a href="page:financial-modeller-interview-guide">financial modeller interview</a>. Give a public information pack on an
invented 200 MW solar and battery project: a contract for difference on part of the output, a merchant tail, a connection date that has moved twice. Allow three
days and two pages. Ask for a recommendation, the price, and the three findings that would make them withdraw.</p>
<p>Look for the connection date. Of otherwise good papers, {fact:finance-date} take it from the seller. The better ones ask who can confirm it, which is why
we suggest a <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer</a> joins the panel for twenty minutes.</p>
"""
        ),
        heading("If your firm is authorised"),
        callout(
            "Add the weeks, and start them early",
            """
<p>In a UK authorised fund manager the role will usually be a certified one, sometimes a senior manager function that needs FCA approval before the start. You must ask past
employers for regulatory references covering six years. Tell the candidate at shortlist, and agree when their current employer may be contacted: a request sent early is a
resignation. Developers outside the perimeter skip all this and should use the advantage. We plan {fact:finance-approval}.</p>
""",
        ),
        heading("The calendar behind every offer"),
        fact_row("finance-time", "finance-notice"),
        pay_table("Base pay of an investment director", "Renewables Investment Director", places="London"),
        text(
            """
<p>Bonuses are paid between February and April in most houses. An offer in November must buy one out. An offer in March need not, but five other firms know that. The best time to start
is September: meet in autumn, agree in January, announce after the payment clears.</p>
<p>Expect restrictions on named assets, and inside information. Agree in writing that they bring no documents and sit out any live process they know from the other side.</p>
"""
        ),
        process_timeline(
            "A search that begins in September",
            (
                "Three deals",
                2,
                "weeks",
                "The first three transactions on one page; conflicts checked.",
                "Partners and us",
            ),
            (
                "First meetings",
                6,
                "weeks",
                "Thirty people, eight meetings, before anybody thinks of a bonus.",
                "Us, then one partner",
            ),
            (
                "Two pages",
                2,
                "weeks",
                "The paper, and an hour on it.",
                "Two partners; twenty minutes of a grid engineer",
            ),
            ("Terms", 5, "weeks", "Carry, committee rights, leavers. Agreed in January.", "Partners and counsel"),
            ("Garden leave", 17, "weeks", "Announced after the payment clears.", "You, waiting"),
            note="Illustrative durations for this demonstration site.",
        ),
        heading("The terms that decide it"),
        text(
            """
<ul>
<li><b>Carried interest or a long-term plan</b>, with the vehicle, the vesting and the treatment of leavers written down before the final meeting.</li>
<li><b>Committee rights.</b> A vote, or a voice? Candidates refuse good pay over this.</li>
<li><b>Capital in place.</b> “Raising” is an honest word. Use it if it is true.</li>
</ul>
"""
        ),
        quote(
            "I took less money and a seat at the committee. I would do it again.",
            "An investment director",
            "Placed after two counter-offers",
        ),
        text(
            """
<p>The <a href="page:project-finance">Project Finance page</a> says which of these searches we accept and how many we run at once.</p>
"""
        ),
    ],
    cta_heading="Hiring an investment director?",
    cta_text="Tell us the first three deals and the source of the capital. We will say who has closed something like them.",
)
