"""Machine learning salary guide."""

import datetime

from agency.demo.vocabulary import Guide, callout, cta, fact_row, heading, pay_table, questions, text

GUIDE = Guide(
    kind="salary_guide",
    slug="machine-learning-salary-guide",
    role="Machine Learning Engineer",
    title="Machine learning salary guide: UK and Europe",
    question="What does a machine learning engineer cost in Europe?",
    short_title="Machine learning pay",
    summary="Base pay by level in nine cities, what moves a person within the band, and the parts that are not base.",
    standfirst="Medians, premiums and the small print of European pay, for the person who has to set a range and defend it to finance.",
    search_description=(
        "Illustrative machine learning engineer salaries in London, Berlin, Zurich, Paris and five more cities, "
        "with premiums, bonus, on-call pay and equity."
    ),
    author="ines-okafor",
    reviewer="tomas-lindqvist",
    reviewed_on=datetime.date(2026, 9, 28),
    review_due_on=datetime.date(2026, 12, 31),
    changes=[
        (datetime.date(2026, 6, 9), "Pay history and ranges: rewritten for the EU Pay Transparency Directive."),
        (datetime.date(2026, 9, 28), "Berlin and Munich seniors moved up; the discount for remote work shrank."),
    ],
    guide_heading="A range you can defend",
    guide_intro="Read the medians first, then the adjustments. A median on its own has overpaid as many people as it has lost.",
    body=[
        heading("Base pay in nine cities"),
        text("""
<p>Levels differ between employers, so we use scope. <b>Mid</b> runs a model someone else designed. <b>Senior</b> designs one and answers for it. <b>Staff</b> sets the approach for several teams without managing them. A senior title from a company of twelve may be a mid here, and the other way round at a trading firm.</p>
"""),
        pay_table(
            "Annual base by city and level",
            "Machine Learning Engineer",
            places="London, Manchester, Dublin, Amsterdam, Berlin, Munich, Paris, Zurich, Stockholm",
            currencies="GBP, EUR, CHF, SEK",
            note="Base only, permanent contracts; movement from quarter to quarter ignored.",
        ),
        text("""
<p>How to choose between the quarter points is in the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. For data engineers and analytics engineers use the <a href="page:data-platform-salary-guide">data platform salary guide</a>; paying ML bands for pipeline work causes resentment within two quarters, usually among the people who already do it.</p>
"""),
        heading("What moves a person within the band"),
        text("""
<p>Start from the median, then adjust for the seat. Do not add more than two of these together.</p>
<ul>
<li><b>Training or inference performance</b> (CUDA, Triton kernels): {fact:ml-performance} more. Trading firms and model laboratories bid for the same people.</li>
<li><b>First ML hire in the company</b>: {fact:ml-first-hire} more. There is no peer, and the risk is theirs.</li>
<li><b>Regulated models, with validation experience</b>: {fact:ml-regulated} more. Banks and insurers compete.</li>
<li><b>Four or five office days</b>: {fact:ml-office} more, because the field within reach is smaller.</li>
<li><b>A rota with night calls</b>: {fact:ml-nights} on base. Pay an allowance instead.</li>
<li><b>A doctorate in a seat that is not research</b>: nothing. Pay for what the seat uses.</li>
<li><b>Remote from a lower-cost city</b>: {fact:ml-remote} less, depending on who else hires there remotely.</li>
</ul>
<p>The last line is shrinking. A senior engineer in Lisbon or Kraków with a record in LLM evaluation has offers from several capitals at once. Set the discount by who else is bidding there; the price of a flat tells you little.</p>
"""),
        heading("The parts that are not base"),
        text("""
<p>Cross-border offers go wrong here more often than on base. Put these on one page before the first call.</p>
<ul>
<li><b>Netherlands.</b> The 8 per cent holiday allowance is statutory. Say whether your figure includes it. Candidates using the expatriate tax facility will ask about it: the 30 per cent rate falls to 27 per cent for most of them from January 2027.</li>
<li><b>Switzerland.</b> Annual salary is often paid in thirteen parts. Employers’ pension contributions vary widely and rise with the employee’s age, so two offers at CHF 160,000 may be far apart.</li>
<li><b>France.</b> Ask whether variable pay is contractual, and list profit-sharing, meal vouchers and days under a forfait-jours contract. Candidates compare gross fixed first.</li>
<li><b>Sweden.</b> An employer without a collective agreement should state its occupational pension against ITP1. On salary above the ceiling the standard contribution is 30 per cent, and candidates know it.</li>
<li><b>Germany.</b> Few extras. Candidates look at base, leave (28 to 30 days is usual) and whether the bonus has been paid in each of the last three years.</li>
<li><b>UK.</b> Pension match, private medical cover, and whether pension is paid by salary sacrifice.</li>
</ul>
<p>Pay on-call as an allowance per week plus time back after a night call. Folding it into base hides the cost and you will still be asked to pay for it when the rota grows.</p>
"""),
        heading("Buying out what they leave behind"),
        fact_row("ml-unvested", "ml-sign-on", "ml-forfeited"),
        text("""
<p>Do not match unvested stock pound for pound. Ask what vests in the next twelve months, discount what is uncertain, and pay a sign-on in two parts: half at the first payslip, half at month twelve. A clawback that falls away monthly is fair. One that stays whole for two years is read as a threat.</p>
<p>Your own equity should be explained at a flat valuation, in money, with the strike price and the tax on the page. In the UK say whether it is EMI. In Germany say whether it is virtual and what happens to vested options when someone leaves. In Switzerland confirm the position with your tax adviser before you quote a net figure; never improvise it in a call.</p>
"""),
        callout(
            "You may not ask what they earn now",
            "<p>The EU Pay Transparency Directive, due in national law by 7 June 2026, bars questions on pay history and requires the starting range "
            "before the first interview. The UK has no such rule. Ask for expectations everywhere, and let the candidate volunteer what they would forfeit.</p>",
        ),
        heading("Publishing the range"),
        text("""
<p>Print it. A range of {fact:ml-range} from bottom to top is believable; £90,000 to £160,000 tells the reader that you have not chosen a level. State where a new hire normally lands, because every candidate assumes the top. Check the people you already employ first. If three of them sit below the floor you are about to publish, fix that in the same month.</p>
"""),
        cta(
            "Would your range hold in front of a candidate?",
            "Send us the level, the city and the range you have approved. We will tell you where it sits and who it will reach.",
        ),
        heading("When your band is too low"),
        text("""
<p>You have four honest options. Hire the level beneath and invest a year. Move the seat to a city where the band is a median; the <a href="page:european-machine-learning-market-map">European machine learning market map</a> shows what else changes when you do. Narrow the seat: a clear LLM application role may be filled by a backend engineer, and the <a href="page:ml-engineer-or-data-scientist">role comparison</a> shows which duties can go elsewhere. Or wait for the next budget.</p>
<p>What does not work is keeping the title and hoping. You will meet people for eight weeks, like two, and lose both at the offer. Potential, mission and free lunch close a gap of 5 per cent. They do not close 20.</p>
<p>Bands are reviewed when a quarter’s searches disagree with them. The people who review them are on <a href="page:machine-learning">Machine Learning recruitment</a>.</p>
"""),
        heading("What finance and candidates ask"),
        questions(
            "Six minutes before the offer call",
            (
                "Why is our internal benchmark lower?",
                "<p>Because it describes people who stayed. A benchmark of employees lags the price of moving one by a year or two, most of all where nobody has been hired since. Compare the median here with your last three offers, the refused ones included.</p>",
            ),
            (
                "Should equity close the gap to the band?",
                "<p>Only up to P25, and only if you can show its value at today’s price. Below that line candidates treat paper as a reason to ask why the cash is missing.</p>",
            ),
            (
                "Can we raise base later instead of now?",
                "<p>In writing, with a date and a condition the person can meet alone: yes. “At the next review” is heard as no.</p>",
            ),
            (
                "What does the first year cost beside base?",
                '<p>In the UK, employer’s National Insurance, pension, the sign-on (usually {fact:ml-sign-on}) and our fee, which is on <a href="page:fees">fees</a>. Approve the sum, not the base.</p>',
            ),
        ),
    ],
)
