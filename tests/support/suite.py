"""The whole suite, in three passes; run by ``make test`` once a server and a browser are there.

The first pass needs only the database, the second starts the real site and drives or kills it, the third repeats on SQLite
what depends on how a database behaves. The third, and building the demo that the second copies, go on beside the others and
give way to them, so that no time that is measured there suffers. All passes run even if one fails.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from tests.support.databases import create, migrated
from tests.support.stack import BUILT, Stack

TWO_PROCESSES = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--reuse-db"]
WITHOUT_SITE = ["-m", "not browser and not slow", *TWO_PROCESSES]
WITH_SITE = ["-m", "browser or slow", *TWO_PROCESSES]
ON_SQLITE = ["-m", "database"]
GIVES_WAY = 19
"""How nice a process is that takes only the time that others leave."""


def main() -> int:
    """Run every pass; 0 only if all of them passed."""
    server = os.environ["DATABASE_URL"]
    with (
        migrated(server),
        tempfile.TemporaryDirectory(prefix="throughline-") as folder,
        ThreadPoolExecutor(initializer=os.nice, initargs=(GIVES_WAY,)) as beside,
    ):
        for process in ("gw0", "gw1"):  # the names that pytest-django will look for
            create(server, f"test_{urlsplit(server).path.strip('/')}_{process}")
        passed = {}
        demo = Stack(Path(folder, "demo"), server)
        try:
            built = beside.submit(demo.prepare)
            log = Path(folder, "sqlite.log")
            third = beside.submit(on_sqlite, Path(folder), log)
            passed["on PostgreSQL"] = finish(begin(WITHOUT_SITE))
            if not built.exception():  # else the tests of the second pass build it again, and say what is wrong
                os.environ[BUILT] = built.result()
            passed["journeys and faults on PostgreSQL"] = finish(begin(WITH_SITE))
            passed["again on SQLite"] = third.result()
            print(f"\n=== again on SQLite ===\n{log.read_text()}")
        finally:
            demo.stop()
    failed = [name for name, is_good in passed.items() if not is_good]
    print("All passes succeeded." if not failed else f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def on_sqlite(folder: Path, log: Path) -> bool:
    """The third pass, written to ``log``; whether all of its tests passed."""
    with log.open("w") as output:
        return finish(begin(ON_SQLITE, output, DATABASE_URL=f"sqlite:///{folder}/db.sqlite3", VAR_DIR=str(folder)))


def begin(options: list[str], output: TextIO | None = None, **environment: str) -> subprocess.Popen[bytes]:
    """Start pytest with these options and the arguments of this command."""
    command = [sys.executable, "-m", "pytest", *options, *sys.argv[1:]]
    return subprocess.Popen(command, env={**os.environ, **environment}, stdout=output, stderr=output)


def finish(run: subprocess.Popen[bytes]) -> bool:
    """Wait for its end; whether all of its tests passed."""
    return run.wait() == 0


if __name__ == "__main__":
    sys.exit(main())
