"""The whole suite, in three passes; run by ``make test`` once a server and a browser are there.

The first pass needs only the database, the second starts the real site and drives or kills it, the third repeats on
SQLite what depends on how a database behaves. All passes run even if one fails.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PASSES = [
    ("on PostgreSQL", ["-m", "not browser and not slow", "-n", "2", "--dist", "loadfile"]),
    ("journeys and faults on PostgreSQL", ["-m", "browser or slow"]),
]
ON_SQLITE = ["-m", "database"]


def main() -> int:
    """Run every pass; 0 only if all of them passed."""
    failed = [name for name, options in PASSES if pytest(name, options, os.environ)]
    with tempfile.TemporaryDirectory(prefix="throughline-sqlite-") as folder:
        sqlite = {**os.environ, "DATABASE_URL": f"sqlite:///{Path(folder) / 'db.sqlite3'}", "VAR_DIR": folder}
        if pytest("again on SQLite", ON_SQLITE, sqlite):
            failed.append("again on SQLite")
    print("All passes succeeded." if not failed else f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def pytest(name: str, options: list[str], environment: dict[str, str] | os._Environ[str]) -> int:
    """Run pytest with these options and the arguments of this command."""
    print(f"\n=== {name} ===", flush=True)
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *sys.argv[1:]], env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
