"""The benchmark knows its parts, and judges by what was promised. ``python -m benchmarks --quick`` runs it from end to end."""

import subprocess
import sys

import pytest

from benchmarks.report import Part, Promise
from tests.support.stack import ROOT


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
