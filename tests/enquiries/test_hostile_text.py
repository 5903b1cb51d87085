"""Text meant to break something: stored as the client saw it, shown as text everywhere, and nowhere near a mail header."""

import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.utils.text import slugify
from hypothesis import given
from hypothesis import strategies as st

from enquiries.fields import visible
from enquiries.forms import new_key
from enquiries.models import Consent, Delivery, Mandate, MandateEvent
from specialisms.models import SpecialismPage
from tests.enquiries.submission import ADDRESS, EXAMPLES, URLENCODED, send, shown, typed, work

LINES = ["role", "name", "company"]

HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "single quotes": "' onmouseover='alert(1)",
    "template": "{{ settings.SECRET_KEY }}{% debug %}{# #}",
    "entities": "&lt;b&gt;&#0;&#x202e;",
    "end of text area": "</textarea><b>",
    "SQL": "'; DROP TABLE enquiries_mandate; --",
    "format": "%s %(reference)s {0} ${x} %n",
    "formula": '=HYPERLINK("https://evil.example")',
    "path": "../../../etc/passwd",
    "emoji": "👩🏽‍💻 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "other scripts": "Zoë Łukasz Müller-Ñandú 王小明 नमस्ते שלום عربي",
    "combining marks": "Z" + "\u0351" * 60,
    "private use": "a\ue000b\U0010fffdc",
    "noncharacters": "a\ufffeb\uffffc\U0001ffffd",
    "joiners": "می\u200cخواهم",
}
INVISIBLE = {
    "NUL": "Ada\0 Lovelace",
    "control characters": "Ada\x01\x02\x08\x1b[31m Lovelace\x7f\x9b",
    "header injection": "Ada Lovelace\r\nBcc: victim@evil.example",
    "header injection by other line ends": "Ada Lovelace\u2028Bcc: victim@evil.example\x85X: y\vZ: z\f",
    "right-to-left override": "Ada \u202eecalevoL\u202c Lovelace",
    "isolates": "\u2066Ada\u2069 \u200fLovelace\u200e \u061c",
    "byte order mark": "\ufeffAda Lovelace",
    "decomposed": "Zoe\u0308 Lovelace",
}
SEEN = {
    "NUL": "Ada Lovelace",
    "control characters": "Ada[31m Lovelace",
    "header injection": "Ada Lovelace Bcc: victim@evil.example",
    "header injection by other line ends": "Ada Lovelace Bcc: victim@evil.example X: y Z: z",
    "right-to-left override": "Ada ecalevoL Lovelace",
    "isolates": "Ada Lovelace",
    "byte order mark": "Ada Lovelace",
    "decomposed": "Zoë Lovelace",
}
NOTHING = [
    "",
    " ",
    "\t\r\n",
    "\0",
    "\u200b\u200d",
    "\u00a0\u3000",
    "\u202e\u202c",
    "\ufeff",
    "\u2060\u00ad",
    "\u3164",
    "\u0301",
]

pytestmark = pytest.mark.usefixtures("brand")


class Markup(HTMLParser):
    """The kinds of elements in a page, each with the names of its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.found.add((tag, *(name for name, _value in attrs if name != "value")))


def markup(response: HttpResponse) -> set[tuple[str, ...]]:
    """What a page is made of, without what it says."""
    return Markup(response.content.decode()).found


def half_saved() -> bool:
    """Whether any mandate lacks what belongs to it, or anything lacks its mandate."""
    count = Mandate.objects.count()
    return (Consent.objects.count(), MandateEvent.objects.count(), Delivery.objects.count()) != (
        2 * count,
        count,
        2 * count,
    )


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_stored_as_it_was_typed(kind: str) -> None:
    text = " ".join(unicodedata.normalize("NFC", HOSTILE[kind]).split())
    assert send(typed(**dict.fromkeys([*LINES, "need"], HOSTILE[kind]))).status_code == 302
    assert {getattr(Mandate.objects.get(), name) for name in (*LINES, "need")} == {text}


@pytest.mark.parametrize("kind", INVISIBLE)
def test_what_nobody_sees_is_left_out(kind: str) -> None:
    send(typed(**dict.fromkeys(LINES, INVISIBLE[kind])))
    assert {getattr(Mandate.objects.get(), name) for name in LINES} == {SEEN[kind]}


@pytest.mark.parametrize("nothing", NOTHING)
def test_an_answer_that_nobody_can_see_is_none(nothing: str) -> None:
    asked = [*LINES, "need", "email"]
    response = send(typed(**dict.fromkeys(asked, nothing)))
    assert response.status_code == 422
    assert {f"id_{name}" for name in asked} <= shown(response).links.keys()


def test_paragraphs_are_kept() -> None:
    send(typed(need="First.\r\n\r\n\r\n\r\n\tSecond.\rThird.\u2028Fourth.\r\n"))
    assert Mandate.objects.get().need == "First.\n\n\tSecond.\nThird.\nFourth."


@pytest.mark.parametrize("kind", HOSTILE | INVISIBLE)
def test_it_comes_back_as_text(kind: str) -> None:
    """The form shown again holds what was typed, in its controls and nowhere else."""
    text = (HOSTILE | INVISIBLE)[kind]
    response = send(typed(role=text, need=text, name=text, company=text, email=text, telephone=text, ctx=text))
    plain = send(typed(email="nobody", telephone="x"))
    assert response.status_code == 422
    assert visible(shown(response).values["need"]).strip() == visible(text).strip()
    assert set(shown(response).controls) == set(shown(plain).controls)
    assert markup(response) == markup(plain)


@pytest.fixture
def hostile_mandates(led: SpecialismPage) -> dict[str, Mandate]:
    """A mandate of each kind, with the text in every answer that is free, and a plain one; they differ in nothing else."""
    for kind, text in ({"plain": "plain"} | HOSTILE | INVISIBLE).items():
        send(
            typed(
                role=text,
                need=text,
                name=text,
                company=text,
                email=f"{slugify(kind)}@b.example",
                specialism=str(led.pk),
            )
        )
    return {mandate.email.partition("@")[0]: mandate for mandate in Mandate.objects.all()}


def test_the_inbox_shows_it_as_text(admin_client: Client, hostile_mandates: dict[str, Mandate]) -> None:
    pages = {kind: admin_client.get(f"/admin/mandates/{mandate.pk}/") for kind, mandate in hostile_mandates.items()}
    expected = markup(pages["plain"])
    assert {kind: markup(page) ^ expected for kind, page in pages.items() if markup(page) != expected} == {}
    listed = admin_client.get("/admin/mandates/")
    Mandate.objects.exclude(role="plain").delete()
    assert markup(listed) == markup(admin_client.get("/admin/mandates/"))


def test_mail_is_untouched_by_it(hostile_mandates: dict[str, Mandate]) -> None:
    work()
    says: dict[str, set[tuple[str, ...]]] = {"acknowledgement": set(), "notification": set()}
    for message in mail.outbox:
        kind = "notification" if message.recipients() == ["ines@example.com"] else "acknowledgement"
        text = re.sub(r"M-\w{4}-\w{4}", "M", f"{message.subject}\n{message.body}")
        text = re.sub(r"/mandate/room/[\w-]{43}/", "/mandate/room/", text)
        says[kind].add((re.sub(r"/mandates/\d+/", "/mandates/", text), *message.message().keys()))
        assert len(message.recipients()) == 1
    assert len(mail.outbox) == 2 * len(hostile_mandates)
    assert [len(each) for each in says.values()] == [1, 1]


ADDRESSES = {
    "header injection": ("a@b.example\r\nBcc: victim@evil.example", None),
    "header injection, encoded": ("a@b.example%0d%0aBcc:victim@evil.example", None),
    "two": ("a@b.example,victim@evil.example", None),
    "two in quotes": ('"a@b.example,victim"@evil.example', '"a@b.example,victim"@evil.example'),
    "with a name": ("Victim <victim@evil.example>", None),
    "markup": ('"<script>"@b.example', '"<script>"@b.example'),
    "NUL": ("a\0@b.example", "a@b.example"),
    "control characters in quotes": ('"a\x01\x08"@b.example', '"a"@b.example'),
    "right-to-left override": ("\u202ea@b.example\u202c", "a@b.example"),
    "blanks around": ("  a@b.example\r\n", "a@b.example"),
    "international": ("a@bücher.example", "a@bücher.example"),
    "not ASCII before the at": ("zoë@b.example", None),
    "line ends in quotes": ('"a\r\nBcc: x"@b.example', None),
    "too long": (f"{'a' * 60}@{'b.' * 120}example", None),
    "10,000 characters": ("a" * 10_000 + "@b.example", None),
}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_only_one_address_gets_one_mail(kind: str) -> None:
    typed_in, stored = ADDRESSES[kind]
    response = send(typed(email=typed_in))
    assert response.status_code == (302 if stored else 422)
    assert [mandate.email for mandate in Mandate.objects.all()] == ([stored] if stored else [])
    work()
    for message in mail.outbox:
        headers = message.message()
        assert not headers["Bcc"]
        assert not headers["Cc"]
        assert len(message.recipients()) == 1


@pytest.mark.parametrize("name", [*LINES, "need", "email", "telephone", "timing", "specialism", "ctx", "key"])
def test_10_000_characters(name: str) -> None:
    assert send(typed(**{name: "x" * 10_000})).status_code == {"ctx": 302, "key": 409}.get(name, 422)
    assert not half_saved()


def test_lone_surrogates() -> None:
    """No UTF-8 holds them, but a request may: as the bytes they would be, or escaped."""
    for encoded in ("%ED%A0%80", "%ED%BF%BF", "&#xD800;", "\\ud800"):
        body = urlencode(typed()) + f"&role=Ada{encoded}&name=Ada{encoded}"
        assert Client().generic("POST", ADDRESS, body.encode(), URLENCODED).status_code == 302
    assert not half_saved()
    assert visible("a\ud800b") == "ab"


def test_bytes_that_are_no_utf_8() -> None:
    body = urlencode(typed()).encode() + b"&role=Ada\xff\xfe&name=%ff%c0%80"
    assert Client().generic("POST", ADDRESS, body, URLENCODED).status_code == 302
    mandate = Mandate.objects.get()
    assert (mandate.role, mandate.name) == ("Ada\xff\xfe", "\ufffd\ufffd\ufffd")


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=150)


@EXAMPLES
@given(role=ANYTHING, need=ANYTHING, name=ANYTHING, company=ANYTHING, email=ANYTHING | st.emails(), telephone=ANYTHING)
def test_whatever_is_typed_is_taken_whole_or_asked_about(db, **answers: str) -> None:
    before = Mandate.objects.count()
    response = send({"key": new_key()} | answers)
    taken = Mandate.objects.count() - before
    assert (response.status_code, taken) in {(302, 1), (422, 0)}
    assert not half_saved()
    if taken:
        mandate = Mandate.objects.first()
        for name in LINES:
            assert getattr(mandate, name) == " ".join(visible(answers[name]).split())
        assert "\n" not in mandate.name + mandate.role + mandate.company + mandate.email


@EXAMPLES
@given(
    prefix=st.sampled_from([b"", b'--b\r\nContent-Disposition: form-data; name="role"\r\n\r\n']),
    body=st.binary(max_size=400),
    content_type=st.sampled_from([URLENCODED, "multipart/form-data; boundary=b", "text/plain"]),
)
def test_any_bytes_at_all_are_no_fault(db, prefix: bytes, body: bytes, content_type: str) -> None:
    response = Client().generic("POST", ADDRESS, prefix + body, content_type)
    assert response.status_code in {400, 422}
    assert not Mandate.objects.exists()


@EXAMPLES
@given(st.text())
def test_visible_text_stays_and_stays_the_same(text: str) -> None:
    seen = visible(text)
    assert visible(seen) == seen
    assert not set(seen) & set("\r\0\x1b\u202e\u2066")
    assert [char for char in unicodedata.normalize("NFC", text) if char.isalnum()] == [
        char for char in seen if char.isalnum()
    ]
