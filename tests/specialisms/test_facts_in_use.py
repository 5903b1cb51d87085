"""The CMS knows where a fact is used, and keeps it as long as it is."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agency.models import ConsultantPage
from specialisms.models import Fact, FactValue, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.specialisms.test_facts import inline, using
from tests.support.tasks import run_waiting

pytestmark = pytest.mark.django_db

PAGES = 50


def used_on(client: Client, fact: Fact) -> list[str]:
    """The pages that the fact's view in the CMS lists."""
    response = client.get(reverse("facts:edit", args=[fact.pk]))
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [item.get_text(" ", strip=True) for item in soup.select(".ledger-uses li")]


def test_one_edit_changes_fifty_pages_and_the_fact_lists_them(
    specialism: SpecialismPage, consultant: ConsultantPage, consultant_client: Client
) -> None:
    fact = factories.fact(owner=consultant)
    pages = [
        factories.SupportPageFactory(
            parent=specialism, title=f"Guide {number:02}", slug=f"guide-{number}", body=using(fact)
        )
        for number in range(PAGES)
    ]
    for page in pages:
        assert Client().get(page.url).content.decode().count("47 days") == 4
    run_waiting()
    listed = used_on(consultant_client, fact)
    assert [line.partition(" (")[0] for line in listed] == [page.title for page in pages]
    form = edit_form(consultant_client, fact)
    response = consultant_client.post(reverse("facts:edit", args=[fact.pk]), form | {"low": "39"})
    assert response.status_code == 302
    for page in pages:
        html = Client().get(page.url).content.decode()
        assert html.count("39 days") == 4
        assert "47 days" not in html


def edit_form(client: Client, fact: Fact) -> dict[str, str]:
    """What the browser would send if nothing were changed."""
    response = client.get(reverse("facts:edit", args=[fact.pk]))
    values = {}
    for field in response.context["form"]:
        value = field.value()
        values[field.html_name] = "" if value in {None, False} else str(value)
    return values


def test_usage_costs_no_more_queries_for_more_pages(
    specialism: SpecialismPage, consultant: ConsultantPage, consultant_client: Client
) -> None:
    fact = factories.fact(owner=consultant)
    counts = []
    for number in range(6):
        factories.SupportPageFactory(parent=specialism, slug=f"guide-{number}", body=using(fact))
        if number in {0, 5}:
            run_waiting()
            used_on(consultant_client, fact)
            with CaptureQueriesContext(connection) as captured:
                assert len(used_on(consultant_client, fact)) == number + 1
            counts.append(len(captured))
    assert counts[0] == counts[1]


def draft_with(guide: SupportPage, fact: Fact) -> None:
    """A version of a live guide, not published, that uses the fact."""
    guide.body = using(fact)
    guide.save_revision()


def test_a_draft_counts_as_use(guide: SupportPage, root: Client) -> None:
    fact = factories.fact()
    draft_with(guide, fact)
    assert used_on(root, fact) == [f"{guide.title} (in a version not published yet)"]
    with pytest.raises(ProtectedError, match=guide.title):
        fact.delete()


def test_a_scheduled_version_counts_as_use(guide: SupportPage) -> None:
    fact = factories.fact()
    body = guide.body
    guide.body = using(fact)
    guide.go_live_at = timezone.now() + datetime.timedelta(days=3)
    guide.save_revision().publish()
    guide.refresh_from_db()
    guide.body = body
    guide.save_revision()
    with pytest.raises(ProtectedError):
        fact.delete()


def test_an_old_version_does_not_count(guide: SupportPage) -> None:
    fact = factories.fact()
    body = guide.body
    draft_with(guide, fact)
    guide.body = body
    guide.save_revision()
    fact.delete()
    assert not Fact.objects.exists()


@pytest.mark.parametrize("how", ["instance", "queryset"])
def test_a_fact_in_use_is_not_deleted_before_the_index_knows(guide: SupportPage, how: str) -> None:
    fact = factories.fact()
    guide.body = using(fact)
    guide.save()
    with pytest.raises(ProtectedError) as refused:
        fact.delete() if how == "instance" else Fact.objects.filter(pk=fact.pk).delete()
    assert guide.title in str(refused.value)
    assert {page.pk for page in refused.value.protected_objects} == {guide.pk}
    assert Fact.objects.filter(pk=fact.pk).exists()


def test_a_fact_in_the_text_only_or_in_key_figures_only_is_in_use(specialism: SpecialismPage) -> None:
    in_text, in_row, spare = (factories.fact(says=name) for name in ("text", "row", "spare"))
    blocks = SpecialismPage._meta.get_field("body").stream_block
    specialism.body = blocks.to_python([{"type": "text", "value": inline(in_text)}])
    figures = SpecialismPage._meta.get_field("key_figures").stream_block
    specialism.key_figures = figures.to_python([{"type": "facts", "value": [{"fact": in_row.pk}]}])
    specialism.save()
    for fact in (in_text, in_row):
        with pytest.raises(ProtectedError):
            fact.delete()
    spare.delete()


def test_deletion_in_the_cms_says_where_the_fact_is_used(guide: SupportPage, root: Client) -> None:
    fact = factories.fact()
    guide.body = using(fact)
    guide.save()
    url = reverse("facts:delete", args=[fact.pk])
    shown = root.get(url).content.decode()
    assert guide.title in shown
    assert "Yes, delete" not in shown
    answer = root.post(url, follow=True)
    assert f"cannot be deleted: {guide.title}" in answer.content.decode()
    assert Fact.objects.filter(pk=fact.pk).exists()


def test_a_fact_nobody_uses_can_be_deleted(root: Client) -> None:
    fact = factories.fact()
    assert "Yes, delete" in root.get(reverse("facts:delete", args=[fact.pk])).content.decode()
    root.post(reverse("facts:delete", args=[fact.pk]))
    assert not Fact.objects.exists()
    assert not FactValue.objects.exists()


def test_deletion_asks_a_bounded_number_of_queries(specialism: SpecialismPage) -> None:
    def cost() -> int:
        fact = factories.fact()
        with CaptureQueriesContext(connection) as captured:
            fact.delete()
        return len(captured)

    few = cost()
    other = factories.fact(says="Other")
    for number in range(12):
        page = factories.SupportPageFactory(parent=specialism, slug=f"guide-{number}", body=using(other))
        draft_with(page, other)
    assert cost() == few
