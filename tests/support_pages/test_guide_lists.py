"""Lists of pages in the CMS: what is under a specialism, and all guides, with our columns and filters."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.models import ConsultantPage
from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import PageHealth, SupportPage
from tests import factories
from tests.support.tasks import run_waiting
from tests.support_pages.clusters import guide

pytestmark = pytest.mark.django_db

Listed = Callable[..., list[str]]


@pytest.fixture
def pages(specialism: SpecialismPage, consultant: ConsultantPage) -> dict[str, SupportPage | SpecialismPage]:
    """Under the specialism: four guides, one of them a draft, that stand differently, and a narrower specialism."""
    today = timezone.localdate()

    def fresh() -> SpecialismPage:
        return SpecialismPage.objects.get(pk=specialism.pk)

    def reviewed(days: int) -> dict[str, object]:
        due = today + datetime.timedelta(days)
        return {"reviewer": consultant, "reviewed_on": today - datetime.timedelta(200), "review_due_on": due}

    made: dict[str, SupportPage | SpecialismPage] = {
        "Late": guide(fresh(), 0, [], title="Late", kind=Kind.HIRING_GUIDE, **reviewed(-3)),
        "Soon": guide(fresh(), 1, [], title="Soon", kind=Kind.SALARY_GUIDE, **reviewed(20)),
        "Later": guide(fresh(), 2, [], title="Later", kind=Kind.HIRING_GUIDE, **reviewed(90)),
        "Draft": guide(fresh(), 3, [], title="Draft", kind=Kind.MARKET_MAP, live=False),
        "Narrow": factories.SpecialismPageFactory(parent=fresh(), title="Narrow", body=[]),
    }
    for name, errors, warnings in (("Late", 2, 1), ("Soon", 0, 4), ("Later", 0, 0)):
        PageHealth.objects.create(page=made[name], errors=errors, warnings=warnings)
    return made


@pytest.fixture
def editor(home) -> Client:
    """An editor's browser."""
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    return client


@pytest.fixture
def publisher(home) -> Client:
    """A reviewer's browser."""
    client = Client()
    client.force_login(factories.user("rae", group="Reviewers"))
    return client


@pytest.fixture(params=["explorer", "guides"])
def place(request: pytest.FixtureRequest, specialism: SpecialismPage) -> str:
    """Each list in turn, by its address."""
    return {
        "explorer": reverse("wagtailadmin_explore", args=[specialism.pk]),
        "guides": reverse("guide_list:index"),
    }[request.param]


@pytest.fixture
def listed(editor: Client, place: str) -> Listed:
    """The titles that a query finds, in order, as the list is loaded again when somebody filters it."""

    def get(**query: object) -> list[str]:
        response = editor.get(f"{place}results/", query)
        assert response.status_code == 200
        return [page.title for page in response.context["object_list"]]

    return get


def cells(editor: Client, url: str) -> dict[str, list[str]]:
    """What the list says of each page: kind, health, next review, reviewer."""
    html = BeautifulSoup(editor.get(url).content, "html.parser")
    names = [heading.get_text(" ", strip=True) for heading in html.select("table thead th, table thead td")]
    first = names.index("Kind")
    assert names[first : first + 4] == ["Kind", "Health", "Next review", "Reviewer"]
    found = {}
    for row in html.select("table tbody tr"):
        texts = [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.find_all("td")]
        found[row.select_one(".title-wrapper a").get_text(strip=True)] = texts[first : first + 4]
    return found


def test_the_columns_say_how_each_page_stands(pages, editor: Client, place: str) -> None:
    said = cells(editor, place)
    assert said["Late"][:2] == ["Hiring guide", "2 errors 1 warning"]
    assert said["Late"][2].endswith("Overdue")
    assert said["Late"][3] == "Ines Okafor"
    assert said["Soon"][1] == "4 warnings"
    assert "Overdue" not in said["Soon"][2]
    assert said["Later"][1] == "No problems"
    assert said["Draft"] == ["Market map", "–", "–", ""]


def test_specialisms_stand_beside_guides_in_the_explorer(pages, specialism: SpecialismPage, editor: Client) -> None:
    url = reverse("wagtailadmin_explore", args=[specialism.pk])
    said = cells(editor, url)
    assert set(said) == set(pages)
    assert said["Narrow"][:2] == ["Specialism", "Not checked yet"]
    assert "Narrow" not in cells(editor, reverse("guide_list:index"))


def test_filters(pages, consultant: ConsultantPage, listed: Listed) -> None:
    today = timezone.localdate()
    assert set(listed(kind="hiring_guide")) == {"Late", "Later"}
    assert set(listed(kind=["hiring_guide", "market_map"])) == {"Late", "Later", "Draft"}
    assert listed(health="errors") == ["Late"]
    assert listed(health="warnings") == ["Soon"]
    assert listed(health="clean") == ["Later"]
    assert set(listed(health="unchecked")) <= {"Narrow"}
    assert listed(review="overdue") == ["Late"]
    assert listed(review="soon") == ["Soon"]
    assert listed(review="never") == ["Draft"]
    assert listed(due_from=today, due_to=today + datetime.timedelta(30)) == ["Soon"]
    assert set(listed(due_to=today + datetime.timedelta(30))) == {"Late", "Soon"}
    assert set(listed(reviewer=consultant.pk)) == {"Late", "Soon", "Later"}
    assert listed(kind="hiring_guide", health="clean", reviewer=consultant.pk) == ["Later"]


@pytest.mark.parametrize("query", [{"reviewer": "9" * 30}, {"kind": "x"}, {"health": "x"}, {"due_from": "x"}])
def test_nonsense_is_answered(pages, editor: Client, specialism: SpecialismPage, query: dict[str, str]) -> None:
    for url in (reverse("wagtailadmin_explore", args=[specialism.pk]), reverse("guide_list:index")):
        assert editor.get(url, query).status_code == 200


@pytest.mark.database
def test_lists_are_sorted_and_what_says_nothing_comes_last(pages, listed: Listed) -> None:
    def guides(**query: str) -> list[str]:
        return [title for title in listed(**query) if title != "Narrow"]

    assert guides(ordering="due") == ["Late", "Soon", "Later", "Draft"]
    assert guides(ordering="-due") == ["Later", "Soon", "Late", "Draft"]
    assert guides(ordering="-health") == ["Late", "Soon", "Later", "Draft"]
    assert guides(ordering="health") == ["Later", "Soon", "Late", "Draft"]
    assert guides(ordering="kind") == ["Late", "Later", "Draft", "Soon"]
    assert guides(ordering="reviewer")[-1] == "Draft"
    assert sorted(guides(ordering="title")) == guides(ordering="title")


def test_search_goes_with_filters_and_sorting(pages, listed: Listed) -> None:
    run_waiting()
    assert listed(q="soon") == ["Soon"]
    assert set(listed(q="lat")) >= {"Late", "Later"}
    assert listed(q="lat", health="errors", kind="hiring_guide") == ["Late"]
    for column in ("kind", "health", "due", "reviewer"):
        assert {"Late", "Later"} <= set(listed(q="lat", ordering=column))


def test_whoever_publishes_still_orders_by_hand(pages, specialism: SpecialismPage, publisher: Client) -> None:
    url = reverse("wagtailadmin_explore", args=[specialism.pk])
    html = publisher.get(url, {"ordering": "ord"}).content.decode()
    assert "data-w-orderable-item-label" in html
    move = reverse("wagtailadmin_pages:set_page_position", args=[pages["Later"].pk])
    moved = publisher.post(f"{move}?position=0")
    assert moved.status_code == 200
    found = [page.title for page in publisher.get(url, {"ordering": "ord"}).context["object_list"]]
    assert found == ["Later", "Late", "Soon", "Draft", "Narrow"]


def test_more_pages_cost_no_more(pages, specialism: SpecialismPage, publisher: Client, place: str) -> None:
    """Of those who may not publish, Wagtail asks page by page whether they may delete; that is its own."""

    def cost() -> int:
        publisher.get(place)
        with CaptureQueriesContext(connection) as captured:
            publisher.get(place)
        return len(captured)

    few = cost()
    for number in range(20, 26):
        page = guide(SpecialismPage.objects.get(pk=specialism.pk), number, [])
        PageHealth.objects.create(page=page, warnings=number)
    assert cost() <= few


def test_specialisms_are_still_listed_as_pages_of_a_type(pages, editor: Client) -> None:
    url = reverse("wagtailadmin_pages:type_use", args=["specialisms", "specialismpage"])
    assert {"Machine Learning", "Narrow"} == {page.title for page in editor.get(url).context["object_list"]}
    assert editor.get(reverse("wagtailadmin_explore_root")).status_code == 200


def test_a_new_guide_begins_with_its_specialism_and_kind(specialism: SpecialismPage, editor: Client) -> None:
    choose = reverse("guide_list:choose_parent")
    assert editor.get(choose)["Location"] == reverse("guides:kinds", args=[specialism.pk])
    other = factories.SpecialismPageFactory(parent=SpecialismPage.objects.get().get_parent(), title="Other")
    assert editor.get(choose).status_code == 200
    assert editor.post(choose, {"parent_page": other.pk})["Location"] == reverse("guides:kinds", args=[other.pk])


def test_who_sees_what(pages, editor: Client) -> None:
    """Somebody with rights on one guide finds that one; without any, no list."""
    url = reverse("guide_list:index")
    assert url in editor.get(reverse("wagtailadmin_home")).content.decode()
    account = factories.user("visitor")
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(account)
    assert client.get(url).status_code == 302
    assert url not in client.get(reverse("wagtailadmin_home")).content.decode()
    group = account.groups.create(name="One guide")
    group.page_permissions.create(page=pages["Soon"], permission=Permission.objects.get(codename="change_page"))
    client.force_login(type(account).objects.get(pk=account.pk))
    assert [page.title for page in client.get(url).context["object_list"]] == ["Soon"]
