"""Files that are not read, each with a reason, soon, and without much memory."""

import io
import json
import subprocess
import sys
import time
import zipfile
from base64 import b64encode

import pytest

from agency.child_process import ROOT
from support_pages.importing import limits
from support_pages.importing.convert import convert
from support_pages.importing.remarks import Refusal
from support_pages.importing.report import refusal_text
from tests.support_pages.importing.word_file import document_of, repacked
from tests.support_pages.importing.writing import png

SECONDS = 10
PARAGRAPH = "<w:p><w:r><w:t>word</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {n} '{f'&{p};' * 10}'>" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
)


def word(body: str = PARAGRAPH) -> bytes:
    return document_of(body)


def changed(part: str, data: bytes) -> bytes:
    return repacked(word(), {part: lambda _old: data})


def with_part(name: str, data: bytes) -> bytes:
    return repacked(word(), {}, {name: data})


def locked_zip() -> bytes:
    """An archive whose directory says its entries are encrypted."""
    data = bytearray(word())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def other_zip(name: str = "a.txt") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "x")
    return packed.getvalue()


def nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * depth


def big_table(rows: int, columns: int) -> str:
    return "<w:tbl>" + ("<w:tr>" + f"<w:tc>{PARAGRAPH}</w:tc>" * columns + "</w:tr>") * rows + "</w:tbl>"


FILES = {
    "empty": ("a.txt", b"", "empty"),
    "blank": ("a.md", b" \n\t\n", "empty"),
    "empty word": ("a.docx", b"", "empty"),
    "no text in word": ("a.docx", word("<w:p/>"), "no text"),
    "no text in html": ("a.html", b"<html><body><script>x()</script></body></html>", "no text"),
    "over 20 MB": ("a.txt", b"word " * (5 * limits.MEGABYTE), "20 MB"),
    "over 20 MB of word": ("a.docx", word() + bytes(21 * limits.MEGABYTE), "20 MB"),
    "unknown type": ("a.pages", b"text", "Only Word"),
    "no type": ("notes", b"text", "Only Word"),
    "pdf as word": ("a.docx", b"%PDF-1.7 and so on", "a PDF"),
    "pdf as text": ("a.txt", b"%PDF-1.7 and so on", "a PDF"),
    "text as word": ("a.docx", b"just text", "plain text"),
    "word as text": ("a.txt", word(), "a Word document"),
    "word as html": ("a.html", word(), "a Word document"),
    "html as text": ("a.txt", b"<!doctype html><p>hello", "an HTML page"),
    "html as markdown": ("a.md", b"<html><p>hello", "an HTML page"),
    "text as html": ("a.html", b"no tag in here", "plain text"),
    "picture as text": ("a.txt", png(), "a picture"),
    "program": ("a.txt", b"MZ\x00\x01\x00\x00" + bytes(100), "a program"),
    "binary": ("a.txt", bytes(range(32)) * 100, "not text"),
    "rtf": ("a.docx", b"{\\rtf1 hello}", "an RTF"),
    "old word": ("a.docx", OLE + bytes(600), "old Word"),
    "spreadsheet": (
        "a.docx",
        changed("[Content_Types].xml", b"<Types>spreadsheetml.sheet.main+xml</Types>"),
        "another Office",
    ),
    "macros": ("a.docx", changed("[Content_Types].xml", b"<T>ms-word.document.macroEnabled.main+xml</T>"), "macros"),
    "other archive": ("a.docx", other_zip(), "an archive"),
    "encrypted by Office": ("a.docx", OLE + bytes(80) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "encrypted archive": ("a.docx", locked_zip(), "password"),
    "truncated": ("a.docx", word()[:-400], "damaged"),
    "broken xml": ("a.docx", changed("word/document.xml", b"<w:document><w:body>"), "damaged"),
    "billion laughs": ("a.docx", changed("word/document.xml", f"{LAUGHS}]><l>&i;</l>".encode()), "far more"),
    "external entity": (
        "a.docx",
        changed("word/document.xml", b"<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l>&a;</l>"),
        "far more",
    ),
    "zip bomb": ("a.docx", with_part("word/media/image1.png", bytes(60 * limits.MEGABYTE)), "far more"),
    "bigger zip bomb": ("a.docx", with_part("word/media/image1.png", bytes(300 * limits.MEGABYTE)), "far more"),
    "much xml": ("a.docx", word(PARAGRAPH * 400_000), "far more"),
    "many entries": ("a.docx", repacked(word(), {}, {f"word/{n}.bin": b"" for n in range(3000)}), "far more"),
    "deep word": ("a.docx", word(nested_tables(2000)), "too deep"),
    "deep html": ("a.html", b"<div>" * 200_000 + b"x", "too deep"),
    "deep formatting": ("a.html", b"<b><i><a href=x>" * 100_000 + b"x", "too deep"),
    "deep lists": ("a.html", b"<ul><li>x" * 300, "too deep"),
    "deep quotes": ("a.md", b">" * 3000 + b" x", "too deep"),
    "huge table in word": ("a.docx", word(big_table(400, 20)), "cells"),
    "huge table in html": ("a.html", b"<table>" + b"<tr><td>x<td>y" * 20_000 + b"</table>", "cells"),
    "wide table": ("a.md", b"|x" * 500 + b"|\n" + b"|-" * 500 + b"|\n" + b"|y" * 500 + b"|\n", "columns"),
    "huge spans": ("a.html", b"<table><tr><td colspan=99999 rowspan=99999>x<td>y</tr><tr><td>z</table>", "columns"),
    "many headings": ("a.md", b"## x\n\ntext\n\n" * 2000, "blocks"),
    "long text": ("a.txt", b"word " * 100_000, "characters"),
    "long html": ("a.html", b"<p>" + b"word " * 100_000, "characters"),
}


@pytest.mark.parametrize("case", FILES)
def test_refused_in_time_with_a_reason(case: str) -> None:
    name, data, reason = FILES[case]
    started = time.monotonic()
    with pytest.raises(Refusal) as refusal:
        convert(name, data, {})
    assert time.monotonic() - started < SECONDS
    assert reason in refusal_text(refusal.value)


SLOW = {
    "links in markdown": ("a.md", b"[a](" * 30_000, ""),
    "emphasis in markdown": ("a.md", b"*a **a " * 20_000, ""),
    "backticks in markdown": ("a.md", b"".join(b"a" + b"`" * n for n in range(700)), ""),
    "notes in markdown": ("a.md", b"".join(b"[^%d]: x\n" % n for n in range(8_000)), "too_large_to_edit"),
    "empty lines in a note": ("a.md", b"a[^1]\n\n[^1]: x" + b"\n" * 300_000 + b"  b", ""),
    "comments in markdown": ("a.md", b"<!--a-->" * 4_000 + b"x <p>", ""),
    "comments in html": ("a.html", b"<p>x" + b"<!--" * 70_000, ""),
    "angle brackets in html": ("a.html", b"<p>" + b"<" * 140_000, "too_large_to_edit"),
    "open tags in text": ("a.txt", b"<a " * 90_000, "too_large_to_edit"),
    "open tags in html": ("a.html", b"<p>" + b"<a <b " * 40_000, "too_deep"),
    "unclosed tags in html": ("a.html", b"<p>x<li>y" * 8_000, "too_large_to_edit"),
    "tables in html": ("a.html", b"<table><tr><td>" * 90 + b"x", "too_deep"),
    "attributes in html": ("a.html", b"<p " + b"a=b " * 4_000_000 + b">x", ""),
    "quotation of empty lines": ("a.html", b"<blockquote>" + b"<p>\n" * 10_000 + b"x</blockquote>", ""),
    "numbered lines": ("a.txt", b"".join(b"%d. a\n" % (n % 1000) for n in range(20_000)), "too_large_to_edit"),
    "one long line": ("a.txt", b"x" * (10 * limits.MEGABYTE), "too_long"),
    "one long line of html": ("a.html", b"<p>" + b"x" * (10 * limits.MEGABYTE), "too_long"),
    "empty lines": ("a.md", b"x" + b"\n" * (19 * limits.MEGABYTE) + b"y", "too_long"),
    "100,000 links": ("a.html", b"<a href=https://a.example/>x</a> " * 100_000, "too_heavy"),
    "pictures without end": ("a.html", b"<p>x" + b"<img src='data:image/png;base64,AAAA'>" * 400_000, "too_heavy"),
    "attributes in word": ("a.docx", word("<w:p " + " ".join(f"w:a{n}=''" for n in range(300_000)) + "/>"), "bomb"),
    "picture of many pixels": (
        "a.html",
        b"<p>x<img src='data:image/png;base64," + b64encode(png((9000, 9000))) + b"'>",
        "",
    ),
}


@pytest.mark.parametrize("case", SLOW)
def test_slow_files_are_read_or_refused_well_in_time(case: str) -> None:
    name, data, reason = SLOW[case]
    outcome = ""
    try:
        convert(name, data, {})
    except Refusal as refusal:
        outcome = refusal.code
    assert outcome == reason


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)
    started = time.monotonic()
    with pytest.raises(Refusal, match="too_heavy"):
        convert("a.md", b"[" * 250_000, {})
    assert time.monotonic() - started < 3


def test_memory_is_bounded() -> None:
    """The process is told how much it may take, and a file that makes it take more is refused."""
    code = (
        "import sys; from support_pages.importing import convert, limits; limits.MEMORY_BYTES = 200 * limits.MEGABYTE; "
        "convert.main()"
    )
    request = json.dumps({"name": "a.html", "kinds": {}}).encode() + b"\n"
    for attributes, is_read in ((4, True), (4_000_000, False)):
        data = b"<p " + b"a=b " * attributes + b">x"
        done = subprocess.run([sys.executable, "-c", code], input=request + data, capture_output=True, cwd=ROOT)
        assert (b"draft" in done.stdout) == is_read, done.stderr
        assert is_read or b"too_heavy" in done.stdout or done.returncode < 0
