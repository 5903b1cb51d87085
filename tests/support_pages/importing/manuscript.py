"""A guide of some 2,600 words as a consultant would have it on disk, to be written in every format."""

import random
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

WORD = re.compile(r"\w+")
LABEL = "Hiring guide"
CALL = (
    "Opening this seat now?",
    "Tell us what it must achieve in a year. We say frankly how the market will respond.",
)
RELATED = ("Related support pages", "More on machine learning, all from the same specialism.")
NOTES = ["Illustrative; a note that belongs to the first paragraph.", "Our own practice, counted over four years."]
ALT = "A desk with two screens"

PROSE = (
    "agree ask brief budget café call candidate cannot client company decide deliver desk doubt early engineer evidence "
    "every explain feature find finish founder hire honest interview it’s join judge keep label late lead learn list "
    "manager market measure meet model month naïve need never notice offer often one open panel pay person place plan "
    "platform production proof question quick read reason refuse report research role salary score seat senior seldom "
    "serve shape ship show signal small start stay story system talk team test three trade train trust twelve two until "
    "value week why work write year Zürich £85,000 R&D <40% 2.5× co-founder"
)
"""What sentences are made of: also words with accents, signs and markup to be escaped."""

Run = tuple[str, str, str]
"""Text, ``b``, ``i`` or nothing, and where it links to."""
Part = tuple[str, Any]
"""``h2``, ``h3``, ``p`` (runs), ``ul`` or ``ol`` (items of runs and nested items), ``table``, ``quote``, ``image``."""


@dataclass(frozen=True)
class Manuscript:
    """Fields and parts in order."""

    title: str
    standfirst: str
    heading: str
    introduction: str
    parts: list[Part]

    def words(self) -> list[str]:
        """Every word of the parts, in order; notes and pictures not counted."""
        return WORD.findall(" ".join(texts(self.parts)))


def texts(parts: list[Part]) -> list[str]:
    """The texts of parts."""
    found: list[str] = []
    for kind, value in parts:
        if kind in ("h2", "h3"):
            found.append(value)
        elif kind == "p":
            found.append("".join(text for text, _style, _link in value))
        elif kind in ("ul", "ol"):
            for runs, nested in value:
                found += texts([("p", runs), ("ul", nested)])
        elif kind == "table":
            found += [value["caption"], *value["header"], *(cell for row in value["rows"] for cell in row)]
        elif kind == "quote":
            found += [value["words"], value["who"], value["role"]]
    return found


@cache
def manuscript() -> Manuscript:
    """The guide: sections of prose with lists and tables, then everything that is rare."""
    write = Writer()
    parts: list[Part] = []
    while len(Manuscript("", "", "", "", parts).words()) < 2500:
        parts += write.section(len(parts))
    nested = [
        (
            [("Before the first call", "b", "")],
            [([("One person can say yes", "", "")], []), ([("Pay agreed", "", "")], [])],
        ),
        ([("Before the offer", "", "")], [([("References taken", "", "")], [([("Two, by telephone", "", "")], [])])]),
    ]
    parts += [("h2", "Who says yes, and when?"), ("p", write.paragraph()), ("h3", "What must be ready")]
    parts += [("ul", nested), ("image", ALT)]
    parts.append(
        ("quote", {"words": "Write down what must be true in a year.", "who": "Ines Okafor", "role": "Partner"})
    )
    parts.append(("p", [("That is all there is to ", "", ""), ("say", "i", ""), (" about it.", "", "")]))
    return Manuscript(
        "How to hire the first machine learning engineer",
        "For founders & heads of engineering: the brief, the pay and six weeks’ work, in order.",
        "Four decisions before the first interview",
        "Each takes a morning; skipped, each costs a month.",
        parts,
    )


class Writer:
    """Prose of plausible shape from a fixed vocabulary, the same every time; no two sentences alike."""

    def __init__(self) -> None:
        self._chance = random.Random(1)
        self._vocabulary = PROSE.split()

    def section(self, number: int) -> list[Part]:
        """A heading with what stands under it."""
        parts: list[Part] = [("h2", f"{self._words(4).capitalize()} {number}"), ("p", self.paragraph(link=True))]
        parts += [("p", self.paragraph()), ("h3", f"{self._words(3).capitalize()} for {number}")]
        parts.append(("ol" if number % 2 else "ul", [([(self._words(7), "", "")], []) for _item in range(4)]))
        table = {"caption": f"{self._words(4).capitalize()} {number}", "header": ["Week", "What happens", "Who"]}
        table["rows"] = [[f"{week}–{week + 1}", self._words(5), self._words(2)] for week in (1, 3, 5)]
        return [*parts, ("table", table), ("p", self.paragraph())]

    def paragraph(self, *, link: bool = False) -> list[Run]:
        """Sentences, one phrase of them bold, one italic, one perhaps a link."""
        runs: list[Run] = [(f"{self._sentence()} A ", "", ""), (self._words(2), "b", ""), (" needs ", "", "")]
        runs += [(self._words(2), "i", ""), (f": {self._words(9)}. ", "", "")]
        if link:
            runs += [
                (self._words(3).capitalize(), "", f"https://example.com/{self._chance.randrange(99)}?a=1&b=2"),
                (". ", "", ""),
            ]
        return [*runs, (f"{self._sentence()} {self._sentence()}", "", "")]

    def _sentence(self) -> str:
        text = f"{self._words(self._chance.randint(8, 14))}, {self._words(5)}"
        return f"{text[0].upper()}{text[1:]}."

    def _words(self, number: int) -> str:
        return " ".join(self._chance.choice(self._vocabulary) for _word in range(number))
