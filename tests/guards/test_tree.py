"""Nothing but the read model walks the part of the tree where support pages are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.subjects import APPS, ROOT, TEMPLATES, source_files

READ_MODEL = {"support_pages/cluster.py", "support_pages/querysets.py"}
WALKS = frozenset(
    f"{not_}{name}" for name in ("child_of", "descendant_of", "sibling_of", "parent_of") for not_ in ("", "not_")
) | {
    "get_children",
    "get_descendants",
    "get_siblings",
    "get_next_sibling",
    "get_next_siblings",
    "get_prev_sibling",
    "get_prev_siblings",
    "get_first_child",
    "get_last_child",
    "get_first_sibling",
    "get_last_sibling",
    "get_tree",
}
"""What goes sideways or down. The way up is each page's own."""
LOOKS = ("path__startswith", "depth")
"""What asks for a part of the tree without its methods."""
ALLOWED = {
    ("specialisms/querysets.py", "child_of"): "the directory: specialisms one level under another",
    ("specialisms/models/specialism.py", "descendant_of"): "the directory: how deep the specialisms under one go",
    ("agency/models/people.py", "child_of"): "the consultants under their index",
    ("agency/page_cache/purging.py", "descendant_of"): "the old and new addresses of whatever moved along with a page",
    (
        "agency/scale/faults/places.py",
        "get_last_child",
    ): "puts a page where the CMS would not, after the directory's last",
}
"""Files that may use one of these, and for which pages; never for guides."""

Use = tuple[str, str]


def uses_in(tree: ast.AST) -> Iterator[str]:
    """The walks in Python code: tree methods by name, and lookups by path on support pages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in WALKS:
            yield node.attr
        elif isinstance(node, ast.Call) and root(node) == "SupportPage":
            yield from (word.arg for word in node.keywords if word.arg and word.arg.endswith(LOOKS))


def root(node: ast.expr) -> str:
    """The name that a chain of calls and attributes begins with."""
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def name(path: Path) -> str:
    """A file's name within the project."""
    return str(path.relative_to(ROOT))


def python_uses() -> set[Use]:
    """Every walk outside the read model."""
    files = [
        path for path in source_files(".py") if name(path).split("/")[0] in APPS and "migrations" not in path.parts
    ]
    found = {(name(path), use) for path in files for use in uses_in(ast.parse(path.read_text()))}
    return {(file, use) for file, use in found if file not in READ_MODEL}


def test_only_the_read_model_goes_sideways_and_down() -> None:
    stray = python_uses() - set(ALLOWED)
    assert not stray, "ask support_pages.cluster, or say in ALLOWED which other pages it is about"


def test_every_exception_is_still_needed() -> None:
    assert set(ALLOWED) <= python_uses()


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=name)
def test_templates_leave_it_to_tags(path: Path) -> None:
    assert not re.findall(rf"\.({'|'.join(sorted(WALKS))})\b", path.read_text())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SupportPage.objects.child_of(page)", ["child_of"]),
        ("page.get_siblings(inclusive=False).live()", ["get_siblings"]),
        ("walk = page.get_descendants", ["get_descendants"]),
        ("SupportPage.objects.live().filter(path__startswith=page.path, depth=5)", ["path__startswith", "depth"]),
        ("page.get_ancestors()", []),
        ("Fact.objects.filter(specialism__path__startswith=page.path)", []),
        ("SupportPage.objects.for_cluster(page)", []),
    ],
)
def test_the_guard_sees_walks(code: str, expected: list[str]) -> None:
    assert list(uses_in(ast.parse(code))) == expected
