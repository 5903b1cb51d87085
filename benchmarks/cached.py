"""How fast a kept guide is: against a bare WSGI application, the same guide not kept, and nginx serving a file.

``make bench-cached`` starts PostgreSQL, gunicorn and nginx on loopback, seeds, asks each for the same bytes in turn, prints
the figures and writes them to ``benchmarks/cached.md``. It fails if a ratio is below its limit.
"""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from benchmarks.thread import machine, python
from tests.support.provide import free_port, install, postgres

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_suffix(".md")
SUPPORT_PAGES = int(os.environ.get("BENCH_PAGES", "10000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "9"))
SECONDS = 2
CODING = "gzip, deflate, br"
GUNICORN = ["--workers", "2", "--threads", "2", "--no-control-socket"]


@dataclass
class Subject:
    """What is asked: an address, with headers. ``server`` is the process that answers, with its children.

    ``rates`` are its requests a second, ``costs`` the microseconds of processor time each took there, round by round.
    """

    name: str
    url: str
    server: int
    headers: dict[str, str] = field(default_factory=dict)
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def ask(self) -> None:
        """One round with wrk."""
        given = [
            part
            for name, value in {"Accept-Encoding": CODING, **self.headers}.items()
            for part in ("-H", f"{name}: {value}")
        ]
        command = ["wrk", "-t1", "-c8", f"-d{SECONDS}s", "--timeout", "30s", *given, self.url]
        before = processor_time(self.server)
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        used = processor_time(self.server) - before
        if "Non-2xx" in said and "If-None-Match" not in self.headers:
            sys.exit(f"{self.name}: {said}")
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]))
        self.costs.append(used / max(1, int(re.search(r"(\d+) requests in", said)[1])) * 1_000_000)


def processor_time(process: int) -> float:
    """Seconds of processor time that a process and its living children have used."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            pid, _name, rest = re.fullmatch(r"(\d+) \((.*)\) (.*)", stat.read_text().strip(), re.S).groups()
            fields = rest.split()
            if process in {int(pid), int(fields[1])}:
                total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


LIMITS = {
    ("kept guide", "bare WSGI application"): 0.5,
    ("kept guide", "guide rendered each time"): 100,
    ("nginx with its cache", "nginx serving the file"): 0.5,
}
"""How many times as many requests a second the first one has to answer as the second, at least."""
CHEAPER = ("kept guide, 304", "kept guide")
"""The first one takes less processor time."""


def main() -> int:
    """Measure, print, write, judge."""
    os.environ.pop("DATABASE_URL", None)
    with postgres() as server, tempfile.TemporaryDirectory(prefix="throughline-bench-") as folder:
        subjects = measure(server, Path(folder))
    text = report(subjects)
    print(text)
    RESULTS.write_text(text)
    missed = [
        f"{one} against {other}: {ratio(subjects, one, other):.2f}, not {least}"
        for (one, other), least in LIMITS.items()
        if ratio(subjects, one, other) < least
    ]
    cheap, dear = (statistics.median(subjects[name].costs) for name in CHEAPER)
    if cheap >= dear:
        missed.append(f"{CHEAPER[0]} takes {cheap:.0f} µs of processor time, {CHEAPER[1]} {dear:.0f}")
    print("\n".join(missed) or "Everything within its limits.")
    return 1 if missed else 0


def measure(server: str, folder: Path) -> dict[str, Subject]:
    """Seed a site, start everything, ask everything in turn; a guide with an average number of siblings."""
    for program, package in (("wrk", "wrk"), ("nginx", "nginx-light")):
        if not shutil.which(program):
            install(package, program, f"Install {program}.")
    database = urlunsplit(urlsplit(server)._replace(path="/bench_cached"))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS bench_cached")
        connection.execute("CREATE DATABASE bench_cached")
    around = {
        "DATABASE_URL": database,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "agency.settings.development",
        "FLOOR": str(folder),
        "LOG_LEVEL": "ERROR",
    }
    print(f"Seeding {SUPPORT_PAGES:,} support pages", flush=True)
    python("manage.py", "migrate", "--verbosity=0", **around)
    python(
        "manage.py",
        "seed_scale",
        "--specialisms",
        str(max(3, SUPPORT_PAGES // 20)),
        "--support-pages",
        str(SUPPORT_PAGES),
        **around,
    )
    with psycopg.connect(database) as connection:
        path = connection.execute(
            "SELECT p.url_path, h.url_path FROM wagtailcore_page p JOIN support_pages_supportpage s ON s.page_ptr_id = p.id"
            " JOIN wagtailcore_page h ON h.depth = 2 AND p.path LIKE h.path || '%' WHERE p.live ORDER BY p.path LIMIT 1 OFFSET 20"
        ).fetchone()
    guide = "/" + path[0].removeprefix(path[1])
    with ExitStack() as running:
        site, site_process = running.enter_context(gunicorn("agency.wsgi", around))
        uncached, uncached_process = running.enter_context(
            gunicorn("agency.wsgi", around | {"PAGE_CACHE_URL": "none://"})
        )
        etag = keep_bytes(site, guide, folder)
        bare, bare_process = running.enter_context(gunicorn("benchmarks.bare", around))
        front, front_process = running.enter_context(nginx(site, folder))
        subjects = [
            Subject("bare WSGI application", f"http://127.0.0.1:{bare}/", bare_process),
            Subject("kept guide", f"http://127.0.0.1:{site}{guide}", site_process),
            Subject("kept guide, 304", f"http://127.0.0.1:{site}{guide}", site_process, {"If-None-Match": etag}),
            Subject("guide rendered each time", f"http://127.0.0.1:{uncached}{guide}", uncached_process),
            Subject("nginx serving the file", f"https://127.0.0.1:{front}/floor", front_process),
            Subject("nginx with its cache", f"https://127.0.0.1:{front}{guide}", front_process, {"Host": "127.0.0.1"}),
        ]
        for subject in subjects:
            subject.ask()
            subject.rates.clear()
            subject.costs.clear()  # the first round warms up
        for number in range(ROUNDS):
            print(f"Round {number + 1} of {ROUNDS}", flush=True)
            for subject in subjects:
                subject.ask()
    return {subject.name: subject for subject in subjects}


def keep_bytes(port: int, path: str, folder: Path) -> str:
    """Note what the site answers, for the floors; returns its tag."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Accept-Encoding": CODING})
    response = connection.getresponse()
    (folder / "body").write_bytes(response.read())
    own = {"server", "date", "connection"}
    headers = [(name, value) for name, value in response.getheaders() if name.lower() not in own]
    (folder / "headers.json").write_text(json.dumps(headers))
    if response.status != http.HTTPStatus.OK or response.headers["Content-Encoding"] != "br":
        sys.exit(f"{path}: {response.status} {headers}")
    return response.headers["ETag"]


@contextmanager
def gunicorn(application: str, environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Serve an application; its port and process."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        application,
        "--bind",
        f"127.0.0.1:{port}",
        *GUNICORN,
        "--log-level",
        "error",
    ]
    with running(command, environment, port) as process:
        yield port, process


@contextmanager
def nginx(site: int, folder: Path) -> Iterator[tuple[int, int]]:
    """The nginx of compose.yaml in front of the site, with the floor at ``/floor``; its port for HTTPS and its process."""
    plain, port = free_port(), free_port()
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-keyout",
            key,
            "-out",
            certificate,
        ],
        check=True,
        capture_output=True,
    )
    text = (ROOT / "docker" / "nginx.conf").read_text()
    floor = f"location = /floor {{ default_type text/html; add_header Content-Encoding br; gzip off; alias {folder}/body; }}\n    location / {{"
    changes = {
        r"resolver [^;]+;": "",
        r"listen 80 default_server;": f"listen 127.0.0.1:{plain};",
        r"listen 443 ssl default_server;": f"listen 127.0.0.1:{port} ssl http2;",
        r"http2 on;": "",  # of nginx 1.25 and newer; what a distribution brings may be older
        r"http://web:8000": f"http://127.0.0.1:{site}",
        r"/etc/nginx/certificates": str(folder),
        r"/var/cache/nginx/pages": str(folder / "nginx-pages"),
    }
    for old, new in changes.items():
        text, times = re.subn(old, new, text)
        if not times:
            sys.exit(f"docker/nginx.conf has no {old}")
    head, _location, tail = text.rpartition("    location / {")
    whole = f"pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 2; user root; events {{}}\nhttp {{ access_log off; sendfile on; keepalive_requests 1000000;\n{head}    {floor}{tail}\n}}"
    (folder / "nginx.conf").write_text(whole)
    with running(["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"], {}, port) as process:
        yield port, process


@contextmanager
def running(command: list[str], environment: dict[str, str], port: int) -> Iterator[int]:
    """A server as long as the block lasts, once it listens; its process."""
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment)
    try:
        for _attempt in range(300):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
                break
            except OSError:
                time.sleep(0.1)
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def ratio(subjects: dict[str, Subject], one: str, other: str) -> float:
    """How many times as many requests the first one answers: the median of the rounds, which are side by side."""
    pairs = zip(subjects[one].rates, subjects[other].rates, strict=True)
    return statistics.median(mine / yours for mine, yours in pairs)


def report(subjects: dict[str, Subject]) -> str:
    """The figures as Markdown."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    rates = "\n".join(
        f"| {one.name} | {statistics.median(one.rates):,.0f} | {min(one.rates):,.0f}–{max(one.rates):,.0f} | {statistics.median(one.costs):,.0f} |"
        for one in subjects.values()
    )
    ratios = "\n".join(
        f"| {one} / {other} | {ratio(subjects, one, other):.2f} | {least} |" for (one, other), least in LIMITS.items()
    )
    return f"""# Kept pages

Made by `make bench-cached` on {datetime.now(UTC):%d %B %Y}, commit {commit}, {machine()}. One guide of a site with
{SUPPORT_PAGES:,} support pages, PostgreSQL, pages in files; gunicorn with {" ".join(GUNICORN[:4])}; nginx over TLS;
wrk with 8 connections on the same machine, {ROUNDS} rounds of {SECONDS} seconds each, one subject after the other.

| | requests a second, median | from–to | µs of processor time each |
| --- | ---: | ---: | ---: |
{rates}

| | ratio, median of the rounds | at least |
| --- | ---: | ---: |
{ratios}
"""


if __name__ == "__main__":
    sys.exit(main())
