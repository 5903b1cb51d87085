"""What was measured, and on what."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[1]


def commit() -> str:
    """What is measured."""
    described = ["git", "describe", "--always", "--dirty"]
    return subprocess.run(described, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def machine() -> str:
    """Processor and memory, without a name."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(models)} cores of {models[0] if models else platform.machine()}, {memory:.0f} GiB"


def versions(server: str) -> str:
    """Of what the site stands on; ``server`` is the address of PostgreSQL."""
    with psycopg.connect(server) as connection:
        database = connection.execute("SHOW server_version").fetchone()[0].split()[0]
    packages = ", ".join(f"{name} {version(name.lower())}" for name in ("Django", "Wagtail", "gunicorn"))
    return f"Python {platform.python_version()}, {packages}, PostgreSQL {database}"
