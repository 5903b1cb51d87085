"""What the cells of a pay file mean: from text to values and back."""

import re
from datetime import date, datetime
from enum import Enum

from specialisms.pay.terms import Basis, Level

THOUSANDS = re.compile(r"\d{1,3}(?:([, \u00a0\u202f'’])\d{3})(?:\1\d{3})*")
YES, NO = {"yes", "y", "true", "1"}, {"", "no", "n", "false", "0"}


class CellError(ValueError):
    """What is wrong with a cell, for whoever filled it in."""


def whole(cell: str) -> int:
    """A whole number, with or without separators of thousands."""
    if THOUSANDS.fullmatch(cell):
        cell = re.sub(r"\D", "", cell)
    if not re.fullmatch(r"[0-9]{1,15}", cell):
        raise CellError("Enter a whole number without unit, such as 115000." if cell else "Enter a number.")
    return int(cell)


def day(cell: str) -> date:
    """A date, year first or day first."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(cell, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise CellError("Enter a date as 2026-09-30 or 30/09/2026." if cell else "Enter a date.")


def level(cell: str) -> str:
    """A level by its value or its name."""
    return _choice(cell, Level)


def basis(cell: str) -> str:
    """A basis by its value or its name; annual base if the cell is empty."""
    return _choice(cell or Basis.ANNUAL_BASE, Basis)


def _choice(cell: str, choices: type[Level] | type[Basis]) -> str:
    wanted = cell.casefold()
    for value, label in choices.choices:
        if wanted in {value, str(label).casefold()}:
            return str(value)
    raise CellError(f"Enter one of {', '.join(choices.values)}.")


def yes_or_no(cell: str) -> bool:
    """A tick."""
    if cell.casefold() not in YES | NO:
        raise CellError("Enter yes or no.")
    return cell.casefold() in YES


def shown(value: object) -> str:
    """A value as the file writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, Enum) else value)
