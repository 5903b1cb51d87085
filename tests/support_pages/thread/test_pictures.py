"""Every picture says what it shows."""

import pytest

from tests import factories
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import in_draft, messages, problems, write

pytestmark = pytest.mark.django_db


def shown(picture: int | None, **image: object) -> tuple[str, dict]:
    """A block with a picture."""
    return ("image", {"image": {"image": picture, "alt_text": "", "decorative": False} | image, "caption": "A desk"})


@pytest.mark.breaks("no-alt-text")
def test_pictures_without_alternative_text(clean: Clean) -> None:
    picture = factories.picture().pk
    guide = write(clean.hiring, shown(picture), shown(picture, alt_text="  "), shown(picture, alt_text="A desk"))
    assert messages(problems(guide, "no-alt-text")) == ["2 pictures have no alternative text."]
    assert in_draft(guide, "no-alt-text")
    assert problems(write(clean.specialism, shown(picture)), "no-alt-text")


@pytest.mark.holds("no-alt-text")
def test_described_and_decorative_pictures_and_none(clean: Clean) -> None:
    picture = factories.picture().pk
    guide = write(clean.hiring, shown(picture, alt_text="A desk"), shown(picture, decorative=True), shown(None))
    assert not problems(guide, "no-alt-text")
