"""What the ledger's screens have in common: they ask whether somebody may change this very figure.

Wagtail's views for models ask its policies only whether somebody may change figures at all.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms import ModelForm
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from specialisms.keepers import LedgerPermissionPolicy


class OfTheirs:
    """For a view that changes a figure: only one that is theirs to change."""

    def get_object(self, queryset: Any = None) -> Model:
        """The figure, or a refusal."""
        figure: Model = super().get_object(queryset)  # type: ignore[misc]  # mixed into views that have it
        if not self.user_has_permission_for_instance(self.permission_required, figure):  # type: ignore[attr-defined]  # as above
            raise PermissionDenied
        return figure


class Placing:
    """For a view with a figure's form: it is put only where they may add figures; where it stands already it may stay."""

    elsewhere = _("Choose a specialism in which you may publish.")

    def is_valid(self, form: ModelForm) -> bool:
        """Say beside the specialism where it cannot be put."""
        if not super().is_valid(form):  # type: ignore[misc]  # mixed into views that have it
            return False
        stays = form.instance.pk and "specialism" not in form.changed_data
        if stays or self.user_has_permission_for_instance("add", form.instance):  # type: ignore[attr-defined]  # as above
            return True
        form.add_error("specialism", self.elsewhere)
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]  # as above
        return False


class LinkToEdit:
    """For a view that shows a figure: a link to its form only for those who may change it."""

    def get_edit_url(self, *figure: Model) -> str | None:
        """The address of the form."""
        if not self.user_has_permission_for_instance("change", self.object):  # type: ignore[attr-defined]  # mixed into views that have it
            return None
        return super().get_edit_url(*figure)  # type: ignore[misc]  # as above


class CreateView(Placing, generic.CreateView):
    """A new figure."""


class CopyView(generic.CopyView):
    """The form of a new figure, filled as another one is."""

    http_method_names = [
        "get",
        "head",
        "options",
    ]  # it is sent to where new ones are; here it would change the other one


class EditView(Placing, OfTheirs, generic.EditView):
    """The form of a figure."""


class DeleteView(OfTheirs, generic.DeleteView):
    """Deleting a figure."""


class InspectView(LinkToEdit, generic.InspectView):
    """A figure to read."""


class HistoryView(LinkToEdit, generic.HistoryView):
    """Who changed a figure."""

    @property
    def header_buttons(self) -> list[Any]:
        """Wagtail's one button leads to the form."""
        return super().header_buttons if self.get_edit_url(self.object) else []


class UsageView(LinkToEdit, generic.UsageView):
    """What names a figure."""


class FigureColumn(TitleColumn):
    """A figure's title in a list: leads to its form, or for those who may not change it to where they can read it."""

    def __init__(self, name: str, space: str, policy: LedgerPermissionPolicy, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.space, self.policy = space, policy

    def get_link_url(self, instance: Any, parent_context: Any) -> str:
        """By what whoever looks at the list may do."""
        user = parent_context["request"].user
        may_change = self.policy.user_has_permission_for_instance(user, "change", instance)
        return reverse(f"{self.space}:{'edit' if may_change else 'inspect'}", args=[instance.pk])


class LedgerViewSet(ModelViewSet):
    """Screens of which each asks about the figure at hand."""

    inspect_view_enabled = True
    copy_view_enabled = True
    add_view_class = CreateView
    copy_view_class = CopyView
    edit_view_class = EditView
    delete_view_class = DeleteView
    inspect_view_class = InspectView
    history_view_class = HistoryView
    usage_view_class = UsageView
