"""HTML as word processors save it: what is a tag elsewhere is a class, a style or an address of theirs there.

Google Docs writes bold as a class of the style sheet, titles as paragraphs, nested lists as lists beside one another,
and leads every link over its own server; Word has classes of its own for titles and captions.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag

KNOWN = {"title", "subtitle", "caption", "notes"}
WORD_CLASSES = {"msotitle": "title", "msosubtitle": "subtitle", "msocaption": "caption"}
LEVEL = re.compile(r"lst-kix_(?P<list>\w{1,60})-(?P<level>[0-8])")
SHEET = re.compile(r"<style\b[^<>]*>([^<]{0,200000})</style", re.I)
RULE = re.compile(r"\.([\w-]{1,40})\s{0,9}\{([^{}]{0,2000})\}", re.A)
LOOKS = {
    "b": re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I),
    "i": re.compile(r"font-style:\s*(?:italic|oblique)", re.I),
}


def looks_of_classes(html: str) -> dict[str, set[str]]:
    """Which classes of the page's style sheet are bold or italic."""
    rules = (rule for sheet in SHEET.finditer(html) for rule in RULE.finditer(sheet[1]))
    return {rule[1]: found for rule in rules if (found := _looks(rule[2]))}


def _looks(style: str) -> set[str]:
    return {name for name, look in LOOKS.items() if look.search(style)}


def attribute(tag: str, name: str, value: str, looks: dict[str, set[str]]) -> str | None:
    """What an attribute ``class`` or ``style`` says, in our words; nothing if it says nothing to us."""
    if name == "style":
        return " ".join(sorted(_looks(value))) or None
    classes = value.split()
    if tag == "span":
        return " ".join(sorted(set().union(*(looks.get(known, set()) for known in classes)))) or None
    if tag in ("ul", "ol"):
        return next((known for known in classes if LEVEL.fullmatch(known)), None)
    named = (WORD_CLASSES.get(known.lower(), known) for known in classes)
    return next((known for known in named if known in KNOWN), None)


def destination(href: str) -> str:
    """Where a link leads that Google Docs sends over its own server; any other as it is."""
    if not href.startswith(("https://www.google.com/url?", "http://www.google.com/url?")):
        return href
    try:
        return parse_qs(urlsplit(href).query).get("q", [href])[0]
    except ValueError:
        return href


def nest(soup: BeautifulSoup) -> None:
    """Put the lists of Google Docs inside one another, as the level in their class says, and join what it cut."""
    for lists in list(_beside_one_another(soup)):
        outer: list[tuple[int, Tag]] = []
        for place, (level, tag) in enumerate(lists):
            while outer and outer[-1][0] > level:
                outer.pop()
            if outer and outer[-1][0] == level:
                for item in tag.find_all("li", recursive=False):
                    outer[-1][1].append(item)
                tag.decompose()
                continue
            items = outer[-1][1].find_all("li", recursive=False) if outer else []
            if items and place:
                items[-1].append(tag.extract())
            outer.append((level, tag))


def _beside_one_another(soup: BeautifulSoup) -> Iterator[list[tuple[int, Tag]]]:
    """Runs of such lists of one name with nothing between them."""
    done: set[int] = set()
    for first in soup.find_all(["ul", "ol"]):
        found, name = [], ""
        tag: Tag | None = first
        while tag is not None and id(tag) not in done:
            level = LEVEL.fullmatch(" ".join(tag.get_attribute_list("class")))
            if not level or name not in ("", level["list"]):
                break
            name = level["list"]
            done.add(id(tag))
            found.append((int(level["level"]), tag))
            after = tag.next_sibling
            while isinstance(after, NavigableString) and not after.strip():
                after = after.next_sibling
            tag = after if isinstance(after, Tag) and after.name in ("ul", "ol") else None
        if len(found) > 1:
            yield found
