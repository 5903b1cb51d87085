"""Who gets a file, and how: to be saved, whatever it may turn out to be."""

from pathlib import Path
from urllib.parse import quote

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse

from agency.models import User
from enquiries.attachments import keeping
from enquiries.attachments.listing import lines
from enquiries.models import Attachment, Mandate
from enquiries.models.attachment import Kind, Scan
from enquiries.models.event import EventKind
from specialisms.models import SpecialismIndexPage, SpecialismPage
from tests import factories
from tests.enquiries.files import docx, odt, pdf, txt, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]

SAMPLES = {Kind.PDF: pdf(), Kind.DOCX: docx(), Kind.ODT: odt(), Kind.TXT: txt()}


@pytest.fixture
def mandate(led: SpecialismPage, folder: Path) -> Mandate:
    """A mandate of the consultant's specialism."""
    return factories.mandate(specialism=led)


def add(mandate: Mandate, name: str = "role.pdf", content: bytes = pdf(), submitted: bool = True) -> Attachment:
    """Add one file, as the room does."""
    (attachment,) = keeping.add_files(mandate, [upload(name, content)], submitted=submitted).kept
    return attachment


def address(attachment: Attachment) -> str:
    """Where a consultant gets it."""
    return reverse("mandates:attachment", args=[attachment.mandate_id, attachment.pk])


@pytest.mark.parametrize("kind", Kind)
def test_it_comes_whole_as_a_download_that_nothing_runs(
    kind: Kind, mandate: Mandate, consultant_client: Client
) -> None:
    attachment = add(mandate, f"brief.{kind}", SAMPLES[kind])
    response = consultant_client.get(address(attachment))
    assert response.status_code == 200
    assert b"".join(response) == SAMPLES[kind]
    assert response["Content-Type"] == kind.media_type
    assert response["Content-Disposition"] == f'attachment; filename="brief.{kind}"'
    assert response["Content-Length"] == str(len(SAMPLES[kind]))
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"private", "no-store"} <= {part.strip() for part in response["Cache-Control"].split(",")}


NAMES = {
    "Müller – Leitung.pdf": f"attachment; filename*=utf-8''{quote('Müller – Leitung.pdf')}",
    "a;b=c, 'd'.pdf": "attachment; filename=\"a;b=c, 'd'.pdf\"",
    "求人.pdf": f"attachment; filename*=utf-8''{quote('求人.pdf')}",
}


@pytest.mark.parametrize("name", NAMES)
def test_its_name_arrives(name: str, mandate: Mandate, consultant_client: Client) -> None:
    assert consultant_client.get(address(add(mandate, name)))["Content-Disposition"] == NAMES[name]


def test_the_history_says_who_took_it(mandate: Mandate, consultant_client: Client, consultant_user: User) -> None:
    attachment = add(mandate)
    consultant_client.head(address(attachment))
    assert not mandate.events.filter(kind=EventKind.FILE_OPENED).exists()
    consultant_client.get(address(attachment))
    event = mandate.events.get(kind=EventKind.FILE_OPENED)
    assert (event.actor, event.detail) == (consultant_user, "role.pdf")


def test_nobody_else_gets_it(
    mandate: Mandate, directory: SpecialismIndexPage, consultant_client: Client, home
) -> None:
    theirs = factories.mandate(specialism=factories.SpecialismPageFactory(parent=directory))
    mine, other = add(mandate), add(theirs)
    assert consultant_client.get(address(other)).status_code == 404
    assert consultant_client.get(reverse("mandates:attachment", args=[mandate.pk, other.pk])).status_code == 404
    assert consultant_client.get(reverse("mandates:attachment", args=[theirs.pk, mine.pk])).status_code == 404
    assert consultant_client.get(reverse("mandates:attachment", args=[mandate.pk, 10**30])).status_code == 404
    assert consultant_client.post(address(mine)).status_code == 405
    assert Client().get(address(mine))["Location"].startswith("/admin/login/")
    editor = Client()
    editor.force_login(factories.user("edith", group="Editors"))
    assert editor.get(address(mine)).status_code == 404


def test_a_draft_is_the_clients_alone(mandate: Mandate, consultant_client: Client) -> None:
    attachment = add(mandate, "draft.pdf", submitted=False)
    assert consultant_client.get(address(attachment)).status_code == 404
    page = reverse("mandates:inspect", args=[mandate.pk])
    assert "draft.pdf" not in consultant_client.get(page).content.decode()
    keeping.submit(mandate)
    assert consultant_client.get(address(attachment)).status_code == 200
    assert "draft.pdf" in consultant_client.get(page).content.decode()


def test_content_that_is_missing_is_not_there(
    mandate: Mandate, consultant_client: Client, folder: Path, caplog
) -> None:
    attachment = add(mandate)
    (folder / attachment.stored.name).unlink()
    assert consultant_client.get(address(attachment)).status_code == 404
    assert f"attachment {attachment.pk}: its content is not in the storage" in caplog.text
    assert attachment.stored.name not in caplog.text
    assert not mandate.events.filter(kind=EventKind.FILE_OPENED).exists()


def test_the_mandates_page_lists_files(mandate: Mandate, consultant_client: Client) -> None:
    attachment = add(mandate, "<b>&.pdf")
    page = consultant_client.get(reverse("mandates:inspect", args=[mandate.pk])).content.decode()
    assert f'href="{address(attachment)}"' in page
    assert ">b &amp;.pdf</a>" in page
    assert "Not checked: no virus scanner" in page
    assert attachment.stored.name not in page


def test_no_address_of_the_site_leads_to_the_file(mandate: Mandate, folder: Path, settings) -> None:
    name = add(mandate).stored.name
    for place in (f"/media/{name}", f"/media/mandates/{name}", f"/media/../mandates/{name}", f"/static/{name}"):
        assert Client().get(place, follow=True).status_code in {400, 404}
    assert not folder.is_relative_to(settings.MEDIA_ROOT)


def drawn(attachments: list[Attachment], may_remove: bool = True) -> str:
    """The client's list."""
    remove = (lambda file: f"/remove/{file.pk}/") if may_remove else None
    made = lines(attachments, lambda file: f"/get/{file.pk}/", remove)
    return Template("{% load attachments %}{% attachment_list lines %}").render(Context({"lines": made}))


def test_the_clients_list(mandate: Mandate) -> None:
    good, waiting, infected = (add(mandate, f"{number}.txt", f"Text {number}".encode()) for number in range(3))
    waiting.scan, infected.scan = Scan.WAITING, Scan.INFECTED
    page = drawn([good, waiting, infected])
    assert f'href="/get/{good.pk}/"' in page
    assert "Not checked" not in page
    assert f"/get/{waiting.pk}/" not in page
    assert "Being checked for viruses" in page
    assert f"/get/{infected.pk}/" not in page
    assert "Deleted: a virus was found" in page
    assert page.count('action="/remove/') == 3
    assert 'aria-label="Remove 0.txt"' in page
    assert "Plain text (TXT), 6\xa0bytes" in page
    assert "/remove/" not in drawn([good], may_remove=False)
    assert drawn([]).strip() == ""
