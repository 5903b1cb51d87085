"""Wagtail's setting WAGTAIL_FINISH_WORKFLOW_ACTION points here: it is imported while Wagtail's own models load."""

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """What ``support_pages.approval`` does when the last step of a workflow approves."""
    from support_pages.approval import publish_approved  # noqa: PLC0415 - models are not loaded before

    publish_approved(workflow_state, user)
