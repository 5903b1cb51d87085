"""What outlines are made of: sections with prompts, and blocks with little or nothing in them."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
"""What an editor reads, in their language."""

Part = tuple[str, Any]
"""The name of a block with what is filled in already; the rest of the block has its defaults."""
Laid = list[Part]


def section(title: Words, prompt: Words, *blocks: Part) -> Laid:
    """A heading, what to write under it, and the empty blocks to write it in; running text unless others are named."""
    return [("heading", {"text": title, "level": "2"}), note(prompt), *(blocks or [TEXT])]


def timeline(title: Words, *steps: tuple[Words, int, str]) -> Part:
    """A timeline whose steps have names, durations and units; what happens in them is left to write."""
    laid = [{"name": name, "duration": duration, "unit": unit} for name, duration, unit in steps]
    return ("process_timeline", {"title": title, "steps": laid})


def note(prompt: Words) -> Part:
    """What to write in the next block."""
    return ("note", {"text": prompt})


TEXT: Part = ("text", "")
FACTS: Part = ("facts", [{}])
PAY: Part = ("pay_table", {})
QUESTIONS: Part = ("questions", {})
RELATED: Part = ("related_guides", {"title": _("Read these next")})
CALL: Part = ("call_to_action", {})
