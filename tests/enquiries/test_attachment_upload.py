"""Files over a form: each answered on its own, whatever else comes with it; what is cut off leaves nothing."""

import errno
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from tempfile import SpooledTemporaryFile

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from enquiries.attachments import limits, refusal
from enquiries.attachments.forms import INTERRUPTED, TOO_LARGE
from enquiries.models import Attachment, Mandate, StoredFile
from tests import factories
from tests.enquiries import files
from tests.enquiries.calls import room_of
from tests.enquiries.files import docx, odt, pdf, txt, upload

TAKEN, LOOK_AGAIN = HTTPStatus.FOUND, HTTPStatus.UNPROCESSABLE_ENTITY

pytestmark = pytest.mark.usefixtures("brand")

Files = Sequence[tuple[str, bytes]]


def unread(address: str, size: int) -> HttpResponse:
    """Announce a form of so many bytes, none of which may be read."""

    class Body:
        def read(self, *_size: int) -> bytes:
            raise AssertionError("read")

        readline = close = read

    announced = {"CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": str(size), "wsgi.input": Body()}
    return Client().generic("POST", address, **announced)


@pytest.fixture
def mandate(folder: Path) -> Mandate:
    """The mandate that files are for."""
    return factories.mandate()


def body(sent: Files, whole: bool = True) -> bytes:
    """What a browser sends."""
    data = {"attachments": [upload(name, content) for name, content in sent]}
    return encode_multipart(BOUNDARY, data | ({"whole": "True"} if whole else {}))


def send(*sent: tuple[str, bytes]) -> HttpResponse:
    """Send these files by the form."""
    return raw(body(sent))


def address() -> str:
    """Where the client of the one mandate adds files."""
    return f"{room_of(Mandate.objects.get())}files/"


def raw(content: bytes) -> HttpResponse:
    """Send these bytes as the form's."""
    return Client().generic("POST", address(), content, MULTIPART_CONTENT)


def said(response: HttpResponse) -> str:
    """What stands beside the field."""
    assert response.status_code == LOOK_AGAIN
    error = BeautifulSoup(response.content, "html.parser").find(id="id_attachments_error")
    return error.get_text() if error else ""


def kept(mandate: Mandate) -> list[tuple[str, str]]:
    """The names and kinds of what is kept."""
    return list(mandate.attachments.values_list("name", "kind"))


HOSTILE = {
    "polyglot": ("brief.pdf", pdf(files.zipped({"a": b"x"})), refusal.TWO_THINGS),
    "zip bomb": ("brief.docx", files.bomb(), refusal.BOMB),
    "EICAR": ("eicar.txt", files.eicar(), refusal.TEST_VIRUS),
    "SVG": ("logo.svg", files.SVG, refusal.DRAWING),
    "SVG as TXT": ("logo.txt", files.SVG, refusal.DRAWING),
    "HTML as PDF": ("brief.pdf", files.HTML, refusal.WEB_PAGE),
    "program as DOCX": ("brief.docx", files.EXE, refusal.PROGRAM),
    "nothing": ("brief.pdf", b"", refusal.EMPTY),
    "macros": ("brief.docx", files.macros(), refusal.MACROS),
    "too large": ("brief.txt", b"x" * (limits.FILE_BYTES + 1), refusal.TOO_LARGE),
    "markup in its name": ("<img src=x onerror=alert(1)>.pdf", b"", refusal.EMPTY),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_answered_beside_the_field_and_costs_the_others_nothing(
    case: str, mandate: Mandate, folder: Path
) -> None:
    name, content, reason = HOSTILE[case]
    answer = said(send(("role.pdf", pdf()), (name, content), ("notes.txt", txt())))
    assert answer.endswith(f": {reason}")
    assert answer.startswith(name.strip("<>")[:3])
    assert kept(mandate) == [("role.pdf", "pdf"), ("notes.txt", "txt")]
    assert files.contents(folder) == sorted([pdf(), txt()])


def test_names_do_not_decide(mandate: Mandate) -> None:
    long = "x" * 200
    response = send((f"{long}.pdf", pdf()), ("invoice.pdf.exe", docx()), ("a.txt.pdf.odt", txt()), ("b.pdf", odt()))
    assert response.status_code == TAKEN
    assert kept(mandate) == [("x" * 116 + ".pdf", "pdf"), ("invoice.docx", "docx"), ("a.txt", "txt"), ("b.odt", "odt")]


def test_the_form_says_what_it_takes_and_sends_files(mandate: Mandate) -> None:
    soup = BeautifulSoup(send().content, "html.parser").main
    assert soup.form["enctype"] == "multipart/form-data"
    assert soup.form["action"] == address()
    control = soup.find(id="id_attachments")
    assert control["type"] == "file"
    assert control.has_attr("multiple")
    described = " ".join(soup.find(id=id_).get_text() for id_ in control["aria-describedby"].split())
    assert "PDF, Word (DOCX), ODT or plain text" in described
    assert "Choose a file" in described
    assert list(soup.form.find_all("input"))[-1]["name"] == "whole"


def test_markup_in_a_name_is_shown_as_text(mandate: Mandate) -> None:
    page = send(("a&b';--.svg", files.SVG)).content.decode()
    assert "a&amp;b&#x27;;--.svg" in page


def test_a_file_of_exactly_ten_megabytes_is_kept_whole(mandate: Mandate, folder: Path) -> None:
    content = b"All work. " * (limits.MEGABYTE)
    assert len(content) == limits.FILE_BYTES
    assert send(("long.txt", content)).status_code == TAKEN
    assert files.contents(folder) == [content]
    assert Attachment.objects.get().size == limits.FILE_BYTES


def test_of_a_large_file_no_more_than_ten_megabytes_are_kept_while_it_comes(
    mandate: Mandate, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    write = SpooledTemporaryFile.write
    monkeypatch.setattr(
        SpooledTemporaryFile, "write", lambda file, data: (written.append(len(data)), write(file, data))[1]
    )
    assert str(refusal.TOO_LARGE) in said(send(("film.pdf", b"x" * (3 * limits.FILE_BYTES)), ("role.pdf", pdf())))
    assert sum(written) <= limits.FILE_BYTES + len(pdf())
    assert kept(mandate) == [("role.pdf", "pdf")]


def test_a_request_that_is_too_large_is_not_read(mandate: Mandate, folder: Path) -> None:
    response = unread(address(), limits.REQUEST_BYTES + 1)
    assert said(response) == TOO_LARGE
    assert said(raw(body([("role.pdf", pdf())], whole=False))) == INTERRUPTED
    assert files.lying(folder) == []


@pytest.mark.parametrize("page", ["", "brief/role/", "withdraw/", "files/1/remove/", "times/", "erase/"])
def test_a_page_that_asks_for_no_file_reads_none(mandate: Mandate, page: str) -> None:
    address = f"{room_of(mandate)}{page}" if page else reverse("enquiries:link")
    response = unread(address, settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    assert response.status_code == (HTTPStatus.FOUND if "remove" in page else HTTPStatus.BAD_REQUEST)


def test_a_small_file_that_nobody_asked_for_goes_nowhere(mandate: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr("django.core.files.uploadhandler.InMemoryUploadedFile", lambda *args: made.append(args))
    form = {"reason": "The seat is filled.", "film": upload("film.pdf", pdf())}
    assert Client().post(f"{room_of(mandate)}withdraw/", form).status_code == TAKEN
    assert mandate.events.get(kind="withdrawn").detail == "The seat is filled."
    assert made == []


def test_a_sixth_file_has_no_room(mandate: Mandate) -> None:
    several = [(f"{number}.txt", f"Text {number}".encode()) for number in range(7)]
    answer = said(send(*several))
    assert answer == f"5.txt: {refusal.NO_ROOM} 6.txt: {refusal.NO_ROOM}"
    assert mandate.attachments.count() == 5
    assert str(refusal.NO_ROOM) in said(send(("8.pdf", pdf())))


def test_hundreds_of_files_are_not_all_looked_at(mandate: Mandate) -> None:
    answer = said(send(*[(f"{number}.svg", files.SVG) for number in range(90)]))
    assert answer.count(str(refusal.DRAWING)) == limits.FILES_AT_ONCE
    assert answer.count(str(refusal.TOO_MANY)) == 90 - limits.FILES_AT_ONCE
    assert send(*[(f"{number}.txt", b"x") for number in range(200)]).status_code == HTTPStatus.BAD_REQUEST
    assert kept(mandate) == []


def test_the_same_content_is_one_file_under_its_first_name(mandate: Mandate, folder: Path) -> None:
    assert send(("role.pdf", pdf()), ("again.pdf", pdf())).status_code == TAKEN
    assert send(("once more.pdf", pdf())).status_code == TAKEN
    assert kept(mandate) == [("role.pdf", "pdf")]
    assert len(files.lying(folder)) == StoredFile.objects.count() == 1


CUT = body([("role.pdf", pdf()), ("notes.txt", txt())])
PLACES = sorted({*range(1, 400, 7), *range(400, len(CUT) - 60, 97), *range(len(CUT) - 60, len(CUT) - 1, 3)})


def test_an_upload_that_is_cut_off_leaves_nothing(mandate: Mandate, folder: Path) -> None:
    end = CUT.index(b'name="whole"')
    for place in PLACES:
        response = raw(CUT[:place])
        assert response.status_code in {LOOK_AGAIN, HTTPStatus.BAD_REQUEST} or place > end
        assert place > end or (files.lying(folder) == [] and not Attachment.objects.exists()), place
    if Attachment.objects.exists():  # the files had arrived whole, only the very end of the form was missing
        assert files.contents(folder) == sorted([pdf(), txt()])


def test_an_upload_that_breaks_while_it_is_read_leaves_nothing(mandate: Mandate, folder: Path) -> None:
    class Broken:
        def __init__(self) -> None:
            self.left = [CUT[:300], CUT[300:900]]

        def read(self, *_size: int) -> bytes:
            if self.left:
                return self.left.pop(0)
            raise ConnectionResetError

        readline = close = read

    client = Client(raise_request_exception=False)
    client.generic("POST", address(), b"", MULTIPART_CONTENT, CONTENT_LENGTH=str(len(CUT)), **{"wsgi.input": Broken()})
    assert files.lying(folder) == []
    assert not StoredFile.objects.exists()


def test_a_full_disk_while_the_file_comes_is_an_answer(mandate: Mandate, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: object, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(SpooledTemporaryFile, "write", full)
    assert said(send(("role.pdf", pdf()))) == f"role.pdf: {refusal.NOT_NOW}"


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "x-unknown"])
def test_transfer_encodings_are_no_way_in(encoding: str, mandate: Mandate) -> None:
    part = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="attachments"; filename="a.pdf"\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n@@@\r\n--{BOUNDARY}\r\n"
        f'Content-Disposition: form-data; name="whole"\r\n\r\nTrue\r\n--{BOUNDARY}--\r\n'
    )
    assert raw(part.encode()).status_code in {TAKEN, LOOK_AGAIN, HTTPStatus.BAD_REQUEST}
