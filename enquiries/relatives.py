"""What tells that two mandates come from one person or one company."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.models import User
from enquiries.models import Mandate
from enquiries.spam.providers import is_public

NEAR = timedelta(days=90)
MOST = 20
"""Relatives that are shown."""

STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "", "'": "", ".": ""})
"""Letters that Unicode does not take apart, and marks that are left out as often as they are written."""

ACCENTS = re.compile(r"[\u0300-\u036f]")
"""Marks on Latin, Greek and Cyrillic letters. Those of other scripts are vowels, and stay."""

LEGAL_FORMS = (
    # English
    "ltd", "limited", "llc", "llp", "lp", "plc", "inc", "incorporated", "corp", "corporation", "co", "company", "pty",
    "pte", "cic",
    # German
    "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug", "haftungsbeschrankt", "eg", "e k", "ek", "ev", "e v",
    # French
    "sa", "s a", "sas", "sasu", "sarl", "s a rl", "s a r l", "eurl", "snc", "scop", "sca", "et cie", "cie",
    # Spanish and Italian
    "sl", "s l", "slu", "sau", "sociedad anonima", "sociedad limitada", "spa", "srl", "s r l",
    # Polish and Czech
    "sp z ?o ?o", "spolka z ?o ?o", "sp k", "sp j", "spolka akcyjna", "sro", "s r o", "as", "a s",
    # Dutch and Nordic
    "bv", "b v", "nv", "n v", "vof", "cv", "ab", "aps", "asa", "oy", "oyj",
    # European
    "se", "scs",
)  # fmt: skip
"""Legal forms as ``company_key`` reads them: without accents, dots and capitals."""

CLOSING_FORMS = re.compile(rf"(?:(?:^| )(?:{'|'.join(LEGAL_FORMS)}))+$")
JOINING = {"and", "und", "et"}
"""How "&" is written out."""


class Kinship(models.TextChoices):
    """How two mandates belong together."""

    DUPLICATE = "duplicate", _("Same person, same role: it looks like a duplicate")
    PERSON = "person", _("Same person")
    COMPANY = "company", _("Same company")


@dataclass(frozen=True)
class Relative:
    """A mandate that belongs to another one, and why."""

    mandate: Mandate
    kinship: Kinship


def company_key(name: str) -> str:
    """What two spellings of one company's name have in common, at most 160 characters; nothing if there is no letter.

    Case, accents, punctuation, blanks and legal forms at the end are left out: "Müller & Söhne GmbH & Co. KG" and
    "MULLER + SOHNE" are ``mullersohne``. A name that is nothing but a legal form is kept.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold().translate(STROKES))
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", ACCENTS.sub("", plain)))
    words = " ".join(word for word in found if word not in JOINING) or " ".join(found)
    return (CLOSING_FORMS.sub("", words) or words).replace(" ", "")[:160]


def email_domain(address: str) -> str:
    """The domain of a mail address as a name server is asked for it (ASCII, lower case); nothing if there is none."""
    domain = address.strip().rpartition("@")[2].rstrip(".").casefold() if "@" in address else ""
    try:
        return domain.encode("idna").decode("ascii")[:253]
    except UnicodeError:
        return domain[:253]


def relatives_of(mandate: Mandate, user: User) -> list[Relative]:
    """The mandates within 90 days before and after by the same person or company that the user may see, newest first.

    One query. The domains of public mail providers, and of those whose addresses soon expire, connect nobody.
    """
    related = models.Q(email_key=mandate.email_key)
    if mandate.telephone:
        related |= models.Q(telephone=mandate.telephone)
    if mandate.company_key:
        related |= models.Q(company_key=mandate.company_key)
    if mandate.email_domain and not is_public(mandate.email_domain):
        related |= models.Q(email_domain=mandate.email_domain)
    about_then = (mandate.submitted_at - NEAR, mandate.submitted_at + NEAR)
    found = Mandate.objects.visible_to(user).filter(related, submitted_at__range=about_then).exclude(pk=mandate.pk)
    return [Relative(each, _kinship(mandate, each)) for each in found.order_by("-submitted_at", "-pk")[:MOST]]


def _kinship(mandate: Mandate, other: Mandate) -> Kinship:
    """What a related mandate has in common."""
    same_number = bool(mandate.telephone) and other.telephone == mandate.telephone
    if other.email_key != mandate.email_key and not same_number:
        return Kinship.COMPANY
    return Kinship.DUPLICATE if company_key(other.role) == company_key(mandate.role) else Kinship.PERSON
