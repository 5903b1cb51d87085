"""What was confirmed happens as it was shown, and readers are sent on."""

import time
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.departures.conftest import Linking, fresh, mark_on, soup_of
from tests.support_pages.departures.screen import (
    ACTIONS,
    delete_url,
    follow,
    grant,
    move_url,
    screen_of,
    unpublish_url,
    words_of,
)

pytestmark = pytest.mark.django_db


def test_deleted_page_leads_to_the_page_that_was_chosen(
    admin: Client, plain: SupportPage, specialism: SpecialismPage
) -> None:
    old, sent = plain.url, {"shown": mark_on(admin.get(delete_url(plain))), "target": specialism.pk}
    assert admin.post(delete_url(plain), sent).status_code == 302
    assert not Page.objects.filter(pk=plain.pk).exists()
    assert follow(old) == [(specialism.url, 301)]
    assert follow(f"{old}guide.pdf") == [(specialism.url, 301)]
    assert admin.post(delete_url(plain), sent).status_code == 404
    assert Redirect.objects.count() == 1


def test_without_a_target_nobody_is_sent_anywhere(admin: Client, plain: SupportPage) -> None:
    sent = {"shown": mark_on(admin.get(delete_url(plain))), "target": ""}
    admin.post(delete_url(plain), sent)
    assert not Redirect.objects.exists()
    assert Client().get(plain.url).status_code == 404


def test_unpublished_page_leads_elsewhere_for_now(
    admin: Client, plain: SupportPage, specialism: SpecialismPage
) -> None:
    sent = {"shown": mark_on(admin.get(unpublish_url(plain))), "target": specialism.pk}
    assert admin.post(unpublish_url(plain), sent).status_code == 302
    assert follow(plain.url) == [(specialism.url, 302)]
    assert admin.post(unpublish_url(plain), sent).status_code == 302
    fresh(plain).save_revision().publish()
    assert follow(plain.url) == []
    assert not Redirect.objects.exists()


def test_pages_below_are_sent_on_only_if_they_go_too(
    admin: Client, directory: Page, specialism: SpecialismPage, plain: SupportPage, data: SpecialismPage
) -> None:
    sent = {"shown": mark_on(admin.get(unpublish_url(specialism))), "target": data.pk}
    admin.post(unpublish_url(specialism), sent)
    assert follow(specialism.url) == [(data.url, 302)]
    assert follow(plain.url) == []
    fresh(specialism).save_revision().publish()
    sent["shown"] = mark_on(admin.get(unpublish_url(specialism)))
    admin.post(unpublish_url(specialism), sent | {"include_descendants": "on"})
    assert follow(plain.url) == follow(specialism.url) == [(data.url, 302)]


def test_moved_page_leads_on(admin: Client, plain: SupportPage, data: SpecialismPage, link: Linking) -> None:
    source, old = link(plain), plain.url
    sent = {"shown": mark_on(admin.get(move_url(plain, data)))}
    for _time in range(2):
        assert admin.post(move_url(plain, data), sent).status_code == 302
    new = fresh(plain).url
    assert new.startswith(data.url)
    assert follow(old) == [(new, 301)]
    assert f'href="{new}"' in Client().get(source.url).content.decode()
    assert Redirect.objects.count() == 1


def test_reordering_asks_nothing_new(admin: Client, plain: SupportPage, specialism: SpecialismPage) -> None:
    assert b"departure" not in admin.get(move_url(plain, specialism)).content
    admin.post(move_url(plain, specialism))
    assert not Redirect.objects.exists()


def test_nothing_is_done_if_something_changed_since(
    admin: Client, plain: SupportPage, data: SpecialismPage, link: Linking
) -> None:
    for action in ACTIONS:
        url = screen_of(action, plain, data)
        sent = {"shown": mark_on(admin.get(url)), "target": data.pk}
        link(plain, words=f"late {action}")
        response = admin.post(url, sent)
        assert response.status_code == 422
        assert "Something has changed since you opened this page" in response.content.decode()
        assert f"late {action}" in response.content.decode()
        assert fresh(plain).live
        assert fresh(plain).url == plain.url
        assert mark_on(response) != sent["shown"]
    assert admin.post(delete_url(plain), {"shown": mark_on(response), "target": data.pk}).status_code == 422


@pytest.mark.parametrize("action", ["delete", "unpublish"])
@pytest.mark.parametrize("wrong", ["itself", "below", "draft", "deleted", "nonsense"])
def test_target_that_goes_too_is_refused_beside_the_field(
    admin: Client, specialism: SpecialismPage, plain: SupportPage, data: SpecialismPage, action: str, wrong: str
) -> None:
    targets = {"itself": specialism.pk, "below": plain.pk, "draft": data.pk, "deleted": 999_999, "nonsense": "x"}
    url = screen_of(action, specialism, data)
    fresh(data).unpublish()
    sent = {"shown": mark_on(admin.get(url)), "target": targets[wrong]}
    response = admin.post(url, sent)
    assert response.status_code == 422
    field = soup_of(response).find(class_="departure-target")
    assert "Choose another" in field.find(class_="w-field__errors").get_text()
    if wrong in {"itself", "below", "draft"}:
        assert field.find("input", {"name": "target"})["value"] == str(targets[wrong])
    assert fresh(specialism).live
    assert not Redirect.objects.exists()


def test_many_pages_are_deleted_only_with_the_name_of_the_site(
    admin: Client, specialism: SpecialismPage, data: SpecialismPage
) -> None:
    for _number in range(10):
        factories.SupportPageFactory(parent=fresh(specialism), body=[])
    shown = admin.get(delete_url(specialism))
    sent = {"shown": mark_on(shown), "target": data.pk, "confirm_site_name": "Wrong"}
    assert soup_of(shown).find("input", {"name": "confirm_site_name"})
    response = admin.post(delete_url(specialism), sent)
    assert response.status_code == 422
    assert soup_of(response).find("input", {"name": "target"})["value"] == str(data.pk)
    assert not Redirect.objects.exists()
    admin.post(delete_url(specialism), sent | {"confirm_site_name": "Throughline"})
    assert Redirect.objects.filter(redirect_page=data).count() == 11


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([{"kind": Kind.SALARY_GUIDE, "title": "Same kind"}, {"kind": Kind.MARKET_MAP}], "Same kind"),
        ([{"kind": Kind.MARKET_MAP}], "Machine Learning"),
        (
            [{"kind": Kind.SALARY_GUIDE}, {"target_question": "What do they cost?", "title": "Same question"}],
            "Same question",
        ),
    ],
)
def test_target_is_suggested(
    admin: Client, specialism: SpecialismPage, plain: SupportPage, others: list[dict[str, str]], expected: str
) -> None:
    page = fresh(plain)
    page.target_question = "What do they cost?"
    page.save()
    for fields in others:
        factories.SupportPageFactory(parent=fresh(specialism), body=[], **{"kind": Kind.MARKET_MAP, **fields})
    chosen = soup_of(admin.get(delete_url(plain))).find("input", {"name": "target"})["value"]
    assert Page.objects.get(pk=chosen).title == expected


def test_specialism_suggests_the_wider_one(admin: Client, specialism: SpecialismPage) -> None:
    narrower = factories.SpecialismPageFactory(parent=fresh(specialism), body=[])
    for page, wider in ((narrower, specialism), (specialism, specialism.get_parent())):
        assert soup_of(admin.get(unpublish_url(page))).find("input", {"name": "target"})["value"] == str(wider.pk)


def test_page_nobody_has_seen_asks_for_no_target(admin: Client, specialism: SpecialismPage) -> None:
    draft = factories.SupportPageFactory(parent=fresh(specialism), live=False, body=[])
    shown = admin.get(delete_url(draft))
    assert not soup_of(shown).find("input", {"name": "target"})
    admin.post(delete_url(draft), {"shown": mark_on(shown), "target": specialism.pk})
    assert not Page.objects.filter(pk=draft.pk).exists()
    assert not Redirect.objects.exists()


def test_alias_leaves_with_its_original(
    admin: Client, plain: SupportPage, specialism: SpecialismPage, data: SpecialismPage
) -> None:
    SupportPage.objects.filter(pk=plain.pk).update(target_question="Who?", question_key="who")
    alias = fresh(plain).create_alias(parent=fresh(data))
    assert str(alias.pk) != soup_of(admin.get(unpublish_url(plain))).find("input", {"name": "target"})["value"]
    sent = {"shown": mark_on(admin.get(unpublish_url(plain))), "target": specialism.pk}
    admin.post(unpublish_url(plain), sent)
    assert not fresh(alias).live
    assert follow(alias.url) == follow(plain.url) == [(specialism.url, 302)]


def test_redirect_by_hand_is_shown_and_stays(
    admin: Client, plain: SupportPage, specialism: SpecialismPage, data: SpecialismPage
) -> None:
    Redirect.add_redirect(plain.url, redirect_to=data)
    assert f"{plain.url.rstrip('/')} → {data.url}" in words_of(admin, delete_url(plain))
    sent = {"shown": mark_on(admin.get(delete_url(plain))), "target": specialism.pk}
    admin.post(delete_url(plain), sent)
    assert follow(plain.url) == [(data.url, 301)]


def test_refusals_come_first(admin: Client, specialism: SpecialismPage) -> None:
    factories.mandate(specialism=specialism)
    response = admin.get(delete_url(specialism))
    assert response.status_code == 302
    assert Page.objects.filter(pk=specialism.pk).exists()


def test_one_may_not_look_at_a_move_one_may_not_make(
    plain: SupportPage, specialism: SpecialismPage, data: Page
) -> None:
    client = Client()
    client.force_login(factories.user("editor", group=grant(specialism, "change", "publish")))
    assert client.get(move_url(plain, data)).status_code == 302
    client.post(move_url(plain, data))
    assert fresh(plain).url == plain.url


def test_history_says_where_readers_were_sent(admin: Client, plain: SupportPage, specialism: SpecialismPage) -> None:
    sent = {"shown": mark_on(admin.get(unpublish_url(plain))), "target": specialism.pk}
    admin.post(unpublish_url(plain), sent)
    history = admin.get(reverse("wagtailadmin_pages:history", args=[plain.pk])).content.decode()
    assert "Readers are sent to “Machine Learning” until the page is published again" in history


def test_a_thousand_pages_leave_in_reasonable_time(
    admin: Client, specialism: SpecialismPage, data: SpecialismPage
) -> None:
    first = factories.SupportPageFactory(parent=fresh(specialism), body=[])
    many(first, 1000)
    started = time.monotonic()
    sent = {"shown": mark_on(admin.get(unpublish_url(specialism))), "target": data.pk}
    admin.get(delete_url(specialism))
    admin.post(move_url(specialism, data), {"shown": mark_on(admin.get(move_url(specialism, data)))})
    assert Redirect.objects.count() == 1002
    assert sent["shown"]
    assert time.monotonic() - started < 20


def many(page: SupportPage, count: int) -> None:
    """Siblings of a page, made without ceremony."""
    parent = page.get_parent()
    base, table = Page.objects.get(pk=page.pk), SupportPage._meta
    names = [field.attname for field in table.local_concrete_fields if not field.primary_key]
    kept = {name: getattr(page, name) for name in names}
    pages = []
    for number in range(count):
        made = Page(**{field.attname: getattr(base, field.attname) for field in Page._meta.concrete_fields})
        made.pk, made.translation_key = None, uuid.uuid4()
        made.path = Page._get_path(parent.path, parent.depth + 1, 10 + number)
        made.slug = f"many-{number}"
        made.url_path = f"{parent.url_path}many-{number}/"
        pages.append(made)
    Page.objects.bulk_create(pages)
    rows = [SupportPage(page_ptr=made, **kept) for made in pages]
    for row in rows:
        SupportPage.save_base(row, raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=count + 1)
