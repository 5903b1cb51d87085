"""The parts of a Word file, read only after their sizes have been weighed."""

import io
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from support_pages.importing import limits
from support_pages.importing.remarks import Refusal

ENCRYPTED = 0x1


@dataclass
class Parts:
    """The parts by name, as bytes; XML only if it passed ``check_xml``."""

    content: dict[str, bytes] = field(default_factory=dict)

    def packed(self) -> io.BytesIO:
        """A plain archive of these parts and nothing else."""
        packed = io.BytesIO()
        with ZipFile(packed, "w") as archive:
            for name, data in self.content.items():
                archive.writestr(name, data)
        packed.seek(0)
        return packed


def unpack(data: bytes) -> Parts:
    """Every part of the archive; refuses bombs by what the directory says before anything is unpacked."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & ENCRYPTED for entry in entries):
                raise Refusal("encrypted")
            xml = sum(entry.file_size for entry in entries if is_xml(entry.filename))
            packed = sum(entry.compress_size for entry in entries)
            if (
                len(entries) > limits.ZIP_ENTRIES
                or sum(entry.file_size for entry in entries) > limits.ZIP_BYTES
                or xml > limits.XML_BYTES
                or packed > len(data)  # parts that overlap are counted more than once
                or any(_is_bomb(entry.file_size, entry.compress_size) for entry in entries)
            ):
                raise Refusal("bomb")
            content = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise Refusal("damaged") from error
    nodes = 0
    for name, part in content.items():
        if is_xml(name):
            nodes += check_xml(part, limits.XML_NODES - nodes)
    return Parts(content)


def is_xml(name: str) -> bool:
    """Whether a part is XML, by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _is_bomb(size: int, packed: int) -> bool:
    return size > limits.MEGABYTE and size > packed * limits.ZIP_RATIO


def check_xml(part: bytes, most: int) -> int:
    """The number of elements and attributes; refuses XML with more, with entities, or that nests too deep."""
    depth = nodes = 0

    def start(_name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, nodes
        depth, nodes = depth + 1, nodes + 1 + len(attributes)
        if depth > limits.NESTING:
            raise Refusal("too_deep")
        if nodes > most:
            raise Refusal("bomb")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_declaration: object) -> None:
        raise Refusal("bomb")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise Refusal("damaged") from error
    return nodes
