"""Whether somebody wants to sell us something, by how they speak and of what."""

import re

from enquiries.spam.facts import Facts
from enquiries.spam.letters import plain
from enquiries.spam.phrases import words
from enquiries.spam.roles import (
    ADDRESS,
    GERMAN_ADDRESS,
    PERHAPS_ADDRESS,
    names_nothing,
    names_people_for_hire,
)
from enquiries.spam.vocabulary import TRADES

MOST = 10
"""The highest degree of solicitation."""
ENOUGH = 5
"""Words of hiring beyond which more say no more."""
PLAINLY = 3
"""The mark of a phrase that hardly any client writes; together with another, a letter that speaks to its reader sells."""
LINE = 8
"""Words of a text that says nothing."""

FIRST_PERSON = re.compile(
    r"\b(?:we(?: \w+ly)? [a-z]{3,}|our \w+|wir [a-z]+en|[a-z]{3,}en wir|unser\w* \w+|nous (?:vous )?[a-z]+ons|nos \w+|notre \w+|"
    r"[a-z]{3,}[aei]mos|nuestr[oa]s? \w+|[a-z]{3,}[aeiy]my|nasz\w* \w+|wij [a-z]+en|onze? \w+|мы [а-я]+|[а-я]{4,}ем)\b"
)
"""What somebody says that they do, or have: "we clean", "limpiamos", "nasze biuro"."""

MONEY = re.compile(
    r"[$€£]\s?\d|\d\s?(?:[$€£]|eur\b|euros?\b|usd\b|gbp\b|dollars?\b|pounds?\b|zl\b|pln\b|zlotych\b|dolar|рубл)|\d\s?%|"
    r"\b(?:per ?cent|percent|prozent|pour ?cent|por ciento|procent)\b"
)
CONTACT = re.compile(
    r"\b(?:whats ?app|telegram|skype|viber|wechat|signal)\b|(?:\+|00)\d[\d ()-]{7,}|\b0\d{2,4}[ /-]?\d{5,}"
)


def solicitation(facts: Facts) -> int:
    """How much it sounds like somebody who sells, from 0 to 10.

    What they sell counts only beside words of a seller, and words of somebody who hires speak against it.
    """
    pitch = sum(facts.pitch)
    if not pitch:
        return 0
    trades = len({trade for part in facts.parts for trade in TRADES.found(part).values()})
    hiring = sum(facts.hiring.values())
    points = 10 * pitch + (10 + 5 * min(trades, 3) if trades else 0) - 8 * min(hiring, ENOUGH)
    return max(0, min(MOST, round(points / 10)))


def speaks_to_us(facts: Facts) -> int:
    """Whether the text speaks to its reader: not (0), twice (1), or more (2, 3), where the role is none.

    Mandates speak of a seat; but those who name one may well write a letter.
    """
    return 0 if facts.names_somebody else min(3, max(0, _addresses(facts) - 1))


def unlike_a_mandate(facts: Facts) -> int:
    """Where neither role nor text speaks of anybody who is hired: how much else is as in a letter that sells, 5 at most.

    Such letters speak to their reader, which counts double, ask something, cry out, name a price, say what they do, and where
    to turn; and instead of a role they name what they sell.
    """
    if facts.names_somebody or facts.names_a_field or facts.speaks_of_a_seat:
        return 0
    text = facts.plain_need
    addressed = ADDRESS.search(text) or GERMAN_ADDRESS.search(facts.need)
    sold = {*TRADES.found(words(facts.role)).values()}
    marks = (
        addressed,
        addressed or ADDRESS.search(plain(facts.role)),
        "?" in facts.need,
        "!" in facts.need,
        MONEY.search(text),
        FIRST_PERSON.search(text),
        not ADDRESS.search(text) and PERHAPS_ADDRESS.search(text),
        CONTACT.search(text) or facts.links.elsewhere or facts.links.own,
        sold,
        {*TRADES.found(facts.words).values()} - sold,
    )
    return min(5, sum(bool(mark) for mark in marks))


def says_nothing(facts: Facts) -> int:
    """A word for any letter instead of a role, and no more than a line of text that speaks of no seat."""
    return int(
        (not facts.known_role and names_nothing(facts.role))
        and len(facts.words) <= LINE
        and not facts.speaks_of_a_seat
    )


def sounds_like_a_mandate(facts: Facts) -> int:
    """How much it sounds like somebody who hires, from 0 to 3: by the role, which counts double, and how the need is put.

    A role counts for nothing where people are offered rather than sought, or where the text sells to its reader.
    """
    named = facts.names_somebody and (facts.speaks_of_a_seat or not _sells_to_us(facts))
    return 2 * named + bool(facts.hiring)


def _sells_to_us(facts: Facts) -> bool:
    """Whether a role is a pretext: people on offer, or a pitch that speaks to its reader."""
    marks = facts.pitch
    if names_people_for_hire(facts.role):
        return bool(marks)
    asks = "?" in facts.need and PERHAPS_ADDRESS.search(facts.plain_need)
    return PLAINLY in marks and sum(marks) > PLAINLY and bool(_addresses(facts) or asks)


def _addresses(facts: Facts) -> int:
    """How often the text speaks to its reader."""
    return len(ADDRESS.findall(facts.plain_need)) + len(GERMAN_ADDRESS.findall(facts.need))
