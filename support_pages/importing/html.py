"""Documents as HTML that nobody vouches for: weighed, then cleaned by nh3, their pictures taken to the shelf."""

import re
from dataclasses import dataclass, field
from html import unescape

import nh3

from support_pages.importing import exported, limits
from support_pages.importing.pictures import Shelf
from support_pages.importing.remarks import Refusal, Remarks

EMPHASIS = {"b", "strong", "i", "em", "cite", "dfn", "var", "u", "mark", "small", "s", "del", "ins", "sup", "sub"}
LETTERING = {"span", "font", "code", "kbd", "samp", "tt", "abbr", "q", "time", "label", "bdi", "bdo"}
INLINE = {"a", "br", "img", "wbr"} | EMPHASIS | LETTERING
LISTS = {"ul", "ol", "li", "dl", "dt", "dd", "menu"}
TABLES = {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SECTIONS = {"div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "center"}
FORMS = {"form", "fieldset", "legend", "option", "button", "details", "summary"}
FLOW = {"p", "blockquote", "pre", "hr", "figure", "figcaption"} | SECTIONS | FORMS
TAGS = INLINE | LISTS | TABLES | HEADINGS | FLOW | {"object"}
DROPPED = {"script", "style", "title", "template"}
"""Nothing else may go with its text: ``visible`` says what is text."""
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start", "class"}}
ATTRIBUTES |= {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
ATTRIBUTES |= {tag: {"class"} for tag in ("h1", "h2", "p", "ul")} | {"span": {"class", "style"}}
ADDRESS = re.compile(r"(?:https?://|mailto:)\S", re.I)

PROSE = {"p", "b", "i", "ul", "ol", "li", "a", "br"}
"""The rich text of the site: bold, italic, lists and links."""

WORD = re.compile(r"\w+")
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])

_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|title|template|iframe)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_MARKUP = re.compile(r"<[/!?a-z][^<>]*>", re.I)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.I)
_UNCLOSED = {"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "br", "img", "hr", "wbr"}
_UNCLOSED |= {"input", "meta", "link", "col", "colgroup", "source", "area", "base", "param", "track", "html", "body"}
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,2000})</title\s*>", re.I)
_PICTURE = re.compile(r"data:image/[\w.+-]{1,40};base64,[\w+/=]*", re.I | re.A)
STEEP = 400


@dataclass
class Source:
    """What every format is turned into: HTML that is not trusted yet, with the fields already recognised."""

    html: str
    text: str = ""
    """The document's text, to compare the page with, if it can be had without going through the HTML."""
    fields: dict[str, str] = field(default_factory=dict)
    title: str = ""
    """A title the document carries beside its text, used if the text has none."""


def read(text: str) -> Source:
    """The document in an HTML file."""
    title = _TITLE.search(text)
    check_size(_MARKUP.sub(" ", _HIDDEN.sub(" ", text)))
    return Source(text, title=" ".join(unescape(title[1]).split()) if title else "")


def clean(html: str, shelf: Shelf, remarks: Remarks) -> str:
    """Only the tags of documents, no attribute but what we understand, pictures on the shelf."""
    weigh(html)
    looks = exported.looks_of_classes(html)

    def attribute(tag: str, name: str, value: str) -> str | None:
        if tag == "img" and name == "src":
            return shelf.put_address(value) if value[:5].lower() == "data:" else value
        if name in ("class", "style"):
            return exported.attribute(tag, name, value, looks)
        return exported.destination(value) if name == "href" else value

    return nh3.clean(
        tidy(html),
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "tel", "data", "import"},
        link_rel=None,
    )


def clean_prose(html: str) -> str:
    """Rich text as the editor makes it: nothing passes but its tags and addresses of the web and of mail."""
    return nh3.clean(
        html,
        tags=PROSE,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=None,
    ).replace("<br>", "<br/>")


def is_address(href: str) -> bool:
    """Whether a link leads somewhere rich text may lead to."""
    return bool(ADDRESS.match(href))


def tidy(text: str) -> str:
    """Without the characters no page, database or XML can hold."""
    return text.translate(CONTROL).encode("utf-8", "ignore").decode()


def count(text: str) -> int:
    """The number of words between white space; bullets and dashes on their own are none."""
    return sum(1 for token in text.split() if WORD.search(token))


def check_size(text: str) -> None:
    """Refuse what no guide is and no form could hold; pictures written into the text do not count."""
    text = _PICTURE.sub("", text)
    if len(text) > limits.CHARACTERS_AND_SPACE:
        raise Refusal("too_long", characters=len(text))
    characters = len(" ".join(text.split()))
    if characters > limits.CHARACTERS:
        raise Refusal("too_long", characters=characters)


def weigh(html: str) -> None:
    """Refuse what a parser would need too long for: tags by their number, and how deep they stand in one another.

    One pass, roughly: time to sanitise grows with the square of the depth.
    """
    tags = depth = deepest = cells = 0
    for closing, name in _TAG.findall(_HIDDEN.sub("", html)):
        name = name.lower()
        tags += not closing
        cells += not closing and name in ("td", "th")
        if name in _UNCLOSED:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        deepest = max(deepest, depth)
    if cells > limits.CELLS:
        raise Refusal("too_many_cells", limit=limits.CELLS, columns=limits.COLUMNS)
    if deepest > STEEP:
        raise Refusal("too_deep")
    if tags > limits.TAGS:
        raise Refusal("too_heavy")
