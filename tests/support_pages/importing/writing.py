"""The manuscript as plain text, Markdown and HTML."""

import base64
from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import Any

from PIL import Image

from tests.support_pages.importing.manuscript import ALT, CALL, LABEL, NOTES, RELATED, Manuscript, Part, Run


def png(size: tuple[int, int] = (64, 48), colour: str = "green") -> bytes:
    """A real picture."""
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def as_text(guide: Manuscript) -> str:
    """With label, title and the other lines a finished guide starts and ends with."""
    lines = [LABEL, guide.title, guide.standfirst, guide.heading, guide.introduction]
    for kind, value in guide.parts:
        if kind in ("h2", "h3"):
            lines.append(value)
        elif kind == "p":
            lines.append("".join(text for text, _style, _link in value))
        elif kind in ("ul", "ol"):
            lines.append("\n".join(_items(value, _plain, _mark(kind))))
        elif kind == "table":
            lines += [f"{value['caption']}.", *(f"{' | '.join(row)}." for row in [value["header"], *value["rows"]])]
        elif kind == "quote":
            lines.append(f"“{value['words']}” {value['who']}, {value['role']}.")
    return "\n\n".join([*lines, *RELATED, *CALL]) + "\n"


def as_markdown(guide: Manuscript) -> str:
    """With two footnotes, a quotation and a picture inside."""
    picture = base64.b64encode(png()).decode()
    lines = [f"# {guide.title}"]
    notes = iter(range(1, len(NOTES) + 1))
    for kind, value in guide.parts:
        if kind in ("h2", "h3"):
            lines.append(f"{'##' if kind == 'h2' else '###'} {value}")
        elif kind == "p":
            number = next(notes, 0)
            lines.append(_marked(value) + (f"[^{number}]" if number else ""))
        elif kind in ("ul", "ol"):
            lines.append("\n".join(_items(value, _marked, _mark(kind))))
        elif kind == "table":
            rows = [value["header"], ["---"] * len(value["header"]), *value["rows"]]
            lines += [value["caption"], "\n".join(f"| {' | '.join(row)} |" for row in rows)]
        elif kind == "quote":
            lines.append(f"> {value['words']}\n>\n> — {value['who']}, {value['role']}")
        elif kind == "image":
            lines.append(f"![{ALT}](data:image/png;base64,{picture})")
    lines += [f"[^{number}]: {note}" for number, note in enumerate(NOTES, start=1)]
    return "\n\n".join(lines) + "\n"


def as_html(guide: Manuscript) -> str:
    """A whole page."""
    picture = base64.b64encode(png()).decode()
    parts = []
    for kind, value in guide.parts:
        if kind in ("h2", "h3"):
            parts.append(f"<{kind}>{escape(value)}</{kind}>")
        elif kind == "p":
            parts.append(f"<p>{_tagged(value)}</p>")
        elif kind in ("ul", "ol"):
            parts.append(_list(kind, value))
        elif kind == "table":
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in value["rows"])
            head = "".join(f"<th>{escape(cell)}</th>" for cell in value["header"])
            caption = f"<caption>{escape(value['caption'])}</caption>"
            parts.append(f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
        elif kind == "quote":
            who = f"{value['who']}, {value['role']}"
            parts.append(f"<blockquote><p>{value['words']}</p><footer>— {who}</footer></blockquote>")
        elif kind == "image":
            parts.append(f'<figure><img src="data:image/png;base64,{picture}" alt="{ALT}"></figure>')
    title = escape(guide.title)
    head = f"<head><meta charset=utf-8><title>{title}</title><style>p{{color:red}}</style></head>"
    main = f'<h1>{title}</h1><p class="subtitle">{escape(guide.standfirst)}</p>{"".join(parts)}'
    return f"<!doctype html><html lang=en>{head}<body><main>{main}</main><script>track()</script></body></html>"


def _mark(kind: str) -> Callable[[int], str]:
    return lambda number: "-" if kind == "ul" else f"{number}."


def _items(items: Any, write: Callable[[list[Run]], str], mark: Callable[[int], str], level: int = 0) -> list[str]:
    lines = []
    for number, (runs, nested) in enumerate(items, start=1):
        lines.append(f"{'    ' * level}{mark(number)} {write(runs)}")
        lines += _items(nested, write, lambda _number: "-", level + 1)
    return lines


def _plain(runs: list[Run]) -> str:
    return "".join(text for text, _style, _link in runs)


def _marked(runs: list[Run]) -> str:
    marks = {"b": "**", "i": "*", "": ""}
    written = [f"[{text}]({link})" if link else f"{marks[style]}{text}{marks[style]}" for text, style, link in runs]
    return "".join(written)


def _tagged(runs: list[Run]) -> str:
    tags = {"b": "strong", "i": "em"}
    written = []
    for text, style, link in runs:
        inner = f"<{tags[style]}>{escape(text)}</{tags[style]}>" if style else escape(text)
        written.append(f'<a href="{link}">{inner}</a>' if link else inner)
    return "".join(written)


def _list(kind: str, items: Any) -> str:
    written = [f"<li>{_tagged(runs)}{_list('ul', nested) if nested else ''}</li>" for runs, nested in items]
    return f"<{kind}>{''.join(written)}</{kind}>"


def parts_of(guide: Manuscript, *kinds: str) -> list[Part]:
    """The parts of some kinds."""
    return [part for part in guide.parts if part[0] in kinds]
