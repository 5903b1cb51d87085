"""The texts of made-up pages, as StreamFields hold them."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from agency.blocks.heading import RESERVED
from agency.scale.prose import Writer
from support_pages.kinds import Kind

FEWEST_SECTIONS, MOST_SECTIONS = 2, 8
Raw = dict[str, Any]
Named = tuple[int, str]
"""A primary key and what to call it."""


@dataclass
class Ingredients:
    """What a text links to and shows: pages by name, facts, pictures with their descriptions, bands by their roles."""

    up: Named | None = None
    sideways: Sequence[Named] = ()
    facts: Sequence[int] = ()
    pictures: Sequence[Named] = ()
    roles: Sequence[int] = field(default_factory=list)


class Composer(Writer):
    """Writes the blocks of one page."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self._anchors = set(RESERVED)

    def guide(self, kind: Kind, given: Ingredients) -> list[Raw]:
        """The body of a guide: an opening with the link up, sections, and links to siblings in the first of them."""
        opening = [self.paragraph()]
        if given.up:
            opening.append(f"<p>{self.sentence()} All of it belongs to {self.link(given.up)}. {self.sentence()}</p>")
        blocks = [self.block("text", "".join(opening))]
        for number in range(self.random.randint(FEWEST_SECTIONS, MOST_SECTIONS)):
            blocks += self.section()
            if number == 0 and given.sideways:
                blocks.append(self.block("text", self._sideways(given.sideways)))
        blocks += self._evidence(kind, given)
        blocks.append(
            self.block("call_to_action", {"question": "Opening this seat now?", "invitation": self.sentence()})
        )
        return blocks

    def specialism(self, given: Ingredients) -> list[Raw]:
        """The body of a canonical page: what to read first, sections, and what it pays."""
        blocks = self.section()
        if given.sideways:
            blocks += [self.heading_block("What to read first"), self.block("text", self._sideways(given.sideways))]
        blocks += self.section()
        if given.roles:
            blocks.append(self.pay_table([]))
        return blocks

    def figures(self, facts: Sequence[int]) -> list[Raw]:
        """A row of figures of the ledger."""
        rows = [{"fact": fact, "label": "", "value": "", "note": ""} for fact in facts]
        return [self.block("facts", [self._item(row) for row in rows])] if facts else []

    def link(self, to: Named) -> str:
        """A link to a page, as rich text holds it."""
        return f'<a linktype="page" id="{to[0]}">{to[1]}</a>'

    def block(self, kind: str, value: Any) -> Raw:
        """A block with an id of its own."""
        return {"type": kind, "value": value, "id": self._id()}

    def heading_block(self, text: str, level: int = 2) -> Raw:
        """A heading with an anchor that nothing else on the page has."""
        stem = slugify(text)
        anchor, number = stem, 2
        while anchor in self._anchors:
            anchor, number = f"{stem}-{number}", number + 1
        self._anchors.add(anchor)
        return self.block("heading", {"text": text, "level": str(level), "anchor": anchor})

    def section(self) -> list[Raw]:
        """A heading, a text, and now and then something else."""
        blocks = [self.heading_block(self.heading()), self._text()]
        chance = self.random.random()
        if chance < 0.3:
            blocks += [self.heading_block(self.heading(), 3), self._text()]
        elif chance < 0.4:
            blocks.append(self.block("callout", {"title": self.heading(), "text": self.paragraph()}))
        elif chance < 0.5:
            items = [self._item(self.line()) for _number in range(self.random.randint(3, 6))]
            blocks.append(self.block("checklist", {"title": self.heading(), "items": items}))
        elif chance < 0.55:
            blocks.append(self.block("table", self._table()))
        return blocks

    def _text(self) -> Raw:
        return self.block("text", "".join(self.paragraph() for _number in range(self.random.randint(1, 2))))

    def _sideways(self, siblings: Sequence[Named]) -> str:
        return "".join(f"<p>{self.sentence()} See “{self.link(to)}”. {self.sentence()}</p>" for to in siblings)

    def _evidence(self, kind: Kind, given: Ingredients) -> list[Raw]:
        blocks = []
        if given.facts:
            first, *others = given.facts
            sentence = f'<p>{self.sentence()} Here it is <embed embedtype="fact" id="{first}"/>. {self.sentence()}</p>'
            blocks += [
                self.heading_block("The figures behind it"),
                self.block("text", sentence),
                *self.figures(others),
            ]
        if kind == Kind.SALARY_GUIDE and given.roles:
            blocks.append(self.pay_table(given.roles))
        for picture, words in given.pictures:
            image = {"image": picture, "alt_text": words, "decorative": False}
            blocks.append(self.block("image", {"image": image, "caption": self.line()}))
        if kind == Kind.INTERVIEW_GUIDE:
            asked = [{"question": f"{self.line()}?", "answer": self.paragraph()} for _number in range(3)]
            items = [self._item(question) for question in asked]
            blocks.append(self.block("questions", {"title": "Asked in interviews", "items": items}))
        return blocks

    def pay_table(self, roles: Sequence[int]) -> Raw:
        """The pay bands of some roles; of all of the page's specialism if none is named."""
        value = {
            "caption": "What it pays",
            "specialism": None,
            "roles": [self._item(role) for role in roles],
            "places": "",
            "currencies": "",
            "basis": "",
            "note": "Made-up figures.",
        }
        return self.block("pay_table", value)

    def _table(self) -> Raw:
        columns = [{"type": "text", "heading": name} for name in ("Stage", "What happens")]
        rows = [{"values": [self.heading(), self.line()]} for _number in range(3)]
        return {"table": {"caption": self.heading(), "columns": columns, "rows": rows}, "note": "Made-up stages."}

    def _item(self, value: Any) -> Raw:
        return {"type": "item", "value": value, "id": self._id()}

    def _id(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))


def stored(blocks: Sequence[Raw]) -> str:
    """Blocks as the value that a StreamField takes."""
    return json.dumps(list(blocks))
