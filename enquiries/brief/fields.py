"""Form fields that only the brief asks for."""

import calendar
import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.forms.widgets import MultiWidget
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from enquiries.brief.amounts import read_amount
from enquiries.fields import ProseField, check_length, says_something
from specialisms.models import PayBand
from specialisms.pay import currencies

CENTURY = 2000
LONGEST_AMOUNT = 40
"""Characters that somebody may take to write an amount."""
LONGEST_WAIT = datetime.timedelta(days=5 * 366)
"""A start further away than this is a slip of the pen."""

BEGIN = 40
"""Characters by which a line is called."""

NO_ANSWER = _("No answer yet")


def not_said(choices: Sequence[tuple[str, str | Promise]], label: str | Promise = NO_ANSWER) -> list[Any]:
    """Choices with one that takes an answer back."""
    return [*choices, ("", label)]


class AmountField(forms.CharField):
    """A whole amount of money, typed in whatever way; see ``enquiries.brief.amounts``."""

    default_error_messages = {"invalid": _("Enter one amount, like 95,000 or 95k")}

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]  # a number comes of what is typed
        """The amount."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return read_amount(text if len(text) <= LONGEST_AMOUNT else "")
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def run_validators(self, value: Any) -> None:
        """Nothing is left to validate; the ones of text would measure a number."""

    def prepare_value(self, value: Any) -> Any:
        """A stored amount as it is read."""
        return self.spoken(value) if isinstance(value, int) else value

    def spoken(self, value: int) -> str:
        """An amount as it is read."""
        return f"{value:,}"


def offered_currencies() -> list[tuple[str, Any]]:
    """Every currency as a choice: first those that the agency's pay bands are in, then those readers know by a sign."""
    bands = (
        PayBand.objects.order_by().values_list("currency").annotate(bands=Count("pk")).order_by("-bands", "currency")
    )
    likely = list(dict.fromkeys([*(code for code, _bands in bands), *currencies.SIGNS]))
    rest = sorted(currencies.CODES - {*likely})
    groups = [(_("Likely"), likely), (_("All others"), rest)]
    named: list[tuple[Any, Any]] = [
        (title, [(code, currencies.name(code)) for code in codes]) for title, codes in groups
    ]
    return [("", _("Choose")), *named]


class CurrencyField(forms.ChoiceField):
    """A currency after ISO 4217, whichever are offered."""

    default_error_messages = {"invalid_choice": _("Choose a currency from the list")}

    def valid_value(self, value: str) -> bool:
        """Whether there is such a currency."""
        return value in currencies.CODES

    def spoken(self, value: str) -> str:
        """What readers call it."""
        return currencies.name(value)


class LabelledInputs(MultiWidget):
    """Several one-line inputs, each with a label of its own."""

    def __init__(self, labels: Sequence[str | Promise], attrs: dict[str, Any]) -> None:
        """One input for each label, all with the same attributes."""
        super().__init__([forms.TextInput(attrs=attrs) for _label in labels])
        self.labels = labels

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the labels beside the inputs, where the template finds them."""
        context = super().get_context(name, value, attrs)
        for part, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            part["label"] = label
        return context


class LinesField(ProseField):
    """Up to so many answers, each on a line of its own; empty lines are closed up."""

    default_error_messages = {
        "too_many": _("There is room for %(count)s, one a line: leave out %(over)s"),
    }

    def __init__(self, *, count: int, line_length: int, **kwargs: Any) -> None:
        """``count`` lines at most, each of ``line_length`` characters at most."""
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": count}), **kwargs)
        self.count, self.line_length = count, line_length

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # several come of what is typed
        """The lines that say something, each once."""
        text = super().to_python(value) or ""
        found = (" ".join(line.split()) for line in text.splitlines() if says_something(line))
        return list(dict.fromkeys(found))

    def validate(self, value: list[str]) -> None:
        """Say which lines are too long, or how many there are too many."""
        if (over := len(value) - self.count) > 0:
            raise ValidationError(
                self.error_messages["too_many"], code="too_many", params={"count": self.count, "over": over}
            )
        for line in value:
            check_length(line, self.line_length, Truncator(line).chars(BEGIN))

    def prepare_value(self, value: Any) -> Any:
        """A stored list as it is typed."""
        return "\n".join(value) if isinstance(value, list) else value


class DayInput(LabelledInputs):
    """Day, month and year."""

    def __init__(self) -> None:
        """Three short inputs that bring up figures on a telephone."""
        super().__init__([_("Day"), _("Month"), _("Year")], {"inputmode": "numeric"})

    def decompress(self, value: datetime.date | None) -> list[Any]:
        """The three parts."""
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A day ahead of us, typed in three parts; the month may be a word."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("Enter a day that exists, like 27 3 2027"),
        "partial": _("Enter day, month and year; if you know only one of them, write it under deadlines"),
        "past": _("This day has passed: enter one that lies ahead"),
        "far": _("Enter a day within the next five years"),
    }

    def __init__(self, **kwargs: Any) -> None:
        """Three parts, all of them or none."""
        parts = [forms.CharField(required=False) for _part in range(3)]
        super().__init__(parts, require_all_fields=False, required=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> datetime.date | None:
        """The day; messages say what is wrong with it."""
        if not any(data_list):
            return None
        if not all(data_list):
            raise self._wrong("partial")
        day, month, year = data_list
        try:
            found = datetime.date(_year(year), _month(month), int(day))
        except (ValueError, OverflowError):
            raise self._wrong("invalid") from None
        today = timezone.localdate()
        if found < today:
            raise self._wrong("past")
        if found > today + LONGEST_WAIT:
            raise self._wrong("far")
        return found

    def spoken(self, value: datetime.date) -> str:
        """A day as it is read."""
        return date_format(value, "j F Y")

    def _wrong(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


def _year(text: str) -> int:
    """A year; two figures are one of this century."""
    year = int(text)
    return year if year > 99 else CENTURY + year


def _month(text: str) -> int:
    """The number of a month; three letters of its name are enough."""
    if text.isdecimal():
        return int(text)
    names = [name.casefold() for name in calendar.month_abbr]
    return names.index(text[:3].casefold())
