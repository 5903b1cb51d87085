"""App configuration of the specialisms."""

from typing import Any

from django.apps import AppConfig


class SpecialismsConfig(AppConfig):
    """The canonical pages."""

    name = "specialisms"

    def ready(self) -> None:
        """Have a specialism's card painted whenever its page is published, and the facts of a page found together."""
        from wagtail.signals import page_published  # noqa: PLC0415 - models are not loaded before ready()

        from agency.rich_text import register  # noqa: PLC0415 - as above
        from specialisms.cards import paint_card  # noqa: PLC0415 - as above
        from specialisms.models import SpecialismPage  # noqa: PLC0415 - as above
        from specialisms.rich_text import FACTS  # noqa: PLC0415 - as above

        def paint(instance: SpecialismPage, **_kwargs: Any) -> None:
            paint_card.enqueue(instance.slug)

        page_published.connect(paint, sender=SpecialismPage, weak=False, dispatch_uid="paint_card")
        register(FACTS)
