"""Runs a module of the project in a process of its own, for work on what others wrote.

Such work may crash, hang or grow: only that process ends, and it never knew a secret. Imports nothing of Django, since
the child imports it too.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PASSED_ON = {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"}
PASSED_ON_PREFIXES = ("XDG_", "FONTCONFIG_")


def run(module: str, message: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """What ``python -m module`` makes of ``message`` on its standard input.

    Raises ``subprocess.TimeoutExpired`` after so many seconds, when the process has been ended.
    """
    return subprocess.run(  # noqa: S603 - this Python and a module of ours
        [sys.executable, "-m", module],
        input=message,
        capture_output=True,
        timeout=seconds,
        cwd=ROOT,
        env=environment(),
        check=False,
    )


def environment() -> dict[str, str]:
    """What finding programs, libraries and fonts needs; none of the site's settings."""
    found = {
        name: value for name, value in os.environ.items() if name in PASSED_ON or name.startswith(PASSED_ON_PREFIXES)
    }
    return found | {"PYTHONDONTWRITEBYTECODE": "1"}


def limit(memory: int, seconds: int) -> None:
    """Bound the process this is called in, where the system can: address space in bytes, processor time."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    wanted = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    for kind, most in wanted.items():
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (OSError, ValueError):  # macOS does not limit address space; the time limit outside still holds
            continue
