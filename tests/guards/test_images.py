"""Every picture says what it shows, or that it is decoration."""

import pytest

from tests.guards.conftest import Document

pytestmark = pytest.mark.django_db


def test_every_image_has_alternative_text(document: Document) -> None:
    for image in document.soup.find_all("img"):
        assert image.get("alt") is not None, str(image)


def test_every_image_reserves_its_place(document: Document) -> None:
    for image in document.soup.find_all("img"):
        assert image.get("width"), str(image)
        assert image.get("height"), str(image)


def test_every_drawing_is_named_or_hidden(document: Document) -> None:
    for drawing in document.soup.find_all("svg"):
        named = drawing.get("role") == "img" and (drawing.get("aria-label") or drawing.get("aria-labelledby"))
        assert drawing.get("aria-hidden") == "true" or named, str(drawing)[:200]


def test_there_are_images_to_look_at(documents: dict[str, Document]) -> None:
    """A guide shows the picture in its text with the text given for it."""
    texts = [image["alt"] for image in documents["full SupportPage"].soup.find_all("img")]
    assert "A desk with two screens" in texts
