"""The times for a call in a mandate's room: ``{% load times %}{% times %}``."""

from typing import Any

from django import template
from django.template import Context

from enquiries.models import Mandate

register = template.Library()


@register.inclusion_tag("enquiries/room/slots.html", takes_context=True)
def times(context: Context, *, alone: bool = False) -> dict[str, Any]:
    """The call that is arranged and the times to pick from; nothing if there are neither, unless it stands ``alone``. One query.

    Takes ``mandate``, ``brand`` and ``token`` from the page, and ``trouble``: why what the client wanted was not possible.
    """
    mandate: Mandate = context["mandate"]
    found = list((mandate.slots.picked() | mandate.slots.open()).select_related("offered_by"))
    picked = next((slot for slot in found if slot.is_picked), None)
    offered = [] if mandate.is_finished else [slot for slot in found if not slot.is_picked]
    return {
        "picked": picked if picked and not picked.is_over else None,
        "offered": offered,
        "trouble": context.get("trouble", ""),
        "alone": alone,
        **{name: context[name] for name in ("mandate", "brand", "token")},
    }
