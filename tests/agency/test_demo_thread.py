"""The demo keeps the thread, but for a few problems that are there on purpose, for the screens that show them."""

from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex

from agency.questions import question_key
from specialisms.models import SpecialismPage
from support_pages.cluster import clusters
from support_pages.models import ClusterHealth, PageHealth, SupportPage
from support_pages.thread.check import check_site
from support_pages.thread.rules.writing import LONGEST_TITLE

pytestmark = pytest.mark.django_db

ON_PURPOSE = {
    ("expired-fact", "machine-learning-engineer-hiring-guide"),
    ("expired-fact", "project-finance"),
    ("expired-fact", "security-engineering"),
    ("expired-pay", "data-platforms"),
    ("review-overdue", "ml-engineer-or-data-scientist"),
}


def test_only_what_is_meant_to_is_wrong(demo: Path) -> None:
    found = [(problem.rule.code, problem.page.slug) for report in check_site() for problem in report.problems]
    assert sorted(found) == sorted(ON_PURPOSE)


def test_every_page_of_a_cluster_answers_a_question_of_its_own(demo: Path) -> None:
    asked = [page.target_question for model in (SpecialismPage, SupportPage) for page in model.objects.all()]
    assert all(question.endswith("?") for question in asked)
    assert len({question_key(question) for question in asked}) == len(asked)


def test_titles_for_search_engines_differ_and_are_shown_whole(demo: Path) -> None:
    titles = [page.meta_title for page in SupportPage.objects.all()]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= LONGEST_TITLE


def test_some_guides_are_guests_and_some_are_pinned(demo: Path) -> None:
    specialisms = list(SpecialismPage.objects.all())
    found = clusters(specialisms)
    guests = {(page.slug, guest.slug) for page in specialisms for guest in found[page.pk].guests}
    assert guests == {
        ("bioprocess", "regulatory-strategist-or-cmc-specialist"),
        ("machine-learning", "data-engineer-hiring-guide"),
        ("offshore-wind", "power-systems-engineer-interview-guide"),
    }
    pinned = {
        page.slug: [child.value.slug for child in page.pinned] for page in SupportPage.objects.all() if page.pinned
    }
    assert pinned == {
        "head-of-ai-hiring-guide": ["machine-learning-engineer-hiring-guide", "machine-learning-salary-guide"],
        "renewables-investment-director-hiring-guide": ["battery-storage-market-map"],
    }


def test_health_is_recorded_as_it_is_today_and_no_past_is_made_up(demo: Path) -> None:
    assert {row.date for row in ClusterHealth.objects.all()} == {timezone.localdate()}
    assert ClusterHealth.objects.count() == SpecialismPage.objects.count()
    assert PageHealth.objects.count() == SpecialismPage.objects.count() + SupportPage.objects.count()
    recorded = sum((row.errors + row.warnings for row in PageHealth.objects.all()), 0)
    assert recorded == len(ON_PURPOSE), "the links between pages were known when it was recorded"
    assert ReferenceIndex.objects.filter(model_path__startswith="body").exists()
