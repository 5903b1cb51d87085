"""How figures are told: parts with a table each, and what was promised beside what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Promise:
    """A figure with its limit. ``at_least`` says on which side of it the figure has to be."""

    what: str
    found: float
    limit: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether it holds, at full precision."""
        return self.found >= self.limit if self.at_least else self.found <= self.limit

    @property
    def row(self) -> list[str]:
        """Of the table."""
        side = "at least" if self.at_least else "at most"
        return [self.what, f"{self.found:,.2f}", f"{side} {self.limit:g}", "met" if self.is_met else "**not met**"]


@dataclass
class Part:
    """One subject: what was measured, and what of it was promised."""

    title: str
    head: Sequence[str]
    rows: list[Sequence[str]]
    notes: str
    promises: list[Promise] = field(default_factory=list)

    def __str__(self) -> str:
        parts = [f"## {self.title}", table(self.head, self.rows)]
        if self.promises:
            parts.append(table(["promise", "found", "limit", ""], [promise.row for promise in self.promises]))
        return "\n\n".join([*parts, self.notes])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; figures stand at the right of their columns."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (head, rule, *rows))
