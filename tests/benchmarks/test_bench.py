"""The benchmark runs from end to end, and judges by what was promised."""

import subprocess
import sys

import pytest

from benchmarks.report import Part, Promise
from tests.support.stack import ROOT

TITLES = {"Uncached", "Cached", "Starting, and memory", "Search", "Growth"}
"""What a quick run measures; the first visits are a test of their own (tests/browser/test_wire.py)."""


@pytest.mark.slow
def test_a_quick_run_measures_everything() -> None:
    command = [sys.executable, "-m", "benchmarks", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert {line.removeprefix("## ") for line in done.stdout.splitlines() if line.startswith("## ")} >= TITLES
    assert "| queries of a kept guide | 0.00 | at most 0 | met |" in done.stdout
    assert "| workers that were replaced meanwhile | 0.00 | at most 0 | met |" in done.stdout
    assert "| answers that were faults | 0.00 | at most 0 | met |" in done.stdout
    assert "| bare Wagtail page, the same text | 4 |" in done.stdout


def test_parts_are_known_by_name() -> None:
    command = [sys.executable, "-m", "benchmarks", "nonsense"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "nonsense" in done.stderr


@pytest.mark.parametrize(
    ("promise", "is_met"),
    [
        (Promise("at its limit", 1.5, 1.5), True),
        (Promise("rounded it would be", 1.504, 1.5), False),
        (Promise("enough", 0.5, 0.5, at_least=True), True),
        (Promise("too little", 0.49, 0.5, at_least=True), False),
    ],
)
def test_promises_are_judged_at_full_precision(promise: Promise, is_met: bool) -> None:
    assert promise.is_met is is_met
    told = str(Part("Title", ["", "figure"], [["row", "1"]], "Notes.", [promise]))
    assert ("**not met**" in told) is not is_met
