"""Words, corrections and marks, without a database."""

import pytest

from support_pages.search.asking import MOST_WORDS, read
from support_pages.search.marking import marked
from support_pages.search.ranking import Candidate, ranked
from support_pages.search.spelling import forgiven, slips
from support_pages.search.synonyms import expanded
from support_pages.search.synonyms import read as read_synonyms
from support_pages.search.words import plain_text, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café Zürich", ["cafe", "zurich"]),
        ("Søren Łódź Straße", ["soren", "lodz", "strasse"]),
        ("the company’s R&D", ["the", "company", "r&d"]),
        ("C++, C# and Node.js", ["c++", "c#", "and", "node", "js"]),
        ("machine-learning_engineer", ["machine", "learning", "engineer"]),
        ("\0 … —", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tags_keep_words_apart() -> None:
    assert words(plain_text("<p>one</p><p>two &amp; three</p>")) == ["one", "two", "three"]


def test_small_words_are_left_out_unless_they_are_all_there_is() -> None:
    assert read("how to hire an engineer").words == ("hire", "engineer")
    assert read("who is it").words != ()
    assert read("IT security").words == ("it", "security")


def test_question_has_a_bounded_length() -> None:
    question = read("a1 b2 c3 d4 e5 f6 g7 h8 i9 " * 100)
    assert len(question.words) == MOST_WORDS
    assert len(question.shown) <= 100


def test_longest_term_wins() -> None:
    meanings = read_synonyms("ML, machine learning\nlearning, training\nnothing\n,,\n")
    assert expanded(["machin", "learn", "engin"], meanings) == [(("machin", "learn"), ("ml",)), (("engin",),)]
    assert expanded(["learn"], meanings) == [(("learn",), ("train",))]


@pytest.mark.parametrize(
    ("typed", "meant", "expected"),
    [
        ("enginer", "engineer", 1),
        ("mahcine", "machine", 1),
        ("kuberntes", "kubernetes", 1),
        ("abc", "abc", 0),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(typed: str, meant: str, expected: int) -> None:
    assert slips(typed, meant) == slips(meant, typed) == expected


def test_long_words_are_forgiven_more() -> None:
    assert [forgiven("x" * letters) for letters in (4, 5, 6, 9, 20)] == [1, 1, 2, 3, 3]


def test_marks_are_put_around_whole_words_and_all_else_is_escaped() -> None:
    question = read("cafe <engineer>")
    assert marked("Café & Engineers’ <b>", question) == "<mark>Café</mark> &amp; <mark>Engineers</mark>’ &lt;b&gt;"


def test_ranking_prefers_names_that_are_nothing_but_the_question() -> None:
    question = read("platform engineer")
    candidates = [
        Candidate(1, "hire a platform for engin", "hire platform engin", 3, None),
        Candidate(2, "other | platform engin", "other platform engin", 3, None),
        Candidate(3, "platform engin", "platform engin", 3, None),
        Candidate(4, "other", "other platform engin", 1, None),
        Candidate(5, "other", "other", 1, None),
    ]
    assert ranked(candidates, question) == [3, 2, 1, 4, 5]
