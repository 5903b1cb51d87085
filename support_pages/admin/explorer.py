"""Lists of pages in the CMS: what is under a specialism, and all guides, with kind, health, review and reviewer."""

from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import ParentChooserForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from specialisms.models import SpecialismPage
from support_pages.admin.guide_filters import ChildFilterSet, GuideFilterSet
from support_pages.admin.standing import may_see
from support_pages.kinds import Kind
from support_pages.models import PageHealth, SupportPage

SORTED_BY = {
    "kind": ["guide_kind"],
    "health": ["thread_errors", "thread_warnings"],
    "due": ["guide_due"],
    "reviewer": ["guide_reviewer"],
}
"""Our columns that a list can be sorted by, and by what."""


class HealthColumn(Column):
    """What the last check found on a page, in words with their marks."""

    cell_template_name = "support_pages/admin/health_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: dict[str, Any]) -> dict[str, Any]:
        """With whether a check is still to come: of guides and specialisms that readers see."""
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"is_unchecked": instance.live and instance.specific_class in {SpecialismPage, SupportPage}}


class ReviewColumn(Column):
    """When a guide is to be read again, marked if that is past."""

    cell_template_name = "support_pages/admin/review_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: dict[str, Any]) -> dict[str, Any]:
        """With whether it is overdue."""
        context = super().get_cell_context_data(instance, parent_context)
        due = context["raw_value"]
        return context | {"is_overdue": due is not None and due < timezone.localdate()}


def kind_of(page: Page) -> str:
    """The kind of a guide; of another page what its type is called."""
    return str(Kind(page.guide_kind).label) if page.guide_kind else page.page_type_display_name


COLUMNS = [
    Column("kind", label=_("Kind"), accessor=kind_of, sort_key="kind"),
    HealthColumn("health", label=_("Health"), accessor="thread_checked_at", sort_key="health"),
    ReviewColumn("due", label=_("Next review"), accessor="guide_due", sort_key="due"),
    Column("reviewer", label=_("Reviewer"), accessor="guide_reviewer", sort_key="reviewer"),
]


def with_our_columns(columns: list[BaseColumn]) -> list[BaseColumn]:
    """Wagtail's columns with ours after the title and the parent; the kind says what the type would."""
    rest = [column for column in columns if column.name != "type"]
    after = 1 + max(index for index, column in enumerate(rest) if column.name in {"title", "parent"})
    return [*rest[:after], *COLUMNS, *rest[after:]]


class WithHealth:
    """A list of pages that knows of each what our columns show; the queries are as many as without."""

    def annotate_queryset(self, pages: PageQuerySet) -> PageQuerySet:
        """With subqueries by primary key, so that pages of any type can be among them."""
        guide = SupportPage.objects.filter(pk=OuterRef("pk")).order_by()
        health = PageHealth.objects.filter(pk=OuterRef("pk"))
        return (
            super()  # type: ignore[misc]  # mixed into a view that has it
            .annotate_queryset(pages)
            .annotate(
                guide_kind=Subquery(guide.values("kind")),
                guide_due=Subquery(guide.values("review_due_on")),
                guide_reviewer=Subquery(guide.values("reviewer__title")),
                thread_errors=Subquery(health.values("errors")),
                thread_warnings=Subquery(health.values("warnings")),
                thread_checked_at=Subquery(health.values("checked_at")),
            )
        )

    def order_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """By one of our columns; pages that have nothing there come last."""
        ordering: str = self.ordering or ""  # type: ignore[attr-defined]  # as above
        columns = [F(name) for name in SORTED_BY.get(ordering.lstrip("-"), ())]
        if not columns:
            return super().order_queryset(queryset)  # type: ignore[misc]  # as above
        if ordering.startswith("-"):
            return queryset.order_by(*(column.desc(nulls_last=True) for column in columns), "path")
        return queryset.order_by(*(column.asc(nulls_last=True) for column in columns), "path")


class ChildrenView(WithHealth, ExplorableIndexView):
    """What is under a specialism: its guides and narrower specialisms."""

    base_columns = with_our_columns(ExplorableIndexView.base_columns)


class SpecialismUseView(WithHealth, ContentTypeUseView):
    """All specialisms, where Wagtail lists the pages of a type."""


class GuidesView(WithHealth, IndexView):
    """All guides that somebody may see in the CMS."""

    page_title = _("Guides")
    add_item_label = _("Add a guide")
    base_columns = with_our_columns(IndexView.base_columns)


class ChooseSpecialismView(ChooseParentView):
    """Which specialism a new guide supports; then which kind it is."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Those who may add to one specialism only need not choose."""
        first_two = list(self.get_valid_parent_pages(request.user).values_list("pk", flat=True)[:2])
        return redirect("guides:kinds", first_two[0]) if len(first_two) == 1 else super().get(request, *args, **kwargs)

    def form_valid(self, form: ParentChooserForm) -> HttpResponse:
        """On to the kinds."""
        return redirect("guides:kinds", form.cleaned_data["parent_page"].pk)


class SpecialismChildren(PageViewSet):
    """Wagtail's explorer below specialisms."""

    model = SpecialismPage
    parent_models = [SpecialismPage]
    index_view_class = ChildrenView
    content_type_use_view_class = SpecialismUseView
    filterset_class = ChildFilterSet

    @cached_property
    def index_view(self) -> Any:
        """The children are pages of more than one type."""
        return self.construct_view(self.index_view_class, **self.get_index_view_kwargs(model=Page))

    @cached_property
    def index_results_view(self) -> Any:
        """As above."""
        kwargs = self.get_index_view_kwargs(model=Page)
        return self.construct_view(self.index_view_class, **kwargs, results_only=True)


class GuidesMenuItem(MenuItem):
    """Seen by whoever works on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they do."""
        return may_see(request.user)


class GuideListing(PageListingViewSet):
    """The guides in the menu: one list of them all."""

    model = SupportPage
    name = "guide_list"
    url_prefix = "guides/list"
    icon = "doc-full"
    menu_label = _("Guides")
    menu_name = "guides"
    menu_order = 140
    menu_item_class = GuidesMenuItem
    add_to_admin_menu = True
    index_view_class = GuidesView
    choose_parent_view_class = ChooseSpecialismView
    filterset_class = GuideFilterSet
