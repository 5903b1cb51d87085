"""App configuration of the specialisms."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save


class SpecialismsConfig(AppConfig):
    """The canonical pages."""

    name = "specialisms"

    def ready(self) -> None:
        """Have cards painted when pages are published, facts of a page found together, and consultants' rights kept."""
        from wagtail.signals import page_published  # noqa: PLC0415 - models are not loaded before ready()

        from agency.models import ConsultantPage, User  # noqa: PLC0415 - as above
        from agency.rich_text import register  # noqa: PLC0415 - as above
        from agency.schedule import every  # noqa: PLC0415 - as above
        from specialisms import access  # noqa: PLC0415 - as above
        from specialisms.cards import paint_card  # noqa: PLC0415 - as above
        from specialisms.models import SpecialismLead, SpecialismPage  # noqa: PLC0415 - as above
        from specialisms.rich_text import FACTS  # noqa: PLC0415 - as above

        def paint(instance: SpecialismPage, **_kwargs: Any) -> None:
            paint_card.enqueue(instance.slug)

        page_published.connect(paint, sender=SpecialismPage, weak=False, dispatch_uid="paint_card")
        register(FACTS)

        def watch(signal: Any, sender: Any, receiver: Any) -> None:
            uid = f"{receiver.__name__} {id(signal)}"
            signal.connect(receiver, sender=sender, weak=False, dispatch_uid=uid)

        watch(post_save, SpecialismLead, access.lead_changed)
        watch(post_delete, SpecialismLead, access.lead_changed)
        watch(page_published, SpecialismPage, access.specialism_published)
        watch(post_save, User, access.account_changed)
        watch(post_save, ConsultantPage, access.consultant_renamed)
        watch(m2m_changed, User.groups.through, access.members_changed)
        every(600, access.keep_all)
