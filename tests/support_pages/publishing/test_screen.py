"""Publishing: errors of the thread stop it, warnings and a new address ask, nothing to say is no extra step."""

import datetime
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

from agency.models import HomePage, User
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread import blocking
from tests import factories
from tests.guards.forms import answers
from tests.support_pages.publishing.screen import buttons, gate, mark, press_publish, stored

pytestmark = pytest.mark.django_db


def test_nothing_to_say_publishes_straight_away(client: Client, live_page: SupportPage, wrong: dict) -> None:
    response = press_publish(client, live_page, title="New")
    assert response.url == reverse("wagtailadmin_explore", args=[live_page.get_parent().pk])
    assert stored(live_page).title == "New"


def test_warnings_ask(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["New"] = [("warning", "Too <thin>.")]
    response = press_publish(client, live_page, title="New")
    assert response.url.startswith(gate(live_page))
    assert stored(live_page).title == "Guide"
    shown = client.get(response.url)
    assert "Too &lt;thin&gt;." in shown.content.decode()
    assert buttons(shown) == ["Publish anyway", "Back to editing"]
    assert b"autofocus" in shown.content
    assert client.post(response.url, {"shown": mark(shown)}).status_code == 302
    assert stored(live_page).title == "New"
    assert stored(live_page).live_revision == stored(live_page).latest_revision
    assert not PageLogEntry.objects.filter(action="support_pages.override").exists()


def test_errors_stop(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["New"] = [("error", "Broken."), ("warning", "Thin.")]
    shown = client.get(press_publish(client, live_page, title="New").url)
    assert "first mend the errors" in shown.content.decode()
    assert buttons(shown) == ["Back to editing"]
    sent = {"shown": mark(shown), "reason": "We need it today"}
    assert client.post(gate(live_page), sent).status_code == 302
    assert stored(live_page).title == "Guide"
    assert stored(live_page).get_latest_revision_as_object().title == "New"


@pytest.mark.parametrize("reason", ["", "  ", "now please", "x" * 501])
def test_override_needs_a_reason(chief: Client, live_page: SupportPage, wrong: dict, reason: str) -> None:
    wrong["New"] = [("error", "Broken.")]
    shown = chief.get(press_publish(chief, live_page, title="New").url)
    assert buttons(shown) == ["Publish anyway", "Back to editing"]
    response = chief.post(gate(live_page), {"shown": mark(shown), "reason": reason})
    assert response.status_code == 422
    assert BeautifulSoup(response.content, "html.parser").find(class_="w-field__errors").get_text(strip=True)
    assert stored(live_page).title == "Guide"


def test_override_is_in_the_history(chief: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["New"] = [("error", "Broken."), ("error", "Broken twice.")]
    shown = chief.get(press_publish(chief, live_page, title="New").url)
    sent = {"shown": mark(shown), "reason": " The client\nwaits <for> it "}
    assert chief.post(gate(live_page), sent).status_code == 302
    assert stored(live_page).title == "New"
    entry = PageLogEntry.objects.get(page=live_page.pk, action="support_pages.override")
    assert entry.data == {"reason": "The client waits <for> it", "codes": ["canonical-draft"]}
    assert entry.revision == stored(live_page).live_revision
    history = chief.get(reverse("wagtailadmin_pages:history", args=[live_page.pk])).content.decode()
    assert "Published in spite of 1 error: canonical-draft" in history
    assert "The client waits &lt;for&gt; it" in history


def test_permission_to_override_can_be_given(
    client: Client, editor: User, live_page: SupportPage, wrong: dict
) -> None:
    wrong["*"] = [("error", "Broken.")]
    app, codename = blocking.OVERRIDE.split(".")
    permission = Permission.objects.get(codename=codename, content_type__app_label=app)
    editor.user_permissions.add(permission)
    assert buttons(client.get(gate(live_page))) == ["Publish anyway", "Back to editing"]


def test_another_version_saved_meanwhile_is_looked_at_again(
    client: Client, live_page: SupportPage, wrong: dict
) -> None:
    wrong["*"] = [("warning", "Thin.")]
    shown = client.get(press_publish(client, live_page, title="First").url)
    draft = stored(live_page).get_latest_revision_as_object()
    draft.title = "Second"
    draft.save_revision()
    response = client.post(gate(live_page), {"shown": mark(shown)})
    assert response.status_code == 422
    assert "has changed since" in response.content.decode()
    assert stored(live_page).title == "Guide"
    client.post(gate(live_page), {"shown": mark(response)})
    assert stored(live_page).title == "Second"


def test_version_saved_over_in_place_is_looked_at_again(client: Client, live_page: SupportPage, wrong: dict) -> None:
    """Wagtail saves by itself into the same revision for some time."""
    wrong["*"] = [("warning", "Thin.")]
    shown = client.get(press_publish(client, live_page, title="First").url)
    draft = stored(live_page).get_latest_revision_as_object()
    draft.title = "Second"
    last = stored(live_page).latest_revision
    draft.save_revision(user=last.user, overwrite_revision=last)
    assert client.post(gate(live_page), {"shown": mark(shown)}).status_code == 422
    assert stored(live_page).title == "Guide"


def test_new_problem_meanwhile_is_shown_first(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    shown = client.get(press_publish(client, live_page, title="First").url)
    wrong["*"].append(("warning", "And late."))
    response = client.post(gate(live_page), {"shown": mark(shown)})
    assert response.status_code == 422
    assert "And late." in response.content.decode()


def test_sending_twice_publishes_once(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    shown = client.get(press_publish(client, live_page, title="First").url)
    for _time in range(2):
        client.post(gate(live_page), {"shown": mark(shown)})
    assert PageLogEntry.objects.filter(page=live_page.pk, action="wagtail.publish").count() == 2
    assert stored(live_page).title == "First"


def test_without_the_mark_nothing_is_published(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    press_publish(client, live_page, title="First")
    assert client.post(gate(live_page)).status_code == 422
    assert stored(live_page).title == "Guide"


def test_looking_publishes_nothing(client: Client, live_page: SupportPage, wrong: dict) -> None:
    draft = stored(live_page)
    draft.title = "Draft"
    draft.save_revision()
    shown = client.get(gate(live_page))
    assert "Nothing stands in its way" in shown.content.decode()
    assert buttons(shown) == ["Publish", "Back to editing"]
    assert stored(live_page).title == "Guide"


def test_gaps_are_no_matter_of_the_thread_but_stop_too(chief: Client, live_page: SupportPage, wrong: dict) -> None:
    draft = stored(live_page)
    draft.body = SupportPage._meta.get_field("body").stream_block.to_python([{"type": "quote", "value": {}}])
    draft.save_revision(clean=False)
    shown = chief.get(gate(live_page))
    assert "still empty" in shown.content.decode()
    assert buttons(shown) == ["Back to editing"]
    assert chief.post(gate(live_page), {"shown": mark(shown)}).status_code == 422


def test_page_made_and_published_in_one_go(chief: Client, specialism: SpecialismPage, wrong: dict) -> None:
    wrong["Fresh"] = [("warning", "Thin.")]
    add = reverse("wagtailadmin_pages:add", args=["specialisms", "specialismpage", specialism.get_parent().pk])
    data = answers(chief.get(add).content.decode(), SpecialismPage)
    for name, value in {"title": "Fresh", "slug": "fresh", "action-publish": "action-publish"}.items():
        data[name] = value
    response = chief.post(add, data)
    page = Page.objects.get(slug="fresh")
    assert response.url.startswith(gate(page))
    assert not page.live
    assert page.has_unpublished_changes
    assert Client().get(page.url).status_code == 404
    shown = chief.get(response.url)
    assert chief.post(response.url, {"shown": mark(shown)}).status_code == 302
    assert Client().get(page.url).status_code == 200


def test_scheduling_asks_too(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    later = (timezone.localtime() + datetime.timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    response = press_publish(client, live_page, title="Later", go_live_at=later)
    shown = client.get(response.url)
    assert buttons(shown) == ["Schedule anyway", "Back to editing"]
    assert stored(live_page).scheduled_revision is None
    client.post(response.url, {"shown": mark(shown)})
    assert stored(live_page).scheduled_revision is not None
    assert stored(live_page).title == "Guide"


def test_new_address_is_shown_with_who_links(client: Client, live_page: SupportPage, wrong: dict) -> None:
    old = live_page.url
    response = press_publish(client, live_page, slug="renamed")
    shown = client.get(response.url)
    words = " ".join(BeautifulSoup(shown.content, "html.parser").find(class_="publish-gate").get_text(" ").split())
    assert f"{old} → {old.replace('guide', 'renamed')}" in words
    assert "The old address will lead to the new one" in words
    assert "No text links here" in words
    client.post(response.url, {"shown": mark(shown)})
    assert stored(live_page).slug == "renamed"
    assert Redirect.objects.get().redirect_page_id == live_page.pk


def test_other_pages_are_only_asked_about_addresses(chief: Client, home: HomePage) -> None:
    plain = factories.PlainPageFactory(parent=home, slug="imprint", body=[])
    plain.save_revision().publish()
    assert "publish" not in press_publish(chief, plain, title="Imprint").url
    assert press_publish(chief, plain, slug="legal").url.startswith(gate(plain))


def strangers(home: HomePage) -> Iterator[tuple[str, Client]]:
    """Browsers of people who may not publish the page."""
    for group in ("Consultants", "Editors"):
        client = Client()
        client.force_login(factories.user(group.lower(), group=group))
        yield group, client
    yield "nobody", Client()


def test_whoever_may_not_publish_is_sent_away(home: HomePage, live_page: SupportPage, wrong: dict) -> None:
    for who, client in strangers(home):
        assert client.get(gate(live_page)).status_code == 302, who
        assert client.post(gate(live_page), {"shown": "x"}).status_code == 302, who
    assert stored(live_page).title == "Guide"


def test_locked_page_is_not_published(client: Client, live_page: SupportPage, wrong: dict) -> None:
    wrong["*"] = [("warning", "Thin.")]
    shown = client.get(press_publish(client, live_page, title="New").url)
    Page.objects.filter(pk=live_page.pk).update(locked=True, locked_by=factories.user("other"))
    response = client.post(gate(live_page), {"shown": mark(shown)})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[live_page.pk])
    assert stored(live_page).title == "Guide"


def test_alias_and_page_without_versions_lead_to_the_editor(
    chief: Client, live_page: SupportPage, home: HomePage
) -> None:
    alias = stored(live_page).create_alias(update_slug="alias")
    for one in (alias, home):
        assert chief.get(gate(one)).url == reverse("wagtailadmin_pages:edit", args=[one.pk])
    assert chief.get(reverse("thread:publish", args=[999_999])).status_code == 404
