"""Adding a guide in the CMS: choose its kind, then write into the kind's outline."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.panels import Panel
from wagtail.admin.views.pages.create import CreateView

from specialisms.models import SpecialismPage
from support_pages.kinds import PURPOSES, Kind


def choices(parent_id: int) -> list[dict[str, Any]]:
    """The kinds with what they are for and where one is written."""
    return [
        {
            "kind": kind,
            "label": kind.label,
            "purpose": PURPOSES[kind],
            "url": reverse("guides:add", args=[parent_id, kind]),
        }
        for kind in Kind
    ]


class KindView(TemplateView):
    """The kinds a guide can be, each a link to its form."""

    template_name = "support_pages/admin/kinds.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The specialism and the kinds; only for those who may add a page there."""
        parent = get_object_or_404(SpecialismPage, pk=self.kwargs["parent_page_id"])
        if not parent.permissions_for_user(self.request.user).can_add_subpage():
            raise PermissionDenied
        return super().get_context_data(parent=parent, kinds=choices(parent.pk), **kwargs)


class GuideCreateView(CreateView):
    """Wagtail's own form of a new support page, opened with a kind. It is sent to Wagtail's own address."""

    def dispatch(self, request: HttpRequest, parent_page_id: int, kind: str) -> HttpResponse:
        """Refuse kinds that do not exist."""
        if kind not in Kind:
            raise Http404
        self.kind = Kind(kind)
        return super().dispatch(request, "support_pages", "supportpage", parent_page_id)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Name the kind before Wagtail makes the form; see ``support_pages.outlines``."""
        self.page.kind = self.kind
        return super().get(request)


class OutlinePanel(Panel):
    """On the form of a new guide: which outline it has, and links to the others."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on one form."""

        template_name = "support_pages/admin/outline_panel.html"

        def is_shown(self) -> bool:
            """Only as long as nothing is saved, since another outline replaces everything."""
            return self.instance.pk is None and super().is_shown()

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """The kinds, with the one at hand."""
            return {
                **super().get_context_data(parent_context),
                "label": Kind(self.instance.kind).label,
                "kinds": choices(self.form.parent_page.pk),
            }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Outline")} | kwargs)
