"""Programs of this project and servers on loopback, as long as they are needed."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import ROOT
from tests.support.provide import free_port, install

GUNICORN = ["--workers", "2", "--threads", "2", "--no-control-socket", "--log-level", "error"]
KEY = "-x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"


@dataclass(frozen=True)
class Server:
    """Where a server listens, and the process above all of it."""

    port: int
    process: int


def python(*arguments: str, within: Path = ROOT, **around: str) -> str:
    """What a Python program prints, one of this project unless it is ``within`` another."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=within,
        env=os.environ | around,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def need(program: str, package: str) -> None:
    """Install a program that is missing, if this user may."""
    if not shutil.which(program):
        install(package, program, f"Install {program}.")


@contextmanager
def gunicorn(application: str, around: dict[str, str], *options: str, within: Path = ROOT) -> Iterator[Server]:
    """Serve an application, with two workers of two threads unless ``options`` say otherwise."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", *GUNICORN, *options]
    with running(command, around, port, within) as process:
        yield Server(port, process)


@contextmanager
def nginx(site: int, folder: Path) -> Iterator[Server]:
    """The nginx of compose.yaml before the site at a port, over TLS, with the file ``folder``/body at ``/floor``."""
    need("nginx", "nginx-light")
    plain, port = free_port(), free_port()
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    command = ["openssl", "req", *KEY.split(), "-keyout", key, "-out", certificate]
    subprocess.run(command, check=True, capture_output=True)
    text = (ROOT / "docker" / "nginx.conf").read_text()
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
    head, location, tail = text.rpartition("    location / {")
    floor = f"location = /floor {{ default_type text/html; add_header Content-Encoding br; gzip off; alias {folder}/body; }}"
    user = "user root;" if os.geteuid() == 0 else ""
    whole = (
        f"pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 2; {user} events {{}}\n"
        f"http {{ access_log off; sendfile on; keepalive_requests 1000000;\n{head}    {floor}\n{location}{tail}\n}}"
    )
    (folder / "nginx.conf").write_text(whole)
    with running(["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"], {}, port) as process:
        yield Server(port, process)


@contextmanager
def running(command: list[str], around: dict[str, str], port: int, within: Path = ROOT) -> Iterator[int]:
    """A server as long as the block lasts, once it listens; its process."""
    log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the server
    server = subprocess.Popen(command, cwd=within, env=os.environ | around, stdout=log, stderr=log)

    def stop(why: str) -> None:
        log.seek(0)
        sys.exit(f"{log.read().decode()[-3000:]}\n{' '.join(command[:4])} {why}")

    try:
        for _attempt in range(3_000):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
                break
            except OSError:
                if server.poll() is not None:
                    stop(f"ended with {server.returncode}.")
                time.sleep(0.02)
        else:
            stop("does not listen.")
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)
