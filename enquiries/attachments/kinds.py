"""What a file is: by what is in it, never by its name or by what the browser says."""

import re

from enquiries.attachments import archive, eicar, plain_text, refusal
from enquiries.attachments.refusal import RefusedError
from enquiries.models.attachment import Kind
from support_pages.importing.detect import MAGIC, OLE

WHITE = b"\0\t\n\f\r "
NAMED = {
    "picture": refusal.PICTURE,
    "archive": refusal.ARCHIVE,
    "program": refusal.PROGRAM,
    "rtf": refusal.RTF,
}
PDF = re.compile(rb"%PDF-[12]\.\d")
PDF_MARK = b"%PDF-"
PAGE = re.compile(rb"<(?:!doctype|html|head|body|script|iframe|svg|\?php)[\s>/]", re.I)
HEAD = 1024
"""Bytes within which readers look for what a file is: PDF's own do so up to here, browsers too."""
ELSEWHERE = {257: b"ustar", 128: b"DICM", 32769: b"CD001"}
"""Formats known by what stands at a distance from the beginning: tar, DICOM, the image of a disc."""
ANYWHERE = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
"""Archives that unpackers find behind anything."""


def kind_of(data: bytes) -> Kind:
    """The kind of a file with this content; raises ``RefusedError`` if it is none of ours, or two things at once."""
    if not data.strip(WHITE):
        raise RefusedError(refusal.EMPTY)
    if eicar.SIGNATURE in data:
        raise RefusedError(refusal.TEST_VIRUS)
    if data.startswith(archive.BEGIN):
        kind = archive.kind_of(data)
    elif data.startswith(b"%PDF"):
        _check_pdf(data)
        kind = Kind.PDF
    else:
        _refuse_by_beginning(data)
        plain_text.check(data)
        if PDF_MARK in data[:HEAD]:  # readers open it as a PDF, whatever stands before
            raise RefusedError(refusal.TWO_THINGS)
        kind = Kind.TXT
    if kind != Kind.TXT:  # a text has none of the others: they hold what no text holds, or are looked for in it
        _refuse_second_nature(data, kind)
    return kind


def _check_pdf(data: bytes) -> None:
    """It begins and ends as a PDF does, and has a catalogue of pages."""
    end = data.rstrip(WHITE)[-HEAD:]
    if not (PDF.match(data) and end.endswith(b"%%EOF") and b"startxref" in end):
        raise RefusedError(refusal.DAMAGED)
    if b"/Root" not in data or b" obj" not in data:
        raise RefusedError(refusal.DAMAGED)


def _refuse_by_beginning(data: bytes) -> None:
    """Formats that say at their beginning what they are; two letters may also begin a text."""
    if data.startswith(OLE):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise RefusedError(refusal.ENCRYPTED if is_encrypted else refusal.OLD_OFFICE)
    if data.startswith(b"PK"):
        if plain_text.is_binary(data):
            raise RefusedError(refusal.ARCHIVE)
        return
    for magic, name in MAGIC.items():
        if data.startswith(magic) and name in NAMED and (name == "rtf" or plain_text.is_binary(data)):
            raise RefusedError(NAMED[name])


def _refuse_second_nature(data: bytes, kind: Kind) -> None:
    """What is validly two things would be taken for one here and for the other elsewhere."""
    head = data[:HEAD]
    is_second = (
        PAGE.search(head) is not None
        or (kind != Kind.PDF and PDF_MARK in head)
        or (kind == Kind.PDF and archive.ends_as_archive(data))
        or any(data.startswith(magic, place) for place, magic in ELSEWHERE.items())
        or any(magic in data for magic in ANYWHERE)
    )
    if is_second:
        raise RefusedError(refusal.TWO_THINGS)
