"""Roles in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from specialisms.admin.keeping import DeleteRoleView
from specialisms.models import Role


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
