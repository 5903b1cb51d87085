"""Addresses that pages had once lead to where their readers find them now.

Wagtail makes redirects too, but for a changed slug only after the change is committed, and a reader who comes between
the two finds nothing. So its own are switched off (``WAGTAILREDIRECTS_AUTO_CREATE``) and made here, in the transaction
that changes the address. A redirect names a page, never another redirect: there are no chains. None is kept at the
address of a live page, so none leads in a circle. What somebody entered by hand is never replaced.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

BATCH = 500
LONGEST = Redirect._meta.get_field("old_path").max_length or 0

SEEN = Q(live=True) | Q(first_published_at__isnull=False)
"""Pages that readers see or have seen: they have an address to keep."""

Found = TypeVar("Found")
Place = tuple[int, str]
"""A site and a path on it, as redirects name them."""


@dataclass(frozen=True)
class Address:
    """Where a page is read, or was: the site and the path as redirects name them. ``is_taken`` by a page that is live."""

    page: int
    site: int
    path: str
    is_taken: bool = True

    @property
    def place(self) -> Place:
        """The site with the path."""
        return self.site, self.path


def addresses_of(pages: Iterable[tuple[int, str, bool]]) -> Iterator[Address]:
    """The addresses of pages given as id, ``url_path`` and whether they are live.

    None for the front page, which keeps its own, and for what is too long to be redirected from.
    """
    roots = [(root.site_id, root.root_path) for root in Site.get_site_root_paths()]
    for pk, url_path, live in pages:
        for site, root in roots:
            path = Redirect.normalise_path(f"/{url_path[len(root) :]}")
            if url_path.startswith(root) and url_path != root and len(path) <= LONGEST:
                yield Address(pk, site, path, live)


def own_addresses(*pages: Page) -> list[Address]:
    """The addresses of pages that have been read."""
    return list(addresses_of((page.pk, page.url_path, page.live) for page in pages))


def url_path_of(pk: int | None) -> str:
    """The ``url_path`` of a page as it is stored; empty for one that is not."""
    return (pk and Page.objects.filter(pk=pk).values_list("url_path", flat=True).first()) or ""


def keep(page: Page, before: str) -> None:
    """Have the address that a page had, and those of all pages below it, lead to where they are now.

    ``before`` is the ``url_path`` it had. Pages that readers have never seen have no address to keep. A few queries for
    each few hundred pages.
    """
    below = Page.objects.filter(SEEN, path__startswith=page.path).order_by("path")
    end = len(page.url_path)
    for batch in batches(below.values_list("pk", "url_path", "live").iterator()):
        wake(addresses_of(batch))
        old = addresses_of((pk, before + url_path[end:], live) for pk, url_path, live in batch)
        lead((address, address.page) for address in old)


def wake(addresses: Iterable[Address]) -> None:
    """Remove what would lead readers away from the addresses of live pages, or in a circle, if these went.

    A redirect that somebody entered by hand stays: as long as there is a page, it does nothing.
    """
    here = {address.place: address for address in addresses if address.is_taken}
    useless = [
        redirect.pk
        for redirect in standing(here)
        if redirect.automatically_created or redirect.redirect_page_id in {at.page for at in _at(redirect, here)}
    ]
    Redirect.objects.filter(pk__in=useless).delete()


def lead(moves: Iterable[tuple[Address, int]], *, is_permanent: bool = True) -> list[Redirect]:
    """Redirect addresses to pages by their ids; returns the redirects.

    One that was made automatically is replaced, except at the address of a page that is not live: what leads its
    readers elsewhere stays. One that was entered by hand stays.
    """
    wanted = {address.place: (address, target) for address, target in moves}
    replaced = []
    for redirect in standing(wanted):
        for address, _target in _at(redirect, wanted):
            if redirect.automatically_created and address.is_taken:
                replaced.append(redirect.pk)
            else:
                wanted.pop(address.place)
    Redirect.objects.filter(pk__in=replaced).delete()
    made = [
        Redirect(
            site_id=address.site,
            old_path=address.path,
            redirect_page_id=target,
            is_permanent=is_permanent,
            automatically_created=True,
        )
        for address, target in wanted.values()
    ]
    return Redirect.objects.bulk_create(made, batch_size=BATCH)


def by_hand(addresses: Iterable[Address]) -> list[Redirect]:
    """The redirects that somebody entered for these addresses; they come into force once the pages are gone."""
    there = standing({address.place: address for address in addresses})
    return [redirect for redirect in there if not redirect.automatically_created]


def standing(places: Mapping[Place, Any]) -> Iterator[Redirect]:
    """The redirects at these places; one that holds for all sites stands at each."""
    for batch in batches({path for _site, path in places}):
        for redirect in Redirect.objects.filter(old_path__in=batch):
            if _at(redirect, places):
                yield redirect


def _at(redirect: Redirect, places: Mapping[Place, Found]) -> list[Found]:
    """What is at those of the places at which a redirect stands."""
    if redirect.site_id is not None:
        found = places.get((redirect.site_id, redirect.old_path))
        return [] if found is None else [found]
    return [found for (_site, path), found in places.items() if path == redirect.old_path]


def batches(things: Iterable[Found]) -> Iterator[list[Found]]:
    """Things a few hundred at a time."""
    remaining = iter(things)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def page_moved(instance: Page, url_path_before: str, url_path_after: str, **_signal: Any) -> None:
    """Receiver of Wagtail's signal, which is sent within the transaction that moves a page."""
    if url_path_before != url_path_after:
        keep(instance, url_path_before)
