"""The page of results: a sensible page for whatever is sent, and nothing kept of who asked."""

import re
from unittest import mock

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from support_pages.search import log
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SEARCH = "/search/"


def ask(question: str = "", address: str = "203.0.113.9", **sent: str) -> HttpResponse:
    """The page for a question from an address."""
    return Client(REMOTE_ADDR=address).get(SEARCH, {"q": question, **sent})


def html(question: str = "", **sent: str) -> str:
    """The page for a question."""
    return ask(question, **sent).content.decode()


def html_of(address: str) -> str:
    """The page at an address."""
    return Client().get(address).content.decode()


def test_results_show_thread_kind_date_and_marks(agency, brand, platform) -> None:
    platform.save_revision().publish()
    page = html("platform engineers")
    assert "<mark>Platform</mark> <mark>engineer</mark> hiring guide" in page
    assert "Technology › Machine Learning" in page
    assert "Hiring guide" in page
    assert '<meta name="robots" content="noindex, follow">' in page
    assert 'rel="canonical"' not in page


def test_search_engines_may_know_the_bare_page_only(agency, brand) -> None:
    canonical = '<link rel="canonical" href="http://testserver/search/">'
    assert canonical in html_of(SEARCH)
    assert "noindex" not in html_of(SEARCH)
    for query in ("q=", "q=engineer", "page=2", "utm_source=x"):
        assert 'content="noindex, follow"' in html_of(f"{SEARCH}?{query}")
        assert "canonical" not in html_of(f"{SEARCH}?{query}")


def test_what_was_typed_is_escaped(agency, brand) -> None:
    page = html('<script>alert(1)</script>"><img src=x onerror=y>')
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"q": ""},
        {"q": " \t\n"},
        {"q": "\0"},
        {"q": "engi\0neer"},
        {"q": "!?&|*()':;\\%_"},
        {"q": "word " * 1000},
        {"q": "x" * 100_000},
        {"q": "\u202e \ufffd \U0001f600"},
        {"q": "\u200fمهندس שלום"},
        {"q": "\U0001f9d1\u200d\U0001f4bb engineer"},
        {"q": "engineer 100% 'or' 1=1 --"},
        {"q": "engineer", "kind": ["hiring_guide"] * 40, "sector": list(range(40)), "place": ["London"] * 40},
        {"q": "engineer", "page": "9999999"},
        {"q": "engineer", "page": "-1"},
        {"q": "engineer", "page": "²"},
        {"q": "engineer", "page": "9" * 5000},
        {"q": "engineer", "kind": "nonsense", "sector": "x", "place": "|"},
        {"q": "engineer", "sector": "9" * 30, "place": "\0"},
        {"q": "engineer", "place": "%" * 5000},
        {"q": ["a", "b"], "unknown": "1"},
    ],
)
def test_bad_input_gets_a_page(agency, brand, sent: dict) -> None:
    for path in (SEARCH, "/search/suggest"):
        assert Client().get(path, sent).status_code == 200


def test_raw_bytes_get_a_page(agency, brand) -> None:
    for query in ("q=%ff%fe", "q=%00", "q=%ed%a0%80", "q=%F0%9F", "q", "&&&=", "q=%"):
        assert Client().get(f"{SEARCH}?{query}").status_code == 200


def test_nothing_found_leads_somewhere(agency, brand) -> None:
    page = html("kubberrnettis")
    assert "Nothing found for “kubberrnettis”" in page
    assert '<a href="?q=kubernetes">kubernetes</a>' in page
    assert reverse("enquiries:mandate") in page
    assert ">Technology</a>" in page


def test_only_reading_is_allowed(agency, brand) -> None:
    assert Client().post(SEARCH).status_code == 405


def test_nobody_on_the_way_keeps_it(agency, brand) -> None:
    response = ask("engineer")
    assert response["Cache-Control"] == "private, max-age=60"
    assert not response.cookies


def test_box_answers_with_addresses(agency, brand) -> None:
    answer = Client().get("/search/suggest", {"q": "mach"}).json()
    assert answer["suggestions"][0] == {
        "title": "Machine Learning",
        "sort": "Specialism",
        "of": "Technology",
        "address": "/specialisms/technology/machine-learning/",
        "value": "",
    }


def test_recommended_page_comes_first_if_it_is_public(agency, brand, platform, consultant) -> None:
    query = Query.get("Grid  Engineer")
    SearchPromotion.objects.create(query=query, page=consultant, description="Ask Ines.")
    SearchPromotion.objects.create(query=query, page=platform, sort_order=1)
    platform.unpublish()
    found = ask("grid engineer")
    assert [one.title for one in found.context["recommended"]] == ["Ines Okafor"]
    assert "Ask Ines." in found.content.decode()
    assert ask("grid").context["recommended"] == []


def test_search_writes_nothing(agency, brand) -> None:
    ask("anything at all")
    assert not Query.objects.exists()


def test_question_of_several_people_is_counted(agency, brand) -> None:
    for number in range(log.SEVERAL - 1):
        ask("Platform engineer", f"203.0.113.{number}")
        ask("platform  engineer", f"203.0.113.{number}")  # the same person again
    assert not Query.objects.exists()
    ask("platform engineer", "198.51.100.7")
    [query] = Query.objects.all()
    assert (query.query_string, query.hits) == ("platform engineer", 1)
    ask("platform engineer", "198.51.100.8")
    assert query.hits == 2


@pytest.mark.parametrize(
    "text",
    [
        "alex@northgate.example",
        "alex moreau alex@northgate.example",
        "+44 20 7946 0018",
        "07700 900123",
        "https://example.com/cv",
        "www.example.com",
        "alex at northgate dot com",
        "alex (at) northgate.de",
        "alex＠northgate.example",
        "٠٧٧٠٠٩٠٠١٢٣",
        "one two three four five six seven",
        "x" * 61,
    ],
)
def test_what_may_be_personal_is_never_kept(agency, brand, text: str) -> None:
    assert log.is_personal(text)
    for number in range(log.SEVERAL + 2):
        ask(text, f"203.0.113.{number}")
    assert not Query.objects.exists()


@pytest.mark.parametrize("text", ["head of ai", "salary 2026", "c++ engineer", "k8s", "data at scale"])
def test_ordinary_questions_are_not_taken_for_personal(text: str) -> None:
    assert not log.is_personal(text)


def test_the_cache_holds_neither_question_nor_visitor(agency, brand) -> None:
    with mock.patch.object(cache, "add", wraps=cache.add) as added:
        ask("platform engineer", "203.0.113.9")
    keys = [call.args[0] for call in added.call_args_list]
    assert len(keys) == 2
    assert all(re.fullmatch(r"search:[0-9a-f]{32}(:[0-9a-f]{32})?", key) for key in keys)


def test_counting_never_fails_a_search(agency, brand) -> None:
    with mock.patch.object(cache, "add", side_effect=OSError):
        assert ask("engineer").status_code == 200
    with (
        mock.patch.object(log, "_is_asked_by_several", return_value=True),
        mock.patch.object(Query, "get", side_effect=DatabaseError),
    ):
        assert ask("engineer").status_code == 200


def test_every_page_has_the_box(agency, brand, platform) -> None:
    for path in (platform.url, "/no/such/page/"):
        page = Client().get(path).content.decode()
        assert 'action="/search/"' in page
        assert "js/search.js" in page
    assert page.count('role="search"') == 2


def test_editor_cannot_write_synonyms_that_say_nothing(agency) -> None:
    client = Client()
    client.force_login(factories.user("edith", group="Editors"))
    where = reverse("wagtailsettings:edit", args=["support_pages", "searchsettings"])
    form = client.get(where, follow=True)
    address = form.redirect_chain[-1][0]
    answer = client.post(address, {"synonyms": "ML, machine learning\nalone"})
    assert "Line 2" in answer.content.decode()
    assert client.post(address, {"synonyms": "boffin, engineer"}).status_code == 302
