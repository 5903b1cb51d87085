"""A client's files on a page."""

from collections.abc import Sequence
from typing import Any

from django import template

from enquiries.attachments.listing import Line

register = template.Library()


@register.inclusion_tag("enquiries/attachments.html")
def attachment_list(lines: Sequence[Line]) -> dict[str, Any]:
    """The files with what can be done about each; ``lines`` come from ``enquiries.attachments.listing``."""
    return {"lines": lines}
