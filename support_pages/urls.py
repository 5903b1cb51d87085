"""Addresses of what guides offer besides their pages: PDFs and feeds."""

from csp.decorators import csp_replace
from django.urls import path

from agency import csp
from support_pages import feeds, views
from support_pages.models.page import PDF_NAME

app_name = "support_pages"

urlpatterns = [
    path("feed/", feeds.site_feed, name="feed"),
    path("feed/<path:where>/", feeds.specialism_feed, name="feed_of"),
    path(f"<path:where>/{PDF_NAME}", csp_replace(csp.PDF)(views.pdf), name="pdf"),
]
