"""The topics of the brief, one a page."""

import copy
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from enquiries.answers import answered
from enquiries.brief import drafts, topics
from enquiries.brief.forms import TopicForm
from enquiries.brief.market import known_pay
from enquiries.brief.stamps import stamp
from enquiries.brief.topics import Topic
from enquiries.models import Brief
from enquiries.views.access import Visit, in_room
from enquiries.views.brief.pages import ask, go_on, with_brief
from specialisms.models import Role


@require_safe
@in_room
@with_brief
def begin(_request: HttpRequest, visit: Visit, brief: Brief) -> HttpResponse:
    """Go on where the client left off."""
    topic = topics.first_unseen(brief)
    return visit.go("brief_topic", topic.slug) if topic else visit.go("brief_check")


@require_http_methods(["GET", "HEAD", "POST"])
@in_room
@with_brief
def topic(request: HttpRequest, visit: Visit, brief: Brief, slug: str) -> HttpResponse:
    """One topic: ask, save and go on, or go on without saving."""
    asked = topics.find(slug)
    if asked is None or asked.form is None:
        raise Http404
    if request.method != "POST":
        return _ask(request, visit, brief, asked, _form(asked.form, brief, visit))
    if "skip" in request.POST:
        drafts.see(brief, asked)
        return go_on(request, visit, asked)
    form = _form(asked.form, brief, visit, data=request.POST)
    if not form.is_valid():
        return _ask(request, visit, brief, asked, form, status=422)
    try:
        drafts.keep(brief, asked, form.cleaned_data, str(form.cleaned_data["shown"]))
    except drafts.ChangedElsewhereError:
        saved = drafts.open_brief(visit.mandate)
        form.data = dict(form.data.items()) | {"shown": stamp(saved, asked.names)}
        elsewhere = answered(form, asked.names, {name: getattr(saved, name) for name in asked.names})
        return _ask(request, visit, saved, asked, form, status=409, conflict=True, elsewhere=elsewhere)
    return go_on(request, visit, asked)


def _form(asking: type[TopicForm], brief: Brief, visit: Visit, **kwargs: Any) -> TopicForm:
    """The form of a topic, which leaves the draft at hand as it is saved."""
    initial = {"shown": stamp(brief, asking.names())}
    form = asking(instance=copy.copy(brief), initial=initial, brand=visit.brand, **kwargs)
    form.offer()
    return form


def _ask(
    request: HttpRequest, visit: Visit, brief: Brief, topic: Topic, form: TopicForm, status: int = 200, **more: Any
) -> HttpResponse:
    """The page of a topic, with what we know about it."""
    known = {
        "roles": Role.objects.values_list("name", flat=True) if "role" in topic.names else [],
        "known_pay": known_pay(brief) if "pay_from" in topic.names else None,
    }
    return ask(request, visit, brief, topic, form, status=status, **known | more)
