"""The privacy notice: which version holds, and a new version by itself whenever what it says has changed.

Editors write the notice as a page of the site, and the brand settings say which page it is. Each publication of that page
whose text differs from the version before makes a new version, and so does the choice of another page.
"""

from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision

from agency.models import BrandSettings, User
from enquiries.models import PrivacyNotice
from enquiries.models.append_only import fingerprint

SEAL_SALT = "mandate-notice"
LONGEST_SEAL = 100

LINES = ["p", "li", "h2", "h3", "h4", "tr", "dt", "dd", "caption", "figcaption", "blockquote", "summary", "div"]
"""Elements that stand on lines of their own."""


def current(brand: BrandSettings) -> PrivacyNotice | None:
    """The version that holds; None if the brand names no page, or one that was never published.

    Made here if it is missing: after an upgrade from the time when versions were typed by hand, and if the page was first
    published at the very moment it was chosen.
    """
    page = brand.privacy_page
    if page is None:
        return None
    newest = PrivacyNotice.objects.newest()
    if page.live and (newest is None or newest.page_id != page.pk):
        return keep(page, None)
    return newest


def seal(notice: PrivacyNotice) -> str:
    """Which version a form has shown, signed."""
    return Signer(salt=SEAL_SALT).sign(str(notice.number))


def sealed(value: str) -> PrivacyNotice | None:
    """The version that ``seal`` was given; None if the string is missing, foreign or tampered with."""
    try:
        return PrivacyNotice.objects.filter(number=int(Signer(salt=SEAL_SALT).unsign(value[:LONGEST_SEAL]))).first()
    except (BadSignature, ValueError):
        return None


def keep(page: Page, by: User | None) -> PrivacyNotice | None:
    """Make the next version from a live page if the brand names it and its text or the page is new.

    Returns the version that holds then. Whoever comes at the same moment waits for the lock on the brand settings.
    """
    with transaction.atomic():
        brand = BrandSettings.objects.select_for_update().filter(privacy_page=page.pk).first()
        newest = PrivacyNotice.objects.newest()
        if brand is None or not page.live:
            return newest
        html = rendered(page)
        text = readable(format_html("<h2>{}</h2>{}", page.title, html))
        if newest and (newest.page_id, newest.text) == (page.pk, text):
            return newest
        return PrivacyNotice.objects.create(
            number=newest.number + 1 if newest else 1,
            page_id=page.pk,
            title=page.title,
            html=html,
            text=text,
            text_hash=fingerprint(text),
            published_by=by,
        )


def rendered(page: Page) -> SafeString:
    """Stand-first and body of a page as its readers see them, without title, header and footer."""
    return render_to_string("enquiries/notice_text.html", {"page": page.specific})


def readable(html: str) -> str:
    """What HTML says, a line for each paragraph, item or row, with the target of each link in brackets.

    Queries in targets are left out: they say where a reader came from, not what they are told.
    """
    soup = BeautifulSoup(" ".join(html.split()), "html.parser")
    for link in soup.find_all("a", href=True):
        link.append(f" [{urlsplit(str(link['href']))._replace(query='').geturl()}]")
    for cell in soup.find_all(["td", "th"]):
        cell.append(" ")
    for line in soup.find_all([*LINES, "br"]):
        line.insert_before("\n")
        line.insert_after("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().split("\n"))
    return "\n".join(line for line in lines if line)


def page_published(instance: Page, revision: Revision | None = None, **_signal: Any) -> None:
    """A page of any type was published, now or as scheduled; only one that is scheduled is not live yet."""
    if instance.live and BrandSettings.objects.filter(privacy_page=instance.pk).exists():
        keep(instance, get_active_log_context().user or (revision.user if revision else None))


def brand_saved(instance: BrandSettings, raw: bool = False, **_signal: Any) -> None:
    """The brand settings may name another page now."""
    if not raw and instance.privacy_page_id:
        page = Page.objects.filter(pk=instance.privacy_page_id, live=True).first()
        if page:
            keep(page, get_active_log_context().user)
