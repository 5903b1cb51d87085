"""Asking servers: one after the other to see what a request costs, by wrk to see how many there can be."""

import http.client
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from benchmarks.accounting import processor_seconds
from benchmarks.servers import Server

CODING = "gzip, deflate, br"
EVERYBODY = 8
"""Connections after which each worker has answered some."""
WARM = 5
MILLI, MICRO = 1_000, 1_000_000


@dataclass
class Subject:
    """What is asked: an address of a server, with headers in which ``{n}`` is the number of the request.

    Round by round: ``web`` and ``database`` are milliseconds of processor time a request, asked one by one; ``rates`` are
    requests a second and ``costs`` microseconds of the server's processor time each, asked by wrk.
    """

    name: str
    server: Server
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    scheme: str = "http"
    queries: int = 0
    asked: int = 0
    web: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def get(self, connection: http.client.HTTPConnection) -> bytes:
        """One answer, which has to be a good one."""
        self.asked += 1
        headers = {name: value.format(n=self.asked) for name, value in self.headers.items()}
        connection.request("GET", self.path, headers={"Accept-Encoding": CODING} | headers)
        response = connection.getresponse()
        body = response.read()
        if response.status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
            sys.exit(f"{self.name}: {response.status} at {self.path}")
        return body

    def warm(self) -> None:
        """Have each worker answer some."""
        for _connection in range(EVERYBODY):
            self.several(WARM)

    def several(self, times: int) -> None:
        """Ask some times, on one connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        for _time in range(times):
            self.get(connection)
        connection.close()

    def cost(self, times: int, database: int) -> None:
        """One round, one request at a time; ``database`` is the process above all of PostgreSQL."""
        before = [processor_seconds(process) for process in (self.server.process, database)]
        self.several(times // 2)
        self.several(times - times // 2)  # perhaps of another worker
        after = [processor_seconds(process) for process in (self.server.process, database)]
        took = [(end - begin) / times * MILLI for begin, end in zip(before, after, strict=True)]
        self.web.append(took[0])
        self.database.append(took[1])

    def rate(self, seconds: int) -> None:
        """One round with wrk."""
        given = [
            part
            for name, value in {"Accept-Encoding": CODING, **self.headers}.items()
            for part in ("-H", f"{name}: {value}")
        ]
        address = f"{self.scheme}://127.0.0.1:{self.server.port}{self.path}"
        command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "--timeout", "30s", *given, address]
        before = processor_seconds(self.server.process)
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        used = processor_seconds(self.server.process) - before
        if "Non-2xx" in said and "If-None-Match" not in self.headers:
            sys.exit(f"{self.name}: {said}")
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]))
        self.costs.append(used / max(1, int(re.search(r"(\d+) requests in", said)[1])) * MICRO)

    @property
    def both(self) -> list[float]:
        """Milliseconds a request of web and database together, round by round."""
        return [web + database for web, database in zip(self.web, self.database, strict=True)]


def interleaved(subjects: Sequence[Subject], rounds: int, ask: Callable[[Subject], Any]) -> None:
    """Ask each in turn, round by round, so that whatever else the machine does meets all alike."""
    for number in range(rounds):
        print(f"Round {number + 1} of {rounds}", flush=True)
        for subject in subjects:
            ask(subject)


def ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """How many times as much one is as the other: the median of the rounds, each of which was side by side."""
    return statistics.median(mine / max(yours, 1e-9) for mine, yours in zip(one, other, strict=True))
