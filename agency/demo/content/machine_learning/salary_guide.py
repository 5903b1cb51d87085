"""Machine learning salary guide."""

import datetime

from agency.demo.vocabulary import Guide, callout, cta, facts, heading, table, text

GUIDE = Guide(
    kind="salary_guide",
    slug="machine-learning-salary-guide",
    title="Machine learning salary guide: UK and Europe",
    short_title="Machine learning pay",
    summary="Base pay by level in nine cities, what moves a person within the band, and the parts that are not base.",
    standfirst="Medians, premiums and the small print of European pay, for the person who has to set a range and defend it to finance.",
    search_description=(
        "Illustrative machine learning engineer salaries in London, Berlin, Zurich, Paris and five more cities, "
        "with premiums, bonus, on-call pay and equity."
    ),
    reviewer="tomas-lindqvist",
    reviewed_on=datetime.date(2026, 9, 28),
    guide_heading="A range you can defend",
    guide_intro="Read the medians first, then the adjustments. A median on its own has overpaid as many people as it has lost.",
    body=[
        heading("Median base pay in nine cities"),
        text("""
<p>Levels differ between employers, so we use scope. <b>Mid</b> runs a model someone else designed. <b>Senior</b> designs one and answers for it. <b>Staff</b> sets the approach for several teams without managing them. A senior title from a company of twelve may be a mid here, and the other way round at a trading firm.</p>
"""),
        table(
            "Median annual base by city and level",
            ["City", "Mid", "Senior", "Staff"],
            ["London", "£88k", "£115k", "£155k"],
            ["Manchester", "£70k", "£90k", "£118k"],
            ["Dublin", "€85k", "€108k", "€138k"],
            ["Amsterdam", "€78k", "€97k", "€122k"],
            ["Berlin", "€80k", "€98k", "€126k"],
            ["Munich", "€84k", "€103k", "€132k"],
            ["Paris", "€66k", "€84k", "€108k"],
            ["Zurich", "CHF 130k", "CHF 158k", "CHF 195k"],
            ["Stockholm", "SEK 720k", "SEK 900k", "SEK 1.1m"],
            note="Illustrative figures for this demonstration site, Q3 2026. Base only; quarter-to-quarter movement ignored.",
        ),
        text("""
<p>For London, Berlin and Zurich the quarter points either side are in the <a href="page:machine-learning-engineer-hiring-guide">machine learning engineer hiring guide</a>. For data engineers and analytics engineers use the <a href="page:data-platform-salary-guide">data platform salary guide</a>; paying ML bands for pipeline work causes resentment within two quarters, usually among the people who already do it.</p>
"""),
        heading("What moves a person within the band"),
        table(
            "Adjustments to the median",
            ["Factor", "Effect on base", "Why"],
            [
                "Training or inference performance (CUDA, Triton kernels)",
                "+15–25%",
                "Trading firms and model laboratories bid",
            ],
            ["First ML hire in the company", "+8–12%", "No peer, more risk"],
            ["Rota with night calls", "+0–3%", "Pay an allowance instead"],
            ["Regulated models, with validation experience", "+5–10%", "Banks and insurers compete"],
            ["Four or five office days", "+5–8%", "Smaller field within reach"],
            ["Doctorate, non-research seat", "0%", "Pay for what the seat uses"],
            ["Remote from a lower-cost city", "−5 to −15%", "Depends on who else hires there remotely"],
            note="Illustrative figures for this demonstration site, Q3 2026. Do not add more than two together.",
        ),
        text("""
<p>The last row is shrinking. A senior engineer in Lisbon or Kraków with a record in LLM evaluation has offers from several capitals at once. Set the discount by who else is bidding there; the price of a flat tells you little.</p>
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
        facts(
            ("Unvested at a listed firm", "£84k", "Illustrative; London senior, next 24 months"),
            ("Usual sign-on", "£30k–£45k", "Illustrative; paid in two parts, with clawback"),
            ("Bonus forfeited in November", "£12k", "Illustrative; nil if they start in April"),
        ),
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
<p>Print it. A range from bottom to top of 20 to 25 per cent is believable; £90,000 to £160,000 tells the reader that you have not chosen a level. State where a new hire normally lands, because every candidate assumes the top. Check the people you already employ first. If three of them sit below the floor you are about to publish, fix that in the same month.</p>
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
    ],
)
