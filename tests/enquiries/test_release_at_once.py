"""Released by several at the same moment, a mandate is released once."""

import pytest

from enquiries.models import Delivery, Mandate, MandateEvent
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening
from enquiries.spam.release import release
from tests import factories
from tests.enquiries.test_concurrency import at_once

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def test_one_of_many_releases_it(brand) -> None:
    mandate = factories.mandate(screening=Screening.PROOF, email_key="alex@northgate.example")
    released = at_once(lambda number: release(Mandate.objects.get(pk=mandate.pk), f"click {number}"), list(range(8)))
    assert sorted(released) == [False] * 7 + [True]
    assert MandateEvent.objects.filter(kind=EventKind.RELEASED).count() == 1
    assert Delivery.objects.filter(kind="acknowledgement").count() == 1
