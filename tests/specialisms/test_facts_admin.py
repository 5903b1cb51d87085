"""The ledger in the CMS: who may do what, what is remembered, and who is told when a figure grows old."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.models import ConsultantPage, User
from specialisms.models import Fact, Role, SpecialismPage, facts
from support_pages.models import SupportPage
from tests import factories
from tests.specialisms.test_facts import using
from tests.specialisms.test_facts_in_use import edit_form
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.django_db


def day(offset: int) -> datetime.date:
    """So many days from today."""
    return timezone.localdate() + datetime.timedelta(days=offset)


def fields(consultant: ConsultantPage, **changes: str) -> dict[str, str]:
    """A fact as an editor types it."""
    return {
        "says": "Median time to offer",
        "low": "47",
        "high": "",
        "unit": "days",
        "geography": "UK",
        "sample": "",
        "method": "",
        "specialism": "",
        "source_name": "Searches completed by the agency",
        "publisher": "",
        "source_url": "",
        "as_of": str(day(-30)),
        "checked_on": str(day(0)),
        "valid_until": str(day(180)),
        "owner": str(consultant.pk),
        "history_note": "",
    } | changes


def text_of(response) -> str:
    """What the page says."""
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


@pytest.mark.parametrize(
    ("group", "rights"),
    [
        ("Consultants", {"view", "add"}),
        ("Editors", {"view", "add", "change"}),
        ("Reviewers", {"view", "add", "change"}),
        ("Site administrators", {"view", "add", "change", "delete"}),
    ],
)
def test_rights_on_the_whole_ledger(home, group: str, rights: set[str]) -> None:
    account = factories.user("keeper", group=group)
    for model in ("fact", "role", "payband"):
        held = {
            name for name in ("view", "add", "change", "delete") if account.has_perm(f"specialisms.{name}_{model}")
        }
        assert held == rights


def test_a_consultant_adds_a_fact_and_is_remembered(
    consultant_client: Client, consultant: ConsultantPage, consultant_user: User
) -> None:
    response = consultant_client.post(reverse("facts:add"), fields(consultant, history_note="First survey"))
    assert response.status_code == 302, response.context["form"].errors
    fact = Fact.objects.get()
    assert fact.value == "47 days"
    (entry,) = fact.history.all()
    assert (entry.actor, entry.value, entry.note) == (consultant_user, "47 days", "First survey")


def test_a_change_keeps_the_value_before_it(
    consultant_client: Client, consultant: ConsultantPage, consultant_user: User
) -> None:
    fact = factories.fact(owner=consultant)
    consultant_client.post(reverse("facts:edit", args=[fact.pk]), edit_form(consultant_client, fact) | {"low": "39"})
    values = [(entry.value, entry.actor) for entry in fact.history.all()]
    assert values == [("39 days", consultant_user), ("47 days", None)]
    page = text_of(consultant_client.get(reverse("facts:edit", args=[fact.pk])))
    assert "47 days" in page
    assert str(consultant_user) in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"high": "40"}, "high"),
        ({"valid_until": str(day(-60))}, "valid_until"),
        ({"owner": ""}, "owner"),
        ({"source_name": ""}, "source_name"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
    ],
)
def test_mistakes_are_named_beside_the_field(
    consultant_client: Client, consultant: ConsultantPage, changes: dict[str, str], field: str
) -> None:
    response = consultant_client.post(reverse("facts:add"), fields(consultant, **changes))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]


def test_a_consultant_may_not_delete(consultant_client: Client) -> None:
    fact = factories.fact()
    assert consultant_client.post(reverse("facts:delete", args=[fact.pk])).status_code in {302, 403}
    assert Fact.objects.exists()


def test_somebody_without_the_right_may_not_confirm(home) -> None:
    client = Client()
    account = factories.user("visitor", group="Consultants")
    client.force_login(account)
    fact = factories.fact(valid_until=day(-1))
    client.post(reverse("facts:confirm", args=[fact.pk]), {"valid_until": str(day(90))})
    fact.refresh_from_db()
    assert fact.valid_until == day(-1)


def test_confirming_keeps_the_value_and_the_history(
    consultant_client: Client, consultant: ConsultantPage, consultant_user: User
) -> None:
    fact = factories.fact(owner=consultant, checked_on=day(-200), valid_until=day(-1), as_of=day(-230))
    response = consultant_client.post(
        reverse("facts:confirm", args=[fact.pk]),
        {"valid_until": str(day(90)), "note": "Asked three clients"},
        follow=True,
    )
    assert "confirmed until" in text_of(response)
    fact.refresh_from_db()
    assert (fact.value, fact.checked_on, fact.valid_until) == ("47 days", day(0), day(90))
    newest, oldest = fact.history.all()
    assert (newest.actor, newest.note, newest.valid_until) == (consultant_user, "Asked three clients", day(90))
    assert oldest.valid_until == day(-1)
    assert "Asked three clients" in text_of(response)


def test_a_fact_whose_owner_has_left_can_be_confirmed_by_the_lead(
    consultant_client: Client, consultant: ConsultantPage, specialism: SpecialismPage
) -> None:
    factories.lead(specialism, consultant)
    fact = factories.fact(owner=None, specialism=specialism, valid_until=day(-1))
    consultant_client.post(reverse("facts:confirm", args=[fact.pk]), {"valid_until": str(day(90)), "note": ""})
    fact.refresh_from_db()
    assert fact.valid_until == day(90)


@pytest.mark.parametrize("until", ["", "soon", str(day(0)), str(day(-3))])
def test_a_next_check_lies_ahead(consultant_client: Client, consultant: ConsultantPage, until: str) -> None:
    fact = factories.fact(owner=consultant, valid_until=day(-1))
    response = consultant_client.post(reverse("facts:confirm", args=[fact.pk]), {"valid_until": until, "note": ""})
    assert response.status_code == 422
    assert response.context["form"].errors["valid_until"]
    fact.refresh_from_db()
    assert fact.valid_until == day(-1)


def test_the_list_finds_filters_and_sorts(
    consultant_client: Client, consultant: ConsultantPage, specialism: SpecialismPage
) -> None:
    factories.fact(says="Old", valid_until=day(-1), owner=consultant)
    factories.fact(says="Soon", valid_until=day(5), specialism=specialism)
    factories.fact(says="Fresh", illustrative=True, geography="Norway")
    url = reverse("facts:index")

    def listed(**query: object) -> list[str]:
        return [fact.says for fact in consultant_client.get(url, query).context["object_list"]]

    assert listed() == ["Old", "Soon", "Fresh"]
    assert listed(state="expired") == ["Old"]
    assert listed(state="due") == ["Soon"]
    assert listed(state="valid") == ["Fresh"]
    assert listed(owner=consultant.pk) == ["Old"]
    assert listed(specialism=specialism.get_parent().specialismpage.pk if specialism.depth > 4 else specialism.pk) == [
        "Soon"
    ]
    assert listed(illustrative="true") == ["Fresh"]
    assert listed(q="norw") == ["Fresh"]


def test_the_menu_offers_the_evidence(consultant_client: Client) -> None:
    html = consultant_client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("facts:index", "roles:index", "facts_by_due_date"):
        assert reverse(name) in html
        assert consultant_client.get(reverse(name)).status_code == 200


def test_a_consultant_adds_a_role(consultant_client: Client) -> None:
    form = {"name": "Platform Engineer", "mission": "", "alternative_titles": "", "specialism": ""}
    assert consultant_client.post(reverse("roles:add"), form).status_code == 302
    assert Role.objects.get().name == "Platform Engineer"


def test_the_chooser_finds_a_fact_at_once_and_tells_its_value(consultant_client: Client) -> None:
    fact = factories.fact(low=40, high=52)
    factories.fact(says="Counter-offers")
    found = consultant_client.get(reverse("fact_chooser:choose_results"), {"q": "offer uk time"})
    assert "Median time to offer: 40–52 days" in found.content.decode()
    assert "Counter-offers" not in found.content.decode()
    chosen = consultant_client.get(reverse("fact_chooser:chosen", args=[fact.pk])).json()["result"]
    assert (chosen["id"], chosen["value"], chosen["title"]) == (
        str(fact.pk),
        "40–52 days",
        "Median time to offer: 40–52 days",
    )


def test_a_copy_is_written_as_a_new_fact(consultant_client: Client, consultant: ConsultantPage) -> None:
    fact = factories.fact(owner=consultant)
    form = consultant_client.get(reverse("facts:copy", args=[fact.pk])).context
    assert form["action_url"] == reverse("facts:add")
    assert form["form"].initial["says"] == fact.says


@pytest.fixture
def expiring(guide: SupportPage, consultant: ConsultantPage) -> Fact:
    """A fact valid until today, on a guide, that its owner has to check."""
    fact = factories.fact(owner=consultant, checked_on=day(-180), valid_until=day(0))
    guide.body = using(fact)
    guide.save_revision().publish()
    run_waiting()
    return fact


def test_the_day_after_it_ends_reader_owner_and_report_see_it(
    expiring: Fact, guide: SupportPage, consultant_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody saves anything in between: the date alone does it."""

    def seen() -> tuple[bool, bool, bool]:
        reader = "ast checked" in text_of(Client().get(guide.url))
        home = BeautifulSoup(consultant_client.get(reverse("wagtailadmin_home")).content, "html.parser")
        panel = home.find(id="due-facts-section")
        owner = bool(panel) and "Expired" in panel.get_text() and guide.title in panel.get_text()
        report = text_of(consultant_client.get(reverse("facts_by_due_date"), {"state": "expired"}))
        return reader, owner, guide.title in report

    assert seen() == (False, False, False)
    tomorrow = day(1)
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: tomorrow)
    assert facts.timezone.localdate() == tomorrow
    assert seen() == (True, True, True)


def test_the_owner_is_told_before_it_ends(expiring: Fact, guide: SupportPage, consultant_client: Client) -> None:
    panel = BeautifulSoup(consultant_client.get(reverse("wagtailadmin_home")).content, "html.parser").find(
        id="due-facts-section"
    )
    assert "Due" in panel.get_text()
    assert guide.title in panel.get_text()
    assert panel.find("a", href=reverse("facts:confirm", args=[expiring.pk]))


def test_others_are_not_told(expiring: Fact, home) -> None:
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    assert 'id="due-facts-section"' not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_report_can_be_exported(expiring: Fact, guide: SupportPage, consultant_client: Client) -> None:
    response = consultant_client.get(reverse("facts_by_due_date"), {"export": "csv"})
    (row,) = csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode()))
    assert row["Pages"] == guide.title
    assert row["State"] == "Due"
    assert row["Value"] == "47 days"
    assert consultant_client.get(reverse("facts_by_due_date"), {"export": "xlsx"}).status_code == 200


def test_panel_and_report_cost_no_more_for_more_facts(
    specialism: SpecialismPage, consultant: ConsultantPage, consultant_client: Client
) -> None:
    def cost(url: str) -> int:
        consultant_client.get(url)
        with CaptureQueriesContext(connection) as captured:
            consultant_client.get(url)
        return len(captured)

    def another(number: int) -> None:
        fact = factories.fact(says=f"Figure {number}", owner=consultant, valid_until=day(3))
        factories.SupportPageFactory(parent=specialism, slug=f"guide-{number}", body=using(fact))
        run_waiting()

    another(0)
    urls = [reverse("wagtailadmin_home"), reverse("facts_by_due_date")]
    few = [cost(url) for url in urls]
    for number in range(1, 6):
        another(number)
    assert [cost(url) for url in urls] == few
