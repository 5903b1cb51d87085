"""App configuration of the enquiries."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    """Mandates: the only place that touches a client's personal data."""

    name = "enquiries"

    def ready(self) -> None:
        """Have the worker look after mail that is owed, and editors told of mandates before a page leaves."""
        from agency.schedule import every  # noqa: PLC0415 - models are not loaded before ready()
        from enquiries.citing import mandates_in_flight  # noqa: PLC0415 - as above
        from enquiries.delivery import sweep  # noqa: PLC0415 - as above
        from support_pages.departures.citations import cite  # noqa: PLC0415 - as above

        every(5, sweep)
        cite(mandates_in_flight)
