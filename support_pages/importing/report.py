"""What an import answers, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from support_pages.importing.remarks import Refusal, Remark
from support_pages.models import SupportPage

TYPES = {
    "word": _("a Word document"),
    "markdown": _("a Markdown file"),
    "html": _("an HTML page"),
    "text": _("plain text"),
    "old_word": _("an old Word document (.doc)"),
    "other_office": _("another Office document"),
    "macros": _("a Word document with macros"),
    "pdf": _("a PDF"),
    "rtf": _("an RTF document"),
    "picture": _("a picture"),
    "archive": _("an archive"),
    "program": _("a program"),
    "binary": _("not text"),
}

REFUSALS = {
    "unknown_type": _("Only Word (.docx), Markdown (.md), HTML (.html) and plain text (.txt) can be imported."),
    "empty": _("The file is empty."),
    "no_text": _("There is no text in the file."),
    "too_large": _("The file is larger than 20 MB. Make its pictures smaller, or split it."),
    "encrypted": _("The file is protected with a password. Save it without one and import it again."),
    "mismatch": _("By its name the file is %(named)s, by its content it is %(found)s. Save it in the type you mean."),
    "damaged": _("The file is damaged: it cannot be read. Open it, save it again and import that."),
    "failed": _("The file could not be read. Open it, save it again and import that; if it stays so, tell us."),
    "bomb": _("The file unpacks to far more than a guide can be. It was not opened."),
    "too_deep": _("The file nests its parts too deep to be a guide."),
    "too_heavy": _("Reading the file takes more time or memory than a guide may. Simplify it, or split it."),
    "too_long": _("The file has %(characters)s characters, more than one guide can hold. Split it."),
    "too_large_to_edit": _("The guide would be larger than the editor can save. Split the file."),
    "too_many_cells": _("The tables have more than %(limit)s cells together or %(columns)s columns. Split them."),
    "too_many_blocks": _("The file makes more than %(limit)s blocks, more than the editor can hold. Split it."),
}

REMARKS = {
    "guessed_encoding": _("The text does not say how its letters are stored; look at accents and quotation marks."),
    "words_missing": _("%(number)s words of the file did not arrive: %(words)s."),
    "title_from_properties": _("The text has no title; “%(words)s” comes from the file’s properties."),
    "title_from_name": _("The text has no title; it was made from the file’s name."),
    "kind_assumed": _("The file does not say its kind; it was taken for: %(words)s."),
    "field_too_long": _("%(field)s holds %(limit)s characters, this one has %(length)s: it is kept in the text."),
    "title_cut": _("The title is longer than %(limit)s characters. It is shortened; all of it opens the text."),
    "field_kept_in_order": _("%(field)s is kept in the text as well, so that the order stays."),
    "shape_partly": _("Label and title were recognised, the rest of a guide’s shape was not: it is in the text."),
    "related_kept": _("“%(words)s”: the page lists related pages by itself. Remove these lines if they only said so."),
    "label_kept": _("The label “%(words)s” is not one of our kinds; it opens the text."),
    "front_matter": _("The properties at the top of the file were left out: “%(words)s”."),
    "levels": _("Headings deeper than the second level of the text became parts of the section above."),
    "heading_too_long": _("A heading over %(limit)s characters is kept as a bold paragraph: “%(words)s”."),
    "heading_link": _("Headings hold no links; the one in “%(words)s” is gone."),
    "link_dropped": _("The link on “%(words)s” is gone: only addresses of the web and of mail are kept."),
    "struck": _("Text that was struck through is plain text now: see that it still says what it should."),
    "raised": _("Raised or lowered text is plain text now."),
    "numbering": _("A numbered list that did not start at 1 does so now."),
    "flattened": _("Inside a list item this is kept as lines of text: “%(words)s”."),
    "preformatted": _("Preformatted text is kept as a paragraph with line breaks: “%(words)s”."),
    "divider": _("A dividing line was left out."),
    "quote_kept": _("A quotation that names nobody, or is too long for a quote, is kept as text: “%(words)s”."),
    "caption_kept": _("A caption that belongs to no table or picture is kept as a paragraph: “%(words)s”."),
    "table_plain": _("Cells hold plain text: bold, italic and lists in a table became plain text."),
    "table_link": _("Cells hold no links; “%(words)s” led to %(address)s."),
    "table_merged": _("Merged cells were taken apart; the text stands in the first of them."),
    "table_first_row": _("A table without a marked header: its first row became the headings: “%(words)s”."),
    "table_caption": _("A table without a caption; give it one: “%(words)s”."),
    "table_unwrapped": _("A table that only arranges text is kept as text: “%(words)s”."),
    "picture_alt": _("A picture without alternative text: say what it shows, or mark it as decoration."),
    "picture_moved": _("A picture inside a list stands after the list now."),
    "picture_elsewhere": _("A picture on another site was not fetched; a link stands in its place: %(address)s."),
    "picture_missing": _("A picture that is not in the file was left out: “%(words)s”."),
    "picture_unreadable": _("A picture was left out: it is damaged, or not PNG, JPEG, GIF, WebP, TIFF or BMP."),
    "picture_too_large": _("A picture of more than 10 MB or 25 megapixels was left out."),
    "picture_too_many": _("A file may bring 60 pictures, of 25 MB together; those after that were left out."),
    "picture_not_allowed": _(
        "Pictures were left out: you may not add any to the library. Their descriptions are kept."
    ),
    "pictures_left_out": _("%(number)s pictures or drawings could not be brought in."),
    "unusual_kept": _("Text of a drawing, a formula, a frame or raw text is kept as a paragraph: “%(words)s”."),
    "hidden": _(
        "Hidden text of the document is text like any other now; remove it if it is not for readers: “%(words)s”."
    ),
    "formula": _("A formula is kept as text: “%(words)s”."),
    "tracked": _("Text deleted with change tracking was left out."),
    "left_out_margin": _("The header or footer of the document was left out: “%(words)s”."),
    "left_out_comments": _("The document’s comments were left out."),
    "left_out_diagram": _("A diagram was left out."),
    "left_out_chart": _("A chart was left out."),
    "left_out_embedded": _("A file inside the document was left out."),
    "not_published": _("It was not published: something a published page needs is missing. The editor shows what."),
    "not_published_error": _("It was not published, it is a draft: %(message)s"),
}


@dataclass(frozen=True)
class ImportResult:
    """The page an import made, and what to look at."""

    page: SupportPage
    words_in: int
    words_out: int
    warnings: list[str]


def refusal_text(refusal: Refusal) -> str:
    """Why a file is not read."""
    values = {name: TYPES.get(value, value) for name, value in refusal.values.items()}
    return str(REFUSALS[refusal.code] % values)


def remark_texts(remarks: Iterable[Remark]) -> list[str]:
    """Remarks as sentences; those made more than once say how often."""
    return [_sentence(code, values) for code, values in remarks]


def _sentence(code: str, values: dict[str, Any]) -> str:
    sentence = str(REMARKS[code] % values)
    times = values.get("count", 1)
    return (
        sentence if times == 1 else str(_("%(sentence)s (%(times)s times)") % {"sentence": sentence, "times": times})
    )
