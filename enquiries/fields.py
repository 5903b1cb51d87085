"""Form fields for text typed by strangers."""

import re
import unicodedata
from typing import Any

from django import forms

OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF])
"""Characters that change the direction of what follows, and the byte order mark: invisible, and only ever confusing."""


def visible(value: str) -> str:
    """The text without invisible control characters, its line ends as ``\\n``, composed as NFC.

    Nothing a client sees is lost. Vertical tabs and form feeds, which word processors paste, become line ends.
    """
    value = re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", value)
    value = unicodedata.normalize("NFC", value).translate(OVERRIDES)
    return "".join(char for char in value if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})


class ProseField(forms.CharField):
    """Several lines of plain text."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        """The text a reader sees, at most one blank line in a row."""
        text = visible(super().to_python(value) or "")
        return re.sub(r"\n{3,}", "\n\n", text).strip()


class LineField(forms.CharField):
    """One line of plain text: line ends become spaces, so it is safe in a mail header."""

    def to_python(self, value: Any) -> Any:
        """The text a reader sees, on one line."""
        return " ".join(visible(super().to_python(value) or "").split())
