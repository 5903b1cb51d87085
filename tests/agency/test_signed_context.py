"""What a call to action tells the mandate form cannot be forged."""

import pytest
from django.core.signing import Signer
from hypothesis import given
from hypothesis import strategies as st

from agency.signed_context import LONGEST, sign, unsign

CONTEXT = {"page": 12, "specialism": 7, "call": "closing"}


def test_what_was_signed_comes_back() -> None:
    assert unsign(sign(CONTEXT)) == CONTEXT


def test_same_page_has_the_same_link_for_ever() -> None:
    """A page that is cached carries the link of whoever asked first."""
    assert sign(CONTEXT) == sign(dict(CONTEXT))


@given(st.text())
def test_anything_else_is_an_empty_context(text: str) -> None:
    assert unsign(text) == {}


@given(st.integers(min_value=0, max_value=10**6), st.characters(exclude_categories=["Cs"]))
def test_changing_one_letter_empties_the_context(place: int, letter: str) -> None:
    signed = sign(CONTEXT)
    place %= len(signed)
    changed = signed[:place] + letter + signed[place + 1 :]
    assert unsign(changed) in ({}, CONTEXT)
    assert (unsign(changed) == CONTEXT) == (changed == signed) or signed[-1] != changed[-1]


def test_signature_for_something_else_does_not_count() -> None:
    assert unsign(Signer(salt="mandate-confirmation").sign_object(CONTEXT)) == {}
    assert unsign(Signer().sign_object(CONTEXT)) == {}


def test_another_installations_signature_does_not_count(settings) -> None:
    signed = sign(CONTEXT)
    settings.SECRET_KEY = "another key of at least fifty characters, made up for this"
    assert unsign(signed) == {}


@pytest.mark.parametrize("thing", [["page", 1], "page", 12, None])
def test_signed_things_that_are_no_context_are_none(thing: object) -> None:
    assert unsign(Signer(salt="mandate-context").sign_object(thing)) == {}


def test_longest_context_fits_and_longer_ones_are_not_looked_at() -> None:
    biggest = sign({"page": 10**9, "specialism": 10**9, "call": "x" * 20})
    assert len(biggest) <= LONGEST
    assert unsign(biggest)["call"] == "x" * 20
    assert unsign(sign({"call": "x" * LONGEST})) == {}


def test_link_holds_only_letters_that_need_no_quoting() -> None:
    assert set(sign(CONTEXT)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.")
