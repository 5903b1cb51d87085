"""The window in which editors choose a fact."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

SEARCHED = ("says", "geography", "source_name", "specialism__title")


class FactFilterForm(BaseFilterForm):
    """Every word must stand somewhere in what a fact says, its place, its source or its specialism."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        """Ask the table itself: a fact written a moment ago can be chosen at once."""
        objects = super().filter(objects)
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            objects = objects.filter(Q(*((f"{name}__icontains", word) for name in SEARCHED), _connector=Q.OR))
        return objects


class Columns:
    """What a fact says with its value, where it holds, and until when."""

    filter_form_class = FactFilterForm

    @property
    def columns(self) -> list[Column]:
        """Beside the title, what tells facts apart."""
        return [
            *super().columns,  # type: ignore[misc]  # mixed into views that have it
            Column("geography", label=_("Place")),
            Column("specialism", label=_("Specialism")),
            Column("state_line", label=_("State")),
        ]

    def get_object_list(self) -> QuerySet:
        """With the specialisms."""
        return super().get_object_list().select_related("specialism")  # type: ignore[misc]  # as above


class ChooseFactView(Columns, ChooseView):
    """The window."""


class ChooseFactResultsView(Columns, ChooseResultsView):
    """The list in it."""


class ChosenFactView(ChosenView):
    """What the editor's page learns of the choice."""

    def get_chosen_response_data(self, item: Any) -> dict[str, Any]:
        """With the value as readers see it, for text that shows it."""
        return {**super().get_chosen_response_data(item), "value": item.value}


class FactChooserViewSet(ChooserViewSet):
    """All facts, searched by what they say, their place, source or specialism."""

    model = "specialisms.Fact"
    icon = "order"
    choose_one_text = _("Choose a fact")
    choose_another_text = _("Choose another fact")
    edit_item_text = _("Edit this fact")
    choose_view_class = ChooseFactView
    choose_results_view_class = ChooseFactResultsView
    chosen_view_class = ChosenFactView


fact_chooser = FactChooserViewSet("fact_chooser")
