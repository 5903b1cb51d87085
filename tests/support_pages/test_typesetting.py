"""Typesetting reads nothing it was not given, and ends."""

import http.server
import threading
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from agency import child_process
from support_pages import document, typesetting
from support_pages.models import SupportPage

pytestmark = pytest.mark.django_db


def test_missing_library_is_told_apart_from_a_bad_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\\nmore\")")
    environment = {**child_process.environment(), "PYTHONPATH": str(tmp_path)}
    monkeypatch.setattr(child_process, "environment", lambda: environment)
    with pytest.raises(typesetting.UnavailableError, match=r"^cannot load library 'libpango-1.0-0'$"):
        typesetting.typeset('<html lang="en"><title>T</title><h1>T</h1>', "http://testserver/", {})


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/spy.png",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "ftp://elsewhere.example/x",
        "//elsewhere.example/x.png",
        "/media/../../../../etc/passwd",
        "/media/%2e%2e/%2e%2e/etc/passwd",
        "/static/../manage.py",
        "/static//etc/passwd",
        "/admin/",
        "data.txt",
    ],
)
def test_documents_read_nothing_but_our_static_files_and_uploads(guide: SupportPage, address: str) -> None:
    html = f'<link rel="stylesheet" href="{address}"><img src="{address}" alt="x">'
    assert dict(document._files(html, guide.canonical_url, document.SHOWN)) == {}


def test_documents_show_uploads_and_are_styled_by_our_sheets(guide: SupportPage) -> None:
    name = default_storage.save("pictures/a b.png", ContentFile(b"png"))
    html = f'<img alt="x" src="{default_storage.url(name)}"><link rel="stylesheet" href="/static/css/pdf.css">'
    files = dict(document._files(html, guide.canonical_url, document.SHOWN))
    assert [file.content for url, file in files.items() if url.endswith(".png")] == [b"png"]
    assert any(url.endswith("/static/css/tokens.css") for url in files)


def test_typesetting_itself_fetches_nothing() -> None:
    """Even if a document named something it was not given."""
    with_server = '<html lang="en"><title>T</title><img alt="x" src="{}"><h1>T</h1>'
    seen = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/spy.png"
        made = typesetting.typeset(with_server.format(address), "http://testserver/", {})
    finally:
        server.shutdown()
        server.server_close()
    assert made.pages == 1
    assert seen == []


def test_typesetting_is_bounded_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "SECONDS", 0.05)
    with pytest.raises(typesetting.TypesettingError, match="took longer"):
        typesetting.typeset('<html lang="en"><title>T</title><h1>T</h1>', "http://testserver/", {})
