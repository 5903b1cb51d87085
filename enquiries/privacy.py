"""Consents: each answer written down with the words shown, and what may be done with a client's data now."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agency.models import BrandSettings, User
from enquiries import notices
from enquiries.history import note
from enquiries.models import Consent, Mandate, PrivacyNotice
from enquiries.models.append_only import fingerprint
from enquiries.models.consent import How, Purpose
from enquiries.models.event import EventKind
from enquiries.models.mandate import MandateQuerySet

PLACE = re.compile(r"/mandate/(?:[a-z-]{1,20}/)*")
"""Where a consent can be asked: words only, so that no token can stand in it."""

WITHDRAWALS: dict[str, Promise] = {
    Purpose.ANSWER: _("Stop using what I told you to answer me."),
    Purpose.MARKETING: _("Stop sending me new guides."),
}
"""What a client says by withdrawing, as the page shows it beside the button."""


@dataclass(frozen=True)
class Answer:
    """An answer to one question about personal data, with the words shown.

    ``notice`` is the version of the privacy notice that was shown beside it; None stands for the one that holds.
    """

    purpose: Purpose
    granted: bool
    wording: str
    notice: PrivacyNotice | None = None


def record(mandate: Mandate, answers: Iterable[Answer], how: How, page: str, locale: str = "") -> None:
    """Write down what a client has answered, each answer as a row of its own, in the transaction of the caller.

    ``page`` is the path where they were asked, without a token, empty if they told us otherwise; ``locale`` the language they were asked in, by default the
    one in use. Raises ``ValueError`` for a path that is no plain address under ``/mandate/``.
    """
    if how != How.TOLD and not PLACE.fullmatch(page):
        raise ValueError("a consent names the page it was asked on, without tokens")
    answers = list(answers)
    current = None if all(answer.notice for answer in answers) else notices.current(BrandSettings.load())
    Consent.objects.bulk_create(
        _row(mandate, answer, answer.notice or current, how=how, page=page, locale=locale or get_language() or "")
        for answer in answers
    )


def _row(mandate: Mandate, answer: Answer, notice: PrivacyNotice | None, **circumstances: str) -> Consent:
    return Consent(
        mandate=mandate,
        purpose=answer.purpose,
        granted=answer.granted,
        notice=notice,
        notice_version=str(notice.number) if notice else "",
        notice_hash=notice.text_hash if notice else "",
        wording=answer.wording,
        wording_hash=fingerprint(answer.wording),
        **circumstances,
    )


def standing(mandate: Mandate) -> dict[str, bool]:
    """What the client agrees to now, by purpose; a purpose they were never asked about is missing. One query."""
    return dict(Consent.objects.current_for(mandate).values_list("purpose", "granted"))


def withdraw(mandate: Mandate, purpose: Purpose, how: How, page: str, actor: User | None = None) -> bool:
    """Take a consent back, and note it in the history; returns whether there was anything to take back.

    The client has been shown ``WITHDRAWALS[purpose]``, or has said as much to ``actor``, who writes it down. Whoever withdraws twice, or at the same moment, adds nothing.
    """
    with transaction.atomic():
        Mandate.objects.select_for_update().get(pk=mandate.pk)
        if not standing(mandate).get(purpose):
            return False
        record(mandate, [Answer(purpose, False, str(WITHDRAWALS[purpose]))], how, page)
        note(mandate, EventKind.CONSENT, actor, str(_("Withdrawn: %(purpose)s") % {"purpose": purpose.label}))
    return True


def wants_marketing(mandate: Mandate) -> bool:
    """Whether consent to marketing stands for any mandate of the same address. One query."""
    asked = Consent.objects.filter(purpose=Purpose.MARKETING, mandate__in=_sharing_address(mandate))
    return asked.current().filter(granted=True).exists()


def stop_marketing(mandate: Mandate, how: How, page: str, actor: User | None = None) -> int:
    """Take consent to marketing back for all mandates of the same address; returns for how many it stood."""
    with transaction.atomic():
        # Always in the same order, so that of two at the same moment neither waits for the other; and held, so that none
        # is erased in between.
        theirs = list(_sharing_address(mandate).order_by("pk").select_for_update())
        return sum(withdraw(each, Purpose.MARKETING, how, page, actor) for each in theirs)


def _sharing_address(mandate: Mandate) -> MandateQuerySet:
    """The mandates of one mail address, however it was capitalised, this one among them."""
    same = Q(email__iexact=mandate.email) | Q(email_key=mandate.email.casefold())
    return Mandate.objects.filter(Q(pk=mandate.pk) | same)
