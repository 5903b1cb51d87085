"""A client's papers as PDF: set on request, handed over, and kept nowhere.

Setting takes a second or two of one processor, and a thread of the site's few waits for it. So each process of the site sets
one paper at a time, nobody waits for another's, and a mandate gets a few a minute: whoever asks again and again slows
down nobody but themselves.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from enquiries.models import Mandate
from enquiries.spam.rates import count
from support_pages.document import files_of
from support_pages.typesetting import TypesettingError, UnavailableError, typeset

logger = logging.getLogger(__name__)

MINUTE = timedelta(minutes=1)
STYLE_SHEET = "css/paper.css"
SECONDS = 20
"""The longest a paper may take. The longest brief takes a few seconds where there is nothing else to do."""
A_MINUTE = 6
"""Papers of one mandate."""
RETRY_SECONDS = 10
"""When to ask again for a paper that was not set."""

_setting = threading.BoundedSemaphore()
_unable = threading.Event()


class NoPaperError(Exception):
    """There is no PDF now: the page that was to be set can be printed instead."""


def makes_pdfs() -> bool:
    """Whether PDFs are worth offering: false once this process has found that the machine cannot make any."""
    return not _unable.is_set()


def pdf_of(template: str, mandate: Mandate, gather: Callable[[], Mapping[str, Any]]) -> bytes:
    """The template as PDF; what it shows is gathered when its turn has come. Raises ``NoPaperError`` if it cannot be set now."""
    if not _setting.acquire(blocking=False):
        raise NoPaperError
    try:
        if count("papers", str(mandate.pk), MINUTE) >= A_MINUTE:
            raise NoPaperError
        styled = {**gather(), "mandate": mandate, "style_sheet": f"{settings.STATIC_URL}{STYLE_SHEET}"}
        html, address = render_to_string(template, styled), f"{settings.BASE_URL}/"
        return typeset(html, address, files_of(html, address), SECONDS).content
    except UnavailableError as error:
        _unable.set()
        logger.warning("Receipts are not offered as PDF: WeasyPrint cannot start (%s). See README.", error)
        raise NoPaperError from None
    except TypesettingError as error:
        logger.error("a client's paper was not set: %s", error)  # noqa: TRY400 - a traceback might quote it
        raise NoPaperError from None
    finally:
        _setting.release()
