"""Thousands of files nobody would send in good faith: never a fault, never taken for what they are not, never half stored."""

import hashlib
import io
import random
import zlib
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from enquiries.attachments import plain_text
from enquiries.attachments.kinds import kind_of
from enquiries.attachments.refusal import RefusedError
from enquiries.models import Mandate
from enquiries.models.attachment import Kind
from tests import factories
from tests.enquiries import files
from tests.enquiries.calls import room_of
from tests.enquiries.files import docx, odt, pdf, txt, upload
from tests.enquiries.submission import EXAMPLES

SAMPLES = [pdf(), docx(), odt(), txt(), files.SVG, files.HTML, files.EXE, files.nested(1), files.eicar(), files.PNG]
DOCUMENTS = [SAMPLES[1], SAMPLES[2], SAMPLES[7]]
BEGINNINGS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\3\4",
    b"PK\5\6",
    files.OLE,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<",
    b"{\\rtf1",
    b"MZ",
]


def judged(content: bytes) -> Kind | None:
    """What it is taken for; anything but a refusal is a fault of ours."""
    try:
        return kind_of(content)
    except RefusedError:
        return None


def check(content: bytes) -> None:
    """What is taken is what it is said to be, by the account of other readers."""
    kind = judged(content)
    if kind == Kind.TXT:
        text = plain_text.decode(content)
        assert "\0" not in text
        assert "<script" not in text.lower()
        assert not content.startswith((b"%PDF", b"\x7fELF", b"\x89PNG"))
    elif kind == Kind.PDF:
        assert content.startswith(b"%PDF-")
        with pytest.raises(BadZipFile):
            ZipFile(io.BytesIO(content))
    elif kind is not None:
        with ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
        assert ("word/" in "".join(names)) == (kind == Kind.DOCX)
        assert ("mimetype" in names) == (kind == Kind.ODT)


@EXAMPLES
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=600))
def test_any_bytes(begin: bytes, rest: bytes) -> None:
    check(begin + rest)


@EXAMPLES
@given(
    st.sampled_from(BEGINNINGS),
    st.text(max_size=400),
    st.sampled_from(["utf-8", "utf-16", "utf-7", "cp1251", "utf-32"]),
)
def test_any_text(begin: bytes, text: str, encoding: str) -> None:
    check(begin + text.encode(encoding, "replace"))


def mutated(chance: random.Random) -> bytes:
    """A real file, or two of them, with pieces changed, cut out, doubled or put into one another."""
    content = bytearray(chance.choice(SAMPLES))
    for _change in range(chance.randint(1, 6)):
        place = chance.randrange(len(content) + 1)
        end = place + chance.choice([1, 2, 4, 22, 200])
        action = chance.randrange(5)
        if action == 0:
            content[place:end] = chance.randbytes(min(end, len(content)) - place)
        elif action == 1:
            del content[place:end]
        elif action == 2:
            content[place:place] = content[place:end]
        elif action == 3:
            content[place:place] = chance.choice(BEGINNINGS)
        else:
            content[len(content) if chance.random() < 0.5 else place :] = chance.choice(SAMPLES)
    return bytes(content)


def directory_changed(chance: random.Random) -> bytes:
    """A document with bytes changed where an archive says what is in it."""
    content = bytearray(chance.choice(DOCUMENTS))
    begin = content.index(b"PK\1\2")
    for _change in range(chance.randint(1, 8)):
        content[chance.randrange(begin, len(content))] = chance.choice([0, 1, 0xFF, chance.randrange(256)])
    return bytes(content)


@pytest.mark.parametrize("seed", range(2))
def test_thousands_of_changed_files(seed: int) -> None:
    chance = random.Random(seed)
    for _number in range(1500):
        check(mutated(chance))
        check(directory_changed(chance))


@pytest.mark.usefixtures("brand")
def test_hundreds_of_hostile_uploads_are_answered_and_what_is_acknowledged_is_stored_whole(folder: Path) -> None:
    chance = random.Random(5)
    for number in range(80):
        mandate = factories.mandate()
        name = "".join(chance.choices('ab./\\:\0\r\n"%<>é\u202e .pdf.exe;=', k=chance.randint(1, 40)))
        sent = [mutated(chance) if chance.random() < 0.8 else chance.choice(SAMPLES) for _file in range(5)]
        data = {"attachments": [upload("x", content) for content in sent], "whole": "1"}
        for file in data["attachments"]:
            file._name = name.replace("\0", "") or "x"
        response = Client().post(f"{room_of(mandate)}files/", data)
        if (
            response.status_code == HTTPStatus.BAD_REQUEST
        ):  # for names with which the request is none, as no browser sends
            assert set(name) & set("\r\n\\/")
            assert not mandate.attachments.exists()
        else:
            assert response.status_code in {HTTPStatus.FOUND, HTTPStatus.UNPROCESSABLE_ENTITY}, number
            check_stored(mandate, sent, folder)
        Mandate.objects.all().delete()


def check_stored(mandate: Mandate, sent: list[bytes], folder: Path) -> None:
    """Every row names a file that is whole, one of those that were sent, and good by itself."""
    for attachment in mandate.attachments.all():
        content = (folder / attachment.stored.name).read_bytes()
        assert content in sent
        assert hashlib.sha256(content).hexdigest() == attachment.sha256
        assert (len(content), kind_of(content)) == (attachment.size, attachment.kind)
    taken = {content for content in sent if judged(content)}
    assert mandate.attachments.count() == len(taken)


def test_zeros_that_unpack_to_a_lot_are_no_text() -> None:
    with suppress(RefusedError):
        assert kind_of(zlib.compress(bytes(10_000_000))) is None
