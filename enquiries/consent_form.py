"""Asking for consent: what every form says of it, and which version of the privacy notice it shows."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.models import BrandSettings
from enquiries import notices
from enquiries.models import PrivacyNotice
from enquiries.models.consent import Purpose
from enquiries.privacy import Answer

PURPOSE = _("We use what you tell us to answer you, and for nothing else that you have not ticked.")
"""What answers are used for, as forms say it."""


class ConsentFields(forms.Form):
    """What stands above the button (``enquiries/privacy_line.html``), for a form that has a ``brand`` and says what it asks."""

    brand: BrandSettings
    notice = forms.Field(required=False, widget=forms.HiddenInput)  # not the client's to get right: no validators

    @property
    def purpose(self) -> str:
        """What the answers are used for."""
        return str(PURPOSE)

    @cached_property
    def notice_shown(self) -> PrivacyNotice | None:
        """The version of the privacy notice that the form names when it is shown now."""
        return notices.current(self.brand)

    @property
    def notice_seal(self) -> str:
        """That version, for the form to bring back: another may be published while the client types."""
        return notices.seal(self.notice_shown) if self.notice_shown else ""

    def agreed(self) -> Answer:
        """What the client agrees to by sending it, beside the version of the privacy notice that they saw."""
        return Answer(Purpose.ANSWER, True, self.purpose, notices.sealed(self.cleaned_data["notice"] or ""))
