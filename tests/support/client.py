"""A client without a browser: reads the mandate form in a page, fills it in and sends it over a real connection."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from http import HTTPStatus
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

ANSWERS = {
    "role": "Machine Learning Engineer",
    "need": "Own the ranking service within a year.",
    "name": "Alex Moreau",
    "company": "Northgate Retail",
    "email": "alex@northgate.example",
    "telephone": "020 7946 0018",
    "timing": "quarter",
}


class FormReader(HTMLParser):
    """What a browser makes of the mandate form in a page: what each control would send, its attributes, its label."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.controls: dict[str, dict[str, str]] = {}
        self.labels: dict[str, str] = {}
        self.ids: set[str] = set()
        self.links: dict[str, str] = {}
        self._inside = False
        self._select = self._label = self._link = self._textarea = ""
        self.feed(page.replace("\r\n", "\n").replace("\r", "\n"))  # as a browser reads any document

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note controls, labels, links within the page and ids."""
        attributes = {name: value or "" for name, value in attrs}
        self.ids.add(attributes.get("id", ""))
        self._inside = self._inside or (tag == "form" and attributes.get("class") == "mandate-form")
        name = attributes.get("name", "")
        if tag == "a" and attributes.get("href", "").startswith("#"):
            self._link = attributes["href"][1:]
            self.links[self._link] = ""
        elif self._inside and tag == "label":
            self._label = attributes["for"]
            self.labels[self._label] = ""
        elif self._inside and tag in {"input", "textarea", "select"}:
            self.controls[name] = attributes | {"tag": tag}
            self._control(tag, name, attributes)
        elif tag == "option" and self._select and "selected" in attributes:
            self.values[self._select] = attributes["value"]

    def _control(self, tag: str, name: str, attributes: dict[str, str]) -> None:
        if tag == "select":
            self._select = name
            self.values.setdefault(name, "")
        elif tag == "textarea":
            self._textarea = name
            self.values[name] = ""
        elif attributes["type"] not in {"checkbox", "radio"} or "checked" in attributes:
            self.values[name] = attributes.get("value", "on" if attributes["type"] == "checkbox" else "")

    def handle_endtag(self, tag: str) -> None:
        """Leave what the tag opened."""
        if tag == "form":
            self._inside = False
        elif tag == "textarea" and self._textarea:
            self.values[self._textarea] = self.values[self._textarea].removeprefix("\n")
            self._textarea = ""
        elif tag == "select":
            self._select = ""
        elif tag == "label":
            self._label = ""
        elif tag == "a":
            self._link = ""

    def handle_data(self, data: str) -> None:
        """Collect the text of labels, links and text areas."""
        if self._textarea:
            self.values[self._textarea] += data
        elif self._label:
            self.labels[self._label] += data
        elif self._link:
            self.links[self._link] += data


@dataclass
class Reply:
    """What came back: the status, where to go next, the page."""

    status: int
    location: str
    body: str = field(repr=False)
    acknowledged: str = ""
    """The reference of the mandate that the site says it has; empty if it says no such thing."""


class MandateClient:
    """Sends mandates to a running site at ``url``; every request on a connection of its own."""

    def __init__(self, url: str, timeout: float = 20) -> None:
        self._address, self._timeout = urlsplit(url).netloc, timeout

    def request(self, method: str, path: str, body: str | None = None) -> Reply:
        """One request; raises what the connection raises."""
        connection = HTTPConnection(self._address, timeout=self._timeout)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Reply(response.status, response.headers.get("Location", ""), response.read().decode())
        finally:
            connection.close()

    def fill(self, **answers: str) -> dict[str, str]:
        """Open the form and fill it in."""
        return FormReader(self.request("GET", "/mandate/").body).values | ANSWERS | answers

    def send(self, form: dict[str, str]) -> Reply:
        """Send a form that is filled in, and read the confirmation if there is one."""
        reply = self.request("POST", "/mandate/", urlencode(form))
        if reply.status != HTTPStatus.FOUND:
            return reply
        confirmation = self.request("GET", reply.location).body
        found = re.search(r'class="reference">(M-\w{4}-\w{4})<', confirmation)
        return replace(reply, acknowledged=found.group(1) if found else "")
