"""Sentences, paragraphs and lists out of the vocabulary: the same for the same seed, on every machine."""

from collections.abc import Sequence
from random import Random

from agency.scale import words

_CLAUSES = """{people} {act} {thing} {time}|few {people} {act} {thing} {setting}|{quality} {people} {act} {thing}
the {person} should {act} {thing}|ask whether the {person} can {act} {thing}|nobody will {act} {thing} {setting}
{thing} tell {people} more than {thing} do|{thing} matter {time}|{thing} and {thing} pull {people} apart
a {quality} {person} costs more {setting}|expect {quality} {people} to {act} {thing}|{people} leave when {people} {act} {thing}
most {people} {setting} {act} {thing} first|{number} in ten {people} {act} {thing}|{thing} cost {number} per cent more {setting}
let the {person} {act} {thing} {time}|{people} trust a {person} who can {act} {thing}|never {act} {thing} {time}
{quality} is rarer than {quality} among {people}|the {person} and the {person} {act} {thing} together
{people} {act} {thing}, {thing} and {thing}|show {people} the {thing}|{thing} take {number} weeks {setting}
a {person} without {thing} is merely {quality}|pay for {quality} {people}, not for {thing}|write {thing} down {time}
who may {act} {thing} decides how {quality} {people} are|{people} {setting} seldom {act} {thing}
after {number} interviews {people} {act} {thing} {setting}|weigh {thing} against {thing} {time}"""
CLAUSES = [clause for line in _CLAUSES.splitlines() for clause in line.split("|")]

JOINTS = [", but ", ", and ", ", so ", "; ", ", because ", ", while ", ", yet ", ", unless ", ", since ", ": "]
_OPENERS = """{Time}, |{Setting}, |For {people}, |As {people} {act} {thing}, |With {thing} at stake, |Once {people} {act} {thing},
|Beside {thing}, |Unlike {people}, |Where {people} {act} {thing}, |To {act} {thing}, |Given {quality} {people}, """
OPENERS = _OPENERS.replace("\n", "").split("|")
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]


class Writer:
    """Writes; every choice comes from one source of random numbers."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311 - the same text for the same seed, nothing secret

    def one_of(self, choices: Sequence[str]) -> str:
        """One of several, each as likely."""
        return choices[int(self.random.random() * len(choices))]

    def sentence(self) -> str:
        """One clause or two, opened or not, with a full stop."""
        found = self._filled(self.one_of(OPENERS)) if self.random.random() < 0.3 else ""
        found += self._clause()
        if self.random.random() < 0.6:
            found += self.one_of(JOINTS) + self._clause()
        return f"{found[0].upper()}{found[1:]}."

    def sentences(self, count: int) -> str:
        """Several, one after another."""
        return " ".join(self.sentence() for _number in range(count))

    def paragraph(self) -> str:
        """Three to six sentences as rich text."""
        return f"<p>{self.sentences(self.random.randint(3, 6))}</p>"

    def heading(self) -> str:
        """A few words without a full stop."""
        pattern = self.one_of(
            ["How {people} {act} {thing}", "{Thing} that {people} {act}", "When {thing} matter", "{Quality} {people}"]
        )
        return self._filled(pattern)

    def line(self) -> str:
        """A line of a list."""
        return self.upper(self._clause())

    @staticmethod
    def upper(text: str) -> str:
        """With a capital at the start; the rest as it is."""
        return text[:1].upper() + text[1:]

    def _clause(self) -> str:
        return self._filled(self.one_of(CLAUSES))

    def _filled(self, pattern: str) -> str:
        literal, *slots = pattern.split("{")
        found = [literal]
        for slot in slots:
            name, _brace, after = slot.partition("}")
            word = self.one_of(SLOTS[name.lower()])
            found += [self.upper(word) if name[0].isupper() else word, after]
        return "".join(found)


SLOTS = {
    "people": words.PEOPLE,
    "person": words.PERSONS,
    "thing": words.THINGS,
    "act": words.ACTIONS,
    "quality": words.QUALITIES,
    "time": words.TIMES,
    "setting": words.SETTINGS,
    "number": NUMBERS,
}
