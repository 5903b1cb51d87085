"""Puts the "Thread" panel among the side panels of Wagtail's editor."""

from typing import Any

from django import template
from django.template import RequestContext

from support_pages.admin.thread_panel import with_thread_panel

register = template.Library()


@register.simple_tag(takes_context=True)
def thread_panel(context: RequestContext) -> list[Any]:
    """The side panels of the editor at hand, with the thread's; made once for one template, which shows them twice."""
    known = context.render_context
    if "thread_panel" not in known:
        form = context["form"]
        known["thread_panel"] = with_thread_panel(
            context["side_panels"], form.instance, form.parent_page, context["request"]
        )
    return known["thread_panel"]
