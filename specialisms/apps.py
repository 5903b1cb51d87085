"""App configuration of the specialisms."""

from django.apps import AppConfig


class SpecialismsConfig(AppConfig):
    """The canonical pages."""

    name = "specialisms"
