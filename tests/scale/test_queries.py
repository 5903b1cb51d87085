"""The check of one cluster asks the database as much however many guides there are."""

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Page

from agency.scale.plan import Order
from agency.scale.seeding import seed
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread.check import check_cluster

SIZES = (100, 20, 5)


@pytest.mark.django_db
@pytest.mark.database
def test_check_of_a_cluster_asks_as_much_however_large_it_is() -> None:
    seed(Order(1, max(SIZES)), 0, lambda *_progress: None)
    specialism = SpecialismPage.objects.get()
    check_cluster(specialism)
    asked: Counter[int] = Counter()

    def count(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        asked[size] += 1
        return execute(sql, parameters, many, context)

    for size in SIZES:
        surplus = SupportPage.objects.order_by("path").values_list("pk", flat=True)[size:]
        Page.objects.filter(pk__in=list(surplus)).update(live=False)
        with connection.execute_wrapper(count):
            assert len(check_cluster(specialism).cluster.pages) == size
    assert asked[SIZES[0]] > 10
    assert len(set(asked.values())) == 1, asked
