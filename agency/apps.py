"""App configurations of the kernel."""

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AgencyConfig(AppConfig):
    """The firm and the ground the other apps stand on."""

    name = "agency"
    default = True  # there are two configurations here, and Django would choose neither

    def ready(self) -> None:
        """Register system checks and recurring jobs."""
        from agency import checks, maintenance, schedule  # noqa: F401, PLC0415 - importing registers the checks

        schedule.every(60, maintenance.publish_scheduled)
        schedule.every(24 * 60 * 60, maintenance.prune_task_results)


class AgencyUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with the link from a user to their consultant page."""

    user_viewset = "agency.users.UserViewSet"
