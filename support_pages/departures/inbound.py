"""Who links to pages: stored pages by Wagtail's reference index or an address somebody typed, and versions that wait.

A constant number of queries, however many pages leave and however many link to them.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from os.path import commonpath
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex, get_page_models
from wagtail.permissions import page_permission_policy

from agency.models import NavigationLink, User
from specialisms.models import Fact, PayBand
from specialisms.usage import waiting_revisions
from support_pages.content import Content, Link, content_of, content_of_revision
from support_pages.models.page import PDF_NAME

LOOKED_FOR = 8
"""Paths that are looked for in texts at most; of more, what they have in common."""
LISTED = 100
"""Pages whose links are listed with their words; of more, only the number is told."""
OF_THE_CLUSTER = ("also_supports", "pinned")
"""Fields that point to pages and are told as effects on clusters, not as links."""


@dataclass(frozen=True)
class Inbound:
    """A page that links to one that leaves: the words of its links, or the names of the fields that choose it.

    ``waiting`` if only a version that is not published yet does. ``may_edit`` whether the person asking may edit it.
    ``typed`` if it names the address and does not choose the page, so that the link does not follow.
    """

    page: Page
    words: tuple[str, ...]
    waiting: bool = False
    may_edit: bool = False
    typed: bool = False


@dataclass(frozen=True)
class InboundLinks:
    """The pages that link, live ones first; ``more`` besides those that are listed; and the links of header and footer."""

    listed: list[Inbound]
    more: int
    menus: list[str]

    def __len__(self) -> int:
        return len(self.listed) + self.more

    @property
    def live(self) -> int:
        """How many of those listed are live and link as readers see them."""
        return sum(link.page.live and not link.waiting for link in self.listed)


@dataclass(frozen=True)
class Going:
    """The pages that leave, by their ids; ``staying`` are those among them that may stay where they are.

    ``places`` are the paths of the site that lead to them, as redirects name them. A link from one that leaves to another does not count; from one that stays it does.
    """

    ids: Collection[int]
    staying: Collection[int] = ()
    places: Mapping[str, int] = field(default_factory=dict)

    def loses(self, source: int, target: int | None) -> bool:
        """Whether a link between these pages leads nowhere once they have left."""
        if target not in self.ids or source == target:
            return False
        return source not in self.ids or (source in self.staying and target not in self.staying)

    def words(self, content: Content, source: int) -> list[str]:
        """The words of the links of a page to those that leave."""
        lost = [link for link in content.links if self.loses(source, self._target(link))]
        return list(dict.fromkeys(link.words or _("a card") for link in lost))

    def _target(self, link: Link) -> int | None:
        """The page that a link chooses, or whose address it names."""
        return self.places.get(_path(link.address)) if link.page is None else link.page


def inbound_links(going: Going, below: QuerySet, user: User) -> InboundLinks:
    """Who links to the pages that leave; ``below`` is the query that finds them."""
    stored = _stored(going, below)
    typed = _typing(going)
    waiting = _waiting(going)
    sources = Page.objects.filter(pk__in={*stored, *typed, *waiting})
    order = sources.order_by("-live", "path").values_list("pk", flat=True)
    shown = list(order[:LISTED])
    pages = {page.pk: page for page in Page.objects.filter(pk__in=shown).specific()}
    mine = page_permission_policy.instances_user_has_permission_for(user, "change").filter(pk__in=shown)
    editable = set(mine.values_list("pk", flat=True))
    listed = []
    for pk in shown:
        page = pages[pk]
        words = [*going.words(content_of(page), pk), *(_chosen(page, name) for name in sorted(stored.get(pk, ())))]
        words = [word for word in words if word]
        if words or pk in waiting:  # else the index has not caught up with what was saved a moment ago
            is_typed = pk in typed and pk not in stored
            listed.append(Inbound(page, tuple(words or waiting[pk]), not words, pk in editable, is_typed))
    return InboundLinks(listed, len(order) - len(shown), _menus(going))


def _stored(going: Going, below: QuerySet) -> dict[int, set[str]]:
    """The fields in which stored pages point to pages that leave, by the ids of the former."""
    page_type = ContentType.objects.get_for_model(Page)
    to = below.annotate(as_text=Cast("pk", CharField())).values("as_text")
    found = ReferenceIndex.objects.filter(
        base_content_type=page_type, to_content_type=page_type, to_object_id__in=to
    ).values_list("object_id", "to_object_id", "model_path")
    sources: dict[int, set[str]] = defaultdict(set)
    for source, target, path in found.iterator():
        name = path.partition(".")[0]
        if name not in OF_THE_CLUSTER and going.loses(int(source), int(target)):
            sources[int(source)].add(name)
    return sources


def _typing(going: Going) -> set[int]:
    """The pages whose texts name the address of a page that leaves; a query for each page type that has texts.

    The database looks for the paths in the raw texts, and only what it finds is read.
    """
    wanted = _spellings(_few(going.places))
    found: set[int] = set()
    for model in get_page_models() if wanted else ():
        chosen, texts = Q(), {}
        for text in model._meta.get_fields():
            if isinstance(text, StreamField | RichTextField):
                name = f"raw_{text.name}"
                texts[name] = Cast(text.name, TextField())
                chosen |= reduce(or_, (Q(**{f"{name}__contains": path}) for path in wanted))
        for page in model.objects.alias(**texts).filter(chosen).iterator() if texts else ():
            if going.words(content_of(page), page.pk):
                found.add(page.pk)
    return found


def _few(paths: Iterable[str]) -> list[str]:
    """A few beginnings of paths, so that each path starts with one of them."""
    few: list[str] = []
    for path in sorted(paths):
        if not few or not path.startswith(few[-1]):
            few.append(path)
    return few if len(few) <= LOOKED_FOR else [commonpath(few)]


def _spellings(paths: Iterable[str]) -> set[str]:
    """Paths as texts may hold them: as they are, with their letters encoded, and as SQLite keeps them in JSON."""
    return {spelt for path in paths for spelt in (path, quote(path), json.dumps(path)[1:-1])}


def _waiting(going: Going) -> dict[int, list[str]]:
    """The words of the links in versions that wait to be published, by the ids of their pages."""
    found: dict[int, list[str]] = {}
    for pk, model_id, content in waiting_revisions().values_list("object_id", "content_type", "content").iterator():
        model = ContentType.objects.get_for_id(model_id).model_class()
        if model is not None and issubclass(model, Page):
            words = going.words(content_of_revision(model, content), int(pk))
            if words:
                found[int(pk)] = words
    return found


def _chosen(page: Page, name: str) -> str:
    """What a field is called that chooses pages; nothing for a text, whose links have words."""
    try:
        field = page._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    if isinstance(field, StreamField | RichTextField):
        return ""
    label = getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name
    return str(capfirst(label))


def _menus(going: Going) -> list[str]:
    """Where header and footer link to pages that leave."""
    links = NavigationLink.objects.filter(page__in=going.ids).select_related("page")
    return [f"{link.get_place_display()}: {link}" for link in links]


def figures_citing(addresses: Mapping[str, int]) -> list[Fact | PayBand]:
    """The figures whose source is one of these paths of the site, or the PDF there; two queries."""
    found: list[Fact | PayBand] = []
    for model in (Fact, PayBand):
        own = model.objects.filter(source_url__istartswith=settings.BASE_URL)
        found += [figure for figure in own if _path(figure.source_url) in addresses]
    return found


def _path(address: str) -> str:
    """The path of an address of this site as redirects name it, or of the page whose PDF is there; else nothing."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    is_ours = parts.netloc.lower() in {"", urlsplit(settings.BASE_URL).netloc.lower()}
    return Redirect.normalise_path(parts.path.removesuffix(PDF_NAME)) if is_ours and parts.path[:1] == "/" else ""


def facts_only_on(below: QuerySet, ids: Collection[int]) -> list[Fact]:
    """The facts that readers find on pages that leave and on no other; three queries."""
    page_type, fact_type = ContentType.objects.get_for_models(Page, Fact).values()
    uses = ReferenceIndex.objects.filter(base_content_type=page_type, to_content_type=fact_type)
    here = uses.filter(object_id__in=below.annotate(as_text=Cast("pk", CharField())).values("as_text"))
    facts = set(here.values_list("to_object_id", flat=True))
    if not facts:
        return []
    pairs = uses.filter(to_object_id__in=facts).values_list("to_object_id", "object_id")
    elsewhere = {fact for fact, page in pairs if int(page) not in ids}
    return list(Fact.objects.filter(pk__in=facts - elsewhere))
