"""That a client had their mandate erased, and when: nothing else of it is left."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """A mandate that is gone. The reference was random and names nobody; it lets both sides speak of what was erased."""

    reference = models.CharField(_("reference"), max_length=12, unique=True)
    submitted_on = models.DateField(_("submitted"))
    erased_at = models.DateTimeField(_("erased"), default=timezone.now)

    class Meta:
        verbose_name = _("erasure")
        ordering = ["-erased_at"]

    def __str__(self) -> str:
        return self.reference
