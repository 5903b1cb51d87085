"""Each question is answered by one page."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Locale

from support_pages.models import SupportPage
from support_pages.thread.rule import Severity
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, messages, problems, write

pytestmark = pytest.mark.django_db
QUESTION = "What does a Machine Learning Engineer cost?"
REWORDED = "How much do machine-learning engineers cost"


@pytest.mark.breaks("same-question")
def test_two_published_pages(clean: Clean) -> None:
    write(clean.hiring, target_question=QUESTION)
    write(clean.salary, target_question=REWORDED)
    (found,) = problems(clean.salary, "same-question")
    assert "“Hiring” answers the same question" in found.message
    assert found.cure.url == f"/admin/pages/{clean.hiring.pk}/edit/"
    assert problems(clean.hiring, "same-question")
    write(clean.specialism, target_question=QUESTION)
    assert len(problems(clean.specialism, "same-question")) == 2, "a specialism and its guides too"


@pytest.mark.database
@pytest.mark.breaks("same-question")
def test_second_editor_is_told_of_what_waits(clean: Clean) -> None:
    clean.make(clean.specialism, title="Draft", target_question=QUESTION, live=False)
    waiting = fresh(clean.hiring)
    waiting.target_question = QUESTION
    waiting.save_revision()
    new = SupportPage(title="New", target_question=REWORDED)
    found = in_draft(new, "same-question", clean.specialism)
    assert [message.partition(" answers")[0] for message in messages(found)] == [
        "“Draft”, which is not published,",
        "The draft of “Hiring”",
    ]
    assert [problem.severity for problem in found] == [Severity.WARNING] * 2, "nobody's draft stops another page"
    assert found[1].cure.url == f"/admin/pages/{clean.hiring.pk}/edit/"
    assert in_draft(waiting, "same-question")
    assert not problems(write(clean.salary, target_question=QUESTION), "same-question"), "readers see only one"


@pytest.mark.breaks("same-question")
def test_only_what_readers_see_is_an_error(clean: Clean) -> None:
    live = write(clean.hiring, target_question=QUESTION)
    clean.make(clean.specialism, title="Abandoned", target_question=QUESTION, live=False)
    (found,) = in_draft(live, "same-question")
    assert not found.is_error
    live.unpublish()
    found = in_draft(SupportPage(title="New", target_question=QUESTION), "same-question", clean.specialism)
    assert [problem.is_error for problem in found] == [False, False], "one never published, one withdrawn"
    fresh(live).save_revision().publish()
    waiting = fresh(live)
    waiting.save_revision()
    found = in_draft(SupportPage(title="New", target_question=QUESTION), "same-question", clean.specialism)
    assert [problem.is_error for problem in found] == [True, False], "published and drafted again: once, as an error"


@pytest.mark.holds("same-question")
def test_other_questions_none_other_languages_and_itself(clean: Clean) -> None:
    guide = write(clean.hiring, target_question=QUESTION)
    write(clean.salary, target_question="Where do Machine Learning Engineers work?")
    assert not problems(guide, "same-question")
    french = Locale.objects.create(language_code="fr")
    clean.make(clean.specialism, target_question=QUESTION, locale=french)
    assert not problems(guide, "same-question")
    waiting = fresh(guide)
    waiting.save_revision()
    assert not in_draft(waiting, "same-question"), "its own earlier draft"
    write(clean.hiring, target_question="")
    write(clean.salary, target_question="?!")
    assert not problems(clean.salary, "same-question"), "no question at all"


def test_keys_of_another_release_are_computed_again(clean: Clean) -> None:
    write(clean.hiring, target_question="Should we hire an engineer?")
    write(clean.specialism, target_question="Can we hire an engineer?")
    for page in (clean.hiring, clean.specialism):
        type(page).objects.filter(pk=page.pk).update(question_key="engin hire")
    import_module("support_pages.migrations.0010_question_keys").compute_again(apps, None)
    assert [fresh(page).question_key for page in (clean.hiring, clean.specialism, clean.salary)] == [
        "engin hire should",
        "can engin hire",
        "",
    ]


@pytest.mark.holds("same-question")
def test_an_alias_does_not_compete_with_its_original(clean: Clean) -> None:
    guide = write(clean.hiring, target_question=QUESTION)
    alias = guide.create_alias(parent=fresh(clean.specialism), update_slug="alias")
    for page in (guide, alias):
        assert not problems(page, "same-question")
    assert not in_draft(guide, "same-question")
    write(clean.salary, target_question=REWORDED)
    assert len(problems(clean.salary, "same-question")) == 1, "the original alone"
