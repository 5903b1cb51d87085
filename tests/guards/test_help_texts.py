"""Every field an editor fills in says in a sentence what belongs there.

The rule has no exceptions: a field that this project put on an editor's panel has help text, on the panel or on the
field, and so has every part of a block. Only what a list repeats, which the list explains, may go without.
"""

from collections.abc import Iterator

import pytest
from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, get_edit_handler
from wagtail.blocks import StructBlock
from wagtail.models import Page

from tests.guards.subjects import APPS, MODELS, PAGE_TYPES, SETTINGS, blocks


def fields_on(panel: Panel) -> Iterator[tuple[str, str]]:
    """Each field on a panel and inside it, with its help text."""
    for child in getattr(panel, "children", []):
        yield from fields_on(child)
    if isinstance(panel, InlinePanel):
        yield from fields_on(panel.child_edit_handler)
    elif isinstance(panel, FieldPanel) and ours(panel.db_field):
        yield f"{panel.model.__name__}.{panel.field_name}", str(panel.help_text or panel.db_field.help_text)


def ours(field: models.Field) -> bool:
    """Whether this project declared the field: Wagtail's and Django's own come with their own words."""
    owner = field.model
    inherited = {inner.name for base in owner.__mro__ if hasattr(base, "_meta") for inner in declared(base)}
    return owner._meta.app_label in APPS and field.name not in inherited


def declared(base: type[models.Model]) -> list[models.Field]:
    """The fields a base class outside this project brings."""
    outside = base.__module__.split(".")[0] not in APPS
    return list(base._meta.local_fields) if outside else []


def parts_of_blocks() -> Iterator[tuple[str, str]]:
    """Each part of the project's blocks, with its help text."""
    for found in blocks():
        if found.ours and isinstance(found.block, StructBlock):
            for name, child in found.block.child_blocks.items():
                text = child.field.help_text if hasattr(child, "field") else getattr(child.meta, "help_text", "")
                yield f"{found.path}.{name}", str(text or "")


def explained() -> dict[str, str]:
    """Everything editors fill in by its name, with its help text; what several pages share counts once."""
    handlers = [*(model.get_edit_handler() for model in PAGE_TYPES), *map(get_edit_handler, SETTINGS)]
    found = [*(field for handler in handlers for field in fields_on(handler)), *parts_of_blocks()]
    return dict(found)


EXPLAINED = explained()


def test_fields_are_found_in_inline_panels_and_blocks() -> None:
    assert {"SupportPage.kind", "OfficeDay.opens_at", "SpecialismLead.consultant", "BrandSettings.name"} <= set(
        EXPLAINED
    )
    assert not {"SupportPage.slug", "SupportPage.title"} & set(EXPLAINED)
    assert any(name.endswith("questions.items") for name in EXPLAINED)


@pytest.mark.parametrize("name", EXPLAINED)
def test_field_explains_itself(name: str) -> None:
    text = EXPLAINED[name]
    assert len(text) >= 10, f"{name} has no help text"
    assert text.endswith((".", "?")), f"{name}: a help text is a sentence"


def test_every_model_has_a_name_for_people() -> None:
    for model in MODELS:
        if not model._meta.auto_created:
            assert "verbose_name" in model._meta.original_attrs, model.__name__
    assert Page not in MODELS
