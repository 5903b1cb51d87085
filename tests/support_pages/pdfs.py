"""Guides and their PDFs for tests."""

import io
from collections.abc import Iterator

from django.test import Client
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from agency.blocks.heading import assign_anchors
from specialisms.models import Fact, SpecialismPage
from support_pages.models import SupportPage
from tests.support_pages.bodies import BODY, Library


def work() -> None:
    """Do what the worker has been asked for, in its order, without its way of closing connections."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    )
    while task := DBTaskResult.objects.ready().first():
        task.claim("tests")
        worker.run_task(task)
    assert not DBTaskResult.objects.failed().exists(), DBTaskResult.objects.failed()[0].traceback


def publish(guide: SupportPage, **fields: object) -> SupportPage:
    """Publish the guide with these fields."""
    page = SupportPage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return fresh(guide)


def fresh(guide: SupportPage) -> SupportPage:
    """The guide as visitors are served it."""
    return SupportPage.for_serving().get(pk=guide.pk)


def reader(guide: SupportPage) -> PdfReader:
    """The PDF that visitors get."""
    response = Client().get(fresh(guide).download_url)
    assert response.status_code == 200
    return PdfReader(io.BytesIO(b"".join(response.streaming_content)), strict=True)


def words(guide: SupportPage) -> str:
    """Everything the PDF says."""
    return " ".join(" ".join(page.extract_text() for page in reader(guide).pages).split())


def outline(items: list) -> Iterator[str]:
    """The bookmarks from top to bottom."""
    for item in items:
        if isinstance(item, list):
            yield from outline(item)
        else:
            yield item.title


def body_with(specialism: SpecialismPage, *blocks: dict) -> object:
    """Every block filled in, then these."""
    body = BODY.to_python([*Library(specialism).every_block().raw_data, *blocks])
    assign_anchors(child.value for child in body if child.block_type == "heading")
    return body


def inline(fact: Fact) -> dict:
    """A paragraph that shows a fact and links elsewhere."""
    embed = f'<embed embedtype="fact" id="{fact.pk}"/>'
    link = '<a href="https://law.example/act?a=1&amp;b=2">the Act</a>'
    return {"type": "text", "value": f"<p>It takes {embed} by {link}.</p>"}
