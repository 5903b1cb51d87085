"""PDFs of guides: made by the worker after a page is published or something it shows has changed.

A row of ``SupportPagePdf`` says that a page wants looking at; the task compares the page's HTML with what the PDF was
made from, and typesets only when they differ. Every page is looked at once a day, which catches what no signal tells:
a figure that expires, a consultant's new name, a parent page that moved.
"""

import logging
from collections.abc import Iterable
from functools import cache

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone
from django_tasks import task
from wagtail.models import ReferenceIndex

from specialisms.models import Evidence, SpecialismPage
from support_pages.cluster import cluster_of
from support_pages.document import Document, document_of
from support_pages.models import SupportPage, SupportPagePdf
from support_pages.models.pdf import LOST
from support_pages.typesetting import Pdf, StoppedError, TypesettingError, UnavailableError, typeset

logger = logging.getLogger(__name__)

BATCH = 200
"""The most PDFs one sweep asks for."""


def ask(page_ids: Iterable[int]) -> None:
    """Have the worker look at the PDFs of these pages; asking again while it has not yet changes nothing."""
    ids = sorted(set(page_ids))
    SupportPagePdf.objects.bulk_create((SupportPagePdf(page_id=pk) for pk in ids), ignore_conflicts=True)
    ask_again(ids)


def ask_again(page_ids: Iterable[int]) -> None:
    """As ``ask``, for pages that were asked for before; others are left alone."""
    now = timezone.now()
    free = models.Q(wanted_at__isnull=True) | models.Q(wanted_at__lt=now - LOST)
    for pk in page_ids:
        if SupportPagePdf.objects.filter(free, page_id=pk).update(wanted_at=now):
            look_at.enqueue(pk)


@task(priority=-10)
def look_at(page_id: int) -> str:
    """Make the PDF of a page, replace it, leave it or take it away; returns which."""
    today = timezone.localdate()
    if not SupportPagePdf.objects.filter(page_id=page_id).update(wanted_at=None, looked_at_on=today):
        return "gone"
    page = SupportPage.served(page_id)
    if not page.is_public:
        return _withdraw(page_id, "not public")
    try:
        document = document_of(page)
        if page.download and page.download.content_hash == document.hash:
            return "unchanged"
        pdf = typeset(document.html, document.address, document.files)
    except StoppedError:
        SupportPagePdf.objects.filter(page_id=page_id).update(looked_at_on=None)  # the next sweep asks again
        return "stopped"
    except UnavailableError as error:
        _say_once(str(error))
        return _withdraw(page_id, "unavailable")
    except Exception as error:  # noqa: BLE001 - whatever a page does to it, only the PDF is missing
        reason = str(error) if isinstance(error, TypesettingError) else type(error).__name__
        logger.error("PDF of page %s: %s", page_id, reason)  # noqa: TRY400 - a traceback might quote the page
        return _withdraw(page_id, "failed")
    _store(page, document, pdf)
    return "made"


def _store(page: SupportPage, document: Document, pdf: Pdf) -> None:
    """Put the new file in the place of the old one."""
    with transaction.atomic():
        row = SupportPagePdf.objects.select_for_update().filter(page=page).first()
        if row is None:  # the page was deleted in the meantime
            return
        row.delete_file_later(row.file.name)
        row.file.save(f"{page.slug}-{document.hash[:16]}.pdf", ContentFile(pdf.content), save=False)
        row.content_hash, row.pages, row.size = document.hash, pdf.pages, len(pdf.content)
        row.made_at = timezone.now()
        row.save(update_fields=["file", "content_hash", "pages", "size", "made_at"])


def _withdraw(page_id: int, why: str) -> str:
    """Take away a PDF that no longer shows what the page does; the row stays for the next time. Returns ``why``."""
    with transaction.atomic():
        row = SupportPagePdf.objects.select_for_update().filter(page_id=page_id).first()
        if row:
            row.delete_file_later(row.file.name)
            row.file, row.content_hash, row.pages, row.size, row.made_at = "", "", 0, 0, None
            row.save(update_fields=["file", "content_hash", "pages", "size", "made_at"])
    return why


@cache
def _say_once(reason: str) -> None:
    """Tell whoever runs the site, once a process, why guides have no PDF."""
    logger.warning("Guides are not offered as PDF: WeasyPrint cannot start (%s). See README.", reason)


def pages_showing(evidence: Evidence) -> set[int]:
    """The live guides that may show a figure.

    They refer to it, or to what they take it through: a pay table names a specialism or a role. One too many costs
    a comparison, no PDF.
    """
    named = [evidence, *(getattr(evidence, name, None) for name in ("specialism", "role"))]
    ids: set[int] = set()
    for thing in filter(None, named):
        references = ReferenceIndex.get_references_to(thing).filter(base_content_type__model="page")
        ids.update(int(pk) for pk in references.values_list("object_id", flat=True))
    found = set(SupportPage.objects.live().filter(pk__in=ids).values_list("pk", flat=True))
    specialism: SpecialismPage | None = getattr(evidence, "specialism", None)
    return found | ({page.pk for page in cluster_of(specialism).pages} if specialism else set())


@task(priority=-5)
def look_at_pages_showing(model: str, pk: int) -> int:
    """Ask for the PDFs of all guides that may show a figure; returns how many."""
    evidence = apps.get_model("specialisms", model).objects.filter(pk=pk).first()
    pages = pages_showing(evidence) if evidence else set()
    ask(pages)
    return len(pages)


def sweep() -> int:
    """Ask for what nobody asked for: pages without a row, PDFs not looked at today, requests that got lost."""
    unknown = SupportPage.objects.live().filter(pdf__isnull=True).values_list("pk", flat=True)[:BATCH]
    known = SupportPagePdf.objects.to_look_at().values_list("page_id", flat=True)[:BATCH]
    ids = [*unknown, *known]
    ask(ids)
    return len(ids)
