"""The plain pages of the demo agency: about, how a search works, fees, privacy and accessibility."""

from agency.demo.vocabulary import Plain, callout, checklist, facts, heading, questions, table, text

ABOUT = Plain(
    slug="about",
    title="About us",
    summary="A specialist search firm in London: eight consultants, three sectors, and a rule that the person who sells a search runs it.",
    standfirst="Throughline Partners finds specialists and their leaders in technology, energy and life sciences, in the UK and continental Europe.",
    search_description="Throughline Partners is a London search firm for technology, energy transition and life sciences: who we are, how we work and what we decline.",
    body=[
        heading("What we do"),
        text(
            """
<p>We run retained and contingent searches, and find interim managers, in three sectors: <a href="page:technology">Technology</a>,
<a href="page:energy-transition">Energy Transition</a> and <a href="page:life-sciences">Life Sciences</a>. Each sector is divided into fields small enough for one
consultant to know most of the people in it. The <a href="page:specialisms">directory of specialisms</a> lists them all.</p>
<p>Our clients are hiring leaders: chief technology officers, project directors, heads of clinical operations. Most have hired before. They come to us when the pool is
small, when the role is new to them, or when a first attempt has failed.</p>
"""
        ),
        heading("How the firm is built"),
        facts(
            ("Consultants", "8", "Illustrative, all of them lead searches, Q3 2026"),
            ("Searches each", "4–6", "Illustrative, at one time, Q3 2026"),
            ("Repeat clients", "7 in 10", "Illustrative, last twelve months, Q3 2026"),
        ),
        text(
            """
<p>There is no sales team. The consultant who takes your brief writes to candidates, interviews them and sits with you when you decide. Nobody carries more searches than they can describe without
notes. You can read about each of us on the <a href="page:consultants">consultants page</a>.</p>
"""
        ),
        heading("What we hold to"),
        text(
            """
<ul>
<li><b>Evidence before names.</b> We test the role against the market before we approach anyone, and tell you if it does not exist.</li>
<li><b>The same facts to both sides.</b> Candidates hear about the hard parts of the job from us, in the first call.</li>
<li><b>A written reason.</b> Everyone on a shortlist, and everyone you turn down after meeting, gets one.</li>
<li><b>We publish what we know.</b> Our guides are free, and each is signed off by the consultant who works in that field.</li>
</ul>
"""
        ),
        heading("What we leave to others"),
        text(
            """
<p>We do not fill volume roles, sell advertising space, supply candidate lists or recruit from a client we are working for. If a local firm or your own team would do the job better, we say so. The reasons we decline a search
are set out under <a href="page:how-a-search-works">how a search works</a>, and what it costs under <a href="page:fees">fees</a>.</p>
"""
        ),
        callout(
            "This is a demonstration",
            """
<p>Throughline Partners is an invented agency. It exists to show Throughline, an open-source website for specialist recruiters. The consultants and their quotations are fictional and every
figure is illustrative. The advice in the guides is written to be useful all the same; check rules and pay for yourself before relying on them.</p>
""",
        ),
    ],
)

HOW_A_SEARCH_WORKS = Plain(
    slug="how-a-search-works",
    title="How a search works",
    summary="Four stages over eleven weeks, what we do and what you do in each, and the searches we decline before they start.",
    standfirst="Brief, Evidence, Shortlist, Close. Each stage ends with something on paper and a decision that is yours.",
    search_description="How a retained search runs at Throughline Partners: brief, evidence, shortlist and close, your part in each, the weeks, and what we turn down.",
    body=[
        heading("The four stages"),
        table(
            "A retained search, week by week",
            ["Stage", "Weeks", "You receive", "You decide"],
            ["Brief", "1–2", "A two-page brief", "Whether this is the job"],
            ["Evidence", "2–4", "A market note and target list", "What to change"],
            ["Shortlist", "4–7", "Four or five people, with reports", "Whom to meet, whom to refuse"],
            ["Close", "7–11", "References, offer advice", "Who, and on what terms"],
            note="Illustrative weeks for this demonstration site. Notice periods come after.",
        ),
        heading("Brief"),
        text(
            """
<p>Send the form on this site: the role, what you need, and when. The consultant who leads that field reads it and replies within one working day. We then talk for an hour with you and separately
with one person who will work beside the hire. We write the job as outcomes after a year, with its authority, its pay and its hard parts.</p>
<p><b>Your part:</b> two hours, a pay range you can honour, and the name of whoever can say no at the end.</p>
"""
        ),
        heading("Evidence"),
        text(
            """
<p>Before approaching candidates we ask five to eight people who know the field whether the job exists as written. We return with a note: how many people do this work, where they sit, what they earn, what
will put them off. About one brief in three changes here (illustrative). It is the cheapest time to change it.</p>
<p><b>Your part:</b> one meeting. Bring the person who set the budget.</p>
"""
        ),
        heading("Shortlist"),
        text(
            """
<p>We approach, interview and compare. You get one report per person: what they did, what we doubt, what they want and how notice works. Nobody's details reach you without their
agreement, and your name reaches nobody until you say so.</p>
<p><b>Your part:</b> first meetings inside ten days, and a reason for each refusal within two. Silence loses more candidates than pay does.</p>
"""
        ),
        heading("Close"),
        text(
            """
<p>We help you build the final interview, take references from people who sat across the table, and carry the offer in conversation before it is written. We stay until the person
starts, then speak to you both after thirty and ninety days.</p>
<p><b>Your part:</b> one final round instead of three, a decision in five working days, and a contract ready to send.</p>
"""
        ),
        heading("When we turn a search down"),
        checklist(
            "We decline when",
            "The pay cannot reach the people described, and neither can move",
            "The decision maker will not meet us before we start",
            "Three agencies already have the same brief",
            "The real aim is to learn what a competitor pays",
            "You want only one named person, who works for our client",
            "We would have to hide something the candidate needs to know",
            "Your own team could fill it in a month",
        ),
        text(
            """
<p>We say so within the first week, give the reason and charge nothing. Contingent and interim work is shorter; it skips the market note but never the brief. What each costs is on the
<a href="page:fees">fees page</a>. To see who would answer, look through the <a href="page:specialisms">specialisms</a>.</p>
"""
        ),
    ],
)

FEES = Plain(
    slug="fees",
    title="Fees",
    summary="What retained, contingent and interim work costs, what is included, the guarantee, and what we never charge for.",
    standfirst="Three ways to engage us, with the percentages in the open. All figures are illustrative and exclude VAT.",
    search_description="Throughline Partners fees: retained search in three stages, contingent and interim, with illustrative percentages, guarantee and what is free.",
    body=[
        heading("The three ways to engage us"),
        table(
            "Fees in short",
            ["Terms", "Retained", "Contingent", "Interim"],
            ["Fee", "30% of first-year pay", "24% of first-year pay", "18% on the day rate"],
            ["Paid", "In three stages", "On the start date", "Monthly, on approved days"],
            ["Suits", "Small pools, leaders, confidence", "Known roles, wide pools", "Gaps of 3–12 months"],
            ["Guarantee", "Six months", "Twelve weeks", "Replacement in ten days"],
            note="Illustrative figures for this demonstration site",
        ),
        text(
            """
<p>First-year pay means base salary and guaranteed bonus. It does not include equity, benefits, or bonus that may never be paid.</p>
"""
        ),
        heading("Retained, in three stages"),
        text(
            """
<ol>
<li><b>One third</b> when you approve the brief.</li>
<li><b>One third</b> when you accept the shortlist. Accept means you agree to meet at least three people on it.</li>
<li><b>One third</b> when a candidate signs.</li>
</ol>
<p>We fix the fee at the middle of your pay range on the first day. If the offer goes up, our fee does not. You may stop after any stage and owe nothing further; the market note
and the reports stay with you.</p>
"""
        ),
        heading("Contingent"),
        text(
            """
<p>You pay only if someone we introduced starts. We take this work where we already know the pool, and we ask for three weeks on our own before another agency joins. An introduction counts for six months.</p>
"""
        ),
        heading("Interim"),
        text(
            """
<p>The invoice shows the interim's rate and our margin on separate lines. In the UK you decide employment status under IR35 if you are a medium-sized or large company; we
supply the facts you need for the determination.</p>
<p>If you later want to employ the interim, you may choose thirteen more weeks of hire with no further fee, or a transfer fee of 15% of first-year pay (illustrative). Once the period
set by the Conduct Regulations has passed, there is none.</p>
"""
        ),
        heading("What is included"),
        text(
            """
<p>The brief, the market note, all approaches and interviews, a written report on each person, references, offer advice, and calls after thirty and ninety days. The
stages are described under <a href="page:how-a-search-works">how a search works</a>.</p>
"""
        ),
        heading("The guarantee"),
        questions(
            "If it does not work out",
            (
                "What if a retained hire leaves?",
                "<p>If the person leaves or is dismissed within six months, we search again for no further fee.</p>",
            ),
            (
                "What if a contingent hire leaves?",
                "<p>We refund the whole fee in the first four weeks, half to the end of week eight, a quarter to the end of week twelve.</p>",
            ),
            (
                "When does it not apply?",
                "<p>If the job was abolished or changed beyond the brief, or our invoice is more than thirty days overdue.</p>",
            ),
        ),
        heading("What we never charge for"),
        checklist(
            "Free, always",
            "Anything at all to a candidate; in the UK the law forbids it too",
            "The first conversation, and our answer if we decline",
            "The guides on this site",
            "A second shortlist when the first missed the agreed brief",
            "A person who was already in your process when we named them",
            "Administration, advertising or databases",
            "Travel, unless you approved the sum in writing",
        ),
    ],
)

PRIVACY = Plain(
    slug="privacy",
    title="Privacy notice",
    summary="What happens to the details you send us with a hiring mandate: what we hold, why, who sees it, how long, and your rights.",
    standfirst="What happens to what you tell us about a hiring mandate. This is the notice of a demonstration agency: please do not send real personal details.",
    search_description="Privacy notice of Throughline Partners, a demonstration agency: what a mandate holds, who sees it, how long it is kept and how to erase it.",
    body=[
        heading("What this notice covers"),
        text(
            """
<p>It covers people who visit this site or send a hiring mandate by its form. Throughline Partners, London, is the controller. It is an invented agency: this notice shows
what a real one would tell you, and addresses ending in .example receive no mail. Candidates get a separate notice when we first write to them.</p>
<p>Contact: privacy@throughline.example. We have no data protection officer, since the law does not require one of us.</p>
"""
        ),
        heading("What we collect"),
        table(
            "What a mandate holds",
            ["What", "Needed?", "Used to"],
            ["Role, and what you need", "Yes", "Judge whether and how we can help"],
            ["Company", "Yes", "Check conflicts with other clients"],
            ["Name and work email", "Yes", "Reply to you"],
            ["Telephone", "Optional", "Call, if you prefer that"],
            ["When, and the field", "Optional", "Plan the search; find the right consultant"],
            ["The longer brief", "Optional", "Understand the job, the pay and your process"],
            ["Files you attach", "Optional", "Read what you have written already"],
        ),
        text(
            """
<p>We also keep the time it arrived, the page you came from, what happened to it since, our notes and our correspondence. You need not send anything, but without the required
answers we cannot reply. Please leave out the names and circumstances of other people, such as the present holder of the job.</p>
<p>For each thing you agree to or take back we keep what it was for, the words you were shown, the version of this notice, the time, the language, the page, and whether it was by form or by link. That
is how we can show what you agreed to.</p>
"""
        ),
        heading("Why, and our lawful bases"),
        text(
            """
<ul>
<li><b>To read, answer and follow up your mandate:</b> legitimate interests, UK GDPR Article 6(1)(f). You asked; we both want an answer.</li>
<li><b>To agree a contract with you as an individual,</b> if you hire in your own name: Article 6(1)(b).</li>
<li><b>To keep the records an employment agency must keep:</b> legal obligation, Article 6(1)(c).</li>
<li><b>To protect the site and defend legal claims:</b> legitimate interests.</li>
<li><b>To send you new guides in your field,</b> only if you ticked the box: consent, Article 6(1)(a).</li>
</ul>
<p>We sell no data. A program of our own estimates whether a message is spam; it asks no outside service and deletes nothing, and people look at what it holds back.</p>
"""
        ),
        heading("Who sees it"),
        text(
            """
<p>Only the consultants who lead the specialism, those they assign, and the partners who oversee all mandates. One that you mark confidential is open to the people named on it and whoever answers, and its room
shows you who opened it and when. Candidates learn who you are only when you agree.</p>
<p>The mail that tells us about a mandate contains nothing you wrote; we sign in to read it. Files lie under random names where no web address reaches them, and are handed out only to those who may see the mandate. Our hosting
and mail providers process data on our instructions, under contract, in the UK.</p>
<p>This site can also announce new mandates to another system of the agency that runs it. We have set up no such system; if we do, this notice will name it first.</p>
"""
        ),
        heading("Your room, and its link"),
        text(
            """
<p>The mail with your reference holds a link to the mandate's room: where it stands, what you sent, what you agreed to. You need no account, and whoever has the link can open it, so keep the mail to yourself. A link works for 60
days. You can close all links of a mandate, and ask for a new one, which goes only to the address the mandate came from.</p>
"""
        ),
        heading("How long we keep it"),
        text(
            """
<p>24 months after our last contact with you, then we delete it (illustrative policy). If it becomes a search, the contract and invoices stay for six years, for tax.</p>
<p>You can erase a mandate yourself at any time, in its room: your answers, files, consents and its history go at once. What stays is its reference, which names nobody, and the days it was sent and erased. Copies in our
backups go when the backups are replaced, within 30 days (illustrative policy).</p>
"""
        ),
        heading("New guides by mail"),
        text(
            """
<p>If you ticked the box, our first mail holds a link that stops them. It never expires, needs one click and one button, and goes for everything sent to us from your address. Your mandate stays as it is.</p>
"""
        ),
        heading("Cookies and tracking"),
        text(
            """
<p>The public site sets no cookies, runs no analytics and loads no third-party scripts. Staff who sign in get a session cookie. The web server logs requests for pages with their internet address, for
security, and deletes them after 30 days (illustrative policy). It logs no request to the mandate form or a room.</p>
"""
        ),
        heading("Your rights"),
        text(
            """
<p>You may ask for a copy of your data, have it corrected or erased, restrict its use, object to use based on legitimate interests, and, where a contract or consent is the basis, take it elsewhere. The room gives you a copy and erases
without asking us. For all else write to us; it is free, and we answer within one month.</p>
"""
        ),
        heading("Complaints"),
        text(
            """
<p>Tell us first if you can: we acknowledge a complaint within 30 days and report the outcome without undue delay. You may also complain to the Information Commissioner's Office (ICO), ico.org.uk, 0303 123 1113, or in
the EU to your national authority.</p>
"""
        ),
        heading("Changes"),
        text(
            """
<p>Each version of this notice has a number and keeps an address of its own, so you can always read the one you were shown; the mandate form names it. See also <a href="page:accessibility">accessibility</a> and
<a href="page:about">about us</a>.</p>
"""
        ),
    ],
)

ACCESSIBILITY = Plain(
    slug="accessibility",
    title="Accessibility",
    summary="What this site does to be usable by everyone, how we test it, the limits we know of, and how to tell us about a problem.",
    standfirst="We aim for WCAG 2.2 at level AA on every public page. Here is what that means in practice, and where we may still fall short.",
    search_description="Accessibility statement of Throughline Partners: WCAG 2.2 AA as the aim, what the site supports, how it is tested, known limits, contact.",
    body=[
        heading("What the site does"),
        text(
            """
<ul>
<li><b>Keyboard.</b> Everything can be reached and used without a mouse, in the order you read it, with a focus outline you can see.</li>
<li><b>No JavaScript needed.</b> Reading, finding a page and sending a mandate all work without it.</li>
<li><b>Zoom and reflow.</b> Text can be enlarged to 400% and pages narrowed to 320 pixels without loss. Only wide tables scroll sideways, inside their own frame.</li>
<li><b>Dark mode.</b> The site follows the setting of your device and keeps its contrast in both.</li>
<li><b>Motion.</b> Nothing plays or moves by itself.</li>
<li><b>Print.</b> A printed guide drops the navigation and keeps the tables, the checklists and the date of review.</li>
<li><b>Structure.</b> Headings follow one another in order, links say where they go, and form errors are written beside the field they concern.</li>
</ul>
"""
        ),
        heading("How we test"),
        text(
            """
<p>Browser tests open every type of page on the site and run the axe rules for WCAG levels A and AA against it. They run on each change, before it is published.</p>
<p>Automated rules find only part of what can go wrong: they can see that a link has a name, not that the name makes sense. So we also read pages and send the
form by keyboard alone, at high zoom, and on paper.</p>
"""
        ),
        heading("Limits we know of"),
        text(
            """
<ul>
<li>The site has not been audited by an outside body or tested with a panel of disabled people. Until it is, we call AA our aim and claim no more.</li>
<li>A comparison table of four or five columns is hard work at high zoom. We keep cells short and say the main point in the text.</li>
<li>Guides use trade terms and abbreviations that are not always spelled out.</li>
<li>The working area behind the staff sign-in is not covered by this statement.</li>
</ul>
"""
        ),
        heading("If something does not work for you"),
        text(
            """
<p>Write to access@throughline.example. Say which page it was, what you tried to do, and the browser or assistive technology if you know it. We reply within five working days (illustrative policy).
If you need a guide in another form, such as plain text or large print, ask. If you would rather not use the form, send your brief in the same message.</p>
<p>In Great Britain, if our answer does not settle it, the Equality Advisory and Support Service can help.</p>
"""
        ),
        heading("About this statement"),
        text(
            """
<p>Prepared on 2 November 2026, from our own tests. Throughline Partners is a demonstration agency and its .example addresses receive no mail; see <a href="page:about">about us</a>. How we treat what you
send is in the <a href="page:privacy">privacy notice</a>.</p>
"""
        ),
    ],
)

PAGES = (ABOUT, HOW_A_SEARCH_WORKS, FEES, PRIVACY, ACCESSIBILITY)
