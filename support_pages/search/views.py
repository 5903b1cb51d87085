"""The page of results, and what the box suggests while somebody types."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from support_pages.search import log
from support_pages.search.facets import Choice
from support_pages.search.finding import Findings, find, suggest
from support_pages.search.promoted import promoted

KEPT = "private, max-age=60"
"""By the reader's own browser only: what somebody asks is nobody else's business, on the way neither."""
LONGEST_NUMBER = 6


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What a question finds, narrowed down by ``kind``, ``sector`` and ``place``. Whatever is sent, there is a page."""
    choice = Choice.read(request.GET)
    found = find(request.GET.get("q", ""), choice, _number(request.GET.get("page", "")))
    is_first = bool(found.typed) and found.page == 1 and not choice
    recommended = promoted({found.typed.shown, found.question.shown}) if is_first else []
    if is_first:
        log.note(request, found.typed.shown)
    shown = {one.page for one in recommended}
    found.results = [result for result in found.results if result.page not in shown or result.value]
    response = render(request, "support_pages/search.html", _context(found, recommended))
    response["Cache-Control"] = KEPT
    return response


def _context(found: Findings, recommended: list[Any]) -> dict[str, Any]:
    return {"found": found, "question": found.typed.shown, "recommended": recommended}


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """What the box offers for what has been typed so far: title, sort, what it belongs to, address and value of each."""
    rows = [
        {"title": one.title, "sort": one.label, "of": one.belongs_to, "address": one.address, "value": one.value}
        for one in suggest(request.GET.get("q", ""))
    ]
    response = JsonResponse({"suggestions": rows})
    response["Cache-Control"] = KEPT
    response["X-Robots-Tag"] = "noindex"
    return response


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER else 1
