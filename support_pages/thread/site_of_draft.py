"""The site as the check of a page in its editor sees it."""

from collections.abc import Iterable
from hashlib import sha256

from django.core.cache import cache
from wagtail.models import Page

from specialisms.models import SpecialismPage
from support_pages.models import BodySketch
from support_pages.sketch import Sketch
from support_pages.thread.site import COMPARED, TELLING, Site, Sketched, down_to
from support_pages.thread.typed import named, names_of, naming

REMEMBERED = 60
"""Seconds for which the editor of a page remembers who names its address."""


class SiteOfDraft(Site):
    """The site as the check of a page in its editor sees it: asked often, so only what this page needs is read."""

    def naming(self, pages: Iterable[Page]) -> dict[int, set[int]]:
        """Only texts with the slug of one of them are read, and not again for a while: the database reads all for that."""
        pages = list(pages)
        key = "thread-naming-" + sha256(repr([(page.pk, page.url) for page in pages]).encode()).hexdigest()
        known: dict[int, set[int]] | None = cache.get(key)
        if known is None:
            known = named(pages, naming(names_of(pages)))
            cache.set(key, known, REMEMBERED)
        return known

    def is_in_directory(self, specialism: SpecialismPage) -> bool:
        """In one query of those above it. Only of a page that is not listed all links of the site are followed."""
        above = down_to(specialism.path)
        live = SpecialismPage.objects.live().filter(path__in=above).count()
        return live == len(above) and not self.is_private(specialism)

    def candidates(self, sketch: Sketch, locale: int) -> dict[int, Sketched]:
        """In one query, whose answer has a few rows however many guides there are."""
        if not sketch:
            return {}
        like = BodySketch.objects.sharing(sketch[:TELLING])
        like = like.filter(page__live=True, page__alias_of=None, page__locale=locale)
        rows = like.values_list("page_id", "page__title", "page__locale", "hashes")[:COMPARED]
        return {pk: Sketched(title, locale, bytes(hashes)) for pk, title, locale, hashes in rows}
