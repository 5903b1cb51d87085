"""Two hundred mutated and hostile files: each makes a clean draft or a refusal, none a crash or a script."""

import json
import string
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from html import escape
from unittest.mock import Mock

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support_pages.importing import guide
from support_pages.importing.convert import RECURSION, Draft, convert, read, texts
from support_pages.importing.html import clean
from support_pages.importing.pictures import Shelf
from support_pages.importing.prose import plain
from support_pages.importing.remarks import Refusal, Remarks
from tests.support_pages.importing.conftest import Importer
from tests.support_pages.importing.manuscript import WORD
from tests.support_pages.importing.mutants import PAYLOADS, mutated
from tests.support_pages.importing.word_file import RELATION, document_of, repacked

FILES = 200
KINDS = {"hiring guide": "hiring_guide"}


def check_clean(draft: Draft) -> None:
    """No script anywhere: rich text has only our tags and addresses, all else is plain text, and no word is missing."""
    for name, value in draft.blocks:
        assert name in ("text", "heading", "quote", "table", "image"), name
        if name != "text":
            continue
        for tag in BeautifulSoup(value, "html.parser").find_all(True):
            assert tag.name in ("p", "b", "i", "ul", "ol", "li", "a", "br"), value
            assert set(tag.attrs) <= ({"href"} if tag.name == "a" else set()), value
            assert str(tag.get("href", "https://")).lower().startswith(("http://", "https://", "mailto:")), value
    json.dumps(draft.blocks)
    assert "\x00" not in json.dumps(draft.blocks)
    assert not any(code == "words_missing" for code, _values in draft.remarks), draft.remarks


def check_rendered(html: str) -> None:
    """Nothing a browser would run or fetch from elsewhere, and no link but to the web and to mail."""
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find(
        ["script", "iframe", "svg", "math", "style", "form", "embed", "object", "base", "meta", "link"]
    )
    for tag in soup.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on") or name in ("style", "srcdoc")], tag
        assert str(tag.get("href", "#")).startswith(("http://", "https://", "mailto:", "#")), tag
        assert all(str(tag[name]).startswith("/media/") for name in ("src", "srcset") if name in tag.attrs), tag


@pytest.fixture
def deep() -> Iterator[None]:
    """What the process apart allows itself."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.usefixtures("deep")
def test_two_hundred_files_make_no_crash_and_no_script(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process, where a crash fails the test and does not look like a refusal; four of each twenty stored."""
    outcomes: Counter[str] = Counter()
    for seed in range(FILES):
        name, data = mutated(seed)
        started = time.monotonic()
        try:
            draft = read(name, data, KINDS)
            check_clean(draft)
            if seed % 20 < 4:
                monkeypatch.setattr(guide, "convert", Mock(return_value=draft))
                page = importer(name, data).page
                check_rendered(page.body.render_as_block({"page": page}))
            outcomes["read"] += 1
        except Refusal as refusal:
            outcomes[refusal.code] += 1
        except Exception as failure:
            raise AssertionError(name) from failure
        assert time.monotonic() - started < 10, name
    assert outcomes.total() == FILES
    assert outcomes["read"] > FILES // 2
    assert len(outcomes) > 2


@pytest.mark.parametrize("seed", range(8))
def test_the_process_apart_answers_the_same(seed: int) -> None:
    answers = []
    for reader in (convert, read):
        try:
            draft = reader(*mutated(seed), KINDS)
            answers.append(json.dumps([draft.fields, draft.blocks, draft.remarks, draft.words, len(draft.pictures)]))
        except Refusal as refusal:
            answers.append(refusal.code)
    assert answers[0] == answers[1]


def as_links(payloads: list[str]) -> bytes:
    """A Word file with harmful links, as relations and as fields, and markup as text."""
    addresses = [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
    ]
    addresses += ["file:///etc/passwd", "//evil.example/x", "https://fine.example/"]
    fields = "".join(
        f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"{escape(address)}\" "
        f"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>field</w:t></w:r>"
        f"<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        for address in addresses
    )
    links = "".join(
        f"<w:p><w:hyperlink r:id='bad{n}'><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>"
        for n in range(len(addresses))
    )
    texts = "".join(f"<w:p><w:r><w:t>word {escape(payload)}</w:t></w:r></w:p>" for payload in payloads)
    relations = "".join(
        f'<Relationship Id="bad{n}" Type="{RELATION}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for n, address in enumerate(addresses)
    )
    return repacked(
        document_of(fields + links + texts),
        {
            "word/_rels/document.xml.rels": lambda data: data.replace(
                b"</Relationships>", f"{relations}</Relationships>".encode()
            )
        },
    )


@pytest.mark.parametrize("kind", ["md", "html", "txt", "docx"])
def test_rendered_page_has_no_script(importer: Importer, kind: str) -> None:
    if kind == "docx":
        data = as_links(PAYLOADS)
    else:
        begin = {"md": "# Title\n\n", "html": "<h1>Title</h1>", "txt": "Title\n\n"}[kind]
        data = (begin + "\n\n".join(f"word {payload}" for payload in PAYLOADS)).encode()
    result = importer(f"hostile.{kind}", data)
    html = result.page.body.render_as_block({"page": result.page})
    check_rendered(html)
    assert "word" in html
    if kind == "docx":
        links = [tag["href"] for tag in BeautifulSoup(html, "html.parser").find_all("a")]
        assert links == ["https://fine.example/"] * 2


markup = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<i>",
                "<ul>",
                "<li>",
                "</li>",
                "</ul>",
                "<ol>",
                "</ol>",
                "<h1>",
                "</h1>",
                "<h2>",
                "</h2>",
                "<h4>",
                "</h4>",
                "<table>",
                "<tr>",
                "<td>",
                "<th>",
                "</td>",
                "</tr>",
                "</table>",
                "<caption>",
                "</caption>",
                "<blockquote>",
                "</blockquote>",
                "<footer>",
                "<br>",
                "<pre>",
                "</pre>",
                "<div>",
                "</div>",
                "<a\thref=https://x.example>",
                "</a>",
                "<figure>",
                "<figcaption>",
                "</figure>",
                "<dl>",
                "<dt>",
                "<dd>",
                "<hr>",
                "<sup>",
                "</sup>",
                "<img\tsrc=x\talt=seen>",
            ]
        ),
        st.text(string.ascii_letters + " \n&é", min_size=1, max_size=12),
    ),
    max_size=60,
)
lines = st.lists(
    st.text(string.ascii_letters + "*_`[]()#>-+!|:1.^~\\<&é \t", max_size=40)
    | st.sampled_from(["", "- a", "1. b", "# T"]),
    max_size=20,
)
unhurried = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@unhurried
@given(markup)
def test_any_html_keeps_its_words_in_order(pieces: list[str]) -> None:
    source = "<p>begin</p>" + "".join(pieces).replace("\t", " ")
    check_html(source, read("a.html", source.encode(), {}))


def check_html(source: str, draft: Draft) -> None:
    """Every word in order; descriptions of pictures that are not there may stand between."""
    check_clean(draft)
    remarks = Remarks()
    shown = plain(BeautifulSoup(clean(source, Shelf(remarks), remarks), "html.parser"))
    found = iter(WORD.findall(" ".join([*draft.fields.values(), *texts(draft.blocks)])))
    assert all(word in found for word in WORD.findall(shown)), draft.blocks


@unhurried
@given(lines)
def test_any_text_keeps_its_words_in_order(pieces: list[str]) -> None:
    source = "begin.\n\n" + "\n".join(pieces)
    with suppress(Refusal):  # a text that starts as an HTML page does
        check_text(source, read("a.txt", source.encode(), {}))


def check_text(source: str, draft: Draft) -> None:
    """Every word, in order, and no other; only the numbers of lists may be gone."""
    check_clean(draft)
    fields = [draft.fields[name] for name in draft.fields if name != "kind"]
    found = WORD.findall(" ".join([*fields, *texts(draft.blocks)]))
    expected = iter(WORD.findall(source.expandtabs(4)))
    assert all(word in expected for word in found)


@unhurried
@given(lines)
def test_any_markdown_is_clean(pieces: list[str]) -> None:
    with suppress(Refusal):
        check_clean(read("a.md", ("begin.\n\n" + "\n".join(pieces)).encode(), {}))
