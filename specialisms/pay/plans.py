"""What a pay file would change in the ledger, row by row."""

import hashlib
import json
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from agency.models import ConsultantPage, User
from specialisms.keepers import PAY_BANDS
from specialisms.models import PayBand, Role, SpecialismPage
from specialisms.pay import cells
from specialisms.pay.cells import CellError
from specialisms.pay.files import IDENTITY, NAMES, REQUIRED, Line, Problem, Sheet

FIELDS = {
    "bonus": "bonus_note",
    "equity": "equity_note",
    "sample": "sample_size",
    "source": "source_name",
}
"""Columns that are called otherwise than the model's fields."""
COLUMNS = {field: column for column, field in FIELDS.items()}
READERS: dict[str, Callable[[str], Any]] = {
    "level": cells.level,
    "currency": str.upper,
    "basis": cells.basis,
    "p25": cells.whole,
    "p50": cells.whole,
    "p75": cells.whole,
    "sample": lambda cell: cells.whole(cell) if cell else None,
    "as_of": cells.day,
    "valid_until": cells.day,
    "checked_on": lambda cell: cells.day(cell) if cell else None,
    "illustrative": cells.yes_or_no,
}
MUST_BE_FILLED = REQUIRED - {"owner"}
"""A band whose owner has left has none until somebody changes it."""


@dataclass(frozen=True)
class Difference:
    """A value that changes."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """What a row of the file does: adds a band, changes one, or nothing."""

    line: int
    band: PayBand
    differences: tuple[Difference, ...]

    @property
    def kind(self) -> str:
        """``new``, ``changed`` or ``unchanged``."""
        if self.band.pk is None:
            return "new"
        return "changed" if self.differences else "unchanged"

    @property
    def told(self) -> list[Difference]:
        """The differences that the name of the band does not tell already."""
        if self.band.pk is not None:
            return list(self.differences)
        return [told for told in self.differences if told.column not in IDENTITY and told.new]


@dataclass
class Plan:
    """What a file would do, row by row, and what is wrong with it."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def new(self) -> list[Change]:
        """The rows that add a band."""
        return [change for change in self.changes if change.kind == "new"]

    @cached_property
    def changed(self) -> list[Change]:
        """The rows that change one."""
        return [change for change in self.changes if change.kind == "changed"]

    @cached_property
    def unchanged(self) -> list[Change]:
        """The rows that say what the ledger says."""
        return [change for change in self.changes if change.kind == "unchanged"]

    @cached_property
    def digest(self) -> str:
        """The same for two plans only if they do the same to the same ledger."""
        told = [
            [change.line, change.kind, change.band.pk, [[d.column, d.old, d.new] for d in change.differences]]
            for change in self.changes
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def cells_of(band: PayBand) -> dict[str, str]:
    """A band as a row of the file; expects specialism, role and owner at hand."""
    names = {
        "specialism": band.specialism.slug,
        "role": band.role.name,
        "owner": band.owner.slug if band.owner else "",
    }
    return {name: names.get(name, cells.shown(getattr(band, FIELDS.get(name, name), ""))) for name in NAMES}


def plan(sheet: Sheet, user: User, *, lock: bool = False) -> Plan:
    """What a file would change in somebody's name; ``lock`` keeps the bands it names as they are until the transaction ends."""
    if sheet.problems and not sheet.lines:
        return Plan(problems=sheet.problems)
    return _Planner(sheet, user, lock).run()


class _Planner:
    """One run of planning; what the file refers to is looked up once."""

    def __init__(self, sheet: Sheet, user: User, lock: bool) -> None:
        self.sheet, self.user = sheet, user
        self.plan = Plan(problems=list(sheet.problems))
        self.specialisms = self._by("slug", SpecialismPage.objects.defer_streamfields(), "specialism")
        self.owners = self._by("slug", ConsultantPage.objects.all(), "owner")
        self.roles: dict[str, list[Role]] = {}
        for role in Role.objects.all():
            self.roles.setdefault(role.name.casefold(), []).append(role)
        pages = [page.pk for found in self.specialisms.values() for page in found]
        bands = PayBand.objects.filter(specialism__in=pages).select_related("specialism", "role", "owner")
        bands = bands.defer("specialism__body", "specialism__key_figures", "specialism__remit", "owner__biography")
        if lock:
            bands = bands.select_for_update(of=("self",))
        self.bands = {_identity(band): band for band in bands}
        self.seen: dict[tuple[Any, ...], int] = {}

    def _by(self, name: str, pages: Any, column: str) -> dict[str, list[Any]]:
        wanted = {line.cells[column] for line in self.sheet.lines if column in line.cells}
        found: dict[str, list[Any]] = {}
        for page in pages.filter(**{f"{name}__in": wanted}):
            found.setdefault(getattr(page, name), []).append(page)
        return found

    def run(self) -> Plan:
        """Every row in turn."""
        for line in self.sheet.lines:
            before = len(self.plan.problems)
            values = self._values(line)
            if len(self.plan.problems) == before:
                self._row(line, values)
        self.plan.problems.sort(key=lambda problem: problem.line)
        return self.plan

    def _values(self, line: Line) -> dict[str, Any]:
        """What the row's cells mean, by field; problems are noted."""
        readers = {
            "specialism": lambda cell: _only(self.specialisms.get(cell, []), f"specialism with the slug “{cell}”"),
            "role": lambda cell: _only(self._roles_named(cell), f"role named “{cell}” in the ledger"),
            "owner": lambda cell: (
                _only(self.owners.get(cell, []), f"consultant with the slug “{cell}”") if cell else None
            ),
            **READERS,
        }
        values: dict[str, Any] = {"basis": cells.basis("")}
        for column, cell in line.cells.items():
            try:
                values[FIELDS.get(column, column)] = _meaning(column, cell, readers.get(column, str))
            except CellError as error:
                self.plan.problems.append(Problem(line.number, column, str(error)))
        return values

    def _roles_named(self, name: str) -> list[Role]:
        """The role of that name; whoever writes it in other capitals means it too, if there is but one."""
        found = self.roles.get(name.casefold(), [])
        return [role for role in found if role.name == name] or found

    def _row(self, line: Line, values: dict[str, Any]) -> None:
        band = PayBand(**{name: values[name] for name in IDENTITY})
        identity = _identity(band)
        if identity in self.seen:
            self._problem(line, "", f"The row names the same band as line {self.seen[identity]}.")
            return
        self.seen[identity] = line.number
        existing = self.bands.get(identity)
        old = cells_of(existing) if existing else dict.fromkeys(NAMES, "")
        if existing:
            band = copy(existing)
            band._state = copy(existing._state)
            band._state.fields_cache = dict(existing._state.fields_cache)
        if values.get("checked_on") is None:
            values["checked_on"] = existing.checked_on if existing else timezone.localdate()
        for name, value in values.items():
            if name not in IDENTITY:
                setattr(band, name, value)
        new = cells_of(band)
        changes = tuple(Difference(name, old[name], new[name]) for name in NAMES if old[name] != new[name])
        if (changes or not existing) and not (self._theirs(line, band) and self._valid(line, band)):
            return
        self.plan.changes.append(Change(line.number, band, changes))

    def _theirs(self, line: Line, band: PayBand) -> bool:
        """Whether the band is for whoever imports it to add or change; if not, that is noted."""
        action = "change" if band.pk else "add"
        theirs = PAY_BANDS.user_has_permission_for_instance(self.user, action, band)
        if not theirs:
            self._problem(
                line, "specialism", "Only somebody who may publish in this specialism changes its pay bands."
            )
        return theirs

    def _valid(self, line: Line, band: PayBand) -> bool:
        """Whether the model accepts the band; what it does not is noted."""
        before = len(self.plan.problems)
        for check in (lambda: band.clean_fields(exclude={"specialism", "role", "owner"}), band.clean):
            try:
                check()
            except ValidationError as error:
                for name, messages in error.message_dict.items():
                    self._problem(line, COLUMNS.get(name, name), " ".join(messages))
        if band.owner is None:
            self._problem(line, "owner", "Every band needs an owner.")
        return len(self.plan.problems) == before

    def _problem(self, line: Line, column: str, message: str) -> None:
        self.plan.problems.append(Problem(line.number, column, message))


def _identity(band: PayBand) -> tuple[Any, ...]:
    return (band.specialism_id, band.role_id, band.level, band.place.lower(), band.currency, band.basis)


def _only(found: list[Any], what: str) -> Any:
    """The one thing of that name."""
    if len(found) == 1:
        return found[0]
    raise CellError(f"There is more than one {what}." if found else f"There is no {what}.")


def _meaning(column: str, cell: str, reader: Callable[[str], Any]) -> Any:
    """The value of a cell."""
    if not cell and column in MUST_BE_FILLED:
        raise CellError("This cell must not be empty.")
    return reader(cell)
