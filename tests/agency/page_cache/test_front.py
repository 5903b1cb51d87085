"""What is answered from kept pages, how, and what never is."""

import gzip
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from agency.models import HomePage, User
from agency.page_cache import front, store
from agency.page_cache.files import Files
from agency.page_cache.front import PageCache
from agency.page_cache.kept import KEEP
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.agency.page_cache.conftest import Visitor
from tests.support.waiting import until

pytestmark = pytest.mark.django_db
SECURITY = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"]


def test_a_kept_guide_costs_no_query(guide: SupportPage, visitor: Visitor) -> None:
    first = visitor(guide.url)
    with CaptureQueriesContext(connection) as captured:
        second = visitor(guide.url)
    assert (second.status, second.body, len(captured.captured_queries)) == (200, first.body, 0)
    assert visitor.rendered == 1
    assert guide.title.encode() in second.body


def test_answers_are_alike_whoever_gives_them(guide: SupportPage, visitor: Visitor) -> None:
    plain = Client().get(guide.url)
    for _time in range(2):
        reply = visitor(guide.url)
        assert reply.body == plain.content
        for name in [*SECURITY, "Content-Type", "Cache-Control"]:
            assert reply.headers[name] == plain.headers[name]
        assert reply.headers["Vary"] == "Cookie, Accept-Encoding"
        assert reply.headers["Content-Length"] == str(len(reply.body))
    policy = "public, max-age=0, s-maxage=1, stale-while-revalidate=1"
    assert sorted(plain.headers["Cache-Control"].split(", ")) == sorted(policy.split(", "))


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("gzip;q=0", ""),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_each_reader_gets_a_coding_they_take(home: HomePage, visitor: Visitor, accepted: str, expected: str) -> None:
    plain = visitor("/")
    reply = visitor("/", HTTP_ACCEPT_ENCODING=accepted)
    assert reply.headers.get("Content-Encoding", "") == expected
    assert reply.headers["Content-Length"] == str(len(reply.body))
    decoded = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[expected](reply.body)
    assert decoded == plain.body
    assert visitor.rendered == 1


def test_each_coding_has_a_strong_tag_of_its_own(home: HomePage, visitor: Visitor) -> None:
    tags = {visitor("/", HTTP_ACCEPT_ENCODING=coding).headers["ETag"] for coding in ("br", "gzip", "identity")}
    assert len(tags) == 3
    assert all(tag.startswith('"') for tag in tags)


@pytest.mark.parametrize("given", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_it_gets_nothing(home: HomePage, visitor: Visitor, given: str) -> None:
    tag = visitor("/", HTTP_ACCEPT_ENCODING="br").headers["ETag"]
    reply = visitor("/", HTTP_ACCEPT_ENCODING="br", HTTP_IF_NONE_MATCH=given.format(tag))
    assert (reply.status, reply.body) == (304, b"")
    assert reply.headers["ETag"] == tag
    assert reply.headers.keys() == {"Cache-Control", "Vary", "ETag", "X-Accel-Expires"}
    other = visitor("/", HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH='"old"')
    assert other.status == 200


def test_who_has_it_gets_nothing_from_a_cold_cache_either(home: HomePage, visitor: Visitor, pages: Files) -> None:
    tag = visitor("/").headers["ETag"]
    pages.forget()
    assert visitor("/", HTTP_IF_NONE_MATCH=tag).status == 304
    assert visitor.rendered == 2


def test_head_is_answered_like_get_without_its_body(home: HomePage, visitor: Visitor) -> None:
    head = visitor("/", "HEAD", HTTP_ACCEPT_ENCODING="br")
    whole = visitor("/", HTTP_ACCEPT_ENCODING="br")
    assert head.body == b""
    assert {**head.headers, "X-Accel-Expires": ""} == {**whole.headers, "X-Accel-Expires": ""}
    assert visitor.rendered == 1


def test_head_of_what_is_not_kept_has_no_body(home: HomePage, visitor: Visitor) -> None:
    reply = visitor("/nowhere/", "HEAD")
    assert (reply.status, reply.body) == (404, b"")


@pytest.mark.parametrize("query", ["utm_source=letter&utm_medium=mail", "gclid=1", "fbclid=x&utm_campaign=y"])
def test_campaigns_are_not_rendered_for(guide: SupportPage, visitor: Visitor, query: str) -> None:
    plain = visitor(f"{guide.url}?{query}")
    assert query.encode() not in plain.body
    assert not visitor.renders(guide.url)
    assert visitor(guide.url).body == plain.body


@pytest.mark.parametrize(
    "path", ["/?place=London", "/?p=1", "/?utm_source=a&place=b", "/nowhere/", "/mandate/", "/health/"]
)
def test_rendered_each_time(home: HomePage, visitor: Visitor, path: str) -> None:
    assert visitor.renders(path)
    assert visitor.renders(path)


@pytest.mark.parametrize(
    "who",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "theme=dark; csrftoken=abc"},
        {"HTTP_COOKIE": "messages=abc"},
        {"HTTP_AUTHORIZATION": "Basic YTpi"},
    ],
)
def test_who_might_be_somebody_is_answered_by_django(home: HomePage, visitor: Visitor, who: dict[str, str]) -> None:
    visitor("/")
    assert visitor.renders("/", **who)
    assert not visitor.renders("/")
    assert not visitor.renders("/", HTTP_COOKIE="theme=dark")


def test_what_an_editor_sees_is_kept_by_nobody(home: HomePage, visitor: Visitor) -> None:
    editor = User.objects.create_superuser("editor", "e@agency.example", "a-long-password-1")
    client = Client()
    client.force_login(editor)
    page = client.get("/")
    assert b"wagtail-userbar" in page.content
    assert page.headers["Cache-Control"] == "private, no-cache"
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    assert b"wagtail-userbar" in visitor("/", HTTP_COOKIE=cookie).body
    assert b"wagtail-userbar" not in visitor("/").body


@pytest.mark.parametrize("kind", ["password", "login"])
def test_private_pages_are_not_kept(guide: SupportPage, visitor: Visitor, commit, kind: str) -> None:
    assert guide.title.encode() in visitor(guide.url).body
    commit(lambda: PageViewRestriction.objects.create(page=guide, restriction_type=kind, password="secret"))
    reply = visitor(guide.url)
    assert guide.title.encode() not in reply.body or kind == "password"
    assert reply.headers["Cache-Control"] == "private, no-cache" or "no-store" in reply.headers["Cache-Control"]
    assert visitor.renders(guide.url)


def test_machines_are_answered_from_it_too(guide: SupportPage, visitor: Visitor) -> None:
    guide.save_revision().publish()
    for path in ("/sitemap.xml", "/robots.txt", "/feed/", "/sitemap.xml?p=1"):
        assert visitor.renders(path)
        assert not visitor.renders(path)
    since = visitor("/feed/").headers["Last-Modified"]
    assert visitor("/feed/", HTTP_IF_MODIFIED_SINCE=since).status == 304


def test_scheme_and_host_have_pages_of_their_own(home: HomePage, visitor: Visitor, settings) -> None:
    visitor("/")
    assert visitor.renders("/", HTTP_HOST="localhost")
    assert visitor.renders("/", HTTP_HOST="not.ours.example")
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")
    secure = Visitor(visitor.application._store)
    assert secure("/", HTTP_X_FORWARDED_PROTO="https").status == 200
    assert secure("/", HTTP_X_FORWARDED_PROTO="http").status == 301
    assert secure("/").status == 301


def test_all_is_rendered_again_at_midnight(home: HomePage, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor("/")
    assert not visitor.renders("/")
    tomorrow = timezone.localdate() + timedelta(1)
    at = visitor.application._today._midnight(tomorrow) + 1
    monkeypatch.setattr(store.time, "time", lambda: at)
    monkeypatch.setattr(store.timezone, "localdate", lambda: tomorrow)
    assert visitor.renders("/")
    assert not visitor.renders("/")


def test_what_was_rendered_while_something_changed_is_not_kept(pages: Files) -> None:
    def changing(environ: dict, start_response) -> list[bytes]:
        words = b"before"
        pages.forget()  # somebody commits between this page's query and its end
        environ[KEEP] = True
        start_response("200 OK", [])
        return [words]

    cache = PageCache(changing, pages)
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}
    cache({**environ}, lambda *_said: None)
    stamp = cache._stamp()
    assert cache._at_hand.get(stamp, front.ask(environ).key) is None
    assert cache._read(front.ask(environ).key, {stamp}) is None


def test_one_renders_while_others_wait(pages: Files) -> None:
    started, may_end, calls = Event(), Event(), []

    def slow(environ: dict, start_response) -> list[bytes]:
        calls.append(1)
        started.set()
        may_end.wait(10)
        environ[KEEP] = True
        start_response("200 OK", [])
        return [b"page"]

    processes = [PageCache(slow, pages), PageCache(slow, pages)]
    pages.stamp()

    def visit(number: int) -> list[bytes]:
        return list(processes[number % 2]({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_said: None))

    with ThreadPoolExecutor(20) as crowd:
        waiting = [crowd.submit(visit, number) for number in range(20)]
        assert started.wait(10)
        may_end.set()
        assert [one.result(20) for one in waiting] == [[b"page"]] * 20
    assert len(calls) == 1


def test_a_crowd_is_answered_though_the_site_changes_faster_than_it_renders(pages: Files) -> None:
    begun, all_came, calls = Event(), Event(), []

    def changing(environ: dict, start_response) -> list[bytes]:
        calls.append(1)
        begun.set()
        all_came.wait(10)
        time.sleep(0.1)
        pages.forget()
        environ[KEEP] = True
        start_response("200 OK", [])
        return [b"page"]

    cache = PageCache(changing, pages)
    came = []

    def visit(_number: int) -> list[bytes]:
        came.append(1)
        return list(cache({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_said: None))

    with ThreadPoolExecutor(20) as crowd:
        waiting = [crowd.submit(visit, number) for number in range(20)]
        assert begun.wait(10)
        until(lambda: len(came) == 20, "all are there")
        all_came.set()
        assert [one.result(20) for one in waiting] == [[b"page"]] * 20
    assert len(calls) <= 4, "one each, if what is old when it is finished were good for nobody"
    calls.clear()
    visit(20)
    assert calls, "who comes later gets none of it"


def test_a_fault_that_is_over_is_forgotten(pages: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([("503 Service Unavailable", False), ("503 Service Unavailable", False), ("200 OK", True)])

    def failing(environ: dict, start_response) -> list[bytes]:
        status, environ[KEEP] = next(answers)
        start_response(status, [])
        return [b"page"]

    cache = PageCache(failing, pages)
    said: list[str] = []
    for _time in range(2):
        list(cache({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda status, _headers: said.append(status)))
    now = time.monotonic()
    monkeypatch.setattr(front.time, "monotonic", lambda: now + front.FAULT)
    for _time in range(2):
        list(cache({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda status, _headers: said.append(status)))
    assert [status[:3] for status in said] == ["503", "503", "200", "200"]


def test_a_page_that_cannot_be_rendered_keeps_nobody_waiting(pages: Files) -> None:
    def broken(_environ: dict, _start_response) -> list[bytes]:
        raise ZeroDivisionError

    cache = PageCache(broken, pages)
    for _time in range(2):
        with pytest.raises(ZeroDivisionError):
            cache({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_said: None)


def test_a_cache_that_cannot_be_used_is_a_miss(home: HomePage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    visitor = Visitor(Files(tmp_path / "file" / "pages", 1))
    assert visitor("/").status == 200
    assert visitor.renders("/")


def test_a_process_has_so_many_bytes_at_hand_and_no_more(
    pages: Files, specialism: SpecialismPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(pages)
    monkeypatch.setattr(front, "AT_HAND", 30_000)
    for number in range(6):
        visitor(factories.SupportPageFactory(parent=specialism, title=f"Guide {number}").url)
    assert visitor.application._at_hand._bytes <= 30_000
    assert not visitor.renders(SupportPage.objects.first().url)  # it is in the files
