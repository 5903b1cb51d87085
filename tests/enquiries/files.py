"""Makes files as clients send them, and as those send them who are no clients."""

import functools
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx as python_docx
from django.core.files.uploadedfile import SimpleUploadedFile

from enquiries.attachments.eicar import SIGNATURE as EICAR

ODT_TYPE = b"application/vnd.oasis.opendocument.text"
MANIFEST = b"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
</manifest:manifest>"""
CONTENT = b"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:p>Head of Data, Lisbon</text:p></office:text></office:body></office:document-content>"""
TEXT = "Head of Data\n\nLisbon or remote – €120,000 to €150,000. Reports to <name@company.example>.\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
SVG = (
    b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
)
HTML = b"<!DOCTYPE html>\n<html><body><script>alert(1)</script></body></html>"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" + b"\0" * 200 + b"PE\0\0"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Parts = dict[str, bytes]


def pdf(body: bytes = b"BT /F1 12 Tf 20 100 Td (Head of Data) Tj ET", before: bytes = b"") -> bytes:
    """A PDF of one page that readers open; ``before`` stands in a comment behind its first line."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = b"%PDF-1.7\n%" + before + b"\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (table, len(made))


def zipped(parts: Parts, method: int = ZIP_DEFLATED) -> bytes:
    """An archive of these parts, in this order; a ``mimetype`` is stored as it is."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else method)
    return packed.getvalue()


@functools.cache
def _word_parts() -> tuple[tuple[str, bytes], ...]:
    document = python_docx.Document()
    document.add_heading("Head of Data", 0)
    document.add_paragraph("Lisbon or remote.")
    made = io.BytesIO()
    document.save(made)
    with ZipFile(made) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def docx(more: Parts | None = None, edit: Callable[[Parts], None] = lambda _parts: None) -> bytes:
    """A Word file as Word would write it, with more parts in it, or with its parts edited."""
    parts = dict(_word_parts()) | (more or {})
    edit(parts)
    return zipped(parts)


def odt(more: Parts | None = None) -> bytes:
    """A text of OpenDocument, with more parts in it."""
    return zipped({"mimetype": ODT_TYPE, "content.xml": CONTENT, "META-INF/manifest.xml": MANIFEST, **(more or {})})


def txt() -> bytes:
    """Plain text with some signs that are not ASCII."""
    return TEXT.encode()


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a form hands it over; the type a browser claims is a lie, since nothing may believe it."""
    return SimpleUploadedFile(name, content, "image/png")


def macros() -> bytes:
    """A Word file with a macro that calls itself a plain one."""
    return docx({"word/vbaProject.bin": OLE + b"Attribute VB_Name"})


def bomb(megabytes: int = 70) -> bytes:
    """A Word file one part of which unpacks to a thousand times its size."""
    return docx({"word/media/image1.bin": bytes(megabytes * 1024 * 1024)})


def crowd(parts: int = 3_000) -> bytes:
    """A Word file of very many parts."""
    return docx({f"word/media/{number}": b"" for number in range(parts)})


def nested(depth: int) -> bytes:
    """Archives inside one another, in a Word file."""
    inner = zipped({"xl/workbook.xml": b"<workbook/>"})
    for _level in range(depth - 1):
        inner = zipped({"inner.zip": inner}, ZIP_STORED)
    return docx({"word/embeddings/Microsoft_Excel_Worksheet.xlsx": inner})


def overlapping() -> bytes:
    """An archive whose directory names the same packed bytes again and again, as bombs without nesting do."""
    parts = bytearray(docx({f"word/media/{number}": b"x" * 50_000 for number in range(30)}))
    with ZipFile(io.BytesIO(parts)) as archive:
        media = [part for part in archive.infolist() if part.filename.startswith("word/media/")]
    for part in media[1:]:
        place = parts.rfind(part.filename.encode()) - 46
        struct.pack_into("<L", parts, place + 42, media[0].header_offset)
    return bytes(parts)


def understated() -> bytes:
    """A bomb whose directory says that its part is small."""
    made = bytearray(bomb(20))
    place = made.rfind(b"word/media/image1.bin") - 46
    struct.pack_into("<L", made, place + 24, 1000)
    return bytes(made)


def locked() -> bytes:
    """An archive whose parts are marked as encrypted."""
    made = bytearray(docx())
    place = made.rfind(b"PK\x01\x02")
    struct.pack_into("<H", made, place + 8, 1)
    return bytes(made)


def endless_directory() -> bytes:
    """An archive that is nearly all directory."""
    entry = (
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, zlib.crc32(b""), 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    )
    directory = entry * 100_000
    begin = b"PK\x03\x04" + b"\0" * 26
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(begin), 0)
    return begin + directory + end


def eicar() -> bytes:
    """The file by which virus scanners are tested."""
    return EICAR


def lying(folder: Path) -> list[str]:
    """What lies in the private folder, by name."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def contents(folder: Path) -> list[bytes]:
    """What lies in the private folder, by content."""
    return sorted((folder / name).read_bytes() for name in lying(folder))
