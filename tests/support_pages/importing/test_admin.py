"""“Import a document” in the CMS."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry

from agency.models import AgencyImage, ConsultantPage, User
from specialisms.models import SpecialismPage
from support_pages.importing.limits import FILE_BYTES
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.importing.manuscript import manuscript
from tests.support_pages.importing.writing import as_markdown

LABEL = "Import a document"


@pytest.fixture
def address(specialism: SpecialismPage) -> str:
    return reverse("import_guide", args=[specialism.pk])


@pytest.fixture(autouse=True)
def _leads(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    """The consultant leads the specialism, and so may write there."""
    factories.lead(specialism, consultant)


def upload(name: str = "guide.md", data: bytes = b"# A guide\n\nText.\n", kind: str = "") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, data), "kind": kind}


def test_consultant_imports_a_document(consultant_client: Client, consultant_user: User, address: str) -> None:
    assert LABEL in consultant_client.get(address).content.decode()
    response = consultant_client.post(address, upload(data=as_markdown(manuscript()).encode()), follow=True)
    page = SupportPage.objects.get()
    assert response.redirect_chain == [(reverse("guide_imported", args=[page.pk]), 302)]
    text = response.content.decode()
    assert "words in the file" in text
    assert "without a caption" in text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text
    assert (page.live, page.has_unpublished_changes, page.owner) == (False, True, consultant_user)
    assert page.latest_revision.user == consultant_user
    assert AgencyImage.objects.get().uploaded_by_user == consultant_user
    assert consultant_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_history_says_who_imported_what(consultant_client: Client, consultant_user: User, address: str) -> None:
    consultant_client.post(address, upload(kind=Kind.MARKET_MAP))
    page = SupportPage.objects.get()
    entries = PageLogEntry.objects.filter(page=page.pk)
    assert {entry.action for entry in entries} >= {"wagtail.create", "support_pages.import"}
    entry = entries.get(action="support_pages.import")
    assert entry.user == consultant_user
    assert entry.data["file"] == "guide.md"
    assert "guide.md" in entry.message
    history = consultant_client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "Imported from guide.md" in history.content.decode()
    assert entry.data["warnings"] == []
    consultant_client.post(address, upload(data=b"# Another\n\n---\n\nText.\n"))
    history = consultant_client.get(reverse("wagtailadmin_pages:history", args=[SupportPage.objects.last().pk]))
    assert "A dividing line was left out." in history.content.decode()


@pytest.mark.parametrize(
    ("upload_name", "data", "words"),
    [
        ("a.docx", b"%PDF-1.4 x", "it is a PDF"),
        ("a.txt", b"", "The file is empty."),
        ("a.exe", b"MZ", "Only Word"),
        ("a.txt", b"x" * (FILE_BYTES + 1), "20 MB"),
    ],
)
def test_refusal_stands_beside_the_file(
    consultant_client: Client, address: str, upload_name: str, data: bytes, words: str
) -> None:
    response = consultant_client.post(address, upload(upload_name, data))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not SupportPage.objects.exists()


def test_file_is_asked_for(consultant_client: Client, address: str) -> None:
    assert consultant_client.post(address, {"kind": ""}).status_code == 422


def test_report_shows_markup_of_the_file_as_text(consultant_client: Client, address: str) -> None:
    data = b"# T\n\n> <b>&lt;script&gt;alert(1)&lt;/script&gt;</b> said nobody.\n"
    response = consultant_client.post(address, upload(data=data), follow=True)
    assert "<script>alert(1)" not in response.content.decode()
    assert "&lt;script&gt;alert(1)" in response.content.decode()


@pytest.fixture
def outsider(specialism: SpecialismPage, directory) -> Client:
    """Somebody who may add pages, but under another specialism."""
    other = factories.SpecialismPageFactory(parent=directory, title="Law", slug="law")
    user = factories.user("outsider")
    group = factories.Group.objects.create(name="Lawyers")
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=other, permission=permission)
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def test_only_where_pages_may_be_added(outsider: Client, address: str) -> None:
    for response in (outsider.get(address), outsider.post(address, upload())):
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
    assert not SupportPage.objects.exists()
    law = SpecialismPage.objects.get(slug="law")
    assert outsider.post(reverse("import_guide", args=[law.pk]), upload()).status_code == 302
    assert SupportPage.objects.get().get_parent().pk == law.pk


def test_pictures_need_the_right_to_add_some(outsider: Client) -> None:
    law = SpecialismPage.objects.get(slug="law")
    data = as_markdown(manuscript()).encode()
    response = outsider.post(reverse("import_guide", args=[law.pk]), upload(data=data), follow=True)
    assert not AgencyImage.objects.exists()
    assert "may not add any to the library" in response.content.decode()
    assert "A desk with two screens" in str(SupportPage.objects.get().body)


def test_report_is_for_those_who_may_edit(outsider: Client, consultant_client: Client, address: str) -> None:
    consultant_client.post(address, upload())
    report = reverse("guide_imported", args=[SupportPage.objects.get().pk])
    assert consultant_client.get(report).status_code == 200
    assert outsider.get(report).status_code == 302
    assert Client().get(report).status_code == 302


def test_nobody_imports_without_an_account(address: str) -> None:
    response = Client().post(address, upload())
    assert response.status_code == 302
    assert "login" in response.url
    assert not SupportPage.objects.exists()


def test_only_specialisms_take_guides(consultant_client: Client, home) -> None:
    assert consultant_client.get(reverse("import_guide", args=[home.pk])).status_code == 404


def test_button_stands_on_specialisms_for_those_who_may(
    consultant_client: Client, outsider: Client, specialism: SpecialismPage, directory, consultant, address: str
) -> None:
    factories.lead(
        factories.SpecialismPageFactory(parent=directory), consultant
    )  # so that the list above is theirs too
    explorer = reverse("wagtailadmin_explore", args=[specialism.pk])
    assert address in consultant_client.get(explorer).content.decode()
    listing = reverse("wagtailadmin_explore", args=[directory.pk])
    assert address in consultant_client.get(listing).content.decode()
    assert address in consultant_client.get(reverse("wagtailadmin_pages:edit", args=[specialism.pk])).content.decode()
    assert address not in outsider.get(listing).content.decode()
    elsewhere = reverse("wagtailadmin_explore", args=[directory.get_parent().pk])
    administrator = Client()
    administrator.force_login(factories.user("root", is_superuser=True))
    assert "guides/import/" not in administrator.get(elsewhere).content.decode()


def test_report_of_a_page_that_was_not_imported_is_not_there(consultant_client: Client, guide: SupportPage) -> None:
    assert consultant_client.get(reverse("guide_imported", args=[guide.pk])).status_code == 404
