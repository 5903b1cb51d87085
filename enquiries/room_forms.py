"""The small forms around a mandate's room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.fields import AddressField, LineField


class LinkRequestForm(forms.Form):
    """Asks for new links."""

    email = AddressField(
        label=_("The work email you gave us"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter your work email, like name@company.com"),
            "invalid": _("Enter your work email, like name@company.com"),
        },
    )


class WithdrawForm(forms.Form):
    """Asks why, and takes no answer for an answer."""

    reason = LineField(
        label=_("Why you withdraw it"),
        max_length=300,
        required=False,
        help_text=_("One line helps us to do better. The consultants who had your mandate read it."),
    )
