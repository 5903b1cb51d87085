"""What a first visit to each kind of page takes on the wire. ``tests/browser/test_wire.py`` measures in the same way."""

import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks.ground import Ground
from benchmarks.report import Part, Promise
from benchmarks.servers import Server
from tests.support.production import Production
from tests.support.provide import chromium
from tests.support.stack import Stack

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


def measure(ground: Ground, _floor: Server) -> Part:
    """Every kind of page of the demo agency, served with production's settings."""
    with sync_playwright() as playwright:
        stack = Stack(ground.folder / "demo", ground.server)
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
    return part(visits, version)


def part(visits: Mapping[str, Visit], version: str) -> Part:
    """The figures, and what of them was promised."""
    rows = [
        [
            name,
            f"{len(seen.without_pictures)}",
            *(f"{seen.of(kind):,}" for kind in KINDS.values()),
            f"{seen.bytes:,}",
            f"{seen.of('picture'):,}",
        ]
        for name, seen in visits.items()
    ]
    encodings = sorted({t.encoding for seen in visits.values() for t in seen.transfers if t.kind == "page"})
    faults = [f"{name}: {fault}" for name, seen in visits.items() for fault in seen.faults()]
    promises = [
        Promise("requests of the page that needs most", max(len(seen.without_pictures) for seen in visits.values()), MOST_REQUESTS),
        Promise("bytes of the heaviest page, without pictures", max(seen.bytes for seen in visits.values()), MOST_BYTES),
        Promise("faults", len(faults), 0),
    ]  # fmt: skip
    notes = (
        f"The demo agency under production's settings in Chromium {version}, nothing cached; bytes as they are sent, without headers. "
        f"Pages came as: {', '.join(encodings)}. {' '.join(faults)}"
    )
    return Part("On the wire", ["page", "requests", *KINDS.values(), "together", "pictures"], rows, notes, promises)
