"""Two wordings of one question have one key; two questions have two."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agency.questions import ASKING, DO, LONGEST_KEY, SMALL_WORDS, WHETHER, question_key

WORDS = st.sampled_from(["engineer", "cost", "hire", "salary", "when", "london", "c++", "c#", "node.js", "3", "not"])
TELLING_NOTHING = sorted(SMALL_WORDS - ASKING - DO - WHETHER.keys() - {"from"})
"""Small words that change nothing wherever they stand; of the others, how the question asks decides."""
QUESTION = st.lists(WORDS, min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What does a Machine Learning Engineer cost?", "How much do machine-learning engineers cost"),
        ("Hiring an engineer in London", "hire engineers in LONDON?"),
        ("What is an engineer’s salary?", "What are engineers' salaries"),
        ("What’s the salary of a CTO", "What is a CTO's salary?"),
        ("Café salaries", "cafe salary"),
        ("What does “senior” mean?", "What does 'senior' mean"),
        ("Søker", "søker?"),
        ("How do I hire an ML engineer?", "Hiring ML engineers: how?"),
        ("How do I hire an ML engineer?", "How to hire ML engineers"),
        ("How should we hire an ML engineer?", "Hiring ML engineers"),
        ("What is an engineer’s salary?", "Engineer salary"),
        ("What do I pay an engineer?", "How much should we pay engineers?"),
        ("What to pay an engineer", "How much to pay engineers"),
        ("What does a data engineer do?", "What a Data Engineer does"),
        ("Can I hire contractors in Germany?", "Could we hire a contractor in Germany?"),
        ("How do I move from Berlin to London?", "Moving to London from Berlin"),
        ("Engineers from abroad", "An engineer from abroad?"),
    ],
)
def test_wordings_of_one_question(one: str, other: str) -> None:
    assert question_key(one) == question_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("When do engineers leave?", "Why do engineers leave?"),
        ("Who to hire", "Who not to hire"),
        ("What does a C developer cost?", "What does a C++ developer cost?"),
        ("What does a C# developer cost?", "What does a C++ developer cost?"),
        ("Senior engineer pay", "Junior engineer pay"),
        ("採用とは", "面接とは"),
        ("What does a data engineer do?", "How many data engineers are there?"),
        ("What is a data engineer?", "What does a data engineer do?"),
        ("Should we hire a data engineer?", "How do I hire a data engineer?"),
        ("Should I hire contractors?", "Can I hire contractors?"),
        ("Can I hire contractors in Germany?", "How do I hire contractors in Germany?"),
        ("How do I pay a data engineer?", "How much do I pay a data engineer?"),
        ("How do recruiters charge?", "How much do recruiters charge?"),
        ("Which security engineer should I hire?", "How do I hire a security engineer?"),
        ("Relocate an engineer from Berlin to London", "Relocate an engineer from London to Berlin"),
        ("How do I move from permanent to contract hiring?", "How do I move from contract to permanent hiring?"),
        ("From data engineer to data scientist", "From data scientist to data engineer"),
        ("Hiring engineers from competitors", "Hiring engineers for competitors"),
    ],
)
def test_two_questions(one: str, other: str) -> None:
    assert question_key(one) != question_key(other)


@pytest.mark.parametrize("question", ["", " ", "?!", "…"])
def test_no_question_has_no_key(question: str) -> None:
    assert question_key(question) == ""


def test_question_of_small_words_only_keeps_them() -> None:
    assert question_key("How is it?") == "how is it"
    assert question_key("How is it?") != question_key("How are you?")


@given(st.text(max_size=200))
def test_any_text_has_a_key_that_fits(text: str) -> None:
    key = question_key(text)
    assert len(key) <= LONGEST_KEY
    assert key.split() == sorted(set(key.split())) or len(key) == LONGEST_KEY


@given(QUESTION, st.randoms(use_true_random=False), st.lists(st.sampled_from(TELLING_NOTHING), max_size=4))
def test_order_repetition_small_words_case_and_signs_do_not_matter(words: list[str], chance, small: list[str]) -> None:
    mixed = [*words, *words[:2], *small]
    chance.shuffle(mixed)
    reworded = unicodedata.normalize("NFD", ", ".join(mixed).title()) + "?"
    assert question_key(reworded) == question_key(" ".join(words))


@given(QUESTION, WORDS)
def test_another_word_makes_another_question(words: list[str], word: str) -> None:
    assert (question_key(" ".join([*words, word])) == question_key(" ".join(words))) == (word in words)
