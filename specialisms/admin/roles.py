"""Roles in the CMS."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import ReferenceIndex

from specialisms.models import Role


class DeleteRoleView(generic.DeleteView):
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


class RoleViewSet(ModelViewSet):
    """The roles the agency recruits for."""

    model = Role
    name = "roles"
    icon = "user"
    menu_label = _("Roles")
    search_backend_name = None  # the table itself: what was written a moment ago is found at once
    search_fields = ["name", "alternative_titles", "mission"]
    delete_view_class = DeleteRoleView
    list_per_page = 50
    list_filter = ["specialism"]
    list_display = [
        TitleColumn("name", label=_("Name"), url_name="roles:edit", sort_key="name"),
        Column("mission", label=_("Mission")),
        Column("specialism", label=_("Specialism"), sort_key="specialism__title"),
    ]
