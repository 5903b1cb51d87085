"""A cache that is not there is a cache that knows nothing."""

import pytest
from django.test import Client

from agency.caching import ForgivingRedisCache
from agency.models import HomePage
from tests.support.provide import free_port


@pytest.fixture
def away() -> ForgivingRedisCache:
    """A cache whose server does not listen."""
    return ForgivingRedisCache(f"redis://127.0.0.1:{free_port()}/0", {"OPTIONS": {"socket_connect_timeout": 1}})


def test_reading_finds_nothing(away: ForgivingRedisCache) -> None:
    assert away.get("key") is None
    assert away.get("key", "mine") == "mine"
    assert away.get("key", default="mine") == "mine"
    assert away.get_many(["key"]) == {}
    assert away.has_key("key") is False
    assert away.get_or_set("key", lambda: "made") == "made"


def test_writing_is_forgotten(away: ForgivingRedisCache) -> None:
    away.set("key", "value")
    away.set_many({"key": "value"})
    away.delete("key")
    away.delete_many(["key"])
    away.clear()
    assert away.add("key", "value") is True


def test_pages_and_form_are_served_without_it(home: HomePage, settings) -> None:
    away = {
        "BACKEND": "agency.caching.ForgivingRedisCache",
        "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
    }
    settings.CACHES = settings.CACHES | {"default": away}
    assert Client().get("/").status_code == 200
    assert Client().get("/mandate/").status_code == 200
