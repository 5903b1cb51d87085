"""A gunicorn configuration for tests of who renders: see ``Rendering``."""

import os
import time
from pathlib import Path
from typing import Any


class Rendering:
    """What a site with this configuration renders, noted in the file ``RENDERED`` names; ``held`` makes it wait."""

    def __init__(self, noted: Path) -> None:
        self.noted, self.held = noted, noted.with_suffix(".held")
        self.forget()

    def forget(self) -> None:
        """Begin to count, and go on."""
        self.noted.write_text("")
        self.held.unlink(missing_ok=True)

    def hold(self) -> None:
        """Have every page that is begun from now on wait until ``forget``."""
        self.held.touch()

    def processes(self) -> list[int]:
        """The process of each page that was begun, in this order."""
        return [int(line) for line in self.noted.read_text().splitlines()]


def post_worker_init(_worker: Any) -> None:
    """Called by gunicorn in each process once the site is loaded."""
    from agency.models import BasePage  # noqa: PLC0415 - there are no models before

    serve, noted = BasePage.serve, Path(os.environ["RENDERED"])

    def counted(page: BasePage, *args: Any, **kwargs: Any) -> Any:
        with noted.open("a") as file:
            file.write(f"{os.getpid()}\n")
        while noted.with_suffix(".held").exists():
            time.sleep(0.01)
        return serve(page, *args, **kwargs)

    BasePage.serve = counted
