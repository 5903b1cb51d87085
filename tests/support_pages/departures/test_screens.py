"""Before a page is deleted, unpublished or moved, the screen says who notices."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agency.models import NavigationLink
from enquiries.models import Mandate
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support.tasks import run_waiting
from tests.support_pages.departures.conftest import Linking, body_of, fresh, soup_of, text_linking_to
from tests.support_pages.departures.screen import (
    ACTIONS,
    delete_url,
    grant,
    move_url,
    screen_of,
    unpublish_url,
    words_of,
)
from tests.support_pages.pdfs import inline

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", ACTIONS)
def test_screen_lists_who_links(admin: Client, plain: SupportPage, data: SpecialismPage, link: Linking, action: str):
    sources = [link(plain, words=f"words {number}") for number in range(3)]
    draft = link(plain, words="of a draft", live=False)
    shown = soup_of(admin.get(screen_of(action, plain, data)))
    rows = shown.select(".departure-links li")
    edit = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in [*sources, draft]]
    assert [row.a["href"] for row in rows] == edit
    assert [row.find(class_="departure-words").get_text() for row in rows] == [
        "“words 0”",
        "“words 1”",
        "“words 2”",
        "“of a draft”",
    ]
    assert [bool(row.find("small")) for row in rows] == [False, False, False, True]
    assert "4 pages link here" in shown.get_text()


def test_versions_that_wait_are_listed(admin: Client, plain: SupportPage, link: Linking) -> None:
    page = link()
    page.body = body_of(text_linking_to(plain, words="soon"))
    page.save_revision()
    row = soup_of(admin.get(delete_url(plain))).select_one(".departure-links li")
    assert "in a version not published yet" in row.get_text()
    assert "“soon”" in row.get_text()


def test_links_that_have_gone_from_the_text_are_not_listed(admin: Client, plain: SupportPage, link: Linking) -> None:
    """The index is brought up to date a little later by the worker."""
    page = link(plain)
    page.body = body_of(text_linking_to())
    page.save()
    assert "No text links here" in words_of(admin, delete_url(plain))


def test_page_that_one_may_not_edit_is_named_without_a_link(
    plain: SupportPage, specialism: SpecialismPage, link: Linking
) -> None:
    link(plain)
    own = link(plain, parent=specialism, words="ours")
    client = Client()
    client.force_login(factories.user("ines2", group=grant(specialism, "change", "publish")))
    rows = soup_of(client.get(unpublish_url(plain))).select(".departure-links li")
    assert [row.a and row.a["href"] for row in rows] == [reverse("wagtailadmin_pages:edit", args=[own.pk]), None]


def test_markup_in_names_is_text(admin: Client, plain: SupportPage, link: Linking) -> None:
    link(plain, words="<b>&amp;</b>", title="<script>alert(1)</script>")
    html = admin.get(delete_url(plain)).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_screen_says_what_the_cluster_loses(
    admin: Client, specialism: SpecialismPage, data: SpecialismPage, plain: SupportPage, guide: SupportPage
) -> None:
    pinning = factories.SupportPageFactory(parent=fresh(specialism), title="Pinning", kind="market_map", body=[])
    pinning.pinned = [("guide", plain)]
    pinning.save()
    plain.refresh_from_db()
    plain.also_supports = [data]
    plain.target_question = "What does a Machine Learning Engineer cost?"
    plain.save()
    words = words_of(admin, delete_url(plain))
    assert "“Machine Learning” is left without: salary guide." in words
    assert "“Data” is left without: salary guide." in words
    assert "These specialisms no longer list it as a guest: Data" in words
    assert "These guides have pinned it and lose it: Pinning" in words
    assert "It no longer stands among the related pages of: Machine Learning Engineer" in words
    assert "No other page answers “What does a Machine Learning Engineer cost?”." in words


def test_screen_says_where_a_guide_arrives(
    admin: Client, specialism: SpecialismPage, data: SpecialismPage, plain: SupportPage
) -> None:
    factories.SupportPageFactory(parent=fresh(data), title="Data salary guide", kind="salary_guide", body=[])
    words = words_of(admin, move_url(plain, data))
    assert "“Machine Learning” is left without: salary guide." in words
    assert "“ML salary guide” becomes guide number 2 of “Data”." in words
    assert "“Data” already lists as salary guide: Data salary guide" in words
    assert "The old address will lead to the new one" in words
    fresh(data).unpublish()
    assert "“Data” is not published: the way up from the guide leads nowhere." in words_of(
        admin, move_url(plain, data)
    )


def test_screen_says_what_happens_under_a_specialism(
    admin: Client, specialism: SpecialismPage, data: SpecialismPage, plain: SupportPage, link: Linking
) -> None:
    narrower = factories.SpecialismPageFactory(parent=fresh(specialism), title="Vision", body=[])
    guest = link(also_supports=[], title="Guest")
    guest.also_supports = [fresh(specialism)]
    guest.save()
    gone = words_of(admin, unpublish_url(specialism))
    assert "These guides stay live, and their way up leads nowhere, unless you unpublish them too: ML salary" in gone
    assert "These narrower specialisms stay live and drop out of the directory: Vision" in gone
    assert "no longer listed here: Guest" in gone
    assert "1 live guide goes with it." in words_of(admin, delete_url(specialism))
    moved = words_of(admin, move_url(specialism, data))
    assert "“Machine Learning” is a Sector now and becomes a Family." in moved
    assert "1 live guide moves along." in moved
    assert fresh(narrower).live


def test_screen_names_figures(admin: Client, plain: SupportPage, specialism: SpecialismPage, link: Linking) -> None:
    base = "http://testserver"
    fact = factories.fact(says="Cited", source_url=f"{base}{plain.url}guide.pdf")
    factories.fact(says="Elsewhere", source_url="https://other.example/")
    lonely, shared = factories.fact(says="Lonely"), factories.fact(says="Shared")
    for page, shown in ((fresh(plain), [lonely, shared]), (link(), [shared])):
        page.body = body_of([inline(one) for one in shown])
        page.save()
    run_waiting()
    words = words_of(admin, delete_url(plain))
    assert f"{fact}: its source is this page’s address." in words
    assert f"Shown on no other page: {lonely}" in words
    assert str(shared) not in words
    assert "Elsewhere" not in words
    assert "hown on no other page" not in words_of(admin, move_url(plain, SpecialismPage.objects.get(slug="data")))


def test_screen_counts_mandates_and_names_only_those_one_may_see(
    admin: Client, plain: SupportPage, specialism: SpecialismPage
) -> None:
    seen = factories.mandate(source_page=plain, name="Alex Moreau", company="Northgate Retail")
    factories.mandate(source_page=plain, status="closed")
    words = words_of(admin, unpublish_url(plain))
    assert "1 mandate in flight names it" in words
    assert seen.reference in words
    client = Client()
    client.force_login(factories.user("editor", group=grant(specialism, "change", "publish")))
    html = client.get(unpublish_url(plain)).content.decode()
    assert "1 mandate in flight names it" in html
    for secret in (seen.reference, "Moreau", "Northgate"):
        assert secret not in html
    assert Mandate.objects.count() == 2


def test_menus_are_named(admin: Client, plain: SupportPage) -> None:
    factories.navigation(plain)
    assert "These menus lose their link: Header: ML salary guide; Footer: ML salary guide" in words_of(
        admin, delete_url(plain)
    )
    assert NavigationLink.objects.count() == 2


@pytest.mark.parametrize("action", ACTIONS)
def test_queries_do_not_grow_with_links_and_siblings(
    admin: Client, plain: SupportPage, specialism: SpecialismPage, data: SpecialismPage, link: Linking, action: str
) -> None:
    counts = []
    for _round in range(2):
        for _number in range(4):
            link(plain)
            factories.SupportPageFactory(parent=fresh(specialism), body=[])
        admin.get(screen_of(action, plain, data))
        with CaptureQueriesContext(connection) as asked:
            admin.get(screen_of(action, plain, data))
        counts.append(len(asked))
    assert counts[0] == counts[1]
