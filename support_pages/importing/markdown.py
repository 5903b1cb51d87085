"""Markdown, by markdown-it: CommonMark with tables, strikethrough and footnotes."""

import re
from collections import deque
from textwrap import dedent
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from support_pages.importing import inline_html, limits
from support_pages.importing.html import Source, check_size
from support_pages.importing.remarks import Remarks, excerpt

DEFINITION = re.compile(r"\[\^([^\]\s]{1,60})\]:[ \t]*(.*)")
REFERENCE = re.compile(r"\[\^([^\]\s]{1,60})\]")
FRONT_MATTER = re.compile(
    r"---[ \t]*\n((?:[A-Za-z][\w -]*:[^\n]*\n|[ \t]+[^\n]*\n){1,60})(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
FRONT_TITLE = re.compile(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.M | re.I)


class Parser(MarkdownIt):
    """Takes every address for one: what leads nowhere safe loses its link when cleaned, not its text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name
        """Whatever it is."""
        return True


def read(text: str, remarks: Remarks) -> Source:
    """The document in a Markdown file."""
    check_size(text)
    title = ""
    front = FRONT_MATTER.match(text)
    if front:
        found = FRONT_TITLE.search(front[1])
        title = found[1] if found else ""
        remarks.add("front_matter", words=excerpt(front[1], 400))
        text = text[front.end() :]
    env: dict[str, Any] = {"notes": {}, "defined": [], "numbers": {}, "waiting": deque()}
    parser = _parser()
    html = parser.render(text, env) + _notes(parser, env)
    return Source(html, title=title)


def _parser() -> MarkdownIt:
    parser = Parser("commonmark", {"maxNesting": 4 * limits.NESTING}).enable(["table", "strikethrough"])
    parser.block.ruler.before("reference", "note", _definition, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note", _reference)
    parser.core.ruler.after("block", "wide_rows", _wide_rows)
    parser.core.ruler.after("inline", "keep_words", inline_html.keep_words)
    parser.add_render_rule("note", lambda _self, tokens, place, *_more: f"<sup>[{tokens[place].content}]</sup>")
    return parser


def _notes(parser: MarkdownIt, env: dict[str, Any]) -> str:
    """The notes in the order they are referred to, then those nothing refers to."""
    items: list[str] = []
    labels = iter(env["defined"])  # which grows if a note defines another
    while len(items) < len(env["notes"]):
        while not env["waiting"]:
            _number(env, next(labels))
        items.append(f"<li>{parser.render(env['notes'][env['waiting'].popleft()], env)}</li>")
    return f'<h2 class="notes">Notes</h2><ol>{"".join(items)}</ol>' if items else ""


def _number(env: Any, label: str) -> int:
    """The number of a note; a new one waits to be written at the end."""
    numbers: dict[str, int] = env["numbers"]
    if label not in numbers:
        numbers[label] = len(numbers) + 1
        env["waiting"].append(label)
    return numbers[label]


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^label]: text`` with the lines that continue it."""
    if state.is_code_block(start):
        return False
    found = DEFINITION.match(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if not found or found[1] in state.env["notes"]:
        return False
    label = found[1]
    if silent:
        return True
    line = after = start + 1
    while line < end:
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        is_lazy = line == after and not DEFINITION.match(text)
        if text.strip() and not is_lazy and state.sCount[line] - state.blkIndent < 2:
            break
        line += 1
        after = line if text.strip() else after
    more = state.getLines(start + 1, after, state.blkIndent, True)
    state.env["notes"][label] = f"{found[2]}\n{dedent(more)}"
    state.env["defined"].append(label)
    state.line = after
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    """``[^label]`` where such a note is defined."""
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if not found or found[1] not in state.env.get("notes", {}):
        return False
    if not silent:
        state.push("note", "", 0).content = str(_number(state.env, found[1]))
    state.pos = found.end()
    return True


def _wide_rows(state: StateCore) -> None:
    """Cells beyond the columns of the header, which the standard drops, go into the last column."""
    lines = state.src.split("\n")
    cells: list[Any] = []
    row = None
    for token in state.tokens:
        if token.type == "tr_open":
            row, cells = token, []
        elif token.type == "inline" and row is not None:
            cells.append(token)
        elif token.type == "tr_close" and row is not None:
            line = lines[row.map[0]].strip().lstrip("> ").strip() if row.map else ""
            written = escapedSplit(line)
            written = written[1:] if written and not written[0] else written
            written = written[:-1] if written and not written[-1] else written
            if cells and len(written) > len(cells):
                cells[-1].content = " · ".join(part.strip() for part in [cells[-1].content, *written[len(cells) :]])
            row = None
