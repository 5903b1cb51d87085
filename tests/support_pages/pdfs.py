"""Guides and their PDFs for tests."""

import datetime
import io
from collections.abc import Iterator

from django.test import Client
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from agency.blocks.heading import assign_anchors
from agency.models import ConsultantPage
from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
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


def pay_table() -> dict:
    """A table of the pay bands of the specialism."""
    return {"type": "pay_table", "value": {"caption": "Our pay table", "roles": []}}


def pay_survey(specialism: SpecialismPage) -> PayBand:
    """A pay band of the specialism."""
    dated = datetime.date(2026, 6, 30)
    parent = SpecialismPage.objects.get(pk=specialism.pk)
    return factories.pay_band(parent, p50=127_500, source_name="Pay survey", as_of=dated)


def searches() -> Fact:
    """A fact with a source that can be looked up."""
    return factories.fact(
        low=73,
        source_name="Searches completed",
        publisher="Throughline",
        source_url="https://figures.example/searches",
        as_of=datetime.date(2026, 9, 30),
    )


def filled(guide: SupportPage, author: ConsultantPage, band: PayBand, fact: Fact) -> SupportPage:
    """The guide published with every block, a fact, a pay table, a link elsewhere and a log; its PDF is made."""
    body = body_with(band.specialism, inline(fact), pay_table())
    page = publish(guide, body=body, author=author, material_change=True, change_note="New bands.")
    work()
    return fresh(page)
