"""Amounts of money as people type them: "95,000", "95k", "£95 000", "95.000", "1.2m"."""

import re
import unicodedata
from decimal import Decimal

from specialisms.pay.currencies import CODES, SIGNS

LARGEST = 99_999_999_999
"""As in pay bands: a senior salary in Vietnamese đồng passes two thousand million."""

TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
UNAMBIGUOUS = {sign: code for code, sign in SIGNS.items() if sign != "$"}
"""A dozen countries have a dollar."""

UNCLEAR = "not one amount"

SPACES = re.compile(r"[\s'’_]")
CURRENCY = re.compile("|".join([*sorted(CODES), r"[£€$]"]), re.IGNORECASE)
NUMBER = re.compile(
    r"""
    (?P<whole> \d+ | \d{1,3} (?: (?P<mark>[.,]) \d{2,3} (?: (?P=mark) \d{2,3} )* (?<=[.,]\d{3}) ) )
    (?: [.,] (?P<fraction> \d{1,2} ) )?
    (?P<times> [km]? )
    """,
    re.VERBOSE,
)


def read_amount(text: str) -> int:
    """The whole amount that somebody typed, its currency aside; raises ``ValueError`` if it could mean anything else.

    Points and commas group thousands when three digits follow, and are decimal otherwise: "95.000" and "95,000" are the
    same, "9.5k" is 9,500. "1.250k" could be two amounts, so it is none.
    """
    plain = CURRENCY.sub("", _plain(text)).casefold()
    found = NUMBER.fullmatch(plain)
    if found is None or (found["mark"] and found["times"]):
        raise ValueError(UNCLEAR)
    whole = re.sub(r"[.,]", "", found["whole"])
    if len(whole) > len(str(LARGEST)):
        raise ValueError(UNCLEAR)
    exact = Decimal(f"{whole}.{found['fraction'] or 0}") * TIMES[found["times"]]
    if exact != int(exact) or not 1 <= exact <= LARGEST:
        raise ValueError(UNCLEAR)
    return int(exact)


def currency_in(text: str) -> str:
    """The currency typed along with an amount, as its code; nothing if there is none or it could be several."""
    found = CURRENCY.search(_plain(text))
    return UNAMBIGUOUS.get(found[0], found[0].upper()).strip("$") if found else ""


def _plain(text: str) -> str:
    """Without spaces of any width and the marks that some countries group with, digits and signs in their plain form."""
    return SPACES.sub("", unicodedata.normalize("NFKC", text))
