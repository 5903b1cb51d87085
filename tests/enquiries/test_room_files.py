"""Files in the mandate's room: added, judged one by one, downloaded, removed, and told of."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from enquiries.attachments.handing_in import hand_in, named
from enquiries.brief.snapshot import latest_brief
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


def test_a_second_click_finds_it_gone(room: str) -> None:
    add(room, ("profile.txt", TEXT))
    address = f"{room}files/{Attachment.objects.get().pk}/remove/"
    assert [Client().post(address)["Location"] for _click in range(2)] == [f"{room}files/"] * 2
    assert Mandate.objects.get().events.filter(kind=EventKind.FILE_REMOVED).count() == 1


@pytest.mark.parametrize("page", ["", "files/"])
def test_one_that_is_only_in_the_draft_says_so(room: str, page: str) -> None:
    add(room, ("profile.txt", TEXT))
    assert "Not sent yet" not in Client().get(f"{room}{page}").content.decode()
    factories.attachment(Mandate.objects.get(), name="draft.txt", submitted_at=None)
    shown = BeautifulSoup(Client().get(f"{room}{page}").content, "html.parser")
    (line,) = [line for line in shown.select(".files li") if "Not sent yet" in line.text]
    assert "draft.txt" in line.text
    assert line.find("a", href=f"{room}brief/check/")
    Mandate.objects.update(status=Status.WITHDRAWN)
    assert "check and send" not in Client().get(f"{room}{page}").content.decode()


def test_the_receipt_lists_files_that_were_sent_by_themselves_once_and_for_good(room: str) -> None:
    add(room, ("profile.txt", TEXT))
    add(room, ("again.txt", TEXT))
    assert Delivery.objects.filter(kind=DeliveryKind.CHANGE).count() == 1
    attachment = Attachment.objects.get()
    Client().post(f"{room}files/{attachment.pk}/remove/")
    receipt = BeautifulSoup(Client().get(f"{room}receipt/").content, "html.parser")
    part = receipt.select(".receipt-part")[1].get_text(" ", strip=True)
    for said in ("Files", "Sent on", "profile.txt", attachment.sha256):
        assert said in part
    add(room, ("profile.txt", TEXT))
    assert [each.kind for each in Mandate.objects.get().submissions.all()] == ["request", "files", "files"]


def test_files_change_no_answer(room: str, consultant_client: Client) -> None:
    mandate = Mandate.objects.get()
    add(room, ("profile.txt", TEXT))
    assert latest_brief(mandate) is None
    for page in (Client().get(room), consultant_client.get(f"/admin/mandates/{mandate.pk}/")):
        sent = BeautifulSoup(page.content, "html.parser").find(attrs={"aria-labelledby": "sent-title"})
        assert mandate.need in sent.get_text()
        assert sent.find("details") is None


def test_what_was_stored_before_a_crash_is_told_of_when_it_is_sent_again(room: str) -> None:
    sent = factories.attachment(Mandate.objects.get(), name="profile.txt", submitted_at=timezone.now())
    assert hand_in(sent.mandate).files == named([sent])
    assert hand_in(sent.mandate) is None


def test_those_of_another_mandate_are_not_there(room: str) -> None:
    theirs = factories.attachment(mandate_of(send(typed(email="other@b.example"))))
    assert Client().get(f"{room}files/{theirs.pk}/").status_code == 404
    assert Client().post(f"{room}files/{theirs.pk}/remove/")["Location"] == f"{room}files/"
    assert Client().post(f"{room}files/{2**70}/remove/").status_code == 302
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
