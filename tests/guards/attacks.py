"""What a consultant might send to touch pages of a specialism they don't lead: plausible forms, each with its address."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState

from specialisms.models import SpecialismPage
from support_pages.admin.publication import Publication
from support_pages.models import SupportPage
from tests.guards.estate import OF_LEDGER, Estate, address
from tests.guards.forms import answers
from tests.guards.subjects import Route

ACTIONS = ("", "action-publish", "action-submit", "action-cancel-workflow", "action-restart-workflow")


@dataclass(frozen=True)
class Attack:
    """A form, and where it is sent."""

    name: str
    address: str
    data: Any = field(default_factory=dict)


def edits(estate: Estate, superuser: Client) -> Iterator[Attack]:
    """The whole form of each page outside, filled as its owner would, with each of its buttons."""
    half = estate.outside
    for page in (half.guide, half.specialism, half.narrower, half.submitted, half.scheduled, estate.otto.consultant):
        where = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = form_of(superuser, where, page.specific)
        for action in ACTIONS:
            yield Attack(
                f"edit {page} {action}", where, filled(form, title="Mine now", **({action: "1"} if action else {}))
            )
        for word in ("approve", "reject"):
            extra = {"action-workflow-action": "1", "workflow-action-name": word}
            yield Attack(f"{word} {page} in the editor", where, filled(form, **extra))
        if page.latest_revision:
            old = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id])
            yield Attack(f"revert {page}", old, filled(form, title="Old"))


def additions(estate: Estate, superuser: Client) -> Iterator[Attack]:
    """New pages where nobody asked for them."""
    for model, parent in ((SupportPage, estate.outside.specialism), (SpecialismPage, estate.directory)):
        names = [model._meta.app_label, model._meta.model_name]
        where = reverse("wagtailadmin_pages:add", args=[*names, parent.pk])
        form = form_of(superuser, where, model)
        for action in ACTIONS[:3]:
            data = filled(form, title="New", slug="new", **({action: "1"} if action else {}))
            yield Attack(f"add under {parent} {action}", where, data)
    imported = SimpleUploadedFile("guide.md", b"# A guide\n\nText.\n")
    yield Attack("import", reverse("import_guide", args=[estate.outside.specialism.pk]), {"file": imported})


def departures(estate: Estate) -> Iterator[Attack]:
    """Moving, copying, ordering, deleting and so on, of what is outside, and of what is inside to the outside."""
    out, home = estate.outside, estate.inside
    pairs = ((out.guide, home.specialism), (home.guide, out.specialism), (out.narrower, home.second))
    for page, target in pairs:
        there = {"new_parent_page": target.pk, "new_title": "Copy", "new_slug": "copy"}
        yield Attack(f"move {page}", reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))
        for extra in ({}, {"publish_copies": "on"}, {"alias": "on"}, {"copy_subpages": "on", "alias": "on"}):
            copying = reverse("wagtailadmin_pages:copy", args=[page.pk])
            yield Attack(f"copy {page} {extra}", copying, there | extra)
        yield from bulk("move", [page], chooser=target.pk)
    for page in (out.guide, out.specialism, home.specialism):
        for place in ("0", "1"):
            where = reverse("wagtailadmin_pages:set_page_position", args=[page.pk])
            yield Attack(f"order {page}", f"{where}?position={place}")
    pages = (out.guide, out.specialism, out.narrower, out.submitted, out.scheduled, out.alias, estate.directory)
    for page in (*pages, estate.home, estate.otto.consultant, estate.ines.consultant):
        for name in ("delete", "unpublish", "lock", "unlock", "convert_alias"):
            yield Attack(f"{name} {page}", reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
        for restriction in ({"restriction_type": "login"}, {"restriction_type": "none"}):
            privacy = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
            yield Attack(f"privacy of {page}", privacy, restriction)
        shown = {"shown": Publication(page.specific, estate.otto).shown, "reason": "I say so"}
        yield Attack(f"gate of {page}", reverse("thread:publish", args=[page.pk]), shown)
        for action in ("delete", "unpublish", "publish"):
            yield from bulk(action, [page, home.guide], include_descendants="on")


def bulk(action: str, pages: list[Page], **data: Any) -> Iterator[Attack]:
    """One bulk action, and the same for everything in the parent's list."""
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    chosen = "&".join(f"id={page.pk}" for page in pages)
    yield Attack(f"{action} together {pages}", f"{where}?{chosen}&next=/admin/", data)
    listed = pages[0].get_parent().pk
    yield Attack(f"{action} all beside {pages[0]}", f"{where}?id=all&childOf={listed}&next=/admin/", data)


def workflows(estate: Estate) -> Iterator[Attack]:
    """Deciding about what was submitted elsewhere, from the window of the list."""
    for page in (estate.outside.submitted, estate.inside.guide):
        state = TaskState.objects.get(workflow_state=estate.outside.state)
        for word in ("approve", "reject"):
            where = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, word, state.pk])
            yield Attack(f"{word} {page}", where, {"comment": "Fine."})
    scheduled = estate.outside.scheduled
    where = reverse("wagtailadmin_pages:revisions_unschedule", args=[scheduled.pk, scheduled.latest_revision_id])
    yield Attack("unschedule", where)


def evidence(estate: Estate, superuser: Client) -> Iterator[Attack]:
    """Figures of elsewhere written, moved and confirmed; our own put there; pictures and documents of others taken away."""
    out, home = estate.outside, estate.inside
    for space in ("facts", "roles", "pay_bands"):
        name = OF_LEDGER[space]
        theirs, ours = getattr(out, name), getattr(home, name)
        forms = {figure: fields_of(superuser, reverse(f"{space}:edit", args=[figure.pk])) for figure in (theirs, ours)}
        note = {"source_name": "Mine now", "mission": "Mine now"}
        yield Attack(f"edit {space}", reverse(f"{space}:edit", args=[theirs.pk]), filled(forms[theirs], **note))
        yield Attack(
            f"edit {space} by way of a copy", reverse(f"{space}:copy", args=[theirs.pk]), filled(forms[theirs], **note)
        )
        yield Attack(f"delete {space}", reverse(f"{space}:delete", args=[theirs.pk]))
        elsewhere = {"specialism": str(out.specialism.pk), "name": "Mine", "place": "Leeds"}
        yield Attack(f"place {space}", reverse(f"{space}:edit", args=[ours.pk]), filled(forms[ours], **elsewhere))
        yield Attack(f"add {space}", reverse(f"{space}:add"), filled(forms[ours], **elsewhere))
    until = str(timezone.localdate() + datetime.timedelta(days=99))
    yield Attack("confirm", reverse("facts:confirm", args=[out.fact.pk]), {"valid_until": until})
    for space, name in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        where = reverse(f"{space}:delete", args=[estate.things[name].pk])
        yield Attack(f"remove {name}", where)
    guide = reverse("wagtailadmin_pages:edit", args=[home.guide.pk])
    form = form_of(superuser, guide, home.guide)
    form.setlist("also_supports", [str(out.specialism.pk)])
    yield Attack("list a guide", guide, filled(form, **{"action-publish": "1"}))


def accounts(estate: Estate) -> Iterator[Attack]:
    """Becoming somebody else."""
    for pk in (estate.ines.pk, estate.otto.pk):
        where = reverse("wagtailusers_users:edit", args=[pk])
        yield Attack(
            "become another", where, {"username": "x", "consultant": estate.otto.consultant.pk, "is_superuser": "on"}
        )
    mine = reverse("wagtailadmin_account")
    yield Attack("account", mine, {"consultant": estate.otto.consultant.pk, "is_superuser": "on", "groups": "1"})
    task = {"create-task-name": "Mine", "create-task-groups": "1", "task_type": "wagtailcore.groupapprovaltask"}
    yield Attack("step", reverse("wagtailadmin_workflows:task_chooser_create"), task)
    yield Attack(
        "step",
        reverse("wagtailadmin_workflows:task_chooser_create") + "?create_model=wagtailcore.groupapprovaltask",
        task,
    )
    mandate = reverse("mandates:inspect", args=[estate.outside.mandate.pk])
    yield Attack("mandate", mandate, {"status": "closed", "assigned_to": estate.ines.pk})
    ahead = {"time_1": "2031-01-06 10:00", "minutes": "30", "way": "I call you."}
    yield Attack("mandate", reverse("mandates:offer_times", args=[estate.outside.mandate.pk]), ahead)


def everywhere(estate: Estate, routes: list[Route]) -> Iterator[Attack]:
    """A form with something in every field that any form might have, to every address."""
    target = estate.inside.specialism.pk
    data = {
        "new_parent_page": target,
        "chooser": target,
        "new_title": "X",
        "new_slug": "x",
        "title": "X",
        "slug": "x",
        "name": "X",
        "restriction_type": "login",
        "action-publish": "1",
        "publish_copies": "on",
        "include_descendants": "on",
        "consultant": estate.otto.consultant.pk,
        "role": 1,
        "mark_as_active": "False",
        "old_path": "/x",
        "redirect_link": "/y",
    }
    for route in routes:
        yield Attack(route.route, address(estate, estate.outside, route), data)


def form_of(client: Client, where: str, page: Page | type[Page]) -> QueryDict:
    """What a browser sends that shows the form to somebody who may see it."""
    return answers(client.get(where).content.decode(), page)


def fields_of(client: Client, where: str) -> QueryDict:
    """The same for a form that is no page's."""
    data = QueryDict(mutable=True)
    for box in client.get(where).context["form"]:
        value = box.value()
        if value not in (None, False, []):
            data[box.html_name] = str(value)
    return data


def filled(form: QueryDict, **fields: str) -> QueryDict:
    """The form with some fields changed."""
    data = form.copy()
    for name, value in fields.items():
        data[name] = value
    return data
