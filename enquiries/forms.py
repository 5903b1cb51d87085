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
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from phonenumber_field.formfields import PhoneNumberField

from agency.models import BrandSettings
from enquiries import notices
from enquiries.answers import Topic, answered
from enquiries.fields import AddressField, LineField, ProseField
from enquiries.intake import Source
from enquiries.models import Mandate, PrivacyNotice
from enquiries.models.consent import Purpose
from enquiries.models.mandate import Timing
from enquiries.privacy import Answer
from specialisms.models import SpecialismPage

PURPOSE = gettext_lazy("We use what you tell us to answer you, and for nothing else that you have not ticked.")
"""What answers are used for, as forms say it."""

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


class MandateForm(forms.ModelForm):
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
    name = LineField(
        label=gettext_lazy("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Enter your name")},
    )
    company = LineField(
        label=gettext_lazy("Company"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": gettext_lazy("Enter the company you are hiring for")},
    )
    email = AddressField(
        label=gettext_lazy("Work email"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Enter your work email, like name@company.com"),
            "invalid": gettext_lazy("Enter your work email, like name@company.com"),
        },
    )
    telephone = PhoneNumberField(
        label=gettext_lazy("Telephone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=gettext_lazy("If you would rather be called. With the country code if it is not ours."),
        error_messages={"invalid": gettext_lazy("Enter a telephone number, like 020 7946 0018 or +49 30 901820")},
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
    key = forms.Field(required=False, widget=forms.HiddenInput)
    notice = forms.Field(required=False, widget=forms.HiddenInput)  # none is the client's to get right: no validators
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
        cast(PhoneNumberField, self.fields["telephone"]).region = brand.telephone_country or None
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

    @property
    def purpose(self) -> str:
        """What the answers are used for, as the form says it."""
        return str(PURPOSE)

    @cached_property
    def notice_shown(self) -> PrivacyNotice | None:
        """The version of the privacy notice that the form names when it is shown now."""
        return notices.current(self.brand)

    @property
    def notice_seal(self) -> str:
        """That version, for the form to bring back: another may be published while the client types."""
        return notices.seal(self.notice_shown) if self.notice_shown else ""

    def answers(self) -> list[Answer]:
        """What the client agreed to, in the words and beside the version of the privacy notice that they saw."""
        notice = notices.sealed(self.cleaned_data["notice"] or "")
        return [
            Answer(Purpose.ANSWER, True, self.purpose, notice),
            Answer(Purpose.MARKETING, self.cleaned_data["marketing"], str(self.fields["marketing"].label), notice),
        ]

    def said(self) -> list[Topic]:
        """What the client wrote, as the form showed it, for the receipt."""
        names = self._meta.fields or ()
        return [Topic(title=_("The request"), answers=answered(self, names, self.cleaned_data))]
