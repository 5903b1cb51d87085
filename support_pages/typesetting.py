"""Sets a document as PDF with WeasyPrint, in a process of its own.

The process ends after one document, so that neither a crash nor memory stays behind, and is stopped when it takes too
long. It is handed every file it may read along with the document, opens no other file for it and no connection, and
knows neither the settings nor the database. Imports nothing of Django for that reason.
"""

import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agency import child_process

SECONDS = 60
"""The longest a document may take."""
MEMORY = 1024 * 1024 * 1024
"""The most address space its process may use, in bytes."""
UNAVAILABLE = 69
"""The exit status when WeasyPrint or the libraries it draws with are missing."""


@dataclass(frozen=True)
class File:
    """A file that a document shows or is styled by."""

    content: bytes
    media_type: str


@dataclass(frozen=True)
class Pdf:
    """A finished PDF."""

    content: bytes
    pages: int


class TypesettingError(Exception):
    """The document could not be set; says why without a word of it."""


class StoppedError(TypesettingError):
    """It was told to stop, as when the site is shut down: neither the document's fault nor the machine's."""


class UnavailableError(TypesettingError):
    """This machine cannot make PDFs."""


def typeset(html: str, address: str, files: Mapping[str, File], seconds: int | None = None) -> Pdf:
    """The document as PDF; ``files`` are all it may read, by absolute address, and ``seconds`` the longest it may take."""
    seconds = seconds or SECONDS
    packed = {url: [base64.b64encode(file.content).decode(), file.media_type] for url, file in files.items()}
    message = json.dumps({"html": html, "address": address, "files": packed, "seconds": seconds}).encode()
    try:
        done = child_process.run("support_pages.typesetting", message, seconds)
    except subprocess.TimeoutExpired:
        raise TypesettingError(f"took longer than {seconds} seconds") from None
    if done.returncode == UNAVAILABLE:
        raise UnavailableError(done.stderr.decode(errors="replace").strip())
    if -done.returncode in {signal.SIGINT, signal.SIGTERM}:
        raise StoppedError("stopped")
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise TypesettingError(f"status {done.returncode}: {last[:80]}")
    header, _newline, content = done.stdout.partition(b"\n")
    return Pdf(content, json.loads(header)["pages"])


def main() -> int:
    """Read one message, write one PDF; returns the exit status."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - only this process needs it, and it may be missing
    except (ImportError, OSError) as error:
        print(str(error).splitlines()[0], file=sys.stderr)  # noqa: T201 - for the process that asked
        return UNAVAILABLE
    message = json.load(sys.stdin.buffer)
    files = {url: File(base64.b64decode(content), kind) for url, (content, kind) in message["files"].items()}
    os.nice(10)  # stand back for the site
    child_process.limit(MEMORY, message["seconds"])
    try:
        html = HTML(string=message["html"], base_url=message["address"], url_fetcher=_fetcher(files))
        document = html.render(pdf_variant="pdf/ua-1", optimize_images=True, jpeg_quality=80, dpi=150)
        content = document.write_pdf(pdf_variant="pdf/ua-1", optimize_images=True, jpeg_quality=80, dpi=150)
    except Exception as error:  # noqa: BLE001 - whatever it was, only its kind may be told
        print(type(error).__name__, file=sys.stderr)  # noqa: T201 - for the process that asked
        return 1
    sys.stdout.buffer.write(json.dumps({"pages": len(document.pages)}).encode() + b"\n" + content)
    return 0


def _fetcher(files: Mapping[str, File]) -> Any:
    """What WeasyPrint asks for files: gives those at hand, refuses everything else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - see main

    class FilesAtHand(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            if url not in files:
                raise ValueError("not a file of this document")
            return URLFetcherResponse(url, files[url].content, {"Content-Type": files[url].media_type})

    return FilesAtHand()


if __name__ == "__main__":
    sys.exit(main())
