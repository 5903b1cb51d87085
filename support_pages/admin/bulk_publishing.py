"""Publishing several pages at once: none with others that must not go live, and whatever there is to say asks first."""

import hashlib
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any, cast

from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page
from wagtail.models import Site as WagtailSite

from agency.models import User
from support_pages.admin.publication import Publication
from support_pages.thread.blocking import address_taken, hold_questions
from support_pages.thread.site import Site


@hooks.register("before_bulk_action")
def look_before_publishing(
    request: HttpRequest, action_type: str, objects: list[Page], action: BulkAction
) -> HttpResponse | None:
    """Publish nothing as long as a page among them should not be; show whatever there is to say, and ask."""
    if action_type != "publish":
        return None
    with_drafts = action.get_execution_context()["include_descendants"]
    publications = list(_publications(request, objects, with_drafts=with_drafts))
    _refuse_same_addresses(publications)
    if any(publication.obstacles for publication in publications):
        return _screen(request, action, publications=publications, blocked=True)
    hold_questions(publication.version for publication in publications)
    _rehearse(action, publications)
    shown = hashlib.sha256("".join(publication.shown for publication in publications).encode()).hexdigest()[:32]
    blocked = any(publication.errors for publication in publications)
    is_confirmed = not blocked and request.POST.get("shown") == shown
    if is_confirmed or not any(publication.asks for publication in publications):
        return None
    problems = [problem for publication in publications for problem in publication.problems]
    return _screen(request, action, publications=publications, blocked=blocked, problems=problems, shown=shown)


def _screen(request: HttpRequest, action: BulkAction, **context: Any) -> TemplateResponse:
    context |= {
        "with_drafts": action.get_execution_context()["include_descendants"],
        "submit_url": request.get_full_path(),
        "next": action.next_url,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return TemplateResponse(request, "support_pages/admin/bulk_publish.html", context, status=status)


def _publications(request: HttpRequest, objects: list[Page], *, with_drafts: bool) -> Iterator[Publication]:
    """What would be published, in the order of the tree."""
    chosen = Q(pk__in=[page.pk for page in objects])
    below = Q(pk__in=[])
    for page in objects if with_drafts else ():
        below |= Q(path__startswith=page.path, live=False) & ~chosen
    for page in Page.objects.filter(chosen | below).order_by("path").specific():
        if page in objects or page.permissions_for_user(request.user).can_publish():
            yield Publication(page, cast(User, request.user))


def _refuse_same_addresses(publications: Iterable[Publication]) -> None:
    """Each version is compared with the pages that are stored; two of them may want the same address, too."""
    seen: dict[tuple[str, str], Page] = {}
    for publication in publications:
        version = publication.version
        address = version.path[: -Page.steplen], version.slug
        if address in seen:
            publication.obstacles.append(address_taken(version, seen[address]))
        seen[address] = version


def _rehearse(action: BulkAction, publications: Iterable[Publication]) -> None:
    """Publish everything, look at each version among the others, and take it all back.

    A specialism that goes live with its guides is judged as it will be then: none of them is in the others' way as a
    draft, and what they do to each other is found.
    """
    site = Site()
    with transaction.atomic():
        objects, _without_access = action.get_actionable_objects()  # anew: publishing changes what it is given
        action.execute_action(objects, **action.get_execution_context())
        for publication in publications:
            publication.look(site)
        transaction.set_rollback(True)
    WagtailSite.clear_site_root_paths_cache()  # no database takes back what was read into the cache meanwhile
