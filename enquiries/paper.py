"""A client's papers as PDF: set on request, handed over, and kept nowhere.

Setting takes a second or two of one processor. One paper at a time is set in each process of the site, so that a client who
asks again and again slows down nobody but themselves.
"""

import logging
import threading
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from support_pages.document import files_of
from support_pages.typesetting import TypesettingError, UnavailableError, typeset

logger = logging.getLogger(__name__)

STYLE_SHEET = "css/paper.css"
PATIENCE = 20
"""Seconds somebody waits for another's paper to be done."""

_setting = threading.BoundedSemaphore()
_unable = threading.Event()


class NoPaperError(Exception):
    """There is no PDF now: the page that was to be set can be printed instead."""


def makes_pdfs() -> bool:
    """Whether PDFs are worth offering: false once this process has found that the machine cannot make any."""
    return not _unable.is_set()


def pdf_of(template: str, context: Mapping[str, Any]) -> bytes:
    """The template as PDF. Raises ``NoPaperError`` if it cannot be set now."""
    styled = {**context, "style_sheet": f"{settings.STATIC_URL}{STYLE_SHEET}"}
    html, address = render_to_string(template, styled), f"{settings.BASE_URL}/"
    if not _setting.acquire(timeout=PATIENCE):
        raise NoPaperError
    try:
        return typeset(html, address, files_of(html, address)).content
    except UnavailableError as error:
        _unable.set()
        logger.warning("Receipts are not offered as PDF: WeasyPrint cannot start (%s). See README.", error)
        raise NoPaperError from None
    except TypesettingError as error:
        logger.error("a client's paper was not set: %s", error)  # noqa: TRY400 - a traceback might quote it
        raise NoPaperError from None
    finally:
        _setting.release()
