"""Pictures in the text."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.images.blocks import ImageBlock as WagtailImageBlock

from agency import pictures


class PictureBlock(StructBlock):
    """A picture with its alternative text and caption."""

    image = WagtailImageBlock(
        label=_("Image"), help_text=_("Say in the alternative text what the picture shows, or mark it as decoration.")
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=200, help_text=_("Shown under the picture."))

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture as wide as the text, with alternative text and a caption.")
        template = "blocks/image.html"
        preview_value = {"caption": "A picture chosen from the library appears here, with this caption under it."}

    def bulk_to_python(self, values: Iterable[Any]) -> list[StructValue]:
        """All pictures of a body at once, with their renditions in one query."""
        found = list(super().bulk_to_python(values))
        images = [picture["image"] for picture in found if picture["image"]]
        prefetch_related_objects(images, pictures.prefetch(pictures.IN_PAGE))
        return found
