"""How pages show uploaded pictures: in which formats and sizes, and what they show until the worker has made them.

A page never makes all of them while somebody waits: see ``show``. ``agency.renditions`` has them made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.safestring import SafeString, mark_safe
from wagtail.images import get_image_model
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_rendition_or_not_found

if TYPE_CHECKING:
    from agency.models.images import AgencyImage, AgencyRendition

FORMATS = "format-{avif,webp,jpeg}"


@dataclass(frozen=True)
class Use:
    """One way in which pages show pictures.

    ``resizing`` is a Wagtail filter with its sizes in braces, the largest first: browsers that choose none, and paper,
    get that one as JPEG. ``sizes`` says how wide the picture stands in the layout, as the attribute does.
    """

    resizing: str
    sizes: str

    @cached_property
    def filters(self) -> list[Filter]:
        """Every rendition of such a picture."""
        return [Filter(spec) for spec in Filter.expand_spec([self.resizing, FORMATS])]

    @property
    def specs(self) -> list[str]:
        """The same as Wagtail writes them down."""
        return [made.spec for made in self.filters]

    @cached_property
    def stand_in(self) -> Filter:
        """What a page makes itself if the worker has made nothing yet: a JPEG, the quickest, not the largest."""
        return [made for made in self.filters if made.spec.endswith("jpeg")][1]


IN_PAGE = Use("width-{1600,1024,680}", "(min-width: 850px) 799px, 94vw")
IN_GUIDE = Use(
    IN_PAGE.resizing,
    "(min-width: 1500px) 716px, (min-width: 1120px) calc(92vw - 667px), (min-width: 840px) 789px, 94vw",
)
AVATAR = Use("fill-{128x128,64x64}", "65px")
PORTRAIT = Use("fill-{256x256,128x128}", "124px")
COLUMNS = {"page": IN_PAGE, "guide": IN_GUIDE}
"""The text columns there are, by the name templates give them. Their pictures differ only in ``sizes``."""
USES = {"avatar": AVATAR, "portrait": PORTRAIT} | COLUMNS
"""Every use, by the name templates give it. What is not here is not made beforehand."""


def all_filters() -> list[Filter]:
    """The renditions that every picture should have, each once, the quick ones first."""
    filters = [made for use in USES.values() for made in use.filters]
    return sorted(dict.fromkeys(filters), key=lambda made: "avif" in made.spec)


def prefetch(use: Use, lookup: str = "renditions") -> Prefetch:
    """The renditions of a use for all pictures of a list in one query; ``lookup`` leads from an item to them."""
    model = get_image_model().get_rendition_model()
    return Prefetch(lookup, model._default_manager.filter(filter_spec__in=use.specs), to_attr="prefetched_renditions")


def show(image: "AgencyImage", use: Use, **attributes: Any) -> SafeString:
    """The picture as HTML, with what there is of its renditions.

    If there is no JPEG yet, one is made, which takes a quarter of a second for a photograph of twelve megapixels; all of
    them would take many. ``attributes`` are those of the ``img``.
    """
    found = image.find_existing_renditions(*use.filters)
    if not any(made.spec.endswith("jpeg") for made in found):
        found[use.stand_in] = _made_now(image, use.stand_in)
    shown = {made.spec: found[made] for made in use.filters if made in found}
    lazily = {"sizes": f"auto, {use.sizes}"} if attributes.get("loading") == "lazy" else {"sizes": use.sizes}
    picture = Picture(dict(_distinct(shown)), lazily | attributes)
    return mark_safe(picture.__html__())  # noqa: S308 - Wagtail's own escaped output


def _made_now(image: "AgencyImage", wanted: Filter) -> "AgencyRendition":
    """A rendition from a picture of our own: what a process remembers is shared by threads, and a file is read by one."""
    own = type(image)._default_manager.filter(pk=image.pk).first() or image
    rendition = get_rendition_or_not_found(own, wanted)
    rendition.image = image  # which knows what it is called here
    if rendition.pk and hasattr(image, "prefetched_renditions"):
        image.prefetched_renditions.append(rendition)
    return rendition


def _distinct(shown: dict[str, "AgencyRendition"]) -> Iterable[tuple[str, "AgencyRendition"]]:
    """Each width once a format: a picture smaller than a size comes in its own."""
    seen = set()
    for spec, rendition in shown.items():
        kind = (spec.rpartition("-")[2], rendition.width)
        if kind not in seen:
            seen.add(kind)
            yield spec, rendition
