"""App configuration of the enquiries."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    """Mandates: the only place that touches a client's personal data."""

    name = "enquiries"

    def ready(self) -> None:
        """Have the worker look after mail that is owed."""
        from agency.schedule import every  # noqa: PLC0415 - models are not loaded before ready()
        from enquiries.delivery import sweep  # noqa: PLC0415

        every(5, sweep)
