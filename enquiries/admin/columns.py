"""Columns that several lists of the CMS have."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from wagtail.admin.ui.tables import Column

from agency.models import BrandSettings


class OfficeColumn(Column):
    """A date and a time on the clock of the office, as on the page of the mandate: promises are kept there."""

    cell_template_name = "enquiries/admin/office_cell.html"

    def get_cell_context_data(self, instance: Model, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """With the brand, which knows the zone."""
        brand = BrandSettings.load(parent_context.get("request"))
        return super().get_cell_context_data(instance, parent_context) | {"brand": brand}
