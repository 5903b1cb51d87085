"""Processes that work on what others wrote know no secret, and end."""

import subprocess
import sys
from pathlib import Path

import pytest

from agency import child_process


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that says what its environment is, from a folder of its own."""
    (tmp_path / "told.py").write_text("import os, sys; print(sys.stdin.read(), dict(os.environ))")
    (tmp_path / "busy.py").write_text("while True: pass")
    greedy = "from agency import child_process; child_process.limit(300_000_000, 5); print(len(bytes(400_000_000)))"
    (tmp_path / "greedy.py").write_text(greedy)
    known = child_process.environment()
    monkeypatch.setattr(child_process, "environment", lambda: {**known, "PYTHONPATH": str(tmp_path)})
    return "told"


def test_the_child_is_handed_the_message_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "s3cret")
    monkeypatch.setenv("DATABASE_URL", "postgres://user:s3cret@host/name")
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert "s3cret" not in str(child_process.environment())
    assert child_process.environment()["LANG"] == "C.UTF-8"


def test_the_child_reads_its_message(module: str) -> None:
    done = child_process.run(module, b"a message", 20)
    assert done.returncode == 0
    assert done.stdout.startswith(b"a message {")
    assert b"DJANGO_SETTINGS_MODULE" not in done.stdout


def test_the_child_ends_when_it_takes_too_long(module: str) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        child_process.run("busy", b"", 0.5)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit address space")
def test_the_child_ends_when_it_grows(module: str) -> None:
    done = child_process.run("greedy", b"", 20)
    assert done.returncode
    assert b"MemoryError" in done.stderr
