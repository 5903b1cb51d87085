"""Word files, by mammoth."""

import re
from xml.etree import ElementTree

import mammoth

from support_pages.importing import hidden, limits, word_xml
from support_pages.importing.archive import Parts, unpack
from support_pages.importing.html import Source, check_size
from support_pages.importing.pictures import UNREADABLE, Shelf
from support_pages.importing.remarks import Refusal, Remarks, excerpt
from support_pages.importing.word_xml import W

DEEP_LISTS = "\n".join(
    f"p:{kind}-list({level}) => {' > '.join(['ul|ol > li'] * (level - 1))} > {tag} > li:fresh"
    for level in (6, 7, 8, 9)
    for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
)
STYLES = f"""
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
{DEEP_LISTS}
"""
PREFIX = "import-"
NOTES = re.compile(rf'<ol>(?=<li id="{PREFIX}(?:foot|end)note-)')
BACK = re.compile(rf' ?<a href="#{PREFIX}(?:foot|end)note-ref-[^"]*">↑</a>')
READ = {"document", "footnotes", "endnotes"}
NEEDED = {*READ, "styles", "numbering", "Relationships", "Types"}
LEFT_OUT = {"diagrams/": "diagram", "charts/": "chart", "embeddings/": "embedded", "comments": "comments"}
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".emf", ".wmf", ".svg")
CORE = "docProps/core.xml"
TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes, shelf: Shelf, remarks: Remarks) -> Source:
    """The document in a Word file: body and notes; comments, headers and footers are reported, not imported."""
    parts = unpack(data)
    if "[Content_Types].xml" not in parts.content:
        raise Refusal("damaged")
    _check_is_document(parts)
    title = _title(parts)
    _report_left_out(parts, remarks)
    kept, read, pictures = _rewritten(parts, remarks)
    _report_hidden(kept, read, remarks)
    text = _text(read)
    check_size(text)
    html = _convert(kept, shelf, remarks)
    if html.count('src="import:') < pictures:
        remarks.add("pictures_left_out", number=pictures - html.count('src="import:'))
    return Source(html, text, title=title)


def _check_is_document(parts: Parts) -> None:
    types = parts.content["[Content_Types].xml"]
    if b"wordprocessingml.document.main+xml" not in types:
        found = "macros" if b"ms-word.document.macroEnabled" in types else "other_office"
        raise Refusal("mismatch", named="word", found=found)


def _title(parts: Parts) -> str:
    core = parts.content.get(CORE)
    title = word_xml.parse(core).findtext(TITLE) if core else ""
    return " ".join((title or "").split())


def _report_left_out(parts: Parts, remarks: Remarks) -> None:
    for name in parts.content:
        for beginning, code in LEFT_OUT.items():
            if name.startswith(f"word/{beginning}") and not name.endswith(".rels"):
                remarks.add(f"left_out_{code}")
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            text = word_xml.text_of(word_xml.parse(parts.content[name])).strip()
            if text:
                remarks.add("left_out_margin", words=excerpt(text, 400))


def _report_hidden(kept: Parts, read: dict[str, ElementTree.Element], remarks: Remarks) -> None:
    """List hidden text, which is kept as text."""
    roots = [word_xml.parse(data) for name, data in kept.content.items() if name.endswith("styles.xml")]
    styles = {style for root in roots for style in hidden.hiding_styles(root)}
    for root in read.values():
        for text in hidden.hidden_text(root, styles):
            remarks.add("hidden", words=excerpt(text))


def _rewritten(parts: Parts, remarks: Remarks) -> tuple[Parts, dict[str, ElementTree.Element], int]:
    """Only what mammoth needs, rewritten; body and notes in it; and how many pictures are placed in it."""
    kept, read, pictures = Parts(), {}, 0
    for name, data in parts.content.items():
        if name.lower().endswith(PICTURES):
            kept.content[name] = data
        if not name.lower().endswith((".xml", ".rels")):
            continue
        root = word_xml.parse(data)
        kind = root.tag.rpartition("}")[2]
        if kind not in NEEDED:
            continue
        if kind in READ:
            if sum(1 for _cell in root.iter(f"{W}tc")) > limits.CELLS:
                raise Refusal("too_many_cells", limit=limits.CELLS, columns=limits.COLUMNS)
            word_xml.rewrite(root, remarks)
            if root.find(f".//{W}p//{W}del") is not None:
                remarks.add("tracked")
            pictures += sum(1 for tag in root.iter() if tag.tag.endswith(("}blip", "}imagedata")))
            read[kind] = root
            data = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        kept.content[name] = data
    return kept, read, pictures


def _text(read: dict[str, ElementTree.Element]) -> str:
    """The text of the body, then of the notes it refers to; a note nothing refers to is not seen in Word either."""
    document = read.get("document")
    if document is None:
        raise Refusal("damaged")
    texts = [word_xml.text_of(document)]
    for kind in ("footnote", "endnote"):
        wanted = {reference.get(f"{W}id") for reference in document.iter(f"{W}{kind}Reference")}
        notes = read.get(f"{kind}s", ())
        texts += [word_xml.text_of(note) for note in notes if note.get(f"{W}id") in wanted]
    return " ".join(texts)


def _convert(parts: Parts, shelf: Shelf, remarks: Remarks) -> str:
    def place(image: mammoth.documents.Image) -> dict[str, str]:
        with image.open() as opened:
            return {"src": shelf.put(opened.read()) or UNREADABLE}

    try:
        result = mammoth.convert_to_html(
            parts.packed(),
            style_map=STYLES,
            id_prefix=PREFIX,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(place),
        )
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise Refusal("damaged") from error  # what mammoth raises on documents that contradict themselves
    html = BACK.sub("", result.value)
    return NOTES.sub('<h2 class="notes">Notes</h2><ol>', html, count=1)
