"""The canonical page of a field."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from agency import pictures
from agency.blocks import PROSE_FEATURES
from agency.models import AnswerPage, BasePage, ConsultantPage
from agency.share import Card
from specialisms.blocks import EvidenceBodyBlock, FactRowBlock
from specialisms.cards import card
from specialisms.forms import SpecialismCopyForm, SpecialismPageForm
from specialisms.querysets import SpecialismManager
from specialisms.structured_data import service

SECTOR_DEPTH = 4
"""Depth of a sector in Wagtail's tree: root, home, directory, sector."""
LEVELS = [_("Sector"), _("Family"), _("Specialism")]
MAX_DEPTH = SECTOR_DEPTH + len(LEVELS) - 1


class SpecialismPage(AnswerPage):
    """A field the agency recruits in: the canonical page its guides support. It may hold narrower fields."""

    page_description = _("The canonical page of a field. Guides and narrower specialisms go under it.")
    parent_page_types = ["specialisms.SpecialismIndexPage", "specialisms.SpecialismPage"]
    subpage_types = ["specialisms.SpecialismPage", "support_pages.SupportPage"]

    heading = models.CharField(
        _("heading"),
        max_length=100,
        blank=True,
        help_text=_("The largest words of the page, such as “Machine Learning recruitment”. Empty: the title."),
    )
    remit = RichTextField(
        _("what we do here"), features=PROSE_FEATURES, blank=True, help_text=_("Which seats you fill, and which not.")
    )
    key_figures = StreamField(
        StreamBlock([("facts", FactRowBlock())], max_num=1, required=False),
        verbose_name=_("key figures"),
        blank=True,
        help_text=_("Up to four figures at the top of the page."),
    )
    body = StreamField(
        EvidenceBodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The text under what you do here, in blocks. Guides are listed by themselves below it."),
    )

    reviewer = models.ForeignKey(
        ConsultantPage,
        verbose_name=_("reviewer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewed_specialisms",
        help_text=_(
            "Who approves what is submitted here and in narrower specialisms. Empty: the reviewer of the next wider one, "
            "in the end the group Reviewers."
        ),
    )

    content_panels = [
        FieldPanel("title", help_text=_("The name of the field, as menus and breadcrumbs show it.")),
        FieldPanel("heading"),
        FieldPanel("standfirst"),
        *AnswerPage.question_panels,
        FieldPanel("remit"),
        FieldPanel("key_figures"),
        FieldPanel("body"),
        InlinePanel("leads", label=_("Consultant"), heading=_("Consultants who lead this specialism")),
        PageChooserPanel("reviewer"),
        *BasePage.closing_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("heading"),
        index.SearchField("remit"),
        index.SearchField("body"),
    ]

    base_form_class = SpecialismPageForm
    copy_form_class = SpecialismCopyForm
    objects = SpecialismManager()

    class Meta:
        verbose_name = _("specialism")
        verbose_name_plural = _("specialisms")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Three levels at most: sector, family, specialism."""
        return super().can_create_at(parent) and parent.depth < MAX_DEPTH

    def can_move_to(self, parent: Page) -> bool:
        """Three levels at most, counting the narrower specialisms that move along."""
        return super().can_move_to(parent) and self.fits_under(parent)

    def fits_under(self, parent: Page) -> bool:
        """Whether this specialism with all narrower ones stays within three levels there."""
        narrower = SpecialismPage.objects.descendant_of(self).aggregate(deepest=models.Max("depth"))
        height = (narrower["deepest"] or self.depth) - self.depth
        return parent.depth + height < MAX_DEPTH

    def clean(self) -> None:
        """Refuse what code could do and the CMS cannot."""
        super().clean()
        if self.depth and self.depth > MAX_DEPTH:
            raise ValidationError(_("Specialisms go three levels deep at most: sector, family, specialism."))

    @property
    def level(self) -> str:
        """Sector, Family or Specialism, by the page's place in the tree."""
        return str(LEVELS[min(max(self.depth - SECTOR_DEPTH, 0), len(LEVELS) - 1)])

    @property
    def share_card(self) -> Card | None:
        """The page's own picture, else its drawing."""
        return super().share_card if self.share_image else card(self.slug, self.title)

    @cached_property
    def consultants(self) -> list[ConsultantPage]:
        """The live consultants who lead this specialism, in order; one query."""
        leads = self.leads.filter(consultant__live=True).select_related("consultant__portrait")
        leads = leads.prefetch_related(pictures.prefetch(pictures.AVATAR, "consultant__portrait__renditions"))
        return [lead.consultant for lead in leads.order_by("sort_order")]

    @cached_property
    def narrower(self) -> list["SpecialismPage"]:
        """The specialisms one level down that visitors may see."""
        return list(SpecialismPage.objects.narrower_than(self))

    def mandate_context(self) -> dict[str, int]:
        """This page, and this specialism for whoever answers."""
        return {**super().mandate_context(), "specialism": self.pk}

    def structured_data(self) -> list[dict[str, Any]]:
        """The page and the service it describes."""
        return [*super().structured_data(), service(self)]


class SpecialismLead(Orderable):
    """A consultant who leads a specialism: shown on its page, told of its mandates."""

    page = ParentalKey(SpecialismPage, on_delete=models.CASCADE, related_name="leads")
    consultant = models.ForeignKey(
        ConsultantPage,
        verbose_name=_("consultant"),
        on_delete=models.CASCADE,
        related_name="leads",
        help_text=_("Shown on the page. Their account is told of its mandates and sees them."),
    )

    panels = [PageChooserPanel("consultant")]

    class Meta(Orderable.Meta):
        verbose_name = _("lead")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "consultant"],
                name="lead_named_once",
                violation_error_message=_("This consultant is listed already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.consultant}: {self.page}"
