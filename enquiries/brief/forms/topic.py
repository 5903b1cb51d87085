"""What the forms of all topics have in common."""

from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from agency.models import BrandSettings
from enquiries.models import Brief

ACTIONS = HTML("{% include 'enquiries/brief/actions.html' %}")


class TopicForm(forms.ModelForm):
    """The answers to one topic of a brief. Nothing is saved by it: see ``enquiries.brief.drafts``.

    Every answer may be left out but the few without which there is no mandate: those say so beside the field.
    """

    all_optional = True
    """So the single field need not say it."""

    pairs: ClassVar[list[tuple[str, str]]] = []
    """Fields that stand side by side."""

    shown = forms.Field(required=False, widget=forms.HiddenInput)
    """Stamp of the answers that were saved when the form was shown: not the client's to get right, so no validators."""

    def __init__(self, *args: Any, brand: BrandSettings, **kwargs: Any) -> None:
        """A form that knows the brand whose client fills it in."""
        super().__init__(*args, **kwargs)
        self.brand = brand
        self.helper = FormHelper()
        self.helper.form_class = "mandate-form"
        self.helper.form_action = ""  # where it is, with what the address says about the way back
        self.helper.disable_csrf = True  # no session, no cookie: see docs/decisions/0005
        self.helper.attrs = {"novalidate": True, "data-once": True}
        self.helper.layout = Layout("shown", *self.layout(), ACTIONS)

    def offer(self) -> None:
        """Look up what can be chosen. Whoever only reads the questions need not."""

    def layout(self) -> list[Any]:
        """The fields in order, pairs side by side."""
        second = {right: left for left, right in self.pairs}
        first = dict(self.pairs)
        return [
            Div(name, first[name], css_class="two") if name in first else name
            for name in self.names()
            if name not in second
        ]

    @classmethod
    def names(cls) -> list[str]:
        """The answers of the topic, by the fields of a ``Brief``."""
        return list(cls._meta.fields or ())

    class Meta:
        model = Brief
        fields: ClassVar[list[str]] = []
