"""Where pages are kept: what holds in files and on a server, and when either is away."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agency.page_cache import store as stores
from agency.page_cache.entry import made_of, unpack
from agency.page_cache.files import Files
from agency.page_cache.server import Server
from agency.page_cache.store import Store, forget_pages
from tests.support.provide import cache_server, free_port
from tests.support.waiting import until

KEY, OTHER = "0123456789abcdef0123456789abcdef", "f0f0f0f123456789abcdef0123456789"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A running server."""
    with cache_server() as found:
        yield found


@pytest.fixture(params=["files", "server"])
def there(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A store that works."""
    return Files(tmp_path, 1000) if request.param == "files" else Server(request.getfixturevalue("url"))


def test_a_stamp_stays_until_it_is_forgotten_and_never_comes_back(there: Store) -> None:
    seen = set()
    for _time in range(5):
        stamp = there.stamp()
        assert stamp
        assert stamp not in seen
        assert there.stamp() == stamp
        seen.add(stamp)
        assert there.forget()


def test_what_is_written_is_read(there: Store) -> None:
    assert there.read(OTHER) is None
    there.stamp()
    there.write(KEY, b"one")
    there.write(KEY, b"another")
    assert there.read(KEY) == b"another"


def test_one_at_a_time_claims_a_page(there: Store) -> None:
    there.stamp()
    with there.claim(KEY) as first, there.claim(KEY) as second, there.claim(OTHER) as other:
        assert (first, second, other) == (True, False, True)
    with there.claim(KEY) as again:
        assert again


def test_a_server_that_is_away_knows_nothing_and_keeps_nobody_waiting() -> None:
    away = Server(f"redis://127.0.0.1:{free_port()}/0")
    began = time.monotonic()
    assert [away.stamp() for _time in range(50)] == [None] * 50
    assert time.monotonic() - began < 5
    assert away.read(KEY) is None
    away.write(KEY, b"page")
    with away.claim(KEY) as is_mine:
        assert is_mine
    assert not away.forget()


def test_who_has_lost_the_server_empties_it_on_return(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, others = Server(url), Server(url)
    before = mine.stamp()
    client, mine._client = mine._client, Server(f"redis://127.0.0.1:{free_port()}/0")._client
    assert not mine.forget()  # a change that could not be told
    mine._client, mine._away_until = client, 0
    assert mine.stamp() != before
    others._known = None
    assert others.stamp() == mine.stamp()


def test_a_change_that_cannot_be_told_is_told_when_it_can(
    tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PAGE_CACHE = str(tmp_path / "again")
    monkeypatch.setattr(stores, "AGAIN", 0.01)
    there = stores.store()
    stamp = there.stamp()
    refusals = iter([False, False, False])
    forget = there.forget
    monkeypatch.setattr(there, "forget", lambda: next(refusals, None) is None and forget())
    forget_pages()
    until(lambda: there.stamp() != stamp, "the page cache is empty", 10)


def test_files_keep_to_their_size_and_the_oldest_go(tmp_path: Path) -> None:
    files = Files(tmp_path, 1000)
    files.stamp()
    keys = [f"{number:x}" * 32 for number in range(12)]
    for age, key in enumerate(keys):
        files.write(key, bytes(100))
        os.utime(tmp_path / key[:2] / key, (age, age))
    abandoned = tmp_path / "new-abandoned"
    abandoned.touch()
    os.utime(abandoned, (0, 0))
    assert files.tidy() == 4
    assert [key for key in keys if files.read(key)] == keys[4:]
    assert not abandoned.exists()
    assert files.tidy() == 0


def test_a_page_that_is_cut_short_is_none(tmp_path: Path) -> None:
    packed = made_of("stamp", [("Content-Type", "text/html"), ("Vary", "Cookie")], b"<p>Text</p>" * 50).pack()
    assert unpack(packed).bodies["br"]
    for broken in (
        b"",
        packed[:-1],
        packed[: len(packed) // 2],
        b"\x00\xff",
        b"[]\n",
        b"{}\n",
        packed[:-3] + b"\0" + packed[-2:],
    ):
        assert unpack(broken) is None
