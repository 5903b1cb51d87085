"""Who stands behind a guide, when it is due again, and what changed in it."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from agency.models import ConsultantPage
from specialisms.models import SpecialismPage
from support_pages.models import PageChange, SupportPage
from support_pages.models.page import review_due
from tests import factories
from tests.support.publishing import publish_anyway

pytestmark = pytest.mark.django_db


def fresh(guide: SupportPage) -> SupportPage:
    """The guide as an editor opens it: the latest draft if there is one."""
    return SupportPage.objects.get(pk=guide.pk).get_latest_revision_as_object()


def draft(guide: SupportPage, note: str = "", **fields: object) -> Revision:
    """Save a draft, with a material change if there is a note; without one, as the form was opened."""
    page = fresh(guide)
    if note:
        page.material_change, page.change_note = True, note
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision()


def notes(guide: SupportPage) -> list[str]:
    """The log as readers see it, newest first."""
    return [change.note for change in SupportPage.objects.get(pk=guide.pk).log]


@pytest.mark.parametrize(
    ("reviewed", "due"),
    [
        ((2026, 3, 12), (2026, 9, 12)),
        ((2026, 8, 31), (2027, 2, 28)),
        ((2027, 8, 31), (2028, 2, 29)),
        ((2026, 12, 31), (2027, 6, 30)),
    ],
)
def test_next_review_is_half_a_year_after_the_last(reviewed: tuple, due: tuple) -> None:
    assert review_due(datetime.date(*reviewed)) == datetime.date(*due)


def test_next_review_is_filled_in_unless_named(guide: SupportPage, consultant: ConsultantPage) -> None:
    guide.reviewer, guide.reviewed_on = consultant, datetime.date(2026, 3, 12)
    guide.save()
    assert guide.review_due_on == datetime.date(2026, 9, 12)
    guide.review_due_on = datetime.date(2026, 6, 1)
    guide.save()
    guide.refresh_from_db()
    assert guide.review_due_on == datetime.date(2026, 6, 1)


def test_next_review_comes_after_the_last(guide: SupportPage, consultant: ConsultantPage) -> None:
    guide.reviewer, guide.reviewed_on = consultant, datetime.date(2026, 3, 12)
    guide.review_due_on = datetime.date(2026, 3, 12)
    with pytest.raises(ValidationError, match="after the last one"):
        guide.save()


def test_material_change_is_ticked_and_described_or_neither(guide: SupportPage) -> None:
    with pytest.raises(ValidationError, match="in one line"):
        draft(guide, material_change=True)
    with pytest.raises(ValidationError, match="Tick this"):
        draft(guide, change_note="New bands")
    with pytest.raises(ValidationError, match="in one line"):
        draft(guide, material_change=True, change_note="  ")


def test_note_is_recorded_when_its_revision_is_published(guide: SupportPage) -> None:
    revision = draft(guide, "New pay bands for Berlin.")
    assert notes(guide) == []
    revision.publish()
    change = PageChange.objects.get()
    assert (change.page_id, change.note, change.revision_id) == (guide.pk, "New pay bands for Berlin.", revision.pk)
    assert change.date == timezone.localdate()


def test_next_publish_does_not_repeat_it(guide: SupportPage) -> None:
    draft(guide, "New pay bands for Berlin.").publish()
    page = fresh(guide)
    assert (page.material_change, page.change_note) == (False, "")
    stored = SupportPage.objects.get(pk=guide.pk)
    assert (stored.material_change, stored.change_note) == (False, "")
    draft(guide, title="Retitled").publish()
    assert notes(guide) == ["New pay bands for Berlin."]
    draft(guide, "Process cut to six weeks.").publish()
    assert notes(guide) == ["Process cut to six weeks.", "New pay bands for Berlin."]


def test_publishing_the_same_revision_twice_records_once(guide: SupportPage) -> None:
    revision = draft(guide, "New pay bands for Berlin.")
    revision.publish()
    Revision.objects.get(pk=revision.pk).publish()
    revision.publish()
    assert notes(guide) == ["New pay bands for Berlin."]


def test_scheduled_publish_records_when_its_time_has_come(guide: SupportPage) -> None:
    revision = draft(guide, "From tomorrow.", go_live_at=timezone.now() + datetime.timedelta(hours=1))
    revision.publish()
    assert notes(guide) == []
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    content = Revision.objects.get(pk=revision.pk).content
    content["go_live_at"] = (timezone.now() - datetime.timedelta(minutes=1)).isoformat()
    Revision.objects.filter(pk=revision.pk).update(content=content)
    call_command("publish_scheduled", verbosity=0)
    assert notes(guide) == ["From tomorrow."]


def test_first_publish_that_is_scheduled_waits_too(specialism: SpecialismPage) -> None:
    guide = factories.SupportPageFactory(parent=specialism, live=False)
    draft(guide, "First edition.", go_live_at=timezone.now() + datetime.timedelta(hours=1)).publish()
    assert notes(guide) == []
    assert fresh(guide).change_note == "First edition."


def test_draft_made_meanwhile_does_not_repeat_a_scheduled_note(guide: SupportPage) -> None:
    scheduled = draft(guide, "New pay bands for Berlin.")
    later = draft(guide, title="Retitled")
    assert later.content["change_note"] == "New pay bands for Berlin."
    scheduled.publish()
    Revision.objects.get(pk=later.pk).publish()
    assert notes(guide) == ["New pay bands for Berlin."]


def test_draft_with_a_note_of_its_own_keeps_it(guide: SupportPage) -> None:
    scheduled = draft(guide, "New pay bands for Berlin.")
    later = draft(guide, "Process cut to six weeks.")
    scheduled.publish()
    Revision.objects.get(pk=later.pk).publish()
    assert notes(guide) == ["Process cut to six weeks.", "New pay bands for Berlin."]


def test_going_back_to_an_old_revision_brings_no_note_back(guide: SupportPage) -> None:
    never_published = draft(guide, "An idea.")
    published = draft(guide, "New pay bands for Berlin.")
    published.publish()
    for old in (never_published, published):
        page = Revision.objects.get(pk=old.pk).as_object()
        page.save_revision().publish(previous_revision=old)
    assert notes(guide) == ["New pay bands for Berlin."]


def test_unpublishing_and_publishing_again_add_nothing(guide: SupportPage) -> None:
    draft(guide, "New pay bands for Berlin.").publish()
    SupportPage.objects.get(pk=guide.pk).unpublish()
    draft(guide).publish()
    assert notes(guide) == ["New pay bands for Berlin."]


def test_workflow_records_on_approval(guide: SupportPage) -> None:
    editor = factories.user("edith", is_superuser=True)
    workflow = Workflow.objects.get(name="Reviewers approval")
    draft(guide, "New pay bands for Berlin.")
    page = SupportPage.objects.get(pk=guide.pk)
    state = workflow.start(page, editor)
    assert notes(guide) == []
    client = Client()
    client.force_login(editor)
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    publish_anyway(client, client.post(approve, {"comment": ""}))
    assert notes(guide) == ["New pay bands for Berlin."]


def test_copy_and_alias(guide: SupportPage, specialism: SpecialismPage) -> None:
    """A copy is a page of its own with no past; an alias is the same guide in another place."""
    draft(guide, "New pay bands for Berlin.").publish()
    original = SupportPage.objects.get(pk=guide.pk)
    copy = original.copy(update_attrs={"slug": "copy"})
    assert notes(copy) == []
    alias = original.create_alias(update_slug="alias", parent=specialism)
    assert notes(alias) == ["New pay bands for Berlin."]
    draft(guide, "Process cut to six weeks.").publish()
    assert notes(alias) == ["Process cut to six weeks.", "New pay bands for Berlin."]
    assert PageChange.objects.count() == 2


def test_editor_ticks_writes_and_publishes_in_the_cms(guide: SupportPage) -> None:
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    edit = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    fields = {
        "title": guide.title,
        "slug": guide.slug,
        "kind": guide.kind,
        "body": streamfield([]),
        "pinned": streamfield([]),
    }
    data = nested_form_data({**fields, "comments": inline_formset([]), "action-publish": "action-publish"})
    unticked = client.post(edit, data | {"change_note": "New pay bands."})
    assert "Tick this" in str(unticked.context["form"].errors["material_change"])
    ticked = data | {"material_change": "on", "change_note": "New pay bands."}
    saved = publish_anyway(client, client.post(edit, ticked))
    assert saved.status_code == 302, saved.context["form"].errors
    form = client.get(edit).context["form"]
    assert (form["material_change"].value(), form["change_note"].value()) == (False, "")
    assert notes(guide) == ["New pay bands."]


@pytest.fixture
def trusted(guide: SupportPage, consultant: ConsultantPage, brand) -> SupportPage:
    """A live guide with author, reviewer and two material changes."""
    draft(guide, "First figures.", author=consultant, reviewer=consultant, reviewed_on="2026-03-12").publish()
    PageChange.objects.update(date=datetime.date(2026, 3, 12))
    draft(guide, "Bands for Berlin & <Zurich>.").publish()
    PageChange.objects.filter(note__startswith="Bands").update(date=datetime.date(2026, 9, 1))
    return SupportPage.objects.get(pk=guide.pk)


def test_readers_see_people_dates_and_log(trusted: SupportPage) -> None:
    html = Client().get(trusted.url).content.decode()
    words = " ".join(html.split())
    author = f'By <a href="{trusted.author.url}">Ines Okafor</a>'
    assert author in words
    assert '<time datetime="2026-03-12">12 March 2026</time>' in words
    assert 'Updated <time datetime="2026-09-01">1 September 2026</time>' in words
    assert "Bands for Berlin &amp; &lt;Zurich&gt;." in html
    log = html[html.index('id="log-title"') :]
    assert log.index("1 September 2026") < log.index("12 March 2026")
    assert html.index('id="log-title"') > html.index("guide-heading")


def test_guide_without_changes_has_no_log(guide: SupportPage, brand) -> None:
    html = Client().get(guide.url).content.decode()
    assert "log-title" not in html
    assert "Updated" not in html


def test_structured_data_names_author_and_last_material_change(trusted: SupportPage) -> None:
    html = Client().get(trusted.url).content.decode()
    data = json.loads(html.partition('type="application/ld+json">')[2].partition("</script>")[0])
    article = next(thing for thing in data["@graph"] if thing["@type"] == "Article")
    assert article["dateModified"] == "2026-09-01"
    assert article["author"]["name"] == article["reviewedBy"]["name"] == "Ines Okafor"
    assert article["author"]["url"] == trusted.author.canonical_url


def test_log_costs_one_query(trusted: SupportPage) -> None:
    Client().get(trusted.url)
    with CaptureQueriesContext(connection) as captured:
        Client().get(trusted.url)
    found = [query["sql"] for query in captured.captured_queries]
    assert len([sql for sql in found if "pagechange" in sql]) == 1
    people = [sql for sql in found if 'FROM "agency_consultantpage"' in sql and "specialismlead" not in sql]
    assert len(people) == 1  # author and reviewer together
    assert not [sql for sql in found if 'FROM "support_pages_supportpagepdf"' in sql]
