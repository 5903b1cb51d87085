"""What is asked before a page leaves, for the screens that Wagtail's own templates make."""

from typing import Any

from django import template

from support_pages.departures.forms import DepartureForm
from support_pages.departures.screens import form_before_unpublishing

register = template.Library()


@register.simple_tag(takes_context=True)
def departure_form(context: dict[str, Any]) -> DepartureForm:
    """The form on the screen before the page at hand is unpublished; it knows what the screen shows."""
    return form_before_unpublishing(context["request"], context["page"])
