"""What a made-up site is to hold: fields, three levels deep, and the guides of each. Nothing here asks the database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from django.utils.text import slugify

from agency.questions import question_key
from agency.scale import words
from support_pages.kinds import Kind

A_FAMILY_IN = 6
"""Of so many fields one is a family, which holds narrower ones."""
A_SECTOR_IN = 50
GROUPING = 0.3
"""The share of families that only hold narrower fields and no guides of their own."""
SPREAD = 0.7
"""How unlike in size the clusters are: the standard deviation of the logarithm of their sizes."""
TITLES = {
    Kind.HIRING_GUIDE: "Hiring a {who} in {place}",
    Kind.SALARY_GUIDE: "What a {who} earns in {place}",
    Kind.INTERVIEW_GUIDE: "Interviewing a {who} in {place}",
    Kind.JOB_DESCRIPTION: "Job description: {who}, {place}",
    Kind.ROLE_COMPARISON: "{Who} or consultant, {place}",
    Kind.MARKET_MAP: "Where each {who} works near {place}",
}
QUESTIONS = {
    Kind.HIRING_GUIDE: "How do you hire a {who} for {field} in {place}?",
    Kind.SALARY_GUIDE: "What does a {who} in {field} earn in {place}?",
    Kind.INTERVIEW_GUIDE: "What do you ask a {who} in {field} in an interview in {place}?",
    Kind.JOB_DESCRIPTION: "What does the job description of a {who} in {field} say in {place}?",
    Kind.ROLE_COMPARISON: "When do you need a {who} and when a consultant in {field} in {place}?",
    Kind.MARKET_MAP: "Where does a {who} in {field} work near {place}?",
}


class TooLargeError(ValueError):
    """More was asked for than there are words for."""


@dataclass(frozen=True)
class Order:
    """How much of what is wanted. The same order makes the same site, but for its dates and its primary keys."""

    specialisms: int = 500
    support_pages: int = 10_000
    seed: int = 1
    mandates: int = 0

    def __str__(self) -> str:
        mandates = f", {self.mandates:,} mandates" if self.mandates else ""
        return f"{self.specialisms:,} specialisms and {self.support_pages:,} guides{mandates}, made up from seed {self.seed}."


@dataclass(eq=False)
class Guide:
    """A guide to be: what it is, and its number within its cluster from 0."""

    kind: Kind
    who: str
    place: str
    field: "Field"
    number: int
    pk: int = 0

    @property
    def title(self) -> str:
        """Short enough for search engines."""
        return TITLES[self.kind].format(who=self.who, Who=self.who.capitalize(), place=self.place)

    @property
    def question(self) -> str:
        """What it answers; no other page does."""
        return QUESTIONS[self.kind].format(who=self.who, field=self.field.title, place=self.place)

    @property
    def key(self) -> str:
        """What its texts are made from."""
        return f"{self.field.key}/{self.number}"


@dataclass(eq=False)
class Field:
    """A specialism to be."""

    title: str
    wider: "Field | None"
    key: str
    guides: list[Guide] = field(default_factory=list)
    narrower: "list[Field]" = field(default_factory=list)
    pk: int = 0

    @property
    def slug(self) -> str:
        """Its part of the address."""
        return slugify(self.title)

    @property
    def question(self) -> str:
        """What it answers; no other page does."""
        return f"Who recruits for {self.title}?"

    @property
    def sector(self) -> "Field":
        """The widest field it belongs to."""
        return self.wider.sector if self.wider else self

    @cached_property
    def jobs(self) -> list[str]:
        """What people do there."""
        return Random(f"{self.key}/jobs").sample(words.JOBS, 6)  # noqa: S311 - made up, nothing secret

    @cached_property
    def places(self) -> list[str]:
        """Where they do it."""
        return Random(f"{self.key}/places").sample(words.PLACES, 12)  # noqa: S311 - as above

    def linked_from(self, number: int) -> list[Guide]:
        """The siblings that the text of a guide links to: the next two, going round."""
        others = [self.guides[(number + step) % len(self.guides)] for step in (1, 2)]
        return [guide for guide in dict.fromkeys(others) if guide.number != number]


def plan(order: Order) -> list[Field]:
    """The sectors with everything under them. Raises ``TooLargeError``."""
    random = Random(f"{order.seed}/plan")  # noqa: S311 - made up, nothing secret
    sectors, holding = _fields(order, random)
    _share(order, holding, random)
    return sectors


def walk(fields: list[Field]) -> Iterator[Field]:
    """Fields and everything under them, from the top."""
    for one in fields:
        yield one
        yield from walk(one.narrower)


def _fields(order: Order, random: Random) -> tuple[list[Field], list[Field]]:
    """The sectors, and the fields that hold guides."""
    count = order.specialisms
    sector_count = -(-count // A_SECTOR_IN)
    family_count = (count - sector_count) // A_FAMILY_IN
    names = [f"{domain} {discipline}" for domain in words.DOMAINS for discipline in words.DISCIPLINES]
    families_and_leaves = count - sector_count
    if families_and_leaves > len(names) or sector_count > len(words.SECTORS) ** 2:
        raise TooLargeError(f"There are names for {len(names):,} specialisms at most.")
    chosen = random.sample(names, families_and_leaves)
    groups = [f"{one} and {other}" for one in words.SECTORS for other in words.SECTORS if one < other]
    sectors = [
        Field(title, None, f"{order.seed}/sector-{number}")
        for number, title in enumerate(random.sample(groups, sector_count))
    ]
    families = [_under(sectors[number % sector_count], chosen[number], order) for number in range(family_count)]
    wider = families or sectors
    leaves = [_under(wider[number % len(wider)], title, order) for number, title in enumerate(chosen[family_count:])]
    grouping = set(random.sample(range(family_count), round(family_count * GROUPING)))
    holding = [family for number, family in enumerate(families) if number not in grouping or not family.narrower]
    return sectors, holding + leaves or sectors


def _under(wider: Field, title: str, order: Order) -> Field:
    made = Field(title, wider, f"{order.seed}/{slugify(title)}")
    wider.narrower.append(made)
    return made


def _share(order: Order, fields: list[Field], random: Random) -> None:
    """Give every field its guides: all at least one, some many times as many as others."""
    if order.support_pages < len(fields):
        raise TooLargeError(f"{order.specialisms:,} specialisms need at least {len(fields):,} support pages.")
    weights = [random.lognormvariate(0, SPREAD) for _field in fields]
    spare = order.support_pages - len(fields)
    sizes = [1 + int(spare * weight / sum(weights)) for weight in weights]
    for number in range(order.support_pages - sum(sizes)):
        sizes[number % len(sizes)] += 1
    for one, size in zip(fields, sizes, strict=True):
        _fill(one, size)


def _fill(one: Field, size: int) -> None:
    """Guides of all kinds in turn, hiring guides first; no two with the same title or the same question."""
    random = Random(f"{one.key}/guides")  # noqa: S311 - made up, nothing secret
    people = [f"{grade} {job}" for grade in words.GRADES for job in one.jobs]
    choices = {kind: random.sample([(who, place) for who in people for place in one.places], 576) for kind in Kind}
    kinds = list(Kind)
    if size > len(kinds) * len(choices[Kind.HIRING_GUIDE]):
        raise TooLargeError(f"A cluster of {size:,} guides is too large for the words there are.")
    for number in range(size):
        kind = kinds[number % len(kinds)]
        who, place = choices[kind].pop()
        one.guides.append(Guide(kind, who, place, one, number))


def unique_questions(fields: list[Field]) -> bool:
    """Whether no two pages answer the same question."""
    questions = [one.question for one in walk(fields)]
    questions += [guide.question for one in walk(fields) for guide in one.guides]
    return len({question_key(question) for question in questions}) == len(questions)
