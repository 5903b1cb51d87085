"""What stands beside the button that sends a brief."""

from typing import Any

from django import forms
from django.utils.functional import cached_property

from agency.models import BrandSettings
from enquiries import notices
from enquiries.forms import PURPOSE
from enquiries.models import PrivacyNotice
from enquiries.models.consent import Purpose
from enquiries.privacy import Answer


class SendForm(forms.Form):
    """What the client has looked at, and what they agree to by sending it. Neither is theirs to get right."""

    shown = forms.Field(required=False, widget=forms.HiddenInput)
    notice = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, brand: BrandSettings, **kwargs: Any) -> None:
        """A form that knows whose privacy notice it names."""
        super().__init__(*args, **kwargs)
        self.brand = brand

    @property
    def purpose(self) -> str:
        """What the answers are used for."""
        return str(PURPOSE)

    @cached_property
    def notice_shown(self) -> PrivacyNotice | None:
        """The version of the privacy notice that is named when the page is shown now."""
        return notices.current(self.brand)

    @property
    def notice_seal(self) -> str:
        """That version, for the page to bring back."""
        return notices.seal(self.notice_shown) if self.notice_shown else ""

    def agreed(self) -> Answer:
        """What the client agreed to, beside the version of the privacy notice that they saw."""
        return Answer(Purpose.ANSWER, True, self.purpose, notices.sealed(self.cleaned_data["notice"] or ""))
