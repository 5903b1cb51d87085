"""Strange requests, and what pages are kept in going away, full or damaged: never a fault, never another page."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from agency.models import HomePage
from agency.page_cache import files, front, store
from agency.page_cache.files import Files
from agency.page_cache.front import PageCache
from agency.page_cache.kept import KEEP
from agency.page_cache.server import Server
from support_pages.models import SupportPage
from tests.agency.page_cache.conftest import Visitor
from tests.support.provide import cache_server

pytestmark = pytest.mark.django_db

STRANGE: dict[str, dict[str, str]] = {
    "a range": {"HTTP_RANGE": "bytes=0-10"},
    "a range if": {"HTTP_RANGE": "bytes=0-10", "HTTP_IF_RANGE": '"x"'},
    "since": {"HTTP_IF_MODIFIED_SINCE": "Wed, 21 Oct 2015 07:28:00 GMT"},
    "since nonsense": {"HTTP_IF_MODIFIED_SINCE": "yesterday"},
    "tags that are none": {"HTTP_IF_NONE_MATCH": 'W/, "", ",'},
    "many tags": {"HTTP_IF_NONE_MATCH": ", ".join(f'"{number}"' for number in range(500))},
    "no coding": {"HTTP_ACCEPT_ENCODING": "gzip;q=0, *;q=0"},
    "codings that are none": {"HTTP_ACCEPT_ENCODING": ",;=,;q=x,\xff"},
    "HTTP/1.0": {"SERVER_PROTOCOL": "HTTP/1.0", "HTTP_HOST": ""},
    "a port": {"HTTP_HOST": "testserver:8443"},
    "capitals": {"HTTP_HOST": "TESTSERVER"},
    "a dot at the end": {"HTTP_HOST": "testserver."},
    "somebody else's cookie": {"HTTP_COOKIE": "theme=dark; _ga=1"},
    "a cookie that is none": {"HTTP_COOKIE": '=;;"\xff'},
    "a very long query": {"QUERY_STRING": "utm_source=" + "x" * 8000},
    "a query that is none": {"QUERY_STRING": "&&=&%zz&utm_source"},
    "another scheme": {"HTTP_X_FORWARDED_PROTO": "gopher, https"},
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_request_gets_the_page(guide: SupportPage, visitor: Visitor, name: str) -> None:
    plain = visitor(guide.url).body
    for _time in range(2):
        reply = visitor(guide.url, **STRANGE[name])
        assert (reply.status, reply.body) == (200, plain)


PATHS = ["//", "///nowhere//", "/%2e%2e/", "/.", "/nowhere/%00", "/%ff%fe/", "/%E2%98%83/", "/" + "x" * 3000 + "/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_strange_path_is_answered_as_without_a_cache(home: HomePage, visitor: Visitor, path: str) -> None:
    without = Visitor(Files(Path(os.devnull) / "nowhere", 1))
    expected = without(path)
    assert expected.status < 500
    for _time in range(2):
        reply = visitor(path)
        assert (reply.status, reply.body) == (expected.status, expected.body)
    assert home.headline.encode() not in reply.body or reply.status == 200


def test_a_path_written_otherwise_is_the_same_page(guide: SupportPage, visitor: Visitor) -> None:
    plain = visitor(guide.url)
    assert not visitor.renders(guide.url.replace("m", "%6d"))
    assert visitor(guide.url.replace("m", "%6D")).body == plain.body


def test_a_host_that_is_not_ours_is_refused_each_time(home: HomePage, visitor: Visitor) -> None:
    assert visitor("/").status == 200
    for host in ("evil.example", "testserver.evil.example", "testserver@evil.example", "testserver:port", ""):
        assert visitor("/", HTTP_HOST=host, SERVER_NAME="evil.example").status == 400


def test_addresses_that_nobody_has_take_no_room(pages: Files, tmp_path: Path) -> None:
    def missing(_environ: dict, start_response: Callable) -> list[bytes]:
        start_response("404 Not Found", [])
        return [b"nothing"]

    cache = PageCache(missing, pages)
    for number in range(10_000):
        cache({"REQUEST_METHOD": "GET", "PATH_INFO": f"/{number}/"}, lambda *_said: None)
    assert len(cache._at_hand._passed) <= front.PASSED
    assert len(list((tmp_path / "pages").rglob("*"))) <= files.LOCKS + 2


def full(*_given: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def damage(folder: Path) -> None:
    for page in folder.glob("??/*"):
        content = bytearray(page.read_bytes())
        content[-20:-10] = bytes(10)
        page.write_bytes(content)


def block(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("no folder")


def replace_with_files(folder: Path) -> None:
    for place in folder.iterdir():
        if place.is_dir():
            shutil.rmtree(place)
            place.touch()


HAPPENS: dict[str, Callable[[Path], object]] = {
    "deleted": shutil.rmtree,
    "emptied": lambda folder: [shutil.rmtree(place) for place in folder.iterdir() if place.is_dir()],
    "damaged": damage,
    "cut": lambda folder: [page.write_bytes(b"{") for page in folder.glob("??/*")],
    "a stamp that is none": lambda folder: (folder / "stamp").write_bytes(b"\xff\xfe"),
    "an empty stamp": lambda folder: (folder / "stamp").write_bytes(b""),
    "a stamp that is a folder": lambda folder: ((folder / "stamp").unlink(), (folder / "stamp").mkdir()),
    "not a folder": block,
    "files for folders": replace_with_files,
}


@pytest.mark.parametrize("name", HAPPENS)
def test_what_happens_to_the_folder_is_seen_by_nobody(
    home: HomePage, guide: SupportPage, pages: Files, visitor: Visitor, tmp_path: Path, name: str
) -> None:
    plain = {path: visitor(path).body for path in ("/", guide.url)}
    HAPPENS[name](tmp_path / "pages")
    another = Visitor(pages) if name not in {"damaged", "cut"} else visitor
    another.application._at_hand._begin("")
    for path in [*plain, *plain]:
        for accepted in ("", "br"):
            assert another(path, HTTP_ACCEPT_ENCODING=accepted).status == 200
        assert another(path).body == plain[path]
    pages.forget()
    pages.tidy()


def test_a_full_disk_is_seen_by_nobody(
    home: HomePage, guide: SupportPage, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = visitor("/").body
    monkeypatch.setattr(files.tempfile, "mkstemp", full)
    assert visitor(guide.url).status == 200
    monkeypatch.setattr(files.tempfile, "NamedTemporaryFile", full)
    store.forget_pages()
    assert visitor("/").body == plain
    assert visitor.renders("/")
    assert not list((tmp_path / "pages").glob("new-*"))


def test_a_server_that_goes_is_seen_by_nobody(home: HomePage, guide: SupportPage) -> None:
    with cache_server() as url:
        visitor = Visitor(Server(url))
        plain = visitor("/").body
        assert not visitor.renders("/")
    for path in ("/", guide.url, "/nowhere/", "/"):
        visitor.application._store._known = None
        assert visitor(path).status == (404 if path == "/nowhere/" else 200)
    assert visitor("/").body == plain


def test_a_clock_that_is_set_back_is_seen_by_nobody(
    home: HomePage, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    today, names = timezone.localdate(), []
    for days in (0, 1, -1, 0, 400, 0):
        day = today + timedelta(days)
        noon = visitor.application._today._midnight(day) + 12 * 60 * 60
        monkeypatch.setattr(store.time, "time", lambda noon=noon: noon)
        monkeypatch.setattr(store.timezone, "localdate", lambda day=day: day)
        assert visitor("/").status == 200
        names.append(str(visitor.application._today))
        assert names[-1] == day.isoformat()


def test_versions_of_the_site_do_not_show_each_others_pages(pages: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(words: bytes) -> Callable[[dict, Callable], list[bytes]]:
        def application(environ: dict, start_response: Callable) -> list[bytes]:
            environ[KEEP] = True
            start_response("200 OK", [])
            return [words]

        return application

    def ask(cache: PageCache) -> bytes:
        return b"".join(cache({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_said: None))

    old = PageCache(version(b"old"), pages)
    monkeypatch.setattr(front, "release", lambda: "another")
    new = PageCache(version(b"new"), pages)
    assert [ask(one) for one in (old, new, old, new)] == [b"old", b"new", b"old", b"new"]
    same = PageCache(version(b"unasked"), pages)
    pages.forget()
    assert [ask(new), ask(same)] == [b"new", b"new"]


def test_a_version_is_known_by_its_files(tmp_path: Path, settings) -> None:
    assert store.release.__wrapped__() == store.release()
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "page.html"
    page.write_text("one")
    settings.BASE_DIR = tmp_path
    before = store.release.__wrapped__()
    page.write_text("another")
    assert store.release.__wrapped__() != before
