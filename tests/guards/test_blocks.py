"""Every block tells editors what it is for, shows what it looks like, and has a template."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

from agency.blocks import BodyBlock
from agency.blocks.heading import HeadingBlock
from agency.blocks.text import TextBlock
from support_pages.models import SupportPage
from tests import factories
from tests.guards.subjects import FoundBlock, blocks

BLOCKS = blocks()
OFFERED = [found for found in BLOCKS if found.ours or found.picked]
OURS = [found for found in BLOCKS if found.ours]
SET_IN_CODE = (BodyBlock, HeadingBlock, TextBlock)
"""A guide consists of dozens of these, and a template for each took a quarter of its time: decision 26."""


def paths(found: list[FoundBlock]) -> list[str]:
    """Names for parameters."""
    return [block.path for block in found]


def test_blocks_are_found_at_every_depth() -> None:
    found = {type(block.block).__name__ for block in BLOCKS}
    assert {"BodyBlock", "HeadingBlock", "QuestionBlock", "FactBlock", "StepBlock", "TypedTableBlock"} <= found


@pytest.mark.parametrize("found", OFFERED, ids=paths(OFFERED))
def test_block_describes_itself(found: FoundBlock) -> None:
    assert len(str(found.block.get_description())) >= 10
    assert "preview_value" in vars(type(found.block.meta)) or hasattr(found.block.meta, "preview_value")
    assert found.block.is_previewable
    assert found.block.meta.icon != "placeholder"


@pytest.mark.parametrize("found", OURS, ids=paths(OURS))
def test_block_has_a_template(found: FoundBlock) -> None:
    if isinstance(found.block, SET_IN_CODE):
        assert not hasattr(found.block.meta, "template")
        return
    assert found.block.meta.template.startswith("blocks/")
    get_template(found.block.meta.template)


@pytest.mark.parametrize("found", OFFERED, ids=paths(OFFERED))
@pytest.mark.django_db
def test_preview_shows_the_block_in_the_sites_style(found: FoundBlock) -> None:
    factories.specimen(SupportPage)
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": found.block.definition_prefix})
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.find("link", rel="stylesheet", href="/static/css/site.css")
    assert len(soup.find_all("main")) == 1
    assert len(soup.main.get_text(" ", strip=True)) >= 5
    assert not soup.find_all(style=True)


@pytest.mark.parametrize("found", OFFERED, ids=paths(OFFERED))
@pytest.mark.django_db
def test_preview_value_is_what_an_editor_could_enter(found: FoundBlock) -> None:
    """A preview must pass the block's own rules; a picture cannot be given in code, so it alone may be missing.

    A guide is there to be shown, and the document that is made up for the preview is stored first: only what is stored
    can be chosen.
    """
    factories.specimen(SupportPage)
    value = found.block.get_preview_value()
    if found.path.endswith(".download"):
        value["document"].save()
    if found.path.endswith(".image"):
        value["image"] = None
        found.block.child_blocks["caption"].clean(value["caption"])
    else:
        found.block.clean(value)


def test_names_of_blocks_are_told_apart() -> None:
    """Within one list of blocks no two have the same label."""
    for found in BLOCKS:
        names = [str(child.label) for child in getattr(found.block, "child_blocks", {}).values()]
        assert len(set(names)) == len(names), found.path
