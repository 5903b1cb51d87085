"""Everything the site holds about a mandate, for its client to take away."""

import json
from functools import partial
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from enquiries.models import Brief
from enquiries.portrait import document, portrait
from enquiries.views.access import Visit, in_room
from enquiries.views.receipt import as_pdf, handed_over, said_and_agreed


@require_safe
@in_room
def copy_json(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The copy as data."""
    text = json.dumps(document(visit.mandate), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    return handed_over(request, visit, text, "mandate", "json", "application/json")


@require_safe
@in_room
def copy_pdf(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The copy on paper."""
    return as_pdf(request, visit, "mandate", partial(_everything, visit))


def _everything(visit: Visit) -> dict[str, Any]:
    """The receipt, and the rest section by section. A draft that is sent stands in the receipt."""
    draft = Brief.objects.filter(mandate=visit.mandate).first()
    elsewhere = {"submissions", "consents"} | ({"draft"} if draft and draft.sent_at and not draft.is_unsent else set())
    sections = [section for section in portrait(visit.mandate) if section.name not in elsewhere]
    return {"sections": sections, **said_and_agreed(visit)}
