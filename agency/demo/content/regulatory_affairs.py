"""Regulatory Affairs: its page and its three guides."""

import datetime

from agency.demo.vocabulary import (
    Guide,
    Specialism,
    callout,
    checklist,
    compared,
    cta,
    fact_row,
    heading,
    pay_table,
    questions,
    quote,
    role_comparison,
    table,
    text,
)

HIRING_GUIDE = Guide(
    kind="hiring_guide",
    slug="regulatory-affairs-director-hiring-guide",
    role="Regulatory Affairs Director",
    title="How to hire a regulatory affairs director",
    question="How do I hire a regulatory affairs director?",
    short_title="Hiring a regulatory director",
    summary="Start from the next three agency meetings, read the candidate’s public record, and set a one-page exercise.",
    standfirst="A regulatory director is hired for a handful of meetings that cannot be held twice. Name those meetings first, then look for someone who has led the same ones.",
    search_description="A guide to hiring a regulatory affairs director: brief by agency milestone, evidence for EMA, MHRA and FDA work, public records and a short exercise.",
    reviewer="claire-delacroix",
    reviewed_on=datetime.date(2026, 10, 26),
    changes=[
        (
            datetime.date(2026, 10, 26),
            "Joint clinical assessment: orphan medicines follow in January 2028, and the brief should say so.",
        )
    ],
    guide_heading="Hire for the meetings ahead",
    guide_intro="How to turn a development plan into a brief, check a record in public documents and test judgement in one page.",
    body=[
        heading("List the next three agency milestones"),
        text("""
<p>Most briefs open with years of experience. Open yours with three dated lines instead: scientific advice on the pivotal design in May, the paediatric investigation plan by September, the end-of-phase-II meeting the following spring. A candidate can answer that list.</p>
<p>The list also exposes a wrong title. If all three lines concern specifications, comparability or a change of manufacturing site, you want chemistry, manufacturing and controls, and our comparison of the <a href="page:regulatory-strategist-or-cmc-specialist">regulatory strategist and the CMC specialist</a> should be read before this page.</p>
"""),
        heading("Evidence, and what is mistaken for it"),
        table(
            "What a director’s record should show",
            ["Milestone", "Evidence", "Often mistaken for it"],
            ["Scientific advice", "Wrote the questions and the company position", "Attended the meeting"],
            ["First US IND", "Led the pre-IND exchange, handled a clinical hold", "Compiled the modules"],
            ["Paediatric plan", "Agreed a PIP, later modified it", "Knows the template"],
            ["EU marketing application", "Ran the Day 120 response", "Managed the publishing"],
            ["Launch and after", "Negotiated label wording, carried a variation plan", "Tracked renewals"],
        ),
        text("""
<p>The Day 120 response earns its row. The EU centralised assessment runs to 210 days of active review, and at Day 120 the clock stops while the company answers a consolidated list of questions. One person holds every function to a single set of answers. Whoever did that can do most of what you need.</p>
"""),
        heading("Read the file before you meet the person"),
        text("""
<p>Regulators publish more than most interviewers read. For every centrally authorised medicine the EMA issues a public assessment report, and it issues one for withdrawn and refused applications too. The FDA publishes review documents for approved products. Ask each candidate which section they would point to as theirs. Then read it. It takes an hour and replaces two interviews.</p>
<p>Withdrawals are worth particular attention. Somebody who can explain calmly why an application was pulled, what the rapporteurs objected to and what they would now ask earlier has learned something you cannot teach.</p>
"""),
        heading("One region or several?"),
        text("""
<p>Procedure can be learned; habits of negotiation take longer. Decide which agency comes first and buy depth there.</p>
<ul>
<li><b>EU.</b> The authorisation holder must be established in the EEA. Since January 2025 new cancer medicines and advanced therapies also meet a joint clinical assessment under the health technology regulation; orphan medicines follow in January 2028. A director who leaves that to market access will lose weeks during review.</li>
<li><b>UK.</b> The MHRA has its own national route, and international recognition in 60 or 110 days for products approved elsewhere. Do not hire for the UK alone unless the UK is your first filing.</li>
<li><b>US.</b> More meetings, earlier, with written minutes that bind in practice. European candidates who have led a Type B meeting are scarcer than CVs suggest.</li>
</ul>
"""),
        heading("The one-page exercise"),
        text("""
<p>Give finalists a two-page fictional product profile and a day. Ask for one page: the questions you would put to the agency, with the company’s position under each.</p>
"""),
        checklist(
            "A page worth an offer",
            "Five questions or fewer",
            "Every question carries a position and the reason for it",
            "Something important is left unasked, and they can say why",
            "The comparator and the endpoint are treated as one problem",
            "It states what the company will do if the answer is no",
        ),
        quote(
            "Never ask an agency a question if you cannot live with one of the answers. I look for directors who learned that on someone else’s product.",
            "Samir Haddad",
            "Principal, Regulatory and Bioprocess",
        ),
        heading("Time, price and competition"),
        fact_row("regulatory-time-director", "regulatory-rivals"),
        pay_table(
            "Base pay of directors", "Regulatory Affairs Director", places="United Kingdom", basis="annual_base"
        ),
        text("""
<p>Good directors choose between programmes more than between salaries. At final stage they will ask for the last agency minutes and the cash runway. Show both, under a confidentiality agreement. Refusal is read as an answer. For grades and countries see the <a href="page:regulatory-affairs-salary-guide">regulatory affairs salary guide</a>.</p>
<p>One warning on scope. Directors are often asked to run trial submissions as well, site by site. That is operational work with its own specialists, described in the <a href="page:clinical-operations-lead-hiring-guide">clinical operations lead hiring guide</a>. More on how we search this field is on the <a href="page:regulatory-affairs">regulatory affairs page</a>.</p>
"""),
        cta(
            "Is an agency meeting already booked?",
            "Tell us its date and its subject. If a permanent director cannot be there in time, we will say so and suggest cover.",
        ),
    ],
    cta_heading="Hiring a regulatory affairs director?",
    cta_text="Send us your next three agency milestones. We will tell you which of them the market can staff.",
)

SALARY_GUIDE = Guide(
    kind="salary_guide",
    slug="regulatory-affairs-salary-guide",
    title="Regulatory affairs pay in the UK and Europe",
    question="What do regulatory affairs managers and directors earn?",
    short_title="Regulatory affairs pay",
    summary="Base pay by grade in four markets, bonus and equity, contract rates, and the traps in comparing countries.",
    standfirst="Grades matter less than they look: what moves an offer is who has led an agency meeting, and which month the bonus is paid. All figures here are illustrative.",
    search_description="Illustrative regulatory affairs salaries by grade for the UK, Netherlands, Germany and Switzerland, with bonus, equity and contract day rates.",
    reviewer="claire-delacroix",
    reviewed_on=datetime.date(2026, 11, 4),
    guide_heading="Set the number before the first call",
    guide_intro="Ranges by grade, what lifts them, and how to compare an offer in Basel with one in Cambridge.",
    body=[
        heading("Base pay by grade"),
        pay_table(
            "Annual base pay",
            places="United Kingdom, Netherlands, Germany, Switzerland",
            currencies="GBP, EUR, CHF",
            basis="annual_base",
            note="Base only, without equity or allowances. “Staff or lead” are associate directors.",
        ),
        text("""
<p>Compare countries before you compare grades. An associate director who led a scientific advice procedure earns at the top of that range, and often into the next. A director who managed publishing and renewals sits at the foot of theirs.</p>
"""),
        heading("What moves an offer"),
        text("""
<p>Against the same grade, and not simply added up:</p>
<ul>
<li><b>CMC for biologics</b>: {fact:regulatory-biologics} more. Few people, and every site change needs one.</li>
<li><b>Led a US meeting from Europe</b>: {fact:regulatory-us} more. It saves a consultant in each time zone.</li>
<li><b>Cell or gene therapy filing</b>: {fact:regulatory-cell} more. A small pool, and few completed applications.</li>
<li><b>Labelling or publishing only</b>: {fact:regulatory-publishing} less. A deep pool, and work that is partly automated.</li>
<li><b>Fully remote</b>: {fact:regulatory-remote} less. Candidates trade some pay for it, less than you hope.</li>
</ul>
"""),
        text("""
<p>The first line is why a CMC candidate can look expensive beside a strategist of equal title. If you are unsure which of the two you need, settle it with our <a href="page:regulatory-strategist-or-cmc-specialist">comparison of strategist and CMC specialist</a> before you compare prices. The people who supply those CMC sections are priced separately: see the <a href="page:bioprocess-engineer-hiring-guide">bioprocess engineer hiring guide</a>.</p>
"""),
        heading("Bonus and equity"),
        text("""
<p>Target bonus runs from {fact:regulatory-bonus-manager} at manager to {fact:regulatory-bonus-director} at director and {fact:regulatory-bonus-head} for a head. It is usually paid in March. A candidate who resigns in January forfeits it, so either start them in April or pay it.</p>
<p>Equity is where private companies win or lose. A director joining after a second funding round might be granted {fact:regulatory-equity}. Say the percentage, the strike price and the preference stack. A count of options without a denominator is not information, and regulatory people are paid to notice missing denominators. In the UK the size limits for EMI options were raised in April 2026. If you were told you were too large, ask again.</p>
"""),
        heading("Contract rates"),
        pay_table("Contract rates", basis="day_rate", note="UK, inside IR35."),
        text("""
<p>Contractors suit a submission with an end date. They suit strategy badly. The person who argued a position at scientific advice should still be there when the assessors quote it back two years later.</p>
"""),
        heading("Comparing countries without error"),
        text("""
<ul>
<li><b>Count the months.</b> German packages may divide into 12, 13 or more payments. Dutch contracts add 8% holiday allowance, sometimes inside the quoted figure. Always compare annual totals.</li>
<li><b>Swiss pay is not a raise of half.</b> Health insurance is paid privately and pension contributions rise with age. Compare what is left after rent.</li>
<li><b>Relocation is rare.</b> School years decide it. A family that can move will move in July, so the offer has to be made by April.</li>
<li><b>UK car allowances</b> of {fact:regulatory-car} survive in large companies. Candidates count them as base. So should you.</li>
</ul>
"""),
        callout(
            "Pay transparency changes the first call",
            "<p>The EU directive on pay transparency was due in national law by 7 June 2026. Where it has been transposed, an applicant must know the pay or its range before the interview, and may not be asked what they earn now. Some countries are late. We work to the rule everywhere: we state your range and ask what the candidate expects.</p>",
        ),
        heading("If the range is wrong"),
        text("""
<p>You will know after the third conversation. Three strong people naming the same higher figure are the market. Move the range or move the brief: drop a region, or a modality, or the wish for someone who has already been a director. The <a href="page:regulatory-affairs-director-hiring-guide">director hiring guide</a> shows what may go without harm. What does not work is waiting. Of offers made 10% below expectation, {fact:regulatory-refused} are refused, and the refusal is heard by people you will want next year.</p>
<p>Our ranges come from the searches of the <a href="page:regulatory-affairs">regulatory affairs desk</a> and are reviewed every quarter.</p>
"""),
    ],
    cta_heading="Not sure your range will hold?",
    cta_text="Send the title, the city and the range. We answer within one working day, whether or not there is a mandate.",
)

ROLE_COMPARISON = Guide(
    kind="role_comparison",
    slug="regulatory-strategist-or-cmc-specialist",
    title="Regulatory strategist or CMC specialist: which to hire first",
    question="Should we hire a regulatory strategist or a CMC specialist first?",
    short_title="Strategist or CMC specialist?",
    summary="One argues why the medicine should be approved, the other proves what it is. How to tell which you lack.",
    standfirst="Both sign the same submission and neither can do the other’s half. The order in which you hire them depends on where your programme is most likely to stop.",
    search_description="Regulatory strategist and CMC specialist compared: scope, documents, background and pay, with a recommendation by stage and type of product.",
    reviewer="claire-delacroix",
    reviewed_on=datetime.date(2026, 7, 20),
    guide_heading="Two halves of one dossier",
    guide_intro="What each person does all week, the symptoms of lacking one, and an order of hiring by stage and product.",
    also_supports=["bioprocess"],
    body=[
        heading("The difference in one paragraph"),
        text("""
<p>A regulatory strategist decides what to claim, for whom, with which trial, and in which order agencies will hear about it. A chemistry, manufacturing and controls specialist shows that the product in the vial is the product in the claim, batch after batch, and stays so when the process changes. The first works from the target product profile to the label. The second lives in Module 3 of the Common Technical Document, the part of the file least read by executives.</p>
"""),
        heading("Side by side"),
        role_comparison(
            "Strategist and CMC specialist",
            compared(
                "Regulatory Affairs Director",
                name="Strategist",
                mission="Decides what to claim, for whom, with which trial, and which agency hears it first.",
                reports_to="Head of regulatory affairs, or the chief medical officer",
                outputs=["The development plan", "Agency meetings: questions, position, answers", "The label"],
                skills=[
                    "Endpoint, comparator and label argued as one",
                    "Clinical science or medical writing behind it",
                ],
                when="Nobody can say what the next agency meeting is for.",
            ),
            compared(
                "CMC Lead",
                name="CMC specialist",
                mission="Shows that the product in the vial is the product in the claim, batch after batch.",
                reports_to="Head of regulatory affairs",
                outputs=["Module 3 and the IMPD", "The variation plan", "Comparability, when a site changes"],
                skills=["Specifications and shelf life that the plant can hold", "Years at a bench or in a plant"],
                when="The process or its site will change before filing.",
            ),
            place="United Kingdom",
            currency="GBP",
            note="One fails by promising what data cannot carry, the other by accepting a limit the plant cannot hold.",
        ),
        text("""
<p>The row of pay surprises people. The reason is supply, which the <a href="page:regulatory-affairs-salary-guide">regulatory affairs salary guide</a> sets out by grade and country.</p>
"""),
        heading("Read your own symptoms"),
        text("""
<p>Look at what has gone wrong this year.</p>
<ul>
<li>The agency asked a question nobody in the company had discussed. You lack a <b>strategist</b>.</li>
<li>You changed contract manufacturer and learned afterwards that the clinical material might not be comparable under ICH Q5E. You lack <b>CMC</b>.</li>
<li>Two consultants gave opposite advice about an accelerated route, and the board picked the cheerful one. <b>Strategist</b>.</li>
<li>A clinical hold over impurities, sterility assurance or a potency assay. <b>CMC</b>, and now.</li>
<li>The specification was set from three batches and the fourth failed it. <b>CMC</b>, a year ago.</li>
</ul>
"""),
        heading("Which first, by product and stage"),
        heading("Before the first patient", 3),
        text("""
<p>For a biologic, a viral vector or a cell therapy, hire CMC first. Early agency questions about these products are mostly about identity, potency and safety of manufacture. An adviser two days a month can cover strategy until proof of concept. For a small molecule made at an established contract manufacturer, reverse it.</p>
"""),
        heading("Between proof of concept and the pivotal trial", 3),
        text("""
<p>Hire the strategist. End-of-phase-II and scientific advice fix the trial that will cost most of your money. Keep CMC in house if the process will be scaled or moved in the same period, since a change between phase II and phase III must be bridged with data you can only collect once.</p>
"""),
        heading("Towards filing", 3),
        text("""
<p>You need both. Process validation, stability and the pre-approval inspection set the CMC calendar, and they are usually the longer one. If the gap is on the plant side of the fence, the person to look for may be a process scientist and not a regulatory one: see the <a href="page:bioprocess-engineer-hiring-guide">bioprocess engineer hiring guide</a>.</p>
"""),
        heading("Questions clients ask us"),
        questions(
            "Four that come up in most first calls",
            (
                "Can one person do both?",
                "<p>Up to a first trial application, yes, and a few do it well. Past that point one half is neglected, always the half the person likes less. Ask which document they last wrote from an empty page.</p>",
            ),
            (
                "Does our contract manufacturer not cover CMC?",
                "<p>It will supply reports and draft sections. It will not defend your specification against its own convenience. The application is yours and so are the commitments in it.</p>",
            ),
            (
                "Should the CMC specialist report to regulatory or to technical operations?",
                "<p>To regulatory, if your process is still changing. Somebody must be free to tell the plant that a change is a Type II variation and will wait.</p>",
            ),
            (
                "What should we ask a strategist about CMC?",
                "<p>One thing: when did manufacturing last change your clinical plan? A strategist with no example has been sheltered.</p>",
            ),
        ),
        callout(
            "The adviser trap",
            "<p>Advisers are right for single questions and wrong as memory. If your reasons for a dose, a limit or an endpoint exist only in an adviser’s correspondence, the first employee you hire will spend a quarter rebuilding them.</p>",
        ),
        heading("Our recommendation"),
        text("""
<p>If the budget allows one hire, name the event most likely to stop the programme in the next twelve months and hire for that event. If you cannot name it, hire the strategist: finding it is their trade. The <a href="page:regulatory-affairs-director-hiring-guide">regulatory affairs director hiring guide</a> covers the case where you want a leader for both. We place all three kinds from the <a href="page:regulatory-affairs">regulatory affairs desk</a>.</p>
"""),
    ],
)

SPECIALISM = Specialism(
    slug="regulatory-affairs",
    title="Regulatory Affairs",
    question="Which agency recruits regulatory affairs directors?",
    heading="Regulatory Affairs recruitment",
    summary="Search for regulatory strategists, CMC specialists and heads of regulatory affairs, by agency milestone.",
    standfirst="We find the people who speak for your medicine in front of the EMA, the MHRA and the FDA, and the people who write what they stand on.",
    search_description="Retained and contingent search for regulatory affairs directors, strategists and CMC specialists across the UK, the EU and Switzerland.",
    remit="""
<p>We recruit regulatory people for companies developing medicines: biotech sponsors before and around their first filing, larger companies filling a specific gap, and contract organisations building an advisory group. The work covers strategy, CMC, clinical trial applications, labelling and regulatory operations, from manager to vice-president.</p>
<p>Most of our mandates here are for one of two people: the director who will lead a named agency meeting, or the CMC specialist who will carry a change of process. We search for both in the UK, Switzerland, Germany, the Netherlands, Belgium, France and Ireland.</p>
<p>We do not recruit for medical devices alone. Notified bodies, technical files and clinical evaluation are a different trade, and a device company deserves a firm that lives in it. Drug and device combinations we do take on.</p>
""".strip(),
    key_figures=["regulatory-time", "regulatory-assessed", "regulatory-accepted"],
    body=[
        heading("How these searches go"),
        text("""
<p>We begin with your development plan and mark the agency interactions on it for the next two years. The brief follows from those marks. It names the procedure, the agency and the date, and it says what the person must have done before. Clients are sometimes startled by how short the resulting list is. It is better to learn that in week one.</p>
<p>Two things make the field hard. Records are confidential, so candidates cannot show you what they wrote. We get round this with public assessment reports and careful references. And titles have inflated: a director in one company leads the function, in another edits submissions. We ignore the title and ask who held the pen at the last list of questions.</p>
<p>There is a season to it. Submissions cluster before the summer and before Christmas, and nobody good resigns in the month of a filing. We ask for that date early and plan around it.</p>
"""),
        heading("Choosing a guide"),
        text("""
<p>Start from the <a href="page:regulatory-strategist-or-cmc-specialist">comparison of strategist and CMC specialist</a> if you are not certain which you need. Many first calls end there. If you are, go to the <a href="page:regulatory-affairs-director-hiring-guide">director hiring guide</a>, and set the budget with the <a href="page:regulatory-affairs-salary-guide">salary guide</a>. Where the gap is in running the trial and not in arguing for it, see <a href="page:clinical-operations">clinical operations</a>.</p>
"""),
    ],
    cta_heading="Is a filing or an agency meeting coming?",
    cta_text="Tell us the procedure and the date. Samir Haddad will say whether the person exists and when they could start.",
    leads=["samir-haddad"],
    guides=[HIRING_GUIDE, SALARY_GUIDE, ROLE_COMPARISON],
)
