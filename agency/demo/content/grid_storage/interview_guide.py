"""Power systems engineer interview guide."""

import datetime

from agency.demo.vocabulary import Guide, heading, interview_questions, table, text

GUIDE = Guide(
    kind="interview_guide",
    slug="power-systems-engineer-interview-guide",
    role="Power Systems Engineer",
    title="Interviewing a power systems engineer",
    question="What should I ask a power systems engineer in an interview?",
    short_title="Power systems interview",
    summary="A half-day interview built on one single-line diagram, with questions, answers to listen for and a scoring grid.",
    standfirst="Software names on a CV tell you what an engineer has opened. One diagram and three conversations tell you what they would decide.",
    search_description="A half-day interview plan for power systems engineers: a 132 kV battery case, EMT and grid-forming questions, scoring grid, what to leave out.",
    reviewer="henrik-sand",
    reviewed_on=datetime.date(2026, 7, 20),
    guide_heading="An interview you can run next week",
    guide_intro="You need one engineer who has done the work on your side. If you have none, borrow your owner's engineer for an hour.",
    also_supports=["offshore-wind"],
    body=[
        heading("Half a day, three conversations"),
        table(
            "The plan",
            ["Part", "Minutes", "With", "It tests"],
            ["Case", "60", "Lead engineer and a peer", "What they ask before they calculate"],
            ["Their own study", "45", "Lead engineer", "What was truly theirs"],
            ["The date", "30", "Project director", "Whether they can say no and be useful"],
            note="Timings illustrative for this demonstration site.",
        ),
        text(
            """
<p>Hold all three on one day. Candidates in this field are often in a long notice period and three other processes; a second visit costs you a fortnight.</p>
"""
        ),
        heading("The case: 100 MW at a weak node"),
        text(
            """
<p>Hand over one sheet: a 100 MW battery, two 33/132 kV transformers, 18 km of 132 kV cable, the fault level at the connection point, and
a solar farm on the same busbar. Do not say which country. In England and Wales 132 kV is distribution, in Scotland it is transmission, and a good
engineer asks. Then, in this order:</p>
<ol>
<li><b>What do you want to know first?</b> Listen for: where the reactive range is measured, the fault level with circuits out, what else is contracted nearby.</li>
<li><b>Can the inverters meet the reactive range?</b> Cable charging helps one side and hurts the other. Transformer losses and tap range belong in the answer.</li>
<li><b>How strong is this node?</b> Plain short-circuit ratio flatters it, because the solar farm's inverters share the same strength. They should want a weighted measure.</li>
<li><b>What do you tell the project director today?</b> Two sentences. Somebody who cannot do this will be overruled for years.</li>
</ol>
"""
        ),
        heading("Questions that separate"),
        interview_questions(
            "Ask, then listen for this",
            (
                "When do you insist on an EMT model?",
                "Choice of tool",
                "When fast controls decide the result: weak grid, converters close together, series compensation nearby, or the operator requires it. RMS tools average those controls away.",
                "“Always, to be safe.” It costs months.",
            ),
            (
                "Energising the transformers breaks the voltage step limit. What now?",
                "Remedies, and who pays",
                "Point-on-wave switching, energising one at a time, a different running arrangement, pre-insertion resistors. In Great Britain they name P28, and ask who pays.",
                "A larger transformer.",
            ),
            (
                "What changes if the inverters are grid-forming?",
                "Physics behind the word",
                "They act as a voltage behind an impedance, so response is immediate instead of measured. It needs current and energy headroom, and behaviour at the current limit must be shown.",
                "“Virtual inertia”, and nothing after it.",
            ),
            (
                "Measured harmonics exceed the limit at compliance. Whose are they?",
                "Evidence before equipment",
                "Asks for the background measurement taken before connection, then for cable resonance. G5/5 comes up.",
                "A filter, straight away.",
            ),
        ),
        heading("Let them defend a study"),
        text(
            """
<p>Ask for one study they signed, shown on their screen or redacted. Which assumption does the result lean on most? Who supplied the inverter model, and what was it
validated against? What did the network operator send back? Never ask for the model file. An engineer who sends you a client's model will one day send yours.</p>
"""
        ),
        heading("Score before you talk"),
        table(
            "Three marks each, written alone",
            ["Skill", "Below the line", "At the line", "Above it"],
            ["Framing", "Calculates at once", "Asks for fault level and range", "Finds the missing datum"],
            ["Method", "One tool for everything", "Chooses RMS or EMT with reasons", "Knows what each hides"],
            ["Ownership", "“We” throughout", "Names own decisions", "Names own mistake and its cost"],
            ["Advice", "Hedges", "Gives a date and a risk", "Offers a cheaper option"],
        ),
        text(
            """
<p>One “below” in ownership ends it. One “below” in method is a training question if the rest is strong.</p>
"""
        ),
        heading("Leave these out"),
        text(
            """
<ul>
<li><b>Software quizzes.</b> PowerFactory to PSS/E takes weeks. PSCAD takes longer, because EMT is another way of thinking; test the thinking.</li>
<li><b>Deriving Newton–Raphson.</b> It rewards recent graduates.</li>
<li><b>Control-system security.</b> It matters, and it is another job: see <a href="page:security-engineer-hiring-guide">hiring a security engineer</a>.</li>
</ul>
<p>Not sure a studies engineer is what you need? The <a href="page:grid-connection-engineer-hiring-guide">grid connection engineer hiring guide</a> sorts the three jobs.
The <a href="page:battery-storage-market-map">battery storage market map</a> says where to find them, and <a href="page:grid-storage">Grid &amp; Storage</a> how we search.</p>
"""
        ),
    ],
)
