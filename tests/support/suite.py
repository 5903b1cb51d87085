"""The whole suite, in three passes; run by ``make test`` once a server and a browser are there.

The first pass needs only the database, the second starts the real site and drives or kills it, the third repeats on
SQLite what depends on how a database behaves, while the second waits for browsers. All passes run even if one fails.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from tests.support.databases import create, migrated

WITHOUT_SITE = ["-m", "not browser and not slow", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
WITH_SITE = ["-m", "browser or slow"]
ON_SQLITE = ["-m", "database"]


def main() -> int:
    """Run every pass; 0 only if all of them passed."""
    server = os.environ["DATABASE_URL"]
    with migrated(server), tempfile.TemporaryDirectory(prefix="throughline-sqlite-") as folder:
        for ending in ("_gw0", "_gw1", ""):  # the names that pytest-django will look for
            create(server, f"test_{urlsplit(server).path.strip('/')}{ending}")
        sqlite = {"DATABASE_URL": f"sqlite:///{Path(folder) / 'db.sqlite3'}", "VAR_DIR": folder}
        passed = {"on PostgreSQL": finish(begin([*WITHOUT_SITE, "--reuse-db"]))}
        log = Path(folder) / "sqlite.log"
        with log.open("w") as output:
            third = begin(ON_SQLITE, output, **sqlite)
            passed["journeys and faults on PostgreSQL"] = finish(begin([*WITH_SITE, "--reuse-db"]))
            passed["again on SQLite"] = finish(third)
        print(f"\n=== again on SQLite ===\n{log.read_text()}")
    failed = [name for name, is_good in passed.items() if not is_good]
    print("All passes succeeded." if not failed else f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def begin(options: list[str], output: TextIO | None = None, **environment: str) -> subprocess.Popen[bytes]:
    """Start pytest with these options and the arguments of this command."""
    command = [sys.executable, "-m", "pytest", *options, *sys.argv[1:]]
    return subprocess.Popen(command, env={**os.environ, **environment}, stdout=output, stderr=output)


def finish(run: subprocess.Popen[bytes]) -> bool:
    """Wait for its end; whether all of its tests passed."""
    return run.wait() == 0


if __name__ == "__main__":
    sys.exit(main())
