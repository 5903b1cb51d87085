"""What a body of text amounts to: its words, the minutes they take, its sections."""

import math
from dataclasses import dataclass

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults: M. Brysbaert, Journal of Memory and Language 109 (2019)."""


@dataclass(frozen=True)
class Section:
    """A section of a page: the id of its heading and the heading's text."""

    anchor: str
    text: str


def words(*texts: str) -> int:
    """The number of words in plain texts or HTML, counted between white space."""
    return sum(len(strip_tags(text.replace("<", " <")).split()) for text in texts)


def body_words(body: StreamValue) -> int:
    """The number of words a reader finds in a body, whatever its blocks."""
    return words(*(text for child in body for text in child.block.get_searchable_content(child.value)))


def minutes(count: int) -> int:
    """Whole minutes to read ``count`` words, at least one."""
    return max(1, math.ceil(count / WORDS_PER_MINUTE))


def sections(body: StreamValue) -> list[Section]:
    """The sections of a body in order: its headings of level 2. Nothing else of the body is looked at."""
    numbers = [number for number, child in enumerate(body.raw_data) if child["type"] == "heading"]
    headings = [body[number].value for number in numbers]
    return [
        Section(heading.anchor_id, heading["text"])
        for heading in headings
        if heading["level"] == "2" and heading["text"]
    ]
