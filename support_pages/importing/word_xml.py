"""Word's XML, put into words mammoth knows, so that no text is behind an element it would pass over."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from support_pages.importing.remarks import Refusal, Remarks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
PASSED_OVER = {
    f"{W}{name}"
    for name in [
        "annotationRef",
        "bookmarkEnd",
        "sectPr",
        "proofErr",
        "lastRenderedPageBreak",
        "commentRangeStart",
        "commentRangeEnd",
        "del",
        "footnoteRef",
        "endnoteRef",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sdtPr",
        "instrText",
        "delText",
    ]
}
KNOWN = {
    f"{W}{name}"
    for name in [
        "body",
        "t",
        "r",
        "p",
        "fldChar",
        "tab",
        "noBreakHyphen",
        "softHyphen",
        "sym",
        "tbl",
        "tr",
        "tc",
        "customXml",
        "ins",
        "moveFromRangeEnd",
        "moveFromRangeStart",
        "moveTo",
        "moveToRangeEnd",
        "moveToRangeStart",
        "object",
        "smartTag",
        "drawing",
        "txbxContent",
        "pict",
        "hyperlink",
        "bookmarkStart",
        "br",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "sdt",
        "sdtContent",
        "footnotes",
        "footnote",
        "endnotes",
        "endnote",
        "document",
    ]
} | {f"{V}{name}" for name in ("group", "rect", "roundrect", "shape", "textbox", "imagedata")}
TRANSPARENT = f"{W}smartTag"
TEXT = {f"{W}t", f"{M}t", f"{W}sym"}
BREAKS = {f"{W}p", f"{W}br", f"{W}cr", f"{W}tab", f"{W}ptab", f"{W}tc", f"{W}drawing", f"{W}pict", f"{W}object"}

Element = ElementTree.Element


def parse(part: bytes) -> Element:
    """The XML of a part that has been checked, in the namespaces of the common dialect."""
    for strict, common in STRICT.items():
        part = part.replace(strict, common)
    try:
        return ElementTree.fromstring(part)  # noqa: S314 - archive.check_xml refuses declarations before
    except ElementTree.ParseError as error:
        raise Refusal("damaged") from error


def rewrite(root: Element, remarks: Remarks) -> None:
    """Put everything that holds text under elements mammoth reads."""
    for child in list(root):
        _rewrite_child(root, child, remarks)


def _rewrite_child(parent: Element, child: Element, remarks: Remarks) -> None:
    if child.tag in PASSED_OVER:
        return
    if child.tag == f"{MC}AlternateContent":
        _choose(child)
    elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
        remarks.add("formula", words=" ".join("".join(_texts(child)).split()))
        _become_run(child)
        return
    elif child.tag in (f"{WP}inline", f"{WP}anchor"):
        _free_text_boxes(parent, child)
        return
    elif child.tag == f"{W}cr":
        child.tag = f"{W}br"
    elif child.tag == f"{W}ptab":
        child.tag = f"{W}tab"
    elif child.tag == f"{W}tc":
        _sane_span(child)
    elif child.tag not in KNOWN and any(inner.tag in TEXT for inner in child.iter()):
        child.tag = TRANSPARENT
        child.attrib.clear()
    rewrite(child, remarks)


def _choose(alternatives: Element) -> None:
    """Of alternatives keep one: what older programs show, unless only the newer form has the text."""
    fallback = alternatives.find(f"{MC}Fallback")
    choice = alternatives.find(f"{MC}Choice")
    if fallback is None or (choice is not None and not _has_text(fallback) and _has_text(choice)):
        fallback = choice
    kept = [] if fallback is None else list(fallback)
    for child in list(alternatives):
        alternatives.remove(child)
    alternatives.extend(kept)
    alternatives.tag = TRANSPARENT


def _has_text(element: Element) -> bool:
    return any(inner.tag in TEXT for inner in element.iter())


def _become_run(formula: Element) -> None:
    text = "".join(_texts(formula))
    is_alone = formula.tag == f"{M}oMathPara"
    formula.clear()
    formula.tag = f"{W}r"
    written = ElementTree.SubElement(formula, f"{W}t")
    written.text = f" {text} " if is_alone else text


def _free_text_boxes(drawing: Element, inline: Element) -> None:
    """Text boxes of the newer kind are passed over inside a picture frame: put them beside it."""
    for box in list(inline.iter(f"{W}txbxContent")):
        beside = ElementTree.SubElement(drawing, f"{W}pict")
        beside.append(box)
    for holder in list(inline.iter()):
        for box in holder.findall(f"{W}txbxContent"):
            holder.remove(box)


def _sane_span(cell: Element) -> None:
    for span in cell.iterfind(f"{W}tcPr/{W}gridSpan"):
        if not re.fullmatch(r"[0-9]{1,3}", span.get(f"{W}val", "1")):
            span.set(f"{W}val", "1")


def _texts(element: Element) -> Iterator[str]:
    return (inner.text or "" for inner in element.iter() if inner.tag in TEXT)


def text_of(root: Element) -> str:
    """The text a reader of the rewritten XML sees, footnotes not included."""
    parts: list[str] = []

    def walk(element: Element) -> None:
        if element.tag in PASSED_OVER:
            return
        if element.tag in BREAKS:
            parts.append(" ")
        if element.tag in TEXT:
            parts.append(element.text or "")
        for child in element:
            walk(child)
        if element.tag in BREAKS:
            parts.append(" ")

    walk(root)
    return "".join(parts)
