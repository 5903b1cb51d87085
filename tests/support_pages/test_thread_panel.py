"""The panel "Thread" in the editor of guides and specialisms: live on what is typed, storing nothing."""

import re

import pytest
from bs4 import BeautifulSoup, Tag
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.admin.models import FormState
from wagtail.models import GroupPagePermission, Revision

from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.support.editor import sent

pytestmark = pytest.mark.django_db
QUESTION = "What does a Machine Learning Engineer cost?"
REWORDED = "How much do machine-learning engineers cost"


@pytest.fixture
def editor(home) -> Client:
    """A browser in which somebody is logged in who may edit everything."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


def form_of(client: Client, page: SupportPage, **fields: str) -> QueryDict:
    """What the editor of a guide sends, with some fields typed."""
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return sent(html, page.body, **fields)


def asked(client: Client, page: SupportPage, **fields: str) -> Tag:
    """The panel's answer to what is typed."""
    response = client.post(reverse("thread_panel:edit", args=[page.pk]), form_of(client, page, **fields))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def problems(answer: Tag) -> list[str]:
    """What it finds wrong, in its words."""
    return [message.get_text(strip=True) for message in answer.select(".thread-message")]


def same_question(answer: Tag) -> list[str]:
    """Where it leads for other pages that answer the same question."""
    told = [item for item in answer.select(".thread-problem") if "the same question" in item.get_text()]
    return [item.a["href"] for item in told]


def sibling(guide: SupportPage, **fields: str) -> SupportPage:
    """Another guide of the same specialism."""
    return factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=guide.canonical.pk), **fields)


def test_the_second_editor_of_a_question_is_led_to_the_first_before_anything_is_saved(
    editor: Client, guide: SupportPage
) -> None:
    first = sibling(guide, target_question=QUESTION)
    told = asked(editor, guide, target_question=REWORDED)
    assert same_question(told) == [reverse("wagtailadmin_pages:edit", args=[first.pk])]
    assert f"“{first.title}” answers the same question" in told.find(attrs={"data-spoken": True})["data-spoken"]
    assert same_question(asked(editor, guide, target_question="When is one needed?")) == []
    guide.refresh_from_db()
    assert guide.target_question == ""
    assert not Revision.objects.exists()
    assert not FormState.objects.exists()


@pytest.mark.database
@pytest.mark.parametrize("live", [True, False], ids=["published before", "never published"])
def test_a_question_that_stands_only_in_a_draft_is_taken_too(editor: Client, guide: SupportPage, live: bool) -> None:
    first = sibling(guide, target_question="Who hires one?", live=live)
    first.target_question = QUESTION
    first.save_revision()
    assert len(same_question(asked(editor, guide, target_question=REWORDED))) == 1
    left = same_question(asked(editor, guide, target_question="Who hires one?"))
    assert len(left) == int(live)  # readers still find the old question answered there, or nobody does


def test_a_page_has_its_own_question(editor: Client, guide: SupportPage) -> None:
    guide.target_question = QUESTION
    guide.save_revision().publish()
    assert same_question(asked(editor, guide, target_question=REWORDED)) == []


def test_the_panel_stands_in_the_editor_beside_wagtails_checks_with_the_state_of_the_draft(
    editor: Client, guide: SupportPage
) -> None:
    guide.target_question = QUESTION
    guide.save_revision()
    other = sibling(guide, target_question=QUESTION)
    page = BeautifulSoup(editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content, "html.parser")
    names = [panel["data-side-panel"] for panel in page.select("[data-side-panel]")]
    assert names[names.index("checks") + 1] == "thread"
    assert [toggle["data-side-panel-toggle"] for toggle in page.select("[data-side-panel-toggle]")] == names
    panel = page.select_one("[data-side-panel=thread]")
    assert same_question(panel) == [reverse("wagtailadmin_pages:edit", args=[other.pk])]
    counter = page.select_one("[data-side-panel-toggle=thread] [data-side-panel-toggle-counter]")
    assert counter.get_text(strip=True) == str(len(problems(panel)))
    assert "w-bg-critical-200" in counter["class"]


def test_it_says_where_a_guide_stands_and_what_readers_see_next(editor: Client, guide: SupportPage) -> None:
    between = sibling(guide, live=False)
    last = sibling(guide, kind=Kind.SALARY_GUIDE)
    said = asked(editor, between).get_text(" ", strip=True)
    assert f"Once published, number 2 of 3 in {guide.canonical.title}" in said
    first = asked(editor, guide)
    assert f"Number 1 of 2 in {guide.canonical.title}" in first.get_text(" ", strip=True)
    assert first.select_one(".thread-line li:last-child a").get_text(" ", strip=True) == f"After it: {last.title}"
    related = first.select_one(".thread-related li").get_text(" ", strip=True)
    assert related == f"{last.title} another kind of page"
    lacking = [item.get_text(strip=True).partition("Write one")[0] for item in first.select(".thread-kinds li")]
    assert "Market map" in lacking
    assert "Salary guide" not in lacking


def test_a_page_that_is_not_stored_yet_is_checked_and_stays_unstored(
    editor: Client, specialism: SpecialismPage, guide: SupportPage
) -> None:
    SupportPage.objects.filter(pk=guide.pk).update(target_question=QUESTION, question_key="cost engin learn machin")
    address = reverse("guides:add", args=[specialism.pk, Kind.SALARY_GUIDE])
    html = editor.get(address).content.decode()
    panel = BeautifulSoup(html, "html.parser").select_one("[data-side-panel=thread]")
    assert "Once published, number 2 of 2" in panel.get_text(" ", strip=True)
    body = SupportPage._meta.get_field("body").stream_block.to_python([])
    response = editor.post(panel.div["data-thread-check"], sent(html, body, title="", target_question=REWORDED))
    told = BeautifulSoup(response.content, "html.parser")
    assert same_question(told) == [reverse("wagtailadmin_pages:edit", args=[guide.pk])]
    assert "Its title has no visible letter." in problems(told)
    assert SupportPage.objects.count() == 1


def test_a_field_the_form_refuses_is_named_and_the_rest_is_checked(editor: Client, guide: SupportPage) -> None:
    sibling(guide, target_question=QUESTION)
    told = asked(editor, guide, target_question=REWORDED, reviewed_on="31 June")
    assert "would refuse what is there now: Reviewed on." in told.select_one(".thread-trouble").get_text()
    assert len(same_question(told)) == 1


def test_a_specialism_has_its_panel_and_other_pages_have_none(
    editor: Client, specialism: SpecialismPage, guide: SupportPage
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[specialism.pk])
    panel = BeautifulSoup(editor.get(address).content, "html.parser").select_one("[data-side-panel=thread]")
    assert "The canonical page of 1 guide." in panel.get_text()
    front = specialism.get_ancestors().get(depth=2)
    assert "data-thread-check" not in editor.get(reverse("wagtailadmin_pages:edit", args=[front.pk])).content.decode()
    assert editor.post(reverse("thread_panel:edit", args=[front.pk])).status_code == 404
    assert editor.get(reverse("thread_panel:edit", args=[guide.pk])).status_code == 405


def test_only_who_may_edit_a_page_has_it_checked(specialism: SpecialismPage, guide: SupportPage) -> None:
    client = Client()
    user = factories.user("writer", group="Editors")
    GroupPagePermission.objects.all().delete()
    client.force_login(user)
    addresses = [
        reverse("thread_panel:edit", args=[guide.pk]),
        reverse("thread_panel:add", args=["support_pages", "supportpage", specialism.pk]),
    ]
    for address in addresses:
        assert client.post(address, {"title": "x"}).status_code == 302
        assert Client().post(address, {"title": "x"}).url.startswith(reverse("wagtailadmin_login"))


def test_every_cure_in_the_same_editor_names_a_field_that_is_there(editor: Client, guide: SupportPage) -> None:
    guide.standfirst = guide.search_description = ""
    guide.seo_title = "A title for search engines that goes on and on and never seems to come to an end"
    guide.save()
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    fields = set(re.findall(r'data-contentpath="(\w+)"', html))
    panel = BeautifulSoup(html, "html.parser").select_one("[data-side-panel=thread]")
    named = [link["href"].partition("contentpath=")[2] for link in panel.select("a[href*=contentpath]")]
    assert {"body", "reviewer", "seo_title", "search_description", "pinned"} <= set(named) <= fields


@pytest.mark.database
def test_queries_do_not_grow_with_the_cluster(
    editor: Client, guide: SupportPage, django_assert_max_num_queries
) -> None:
    for _more in range(2):
        data = form_of(editor, guide, target_question=QUESTION)
        with django_assert_max_num_queries(26):
            editor.post(reverse("thread_panel:edit", args=[guide.pk]), data)
        for _number in range(5):
            sibling(guide, target_question=REWORDED)


@pytest.mark.database
def test_a_draft_that_says_what_another_guide_says_is_told_its_title(editor: Client, guide: SupportPage) -> None:
    twin = sibling(guide)
    assert any(f"also stands in “{twin.title}”" in message for message in problems(asked(editor, guide)))
    twin.unpublish()
    assert not any("also stands in" in message for message in problems(asked(editor, guide)))
