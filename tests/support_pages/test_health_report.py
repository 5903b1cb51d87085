"""The report "Cluster health": what the last checks found, filtered, sorted, exported, at a constant cost."""

import csv
import datetime
import io
from collections.abc import Callable

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.models import ConsultantPage
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.admin.trend import Score, Trend
from support_pages.models import ClusterHealth
from support_pages.thread.health import record_cluster
from support_pages.thread.rule import RULES
from tests import factories
from tests.support_pages.clusters import cluster

pytestmark = pytest.mark.django_db

REPORT = "thread:report"


def line(specialism: SpecialismPage, days_ago: int = 0, **found: object) -> ClusterHealth:
    """What a check found on a day."""
    values = {"score": 100, "pages": 3, "errors": 0, "warnings": 0, "by_rule": {}} | found
    date = timezone.localdate() - datetime.timedelta(days=days_ago)
    return ClusterHealth.objects.create(specialism=specialism, date=date, **values)


def field(parent: SpecialismIndexPage | SpecialismPage, title: str, **fields: object) -> SpecialismPage:
    """A specialism without texts."""
    parent = type(parent).objects.get(pk=parent.pk)
    slug = f"field-{SpecialismPage.objects.count()}"
    return factories.SpecialismPageFactory(parent=parent, title=title, slug=slug, body=[], **fields)


@pytest.fixture
def fields(directory: SpecialismIndexPage) -> dict[str, SpecialismPage]:
    """Six specialisms that stand differently; one is under another."""
    made = {name: field(directory, name) for name in ("Bad", "Middling", "Good", "New", "Empty")}
    made["Under"] = field(made["Bad"], "Under")
    line(made["Bad"], score=20, errors=3, warnings=1, by_rule={"broken-link": 3, "thin": 1})
    line(made["Bad"], 8, score=50, errors=1, warnings=0, by_rule={"orphan": 1})
    line(made["Bad"], 40, score=90, errors=0, warnings=1, by_rule={"orphan": 1})
    line(made["Middling"], score=80, warnings=2, by_rule={"thin": 2})
    line(made["Middling"], 7, score=70, warnings=3, by_rule={"thin": 3})
    line(made["Good"])
    line(made["Empty"], pages=0)
    line(made["Under"], score=60, warnings=4, by_rule={"orphan": 4})
    return made


@pytest.fixture
def editor(home) -> Client:
    """An editor's browser."""
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    return client


@pytest.fixture
def listed(editor: Client) -> Callable[..., list[str]]:
    """The titles of what a query finds, in order, as the report is loaded again when somebody filters it."""

    def get(client: Client = editor, **query: object) -> list[str]:
        response = client.get(reverse(f"{REPORT}_results"), query)
        assert response.status_code == 200
        return [page.title for page in response.context["object_list"]]

    return get


def rows(client: Client, **query: str) -> list[dict[str, str]]:
    """The report as a CSV file."""
    response = client.get(reverse(REPORT), {"export": "csv"} | query)
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))


def test_it_says_what_the_check_found(directory: SpecialismIndexPage, editor: Client) -> None:
    specialism = cluster(directory, 4)
    report = record_cluster(specialism)
    (row,) = rows(editor)
    kept = ClusterHealth.objects.get()
    assert [int(row[name]) for name in ("Score", "Errors", "Warnings", "Pages")] == [
        kept.score, report.errors, report.warnings, 4
    ]  # fmt: skip
    for code, rule in RULES.items():
        assert int(row[str(rule.title)]) == sum(problem.rule.code == code for problem in report.problems)
    html = BeautifulSoup(editor.get(reverse(REPORT)).content, "html.parser")
    assert html.find("a", string=lambda text: text and text.strip() == "Cluster of 4")["href"] == reverse(
        "thread:cluster", args=[specialism.pk]
    )
    assert {item.get_text() for item in html.select(".thread-counts li")} == {
        f"{RULES[code].title} {count}" for code, count in kept.by_rule.items()
    }


@pytest.mark.database
def test_the_worst_comes_first_and_the_unknown_last(fields: dict[str, SpecialismPage], listed) -> None:
    assert listed() == ["Bad", "Under", "Middling", "Good", "New", "Empty"]
    assert listed(ordering="-score") == ["Good", "Middling", "Under", "Bad", "New", "Empty"]
    assert listed(ordering="-errors")[0] == "Bad"
    assert listed(ordering="title") == sorted(fields)
    assert listed(ordering="week")[:2] == ["Bad", "Middling"]
    assert listed(ordering="password") == listed()


@pytest.mark.database
def test_filters(fields: dict[str, SpecialismPage], listed) -> None:
    assert listed(specialism=fields["Bad"].pk) == ["Bad", "Under"]
    assert listed(standing="errors") == ["Bad"]
    assert listed(standing="warnings") == ["Under", "Middling"]
    assert listed(standing="clean") == ["Good"]
    assert listed(standing="unchecked") == ["New"]
    assert listed(rule="orphan") == ["Under"], "the last line counts, not an older one"
    assert listed(rule=["orphan", "broken-link"]) == ["Bad", "Under"]
    assert listed(score_min=60, score_max=80) == ["Under", "Middling"]
    assert listed(score_max=20) == ["Bad"]
    assert listed(q="midd") == ["Middling"]


@pytest.mark.parametrize(
    "query",
    [
        {"specialism": "9" * 30},
        {"specialism": "x"},
        {"score_min": "9" * 40},
        {"score_max": "-" + "9" * 40},
        {"score_min": "nan"},
        {"rule": "no-such-rule"},
        {"standing": "lying"},
        {"p": "9" * 30},
    ],
)
def test_nonsense_is_answered(fields: dict[str, SpecialismPage], editor: Client, query: dict[str, str]) -> None:
    assert editor.get(reverse(REPORT), query).status_code == 200


def test_consultants_find_what_they_lead(
    fields: dict[str, SpecialismPage], consultant: ConsultantPage, editor: Client, listed
) -> None:
    factories.lead(fields["Bad"], consultant)
    mine = Client()
    mine.force_login(factories.user("lead", group="Editors", consultant=consultant))
    assert listed(mine, led="me") == ["Bad", "Under"]
    assert len(listed(mine)) == len(fields)
    assert "led" not in editor.get(reverse(REPORT)).context["filters"].form.fields
    other = Client()
    other.force_login(factories.user("other", group="Editors", consultant=factories.ConsultantPageFactory(
        parent=consultant.get_parent(), slug="other"
    )))  # fmt: skip
    assert listed(other, led="me") == []


def test_the_trend_is_the_difference_to_a_week_and_a_month_ago(
    fields: dict[str, SpecialismPage], editor: Client
) -> None:
    found = {row["Specialism"]: (row["Change in 7 days"], row["Change in 30 days"]) for row in rows(editor)}
    assert found["Bad"] == ("-30", "-70")
    assert found["Middling"] == ("10", "")
    assert found["Good"] == found["New"] == found["Empty"] == ("", "")
    html = BeautifulSoup(editor.get(reverse(REPORT)).content, "html.parser")
    drawn = html.select(".thread-trend")
    assert len(drawn) == 4
    assert "Score from 90 on" in drawn[0]["aria-label"]
    assert "never below 20 or above 90" in drawn[0]["aria-label"]
    assert "−30" in html.get_text()


def test_a_trend_is_drawn_from_its_days() -> None:
    today = datetime.date(2026, 5, 4)
    days = {0: 100, 45: 50, 90: 0, 91: 7}
    scores = tuple(Score(today - datetime.timedelta(ago), score) for ago, score in sorted(days.items(), reverse=True))
    trend = Trend(scores, today)
    assert trend.points == [(4.0, 24.0), (60.0, 14.0), (116.0, 4.0)]
    assert trend.end == ("116", "4")
    assert (trend.since(45), trend.since(60), trend.since(100)) == (50, 100, None)
    assert Trend((), today).words == "Not checked yet."
    assert Trend((), today).end is None


def test_exports_hold_numbers_and_no_formulas(directory: SpecialismIndexPage, editor: Client) -> None:
    evil = field(directory, "=HYPERLINK(1)")
    line(evil, score=20, errors=1)
    line(evil, 8, score=50)
    (row,) = rows(editor)
    assert row["Specialism"] == "'=HYPERLINK(1)"
    assert row["Change in 7 days"] == "-30"
    response = editor.get(reverse(REPORT), {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    heading, cells = list(sheet.iter_rows())
    assert [cell.value for cell in heading][:3] == ["Specialism", "Level", "Score"]
    assert (cells[0].data_type, cells[0].value) == ("s", "=HYPERLINK(1)")
    assert (cells[2].data_type, cells[2].value) == ("n", 20)
    assert len(heading) == 9 + len(RULES)


def test_it_costs_no_more_for_more_clusters(
    fields: dict[str, SpecialismPage], directory: SpecialismIndexPage, editor: Client
) -> None:
    def cost(**query: str) -> int:
        editor.get(reverse(REPORT), query)
        with CaptureQueriesContext(connection) as captured:
            assert b"".join(editor.get(reverse(REPORT), query)) != b""
        return len(captured)

    few = cost(), cost(export="csv")
    for number in range(12):
        for ago in range(3):
            line(field(directory, f"More {number}") if not ago else SpecialismPage.objects.last(), ago, warnings=1)
    assert (cost(), cost(export="csv")) == few


def test_who_sees_it(home, editor: Client) -> None:
    menu = reverse(REPORT)
    assert menu in editor.get(reverse("wagtailadmin_home")).content.decode()
    account = factories.user("visitor")
    account.user_permissions.add(factories.Group.permissions.rel.model.objects.get(codename="access_admin"))
    stranger = Client()
    stranger.force_login(account)
    assert menu not in stranger.get(reverse("wagtailadmin_home")).content.decode()
    assert stranger.get(menu).status_code == 302
