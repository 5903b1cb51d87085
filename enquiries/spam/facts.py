"""What is known of a submission when it is screened."""

from dataclasses import dataclass
from functools import cached_property

from enquiries.relatives import email_domain
from enquiries.spam.letters import plain
from enquiries.spam.links import Links, links_in
from enquiries.spam.phrases import Phrase, words, words_of_plain
from enquiries.spam.roles import names_a_field, names_somebody
from enquiries.spam.vocabulary import HIRING, PITCH


@dataclass(frozen=True)
class Facts:
    """One submission: what it says, how it came, and what came before it.

    ``seconds`` is the time from showing the form to sending it, None where the form tells nothing about it.
    ``from_block``, ``from_domain`` and ``from_address`` count the submissions of the last hour from the same block of network
    addresses, the same mail domain (of a company) and the same mail address, without this one; ``repeats`` those of the
    last days, by other people, that say the same. ``known_role`` is whether the role is one the agency knows.
    """

    role: str
    need: str
    name: str
    company: str
    email: str
    seconds: float | None = None
    honeypot: str = ""
    from_block: int = 0
    from_domain: int = 0
    from_address: int = 0
    repeats: int = 0
    known_role: bool = False

    @property
    def short_answers(self) -> tuple[str, str, str]:
        """The answers of one line."""
        return self.role, self.name, self.company

    @cached_property
    def names_somebody(self) -> bool:
        """Whether the role names somebody who is hired, or is one the agency knows."""
        return self.known_role or names_somebody(self.role)

    @cached_property
    def names_a_field(self) -> bool:
        """Whether the role is no more than a field of work."""
        return names_a_field(self.role)

    @property
    def speaks_of_a_seat(self) -> bool:
        """Whether the text speaks of somebody to be hired: by two words at least, as sellers come upon one by chance."""
        return self.hiring_points >= 2

    @cached_property
    def domain(self) -> str:
        """Where the writer's mail comes from."""
        return email_domain(self.email)

    @cached_property
    def links(self) -> Links:
        """The links in the text."""
        return links_in(self.need, self.domain)

    @cached_property
    def words(self) -> list[str]:
        """The words of the text."""
        return words_of_plain(self.plain_need)

    @cached_property
    def plain_need(self) -> str:
        """The text in small letters without accents."""
        return plain(self.need)

    @cached_property
    def parts(self) -> list[list[str]]:
        """The words of each answer."""
        return [*(words(part) for part in self.short_answers), self.words]

    @cached_property
    def pitch(self) -> list[int]:
        """The marks of the phrases of sellers in all answers."""
        return [mark for part in self.parts for mark in PITCH.found(part).values()]

    @cached_property
    def hiring(self) -> dict[Phrase, int]:
        """What the text says of a seat."""
        return HIRING.found(self.words)

    @cached_property
    def hiring_points(self) -> int:
        """How much the text says of a seat; one as in advertisements, but alone, counts 1: sellers use some."""
        return sum(self.hiring.values()) if len(self.hiring) > 1 else len(self.hiring)
