"""The client: who they are and how to reach them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.brief.fields import not_said
from enquiries.brief.forms.topic import TopicForm
from enquiries.fields import LineField
from enquiries.models.brief import ReachBy
from enquiries.person import PersonFields

MOVING = _(
    "If you change it, a new link to this mandate goes to the new address when you send your brief. The links in mail to "
    "the old one stop working an hour later."
)


class ContactForm(PersonFields, TopicForm):
    """Name, company, and how and when to reach them."""

    reach_by = forms.ChoiceField(
        label=_("How should we answer?"),
        choices=not_said(ReachBy.choices, _("However suits you")),
        required=False,
        widget=forms.RadioSelect,
    )
    reach_when = LineField(
        label=_("When do we reach you best?"),
        help_text=_("Like weekdays after five, London time."),
        max_length=200,
        required=False,
    )

    pairs = [("name", "company")]

    class Meta(TopicForm.Meta):
        fields = ["name", "company", "email", "telephone", "reach_by", "reach_when"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what a change of address brings with it."""
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = MOVING
        self.read_telephones_of(self.brand)
