"""No inline script, style or event handler for visitors: the content security policy would refuse them."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

from tests.guards.conftest import Document
from tests.guards.subjects import TEMPLATES, templates

pytestmark = pytest.mark.django_db

FREE = ("emails/", "wagtailadmin/", "wagtailusers/", "enquiries/admin/")
"""Mail needs style in its markup, and the admin has a policy of its own."""


def test_no_inline_script(document: Document) -> None:
    for script in document.soup.find_all("script"):
        assert script.get("src") or script.get("type") == "application/ld+json", str(script)[:200]


def test_no_inline_style(document: Document) -> None:
    assert not document.soup.find_all("style")
    assert not document.soup.find_all(style=True)


def test_no_event_handlers_and_no_script_addresses(document: Document) -> None:
    for element in document.soup.find_all():
        handlers = [name for name in element.attrs if name.startswith("on")]
        assert not handlers, str(element)[:200]
        for name in ("href", "src", "action", "formaction"):
            assert not str(element.get(name, "")).strip().lower().startswith("javascript:"), str(element)[:200]


def test_everything_loaded_comes_from_this_site_and_is_there(document: Document) -> None:
    loaded = [element["src"] for element in document.soup.find_all(["script", "img", "iframe", "source"], src=True)]
    loaded += [
        link["href"] for link in document.soup.find_all("link", rel=["stylesheet", "icon", "preload", "manifest"])
    ]
    assert loaded
    for address in loaded:
        parts = urlsplit(address)
        assert not parts.netloc, address
        assert not parts.path.startswith("/static/") or finders.find(parts.path.removeprefix("/static/")), address


@pytest.mark.parametrize("name", [name for name in templates() if not name.startswith(FREE)])
def test_template_source_has_nothing_inline(name: str) -> None:
    source = (TEMPLATES / name).read_text()
    assert not re.search(r"<style|\sstyle\s*=|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[\"']", source)
