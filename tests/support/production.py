"""A web server with production's settings on the database of a running site: static files hashed and compressed."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from types import TracebackType

from tests.support.provide import free_port
from tests.support.stack import ROOT, Stack, wait_for


class Production:
    """Serves what ``stack`` holds at ``url`` for as long as the block lasts."""

    def __init__(self, stack: Stack) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = stack.folder / "production"
        self.environment = {
            **stack.environment,
            "DJANGO_SETTINGS_MODULE": "tests.support.production_settings",
            "SECRET_KEY": "signs-nothing-that-outlives-the-test-it-is-made-for-by-the-suite",
            "ALLOWED_HOSTS": "127.0.0.1",
            "BASE_URL": self.url,
            "DEFAULT_FROM_EMAIL": "site@agency.example",
            "STATIC_ROOT": str(self.folder / "static"),
            "MEDIA_ROOT": str(stack.folder / "media"),
            "CACHE_URL": f"file://{self.folder / 'cache'}",
            "SERVE_MEDIA": "true",
        }

    def __enter__(self) -> "Production":
        """Collect the static files that pages use, not those of the CMS, and start."""
        self.folder.mkdir(parents=True, exist_ok=True)
        collect = ["collectstatic", "--no-input", "--ignore", "wagtail*", "--ignore", "handbook"]
        subprocess.run(
            [sys.executable, "manage.py", *collect], cwd=ROOT, env=self.environment, check=True, capture_output=True
        )
        command = [sys.executable, "-m", "gunicorn", "agency.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        log = self.folder / "web.log"
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [*command, "--workers", "1", "--threads", "4", "--no-control-socket"],
                cwd=ROOT,
                env=self.environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        wait_for(f"{self.url}/health/", log)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Stop."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=30)
