"""The form of a guide in the CMS."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlockValidationError, StreamValue

from agency.forms import BasePageForm
from specialisms.models import SpecialismPage


class SpecialismTree(forms.CheckboxSelectMultiple):
    """All specialisms as boxes in the order of the tree, with a field that looks for one. In one query.

    ``home`` is the specialism that cannot be chosen, since the guide stands there already.
    """

    home: int | None = None

    class Media:
        js = ["js/admin/specialism-tree.js"]

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Each box with its level, and with the names above it."""
        groups: list[Any] = super().optgroups(name, value, attrs)
        names: dict[str, str] = {}
        for _group, options, _index in groups:
            for option in options:
                page = option["value"].instance
                names[page.path] = page.title
                above = [
                    names[page.path[:end]]
                    for end in range(0, len(page.path), page.steplen)
                    if page.path[:end] in names
                ]
                option |= {"page": page, "trail": " › ".join(above), "level": len(above)}
                if page.pk == self.home:
                    option |= {"is_home": True, "selected": False}
        return groups

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """By a template of the project, among which Django's own renderer does not look."""
        return render_to_string("support_pages/admin/specialism_tree.html", self.get_context(name, value, attrs))


class SupportPageForm(BasePageForm):
    """Wagtail's; a guide is no guest where it stands, and pins each other guide once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("also_supports")
        if field:
            field.queryset = SpecialismPage.objects.defer_streamfields().defer("remit").order_by("path")
            field.widget.home = self.parent_page.pk if self.parent_page else None

    def clean_also_supports(self) -> Any:
        """Refuse the specialism that the guide stands under, and new ones in which whoever chooses them may not publish.

        A lead or a reviewer who publishes what somebody else chose may have no say there. So no version, whoever saved it
        and whoever publishes it, names a specialism for which nobody with that right has chosen to list the guide.
        """
        chosen = self.cleaned_data["also_supports"]
        if self.parent_page and any(page.pk == self.parent_page.pk for page in chosen):
            message = _("It stands under “%(title)s”, which lists it already. Choose other specialisms only.")
            raise ValidationError(message, params={"title": self.parent_page.title})
        before = {page.pk for page in self.initial.get("also_supports") or ()}
        for page in chosen:
            if page.pk not in before and not self._may_list_guides(page):
                message = _("Only somebody who may publish under “%(title)s” can have it list a guide. Ask them to.")
                raise ValidationError(message, params={"title": page.title})
        return chosen

    def _may_list_guides(self, specialism: SpecialismPage) -> bool:
        return self.for_user is None or bool(specialism.permissions_for_user(self.for_user).can_publish())

    def clean_pinned(self) -> StreamValue:
        """Refuse the guide itself, and one that is chosen twice, beside the block it is chosen in."""
        chosen: StreamValue = self.cleaned_data["pinned"]
        problems = {number: ValidationError(why) for number, why in self._misplaced(chosen)}
        if problems:
            raise StreamBlockValidationError(block_errors=problems)
        return chosen

    def _misplaced(self, chosen: StreamValue) -> Iterator[tuple[int, Any]]:
        seen: set[int] = set()
        for number, child in enumerate(chosen):
            if child.value is None:
                continue
            if child.value.pk == self.instance.pk:
                yield number, _("This is the guide itself. Choose another one.")
            elif child.value.pk in seen:
                yield number, _("This guide is chosen already.")
            seen.add(child.value.pk)
