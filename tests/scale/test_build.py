"""A made-up site is stored as if somebody had written it, and clean: no rule of the thread finds anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.forms.models import model_to_dict
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex

from agency.rich_text import ID
from agency.scale.build import is_scale
from agency.scale.plan import Order
from agency.scale.seeding import Seeded, seed
from specialisms.models import SpecialismPage
from support_pages.models import BodySketch, SupportPage
from support_pages.thread import check
from support_pages.thread.check import check_site

TELLS_CACHES = "wagtail.contrib.frontend_cache.tasks.purge_urls_from_cache_task"
"""What Wagtail asks for with each publication. Without a cache in front of the site it does nothing."""

pytestmark = pytest.mark.database

ORDER = Order(12, 70)


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Seeded]:
    """A small site without faults, for all tests of this file; those that write take it back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed(ORDER, 0, lambda *_progress: None)
        transaction.set_rollback(True)


@contextmanager
def taken_back() -> Iterator[None]:
    """Nothing that is written in this block stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def references() -> set[tuple]:
    """The whole reference index."""
    names = ("content_type", "base_content_type", "object_id", "to_content_type", "to_object_id", "model_path")
    return set(ReferenceIndex.objects.values_list(*names, "content_path", "content_path_hash"))


def test_nothing_is_wrong_with_it(seeded: Seeded) -> None:
    reports = list(check_site())
    assert sum(len(report.pages) for report in reports) == ORDER.specialisms + ORDER.support_pages
    assert [(problem.page.title, problem.message) for report in reports for problem in report.problems] == []
    assert is_scale()


def test_large_clusters_are_read_alone_and_small_ones_together(
    seeded: Seeded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(most: int) -> list[list[int]]:
        """How many pages the clusters have that are read together."""
        monkeypatch.setattr(check, "MOST_PAGES", most)
        sizes: list[list[int]] = []
        looked_at = check.clusters

        def watched(batch: list[SpecialismPage], **options: Any) -> Any:
            found = looked_at(batch, **options)
            sizes.append([1 + len(cluster) for cluster in found.values()])
            return found

        with monkeypatch.context() as patch:
            patch.setattr(check, "clusters", watched)
            assert sum(len(report.pages) for report in check_site()) == ORDER.specialisms + ORDER.support_pages
        return sizes

    assert len(read(1_000)) == 1
    batches = read(10)
    assert max(sum(batch) for batch in batches if len(batch) > 1) <= 10
    assert any(len(batch) > 1 for batch in batches)
    assert max(sum(batch) for batch in batches) > 10


def test_tree_is_sound(seeded: Seeded) -> None:
    assert [list(problems) for problems in Page.find_problems()] == [[]] * 5
    for page in Page.objects.filter(depth__gt=1).specific():
        url_path = page.url_path
        assert page.set_url_path(page.get_parent()) == url_path
        page.full_clean()
        assert page.content_type.model_class() is type(page)


def test_reference_index_is_what_wagtail_would_write(seeded: Seeded) -> None:
    kept = references()
    assert len(kept) > 10 * ORDER.support_pages
    ours = {"agency", "specialisms", "support_pages"}
    with taken_back():
        for model in ReferenceIndex.indexed_models:
            if model._meta.app_label in ours:
                for found in model._default_manager.all():
                    ReferenceIndex.create_or_update_for_object(found)
        assert references() == kept


def test_saving_a_page_again_changes_nothing(seeded: Seeded) -> None:
    for model in (SpecialismPage, SupportPage):
        for page in model.objects.order_by("path")[:12]:
            before = stored(page)
            sketch = BodySketch.objects.filter(pk=page.pk).values_list("hashes", flat=True).first()
            with taken_back():
                model.objects.get(pk=page.pk).save()
                assert stored(model.objects.get(pk=page.pk)) == before
                assert BodySketch.objects.filter(pk=page.pk).values_list("hashes", flat=True).first() == sketch


def stored(page: Page) -> dict:
    """Every field of a page as the database holds it, without the ids of choices that are looked up in bodies."""
    values = model_to_dict(page, fields=[field.name for field in page._meta.concrete_fields])
    return values | {"body": list(page.body.raw_data), "word_count": getattr(page, "word_count", None)}


def test_nothing_waits_for_the_worker(seeded: Seeded) -> None:
    waiting = DBTaskResult.objects.exclude(task_path=TELLS_CACHES)
    assert list(waiting.values_list("task_path", flat=True)) == []


def test_ids_in_texts_are_those_of_pages_and_facts(seeded: Seeded) -> None:
    pages = {str(pk) for pk in Page.objects.values_list("pk", flat=True)}
    texts = [
        block["value"] for page in SupportPage.objects.all() for block in page.body.raw_data if block["type"] == "text"
    ]
    linked = {pk for text in texts for link in text.split("<a ")[1:] for pk in ID.findall(link.split(">")[0])}
    assert linked
    assert linked <= pages
