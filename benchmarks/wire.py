"""What a first visit to each kind of page takes on the wire, from a server with production's settings.

``make bench-wire`` builds the demo agency on a throw-away PostgreSQL, collects and compresses the static files, loads every
kind of page in Chromium with an empty cache, prints the figures and writes them to ``benchmarks/wire.md``. It fails beyond
the limits below. ``tests/browser/test_wire.py`` measures in the same way.
"""

import os
import platform
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from tests.support.production import Production
from tests.support.provide import chromium, postgres
from tests.support.stack import ROOT, Stack

RESULTS = Path(__file__).with_suffix(".md")
MOST_REQUESTS = 4
MOST_BYTES = 25_000
"""Of a visit with nothing cached, pictures left out; headers are not counted."""
NGINX_LEVEL = 5
"""How hard nginx compresses pages that come from the site uncompressed: ``gzip_comp_level`` in docker/nginx.conf."""
KINDS = {
    "text/html": "page",
    "text/css": "style",
    "text/javascript": "script",
    "image/svg+xml": "icon",
    "application/speculationrules+json": "rules",
}
ML = "/specialisms/technology/ai-data/machine-learning/"
PAGES = {
    "home": "/",
    "directory": "/specialisms/",
    "sector": "/specialisms/technology/",
    "specialism": ML,
    "guide": f"{ML}machine-learning-engineer-hiring-guide/",
    "guide with a picture": f"{ML}machine-learning-interview-guide/",
    "salary guide": f"{ML}machine-learning-salary-guide/",
    "market map": f"{ML}european-machine-learning-market-map/",
    "consultants": "/consultants/",
    "consultant": "/consultants/ines-okafor/",
    "plain page": "/how-a-search-works/",
    "mandate form": "/mandate/",
    "search": "/search/",
    "search with results": "/search/?q=enginer+London&kind=hiring_guide",
    "search without results": "/search/?q=xyzzy",
    "not found": "/no-such-page/",
}


@dataclass(frozen=True)
class Transfer:
    """One answer: what it is, and its bytes as they were sent."""

    kind: str
    url: str
    bytes: int
    encoding: str


@dataclass
class Visit:
    """Everything a browser asked for to show a page."""

    transfers: list[Transfer] = field(default_factory=list)

    @property
    def without_pictures(self) -> list[Transfer]:
        """What counts."""
        return [transfer for transfer in self.transfers if transfer.kind != "picture"]

    @property
    def bytes(self) -> int:
        """Of what counts."""
        return sum(transfer.bytes for transfer in self.without_pictures)

    def of(self, kind: str) -> int:
        """The bytes of one kind."""
        return sum(transfer.bytes for transfer in self.transfers if transfer.kind == kind)

    def faults(self) -> list[str]:
        """What is wrong with it, a line each."""
        found = [
            f"{transfer.kind} from elsewhere: {transfer.url}"
            for transfer in self.transfers
            if transfer.kind == "other"
        ]
        kinds = [transfer.kind for transfer in self.without_pictures]
        found += [f"{kinds.count(kind)} of kind {kind}" for kind in KINDS.values() if kinds.count(kind) > 1]
        if len(kinds) > MOST_REQUESTS:
            found.append(f"{len(kinds)} requests: {', '.join(kinds)}")
        if self.bytes > MOST_BYTES:
            found.append(f"{self.bytes} bytes: " + ", ".join(f"{kind} {self.of(kind)}" for kind in kinds))
        return found


def visit(browser: Browser, site: str, path: str) -> Visit:
    """Load a page with nothing cached, and read it to its end, so that what is lazy comes too."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    page, seen = context.new_page(), Visit()
    requests: list[Request] = []
    for outcome in ("requestfinished", "requestfailed"):
        page.on(outcome, lambda request: requests.append(request))  # noqa: PLW0108 - Playwright takes no method of a list
    page.goto(f"{site}{path}", wait_until="networkidle")
    page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
    page.wait_for_function("[...document.images].every(picture => picture.complete)")
    page.wait_for_load_state("networkidle")
    seen.transfers = [transfer(request, site) for request in requests if not request.url.startswith("data:")]
    context.close()
    return seen


def transfer(request: Request, site: str) -> Transfer:
    """What an answer took; a page that the site leaves to nginx is compressed here as nginx would."""
    answer = request.response()
    if answer is None or not request.url.startswith(f"{site}/"):
        return Transfer("other", request.url, 0, "")
    headers = answer.headers
    media = headers.get("content-type", "").partition(";")[0]
    kind = KINDS.get(media, "picture" if media.startswith("image/") else "other")
    encoding, size = headers.get("content-encoding", ""), request.sizes()["responseBodySize"]
    if kind == "page" and not encoding:
        encoding, size = "gzip by nginx", len(gzipped(answer.body()))
    return Transfer(kind, request.url, size, encoding)


def gzipped(body: bytes) -> bytes:
    """As nginx sends it."""
    packer = zlib.compressobj(NGINX_LEVEL, zlib.DEFLATED, 31)
    return packer.compress(body) + packer.flush()


def main() -> int:
    """Measure every kind of page, and say so."""
    with postgres() as server, tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stack = Stack(Path(folder), server)
        try:
            stack.manage("prepare")
            stack.leave_pdfs()
            stack.manage("db_worker", "--batch", "--no-startup-delay")
            with Production(stack) as site:
                browser = playwright.chromium.launch(
                    executable_path=chromium(), args=["--no-sandbox"] if os.geteuid() == 0 else []
                )
                visits = {name: visit(browser, site.url, path) for name, path in PAGES.items()}
                version = browser.version
        finally:
            stack.stop()
    text = report(visits, version)
    print(text)
    RESULTS.write_text(text)
    faults = [f"{name}: {fault}" for name, seen in visits.items() for fault in seen.faults()]
    print("\n".join(faults), file=sys.stderr)
    return bool(faults)


def report(visits: Mapping[str, Visit], version: str) -> str:
    """The figures as Markdown."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    today = datetime.now(UTC)
    lines = [
        "# What a first visit takes on the wire",
        "",
        (
            f"Made by `make bench-wire` on {today.day} {today:%B %Y}, commit {commit.stdout.strip()}, Python "
            f"{platform.python_version()}, Chromium {version}: the demo agency under production's settings, nothing cached."
        ),
        "Bytes as they are sent, without headers.",
        "",
        "| page | requests | page | style | script | icon | rules | together | pictures |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, seen in visits.items():
        kinds = " | ".join(f"{seen.of(kind):,}" for kind in KINDS.values())
        lines.append(f"| {name} | {len(seen.without_pictures)} | {kinds} | {seen.bytes:,} | {seen.of('picture'):,} |")
    encodings = sorted({t.encoding for seen in visits.values() for t in seen.transfers if t.kind == "page"})
    lines += [
        "",
        f"Limits: {MOST_REQUESTS} requests and {MOST_BYTES:,} bytes without pictures. Pages came as: {', '.join(encodings)}.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
