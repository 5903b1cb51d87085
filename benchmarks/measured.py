"""Runs ``check_thread`` in this process and says as JSON what it took; see ``benchmarks.thread``.

python -m benchmarks.measured FILE    the check of the whole site, its own JSON written to FILE
python -m benchmarks.measured --one   the queries of one cluster's check with 5, 20 and 100 guides
"""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agency.settings.test")
django.setup()

from django.core.management import call_command  # noqa: E402 - after setup
from django.db import connection, transaction  # noqa: E402
from wagtail.models import Page  # noqa: E402

from specialisms.models import SpecialismPage  # noqa: E402
from support_pages.models import SupportPage  # noqa: E402
from support_pages.thread.check import check_cluster  # noqa: E402

SIZES = (100, 20, 5)


class Queries:
    """Counts queries while it is installed."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        """For ``connection.execute_wrapper``."""
        self.count += 1
        return execute(sql, parameters, many, context)


@contextmanager
def counted() -> Iterator[Queries]:
    """Count the queries of a block."""
    queries = Queries()
    with connection.execute_wrapper(queries):
        yield queries


def whole(file: Path) -> dict[str, float]:
    """Check the whole site. One cluster is checked first, so that templates and addresses are loaded."""
    check_cluster(SpecialismPage.objects.order_by("path")[0])
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    with file.open("w") as out, counted() as queries, suppress(SystemExit):
        call_command("check_thread", json=True, stdout=out)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu, "peak_mib": after.ru_maxrss / 1024, "queries": queries.count}


def one_cluster() -> dict[int, int]:
    """The queries of the check of one cluster, by its size: guides are taken off the site until so many are left."""
    found = {}
    with transaction.atomic():
        parents = SupportPage.objects.live().values_list("path", flat=True)
        sizes: dict[str, int] = {}
        for path in parents:
            sizes[path[: -Page.steplen]] = sizes.get(path[: -Page.steplen], 0) + 1
        largest = max(sizes, key=lambda path: sizes[path])
        specialism = SpecialismPage.objects.get(path=largest)
        check_cluster(specialism)
        for size in SIZES:
            guides = SupportPage.objects.child_of(specialism).live().order_by("path")
            surplus = list(guides.values_list("pk", flat=True)[size:])
            Page.objects.filter(pk__in=surplus).update(live=False)
            with counted() as queries:
                report = check_cluster(specialism)
            found[len(report.cluster.pages)] = queries.count
        transaction.set_rollback(True)
    return found


if __name__ == "__main__":
    print(json.dumps(one_cluster() if sys.argv[1] == "--one" else whole(Path(sys.argv[1]))))
