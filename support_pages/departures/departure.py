"""A departure: pages that are about to be unpublished, deleted or moved, and everything an editor should know before."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from agency.addresses import SEEN, Address, addresses_of, by_hand
from agency.leaving import Leaving
from agency.models import User
from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages.cluster import cluster_of
from support_pages.departures import effects
from support_pages.departures.citations import Citation, citations_of
from support_pages.departures.effects import Change, Effect
from support_pages.departures.inbound import Going, InboundLinks, facts_only_on, figures_citing, inbound_links
from support_pages.models import SupportPage

STEP = Page.steplen


class Action(models.TextChoices):
    """How pages leave."""

    DELETE = "delete", _("Delete")
    UNPUBLISH = "unpublish", _("Unpublish")
    MOVE = "move", _("Move")
    READDRESS = "readdress", _("Change the address")
    EXPIRE = "expire", _("Expire")


class Departure:
    """Pages with everything below them, what is done to them, and for whom it is looked at.

    ``roots`` are specific pages; ``destination`` is where they move. Pages that expire leave later and alone: what is below
    them stays, and readers may not have seen them yet. Everything is read when it is first asked for, in
    a number of queries that does not grow with the pages.
    """

    def __init__(self, action: Action, roots: Sequence[Page], user: User, destination: Page | None = None) -> None:
        self.action, self.roots, self.user, self.destination = action, roots, user, destination

    @property
    def paths(self) -> tuple[str, ...]:
        """The tree paths of the pages themselves."""
        return tuple(page.path for page in self.roots)

    @property
    def below(self) -> QuerySet:
        """The query that finds the pages and all below them that may leave too."""
        if self.action == Action.EXPIRE:
            return Page.objects.filter(pk__in=[page.pk for page in self.roots])
        chosen = Q(pk__in=[])
        for path in self.paths:
            chosen |= Q(path__startswith=path)
        return Page.objects.filter(chosen)

    @cached_property
    def _rows(self) -> list[tuple[int, str, bool]]:
        """The id, ``url_path`` and state of those that readers see or have seen; aliases are unpublished with a page."""
        found = self.below if self.action == Action.EXPIRE else self.below.filter(SEEN)
        if self.action in {Action.UNPUBLISH, Action.EXPIRE}:
            found = found | Page.objects.filter(live=True, alias_of__in=self.below.values("pk"))
        return list(found.order_by("path").values_list("pk", "url_path", "live"))

    @cached_property
    def ids(self) -> frozenset[int]:
        """The pages with all below them that may leave too, drafts included."""
        return frozenset(self.below.values_list("pk", flat=True))

    @cached_property
    def addresses(self) -> list[Address]:
        """The addresses that readers know: of all these pages; of those that are live, if they are only unpublished."""
        rows = [row for row in self._rows if row[2] or self.action in {Action.DELETE, Action.EXPIRE}]
        return list(addresses_of(rows))

    @property
    def count(self) -> int:
        """How many pages have an address that readers know."""
        return len({address.page for address in self.addresses})

    @property
    def follows(self) -> bool:
        """Whether the pages stay readable at another address, to which links and redirects follow by themselves."""
        return self.action in {Action.MOVE, Action.READDRESS}

    @property
    def asks_for_target(self) -> bool:
        """Whether readers need another page to go to."""
        return not self.follows and bool(self.addresses)

    def leaving(self) -> Leaving:
        """What redirects are made from, noted while the pages are there."""
        paths = {pk: url_path for pk, url_path, _live in self._rows}
        return Leaving.of((pk, paths[pk]) for pk in dict.fromkeys(address.page for address in self.addresses))

    @cached_property
    def inbound(self) -> InboundLinks:
        """Who links to them."""
        roots = {page.pk for page in self.roots}
        staying = self.ids - roots if self.action == Action.UNPUBLISH else frozenset()
        places = {address.path: address.page for address in self.addresses}
        if places:
            older = Redirect.objects.filter(redirect_page__in=self.below.values("pk"))
            places = dict(older.values_list("old_path", "redirect_page")) | places
        return inbound_links(Going(self.ids, staying, places), self.below, self.user)

    @cached_property
    def figures(self) -> list[Fact | PayBand]:
        """The figures that name one of the addresses as their source."""
        return figures_citing({address.path: address.page for address in self.addresses})

    @cached_property
    def lonely_facts(self) -> list[Fact]:
        """The facts that no other page shows."""
        return [] if self.follows else facts_only_on(self.below, self.ids)

    @cached_property
    def citations(self) -> list[Citation]:
        """What other apps know to name the pages."""
        return citations_of(self.ids, self.user)

    @cached_property
    def effects(self) -> list[Effect]:
        """What clusters lose and win."""
        return list(self._effects())

    def _effects(self) -> Iterator[Effect]:
        if self.action == Action.READDRESS:
            return
        if self.action == Action.MOVE:
            if self.destination is not None:
                yield from self._effects_of_move(self.destination)
            return
        leaving = self.ids
        if self.action != Action.DELETE:
            leaving = frozenset(page.pk for page in self.roots)
        yield from effects.of_specialisms(self.roots, deleted=self.action == Action.DELETE)
        yield from effects.of_leaving(Change(leaving, self.paths), self.paths)

    def _effects_of_move(self, destination: Page) -> Iterator[Effect]:
        yield from effects.of_moving_specialisms(self.roots, destination)
        guides = frozenset(page.pk for page in self.roots if isinstance(page, SupportPage))
        if guides and isinstance(destination.specific_deferred, SpecialismPage):
            specialism = SpecialismPage.objects.get(pk=destination.pk)
            yield from effects.of_moving(Change(guides, self.paths, specialism))

    @cached_property
    def by_hand(self) -> list[Redirect]:
        """The redirects that somebody entered for these addresses, which stay in force."""
        return by_hand(self.addresses)

    @property
    def is_noticed(self) -> bool:
        """Whether anything notices."""
        found = (len(self.inbound), self.inbound.menus, self.figures, self.lonely_facts, self.citations)
        return any(found) or bool(self.effects) or bool(self.by_hand)

    def suggestion(self) -> Page | None:
        """Where readers of these pages are best sent.

        From a guide: the page that answers the same question, the next sibling about the same role or of the same kind,
        or its specialism. From other pages: the nearest live page above.
        """
        root = self.roots[0]
        if isinstance(root, SupportPage) and root.live:
            found = self._same_question(root) or self._nearest(root)
            if found:
                return found
        above = Page.objects.ancestor_of(root).live().filter(depth__gt=1).order_by("-depth")
        return next((page for page in above if not page.path.startswith(self.paths)), None)

    def _same_question(self, guide: SupportPage) -> Page | None:
        if not guide.question_key:
            return None
        for model in (SupportPage, SpecialismPage):
            others = (
                model.objects.live().filter(question_key=guide.question_key, alias_of=None).exclude(pk__in=self.ids)
            )
            if found := others.order_by("path").first():
                return found
        return None

    def _nearest(self, guide: SupportPage) -> Page | None:
        """The sibling with the same role, else of the same kind, that stands closest."""
        canonical = SpecialismPage.objects.filter(path=guide.path[:-STEP]).first()
        pages = cluster_of(canonical).pages if canonical else ()
        order = [page.pk for page in pages]
        place = order.index(guide.pk) if guide.pk in order else 0
        alike = [
            (page.role_id != guide.role_id or not page.role_id, abs(number - place), page)
            for number, page in enumerate(pages)
            if page.pk not in self.ids
            and (page.kind == guide.kind or (page.role_id and page.role_id == guide.role_id))
        ]
        return min(alike, key=lambda found: found[:2])[2] if alike else None

    @property
    def shown(self) -> str:
        """A mark of all that is shown: what is confirmed later is this and nothing else."""
        everything = [
            (self.action, self.paths, self.destination and self.destination.pk),
            [(link.page.pk, link.words, link.page.live, link.waiting, link.typed) for link in self.inbound.listed],
            (self.inbound.more, self.inbound.menus, self.count),
            [str(figure) for figure in [*self.figures, *self.lonely_facts]],
            [(citation.words, [reference.label for reference in citation.references]) for citation in self.citations],
            [(effect.words, [page.pk for page in effect.pages]) for effect in self.effects],
            [redirect.pk for redirect in self.by_hand],
        ]
        return hashlib.sha256(repr(everything).encode()).hexdigest()[:32]
