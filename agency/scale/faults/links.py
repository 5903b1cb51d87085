"""Faults of links in texts and in the sources of facts."""

from collections.abc import Iterator

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from agency.scale.faults import edits
from agency.scale.faults.evidence import show_fact
from agency.scale.faults.ground import AROUND, Ground
from agency.scale.faults.planter import Room, plants

GONE = 2**31 - 1
"""The id of a page that there never was."""


@plants("unpublished-link", Room.NEIGHBOURS)
def unpublished_link(ground: Ground, count: int) -> Iterator[int]:
    """A guide is taken off the site: two siblings link to it, and somewhere else its address was typed."""
    found: list[int] = []
    while len(found) < count:
        guide = ground.loner()
        edits.unpublish([guide.pk])
        before = ground.near(guide)[:AROUND]
        ground.take(before)
        elsewhere = ground.guide()
        edits.say(elsewhere, f'<a href="{_address(guide.pk)}">An address</a>')
        found += [*(sibling.pk for sibling in before), elsewhere.pk]
    yield from found


@plants("no-link-sideways", Room.NEIGHBOURS)
def no_link_sideways(ground: Ground, count: int) -> Iterator[int]:
    """No sibling is linked in the text."""
    for _number in range(count):
        guide = ground.loner()
        edits.unlink(ground.page_of(guide), [sibling.pk for sibling in guide.field.guides])
        yield guide.pk


@plants("no-link-up")
def no_link_up(ground: Ground, count: int) -> Iterator[int]:
    """The specialism is not linked in the text."""
    for _number in range(count):
        page = ground.guide()
        edits.unlink(page, [page.canonical.pk])
        yield page.pk


@plants("broken-link")
def broken_link(ground: Ground, count: int) -> Iterator[int]:
    """A page that was deleted, an address of ours that leads nowhere, the same as the source of a fact."""
    for number in range(count):
        page = ground.either(number)
        match number % 3:
            case 0:
                edits.say(page, f'<a linktype="page" id="{GONE - number}">A page</a>')
            case 1:
                edits.say(page, f'<a href="/nowhere/{page.pk}/">An address</a>')
            case _:
                show_fact(ground.site, page, number, source_url=f"{settings.BASE_URL}/nowhere/{page.pk}/")
        yield page.pk


@plants("redirected-link")
def redirected_link(ground: Ground, count: int) -> Iterator[int]:
    """The old address of a page, typed into the text or given as the source of a fact."""
    for number in range(count):
        page = ground.either(number)
        old = f"/moved/{page.pk}"
        Redirect.objects.bulk_create([Redirect(old_path=old, redirect_page_id=ground.site.firm.home.pk)])
        if number % 3:
            edits.say(page, f'<a href="{old}/">An old address</a>')
        else:
            show_fact(ground.site, page, number, source_url=f"{settings.BASE_URL}{old}/")
        yield page.pk


@plants("self-link")
def self_link(ground: Ground, count: int) -> Iterator[int]:
    """The page itself, chosen or by its address."""
    for number in range(count):
        page = ground.either(number)
        target = f'href="{_address(page.pk)}"' if number % 2 else f'linktype="page" id="{page.pk}"'
        edits.say(page, f"<a {target}>Here</a>")
        yield page.pk


def _address(pk: int) -> str:
    return str(Page.objects.get(pk=pk).url)
