"""Texts in which the words that were asked for are marked."""

from collections.abc import Collection

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from support_pages.search.asking import Question
from support_pages.search.words import WORD, stem, words


def marked(text: str, question: Question) -> SafeString:
    """The text, escaped, with ``<mark>`` around each word that has the stem of one that was asked for."""
    wanted = {word for group in question.groups for term in group for word in term}
    return format_html_join("", "{}", ((piece,) for piece in _pieces(text, wanted)))


def _pieces(text: str, wanted: Collection[str]) -> list[SafeString]:
    found, end = [], 0
    for match in WORD.finditer(text):
        if any(stem(word) in wanted for word in words(match[0])):
            found += [conditional_escape(text[end : match.start()]), format_html("<mark>{}</mark>", match[0])]
            end = match.end()
    return [*found, conditional_escape(text[end:])]
