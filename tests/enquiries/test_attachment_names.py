"""What a file is called once it is kept: the client's words and the ending of what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enquiries.attachments.names import cleaned, spoken
from enquiries.models.attachment import NAME_LENGTH, Kind
from tests.enquiries.submission import EXAMPLES

NAMES = {
    "brief.pdf": "brief.pdf",
    "Brief.PDF": "Brief.pdf",
    "brief": "brief.pdf",
    "brief.docx": "brief.pdf",
    "invoice.pdf.exe": "invoice.pdf",
    "invoice.exe.pdf": "invoice.pdf",
    "a.html.svg.pdf.js": "a.pdf",
    "Job spec v1.2": "Job spec v1.2.pdf",
    "Job spec v1.2.pdf": "Job spec v1.2.pdf",
    "Job.spec.final.pdf": "Job.spec.final.pdf",
    "Stellenbeschreibung für München – 50 %.pdf": "Stellenbeschreibung für München – 50 %.pdf",
    "求人票.pdf": "求人票.pdf",
    "  a   b \t c .pdf ": "a b c.pdf",
    "a\r\nSet-Cookie: x.pdf": "a Set-Cookie x.pdf",
    "../../etc/passwd": "etc passwd.pdf",
    'C:\\temp\\a"b<c>d|e?f*.pdf': "C temp a b c d e f.pdf",
    "cv\u202efdp.exe": "cvfdp.pdf",
    "a\x00b\x1bc.pdf": "abc.pdf",
    "nul.pdf": "file.pdf",
    "COM1.tar.gz": "file.pdf",
    ".pdf": "file.pdf",
    "...": "file.pdf",
    "": "file.pdf",
    "\u3164.pdf": "file.pdf",
    ".htaccess": "htaccess.pdf",
    "x" * 200 + ".pdf": "x" * 116 + ".pdf",
    "x" * 116 + ".pdf.pdf": "x" * 116 + ".pdf",
    "x" * 115 + "." + "y" * 80: "x" * 115 + ".pdf",
}


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    assert cleaned(name, Kind.PDF) == NAMES[name]


@pytest.mark.parametrize("kind", Kind)
def test_the_ending_says_what_it_is(kind: Kind) -> None:
    assert cleaned("a.exe", kind) == f"a.{kind}"
    assert len(cleaned("é" * 300, kind)) == NAME_LENGTH


def test_a_refused_file_is_spoken_of_as_it_was_called() -> None:
    assert spoken("invoice.pdf.exe") == "invoice.pdf.exe"
    assert spoken("\n<b>") == "b"
    assert spoken("..") == "A file without a name"
    assert len(spoken("x" * 300)) == NAME_LENGTH


@EXAMPLES
@given(st.text(max_size=300) | st.text("./\\:\u202e\x00 .pdfexe", max_size=200), st.sampled_from(Kind))
def test_any_name_becomes_a_safe_one(name: str, kind: Kind) -> None:
    made = cleaned(name, kind)
    assert made.endswith(f".{kind}")
    assert len(made.removesuffix(f".{kind}")) > 0
    assert len(made) <= NAME_LENGTH
    assert not set(made) & set('/\\:*?"<>|\n\r\0\u202e\u2066')
    assert made == made.strip()
    assert not made.startswith(".")
    assert cleaned(made, kind) == made
