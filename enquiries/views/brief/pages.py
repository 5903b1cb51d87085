"""What the pages of the brief have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from enquiries.brief import drafts, topics
from enquiries.brief.topics import Topic
from enquiries.models import Brief
from enquiries.views.access import Visit

BriefView = Callable[..., HttpResponseBase]


def with_brief(view: BriefView) -> BriefView:
    """Give a view the draft of the visit's mandate."""

    @wraps(view)
    def opened(request: HttpRequest, visit: Visit, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, visit, drafts.open_brief(visit.mandate), *args, **kwargs)

    return opened


def ask(
    request: HttpRequest,
    visit: Visit,
    brief: Brief,
    topic: Topic,
    form: forms.BaseForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page of a topic, with its place among the others."""
    known = {
        "topic": topic,
        "form": form,
        "number": topics.number(topic),
        "before": topics.before(topic),
        "from_check": _comes_from_check(request),
        "rail": topics.rail(brief),
        "total": len(topics.TOPICS),
    }
    return visit.page(request, "enquiries/brief/topic.html", status=status, **known | more)


def go_on(request: HttpRequest, visit: Visit, topic: Topic) -> HttpResponse:
    """To where the client wants to go after a topic."""
    if "later" in request.POST:
        return redirect(f"{reverse('enquiries:room', args=[visit.token])}?draft=kept")
    following = topics.after(topic)
    if following is None or _comes_from_check(request):
        return visit.go("brief_check")
    return visit.go("brief_topic", following.slug)


def _comes_from_check(request: HttpRequest) -> bool:
    return request.GET.get("from") == "check"
