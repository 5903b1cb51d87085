"""Titles on a drawing: SVG breaks no lines, so they are broken here, by how wide letters are on the usual screens."""

import unicodedata

WIDTHS = {0.6: "iIjl.,;:'’| ", 0.7: "frt!()[]-", 1.6: "mwMW@%—…"}
"""Letters that are much narrower or wider than others, as in DejaVu Sans, the widest of the usual fonts."""
KNOWN = {letter: size for size, letters in WIDTHS.items() for letter in letters}
CAPITAL = 1.25
ELLIPSIS = "…"


def width(text: str) -> float:
    """How wide a text is about, in letters of middling width."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 2.0
    return KNOWN.get(letter, CAPITAL if letter.isupper() else 1.0)


def lines_of(text: str, widest: float, most: int) -> list[str]:
    """The text in at most so many lines of at most that width; what does not fit ends in an ellipsis."""
    rest = text.split()
    lines: list[str] = []
    while rest and len(lines) < most:
        line = _line(rest, widest)
        lines.append(line)
    if rest and lines:
        lines[-1] = _cut(f"{lines[-1]} {rest[0]}", widest)
    return lines


def _line(words: list[str], widest: float) -> str:
    """Take as many words as fit, and part of one that is longer than a line."""
    line = ""
    while words:
        longer = f"{line} {words[0]}".strip()
        if width(longer) > widest:
            break
        line = longer
        words.pop(0)
    if not line:
        start = next(end for end in range(len(words[0]), 0, -1) if end == 1 or width(words[0][:end]) <= widest)
        line, words[0] = words[0][:start], words[0][start:]
    return line


def _cut(line: str, widest: float) -> str:
    while line and width(line + ELLIPSIS) > widest:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
