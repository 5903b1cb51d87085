"""The parts pages are made of. A builtin library: templates use these tags without loading them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.html import json_script
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.models import Page

from agency import pictures, seo, signed_context
from agency.models import AgencyImage, BasePage, ConsultantPage
from agency.models.navigation import NavigationLink
from agency.rich_text import Resolution, texts

register = template.Library()

MARK = "img/mark.svg"
IN_DATA = "/:=@;,()!"
"""What need not be escaped in a data address."""


@cache
def _mandate_form() -> str:
    return reverse("enquiries:mandate")


@register.simple_tag
def mandate_url(page: Page | None = None, call: str = "") -> str:
    """The address of the mandate form, telling it the page and which of its calls to action this is."""
    if not isinstance(page, BasePage) or not page.pk:
        return _mandate_form()
    return f"{_mandate_form()}?ctx={signed_context.sign({**page.mandate_context(), 'call': call})}"


@register.simple_tag
def navigation_place(links: Sequence[NavigationLink], page: Page | None = None) -> int | None:
    """The primary key of a page to which one of these links leads; none for other pages."""
    return next((link.page_id for link in links if page and link.page_id == page.pk), None)


@register.simple_tag
def absolute_url(path: str) -> str:
    """An address of this site with its scheme and host, as crawlers need it."""
    return urljoin(f"{settings.BASE_URL}/", path)


@register.simple_tag(takes_context=True)
def body(context: template.Context, value: StreamValue, column: str = "page", leads: bool = False) -> SafeString:
    """A body rendered block by block; what all texts of the page point to is looked up together, each kind once.

    ``column`` is one of ``pictures.COLUMNS``. A body that ``leads`` stands at the top of its page, where a picture is
    seen before anybody scrolls.
    """
    resolution = context.render_context.get("resolution")
    if resolution is None:
        resolution = context.render_context["resolution"] = Resolution(*texts(context.get("page")))
    resolution.include(value)
    with resolution.in_use():
        return mark_safe(value.render_as_block({**context.flatten(), "column": column, "leads": leads}))  # noqa: S308 - Wagtail's own escaped output


@register.simple_tag
@cache
def inline_mark() -> str:
    """The mark as an address that holds it: pages that name rules for browsers to fetch spare them this request."""
    mark = Path(str(finders.find(MARK))).read_text().strip()
    return f"data:image/svg+xml,{quote(mark, safe=IN_DATA)}"


@register.simple_tag
def picture(image: AgencyImage, use: str, **attributes: Any) -> SafeString:
    """An uploaded picture in the sizes of one of ``pictures.USES``, with these attributes."""
    return pictures.show(image, pictures.USES[use], **attributes)


@register.simple_tag
def json_ld(page: BasePage, parts: Sequence[BasePage] = ()) -> SafeString:
    """The page's structured data: a data block, escaped as Django's ``json_script`` does, which no browser runs.

    ``parts`` are the pages that belong to it.
    """
    things = [seo.organization(page), *page.structured_data()]
    data = json_script(seo.graph(seo.with_parts(things, page, parts)))
    return mark_safe(data.replace('type="application/json"', 'type="application/ld+json"', 1))  # noqa: S308


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(page: BasePage, here: str = "") -> dict[str, Any]:
    """The canonical thread from the top; ``here`` names the page itself if not by its title."""
    return {"crumbs": page.trail, "here": here or page.list_title}


@register.inclusion_tag("components/person.html")
def person(consultant: ConsultantPage, link: bool = True) -> dict[str, Any]:
    """A consultant with portrait or monogram, name and role."""
    return {"consultant": consultant, "link": link}


@register.inclusion_tag("components/closing_call.html")
def closing_call(page: BasePage) -> dict[str, Any]:
    """The dark band at the foot of a page: its question, its invitation, the way to a consultant."""
    question, invitation = page.closing_call()
    return {"page": page, "question": question, "invitation": invitation}
