"""How each kind of guide opens in the CMS: its headings, notes that say what to write, and the kind's own blocks.

``support_pages.adding`` gives a page that is about to be written its kind; Wagtail's signal ``init_new_page``, which is
sent when the form of a new page is opened, then lays the outline out (``support_pages.wagtail_hooks``). Nothing is
saved until the editor saves, and a page made in any other way (copied, imported, built) is left alone.

The prompts are notes (``support_pages.blocks.note``), which readers never get, whoever publishes and however. The
blocks beside them are empty: a draft keeps them, publishing and moderation refuse them until they are filled or removed.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StreamValue

from support_pages.kinds import Kind
from support_pages.outline_parts import CALL, FACTS, PAY, QUESTIONS, RELATED, TEXT, Laid, note, section, timeline

HIRING_GUIDE: Laid = [
    *section(
        _("What the role owns"),
        _(
            "Say in one sentence what this person answers for. Then the roles it is mixed up with, each linked to its guide."
        ),
    ),
    *section(
        _("When to open the seat, and when not to"),
        _("Two or three conditions that must hold, and the situations in which another hire or none is right."),
    ),
    *section(
        _("Where candidates come from"),
        _(
            "Which employers train them and who answers an approach. Put the figures of one real search in the row of facts."
        ),
        TEXT,
        FACTS,
    ),
    *section(
        _("What the role pays"),
        _("The pay bands of this specialism; choose places and roles. Under them, what moves an offer up or down."),
        PAY,
        TEXT,
    ),
    *section(
        _("How to test for it"),
        _(
            "The two or three things worth testing, in which stage, and how a strong candidate differs from a rehearsed one."
        ),
    ),
    *section(
        _("From mandate to first day"),
        _(
            "The steps as they usually go, with their durations. Correct names and numbers; they are drawn in proportion."
        ),
        timeline(
            _("From mandate to signed offer"),
            (_("Brief"), 3, "days"),
            (_("Search"), 2, "weeks"),
            (_("Interviews"), 2, "weeks"),
            (_("Offer"), 1, "weeks"),
        ),
    ),
    *section(
        _("Before you open the seat"),
        _("What must be settled before the first call. Three to eight lines that can be ticked."),
        ("checklist", {"title": _("Ready when every line is ticked")}),
    ),
    note(_("Two to four guides of ours that a reader of this one needs next.")),
    RELATED,
    note(_("One question the reader is asking now, and what they get by talking to us.")),
    CALL,
]

SALARY_GUIDE: Laid = [
    *section(
        _("How to read these figures"),
        _(
            "Where the figures come from, of when they are, what they count and what they leave out. Say so if illustrative."
        ),
    ),
    *section(
        _("Pay by role, level and place"),
        _("Choose places and currencies. The table keeps itself up to date with the pay bands of the ledger."),
        PAY,
    ),
    *section(
        _("What moves pay up or down"),
        _(
            "The three or four things that make one candidate dearer than the next, each with an amount from the ledger."
        ),
        FACTS,
        TEXT,
    ),
    *section(_("Bonus, equity and benefits"), _("What is usual at which level, and what candidates discount.")),
    *section(
        _("Making an offer that is accepted"),
        _("How to set the number, when to say it, and what to do about a counter-offer."),
    ),
    *section(
        _("Questions about pay"), _("What finance and candidates ask, answered in the first sentence."), QUESTIONS
    ),
    CALL,
]

INTERVIEW_GUIDE: Laid = [
    *section(
        _("What to test, and where"),
        _("The few things that decide success in the seat, each with the one stage that tests it."),
    ),
    *section(
        _("The stages"),
        _("Name the stages with their durations, waiting included: candidates feel the waiting."),
        timeline(
            _("From first conversation to decision"),
            (_("First conversation"), 1, "days"),
            (_("Work sample"), 4, "days"),
            (_("Panel"), 3, "days"),
            (_("Decision"), 2, "days"),
        ),
    ),
    *section(
        _("The first conversation"),
        _("Four to six questions. A scorecard for paper is made of them."),
        ("interview_questions", {"title": _("First conversation, 45 minutes"), "questions": [{}, {}, {}]}),
    ),
    *section(
        _("The work sample"),
        _("The task, how long it takes, what strong work looks like. It must be close to the work and short."),
        TEXT,
        ("interview_questions", {"title": _("Conversation about the work sample"), "questions": [{}, {}]}),
    ),
    *section(
        _("Scores before voices"),
        _("What has to happen before anybody speaks about the candidate."),
        ("checklist", {"title": _("Before the debrief starts")}),
    ),
    note(_("The job description and the hiring guide of the same role, at least.")),
    RELATED,
]

JOB_DESCRIPTION: Laid = [
    *section(
        _("The text, ready to adapt"),
        _("A complete description. Each requirement needs a stage that tests it; each outcome a way to check it."),
        ("job_description", {"outcomes": ["", "", ""], "must_have": ["", "", ""], "process": ["", ""]}),
    ),
    *section(_("Why each part is there"), _("For each part the reason, so that readers change it with open eyes.")),
    *section(
        _("Lines to strike"), _("What drafts for this role usually contain and should not, each with the reason.")
    ),
    *section(_("Changing the level"), _("What differs at the level below and above: scope first, then requirements.")),
    *section(
        _("Before it is published"),
        _("The last reading, as lines that can be ticked."),
        ("checklist", {"title": _("Read it once more for these")}),
    ),
    RELATED,
    CALL,
]

ROLE_COMPARISON: Laid = [
    *section(
        _("Side by side"),
        _(
            "Two to four roles. Choose ours, so that mission and pay come along; name the place and the currency of pay."
        ),
        ("role_comparison", {"roles": [{}, {}]}),
    ),
    *section(
        _("Which one you need"),
        _("Three to five situations as readers would tell them, each with the role that answers it and why."),
    ),
    *section(_("Titles that mislead"), _("Which titles the market uses for which of these roles.")),
    *section(_("What the choice costs"), _("What the roles are paid, and what the wrong choice costs."), PAY, TEXT),
    *section(_("If you may hire only one"), _("Take a side, and say on what it depends.")),
    RELATED,
    CALL,
]

MARKET_MAP: Laid = [
    *section(
        _("Where the people are"),
        _("Count only what you can source. Rename the columns to the types of employer in this field, one row a hub."),
        (
            "market_map",
            {
                "counts": {
                    "caption": "",
                    "columns": [
                        {"type": "hub", "heading": _("Hub")},
                        {"type": "count", "heading": _("Product firms")},
                        {"type": "count", "heading": _("Large employers")},
                        {"type": "count", "heading": _("Research")},
                    ],
                    "rows": [{"values": ["", None, None, None]} for _row in range(3)],
                }
            },
        ),
    ),
    *section(
        _("Pools by problem"),
        _("For each kind of problem the hubs that have solved it, and what the people are like."),
    ),
    *section(
        _("Who moves where"),
        _("Notice, relocation, visas and taxes, with their dates. Figures go in the row of facts."),
        TEXT,
        FACTS,
    ),
    *section(_("What the hubs pay"), _("Choose the places of the map, in its order."), PAY),
    *section(_("How we counted"), _("Method, date, and what the counts cannot tell.")),
    RELATED,
    CALL,
]

OUTLINES: dict[Kind, Laid] = {
    Kind.HIRING_GUIDE: HIRING_GUIDE,
    Kind.SALARY_GUIDE: SALARY_GUIDE,
    Kind.INTERVIEW_GUIDE: INTERVIEW_GUIDE,
    Kind.JOB_DESCRIPTION: JOB_DESCRIPTION,
    Kind.ROLE_COMPARISON: ROLE_COMPARISON,
    Kind.MARKET_MAP: MARKET_MAP,
}


def outline(kind: Kind, body: StreamBlock) -> StreamValue:
    """The outline of a kind as the value of a body."""
    return body.to_python([{"type": name, "value": _plain(value)} for name, value in OUTLINES[kind]])


def _plain(value: Any) -> Any:
    """As it would come from the database: words in the present language."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, int) else str(value)
