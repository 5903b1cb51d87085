"""Screening a mandate before it is stored: gathering the facts, and noting the verdict on it."""

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from agency.client_address import Address, public_block
from enquiries.models import Mandate
from enquiries.spam.facts import Facts
from enquiries.spam.letters import plain
from enquiries.spam.links import BARE, FULL
from enquiries.spam.providers import is_public
from enquiries.spam.rates import counts
from enquiries.spam.verdict import Assessment, assess

REMEMBERED = timedelta(days=30)
"""How long a text is compared with those of others."""
SHORTEST = 40
"""Letters of a text that two people do not write by chance."""


@dataclass(frozen=True)
class Circumstances:
    """How a form came: seconds since it was shown (None: unknown), what stood in the hidden field, and from where."""

    seconds: float | None = None
    honeypot: str = ""
    address: Address | None = None

    @property
    def block(self) -> str:
        """The client's part of the network; nothing if unknown."""
        return public_block(self.address)


def screen(mandate: Mandate, circumstances: Circumstances) -> None:
    """Note on an unsaved mandate, whose derived columns are set, what the screening says: one query at most."""
    mandate.body_digest = digest_of(mandate.need)
    if not settings.SCREENING:
        return
    note(mandate, assess(gather(mandate, circumstances)))


def note(mandate: Mandate, assessment: Assessment) -> None:
    """Put the verdict on the mandate."""
    mandate.screening = assessment.screening
    mandate.spam_score = assessment.score
    mandate.spam_signals = [list(signal) for signal in assessment.signals]


def gather(mandate: Mandate, circumstances: Circumstances) -> Facts:
    """Everything the signals look at. Counts this submission."""
    domain = "" if is_public(mandate.email_domain) else mandate.email_domain
    rates = counts({"block": circumstances.block, "domain": domain, "sender": mandate.email_key})
    return Facts(
        role=mandate.role,
        need=mandate.need,
        name=mandate.name,
        company=mandate.company,
        email=mandate.email,
        seconds=circumstances.seconds,
        honeypot=circumstances.honeypot,
        from_block=rates["block"],
        from_domain=rates["domain"],
        from_address=rates["sender"],
        repeats=repeats(mandate),
        known_role=mandate.known_role is not None,
    )


def repeats(mandate: Mandate) -> int:
    """How many other people have sent the same text lately, 2 at most."""
    if not mandate.body_digest:
        return 0
    since = timezone.now() - REMEMBERED
    same = Mandate.objects.filter(body_digest=mandate.body_digest, submitted_at__gte=since)
    return same.exclude(email_key=mandate.email_key)[:2].count()


def digest_of(text: str) -> str:
    """A hash of the text's letters, without links, figures, blanks and marks; nothing for a short text."""
    letters = re.sub(r"[\W\d_]+", "", plain(BARE.sub("", FULL.sub("", text))))
    return hashlib.sha256(letters.encode()).hexdigest() if len(letters) >= SHORTEST else ""
