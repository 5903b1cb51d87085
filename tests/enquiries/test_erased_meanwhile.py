"""A mandate that is erased while something happens in its room: whatever the view trips over, it is no fault."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, IntegrityError
from django.test import Client

from agency.models import BrandSettings
from enquiries.models import Mandate
from enquiries.models.link import LinkPurpose
from tests import factories
from tests.enquiries.rooms import ROUTES, room_of, token_of

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]

FORM = {"which": "all", "purpose": "answer", "sure": "on", "reason": "None", "by": "mail"}
FAILED = {
    "withdraw": "post",
    "consent": "post",
    "close": "post",
    "copy_json": "get",
    "brief": "get",
    "brief_check": "post",
}
"""What ended in a fault once, by the name of its address."""


def ask(name: str, method: str, address: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The status of a request whose mandate is gone when its view begins."""
    mandate = factories.mandate()
    purpose = address.split("/", maxsplit=1)[0]
    address = address.replace(
        "<str:token>", token_of(mandate, LinkPurpose.MARKETING if purpose == "stop" else purpose)
    )
    address = address.replace("<int:pk>", "1").replace("<int:number>", "1").replace("<slug:slug>", "pay")
    load = BrandSettings.load

    def erases(**whence: object) -> BrandSettings:
        Mandate.objects.filter(pk=mandate.pk).delete()
        return load(**whence)

    with monkeypatch.context() as patched:
        patched.setattr("enquiries.views.access.BrandSettings.load", erases)
        response = getattr(Client(), method)(f"/mandate/{address}", FORM if method == "post" else {})
    assert response.status_code == 405 or not Mandate.objects.filter(pk=mandate.pk).exists()
    if FAILED.get(name) == method:
        assert "This link opens nothing" in response.content.decode(), name
    return response.status_code


def test_nothing_in_a_room_is_a_fault(brand, folder, monkeypatch: pytest.MonkeyPatch) -> None:
    for route in ROUTES:
        for method in ("get", "post"):
            status = ask(str(route.name), method, str(route.pattern), monkeypatch)
            assert status in {200, 302, 404, 405, 422}, (route.name, method)


@pytest.mark.parametrize("fault", [ObjectDoesNotExist, IntegrityError, DatabaseError])
def test_real_faults_are_not_hidden(brand, fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    room = room_of(factories.mandate())

    def fails(*_arguments: object) -> None:
        raise fault

    monkeypatch.setattr("enquiries.views.room.chronicle", fails)
    with pytest.raises(fault):
        Client().get(room)
