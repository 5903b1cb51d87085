"""Faults of texts, titles, descriptions and pictures."""

from collections.abc import Iterator

from agency.models import AgencyImage
from agency.scale.bodies import Composer, stored
from agency.scale.faults import edits
from agency.scale.faults.ground import Ground
from agency.scale.faults.planter import plants
from support_pages.models import SupportPage
from support_pages.thread.rules.writing import LONGEST_DESCRIPTION, LONGEST_TITLE

INVISIBLE = "\u200b"
"""A space without width: a title of it looks like none."""


@plants("near-duplicate")
def near_duplicate(ground: Ground, count: int) -> Iterator[int]:
    """Two guides with the same text, each with its own links."""
    for _pair in range(-(-count // 2)):
        one, other = ground.guide(), ground.guide()
        ways = Composer(f"{other.pk}/ways").block("text", edits.ways_on(other))
        edits.store(other, body=stored([*edits.without_links(edits.blocks_of(one)), ways]))
        yield from (one.pk, other.pk)


@plants("same-question")
def same_question(ground: Ground, count: int) -> Iterator[int]:
    """Two pages that answer one question, in other words and capitals."""
    for number in range(-(-count // 2)):
        one, other = ground.guide(), ground.either(number)
        edits.store(other, target_question=f"So, {one.target_question.upper().rstrip('?')}")
        yield from (one.pk, other.pk)


@plants("thin")
def thin(ground: Ground, count: int) -> Iterator[int]:
    """Links and a few sentences, and nothing else."""
    for _number in range(count):
        page = ground.guide()
        writer = Composer(f"{page.pk}/thin")
        text = writer.block("text", edits.ways_on(page) + writer.paragraph())
        edits.store(page, body=stored([text]))
        yield page.pk


@plants("skipped-heading")
def skipped_heading(ground: Ground, count: int) -> Iterator[int]:
    """The first heading is that of a part, with nothing above it that opens a section."""
    for number in range(count):
        page = ground.either(number)
        blocks = edits.blocks_of(page)
        first = next(block for block in blocks if block["type"] == "heading")
        first["value"]["level"] = "3"
        opening = "guide_heading" if isinstance(page, SupportPage) else "remit"
        edits.store(page, body=stored(blocks), **{opening: ""})
        yield page.pk


@plants("no-alt-text")
def no_alt_text(ground: Ground, count: int) -> Iterator[int]:
    """A picture that is no decoration and has no description."""
    picture = AgencyImage.objects.order_by("pk").values_list("pk", flat=True)[0]
    for number in range(count):
        page = ground.either(number)
        image = {"image": picture, "alt_text": " " * (number % 2), "decorative": False}
        edits.add(page, "image", {"image": image, "caption": ""})
        yield page.pk


@plants("no-title")
def no_title(ground: Ground, count: int) -> Iterator[int]:
    """A title for search engines that nobody can see."""
    for number in range(count):
        page = ground.either(number)
        edits.store(page, seo_title=INVISIBLE)
        yield page.pk


@plants("long-title")
def long_title(ground: Ground, count: int) -> Iterator[int]:
    """One letter too many."""
    for number in range(count):
        page = ground.either(number)
        edits.store(page, seo_title=page.title.ljust(LONGEST_TITLE + 1, "!"))
        yield page.pk


@plants("no-description")
def no_description(ground: Ground, count: int) -> Iterator[int]:
    """No description, no summary, no stand-first."""
    for number in range(count):
        page = ground.either(number)
        edits.store(page, search_description="", listing_summary="", standfirst="")
        yield page.pk


@plants("long-description")
def long_description(ground: Ground, count: int) -> Iterator[int]:
    """One letter too many."""
    for number in range(count):
        page = ground.either(number)
        edits.store(page, search_description=page.search_description.ljust(LONGEST_DESCRIPTION + 1, "."))
        yield page.pk
