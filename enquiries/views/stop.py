"""Taking consent to marketing back by the link in the mail."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from enquiries import privacy
from enquiries.models.consent import How, Purpose
from enquiries.models.link import LinkPurpose
from enquiries.views.access import Visit, by_link

ASKED_ON = "/mandate/stop/"
"""Where consent is asked, without the token."""


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(LinkPurpose.MARKETING)
def stop(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What would be taken back, and a button that does it: programs that check mail follow links, and press no button."""
    stopped = bool(request.method == "POST" and privacy.stop_marketing(visit.mandate, How.LINK, ASKED_ON))
    return visit.page(
        request,
        "enquiries/stop.html",
        stopped=stopped,
        wanted=privacy.wants_marketing(visit.mandate),
        wording=privacy.WITHDRAWALS[Purpose.MARKETING],
    )
