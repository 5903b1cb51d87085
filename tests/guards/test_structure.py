"""Every document has one title and one main heading, headings in order, landmarks, labels, and links that lead somewhere."""

import itertools
import re

import pytest

from tests.guards.conftest import Document

pytestmark = pytest.mark.django_db

HEADING = re.compile(r"^h[1-6]$")


def test_one_main_heading_and_no_level_skipped(document: Document) -> None:
    levels = [int(heading.name[1]) for heading in document.soup.find_all(HEADING)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    skipped = [(before, after) for before, after in itertools.pairwise(levels) if after > before + 1]
    assert not skipped, levels


def test_headings_say_something(document: Document) -> None:
    assert all(heading.get_text(strip=True) for heading in document.soup.find_all(HEADING))


def test_language_title_and_viewport(document: Document) -> None:
    soup = document.soup
    assert soup.html["lang"].startswith("en")
    assert len(soup.find_all("title")) == 1
    assert len(soup.title.get_text(strip=True)) >= 5
    assert soup.find("meta", {"name": "viewport"})["content"] == "width=device-width, initial-scale=1"
    assert soup.find("meta", {"charset": "utf-8"})


def test_everything_to_read_is_in_a_landmark(document: Document) -> None:
    soup = document.soup
    assert len(soup.find_all("main")) == 1
    assert soup.main.find_parent("main") is None
    allowed = {"a", "header", "main", "footer", "template", "script"}
    stray = [child.name for child in soup.body.find_all(recursive=False) if child.name not in allowed]
    stray = [name for name in stray if soup.body.find(name, recursive=False).get("class") != ["reach", "ui"]]
    assert not stray


def test_landmarks_of_one_kind_have_different_names(document: Document) -> None:
    for kind in ("nav", "aside"):
        found = document.soup.find_all(kind)
        names = [_name(document, element) for element in found]
        assert all(names), f"a {kind} without a name"
        assert len(set(names)) == len(names), names


def test_ids_are_unique_and_every_reference_finds_one(document: Document) -> None:
    ids = [element["id"] for element in document.soup.find_all(id=True)]
    assert len(ids) == len(set(ids)), sorted(id_ for id_ in ids if ids.count(id_) > 1)
    wanted = [link["href"][1:] for link in document.soup.find_all("a", href=re.compile("^#."))]
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for element in document.soup.find_all(attrs={attribute: True}):
            wanted += element[attribute].split()
    assert not set(wanted) - set(ids)


def test_links_and_buttons_have_words(document: Document) -> None:
    for element in document.soup.find_all(["a", "button", "summary"]):
        assert element.get_text(strip=True) or element.get("aria-label"), str(element)


def test_every_control_has_a_label(document: Document) -> None:
    labelled = {label["for"] for label in document.soup.find_all("label", attrs={"for": True})}
    for control in document.soup.find_all(["input", "select", "textarea"]):
        if control.get("type") not in {"hidden", "submit"}:
            assert control.get("id") in labelled, str(control)


def test_no_placeholder_of_code_shows(document: Document) -> None:
    text = document.soup.get_text(" ")
    for leak in ("{{", "{%", "None", "<a", "linktype", "object at 0x", "[]"):
        assert leak not in text, leak
    assert "None" not in "".join(link["href"] for link in document.soup.find_all(href=True))


def _name(document: Document, element) -> str:
    if element.get("aria-label"):
        return element["aria-label"]
    ids = element.get("aria-labelledby", "").split()
    return " ".join(document.soup.find(id=id_).get_text(" ", strip=True) for id_ in ids)
