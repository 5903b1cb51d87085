"""What readers choose in a pay table, and where its figures come from."""

import datetime

import pytest
from django.utils import timezone

from specialisms.models import Level
from tests import factories
from tests.specialisms.pay import fill, rows, soup, with_tables

pytestmark = pytest.mark.django_db


def test_filters_are_links_that_keep_page_and_other_filter(specialism, guide) -> None:
    fill(specialism, 40)
    with_tables(guide, {})
    page = soup(f"{guide.url}?place=London&level=senior")
    assert [row[1:3] for row in rows(page)] == [["Senior", "London"]]
    current = [link.get_text() for link in page.select(".pay-filters [aria-current=true]")]
    assert current == ["London", "Senior"]
    links = {link.get_text(): link["href"] for link in page.select(".pay-filters a")}
    assert links["Berlin"] == f"{guide.url}?level=senior&place=Berlin#pay.base-pay"
    assert links["Head"] == f"{guide.url}?place=London&level=head#pay.base-pay"
    assert page.find(id="pay.base-pay")
    assert page.find("link", rel="canonical")["href"].endswith(guide.url)


@pytest.mark.parametrize("query", ["place=Atlantis", "level=boss", "place=<script>", "level=", "place=%00", "x=1"])
def test_unknown_filters_are_ignored(specialism, guide, query: str) -> None:
    fill(specialism, 10)
    with_tables(guide, {})
    page = soup(f"{guide.url}?{query}")
    assert len(rows(page)) == 10
    assert {link.get_text() for link in page.select(".pay-filters [aria-current]")} == {"All"}


def test_filters_that_leave_nothing_say_so(specialism, guide) -> None:
    factories.pay_band(specialism, place="London", level=Level.MID)
    factories.pay_band(specialism, place="Berlin", level=Level.SENIOR)
    with_tables(guide, {})
    page = soup(f"{guide.url}?place=London&level=senior")
    assert "No band for this place and level." in page.select_one(".pay").get_text()
    assert page.select_one(".pay p a")["href"] == f"{guide.url}#pay.base-pay"


def test_filter_does_not_move_the_axis(specialism, guide) -> None:
    fill(specialism, 10)
    with_tables(guide, {"currencies": "EUR"})
    whole, part = (soup(guide.url + query).select_one(".pay-axis") for query in ("", "?place=Berlin"))
    assert whole == part


def test_sources_stand_under_the_table(specialism, guide) -> None:
    as_of = datetime.date(2026, 9, 30)
    until = timezone.localdate() + datetime.timedelta(days=1)
    factories.pay_band(specialism, as_of=as_of, valid_until=until, illustrative=True)
    with_tables(guide, {})
    under = soup(guide.url).select_one(".pay-sources").get_text(" ", strip=True)
    assert under == "Illustrative figures. Source: Placements by the agency, as of 30 September 2026 ."


def test_several_sources_are_numbered_and_rows_name_theirs(specialism, guide) -> None:
    factories.pay_band(specialism)
    factories.pay_band(specialism, place="Leeds", source_name="A survey", source_url="https://survey.example/")
    with_tables(guide, {})
    page = soup(guide.url)
    assert [row[2:4] for row in rows(page)] == [["Leeds", "Source 1"], ["London", "Source 2"]]
    assert ["A survey" in source.get_text() for source in page.select("ol.pay-sources > li")] == [True, False]
    assert page.select_one(".pay-sources a")["href"] == "https://survey.example/"


def test_expired_bands_say_when_they_were_last_checked_on_the_day_they_expire(specialism, guide) -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    old = yesterday - datetime.timedelta(days=90)
    band = factories.pay_band(specialism, as_of=old, valid_until=timezone.localdate(), checked_on=old)
    with_tables(guide, {})
    assert "Last checked" not in soup(guide.url).select_one(".pay").get_text()
    type(band).objects.update(valid_until=yesterday)
    assert f"Last checked {old:%-d %B %Y}" in soup(guide.url).select_one(".pay-sources").get_text()
