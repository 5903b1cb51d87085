"""App configuration of the support pages."""

from django.apps import AppConfig


class SupportPagesConfig(AppConfig):
    """The guides that support canonical pages."""

    name = "support_pages"
