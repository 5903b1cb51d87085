"""Where a client's brief stands, for the pages of the room."""

from typing import Any

from django import template

from enquiries.brief import snapshot
from enquiries.models import Brief
from enquiries.views.access import Visit

register = template.Library()


@register.inclusion_tag("enquiries/room/brief_call.html", takes_context=True)
def brief_call(context: dict[str, Any], visit: Visit) -> dict[str, Any]:
    """Whether the brief has been begun, is kept or sent, and the way into it. One query.

    A draft in which nothing has been saved counts as not begun.
    """
    brief = Brief.objects.for_pages().filter(mandate=visit.mandate).first()
    if brief and not (brief.saved_at or brief.sent_at):
        brief = None
    answered, total = snapshot.progress(brief or Brief())
    is_kept = context["request"].GET.get("draft") == "kept"
    known = {"brief": brief, "answered": answered, "total": total, "is_kept": is_kept}
    return known | {"brand": visit.brand, "token": visit.token}
