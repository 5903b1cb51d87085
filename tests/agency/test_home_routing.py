"""How an address becomes a page: by its whole path, and only to what is published and allowed."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from agency.models import HomePage, PlainPage
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def nested(home: HomePage) -> list[PlainPage]:
    """Four plain pages, each under the one before."""
    pages: list[Page] = [home]
    for name in ("about", "how", "why", "when"):
        pages.append(factories.PlainPageFactory(parent=pages[-1], slug=name, title=name))
    return [PlainPage.objects.get(pk=page.pk) for page in pages[1:]]


def status(path: str) -> int:
    """The status of a plain request."""
    return Client().get(path).status_code


def test_nested_pages_are_found_at_their_whole_path(nested: list[PlainPage]) -> None:
    for page in nested:
        response = Client().get(page.url)
        assert response.status_code == 200
        assert response.context["page"] == page
    assert nested[-1].url == "/about/how/why/when/"


def test_a_page_answers_nowhere_else(nested: list[PlainPage]) -> None:
    assert status("/when/") == 404
    assert status("/about/when/") == 404
    assert status("/about/how/why/when/more/") == 404
    assert status("/how/about/") == 404


@pytest.mark.database
def test_case_and_pattern_characters_are_not_wildcards(nested: list[PlainPage]) -> None:
    assert status("/About/") == 404
    assert status("/abou_/") == 404
    assert status("/abou%25/") == 404


def test_missing_slash_leads_to_the_page(nested: list[PlainPage]) -> None:
    response = Client().get("/about/how")
    assert response.status_code == 301
    assert response.url == "/about/how/"


def test_draft_is_not_found(nested: list[PlainPage]) -> None:
    nested[0].unpublish()
    assert status("/about/") == 404


def test_live_page_under_a_draft_keeps_its_address(nested: list[PlainPage]) -> None:
    nested[1].unpublish()
    assert status("/about/how/") == 404
    assert status("/about/how/why/") == 200


def test_draft_changes_of_a_live_page_do_not_show(nested: list[PlainPage]) -> None:
    nested[0].title = "Unpublished words"
    nested[0].save_revision()
    assert "Unpublished words" not in Client().get("/about/").content.decode()


@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_restriction_on_any_page_above_is_kept(nested: list[PlainPage], place: int, kind: str) -> None:
    secret = factories.PlainPageFactory(parent=nested[3], title="Secret words")
    PageViewRestriction.objects.create(page=nested[place], restriction_type=kind, password="open")
    response = Client().get(secret.url)
    assert "Secret words" not in response.content.decode()
    if kind == "password":
        assert "Password required" in response.content.decode()
    else:
        assert response.status_code == 302
    if place:
        assert status("/about/") == 200


def test_a_private_page_costs_others_one_question(nested: list[PlainPage]) -> None:
    """Nothing is remembered here, so that each request asks; whoever is not behind it is answered as before."""

    def asked() -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            assert status("/about/") == 200
        return [query["sql"] for query in queries if 'FROM "wagtailcore_pageviewrestriction"' in query["sql"]]

    status("/about/")
    assert len(asked()) == 1  # in the query of the page
    PageViewRestriction.objects.create(page=nested[1], restriction_type="login")
    assert len(asked()) == 2


def test_password_opens_the_page(nested: list[PlainPage]) -> None:
    lock = PageViewRestriction.objects.create(page=nested[0], restriction_type="password", password="open")
    client = Client()
    gate = f"/_util/authenticate_with_password/{lock.pk}/{nested[0].pk}/"
    assert client.post(gate, {"password": "open", "return_url": "/about/how/"}).url == "/about/how/"
    assert client.get("/about/how/").status_code == 200
    assert "Password required" in Client().get("/about/how/").content.decode()


def test_group_members_pass(nested: list[PlainPage]) -> None:
    lock = PageViewRestriction.objects.create(page=nested[0], restriction_type="groups")
    member, stranger = factories.user("member", group="Editors"), factories.user("stranger", group="Reviewers")
    lock.groups.add(member.groups.get())
    for who, expected in ((member, 200), (stranger, 302)):
        client = Client()
        client.force_login(who)
        assert client.get("/about/how/").status_code == expected


def test_alias_of_a_private_page_is_private(nested: list[PlainPage], home: HomePage) -> None:
    """An alias shows its original's words, so it keeps its original's restriction."""
    alias = nested[0].create_alias(parent=HomePage.objects.get(), update_slug="mirror")
    assert status(alias.url) == 200
    PageViewRestriction.objects.create(page=nested[0], restriction_type="login")
    assert status(alias.url) == 302


@pytest.mark.parametrize(
    "path",
    [
        "/no/",
        "/about/no/",
        "/ä/ö/",
        "/%00/",
        "/about/%00/",
        "/a'b/",
        "/%E2%80%AE/",
        "/about//how/",
        "/../about/",
        "/.env",
        "/wp-login.php",
        "/about/how/index.html",
        "/about/%2e%2e/",
        "/" + "a/" * 400,
        "/" + "a" * 3000 + "/",
    ],
)
def test_odd_paths_are_not_found(nested: list[PlainPage], path: str) -> None:
    assert status(path) in {301, 404}


@given(st.text(max_size=80))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_path_breaks_the_site(nested: list[PlainPage], text: str) -> None:
    response = Client(raise_request_exception=True).get("/" + text.lstrip("/?#").encode("utf-8", "replace").decode())
    assert response.status_code in {200, 301, 302, 404}


def test_redirects_of_editors_work(nested: list[PlainPage]) -> None:
    Redirect.objects.create(old_path="/old-address", redirect_page=nested[1])
    response = Client().get("/old-address/")
    assert response.status_code == 301
    assert response.url.endswith("/about/how/")


def test_moved_page_answers_at_its_new_address_and_its_old_one_leads_there(
    specialism: SpecialismPage, guide: SupportPage
) -> None:
    old = guide.url
    specialism.slug = "ml"
    specialism.save_revision().publish()
    assert SupportPage.objects.get(pk=guide.pk).url == "/specialisms/ml/machine-learning-engineer/"
    assert status("/specialisms/ml/machine-learning-engineer/") == 200
    response = Client().get(old)
    assert (response.status_code, response.url) == (301, "/specialisms/ml/machine-learning-engineer/")


def test_depth_costs_nothing(nested: list[PlainPage]) -> None:
    """Wagtail's own routing takes two queries a level."""
    costs = set()
    status(nested[1].url)  # what a process reads once
    for page in (nested[0], nested[3]):
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            assert status(page.url) == 200
        costs.add(len(captured))
    assert len(costs) == 1
