"""What leaves is not found from that moment on, and what comes or changes once the worker has read it."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SearchEntry, SearchWord, SupportPage
from support_pages.search import keeping
from support_pages.search.facets import Choice
from support_pages.search.finding import find
from tests import factories
from tests.support.tasks import run_waiting
from tests.support_pages.search.conftest import guide

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def titles(text: str) -> list[str]:
    """What is found."""
    return [result.title for result in find(text, Choice()).results]


def test_published_guide_is_found_once_it_is_read(agency, learning) -> None:
    run_waiting()
    new = guide(learning, "Turbine guide", live=False)
    agency()
    assert titles("turbine") == []
    new.save_revision().publish()
    run_waiting()
    assert titles("turbine") == ["Turbine guide"]


def test_unpublished_guide_is_not_found_at_once(agency, platform) -> None:
    platform.unpublish()
    assert not SearchEntry.objects.filter(page=platform.pk).exists()
    assert titles("kubernetes") == []


def test_draft_words_are_not_found(agency, platform) -> None:
    platform.title = "Turbine guide"
    platform.save_revision()
    agency()
    assert titles("turbine") == []


def test_private_branch_is_not_found_and_comes_back(agency, learning) -> None:
    lock = PageViewRestriction.objects.create(page=learning, restriction_type="login")
    assert titles("kubernetes") == titles("median time") == []
    assert "Machine Learning" not in titles("machine learning")
    lock.delete()
    run_waiting()
    assert titles("kubernetes") == ["Platform engineer hiring guide"]
    assert "Median time to offer" in titles("median time")


def test_deleted_page_is_not_found(agency, platform) -> None:
    Page.objects.get(pk=platform.pk).delete()
    assert titles("kubernetes") == []


def test_page_past_its_end_is_not_found_before_the_worker_takes_it_away(agency, platform) -> None:
    platform.expire_at = timezone.now() + datetime.timedelta(hours=1)
    platform.save_revision().publish()
    run_waiting()
    assert titles("kubernetes") == ["Platform engineer hiring guide"]
    SearchEntry.objects.filter(page=platform.pk).update(expires_at=timezone.now())
    assert find("kubernetes", Choice()).total == 0


def test_stale_entry_shows_nothing(agency, platform) -> None:
    """Whatever the entries say, what is listed is asked of the pages."""
    Page.objects.filter(pk=platform.pk).update(live=False)
    assert titles("kubernetes") == []
    assert keeping.sweep() >= 1
    run_waiting()
    assert find("kubernetes", Choice()).total == 0


def test_renamed_specialism_renames_the_thread_of_its_guides(agency, learning) -> None:
    learning.title = "Rotors"
    learning.save_revision().publish()
    run_waiting()
    [result] = find("kubernetes rotors", Choice()).results
    assert result.thread == "Technology › Rotors"


def test_moved_guide_has_its_new_thread(agency, directory, platform) -> None:
    energy = factories.SpecialismPageFactory(parent=directory, title="Energy", body=None)
    SupportPage.objects.get(pk=platform.pk).move(energy, pos="last-child")
    run_waiting()
    [result] = find("kubernetes", Choice()).results
    assert (result.thread, result.address) == ("Energy", "/specialisms/energy/platform-engineer-hiring-guide/")


def test_fact_shows_its_present_value(agency, measured) -> None:
    measured.low = 31
    measured.save()
    result = find("median time", Choice()).results[0]
    assert result.value == "31 days"


def test_fact_that_no_public_page_shows_is_not_found(agency, measured) -> None:
    factories.fact(says="Turbine count")
    agency()
    assert titles("turbine") == []
    SupportPage.objects.get(kind=Kind.SALARY_GUIDE).unpublish()
    run_waiting()
    assert titles("median time") == []


def test_expired_fact_is_not_found(agency, measured) -> None:
    measured.valid_until = timezone.localdate() - datetime.timedelta(days=1)
    measured.save()
    run_waiting()
    assert "Median time to offer" not in titles("median time")


def test_alias_is_not_found_beside_its_original(agency, platform, technology) -> None:
    platform.create_alias(parent=technology)
    agency()
    assert titles("kubernetes") == ["Platform engineer hiring guide"]


def test_consultant_who_left_is_no_longer_found_with_what_they_led(agency, consultant, learning) -> None:
    assert titles("okafor") == ["Ines Okafor", "Machine Learning"]
    consultant.unpublish()
    assert "Ines Okafor" not in titles("okafor")
    run_waiting()
    assert titles("okafor") == []


def test_guides_are_found_by_the_present_name_of_who_wrote_them(agency, consultant, platform) -> None:
    SupportPage.objects.filter(pk=platform.pk).update(author=consultant)
    consultant.title = "Ines Adeyemi"
    consultant.save_revision().publish()
    run_waiting()
    assert titles("adeyemi") == ["Ines Adeyemi", "Machine Learning", "Platform engineer hiring guide"]
    Page.objects.get(pk=consultant.pk).delete()
    run_waiting()
    assert titles("adeyemi") == []


@pytest.mark.parametrize("how", ["unpublish", "restrict", "stop leading"])
def test_consultant_is_not_found_by_what_readers_may_not_see(agency, consultant, learning, how: str) -> None:
    run_waiting()
    assert "machin" in SearchEntry.objects.get(page=consultant.pk).text
    match how:
        case "unpublish":
            learning.unpublish()
        case "restrict":
            PageViewRestriction.objects.create(page=learning, restriction_type="login")
        case _:
            page = SpecialismPage.objects.get(pk=learning.pk)
            page.leads.clear()
            page.save_revision().publish()
    run_waiting()
    entry = SearchEntry.objects.get(page=consultant.pk)
    assert "machin" not in entry.text
    assert entry.sectors == ""


def test_words_of_what_became_private_are_not_proposed(agency, learning) -> None:
    assert find("kubberrnettis", Choice()).similar == ["kubernetes"]
    PageViewRestriction.objects.create(page=learning, restriction_type="login")
    assert find("kubberrnettis", Choice()).similar == []


def test_place_of_a_new_pay_band_is_known(agency, learning) -> None:
    run_waiting()
    band = factories.pay_band(learning, place="Zürich")
    run_waiting()
    assert SearchEntry.objects.get(page=learning.pk, fact=None).places == "|Zürich|"
    assert keeping.read_pay.call(learning.pk) == 0
    band.delete()
    run_waiting()
    assert SearchEntry.objects.get(page=learning.pk, fact=None).places == ""


def test_role_renames_its_guides(agency, platform) -> None:
    role = factories.role("Paver")
    SupportPage.objects.filter(pk=platform.pk).update(role=role)
    role.alternative_titles = "Roadbuilder"
    role.save()
    run_waiting()
    assert titles("roadbuilder") == ["Platform engineer hiring guide"]


def test_sweep_finds_what_no_signal_told_of(agency, platform) -> None:
    SearchEntry.objects.filter(page=platform.pk).delete()
    run_waiting()
    assert keeping.sweep()
    run_waiting()
    assert titles("kubernetes") == ["Platform engineer hiring guide"]
    assert not keeping.sweep()


def test_upgraded_site_is_read_as_a_whole_and_asked_for_once(agency, monkeypatch) -> None:
    run_waiting()
    known = set(SearchEntry.objects.values_list("page", "fact"))
    SearchEntry.objects.all().delete()
    monkeypatch.setattr(keeping, "BATCH", 2)
    assert [keeping.sweep() for _worker in range(2)] == [True, False]
    run_waiting()
    assert set(SearchEntry.objects.values_list("page", "fact")) == known


def test_entries_are_made_again_after_a_week(agency, platform) -> None:
    run_waiting()
    SearchEntry.objects.filter(page=platform.pk, fact=None).update(
        thread="Old", indexed_at=timezone.now() - keeping.A_WEEK
    )
    keeping.sweep()
    run_waiting()
    assert SearchEntry.objects.get(page=platform.pk, fact=None).thread == "Technology › Machine Learning"


def test_words_that_nothing_holds_are_forgotten(agency, platform) -> None:
    assert SearchWord.objects.filter(word="kubernetes").exists()
    platform.unpublish()
    keeping.recount.call()
    assert not SearchWord.objects.filter(word="kubernetes").exists()
