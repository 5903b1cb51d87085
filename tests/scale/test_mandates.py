"""The mandates of a made-up site are stored as if clients had sent them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex

from agency.demo.build import NotEmptyError
from agency.scale import mandates
from agency.scale.plan import Order
from agency.scale.seeding import Seeded, seed
from enquiries import links
from enquiries.intake import derive
from enquiries.models import Consent, Delivery, Mandate, MandateEvent, Submission
from enquiries.models.link import LinkPurpose
from enquiries.models.mandate import Screening
from tests.scale.test_build import TELLS_CACHES

pytestmark = pytest.mark.database

ORDER = Order(3, 12, mandates=60)


def silent(*_progress: Any) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Seeded]:
    """A small site with mandates, for all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(mandates, "ROWS", 25)  # several portions
        yield seed(ORDER, 0, silent)
        transaction.set_rollback(True)


def test_each_is_whole_and_comes_from_nobody(seeded: Seeded) -> None:
    assert seeded.as_json()["mandates"] == Mandate.objects.count() == ORDER.mandates
    for model, least in {Submission: 1, Consent: 2, MandateEvent: 1}.items():
        counts = [model.objects.filter(mandate=mandate).count() for mandate in Mandate.objects.all()]
        assert min(counts) >= least
    assert not Mandate.objects.exclude(email__endswith=".example").exists()
    assert not Delivery.objects.exclude(recipient__endswith=".example").exists()
    assert not Delivery.objects.exclude(mandate__screening=Screening.CLEAR).exists()
    assert not Mandate.objects.filter(specialism=None).exists()
    for mandate in Mandate.objects.all():
        mandate.full_clean()


def test_what_follows_from_the_answers_is_what_taking_in_derives(seeded: Seeded) -> None:
    names = ("company_key", "email_key", "email_domain")
    for mandate in Mandate.objects.all():
        stored = [getattr(mandate, name) for name in names]
        derive(mandate)
        assert [getattr(mandate, name) for name in names] == stored
    known = Mandate.objects.exclude(known_role=None)
    assert known
    assert all(mandate.role == mandate.known_role.name for mandate in known)


def test_links_open_their_rooms(seeded: Seeded) -> None:
    for mandate in Mandate.objects.all()[:5]:
        assert links.find(links.token_of(links.first(mandate)), LinkPurpose.ROOM).mandate == mandate


def test_reference_index_is_what_wagtail_would_write(seeded: Seeded) -> None:
    names = ("content_type", "base_content_type", "object_id", "to_content_type", "to_object_id", "model_path")

    def written() -> set[tuple]:
        of_app = ReferenceIndex.objects.filter(content_type__app_label="enquiries")
        return set(of_app.values_list(*names, "content_path", "content_path_hash"))

    kept = written()
    assert len(kept) > ORDER.mandates
    for model in ReferenceIndex.indexed_models:
        if model._meta.app_label == "enquiries":
            for found in model._default_manager.all():
                ReferenceIndex.create_or_update_for_object(found)
    assert written() == kept


def test_nothing_waits_for_the_worker(seeded: Seeded) -> None:
    assert not DBTaskResult.objects.exclude(task_path=TELLS_CACHES).exists()


def test_are_the_same_each_time_and_only_added_where_there_are_none(seeded: Seeded) -> None:
    kept = {"reference", "email", "need", "company", "telephone", "specialism_id", "source_title", "status"}
    first = list(Mandate.objects.order_by("pk").values_list(*kept))
    with pytest.raises(NotEmptyError):
        mandates.fill(seeded.site, silent)
    with transaction.atomic():
        Mandate.objects.all().delete()
        mandates.fill(seeded.site, silent)
        assert list(Mandate.objects.order_by("pk").values_list(*kept)) == first
        transaction.set_rollback(True)


def test_no_reference_comes_twice() -> None:
    assert len({mandates.reference(1, number) for number in range(100_000)}) == 100_000
