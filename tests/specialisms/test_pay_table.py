"""The pay table as readers meet it."""

import pytest
from django.test import Client
from django.urls import reverse

from specialisms.citing import citations
from specialisms.models import Level
from support_pages.models import SupportPage
from tests import factories
from tests.specialisms.pay import fill, queries, rows, soup, with_tables

pytestmark = pytest.mark.django_db


def test_forty_bands_in_three_tables_cost_one_query(specialism, guide, brand) -> None:
    with_tables(guide, {})
    factories.pay_band(specialism)
    few = queries(guide.url)
    fill(specialism, 40)
    with_tables(guide, {}, {"places": "London"}, {"currencies": "EUR"})
    many = queries(guide.url)
    assert len([sql for sql in many if "specialisms_payband" in sql]) == 1
    assert len(many) == len(few) <= 15, "\n".join(many)


def test_choosing_roles_costs_nothing_and_specialisms_one_query(specialism, directory, guide, brand) -> None:
    other = factories.SpecialismPageFactory(parent=directory)
    fill(other, 10)
    roles = {"roles": [factories.role("Engineer 0").pk]}
    with_tables(guide, {})
    plain = len(queries(guide.url))
    with_tables(guide, roles, roles)
    assert len(queries(guide.url)) == plain
    elsewhere = {**roles, "specialism": other.pk}
    with_tables(guide, elsewhere, {**elsewhere, "caption": "Again"})
    assert len(queries(guide.url)) == plain + 1


def test_a_role_that_is_gone_leaves_the_editor_and_the_page_whole(specialism, guide) -> None:
    factories.pay_band(specialism)
    gone = factories.role("Gone")
    with_tables(guide, {"roles": [gone.pk, factories.role().pk]})
    gone.delete()
    assert len(rows(soup(guide.url))) == 1
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).status_code == 200
    guide.refresh_from_db()
    (value,) = guide.body
    block = value.block.child_blocks["roles"].child_block
    first, second = value.value["roles"]
    assert block.get_form_state(first) is None
    assert "Machine Learning Engineer" in block.get_form_state(second).values()
    assert (block.render_basic(first), block.render_basic(second)) == ("", "Machine Learning Engineer")


def test_what_a_table_shows_is_cited(specialism, guide) -> None:
    band = factories.pay_band(specialism)
    with_tables(guide, {})
    with citations() as cited:
        guide.body.render_as_block({"page": guide})
    assert cited == [band]


def test_table_has_caption_and_header_cells(specialism, guide) -> None:
    fill(specialism, 40)
    with_tables(guide, {})
    page = soup(guide.url)
    found = page.select(".pay table")
    assert len(found) == 3
    for table in found:
        assert "Base pay" in table.caption.get_text()
        heads = table.select("thead th")
        assert [head["scope"] for head in heads] == ["col"] * 7
        words = [next(head.stripped_strings) for head in heads]
        assert words == ["Role", "Level", "Place", "Range", "P25", "Median", "P75"]
        for row in table.select("tbody tr"):
            assert [cell.name for cell in row.find_all(["th", "td"])] == ["th"] + ["td"] * 6
            assert row.th["scope"] == "row"
    assert "pounds sterling (GBP)" in page.select_one(".pay").get_text()
    assert sum(len(rows(table)) for table in found) == 40


def test_cells_hold_the_figures_and_their_notes(specialism, guide) -> None:
    factories.pay_band(specialism, bonus_note="10–15% target", equity_note="EMI options", sample_size=42)
    with_tables(guide, {})
    table = soup(guide.url).select_one(".pay table")
    assert rows(table) == [
        [
            "Machine Learning Engineer",
            "Senior",
            "London",
            "Bonus 10–15% target Equity EMI options Sample 42",
            "£100,000",
            "£115,000",
            "£132,000",
        ]
    ]
    assert all(drawing["aria-hidden"] == "true" for drawing in table.select("svg"))


def test_cheaper_roles_come_first_and_levels_in_order(specialism, guide) -> None:
    lead, engineer = factories.role("A lead"), factories.role("Some engineer")
    factories.pay_band(specialism, role=lead, level=Level.HEAD, p25=150_000, p50=160_000, p75=170_000)
    factories.pay_band(specialism, role=engineer, level=Level.SENIOR)
    factories.pay_band(specialism, role=engineer, level=Level.MID, p25=80_000, p50=90_000, p75=100_000)
    with_tables(guide, {})
    shown = [row[:2] for row in rows(soup(guide.url).select_one(".pay"))]
    assert shown == [["Some engineer", "Mid"], ["Some engineer", "Senior"], ["A lead", "Head"]]


def test_editor_chooses_roles_places_currencies_and_basis(specialism, guide) -> None:
    fill(specialism, 10)
    factories.pay_band(specialism, place="London", basis="day_rate", p25=500, p50=600, p75=700)
    with_tables(guide, {"places": "zurich, London", "basis": "annual_base", "currencies": "chf, GBP"})
    page = soup(guide.url)
    assert [row[2] for row in rows(page)] == ["Zurich", "Zurich", "London", "London"]
    with_tables(guide, {"roles": [factories.role().pk]})
    assert [row[-3:] for row in rows(soup(guide.url))] == [["£500", "£600", "£700"]]


def test_table_of_another_specialism(specialism, directory, guide) -> None:
    other = factories.SpecialismPageFactory(parent=directory, slug="other")
    factories.pay_band(specialism, place="Here")
    factories.pay_band(other, place="There")
    with_tables(guide, {"specialism": other.pk})
    page = soup(guide.url)
    assert [row[2] for row in rows(page)] == ["There"]
    assert page.select_one(".pay-downloads a")["href"] == "/pay/other.csv"
    with_tables(specialism, {})
    assert [row[2] for row in rows(soup(specialism.url))] == ["Here"]


def test_two_tables_of_one_caption_have_two_anchors(specialism, guide) -> None:
    factories.pay_band(specialism)
    with_tables(guide, {}, {})
    assert [found["id"] for found in soup(guide.url).select(".pay")] == ["pay.base-pay", "pay.base-pay-2"]


def test_hostile_words_stay_words(specialism, guide) -> None:
    factories.pay_band(
        specialism,
        role=factories.role("<script>alert(1)</script>"),
        place='"><b>x',
        bonus_note="<i>",
        source_name="</p>",
    )
    factories.pay_band(specialism, place="Leeds")
    with_tables(guide, {"caption": "<b>Pay</b>", "note": "<u>"})
    page = soup(guide.url)
    assert not page.select(".pay b, .pay i, .pay u, .pay script")
    assert not page.find_all(style=True)


def test_nothing_is_shown_without_bands(guide: SupportPage) -> None:
    with_tables(guide, {})
    assert not soup(guide.url).select(".pay")
    preview = guide.make_preview_request()
    assert "the ledger holds no such pay bands yet" in preview.content.decode()


def test_draft_specialism_has_no_downloads(specialism, guide, directory) -> None:
    other = factories.SpecialismPageFactory(parent=directory, live=False)
    factories.pay_band(other)
    with_tables(guide, {"specialism": other.pk})
    page = soup(guide.url)
    assert rows(page)
    assert not page.select(".pay-downloads")
