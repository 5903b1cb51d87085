"""Words as the search compares them: without accents, capitals and endings. The same for both databases.

Texts are folded when they are stored and questions when they are asked, so that a database compares plain words only:
``Café`` is found by ``cafe`` and ``engineers`` by ``engineering``, on SQLite as on PostgreSQL.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from html import unescape
from typing import Any

import snowballstemmer
from django.utils.html import strip_tags

from agency.questions import SMALL_WORDS
from support_pages.models.search import LONGEST_WORD

WHOLE = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'"}
)
"""Letters that Unicode does not take apart into a plain one and an accent."""
WORD = re.compile(r"[^\W_]+(?:[&'][^\W_]+)*(?:\+\+|#)?")
"""Letters and digits, with what belongs to a name: ``c++``, ``c#``, ``r&d``."""
POSSESSIVE = re.compile(r"'s?$")
SMALL = SMALL_WORDS | {"any", "as", "best", "get", "having", "when", "where", "who", "why"}
"""Words that a question may be asked with and a page found without."""


def folded(text: str) -> str:
    """A text in small letters without accents; what no database holds is gone."""
    plain = unicodedata.normalize("NFKD", text.replace("\0", " ")).casefold()
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(WHOLE)


def words(text: str) -> list[str]:
    """The words of a plain text, folded, in order."""
    return [plain for word in WORD.findall(folded(text)) if (plain := POSSESSIVE.sub("", word)[:LONGEST_WORD])]


def plain_text(markup: str) -> str:
    """The text of some HTML; words that only tags keep apart stay apart."""
    return unescape(strip_tags(markup.replace("<", " <")))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What is left of a folded word without its ending; Porter's second algorithm (Snowball, 2001)."""
    return str(_stemmer().stemWord(word)) or word


def stems(found: Iterable[str]) -> list[str]:
    """The stems of words, in order."""
    return [stem(word) for word in found]


def distinct(found: Iterable[str]) -> str:
    """Each word once, in order, with one space between two: as entries hold them."""
    return " ".join(dict.fromkeys(found))
