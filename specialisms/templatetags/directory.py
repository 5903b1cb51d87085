"""The directory and its people, for templates of any app."""

from dataclasses import dataclass, field

from django import template
from django.utils.safestring import SafeString, mark_safe

from agency.models import ConsultantPage
from specialisms.drawing import draw, to_svg
from specialisms.models import SpecialismPage
from specialisms.models.specialism import SECTOR_DEPTH

register = template.Library()


@dataclass
class Entry:
    """A specialism and the narrower ones under it."""

    page: SpecialismPage
    narrower: "list[Entry]" = field(default_factory=list)


@register.simple_tag
def directory() -> list[Entry]:
    """The sectors with everything under them; two queries (the pages, and which are private)."""
    sectors: list[Entry] = []
    entries: dict[str, Entry] = {}
    for page in SpecialismPage.objects.for_directory():
        entry = entries[page.path] = Entry(page)
        parent = entries.get(page.path[: -page.steplen])
        if parent:
            parent.narrower.append(entry)
        elif page.depth == SECTOR_DEPTH:
            sectors.append(entry)
    return sectors


@register.simple_tag
def specialisms_led_by(consultant: ConsultantPage) -> list[SpecialismPage]:
    """The specialisms a consultant leads, in directory order."""
    return list(SpecialismPage.objects.led_by(consultant))


@register.simple_tag
def drawing(page: SpecialismPage) -> SafeString:
    """The specialism's own drawing as inline SVG, decorative."""
    return mark_safe(to_svg(draw(page.slug)))  # noqa: S308 - numbers only
