"""The seat: the role, why it is to be filled, what somebody must bring."""

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.brief.fields import LinesField, not_said
from enquiries.brief.forms.topic import TopicForm
from enquiries.fields import LineField, ProseField
from enquiries.forms import SpecialismChoiceField
from enquiries.models.brief import Seat
from specialisms.models import Level, SpecialismPage

MUST_HAVES = 5
MOST_SEATS = 500


class RoleForm(TopicForm):
    """The role and where it sits."""

    role = LineField(
        label=_("Role"),
        help_text=_("Change it if you like; it can’t be left empty."),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "roles"}),
        error_messages={"required": _("Enter the role you need to fill: without one there is nothing to search for")},
    )
    specialism = SpecialismChoiceField(
        label=_("Field"),
        queryset=SpecialismPage.objects.none(),
        required=False,
        empty_label=_("I’m not sure, please choose for me"),
        help_text=_("Decides which consultants read it."),
        error_messages={"invalid_choice": _("Choose a field from the list")},
    )
    level = forms.ChoiceField(label=_("Level"), choices=[("", _("Not decided")), *Level.choices], required=False)
    headcount = forms.IntegerField(
        label=_("How many people?"),
        required=False,
        min_value=1,
        max_value=MOST_SEATS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": _("Enter a number, like 1"),
            "min_value": _("Enter 1 or more"),
            "max_value": _("Enter %(limit_value)s or fewer"),
        },
    )
    reports_to = LineField(
        label=_("Who do they report to?"),
        help_text=_("A title is enough, like Chief Technology Officer."),
        max_length=120,
        required=False,
    )
    seat = forms.ChoiceField(
        label=_("Is the seat new?"),
        help_text=_(
            "A confidential replacement makes the whole mandate confidential when you send it: only the consultants who "
            "answer can open it, and you see who did."
        ),
        choices=not_said(Seat.choices),
        required=False,
        widget=forms.RadioSelect,
    )

    pairs = [("level", "headcount")]

    class Meta(TopicForm.Meta):
        fields = ["role", "specialism", "level", "headcount", "reports_to", "seat"]

    def offer(self) -> None:
        """The directory."""
        cast(SpecialismChoiceField, self.fields["specialism"]).queryset = SpecialismPage.objects.for_directory()


class PurposeForm(TopicForm):
    """Why now, and what for."""

    why = ProseField(
        label=_("Why are you hiring now?"),
        help_text=_("What has happened, or is about to."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    need = ProseField(
        label=_("What should this person have achieved after a year?"),
        help_text=_("Two or three outcomes somebody could check. Change it if you like; it can’t be left empty."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say in a sentence what this person should achieve: it is what we search by")},
    )

    class Meta(TopicForm.Meta):
        fields = ["why", "need"]


class MustHavesForm(TopicForm):
    """What somebody must bring, and what would be welcome."""

    must_haves = LinesField(
        label=_("They must have"),
        help_text=_("One a line, five at most, like “has run a team of ten”."),
        count=MUST_HAVES,
        line_length=200,
    )
    nice_to_haves = ProseField(
        label=_("Nice to have"),
        help_text=_("Whatever else you would be glad of."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta(TopicForm.Meta):
        fields = ["must_haves", "nice_to_haves"]
