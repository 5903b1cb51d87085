"""Job descriptions to take away."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue, TextBlock


class JobDescriptionValue(StructValue):
    """The description in parts for the page, and as plain text to copy."""

    @property
    def parts(self) -> list[tuple[str, list[str]]]:
        """What is filled in: each part's heading with its lines; one line is a paragraph, several are a list."""
        named = [
            (_("Mission"), [self["mission"]]),
            (_("Outcomes in the first 12 months"), self["outcomes"]),
            (_("Must have"), self["must_have"]),
            (_("Nice to have"), self["nice_to_have"]),
            (_("Reports to"), [self["reports_to"]]),
            (_("How we hire"), self["process"]),
        ]
        filled = [(str(name), [line.strip() for line in lines if line and line.strip()]) for name, lines in named]
        return [(name, lines) for name, lines in filled if lines]

    @property
    def lists(self) -> set[str]:
        """The names of the parts that are lists even with one line."""
        return {str(name) for name in (_("Outcomes in the first 12 months"), _("Must have"), _("Nice to have"))}

    @property
    def plain_text(self) -> str:
        """All of it as plain text."""
        return "\n".join(self._lines()).strip()

    def _lines(self) -> Iterator[str]:
        yield from (self["title"] or "", "")
        for name, lines in self.parts:
            yield name.upper()
            bullet = "- " if len(lines) > 1 or name in self.lists else ""
            yield from (f"{bullet}{line}" for line in lines)
            yield ""


class JobDescriptionBlock(StructBlock):
    """A job description for readers to adapt, with its plain text to copy."""

    title = CharBlock(label=_("Role"), max_length=100, help_text=_("The title people search for."))
    mission = TextBlock(
        label=_("Mission"), max_length=600, rows=3, help_text=_("Why the seat exists, in two or three sentences.")
    )
    outcomes = ListBlock(
        CharBlock(label=_("Outcome"), max_length=240),
        label=_("Outcomes in 12 months"),
        min_num=1,
        max_num=8,
        help_text=_("What is true in a year that is not true today. Each can be checked."),
    )
    must_have = ListBlock(
        CharBlock(label=_("Requirement"), max_length=240),
        label=_("Must have"),
        min_num=1,
        max_num=8,
        help_text=_("What a stage of your process tests. Four are plenty."),
    )
    nice_to_have = ListBlock(
        CharBlock(label=_("Wish"), max_length=240, required=False),
        label=_("Nice to have"),
        default=[],
        max_num=8,
        help_text=_("What can be learned in the seat. Leave it empty if you can."),
    )
    reports_to = CharBlock(
        label=_("Reports to"),
        required=False,
        max_length=160,
        help_text=_("The title above, and who else they answer to."),
    )
    process = ListBlock(
        CharBlock(label=_("Stage"), max_length=240, required=False),
        label=_("Process"),
        default=[],
        max_num=8,
        help_text=_("The stages of your process, with how long each takes."),
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Job description")
        label_format = "{title}"
        description = _("A job description to adapt, which readers can copy as text.")
        template = "blocks/job_description.html"
        value_class = JobDescriptionValue
        preview_value = {
            "title": "Senior Machine Learning Engineer",
            "mission": "Keep the model that accepts card payments right, fast and cheap enough to defend.",
            "outcomes": ["Retraining is scheduled and trusted", "One measured change is live by day 90"],
            "must_have": ["Has kept a model in production for a year", "Writes Python that others maintain"],
            "nice_to_have": ["Has worked with delayed labels"],
            "reports_to": "Head of Risk Engineering",
            "process": ["A call, 45 minutes", "A work sample, two hours", "Half a day with the team"],
        }
