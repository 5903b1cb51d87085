"""Files in the mandate's room: added, judged one by one, downloaded, removed, and told of."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from enquiries.models import Attachment, Delivery, Mandate
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening, Status
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.submission import mandate_of, send, token_in, typed

pytestmark = pytest.mark.usefixtures("brand", "folder")

TEXT = b"We need somebody who can lead twelve people.\n"


@pytest.fixture
def room(led: SpecialismPage) -> str:
    """The address of a room."""
    return f"/mandate/room/{token_in(send(typed(specialism=str(led.pk))))}/"


def add(room: str, *files: tuple[str, bytes]) -> HttpResponse:
    """Send files as the form does."""
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return Client().post(f"{room}files/", {"attachments": sent, "whole": "True"})


def test_a_file_is_stored_whole_told_of_and_can_be_had_back(room: str, folder: Path) -> None:
    response = add(room, ("profile.txt", TEXT))
    assert response["Location"] == f"{room}files/"
    attachment = Attachment.objects.get()
    assert attachment.submitted_at
    page = Client().get(f"{room}files/").content.decode()
    assert "profile.txt" in page
    assert "profile.txt" in Client().get(room).content.decode()
    back = Client().get(f"{room}files/{attachment.pk}/")
    assert b"".join(back.streaming_content) == TEXT
    assert back["X-Content-Type-Options"] == "nosniff"
    assert back["Content-Disposition"] == 'attachment; filename="profile.txt"'
    event = Mandate.objects.get().events.get(kind=EventKind.FILES)
    assert (event.actor, event.detail) == (None, "profile.txt")
    assert [mail.recipient for mail in Delivery.objects.filter(kind=DeliveryKind.CHANGE)] == ["ines@example.com"]


def test_the_good_are_kept_and_the_bad_named(room: str) -> None:
    response = add(room, ("profile.txt", TEXT), ("page.pdf", b"<html><script>alert(1)</script>"), ("empty.txt", b""))
    assert response.status_code == 422
    assert [each.name for each in Attachment.objects.all()] == ["profile.txt"]
    page = response.content.decode()
    assert "page.pdf: " in page
    assert "empty.txt: " in page
    assert "<script>alert" not in page


def test_removing_one_deletes_it_and_is_noted(room: str, folder: Path, django_capture_on_commit_callbacks) -> None:
    add(room, ("profile.txt", TEXT))
    attachment = Attachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        assert Client().post(f"{room}files/{attachment.pk}/remove/").status_code == 302
    assert not Attachment.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert Mandate.objects.get().events.get(kind=EventKind.FILE_REMOVED).detail == "profile.txt"


def test_those_of_another_mandate_are_not_there(room: str) -> None:
    theirs = factories.attachment(mandate_of(send(typed(email="other@b.example"))))
    assert Client().get(f"{room}files/{theirs.pk}/").status_code == 404
    assert Client().post(f"{room}files/{theirs.pk}/remove/").status_code == 404
    assert Client().get(f"{room}files/{2**70}/").status_code == 404
    assert Attachment.objects.filter(pk=theirs.pk).exists()


def test_looking_removes_nothing(room: str) -> None:
    add(room, ("profile.txt", TEXT))
    assert Client().get(f"{room}files/{Attachment.objects.get().pk}/remove/").status_code == 405
    assert Attachment.objects.exists()


def test_nothing_is_added_to_a_finished_mandate(room: str) -> None:
    Mandate.objects.update(status=Status.WITHDRAWN)
    response = add(room, ("profile.txt", TEXT))
    assert response.status_code == 422
    assert "This mandate is closed" in response.content.decode()
    assert not Attachment.objects.exists()


def test_the_agency_is_not_told_of_what_is_held(room: str) -> None:
    Mandate.objects.update(screening=Screening.QUARANTINE)
    add(room, ("profile.txt", TEXT))
    assert not Delivery.objects.filter(kind=DeliveryKind.CHANGE).exists()
