"""No log holds a token: real records of what can go wrong, as the site's own formatter writes them, and the servers in front."""

import io
import logging
import logging.config
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.test import Client

from agency.settings.env import BASE_DIR
from enquiries.models import Mandate
from tests.enquiries.rooms import room_of, token_of
from tests.enquiries.submission import send, typed
from tests.support.provide import free_port


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the site's handlers write while a test runs, everything down to DEBUG."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    configured = logging.config.DictConfigurator(settings.LOGGING)
    handler.setFormatter(configured.configure_formatter(dict(settings.LOGGING["formatters"]["line"])))
    loggers = [
        logging.getLogger(name) for name in ("", "django", "django.request", "django.security", "django.server")
    ]
    levels = [(logger, logger.level) for logger in loggers]
    for logger in loggers[:1]:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield written
    for logger, level in levels:
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def mandate(brand) -> Mandate:
    """A mandate whose room something goes wrong in."""
    send(typed())
    return Mandate.objects.get()


def breaks(error: type[Exception]):
    """A view's helper that fails and names the address it was asked for, as libraries do."""

    def fail(*_args: object) -> None:
        raise error(f"while answering http://testserver{breaks.address}")

    return fail


@pytest.mark.parametrize("error", [RuntimeError, SuspiciousOperation, PermissionError])
def test_faults_are_logged_without_the_token(mandate: Mandate, log: io.StringIO, monkeypatch, error) -> None:
    breaks.address = room_of(mandate)
    monkeypatch.setattr("enquiries.views.room.chronicle", breaks(error))
    response = Client(raise_request_exception=False).get(breaks.address)
    assert response.status_code == (400 if error is SuspiciousOperation else 500)
    text = log.getvalue()
    assert "/mandate/room/…/" in text
    assert error.__name__ in text
    assert token_of(mandate) not in text


def test_what_is_not_there_is_logged_without_the_token(mandate: Mandate, log: io.StringIO) -> None:
    token = token_of(mandate)
    for address in (
        f"{token}/no/such/page/",
        f"{token}x/",
        f"{token}x/receipt/",
        f"{token}/mandate.xml",
        f"%2e/{token}/",
        f"/{token}/",
        f"%20{token}/",
        f"%22{token}%22/",
        f"%3C{token}%3E/",
        f"%C2%A0{token}/",
        f"room/{token}/",
        f"%2520{token}/",
    ):
        answer = Client().get(f"/mandate/room/{address}")
        assert answer.status_code in {301, 404}
        assert (answer["Referrer-Policy"], "noindex" in answer["X-Robots-Tag"]) == ("no-referrer", True), address
    for address in (f"//mandate/room/{token}/", f"/Mandate/ROOM/{token}/", f"/mandate%20/room/{token}/"):
        answer = Client().get(f"http://testserver{address}")
        assert answer.status_code == 404
        assert answer["Referrer-Policy"] == "no-referrer", address
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", ")), address
    Client().get(room_of(mandate), headers={"host": "elsewhere.example"})
    Client().patch(room_of(mandate))
    text = log.getvalue()
    assert text.count("Not Found: /mandate/room/…") >= 3
    assert "Invalid HTTP_HOST header" in text
    assert "Method Not Allowed" in text
    assert token not in text


MANGLED = [
    "/mandate%2Froom%2FSECRET",
    "/mandate%252Froom%252FSECRET",
    "/?next=%2Fmandate%2Fstop%2FSECRET",
    "\\mandate\\room\\SECRET",
    "/mandate/room/mandate/room/SECRET",
    "/mandate/room/%2520SECRET",
    "/mandate/room/“SECRET”/",
]


@pytest.mark.parametrize("address", MANGLED)
def test_mangled_addresses_are_covered(log: io.StringIO, address: str) -> None:
    logging.getLogger("anything").error("Not Found: %s", address)
    assert "SECRET" not in log.getvalue()
    assert "…" in log.getvalue()


def test_what_holds_no_token_is_written_as_it_is(log: io.StringIO) -> None:
    for line in ("the mandate room opened", '"GET /mandate/link/asked/ HTTP/1.1" 200', "/guides/mandate/stop-words/"):
        logging.getLogger("anything").error(line)
    assert "…" not in log.getvalue()


@pytest.mark.parametrize("purpose", ["room", "stop", "confirm"])
def test_every_kind_of_link_is_covered(log: io.StringIO, purpose: str) -> None:
    for line in (
        '"GET /mandate/%s/SECRET HTTP/1.1" 200',
        "to https://x.example/mandate/%s/SECRET/?a=b",
        "/mandate/%s/SECRET",
    ):
        logging.getLogger("django.server").warning(line, purpose)
        logging.getLogger("anything").error("%r", {"path": line % purpose})
    assert "SECRET" not in log.getvalue()
    assert log.getvalue().count(f"/mandate/{purpose}/…") >= 3


def test_every_handler_writes_without_tokens() -> None:
    handlers = settings.LOGGING["handlers"].values()
    assert {handler["formatter"] for handler in handlers} == {"line"}
    assert settings.LOGGING["formatters"]["line"]["()"] == "agency.logs.WithoutTokens"
    assert "gunicorn.error" in settings.LOGGING["loggers"]


@pytest.mark.slow
def test_the_web_server_does_not_quote_addresses_either(tmp_path) -> None:
    """A request that is none is quoted in gunicorn's own log."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "agency.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    environment = {"DJANGO_SETTINGS_MODULE": "agency.settings.test", "VAR_DIR": str(tmp_path), "PATH": ""}
    with (tmp_path / "log").open("wb") as written:
        server = subprocess.Popen(command, cwd=BASE_DIR, env=environment, stdout=written, stderr=written)
    try:
        for line in (b"GET /mandate/room/SECRET/", b"GET  /mandate/room/SECRET/ HTTP/1.1"):
            assert b"400" in asked(port, line + b"\r\n\r\n")
    finally:
        server.terminate()
        server.wait(timeout=20)
    text = (tmp_path / "log").read_text()
    assert text.count("/mandate/room/…/") == 2
    assert "SECRET" not in text


def asked(port: int, request: bytes) -> bytes:
    """What a server answers that may still be starting."""
    deadline = time.monotonic() + 60
    while True:
        try:
            with closing(socket.create_connection(("127.0.0.1", port), timeout=30)) as connection:
                connection.sendall(request)
                return connection.recv(1000)
        except ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_the_proxy_logs_no_address_of_a_room() -> None:
    """nginx quotes whole requests in both its logs: where one can hold a token, it writes neither."""
    text = re.sub(r"#.*", "", (BASE_DIR / "docker" / "nginx.conf").read_text())
    places = re.findall(r"location ([^{]+?) \{([^}]*)\}", text)
    rooms = [(where, inside) for where, inside in places if "mandate" in where or where.startswith("@")]
    servers = text.count("\nserver {")
    assert [where for where, _inside in rooms].count("^~ /mandate/") == servers
    mangled = [re.compile(where[3:], re.IGNORECASE) for where, _inside in rooms if where.startswith("~* ")]
    assert len(mangled) == servers
    for address in ("/Mandate/Room/T/", "/mandate /room/T", "/mandate\\room\\T", "/x/mandate/stop/T/"):
        assert all(place.search(address) for place in mangled), address
    assert not any(
        place.search(other) for place in mangled for other in ("/admin/mandates/5/", "/guides/mandate-room/")
    )
    for where, inside in rooms:
        assert "access_log off;" in inside, where
        assert "error_log /dev/null;" in inside, where
