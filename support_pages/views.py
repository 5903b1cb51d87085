"""What a guide offers besides its page."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.models import Site

from support_pages.models import SupportPage
from support_pages.moved import new_place


@require_safe
def pdf(request: HttpRequest, where: str) -> HttpResponseBase:
    """The PDF of the public guide at an address, as the worker has made it; nothing is made here."""
    site = Site.find_for_request(request)
    pages = SupportPage.for_serving().live()
    page = pages.filter(url_path=f"{site.root_page.url_path}{where}/").first() if site else None
    if page is None:
        return _moved(request, site, where)
    if not page.download or not page.is_public:
        raise Http404
    etag = quote_etag(page.download.content_hash)
    response: HttpResponseBase | None = get_conditional_response(request, etag, int(page.download.made_at.timestamp()))
    if response is None:
        try:
            file = page.download.file.open("rb")
        except OSError:
            raise Http404 from None
        response = FileResponse(file, content_type="application/pdf", filename=f"{page.slug}.pdf")
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"  # kept anywhere, shown only after asking whether it still holds
    response["Link"] = f'<{page.canonical_url}>; rel="canonical"'
    return response


def _moved(request: HttpRequest, site: Site | None, where: str) -> HttpResponseBase:
    """The way to the PDF of a guide that had this address once, or to the page that stands for it, by its redirect."""
    found = new_place(site, where)
    if found is None:
        raise Http404
    guide = SupportPage.for_serving().filter(pk=found.redirect_page_id).first()
    has_pdf = guide is not None and guide.download and guide.is_public
    return redirect(guide.download_url if has_pdf else found.redirect_page.url, permanent=found.is_permanent)
