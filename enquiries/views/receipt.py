"""The receipt: exactly what was sent and agreed, to print or to keep."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from enquiries import paper
from enquiries.history import note
from enquiries.models.event import EventKind
from enquiries.sendings import sendings
from enquiries.views.access import Visit, in_room


@require_safe
@in_room
def receipt(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The receipt as a page that prints as one document."""
    return visit.page(request, "enquiries/room/receipt.html", makes_pdfs=paper.makes_pdfs(), **said_and_agreed(visit))


@require_safe
@in_room
def receipt_pdf(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The receipt as PDF."""
    return as_pdf(request, visit, "receipt", partial(said_and_agreed, visit))


def said_and_agreed(visit: Visit) -> dict[str, Any]:
    """What a receipt is made of."""
    mandate = visit.mandate
    return {
        "brand": visit.brand,
        "now": timezone.now(),
        "sendings": sendings(mandate.submissions.all()),
        "consents": list(mandate.consents.all()),
    }


def as_pdf(request: HttpRequest, visit: Visit, name: str, gather: Callable[[], dict[str, Any]]) -> HttpResponse:
    """The paper ``name`` as a file to keep; if it cannot be made now, a page that says what to do instead."""
    wanted = request.method == "GET"
    try:
        content = paper.pdf_of(f"enquiries/papers/{name}.html", visit.mandate, gather) if wanted else b""
    except paper.NoPaperError:
        response = visit.page(request, "enquiries/room/no_paper.html", status=503, makes_pdfs=paper.makes_pdfs())
        if paper.makes_pdfs():
            response["Retry-After"] = str(paper.RETRY_SECONDS)
        return response
    return handed_over(request, visit, content, name, "pdf", "application/pdf")


def handed_over(
    request: HttpRequest, visit: Visit, content: bytes | str, name: str, ending: str, media_type: str
) -> HttpResponse:
    """A file of the mandate for its client to keep, noted in the history."""
    if request.method == "GET":
        note(visit.mandate, EventKind.DOWNLOADED, detail=f"{name}.{ending}")
    filename = f"{visit.mandate.reference}-{name}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
