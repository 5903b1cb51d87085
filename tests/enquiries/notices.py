"""A privacy notice for tests: a page that the brand settings name, written and published in plain words."""

from typing import Any

from agency.models import BrandSettings, HomePage, PlainPage
from tests import factories


def body(*paragraphs: str) -> Any:
    """The body of a plain page with these paragraphs of HTML."""
    blocks = [{"type": "text", "value": f"<p>{paragraph}</p>"} for paragraph in paragraphs]
    return PlainPage._meta.get_field("body").to_python(blocks)


def written(home: HomePage, *paragraphs: str, **fields: Any) -> PlainPage:
    """A plain page that is live, with these paragraphs."""
    return factories.PlainPageFactory(parent=home, **{"title": "Privacy notice", "body": body(*paragraphs)} | fields)


def publish(page: PlainPage, *paragraphs: str, **fields: Any) -> None:
    """Publish the page with other paragraphs and fields, as an editor does."""
    page.refresh_from_db()
    if paragraphs:
        page.body = body(*paragraphs)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def choose(page: PlainPage | None) -> None:
    """Have the brand settings name the page."""
    brand = BrandSettings.load()
    brand.privacy_page = page
    brand.save()
