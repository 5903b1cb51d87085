"""The log of changes says what readers find: whatever way a version went live, came back, or went away."""

import datetime
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import PageLogEntry, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from specialisms.models import SpecialismPage
from support_pages.models import PageChange, SupportPage
from tests import factories
from tests.support.publishing import publish_anyway

pytestmark = pytest.mark.django_db

BANDS, STAGES = "New pay bands for Berlin.", "Process cut to six weeks."
ON_THE_THIRD = datetime.datetime(2026, 3, 3, 12, tzinfo=datetime.UTC)


def fresh(guide: SupportPage) -> SupportPage:
    """The guide as an editor opens it: the latest draft if there is one."""
    return SupportPage.objects.get(pk=guide.pk).get_latest_revision_as_object()


def draft(guide: SupportPage, note: str = "", **fields: object) -> Revision:
    """Save a draft, with a material change if there is a note."""
    page = fresh(guide)
    if note:
        page.material_change, page.change_note = True, note
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision()


def published(guide: SupportPage, note: str = "", on: datetime.datetime | None = None, **fields: object) -> Revision:
    """Publish a new version, and have the log of the CMS say that it was on another day."""
    revision = draft(guide, note, **fields)
    revision.publish()
    if on:
        PageLogEntry.objects.filter(revision=revision).update(timestamp=on)
        Revision.objects.filter(pk=revision.pk).update(created_at=on - datetime.timedelta(days=2))
        PageChange.objects.filter(revision=revision).update(date=on.date())
    return Revision.objects.get(pk=revision.pk)


def back_to(revision: Revision, note: str = "") -> Revision:
    """Save an earlier version as the latest draft, as the CMS does."""
    page = revision.as_object()
    if note:
        page.material_change, page.change_note = True, note
    return page.save_revision(previous_revision=revision, log_action=True)


def notes(guide: SupportPage) -> list[str]:
    """The log as readers see it, newest first."""
    return [change.note for change in SupportPage.objects.get(pk=guide.pk).log]


def went_back(when: datetime.datetime | None = None) -> str:
    """The line about a version of that day, else of today."""
    day = timezone.localtime(when).date() if when else timezone.localdate()
    return f"Went back to the version of {date_format(day, 'j F Y')}."


def test_going_back_past_a_change_is_told(guide: SupportPage) -> None:
    first = published(guide, on=ON_THE_THIRD)
    published(guide, BANDS)
    back_to(first).publish()
    assert notes(guide) == [went_back(ON_THE_THIRD), BANDS], "by the day readers got that version"
    assert SupportPage.objects.get(pk=guide.pk).updated_on == timezone.localdate()


def test_going_back_past_nothing_is_not_told(guide: SupportPage) -> None:
    first = published(guide, BANDS)
    published(guide, title="Retitled")
    back_to(first).publish()
    assert notes(guide) == [BANDS], "the version that comes back has the change"


def test_it_is_told_once(guide: SupportPage) -> None:
    first = published(guide)
    published(guide, BANDS)
    revision = back_to(first)
    revision.publish()
    Revision.objects.get(pk=revision.pk).publish()
    published(guide, title="Retitled")
    published(guide, STAGES)
    assert notes(guide) == [STAGES, went_back(), BANDS]


def test_it_is_told_with_the_editors_own_line(guide: SupportPage) -> None:
    first = published(guide)
    published(guide, BANDS)
    longest = "x" * SupportPage._meta.get_field("change_note").max_length
    back_to(first, longest).publish()
    assert notes(guide) == [f"{went_back()} {longest}", BANDS]
    longest_day = datetime.date(2026, 9, 30)
    whole = f"Went back to the version of {date_format(longest_day, 'j F Y')}. {longest}"
    assert len(whole) <= PageChange._meta.get_field("note").max_length


def test_it_is_told_of_later_drafts_that_were_made_from_the_earlier_version(guide: SupportPage) -> None:
    first = published(guide)
    published(guide, BANDS)
    back_to(first)
    published(guide, title="Retitled")
    assert notes(guide) == [went_back(), BANDS]


def test_going_back_that_was_thought_better_of_is_not_told(guide: SupportPage) -> None:
    first = published(guide)
    second = published(guide, BANDS)
    back_to(first)
    back_to(second).publish()
    assert notes(guide) == [BANDS]


def test_going_forward_again_is_told_too(guide: SupportPage) -> None:
    first = published(guide)
    second = published(guide, BANDS, on=ON_THE_THIRD)
    back_to(first).publish()
    back_to(second).publish()
    assert notes(guide) == [went_back(ON_THE_THIRD), went_back(), BANDS]


def test_older_version_that_is_published_as_it_is_brings_itself_back(guide: SupportPage) -> None:
    older = published(guide, BANDS)
    published(guide, STAGES)
    older.publish()
    assert notes(guide) == [went_back(), STAGES, BANDS]
    Revision.objects.get(pk=older.pk).publish()
    assert len(notes(guide)) == 3


def test_draft_older_than_the_change_takes_it_back(guide: SupportPage) -> None:
    waiting = draft(guide, title="Written before")
    published(guide, BANDS)
    waiting.publish()
    assert notes(guide) == [went_back(), BANDS]


def test_publishing_at_once_cancels_what_was_scheduled(guide: SupportPage) -> None:
    """Wagtail keeps one schedule a page, so no older version goes live after a newer one by itself."""
    later = timezone.now() + datetime.timedelta(hours=1)
    scheduled = draft(guide, BANDS, go_live_at=later)
    scheduled.publish()
    published(guide, STAGES, go_live_at=None)
    assert Revision.objects.get(pk=scheduled.pk).approved_go_live_at is None
    call_command("publish_scheduled", verbosity=0)
    assert notes(guide) == [STAGES]


def test_cancelled_schedule_leaves_no_line_until_the_version_is_published(guide: SupportPage) -> None:
    scheduled = draft(guide, BANDS, go_live_at=timezone.now() + datetime.timedelta(hours=1))
    scheduled.publish()
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    cancel = reverse("wagtailadmin_pages:revisions_unschedule", args=[guide.pk, scheduled.pk])
    assert client.post(cancel).status_code == 302
    call_command("publish_scheduled", verbosity=0)
    assert notes(guide) == []
    published(guide, go_live_at=None)
    assert notes(guide) == [BANDS]


def test_scheduled_return_to_an_earlier_version_is_told_when_it_happens(guide: SupportPage) -> None:
    first = published(guide)
    published(guide, BANDS)
    page = first.as_object()
    page.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    scheduled = page.save_revision(previous_revision=first, log_action=True)
    scheduled.publish()
    assert notes(guide) == [BANDS]
    past = timezone.now() - datetime.timedelta(minutes=1)
    content = Revision.objects.get(pk=scheduled.pk).content | {"go_live_at": past.isoformat()}
    Revision.objects.filter(pk=scheduled.pk).update(content=content, approved_go_live_at=past)
    call_command("publish_scheduled", verbosity=0)
    assert notes(guide) == [went_back(), BANDS]


def unpublish(guide: SupportPage) -> None:
    """Take it off the site."""
    guide.unpublish()


def expire(guide: SupportPage) -> None:
    """Have its time run out."""
    SupportPage.objects.filter(pk=guide.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    SupportPage.objects.filter(pk=guide.pk).update(expire_at=None)


@pytest.mark.parametrize("take_away", [unpublish, expire])
def test_page_that_was_away_comes_back_with_its_log(
    guide: SupportPage, take_away: Callable[[SupportPage], None]
) -> None:
    first = published(guide)
    published(guide, BANDS)
    take_away(SupportPage.objects.get(pk=guide.pk))
    assert not SupportPage.objects.get(pk=guide.pk).live
    published(guide, expire_at=None)
    assert notes(guide) == [BANDS]
    take_away(SupportPage.objects.get(pk=guide.pk))
    back_to(first).publish()
    assert notes(guide) == [went_back(), BANDS]


def test_log_moves_along(guide: SupportPage, directory) -> None:
    published(guide, BANDS)
    elsewhere = factories.SpecialismPageFactory(parent=type(directory).objects.get(), title="Data Platforms")
    SupportPage.objects.get(pk=guide.pk).move(elsewhere, pos="last-child")
    assert notes(guide) == [BANDS]
    published(guide, title="Retitled")
    assert notes(guide) == [BANDS]


@pytest.mark.parametrize("keep_live", [True, False])
@pytest.mark.parametrize("copy_revisions", [True, False])
def test_copy_tells_nothing_that_happened_or_waited_elsewhere(
    guide: SupportPage, keep_live: bool, copy_revisions: bool
) -> None:
    published(guide, BANDS)
    draft(guide, STAGES)
    original = SupportPage.objects.get(pk=guide.pk)
    copy = original.copy(update_attrs={"slug": "copy"}, keep_live=keep_live, copy_revisions=copy_revisions)
    assert notes(copy) == []
    published(copy)
    assert notes(copy) == []
    assert fresh(guide).change_note == STAGES, "it still waits where it was written"


def test_copy_of_a_guide_that_never_went_live_does_not_take_its_line(specialism: SpecialismPage) -> None:
    never = factories.SupportPageFactory(parent=specialism, live=False)
    draft(never, BANDS)
    copy = SupportPage.objects.get(pk=never.pk).copy(update_attrs={"slug": "copy"})
    published(copy)
    assert notes(copy) == []


def test_alias_that_becomes_a_page_of_its_own_keeps_what_its_readers_were_told(
    guide: SupportPage, specialism: SpecialismPage
) -> None:
    published(guide, BANDS)
    original = SupportPage.objects.get(pk=guide.pk)
    alias = original.create_alias(update_slug="alias", parent=SpecialismPage.objects.get(pk=specialism.pk))
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    convert = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    SupportPage.objects.get(pk=alias.pk).unpublish()
    assert client.get(convert).status_code == 200
    assert PageChange.objects.count() == 1
    assert client.post(convert).status_code == 302
    assert notes(alias) == [BANDS]
    published(guide, STAGES)
    published(alias, "Now for Zurich.")
    assert (notes(guide), notes(alias)) == ([STAGES, BANDS], ["Now for Zurich.", BANDS])


def test_log_outlives_the_versions_it_speaks_of(guide: SupportPage) -> None:
    first = published(guide, on=ON_THE_THIRD)
    published(guide, BANDS)
    published(guide, title="Retitled")
    Revision.objects.filter(pk=PageChange.objects.get().revision_id).delete()
    assert notes(guide) == [BANDS]
    back_to(first).publish()
    assert notes(guide) == [went_back(ON_THE_THIRD), BANDS]


def test_purged_versions_leave_the_log_alone(guide: SupportPage) -> None:
    published(guide, BANDS)
    published(guide, STAGES)
    call_command("purge_revisions", verbosity=0)
    assert Revision.objects.for_instance(guide).count() == 1
    published(guide, title="Retitled")
    assert notes(guide) == [STAGES, BANDS]


def test_editor_goes_back_in_the_cms(guide: SupportPage) -> None:
    first = published(guide, kind="salary_guide")
    published(guide, BANDS)
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[guide.pk, first.pk])
    form = client.get(revert).context["form"]
    assert (form["material_change"].value(), form["change_note"].value()) == (False, "")
    fields = {"title": guide.title, "slug": guide.slug, "kind": guide.kind, "body": streamfield([])}
    data = {**fields, "pinned": streamfield([]), "comments": inline_formset([]), "action-publish": "action-publish"}
    sent = publish_anyway(client, client.post(revert, nested_form_data(data)))
    assert sent.status_code == 302, sent.context["form"].errors
    assert notes(guide) == [went_back(), BANDS]
