"""Which pages name an address of this site in their texts. Nobody chose a page there, so Wagtail's reference index has none.

The database looks for such addresses in the raw texts, a query for each type of page that has any; only what it finds is read.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from urllib.parse import quote, unquote, urlsplit

from django.conf import settings
from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast, Concat
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models

from support_pages.content import NOT_IN_THE_TEXT, content_of
from support_pages.models.page import PDF_NAME
from support_pages.thread.addresses import own_path

BEGINNINGS = ('href="/', 'href=\\"/', 'href=".', 'href=\\".')
"""How an address without its host begins in a text and in the JSON of a body: from the front page, or from the page it is on."""
READ_TOGETHER = 100
"""Pages whose texts are in memory at once."""


def names_of(pages: Iterable[Page]) -> set[str]:
    """What stands in every address of one of these pages: its slug, as it is, as browsers and as databases spell it."""
    slugs = {page.slug for page in pages}
    return {spelt for slug in slugs for spelt in (slug, quote(slug), json.dumps(slug)[1:-1])}


def naming(names: Iterable[str] = ()) -> dict[str, set[int]]:
    """The ids of the live pages whose texts name an address of this site, by its path; those of its PDF are left out.

    With ``names``, only texts in which one of them stands are read.
    """
    own = [Q(raw__contains=beginning) for beginning in BEGINNINGS]
    wanted = [reduce(or_, own, Q(raw__icontains=urlsplit(settings.BASE_URL).netloc))]
    wanted += [reduce(or_, [Q(raw__contains=name) for name in names])] if names else []
    found: dict[str, set[int]] = defaultdict(set)
    for model in get_page_models():
        for page in _with_texts(model, wanted):
            for link in content_of(page).addresses:
                path = own_path(link.address, page)
                if path and not path.endswith(PDF_NAME):
                    found[path].add(page.pk)
    return found


def named(pages: Iterable[Page], found: Mapping[str, set[int]]) -> dict[int, set[int]]:
    """Of what ``naming`` found, the ids of the pages that name the address of each of these, besides its own."""
    return {page.pk: found.get(unquote(page.url or ""), set()) - {page.pk} for page in pages}


def _with_texts(model: type[Page], wanted: Iterable[Q]) -> Iterator[Page]:
    """The live pages of a type whose texts, put together, are as wanted."""
    fields = [field for field in model._meta.get_fields() if isinstance(field, StreamField | RichTextField)]
    texts = [Cast(field.name, TextField()) for field in fields if field.name not in NOT_IN_THE_TEXT]
    if texts:
        raw = Concat(Value(""), *texts, output_field=TextField())
        yield from model.objects.live().alias(raw=raw).filter(*wanted).iterator(chunk_size=READ_TOGETHER)
