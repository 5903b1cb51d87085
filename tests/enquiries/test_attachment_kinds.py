"""What a file is, is decided by its content: what is taken, and what is answered to everything else."""

import io
import time
import tracemalloc
from contextlib import suppress

import pytest
from pypdf import PdfReader

from enquiries.attachments import limits, refusal
from enquiries.attachments.kinds import kind_of
from enquiries.attachments.refusal import RefusedError
from enquiries.models.attachment import Kind
from tests.enquiries import files
from tests.enquiries.files import EICAR, EXE, HTML, MANIFEST, ODT_TYPE, OLE, PNG, SVG, docx, odt, pdf, txt, zipped

GOOD = {
    "pdf": (pdf(), Kind.PDF),
    "pdf with empty lines behind its end": (pdf() + b"\r\n\r\n\0\0", Kind.PDF),
    "pdf version 2": (pdf().replace(b"%PDF-1.7", b"%PDF-2.0"), Kind.PDF),
    "pdf that speaks of HTML": (pdf(b"x" * 1100 + b"BT (We know <html> and <script>) Tj ET"), Kind.PDF),
    "docx": (docx(), Kind.DOCX),
    "docx with a chart's table": (files.nested(1), Kind.DOCX),
    "docx whose main part is not called document": (
        docx(edit=lambda parts: parts.update({"word/document2.xml": parts.pop("word/document.xml")})),
        Kind.DOCX,
    ),
    "docx with a picture": (docx({"word/media/image1.png": PNG * 1000}), Kind.DOCX),
    "odt": (odt(), Kind.ODT),
    "odt with pictures and folders": (odt({"Pictures/1.png": PNG, "Configurations2/": b"", "Basic/": b""}), Kind.ODT),
    "odt with the mimetype at its end": (
        zipped({"content.xml": files.CONTENT, "META-INF/manifest.xml": MANIFEST, "mimetype": ODT_TYPE + b"\n"}),
        Kind.ODT,
    ),
    "text": (txt(), Kind.TXT),
    "text of one letter": (b"a", Kind.TXT),
    "text with a mark of its order": (txt().decode().encode("utf-8-sig"), Kind.TXT),
    "text in UTF-16": (txt().decode().encode("utf-16"), Kind.TXT),
    "text in Windows' encoding": (txt().decode().encode("cp1252"), Kind.TXT),
    "text in Japanese": ("データ責任者を探しています。".encode(), Kind.TXT),
    "text in Russian as Windows writes it": ("Ищем руководителя отдела данных.".encode("cp1251"), Kind.TXT),
    "text that begins with a placeholder": (b"<Company> looks for a Head of Data.", Kind.TXT),
    "text with generics": (b"You read List<Object> and Map<String, Template> without fear. x <a and b=c", Kind.TXT),
    "text that begins like an archive": (b"PK Partners look for a partner.", Kind.TXT),
    "text that begins like a program": (b"MZ Consulting looks for a partner.", Kind.TXT),
    "text with form feeds": (b"Page one\x0cPage two\x0bLine", Kind.TXT),
    "text of nothing but brackets": (b"<<>> <> </> < /> <1> <!", Kind.TXT),
}
BAD = {
    "nothing": (b"", refusal.EMPTY),
    "white space": (b" \r\n\t\0 ", refusal.EMPTY),
    "nothing but a mark of order": ("\ufeff".encode(), refusal.EMPTY),
    "EICAR": (EICAR, refusal.TEST_VIRUS),
    "EICAR with a line end": (EICAR + b"\r\n", refusal.TEST_VIRUS),
    "EICAR in a PDF": (pdf(EICAR), refusal.TEST_VIRUS),
    "EICAR packed in a DOCX": (docx({"word/a.txt": b"x" * 65_500 + EICAR}), refusal.TEST_VIRUS),
    "EICAR packed twice in a DOCX": (docx({"word/embeddings/a.xlsx": zipped({"a": EICAR})}), refusal.TEST_VIRUS),
    "PDF behind a mark of order": ("\ufeff\r\n".encode() + pdf(), refusal.TWO_THINGS),
    "text that readers take for a PDF": (b"Head of Data\n" * 70 + b"%PDF-1.7\n1 0 obj", refusal.TWO_THINGS),
    "SVG": (SVG, refusal.DRAWING),
    "SVG without a prologue": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", refusal.DRAWING),
    "SVG behind a comment": (b"\n <!-- a <b> --><!-- c -->\n<svg/>", refusal.DRAWING),
    "SVG with a prefix": (b"<x:svg xmlns:x='http://www.w3.org/2000/svg'></x:svg>", refusal.DRAWING),
    "SVG with a type": (b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'><svg/>", refusal.DRAWING),
    "SVG in UTF-16": (SVG.decode().encode("utf-16"), refusal.DRAWING),
    "HTML": (HTML, refusal.WEB_PAGE),
    "HTML in capitals": (HTML.upper(), refusal.WEB_PAGE),
    "HTML in UTF-16": (HTML.decode().encode("utf-16"), refusal.WEB_PAGE),
    "XHTML": (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", refusal.WEB_PAGE),
    "HTML behind text": (b"Dear all,\n" * 20_000 + b"<script>alert(1)</script>", refusal.WEB_PAGE),
    "HTML of one picture": (b"Hello <img src=x onerror=alert(1)>", refusal.WEB_PAGE),
    "HTML over two lines": (b"Hello <a\n\thref\n=\n'javascript:alert(1)'>", refusal.WEB_PAGE),
    "PHP": (b"Hello <?php system($_GET['c']); ?>", refusal.WEB_PAGE),
    "XML": (b"<?xml version='1.0'?><note>Hi</note>", refusal.MARKUP),
    "XML without a prologue": (b"<note><to>You</to></note>\n", refusal.MARKUP),
    "RTF": (b"{\\rtf1\\ansi Hello}", refusal.RTF),
    "PostScript": (b"%!PS-Adobe-3.0\nshowpage", refusal.UNKNOWN),
    "PNG": (PNG, refusal.PICTURE),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\1" * 50, refusal.PICTURE),
    "program": (EXE, refusal.PROGRAM),
    "program of Linux": (b"\x7fELF\2\1\1\0" + b"\0" * 50, refusal.PROGRAM),
    "program in a DOCX": (docx({"word/media/setup.bin": EXE}), refusal.PROGRAM),
    "gzip": (b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\1" * 20, refusal.ARCHIVE),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4" + b"\1" * 20, refusal.ARCHIVE),
    "zip": (zipped({"cv.pdf": pdf()}), refusal.ARCHIVE),
    "zip with nothing in it": (zipped({}), refusal.ARCHIVE),
    "jar": (zipped({"META-INF/MANIFEST.MF": b"Main-Class: A", "A.class": b"\xca\xfe\xba\xbe"}), refusal.ARCHIVE),
    "epub": (zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}), refusal.ARCHIVE),
    "xlsx": (
        zipped({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml", "xl/workbook.xml": b"<x/>"}),
        refusal.OTHER_OFFICE,
    ),
    "dotx": (
        docx(
            edit=lambda parts: parts.update(
                {
                    "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                        b"document.main+xml", b"template.main+xml"
                    )
                }
            )
        ),
        refusal.OTHER_OFFICE,
    ),
    "ods": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), refusal.OTHER_OFFICE),
    "doc": (OLE + b"\0" * 500, refusal.OLD_OFFICE),
    "docx with a password": (OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 99, refusal.ENCRYPTED),
    "docx with locked parts": (files.locked(), refusal.ENCRYPTED),
    "odt with a password": (
        odt({"META-INF/manifest.xml": MANIFEST.replace(b"/>", b"><manifest:encryption-data/></manifest:file-entry>")}),
        refusal.ENCRYPTED,
    ),
    "docx with macros": (files.macros(), refusal.MACROS),
    "docx with macros in an odd place": (docx({"word/Other/VBAPROJECT.BIN": b"x"}), refusal.MACROS),
    "docm": (
        docx(
            edit=lambda parts: parts.update(
                {
                    "[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"
                    b" wordprocessingml.document.main+xml"
                }
            )
        ),
        refusal.MACROS,
    ),
    "macros in the table behind a chart": (
        docx({"word/embeddings/a.xlsm": zipped({"xl/vbaProject.bin": b"x"})}),
        refusal.MACROS,
    ),
    "odt with macros": (odt({"Basic/Standard/Module1.xml": b"<x/>"}), refusal.MACROS),
    "odt with scripts": (odt({"Scripts/python/a.py": b"x"}), refusal.MACROS),
    "bomb": (files.bomb(), refusal.BOMB),
    "bomb of many parts": (
        docx({f"word/media/{number}.bin": bytes(1024 * 1024) for number in range(61)}),
        refusal.BOMB,
    ),
    "bomb of very many parts": (files.crowd(), refusal.BOMB),
    "bomb in the table behind a chart": (
        docx({"word/embeddings/a.xlsx": zipped({"a": bytes(70 * 1024 * 1024)})}),
        refusal.BOMB,
    ),
    "archives inside one another": (files.nested(3), refusal.BOMB),
    "directory without end": (files.endless_directory(), refusal.BOMB),
    "bomb of one part named often": (files.overlapping(), refusal.DAMAGED),
    "bomb that says it is small": (files.understated(), refusal.DAMAGED),
    "docx cut off": (docx()[:-100], refusal.DAMAGED),
    "docx with something behind it": (docx() + b"<html></html>", refusal.DAMAGED),
    "docx with a hole": (docx()[:2000] + docx()[2500:], refusal.DAMAGED),
    "docx without its relations": (docx(edit=lambda parts: parts.pop("_rels/.rels")), refusal.DAMAGED),
    "docx with a part that leads out": (docx({"word/../../../etc/passwd": b"x"}), refusal.DAMAGED),
    "docx with a part from the root": (docx({"/etc/passwd": b"x"}), refusal.DAMAGED),
    "docx packed in an odd way": (zipped(dict(files._word_parts()), method=12), refusal.DAMAGED),
    "odt without its manifest": (zipped({"mimetype": ODT_TYPE, "content.xml": b"<x/>"}), refusal.DAMAGED),
    "odt without content": (zipped({"mimetype": ODT_TYPE, "META-INF/manifest.xml": MANIFEST}), refusal.DAMAGED),
    "pdf cut off": (pdf()[:-20], refusal.DAMAGED),
    "pdf of nothing": (b"%PDF-1.4\nstartxref\n0\n%%EOF", refusal.DAMAGED),
    "pdf with something behind it": (pdf() + b"GIF89a", refusal.DAMAGED),
    "pdf of no version": (b"%PDF-x" + pdf()[6:], refusal.DAMAGED),
    "docx that is an odt too": (docx({"mimetype": ODT_TYPE, "META-INF/manifest.xml": MANIFEST}), refusal.TWO_THINGS),
    "pdf that is an archive too": (pdf(zipped({"a.txt": b"hello"})), refusal.TWO_THINGS),
    "pdf that is a page too": (pdf(before=b"<html><script>alert(1)</script>"), refusal.TWO_THINGS),
    "pdf that is a drawing too": (pdf(before=b"<svg onload=alert(1)>"), refusal.TWO_THINGS),
    "pdf that is PHP too": (pdf(before=b"<?php phpinfo();?>"), refusal.TWO_THINGS),
    "pdf that is a tar too": (pdf(before=b"x" * 247 + b"ustar\x0000"), refusal.TWO_THINGS),
    "pdf that is a disc too": (pdf(before=b"x" * (32769 - 10) + b"CD001"), refusal.TWO_THINGS),
    "pdf that is a RAR too": (pdf(b"Rar!\x1a\x07\x01\x00"), refusal.TWO_THINGS),
    "pdf behind something else": (b"GIF89a\0" + pdf(), refusal.PICTURE),
    "docx that is a pdf too": (
        zipped({"a": b"%PDF-1.7\n1 0 obj\n" * 3, **dict(files._word_parts())}, method=0),
        refusal.TWO_THINGS,
    ),
    "page that is a pdf too": (b"<!--" + pdf() + b"--><script>alert(1)</script>", refusal.WEB_PAGE),
    "text with a zero byte": (b"Head of\0Data" + b"x" * 50, refusal.UNKNOWN),
    "text with commands to a terminal": (b"Head of \x1b]0;x\x07 Data", refusal.UNKNOWN),
    "text in UTF-16 without a mark": (txt().decode().encode("utf-16-le"), refusal.UNKNOWN),
    "text in UTF-16 cut off": (txt().decode().encode("utf-16")[:-1], refusal.UNKNOWN),
    "text in an encoding we don't know": ("データ責任者を探しています。".encode("shift-jis"), refusal.UNREADABLE_TEXT),
    "text that went through two encodings": ("‘Data’".encode().decode("latin-1").encode(), refusal.UNREADABLE_TEXT),
    "nothing but signs": (bytes(range(0xA1, 0xC0)) * 4, refusal.UNREADABLE_TEXT),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_is_taken(name: str) -> None:
    content, kind = GOOD[name]
    assert kind_of(content) == kind


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused_and_why(name: str) -> None:
    content, message = BAD[name]
    with pytest.raises(RefusedError) as refused:
        kind_of(content)
    assert refused.value.message == message


def test_the_samples_are_what_they_are_called() -> None:
    """A reader opens them: refusing them is no accident of how the samples were made."""
    assert "Head of Data" in PdfReader(io.BytesIO(pdf()), strict=True).pages[0].extract_text()
    both = BAD["pdf that is an archive too"][0]
    assert PdfReader(io.BytesIO(both)).pages
    with files.ZipFile(io.BytesIO(both)) as archive:
        assert archive.read("a.txt") == b"hello"


BOMBS = {
    "one part": files.bomb(),
    "many parts": BAD["bomb of many parts"][0],
    "directory": files.endless_directory(),
    "understated": files.understated(),
    "inside": BAD["bomb in the table behind a chart"][0],
    "just small enough": docx({f"word/media/{number}.txt": b"A word or two. " * 69_000 for number in range(50)}),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_little_memory(name: str) -> None:
    content = BOMBS[name]
    tracemalloc.start()
    try:
        try:
            kind_of(content)
        except RefusedError:
            assert name != "just small enough"
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4 * len(content) + 3 * limits.MEGABYTE


@pytest.mark.parametrize(
    "piece", [b"<!---->", b"<!--", b"<a ", b"<a" + b" " * 1000, b"<p x", b" ", b"<", b"<x>", b"PK\5\6"]
)
@pytest.mark.parametrize("begin", [b"", b"<a", b"%PDF-1.7", b"PK\3\4"])
def test_a_long_file_is_judged_in_a_moment(begin: bytes, piece: bytes) -> None:
    """Pieces that make careless patterns try everything again and again."""
    started = time.process_time()
    with suppress(RefusedError):
        kind_of(begin + piece * (limits.MEGABYTE // len(piece)))
    assert time.process_time() - started < 5
