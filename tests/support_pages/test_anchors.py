"""The anchors of a guide's headings, from the form and from a file to the page: unique, and the same for ever."""

import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from specialisms.models import SpecialismPage
from support_pages.importing.guide import import_guide
from support_pages.models import SupportPage
from tests import factories
from tests.support.editor import sent
from tests.support.publishing import publish_anyway
from tests.support_pages.bodies import body

pytestmark = pytest.mark.django_db

MARKDOWN = """# The guide

## Pay

Words.

## Pay

More words.

### What the role owns

Still more.
"""


@pytest.fixture
def editor(home) -> Client:
    """A browser in which somebody is logged in who may publish."""
    client = Client()
    client.force_login(factories.user("mo", group="Reviewers"))
    return client


def publish(client: Client, guide: SupportPage, *headings: tuple[str, str]) -> None:
    """Send the form with these headings, as text and anchor, and publish."""
    where = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    value = body(*(("heading", {"text": text, "level": "2", "anchor": anchor}) for text, anchor in headings))
    form = sent(client.get(where).content.decode(), value, **{"action-publish": "action-publish"})
    answer = publish_anyway(client, client.post(where, form))
    assert answer.status_code == 302, answer.context["form"].errors


def read(guide: SupportPage) -> list[tuple[str, str]]:
    """The headings of the page as readers get them, as text and id; every line of the contents leads to one."""
    soup = BeautifulSoup(Client().get(guide.url).content, "html.parser")
    ids = [element["id"] for element in soup.find_all(id=True)]
    assert len(set(ids)) == len(ids)
    assert {link["href"].removeprefix("#") for link in soup.select(".sections a")} <= set(ids)
    return [(heading.get_text(), heading["id"]) for heading in soup.select(".prose > :is(h2, h3)[id]")]


def test_anchor_survives_new_words_and_copies_get_their_own(editor: Client, guide: SupportPage) -> None:
    publish(editor, guide, ("Pay", ""), ("Sources", ""), ("Pay", ""))
    first = read(guide)
    assert first == [("Pay", "pay"), ("Sources", "sources"), ("Pay", "pay-2")]
    publish(editor, guide, ("What it pays", "pay"), ("Pay, copied", "pay"), ("Sources", "sources"), ("Pay", "pay-2"))
    assert read(guide) == [
        ("What it pays", "pay"),
        ("Pay, copied", "pay-copied"),
        ("Sources", "sources"),
        ("Pay", "pay-2"),
    ]


def test_anchor_keeps_clear_of_the_pages_own_ids(editor: Client, guide: SupportPage) -> None:
    publish(editor, guide, ("Sources title", ""), ("Log title", ""), ("Content", ""))
    assert read(guide) == [
        ("Sources title", "sources-title-2"),
        ("Log title", "log-title-2"),
        ("Content", "content-2"),
    ]


def test_copied_page_keeps_the_anchors(editor: Client, guide: SupportPage) -> None:
    publish(editor, guide, ("Pay", ""), ("Pay", ""))
    twin = guide.copy(update_attrs={"slug": "twin", "title": "Twin"})
    publish(editor, twin, ("What it pays", "pay"), ("Pay", "pay-2"))
    assert read(twin) == [("What it pays", "pay"), ("Pay", "pay-2")]
    assert read(guide) == [("Pay", "pay"), ("Pay", "pay-2")]


def test_imported_headings_have_anchors_that_stay(editor: Client, specialism: SpecialismPage) -> None:
    result = import_guide(io.BytesIO(MARKDOWN.encode()), specialism, name="guide.md")
    guide = SupportPage.objects.get(pk=result.page.pk).get_latest_revision_as_object()
    made = [(block.value["text"], block.value["anchor"]) for block in guide.body if block.block_type == "heading"]
    assert made == [("Pay", "pay"), ("Pay", "pay-2"), ("What the role owns", "what-the-role-owns")]
    publish(editor, guide, *((f"Reworded: {text}", anchor) for text, anchor in made))
    guide = SupportPage.objects.get(pk=guide.pk)
    assert [anchor for _text, anchor in read(guide)] == [anchor for _text, anchor in made]
