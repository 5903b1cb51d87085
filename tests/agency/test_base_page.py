"""What every page says about itself, and what it falls back on."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from agency import seo
from agency.models import BrandSettings, ConsultantPage, HomePage, PlainPage
from agency.signed_context import unsign
from agency.templatetags.components import json_ld, mandate_url
from support_pages.models import SupportPage
from tests import factories

CHAINS = {
    "list_title": ["listing_title", "title"],
    "list_summary": ["listing_summary", "standfirst"],
    "meta_title": ["seo_title", "title"],
    "meta_description": ["search_description", "listing_summary", "standfirst"],
    "social.title": ["share_title", "seo_title", "title"],
    "social.summary": ["share_summary", "search_description", "listing_summary", "standfirst"],
}


def read(page: PlainPage, name: str) -> str:
    """A property of a page, or a part of one."""
    first, _dot, part = name.partition(".")
    value = getattr(page, first)
    return value[part] if part else value


@pytest.mark.parametrize("name", CHAINS)
def test_the_first_text_that_is_there_wins(name: str) -> None:
    """From the most particular to the most general, whichever of them are missing."""
    chain = CHAINS[name]
    for present in range(1, 2 ** len(chain)):
        given_texts = {field: field for bit, field in enumerate(chain) if present & (1 << bit)}
        page = PlainPage(**given_texts)
        page.brand = BrandSettings()
        expected = next(field for field in chain if field in given_texts)
        assert read(page, name) == expected, given_texts


@pytest.mark.parametrize("name", ["list_summary", "meta_description"])
def test_without_any_text_there_is_none(name: str) -> None:
    assert read(PlainPage(title="Fees"), name) == ""


@pytest.mark.django_db
def test_shared_picture_is_the_pages_else_the_brands(home: HomePage) -> None:
    page = factories.PlainPageFactory(parent=home)
    assert page.social["card"] is None
    page.brand.share_image = factories.picture(title="Brand", description="The brand's")
    assert page.social["card"].alt == "The brand's"
    page.share_image = factories.picture(title="Own", description="The page's")
    assert page.social["card"].alt == "The page's"


@override_settings(BASE_URL="https://agency.example")
@pytest.mark.django_db
def test_canonical_address_is_absolute_and_ignores_the_question(home: HomePage) -> None:
    page = factories.PlainPageFactory(parent=home, slug="fees")
    assert page.canonical_url == "https://agency.example/fees/"
    soup = BeautifulSoup(Client().get("/fees/?utm_source=x").content, "html.parser")
    assert soup.find("link", rel="canonical")["href"] == "https://agency.example/fees/"
    assert soup.find("meta", property="og:url")["content"] == "https://agency.example/fees/"


@override_settings(BASE_URL="https://agency.example")
@pytest.mark.django_db
def test_an_alias_names_the_address_of_its_original(home: HomePage) -> None:
    page = factories.PlainPageFactory(parent=home, slug="fees")
    mirror = page.create_alias(parent=HomePage.objects.get(), update_slug="mirror")
    other = mirror.create_alias(parent=HomePage.objects.get(), update_slug="mirror-of-the-mirror")
    for alias in (mirror, other):
        soup = BeautifulSoup(Client().get(alias.url).content, "html.parser")
        assert soup.find("link", rel="canonical")["href"] == page.canonical_url
        assert alias.get_sitemap_urls() == []


@pytest.mark.django_db
def test_breadcrumbs_hold_the_live_pages_between_home_and_here(
    directory: Page, specialism: Page, guide: SupportPage
) -> None:
    assert [crumb.title for crumb in guide.breadcrumbs] == [directory.title, specialism.title]
    specialism.refresh_from_db()
    specialism.unpublish()
    assert [crumb.title for crumb in SupportPage.objects.get(pk=guide.pk).breadcrumbs] == [directory.title]
    assert HomePage.objects.get().breadcrumbs == []


@pytest.mark.django_db
def test_breadcrumbs_for_machines_end_with_the_page_itself(specialism: Page, guide: SupportPage) -> None:
    (trail,) = seo.breadcrumb_list(guide)
    named = [(item["position"], item["name"]) for item in trail["itemListElement"]]
    assert named == [(1, "Specialisms"), (2, specialism.title), (3, guide.title)]
    assert trail["itemListElement"][-1]["item"] == guide.canonical_url
    assert seo.breadcrumb_list(HomePage.objects.get()) == []


@pytest.mark.django_db
def test_breadcrumbs_survive_a_page_that_is_not_live(home: HomePage) -> None:
    """A live plain page under a draft one, as an editor may leave it."""
    draft = factories.PlainPageFactory(parent=home, slug="draft", live=False)
    page = factories.PlainPageFactory(parent=draft, slug="below")
    assert page.breadcrumbs == []
    assert Client().get(page.url).status_code == 200


@pytest.mark.django_db
def test_call_to_action_carries_the_page_signed(home: HomePage, consultant: ConsultantPage) -> None:
    address = mandate_url(consultant, "card")
    assert address.startswith("/mandate/?ctx=")
    assert unsign(address.partition("ctx=")[2]) == {"page": consultant.pk, "call": "card"}
    assert mandate_url(None) == mandate_url(PlainPage(title="New")) == "/mandate/"


@pytest.mark.django_db
def test_brand_texts_close_pages_without_their_own(home: HomePage, brand: BrandSettings) -> None:
    page = factories.PlainPageFactory(parent=home)
    assert page.closing_call() == (brand.closing_question, brand.closing_invitation)
    page.closing_question = "Ours?"
    assert page.closing_call() == ("Ours?", brand.closing_invitation)


HOSTILE = "</script><script>alert(1)</script><!-- & \" ' \\ \u2028 {{ title }}"


@pytest.mark.django_db
def test_hostile_title_stays_text_everywhere(home: HomePage) -> None:
    page = factories.PlainPageFactory(parent=home, title=HOSTILE, slug="hostile", standfirst=HOSTILE)
    soup = BeautifulSoup(Client().get(page.url).content, "html.parser")
    scripts = soup.find_all("script")
    assert [script.get("type") or script["src"] for script in scripts] == ["/static/js/site.js", "application/ld+json"]
    things = json.loads(scripts[1].string)["@graph"]
    assert next(thing for thing in things if thing["@type"] == "WebPage")["name"] == HOSTILE
    assert soup.h1.get_text() == HOSTILE
    assert soup.find("meta", property="og:title")["content"] == HOSTILE


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.django_db
def test_structured_data_survives_any_text(text: str) -> None:
    page = PlainPage(title=text, standfirst=text, url_path="/home/x/", depth=3, path="000100010001")
    page.brand, page.ancestors = BrandSettings(name=text), []
    markup = str(json_ld(page))
    body = markup.partition(">")[2].rpartition("</script>")[0]
    assert "<" not in body
    things = json.loads(body)["@graph"]
    assert things[1]["name"] == text
    assert markup.count("<script") == 1


@pytest.mark.parametrize(
    ("name", "monogram"),
    [
        ("Ines Okafor", "IO"),
        ("Cher", "C"),
        ("Ana de la Cruz", "AC"),
        ("žofie čapek", "ŽČ"),
        ("", ""),
        ("李 小龙", "李小"),
    ],
)
def test_monogram_is_the_first_and_last_initial(name: str, monogram: str) -> None:
    assert ConsultantPage(title=name).monogram == monogram
