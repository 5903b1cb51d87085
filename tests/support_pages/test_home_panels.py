"""What people find on Wagtail's front page: their own work, each panel with one query, none without work."""

import datetime

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ReferenceIndex, Site, TaskState

from agency.models import ConsultantPage, User
from agency.work_panel import MOST, WorkPanel
from enquiries.admin.panels import WaitingMandatesPanel
from enquiries.models.mandate import Status
from specialisms.admin.home_panel import DueFactsPanel
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.admin.home_panels import ClustersPanel, DraftsPanel, ModerationPanel, ReviewsPanel
from support_pages.models import ClusterHealth, SupportPage
from tests import factories
from tests.specialisms.test_facts_in_use import using

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


@pytest.fixture
def ines(consultant: ConsultantPage) -> User:
    """The account of a consultant."""
    return factories.user("ines", group="Consultants", consultant=consultant)


@pytest.fixture
def led(specialism: SpecialismPage, consultant: ConsultantPage) -> SpecialismPage:
    """A specialism that she leads."""
    factories.lead(specialism, consultant)
    return SpecialismPage.objects.get(pk=specialism.pk)


def panel(kind: type[WorkPanel], user: User) -> WorkPanel:
    """The panel as this user gets it, with what every admin page knows of them at hand."""
    request = RequestFactory().get("/admin/")
    request.user = User.objects.get(pk=user.pk)
    request.user.get_all_permissions()
    Site.get_site_root_paths()
    for model in (SupportPage, SpecialismPage):
        ContentType.objects.get_for_model(model)
    kind(request).get_context_data()
    return kind(request)


def shown(kind: type[WorkPanel], user: User, queries: int = 1) -> list[str]:
    """The lines of a panel as read; it may ask the database so often."""
    asked = panel(kind, user)
    with CaptureQueriesContext(connection) as captured:
        html = asked.render_html({})
    assert len(captured) == queries, [query["sql"] for query in captured]
    lines = BeautifulSoup(html, "html.parser").select(".work-item")
    return [" ".join(line.get_text(" ").split()) for line in lines]


def nothing(kind: type[WorkPanel], user: User) -> bool:
    """Whether the panel is not there at all."""
    return panel(kind, user).render_html({}).strip() == ""


def guide(above: SpecialismPage, **fields: object) -> SupportPage:
    """A guide under a specialism."""
    return factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=above.pk), **fields)


def test_guides_are_to_be_reviewed_from_a_month_before_they_are_due(led, ines: User, consultant) -> None:
    assert nothing(ReviewsPanel, ines)
    theirs = {"reviewer": consultant, "reviewed_on": TODAY() - 200 * DAY}
    guide(led, title="Soon", **theirs, review_due_on=TODAY() + 30 * DAY)
    guide(led, title="Late", **theirs, review_due_on=TODAY() - DAY)
    long_ago = guide(led, title="Long ago", **theirs)
    SupportPage.objects.filter(pk=long_ago.pk).update(review_due_on=None)  # as an import leaves it
    guide(led, title="Never", reviewer=consultant)
    guide(led, title="Later", **theirs, review_due_on=TODAY() + 31 * DAY)
    guide(led, title="Draft", **theirs, review_due_on=TODAY(), live=False)
    guide(led, title="Somebody else's", review_due_on=TODAY())
    lines = shown(ReviewsPanel, ines)
    assert [line.partition(f" {led.title}. ")[0] for line in lines] == ["Long ago", "Never", "Late", "Soon"]
    assert "Never reviewed Due" in lines[1]
    assert "Overdue" in lines[2]
    assert "Overdue" not in lines[3]


def test_a_long_panel_says_how_much_more_there_is(led, ines: User, consultant) -> None:
    for number in range(MOST + 2):
        guide(led, title=f"Guide {number}", reviewer=consultant, body=[])
    assert len(shown(ReviewsPanel, ines)) == MOST
    assert "And 2 more." in panel(ReviewsPanel, ines).render_html({})


def test_facts_name_the_pages_they_are_on(led, ines: User, consultant) -> None:
    assert nothing(DueFactsPanel, ines)
    soon = {"owner": consultant, "valid_until": TODAY() + DAY}
    used, _unused = factories.fact(says="In use", **soon), factories.fact(says="Unused", **soon)
    factories.fact(says="Valid", owner=consultant)
    factories.fact(says="Another's", valid_until=TODAY())
    for title in ("One", "Two"):
        ReferenceIndex.create_or_update_for_object(guide(led, title=title, body=using(used)))
    in_use, unused = shown(DueFactsPanel, ines)
    assert "In use" in in_use
    assert "One" in in_use
    assert "Two" in in_use
    assert "On no page" in unused


def test_mandates_are_counted_and_never_told(led, ines: User) -> None:
    assert nothing(WaitingMandatesPanel, ines)
    now = timezone.now()
    for days in (3, 1):
        when = now - days * DAY
        factories.mandate(specialism=led, submitted_at=when, reply_due_at=when + 2 * DAY, company="Northgate Retail")
    factories.mandate(specialism=led, status=Status.TALKING)
    factories.mandate(company="Another specialism's")
    (line,) = shown(WaitingMandatesPanel, ines)
    assert line.startswith("2 mandates The oldest came in 3 days ago. 1 should have been answered by")
    assert "Overdue" in line
    html = panel(WaitingMandatesPanel, ines).render_html({})
    assert f"{reverse('mandates:index')}?status=new" in html
    assert "Northgate" not in html
    assert nothing(WaitingMandatesPanel, factories.user("editor", group="Editors"))


def health(of: SpecialismPage, errors: int, days: int = 0) -> None:
    """What a check found some days ago."""
    ClusterHealth.objects.create(
        specialism=of, date=TODAY() - days * DAY, score=50, pages=2, errors=errors, warnings=0
    )


def test_clusters_with_errors_by_their_last_check(led, ines: User, directory) -> None:
    narrower = factories.SpecialismPageFactory(parent=led, title="Ranking", slug="ranking")
    directory.refresh_from_db()
    other = factories.SpecialismPageFactory(parent=directory, title="Data", slug="data")
    mended = factories.SpecialismPageFactory(parent=led, title="Mended", slug="mended")
    health(led, 0, days=1)
    health(led, 2)
    health(narrower, 3, days=2)
    health(mended, 1, days=1)
    health(mended, 0)
    health(other, 1)
    lines = shown(ClustersPanel, ines)
    assert [line.partition(" Score")[0] for line in lines] == ["Ranking", led.title]
    assert "3 errors" in lines[0]
    assert reverse("thread:cluster", args=[narrower.pk]) in panel(ClustersPanel, ines).render_html({})
    everybody = shown(ClustersPanel, factories.user("root", is_superuser=True))
    assert [line.partition(" Score")[0] for line in everybody] == ["Ranking", led.title, "Data"]
    assert nothing(ClustersPanel, factories.user("stranger"))


def test_own_drafts_until_they_are_published(led, ines: User) -> None:
    assert nothing(DraftsPanel, ines)
    waiting, done = guide(led, title="Waiting", live=False), guide(led, title="Done")
    waiting.save_revision(user=ines)
    done.save_revision(user=ines).publish()
    guide(led, title="Another's", live=False).save_revision(user=factories.user("other"))
    later = guide(led, title="On Monday", live=False)
    later.go_live_at = timezone.now() + 3 * DAY
    later.save_revision(user=ines, approved_go_live_at=later.go_live_at)
    (line,) = shown(DraftsPanel, ines)
    assert line.startswith("Waiting Not published. Last saved on")
    waiting.get_latest_revision().publish()
    waiting.refresh_from_db()
    waiting.unpublish()
    assert nothing(DraftsPanel, ines)  # taken down on purpose: nothing to go on with


@pytest.fixture
def submitted(led, ines: User) -> SupportPage:
    """Her draft, submitted to the reviewers."""
    factories.user("reader", group="Reviewers")
    page = guide(led, title="Submitted", live=False)
    page.save_revision(user=ines)
    page.get_workflow().start(page, ines)
    return page


def test_a_submitted_draft_waits_for_its_reviewer_and_its_writer_sees_so(submitted: SupportPage, ines: User) -> None:
    reader = User.objects.get(username="reader")
    (line,) = shown(DraftsPanel, ines)
    assert "Submitted on" in line
    assert "In review" in line
    (line,) = shown(ModerationPanel, reader)
    assert line.startswith("Submitted By ines, submitted on")
    assert nothing(ModerationPanel, ines)
    state = submitted.current_workflow_task_state
    state.reject(user=reader, comment="More figures.")
    assert "Changes wanted" in shown(DraftsPanel, ines)[0]
    assert nothing(ModerationPanel, reader)


@pytest.fixture
def elsewhere(directory: SpecialismIndexPage, consultant: ConsultantPage) -> SpecialismPage:
    """A specialism that somebody else leads."""
    directory.refresh_from_db()
    page = factories.SpecialismPageFactory(parent=directory, title="Elsewhere")
    people = ConsultantPage.objects.get(pk=consultant.pk).get_parent()
    factories.lead(page, factories.ConsultantPageFactory(parent=people, title="Priya Shah"))
    return SpecialismPage.objects.get(pk=page.pk)


def links(kind: type[WorkPanel], user: User) -> list[str]:
    """Where the lines of a panel lead."""
    found = BeautifulSoup(panel(kind, user).render_html({}), "html.parser").select(".work-item a")
    return [link["href"] for link in found]


def test_lines_lead_into_the_editor_only_where_the_person_may_go(led, elsewhere, ines: User, consultant) -> None:
    """Each link of hers opens; where there is none, the line says who may change the page."""
    mine = guide(led, title="Mine", reviewer=consultant)
    other = guide(elsewhere, title="Other", reviewer=consultant)
    secret = guide(elsewhere, title="Secret", live=False)
    for page in (mine, other):
        page.save_revision(user=ines)
    used = factories.fact(says="In use", owner=consultant, valid_until=TODAY())
    for page, title in ((mine, "Mine"), (other, "Other"), (secret, "Secret")):
        SupportPage.objects.filter(pk=page.pk).update(body=using(used), title=title)
        ReferenceIndex.create_or_update_for_object(SupportPage.objects.get(pk=page.pk))
    reviews, drafts, facts = ([*links(kind, ines)] for kind in (ReviewsPanel, DraftsPanel, DueFactsPanel))
    client = Client()
    client.force_login(ines)
    for address in {*reviews, *drafts, *facts}:
        assert client.get(address).status_code == 200, address
    edit = reverse("wagtailadmin_pages:edit", args=[other.pk])
    assert not any(link.startswith(edit) for link in [*reviews, *drafts, *facts])
    assert reviews.count(SupportPage.objects.get(pk=other.pk).url) == 2
    (review,) = [line for line in shown(ReviewsPanel, ines) if line.startswith("Other")]
    assert "You can read it but not change it. Who leads here can: Priya Shah." in review
    (draft,) = [line for line in shown(DraftsPanel, ines) if line.startswith("Other")]
    assert "You can no longer change it. Who leads here can: Priya Shah." in draft
    (fact,) = shown(DueFactsPanel, ines)
    assert "Other" in fact
    assert "Secret" not in fact
    assert "a page that is not published" in fact
    unled = guide(
        factories.SpecialismPageFactory(parent=led.get_parent().specific), title="Unled", reviewer=consultant
    )
    (review,) = [line for line in shown(ReviewsPanel, ines) if line.startswith(unled.title)]
    assert "A reviewer can." in review


def test_somebody_without_any_right_on_pages_has_lines_without_links(elsewhere, ines: User, consultant) -> None:
    guide(elsewhere, title="Other", reviewer=consultant).save_revision(user=ines)
    assert len(shown(ReviewsPanel, ines)) == len(shown(DraftsPanel, ines)) == 1
    assert not [link for link in [*links(ReviewsPanel, ines), *links(DraftsPanel, ines)] if "/admin/" in link]


@pytest.mark.parametrize("who", ["named", "group", "above", "nobody", "root"])
def test_approvals_are_what_the_steps_say_and_one_query(led, directory, ines: User, who: str) -> None:
    """For a specialism with a reviewer, one under it, one whose reviewer has no account, and a page outside."""
    people = ines.consultant.get_parent()
    accounts = {
        "named": factories.user(
            "named", group="Consultants", consultant=factories.ConsultantPageFactory(parent=people)
        ),
        "above": factories.user(
            "above", group="Consultants", consultant=factories.ConsultantPageFactory(parent=people)
        ),
        "group": factories.user("group", group="Reviewers"),
        "nobody": factories.user("nobody", group="Editors"),
        "root": factories.user("root", is_superuser=True),
    }
    SpecialismPage.objects.filter(pk=led.pk).update(reviewer=accounts["above"].consultant)
    narrow = factories.SpecialismPageFactory(parent=SpecialismPage.objects.get(pk=led.pk), title="Narrow")
    SpecialismPage.objects.filter(pk=narrow.pk).update(reviewer=accounts["named"].consultant)
    directory.refresh_from_db()
    vacant = factories.SpecialismPageFactory(parent=directory, title="Vacant")
    without = factories.ConsultantPageFactory(parent=ConsultantPage.objects.first().get_parent())
    SpecialismPage.objects.filter(pk=vacant.pk).update(reviewer=without)
    home = directory.get_parent().specific
    for above in (led, narrow, vacant):
        for number in range(2):
            page = guide(above, title=f"{above.title} {number}", live=False)
            page.save_revision(user=ines)
            page.get_workflow().start(page, ines)
    plain = factories.PlainPageFactory(parent=home, title="Plain", live=False)
    plain.save_revision(user=ines)
    plain.get_workflow().start(plain, ines)
    user = accounts[who]
    expected = {state.revision.object_str for state in TaskState.objects.reviewable_by(User.objects.get(pk=user.pk))}
    of = {
        "named": {"Narrow 0", "Narrow 1"},
        "above": {f"{led.title} 0", f"{led.title} 1"},
        "group": {"Vacant 0", "Vacant 1", "Plain"},
        "nobody": set(),
        "root": {f"{title} {n}" for title in (led.title, "Narrow", "Vacant") for n in (0, 1)} | {"Plain"},
    }
    assert expected == of[who]
    assert {line.partition(" By ines")[0] for line in shown(ModerationPanel, user)} == expected


def test_every_icon_of_a_panel_is_there(client: Client) -> None:
    client.force_login(factories.user("root", is_superuser=True))
    answer = client.get(reverse("wagtailadmin_sprite"))
    assert answer.status_code == 200
    sprite = answer.content.decode()
    for kind in (WaitingMandatesPanel, ReviewsPanel, ModerationPanel, DraftsPanel, DueFactsPanel, ClustersPanel):
        assert f'id="icon-{kind.icon}"' in sprite


def test_the_front_page_has_work_in_the_order_of_urgency_and_none_twice(led, ines: User, consultant) -> None:
    factories.mandate(specialism=led)
    factories.fact(owner=consultant, valid_until=TODAY())
    guide(led, reviewer=consultant).save_revision(user=ines)
    client = Client()
    client.force_login(ines)
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    assert sections(page) == ["waiting-mandates", "guides-to-review", "own-drafts", "due-facts"]
    assert "Awaiting your review" not in page.get_text()


def sections(page: Tag) -> list[str]:
    """The panels with work, in the order they stand in."""
    return [line.find_parent("section")["id"].removesuffix("-section") for line in page.select(".work")]
