"""Links that somebody typed as addresses are found too: the page they name may leave without them."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from agency.models import HomePage
from specialisms.models import SpecialismPage
from support_pages.departures import inbound
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.departures.conftest import Linking, body_of, fresh, soup_of, text_linking_to
from tests.support_pages.departures.screen import ACTIONS, delete_url, move_url, screen_of, unpublish_url

pytestmark = pytest.mark.django_db


def typing(*addresses: str, words: str = "there") -> list[dict[str, str]]:
    """The body of a guide that names addresses."""
    links = " ".join(f'<a href="{address}">{words}</a>' for address in addresses)
    return [{"type": "text", "value": f"<p>Read {links}.</p>"}]


def guide(parent: Page, *addresses: str, title: str = "Typing", **fields: Any) -> SupportPage:
    """A guide that names addresses."""
    return factories.SupportPageFactory(parent=fresh(parent), title=title, body=body_of(typing(*addresses)), **fields)


def listed(client: Client, url: str) -> list[str]:
    """The pages that a screen says link, with what it says of each."""
    rows = soup_of(client.get(url)).select(".departure-links li")
    return [" ".join(row.get_text(" ").split()) for row in rows]


@pytest.mark.parametrize("action", ACTIONS)
def test_screen_lists_who_typed_the_address(
    admin: Client, plain: SupportPage, data: SpecialismPage, action: str
) -> None:
    guide(data, f"http://testserver{plain.url}")
    assert listed(admin, screen_of(action, plain, data)) == ["Typing typed as an address “there”"]


@pytest.mark.parametrize(
    "address", ["{}", "{}?from=mail", "{}#what", "HTTP://TESTSERVER{}", "{}guide.pdf", "  {} ", "http://testserver{}"]
)
def test_address_is_known_however_it_is_written(
    admin: Client, plain: SupportPage, data: SpecialismPage, address: str
) -> None:
    guide(data, address.format(plain.url), address.format(plain.url.rstrip("/")))
    assert listed(admin, delete_url(plain)) == ["Typing typed as an address “there”"]


@pytest.mark.parametrize(
    "address", ["https://other.example{}", "mailto:{}@other.example", "{}more/", "/before{}", "http://[{}", "{}x"]
)
def test_other_addresses_are_not_listed(admin: Client, plain: SupportPage, data: SpecialismPage, address: str) -> None:
    guide(data, address.format(plain.url))
    assert listed(admin, delete_url(plain)) == []


def test_letters_in_an_address(admin: Client, data: SpecialismPage, home: HomePage) -> None:
    page = factories.PlainPageFactory(parent=home, slug="überblick")
    guide(data, page.url, title="Encoded")
    guide(data, "/überblick/", title="As it is")
    assert listed(admin, delete_url(page)) == [
        "Encoded typed as an address “there”",
        "As it is typed as an address “there”",
    ]


def test_page_that_also_chooses_it_is_listed_once(
    admin: Client, plain: SupportPage, data: SpecialismPage, link: Linking
) -> None:
    source = link(plain)
    source.body = body_of([*text_linking_to(plain), *typing(plain.url)])
    source.save()
    assert listed(admin, delete_url(plain)) == [f"{source.title} “what it pays”, “there”"]


def test_drafts_and_versions_that_wait_are_listed(admin: Client, plain: SupportPage, data: SpecialismPage) -> None:
    guide(data, plain.url, title="Draft", live=False)
    page = guide(data, title="Waiting")
    page.body = body_of(typing(plain.url))
    page.save_revision()
    assert listed(admin, delete_url(plain)) == [
        "Waiting in a version not published yet “there”",
        "Draft draft typed as an address “there”",
    ]


def test_old_address_is_lost_with_the_page(admin: Client, plain: SupportPage, data: SpecialismPage) -> None:
    before = plain.url
    plain.slug = "renamed"
    plain.save()
    guide(data, before)
    Redirect.add_redirect("/campaign", redirect_to=plain)
    guide(data, "/campaign", title="By a redirect")
    assert [row.split(" typed")[0] for row in listed(admin, delete_url(plain))] == ["Typing", "By a redirect"]


def test_what_leaves_together_is_no_link(
    admin: Client, plain: SupportPage, specialism: SpecialismPage, data: SpecialismPage
) -> None:
    guide(specialism, plain.url, title="Sibling")
    guide(data, plain.url)
    assert listed(admin, delete_url(specialism)) == ["Typing typed as an address “there”"]
    assert len(listed(admin, unpublish_url(plain))) == 2


def test_many_pages_are_looked_for_by_what_their_addresses_have_in_common(
    admin: Client, plain: SupportPage, data: SpecialismPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert inbound._few(["/a/c", "/a", "/a/b", "/ab", "/b"]) == ["/a", "/b"]
    monkeypatch.setattr(inbound, "LOOKED_FOR", 1)
    assert inbound._few(["/a/c", "/a/b"]) == ["/a"]
    Redirect.add_redirect("/campaign", redirect_to=plain)
    guide(data, plain.url)
    assert listed(admin, delete_url(plain)) == ["Typing typed as an address “there”"]


def test_other_texts_than_a_guide_s_are_searched(admin: Client, plain: SupportPage, home: HomePage) -> None:
    text = [{"type": "text", "value": f'<p><a href="{plain.url}">plain</a></p>'}]
    body = type(factories.PlainPageFactory.build())._meta.get_field("body").stream_block.to_python(text)
    factories.PlainPageFactory(parent=home, title="Imprint", body=body)
    assert listed(admin, delete_url(plain)) == ["Imprint typed as an address “plain”"]


@pytest.mark.database
def test_queries_do_not_grow_with_who_typed_it(admin: Client, plain: SupportPage, data: SpecialismPage) -> None:
    counts = []
    for more in (2, 6):
        for number in range(more):
            guide(data, plain.url, title=f"Typing {more}.{number}")
        admin.get(move_url(plain, data))
        with CaptureQueriesContext(connection) as asked:
            admin.get(move_url(plain, data))
        counts.append(len(asked))
    assert counts[0] == counts[1]
