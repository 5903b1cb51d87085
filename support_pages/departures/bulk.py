"""The same screens before several pages leave at once: Wagtail's bulk actions, which say what they do first."""

from collections.abc import Sequence
from functools import cached_property
from http import HTTPStatus
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, MoveBulkAction, UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveForm
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm, PageBulkAction
from wagtail.models import Page

from agency.models import User
from support_pages.departures.departure import Action, Departure
from support_pages.departures.forms import DepartureForm
from support_pages.departures.screens import CHANGED, finish, remember


class DeleteManyForm(DepartureForm):
    """Where readers are sent from pages that are deleted together."""


class UnpublishManyForm(DepartureForm, DefaultPageForm):
    """The same for pages that are unpublished together, and whether those under them go too."""


class MoveManyForm(DepartureForm, MoveForm):
    """Where pages move together."""


class DepartingBulkAction(PageBulkAction):
    """Shows what happens when the chosen pages leave, and does it only as it was shown."""

    template_name = "support_pages/admin/bulk_departure.html"
    wagtail_template: str
    """Wagtail's own screen, which ours adds to."""
    action: Action
    yes: Promise
    no: Promise

    @cached_property
    def departure(self) -> Departure:
        """The pages that the user may act upon, before anything is sent."""
        objects, _without_access = super().get_actionable_objects()
        return self._departure(objects)

    def _departure(self, pages: Sequence[Page], destination: Page | None = None) -> Departure:
        return Departure(self.action, [page.specific for page in pages], cast(User, self.request.user), destination)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form knows what leaves."""
        return {**super().get_form_kwargs(), "departure": self.departure}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What leaves, on Wagtail's own screen."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "departure": context["form"].departure,
            "wagtail_template": self.wagtail_template,
            "yes": self.yes,
            "no": self.no,
        }

    def prepare_action(self, objects: list[Page], objects_without_access: dict[str, Any]) -> HttpResponse | None:
        """Do it as it was shown, or show it again."""
        refusal = super().prepare_action(objects, objects_without_access)
        if refusal is not None:
            return refusal
        form = self.cleaned_form
        form.departure = self._departure(objects, form.cleaned_data.get("chooser"))
        if form.confirms_what_was_shown():
            remember(self.request, form)
            return None
        messages.warning(self.request, self.what_has_changed())
        return self._again(form)

    def what_has_changed(self) -> Promise:
        """Why the screen is shown again."""
        return CHANGED

    def form_invalid(self, form: DepartureForm) -> HttpResponse:
        """The screen again, with what was typed."""
        return self._again(form)

    def _again(self, form: DepartureForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY)


class DeleteMany(DepartingBulkAction, DeleteBulkAction):
    """Delete."""

    action = Action.DELETE
    wagtail_template = DeleteBulkAction.template_name
    form_class = DeleteManyForm
    yes, no = _("Yes, delete"), _("No, don’t delete")


class UnpublishMany(DepartingBulkAction, UnpublishBulkAction):
    """Unpublish."""

    action = Action.UNPUBLISH
    wagtail_template = UnpublishBulkAction.template_name
    form_class = UnpublishManyForm
    yes, no = _("Yes, unpublish"), _("No, don’t unpublish")


class MoveMany(DepartingBulkAction, MoveBulkAction):
    """Move. What changes where they go is shown once the place is chosen, and confirmed then."""

    action = Action.MOVE
    wagtail_template = MoveBulkAction.template_name
    form_class = MoveManyForm
    yes, no = _("Yes, move these pages"), _("No, don’t move")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The first step only names the place."""
        context = super().get_context_data(**kwargs)
        return context if context["departure"].destination else context | {"yes": _("Continue")}

    def what_has_changed(self) -> Promise:
        """That the place is known now."""
        return _("Nothing has moved yet. Look at what changes there, then confirm.")


for many in (DeleteMany, UnpublishMany, MoveMany):
    hooks.register("register_bulk_action", many, order=10)  # after Wagtail's own, whose places they take


@hooks.register("after_bulk_action")
def after_many(request: HttpRequest, action_type: str, _pages: list[Page], action: BulkAction) -> None:
    """Send readers on."""
    if isinstance(action, DepartingBulkAction):
        finish(request, for_good=action_type == DeleteMany.action_type)
