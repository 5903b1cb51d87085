"""Consultants keep the evidence of the specialisms they lead, and read the rest."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from agency.models import ConsultantPage, User
from specialisms.keepers import FACTS, PAY_BANDS, ROLES
from specialisms.models import Fact, PayBand, Role, SpecialismPage
from specialisms.pay import transfer
from tests import factories
from tests.specialisms.test_facts_in_use import edit_form as edit_form_of_fact

pytestmark = pytest.mark.django_db

POLICIES = {"facts": FACTS, "pay_bands": PAY_BANDS, "roles": ROLES}
spaces = pytest.mark.parametrize("space", POLICIES)


@dataclass
class Ledger:
    """What Ines leads, with a narrower specialism, and what she does not; roles, facts and bands of both."""

    mine: SpecialismPage
    narrower: SpecialismPage
    other: SpecialismPage
    ines: User
    otto: ConsultantPage

    def of(self, space: str, *, mine: bool) -> Any:
        """A figure that belongs to one of them."""
        place = self.narrower if mine else self.other
        return POLICIES[space].model.objects.get(specialism=place)


@pytest.fixture
def ledger(specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User) -> Ledger:
    """The ledger of two specialisms."""
    narrower = factories.SpecialismPageFactory(parent=specialism, title="Narrower", slug="narrower")
    other = factories.SpecialismPageFactory(parent=specialism.get_parent(), title="Other", slug="other")
    otto = factories.ConsultantPageFactory(parent=consultant.get_parent(), title="Otto", slug="otto")
    factories.lead(specialism, consultant)
    factories.lead(other, otto)
    for place in (narrower, other):
        role = factories.role(f"{place.title} engineer", specialism=place)
        factories.fact(says=f"{place.title} figure", specialism=place, owner=otto)
        factories.pay_band(place, role=role, owner=otto)
    return Ledger(specialism, narrower, other, consultant_user, otto)


@pytest.fixture
def root(home) -> Client:
    """The browser of a superuser."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


def address(space: str, view: str, figure: Model | None = None) -> str:
    """An address of the ledger."""
    return reverse(f"{space}:{view}", args=[figure.pk] if figure else [])


def form_of(client: Client, where: str) -> dict[str, str]:
    """What a browser sends if nothing is changed."""
    values = {field.html_name: field.value() for field in client.get(where).context["form"]}
    return {name: str(value) for name, value in values.items() if value not in (None, False, [])}


def row(figure: Model) -> dict[str, Any]:
    """A figure as it is stored."""
    return type(figure)._base_manager.filter(pk=figure.pk).values().get()


NEW = {
    "facts": {"says": "Mine now", "low": "777"},
    "pay_bands": {"p25": "1", "bonus_note": "x"},
    "roles": {"mission": "x"},
}


@spaces
@pytest.mark.parametrize("view", ["edit", "copy", "delete"])
def test_what_belongs_elsewhere_is_not_theirs_to_change(
    ledger: Ledger, consultant_client: Client, root: Client, space: str, view: str
) -> None:
    figure = ledger.of(space, mine=False)
    form, before = form_of(root, address(space, "edit", figure)) | NEW[space], row(figure)
    response = consultant_client.post(address(space, view, figure), form)
    assert response.status_code in {302, 405}
    assert row(figure) == before
    if view != "copy":
        assert consultant_client.get(address(space, view, figure)).url == reverse("wagtailadmin_home")


@spaces
def test_what_belongs_to_their_specialisms_is(ledger: Ledger, consultant_client: Client, space: str) -> None:
    figure = ledger.of(space, mine=True)
    form = form_of(consultant_client, address(space, "edit", figure)) | NEW[space]
    response = consultant_client.post(address(space, "edit", figure), form)
    assert response.status_code == 302, response.context["form"].errors
    assert response.url == address(space, "index")
    assert {str(row(figure)[name]).removesuffix(".00") for name in NEW[space]} == set(NEW[space].values())


@spaces
@pytest.mark.parametrize("view", ["edit", "add"])
def test_nothing_is_moved_or_added_elsewhere(ledger: Ledger, consultant_client: Client, space: str, view: str) -> None:
    figure = ledger.of(space, mine=True)
    rows = type(figure)._base_manager.order_by("pk").values()
    before = list(rows)
    form = form_of(consultant_client, address(space, "edit", figure)) | {"specialism": str(ledger.other.pk)}
    where = address(space, view, figure if view == "edit" else None)
    response = consultant_client.post(where, form | ({"name": "New"} if space == "roles" else {}))
    assert list(response.context["form"].errors) == ["specialism"]
    assert list(rows.all()) == before


def test_new_figures_in_a_specialism_they_lead(ledger: Ledger, consultant_client: Client) -> None:
    form = form_of(consultant_client, address("pay_bands", "copy", ledger.of("pay_bands", mine=False)))
    form |= {"specialism": str(ledger.mine.pk)}
    assert consultant_client.post(address("pay_bands", "add"), form).status_code == 302
    assert PayBand.objects.filter(specialism=ledger.mine).count() == 1


def test_a_fact_is_its_owner_s_wherever_it_belongs(ledger: Ledger, consultant_client: Client) -> None:
    fact = ledger.of("facts", mine=False)
    Fact.objects.filter(pk=fact.pk).update(owner=ledger.ines.consultant)
    form = edit_form_of_fact(consultant_client, fact) | {"low": "39"}
    assert consultant_client.post(address("facts", "edit", fact), form).status_code == 302
    fact.refresh_from_db()
    assert fact.value == "39 days"
    nowhere = consultant_client.post(
        address("facts", "edit", fact), form | {"specialism": "", "owner": str(ledger.otto.pk)}
    )
    assert list(nowhere.context["form"].errors) == ["specialism"]
    assert consultant_client.post(address("facts", "edit", fact), form | {"specialism": ""}).status_code == 302


def test_a_fact_without_specialism_and_owner_is_for_editors(ledger: Ledger, consultant_client: Client) -> None:
    fact = factories.fact()
    assert ledger.ines.consultant_id is not None
    assert not FACTS.user_has_permission_for_instance(ledger.ines, "change", fact)
    unlinked = factories.user("unlinked", group="Consultants")
    assert not FACTS.user_has_permission_for_instance(unlinked, "change", fact)
    assert not FACTS.instances_user_has_permission_for(unlinked, "change").exists()
    assert FACTS.user_has_permission_for_instance(factories.user("ed", group="Editors"), "change", fact)


def test_confirming(ledger: Ledger, consultant_client: Client) -> None:
    until = {"valid_until": str(timezone.localdate() + datetime.timedelta(days=90)), "note": ""}
    for mine, where in ((True, "facts:edit"), (False, "wagtailadmin_home")):
        fact = ledger.of("facts", mine=mine)
        response = consultant_client.post(address("facts", "confirm", fact), until)
        assert response.url == reverse(where, args=[fact.pk] if mine else [])
        assert fact.history.filter(note="Still true").exists() == mine


def test_roles_are_shared_words(ledger: Ledger, consultant_client: Client) -> None:
    form = {"name": "New", "mission": "", "alternative_titles": "", "specialism": ""}
    assert consultant_client.post(address("roles", "add"), form).status_code == 302
    role = Role.objects.get(name="New")
    assert consultant_client.get(address("roles", "edit", role)).status_code == 302
    chooser = reverse("role_chooser:create")
    assert consultant_client.post(chooser, {"role_chooser-name": "Newer", "name": "Newer"}).status_code == 200
    assert Role.objects.filter(name="Newer").exists()


@spaces
def test_the_rest_is_there_to_read(ledger: Ledger, consultant_client: Client, space: str) -> None:
    mine, other = (ledger.of(space, mine=mine) for mine in (True, False))
    listed = consultant_client.get(address(space, "index")).content.decode()
    assert address(space, "edit", mine) in listed
    assert address(space, "edit", other) not in listed
    assert address(space, "inspect", other) in listed
    for view in ("inspect", "usage", "history"):
        for figure in (mine, other):
            response = consultant_client.get(address(space, view, figure))
            assert response.status_code == 200
            assert (address(space, "edit", figure) in response.content.decode()) == (figure == mine)


def test_the_report_links_to_forms_only_where_they_open(ledger: Ledger, consultant_client: Client) -> None:
    report = consultant_client.get(reverse("facts_by_due_date")).content.decode()
    assert address("facts", "edit", ledger.of("facts", mine=True)) in report
    assert address("facts", "inspect", ledger.of("facts", mine=False)) in report


@pytest.mark.parametrize("chooser", ["fact", "role"])
def test_whatever_is_in_the_ledger_can_be_chosen(ledger: Ledger, consultant_client: Client, chooser: str) -> None:
    figure = ledger.of(f"{chooser}s", mine=False)
    assert str(figure.pk) in consultant_client.get(reverse(f"{chooser}_chooser:choose")).json()["html"]
    assert consultant_client.get(reverse(f"{chooser}_chooser:chosen", args=[figure.pk])).status_code == 200


@spaces
def test_nothing_of_the_ledger_is_published_scheduled_or_changed_in_bulk(
    ledger: Ledger, consultant_client: Client, space: str
) -> None:
    figure = ledger.of(space, mine=True)
    for action in ("delete", "publish", "unpublish"):
        names = [figure._meta.app_label, figure._meta.model_name, action]
        where = reverse("wagtail_bulk_action", args=names) + f"?id={figure.pk}"
        assert consultant_client.post(where).status_code == 404
    for view in ("publish", "unpublish", "revisions_unschedule", "lock"):
        with pytest.raises(NoReverseMatch):
            reverse(f"{space}:{view}", args=[figure.pk])


def changed(*bands: PayBand, **fields: int) -> SimpleUploadedFile:
    """A file with these bands as they would be."""
    for band in bands:
        vars(band).update(fields)
    return SimpleUploadedFile("bands.csv", transfer.export(bands).encode(), "text/csv")


def test_a_file_changes_only_what_is_theirs(ledger: Ledger, consultant_client: Client) -> None:
    mine, other = (PayBand.objects.get(specialism=place) for place in (ledger.narrower, ledger.other))
    where, old = reverse("pay_bands:import"), other.p50
    refused = consultant_client.post(where, {"file": changed(mine, other, p50=other.p50 + 1)})
    assert [(problem.line, problem.column) for problem in refused.context["problems"]] == [(3, "specialism")]
    other.p50 = old
    added = factories.pay_band(ledger.other, place="Leeds", role=other.role, owner=ledger.otto)
    added.delete()
    refused = consultant_client.post(where, {"file": changed(added)})
    assert [(problem.line, problem.column) for problem in refused.context["problems"]] == [(2, "specialism")]
    shown = consultant_client.post(where, {"file": changed(mine, other)})
    assert [change.kind for change in shown.context["plan"].changes] == ["changed", "unchanged"]
    assert consultant_client.post(where, {"confirm": shown.context["token"]}).status_code == 302
    assert list(PayBand.objects.order_by("pk").values_list("p50", flat=True)) == [old + 1, old]


def test_a_file_is_asked_again_when_it_is_confirmed(ledger: Ledger, consultant_client: Client) -> None:
    mine = PayBand.objects.get(specialism=ledger.narrower)
    where, old = reverse("pay_bands:import"), mine.p50
    shown = consultant_client.post(where, {"file": changed(mine, p50=old + 1)})
    factories.lead(ledger.other, ledger.ines.consultant)
    ledger.mine.leads.all().delete()
    assert consultant_client.post(where, {"confirm": shown.context["token"]}).status_code == 422
    mine.refresh_from_db()
    assert mine.p50 == old


def test_a_consultant_who_leads_nothing_adds_no_bands(ledger: Ledger, consultant_client: Client) -> None:
    ledger.mine.leads.all().delete()
    for name in ("add", "import", "template"):
        assert consultant_client.get(address("pay_bands", name)).url == reverse("wagtailadmin_home")
    assert reverse("pay_bands:import") not in consultant_client.get(address("pay_bands", "index")).content.decode()


@spaces
@pytest.mark.parametrize("group", ["Editors", "Reviewers", "Site administrators"])
def test_editors_reviewers_and_administrators_keep_all(ledger: Ledger, space: str, group: str) -> None:
    account, policy = factories.user("keeper", group=group), POLICIES[space]
    for mine in (True, False):
        assert policy.user_has_permission_for_instance(account, "change", ledger.of(space, mine=mine))
    assert set(policy.instances_user_has_permission_for(account, "change")) == set(policy.model.objects.all())


@spaces
def test_one_figure_all_figures_and_all_users_agree(ledger: Ledger, space: str) -> None:
    policy = POLICIES[space]
    factories.fact(owner=ledger.ines.consultant)
    factories.role("Nobody’s")
    for number, group in enumerate(["", "Consultants", "Editors", "Site administrators"]):
        factories.user(f"user{number}", group=group)
    factories.user("root", is_superuser=True)
    users = list(User.objects.all())
    for action in ("view", "add", "change", "delete"):
        for user in users:
            able = set(policy.instances_user_has_permission_for(user, action))
            for figure in policy.model.objects.all():
                may = policy.user_has_permission_for_instance(user, action, figure)
                assert (user in policy.users_with_permission_for_instance(action, figure)) == may
                if action != "add":
                    assert (figure in able) == may
                if may:
                    assert policy.user_has_permission(user, action)


def test_asking_about_many_figures_asks_the_database_little(ledger: Ledger, django_assert_max_num_queries) -> None:
    figures = list(PayBand.objects.select_related("specialism")) * 50
    with django_assert_max_num_queries(4):
        found = [PAY_BANDS.user_has_permission_for_instance(ledger.ines, "change", figure) for figure in figures]
    assert found == [True, False] * 50
