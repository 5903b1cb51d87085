"""Where addresses lead that somebody typed or pasted: to a page of ours, by a redirect, or nowhere."""

from collections import defaultdict
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from support_pages.models.page import PDF_NAME

PAGES_ANSWER = {"wagtail_serve", "support_pages:pdf"}
"""Views that answer any address: whether there is something behind it, only the page tree knows."""


@dataclass(frozen=True)
class Target:
    """A page that others point to."""

    pk: int
    title: str
    live: bool
    published_at: datetime | None = None


@dataclass(frozen=True)
class Landing:
    """Where an address of this site leads: to a page or its PDF, by a redirect to an address, or nowhere."""

    page: Target | None = None
    redirected_to: str = ""
    is_pdf: bool = False

    @property
    def is_nowhere(self) -> bool:
        """Whether a reader gets a 404."""
        return self.page is None and not self.redirected_to

    @property
    def answers(self) -> bool:
        """Whether a reader gets a page or its PDF."""
        return self.page is not None and self.page.live


def own_path(address: str, page: Page) -> str | None:
    """The path of an address on a page if only the page tree could answer it; with a slash, but for PDFs.

    None for other sites, for files and for the site's own views.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
        if not (parts.scheme and parts.netloc):  # most are whole and lead elsewhere: the page's own costs more to find
            parts = urlsplit(urljoin(f"{settings.BASE_URL}{page.url or '/'}", address))
    except ValueError:
        return None
    own = urlsplit(settings.BASE_URL)
    if not address or parts.scheme not in {"http", "https"} or parts.netloc.lower() != own.netloc.lower():
        return None
    path = unquote(parts.path) or "/"
    if "\0" in path or path.startswith((settings.MEDIA_URL, settings.STATIC_URL)) or _has_view(path):
        return None
    return path if path.endswith(f"/{PDF_NAME}") else _with_slash(path)


def landings(paths: Collection[str], root: Page | None) -> dict[str, Landing]:
    """Where such paths lead, in two queries; those that lead nowhere are missing."""
    above = root.url_path.rstrip("/") if root else ""
    url_paths = {path: above + path.removesuffix(PDF_NAME) for path in paths}
    rows = Page.objects.filter(url_path__in=set(url_paths.values()))
    pages = {
        url_path: (guide, Target(pk, title, live))
        for url_path, guide, pk, title, live in rows.values_list("url_path", "supportpage", "pk", "title", "live")
    }
    found = {}
    for path, url_path in url_paths.items():
        guide, target = pages.get(url_path, (None, None))
        is_pdf = path.endswith(PDF_NAME)
        if target and (guide or not is_pdf):
            found[path] = Landing(target, is_pdf=is_pdf)
    return found | _moved([path for path in paths if path not in found or not found[path].answers])


def _moved(paths: Collection[str]) -> dict[str, Landing]:
    """Where redirects lead from paths at which no reader finds a page."""
    old: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        old[Redirect.normalise_path(path.removesuffix(PDF_NAME))].append(path)
    found: dict[str, Landing] = {}
    for redirect in Redirect.objects.filter(old_path__in=old).select_related("redirect_page"):
        page = redirect.redirect_page
        is_gone = page is not None and not page.live
        landing = Landing(Target(page.pk, page.title, live=False)) if is_gone else Landing(None, redirect.link or "")
        found |= dict.fromkeys(old[redirect.old_path], landing)
    return found


def _has_view(path: str) -> bool:
    """Whether a view of the site's own answers this path, as it is or with the slash that Django adds."""
    for tried in (path, _with_slash(path)):
        with suppress(Resolver404):
            if resolve(tried).view_name not in PAGES_ANSWER:
                return True
    return False


def _with_slash(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"
