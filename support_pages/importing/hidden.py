"""Hidden text in Word files, which nothing hides on a page."""

from collections.abc import Iterator

from support_pages.importing.word_xml import BREAKS, PASSED_OVER, TEXT, Element, W

VANISH = f"{W}rPr/{W}vanish"


def hidden_text(root: Element, styles: set[str]) -> Iterator[str]:
    """What hidden runs say, a paragraph at a time; ``styles`` are those that hide."""
    for paragraph in root.iter(f"{W}p"):
        inherited = _style(paragraph, "p") in styles
        hidden = (
            _said(run) for run in _runs(paragraph) if _hides(run, inherited=inherited or _style(run, "r") in styles)
        )
        text = "".join(hidden).strip()
        if text:
            yield text


def hiding_styles(root: Element) -> set[str]:
    """The styles that hide what is set in them, by themselves or by what they are based on."""
    based: dict[str, list[str]] = {}
    waiting: list[str] = []
    for style in root.iter(f"{W}style"):
        name, base = style.get(f"{W}styleId", ""), style.find(f"{W}basedOn")
        if style.find(VANISH) is None and base is not None:
            based.setdefault(base.get(f"{W}val", ""), []).append(name)
        elif _hides(style, inherited=False):
            waiting.append(name)
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting += based.pop(name, [])
    return found


def _runs(element: Element) -> Iterator[Element]:
    """The runs of a paragraph, without those of text boxes in it, which have paragraphs of their own."""
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in PASSED_OVER and child.tag != f"{W}p":
            yield from _runs(child)


def _said(run: Element) -> str:
    return "".join(part.text or "" if part.tag in TEXT else " " for part in run if part.tag in TEXT | BREAKS)


def _style(element: Element, kind: str) -> str:
    style = element.find(f"{W}{kind}Pr/{W}{kind}Style")
    return "" if style is None else style.get(f"{W}val", "")


def _hides(element: Element, *, inherited: bool) -> bool:
    mark = element.find(VANISH)
    return inherited if mark is None else mark.get(f"{W}val", "1").lower() not in ("0", "false", "off")
