"""What a client has answered, as the forms showed it: for receipts, for consultants, for the client's own copy."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, cast

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _


class Answer(TypedDict):
    """A question and what was answered."""

    label: str
    value: str | list[str]


class Topic(TypedDict):
    """Answers that belong together."""

    title: str
    answers: list[Answer]


def answered(form: forms.BaseForm, names: Iterable[str], values: Mapping[str, Any]) -> list[Answer]:
    """The answers to these fields of a form, in its words; questions left open are left out."""
    pairs = ((form.fields[name], values.get(name)) for name in names)
    return [
        Answer(label=str(field.label), value=spoken(field, value))
        for field, value in pairs
        if value not in (None, "", [], False)
    ]


def spoken(field: forms.Field, value: Any) -> str | list[str]:
    """A value as it is read: as its field says, choices by their label, dates in words, lists line by line."""
    if hasattr(field, "spoken"):
        return str(field.spoken(value))
    if value is True:
        return str(_("Yes"))
    if isinstance(value, list):
        return [str(each) for each in value]
    if isinstance(field, forms.DateField):
        return date_format(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        choices = cast(Iterable[tuple[Any, Any]], field.choices)
        return str(dict(choices).get(value, value))
    return str(value)
