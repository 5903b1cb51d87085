"""The site's own image model, there from the first migration so that it can grow."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


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
    """A resized copy of an image, made when a page first needs it."""

    image = models.ForeignKey(AgencyImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]
