"""The demo agency: complete, valid, all its links leading somewhere, built once and only where nothing else is."""

import io
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command

from agency.models import (
    AgencyImage,
    BrandSettings,
    ConsultantPage,
    HomePage,
    NavigationLink,
    Place,
    PlainPage,
    User,
)
from agency.reading import body_words
from enquiries.models import PrivacyNotice
from enquiries.routing import consultants_for
from enquiries.sla import OfficeHours
from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.reviewing import reviewers_of
from tests.support.demo import pages

pytestmark = pytest.mark.django_db


def snapshot() -> dict[str, list[dict[str, Any]]]:
    """Everything in the database."""
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in apps.get_models()}


def test_directory_has_three_sectors_and_three_levels(demo: Path) -> None:
    levels = Counter(page.level for page in SpecialismPage.objects.all())
    assert levels["Sector"] == 3
    assert levels["Family"] + levels["Specialism"] >= 9
    assert levels["Specialism"] >= 1


def test_every_sector_leads_to_guides(demo: Path) -> None:
    for specialism in SpecialismPage.objects.all():
        assert SupportPage.objects.descendant_of(specialism).exists(), specialism.title


def test_there_are_at_least_thirty_guides_of_all_kinds(demo: Path) -> None:
    kinds = Counter(SupportPage.objects.values_list("kind", flat=True))
    assert kinds.total() >= 30
    assert set(kinds) == set(Kind)


def test_machine_learning_is_complete(demo: Path) -> None:
    guides = SupportPage.objects.child_of(SpecialismPage.objects.get(slug="machine-learning"))
    words = {guide.slug: body_words(guide.body) for guide in guides}
    assert words["machine-learning-engineer-hiring-guide"] >= 2000
    others = {guide.kind: words[guide.slug] for guide in guides.exclude(kind=Kind.HIRING_GUIDE)}
    assert set(others) == set(Kind) - {Kind.HIRING_GUIDE}
    assert min(others.values()) >= 700


def test_machine_learning_guide_links_to_its_siblings_and_to_other_clusters(
    demo: Path, crawled: dict[str, BeautifulSoup]
) -> None:
    guide = SupportPage.objects.get(slug="machine-learning-engineer-hiring-guide")
    linked = {link["href"] for link in crawled[guide.url].article.find_all("a", href=True)}
    canonical = guide.canonical.url
    assert len([href for href in linked if href.startswith(canonical) and href != canonical]) >= 3
    assert [href for href in linked if href.startswith("/specialisms/") and not href.startswith(canonical)]
    assert guide.sections
    assert {"facts", "table", "checklist", "questions"} <= {child.block_type for child in guide.body}


def test_every_guide_is_reviewed_and_has_sections_and_texts_for_lists(demo: Path) -> None:
    for guide in SupportPage.objects.all():
        assert guide.reviewer, guide.title
        assert guide.reviewed_on, guide.title
        assert len(guide.sections) >= 3, guide.title
        assert guide.standfirst, guide.title
        assert guide.guide_heading, guide.title
        assert guide.guide_introduction, guide.title
        assert guide.list_summary, guide.title


def test_no_two_texts_are_the_same(demo: Path) -> None:
    for name in ("title", "standfirst", "listing_summary", "search_description"):
        texts = [getattr(page, name) for page in pages() if getattr(page, name)]
        assert [text for text, count in Counter(texts).items() if count > 1] == [], name


def test_consultants_lead_everything(demo: Path) -> None:
    assert ConsultantPage.objects.count() >= 6
    for someone in ConsultantPage.objects.all():
        assert someone.role
        assert someone.languages
        assert someone.biography
        assert someone.leads.exists() or someone.reviewed_pages.exists(), someone.title
    for specialism in SpecialismPage.objects.all():
        assert consultants_for(specialism), specialism.title


def test_every_page_keeps_to_the_limits_of_its_fields(demo: Path) -> None:
    for page in pages():
        page.full_clean()
        for field in page._meta.get_fields():
            if hasattr(field, "stream_block"):
                field.stream_block.clean(getattr(page, field.name))


def test_every_page_is_published_as_an_editor_would(demo: Path) -> None:
    for page in pages():
        assert page.live, page.title
        assert not page.has_unpublished_changes, page.title
        assert page.meta_description, page.title


def test_every_page_is_reached_from_the_front_page(demo: Path, crawled: dict[str, BeautifulSoup]) -> None:
    assert {page.url for page in pages()} | {"/search/"} == set(crawled)


def test_every_link_leads_somewhere(crawled: dict[str, BeautifulSoup]) -> None:
    """A link to a page that is not there loses its address; a fragment must be an id on its page, however filtered."""
    for path, soup in crawled.items():
        for link in soup.find_all("a"):
            assert link.get("href"), f"{path}: “{link.get_text()}” leads nowhere"
            target = urlsplit(link["href"])
            if target.fragment and not target.netloc:
                assert crawled[target.path or path].find(id=target.fragment), f"{path}: {link['href']}"


def test_links_out_of_the_site_are_encrypted(crawled: dict[str, BeautifulSoup]) -> None:
    outward = {link["href"] for soup in crawled.values() for link in soup.find_all("a") if "://" in link["href"]}
    assert all(href.startswith("https://") for href in outward)


def test_visitors_are_told_that_it_is_a_demonstration(crawled: dict[str, BeautifulSoup]) -> None:
    assert all("demonstration site" in soup.footer.get_text() for soup in crawled.values())


def test_pictures_are_there_and_described(demo: Path) -> None:
    for image in AgencyImage.objects.all():
        assert (demo / "media" / image.file.name).exists()
        assert image.description


def test_brand_and_navigation_are_set(demo: Path) -> None:
    brand = BrandSettings.load()
    assert brand.is_demo
    assert brand.privacy_page.specific_class is PlainPage
    notice = PrivacyNotice.objects.get()
    assert (notice.number, notice.page_id) == (1, brand.privacy_page_id)
    assert "what happened to it since" in notice.text
    assert brand.mandate_email
    assert len(OfficeHours.from_brand(brand).week) == 5
    for place in Place.values:
        assert NavigationLink.objects.filter(place=place, page__live=True).count() >= 3
    assert {"privacy", "accessibility", "about", "fees"} <= set(PlainPage.objects.values_list("slug", flat=True))


def test_front_page_says_how_many_specialisms_and_people_there_are(demo: Path) -> None:
    """Numbers in the texts must stay true when the content changes."""
    numbers = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    specialisms = sum(not page.get_children().type(SpecialismPage).exists() for page in SpecialismPage.objects.all())
    assert f"{numbers[specialisms]} specialisms" in HomePage.objects.get().standfirst.lower()
    people = ConsultantPage.objects.first().get_parent().specific
    assert people.standfirst.lower().startswith(numbers[ConsultantPage.objects.count()])


def test_logins_are_kept_for_their_owner_only(demo: Path) -> None:
    kept = demo / "demo_logins.txt"
    assert kept.stat().st_mode & 0o777 == 0o600
    roles = [line.split() for line in kept.read_text().splitlines()]
    assert [role for role, _name, _password in roles] == ["administrator", "editor", "reviewer", "consultant"]
    for role, username, password in roles:
        user = User.objects.get(username=username)
        assert user.check_password(password)
        assert user.is_superuser is (role == "administrator")
        assert len(password) >= 16


def test_other_accounts_cannot_log_in_and_are_consultants(demo: Path) -> None:
    printed = {line.split()[1] for line in (demo / "demo_logins.txt").read_text().splitlines()}
    for user in User.objects.exclude(username__in=printed):
        assert not user.has_usable_password()
        assert not user.is_superuser
        assert user.consultant


def test_accounts_are_in_their_groups_and_may_what_these_say(demo: Path) -> None:
    groups = {user.username: {group.name for group in user.groups.all()} for user in User.objects.all()}
    assert groups["editor"] == {"Editors"}
    assert groups["reviewer"] == {"Reviewers"}
    assert groups["ines"] == {"Consultants", "Consultant: Ines Okafor"}
    led = SpecialismPage.objects.get(slug="machine-learning")
    assert led.permissions_for_user(User.objects.get(username="ines")).can_publish()
    assert not led.get_parent().get_parent().permissions_for_user(User.objects.get(username="ines")).can_edit()


def test_everything_in_the_directory_is_reviewed_by_somebody_named(demo: Path) -> None:
    assert all(reviewers_of(SpecialismPage.objects.all()).values())
    assert len({user for users in reviewers_of(SpecialismPage.objects.all()).values() for user in users}) > 2
    assert SpecialismPage.objects.first().get_workflow().name == "Review by the specialism’s reviewer"


@pytest.mark.database
def test_building_again_changes_nothing(demo: Path) -> None:
    before, files = snapshot(), sorted(demo.rglob("*"))
    logins = (demo / "demo_logins.txt").read_text()
    said = io.StringIO()
    call_command("seed_demo", stdout=said)
    assert snapshot() == before
    assert sorted(demo.rglob("*")) == files
    assert (demo / "demo_logins.txt").read_text() == logins
    assert "here already" in said.getvalue()
    assert logins in said.getvalue()


def test_lost_logins_are_not_made_anew_unasked(demo: Path) -> None:
    lost = demo / "demo_logins.txt"
    old = lost.read_text()
    lost.unlink()
    before = snapshot()
    try:
        said = io.StringIO()
        call_command("seed_demo", stdout=said)
        assert "--reset-logins" in said.getvalue()
        assert snapshot() == before
    finally:
        lost.write_text(old)


def test_lost_logins_are_made_anew_for_the_same_accounts(demo: Path) -> None:
    lost = demo / "demo_logins.txt"
    old = lost.read_text()
    lost.unlink()
    people = User.objects.count()
    try:
        call_command("seed_demo", reset_logins=True, stdout=io.StringIO())
        fresh = [line.split() for line in lost.read_text().splitlines()]
        assert User.objects.count() == people
        assert all(User.objects.get(username=username).check_password(password) for _role, username, password in fresh)
        assert lost.read_text() != old
    finally:
        lost.write_text(old)
