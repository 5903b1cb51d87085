"""What the guards loop over, found by looking, never listed by hand: what is added later is covered for free."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.contrib.settings.registry import registry
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

APPS = ("agency", "specialisms", "support_pages", "enquiries")
ROOT: Path = settings.BASE_DIR
TEMPLATES = ROOT / "templates"

PAGE_TYPES: list[type[Page]] = sorted(
    (model for model in get_page_models() if model._meta.app_label in APPS), key=lambda model: model.__name__
)
SETTINGS: list[type[models.Model]] = [model for model in registry if model._meta.app_label in APPS]
MODELS: list[type[models.Model]] = [model for app in APPS for model in apps.get_app_config(app).get_models()]


@dataclass(frozen=True)
class FoundBlock:
    """A block, where in which model's field it stands, and whether editors pick it from a list of blocks."""

    path: str
    block: Block
    picked: bool

    @property
    def ours(self) -> bool:
        """Whether the class is this project's, not Wagtail's."""
        return type(self.block).__module__.split(".")[0] in APPS


def blocks() -> list[FoundBlock]:
    """Every block of every StreamField, each kind once at each place in its parent."""
    found: dict[tuple[type, str], FoundBlock] = {}
    for model in MODELS:
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for block in _inside(f"{model.__name__}.{field.name}", field.stream_block, picked=False):
                    within = ".".join(block.path.split(".")[2:]) or block.path
                    found.setdefault((type(block.block), within), block)
    return list(found.values())


def _inside(path: str, block: Block, *, picked: bool) -> Iterator[FoundBlock]:
    yield FoundBlock(path, block, picked)
    if isinstance(block, ListBlock):
        yield from _inside(f"{path}.item", block.child_block, picked=False)
    elif isinstance(block, StreamBlock | StructBlock | BaseTypedTableBlock):
        for name, child in block.child_blocks.items():
            yield from _inside(f"{path}.{name}", child, picked=isinstance(block, StreamBlock))


def templates() -> list[str]:
    """The names of the project's own templates."""
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file())


@dataclass(frozen=True)
class Route:
    """An address the site answers, as its pattern, with its full name and its arguments."""

    route: str
    name: str
    arguments: tuple[str, ...]


def routes() -> list[Route]:
    """Every pattern of the URL configuration."""
    return list(_routes(get_resolver(), "", (), ()))


def _routes(
    resolver: URLResolver, prefix: str, spaces: tuple[str, ...], arguments: tuple[str, ...]
) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        taken = (*arguments, *pattern.pattern.converters, *pattern.pattern.regex.groupindex)
        if pattern.pattern.regex.groups and not taken:
            taken = ("unnamed",)
        if isinstance(pattern, URLResolver):
            deeper = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _routes(pattern, route, deeper, taken)
        elif isinstance(pattern, URLPattern):
            yield Route(route, ":".join([*spaces, pattern.name or ""]), taken)


def source_files(*suffixes: str) -> list[Path]:
    """The project's own files with one of these suffixes, without what is installed, generated or locked."""
    left_out = {"var", "requirements", "node_modules", "build", "dist"}
    found = []
    for top in ROOT.iterdir():
        if top.name.startswith(".") or top.name in left_out:
            continue
        files = top.rglob("*") if top.is_dir() else [top]
        found += [
            path for path in files if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts
        ]
    return sorted(found)


def quoted_template_names() -> list[re.Pattern[str]]:
    """The template names that Python code and templates mention; what they fill in at run time matches anything."""
    return [re.compile(pattern) for pattern in sorted(_mentioned())]


def _mentioned() -> Iterator[str]:
    crispy = Path(apps.get_app_config("crispy_forms").path)
    for path in [*source_files(".py"), *crispy.rglob("*.py")]:
        if "tests" in path.parts or "docs" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.JoinedStr):
                pieces = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in node.values]
                yield from _named("".join(pieces))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 2000:
                yield from _named(re.escape(node.value).replace("%s", ".+"))
    for path in TEMPLATES.rglob("*.html"):
        for name in re.findall(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']", path.read_text()):
            yield re.escape(name)


def _named(pattern: str) -> Iterator[str]:
    """The pattern itself if it is a file in a folder, and every template that a line of template code includes."""
    if re.fullmatch(r"[^\s]*\w/[^\s]*\\\.(html|txt|xml)|\.\+/[^\s]*\\\.(html|txt|xml)|robots\\\.txt", pattern):
        yield pattern
    yield from re.findall(r"include\\? '([^']+)'", pattern)
