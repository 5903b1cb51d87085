"""Counting in the shared cache: atomic, nameless, and without consequences when the cache is away."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as RedisConnectionError

from agency.caching import ForgivingRedisCache
from enquiries.spam import rates
from enquiries.spam.rates import DAY, count


def test_it_says_how_often_before() -> None:
    assert [count("block", "8.8.8.0/24") for _time in range(4)] == [0, 1, 2, 3]


def test_kinds_subjects_and_spans_are_counted_apart() -> None:
    count("block", "8.8.8.0/24")
    assert count("block", "8.8.4.0/24") == count("domain", "8.8.8.0/24") == count("block", "8.8.8.0/24", DAY) == 0


def test_nothing_is_counted_for_nobody() -> None:
    assert [count("block", "") for _time in range(3)] == [0, 0, 0]


def test_an_hour_later_it_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates.time, "time", lambda: 1_800_000_000.0)
    count("block", "8.8.8.0/24")
    monkeypatch.setattr(rates.time, "time", lambda: 1_800_000_000.0 + timedelta(hours=1).total_seconds())
    assert count("block", "8.8.8.0/24") == 0


def test_the_cache_holds_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(cache, "add", lambda *args, **_kwargs: kept.append(str(args)) or True)
    count("sender", "dana@northgate.example")
    assert kept
    assert not any(secret in kept[0] for secret in ("dana", "northgate", "sender"))


def test_at_once_each_is_counted() -> None:
    with ThreadPoolExecutor(16) as threads:
        before = list(threads.map(lambda _number: count("block", "8.8.8.0/24"), range(64)))
    assert sorted(before) == list(range(64))


def test_a_cache_that_is_away_counts_nothing(monkeypatch: pytest.MonkeyPatch, caplog) -> None:
    """As Redis: the forgiving cache says yes to an addition, and counting fails."""

    def away(*_args: object, **_kwargs: object) -> None:
        raise RedisConnectionError("10.1.2.3:6379 for dana@northgate.example")

    monkeypatch.setattr(cache, "incr", away)
    with caplog.at_level(logging.WARNING):
        assert [count("sender", "dana@northgate.example") for _time in range(3)] == [0, 0, 0]
    assert "dana" not in caplog.text


def test_redis_that_cannot_be_reached_counts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = ForgivingRedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1}})
    monkeypatch.setattr(rates, "cache", nowhere)
    assert count("block", "8.8.8.0/24") == 0
