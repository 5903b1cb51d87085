"""The guides, what changed in them, and what readers take away."""

from support_pages.models.change import PageChange
from support_pages.models.page import SupportPage
from support_pages.models.pdf import SupportPagePdf

__all__ = ["PageChange", "SupportPage", "SupportPagePdf"]
