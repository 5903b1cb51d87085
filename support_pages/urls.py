"""Addresses of what a guide offers besides its page."""

from csp.decorators import csp_replace
from django.urls import path

from agency import csp
from support_pages import views
from support_pages.models.page import PDF_NAME

app_name = "support_pages"

urlpatterns = [path(f"<path:where>/{PDF_NAME}", csp_replace(csp.PDF)(views.pdf), name="pdf")]
