"""App configuration of the enquiries."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class EnquiriesConfig(AppConfig):
    """Mandates: the only place that touches a client's personal data."""

    name = "enquiries"

    def ready(self) -> None:
        """Look after what is owed, files and versions of the privacy notice; tell editors of mandates before a page leaves."""
        from wagtail.signals import page_published  # noqa: PLC0415 - models are not loaded before ready()

        from agency.models import BrandSettings  # noqa: PLC0415 - as above
        from agency.page_cache.changes import unseen  # noqa: PLC0415 - as above
        from agency.schedule import every  # noqa: PLC0415 - as above
        from enquiries import (  # noqa: PLC0415 - as above
            checks,  # noqa: F401 - importing registers them
            link_requests,
            notices,
        )
        from enquiries.attachments import scanning, storing  # noqa: PLC0415 - as above
        from enquiries.citing import mandates_in_flight  # noqa: PLC0415 - as above
        from enquiries.delivery import sweep  # noqa: PLC0415 - as above
        from enquiries.models import Attachment  # noqa: PLC0415 - as above
        from enquiries.webhooks import outbox  # noqa: PLC0415 - as above
        from support_pages.departures.citations import cite  # noqa: PLC0415 - as above

        unseen(self)
        every(5, sweep)
        every(5, outbox.sweep)
        every(24 * 60 * 60, outbox.prune)
        every(30, link_requests.sweep)
        every(30, scanning.sweep)
        every(60, storing.sweep)
        post_delete.connect(storing.release_with_attachment, sender=Attachment, dispatch_uid="release_file")
        cite(mandates_in_flight)
        page_published.connect(notices.page_published, dispatch_uid="privacy_notice_published")
        post_save.connect(notices.brand_saved, sender=BrandSettings, dispatch_uid="privacy_notice_chosen")
