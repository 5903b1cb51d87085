"""What a file is called: as the client called it, without what could mislead whoever downloads it."""

import re

from django.utils.translation import gettext as _

from enquiries.fields import says_something, visible
from enquiries.models.attachment import NAME_LENGTH, Kind

UNSAFE = re.compile(r'[<>:"/\\|?*\x7f]')
"""Signs that lead out of a folder or that some system takes for something else."""
ENDINGS = re.compile(
    r"\.(?:pdf|docx?|docm|dotx?|odt|ott|txt|text|rtf|md|csv|html?|xhtml|svg|xml|zip|rar|7z|gz|tar|iso|exe|com|scr|pif|bat|cmd"
    r"|ps1|vbs?|vbe|jse?|wsf|hta|msi|lnk|jar|app|dmg|sh|php|py|png|jpe?g|gif|xlsx?|pptx?)$",
    re.I,
)
"""Endings that say of what kind a file is. Whatever else follows a full stop, "v1.2" or "final", is part of the name."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
"""Names that are devices on Windows, whatever their ending."""


def cleaned(name: str, kind: Kind) -> str:
    """The name with the one ending of its kind, at most 120 characters: "invoice.pdf.exe" that is a PDF is "invoice.pdf"."""
    stem = _line(name)
    while ending := ENDINGS.search(stem):
        stem = stem[: ending.start()].rstrip(" .")
    stem = stem.lstrip(" .")[: NAME_LENGTH - len(kind.value) - 1].rstrip(" .")
    if not says_something(stem) or RESERVED.match(stem):
        stem = _("file")
    return f"{stem}.{kind.value}"


def spoken(name: str) -> str:
    """The name on one line, for telling a client which file is meant; it may have any ending or none."""
    line = _line(name).lstrip(" .")
    return line[:NAME_LENGTH] if says_something(line) else _("A file without a name")


def _line(name: str) -> str:
    return " ".join(UNSAFE.sub(" ", visible(name)).split()).rstrip(" .")
