"""The signals of spam: functions of what is known of a submission, each saying how strongly it speaks."""

import re
from collections.abc import Callable, Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _

from enquiries.relatives import email_domain
from enquiries.spam.disguise import disguise
from enquiries.spam.facts import Facts
from enquiries.spam.letters import nonsense, plain
from enquiries.spam.links import CODE, FULL, MARKUP, links_in
from enquiries.spam.providers import is_disposable
from enquiries.spam.roles import names_an_offer
from enquiries.spam.solicitation import (
    says_nothing,
    solicitation,
    sounds_like_a_mandate,
    speaks_to_us,
    unlike_a_mandate,
)

ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63})+)")


class Signal(models.TextChoices):
    """What speaks for or against a submission, in the words that consultants read."""

    HONEYPOT = "honeypot", _("A field that people don’t see was filled in")
    HASTE = "haste", _("Filled in faster than people write")
    NO_TIME = "no_time", _("Doesn’t say when the form was opened")
    BLOCK = "block", _("Many from the same part of the network within an hour")
    DOMAIN = "domain", _("Many from the same mail domain within an hour")
    SENDER = "sender", _("Many from the same address within an hour")
    REPEATED = "repeated", _("Others have sent the same text")
    MACHINE = "machine", _("Several signs of a program at once")
    DISPOSABLE = "disposable", _("A mail address that soon expires")
    OTHER_ADDRESS = "other_address", _("Asks for an answer to another address")
    MARKUP = "markup", _("Written for a machine: HTML or forum code")
    CODE = "code", _("Tries to break a program")
    LINKS = "links", _("Links to elsewhere")
    SHORTENED = "shortened", _("Links that hide where they lead")
    MOSTLY_LINK = "mostly_link", _("Little but a link")
    LINKED_NAME = "linked_name", _("A link for a name, a company or a role")
    GIBBERISH = "gibberish", _("Letters that are no words")
    GIBBERISH_NAMES = "gibberish_names", _("Names that are no words")
    DISGUISE = "disguise", _("Letters made to look like others")
    COPIED = "copied", _("The same answer to several questions")
    SOLICITATION = "solicitation", _("Sounds like somebody who sells")
    SPEAKS_TO_US = "speaks_to_us", _("Speaks to its reader rather than of a seat")
    UNLIKE_A_MANDATE = "unlike_a_mandate", _("Speaks of nobody who is hired, but like a letter that sells")
    NOTHING = "nothing", _("Says nothing")
    NO_ROLE = "no_role", _("The role is none")
    MANDATE = "mandate", _("Sounds like a mandate")


def honeypot(facts: Facts) -> int:
    """A field that nobody sees was filled in."""
    return int(bool(facts.honeypot.strip()))


def haste(facts: Facts) -> int:
    """Sent within 12, 6 or 3 seconds: the fastest typist needs half a minute, pasting takes ten seconds."""
    seconds = facts.seconds
    return 0 if seconds is None else (seconds < 12) + (seconds < 6) + (seconds < 3)


def no_time(facts: Facts) -> int:
    """The form does not tell when it was shown."""
    return int(facts.seconds is None)


def often(count: int) -> int:
    """How remarkable a number of others within the hour is: from 5, 12 and 30 on."""
    return (count >= 5) + (count >= 12) + (count >= 30)


def machine(facts: Facts) -> int:
    """How many signs of a program there are besides the first: haste, a hidden field, an address that expires, a known text.

    A link to elsewhere is one beside two others. A password manager that fills in everything gives one sign.
    """
    signs = (
        facts.seconds is not None and facts.seconds < 6,
        bool(facts.honeypot.strip()),
        is_disposable(facts.domain),
        facts.repeats > 0,
    )
    return max(0, sum(signs) + (sum(signs) > 1 and facts.links.elsewhere > 0) - 1)


def other_address(facts: Facts) -> int:
    """The text names an address of another domain."""
    return int(any(email_domain(f"@{domain}") != facts.domain for domain in ADDRESS.findall(facts.need)))


def markup(facts: Facts) -> int:
    """HTML or forum code in any answer."""
    return int(any(MARKUP.search(text) for text in (facts.need, *facts.short_answers)))


def code(facts: Facts) -> int:
    """Code that attacks, in one answer or in several."""
    return min(2, sum(bool(CODE.search(text)) for text in (facts.need, *facts.short_answers)))


def links(facts: Facts) -> int:
    """One, two or more links to other sites than the writer's own; of their own, from the third on."""
    found = facts.links
    return min(3, found.elsewhere + max(0, found.own - 2))


def shortened(facts: Facts) -> int:
    """A link that hides where it leads."""
    return int(facts.links.shortened > 0)


def mostly_link(facts: Facts) -> int:
    """A link where no role is named, with up to twelve words besides (1) or up to three (2)."""
    found = facts.links
    if not found.elsewhere + found.own or facts.names_somebody:
        return 0
    return (found.words_besides <= 12) + (found.words_besides <= 3)


def linked_name(facts: Facts) -> int:
    """A link in full in an answer of one line, or an address of the web as a person's name."""
    return int(any(FULL.search(text) for text in facts.short_answers) or links_in(facts.name, "").elsewhere > 0)


def gibberish(facts: Facts) -> int:
    """A third, or most, of the text's letters stand in no words."""
    share = nonsense(facts.need)
    return (share >= 0.3) + (share >= 0.6)


def gibberish_names(facts: Facts) -> int:
    """How many of role, name and company are no words."""
    return sum(nonsense(text) >= 0.5 for text in facts.short_answers)


def disguised(facts: Facts) -> int:
    """Letters that are not what they seem, in any answer."""
    return max(disguise(text) for text in (facts.need, *facts.short_answers))


def copied(facts: Facts) -> int:
    """One answer given to two questions that have different ones; or to three or more."""
    role, need, name, company = (
        plain(text).strip(" .!") for text in (facts.role, facts.need, facts.name, facts.company)
    )
    alike = (role == need) + (role in {name, company}) + (need in {name, company}) + (name == company)
    return 0 if not alike else 1 if alike == 1 else 2


def no_role(facts: Facts) -> int:
    """The role names nobody who is hired (1); nor is anybody hired in the text (2); the role is the subject of an offer (3)."""
    if facts.names_somebody or facts.names_a_field:
        return 0
    return 3 if names_an_offer(facts.role) else 1 if facts.speaks_of_a_seat else 2


SIGNALS: dict[Signal, Callable[[Facts], int]] = {
    Signal.HONEYPOT: honeypot,
    Signal.HASTE: haste,
    Signal.NO_TIME: no_time,
    Signal.BLOCK: lambda facts: often(facts.from_block),
    Signal.DOMAIN: lambda facts: often(facts.from_domain),
    Signal.SENDER: lambda facts: often(facts.from_address),
    Signal.REPEATED: lambda facts: min(2, facts.repeats),
    Signal.MACHINE: machine,
    Signal.DISPOSABLE: lambda facts: int(is_disposable(facts.domain)),
    Signal.OTHER_ADDRESS: other_address,
    Signal.MARKUP: markup,
    Signal.CODE: code,
    Signal.LINKS: links,
    Signal.SHORTENED: shortened,
    Signal.MOSTLY_LINK: mostly_link,
    Signal.LINKED_NAME: linked_name,
    Signal.GIBBERISH: gibberish,
    Signal.GIBBERISH_NAMES: gibberish_names,
    Signal.DISGUISE: disguised,
    Signal.COPIED: copied,
    Signal.SOLICITATION: solicitation,
    Signal.SPEAKS_TO_US: speaks_to_us,
    Signal.UNLIKE_A_MANDATE: unlike_a_mandate,
    Signal.NOTHING: says_nothing,
    Signal.NO_ROLE: no_role,
    Signal.MANDATE: sounds_like_a_mandate,
}


def read(facts: Facts) -> Iterator[tuple[Signal, int]]:
    """Every signal that there is, with its degree from 1 up."""
    for signal, measure in SIGNALS.items():
        degree = measure(facts)
        if degree:
            yield signal, degree
