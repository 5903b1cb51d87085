"""What somebody does in the CMS is one transaction: all of it is seen at once, or nothing of it."""

from collections.abc import Callable
from unittest import mock

import pytest
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

from agency.models import AgencyImage
from agency.transactions import one_transaction
from agency.urls import admin
from specialisms.models import Role, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.guards.subjects import routes

pytestmark = pytest.mark.django_db
ASK = RequestFactory()


def stores_and(answer: Callable[[], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A view that stores something before it answers."""

    @one_transaction
    def view(_request: HttpRequest) -> HttpResponse:
        Role.objects.create(name="Stored")
        return answer()

    return view


def raise_404() -> HttpResponse:
    """Not found after all."""
    raise Http404


@pytest.mark.database
@pytest.mark.parametrize(
    ("status", "kept"), [(200, 1), (302, 1), (422, 1), (400, 0), (403, 0), (404, 0), (409, 0), (500, 0)]
)
def test_what_is_refused_changes_nothing(status: int, kept: int) -> None:
    assert stores_and(lambda: HttpResponse(status=status))(ASK.post("/")).status_code == status
    assert Role.objects.count() == kept


@pytest.mark.database
def test_what_breaks_changes_nothing() -> None:
    with pytest.raises(Http404):
        stores_and(raise_404)(ASK.post("/"))
    assert not Role.objects.exists()


def test_reading_takes_no_transaction() -> None:
    """On SQLite it would keep everybody else from writing."""
    seen = []
    view = one_transaction(lambda _request: seen.append(len(connection.savepoint_ids)) or HttpResponse())
    for method in ("get", "head", "options", "post"):
        getattr(ASK, method)("/")
        view(getattr(ASK, method)("/"))
    assert [count - seen[0] for count in seen] == [0, 0, 0, 1]


def test_slow_views_see_to_it_themselves() -> None:
    seen = []

    @transaction.non_atomic_requests
    def slow(_request: HttpRequest) -> HttpResponse:
        seen.append(len(connection.savepoint_ids))
        return HttpResponse()

    outside = len(connection.savepoint_ids)
    one_transaction(slow)(ASK.post("/"))
    assert seen == [outside]


def test_every_address_of_the_admin_is_covered() -> None:
    callbacks = []

    def collect(patterns: list) -> None:
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                collect(pattern.url_patterns)
            else:
                callbacks.append(pattern.callback)

    collect(admin)
    assert len(callbacks) > 150
    for view in callbacks:
        wrappers, inner = [], view
        while inner is not None:
            wrappers.append(getattr(inner, "__code__", None))
            inner = getattr(inner, "__wrapped__", None)
        inside = one_transaction(lambda _request: HttpResponse()).__code__
        assert inside in wrappers, view
    assert any(route.route.startswith("admin/pages/") for route in routes())


@pytest.fixture
def moved(db) -> tuple[Client, SupportPage, SpecialismPage]:
    """A browser of somebody who may do everything, a guide, and another specialism."""
    home = factories.site()
    directory = factories.SpecialismIndexPageFactory(parent=home)
    one = factories.SpecialismPageFactory(parent=directory, slug="one", body=[])
    directory.refresh_from_db()
    two = factories.SpecialismPageFactory(parent=directory, slug="two", body=[])
    guide = factories.SupportPageFactory(parent=one, slug="guide", body=[])
    client = Client(raise_request_exception=False)
    client.force_login(factories.user("root", is_superuser=True))
    return client, guide, two


@pytest.mark.database
def test_a_move_with_its_redirects_history_and_tasks_is_one_commit(
    moved: tuple[Client, SupportPage, SpecialismPage],
) -> None:
    client, guide, two = moved
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[guide.pk, two.pk])
    before = DBTaskResult.objects.count(), PageLogEntry.objects.count()
    with mock.patch("support_pages.departures.screens.messages.info", side_effect=RuntimeError):
        assert client.post(confirm).status_code == 500
    assert Page.objects.get(pk=guide.pk).url == guide.url
    assert not Redirect.objects.exists()
    assert before == (DBTaskResult.objects.count(), PageLogEntry.objects.count())
    assert client.post(confirm).status_code == 302
    assert Redirect.objects.get().redirect_page_id == guide.pk
    assert DBTaskResult.objects.count() > before[0]
    assert Client().get(guide.url).status_code == 301


@pytest.mark.database
def test_uploads_work_inside() -> None:
    client = Client()
    factories.site()
    client.force_login(factories.user("root", is_superuser=True))
    file = factories.get_test_image_file(filename="upload.png")
    sent = {"title": "Upload", "description": "A square", "file": file.file, "collection": 1}
    file.file.seek(0)
    file.file.name = "upload.png"
    assert client.post(reverse("wagtailimages:add"), sent).status_code in {200, 302}
    assert AgencyImage.objects.filter(title="Upload").count() == 1
