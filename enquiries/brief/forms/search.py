"""How the search is to be run: on which terms, by whose decision, past whom, and how quietly."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.brief.fields import not_said
from enquiries.brief.forms.topic import TopicForm
from enquiries.fields import ProseField
from enquiries.models.brief import Engagement, Exclusivity, Seat


class EngagementForm(TopicForm):
    """The engagement model."""

    engagement = forms.ChoiceField(
        label=_("How should we work for you?"),
        help_text=_("If you are not sure, say so: the first call is there for it."),
        choices=not_said(Engagement.choices),
        required=False,
        widget=forms.RadioSelect,
    )
    exclusivity = forms.ChoiceField(
        label=_("Who else searches?"),
        choices=not_said(Exclusivity.choices),
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta(TopicForm.Meta):
        fields = ["engagement", "exclusivity"]


class InterviewsForm(TopicForm):
    """Who decides, and how."""

    decision_makers = ProseField(
        label=_("Who decides?"),
        help_text=_("Titles are enough. Who has to agree, and who only has to be heard?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    interviews = ProseField(
        label=_("What does your interview process look like?"),
        help_text=_("Rounds, tasks, who takes part, how long it usually takes."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta(TopicForm.Meta):
        fields = ["decision_makers", "interviews"]


class CompaniesForm(TopicForm):
    """Whom to leave alone."""

    not_to_approach = ProseField(
        label=_("Which companies should we leave alone?"),
        help_text=_("One a line."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    class Meta(TopicForm.Meta):
        fields = ["not_to_approach"]


class ConfidentialityForm(TopicForm):
    """How quietly."""

    confidential = forms.BooleanField(
        label=_("Keep it confidential: only the consultants who answer may open it, and you see in its room who did."),
        required=False,
    )
    nda = forms.BooleanField(
        label=_("I want a non-disclosure agreement before we talk about details."), required=False
    )
    discretion = ProseField(
        label=_("What should we be careful about?"),
        help_text=_("Whom not to call at the office, what not to mention, when your name may be told."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta(TopicForm.Meta):
        fields = ["confidential", "nda", "discretion"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A confidential replacement leaves no choice."""
        super().__init__(*args, **kwargs)
        if self.instance.seat == Seat.CONFIDENTIAL:
            self.initial["confidential"] = True
            self.fields["confidential"].disabled = True
            self.fields["confidential"].help_text = _(
                "You told us that this is a confidential replacement. To change that, go back to the role."
            )
