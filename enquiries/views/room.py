"""The mandate's room: what a client sees of their mandate, and what they can do about it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from agency import pictures
from agency.models import ConsultantPage, User
from enquiries import paper
from enquiries.chronicle import chronicle, readings
from enquiries.models.mandate import FINISHED, Screening
from enquiries.routing import holders
from enquiries.sla import office_clock
from enquiries.spam.asking import is_asked_by_mail
from enquiries.stages import stages, standing
from enquiries.views.access import Visit, in_room
from enquiries.views.files import listed


@dataclass(frozen=True)
class Holder:
    """Somebody who has the mandate: their name, and their page if it is public."""

    name: str
    page: ConsultantPage | None = None


@require_safe
@in_room
def received(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The confirmation: the reference and what happens next. It shows nothing of what was submitted."""
    mandate = visit.mandate
    if mandate.screening == Screening.PROOF:
        return visit.go("proof")
    return visit.page(
        request,
        "enquiries/received.html",
        due=office_clock(mandate.reply_due_at, visit.brand),
        consultants=[holder.name for holder in introduced(holders(mandate))],
    )


@require_safe
@in_room
def room(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where the mandate stands and who has it, what was sent, and everything that can be done about it."""
    mandate = visit.mandate
    events = list(mandate.events.select_related("actor"))
    submissions = list(mandate.submissions.with_answers().order_by("-number"))
    having = introduced(holders(mandate))
    agreed = {consent.purpose: consent for consent in mandate.consents.all()}.values()
    return visit.page(
        request,
        "enquiries/room/room.html",
        standing=standing(mandate),
        mailed=mandate.screening == Screening.PROOF and is_asked_by_mail(mandate),
        stages=stages(mandate, events),
        finished=mandate.status in FINISHED,
        holders=having,
        files=listed(visit, list(mandate.attachments.all()), removable=False),
        consultants=[holder.name for holder in having],
        submission=submissions[0] if submissions else None,
        earlier=submissions[1:],
        agreed=agreed,
        takes_back=any(consent.granted for consent in agreed),
        readings=readings(mandate, events),
        history=chronicle(events)[::-1],
        makes_pdfs=paper.makes_pdfs(),
    )


def introduced(users: list[User]) -> list[Holder]:
    """The people by their names, with their pages where anybody may read these; never by the names of their accounts."""
    public = ConsultantPage.objects.live().filter(view_restrictions__isnull=True).select_related("portrait")
    public = public.prefetch_related(pictures.prefetch(pictures.AVATAR, "portrait__renditions"))
    pages = public.in_bulk({user.consultant_id for user in users} - {None})
    shown = [(user, pages.get(user.consultant_id)) for user in users]
    named = [Holder(user.get_full_name() or (page.title if page else ""), page) for user, page in shown]
    return [holder for holder in named if holder.name]
