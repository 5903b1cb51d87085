"""How fast a kept guide is: against a bare WSGI application, the same guide not kept, and nginx serving a file."""

import http.client
import json
import sys
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from statistics import median

from benchmarks.asking import CODING, Subject, interleaved, ratio
from benchmarks.ground import Ground
from benchmarks.report import Part, Promise
from benchmarks.servers import GUNICORN, Server, gunicorn, need, nginx
from benchmarks.uncached import UNKNOWN, count

LEAST = {
    ("kept guide", "bare WSGI application"): 0.5,
    ("kept guide", "guide without page cache"): 100,
    ("nginx with its cache", "guide rendered each time"): 100,
    ("nginx with its cache", "nginx serving the file"): 0.5,
}
"""How many times as many requests a second the first one has to answer as the second."""


def measure(ground: Ground, floor: Server) -> Part:
    """By wrk, one subject after the other, round by round."""
    need("wrk", "wrk")
    sizes, folder = ground.sizes, ground.folder
    guide = ground.guides[sizes.large]["clusters"][str(sizes.siblings[1])]["whole"]
    with ExitStack() as running:
        site = running.enter_context(ground.site(sizes.large))
        without = running.enter_context(ground.site(sizes.large, PAGE_CACHE_URL="none://"))
        etag = keep_bytes(site.port, guide, folder)
        bare = running.enter_context(gunicorn("benchmarks.bare", {"FLOOR": str(folder)}))
        front = running.enter_context(nginx(site.port, folder))
        kept = Subject("kept guide", site, guide)
        subjects = [
            Subject("bare WSGI application", bare, "/"),
            kept,
            Subject("kept guide, 304", site, guide, {"If-None-Match": etag}),
            Subject("guide rendered each time", site, guide + UNKNOWN),
            Subject("guide without page cache", without, guide),
            Subject("bare Wagtail page", floor, "/"),
            Subject("nginx serving the file", front, "/floor", {"Host": "127.0.0.1"}, "https"),
            Subject("nginx with its cache", front, guide, {"Host": "127.0.0.1"}, "https"),
        ]
        kept.warm()
        count(kept, ground)
        for subject in subjects:
            subject.rate(sizes.seconds)  # warms up
            subject.rates.clear()
            subject.costs.clear()
        interleaved(subjects, sizes.rounds, lambda one: one.rate(sizes.seconds))
    return part({subject.name: subject for subject in subjects}, sizes.seconds)


def keep_bytes(port: int, path: str, folder: Path) -> str:
    """Note what the site answers, for the floors; returns its tag."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Accept-Encoding": CODING})
    response = connection.getresponse()
    (folder / "body").write_bytes(response.read())
    own = {"server", "date", "connection"}
    headers = [(name, value) for name, value in response.getheaders() if name.lower() not in own]
    (folder / "headers.json").write_text(json.dumps(headers))
    if response.status != HTTPStatus.OK or response.headers["Content-Encoding"] != "br":
        sys.exit(f"{path}: {response.status} {headers}")
    return response.headers["ETag"]


def part(subjects: dict[str, Subject], seconds: int) -> Part:
    """The figures, and what of them was promised."""
    rows = [
        [
            one.name,
            f"{median(one.rates):,.0f}",
            f"{min(one.rates):,.0f}–{max(one.rates):,.0f}",
            f"{median(one.costs):,.0f}",
        ]
        for one in subjects.values()
    ]
    kept, unchanged = subjects["kept guide"], subjects["kept guide, 304"]
    promises = [
        Promise("queries of a kept guide", kept.queries, 0),
        *(
            Promise(f"{one} / {other}, requests a second", ratio(subjects[one].rates, subjects[other].rates), least, True)
            for (one, other), least in LEAST.items()
        ),
        Promise("304 / kept guide, processor time", ratio(unchanged.costs, kept.costs), 1),
    ]  # fmt: skip
    notes = (
        f"Pages are kept in files; gunicorn with {' '.join(GUNICORN[:4])}; nginx of the compose file, over TLS; wrk with 8 connections on "
        f"the same machine, rounds of {seconds} s, one subject after the other; ratios are medians of the rounds. The bare application and "
        "nginx's file are the same bytes as the kept guide, compressed. The guide that is rendered each time uses what its process "
        f"remembers, without page cache it does not; a kept guide is answered {ratio(kept.rates, subjects['guide rendered each time'].rates):.0f} "
        "times as often as the first of these. More than a hundred times that is beyond what gunicorn answers with any application: "
        f"the bare one is {ratio(subjects['bare WSGI application'].rates, subjects['bare Wagtail page'].rates):.0f} times as fast as the bare Wagtail page."
    )
    return Part(
        "Cached", ["", "requests a second, median", "from–to", "µs of processor time each"], rows, notes, promises
    )
