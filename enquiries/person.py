"""Who the client is, as every form asks it."""

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from agency.models import BrandSettings
from enquiries.fields import AddressField, LineField


class PersonFields(forms.Form):
    """Name, company, mail address and telephone; for a form that says what else it asks."""

    name = LineField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )
    company = LineField(
        label=_("Company"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Enter the company you are hiring for")},
    )
    email = AddressField(
        label=_("Work email"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter your work email, like name@company.com"),
            "invalid": _("Enter your work email, like name@company.com"),
        },
    )
    telephone = PhoneNumberField(
        label=_("Telephone"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("If you would rather be called. With the country code if it is not ours."),
        error_messages={"invalid": _("Enter a telephone number, like 020 7946 0018 or +49 30 901820")},
    )

    def read_telephones_of(self, brand: BrandSettings) -> None:
        """Read telephone numbers as the brand's country writes them."""
        cast(PhoneNumberField, self.fields["telephone"]).region = brand.telephone_country or None
