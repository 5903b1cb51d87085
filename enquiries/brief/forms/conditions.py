"""What the seat offers: place, pay, time."""

from typing import Any, ClassVar, cast

from crispy_forms.layout import HTML, Div
from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.brief.amounts import currency_in
from enquiries.brief.fields import AmountField, CurrencyField, DayField, not_said, offered_currencies
from enquiries.brief.forms.topic import TopicForm
from enquiries.fields import LineField, ProseField
from enquiries.models.brief import Remote
from enquiries.models.mandate import Timing
from specialisms.models import Basis
from specialisms.pay import currencies

SLIP = 1_000
"""Pay for a year below this, in the currencies of ``currencies.SIGNS``, lacks its thousands."""


class PlaceForm(TopicForm):
    """Where, and in which languages."""

    places = LineField(
        label=_("Where is the work?"),
        help_text=_("One place or several, like London, or Berlin and Paris."),
        max_length=200,
        required=False,
    )
    remote = forms.ChoiceField(
        label=_("Can it be done from elsewhere?"),
        choices=not_said(Remote.choices),
        required=False,
        widget=forms.RadioSelect,
    )
    languages = LineField(
        label=_("Which languages do they need?"),
        help_text=_("And how well, like English (fluent), German (working)."),
        max_length=200,
        required=False,
    )

    class Meta(TopicForm.Meta):
        fields = ["places", "remote", "languages"]


class PayForm(TopicForm):
    """A range, its currency and basis, and what comes on top."""

    pay_from = AmountField(
        label=_("From"),
        help_text=_("Like 95,000 or 95k."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    pay_to = AmountField(
        label=_("To"),
        help_text=_("At the very most."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    currency = CurrencyField(label=_("Currency"), required=False)
    basis = forms.ChoiceField(label=_("Counted as"), choices=[("", _("Not decided")), *Basis.choices], required=False)
    bonus = LineField(
        label=_("Bonus"), help_text=_("Like 15% target, or what it depends on."), max_length=200, required=False
    )
    equity = LineField(
        label=_("Equity"), help_text=_("Like options over 0.2%, four years."), max_length=200, required=False
    )

    pairs: ClassVar = [("pay_from", "pay_to"), ("currency", "basis")]

    class Meta(TopicForm.Meta):
        fields = ["pay_from", "pay_to", "currency", "basis", "bonus", "equity"]

    def offer(self) -> None:
        """Every currency, the likely ones first."""
        cast(CurrencyField, self.fields["currency"]).choices = offered_currencies()

    def layout(self) -> list[Any]:
        """With what we know of pay for the role under the range."""
        amounts, terms, *rest = super().layout()
        known = HTML("{% include 'enquiries/brief/pay_known.html' %}")
        return [Div(amounts, known, css_class="field-group"), terms, *rest]

    def clean(self) -> dict[str, Any]:
        """The amounts must rise and be of one currency, which may be typed along with them."""
        answers = super().clean() or {}
        low, high = answers.get("pay_from"), answers.get("pay_to")
        if low and high and low > high:
            self.add_error("pay_to", _("Enter at least as much as under “From”"))
        if "currency" in answers and (low or high):
            answers["currency"] = self._settled(answers["currency"])
        yearly = answers.get("basis") != Basis.DAY_RATE and answers.get("currency") in currencies.SIGNS
        for name in ("pay_from", "pay_to"):
            if yearly and answers.get(name) and answers[name] < SLIP:
                self.add_error(name, _("Enter the whole amount, like 95,000; for a day rate, choose it below"))
        return answers

    def _settled(self, chosen: str) -> str:
        """The currency chosen, or the one typed if none is; complains if they differ or there is none."""
        typed = {currency_in(self.data.get(self.add_prefix(name)) or "") for name in ("pay_from", "pay_to")} - {""}
        if len(typed | {chosen} - {""}) > 1:
            self.add_error("currency", _("Choose the currency you have written beside the amount"))
        elif not typed and not chosen:
            self.add_error("currency", _("Choose the currency of the amount"))
        return chosen or next(iter(typed), "")


class StartForm(TopicForm):
    """When they should start, and what else has a date."""

    timing = forms.ChoiceField(
        label=_("When do you need them?"), choices=[("", _("Not decided")), *Timing.choices], required=False
    )
    start_on = DayField(
        label=_("Is there a day on which they should start?"), help_text=_("Like 27 3 2027. Leave it empty if not.")
    )
    deadlines = ProseField(
        label=_("What else has a deadline?"),
        help_text=_("A board meeting, a launch, the end of somebody’s notice."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta(TopicForm.Meta):
        fields = ["timing", "start_on", "deadlines"]
