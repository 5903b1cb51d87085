"""Asks the site's search some questions and says as JSON what each took; see ``benchmarks.search``."""

import json
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agency.settings.test")
django.setup()

from django.db import connection  # noqa: E402 - after setup
from django.test import Client  # noqa: E402

from benchmarks.accounting import processor_seconds  # noqa: E402
from benchmarks.measured import counted  # noqa: E402
from support_pages.search.facets import Choice  # noqa: E402
from support_pages.search.finding import find, suggest  # noqa: E402

QUESTIONS = [
    "engineer",
    "hiring guide",
    "notice periods",
    "simulation engineer salary Lisbon",
    "simulaton enginer salery",
    "inverter & controls",
    "what does a planner cost",
    "zzyzx",
    "ML",
]
TYPED = ["en", "simul", "signaling mo", "hirng a"]
WARM, TIMES = 5, 30
SEARCH, SUGGEST = "/search/", "/search/suggest"


def took(client: Client, path: str, text: str) -> dict[str, float]:
    """Milliseconds a request, of this process and of PostgreSQL's; queries; results."""
    for _time in range(WARM):
        response = client.get(path, {"q": text})
    process = connection.connection.info.backend_pid
    with counted() as queries:
        client.get(path, {"q": text})
    server, own = processor_seconds(process), time.process_time()
    for _time in range(TIMES):
        client.get(path, {"q": text})
    own, server = time.process_time() - own, processor_seconds(process) - server
    assert response.status_code == 200, response.status_code
    found = find(text, Choice()).total if path == SEARCH else len(suggest(text))
    return {"python": own / TIMES * 1000, "server": server / TIMES * 1000, "queries": queries.count, "found": found}


def main() -> None:
    """All questions, on one connection."""
    client = Client()
    connection.ensure_connection()
    found = {text: took(client, SEARCH, text) for text in QUESTIONS}
    found |= {f"suggest: {text}": took(client, SUGGEST, text) for text in TYPED}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
