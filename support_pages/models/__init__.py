"""The guides, what changed in them, what readers take away, and how their clusters stand."""

from support_pages.models.change import PageChange
from support_pages.models.health import ClusterHealth, PageHealth
from support_pages.models.page import SupportPage
from support_pages.models.pdf import SupportPagePdf
from support_pages.models.review import SpecialismReviewTask
from support_pages.models.search import SearchEntry, SearchSettings, SearchWord
from support_pages.models.sketch import BodySketch
from support_pages.models.wanted import WantedCheck

__all__ = [
    "BodySketch",
    "ClusterHealth",
    "PageChange",
    "PageHealth",
    "SearchEntry",
    "SearchSettings",
    "SearchWord",
    "SpecialismReviewTask",
    "SupportPage",
    "SupportPagePdf",
    "WantedCheck",
]
