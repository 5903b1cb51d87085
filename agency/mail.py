"""Carrying mail that is owed to the mail server; see ``agency.delivery`` for when."""

import smtplib
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from agency import delivery
from agency.delivery import UndeliveredError
from agency.models.delivery import DeliveryQuerySet
from agency.models.mail import AbstractMail

Mail = TypeVar("Mail", bound=AbstractMail)


def attempt(mails: DeliveryQuerySet[Mail], pk: int, attempts: int, message: Callable[[Mail], EmailMessage]) -> str:
    """Try once to send what ``message`` makes of a mail; returns the state it is left in (``agency.delivery.attempt``)."""
    return delivery.attempt(mails, pk, attempts, lambda mail: _send(message(mail), mail))


def _send(message: EmailMessage, mail: AbstractMail) -> None:
    """Past the letter box of the CMS, where other mail waits for the worker; with the same identity at every attempt."""
    message.connection = get_connection(settings.MAIL_TRANSPORT)
    host = urlsplit(settings.BASE_URL).hostname
    message.extra_headers |= {
        "Message-ID": f"<{mail.message_id}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    try:
        message.send()
    except (
        smtplib.SMTPRecipientsRefused
    ) as error:  # what the server says of an address names it: only the number is kept
        codes = sorted({str(code) for code, _words in error.recipients.values()})
        raise UndeliveredError(" ".join([type(error).__name__, *codes])) from None
    except smtplib.SMTPResponseException as error:
        raise UndeliveredError(f"{type(error).__name__} {error.smtp_code}") from error
