"""The manuscript as a Word file: styles, numbered levels, a table, a picture and footnotes."""

import zipfile
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

from tests.support_pages.importing.manuscript import ALT, NOTES, Manuscript, Run
from tests.support_pages.importing.writing import png

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BULLETS, NUMBERS = 90, 91


def as_docx(guide: Manuscript) -> bytes:
    """The file."""
    document = docx.Document()
    document.core_properties.title = "Not the title of the text"
    _number_levels(document)
    document.add_paragraph(guide.title, style="Title")
    document.add_paragraph(guide.standfirst, style="Subtitle")
    notes = iter(range(2, len(NOTES) + 2))  # 0 and 1 are the lines Word draws above notes
    for kind, value in guide.parts:
        if kind in ("h2", "h3"):
            document.add_paragraph(value, style="Heading 1" if kind == "h2" else "Heading 2")
        elif kind == "p":
            paragraph = document.add_paragraph()
            _write(paragraph, value)
            number = next(notes, 0)
            if number:
                paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        elif kind in ("ul", "ol"):
            _items(document, value, NUMBERS if kind == "ol" else BULLETS, 0)
        elif kind == "table":
            document.add_paragraph(value["caption"], style="Caption")
            _table(document, value)
        elif kind == "quote":
            words = document.add_paragraph(style="Quote")
            words.add_run(value["words"])
            words.add_run().add_break()
            words.add_run(f"— {value['who']}, {value['role']}")
        elif kind == "image":
            document.add_picture(BytesIO(png()), width=Inches(2))
            document.inline_shapes[-1]._inline.docPr.set("descr", ALT)
    file = BytesIO()
    document.save(file)
    return with_footnotes(file.getvalue(), NOTES)


def _write(paragraph: Any, runs: list[Run]) -> None:
    for text, style, link in runs:
        if link:
            relation = paragraph.part.relate_to(link, f"{RELATION}/hyperlink", is_external=True)
            target = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"/>')
            run = paragraph.add_run(text)
            target.append(run._r)
            paragraph._p.append(target)
            continue
        run = paragraph.add_run(text)
        run.bold, run.italic = style == "b" or None, style == "i" or None


def _items(document: Any, items: Any, number: int, level: int) -> None:
    for runs, nested in items:
        paragraph = document.add_paragraph(style="List Paragraph")
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        )
        _write(paragraph, runs)
        _items(document, nested, BULLETS, level + 1)


def _number_levels(document: Any) -> None:
    numbering = document.part.numbering_part.element
    for number, form in ((BULLETS, "bullet"), (NUMBERS, "decimal")):
        levels = "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level in range(4))
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'
        numbering.insert(0, parse_xml(abstract))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def _table(document: Any, value: dict[str, Any]) -> None:
    table = document.add_table(rows=0, cols=len(value["header"]))
    for row in [value["header"], *value["rows"]]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def with_footnotes(file: bytes, notes: list[str]) -> bytes:
    """The file with a part for its notes."""
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {note}</w:t></w:r>'
        f"</w:p></w:footnote>"
        for number, note in enumerate(notes, start=2)
    )
    line = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    part = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{line}{written}</w:footnotes>'
    relation = f'<Relationship Id="rIdNotes" Type="{RELATION}/footnotes" Target="footnotes.xml"/></Relationships>'
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES}"/></Types>'
    return repacked(
        file,
        {
            "[Content_Types].xml": lambda data: data.replace(b"</Types>", override.encode()),
            "word/_rels/document.xml.rels": lambda data: data.replace(b"</Relationships>", relation.encode()),
        },
        {"word/footnotes.xml": part.encode()},
    )


def repacked(file: bytes, changes: dict[str, Any], added: dict[str, bytes] | None = None) -> bytes:
    """A copy of an archive with some parts changed or added."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, changes[name](data) if name in changes else data)
        for name, data in (added or {}).items():
            target.writestr(name, data)
    return packed.getvalue()


def document_of(body: str) -> bytes:
    """A Word file with this body, written as XML."""
    document = docx.Document()
    document.element.body.clear_content()
    file = BytesIO()
    document.save(file)
    spaces = nsdecls("w", "r", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document {spaces}><w:body>{body}</w:body></w:document>'
    return repacked(file.getvalue(), {"word/document.xml": lambda _data: xml.encode()})
