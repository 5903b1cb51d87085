"""Form fields for text typed by strangers."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F, 0xFEFF])
"""Characters that change the direction of what follows, and the byte order mark: invisible, and only ever confusing."""

BLANKS = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and symbols that look like nothing: Hangul fillers and the empty Braille pattern."""


def visible(value: str) -> str:
    """The text without invisible control characters, its line ends as ``\\n``, composed as NFC.

    Nothing a client sees is lost. Vertical tabs and form feeds, which word processors paste, become line ends.
    """
    value = re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", value)
    value = unicodedata.normalize("NFC", value).translate(OVERRIDES)
    return "".join(char for char in value if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})


def says_something(value: str) -> bool:
    """Whether any character of the text can be seen: joiners and blanks alone are no answer."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in BLANKS for char in value)


class TextField(forms.CharField):
    """Text that reaches us whole, however long, to be answered in words if it is too long.

    A browser that is told ``maxlength`` cuts what is pasted without a word, and the rest would be lost.
    """

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Django's, without the length."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def validate(self, value: Any) -> None:
        """Also say by how much it is too long."""
        super().validate(value)
        if self.max_length is not None:
            check_length(value, self.max_length, self.label or _("This"))


def check_length(text: str, longest: int, label: str | Promise) -> None:
    """Raise ``ValidationError`` if the text has more characters than ``longest``; ``label`` is what it is called."""
    if over := max(0, len(text) - longest):
        message = ngettext(
            "“%(label)s” is %(over)s character too long: there is room for %(longest)s",
            "“%(label)s” is %(over)s characters too long: there is room for %(longest)s",
            over,
        )
        told = {"label": label, "over": f"{over:,}", "longest": f"{longest:,}"}
        raise forms.ValidationError(message, code="max_length", params=told)


class ProseField(TextField):
    """Several lines of plain text."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        """The text a reader sees, at most one blank line in a row."""
        text = visible(super().to_python(value) or "")
        return re.sub(r"\n{3,}", "\n\n", text).strip() if says_something(text) else self.empty_value


class LineField(TextField):
    """One line of plain text: line ends become spaces, so it is safe in a mail header."""

    def to_python(self, value: Any) -> Any:
        """The text a reader sees, on one line."""
        text = " ".join(visible(super().to_python(value) or "").split())
        return text if says_something(text) else self.empty_value


class AddressField(TextField, forms.EmailField):
    """A mail address, without the invisible characters that come along when one is copied from elsewhere."""

    def to_python(self, value: Any) -> Any:
        """The address a reader sees."""
        return visible(super().to_python(value) or "").strip()

    def clean(self, value: Any) -> Any:
        """Also refuse a domain that no mail server can be asked for."""
        address = super().clean(value)
        try:
            address.rpartition("@")[2].encode("idna")
        except UnicodeError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
        return address
