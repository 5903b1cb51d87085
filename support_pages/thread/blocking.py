"""What stops the publication of a version of a page, and what it asks about; and whether its form is complete."""

from collections.abc import Iterable, Iterator
from zlib import crc32

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import connection
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from agency.questions import question_key
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread.check import check_draft
from support_pages.thread.rule import Problem
from support_pages.thread.site import Site

OVERRIDE = "support_pages.override_thread"
"""The permission to publish in spite of errors."""
EMPTY = {"blank", "null", "required"}
"""What validation calls a field with nothing in it."""
QUESTIONS = 1
"""The class of PostgreSQL's advisory locks that stand for questions."""


def hold_questions(pages: Iterable[Page]) -> None:
    """Until this transaction ends, whoever else is about to publish an answer to the questions of these pages waits here.

    Two pages that get one question at the same moment would not see each other: each is checked against what is committed.
    The second is checked once the first is there. Several questions are held in one order, so that nobody waits in a circle.
    On SQLite a transaction holds everything from its beginning; looking on outside of a transaction holds nothing.
    """
    if connection.vendor != "postgresql" or not connection.in_atomic_block:
        return
    keys = {question_key(getattr(page, "target_question", "")) for page in pages} - {""}
    with connection.cursor() as cursor:
        for number in sorted(crc32(key.encode()) - 2**31 for key in keys):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [QUESTIONS, number])


def problems_of_version(page: Page, site: Site | None = None) -> list[Problem]:
    """What is wrong with a version of a page, as it will be once published; errors first.

    ``page`` is a specific page, of a revision or about to be saved. Only guides and specialisms have rules. The page above
    it is read anew: it may have been published since the version was looked at for something else. What is found about its
    question holds until this transaction ends.
    """
    if not isinstance(page, SupportPage | SpecialismPage):
        return []
    hold_questions([page])
    return check_draft(page, page.get_parent(update=True), site)


def obstacles(page: Page) -> list[str]:
    """Why a version cannot be stored as what readers see, in words; none if it can.

    Drafts may have gaps, and what was free when they were saved may be taken by now. An alias has no versions: it follows.
    """
    if page.alias_of_id:
        return [_("It is an alias: publish “%(title)s”, and it follows.") % {"title": page.alias_of.title}]
    try:
        page.full_clean()
    except ValidationError as invalid:
        found = list(_said_of_fields(page, invalid))
    else:
        found = []
    if not all(_is_filled(getattr(page, field.name)) for field in _streams(page)):
        found.append(_gaps())
    return list(dict.fromkeys(found))


def _said_of_fields(page: Page, invalid: ValidationError) -> Iterator[str]:
    for name, errors in invalid.error_dict.items():
        for error in errors:
            if error.code in EMPTY:
                yield _gaps()
            elif name == "slug" and (other := _at_its_address(page)):
                yield address_taken(page, other)
            else:
                said = " ".join(error.messages)
                yield said if name == NON_FIELD_ERRORS else f"{_label(page, name)}: {said}"


def address_taken(page: Page, other: Page) -> str:
    """That a page cannot have the address it wants."""
    words = _("Its address is taken: “%(title)s” ends in “%(slug)s” too. Give one of them another slug.")
    return words % {"title": other.get_admin_display_title(), "slug": page.slug}


def _gaps() -> str:
    return _("Some fields or blocks are still empty.")


def _at_its_address(page: Page) -> Page | None:
    """The page that is where this one would be."""
    wanted = f"{page.get_parent().url_path}{page.slug}/"
    return Page.objects.filter(url_path=wanted).not_page(page).first()


def _label(page: Page, name: str) -> str:
    return capfirst(page._meta.get_field(name).verbose_name)


def _streams(page: Page) -> list[StreamField]:
    return [field for field in page._meta.get_fields() if isinstance(field, StreamField)]


def _is_filled(value: StreamValue) -> bool:
    """Whether no block lacks what it needs."""
    try:
        value.stream_block.clean(value)
    except ValidationError:
        return False
    return True
