"""What is around some clusters: what their pages link to, who links to them, what they rest on.

A constant number of queries, however many clusters and however large. Rules read it; none asks the database.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Count, Q
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page, Revision

from agency.questions import question_key
from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages.cluster import Cluster
from support_pages.models import SupportPage
from support_pages.thread.addresses import Landing, Target, landings, own_path
from support_pages.thread.references import references
from support_pages.thread.rule import Subject
from support_pages.thread.site import Site
from support_pages.visitor import links_of


@dataclass(frozen=True)
class Bands:
    """How many pay bands a specialism has, and how many of them have expired."""

    valid: int = 0
    expired: int = 0


@dataclass(frozen=True)
class Owner:
    """Another page that answers a question: as readers see it now, or only in what is not published."""

    page: Target
    is_read: bool


class Surroundings:
    """What is around the clusters of one batch, and around pages that are still being written."""

    def __init__(
        self, clusters: Collection[Cluster], site: Site, drafts: Collection[SupportPage | SpecialismPage] = ()
    ):
        self.site = site
        self.today = timezone.localdate()
        self._rendered: dict[int, set[str]] = {}
        self.subjects: list[Subject] = []
        for cluster in clusters:
            live = [cluster.canonical] if cluster.canonical and cluster.canonical.live else []
            self.subjects += [Subject(page, cluster, self) for page in (*live, *cluster.pages, *cluster.hidden)]
        self.drafts = [Subject(page, cluster, self, is_draft=True) for page in drafts for cluster in clusters]

    @cached_property
    def _all(self) -> list[Subject]:
        return self.drafts or self.subjects

    @cached_property
    def targets(self) -> dict[int, Target]:
        """The pages that texts link to, by id; those that are gone are missing."""
        ids = {pk for subject in self._all for pk in subject.content.linked}
        pages = Page.objects.filter(pk__in=ids).values_list("pk", "title", "live")
        return {pk: Target(pk, title, live) for pk, title, live in pages}

    @cached_property
    def documents(self) -> set[int]:
        """Those of the documents that texts lead to which are there."""
        ids = {pk for subject in self._all for pk in subject.content.documents}
        return set(get_document_model().objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()

    @cached_property
    def _landings(self) -> dict[str, Landing]:
        """Where the addresses of this site that texts and facts name lead, by path."""
        return landings({path for subject in self._all for path in self._own_paths(subject)}, self.site.root)

    def landing(self, address: str, page: Page) -> Landing | None:
        """Where an address on a page leads; nothing to say of other sites, files and the site's own views."""
        path = own_path(address, page)
        if path is None:
            return None
        return self._landings.get(path) or Landing()

    def _own_paths(self, subject: Subject) -> list[str]:
        typed = [link.address for link in subject.content.addresses]
        typed += [self.facts[pk].source_url for pk in subject.content.facts if pk in self.facts]
        return [path for address in typed if (path := own_path(address, subject.page)) is not None]

    @cached_property
    def facts(self) -> dict[int, Fact]:
        """The facts that pages show, by id."""
        ids = {pk for subject in self._all for pk in subject.content.facts}
        return Fact.objects.in_bulk(ids) if ids else {}

    @cached_property
    def inbound(self) -> dict[int, set[int]]:
        """Which live pages link to each page in their texts, by Wagtail's reference index; two queries.

        Where it knows of none, texts that name the address count too: a few more, but for the site once.
        """
        pairs = set(references(targets=[subject.page.pk for subject in self._all if subject.page.pk]))
        live = set(
            Page.objects.filter(pk__in={source for source, _target in pairs}, live=True).values_list("pk", flat=True)
        )
        found: dict[int, set[int]] = defaultdict(set)
        for source, target in pairs:
            if source in live:
                found[target].add(source)
        lonely = [s.page for s in self._all if s.is_published and s.page.pk not in found]
        return found | (self.site.naming(lonely) if lonely else {})

    def linked(self, subject: Subject) -> set[int]:
        """The ids of the pages that a page's texts link to, chosen or by their addresses."""
        landings = [self.landing(link.address, subject.page) for link in subject.content.addresses]
        by_address = {landing.page.pk for landing in landings if landing and landing.page and not landing.is_pdf}
        return subject.content.linked | by_address

    @cached_property
    def _owners(self) -> dict[tuple[int, str], dict[int, Target]]:
        """The pages that answer each question in each language, by id. An alias answers none besides its original."""
        keys = {subject.question_key for subject in self._all} - {""}
        found: dict[tuple[int, str], dict[int, Target]] = defaultdict(dict)
        for model in (SpecialismPage, SupportPage):
            pages = model.objects.filter(question_key__in=keys, alias_of=None).order_by("path")
            for key, locale, pk, title, live in pages.values_list("question_key", "locale", "pk", "title", "live"):
                found[locale, key][pk] = Target(pk, title, live)
        return found

    @cached_property
    def _waiting(self) -> dict[tuple[int, str], dict[int, Target]]:
        """The same for versions that have not been published yet."""
        found: dict[tuple[int, str], dict[int, Target]] = defaultdict(dict)
        waiting = Page.objects.filter(has_unpublished_changes=True, latest_revision__isnull=False).order_by("path")
        asked = waiting.filter(latest_revision__content__has_key="target_question")
        rows = asked.values_list("latest_revision__content__target_question", "locale", "pk", "title", "live")
        for question, locale, pk, title, live in rows:
            found[locale, question_key(question or "")][pk] = Target(pk, title, live)
        return found

    @cached_property
    def _redrafted(self) -> set[int]:
        """The pages whose row says less than their version in waiting: it keeps the question that was stored first."""
        return {pk for targets in self._waiting.values() for pk in targets}

    def other_owners(self, subject: Subject) -> list[Owner]:
        """Other pages that answer the question of this one: live ones, for a draft also what is not published.

        None of an alias: its original is asked.
        """
        if not subject.question_key or subject.page.alias_of_id:
            return []
        asked = (subject.page.locale_id or Locale.get_default().pk, subject.question_key)
        stored = self._owners.get(asked, {})
        found = {pk: Owner(page, is_read=True) for pk, page in stored.items() if page.live}
        if subject.is_draft:
            left = {pk: page for pk, page in stored.items() if pk not in self._redrafted} | self._waiting.get(
                asked, {}
            )
            found |= {pk: Owner(page, is_read=False) for pk, page in left.items() if pk not in found}
        return [other for pk, other in found.items() if pk != subject.page.pk]

    @cached_property
    def bands(self) -> dict[int, Bands]:
        """The pay bands of each specialism, by its id."""
        ids = {subject.canonical.pk for subject in self._all if subject.cluster.canonical}
        gone = Q(valid_until__lt=self.today)
        rows = PayBand.objects.filter(specialism__in=ids).order_by().values_list("specialism")
        counted = rows.annotate(holding=Count("pk", filter=~gone), ended=Count("pk", filter=gone))
        return {pk: Bands(valid, expired) for pk, valid, expired in counted}

    @cached_property
    def originals(self) -> dict[int, Target]:
        """What translated pages are translations of, by the translation's id; asked only where there are any."""
        default = Locale.get_default()
        translated = {s.page.pk: s.page.translation_key for s in self._all if s.page.locale_id != default.pk}
        if not translated:
            return {}
        pages = Page.objects.filter(translation_key__in=translated.values(), locale=default)
        rows = pages.values_list("translation_key", "pk", "title", "live", "last_published_at")
        by_key = {key: Target(pk, title, live, at) for key, pk, title, live, at in rows}
        return {pk: by_key[key] for pk, key in translated.items() if key in by_key}

    @cached_property
    def due(self) -> dict[int, datetime]:
        """When canonical pages that readers do not see yet are scheduled to go live, by id."""
        hidden = {s.canonical.pk for s in self._all if s.cluster.canonical and not s.canonical.live}
        waiting = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in hidden])
        rows = waiting.filter(approved_go_live_at__isnull=False).values_list("object_id", "approved_go_live_at")
        return {int(pk): at for pk, at in rows}

    def links_of(self, canonical: SpecialismPage) -> set[str]:
        """The addresses that a canonical page's HTML links to, as a visitor gets it; rendered once."""
        if canonical.pk not in self._rendered:
            self._rendered[canonical.pk] = links_of(canonical)
        return self._rendered[canonical.pk]
