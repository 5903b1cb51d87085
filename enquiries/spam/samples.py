"""Samples of spam and of mandates, and what the screening makes of them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from enquiries.models.mandate import Screening
from enquiries.spam.facts import Facts
from enquiries.spam.verdict import Assessment, assess

FOLDER = settings.BASE_DIR / "tests" / "data" / "spam"
ORDER = [Screening.CLEAR, Screening.PROOF, Screening.QUARANTINE]


@dataclass(frozen=True)
class Sample:
    """One submission written for the purpose: what it is, what it says, and how it is assessed."""

    real: bool
    language: str
    kind: str
    facts: Facts
    assessment: Assessment


class NoSamplesError(Exception):
    """There is no file of samples where they were looked for."""


def samples_in(folder: Path) -> list[Sample]:
    """All samples of ``real-*.jsonl`` and ``spam-*.jsonl`` in a folder, assessed; raises ``NoSamplesError`` without either."""
    found = []
    for name in ("real", "spam"):
        files = sorted(folder.glob(f"{name}-*.jsonl"))
        if not files:
            raise NoSamplesError(f"no samples: {folder}/{name}-*.jsonl")
        for file in files:
            found += [sample_of(line, real=name == "real") for line in _lines(file)]
    return found


def sample_of(line: dict[str, Any], real: bool) -> Sample:
    """A line of a file: the answers, ``seconds``, ``honeypot``, ``burst`` (others of the block) and ``repeat``."""
    facts = Facts(
        **{name: line[name] for name in ("role", "need", "name", "company", "email")},
        seconds=line["seconds"],
        honeypot=line["honeypot"],
        from_block=line["burst"],
        repeats=int(line["repeat"]),
    )
    return Sample(real, line["language"], line["kind"], facts, assess(facts))


def tally(samples: Iterable[Sample]) -> dict[tuple[str, str, str], Counter[Screening]]:
    """How many were found clear, held for a proof and put in quarantine, by what they are, language and kind."""
    counts: dict[tuple[str, str, str], Counter[Screening]] = {}
    for sample in samples:
        group = ("real" if sample.real else "spam", sample.language, sample.kind)
        counts.setdefault(group, Counter())[sample.assessment.screening] += 1
    return counts


def share(samples: Iterable[Sample], *, real: bool, screening: Screening) -> float:
    """The share, from 0 to 1, of real or spam samples that ended so."""
    ends = [sample.assessment.screening == screening for sample in samples if sample.real == real]
    return sum(ends) / len(ends)


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
