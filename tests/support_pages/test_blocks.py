"""The blocks of guides: each renders, leaves nothing broken when parts are empty, and escapes what is hostile."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from tinyhtml5.parser import HTMLParser
from wagtail.models import PageViewRestriction

from specialisms.models import SpecialismPage
from support_pages.blocks import GuideBodyBlock
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.bodies import BODY, Library, body, document

pytestmark = pytest.mark.django_db

OURS = [name for name in BODY.child_blocks if type(BODY.child_blocks[name]).__module__.startswith("support_pages.")]
FILLED = {"li", "dd", "dt", "caption", "figcaption", "th", "thead", "tbody", "tr", "blockquote", "h2", "h3", "ul"}
"""Elements that say something wherever they stand."""
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ value }}"


def rendered(name: str, value: Any, *, preview: bool = False, **fields: Any) -> BeautifulSoup:
    """A block as a page shows it."""
    request = RequestFactory().get("/")
    request.is_preview = preview
    given = value | fields if fields else value
    stream = body((name, given))
    html = stream.render_as_block({"request": request})
    return BeautifulSoup(html, "html.parser")


def words(soup: BeautifulSoup) -> str:
    """The text of a block, its white space folded."""
    return " ".join(soup.get_text(" ").split())


@pytest.fixture
def library(specialism: SpecialismPage) -> Library:
    """What there is to choose from."""
    return Library(specialism)


def test_the_vocabulary_is_there() -> None:
    assert isinstance(BODY, GuideBodyBlock)
    assert set(OURS) == {
        "process_timeline",
        "role_comparison",
        "interview_questions",
        "job_description",
        "market_map",
        "testimonial",
        "note",
        "download",
        "related_guides",
    }


def test_manual_has_a_line_for_every_block() -> None:
    manual = (settings.BASE_DIR / "docs" / "editing.md").read_text()
    lines = manual.partition("### Blocks")[2].partition("###")[0].splitlines()
    named = [line.split("|")[1].strip() for line in lines if line.startswith("| ")][2:]
    assert sorted(named) == sorted(str(block.label) for block in BODY.child_blocks.values())


@pytest.mark.parametrize("name", BODY.child_blocks)
def test_block_renders_on_a_page(name: str, guide: SupportPage, library: Library) -> None:
    guide.body = BODY.clean(body((name, library.block(name))))
    guide.save()
    guide = SupportPage.objects.get(pk=guide.pk)
    answer = Client().get(guide.url)
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser").find(class_="prose")
    assert (name == "note") != bool(words(soup).replace("Before you open the seat Read this first.", "").strip())


@pytest.mark.parametrize("name", BODY.child_blocks)
def test_empty_parts_leave_nothing_broken(name: str) -> None:
    """As a draft has them: nothing filled in at all, nothing chosen."""
    soup = rendered(name, {"text": "", "facts": [{}]}.get(name, {}))
    assert "None" not in words(soup)
    for element in soup.find_all():
        assert element.name not in FILLED or words(element), str(element)
        assert element.get("aria-label") != "", str(element)
    assert not [link for link in soup.find_all("a") if not link.get("href") or not words(link)]


@pytest.mark.parametrize("name", OURS)
def test_a_draft_may_be_empty(name: str) -> None:
    BODY.clean_deferred(body((name, {})))
    with pytest.raises(ValidationError):
        BODY.clean(body((name, {})))


def hostile(value: Any, block: Any) -> Any:
    """The same value with hostile text wherever an editor types text."""
    if isinstance(value, dict):
        return {
            name: hostile(item, None) if name not in {"type", "unit", "currency", "id"} else item
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [hostile(item, None) for item in value]
    return HOSTILE if isinstance(value, str) and not value[:4].isdigit() else value


@pytest.mark.parametrize("name", OURS)
def test_hostile_text_is_escaped(name: str, library: Library) -> None:
    soup = rendered(name, hostile(library.block(name), None), preview=True)
    assert not soup.find_all("script")
    assert not [image for image in soup.find_all("img") if image.get("onerror")]
    assert not [
        element for element in soup.find_all() if any(attribute.startswith("on") for attribute in element.attrs)
    ]
    if name != "related_guides":
        assert "alert(1)" in words(soup) + str([element.attrs for element in soup.find_all()])


def test_ids_are_unique_with_two_of_each(guide: SupportPage, library: Library) -> None:
    twice = [(name, library.block(name)) for name in OURS for _time in range(2)]
    guide.body = BODY.clean(body(*twice))
    guide.save()
    soup = BeautifulSoup(Client().get(guide.url).content, "html.parser")
    ids = [element["id"] for element in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    labels = {label["for"] for label in soup.find_all("label")}
    assert {area["id"] for area in soup.find_all("textarea")} <= labels


def test_note_is_for_previews_alone() -> None:
    assert words(rendered("note", {"text": "Ask Tomas."})) == ""
    assert "Ask Tomas." in words(rendered("note", {"text": "Ask Tomas."}, preview=True))
    assert BODY.get_searchable_content(body(("note", {"text": "Ask Tomas."}))) == []


def test_download_says_what_it_is_and_goes_with_its_document() -> None:
    file = document(title="The design hour")
    soup = rendered("download", {"document": file.pk, "about": "One page."})
    assert soup.find("a")["href"] == file.url
    assert words(soup) == "The design hour PDF, 20.0 KB One page.".replace(
        "20.0 KB", "20.0\xa0KB".replace("\xa0", " ")
    )
    value = body(("download", {"document": file.pk, "title": "Scorecard"})).get_prep_value()[0]["value"]
    file.delete()
    assert words(rendered("download", value)) == ""


def test_related_guides_leave_out_what_readers_may_not_see(specialism: SpecialismPage) -> None:
    live, draft, private, under_private = (
        factories.SupportPageFactory(parent=specialism, body=[]) for _number in range(4)
    )
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    chosen = [page.pk for page in (live, draft, private, under_private, live)]
    soup = rendered("related_guides", {"guides": [*chosen, 999_999]})
    assert [link["href"] for link in soup.find_all("a")] == [live.url, under_private.url]
    PageViewRestriction.objects.create(page=specialism, restriction_type="login")
    assert words(rendered("related_guides", {"title": "Read these next", "guides": chosen})) == ""


def test_only_support_pages_can_be_chosen_as_related() -> None:
    chooser = BODY.child_blocks["related_guides"].child_blocks["guides"].child_block
    assert chooser.target_models == [SupportPage]


def test_guide_shows_all_blocks_and_is_whole(guide: SupportPage, library: Library) -> None:
    guide.body = library.every_block()
    guide.save()
    answer = Client().get(guide.url)
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser")
    for css in ("timeline", "comparison", "interview", "job", "market", "testimonial", "download", "guides"):
        assert soup.find(class_=css), css
    assert not soup.find_all(style=True)
    parser = HTMLParser()
    parser.parse(answer.content.decode())
    assert parser.errors == []
