"""The handbook inside the CMS: docs/editing.md, then docs/mandates.md as one of its chapters."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

DOCS: Path = settings.BASE_DIR / "docs"
PICTURES = "images/"
"""How the file names the folder of its pictures; as static files they lie under ``handbook/``."""


@dataclass(frozen=True)
class Chapter:
    """A heading of the second level: its id and its words."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Handbook:
    """The text as HTML, and its chapters."""

    html: SafeString
    chapters: tuple[Chapter, ...]


def text() -> str:
    """Both files as one: the second under the headings of the first, links to it within the page."""
    editing, mandates = ((DOCS / name).read_text() for name in ("editing.md", "mandates.md"))
    return editing.replace("(mandates.md", "(#mandates") + "\n" + re.sub("^#", "##", mandates, flags=re.MULTILINE)


@cache
def handbook() -> Handbook:
    """The handbook, read once a process. The files are the project's own, so their HTML is trusted."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(text())
    chapters = []
    shown = tokens[3:]  # the admin shows the title itself
    for place, token in enumerate(shown):
        if token.type == "heading_open":
            title = shown[place + 1].content
            token.attrSet("id", slugify(title))
            if token.tag == "h2":
                chapters.append(Chapter(slugify(title), title))
        for child in token.children or ():
            _show_picture(child)
    html = parser.renderer.render(shown, parser.options, {})
    return Handbook(mark_safe(html), tuple(chapters))  # noqa: S308 - see above


def _show_picture(token: Token) -> None:
    source = str(token.attrs.get("src", ""))
    if source.startswith(PICTURES):
        token.attrSet("src", static(f"handbook/{source.removeprefix(PICTURES)}"))
        token.attrSet("loading", "lazy")


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    """The handbook, for everybody who may enter the admin."""

    page_title = _("Handbook")
    header_icon = "help"
    template_name = "agency/admin/handbook.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, then the handbook."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the text."""
        return super().get_context_data(handbook=handbook(), **kwargs)
