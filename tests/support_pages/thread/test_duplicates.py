"""No two guides say the same."""

import pytest
from wagtail.models import Locale

from support_pages.models import BodySketch, SupportPage
from tests import factories
from tests.support_pages.bodies import body
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, messages, problems, prose, text

pytestmark = pytest.mark.django_db


@pytest.mark.database
@pytest.mark.breaks("near-duplicate")
def test_copy_in_the_cluster_and_in_another(clean: Clean, directory) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    first = clean.make(clean.specialism, title="First", body=body(text(prose(400))))
    for parent, share in ((clean.specialism, "100%"), (other, "8")):
        more = prose(80, seed=7) if parent is other else ""
        copy = clean.make(parent, title="Copy", body=body(text(prose(400) + more)))
        assert f"About {share}" in messages(problems(copy, "near-duplicate"))[0]
        assert "“Copy”" in messages(problems(first, "near-duplicate"))[0], "both are told"
        copy.delete()


@pytest.mark.breaks("near-duplicate")
def test_draft_is_compared_with_what_is_published(clean: Clean) -> None:
    first = clean.make(clean.specialism, title="First", body=body(text(prose(400))))
    new = SupportPage(title="New", body=body(text(prose(400))))
    assert "“First”" in messages(in_draft(new, "near-duplicate", clean.specialism))[0]
    edited = fresh(clean.hiring)
    edited.body = first.body
    assert in_draft(edited, "near-duplicate")


@pytest.mark.breaks("near-duplicate")
def test_guides_stored_without_a_sketch_get_one(clean: Clean) -> None:
    first, second = (clean.make(clean.specialism, body=body(text(prose(400)))) for _number in range(2))
    BodySketch.objects.all().delete()
    assert problems(first, "near-duplicate")
    assert problems(second, "near-duplicate")


@pytest.mark.holds("near-duplicate")
def test_other_words_a_draft_and_another_language(clean: Clean) -> None:
    first = clean.make(clean.specialism, body=body(text(prose(400))))
    clean.make(clean.specialism, body=body(text(prose(90) + prose(400, seed=8))))
    assert not problems(first, "near-duplicate"), "a few sentences in common"
    clean.make(clean.specialism, body=body(text(prose(400))), live=False)
    assert not problems(first, "near-duplicate"), "one that is not published"
    french = Locale.objects.create(language_code="fr")
    clean.make(clean.specialism, body=body(text(prose(400))), locale=french)
    assert not problems(first, "near-duplicate"), "one of another language"
    assert not in_draft(fresh(first), "near-duplicate"), "itself"
    assert not in_draft(SupportPage(title="New"), "near-duplicate", clean.specialism), "nothing written yet"


@pytest.mark.holds("near-duplicate")
def test_an_alias_says_what_its_original_says(clean: Clean) -> None:
    alias = fresh(clean.hiring).create_alias(parent=fresh(clean.specialism), update_slug="alias")
    for page in (clean.hiring, alias):
        assert not problems(page, "near-duplicate")
    assert not in_draft(fresh(clean.hiring), "near-duplicate")
    copy = clean.make(clean.specialism, body=fresh(clean.hiring).body)
    assert messages(problems(copy, "near-duplicate"))[0].count("“Hiring”") == 1
