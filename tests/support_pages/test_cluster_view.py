"""One cluster in the CMS: what is drawn and listed is what the read model holds and the check finds, at any size."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import timezone
from wagtail.models import Site

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.admin.lettering import lines_of, width
from support_pages.admin.map import LEFT, LETTERS, LINES, RIGHT, Map, map_of
from support_pages.admin.overview import Overview, State, overview_of
from support_pages.cluster import cluster_of
from support_pages.content import content_of
from support_pages.kinds import Kind
from support_pages.models import ClusterHealth, PageHealth, SupportPage
from support_pages.thread.check import Report, check_cluster
from support_pages.thread.health import record_cluster, score
from tests import factories
from tests.support.tasks import run_waiting
from tests.support_pages.clusters import LONGEST, cluster, guide, linking, with_guest_draft_and_private

pytestmark = pytest.mark.django_db

Open = Callable[..., BeautifulSoup]


def fresh(page: SpecialismPage) -> SpecialismPage:
    """The page as the database has it."""
    return SpecialismPage.objects.get(pk=page.pk)


@pytest.fixture
def eight(directory: SpecialismIndexPage) -> SpecialismPage:
    """A cluster of eight pages, with a guest, a draft and a private guide besides."""
    made = cluster(directory, 8)
    elsewhere = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), title="Elsewhere", body=[])
    with_guest_draft_and_private(fresh(made), elsewhere)
    run_waiting()
    return fresh(made)


@pytest.fixture
def editor(home) -> Client:
    """An editor's browser."""
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    return client


@pytest.fixture
def shown(editor: Client) -> Open:
    """The view of a cluster, parsed."""

    def get(specialism: SpecialismPage, client: Client = editor) -> BeautifulSoup:
        response = client.get(reverse("thread:cluster", args=[specialism.pk]))
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return get


def overview(specialism: SpecialismPage) -> Overview:
    """What an administrator sees of a cluster."""
    return overview_of(check_cluster(specialism), factories.user("root", is_superuser=True))


def drawn(soup: BeautifulSoup, kind: str) -> set[tuple[int, int]]:
    """The lines of a kind on the map, by the pages they join."""
    lines = soup.select(f".thread-map-frame > svg > g > path.thread-map-{kind}")
    return {(int(line["data-source"]), int(line["data-target"])) for line in lines}


def counts(node: Tag) -> dict[str, int]:
    """The marks of a node, by severity."""
    return {
        mark["class"][-1].rpartition("--")[2]: int(mark.get_text(strip=True))
        for mark in node.select(".thread-map-mark")
    }


@dataclass(frozen=True)
class Sight:
    """A cluster as it is shown: the page, the map as geometry, and what should be on both."""

    specialism: SpecialismPage
    report: Report
    guides: tuple[SupportPage, ...]
    map: Map
    soup: BeautifulSoup


@pytest.fixture(scope="module")
def sights(django_db_setup, django_db_blocker) -> dict[int, Sight]:
    """Clusters of 1, 8 and 80 pages, looked at once; they are gone afterwards."""
    found = {}
    with django_db_blocker.unblock(), transaction.atomic():
        factories.SpecialismIndexPageFactory(parent=factories.site())
        root = factories.user("root", is_superuser=True)
        client = Client()
        client.force_login(root)
        for size in (1, 8, 80):
            specialism = cluster(SpecialismIndexPage.objects.get(), size)
            report = check_cluster(specialism)
            html = client.get(reverse("thread:cluster", args=[specialism.pk])).content
            soup = BeautifulSoup(html, "html.parser")
            pages = cluster_of(specialism).pages
            found[size] = Sight(specialism, report, pages, map_of(overview_of(report, root)), soup)
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    return found


@pytest.mark.parametrize("size", [1, 8, 80])
def test_the_map_is_the_cluster(sights: dict[int, Sight], size: int) -> None:
    sight = sights[size]
    specialism, report, soup = sight.specialism, sight.report, sight.soup
    assert len(sight.guides) == size - 1
    nodes = {int(node["data-page"]): node for node in soup.select(".thread-map a")}
    assert next(iter(nodes)) == specialism.pk
    assert nodes.keys() == {specialism.pk, *(page.pk for page in sight.guides)}
    for pk, node in nodes.items():
        errors = sum(problem.is_error for problem in report.by_page[pk])
        marks = {"error": errors, "warning": len(report.by_page[pk]) - errors}
        assert counts(node) == {severity: count for severity, count in marks.items() if count}
        assert node["href"] == f"#page-{pk}"
        assert soup.find(id=f"page-{pk}").name == "tbody"
        assert node["aria-label"].startswith(report.pages[pk].title)
    texts = {page.pk: content_of(report.pages[page.pk]).linked for page in sight.guides}
    up = {(specialism.pk, pk) for pk, linked in texts.items() if specialism.pk in linked}
    assert drawn(soup, "thread--both") == up
    assert drawn(soup, "thread--no-up") == {(specialism.pk, pk) for pk in texts} - up
    assert drawn(soup, "thread--up-only") == set()
    assert drawn(soup, "link") == {(pk, to) for pk, linked in texts.items() for to in linked & texts.keys()}
    assert size < 8 or (drawn(soup, "link") and up)


@pytest.mark.parametrize("size", [1, 8, 80])
def test_nothing_on_the_map_lies_over_anything_else(sights: dict[int, Sight], size: int) -> None:
    seen = sights[size].map
    boxes = [seen.canonical.box, *(node.box for node in seen.guides)]
    for number, (x, y, wide, high) in enumerate(boxes):
        assert x >= 0
        assert y >= 0
        assert x + wide <= seen.width
        assert y + high <= seen.height
        for left, top, width_, height in boxes[number + 1 :]:
            assert x + wide <= left or left + width_ <= x or y + high <= top or top + height <= y
    for node in seen.guides:
        assert len(node.lines) <= LINES
        assert all(width(line.text) <= LETTERS for line in node.lines)
        assert all(node.box[1] <= line.y <= node.box[1] + node.box[3] for line in node.lines)
    high = {side: sum(node.box[3] for node in seen.guides if node.side == side) for side in (LEFT, RIGHT)}
    assert size < 8 or max(high.values()) < 2 * min(high.values())


def test_one_kind_alone_takes_both_sides(specialism: SpecialismPage) -> None:
    for number in range(9):
        guide(fresh(specialism), number, [], kind=Kind.MARKET_MAP)
    seen = map_of(overview(fresh(specialism)))
    assert [heading.text for heading in seen.headings] == ["Market maps (9)", "Market maps (9), continued"]
    assert {node.side for node in seen.guides} == {LEFT, RIGHT}
    assert [node.entry.page.title for node in seen.guides] == [p.title for p in cluster_of(fresh(specialism)).pages]


def test_guides_stand_by_kind_in_editorial_order(eight: SpecialismPage) -> None:
    seen = map_of(overview(eight))
    by_kind = cluster_of(eight).by_kind
    assert [heading.text.rpartition(" (")[0] for heading in seen.headings] == [group.label for group in by_kind]
    listed = [node.entry.page for node in seen.guides if node.entry.state in {State.SHOWN, State.GUEST}]
    assert listed == [page for group in by_kind for page in group.pages]


def test_guests_drafts_and_private_guides_are_told_apart(eight: SpecialismPage, shown: Open) -> None:
    entries = {entry.page.title: entry for entry in overview(eight).guides if entry.state != State.SHOWN}
    assert {title: entry.state for title, entry in entries.items()} == {
        "Private notes": State.PRIVATE,
        "Guest from elsewhere": State.GUEST,
        "Draft to come": State.DRAFT,
    }
    pk = {title: entry.page.pk for title, entry in entries.items()}
    soup = shown(eight)
    assert (eight.pk, pk["Guest from elsewhere"]) in drawn(soup, "thread--both")
    assert (eight.pk, pk["Private notes"]) in drawn(soup, "thread--up-only")
    assert all(target != pk["Draft to come"] for _source, target in drawn(soup, "thread"))
    for title, state in [("Guest from elsewhere", "Guest"), ("Draft to come", "Draft"), ("Private notes", "Private")]:
        node = soup.select_one(f'.thread-map a[data-page="{pk[title]}"]')
        assert f", {state}" in node["aria-label"]
        assert node.select_one(".thread-map-state").get_text() == state
        assert state in soup.find(id=f"page-{pk[title]}").get_text()
    assert "Not published, so not checked" in soup.find(id=f"page-{pk['Draft to come']}").get_text()
    assert counts(soup.select_one(f'.thread-map a[data-page="{pk["Draft to come"]}"]')) == {}


def test_a_guest_is_checked_where_it_is_at_home(eight: SpecialismPage, shown: Open) -> None:
    elsewhere = SpecialismPage.objects.get(title="Elsewhere")
    guest = SupportPage.objects.get(title="Guest from elsewhere")
    assert counts(shown(eight).select_one(f'.thread-map a[data-page="{guest.pk}"]')) == {}
    record_cluster(elsewhere)
    health = PageHealth.objects.get(pk=guest.pk)
    soup = shown(eight)
    assert counts(soup.select_one(f'.thread-map a[data-page="{guest.pk}"]')) == {"warning": health.warnings}
    link = soup.find(id=f"page-{guest.pk}").find("a", string="Elsewhere")
    assert link["href"] == reverse("thread:cluster", args=[elsewhere.pk]) + f"#page-{guest.pk}"


def test_the_table_says_what_is_known(eight: SpecialismPage, consultant, shown: Open) -> None:
    first, second = cluster_of(eight).pages[:2]
    today = timezone.localdate()
    first.reviewer, first.reviewed_on = consultant, today - datetime.timedelta(days=400)
    first.body = linking(eight, second)
    first.save()
    run_waiting()
    row = shown(eight).find(id=f"page-{first.pk}")
    cells = [cell.get_text(" ", strip=True) for cell in row.find("tr").find_all(["th", "td"])]
    checked = check_cluster(eight).by_page[first.pk]
    assert cells[1:4] == ["Hiring guide", str(100 - 10 * len(checked)), "Ines Okafor"]
    assert cells[4].endswith("Overdue")
    assert cells[5:] == [str(first.word_count), "1", "2"]
    assert [item.get_text() for item in row.select(".thread-message")] == [problem.message for problem in checked]


def test_every_problem_is_one_click_from_its_cure(eight: SpecialismPage, shown: Open) -> None:
    administrator = Client()
    administrator.force_login(factories.user("root", is_superuser=True))
    report = check_cluster(eight)
    cures = [cure["href"] for cure in shown(eight, administrator).select(".thread-cure")]
    assert sorted(cures) == sorted(problem.cure.url for problem in report.problems)
    one_of_each = {resolve(urlsplit(cure).path).view_name: cure for cure in cures}
    assert {"wagtailadmin_pages:edit"} <= one_of_each.keys()
    assert all(administrator.get(urlsplit(cure).path).status_code == 200 for cure in one_of_each.values())


def test_cures_lead_only_where_somebody_may_go(eight: SpecialismPage, shown: Open, home) -> None:
    """Somebody who may edit one guide sees the whole cluster, and one guide's cures."""
    mine = cluster_of(eight).pages[2]
    account = factories.user("guest-editor")
    group = account.groups.create(name="One guide")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    group.page_permissions.create(page=mine, permission=Permission.objects.get(codename="change_page"))
    client = Client()
    client.force_login(account)
    soup = shown(eight, client)
    links = {link["href"] for link in soup.select("a.thread-cure, th a") if "/pages/" in link["href"]}
    assert {int(re.search(r"/pages/(\d+)/", link)[1]) for link in links} == {mine.pk}
    messages = [problem.message for problem in check_cluster(eight).problems]
    assert [item.get_text() for item in soup.select(".thread-message")] == messages


def test_opening_it_checks_and_records_it(eight: SpecialismPage, editor: Client, shown: Open) -> None:
    soup = shown(eight)
    report = check_cluster(eight)
    line = ClusterHealth.objects.get(specialism=eight)
    assert soup.select_one(".thread-score strong").get_text() == str(score(report)) == str(line.score)
    first = cluster_of(eight).pages[0]
    first.also_supports.clear()
    first.unpublish()
    response = editor.post(reverse("thread:cluster", args=[eight.pk]), follow=True)
    assert "“Cluster of 8” was checked: 1 errors" in response.content.decode()
    line.refresh_from_db()
    assert (line.pages, line.score) == (len(report.pages) - 1, score(check_cluster(eight)))


def test_how_the_score_comes_about_is_said(eight: SpecialismPage, shown: Open) -> None:
    words = " ".join(shown(eight).select_one(".thread-summary").get_text().split())
    assert "The mean of its 9 published pages, rounded down. 1 page has errors and counts 0." in words
    soup = shown(eight)
    scores = [row.select_one("tr td:nth-of-type(2)").get_text(strip=True) for row in soup.select("tbody")]
    scores = [int(value) for value in scores if value != "–"]
    assert sum(scores) // len(scores) == int(soup.select_one(".thread-score strong").get_text())


def test_a_cluster_of_which_nothing_is_published(eight: SpecialismPage, shown: Open) -> None:
    SupportPage.objects.update(live=False)
    eight.unpublish()
    soup = shown(eight)
    assert "Nothing of this cluster is published" in soup.get_text()
    assert "Draft" in soup.select_one(f'.thread-map a[data-page="{eight.pk}"]')["aria-label"]
    assert drawn(soup, "thread") == set()


@pytest.mark.parametrize("change", ["title", "privacy"])
def test_odd_titles_are_text_and_whole_in_the_names(eight: SpecialismPage, shown: Open, change: str) -> None:
    odd = '<script>alert("&")</script> ' + "很长的标题" * 30
    page = cluster_of(eight).pages[0]
    SupportPage.objects.filter(pk=page.pk).update(title=odd[:180])
    node = shown(eight).select_one(f'.thread-map a[data-page="{page.pk}"]')
    assert node["aria-label"].startswith(odd[:180])
    assert node.title.get_text().startswith(odd[:180])
    assert node.select(".thread-map-title")[-1].get_text().endswith("…")


def test_it_costs_no_more_for_more_guides(eight: SpecialismPage, editor: Client) -> None:
    def cost() -> int:
        editor.get(reverse("thread:cluster", args=[eight.pk]))
        with CaptureQueriesContext(connection) as captured:
            editor.get(reverse("thread:cluster", args=[eight.pk]))
        return len(captured)

    few = cost()
    for number in range(20, 32):
        guide(fresh(eight), number, [eight])
    assert cost() <= few


def test_who_may_see_it(eight: SpecialismPage, editor: Client) -> None:
    url = reverse("thread:cluster", args=[eight.pk])
    for name, rights in (("visitor", ()), ("onlooker", ("access_admin", "view_fact", "view_mandate"))):
        account, stranger = factories.user(name), Client()
        account.user_permissions.set(Permission.objects.filter(codename__in=rights))
        stranger.force_login(account)
        assert stranger.get(url).status_code == 302
        assert stranger.post(url).status_code == 302
    assert not ClusterHealth.objects.exists()
    assert editor.get(reverse("thread:cluster", args=[999_999])).status_code == 404
    assert editor.get(reverse("thread:cluster", args=[cluster_of(eight).pages[0].pk])).status_code == 404


def test_the_specialism_leads_to_it(eight: SpecialismPage, editor: Client) -> None:
    link = reverse("thread:cluster", args=[eight.pk])
    for url in (
        reverse("wagtailadmin_pages:edit", args=[eight.pk]),
        reverse("wagtailadmin_explore", args=[eight.pk]),
        reverse("wagtailadmin_explore", args=[eight.get_parent().pk]),
    ):
        assert link in editor.get(url).content.decode()
    guide_editor = editor.get(reverse("wagtailadmin_pages:edit", args=[cluster_of(eight).pages[0].pk]))
    assert "/admin/thread/cluster/" not in guide_editor.content.decode()


def test_titles_are_broken_into_lines_that_fit() -> None:
    assert lines_of("Head of AI", 20, 2) == ["Head of AI"]
    lines = lines_of(LONGEST[:255], 20, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width(line) <= 20 for line in lines)
    assert all(width(line) <= 20 for line in lines_of("W" * 100, 20, 3))
    assert "".join(lines_of("a" * 50, 20, 3)) == "a" * 50
    assert lines_of("   ", 20, 2) == []
