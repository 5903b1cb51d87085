"""DOCX and ODT: archives whose parts are weighed before they are unpacked, and never unpacked at once."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from enquiries.attachments import eicar, limits, refusal
from enquiries.attachments.refusal import RefusedError
from enquiries.models.attachment import Kind

BEGIN = b"PK\x03\x04"
ENCRYPTED = 0x1
LOCAL_HEADER_BYTES = 30
END = struct.Struct("<4s4H2LH")
"""The last record: signature, four counts, size and place of the directory, length of the comment."""
END_SIGNATURE, LARGE_SIGNATURE, DIRECTORY_SIGNATURE = b"PK\x05\x06", b"PK\x06\x07", b"PK\x01\x02"
LARGE_BYTES = 20
"""Of the record that leads to the directory of an archive beyond 4 GB."""
PIECE = 64 * 1024
PROGRAMS = (b"MZ", b"\x7fELF")

WORD = b"wordprocessingml.document.main+xml"
OFFICE = (b"spreadsheetml", b"presentationml", b"wordprocessingml", b"drawingml")
ODT = b"application/vnd.oasis.opendocument.text"
FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError, struct.error)
"""What reading an archive raises when it is not what its directory says."""


@dataclass
class Allowance:
    """What may still be unpacked, over all archives inside one another."""

    entries: int = limits.ZIP_ENTRIES
    size: int = limits.ZIP_BYTES

    def take(self, parts: list[ZipInfo]) -> None:
        """Use it for these parts, by what the directory says of them; refuses what goes beyond it."""
        self.entries -= len(parts)
        self.size -= sum(part.file_size for part in parts)
        is_dense = any(
            part.file_size > limits.MEGABYTE and part.file_size > part.compress_size * limits.ZIP_RATIO
            for part in parts
        )
        if self.entries < 0 or self.size < 0 or is_dense:
            raise RefusedError(refusal.BOMB)


def kind_of(data: bytes) -> Kind:
    """DOCX or ODT; raises ``RefusedError`` if the archive is neither, both, or not safe to open."""
    try:
        with _opened(data) as archive:
            _weigh(archive, Allowance())
            return _document(archive)
    except FAULTS as error:
        raise RefusedError(refusal.DAMAGED) from error


def ends_as_archive(data: bytes) -> bool:
    """Whether unpackers, which read from the end, would take this for an archive, whatever it begins with."""
    tail = data[-(END.size + 0xFFFF) :]
    place = tail.rfind(END_SIGNATURE)
    while place >= 0:
        record = tail[place : place + END.size]
        if len(record) == END.size:
            directory = len(data) - len(tail) + place - END.unpack(record)[5]
            if directory >= 0 and data.startswith((DIRECTORY_SIGNATURE, END_SIGNATURE), directory):
                return True
        place = tail.rfind(END_SIGNATURE, 0, place)
    return False


def _opened(data: bytes) -> ZipFile:
    """The archive, if its directory ends the file and is short enough to be read."""
    signature, *_counts, entries, size, offset, comment = END.unpack(data[-END.size :])
    if signature != END_SIGNATURE or comment or offset + size + END.size != len(data):
        raise RefusedError(refusal.DAMAGED)
    if data.startswith(LARGE_SIGNATURE, len(data) - END.size - LARGE_BYTES):
        raise RefusedError(refusal.DAMAGED)
    if entries > limits.ZIP_ENTRIES or size > limits.ZIP_DIRECTORY_BYTES:
        raise RefusedError(refusal.BOMB)
    return ZipFile(io.BytesIO(data))


def _weigh(archive: ZipFile, allowance: Allowance, depth: int = 0) -> None:
    """Look through all parts, a piece at a time, after the directory has been found to ask for no more than allowed."""
    parts = archive.infolist()
    allowance.take(parts)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise RefusedError(refusal.ENCRYPTED)
    _check_layout(parts, archive.start_dir)
    for part in parts:
        if _is_macro(part.filename):
            raise RefusedError(refusal.MACROS)
        _look_through(archive, part, allowance, depth)


def _check_layout(parts: list[ZipInfo], directory: int) -> None:
    """Parts lie one behind the other from the first byte on: none twice, none over another, none over the directory."""
    names = {part.filename for part in parts}
    if len(names) < len(parts) or any(_leads_out(part.orig_filename) for part in parts):
        raise RefusedError(refusal.DAMAGED)
    if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
        raise RefusedError(refusal.DAMAGED)
    behind = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < behind or (behind == 0 and part.header_offset):
            raise RefusedError(refusal.DAMAGED)
        behind = part.header_offset + LOCAL_HEADER_BYTES + part.compress_size
    if behind > directory:
        raise RefusedError(refusal.DAMAGED)


def _leads_out(name: str) -> bool:
    return "\0" in name or "\\" in name or name.startswith("/") or ".." in name.split("/")


def _is_macro(name: str) -> bool:
    """Word keeps macros in parts of fixed names, OpenDocument in two folders."""
    name = name.lower()
    is_listed = name.startswith(("basic/", "scripts/")) and not name.endswith("/")
    return is_listed or name.rpartition("/")[2] in {"vbaproject.bin", "vbadata.xml"}


def _look_through(archive: ZipFile, part: ZipInfo, allowance: Allowance, depth: int) -> None:
    """Unpack one part and forget it, unless it is an archive itself: that is weighed in turn."""
    kept: io.BytesIO | None = None
    for number, piece in enumerate(_pieces(archive, part)):
        if number == 0:
            if piece.startswith(PROGRAMS):
                raise RefusedError(refusal.PROGRAM)
            if piece.startswith(BEGIN):
                if depth >= limits.ZIP_DEPTH or part.file_size > limits.FILE_BYTES:
                    raise RefusedError(refusal.BOMB)
                kept = io.BytesIO()
        if kept is not None:
            kept.write(piece)
    if kept is not None:
        with _opened(kept.getvalue()) as nested:
            _weigh(nested, allowance, depth + 1)


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """The content of a part piece by piece; refuses the signature of the test virus wherever it stands."""
    before = b""
    with archive.open(part) as content:
        while piece := content.read(PIECE):
            if eicar.SIGNATURE in before + piece:
                raise RefusedError(refusal.TEST_VIRUS)
            before = piece[-len(eicar.SIGNATURE) :]
            yield piece


def _document(archive: ZipFile) -> Kind:
    """What the parts of a safe archive make."""
    names = set(archive.namelist())
    is_office, is_open = "[Content_Types].xml" in names, "mimetype" in names
    if is_office and is_open:
        raise RefusedError(refusal.TWO_THINGS)
    if is_office:
        return _office(archive, names)
    if is_open:
        return _open_document(archive, names)
    raise RefusedError(refusal.ARCHIVE)


def _office(archive: ZipFile, names: set[str]) -> Kind:
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types:
        raise RefusedError(refusal.MACROS)
    if WORD in types:
        if "_rels/.rels" not in names or not any(name.startswith("word/") for name in names):
            raise RefusedError(refusal.DAMAGED)
        return Kind.DOCX
    raise RefusedError(refusal.OTHER_OFFICE if any(kind in types for kind in OFFICE) else refusal.ARCHIVE)


def _open_document(archive: ZipFile, names: set[str]) -> Kind:
    kind = archive.read("mimetype").strip()
    if kind != ODT:
        is_other = kind.startswith(b"application/vnd.oasis.opendocument")
        raise RefusedError(refusal.OTHER_OFFICE if is_other else refusal.ARCHIVE)
    if "META-INF/manifest.xml" not in names:
        raise RefusedError(refusal.DAMAGED)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise RefusedError(refusal.ENCRYPTED)
    if "content.xml" not in names:
        raise RefusedError(refusal.DAMAGED)
    return Kind.ODT
