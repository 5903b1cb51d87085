"""Pages that expire are published one by one: only the screen of a page asks where its readers go then."""

from datetime import datetime

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from agency.expiry import unsettled


@hooks.register("before_bulk_action", order=-1)  # before the thread is looked at, which costs more
def publish_alone(
    request: HttpRequest, action_type: str, objects: list[Page], action: BulkAction
) -> HttpResponse | None:
    """Publish nothing together with a page that is to expire, as long as nobody was asked about that."""
    if action_type != "publish" or action.model is not Page:
        return None
    pages = Q(pk__in=[page.pk for page in objects])
    for page in objects if action.get_execution_context()["include_descendants"] else ():
        pages |= Q(path__startswith=page.path, live=False)
    expiring = _expiring(pages)
    asking = unsettled({pk: at for pk, (_title, at) in expiring.items()})
    if not asking:
        return None
    message = _(
        "Nothing was published. These pages have an expiry date; publish each by itself, where you can say where its "
        "readers go then: %(pages)s."
    )
    messages.error(request, message % {"pages": ", ".join(expiring[pk][0] for pk in sorted(asking))})
    return redirect(action.next_url)


def _expiring(pages: Q) -> dict[int, tuple[str, datetime]]:
    """Titles and expiry dates of those of the pages whose latest version has one, by id; one query."""
    rows = Page.objects.filter(pages, latest_revision__isnull=False).values_list(
        "pk", "draft_title", "latest_revision__content__expire_at"
    )
    found = {pk: (title, parse_datetime(at)) for pk, title, at in rows if at}
    return {pk: (title, at) for pk, (title, at) in found.items() if at}
