"""What the reading of a file has to say, as codes: the words are in ``report``, where there is a language."""

from collections import Counter
from typing import Any

Remark = tuple[str, dict[str, Any]]


class Refusal(Exception):  # noqa: N818 - not an error of ours but an answer about the file
    """The file is not read, and why."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Remarks:
    """Remarks in the order they first came up, with how often each did."""

    def __init__(self) -> None:
        self._found: Counter[tuple[str, tuple[tuple[str, Any], ...]]] = Counter()

    def add(self, code: str, **values: Any) -> None:
        """Note something an editor should look at."""
        self._found[code, tuple(values.items())] += 1

    def as_list(self) -> list[Remark]:
        """Every remark once, with its ``count``."""
        return [(code, {**dict(values), "count": count}) for (code, values), count in self._found.items()]


def excerpt(text: str, length: int = 80) -> str:
    """The beginning of a text, for a remark about it."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
