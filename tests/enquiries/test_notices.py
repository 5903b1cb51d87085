"""Versions of the privacy notice: made by themselves, kept as they were, read by anybody, compared by editors."""

import datetime
import hashlib

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import ReferenceIndex

from agency.maintenance import publish_scheduled
from agency.models import BrandSettings, HomePage, PlainPage, User
from enquiries.admin.differences import differences
from enquiries.models import Consent, PrivacyNotice
from enquiries.models.append_only import UnchangeableError
from enquiries.notices import readable
from tests import factories
from tests.enquiries.notices import body, choose, publish, written
from tests.enquiries.submission import ADDRESS, fill, send
from tests.support.editor import sent

PRIVACY = "/mandate/privacy/"
LIST = "/admin/privacy-notices/"


def numbers() -> list[int]:
    """The versions there are."""
    return sorted(PrivacyNotice.objects.values_list("number", flat=True))


def test_a_page_that_is_chosen_is_the_first_version(notice_page: PlainPage) -> None:
    notice = PrivacyNotice.objects.get()
    assert (notice.number, notice.page_id, notice.title) == (1, notice_page.pk, "Privacy notice")
    assert notice.text == "Privacy notice\nWe keep what you send for two years."
    assert notice.text_hash == hashlib.sha256(notice.text.encode()).hexdigest()
    assert abs(timezone.now() - notice.published_at) < datetime.timedelta(minutes=1)


def broken(**_fields: object) -> None:
    raise DatabaseError("gone")


def test_each_publication_with_another_text_is_a_version(notice_page: PlainPage) -> None:
    publish(notice_page, "We keep it for one year.")
    publish(notice_page, "We keep it for one year.", "Nobody else sees it.")
    assert list(PrivacyNotice.objects.order_by("number").values_list("number", "text")) == [
        (1, "Privacy notice\nWe keep what you send for two years."),
        (2, "Privacy notice\nWe keep it for one year."),
        (3, "Privacy notice\nWe keep it for one year.\nNobody else sees it."),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, 1),
        ({"search_description": "Another line for search engines"}, 1),
        ({"listing_summary": "Another line in lists"}, 1),
        ({"title": "Data protection"}, 2),
        ({"standfirst": "In short: little, and not for long."}, 2),
    ],
    ids=str,
)
def test_what_readers_are_told_decides(notice_page: PlainPage, change: dict[str, str], expected: int) -> None:
    publish(notice_page, **change)
    assert PrivacyNotice.objects.count() == expected


def test_a_link_that_leads_elsewhere_is_another_text(notice_page: PlainPage) -> None:
    publish(notice_page, 'Our <a href="https://a.example/list">processors</a>.')
    publish(notice_page, 'Our <a href="https://b.example/list">processors</a>.')
    assert numbers() == [1, 2, 3]
    assert "processors [https://b.example/list]." in PrivacyNotice.objects.newest().text


def test_a_text_that_comes_back_is_a_version_of_its_own(notice_page: PlainPage) -> None:
    publish(notice_page, "Another.")
    publish(notice_page, "We keep what you send for two years.")
    first, _second, third = PrivacyNotice.objects.order_by("number")
    assert (third.number, third.text_hash) == (3, first.text_hash)


def test_drafts_other_pages_and_unpublishing_make_none(notice_page: PlainPage, home: HomePage) -> None:
    notice_page.body = body("Not yet.")
    notice_page.save_revision()
    written(home, "About us", title="About").save_revision().publish()
    notice_page.refresh_from_db()
    notice_page.unpublish()
    assert numbers() == [1]


def test_a_scheduled_publication_is_a_version_when_it_happens(notice_page, admin_user: User, monkeypatch) -> None:
    later = timezone.now() + datetime.timedelta(days=30)
    notice_page.body, notice_page.go_live_at = body("From next month."), later
    notice_page.save_revision(user=admin_user).publish()
    publish_scheduled()
    assert numbers() == [1]
    monkeypatch.setattr(timezone, "now", lambda: later + datetime.timedelta(seconds=1))
    publish_scheduled()
    newest = PrivacyNotice.objects.newest()
    assert (newest.number, newest.published_by) == (2, admin_user)
    assert "From next month." in newest.text


def test_a_page_that_was_never_live_waits_for_its_publication(brand: BrandSettings, home: HomePage) -> None:
    page = written(home, "Soon.", live=False)
    choose(page)
    assert numbers() == []
    assert Client().get(ADDRESS).status_code == 200
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    assert numbers() == []
    publish(page, go_live_at=None)
    assert numbers() == [1]


def test_another_page_is_another_version(notice_page: PlainPage, home: HomePage) -> None:
    other = written(home, "We keep it for one year.", title="Privacy, rewritten", slug="privacy-2")
    choose(other)
    choose(other)
    choose(None)
    choose(notice_page)
    assert list(PrivacyNotice.objects.order_by("number").values_list("page", flat=True)) == [
        notice_page.pk,
        other.pk,
        notice_page.pk,
    ]


def test_the_first_version_after_an_upgrade_is_made_when_it_is_first_shown(home: HomePage, brand) -> None:
    """Brand settings from the time when versions were typed by hand, which nobody has saved since."""
    page = written(home, "We keep it for two years.")
    BrandSettings.objects.update(privacy_page=page)
    send(fill())
    assert numbers() == [1]
    assert set(Consent.objects.values_list("notice__number", flat=True)) == {1}


def test_who_published_it(notice_page: PlainPage, admin_user: User) -> None:
    with LogContext(user=admin_user):
        publish(notice_page, "Another.")
    assert PrivacyNotice.objects.newest().published_by == admin_user


def test_no_publication_without_its_version(notice_page: PlainPage, admin_client: Client, monkeypatch) -> None:
    form = sent(admin_client.get(f"/admin/pages/{notice_page.pk}/edit/").content.decode(), body("Never recorded."))
    form["action-publish"] = "publish"
    with monkeypatch.context() as patch:
        patch.setattr(PrivacyNotice.objects, "create", broken)
        admin_client.raise_request_exception = False
        assert admin_client.post(f"/admin/pages/{notice_page.pk}/edit/", form).status_code == 500
    assert "Never recorded." not in Client().get(notice_page.url).content.decode()
    assert admin_client.post(f"/admin/pages/{notice_page.pk}/edit/", form).status_code == 302
    assert "Never recorded." in Client().get(notice_page.url).content.decode()
    newest = PrivacyNotice.objects.newest()
    assert (newest.number, newest.published_by.username) == (2, "admin")


@pytest.mark.parametrize(
    "change",
    [
        lambda notice: notice.save(),
        lambda notice: notice.save(update_fields=["text"]),
        lambda notice: notice.delete(),
        lambda _notice: PrivacyNotice.objects.all().delete(),
        lambda _notice: PrivacyNotice.objects.update(text=""),
        lambda notice: PrivacyNotice.objects.bulk_update([notice], ["text"]),
        lambda notice: PrivacyNotice.objects.update_or_create(number=1, defaults={"text": ""}),
    ],
)
def test_a_version_is_never_changed(notice_page: PlainPage, change) -> None:
    notice = PrivacyNotice.objects.get()
    before = PrivacyNotice.objects.values().get()
    notice.text = "Something else"
    with pytest.raises(UnchangeableError), transaction.atomic():
        change(notice)
    assert PrivacyNotice.objects.values().get() == before


def test_a_version_outlives_its_page_and_who_published_it(notice_page: PlainPage, admin_user: User) -> None:
    with LogContext(user=admin_user):
        publish(notice_page, "Another.")
    notice_page.delete()
    admin_user.delete()
    assert list(PrivacyNotice.objects.values_list("number", "page", "published_by")) == [
        (2, None, None),
        (1, None, None),
    ]
    assert "Another." in Client().get(f"{PRIVACY}2/").content.decode()


def test_the_address_leads_to_the_page(notice_page: PlainPage) -> None:
    assert Client().get(PRIVACY).url == notice_page.url


def test_the_address_shows_the_version_that_holds_while_the_page_is_away(notice_page: PlainPage) -> None:
    notice_page.refresh_from_db()
    notice_page.unpublish()
    response = Client().get(PRIVACY)
    assert response.status_code == 200
    assert "We keep what you send for two years." in response.content.decode()
    assert f"{PRIVACY}1/" in Client().get(ADDRESS).content.decode()


@pytest.mark.parametrize("number", ["", "1/", f"{2**31}/", f"{10**40}/"])
def test_what_is_not_there(brand: BrandSettings, number: str) -> None:
    assert Client().get(f"{PRIVACY}{number}").status_code == 404


def test_an_earlier_version_is_shown_as_it_was(brand: BrandSettings) -> None:
    """With the time for which it held, by the clock of the office: in July it is an hour ahead of UTC."""
    for number, month in ((1, 3), (2, 7), (3, 11)):
        PrivacyNotice.objects.create(
            number=number,
            title="Privacy notice",
            html=f"<p>We keep it for <b>{number}</b> years.</p>",
            text_hash=str(number) * 64,
            published_at=datetime.datetime(2026, month, 2, 9, tzinfo=datetime.UTC),
        )
    first, second, third = (Client().get(f"{PRIVACY}{number}/").content.decode() for number in (1, 2, 3))
    assert "<p>We keep it for <b>2</b> years.</p>" in second
    assert "2" * 64 in second
    assert "It held from 2 July 2026, 10:00 to 2 November 2026, 09:00 (Europe/London time)." in second
    assert "It held from 2 March 2026, 09:00 to 2 July 2026, 10:00" in first
    assert "It holds since 2 November 2026, 09:00" in third


def test_the_page_and_its_version_say_the_same(notice_page: PlainPage, home: HomePage) -> None:
    """Every block there is, as the page shows it."""
    full = factories.PlainPageFactory(parent=home, title="Everything", standfirst="In short.")
    choose(full)
    shown = Client().get(f"{PRIVACY}2/").content.decode()
    main = BeautifulSoup(Client().get(full.url).content, "html.parser").select_one(".plain.prose")
    assert len(PrivacyNotice.objects.newest().text.split()) > 100
    for line in readable(str(main)).split("\n"):
        assert line in PrivacyNotice.objects.newest().text.split("\n")
    assert readable(str(main)) in readable(shown)


def test_reading_it_leaves_nothing_behind(notice_page: PlainPage) -> None:
    response = Client().get(f"{PRIVACY}1/")
    assert not response.cookies
    assert "<script" not in BeautifulSoup(response.content, "html.parser").main.decode()
    assert 'content="noindex"' in response.content.decode()


@pytest.mark.parametrize("group", ["Editors", "Reviewers", "Consultants", "Site administrators"])
def test_everybody_who_works_in_the_cms_sees_the_versions(notice_page: PlainPage, group: str) -> None:
    publish(notice_page, "We keep what you send for one year.")
    send(fill())
    browser = Client()
    browser.force_login(factories.user("somebody", group=group))
    page = BeautifulSoup(browser.get(LIST).content, "html.parser")
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in page.select("tbody tr")]
    assert [(row[0], row[-1]) for row in rows] == [("Version 2", "2"), ("Version 1", "0")]
    detail = BeautifulSoup(browser.get(f"{LIST}{PrivacyNotice.objects.newest().pk}/").content, "html.parser")
    assert [each.get_text() for each in detail.find_all("del")] == ["two years."]
    assert [each.get_text() for each in detail.find_all("ins")] == ["one year."]
    assert LIST in browser.get("/admin/").content.decode()


def test_the_list_costs_the_same_however_long(notice_page: PlainPage, admin_client: Client) -> None:
    counts = []
    for _round in range(2):
        admin_client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(LIST)
        counts.append(len(queries))
        for number in range(5):
            publish(notice_page, f"Version {_round} {number}")
    assert counts[0] == counts[1]


def test_nobody_changes_a_version_in_the_cms(notice_page: PlainPage, admin_client: Client) -> None:
    pk = PrivacyNotice.objects.get().pk
    for address in (f"{LIST}edit/{pk}/", f"{LIST}delete/{pk}/", f"{LIST}new/", f"{LIST}{pk}/edit/"):
        assert admin_client.get(address).status_code == 404
    assert admin_client.post(f"{LIST}{pk}/", {"text": "x"}).status_code == 405
    assert not ReferenceIndex.is_indexed(PrivacyNotice)


def test_a_title_is_text(notice_page: PlainPage) -> None:
    publish(notice_page, title="Privacy <b>& more</b>")
    assert PrivacyNotice.objects.newest().text.startswith("Privacy <b>& more</b>\n")
    assert "<b>& more" not in Client().get(f"{PRIVACY}2/").content.decode()


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("One two three.\nFour.", "One two three.\nFour.", "One two three.\nFour."),
        ("We keep it for two years.", "We keep it for one year.", "We keep it for [-two years.-][+one year.+]"),
        ("A b.\nC d.", "A b.\nNew line.\nC d.", "A b.\n[+New line.\n+]C d."),
        ("A b.\nOld line.\nC d.", "A b.\nC d.", "A b.\n[-Old line.\n-]C d."),
        ("", "New.", "[+New.+]"),
    ],
)
def test_differences_word_for_word(before: str, after: str, shown: str) -> None:
    marks = {"equal": "%s", "addition": "[+%s+]", "deletion": "[-%s-]"}
    assert "".join(marks[kind] % words for kind, words in differences(before, after)) == shown


def test_a_small_change_of_a_long_text_is_a_small_difference() -> None:
    """As long as a real notice, of words that come again and again."""
    lines = [f"We keep the data of person {number} for as long as the law of the land says." for number in range(300)]
    changed = [*lines[:120], lines[120].replace("the data", "some data"), *lines[121:]]
    found = [passage for passage in differences("\n".join(lines), "\n".join(changed)) if passage.kind != "equal"]
    assert found == [("deletion", "the "), ("addition", "some ")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One\ntwo"),
        ("<ul><li><b>One:</b> first</li><li>two</li></ul>", "One: first\ntwo"),
        ("<table><tr><th>Field</th><td>Use</td></tr></table>", "Field Use"),
        ("One<br>two", "One\ntwo"),
        ("<p>One\n   line\tof\u00a0words</p>\n\n<p>two</p>", "One line of words\ntwo"),
        ("One &amp; <i>t</i>wo", "One & two"),
        ('<a href="/mandate/?ctx=abc:def">Ask</a> us', "Ask [/mandate/] us"),
        ('<a href="https://a.example/x#y">There</a>', "There [https://a.example/x#y]"),
        ("", ""),
    ],
)
def test_what_html_says(html: str, text: str) -> None:
    assert readable(html) == text
