"""App configurations of the kernel."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.users.apps import WagtailUsersAppConfig


class AgencyConfig(AppConfig):
    """The firm and the ground the other apps stand on."""

    name = "agency"
    default = True  # there are two configurations here, and Django would choose neither

    def ready(self) -> None:
        """Register system checks and recurring jobs, keep old addresses leading on, have pictures made in all sizes, have pages
        forgotten when they change, and let no group outlive its owner.
        """
        from wagtail.signals import page_published, page_unpublished, post_page_move  # noqa: PLC0415 - models are not loaded before ready()

        from agency import addresses, checks, leaving, letters, maintenance, renditions, schedule  # noqa: F401, PLC0415 - importing registers the checks
        from agency.models import AgencyImage  # noqa: PLC0415 - as above
        from agency.models.access import ConsultantGroup, without_consultant  # noqa: PLC0415 - as above
        from agency.page_cache import changes, purging, store, tables  # noqa: PLC0415 - as above

        post_page_move.connect(addresses.page_moved, dispatch_uid="keep_addresses")
        page_published.connect(leaving.page_published, dispatch_uid="welcome_back")
        post_delete.connect(without_consultant, sender=ConsultantGroup, weak=False, dispatch_uid="without_consultant")
        connection_created.connect(changes.connected, dispatch_uid="watch_for_changes")
        tables.name_unseen()
        for signal in (page_published, page_unpublished):
            signal.connect(purging.changed, dispatch_uid="purge_around")
        for signal in (post_save, pre_delete):
            signal.connect(purging.record_changed, dispatch_uid="purge_where_shown")
        post_page_move.connect(purging.moved, dispatch_uid="purge_both_addresses")
        schedule.every(60, store.tidy)
        post_save.connect(renditions.saved, sender=AgencyImage, dispatch_uid="make_renditions")
        schedule.every(5, letters.sweep)
        schedule.every(600, renditions.sweep)
        schedule.every(60, maintenance.publish_scheduled)
        schedule.every(24 * 60 * 60, maintenance.prune_task_results)


class AgencyUsersConfig(WagtailUsersAppConfig):
    """Wagtail's administration of accounts and groups, with our views."""

    user_viewset = "agency.users.UserViewSet"
    group_viewset = "agency.users.GroupViewSet"
