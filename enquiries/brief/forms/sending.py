"""What stands beside the button that sends a brief."""

from typing import Any

from django import forms

from agency.models import BrandSettings
from enquiries.consent_form import ConsentFields


class SendForm(ConsentFields):
    """What the client has looked at, and what they agree to by sending it. Neither is theirs to get right."""

    shown = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, brand: BrandSettings, **kwargs: Any) -> None:
        """A form that knows whose privacy notice it names."""
        super().__init__(*args, **kwargs)
        self.brand = brand
