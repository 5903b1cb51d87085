"""What a check of the thread found, written cluster by cluster: as lines to read, or as one JSON document.

The document, whose ``version`` changes when something of it does::

    {
      "version": 1,
      "clusters": [
        {
          "specialism": {"id": 7, "title": "…", "address": "https://…"},   null for a guide under no specialism
          "score": 92,            0 to 100
          "pages": 12,            the specialism and its guides
          "errors": 1,
          "warnings": 3,
          "problems": [
            {
              "severity": "error" or "warning",
              "code": "broken-link",
              "page": {"id": 9, "title": "…", "address": "https://…"},
              "message": "…",
              "cure": {"label": "…", "address": "https://…"}
            }
          ]
        }
      ],
      "summary": {
        "clusters": 1, "pages": 12, "errors": 1, "warnings": 3,
        "rules": {"broken-link": {"severity": "error", "problems": 1}}      only those that found something
      }
    }

Each cluster is one line of text, in the order of the tree, and the summary comes last, so that a reader need not hold it
all. Addresses are absolute.
"""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, Protocol

from django.conf import settings
from django.utils.encoding import iri_to_uri

from support_pages.thread.check import Report
from support_pages.thread.health import score
from support_pages.thread.rule import RULES, Problem

VERSION = 1
Write = Callable[[str], Any]
"""Takes text with its line ends."""


class Totals:
    """What all clusters come to."""

    def __init__(self) -> None:
        self.clusters = self.pages = self.errors = self.warnings = 0
        self.rules: Counter[str] = Counter()

    def add(self, report: Report) -> None:
        """Count one cluster."""
        self.clusters += report.cluster.canonical is not None
        self.pages += len(report.pages)
        self.errors += report.errors
        self.warnings += report.warnings
        self.rules.update(problem.rule.code for problem in report.problems)

    def by_rule(self) -> list[tuple[str, str, int]]:
        """Severity, code and number of problems of each rule that found some, in the order of the rules."""
        return [(str(rule.severity.value), code, self.rules[code]) for code, rule in RULES.items() if self.rules[code]]


class Writer(Protocol):
    """Writes a report: its beginning, one cluster after another, its end."""

    def begin(self) -> None: ...

    def cluster(self, report: Report) -> None: ...

    def end(self, totals: Totals) -> None: ...


class Lines:
    """For people."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def begin(self) -> None:
        """Nothing."""

    def cluster(self, report: Report) -> None:
        """Name and score of a cluster, then its problems, each with where it is cured."""
        name = report.cluster.canonical.title if report.cluster.canonical else "Under no specialism"
        counts = f"{_count(len(report.pages), 'page')}, {_found(report.errors, report.warnings)}"
        self._write(f"{name}: score {score(report)}, {counts}\n")
        for problem in report.problems:
            self._write(f"  {problem.severity.value:<7}  {problem.rule.code}  {problem.page.title}\n")
            self._write(f"           {problem.message}\n           {absolute(problem.cure.url)}\n")

    def end(self, totals: Totals) -> None:
        """How often each rule found something, and what all comes to."""
        self._write("\n")
        for severity, code, number in totals.by_rule():
            self._write(f"{number:>7,}  {severity:<7}  {code}\n")
        checked = f"{_count(totals.clusters, 'cluster')}, {_count(totals.pages, 'page')}"
        self._write(f"{checked}: {_found(totals.errors, totals.warnings)}\n")


class Document:
    """For programs; see above."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._separator = ""

    def begin(self) -> None:
        """Open the list of clusters."""
        self._write(f'{{"version": {VERSION}, "clusters": [')

    def cluster(self, report: Report) -> None:
        """One entry of the list, on a line of its own."""
        canonical = report.cluster.canonical
        entry = {
            "specialism": _page(canonical) if canonical else None,
            "score": score(report),
            "pages": len(report.pages),
            "errors": report.errors,
            "warnings": report.warnings,
            "problems": [_problem(problem) for problem in report.problems],
        }
        self._write(f"{self._separator}\n{json.dumps(entry, ensure_ascii=False)}")
        self._separator = ","

    def end(self, totals: Totals) -> None:
        """Close the list; the summary."""
        summary = {
            "clusters": totals.clusters,
            "pages": totals.pages,
            "errors": totals.errors,
            "warnings": totals.warnings,
            "rules": {code: {"severity": severity, "problems": count} for severity, code, count in totals.by_rule()},
        }
        self._write(f'\n], "summary": {json.dumps(summary)}}}\n')


def absolute(url: str) -> str:
    """An address of this site, with its scheme and host."""
    return f"{settings.BASE_URL}{iri_to_uri(url)}"


def _page(page: Any) -> dict[str, Any]:
    return {"id": page.pk, "title": page.title, "address": absolute(page.url or "")}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.rule.code,
        "page": _page(problem.page),
        "message": problem.message,
        "cure": {"label": problem.cure.label, "address": absolute(problem.cure.url)},
    }


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _found(errors: int, warnings: int) -> str:
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
