"""What a question finds, in which order, and at what cost; on both databases."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from support_pages.kinds import Kind
from support_pages.models import SearchSettings
from support_pages.search.facets import Choice
from support_pages.search.finding import find, suggest
from tests import factories
from tests.support_pages.search.conftest import guide

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def titles(text: str, **choice: str) -> list[str]:
    """What is found, in order."""
    return [result.title for result in find(text, Choice(**choice)).results]


@pytest.mark.parametrize(
    "text",
    [
        "kubernets enginer",
        "kuberntes",
        "kubernetes engineers",
        "ENGINEERING Kubernetes",
        "kubern",
        "cafe",
        "café",
        "CAFÉ",
        "cafe\u0301",
        "platfrom enigneer",
        "how do I hire a platform engineer",
    ],
)
def test_guide_is_found_however_it_is_asked_for(agency, text: str) -> None:
    assert titles(text)[0] == "Platform engineer hiring guide"


@pytest.mark.parametrize("text", ["ML", "ml", "machine learning", "machine lerning", "Machine-Learning", "AI & ML"])
def test_abbreviation_finds_what_it_stands_for(agency, text: str) -> None:
    assert "Machine Learning" in titles(text)[:2]


def test_the_canonical_page_comes_first(agency) -> None:
    assert titles("machine learning")[0] == "Machine Learning"


def test_editors_say_what_means_the_same(agency) -> None:
    assert titles("boffin") == []
    SearchSettings.objects.create(synonyms="boffin, platform engineer")
    assert titles("boffin") == ["Platform engineer hiring guide"]


def test_correction_is_said(agency) -> None:
    found = find("kuberntes enigneer", Choice())
    assert found.is_corrected
    assert found.question.shown == "kubernetes engineer"
    assert not find("kubernetes engineer", Choice()).is_corrected


def test_short_words_are_never_corrected(agency) -> None:
    assert titles("QL") == []


def test_words_that_do_not_stand_together_find_some(agency) -> None:
    found = find("kubernetes salary", Choice())
    assert found.is_loose
    assert {result.title for result in found.results} >= {
        "Platform engineer hiring guide",
        "Salary guide for ML people",
    }


def test_nothing_leads_to_similar_words(agency) -> None:
    found = find("kubberrnettis", Choice())
    assert not found.is_anything_found
    assert found.similar == ["kubernetes"]


def test_consultant_and_fact_are_found(agency) -> None:
    assert titles("ines okafor")[0] == "Ines Okafor"
    fact = find("median time", Choice()).results[0]
    assert (fact.title, fact.value, fact.sort) == ("Median time to offer", "47 days", "fact")
    assert fact.address == "/specialisms/technology/machine-learning/salary-guide-for-ml-people/"


def test_role_is_found_by_its_other_titles(agency, platform) -> None:
    platform.role = factories.role("Platform Engineer", alternative_titles="DevOps Engineer\nPaver of roads")
    platform.save()
    agency()
    assert titles("paver of roads") == ["Platform engineer hiring guide"]


def test_title_counts_for_more_than_text(agency, learning) -> None:
    guide(learning, "All about notice", "Little.")
    guide(learning, "Another guide", "Give notice. Notice is given.")
    agency()
    assert titles("notice")[:2] == ["All about notice", "Another guide"]


def test_facets_count_and_narrow(agency, learning) -> None:
    found = find("guide", Choice())
    kinds = {value.label: value.count for facet in found.facets if facet.name == "kind" for value in facet.values}
    narrowed = find("guide", Choice(kind=Kind.SALARY_GUIDE))
    assert kinds["Hiring guides"] == 1
    assert [result.title for result in narrowed.results] == ["Salary guide for ML people"]
    assert narrowed.chosen == ["Salary guides"]
    [chosen] = [value for facet in narrowed.facets for value in facet.values if value.chosen]
    assert chosen.address == "?q=guide"


def test_places_come_from_pay_bands(agency, learning) -> None:
    factories.pay_band(learning, place="Zürich")
    agency()
    found = find("machine learning", Choice())
    places = [value for facet in found.facets if facet.name == "place" for value in facet.values]
    assert {(value.label, value.count) for value in places} >= {("Zürich", 1)}
    assert titles("machine learning", place="Zürich") == ["Machine Learning"]


def test_sectors_are_counted(agency, directory) -> None:
    energy = factories.SpecialismPageFactory(parent=directory, title="Energy", body=None)
    guide(energy, "Grid engineer hiring guide")
    agency()
    found = find("engineer", Choice())
    sectors = [value for facet in found.facets if facet.name == "sector" for value in facet.values]
    assert {value.label: value.count for value in sectors} == {"Technology": 3, "Energy": 2}
    assert titles("engineer", sector=str(energy.pk)) == ["Grid engineer hiring guide", "Energy"]


def test_an_empty_choice_keeps_its_way_back(agency) -> None:
    found = find("engineer", Choice(place="Nowhere"))
    assert found.total == 0
    assert found.is_anything_found
    assert found.clear == "?q=engineer"


def test_pages_of_results(agency, learning) -> None:
    for number in range(25):
        guide(learning, f"Turbine guide {number}")
    agency()
    first, last, far = (find("turbine", Choice(), page) for page in (1, 3, 999))
    assert (first.total, first.pages, len(first.results), len(last.results)) == (25, 3, 10, 5)
    assert far.page == 3
    assert (first.before, first.after, last.after) == ("", "?q=turbine&page=2", "")


def test_a_question_costs_as_much_with_more_to_find(agency, learning) -> None:
    def cost(text: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            find(text, Choice())
        return len(queries)

    few = cost("guide")
    for number in range(30):
        guide(learning, f"Guide to rotor {number}", body=None)
    agency()
    assert cost("guide") <= few + 2
    assert cost("a1 b2 c3 d4 e5 f6 g7 h8 i9 " * 10) <= 30
    assert (
        cost("wrongwordone wrongwordtwo wrongwordthree wrongwordfour wrongwordfive wrongsix wrongseven wrongeight")
        <= 32
    )


@pytest.mark.parametrize("text", ["ma", "mach", "machine l", "machine lea", "machin", "mcahine"])
def test_box_suggests_what_begins_like_it(agency, text: str) -> None:
    assert suggest(text)[0].title == "Machine Learning"


def test_box_suggests_for_abbreviations(agency) -> None:
    assert "Machine Learning" in {one.title for one in suggest("ml")}


@pytest.mark.parametrize("text", ["", " ", "m", "\0", "%", "_", "'", "\\"])
def test_box_suggests_nothing_for_nothing(agency, text: str) -> None:
    assert suggest(text) == []


@pytest.mark.parametrize("text", ["c++", "c#", "r&d", "o'neill's", "a:*", "'a' | 'b'", "!(a)", "<-> & |", "%", "\\'"])
def test_no_text_is_read_as_a_language_of_queries(agency, text: str) -> None:
    find(text, Choice())
    suggest(text)
