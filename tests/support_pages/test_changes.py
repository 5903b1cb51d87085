"""What has which clusters checked again: every change of a page, of who may see it, and of what it rests on."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageViewRestriction

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage, WantedCheck
from tests import factories
from tests.specialisms.test_facts import using
from tests.support.tasks import run_waiting
from tests.support_pages.bodies import body, document
from tests.support_pages.clusters import guide, linking

pytestmark = pytest.mark.django_db

Asked = Callable[[], AbstractContextManager[set[str]]]


@pytest.fixture
def fields(directory: SpecialismIndexPage) -> dict[str, SpecialismPage]:
    """Three specialisms and one under the first, each by its title."""

    def make(parent: Page, title: str) -> SpecialismPage:
        parent = parent.specific_class.objects.get(pk=parent.pk)
        return factories.SpecialismPageFactory(parent=parent, title=title, slug=title.lower(), body=[])

    made = {title: make(directory, title) for title in ("Home", "Away", "Third")}
    return made | {"Narrow": make(made["Home"], "Narrow")}


@pytest.fixture
def own(fields: dict[str, SpecialismPage]) -> SupportPage:
    """A guide at home, that a guide away links to, with a question."""
    made = guide(fields["Home"], 1, [], title="Own", target_question="What does a lead cost?")
    guide(fields["Away"], 2, [made], title="Away")
    run_waiting()
    return SupportPage.objects.get(pk=made.pk)


@pytest.fixture
def asked(django_capture_on_commit_callbacks) -> Asked:
    """The titles of the specialisms that something has checked again."""

    @contextmanager
    def watch() -> Iterator[set[str]]:
        found: set[str] = set()
        with django_capture_on_commit_callbacks(execute=True):
            yield found
        found.update(WantedCheck.objects.values_list("specialism__title", flat=True))
        WantedCheck.objects.all().delete()

    return watch


def test_publishing_concerns_its_cluster_those_that_link_to_it_and_those_it_links_to(
    own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked
) -> None:
    third = guide(fields["Third"], 3, [])
    with asked() as found:
        own.save_revision().publish()
    assert found == {"Home", "Away"}
    own.body = linking(third)
    with asked() as found:
        own.save_revision().publish()
    assert found == {"Home", "Away", "Third"}
    run_waiting()
    own.body = linking()
    with asked() as found:
        own.save_revision().publish()
    assert "Third" in found, "it no longer links there"


def test_unpublishing_concerns_the_same(own: SupportPage, asked: Asked) -> None:
    with asked() as found:
        own.unpublish()
    assert found == {"Home", "Away"}


def test_a_specialism_concerns_what_is_above_and_under_it(fields: dict[str, SpecialismPage], asked: Asked) -> None:
    with asked() as found:
        fields["Narrow"].unpublish()
    assert found == {"Home", "Narrow"}
    with asked() as found:
        SpecialismPage.objects.get(pk=fields["Home"].pk).unpublish()
    assert found == {"Home", "Narrow"}


def test_pages_of_other_types_concern_the_guides_they_link_to(own: SupportPage, home, asked: Asked) -> None:
    body = factories.PlainPageFactory._meta.model._meta.get_field("body").stream_block.to_python(
        [{"type": "text", "value": f'<p><a linktype="page" id="{own.pk}">read</a></p>'}]
    )
    plain = factories.PlainPageFactory(parent=type(home).objects.get(), body=body)
    with asked() as found:
        plain.save_revision().publish()
    assert found == {"Home"}
    run_waiting()
    with asked() as found:
        plain.delete()
    assert found == {"Home"}


def test_the_same_question_concerns_its_other_owner(
    own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked
) -> None:
    rival = guide(fields["Third"], 4, [], target_question="What do leads cost?")
    assert rival.question_key == own.question_key
    with asked() as found:
        rival.save_revision().publish()
    assert found == {"Third", "Home"}
    rival.target_question = "Where do leads work?"
    with asked() as found:
        rival.save_revision()
    assert found == set(), "nobody reads it yet"
    with asked() as found:
        rival.get_latest_revision().publish()
    assert found == {"Third", "Home"}, "the other one is alone now"
    with asked() as found:
        rival.get_latest_revision().publish()
    assert found == {"Third"}


def test_deleting_a_page_concerns_the_other_owner_of_its_question(
    own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked
) -> None:
    rival = guide(fields["Third"], 4, [], target_question="What do leads cost?")
    with asked() as found:
        rival.delete()
    assert found == {"Third", "Home"}


def test_moving_concerns_both_parents_and_those_that_link_to_it(
    own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked
) -> None:
    with asked() as found:
        own.move(SpecialismPage.objects.get(pk=fields["Third"].pk), pos="last-child")
    assert found == {"Home", "Third", "Away"}


def test_another_place_among_siblings_concerns_nobody(
    own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked
) -> None:
    sibling = guide(SpecialismPage.objects.get(pk=fields["Home"].pk), 5, [])
    with asked() as found:
        own.move(sibling, pos="right")
    assert found == set()


def test_deleting_concerns_its_cluster_and_those_that_link_to_it(own: SupportPage, asked: Asked) -> None:
    with asked() as found:
        own.delete()
    assert found == {"Home", "Away"}


def test_a_deleted_cluster_is_not_asked_for(own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked) -> None:
    WantedCheck.objects.create(specialism=fields["Home"])
    with asked() as found:
        SpecialismPage.objects.get(pk=fields["Home"].pk).delete()
    assert found == {"Away"}


def test_privacy_concerns_everything_under_it(own: SupportPage, fields, home, asked: Asked) -> None:
    with asked() as found:
        lock = PageViewRestriction.objects.create(page=own, restriction_type=PageViewRestriction.LOGIN)
    assert found == {"Home"}
    with asked() as found:
        lock.delete()
    assert found == {"Home"}
    with asked() as found:
        PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    assert found == set(fields)


def test_a_guest_concerns_its_host(own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked) -> None:
    with asked() as found:
        own.also_supports = [fields["Third"]]
        own.save()
    assert found == {"Third"}
    with asked() as found:
        own.also_supports = []
        own.save()
    assert found == {"Third"}


def test_facts_concern_the_pages_that_show_them(
    own: SupportPage, fields: dict[str, SpecialismPage], asked: Asked
) -> None:
    with asked() as found:
        fact = factories.fact(specialism=fields["Third"])
    assert found == {"Third"}
    own.body = using(fact)
    own.save()
    run_waiting()
    with asked() as found:
        fact.save()
    assert found == {"Third", "Home"}


def test_a_document_that_goes_concerns_the_pages_that_lead_to_it(own: SupportPage, asked: Asked) -> None:
    file = document()
    own.body = body(("text", f'<p><a linktype="document" id="{file.pk}">the list</a></p>'))
    own.save()
    run_waiting()
    with asked() as found:
        file.delete()
    assert found == {"Home"}


def test_pay_bands_concern_their_specialism(fields: dict[str, SpecialismPage], asked: Asked) -> None:
    with asked() as found:
        band = factories.pay_band(fields["Away"])
    assert found == {"Away"}
    with asked() as found:
        band.delete()
    assert found == {"Away"}


def test_many_changes_are_one_reminder(own: SupportPage, django_capture_on_commit_callbacks) -> None:
    for _time in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            own.save_revision().publish()
    assert WantedCheck.objects.count() == 2
    assert DBTaskResult.objects.ready().filter(task_path__endswith="check_wanted").count() == 1


def test_what_fails_here_fails_no_publication(
    own: SupportPage, django_capture_on_commit_callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("support_pages.thread.rounds.ask", lambda _ids: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True):
        own.save_revision().publish()
    assert SupportPage.objects.get(pk=own.pk).live
