"""Looking at the whole brief, and sending it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from enquiries.brief import drafts, sending, snapshot, topics
from enquiries.brief.forms import SendForm
from enquiries.brief.moving import is_moved
from enquiries.models import Brief
from enquiries.models.event import EventKind
from enquiries.sla import office_clock
from enquiries.views.access import Visit, in_room
from enquiries.views.brief.pages import with_brief

REFUSED = {
    drafts.ChangedElsewhereError: _(
        "Your answers have been changed since you opened this page, perhaps on another device. Look at them again, then "
        "send them."
    ),
    sending.WithdrawnError: _("You have taken this mandate back, so nothing more can be sent. Your draft is kept."),
    sending.ClosedError: _(
        "This mandate is closed, so nothing more can be sent. Your draft is kept. Write to us if it should be open."
    ),
    sending.MovedTooOftenError: _(
        "Your address has been changed several times today. Change it back, call us, or send this tomorrow: it is kept."
    ),
}
"""Why a brief was not sent."""


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
@with_brief
def check(request: HttpRequest, visit: Visit, brief: Brief) -> HttpResponse:
    """Everything that will be sent, to be looked at and sent."""
    if request.method != "POST":
        return _show(request, visit, brief)
    form = SendForm(request.POST, brand=visit.brand)
    form.full_clean()
    try:
        sending.send(brief, str(form.cleaned_data["shown"]), form.agreed())
    except tuple(REFUSED) as refused:
        return _show(request, visit, drafts.open_brief(visit.mandate), status=409, refusal=REFUSED[type(refused)])
    return visit.go("brief_sent")  # by the same link: a newer one is for whoever reads the mandate's mail


@require_safe
@in_room
def sent(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The confirmation. It shows nothing of what was sent."""
    submission = snapshot.latest_brief(visit.mandate)
    if submission is None:
        return visit.go("brief")
    moved = visit.mandate.events.filter(kind=EventKind.ADDRESS, happened_at__gte=submission.submitted_at).exists()
    due = office_clock(visit.mandate.reply_due_at, visit.brand)
    return visit.page(request, "enquiries/brief/sent.html", submission=submission, moved=moved, due=due)


def _show(request: HttpRequest, visit: Visit, brief: Brief, status: int = 200, **more: Any) -> HttpResponse:
    former = snapshot.latest_brief(visit.mandate)
    parts = snapshot.parts(brief, former, drafts.told(visit.mandate), visit.brand)
    known = {
        "brief": brief,
        "parts": parts,
        "former": former,
        "form": SendForm(brand=visit.brand, initial={"shown": snapshot.stamp(parts)}),
        "is_changed": any(part.is_changed for part in parts),
        "is_moved": is_moved(visit.mandate.email, brief.email),
        "becomes_confidential": snapshot.is_confidential(brief) and not visit.mandate.confidential,
        "finished": visit.mandate.is_finished,
        "rail": topics.rail(brief),
        "last": topics.TOPICS[-1],
    }
    return visit.page(request, "enquiries/brief/check.html", status=status, **known | more)
