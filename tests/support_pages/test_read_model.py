"""Whatever editors do to the tree, the read model says what a naive look at all rows says."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction
from wagtail.signal_handlers import disable_reference_index_auto_update

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.cluster import Cluster, cluster_of, clusters, guide_counts
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories

STEPS = 52
RUNS = {"postgresql": 13, "sqlite": 4}
WANTED = {"postgresql": 500, "sqlite": 100}
"""Steps that change something, of all in these runs. In the first run nobody changes anything: it is what Hypothesis
shrinks to."""
ANY = st.integers(0, 99)
FEWEST = 2
"""Pages of a type that are never deleted, so that there is something to do."""
Ids = list[int]


class Rows:
    """Everything there is, as plain rows, and what follows from them for a reader."""

    def __init__(self) -> None:
        columns = ("pk", "path", "live")
        self.guides = {pk: (path, live) for pk, path, live in SupportPage.objects.values_list(*columns)}
        self.specialisms = dict(SpecialismPage.objects.values_list("pk", "path"))
        self.visits = set(SupportPage.also_supports.through.objects.values_list("specialismpage_id", "supportpage_id"))
        locked = set(PageViewRestriction.objects.values_list("page_id", flat=True))
        self.locked = {path for pk, path in Page.objects.values_list("pk", "path") if pk in locked}

    def parent(self, path: str) -> str:
        """The path of the page above."""
        return path[:-4]

    def is_private(self, path: str) -> bool:
        """Whether the page or any above it is locked."""
        return any(path[:end] in self.locked for end in range(4, len(path) + 1, 4))

    def live(self) -> Ids:
        """All live guides in the order of the tree."""
        return [pk for pk, (path, live) in sorted(self.guides.items(), key=lambda row: row[1][0]) if live]

    def cluster(self, pk: int) -> dict[str, Ids]:
        """The parts of a specialism's cluster."""
        path = self.specialisms[pk]
        own = [guide for guide in self.live() if self.parent(self.guides[guide][0]) == path]
        guests = [guide for guide in self.live() if (pk, guide) in self.visits and guide not in own]
        return {
            "pages": [guide for guide in own if self.guides[guide][0] not in self.locked],
            "hidden": [guide for guide in own if self.guides[guide][0] in self.locked],
            "guests": self.readable(guests),
        }

    def readable(self, guides: Ids) -> Ids:
        """Those of the guides that are there, live and not private, each once."""
        live = set(self.live())
        return [pk for pk in dict.fromkeys(guides) if pk in live and not self.is_private(self.guides[pk][0])]

    def counts(self) -> Counter[str]:
        """How many guides readers find under each path."""
        counts: Counter[str] = Counter()
        for pk in self.readable(self.live()):
            path = self.guides[pk][0]
            counts.update(path[:end] for end in range(4, len(path), 4))
        return counts


def parts(cluster: Cluster) -> dict[str, Ids]:
    """The parts of a cluster as ids."""
    return {name: [page.pk for page in getattr(cluster, name)] for name in ("pages", "hidden", "guests")}


@dataclass(frozen=True)
class Step:
    """What editors do next: two numbers choose pages, ``others`` some more, ``yes`` between two ways."""

    name: str
    number: int
    to: int
    others: list[int]
    yes: bool


class Editors:
    """Editors at work on a small site; each public method is a step."""

    def __init__(self) -> None:
        self._deleted: list[dict[str, Any]] = []
        self._made = 0
        self._revisions: dict[int, Ids] = defaultdict(list)
        for pk, revision in SupportPage.objects.values_list("pk", "latest_revision"):
            self._revisions[pk].append(revision)

    def look(self, step: Step) -> None:
        """Change nothing."""

    def move_guide(self, step: Step) -> None:
        """To any specialism, at the end."""
        guide(step.number).move(field(step.to), pos="last-child")

    def reorder(self, step: Step) -> None:
        """Put a guide beside any other: a sibling or one of another specialism."""
        moved, other = guide(step.number), guide(step.to)
        if moved.pk != other.pk:
            moved.move(other, pos="left" if step.yes else "right")

    def move_specialism(self, step: Step) -> None:
        """With all that is under it, where the tree allows it."""
        page = field(step.number)
        target = SpecialismIndexPage.objects.get() if step.to % 3 == 0 else field(step.to)
        if not target.path.startswith(page.path) and page.can_move_to(target):
            page.move(target, pos="first-child" if step.yes else "last-child")

    def unpublish(self, step: Step) -> None:
        """A guide."""
        guide(step.number).unpublish(log_action=False)

    def republish(self, step: Step) -> None:
        """The last version of a guide."""
        guide(step.number).get_latest_revision().publish(log_action=False)

    def switch_specialism(self, step: Step) -> None:
        """Unpublish a specialism without what is under it, or publish it again."""
        page = field(step.number)
        if page.live:
            page.unpublish(log_action=False)
        else:
            page.save_revision(log_action=False).publish(log_action=False)

    def revert(self, step: Step) -> None:
        """To an earlier version of a guide."""
        page = guide(step.number)
        earlier = self._revisions[page.pk][step.to % len(self._revisions[page.pk])]
        self._store(page.revisions.get(pk=earlier).as_object(), step.yes)

    def delete_guide(self, step: Step) -> None:
        """For good, but for its last version."""
        if SupportPage.objects.count() > FEWEST:
            page = guide(step.number)
            self._deleted.append(page.get_latest_revision().content)
            page.delete()

    def delete_specialism(self, step: Step) -> None:
        """With all that is under it."""
        path = field(step.number).path
        kept = [model.objects.exclude(path__startswith=path).count() for model in (SupportPage, SpecialismPage)]
        if min(kept) >= FEWEST:
            field(step.number).delete()

    def recreate(self, step: Step) -> None:
        """A deleted guide from its last version, as a new page; one more guide while nothing was deleted."""
        self._made += 1
        page = SupportPage(title="One more", kind=Kind.MARKET_MAP)
        if self._deleted:
            content = self._deleted.pop(step.number % len(self._deleted))
            there = set(SpecialismPage.objects.values_list("pk", flat=True))
            hosts = [pk for pk in content["also_supports"] if pk in there]
            page = SupportPage.from_serializable_data(content | {"also_supports": hosts})
            page.pk = page.id = page.path = page.depth = page.latest_revision = page.live_revision = None
            page.numchild, page._state.adding = 0, True
        page.slug = f"again-{self._made}"
        field(step.to).add_child(instance=page)
        self._store(page, publish=True)

    def set_also_supports(self, step: Step) -> None:
        """In a draft or for readers."""
        page = guide(step.number).get_latest_revision_as_object()
        page.also_supports = [field(number) for number in step.others]
        self._store(page, step.yes)

    def set_pins(self, step: Step) -> None:
        """In a draft or for readers."""
        page = guide(step.number).get_latest_revision_as_object()
        page.pinned = [("guide", guide(number)) for number in step.others]
        self._store(page, step.yes)

    def lock_or_unlock(self, step: Step) -> None:
        """Make a guide or a specialism private, or public again."""
        page = guide(step.number) if step.yes else field(step.number)
        if not PageViewRestriction.objects.filter(page=page).delete()[0]:
            PageViewRestriction.objects.create(page=page, restriction_type="login")

    def _store(self, page: SupportPage, publish: bool) -> None:
        revision = page.save_revision(log_action=False)
        self._revisions[page.pk].append(revision.pk)
        if publish:
            revision.publish(log_action=False)


NAMES = [name for name in vars(Editors) if not name.startswith("_")]


def guide(number: int) -> SupportPage:
    """One of the guides."""
    pages = SupportPage.objects.order_by("pk")
    return pages[number % pages.count()]


def field(number: int) -> SpecialismPage:
    """One of the specialisms."""
    pages = SpecialismPage.objects.order_by("pk")
    return pages[number % pages.count()]


def compare(at: int) -> None:
    """Every cluster, one by one and together, what one of the guides has pinned, and the counts."""
    rows = Rows()
    fields = list(SpecialismPage.objects.order_by("path"))
    expected = {page.pk: rows.cluster(page.pk) for page in fields}
    pinning = guide(at)
    pinned = rows.readable([child["value"] for child in pinning.pinned.raw_data])
    found = {page.pk: cluster_of(page, pinning) for page in fields}
    assert {pk: parts(cluster) for pk, cluster in found.items()} == expected
    assert all([page.pk for page in cluster.pinned] == pinned for cluster in found.values())
    assert {pk: parts(cluster) for pk, cluster in clusters(fields).items()} == expected
    assert guide_counts() == rows.counts()


@pytest.fixture
def small_site(directory: SpecialismIndexPage) -> None:
    """A sector, a family and a specialism, each under the one before; two guides in each."""

    def made(parent: Page) -> SpecialismPage:
        page = factories.SpecialismPageFactory(parent=type(parent).objects.get(pk=parent.pk), body=[], remit="")
        for kind in (Kind.HIRING_GUIDE, Kind.SALARY_GUIDE):
            above = SpecialismPage.objects.get(pk=page.pk)
            factories.SupportPageFactory(parent=above, kind=kind, body=[]).save_revision()
        return page

    made(made(made(directory)))


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.usefixtures("small_site")
def test_five_hundred_steps_of_editors() -> None:
    """The same steps each time, fewer of them on SQLite."""
    taken: Counter[str] = Counter()
    step = st.builds(Step, st.sampled_from(NAMES), ANY, ANY, st.lists(ANY, max_size=3), st.booleans())

    @settings(
        max_examples=RUNS[connection.vendor],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.lists(step, min_size=STEPS, max_size=STEPS))
    def work(steps: list[Step]) -> None:
        with transaction.atomic():
            editors = Editors()
            for number, step in enumerate(steps):
                taken[step.name] += 1
                if step.name != "look":
                    getattr(editors, step.name)(step)
                    compare(number)
            transaction.set_rollback(True)

    with disable_reference_index_auto_update():
        work()
    assert set(taken) == set(NAMES)
    assert taken.total() - taken["look"] >= WANTED[connection.vendor], taken
