"""The virus scanner: until it has said clean, nobody has a file; what it finds is deleted; while it is away, all wait."""

import io
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import Http404
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from enquiries.attachments import clamd, keeping, refusal, scanning
from enquiries.attachments.downloading import download
from enquiries.checks import scanner_has_an_address
from enquiries.models import Attachment, Mandate, StoredFile
from enquiries.models.attachment import Scan
from enquiries.models.event import EventKind
from tests import factories
from tests.enquiries import files
from tests.enquiries.files import pdf, txt, upload
from tests.enquiries.scanner import Scanner, listening, unused_port

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]

VIRUS = pdf(b"BT (This one is bad) Tj ET")


@pytest.fixture
def scanner(settings) -> Iterator[Scanner]:
    """A scanner that finds one PDF bad."""
    with listening() as scanner:
        scanner.signatures[b"This one is bad"] = b"Pdf.Test.Bad-1\x1b[0m"
        settings.CLAMD_URL = scanner.url
        yield scanner


@pytest.fixture
def mandate(folder: Path) -> Mandate:
    """The mandate that files are for."""
    return factories.mandate()


def add(mandate: Mandate, content: bytes = pdf()) -> Attachment:
    """Add one file, as the room does."""
    (attachment,) = keeping.add_files(mandate, [upload("role.pdf", content)], submitted=True).kept
    return attachment


def work() -> list[str]:
    """Do the open tasks that concern scans, once each, as the worker does."""
    said = []
    for reminder in DBTaskResult.objects.ready().filter(task_path=scanning.scan.module_path):
        reminder.claim("test")
        said.append(scanning.scan.func(*reminder.task_result.args))
        reminder.set_successful(said[-1])
    return said


def state(attachment: Attachment) -> str:
    """What is known of it by now."""
    return Attachment.objects.get(pk=attachment.pk).scan


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Let time pass."""
    now = timezone.now() + by
    monkeypatch.setattr(scanning.timezone, "now", lambda: now)


def test_without_a_scanner_nothing_waits(mandate: Mandate) -> None:
    attachment = add(mandate)
    assert attachment.scan == Scan.UNSCANNED
    assert work() == []
    assert download(attachment).status_code == 200


def test_a_file_is_in_quarantine_until_it_is_found_clean(mandate: Mandate, scanner: Scanner) -> None:
    attachment = add(mandate)
    assert attachment.scan == Scan.WAITING
    assert not mandate.attachments.downloadable().exists()
    with pytest.raises(Http404):
        download(attachment)
    assert work() == ["clean"]
    assert scanner.seen == [pdf()]
    attachment.refresh_from_db()
    assert attachment.scan == Scan.CLEAN
    assert b"".join(download(attachment)) == pdf()


def test_what_is_found_is_deleted_and_said(
    mandate: Mandate, scanner: Scanner, folder: Path, django_capture_on_commit_callbacks, caplog
) -> None:
    attachment = add(mandate, VIRUS)
    add(mandate, txt())
    with django_capture_on_commit_callbacks(execute=True):
        assert work() == ["infected", "clean"]
    attachment.refresh_from_db()
    assert (attachment.scan, attachment.stored, attachment.finding) == (Scan.INFECTED, None, "Pdf.Test.Bad-1[0m")
    assert files.contents(folder) == [txt()]
    assert StoredFile.objects.count() == 1
    assert mandate.events.get(kind=EventKind.FILE_INFECTED).actor is None
    assert "role.pdf" not in caplog.text
    with pytest.raises(Http404):
        download(attachment)
    again = keeping.add_files(mandate, [upload("b.pdf", VIRUS)], submitted=True)
    assert again.refused == [("b.pdf", refusal.INFECTED)]
    attachment.delete()
    assert mandate.attachments.count() == 1


def test_the_consultant_is_told(mandate: Mandate, scanner: Scanner, admin_client: Client, brand) -> None:
    attachment = add(mandate, VIRUS)
    address = f"/admin/mandates/{mandate.pk}/attachments/{attachment.pk}/"
    page = admin_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    assert "Being checked for viruses" in page
    assert address not in page
    assert admin_client.get(address).status_code == 404
    work()
    page = admin_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    assert "Deleted: a virus was found (Pdf.Test.Bad-1[0m)" in page
    assert address not in page
    assert admin_client.get(address).status_code == 404


ANSWERS = [
    b"",
    b"INSTREAM size limit exceeded. ERROR\0",
    b"stream: Can't allocate memory ERROR\0",
    b"stream: OK\0stream: OK\0",
    b"UNKNOWN COMMAND\0",
    b"\xff\xfe\0",
    b"x" * 9000,
    b"stream:  FOUND",
    b"OK\0",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_any_other_answer_keeps_it_in_quarantine(answer: bytes, mandate: Mandate, scanner: Scanner) -> None:
    attachment = add(mandate)
    scanner.answer = answer
    assert work() == ["still waiting"]
    assert state(attachment) == Scan.WAITING


def test_a_scanner_that_stops_reading_keeps_it_in_quarantine(mandate: Mandate, scanner: Scanner) -> None:
    attachment = add(mandate, b"All work. " * 1024 * 1024)
    scanner.limit = 100
    assert work() == ["still waiting"]
    assert state(attachment) == Scan.WAITING


def test_while_the_scanner_is_away_files_wait_and_are_scanned_when_it_is_back(
    mandate: Mandate, scanner: Scanner, settings, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    settings.CLAMD_URL = f"tcp://127.0.0.1:{unused_port()}"
    attachment = add(mandate)
    assert work() == ["still waiting"]
    assert f"attachment {attachment.pk}: not scanned: ConnectionRefusedError" in caplog.text
    assert scanning.sweep() == 0
    settings.CLAMD_URL = scanner.url
    later(monkeypatch, scanning.AGAIN_AFTER)
    assert scanning.sweep() == 1
    assert scanning.sweep() == 0
    assert work() == ["clean"]


def test_a_task_that_a_killed_worker_took_along_is_written_again(
    mandate: Mandate, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachment = add(mandate)
    DBTaskResult.objects.all().delete()
    assert scanning.sweep() == 0
    later(monkeypatch, scanning.LEASE)
    assert scanning.sweep() == 1
    assert work() == ["clean"]
    assert state(attachment) == Scan.CLEAN


def test_a_scanner_that_is_away_takes_little_of_the_workers_time(
    mandate: Mandate, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(scanning.BATCH + 2):
        add(factories.mandate(), f"Text {number}".encode())
    DBTaskResult.objects.all().delete()
    later(monkeypatch, timedelta(hours=1))
    assert [scanning.sweep(), scanning.sweep(), scanning.sweep()] == [scanning.BATCH, 2, 0]


def test_tasks_that_come_late_or_twice_change_nothing(mandate: Mandate, scanner: Scanner) -> None:
    attachment = add(mandate)
    scanning.enqueue(attachment)
    assert work() == ["clean", "not waiting"]
    removed = add(mandate, txt())
    keeping.remove(removed)
    assert work() == ["not waiting"]
    assert scanning.scan.func(123456) == "not waiting"


def test_removed_while_it_was_scanned(mandate: Mandate, scanner: Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    attachment = add(mandate, VIRUS)
    scan = clamd.scan

    def slow(content: object, url: str) -> str:
        Attachment.objects.filter(pk=attachment.pk).delete()
        return scan(content, url)

    monkeypatch.setattr(clamd, "scan", slow)
    assert work() == ["not waiting"]
    assert not mandate.events.filter(kind=EventKind.FILE_INFECTED).exists()


def test_when_the_scanner_is_taken_out_of_the_settings_the_quarantine_ends(
    mandate: Mandate, scanner: Scanner, settings
) -> None:
    attachment = add(mandate)
    settings.CLAMD_URL = ""
    assert work() == ["not waiting"]
    assert state(attachment) == Scan.WAITING
    assert scanning.sweep() == 1
    assert state(attachment) == Scan.UNSCANNED


def test_tasks_carry_a_number_and_nothing_else(mandate: Mandate, scanner: Scanner) -> None:
    attachment = add(mandate)
    (reminder,) = DBTaskResult.objects.ready().filter(task_path=scanning.scan.module_path)
    assert reminder.args_kwargs == {"args": [attachment.pk], "kwargs": {}}


def test_a_local_socket(tmp_path: Path) -> None:
    place = tmp_path / "clamd.ctl"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        server.listen(1)

        def answer() -> None:
            connection, _address = server.accept()
            with connection, connection.makefile("rb") as said:
                said.read(len(b"zINSTREAM\0") + 4 + 5 + 4)
                connection.sendall(b"stream: OK\0")

        thread = threading.Thread(target=answer)
        thread.start()
        assert clamd.scan(io.BytesIO(b"hello"), f"unix://{place}") == ""
        thread.join(timeout=10)
    with pytest.raises(OSError, match="No such file"):
        clamd.scan(io.BytesIO(b"hello"), f"unix://{tmp_path / 'none'}")


def test_addresses() -> None:
    assert clamd.address("tcp://scanner.example:1234") == ("scanner.example", 1234)
    assert clamd.address("tcp://[::1]") == ("::1", 3310)
    assert clamd.address("unix:///run/clamav/clamd.ctl") == "/run/clamav/clamd.ctl"


@pytest.mark.parametrize(
    "url", ["scanner:3310", "tcp://", "tcp://h:x", "unix://run/clamd.ctl", "http://h", "/run/clamd"]
)
def test_an_address_that_leads_nowhere_is_told_when_the_site_starts(url: str, settings) -> None:
    settings.CLAMD_URL = url
    assert [error.id for error in scanner_has_an_address()] == ["enquiries.E002"]
