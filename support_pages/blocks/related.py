"""Other guides worth reading."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock, StructValue
from wagtail.models import Page


class GuideChooserBlock(PageChooserBlock):
    """A support page. All that a page's blocks chose come in one query, without their bodies."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"page_type": "support_pages.SupportPage"} | kwargs)

    class Meta:
        icon = "doc-full"
        description = _("One of our guides, as a card.")
        template = "blocks/related_guide.html"
        preview_value = None

    def get_preview_value(self) -> Page | None:
        """A guide that readers can see."""
        return next(iter(self.examples(1)), None)

    def examples(self, number: int) -> list[Page]:
        """Some guides that readers can see, for previews."""
        return list(self._guides().filter(live=True, private=False).order_by("path")[:number])

    def bulk_to_python(self, values: list[int | None]) -> list[Page | None]:
        """The pages by their primary keys, in order; each knows whether it or anything above it is private."""
        wanted = {value for value in values if value is not None}
        found = self._guides().in_bulk(wanted) if wanted else {}
        return [found.get(value) for value in values]

    def _guides(self) -> QuerySet[Page]:
        return self.model_class.objects.with_privacy().defer_streamfields()


class RelatedGuidesValue(StructValue):
    """The guides that readers may see."""

    @property
    def pages(self) -> list[Page]:
        """Chosen guides without drafts, private ones and those that are gone, each once."""
        chosen = [page for page in self["guides"] if page and page.live and not getattr(page, "private", False)]
        return list({page.pk: page for page in chosen}.values())


class RelatedGuidesBlock(StructBlock):
    """One to four guides as cards."""

    title = CharBlock(
        label=_("Title"), required=False, max_length=80, help_text=_("Such as “Read these next”. It may stay empty.")
    )
    guides = ListBlock(
        GuideChooserBlock(label=_("Guide")),
        label=_("Guides"),
        min_num=1,
        max_num=4,
        help_text=_("One to four support pages. Drafts are left out until they are published."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Related guides")
        label_format = "{title}"
        description = _("One to four of our guides as cards.")
        template = "blocks/related_guides.html"
        value_class = RelatedGuidesValue
        preview_value = {"title": "Read these next", "guides": []}

    def get_preview_value(self) -> StructValue:
        """With guides that readers can see."""
        return self.normalize({**self.meta.preview_value, "guides": self._chooser.examples(2)})

    @property
    def _chooser(self) -> GuideChooserBlock:
        return self.child_blocks["guides"].child_block
