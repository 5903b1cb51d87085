"""The "Thread" panel in the editor of guides and specialisms: what the cluster says to the draft on the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages import preview
from wagtail.models import Page

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages.admin.rights import only_what_opens
from support_pages.cluster import Cluster, Place, Related
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.models.page import RELATED
from support_pages.thread import cures
from support_pages.thread.check import cluster_of_draft, problems_of_draft
from support_pages.thread.rule import Cure, Problem

Subject = SupportPage | SpecialismPage


@dataclass
class Standing:
    """How a page that is being written stands in its cluster, read when first asked for.

    ``unread`` are the names of the fields whose present content the form would refuse: they were left as stored.
    """

    page: Subject
    parent: Page
    user: User
    unread: tuple[str, ...] = ()

    @cached_property
    def cluster(self) -> Cluster:
        """The specialism with its guides."""
        return cluster_of_draft(self.page, self.parent)

    @cached_property
    def problems(self) -> list[Problem]:
        """What the rules find, errors first, with cures that the user may use."""
        return only_what_opens(problems_of_draft(self.page, self.cluster), self.user)

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return sum(problem.is_error for problem in self.problems)

    @property
    def place(self) -> Place | None:
        """Where a guide stands, or will stand; a specialism stands above its guides."""
        return self.cluster.coming_place_of(self.page) if self.is_guide and self.cluster.canonical else None

    @property
    def is_published(self) -> bool:
        """Whether readers have a version of it already."""
        return bool(self.page.pk) and self.page.live

    @property
    def is_guide(self) -> bool:
        """Whether it supports a specialism."""
        return isinstance(self.page, SupportPage)

    @property
    def related(self) -> list[Related]:
        """The pages that will stand at the foot of a guide, with the reasons."""
        return self.cluster.ranked(self.page)[:RELATED] if isinstance(self.page, SupportPage) else []

    @property
    def missing(self) -> list[tuple[str, Cure | None]]:
        """The kinds of guide the specialism lacks, without the one at hand; where each is written, if the user may."""
        canonical = self.cluster.canonical
        own = getattr(self.page, "kind", None)
        kinds = [kind for kind in self.cluster.missing if kind != own]
        may_add = canonical and canonical.pk and canonical.permissions_for_user(self.user).can_add_subpage()
        return [(str(Kind(kind).label), cures.add_guide(canonical, kind) if may_add else None) for kind in kinds]

    @property
    def summary(self) -> str:
        """How many problems there are, in one line."""
        if not self.problems:
            return _("The thread holds: nothing to mend.")
        errors, warnings = self.errors, len(self.problems) - self.errors
        parts = [
            ngettext("%(count)s error", "%(count)s errors", errors) % {"count": errors} if errors else "",
            ngettext("%(count)s warning", "%(count)s warnings", warnings) % {"count": warnings} if warnings else "",
        ]
        return _(" and ").join(part for part in parts if part) + "."

    @property
    def announcement(self) -> str:
        """What is read aloud when it changes: the count, then each error in full."""
        return " ".join([self.summary, *(problem.message for problem in self.problems if problem.is_error)])


class ThreadSidePanel(BaseSidePanel):
    """The panel with its button, which counts what is wrong."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button; its number is set again whenever the draft has been checked."""

        aria_label = gettext_lazy("Toggle thread")
        icon_name = "link"

        @property
        def counter_classname(self) -> str:
            """Red as long as there are errors."""
            return "w-bg-critical-200" if self.panel.standing.errors else ""

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            """With the number of problems."""
            return {**super().get_context_data(parent_context), "count": len(self.panel.standing.problems)}

    name = "thread"
    title = gettext_lazy("Thread")
    template_name = "support_pages/admin/thread_panel.html"
    order = 360

    def __init__(self, page: Subject, parent: Page, request: HttpRequest) -> None:
        super().__init__(page, request)
        self.parent = parent
        self.standing = Standing(page, parent, cast(User, request.user))

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """How the stored draft stands, and where to ask about the one on the screen."""
        return {
            **super().get_context_data(parent_context),
            "standing": self.standing,
            "check_url": check_url(self.object, self.parent),
        }


def check_url(page: Page, parent: Page) -> str:
    """Where the form of a page is sent to be checked."""
    if page.pk:
        return reverse("thread_panel:edit", args=[page.pk])
    return reverse("thread_panel:add", args=[page._meta.app_label, page._meta.model_name, parent.pk])


class DraftCheck:
    """Checks a form as it is on the screen and answers with the content of the panel. Nothing is stored."""

    http_method_names = ["post"]
    object: Subject
    request: HttpRequest

    def get_object(self) -> Subject:
        """The page, if the user may edit it; only of the types that the thread is about."""
        page = super().get_object()  # type: ignore[misc]  # of Wagtail's view, which this one is mixed into
        if not isinstance(page, Subject):
            raise Http404
        return page

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The problems of the page as typed."""
        form = self.get_form(request.POST)  # type: ignore[attr-defined]  # as above
        unread = self.fill(form)
        parent = form.parent_page
        standing = Standing(self.object, parent, cast(User, request.user), unread)
        return TemplateResponse(request, "support_pages/admin/thread_standing.html", {"standing": standing})

    def fill(self, form: WagtailAdminPageForm) -> tuple[str, ...]:
        """Put what was typed into the page; returns the labels of fields the form refuses, which it leaves out."""
        if self.validate_form(form):  # type: ignore[attr-defined]  # as above
            form.save(commit=False)
        if not self.request.POST.get("title"):
            self.object.title = ""  # Wagtail's preview puts a placeholder there
        return tuple(str(form.fields[name].label) for name in form.errors if name in form.fields)


class CheckOnEdit(DraftCheck, preview.PreviewOnEdit):
    """For a page that is stored."""


class CheckOnCreate(DraftCheck, preview.PreviewOnCreate):
    """For a page that is not stored yet."""


@hooks.register("register_admin_urls")
def thread_panel_urls() -> list[URLPattern | URLResolver]:
    """Where drafts are checked."""
    urls = [
        path("<int:page_id>/", CheckOnEdit.as_view(), name="edit"),
        path(
            "<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
            CheckOnCreate.as_view(),
            name="add",
        ),
    ]
    return [path("thread-panel/", include((urls, "thread_panel")))]


@hooks.register("insert_editor_js")
def thread_panel_script() -> SafeString:
    """What keeps the panel up to date; it does nothing in editors without one."""
    return format_html('<script src="{}" defer></script>', static("js/admin/thread.js"))


def with_thread_panel(
    panels: Iterable[BaseSidePanel], page: Page, parent: Page, request: HttpRequest
) -> list[BaseSidePanel]:
    """The side panels of an editor, with the thread's behind Wagtail's checks if it is about the page."""
    panels = list(panels)
    if isinstance(page, Subject):
        names = [panel.name for panel in panels]
        place = names.index("checks") + 1 if "checks" in names else len(panels)
        panels.insert(place, ThreadSidePanel(page, parent, request))
    return panels
