"""Where a request comes from, whatever a client writes into its headers."""

from ipaddress import ip_address

import pytest
from django.test import RequestFactory

from agency.client_address import client_address, public_block


def address(proxies: int, forwarded: str | None, remote: str = "10.0.0.9", settings=None) -> str | None:
    """What is made of a request's headers."""
    settings.TRUSTED_PROXIES = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {}
    found = client_address(RequestFactory().get("/", REMOTE_ADDR=remote, **headers))
    return str(found) if found else None


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, None, "10.0.0.9"),
        (0, "8.8.8.8", "10.0.0.9"),
        (1, "8.8.8.8", "8.8.8.8"),
        (1, "1.1.1.1, 8.8.8.8", "8.8.8.8"),
        (1, "unknown,8.8.8.8", "8.8.8.8"),
        (2, "1.1.1.1, 8.8.8.8, 10.0.0.2", "8.8.8.8"),
        (2, "8.8.8.8", None),
        (1, None, None),
        (1, "", None),
        (1, "8.8.8.8:4711", None),
        (1, "<script>", None),
        (1, "8.8.8.8,", None),
        (1, " 2001:4860:4860::8888 ", "2001:4860:4860::8888"),
        (1, "::ffff:8.8.8.8", "8.8.8.8"),
        (1, "9" * 5000, None),
    ],
)
def test_the_client_is_that_many_from_the_right(
    proxies: int, forwarded: str | None, found: str | None, settings
) -> None:
    assert address(proxies, forwarded, settings=settings) == found


@pytest.mark.parametrize("remote", ["", "unix:", "/run/gunicorn.sock"])
def test_a_connection_without_an_address_has_none(remote: str, settings) -> None:
    assert address(0, None, remote, settings=settings) is None


@pytest.mark.parametrize(
    ("one", "block"),
    [
        ("8.8.8.8", "8.8.8.0/24"),
        ("2001:4860:4860:1:2:3:4:5", "2001:4860:4860::/48"),
        ("2001:4860:4860::8888%eth0", "2001:4860:4860::/48"),
        ("127.0.0.1", ""),
        ("172.18.0.3", ""),
        ("fe80::1", ""),
        ("::1", ""),
    ],
)
def test_the_block_of_a_public_address(one: str, block: str) -> None:
    assert public_block(ip_address(one)) == block


def test_no_address_has_no_block() -> None:
    assert public_block(None) == ""
