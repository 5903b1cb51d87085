"""The site's own image model, there from the first migration so that it can grow."""

from pathlib import PurePath

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.utils.file import hash_filelike

HASH_LENGTH = 12


class AgencyImage(AbstractImage):
    """An uploaded picture with the credit its licence asks for."""

    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture, if its licence asks to say so.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]


class AgencyRendition(AbstractRendition):
    """A resized copy of an image; see ``agency.pictures``."""

    image = models.ForeignKey(AgencyImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]

    def get_upload_to(self, filename: str) -> str:
        """Wagtail's, with a hash of the content: what has another content has another address, and may be kept for ever."""
        name = PurePath(filename)
        return str(super().get_upload_to(f"{name.stem}.{hash_filelike(self.file)[:HASH_LENGTH]}{name.suffix}"))
