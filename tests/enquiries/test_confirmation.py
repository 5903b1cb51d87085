"""The confirmation: reachable with the token only, and silent about what was submitted."""

import re

import pytest
from django.test import Client

from enquiries.models import Mandate
from enquiries.models.mandate import REFERENCE_ALPHABET, new_reference
from tests.enquiries.submission import fill, send
from tests.support.client import ANSWERS

pytestmark = pytest.mark.usefixtures("brand")


@pytest.fixture
def confirmation(brand) -> str:
    """The address a client is sent to."""
    return send(fill())["Location"]


def test_it_gives_the_reference_and_the_date(confirmation: str) -> None:
    page = Client().get(confirmation).content.decode()
    assert f'<strong class="reference">{Mandate.objects.get().reference}</strong>' in page
    assert "reply in person by" in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert '<meta name="referrer" content="no-referrer">' in page


def test_it_shows_nothing_submitted(confirmation: str) -> None:
    page = Client().get(confirmation).content.decode()
    assert [answer for answer in ANSWERS.values() if answer != "quarter" and answer in page] == []


def spoilt(confirmation: str) -> dict[str, str]:
    """Addresses that are almost right."""
    token = confirmation.split("/")[3]
    almost = {
        "cut off": token[:-1],
        "one letter more": f"{token}A",
        "one letter other": f"{'B' if token[0] == 'A' else 'A'}{token[1:]}",
        "in capitals": token.upper(),
        "empty": "-",
        "too long": "A" * 3000,
        "control characters": "%00%0d%0a",
        "invalid encoding": "%ff%zz",
        "a number": "1",
    }
    return {kind: f"/mandate/room/{each}/received/" for kind, each in almost.items()}


@pytest.mark.parametrize("kind", spoilt("/mandate/room/token/received/"))
def test_another_token_finds_nothing(confirmation: str, kind: str) -> None:
    response = Client().get(spoilt(confirmation)[kind])
    assert response.status_code == 404
    assert Mandate.objects.get().reference not in response.content.decode()


def test_a_mandate_that_was_deleted_has_no_confirmation(confirmation: str) -> None:
    Mandate.objects.all().delete()
    assert Client().get(confirmation).status_code == 404


def test_references_can_be_read_out_and_do_not_count() -> None:
    references = [new_reference() for _mandate in range(200)]
    assert len(set(references)) == 200
    assert all(re.fullmatch(f"M-[{REFERENCE_ALPHABET}]{{4}}-[{REFERENCE_ALPHABET}]{{4}}", each) for each in references)
    assert not set("AEIOU01LS") & set(REFERENCE_ALPHABET)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_only_shows(confirmation: str, method: str) -> None:
    assert getattr(Client(), method)(confirmation).status_code == 405
