"""The pages that support a canonical specialism page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from agency.blocks import BodyBlock
from agency.models import BasePage, ConsultantPage
from agency.reading import Section, body_words, minutes, sections, words
from agency.share import Card
from specialisms.models import SpecialismPage
from support_pages.kinds import Kind
from support_pages.structured_data import article


class SupportPageQuerySet(PageQuerySet):
    """What the site asks about support pages, each in one query."""

    def for_cluster(self, canonical: SpecialismPage) -> "SupportPageQuerySet":
        """The live support pages of a specialism in editorial order, without their bodies.

        Pages that are private themselves are left out; whoever sees the specialism may see the others.
        """
        siblings = self.child_of(canonical).live().filter(view_restrictions__isnull=True)
        return siblings.defer_streamfields().order_by("path")

    def for_counting(self) -> "SupportPageQuerySet":
        """The tree paths of all live, public support pages."""
        return self.live().public().values_list("path", flat=True)


SupportPageManager = PageManager.from_queryset(SupportPageQuerySet)


class SupportPage(BasePage):
    """A page that supports exactly one canonical specialism: its parent."""

    page_description = _("A guide under a specialism: hiring, salary or interview guide, job description and so on.")
    parent_page_types = ["specialisms.SpecialismPage"]
    subpage_types: list[str] = []

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        default=Kind.HIRING_GUIDE,
        help_text=_("What it gives the reader. The specialism lists its guides by kind."),
    )
    reviewer = models.ForeignKey(
        ConsultantPage,
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewed_pages",
        help_text=_("The consultant who vouches for what it says."),
    )
    reviewed_on = models.DateField(
        _("reviewed on"), null=True, blank=True, help_text=_("The day they last read it through. Readers see it.")
    )
    guide_heading = models.CharField(
        _("guide heading"), max_length=120, blank=True, help_text=_("Opens the guide: what it will give the reader.")
    )
    guide_introduction = models.CharField(
        _("line under the guide heading"), max_length=250, blank=True, help_text=_("One sentence.")
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The guide, in blocks. Each section heading becomes a line of the table of contents."),
    )
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)

    content_panels = [
        FieldPanel("kind"),
        *BasePage.content_panels,
        FieldRowPanel([PageChooserPanel("reviewer"), FieldPanel("reviewed_on")]),
        MultiFieldPanel(
            [FieldPanel("guide_heading"), FieldPanel("guide_introduction"), FieldPanel("body")], heading=_("Guide")
        ),
        *BasePage.closing_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("guide_heading"),
        index.SearchField("body"),
        index.FilterField("kind"),
    ]

    objects = SupportPageManager()

    class Meta:
        verbose_name = _("support page")
        verbose_name_plural = _("support pages")

    def clean(self) -> None:
        """Somebody reviewed it. No rule of the database: a consultant's page that is deleted leaves the date behind."""
        super().clean()
        if self.reviewed_on and not self.reviewer_id:
            raise ValidationError({"reviewed_on": _("Say who reviewed it, or leave the date empty.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count the words first, so that lists can give a reading time without loading the body."""
        if "body" not in self.get_deferred_fields():
            self.word_count = words(self.standfirst, self.guide_heading, self.guide_introduction) + body_words(
                self.body
            )
        super().save(*args, **kwargs)

    @classmethod
    def for_serving(cls) -> SupportPageQuerySet:
        """With the reviewer."""
        return cls.objects.select_related("share_image", "reviewer")

    @cached_property
    def ancestors(self) -> list[Page]:
        """Everything above this page, specialisms as such."""
        return list(self.get_ancestors().select_related("specialismpage").defer("specialismpage__body"))

    @cached_property
    def canonical(self) -> SpecialismPage:
        """The specialism this page supports: its parent in the tree, live or not."""
        canonical = self.ancestors[-1].specialismpage
        canonical.brand = self.brand
        return canonical

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes."""
        return minutes(self.word_count)

    @cached_property
    def sections(self) -> list[Section]:
        """The page's own table of contents."""
        return sections(self.body)

    @property
    def share_card(self) -> Card | None:
        """The page's own picture, else the specialism's."""
        return super().share_card if self.share_image else self.canonical.share_card

    def closing_call(self) -> tuple[str, str]:
        """The page's own question and invitation, else the specialism's, else the brand's."""
        question, invitation = self.canonical.closing_call()
        return self.closing_question or question, self.closing_invitation or invitation

    def mandate_context(self) -> dict[str, int]:
        """This page, and the specialism it supports."""
        return {**super().mandate_context(), "specialism": self.canonical.pk}

    def structured_data(self) -> list[dict[str, Any]]:
        """The page and the article on it."""
        return [*super().structured_data(), article(self)]
