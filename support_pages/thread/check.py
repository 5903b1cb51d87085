"""Checks the thread: of clusters, of the whole site, or of one page as it will be once published."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.cluster import Cluster, cluster_of, clusters
from support_pages.models import SupportPage
from support_pages.thread import rules  # noqa: F401 - importing them registers them
from support_pages.thread.rule import Problem, problems_of
from support_pages.thread.site import Site
from support_pages.thread.site_of_draft import SiteOfDraft
from support_pages.thread.surroundings import Surroundings

BATCH = 20
"""Clusters that are read together and share their queries, at most."""
MOST_PAGES = 1_000
"""Pages of several clusters that are read together at most: their texts have to fit into memory."""


@dataclass(frozen=True)
class Report:
    """What was found in a cluster: the problems of each page, its canonical page first; pages without any are there too."""

    cluster: Cluster
    by_page: dict[int, list[Problem]]
    pages: dict[int, SupportPage | SpecialismPage]

    @property
    def problems(self) -> list[Problem]:
        """All problems, page by page."""
        return [problem for problems in self.by_page.values() for problem in problems]

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(problem.is_error for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many are warnings."""
        return len(self.problems) - self.errors


def check(specialisms: Iterable[SpecialismPage], site: Site | None = None) -> Iterator[Report]:
    """The reports on the clusters of these specialisms, in order; none on those of which nothing is live.

    Queries grow with the batches, not with the pages.
    """
    site = site or Site()
    for batch in _batches(specialisms):
        yield from _reports(list(clusters(batch, guides=SupportPage.objects.all()).values()), site)


def _batches(specialisms: Iterable[SpecialismPage]) -> Iterator[list[SpecialismPage]]:
    """The specialisms in order, as many at a time as are read together. A page's children are no fewer than its guides."""
    batch: list[SpecialismPage] = []
    for one in specialisms:
        if batch and (len(batch) == BATCH or sum(1 + page.numchild for page in (*batch, one)) > MOST_PAGES):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def check_cluster(specialism: SpecialismPage) -> Report:
    """The report on one cluster, even if nothing of it is live."""
    return next(check([specialism]), Report(Cluster(specialism, ()), {}, {}))


def check_site() -> Iterator[Report]:
    """The reports on all clusters in the order of the tree, then on guides that stand under no specialism."""
    site = Site()
    everything = SpecialismPage.objects.order_by("path")
    yield from check(everything.iterator(chunk_size=BATCH), site)
    yield from check_strays(site)


def check_strays(site: Site) -> Iterator[Report]:
    """The reports on guides that stand under no specialism, one a guide."""
    strays = SupportPage.objects.outside(SpecialismPage.objects.values_list("path", flat=True))
    yield from _reports([Cluster(None, (page,)) for page in strays], site)


def check_draft(page: SupportPage | SpecialismPage, parent: Page, site: Site | None = None) -> list[Problem]:
    """What is wrong with a page as its editor has it before them. A constant number of queries.

    Several drafts in a row share what is read of the whole site if they are given the same ``site``.
    """
    return problems_of_draft(page, cluster_of_draft(page, parent), site)


def problems_of_draft(page: SupportPage | SpecialismPage, cluster: Cluster, site: Site | None = None) -> list[Problem]:
    """The same, if its cluster is at hand."""
    around = Surroundings([cluster], site or SiteOfDraft(), drafts=[page])
    return [problem for subject in around.drafts for problem in problems_of(subject)]


def cluster_of_draft(page: SupportPage | SpecialismPage, parent: Page) -> Cluster:
    """The cluster a page that is being written belongs to, with what it pins; one query."""
    if isinstance(page, SpecialismPage):
        return cluster_of(page) if page.pk else Cluster(page, ())
    canonical = parent.specific
    return cluster_of(canonical, page) if isinstance(canonical, SpecialismPage) else Cluster(None, (page,))


def _reports(found: Sequence[Cluster], site: Site) -> Iterator[Report]:
    around = Surroundings(found, site)
    reports = {id(cluster): Report(cluster, {}, {}) for cluster in found}
    for subject in around.subjects:
        report = reports[id(subject.cluster)]
        report.pages[subject.page.pk] = subject.page
        report.by_page[subject.page.pk] = list(problems_of(subject))
    yield from (report for report in reports.values() if report.pages)
