"""The files of a brief: added to the draft, sent with it, taken away again."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from enquiries.brief.topics import TOPICS
from enquiries.models import Attachment, Brief, MandateEvent, Submission
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries import files
from tests.enquiries.brief.sitting import Sitting, request_sent

pytestmark = pytest.mark.usefixtures("brand", "folder")


@pytest.fixture
def sitting(led: SpecialismPage) -> Sitting:
    """A client who begins."""
    return Sitting(request_sent(specialism=str(led.pk)))


def add(sitting: Sitting, *added: tuple[str, bytes], **buttons: str) -> HttpResponse:
    """Choose files and save."""
    chosen = [SimpleUploadedFile(name, content) for name, content in added]
    return sitting.client.post(f"{sitting.brief}files/", {"attachments": chosen, "whole": "True"} | buttons)


def names() -> list[str]:
    """The files that are kept."""
    return list(Attachment.objects.values_list("name", flat=True))


def test_files_are_kept_with_the_draft_and_sent_with_it(sitting: Sitting, consultant_client: Client) -> None:
    assert add(sitting, ("Job.pdf", files.pdf()), ("Team.txt", b"Eight people")).status_code == 302
    assert names() == ["Job.pdf", "Team.txt"]
    inbox = f"/admin/mandates/{sitting.mandate.pk}/"
    assert "Job.pdf" not in consultant_client.get(inbox).content.decode()
    assert "Job.pdf" in sitting.read("check/")
    assert f"of {len(TOPICS)} topics answered" in sitting.client.get(sitting.room).content.decode()
    sitting.send()
    submission = Submission.objects.get(number=2)
    kept = [(each.name, each.size, each.sha256) for each in Attachment.objects.submitted()]
    assert [(file["name"], file["size"], file["sha256"]) for file in submission.files] == kept
    assert len(kept) == 2
    assert MandateEvent.objects.get(kind=EventKind.BRIEF).detail == "Files"
    assert "Job.pdf" in consultant_client.get(inbox).content.decode()


def test_the_client_can_have_them_back_and_take_them_away(sitting: Sitting) -> None:
    add(sitting, ("Job.pdf", files.pdf()))
    page = BeautifulSoup(sitting.get("files/").content, "html.parser")
    download = page.find("a", string="Job.pdf")["href"]
    response = sitting.client.get(download)
    assert b"".join(response.streaming_content) == files.pdf()
    assert response["Content-Disposition"].startswith("attachment")
    remove = page.find("button", attrs={"aria-label": "Remove Job.pdf"}).find_parent("form")["action"]
    for _click in range(2):
        assert sitting.client.post(remove)["Location"] == f"{sitting.brief}files/"
    assert names() == []
    assert sitting.client.get(download).status_code == 404
    assert sitting.client.get(remove).status_code == 405
    assert not MandateEvent.objects.filter(kind=EventKind.FILE_REMOVED).exists()


def test_a_file_that_was_sent_and_taken_away_is_gone_at_once(sitting: Sitting) -> None:
    """There is nothing left to send, and what was sent before still names it."""
    add(sitting, ("Job.pdf", files.pdf()))
    sitting.send()
    sitting.client.post(f"{sitting.brief}files/{Attachment.objects.get().pk}/remove/")
    assert names() == []
    assert MandateEvent.objects.get(kind=EventKind.FILE_REMOVED).detail == "Job.pdf"
    assert not sitting.stamp()
    assert [file["name"] for file in Submission.objects.get(number=2).files] == ["Job.pdf"]


def test_a_file_sent_in_the_room_is_no_change_of_the_brief(sitting: Sitting) -> None:
    factories.attachment(sitting.mandate, name="room.txt")
    assert not sitting.stamp()
    add(sitting, ("Job.pdf", files.pdf()))
    assert sitting.stamp()
    sitting.send()
    assert [file["name"] for file in Submission.objects.get(number=2).files] == ["room.txt", "Job.pdf"]


def test_a_draft_taken_away_in_the_room_leaves_no_name_in_the_history(sitting: Sitting) -> None:
    add(sitting, ("Job.pdf", files.pdf()))
    assert sitting.client.post(f"{sitting.room}files/{Attachment.objects.get().pk}/remove/").status_code == 302
    assert names() == []
    assert not MandateEvent.objects.filter(kind=EventKind.FILE_REMOVED).exists()


def test_another_file_with_the_same_name_is_a_change(sitting: Sitting) -> None:
    add(sitting, ("Team.txt", b"Eight people"))
    sitting.send()
    sitting.client.post(f"{sitting.brief}files/{Attachment.objects.get().pk}/remove/")
    add(sitting, ("Team.txt", b"Nine persons"))
    assert sitting.stamp()
    sitting.send()
    assert Submission.objects.count() == 3


def test_files_of_other_mandates_are_not_there(sitting: Sitting) -> None:
    other = Sitting(request_sent(name="Somebody else"))
    add(other, ("Job.pdf", files.pdf()))
    attachment = Attachment.objects.get()
    assert sitting.get(f"files/{attachment.pk}/").status_code == 404
    sitting.client.post(f"{sitting.brief}files/{attachment.pk}/remove/")
    assert names() == ["Job.pdf"]


def test_what_is_not_good_is_named_and_the_rest_is_kept(sitting: Sitting) -> None:
    response = add(sitting, ("Job.pdf", files.pdf()), ("Page.pdf", files.HTML))
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert "Page.pdf" in page.find(id="id_attachments_error").get_text()
    assert page.find("a", string="Job.pdf")
    assert names() == ["Job.pdf"]


def test_a_request_that_was_cut_off_is_said_to_be(sitting: Sitting) -> None:
    response = sitting.client.post(f"{sitting.brief}files/", {})
    assert response.status_code == 422
    assert "did not arrive whole" in response.content.decode()


@pytest.mark.parametrize(
    ("buttons", "leads_to"), [({}, "brief/check/"), ({"skip": "1"}, "brief/check/"), ({"later": "1"}, "?draft=kept")]
)
def test_without_files_the_client_goes_on(sitting: Sitting, buttons: dict[str, str], leads_to: str) -> None:
    assert add(sitting, **buttons)["Location"] == f"{sitting.room}{leads_to}"
    assert Brief.objects.get().seen == ["files"]


def test_files_can_be_saved_on_the_way_out(sitting: Sitting) -> None:
    assert add(sitting, ("Job.pdf", files.pdf()), later="1")["Location"] == f"{sitting.room}?draft=kept"
    assert names() == ["Job.pdf"]


def test_skipping_keeps_no_file(sitting: Sitting) -> None:
    add(sitting, ("Job.pdf", files.pdf()), skip="1")
    assert names() == []


def test_what_is_sent_is_what_was_looked_at(sitting: Sitting) -> None:
    add(sitting, ("Job.pdf", files.pdf()))
    form = {"shown": sitting.stamp()}
    add(sitting, ("Team.txt", b"Eight people"))
    assert sitting.post("check/", form).status_code == 409
    assert not Attachment.objects.submitted().exists()
