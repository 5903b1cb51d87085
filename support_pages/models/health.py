"""What the last check of the thread found: for each page, and for each cluster day by day."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from specialisms.models import SpecialismPage


class PageHealthQuerySet(models.QuerySet):
    """Named queries for the health of pages."""

    def of_cluster(self, canonical: SpecialismPage) -> "PageHealthQuerySet":
        """Those of a specialism and of the guides directly under it."""
        guides = models.Q(
            page__path__startswith=canonical.path,
            page__depth=canonical.depth + 1,
            page__supportpage__isnull=False,
        )
        return self.filter(models.Q(page=canonical.pk) | guides)


class PageHealth(models.Model):
    """What the last check found on one page: a guide, or a specialism with what concerns its cluster."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="thread_health")
    errors = models.PositiveIntegerField(_("errors"), default=0)
    warnings = models.PositiveIntegerField(_("warnings"), default=0)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    objects = PageHealthQuerySet.as_manager()

    class Meta:
        verbose_name = _("health of a page")
        verbose_name_plural = _("health of pages")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.errors} errors, {self.warnings} warnings"


class ClusterHealth(models.Model):
    """How a cluster stood on a day, by the last check of that day; the days make its trend."""

    specialism = models.ForeignKey(SpecialismPage, on_delete=models.CASCADE, related_name="health")
    date = models.DateField(_("date"), default=timezone.localdate)
    score = models.PositiveSmallIntegerField(_("score"), help_text=_("0 to 100."))
    pages = models.PositiveIntegerField(_("pages"), help_text=_("The specialism and its guides."))
    errors = models.PositiveIntegerField(_("errors"))
    warnings = models.PositiveIntegerField(_("warnings"))
    by_rule = models.JSONField(_("problems by rule"), default=dict)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("health of a cluster")
        verbose_name_plural = _("health of clusters")
        ordering = ["-date", "specialism"]
        constraints = [models.UniqueConstraint(fields=["specialism", "date"], name="one_score_a_day")]
        indexes = [models.Index(fields=["date"], name="health_by_date")]

    def __str__(self) -> str:
        return f"{self.specialism_id} on {self.date}: {self.score}"
