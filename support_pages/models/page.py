"""The pages that support a canonical specialism page."""

import calendar
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from agency.models import AnswerPage, BasePage, ConsultantPage
from agency.page_cache.memory import remember, remember_each
from agency.reading import Section, body_words, minutes, sections, words
from agency.share import Card
from specialisms.admin.role_chooser import role_chooser
from specialisms.models import Role, SpecialismPage
from support_pages.adding import OutlinePanel
from support_pages.blocks import GuideBodyBlock
from support_pages.blocks.related import GuideChooserBlock
from support_pages.forms import SpecialismTree, SupportPageForm
from support_pages.kinds import LABELS, Kind
from support_pages.querysets import SupportPageManager
from support_pages.structured_data import article

if TYPE_CHECKING:
    from support_pages.models.change import PageChange
    from support_pages.models.pdf import SupportPagePdf
    from support_pages.querysets import SupportPageQuerySet

PDF_NAME = "guide.pdf"
"""What is put after a page's address for its PDF."""
RELATED = 4
"""How many related pages stand at the foot of a guide."""
REVIEW_MONTHS = 6
"""A guide is read again after so many months unless its editor names another day."""


def review_due(reviewed_on: date) -> date:
    """The day a guide read through on ``reviewed_on`` is due again: the same of the month, or the month's last."""
    years, month = divmod(reviewed_on.month - 1 + REVIEW_MONTHS, 12)
    year, month = reviewed_on.year + years, month + 1
    return date(year, month, min(reviewed_on.day, calendar.monthrange(year, month)[1]))


class SupportPage(AnswerPage):
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
    role = models.ForeignKey(
        Role,
        verbose_name=_("role"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The role it is about, if one. It is filled in for clients who come from here."),
    )
    author = models.ForeignKey(
        ConsultantPage,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="written_pages",
        help_text=_("The consultant who wrote it."),
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
    review_due_on = models.DateField(
        _("next review by"),
        null=True,
        blank=True,
        help_text=_("The day it should be read again. Empty: six months after the review."),
    )
    guide_heading = models.CharField(
        _("guide heading"), max_length=120, blank=True, help_text=_("Opens the guide: what it will give the reader.")
    )
    guide_introduction = models.CharField(
        _("line under the guide heading"), max_length=250, blank=True, help_text=_("One sentence.")
    )
    body = StreamField(
        GuideBodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The guide, in blocks. Each section heading becomes a line of the table of contents."),
    )
    also_supports = ParentalManyToManyField(
        SpecialismPage,
        verbose_name=_("also listed by"),
        blank=True,
        related_name="guests",
        help_text=_("Other specialisms whose pages list it too. Its address and its thread stay where it is."),
    )
    pinned = StreamField(
        [("guide", GuideChooserBlock())],
        verbose_name=_("pinned related pages"),
        blank=True,
        max_num=RELATED,
        help_text=_(
            "Guides that stand first among the related pages at its foot. The others are chosen by themselves."
        ),
    )
    material_change = models.BooleanField(
        _("material change"),
        default=False,
        help_text=_("Tick it when what you publish next changes what a reader should do or expect."),
    )
    change_note = models.CharField(
        _("what changed"),
        max_length=200,
        blank=True,
        help_text=_("One line for readers. It joins the log at the end of the guide when this version is published."),
    )
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)

    content_panels = [
        OutlinePanel(),
        FieldPanel("kind"),
        FieldPanel("role", widget=role_chooser.widget_class),
        *BasePage.content_panels,
        *AnswerPage.question_panels,
        MultiFieldPanel(
            [
                PageChooserPanel("author"),
                PageChooserPanel("reviewer"),
                FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_due_on")]),
            ],
            heading=_("Who stands behind it"),
        ),
        MultiFieldPanel(
            [FieldPanel("guide_heading"), FieldPanel("guide_introduction"), FieldPanel("body")], heading=_("Guide")
        ),
        MultiFieldPanel(
            [FieldPanel("also_supports", widget=SpecialismTree), FieldPanel("pinned")], heading=_("In the cluster")
        ),
        MultiFieldPanel([FieldPanel("material_change"), FieldPanel("change_note")], heading=_("What changed")),
        *BasePage.closing_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("guide_heading"),
        index.SearchField("body"),
        index.FilterField("kind"),
    ]

    base_form_class = SupportPageForm
    # What waits to be told is of this page, not of a copy; and whoever copies it has no say in who else lists the copy.
    exclude_fields_in_copy = ["material_change", "change_note", "also_supports"]
    objects = SupportPageManager()

    class Meta:
        verbose_name = _("support page")
        verbose_name_plural = _("support pages")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(review_due_on__isnull=True) | models.Q(review_due_on__gt=models.F("reviewed_on")),
                name="review_due_after_review",
                violation_error_message=_("The next review must be after the last one, or left empty."),
            ),
        ]

    def clean(self) -> None:
        """Somebody reviewed it, and reviews it again; a change is ticked and described, or neither.

        That somebody did is no rule of the database: a consultant's page that is deleted leaves the date behind.
        """
        super().clean()
        if self.reviewed_on and not self.reviewer_id:
            raise ValidationError({"reviewed_on": _("Say who reviewed it, or leave the date empty.")})
        if self.reviewed_on and not self.review_due_on:
            self.review_due_on = review_due(self.reviewed_on)
        self.change_note = self.change_note.strip()
        if self.material_change and not self.change_note:
            raise ValidationError({"change_note": _("Say in one line what changed.")})
        if self.change_note and not self.material_change:
            raise ValidationError({"material_change": _("Tick this, or leave the line about the change empty.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count the words first, so that lists can give a reading time without loading the body."""
        if "body" not in self.get_deferred_fields():
            self.word_count = self.counted_words()
        super().save(*args, **kwargs)

    def counted_words(self) -> int:
        """The words of the stand-first and the guide as they are now."""
        return words(self.standfirst, self.guide_heading, self.guide_introduction) + body_words(self.body)

    def get_kind_display(self) -> str:
        """As Django has it, without turning over all kinds in all languages for each page of a list."""
        return str(LABELS.get(self.kind, self.kind))

    @classmethod
    def for_serving(cls) -> "SupportPageQuerySet":
        """With its picture and PDF."""
        return cls.objects.select_related("share_image", "pdf")

    @classmethod
    def served(cls, pk: int) -> "SupportPage":
        """As it is served, with its role and those who stand behind it."""
        page = cast("SupportPage", super().served(pk))
        if page.role_id:
            page.role = remember_each("role", {page.role_id}, Role.objects.in_bulk)[page.role_id]
        ids = {page.author_id, page.reviewer_id} - {None}
        people = remember_each("consultant", ids, ConsultantPage.objects.in_bulk) if ids else {}
        page.author, page.reviewer = people.get(page.author_id), people.get(page.reviewer_id)
        return page

    def read_ancestors(self) -> list[Page]:
        """Everything above this page, specialisms as such."""
        return list(self.get_ancestors().select_related("specialismpage").defer("specialismpage__body"))

    @cached_property
    def canonical(self) -> SpecialismPage:
        """The specialism this page supports: its parent in the tree, live or not."""
        canonical = self.ancestors[-1].specialismpage
        canonical.brand = self.brand
        return canonical

    @property
    def next_review_on(self) -> date | None:
        """The day it is to be read again: its editor's, else six months after the last review."""
        return self.review_due_on or (review_due(self.reviewed_on) if self.reviewed_on else None)

    @property
    def is_review_overdue(self) -> bool:
        """Whether that day is past."""
        return self.next_review_on is not None and self.next_review_on < timezone.localdate()

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes."""
        return minutes(self.word_count)

    @cached_property
    def sections(self) -> list[Section]:
        """The page's own table of contents."""
        return sections(self.body)

    @cached_property
    def log(self) -> "list[PageChange]":
        """The material changes, newest first; an alias shows those of its original. One query."""
        pk = self.alias_of_id or self.pk
        changes = type(self).changes.rel.related_model.objects
        return remember(("log", pk), lambda: list(changes.filter(page_id=pk))) if pk else []

    @property
    def updated_on(self) -> date | None:
        """The day of the last material change."""
        return self.log[0].date if self.log else None

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it: live, and neither it nor a page above it is private."""
        return self.live and not self.get_view_restrictions().exists()

    @property
    def download(self) -> "SupportPagePdf | None":
        """The page's PDF, if one has been made."""
        pdf = getattr(self, "pdf", None)
        return pdf if pdf and pdf.file else None

    @property
    def download_url(self) -> str:
        """Where that PDF is read, as long as the page is where it is."""
        return f"{self.url}{PDF_NAME}"

    @property
    def share_card(self) -> Card | None:
        """The page's own picture, else the specialism's."""
        return super().share_card if self.share_image else self.canonical.share_card

    def closing_call(self) -> tuple[str, str]:
        """The page's own question and invitation, else the specialism's, else the brand's."""
        question, invitation = self.canonical.closing_call()
        return self.closing_question or question, self.closing_invitation or invitation

    def mandate_context(self) -> dict[str, int]:
        """This page, the specialism it supports, and its role if it is about one."""
        role = {"role": self.role_id} if self.role_id else {}
        return {**super().mandate_context(), "specialism": self.canonical.pk, **role}

    def structured_data(self) -> list[dict[str, Any]]:
        """The page and the article on it."""
        return [*super().structured_data(), article(self)]
