"""How long a site takes from nothing to its first answer, and how much memory a worker holds that has answered some."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from statistics import median

from benchmarks.accounting import memory, processor_seconds, workers
from benchmarks.asking import Subject
from benchmarks.floor import stock
from benchmarks.ground import Ground
from benchmarks.report import Part
from benchmarks.servers import Server

ONE = ("--workers", "1")
ANSWERED = 50


def measure(ground: Ground, _floor: Server) -> Part:
    """Both sites in turn, several times each, with one worker."""
    size = ground.sizes.large
    guide = ground.guides[size]["clusters"][str(ground.sizes.siblings[1])]["whole"]
    starts: dict[str, tuple[str, Callable[[], AbstractContextManager[Server]]]] = {
        "this site": (guide, lambda: ground.site(size, *ONE)),
        "bare Wagtail": ("/", lambda: stock(ground, *ONE)),
    }
    found: dict[str, list[tuple[float, ...]]] = {name: [] for name in starts}
    for _round in range(ground.sizes.starts):
        for name, (path, start) in starts.items():
            found[name].append(once(path, start))
    rows = [
        [name, *(f"{median(values):.1f}" for values in zip(*rounds, strict=True))] for name, rounds in found.items()
    ]
    notes = f"Medians of {ground.sizes.starts} starts with one worker each; memory (PSS) of the worker after {ANSWERED} more answers."
    head = ["", "s by the clock to the first answer", "s of processor time", "MiB of a worker"]
    return Part("Starting, and memory", head, rows, notes)


def once(path: str, start: Callable[[], AbstractContextManager[Server]]) -> tuple[float, float, float]:
    """One start: seconds by the clock, seconds of processor time, MiB."""
    began = time.perf_counter()
    with start() as server:
        subject = Subject(path, server, path)
        subject.several(1)
        took, used = time.perf_counter() - began, processor_seconds(server.process)
        subject.several(ANSWERED)
        return took, used, memory(workers(server.process)[0])
