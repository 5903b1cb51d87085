"""What the site's search knows: a row for each thing that can be found, the words in use, and what means the same."""

from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Page

from specialisms.models import Fact
from support_pages.kinds import PLURALS, Kind

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_WORD = 40
"""Letters of a word that are looked at; nobody types more on purpose."""
MOST_SYNONYMS = 12
"""Terms on a line of synonyms."""


class Found(models.TextChoices):
    """What else can be found besides the kinds of guide."""

    SPECIALISM = "specialism", _("Specialism")
    CONSULTANT = "consultant", _("Consultant")
    FACT = "fact", _("Figure")
    PAGE = "page", _("About us")


_ALL: tuple[models.TextChoices, ...] = (Found.SPECIALISM, *Kind, Found.CONSULTANT, Found.FACT, Found.PAGE)
SORTS: dict[str, models.TextChoices] = {sort.value: sort for sort in _ALL}
"""Everything that can be found by its sort, in the order in which the search lists them."""
SORT_PLURALS: dict[str, Promise] = {
    Found.SPECIALISM.value: _("Specialisms"),
    **{kind.value: plural for kind, plural in PLURALS.items()},
    Found.CONSULTANT.value: _("Consultants"),
    Found.FACT.value: _("Figures"),
    Found.PAGE.value: _("About us"),
}


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Which entries readers may be shown."""

    def current(self, now: "datetime | None" = None) -> "SearchEntryQuerySet":
        """Those whose page or figure has not run out."""
        return self.filter(models.Q(expires_at=None) | models.Q(expires_at__gt=now or timezone.now()))


class SearchEntry(models.Model):
    """A page or a fact as the search finds it. Made from what is public by ``support_pages.search.keeping``, never edited.

    Texts are kept as words that ``support_pages.search.words`` has folded: ``names``, ``head`` and ``text`` as stems, one
    space between two, ``spelled`` in full. PostgreSQL has an index on each (migration 0012), which reads them as sets.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="search_entries")
    fact = models.OneToOneField(Fact, null=True, on_delete=models.CASCADE, related_name="search_entry")
    sort = models.CharField(max_length=20)
    sectors = models.TextField(blank=True)
    places = models.TextField(blank=True)
    title = models.CharField(max_length=255)
    summary = models.CharField(max_length=300, blank=True)
    thread = models.CharField(max_length=800, blank=True)
    day = models.DateField(null=True)
    expires_at = models.DateTimeField(null=True)
    standing = models.PositiveSmallIntegerField(default=0)
    names = models.TextField(blank=True)
    spelled = models.TextField(blank=True)
    head = models.TextField(blank=True)
    text = models.TextField(blank=True)
    indexed_at = models.DateTimeField(default=timezone.now)

    objects = SearchEntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(fact__isnull=True), name="one_search_entry_a_page"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word that stands in what can be found, as it is written there but folded; mistyped ones are compared with it."""

    word = models.CharField(max_length=LONGEST_WORD, unique=True)
    stem = models.CharField(max_length=LONGEST_WORD, db_index=True)
    uses = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")

    def __str__(self) -> str:
        return self.word


USUAL = """\
AI, artificial intelligence
ML, machine learning
MLE, machine learning engineer
LLM, large language model
SRE, site reliability engineer
DevOps, platform engineer
K8s, Kubernetes
QA, quality assurance
CTO, chief technology officer
CFO, chief financial officer
CISO, chief information security officer
HR, human resources
R&D, research and development
VP, vice president
"""
"""What people shorten when they look for somebody to hire."""


@register_setting(icon="search", order=3)
class SearchSettings(BaseGenericSetting):
    """What the site's search is told by its editors."""

    synonyms = models.TextField(
        _("same meaning"),
        default=USUAL,
        blank=True,
        max_length=10_000,
        help_text=_(
            "Terms that mean the same, with commas, a line for each meaning: “ML, machine learning”. Who types one finds "
            "pages that say another."
        ),
    )

    panels = [FieldPanel("synonyms")]

    class Meta:
        verbose_name = _("search")

    def clean(self) -> None:
        """Name the line that says nothing, or too much."""
        super().clean()
        for number, line in enumerate(self.synonyms.splitlines(), start=1):
            terms = [term for term in line.split(",") if term.strip()]
            if line.strip() and not 1 < len(terms) <= MOST_SYNONYMS:
                message = _("Line %(number)s: write two to %(most)s terms, with commas between them.")
                raise ValidationError({"synonyms": message % {"number": number, "most": MOST_SYNONYMS}})
