"""Whether workers grow: their memory after the first requests of a realistic mix, and after many more."""

import http.client
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from random import Random
from urllib.parse import quote, urlencode

from agency.scale.prose import Writer
from benchmarks.accounting import memory, workers
from benchmarks.asking import CODING
from benchmarks.ground import Ground
from benchmarks.report import Part, Promise
from benchmarks.servers import Server, python
from tests.support.client import FormReader

GROWN = 1.05
READERS = 4
A_CHANGE_IN = 5_000
"""After so many requests something is published: everything that is kept becomes old."""
HOT = 200
"""Pages that most readers ask for."""
URLENCODED = "application/x-www-form-urlencoded"
SERVER_FAULT = 500


@dataclass
class Reader:
    """One of those who ask at the same time, on a connection of their own."""

    port: int
    paths: list[str]
    random: Random
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    tags: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.hot = self.paths[:: max(1, len(self.paths) // HOT)]
        page = self.ask("popular page", self.hot[0])
        self.files = sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)))

    def ask(self, kind: str, path: str, headers: dict[str, str] | None = None, form: str | None = None) -> str:
        """One request; the page, if it is not compressed."""
        block = f"{self.random.randrange(1, 223)}.{self.random.randrange(256)}.{self.random.randrange(256)}.9"
        given = {"X-Forwarded-For": block} | (headers or {})
        try:
            self.connection.request("POST" if form else "GET", path, form, given)
            answer = self.connection.getresponse()
        except ConnectionError:  # gunicorn hangs up on who was silent for two seconds: a browser asks again, too
            self.connection.close()
            self.connection.request("POST" if form else "GET", path, form, given)
            answer = self.connection.getresponse()
        body = answer.read()
        self.answers[kind, answer.status] += 1
        if tag := answer.headers["ETag"]:
            self.tags[path] = tag
        return "" if answer.headers["Content-Encoding"] else body.decode(errors="replace")

    def popular(self) -> None:
        """A page that many read."""
        self.ask("popular page", self.random.choice(self.hot), {"Accept-Encoding": CODING})

    def again(self) -> None:
        """A page that this reader has."""
        path = self.random.choice(self.hot)
        tag = {"If-None-Match": self.tags[path]} if path in self.tags else {}
        self.ask("page again", path, {"Accept-Encoding": CODING} | tag)

    def rare(self) -> None:
        """Any page."""
        self.ask("any page", self.random.choice(self.paths), {"Accept-Encoding": CODING})

    def marked(self) -> None:
        """A link in a letter."""
        letter = self.random.randrange(1_000_000)
        self.ask(
            "campaign link", f"{self.random.choice(self.hot)}?utm_source=letter-{letter}", {"Accept-Encoding": CODING}
        )

    def unknown(self) -> None:
        """A query that means nothing."""
        self.ask("unknown query", f"{self.random.choice(self.hot)}?x={self.random.randrange(1_000_000)}")

    def file(self) -> None:
        """A style sheet, script or icon."""
        self.ask("file", self.random.choice(self.files), {"Accept-Encoding": CODING})

    def search(self) -> None:
        """Words of some page."""
        self.ask("search", f"/search/?q={quote(self._words(3))}")

    def suggest(self) -> None:
        """What the box asks while one types."""
        self.ask("suggestion", f"/search/suggest?q={quote(self._words(1)[:5])}")

    def missing(self) -> None:
        """No page."""
        self.ask("missing page", f"/no-such-page-{self.random.randrange(1_000_000)}/")

    def form(self) -> None:
        """The mandate form."""
        self.ask("mandate form", "/mandate/")

    def mandate(self) -> None:
        """The form, filled in and sent."""
        form, writer = FormReader(self.ask("mandate form", "/mandate/")), Writer(str(self.random.random()))
        number = self.random.randrange(1_000_000)
        said = {
            "role": writer.line()[:60],
            "need": writer.sentences(2),
            "name": "Made Up",
            "company": f"Company {number}",
            "email": f"somebody@company-{number}.example",
        }
        self.ask("mandate", "/mandate/", {"Content-Type": URLENCODED}, urlencode(form.values | said))

    def _words(self, count: int) -> str:
        words = self.random.choice(self.paths).strip("/").replace("/", "-").split("-")
        return " ".join(self.random.sample(words, min(count, len(words))))

    def go_on(self, times: int) -> None:
        """Ask for one thing after another."""
        for _time in range(times):
            one: Callable[[Reader], None] = self.random.choices(list(MIX), list(MIX.values()))[0]
            one(self)


MIX = {
    Reader.popular: 90,
    Reader.again: 40,
    Reader.rare: 10,
    Reader.file: 30,
    Reader.search: 5,
    Reader.suggest: 6,
    Reader.marked: 8,
    Reader.unknown: 2,
    Reader.missing: 4,
    Reader.form: 4,
    Reader.mandate: 1,
}
"""Of two hundred requests."""


def measure(ground: Ground, _floor: Server) -> Part:
    """Read, and look at the memory of each worker twice."""
    sizes = ground.sizes
    paths = [path for kind in ground.guides[sizes.large]["paths"].values() for path in kind]
    with ground.site(sizes.large) as site:
        readers = [Reader(site.port, paths, Random(number)) for number in range(READERS)]  # noqa: S311
        before = workers(site.process)
        read(ground, site, readers, sizes.mix_first)
        first = {worker: memory(worker) for worker in before}
        read(ground, site, readers, sizes.mix - sizes.mix_first)
        after = workers(site.process)
        last = {worker: memory(worker) for worker in after}
    answers = sum((reader.answers for reader in readers), Counter())
    rows = [
        [f"worker {number}", f"{first[one]:.1f}", f"{last.get(one, 0):.1f}", f"{last.get(one, 0) / first[one]:.3f}"]
        for number, one in enumerate(before, start=1)
    ]
    told = ", ".join(f"{kind} {status}: {count:,}" for (kind, status), count in sorted(answers.items()))
    faults = sum(count for (_kind, status), count in answers.items() if status >= SERVER_FAULT)
    promises = [
        Promise("memory of the worker that grew most", max(last.get(one, 0) / first[one] for one in before), GROWN),
        Promise("workers that were replaced meanwhile", len({*before} - {*after}), 0),
        Promise("answers that were faults", faults, 0),
    ]
    notes = (
        f"PSS of gunicorn's workers; none is ever replaced. {READERS} readers at a time; every {A_CHANGE_IN:,} requests something is "
        f"published. Answers by kind and status: {told}."
    )
    head = ["", f"MiB after {sizes.mix_first:,} requests", f"after {sizes.mix:,}", "ratio"]
    return Part("Growth", head, rows, notes, promises)


def read(ground: Ground, site: Server, readers: list[Reader], requests: int) -> None:
    """Have all readers together ask so many times."""
    done = 0
    while done < requests:
        portion = min(A_CHANGE_IN, requests - done)
        with ThreadPoolExecutor(len(readers)) as pool:
            list(pool.map(Reader.go_on, readers, repeat(portion // len(readers))))
        done += portion
        held = ", ".join(f"{memory(one):.1f}" for one in workers(site.process))
        print(f"{done:,} of {requests:,} requests; workers hold {held} MiB", flush=True)
        python("manage.py", "empty_page_cache", **ground.around(ground.sizes.large))
