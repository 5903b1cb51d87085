"""A page says enough, in order, and under a title and a description that fit where they are shown."""

import pytest

from support_pages.models import SupportPage
from tests.support_pages.bodies import body
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, messages, problems, prose, text, write

pytestmark = pytest.mark.django_db


def heading(level: str, words: str = "Why") -> tuple[str, dict]:
    """A heading."""
    return ("heading", {"text": words, "level": level, "anchor": ""})


@pytest.mark.breaks("thin")
@pytest.mark.holds("thin")
def test_three_hundred_words(clean: Clean) -> None:
    around = {"standfirst": "", "guide_heading": "", "guide_introduction": ""}
    for count, is_thin in ((299, True), (300, False)):
        guide = write(clean.hiring, **around, body=body(text(prose(count))))
        assert guide.word_count == count
        assert bool(problems(guide, "thin")) is is_thin
        guide.word_count = 0 if count == 300 else 300
        assert bool(in_draft(guide, "thin")) is is_thin, "a draft is counted as it stands in the form"


@pytest.mark.breaks("skipped-heading")
@pytest.mark.holds("skipped-heading")
def test_parts_stand_in_sections(clean: Clean) -> None:
    parts = body(heading("3", "Lost"), text(prose()))
    assert not problems(write(clean.hiring, body=parts), "skipped-heading"), "the guide's own heading opens a section"
    guide = write(clean.hiring, guide_heading="", guide_introduction="")
    assert messages(problems(guide, "skipped-heading")) == ["“Lost” is a part without a section above it."]
    assert in_draft(guide, "skipped-heading")
    in_order = body(heading("2"), heading("3"), heading("3"), heading("2"), heading("3"), text(prose()))
    assert not problems(write(clean.hiring, body=in_order), "skipped-heading")


@pytest.mark.breaks("skipped-heading")
@pytest.mark.holds("skipped-heading")
def test_remit_of_a_specialism_opens_a_section(clean: Clean) -> None:
    specialism = write(clean.specialism, heading("3"))
    assert not problems(specialism, "skipped-heading")
    assert problems(write(specialism, remit=""), "skipped-heading")


@pytest.mark.breaks("no-title")
@pytest.mark.holds("no-title")
def test_title_has_letters_that_can_be_seen(clean: Clean) -> None:
    for title, is_seen in (("\u200b \u00ad", False), ("C++", True), ("採用", True), ("?", True)):
        guide = write(clean.hiring, title=title)
        assert bool(problems(guide, "no-title")) is not is_seen, title
        assert bool(in_draft(guide, "no-title")) is not is_seen, title
    assert not problems(write(clean.hiring, title="\u200b", seo_title="Seen"), "no-title")
    assert in_draft(SupportPage(), "no-title", clean.specialism)


@pytest.mark.breaks("long-title")
@pytest.mark.holds("long-title")
def test_sixty_letters_of_title(clean: Clean) -> None:
    for page in (clean.hiring, clean.specialism):
        assert not problems(write(page, title="t" * 60), "long-title")
        assert "has 61 letters" in messages(problems(write(page, title="t" * 61), "long-title"))[0]
        assert not problems(write(page, seo_title="Shorter"), "long-title")
        assert in_draft(write(page, seo_title="s" * 61), "long-title")


@pytest.mark.breaks("no-description")
@pytest.mark.holds("no-description")
def test_description_comes_from_one_of_three_fields(clean: Clean) -> None:
    for page in (clean.hiring, clean.specialism):
        page = write(page, standfirst=" ")
        (found,) = problems(page, "no-description")
        assert found.cure.url.endswith(f"/{page.pk}/edit/#:w:contentpath=search_description")
        assert in_draft(page, "no-description")
        for field in ("standfirst", "listing_summary", "search_description"):
            assert not problems(write(page, **{field: "What it is for."}), "no-description")
            write(page, **{field: ""})
    (found,) = in_draft(SupportPage(title="New"), "no-description", clean.specialism)
    assert found.cure.url == "#:w:contentpath=search_description"


@pytest.mark.breaks("long-description")
@pytest.mark.holds("long-description")
def test_hundred_and_sixty_letters_of_description(clean: Clean) -> None:
    guide = write(clean.hiring, standfirst="d" * 161)
    assert "has 161 letters" in messages(problems(guide, "long-description"))[0]
    assert in_draft(fresh(guide), "long-description")
    assert not problems(write(guide, standfirst="d" * 160), "long-description")
    assert not problems(write(guide, standfirst="d" * 161, search_description="Shorter."), "long-description")
