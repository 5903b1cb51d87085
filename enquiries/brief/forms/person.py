"""The client: who they are and how to reach them."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from enquiries.brief.fields import not_said
from enquiries.brief.forms.topic import TopicForm
from enquiries.fields import AddressField, LineField
from enquiries.models.brief import ReachBy


class ContactForm(TopicForm):
    """Name, company, and how and when to reach them."""

    name = LineField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name: a consultant answers in person")},
    )
    company = LineField(
        label=_("Company"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Enter the company you are hiring for: it can’t be left empty")},
    )
    email = AddressField(
        label=_("Work email"),
        help_text=_(
            "If you change it, a new link to this mandate goes to the new address when you send your brief. The links in "
            "mail to the old one stop working an hour later."
        ),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Enter your work email, like name@company.com: it is how we answer you"),
            "invalid": _("Enter your work email, like name@company.com"),
        },
    )
    telephone = PhoneNumberField(
        label=_("Telephone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("With the country code if it is not ours."),
        error_messages={"invalid": _("Enter a telephone number, like 020 7946 0018 or +49 30 901820")},
    )
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
        """Read telephone numbers as the brand's country writes them."""
        super().__init__(*args, **kwargs)
        cast(PhoneNumberField, self.fields["telephone"]).region = self.brand.telephone_country or None
