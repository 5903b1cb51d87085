"""Roles in the CMS."""

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.models import ReferenceIndex

from specialisms.admin.ledger import CreateView, DeleteView, EditView, FigureColumn, LedgerViewSet
from specialisms.keepers import ROLES
from specialisms.models import Role

ELSEWHERE = _("Choose a specialism in which you may publish. A new role may also have none.")


class RoleIndexView(generic.IndexView):
    """The list."""

    def get_base_queryset(self) -> QuerySet[Role]:
        """With what a row names, without the texts of pages."""
        return Role.objects.select_related("specialism").defer(
            "specialism__body", "specialism__key_figures", "specialism__remit"
        )


class CreateRoleView(CreateView):
    """A new role."""

    elsewhere = ELSEWHERE


class EditRoleView(EditView):
    """A role's form."""

    elsewhere = ELSEWHERE


class DeleteRoleView(DeleteView):
    """A role that pay bands or pages name stays."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Delete it, or say who names it."""
        pages = ReferenceIndex.get_references_to(self.object).filter(base_content_type__model="page")
        count = pages.values("object_id").distinct().count()
        bands = self.object.pay_bands.count()
        if not count and not bands:
            return super().form_valid(form)
        message = _now("%(bands)s pay bands and %(pages)s pages name this role, so it cannot be deleted.")
        messages.error(self.request, message % {"bands": bands, "pages": count})
        return redirect("roles:edit", self.object.pk)


class RoleViewSet(LedgerViewSet):
    """The roles the agency recruits for."""

    model = Role
    name = "roles"
    permission_policy = ROLES
    icon = "user"
    menu_label = _("Roles")
    search_backend_name = None  # the table itself: what was written a moment ago is found at once
    search_fields = ["name", "alternative_titles", "mission"]
    index_view_class = RoleIndexView
    add_view_class = CreateRoleView
    edit_view_class = EditRoleView
    delete_view_class = DeleteRoleView
    inspect_view_fields_exclude = ["id"]
    list_per_page = 50
    list_filter = ["specialism"]
    list_display = [
        FigureColumn("name", "roles", ROLES, label=_("Name"), sort_key="name"),
        Column("mission", label=_("Mission")),
        Column("specialism", label=_("Specialism"), sort_key="specialism__title"),
    ]
