"""The floor of ``benchmarks.cached``: a WSGI application that does nothing but return the bytes in the folder FLOOR."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

_folder = Path(os.environ["FLOOR"])
HEADERS = [(name, value) for name, value in json.loads((_folder / "headers.json").read_text())]
BODY = (_folder / "body").read_bytes()


def application(_environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Always the same answer."""
    start_response("200 OK", list(HEADERS))
    return [BODY]
