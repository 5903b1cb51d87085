"""The demo shows what guides can carry: every block, figures with their dates, authors, changes, things to take away."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.utils import timezone

from agency.rich_text import texts
from specialisms.models import Fact, PayBand, Role, SpecialismPage
from specialisms.models.evidence import State
from specialisms.usage import ids_in
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.outlines import OUTLINES
from tests.support.demo import is_page, pages

pytestmark = pytest.mark.django_db


def test_guides_use_every_block_there_is(demo: Path) -> None:
    used = {child.block_type for guide in SupportPage.objects.all() for child in guide.body}
    assert used == set(SupportPage._meta.get_field("body").stream_block.child_blocks)


@pytest.mark.parametrize("kind", list(Kind))
def test_machine_learning_guide_has_the_blocks_its_outline_suggests(demo: Path, kind: Kind) -> None:
    """Each kind of guide shows the blocks that were made for it."""
    guides = SupportPage.objects.child_of(SpecialismPage.objects.get(slug="machine-learning")).filter(kind=kind)
    suggested = {name for name, _value in OUTLINES[kind]} - {"note", "call_to_action"}
    assert [guide.slug for guide in guides if suggested <= {child.block_type for child in guide.body}], kind


def test_every_figure_is_illustrative_and_shown_somewhere(demo: Path) -> None:
    assert Fact.objects.count() >= 80
    assert PayBand.objects.count() >= 100
    for model in (Fact, PayBand):
        assert not model.objects.filter(illustrative=False).exists()
        assert not model.objects.filter(owner=None).exists()
    shown = {id_ for page in pages() for value in texts(page) for id_ in ids_in(value.raw_data)}
    assert set(Fact.objects.exclude(pk__in=shown).values_list("says", flat=True)) == set()
    assert not Role.objects.filter(pay_bands=None).exists()


def test_figures_stand_inside_sentences_and_in_rows(demo: Path, crawled: dict[str, BeautifulSoup]) -> None:
    for cluster in SpecialismPage.objects.exclude(pay_bands=None).distinct():
        guides = [crawled[guide.url].article for guide in SupportPage.objects.child_of(cluster)]
        assert [guide for guide in guides if guide.select("p .fact, li .fact")], cluster.title
        assert [guide for guide in guides if guide.select("dl.facts")], cluster.title
        assert [guide for guide in guides if guide.select(".pay table")], cluster.title


def test_no_mark_of_the_content_is_left_in_a_text(crawled: dict[str, BeautifulSoup]) -> None:
    for path, soup in crawled.items():
        assert "{fact:" not in str(soup), path
        assert 'href="page:' not in str(soup), path


def test_something_is_overdue_and_something_soon_will_be(demo: Path, crawled: dict[str, BeautifulSoup]) -> None:
    """Readers and owners see what the site does then; everything else holds for months."""
    states = Counter(fact.state for fact in Fact.objects.all())
    assert 1 <= states[State.EXPIRED] <= 5
    assert states[State.DUE] == 1
    assert PayBand.objects.expired().exists()
    guide = SupportPage.objects.get(slug="machine-learning-engineer-hiring-guide")
    assert "last checked" in crawled[guide.url].article.get_text()


def test_every_guide_has_an_author_a_review_to_come_and_a_past(demo: Path) -> None:
    today = timezone.localdate()
    for guide in SupportPage.objects.all():
        assert guide.author, guide.title
        assert guide.author != guide.reviewer, guide.title
        assert guide.reviewed_on <= today, guide.title
        assert guide.review_due_on > guide.reviewed_on, guide.title
        assert all(guide.first_published_at.date() < change.date <= today for change in guide.log), guide.title
    changed = {guide.canonical.slug for guide in SupportPage.objects.all() if guide.log}
    assert len(changed) >= 8


def test_words_of_a_client_have_consent_that_has_not_ended(demo: Path) -> None:
    """And say that the client does not exist."""
    said = [child.value for guide in SupportPage.objects.all() for child in guide.body.blocks_by_name("testimonial")]
    assert len(said) == 1
    assert not said[0].ended
    assert said[0]["consent_on"] <= timezone.localdate() < said[0]["ends_on"]
    assert "invented" in said[0]["role"]
    assert "invented" in said[0]["consent_from"]


def test_what_is_offered_to_take_away_is_there(found: dict[str, HttpResponse]) -> None:
    """Pay bands of every cluster that shows them, and a document; nothing else than pages and these."""
    files = {path: response for path, response in found.items() if not is_page(response)}
    kinds = {path: response["Content-Type"].partition(";")[0] for path, response in files.items()}
    assert set(kinds.values()) == {"text/csv", "application/json"}
    assert {path for path in files if not path.startswith(("/pay/", "/documents/"))} == set()
    clusters = set(PayBand.objects.values_list("specialism__slug", flat=True))
    assert {path for path in files if path.startswith("/pay/")} == {
        f"/pay/{slug}.{ending}" for slug in clusters for ending in ("csv", "json")
    }


def test_scorecard_holds_the_questions_of_the_interview_guide(demo: Path, crawled: dict[str, BeautifulSoup]) -> None:
    guide = SupportPage.objects.get(slug="machine-learning-interview-guide")
    (document,) = (child.value["document"] for child in guide.body if child.block_type == "download")
    link = crawled[guide.url].find("a", href=document.url)
    assert "CSV, " in link.parent.get_text()
    lines = list(csv.DictReader(io.StringIO(document.file.open().read().decode("utf-8-sig"))))
    sets = [child.value for child in guide.body if child.block_type == "interview_questions"]
    assert [line["Question"] for line in lines] == [one["question"] for asked in sets for one in asked["questions"]]
    assert len(lines) >= 10
