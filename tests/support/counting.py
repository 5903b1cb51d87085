"""A gunicorn configuration that has each page that is rendered leave a byte in the file RENDERED names."""

import os
from pathlib import Path
from typing import Any


def post_worker_init(_worker: Any) -> None:
    """Called by gunicorn in each process once the site is loaded."""
    from agency.models import BasePage  # noqa: PLC0415 - there are no models before

    serve = BasePage.serve

    def counted(page: BasePage, *args: Any, **kwargs: Any) -> Any:
        with Path(os.environ["RENDERED"]).open("ab") as file:
            file.write(b".")
        return serve(page, *args, **kwargs)

    BasePage.serve = counted
