"""The versions of the privacy notice in the CMS: to read and to compare, never to change."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from enquiries.admin.columns import OfficeColumn
from enquiries.admin.differences import differences
from enquiries.models import PrivacyNotice
from enquiries.models.notice import PrivacyNoticeQuerySet


class IndexView(generic.IndexView):
    """The versions, newest first, with the number of consents that refer to each."""

    page_title = _("Privacy notice")
    default_ordering = "-number"
    FORMATS = ()

    def get_base_queryset(self) -> PrivacyNoticeQuerySet:
        """All of them, with their uses and who published them."""
        return PrivacyNotice.objects.with_uses().select_related("published_by").defer("html", "text")


class NoticeView(generic.InspectView):
    """One version, and what it changed word for word."""

    page_title = _("Privacy notice")
    template_name = "enquiries/admin/notice.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The version, the one before, and what is different; of the first version, its text."""
        notice = self.object
        before = notice.before
        changes = differences(before.text if before else notice.text, notice.text)
        uses = notice.consents.count()
        return super().get_context_data(notice=notice, before=before, changes=changes, uses=uses, **kwargs)


class PrivacyNoticeViewSet(ModelViewSet):
    """List and detail."""

    model = PrivacyNotice
    name = "privacy_notices"
    url_prefix = "privacy-notices"
    icon = "lock"
    menu_label = _("Privacy notice")
    menu_name = "privacy-notices"
    menu_order = 900
    menu_hook = "register_reports_menu_item"
    add_to_reference_index = False
    index_view_class = IndexView
    inspect_view_class = NoticeView
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["number"]
    search_fields = ["title", "text"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        TitleColumn("number", label=_("Version"), url_name="privacy_notices:inspect", accessor=str),
        Column("title", label=_("Title")),
        OfficeColumn("published_at", label=_("Published"), sort_key="published_at"),
        Column("published_by", label=_("By")),
        Column("uses", label=_("Consents")),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Only these: what is not routed cannot be misused."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without links to views that are not there."""
        missing = dict.fromkeys(
            ["add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name"]
        )
        return super().get_common_view_kwargs(**missing | kwargs)
