"""Erasing, seen from outside: everything a client ever told is planted, then nothing of it is anywhere on the machine.

Web server and worker are the real ones. What is looked at: every row of every table, every file of the installation with the
private storage, the cache and the logs.
"""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.client import FormReader, MandateClient
from tests.support.mail_server import MailServer
from tests.support.stack import Stack
from tests.support.waiting import until

pytestmark = pytest.mark.slow

REQUEST = {
    "role": "Zanzibar Cartographer",
    "need": "Map the quiescent archipelago.",
    "name": "Wilhelmina Quackenbush",
    "company": "Umbrageous Holdings",
    "email": "wilhelmina@umbrageous.example",
    "telephone": "+44 20 7946 0773",
}
BRIEF = {
    "role": {"reports_to": "Grand Vizier Oglethorpe"},
    "purpose": {"why": "The peregrine contract begins."},
    "must-haves": {"must_haves": "Sextant fluency", "nice_to_haves": "Speaks Volapuk."},
    "place": {"places": "Port Esperance", "languages": "Esperanto"},
    "pay": {"bonus": "Doubloons quarterly", "equity": "Half a galleon"},
    "companies": {"not_to_approach": "Krakatoa Surveys"},
    "confidentiality": {"discretion": "Never telephone the lighthouse."},
    "contact": {"reach_when": "After vespers"},
}
FILE_NAME, FILE = "thalassocracy.txt", b"The hydrographer before us was a somnambulist.\n"
PLANTED = [
    *REQUEST.values(),
    *(answer for topic in BRIEF.values() for answer in topic.values()),
    *("wilhelmina", "umbrageous", "79460773", "7946 0773", "thalassocracy", "somnambulist"),
]


class Visitor:
    """A browser without JavaScript: follows redirects, keeps cookies, and knows forms."""

    def __init__(self, url: str) -> None:
        self.url = url
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)

    def get(self, path: str) -> str:
        """A page, whatever its status."""
        return self._read(path)

    def post(self, path: str, form: dict[str, str]) -> str:
        """The page after sending a form."""
        return self._read(path, urllib.parse.urlencode(form).encode())

    def upload(self, path: str, name: str, content: bytes) -> str:
        """The page after sending a file."""
        part = 'Content-Disposition: form-data; name="{}"{}\r\n\r\n'
        body = f"--x\r\n{part.format('attachments', f'; filename={chr(34)}{name}{chr(34)}')}".encode() + content
        body += f"\r\n--x\r\n{part.format('whole', '')}True\r\n--x--\r\n".encode()
        return self._read(path, body, "multipart/form-data; boundary=x")

    def _read(self, path: str, body: bytes | None = None, kind: str = "application/x-www-form-urlencoded") -> str:
        headers = {"Content-Type": kind, "Referer": f"{self.url}{path}"} if body is not None else {}
        try:
            with self._opener.open(urllib.request.Request(f"{self.url}{path}", body, headers)) as answer:
                return answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.read().decode(errors="replace")


@pytest.fixture
def consultant(site: Stack) -> Visitor:
    """Somebody of the agency who sees all mandates, logged in."""
    visitor = Visitor(site.url)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)', visitor.get("/admin/login/"))[1]
    username, password = site.login("administrator")
    visitor.post("/admin/login/", {"username": username, "password": password, "csrfmiddlewaretoken": token})
    return visitor


def machine(site: Stack) -> Iterator[tuple[str, str]]:
    """Everything there is, by where it is."""
    tables = site.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    for (table,) in tables:
        yield f"table {table}", "\n".join(row for (row,) in site.rows(f'SELECT t::text FROM "{table}" t'))  # noqa: S608 - names of our own tables
    for path in site.folder.rglob("*"):
        if path.is_file():
            yield f"file {path.relative_to(site.folder)}", contents(path)


def contents(path: Path) -> str:
    """A file with its name; what the cache keeps is compressed."""
    raw = path.read_bytes()
    unpacked = b""
    if path.suffix == ".djcache":
        start = raw.find(b"x\x9c")
        unpacked = zlib.decompressobj().decompress(raw[start:]) if start >= 0 else b""
    return f"{path.name}\n{(raw + unpacked).decode(errors='replace')}"


def traces(site: Stack, planted: list[str]) -> dict[str, list[str]]:
    """Where any of these is found."""
    found = {}
    for place, text in machine(site):
        said = text.casefold()
        if seen := [each for each in planted if each.casefold() in said]:
            found[place] = seen
    return found


def test_nothing_is_left_anywhere(site: Stack, mail_server: MailServer, consultant: Visitor) -> None:
    client = Visitor(site.url)
    form = FormReader(client.get("/mandate/")).values | REQUEST | {"marketing": "on", "confidential": "on"}
    reply = MandateClient(site.url).send(form)
    assert reply.acknowledged
    room = reply.location.removesuffix("received/")
    for topic, answers in BRIEF.items():
        client.post(f"{room}brief/{topic}/", FormReader(client.get(f"{room}brief/{topic}/")).values | answers)
    client.upload(f"{room}files/", FILE_NAME, FILE)
    client.post(f"{room}brief/check/", FormReader(client.get(f"{room}brief/check/")).values | {"send": "1"})
    client.post("/mandate/link/", {"email": REQUEST["email"]})
    for page in ("", "receipt/", "mandate.json", "receipt.pdf", "brief/check/", "files/", "nowhere/"):
        client.get(f"{room}{page}")
    client.post(f"{room}brief/pay/", {"pay_from": "Doubloons quarterly"})
    number = dict(site.rows("SELECT reference, id FROM enquiries_mandate"))[reply.acknowledged]
    assert REQUEST["name"] in consultant.get(f"/admin/mandates/{number}/")
    for page in ("/admin/mandates/?q=Umbrageous", "/admin/mandates/quarantine/", "/admin/"):
        consultant.get(page)
    links_by_mail = "SELECT 1 FROM enquiries_delivery WHERE kind = 'links' AND state = 'sent'"
    until(lambda: bool(site.rows(links_by_mail)), "the new link sent", 60)

    planted = traces(site, PLANTED)
    told = {each for found in planted.values() for each in found}
    assert {*REQUEST.values()} - {REQUEST["telephone"]} <= told
    assert {"Sextant fluency", "Krakatoa Surveys", "After vespers", "somnambulist", FILE_NAME} - told <= {FILE_NAME}
    assert not [place for place in planted if not place.startswith(("table enquiries_", "file mandates/"))], planted

    assert "is erased" in client.post(f"{room}erase/", {"sure": "on"})
    until(lambda: not site.rows("SELECT 1 FROM enquiries_storedfile"), "the file cleared away", 90)
    assert traces(site, PLANTED) == {}
    tokens = [room.split("/")[3], *re.findall(r"/mandate/room/([\w-]+)/", "".join(map(str, mail_server.letters)))]
    assert traces(site, tokens) == {}
    assert client.get(room).count("This link opens nothing")
    assert (reply.acknowledged,) in site.rows("SELECT reference FROM enquiries_erasure")
