"""The mandate form."""

import time
import uuid
from dataclasses import dataclass
from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout, Submit
from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agency.models import BrandSettings
from enquiries.answers import Topic, answered
from enquiries.consent_form import ConsentFields
from enquiries.fields import LineField, ProseField
from enquiries.intake import Source
from enquiries.models import Mandate
from enquiries.models.consent import Purpose
from enquiries.models.mandate import Timing
from enquiries.person import PersonFields
from enquiries.privacy import Answer
from specialisms.models import SpecialismPage

KEY_SALT = "mandate-key"
KEY_SECONDS = 24 * 60 * 60
"""A form left open for longer is shown again with a new key before it is accepted."""


@dataclass(frozen=True)
class FormKey:
    """What a form carries: its identity, and the seconds since it was shown empty; None if it was shown filled in."""

    identity: uuid.UUID
    seconds: float | None


def new_key(shown: float | None = None) -> str:
    """A signed, timed idempotency key for one form. ``shown`` is the time it is shown empty, as ``time.time`` counts."""
    return signing.dumps([uuid.uuid4().hex, shown and round(shown, 1)], salt=KEY_SALT)


def read_key(value: str) -> FormKey | None:
    """The key in a form, or None if it is foreign, tampered with or older than a day."""
    try:
        said = signing.loads(value[:300], salt=KEY_SALT, max_age=KEY_SECONDS)
        identity, shown = said if isinstance(said, list) else (said, None)  # forms of earlier versions lie open
        return FormKey(uuid.UUID(identity), None if shown is None else max(0.0, time.time() - shown))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None


class SpecialismChoiceField(forms.ModelChoiceField):
    """The directory as a list, narrower specialisms indented."""

    def label_from_instance(self, page: SpecialismPage) -> str:
        """The title, indented by its level."""
        return "– " * (page.depth - 4) + page.title

    def to_python(self, value: Any) -> SpecialismPage | None:
        """The specialism; numbers too long for SQLite to look for are none either."""
        try:
            return super().to_python(value)
        except OverflowError:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


class MandateForm(PersonFields, ConsentFields, forms.ModelForm):
    """The short request: five answers, the rest optional."""

    role = LineField(
        label=gettext_lazy("Which role do you need to fill?"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "roles"}),
        error_messages={"required": gettext_lazy("Enter the role you need to fill, like Machine Learning Engineer")},
    )
    need = ProseField(
        label=gettext_lazy("What should this person have achieved after a year?"),
        help_text=gettext_lazy("A sentence or two is plenty. No confidential detail needed yet."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say in a sentence what this person should achieve")},
    )
    timing = forms.ChoiceField(
        label=gettext_lazy("When do you need them?"),
        choices=[("", gettext_lazy("Not decided")), *Timing.choices],
        required=False,
    )
    specialism = SpecialismChoiceField(
        label=gettext_lazy("Field"),
        queryset=SpecialismPage.objects.none(),
        required=False,
        empty_label=gettext_lazy("I’m not sure, please choose for me"),
        help_text=gettext_lazy("Decides which consultants read it."),
        error_messages={"invalid_choice": gettext_lazy("Choose a field from the list")},
    )
    confidential = forms.BooleanField(
        label=gettext_lazy("Keep it confidential: only the consultants who answer may open it."), required=False
    )
    marketing = forms.BooleanField(
        label=gettext_lazy("Send me new guides in this field. I can stop at any time."), required=False
    )
    ctx = forms.Field(required=False, widget=forms.HiddenInput)
    key = forms.Field(required=False, widget=forms.HiddenInput)  # neither is the client's to get right: no validators
    subject = forms.Field(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )  # for programs that fill in whatever there is: people neither see nor reach it

    class Meta:
        model = Mandate
        fields = ["role", "need", "name", "company", "email", "telephone", "timing", "specialism", "confidential"]

    def __init__(self, *args: Any, brand: BrandSettings, source: Source, **kwargs: Any) -> None:
        """A form that reads telephone numbers as the brand's country writes them and knows where the client came from."""
        super().__init__(*args, **kwargs)
        self.brand, self.source = brand, source
        self.read_telephones_of(brand)
        cast(SpecialismChoiceField, self.fields["specialism"]).queryset = SpecialismPage.objects.for_directory()
        self.helper = FormHelper()
        self.helper.form_class = "mandate-form"
        self.helper.form_action = "enquiries:mandate"
        self.helper.disable_csrf = True  # see docs/decisions: no cookie, a signed key in the form instead
        self.helper.attrs = {"novalidate": True, "data-once": True}
        self.helper.layout = Layout(
            "ctx",
            "key",
            Div("subject", css_class="unseen", aria_hidden="true"),
            Div(Field("specialism"), css_class="field-group") if not source.page else self._source_layout(),
            "role",
            "need",
            Div("name", "company", css_class="two"),
            "email",
            Div("telephone", "timing", css_class="two"),
            "confidential",
            "marketing",
            HTML("{% include 'enquiries/privacy_line.html' %}"),
            Submit("send", _("Send mandate"), css_class="button"),
        )

    def _source_layout(self) -> Div:
        """Where the client came from, with the field behind "Change"."""
        return Div(HTML("{% include 'enquiries/source.html' %}"), css_class="context")

    def answers(self) -> list[Answer]:
        """What the client agreed to, in the words and beside the version of the privacy notice that they saw."""
        agreed, marketing = self.agreed(), str(self.fields["marketing"].label)
        return [agreed, Answer(Purpose.MARKETING, self.cleaned_data["marketing"], marketing, agreed.notice)]

    def said(self) -> list[Topic]:
        """What the client wrote, as the form showed it, for the receipt."""
        names = self._meta.fields or ()
        return [Topic(title=_("The request"), answers=answered(self, names, self.cleaned_data))]
