"""Exports that no spreadsheet takes for formulas."""

from collections.abc import Callable
from typing import Any

from specialisms.pay.files import protect


class ProtectedExport:
    """Protects every cell of a CSV; XLSX says itself that a cell is text."""

    def get_preprocess_function(self, field: str, value: Any, export_format: str) -> Callable[[Any], Any] | None:
        """Wagtail's own conversion, then the protection."""
        convert = super().get_preprocess_function(field, value, export_format)  # type: ignore[misc]  # mixed into a view that has it
        if export_format != "csv":
            return convert
        return lambda cell: protect(str(convert(cell) if convert else cell))
