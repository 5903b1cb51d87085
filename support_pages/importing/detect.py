"""What a file is, by what is in it; its name only has to agree."""

import codecs
import re

from support_pages.importing import limits
from support_pages.importing.remarks import Refusal, Remarks

EXTENSIONS = {
    "docx": "word",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "txt": "text",
    "text": "text",
}
MAGIC = {
    b"%PDF": "pdf",
    b"{\\rtf": "rtf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"RIFF": "picture",
    b"\x1f\x8b": "archive",
    b"BZh": "archive",
    b"7z\xbc\xaf": "archive",
    b"Rar!": "archive",
    b"\xfd7zXZ": "archive",
    b"MZ": "program",
    b"\x7fELF": "program",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
IS_PAGE = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
HAS_TAG = re.compile(r"</?[a-z][^<>]*>|<!doctype", re.I)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?(iso-8859-1|windows-1252|iso-8859-15)\b", re.I)


def detect(name: str, data: bytes) -> str:
    """The type of a file: word, markdown, html or text. Refuses what is none of them or not what its name says."""
    named = EXTENSIONS.get(name.rpartition(".")[2].lower() if "." in name else "")
    if not named:
        raise Refusal("unknown_type")
    if not data.strip():
        raise Refusal("empty")
    if len(data) > limits.FILE_BYTES:
        raise Refusal("too_large")
    found = _found(data)
    if found == "encrypted":
        raise Refusal("encrypted")
    if found == "markup":
        found = (
            named
            if named in ("markdown", "text") and not IS_PAGE.match(COMMENT.sub("", decode(data)[0][:100_000]))
            else "html"
        )
    elif found == "text" and named == "markdown":
        found = "markdown"
    if found != named:
        raise Refusal("mismatch", named=named, found=found)
    return named


def _found(data: bytes) -> str:
    if data.startswith(b"PK"):
        return "word" if b"word/" in data or b"[Content_Types].xml" in data else "archive"
    if data.startswith(OLE):
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old_word"
    for magic, kind in MAGIC.items():
        if data.startswith(magic) and (kind != "program" or BINARY.search(data[:4096].decode("latin-1"))):
            return kind
    text, _guessed = decode(data)
    if len(BINARY.findall(text[:100_000])) > len(text[:100_000]) // 100:
        return "binary"
    return "markup" if HAS_TAG.search(text) else "text"


def decode(data: bytes) -> tuple[str, bool]:
    """The text of a file, and whether its encoding had to be guessed."""
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, "replace"), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        declared = CHARSET.search(data[:4096])
        return data.decode("cp1252", "replace"), not declared


def read_text(data: bytes, remarks: Remarks) -> str:
    """The text of a file with plain line ends; a guessed encoding is remarked upon."""
    text, guessed = decode(data)
    if guessed:
        remarks.add("guessed_encoding")
    return text.replace("\r\n", "\n").replace("\r", "\n")
