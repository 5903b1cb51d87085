"""What programs read from the ledger, at addresses that stay."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from agency.revalidation import asked_each_time
from specialisms.models import PayBand, SpecialismPage
from specialisms.pay import download


@require_safe
def pay_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The pay bands of a public specialism as CSV."""
    _page, bands = _public(slug)
    response = HttpResponse(download.as_csv(bands), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"pay-{slug}.csv")
    return asked_each_time(request, response)


@require_safe
def pay_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The pay bands of a public specialism as JSON."""
    page, bands = _public(slug)
    return asked_each_time(request, JsonResponse(download.as_json(page, bands), json_dumps_params={"indent": 1}))


def _public(slug: str) -> tuple[SpecialismPage, list[PayBand]]:
    """The specialism of that slug and its bands. Should several share the slug, the bands of all, so none is missing."""
    pages = list(SpecialismPage.objects.for_directory().filter(slug=slug))
    if not pages:
        raise Http404
    return pages[0], list(PayBand.objects.filter(specialism__in=pages).for_table())
