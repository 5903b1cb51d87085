"""Two requests at the same moment: never a sixth file, never the same content twice, never an orphan."""

from pathlib import Path

import pytest
from django.db import transaction

from enquiries.attachments import keeping, refusal, storing
from enquiries.models import Attachment, Mandate, StoredFile
from tests import factories
from tests.enquiries import files
from tests.enquiries.test_concurrency import at_once

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


def test_nine_files_at_once_are_five(folder: Path) -> None:
    mandate = factories.mandate()

    def add(number: int) -> keeping.Outcome:
        return keeping.add_files(mandate, [files.upload(f"{number}.txt", f"Text {number}".encode())], submitted=True)

    outcomes = at_once(add, range(9))
    assert sum(len(outcome.kept) for outcome in outcomes) == mandate.attachments.count() == 5
    refused = [reason for outcome in outcomes for _name, reason in outcome.refused]
    assert refused == [refusal.NO_ROOM] * 4
    kept = sorted(
        f"Text {name.removesuffix('.txt')}".encode() for name in mandate.attachments.values_list("name", flat=True)
    )
    assert files.contents(folder) == kept
    assert StoredFile.objects.count() == 5


def test_the_same_content_at_once_is_one_file(folder: Path) -> None:
    mandate = factories.mandate()
    outcomes = at_once(
        lambda _number: keeping.add_files(mandate, [files.upload("role.pdf", files.pdf())], submitted=True), range(6)
    )
    assert {outcome.kept[0].pk for outcome in outcomes} == {mandate.attachments.get().pk}
    assert files.contents(folder) == [files.pdf()]
    assert StoredFile.objects.count() == 1


def test_erasing_while_files_come_leaves_nothing(folder: Path) -> None:
    mandate = factories.mandate()

    def act(number: int) -> None:
        if number == 3:
            with transaction.atomic():  # whoever erases holds the mandate first, so that no file comes in between
                Mandate.objects.select_for_update().get(pk=mandate.pk).delete()
        else:
            keeping.add_files(mandate, [files.upload("a.txt", f"Text {number}".encode())], submitted=True)

    at_once(act, range(6))
    storing.sweep()
    assert not Attachment.objects.exists()
    assert not StoredFile.objects.exists()
    assert files.lying(folder) == []


def test_sweepers_and_adders_at_once_lose_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when the time to claim has run out: what is acknowledged is there, what is not is gone."""
    monkeypatch.setattr(storing, "TIME_TO_CLAIM", -storing.TIME_TO_CLAIM)
    mandates = [factories.mandate() for _number in range(6)]

    def act(number: int) -> int:
        if number % 2:
            return storing.sweep() * 0
        return len(keeping.add_files(mandates[number], [files.upload("a.txt", b"Text")], submitted=True).kept)

    acknowledged = sum(at_once(act, range(6)))
    storing.sweep()
    assert Attachment.objects.count() == StoredFile.objects.count() == acknowledged == len(files.lying(folder))
