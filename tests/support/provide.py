"""Provide what the suite needs, then run a command: ``python -m tests.support.provide -- COMMAND``.

PostgreSQL comes from DATABASE_URL, else from a throw-away server started with the programs on this machine, else those
are installed with apt-get when this user may. Chromium comes from CHROMIUM, the PATH, or apt-get likewise. What cannot
be had is said, with what to do, and ends the run: nothing is skipped.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CACHE_SERVERS = ["valkey-server", "redis-server"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def main() -> int:
    """Run the command after ``--`` with DATABASE_URL and CHROMIUM set; returns its status."""
    command = sys.argv[sys.argv.index("--") + 1 :]
    environment = dict(os.environ)
    environment["CHROMIUM"] = chromium()
    with postgres() as url:
        environment["DATABASE_URL"] = url
        return subprocess.run(command, env=environment, check=False).returncode


def stop(what: str, cure: str) -> None:
    """End the run with a message that helps."""
    sys.exit(f"\nThe tests need {what}, which this machine does not have.\n{cure}\n")


def install(package: str, what: str, cure: str) -> None:
    """Install a Debian package when this user may; otherwise say what to do."""
    if not shutil.which("apt-get"):
        stop(what, cure)
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and (not shutil.which("sudo") or subprocess.run([*sudo, "true"], check=False).returncode):
        stop(what, cure)
    print(f"Installing {package} for the tests (a minute or two)", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "check": False}
    subprocess.run([*sudo, "apt-get", "update", "-qq"], **quiet)
    environment = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive"]
    done = subprocess.run(
        [*environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends", package], **quiet
    )
    if done.returncode:
        stop(what, f"apt-get could not install {package}.\n{cure}")


def chromium() -> str:
    """The path of a Chromium."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    for attempt in range(2):
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        if found:
            return found
        if attempt == 0:
            install("chromium", "Chromium", "Install Chromium or Chrome, or set CHROMIUM=/path/to/it.")
    stop("Chromium", "Install Chromium or Chrome, or set CHROMIUM=/path/to/it.")
    raise AssertionError


def postgres_programs() -> Path | None:
    """The folder with initdb and pg_ctl, the newest if there are several."""
    on_path = shutil.which("initdb")
    if on_path and shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server: the one given, or one of our own that is gone afterwards."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres", "pgsql")):
        yield given
        return
    programs = postgres_programs()
    if programs is None:
        cure = "Install PostgreSQL's server programs, or set DATABASE_URL=postgres://user:password@host/name."
        install("postgresql", "PostgreSQL", cure)
        programs = postgres_programs() or stop("PostgreSQL", cure)
    temporary = tempfile.TemporaryDirectory(prefix="throughline-postgres-")
    with temporary as folder, throw_away_server(Path(programs), Path(folder)) as url:
        yield url


@contextmanager
def throw_away_server(programs: Path, folder: Path) -> Iterator[str]:
    """Start a server with its data in ``folder``, on a free port of the loopback address; stop it afterwards."""
    as_user: list[str] = []
    if os.geteuid() == 0:  # initdb refuses root
        owner = unprivileged_user()
        as_user = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data, log = folder / "data", folder / "log"
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
    subprocess.run(
        [*as_user, programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync"], **run
    )
    port = free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off -c max_connections=200"
    subprocess.run([*as_user, programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start"], **run)
    try:
        yield f"postgres://tests@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*as_user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)


@contextmanager
def cache_server() -> Iterator[str]:
    """The URL of a Valkey or Redis of our own that keeps nothing on disk and is gone afterwards."""
    cure = "Install Valkey or Redis."
    for attempt in range(2):
        program = next(filter(None, map(shutil.which, CACHE_SERVERS)), None)
        if program:
            break
        if attempt == 0:
            install("redis-server", "Valkey or Redis", cure)
    else:
        stop("Valkey or Redis", cure)
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with tempfile.TemporaryDirectory(prefix="throughline-cache-") as folder:
        server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        try:
            for _attempt in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(timeout=10)


def unprivileged_user() -> pwd.struct_passwd:
    """The user to run PostgreSQL as when we are root."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    stop("an unprivileged user", "Run the tests as a user other than root.")
    raise AssertionError


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
