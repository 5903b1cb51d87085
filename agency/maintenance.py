"""Recurring jobs of the kernel."""

from django.core.management import call_command


def publish_scheduled() -> None:
    """Publish and expire the pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


def prune_task_results() -> None:
    """Forget finished background tasks after two weeks."""
    call_command("prune_db_task_results", min_age_days=14, verbosity=0)
