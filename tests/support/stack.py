"""The real site for a test: a database of its own, gunicorn and the worker as processes that can be killed."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from tests.support.databases import create, drop, named
from tests.support.provide import free_port
from tests.support.waiting import until

ROOT = Path(__file__).resolve().parents[2]
BUILT = "BUILT_DEMO"
"""The environment variable that names a database with the demo and its folder, for whoever wants a copy of it."""

AFTER_A_MAIL = "-" * 79
"""The line that Django's backend for files writes after each mail."""


def wait_for(url: str, log: Path, seconds: float = 60) -> None:
    """Return once an address answers; raises ``TimeoutError`` with the end of the log if it does not."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(log.read_text()[-3000:])


class Stack:
    """A site in ``folder``: ``start`` it, talk to ``url``, read ``folder / "mail"``, ``kill`` parts of it, ``stop`` it."""

    def __init__(self, folder: Path, database_url: str, **environment: str) -> None:
        self.folder, self.port = folder, free_port()
        folder.mkdir(exist_ok=True)
        self.url = f"http://127.0.0.1:{self.port}"
        self._server = database_url
        self.database_url = self._create_database()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "agency.settings.development",
            "DATABASE_URL": self.database_url,
            "VAR_DIR": str(folder),
            "BASE_URL": self.url,
            "SITE_PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
            "SCREENING": "false",  # programs send faster than people, and one sends for all
            **environment,
        }
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def _create_database(self) -> str:
        if self._server.startswith("sqlite"):
            return f"sqlite:///{self.folder / 'db.sqlite3'}"
        self._name = f"stack_{uuid.uuid4().hex[:12]}"
        create(self._server, self._name)
        return named(self._server, self._name)

    def prepare(self) -> str:
        """Build the demo, or copy one that is built; returns what ``BUILT`` has to be for others to copy this one."""
        if BUILT in os.environ:
            name, _space, folder = os.environ[BUILT].partition(" ")
            create(self._server, self._name, name)
            shutil.copytree(folder, self.folder, dirs_exist_ok=True)
        self.manage("prepare")
        self.leave_pdfs()
        return f"{self._name} {self.folder}"

    def manage(self, *arguments: str) -> str:
        """Run a management command and return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout

    def forget(self) -> None:
        """Empty a cache of files, and with it how often somebody has sent something lately."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)

    def leave_pdfs(self) -> None:
        """Spare the worker the PDFs of all guides: minutes of work, which a killed worker begins again and again."""
        done = (
            "UPDATE django_tasks_database_dbtaskresult SET status = 'SUCCESSFUL' WHERE task_path = '{}' RETURNING id"
        )
        assert self.rows(done.format("support_pages.pdf.look_at"))

    def start(self, *names: str) -> None:
        """Start ``web``, ``worker`` or both, and wait until the web server answers."""
        options = ["--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", "4", "--no-control-socket"]
        commands = {
            "web": [sys.executable, "-m", "gunicorn", "agency.wsgi", *options],
            "worker": [sys.executable, "manage.py", "worker", "--no-startup-delay", "--interval", "0.2"],
        }
        for name in names or commands:
            with (self.folder / f"{name}.log").open("ab") as log:
                self.processes[name] = subprocess.Popen(
                    commands[name], cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
                )
        if "web" in self.processes:
            self.wait_for_web()

    def wait_for_web(self, seconds: float = 60) -> None:
        """Return once the health address answers."""
        wait_for(f"{self.url}/health/", self.folder / "web.log", seconds)

    def kill(self, name: str, with_signal: int = signal.SIGKILL) -> None:
        """Send a signal to a process and all its children, and wait for its end."""
        process = self.processes.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, with_signal)
        process.wait(timeout=30)

    def stop(self) -> None:
        """End every process and drop the database."""
        for name in list(self.processes):
            self.kill(name)
        if not self._server.startswith("sqlite"):
            drop(self._server, self._name)

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """What a query finds in the site's database; the values stand where it says ``%s``."""
        if self._server.startswith("sqlite"):
            with closing(sqlite3.connect(self.folder / "db.sqlite3")) as file:
                return file.execute(query.replace("%s", "?"), values).fetchall()
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(query, values or None).fetchall()

    def wait_for_worker(self, seconds: float = 120) -> None:
        """Return once the worker has nothing left to do now; PDFs that it makes change what readers see."""
        left = "SELECT task_path FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"
        until(lambda: not self.rows(left), "the worker is done", seconds)

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """End every connection to the database and let nobody in, as long as the block lasts (PostgreSQL only)."""
        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(f'ALTER DATABASE "{self._name}" ALLOW_CONNECTIONS false')
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [self._name]
            )
            try:
                yield
            finally:
                connection.execute(f'ALTER DATABASE "{self._name}" ALLOW_CONNECTIONS true')

    def mails(self) -> list[str]:
        """What the worker has written to the mail folder, oldest first; mails of one second may share a file."""
        files = sorted((self.folder / "mail").glob("*"))
        return [mail for file in files for mail in file.read_text().split(f"{AFTER_A_MAIL}\n") if mail]

    def logs(self) -> str:
        """Everything web and worker have logged."""
        return "".join(path.read_text() for path in sorted(self.folder.glob("*.log")))

    def login(self, role: str) -> tuple[str, str]:
        """Username and password of a demo account by its role."""
        kept = next(self.folder.glob("demo_logins_*.txt"))
        for line in kept.read_text().splitlines():
            found, username, password = line.split()
            if found == role:
                return username, password
        raise KeyError(role)
