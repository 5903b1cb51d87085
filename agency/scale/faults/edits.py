"""Changes of stored pages without a signal: with them goes what is kept of a page, its key, its words, its references."""

import copy
import re
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID, uuid5

from wagtail.models import PageViewRestriction

from agency.questions import question_key
from agency.scale.bodies import Raw, stored
from agency.scale.tables import index_references_again
from specialisms.models import SpecialismPage
from support_pages.content import content_of
from support_pages.models import BodySketch, SupportPage
from support_pages.models.sketch import text_of
from support_pages.sketch import packed, sketch

AnyPage = SupportPage | SpecialismPage
TO_PAGE = re.compile(r'<a linktype="page" id="(\d+)">(.*?)</a>')
BLOCKS = UUID("0c1d9a3e-8a55-4d6e-93f4-2f7f0d8d3a10")


def store(page: AnyPage, **fields: Any) -> None:
    """Store new values of fields, and what follows from them."""
    if "target_question" in fields:
        fields["question_key"] = question_key(fields["target_question"])
    for name, value in fields.items():
        setattr(page, name, value)
    if isinstance(page, SupportPage):
        fields["word_count"] = page.word_count = page.counted_words()
        BodySketch.objects.filter(pk=page.pk).update(hashes=packed(sketch(text_of(page))))
    type(page).objects.filter(pk=page.pk).update(**{name: getattr(page, name) for name in fields})
    index_references_again(page)


def unpublish(pages: Collection[int]) -> None:
    """Take pages off the site."""
    SupportPage.objects.filter(pk__in=pages).update(live=False, has_unpublished_changes=True)
    SpecialismPage.objects.filter(pk__in=pages).update(live=False, has_unpublished_changes=True)


def hide(pk: int) -> None:
    """Let only those who are logged in read a page."""
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page_id=pk, restriction_type="login")])


def blocks_of(page: AnyPage) -> list[Raw]:
    """The blocks of a body, to be changed."""
    return copy.deepcopy(list(page.body.raw_data))


def add(page: AnyPage, kind: str, value: Any) -> None:
    """Put a block at the end of a body."""
    blocks = blocks_of(page)
    new = {"type": kind, "value": value, "id": str(uuid5(BLOCKS, f"{page.pk}/{len(blocks)}"))}
    store(page, body=stored([*blocks, new]))


def say(page: AnyPage, html: str) -> None:
    """Put a paragraph at the end of a body."""
    add(page, "text", f"<p>{html}</p>")


def unlink(page: AnyPage, targets: Collection[int] | None = None) -> None:
    """Leave the words of links to some pages, or to all, and take the links away."""
    store(page, body=stored(without_links(blocks_of(page), targets)))


def without_links(blocks: Iterable[Raw], targets: Collection[int] | None = None) -> list[Raw]:
    """The blocks with the words of those links."""

    def words(found: re.Match[str]) -> str:
        return found[2] if targets is None or int(found[1]) in targets else found[0]

    return [
        block | {"value": TO_PAGE.sub(words, block["value"])} if isinstance(block["value"], str) else block
        for block in blocks
    ]


def ways_on(page: AnyPage) -> str:
    """A paragraph with links to all pages that a body links to."""
    links = (f'<a linktype="page" id="{pk}">{pk}</a>' for pk in sorted(content_of(page).linked))
    return f"<p>{', '.join(links)}</p>"
