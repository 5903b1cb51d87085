"""The privacy notice for readers: where it is now, and each version as it was."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from agency.models import BrandSettings
from enquiries import notices
from enquiries.models import PrivacyNotice
from enquiries.sla import office_clock

HIGHEST = 2**31 - 1
"""The largest number that the column holds."""


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """The page that is the privacy notice, or the version that holds if that page is not public just now."""
    brand = BrandSettings.load()
    page = brand.privacy_page
    if page and page.live and page.url and not page.get_view_restrictions().exists():
        return redirect(page.url)
    held = notices.current(brand)
    if held is None:
        raise Http404
    return _page(request, held, brand)


@require_safe
def notice(request: HttpRequest, number: int) -> HttpResponse:
    """One version exactly as it was published, with the time for which it held."""
    version = PrivacyNotice.objects.filter(number=number).first() if number <= HIGHEST else None
    if version is None:
        raise Http404
    return _page(request, version, BrandSettings.load())


def _page(request: HttpRequest, version: PrivacyNotice, brand: BrandSettings) -> HttpResponse:
    after = version.after
    context = {
        "notice": version,
        "after": after,
        "since": office_clock(version.published_at, brand),
        "until": office_clock(after.published_at, brand) if after else None,
    }
    return render(request, "enquiries/notice.html", context)
