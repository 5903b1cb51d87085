"""How static files are prepared for visitors: joined, hashed, compressed."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

Paths = dict[str, tuple[Storage, str]]
"""What collectstatic found: the storage and path of each file's source, by the name it is served under."""

BUNDLES = ["css/site.css"]
IMPORT = re.compile(r'^@import url\("(?P<name>[^"]+)"\) layer\((?P<layer>[\w-]+)\);$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r"\s*([{};,])\s*")


def minify(css: str) -> str:
    """The style sheet without comments and spare white space; strings in it hold neither."""
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the imports of our one style sheet joined into it: one request instead of twenty."""

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Put each joined bundle in the place of its source: sources are what Django hashes, not their copies."""
        joined = InMemoryStorage()
        bundles: Paths = {}
        for name in filter(paths.__contains__, BUNDLES):
            joined.save(name, ContentFile(join(name, paths).encode()))
            bundles[name] = (joined, name)
        yield from super().post_process(paths | bundles, dry_run, **options)


def join(name: str, paths: Paths) -> str:
    """The style sheet with what it imports, minified."""
    folder = name.rpartition("/")[0]

    def layered(match: re.Match[str]) -> str:
        imported = read(*paths[f"{folder}/{match['name']}"])
        return f"@layer {match['layer']} {{ {imported} }}"

    joined = minify(IMPORT.sub(layered, read(*paths[name])))
    if "@import" in joined:
        raise ImproperlyConfigured(f'{name} has an import that is not of the form @import url("…") layer(…);')
    return joined


def read(storage: Storage, path: str) -> str:
    """The text of a source file."""
    with storage.open(path) as file:
        return file.read().decode()
