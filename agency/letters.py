"""Mail of the CMS (reviews, comments, passwords) is put in a letter box; the background worker takes it to the mail server.

``LetterBox`` is the site's EMAIL_BACKEND, so whatever sends mail the way of Django puts it there: in the transaction of the
action it tells of, whether or not there is a mail server. See ``agency.delivery`` for what becomes of it.
"""

from collections.abc import Sequence
from email.mime.text import MIMEText

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django_tasks import task
from icalendar import Calendar

from agency import delivery, mail
from agency.models import Letter

ENTRY_FILE = "call.ics"
"""What the file of a calendar entry is called."""


class LetterBox(BaseEmailBackend):
    """Keeps mail for the worker, a letter for each address. Of what is attached it keeps an entry for the calendar."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep what was written; returns how many messages."""
        with transaction.atomic():
            for message in email_messages:
                for address in message.recipients():
                    enqueue(
                        Letter.objects.create(
                            recipient=address,
                            sender=message.from_email,
                            subject=" ".join(str(message.subject).split()),  # a title may hold what a header must not
                            body=str(message.body),
                            calendar=_calendar(message),
                        )
                    )
        return len(email_messages)


def enqueue(letter: Letter) -> None:
    """Ask the worker to send a letter, in the transaction of the caller."""
    delivery.remind(letter, send)


@task(priority=10)
def send(letter_id: int, attempts: int) -> str:
    """Try a letter once; returns the state it is left in."""
    return mail.attempt(Letter.objects.all(), letter_id, attempts, message)


def sweep() -> int:
    """Enqueue what is due again. Returns how many."""
    return delivery.sweep(Letter.objects.all(), enqueue)


def message(letter: Letter) -> EmailMessage:
    """The mail itself."""
    attached = [calendar_part(letter.calendar)] if letter.calendar else None
    return EmailMessage(letter.subject, letter.body, letter.sender, [letter.recipient], attachments=attached)


def calendar_part(entry: str) -> MIMEText:
    """An iCalendar entry as mail programs want it (RFC 6047): with its method, and as a file for those who don't read it."""
    method = Calendar.from_ical(entry)["method"]
    part = MIMEText(entry, "calendar", "utf-8")
    part.set_param("method", str(method))
    part.add_header("Content-Disposition", "attachment", filename=ENTRY_FILE)
    return part


def _calendar(message: EmailMessage) -> str:
    """The entry attached to a message, if there is one."""
    for part in message.attachments:
        if isinstance(part, MIMEText) and part.get_content_type() == "text/calendar":
            return bytes(part.get_payload(decode=True)).decode()
    return ""
