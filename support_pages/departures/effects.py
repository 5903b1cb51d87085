"""What clusters lose and win when pages leave or move, read from the clusters as they are before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from specialisms.models import SpecialismPage
from specialisms.models.specialism import LEVELS, SECTOR_DEPTH
from support_pages.cluster import Cluster, clusters, pinned_by
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.thread.site import Site

NAMED = 10
"""Pages that one effect names at most."""
STEP = Page.steplen


@dataclass(frozen=True)
class Effect:
    """Something that will be different, and the pages that notice it; ``more`` besides those that are named."""

    words: str
    pages: Sequence[Page] = ()

    @property
    def named(self) -> Sequence[Page]:
        """The first of the pages."""
        return self.pages[:NAMED]

    @property
    def more(self) -> int:
        """How many pages are not named."""
        return max(0, len(self.pages) - NAMED)


def _titles(pages: Sequence[Page]) -> str:
    return get_text_list([f"“{page.title}”" for page in pages[:NAMED]], _("and"))


def _kinds(kinds: Sequence[Kind]) -> str:
    return get_text_list([str(kind.label).lower() for kind in kinds], _("and"))


class Change:
    """The clusters that some pages belong to, with and without them. A constant number of queries."""

    def __init__(self, ids: frozenset[int], paths: Sequence[str], destination: SpecialismPage | None = None) -> None:
        self.ids, self.destination = ids, destination
        self.guides = list(SupportPage.objects.live().filter(pk__in=ids).defer_streamfields().order_by("path"))
        visits = SupportPage.also_supports.through.objects.filter(supportpage__in=self.guides)
        self.hosts = set(visits.values_list("specialismpage_id", flat=True)) - set(ids)
        parents = {guide.path[:-STEP] for guide in self.guides}
        around = SpecialismPage.objects.defer_streamfields().order_by("path")
        self.specialisms = [
            page
            for page in around.filter(pk__in=self.hosts) | around.filter(path__in=parents)
            if not page.path.startswith(tuple(paths))
        ]
        wanted = [*self.specialisms, *([destination] if destination else [])]
        self.clusters = clusters(wanted, guides=SupportPage.objects.all()) if self.guides else {}

    def without(self, cluster: Cluster) -> Cluster:
        """A cluster once the pages have left it."""
        own = tuple(page for page in cluster.pages if page.pk not in self.ids)
        guests = tuple(page for page in cluster.guests if page.pk not in self.ids)
        return replace(cluster, pages=own, guests=guests)

    def own_cluster_only(self, cluster: Cluster) -> Cluster:
        """A cluster once the pages have moved from it: its guests stay its guests."""
        return replace(cluster, pages=tuple(page for page in cluster.pages if page.pk not in self.ids))


def of_leaving(change: Change, paths: Sequence[str]) -> Iterator[Effect]:
    """What happens when the pages are no longer published or no longer there."""
    yield from _missing(change, moved=False)
    hosts = [page for page in change.specialisms if page.pk in change.hosts and page.live]
    if hosts:
        yield Effect(_("These specialisms no longer list it as a guest:"), hosts)
    yield from _pins_and_cards(change, moved=False)
    yield from _unanswered(change)
    yield from _guests_of(change, paths)


def of_moving(change: Change) -> Iterator[Effect]:
    """What happens when guides move to another specialism."""
    yield from _missing(change, moved=True)
    yield from _pins_and_cards(change, moved=True)
    if change.destination and change.guides:
        yield from _arriving(change, change.destination)


def _missing(change: Change, *, moved: bool) -> Iterator[Effect]:
    for page in change.specialisms:
        cluster = change.clusters[page.pk]
        after = change.own_cluster_only(cluster) if moved else change.without(cluster)
        missing = [kind for kind in after.missing if kind not in cluster.missing]
        if missing and page.live:
            words = {"title": page.title, "kinds": _kinds(missing)}
            yield Effect(_("“%(title)s” is left without: %(kinds)s.") % words)


def _pins_and_cards(change: Change, *, moved: bool) -> Iterator[Effect]:
    """The guides that pinned one of the pages, and those at whose foot one stands."""
    pinning: dict[int, SupportPage] = {}
    showing: dict[int, SupportPage] = {}
    for cluster in change.clusters.values():
        if change.destination and cluster.canonical == change.destination:
            continue
        by_id = {page.pk: page for page in cluster.listed}
        for sibling in cluster.pages:
            if sibling.pk in change.ids:
                continue
            pins = pinned_by(sibling)
            if not moved and change.ids & set(pins):
                pinning[sibling.pk] = sibling
            at_hand = replace(cluster, pinned=tuple(by_id[pk] for pk in pins if pk in by_id))
            related = {page.pk for page in at_hand.related_to(sibling)}
            kept = set(pins) | ({page.pk for page in cluster.guests} if moved else set())
            if (related & change.ids) - kept:
                showing[sibling.pk] = sibling
    if pinning:
        yield Effect(_("These guides have pinned it and lose it:"), list(pinning.values()))
    if showing:
        yield Effect(_("It no longer stands among the related pages of:"), list(showing.values()))


def _unanswered(change: Change) -> Iterator[Effect]:
    asked = [guide for guide in change.guides if guide.question_key]
    others = _same_question(change, asked)
    for guide in asked[:NAMED]:
        question = {"question": guide.target_question}
        if others[guide.question_key]:
            yield Effect(_("Another page answers “%(question)s”:") % question, others[guide.question_key])
        else:
            yield Effect(_("No other page answers “%(question)s”.") % question)


def _same_question(change: Change, asked: Sequence[SupportPage]) -> dict[str, list[Page]]:
    """The live pages that stay and answer the same questions, by the questions' keys; two queries."""
    keys = {guide.question_key for guide in asked}
    found: dict[str, list[Page]] = defaultdict(list)
    for model in (SpecialismPage, SupportPage) if keys else ():
        others = model.objects.live().filter(question_key__in=keys, alias_of=None).exclude(pk__in=change.ids)
        for page in others.defer_streamfields():
            found[page.question_key].append(page)
    return found


def _guests_of(change: Change, paths: Sequence[str]) -> Iterator[Effect]:
    """Guides of other specialisms that these specialisms list too."""
    here = SpecialismPage.objects.filter(pk__in=change.ids)
    guests = SupportPage.objects.live().filter(also_supports__in=here).exclude(pk__in=change.ids)
    listed = list(guests.defer_streamfields().distinct().order_by("path"))
    if listed:
        yield Effect(_("These guides of other specialisms are no longer listed here:"), listed)


def _arriving(change: Change, destination: SpecialismPage) -> Iterator[Effect]:
    cluster = change.clusters[destination.pk]
    number = len([page for page in cluster.pages if page.pk not in change.ids])
    for guide in change.guides[:NAMED]:
        number += 1
        words = {
            "title": guide.title,
            "to": destination.title,
            "number": number,
            "kind": str(guide.get_kind_display()),
        }
        yield Effect(_("“%(title)s” becomes guide number %(number)s of “%(to)s”.") % words)
        same = [page for page in cluster.listed if page.kind == guide.kind and page.pk not in change.ids]
        if same:
            yield Effect(_("“%(to)s” already lists as %(kind)s:") % (words | {"kind": words["kind"].lower()}), same)
        else:
            yield Effect(_("It is the first of its kind there: %(kind)s.") % words)
    for key, pages in _same_question(change, [guide for guide in change.guides if guide.question_key]).items():
        question = next(guide.target_question for guide in change.guides if guide.question_key == key)
        yield Effect(_("Another page answers “%(question)s” too:") % {"question": question}, pages)
    if not destination.live:
        named = {"title": destination.title}
        yield Effect(_("“%(title)s” is not published: the way up from the guide leads nowhere.") % named)
    elif Site().is_private(destination):
        yield Effect(_("“%(title)s” is private: nobody else sees the guide there.") % {"title": destination.title})


def of_specialisms(roots: Sequence[Page], *, deleted: bool) -> Iterator[Effect]:
    """What happens to the pages under specialisms that are unpublished or deleted."""
    for root in roots:
        if not isinstance(root, SpecialismPage):
            continue
        guides = list(SupportPage.objects.of(root).live())
        narrower = list(SpecialismPage.objects.live_in(root))
        if deleted:
            count = SupportPage.objects.under(root).live().count()
            if count:
                words = ngettext("%(count)s live guide goes with it.", "%(count)s live guides go with it.", count)
                yield Effect(words % {"count": count})
            continue
        if guides:
            yield Effect(
                _("These guides stay live, and their way up leads nowhere, unless you unpublish them too:"), guides
            )
        if narrower:
            yield Effect(_("These narrower specialisms stay live and drop out of the directory:"), narrower)


def of_moving_specialisms(roots: Sequence[Page], destination: Page) -> Iterator[Effect]:
    """What happens when specialisms move under another page."""
    for root in roots:
        if not isinstance(root, SpecialismPage):
            continue
        level = str(LEVELS[min(max(destination.depth + 1 - SECTOR_DEPTH, 0), len(LEVELS) - 1)])
        if level != root.level:
            words = {"title": root.title, "now": root.level, "then": level}
            yield Effect(_("“%(title)s” is a %(now)s now and becomes a %(then)s.") % words)
        count = SupportPage.objects.under(root).live().count()
        if count:
            moving = ngettext("%(count)s live guide moves along.", "%(count)s live guides move along.", count)
            yield Effect(moving % {"count": count})
