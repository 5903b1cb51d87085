"""Pages that leave: their addresses lead elsewhere for good, or until they return and all of it is their own again.

The history of a page is the memory: it keeps which redirects were lent to another page, and what they were before. So
they come back whatever has become of that other page meanwhile.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site

from agency.addresses import BATCH, Address, addresses_of, batches, lead, own_addresses, wake
from agency.models.users import User

AWAY = "agency.addresses"
"""What the history of a page calls it when its readers are sent elsewhere."""
BACK = "agency.addresses.back"
"""And when they find it at its addresses again."""


class Lent(NamedTuple):
    """A redirect that leads elsewhere until a page returns, and what it was before, as the page's history keeps it."""

    pk: int
    site: int | None
    path: str
    is_permanent: bool = True
    is_automatic: bool = True


@dataclass
class Leaving:
    """Pages that are about to leave: their addresses, and the redirects that lead to them."""

    addresses: list[Address]
    older: list[Redirect]

    @classmethod
    def of(cls, pages: Iterable[tuple[int, str]]) -> "Leaving":
        """What has to be known before pages go, given as id and ``url_path``: redirects to a page go with it."""
        rows = list(pages)
        older = [
            one for ids in batches(pk for pk, _ in rows) for one in Redirect.objects.filter(redirect_page__in=ids)
        ]
        return cls(list(addresses_of((pk, url_path, True) for pk, url_path in rows)), older)

    def send_on_for_good(self, target: Page) -> int:
        """After pages were deleted: have all their addresses lead to another page; returns how many do.

        Redirects that went with the pages come back as they were, so that those lent by a page that is away are known
        again when it returns.
        """
        made = lead((address, target.pk) for address in self.addresses)
        taken = {(one.site_id, one.old_path) for one in made} | {address.place for address in own_addresses(target)}
        again = [one for one in self.older if (one.site_id, one.old_path) not in taken]
        for one in again:
            one.redirect_page_id, one.redirect_page_route_path = target.pk, ""
            one._state.adding = True
        return len(made) + len(Redirect.objects.bulk_create(again, batch_size=BATCH))

    def send_on_for_now(self, target: Page, user: User | None, gone: Collection[int]) -> int:
        """After the pages in ``gone`` were unpublished: have their addresses lead to another page until they return.

        So does what already led to them for the time being, since a redirect to them would lead on from there. What was
        changed is noted in the history of each page, by which ``welcome_back`` undoes it.
        """
        made = lead(((at, target.pk) for at in self.addresses if at.page in gone), is_permanent=False)
        page_at = {address.place: address.page for address in self.addresses}
        lent: dict[int, list[Lent]] = defaultdict(list)
        for one in made:
            lent[page_at[one.site_id, one.old_path]].append(Lent(one.pk, one.site_id, one.old_path))
        older = [one for one in self.older if one.redirect_page_id in gone]
        for one in older:
            row = Lent(one.pk, one.site_id, one.old_path, one.is_permanent, one.automatically_created)
            lent[one.redirect_page_id].append(row)
        for batch in batches(one.pk for one in older):
            Redirect.objects.filter(pk__in=batch).update(redirect_page=target, is_permanent=False)
        wake(own_addresses(target))  # one that led from there to a page that left would lead in a circle now
        for batch in batches(lent):
            for page in Page.objects.filter(pk__in=batch):
                data = {"target": target.pk, "title": target.title, "lent": lent[page.pk]}
                log(instance=page, action=AWAY, user=user, title=page.title, data=data)
        return len(made) + len(older)


def welcome_back(page: Page) -> None:
    """When a page is published: its address is its own again, and what led elsewhere for the time leads to it."""
    if not page.live:
        return
    history = PageLogEntry.objects.filter(page=page.pk, action__in=[AWAY, BACK])
    last = history.order_by("-timestamp", "-pk").first()
    if last is not None and last.action == AWAY:
        _give_back(page, last)
        log(instance=page, action=BACK, title=page.title)
    wake(own_addresses(page))


def _give_back(page: Page, away: PageLogEntry) -> None:
    """Have the redirects that a page has lent lead to it, except those that somebody has changed or deleted by hand since.

    One that led to the page for another that is away returns only from where it was sent with this page.
    """
    lent = {row.pk: row for row in (Lent(*row) for row in away.data.get("lent", ()))}
    by_hand = ModelLogEntry.objects.get_for_model(Redirect).filter(object_id__in=lent, timestamp__gt=away.timestamp)
    for pk in by_hand.values_list("object_id", flat=True):
        lent.pop(int(pk), None)
    there = Redirect.objects.in_bulk(lent)
    for pk, one in there.items():
        was = lent.pop(pk)
        if not one.is_permanent and (was.is_permanent or one.redirect_page_id == away.data["target"]):
            one.redirect_page_id, one.is_permanent = page.pk, was.is_permanent
    Redirect.objects.bulk_update(there.values(), ["redirect_page", "is_permanent"], batch_size=BATCH)
    lost = [was for was in lent.values() if was.is_permanent]
    taken = _taken(lost)
    Redirect.objects.bulk_create(
        Redirect(site_id=was.site, old_path=was.path, redirect_page_id=page.pk, automatically_created=was.is_automatic)
        for was in lost
        if not {(was.site, was.path), (None, was.path)} & taken
    )


def _taken(lost: Collection[Lent]) -> set[tuple[int | None, str]]:
    """The places of lost redirects, or of others on the same paths, at which another redirect or a live page stands."""
    if not lost:
        return set()
    paths = {was.path for was in lost}
    roots = [(root.site_id, root.root_path.rstrip("/")) for root in Site.get_site_root_paths()]
    place_of = {f"{root}{path}/": (site, path) for path in paths for site, root in roots}
    live = Page.objects.filter(live=True, url_path__in=place_of).values_list("url_path", flat=True)
    others = Redirect.objects.filter(old_path__in=paths).values_list("site_id", "old_path")
    return {place_of[url_path] for url_path in live} | set(others)


def page_published(instance: Page, **_signal: Any) -> None:
    """Receiver of Wagtail's signal."""
    welcome_back(instance)
