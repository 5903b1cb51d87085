"""Cures lead where somebody may go: to the editor, to the page as readers see it, or to whoever may."""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.publishing.screen import press_publish
from tests.support_pages.publishing.test_together import bulk
from tests.support_pages.test_thread_panel import asked

pytestmark = pytest.mark.django_db
QUESTION = "What does a lead cost?"
Shown = tuple[str, str | None]


@pytest.fixture
def guide(specialism: SpecialismPage, consultant: ConsultantPage, consultant_user: User) -> SupportPage:
    """A guide of the specialism that the consultant leads."""
    factories.lead(specialism, consultant)
    made = factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk), title="Mine", body=[])
    made.save_revision().publish()
    return SupportPage.objects.get(pk=made.pk)


@pytest.fixture
def elsewhere(guide: SupportPage, consultant: ConsultantPage) -> SpecialismPage:
    """A specialism that somebody else leads."""
    page = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), title="Elsewhere", body=[])
    other = factories.ConsultantPageFactory(parent=consultant.get_parent().specific, title="Marta Lind")
    factories.user("marta", group="Consultants", consultant=other)
    factories.lead(page, other)
    return SpecialismPage.objects.get(pk=page.pk)


def panel(client: Client, guide: SupportPage) -> str:
    """The panel beside the form in which the question was typed."""
    return str(asked(client, guide, target_question=QUESTION))


def screen(client: Client, guide: SupportPage) -> str:
    """The screen before publication."""
    return client.get(press_publish(client, guide, target_question=QUESTION).url).content.decode()


def together(client: Client, guide: SupportPage) -> str:
    """The screen before several pages are published."""
    guide.target_question = QUESTION
    guide.save_revision()
    return bulk(client, guide).content.decode()


def cures(html: str) -> Iterator[Shown]:
    """What each problem about a question says of its cure, and where that leads."""
    for item in BeautifulSoup(html, "html.parser").select(".thread-problem"):
        if "the same question" in item.get_text():
            cure = item.select_one(".thread-cure")
            yield cure.find(string=True), cure.get("href")


@pytest.mark.parametrize("show", [panel, screen, together])
def test_a_page_that_somebody_may_not_edit(
    consultant_client: Client,
    guide: SupportPage,
    elsewhere: SpecialismPage,
    show: Callable[[Client, SupportPage], str],
) -> None:
    first = factories.SupportPageFactory(parent=elsewhere, title="First", body=[], target_question=QUESTION)
    assert list(cures(show(consultant_client, guide))) == [("Read “First”", first.url)]
    lock = PageViewRestriction.objects.create(page=first, restriction_type="login")
    assert list(cures(show(consultant_client, guide))) == [("Ask Marta Lind, who may open it.", None)], (
        "not to be read"
    )
    lock.delete()
    first.unpublish()
    assert list(cures(show(consultant_client, guide))) == [("Ask Marta Lind, who may open it.", None)]
    elsewhere.leads.all()[0].delete()
    assert list(cures(show(consultant_client, guide))) == [("Ask an editor, who may open it.", None)]


def test_a_page_that_somebody_may_edit(consultant_client: Client, guide: SupportPage) -> None:
    beside = SpecialismPage.objects.get(pk=guide.canonical.pk)
    first = factories.SupportPageFactory(parent=beside, title="First", body=[], target_question=QUESTION, live=False)
    where = reverse("wagtailadmin_pages:edit", args=[first.pk])
    for show in (panel, screen, together):
        assert list(cures(show(consultant_client, guide))) == [("Open “First”", where)]
    assert consultant_client.get(where).status_code == 200


def test_cures_in_the_same_editor_stay_links(consultant_client: Client, guide: SupportPage) -> None:
    address = reverse("wagtailadmin_pages:add", args=["support_pages", "supportpage", guide.canonical.pk])
    soup = BeautifulSoup(consultant_client.get(address).content, "html.parser")
    links = [cure.get("href", "") for cure in soup.select(".thread-panel .thread-cure")]
    assert links
    assert all(link.startswith("#:w:contentpath=") for link in links)
