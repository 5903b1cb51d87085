"""Every template compiles and is used, every tag library loads, and every page type and block finds its template."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines
from django.template.loader import get_template
from wagtail.models import Page

from agency.blocks.heading import RESERVED
from tests.guards.subjects import APPS, PAGE_TYPES, ROOT, TEMPLATES, quoted_template_names, templates

HANDLERS = {"400.html", "403.html", "404.html", "500.html"}
"""Django asks for these by name."""
LIBRARIES = sorted(
    path.stem for app in APPS for path in (ROOT / app / "templatetags").glob("*.py") if path.stem != "__init__"
)


def of_pages() -> set[str]:
    """The templates page types ask for."""
    return {model.template for model in PAGE_TYPES}


def overridden(name: str) -> bool:
    """Whether an installed app has a template of this name, which ours replaces."""
    return any((Path(config.path) / "templates" / name).exists() for config in apps.get_app_configs())


@pytest.mark.parametrize("name", templates())
def test_template_compiles(name: str) -> None:
    assert Path(get_template(name).origin.name) == TEMPLATES / name


def test_every_template_is_used() -> None:
    mentioned = quoted_template_names()
    known = HANDLERS | of_pages()
    rest = [name for name in templates() if name not in known and not overridden(name)]
    unused = [name for name in rest if not any(pattern.fullmatch(name) for pattern in mentioned)]
    assert not unused


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_type_uses_wagtails_own_template_name(model: type[Page]) -> None:
    assert "template" not in vars(model) or model.template == default_name(model)
    assert (TEMPLATES / default_name(model)).exists()


def default_name(model: type[Page]) -> str:
    """Where Wagtail looks for the template of a page type by itself."""
    words = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in model.__name__).lstrip("_")
    return f"{model._meta.app_label}/{words}.html"


@pytest.mark.parametrize("name", LIBRARIES)
def test_tag_library_loads(name: str) -> None:
    django = engines["django"].engine
    assert name in django.libraries
    django.from_string("{% load " + name + " %}")


def test_anchors_of_headings_keep_clear_of_the_ids_in_templates() -> None:
    """A section called "Content" must not take the id of the page's main part."""
    public = [name for name in templates() if "/admin/" not in name and not name.startswith(("emails/", "wagtail"))]
    used = {id_ for name in public for id_ in re.findall(r'\sid="([\w-]+)"', (TEMPLATES / name).read_text())}
    assert used == RESERVED


def test_tag_libraries_are_found() -> None:
    assert {"components", "directory", "thread"} <= set(LIBRARIES)
