"""Files that some accident, or somebody, has been at: the same for the same seed."""

import random
import re
import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO

from tests.support_pages.importing.manuscript import Manuscript, manuscript
from tests.support_pages.importing.word_file import as_docx, repacked
from tests.support_pages.importing.writing import as_html, as_markdown, as_text

VALUE = re.compile(rb'( w:[A-Za-z]+=")([^"]*)"')
EMPTY = re.compile(rb"<(?:w|r|wp|a):[^<>]*/>")
UNUSED = re.compile(rb"<w:latentStyles.*?</w:latentStyles>|<w:style w:type=.table.*?</w:style>", re.S)
"""Nine tenths of the styles, which cost as much to read as all the rest."""
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<a href='javas\tcript:alert(1)'>x</a>",
    "<a href=' JaVaScRiPt:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mi//xlink:href='javascript:alert(1)'>x",
    "<style>@import 'javascript:alert(1)'</style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x",
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<embed embedtype='media' url='javascript:alert(1)'/>",
    "<a linktype='page' id='1'>x</a>",
    "<base href='javascript:alert(1)//'><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<table background=javascript:alert(1)><tr><td onclick=alert(1)>x</table>",
    "<a href='&#106;avascript&colon;alert(1)' onclick=alert(1)>x</a>",
    "<a href='//evil.example/'>x</a> <a href=vbscript:x>y</a>",
    '<img src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>\' alt=drawn>',
    "<p style='x:expression(alert(1))' onmouseover='alert(1)'>x</p><link rel=stylesheet href=//evil.example/x.css>",
]

short = Manuscript(
    *(getattr(manuscript(), name) for name in ("title", "standfirst", "heading", "introduction")),
    manuscript().parts[-8:],
)
SOUND: dict[str, bytes] = {
    "docx": repacked(as_docx(short), {"word/styles.xml": lambda data: UNUSED.sub(b"", data)}),
    "md": as_markdown(short).encode(),
    "html": as_html(short).encode(),
    "txt": as_text(short).encode(),
}


def mutated(seed: int) -> tuple[str, bytes]:
    """A file that some accident or somebody has been at."""
    chance = random.Random(seed)
    kind = ("docx", "md", "html", "txt")[seed % 4]
    data = SOUND[kind]
    if kind == "docx" and chance.random() < 0.7:
        return f"{seed}.docx", inside(data, chance)
    changes: list[Callable[[bytearray, random.Random], None]] = [flip, cut, repeat, insert, insert, insert]
    mutant = bytearray(data)
    for _round in range(chance.randint(1, 6)):
        chance.choice(changes)(mutant, chance)
    return f"{seed}.{kind}", bytes(mutant)


def inside(data: bytes, chance: random.Random) -> bytes:
    """A Word file in order as an archive, with damage in one of its parts."""
    damaged = chance.sample(["document.xml", "styles.xml", "numbering.xml", "footnotes.xml", "document.xml.rels"], 1)
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = bytearray(source.read(name))
            if name.rpartition("/")[2] in damaged:
                for _round in range(chance.randint(1, 2)):
                    chance.choice([*[swap_values, lose_values, move_elements, say] * 4, flip, cut])(part, chance)
            target.writestr(name, bytes(part))
    return packed.getvalue()


def flip(data: bytearray, chance: random.Random) -> None:
    for _byte in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, max(len(data) // 4, 2))]
    data += b" "


def repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + 400] * chance.randint(1, 30)


def insert(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = chance.choice(PAYLOADS).encode()


def swap_values(data: bytearray, chance: random.Random) -> None:
    """Values swapped between attributes: the XML stays in order, the document does not."""
    found = list(VALUE.finditer(bytes(data)))
    values = [match[2] for match in found]
    for _swap in range(chance.randint(1, 30) if values else 0):
        first, second = chance.randrange(len(values)), chance.randrange(len(values))
        values[first], values[second] = values[second], values[first]
    rest = iter(values)
    data[:] = VALUE.sub(lambda match: match[1] + next(rest) + b'"', bytes(data))


def lose_values(data: bytearray, chance: random.Random) -> None:
    """Attributes missing, or with values nobody expects."""
    odd = [b"", b"-1", b"99999999999999", b"x", b"javascript:alert(1)", b"../../../etc/passwd", b"&#x202e;"]
    data[:] = VALUE.sub(
        lambda match: (
            match[0] if chance.random() > 0.02 else chance.choice([b"", match[1] + chance.choice(odd) + b'"'])
        ),
        bytes(data),
    )


def move_elements(data: bytearray, chance: random.Random) -> None:
    """Empty elements taken out here and put in there, some of them often."""
    found = list(EMPTY.finditer(bytes(data)))
    for _move in range(chance.randint(1, 10) if found else 0):
        element = chance.choice(found)[0]
        place = bytes(data).find(b"<w:", chance.randrange(len(data)))
        if place > 0:
            data[place:place] = element * chance.choice([1, 1, 1, 50])


def say(data: bytearray, chance: random.Random) -> None:
    """Markup as text."""
    place = bytes(data).find(b"</w:t>", chance.randrange(len(data)))
    if place > 0:
        data[place:place] = escape(chance.choice(PAYLOADS)).encode()
