"""Requests no browser would make of the form: refused with the right 4xx, never a fault, never a mandate."""

from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client
from django.test.client import MULTIPART_CONTENT, encode_multipart

from enquiries.models import Mandate
from tests.enquiries.submission import ADDRESS, URLENCODED, send, shown, typed

MEGABYTE = "x" * 1024 * 1024
BOUNDARY = "multipart/form-data; boundary=b"

pytestmark = pytest.mark.usefixtures("brand")


@pytest.fixture(autouse=True)
def _no_mandate(brand):
    yield
    assert not Mandate.objects.exists()


def raw(body: bytes, content_type: str) -> HttpResponse:
    """Send these bytes."""
    return Client().generic("POST", ADDRESS, body, content_type)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_refused(method: str) -> None:
    response = getattr(Client(), method)(ADDRESS)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"


def test_head_is_a_get_without_a_body() -> None:
    response = Client().head(ADDRESS)
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize(
    "name", ["need", "role", "email", "telephone", "specialism", "timing", "ctx", "key", "unknown"]
)
def test_a_body_of_a_megabyte_is_refused(name: str) -> None:
    form = typed(**{name: MEGABYTE})
    assert send(form).status_code == 400
    assert Client().post(ADDRESS, form).status_code == 400


def test_a_megabyte_of_file_is_refused() -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
        + MEGABYTE.encode()
        + b"\r\n--b--\r\n"
    )
    assert raw(body, BOUNDARY).status_code == 400


@pytest.mark.parametrize("name", ["need", "role", "name", "company", "email", "telephone", "specialism", "timing"])
def test_a_field_of_half_a_megabyte_is_an_answer_to_look_at_again(name: str) -> None:
    assert send(typed(**{name: "x" * 450_000})).status_code == 422


def test_a_body_of_another_length_than_announced_is_no_fault() -> None:
    body = urlencode(typed()).encode()
    response = Client().generic("POST", ADDRESS, body, URLENCODED, CONTENT_LENGTH="40")
    assert response.status_code == 422


def test_no_body_at_all() -> None:
    assert raw(b"", "").status_code == 422


@pytest.mark.parametrize("count", [5_000, 20_000])
@pytest.mark.parametrize("content_type", [URLENCODED, MULTIPART_CONTENT])
def test_thousands_of_fields(count: int, content_type: str) -> None:
    fields = {f"f{number}": "x" for number in range(count)} | {"role": "Engineer"}
    if content_type == URLENCODED:
        response = raw(urlencode(fields).encode(), URLENCODED)
    else:
        response = Client().post(ADDRESS, fields)
    assert response.status_code in {400, 422}


def test_a_field_given_many_times_counts_once() -> None:
    answers = urlencode([*typed(email="nobody").items(), *[("role", "Engineer")] * 1000])
    assert raw(answers.encode(), URLENCODED).status_code == 422


def broken_multipart() -> dict[str, tuple[bytes, str]]:
    """Bodies that do not keep to the format, with their content types."""
    part = b'--b\r\nContent-Disposition: form-data; name="role"\r\n\r\nEngineer\r\n'
    sound = encode_multipart("b", typed(email="nobody"))
    return {
        "no boundary": (sound, "multipart/form-data"),
        "empty boundary": (sound, "multipart/form-data; boundary="),
        "another boundary": (sound, "multipart/form-data; boundary=c"),
        "boundary not ASCII": (sound, "multipart/form-data; boundary=é"),
        "boundary too long": (sound, f"multipart/form-data; boundary={'b' * 300}"),
        "cut off": (part[:-9], BOUNDARY),
        "no end": (part, BOUNDARY),
        "no headers": (b"--b\r\n\r\nEngineer\r\n--b--\r\n", BOUNDARY),
        "endless headers": (b"--b\r\n" + b"X-Header: y\r\n" * 5000 + b"\r\nEngineer\r\n--b--\r\n", BOUNDARY),
        "name missing": (b"--b\r\nContent-Disposition: form-data\r\n\r\nEngineer\r\n--b--\r\n", BOUNDARY),
        "name not UTF-8": (b'--b\r\nContent-Disposition: form-data; name="\xff"\r\n\r\nx\r\n--b--\r\n', BOUNDARY),
        "value not UTF-8": (
            b'--b\r\nContent-Disposition: form-data; name="role"\r\n\r\n\xff\xfe\r\n--b--\r\n',
            BOUNDARY,
        ),
        "bad base64": (
            b'--b\r\nContent-Disposition: form-data; name="role"\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@\r\n--b--\r\n',
            BOUNDARY,
        ),
        "nested": (
            b"--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n--b--\r\n",
            BOUNDARY,
        ),
        "a file named as an answer": (
            b'--b\r\nContent-Disposition: form-data; name="role"; filename="../../x"\r\n\r\nx\r\n--b--\r\n',
            BOUNDARY,
        ),
        "not multipart": (b'{"role": "Engineer"}', "application/json"),
        "nonsense type": (b"role=Engineer", "/;;=,"),
    }


@pytest.mark.parametrize("kind", broken_multipart())
def test_a_body_that_does_not_keep_to_its_format(kind: str) -> None:
    body, content_type = broken_multipart()[kind]
    assert raw(body, content_type).status_code in {400, 422}


CHARSETS = ["utf-7", "utf-16", "latin-1", "unicode_escape", "idna", "punycode", "hex", "zip", "rot13", "none"]


@pytest.mark.parametrize("charset", CHARSETS)
def test_the_form_is_read_as_utf_8_whatever_the_request_says(charset: str) -> None:
    sent = {
        f"{URLENCODED}; charset={charset}": urlencode({"role": "é"}).encode(),
        f"{BOUNDARY}; charset={charset}": encode_multipart("b", {"role": "é"}),
    }
    for content_type, body in sent.items():
        response = raw(body, content_type)
        assert response.status_code == 422
        assert shown(response).values["role"] == "é"
        assert Client().generic("GET", ADDRESS, body, content_type).status_code == 200


@pytest.mark.parametrize(
    "body", [b"role=%zz&name=%", b"role=%ff%fe", b"\xff\xfe\x00", b"&&&===", b"=%00", b"role=%ed%a0%80"]
)
def test_percent_signs_that_encode_nothing(body: bytes) -> None:
    assert raw(body, URLENCODED).status_code == 422


@pytest.mark.parametrize(
    "query", ["?ctx=%zz", "?ctx=%ff", "?ctx=%00", "?%00", "?ctx=a&ctx=b", "?" + "a" * 5000, "?ctx=%ed%a0%80"]
)
def test_addresses_that_encode_nothing(query: str) -> None:
    assert Client().get(ADDRESS + query).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver:x", "a b", "", "[::", "testserver@evil.example"]
)
def test_another_host_is_refused(host: str) -> None:
    client = Client(headers={"host": host})
    for response in (client.get(ADDRESS), client.post(ADDRESS, typed())):
        assert response.status_code == 400
        assert "evil.example" not in response.content.decode()


def test_a_forwarded_host_changes_nothing() -> None:
    page = Client(headers={"x-forwarded-host": "evil.example"}).get(ADDRESS).content.decode()
    assert "evil.example" not in page
