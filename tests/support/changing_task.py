"""The changes of ``tests.support.changing`` as a task of the worker."""

from pathlib import Path

from django_tasks import task

from tests.support import changing


@task()
def change(times: int, log: str) -> None:
    """Change the site so many times."""
    changing.change(times, Path(log))
