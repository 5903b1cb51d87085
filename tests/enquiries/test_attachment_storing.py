"""Nothing lies in the private storage that no attachment claims, whatever is killed; nothing claimed is ever cleared away."""

import errno
import io
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from agency.schedule import JOBS
from enquiries.attachments import keeping, refusal, scanning, storing
from enquiries.attachments.folder import PrivateFolder
from enquiries.models import Attachment, Mandate, StoredFile
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries import files
from tests.enquiries.files import docx, pdf, txt, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]


class Killed(BaseException):
    """The process is gone: nothing catches this, as nothing catches that."""


def killed(*_args: object, **_kwargs: object) -> None:
    raise Killed


@pytest.fixture
def mandate(folder: Path) -> Mandate:
    """The mandate that files are for."""
    return factories.mandate()


def add(mandate: Mandate, content: bytes = pdf(), name: str = "role.pdf") -> keeping.Outcome:
    """Add one file, as the room does."""
    return keeping.add_files(mandate, [upload(name, content)], submitted=True)


@contextmanager
def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> Iterator[None]:
    """What the worker does later."""
    with monkeypatch.context() as patch:
        now = timezone.now() + by
        patch.setattr(storing.timezone, "now", lambda: now)
        yield


def sweep_later(monkeypatch: pytest.MonkeyPatch) -> int:
    """Sweep once nothing that runs now can still be running."""
    with later(monkeypatch, 2 * storing.TIME_TO_CLAIM):
        return storing.sweep()


def test_a_file_lies_under_a_name_nobody_can_guess(mandate: Mandate, folder: Path) -> None:
    add(mandate)
    (attachment,) = mandate.attachments.all()
    (name,) = files.lying(folder)
    assert attachment.stored.name == name
    assert len(bytes.fromhex(name)) == 32
    assert files.contents(folder) == [pdf()]
    add(factories.mandate())
    assert len(set(files.lying(folder))) == 2


def test_only_this_account_may_read_it(mandate: Mandate, folder: Path) -> None:
    before = os.umask(0)
    try:
        add(mandate)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_it_is_on_the_disk_before_it_counts_as_stored(mandate: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda opened: synced.append(os.fstat(opened).st_ino))
    outcome = add(mandate)
    path = Path(storing.private_storage().path(outcome.kept[0].stored.name))
    assert synced == [path.stat().st_ino, path.parent.stat().st_ino]


def test_it_has_no_address(mandate: Mandate) -> None:
    add(mandate)
    with pytest.raises(ValueError, match="no address"):
        storing.private_storage().url(StoredFile.objects.get().name)


def half_written(self: PrivateFolder, name: str, content: ContentFile) -> str:
    Path(self.location).mkdir(parents=True, exist_ok=True)
    Path(self.path(name)).write_bytes(content.read(100))
    raise Killed


KILLS = {
    "before it is written": (PrivateFolder, "save", killed),
    "while it is written": (PrivateFolder, "_save", half_written),
    "before it is claimed": (keeping, "_attach", killed),
    "while it is claimed": (keeping, "claim", killed),
    "after the attachment was made": (scanning, "enqueue", killed),
}


@pytest.mark.parametrize("moment", KILLS)
def test_killed_while_adding(
    moment: str, mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch, settings
) -> None:
    """A file without a row disappears, and what was there before stays."""
    add(mandate, txt(), "notes.txt")
    settings.CLAMD_URL = "tcp://scanner.example"
    owner, name, instead = KILLS[moment]
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, instead)
        with pytest.raises(Killed):
            add(mandate)
    assert mandate.attachments.count() == 1
    assert storing.sweep() == 0, "somebody may still be at it"
    sweep_later(monkeypatch)
    assert files.contents(folder) == [txt()]
    assert StoredFile.objects.count() == 1
    add(mandate)
    assert mandate.attachments.count() == 2


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left"), PermissionError(), RuntimeError("S3 is away")]
)
def test_a_storage_that_refuses_is_an_answer_and_leaves_nothing(
    error: Exception, mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def refuses(self: PrivateFolder, name: str, content: ContentFile) -> str:
        with pytest.raises(Killed):
            half_written(self, name, content)
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(PrivateFolder, "_save", refuses)
        outcome = keeping.add_files(mandate, [upload("secret.pdf", pdf())], submitted=True)
    assert outcome.refused == [("secret.pdf", refusal.NOT_NOW)]
    assert outcome.kept == []
    assert "secret" not in caplog.text
    assert type(error).__name__ in caplog.text
    assert storing.sweep() == 1
    assert files.lying(folder) == []
    assert len(add(mandate).kept) == 1


def test_a_mandate_erased_meanwhile_gets_no_file(
    mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
) -> None:
    store = storing.store

    def erased_meanwhile(content: bytes) -> StoredFile:
        record = store(content)
        Mandate.objects.filter(pk=mandate.pk).delete()
        return record

    monkeypatch.setattr(keeping, "store", erased_meanwhile)
    with django_capture_on_commit_callbacks(execute=True):
        outcome = keeping.add_files(mandate, [upload("role.pdf", pdf())], submitted=True)
    assert outcome.refused == [("role.pdf", refusal.NOT_NOW)]
    assert files.lying(folder) == []
    assert not StoredFile.objects.exists()


def test_a_file_that_was_swept_before_it_was_claimed_is_not_acknowledged(
    mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = storing.store

    def slept(content: bytes) -> StoredFile:
        record = store(content)
        assert sweep_later(monkeypatch) == 1
        return record

    monkeypatch.setattr(keeping, "store", slept)
    outcome = add(mandate)
    assert outcome.refused == [("role.pdf", refusal.NOT_NOW)]
    assert not Attachment.objects.exists()
    assert files.lying(folder) == []


def test_removing_a_file_removes_its_content(
    mandate: Mandate, folder: Path, django_capture_on_commit_callbacks
) -> None:
    (attachment,) = add(mandate).kept
    add(mandate, txt(), "notes.txt")
    with django_capture_on_commit_callbacks(execute=True):
        keeping.remove(attachment)
    assert files.contents(folder) == [txt()]
    assert StoredFile.objects.count() == 1


def test_erasing_a_mandate_removes_what_it_held_and_nothing_else(
    mandate: Mandate, folder: Path, django_capture_on_commit_callbacks
) -> None:
    other = factories.mandate()
    for number, content in enumerate((pdf(), docx(), txt())):
        add(mandate, content, f"{number}.txt")
    add(other, pdf())
    with django_capture_on_commit_callbacks(execute=True):
        mandate.delete()
    assert files.contents(folder) == [pdf()]
    assert StoredFile.objects.get() == other.attachments.get().stored


def test_what_is_not_committed_removes_nothing(mandate: Mandate, folder: Path) -> None:
    add(mandate)
    with storing.transaction.atomic():
        mandate.delete()
        storing.transaction.set_rollback(True)
    assert storing.sweep() == 0
    assert files.contents(folder) == [pdf()]


def test_killed_between_the_erasure_and_the_deletion(mandate: Mandate, folder: Path) -> None:
    add(mandate)
    mandate.delete()  # what follows a commit does not run here, as in a process that is gone
    assert files.contents(folder) == [pdf()]
    assert storing.sweep() == 1
    assert files.lying(folder) == []
    assert not StoredFile.objects.exists()


def test_rows_deleted_without_django_leave_nothing_either(
    mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(mandate)
    Attachment.objects.all()._raw_delete(using="default")
    sweep_later(monkeypatch)
    assert files.lying(folder) == []


def test_killed_while_clearing_away(mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(mandate)
    mandate.delete()
    with monkeypatch.context() as patch:
        patch.setattr(StoredFile, "delete", killed)
        with pytest.raises(Killed):
            storing.sweep()
    assert files.lying(folder) == []
    assert StoredFile.objects.count() == 1
    assert storing.sweep() == 1
    assert not StoredFile.objects.exists()


def test_a_storage_that_does_not_delete_is_asked_again_and_keeps_no_other_waiting(
    mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    for content in (pdf(), txt()):
        add(mandate, content)
    stuck = mandate.attachments.get(kind="pdf").stored
    mandate.delete()
    delete = PrivateFolder.delete

    def sometimes(self: PrivateFolder, name: str) -> None:
        if name == stuck.name:
            raise PermissionError(name)
        delete(self, name)

    with monkeypatch.context() as patch:
        patch.setattr(PrivateFolder, "delete", sometimes)
        assert storing.sweep() == 1
        assert storing.sweep() == 0
    assert stuck.name not in caplog.text
    assert files.contents(folder) == [pdf()]
    with later(monkeypatch, storing.AGAIN_AFTER + timedelta(minutes=1)):
        assert storing.sweep() == 1
    assert files.lying(folder) == []


def test_nothing_that_is_claimed_is_ever_cleared_away(
    mandate: Mandate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(mandate)
    with later(monkeypatch, timedelta(days=1000)):
        assert storing.sweep() == 0
        assert not storing.discard(StoredFile.objects.get().pk)
    assert files.contents(folder) == [pdf()]


def test_records_and_logs_name_no_file(mandate: Mandate, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    (attachment,) = add(mandate, name="Wilhelmina Secret.pdf").kept
    said = f"{attachment} {attachment!r} {attachment.stored} {attachment.stored!r} {caplog.text}"
    assert "Wilhelmina" not in said
    assert attachment.stored.name not in said
    assert attachment.name == "Wilhelmina Secret.pdf"


def test_adding_inside_a_transaction_is_a_mistake_of_ours(mandate: Mandate) -> None:
    with storing.transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        add(mandate)


def test_a_draft_is_handed_in_as_a_whole(led: SpecialismPage, mandate: Mandate) -> None:
    kept = keeping.add_files(mandate, [upload("a.pdf", pdf()), upload("b.txt", txt())], submitted=False).kept
    assert mandate.attachments.submitted().count() == 0
    assert keeping.submit(mandate) == 2
    assert list(mandate.attachments.submitted()) == kept
    assert keeping.submit(mandate) == 0


def test_the_content_of_a_draft_sent_again_as_submitted_is_submitted(mandate: Mandate) -> None:
    keeping.add_files(mandate, [upload("a.pdf", pdf())], submitted=False)
    add(mandate)
    assert mandate.attachments.submitted().get().name == "a.pdf"


def tidied() -> list[str]:
    """What the command says."""
    said = io.StringIO()
    call_command("tidy_mandate_files", stdout=said)
    return said.getvalue().splitlines()


def test_after_a_backup_was_restored_files_and_mandates_agree_again(mandate: Mandate, folder: Path) -> None:
    assert tidied() == ["No file was ever stored."]
    (lost,) = add(mandate, txt(), "Wilhelmina.txt").kept
    add(mandate)
    (folder / lost.stored.name).unlink()
    (folder / ("0" * 64)).write_bytes(docx())
    assert tidied() == [
        "1 files that belong to no mandate deleted.",
        f"{mandate}: the content of attachment {lost.pk} is missing.",
        "1 attachments without content.",
    ]
    assert files.contents(folder) == [pdf()]


def test_the_worker_sweeps() -> None:
    assert {storing.sweep, scanning.sweep} <= {job.run for job in JOBS}
