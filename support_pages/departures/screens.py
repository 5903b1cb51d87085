"""The screens before one page is deleted, unpublished or moved, in Wagtail's own flow; and the redirects after it."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.unpublish import Unpublish
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page, ReferenceIndex

from agency.leaving import Leaving
from agency.models import User
from support_pages.departures.departure import Action, Departure
from support_pages.departures.forms import DepartureForm

AFTER_REFUSALS = 50
"""Order of our hooks: those that refuse come first (``agency.keeping``)."""
CHANGED = gettext_lazy("Something has changed since you opened this page. Nothing was done: look again, then confirm.")


@dataclass(frozen=True)
class Words:
    """What the screen of one action says."""

    title: Promise
    yes: Promise
    no: Promise


DELETE = Words(gettext_lazy("Delete"), gettext_lazy("Yes, delete it"), gettext_lazy("No, don’t delete it"))
MOVE = Words(gettext_lazy("Move"), gettext_lazy("Yes, move this page"), gettext_lazy("No, don’t move it"))


@dataclass
class Pending:
    """A departure that was confirmed: what has to be done once Wagtail has done its part."""

    leaving: Leaving
    target: Page


class DepartingRequest(HttpRequest):
    """A request on its way through Wagtail's view: what the screen asked, and what is to be done afterwards."""

    departure_form: DepartureForm
    departure: Pending


def form_for(request: HttpRequest, departure: Departure) -> DepartureForm:
    """The form that confirms a departure, with what was sent."""
    return DepartureForm(request.POST if request.method == "POST" else None, departure=departure)


def remember(request: HttpRequest, form: DepartureForm) -> None:
    """Note what is done after the pages have left."""
    target = form.cleaned_data.get("target")
    if target is not None:
        cast(DepartingRequest, request).departure = Pending(form.departure.leaving(), target)


def finish(request: HttpRequest, *, for_good: bool) -> None:
    """Make the redirects of a departure that was confirmed, and say how many."""
    pending: Pending | None = getattr(request, "departure", None)
    if pending is None:
        return
    if for_good:
        count = pending.leaving.send_on_for_good(pending.target)
    else:
        ids = {address.page for address in pending.leaving.addresses}
        gone = set(Page.objects.filter(pk__in=ids, live=False).values_list("pk", flat=True))
        count = pending.leaving.send_on_for_now(pending.target, cast(User, request.user), gone)
    if count:
        words = ngettext(
            "%(count)s address leads to “%(title)s” now.", "%(count)s addresses lead to “%(title)s” now.", count
        )
        messages.info(request, words % {"count": count, "title": pending.target.title})


def _confirm(
    request: HttpRequest, departure: Departure, show: Callable[[DepartureForm, int], HttpResponse]
) -> HttpResponse | None:
    """Nothing if a departure is confirmed as it was shown; else its screen."""
    form = form_for(request, departure)
    if request.method != "POST":
        return show(form, HTTPStatus.OK)
    if not form.is_valid():
        return show(form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if not form.confirms_what_was_shown():
        messages.warning(request, CHANGED)
        return show(form, HTTPStatus.UNPROCESSABLE_ENTITY)
    remember(request, form)
    return None


def _screen(request: HttpRequest, form: DepartureForm, status: int, **context: Any) -> TemplateResponse:
    departure = form.departure
    page = departure.roots[0]
    words = DELETE if departure.action == Action.DELETE else MOVE
    context = {
        "page": page,
        "departure": departure,
        "form": form,
        "media": form.media,
        "words": words,
        "page_title": words.title,
        "header_title": f"{words.title}: {page.get_admin_display_title()}",
        "page_subtitle": page.get_admin_display_title(),
        "header_icon": "doc-empty-inverse",
        "descendants": page.get_descendant_count(),
        "may_unpublish": page.permissions_for_user(request.user).can_unpublish(),
        "next": get_valid_next_url_from_request(request),
        **context,
    }
    return TemplateResponse(request, "support_pages/admin/departure.html", context, status=status)


@hooks.register("before_delete_page", order=AFTER_REFUSALS)
def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Show what a deletion does; Wagtail's own screen if the database forbids it."""
    if ReferenceIndex.get_references_to(page).group_by_source_object().is_protected:
        return None
    departure = Departure(Action.DELETE, [page], cast(User, request.user))

    def show(form: DepartureForm, status: int) -> HttpResponse:
        count = page.get_descendant_count() + 1
        return _screen(
            request,
            form,
            status,
            submit_url=reverse("wagtailadmin_pages:delete", args=[page.pk]),
            cancel_url=reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
            total_pages=count,
            type_to_confirm=count >= getattr(settings, "WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT", 10),
            wagtail_site_name=settings.WAGTAIL_SITE_NAME,
        )

    if request.method == "POST" and not type_to_delete_confirmation(request):
        return show(form_for(request, departure), HTTPStatus.UNPROCESSABLE_ENTITY)
    return _confirm(request, departure, show)


@hooks.register("before_move_page", order=AFTER_REFUSALS)
def before_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Show what a move does; one within the same parent only changes the order."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
    if page.is_child_of(destination):
        return None
    departure = Departure(Action.MOVE, [page], cast(User, request.user), destination)

    def show(form: DepartureForm, status: int) -> HttpResponse:
        return _screen(
            request,
            form,
            status,
            destination=destination,
            submit_url=reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk]),
            cancel_url=reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        )

    return _confirm(request, departure, show)


@hooks.register("before_unpublish_page", order=AFTER_REFUSALS)
def before_unpublish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Take what the screen asked; Wagtail shows it (``templates/wagtailadmin/pages/confirm_unpublish.html``)."""

    def show(form: DepartureForm, status: int) -> HttpResponse:
        again = cast(DepartingRequest, copy.copy(request))
        again.method = "GET"
        again.departure_form = form
        response = Unpublish.as_view()(again, page.pk)
        response.status_code = status
        return response

    return _confirm(request, Departure(Action.UNPUBLISH, [page], cast(User, request.user)), show)


def form_before_unpublishing(request: HttpRequest, page: Page) -> DepartureForm:
    """The form on Wagtail's screen: the one that was refused, else a new one."""
    carrying = cast(DepartingRequest, request)
    if not hasattr(carrying, "departure_form"):
        carrying.departure_form = form_for(request, Departure(Action.UNPUBLISH, [page], cast(User, request.user)))
    return carrying.departure_form


@hooks.register("after_delete_page")
def after_delete(request: HttpRequest, _page: Page) -> None:
    """Send readers on for good."""
    finish(request, for_good=True)


@hooks.register("after_unpublish_page")
def after_unpublish(request: HttpRequest, _page: Page) -> None:
    """Send readers on until the page is back."""
    finish(request, for_good=False)


@hooks.register("after_move_page")
def after_move(request: HttpRequest, page: Page) -> None:
    """Say that old addresses lead on: they do since the page moved (``agency.addresses``)."""
    if page.live:
        messages.info(request, _("Its old addresses lead to the new ones; links in texts follow by themselves."))
