"""The files of a brief."""

from typing import Any

from crispy_forms.layout import HTML, Layout

from enquiries.attachments.forms import FilesForm


class BriefFilesForm(FilesForm):
    """Adds files to a draft; without any, the client goes on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """With the buttons that topics have. The hidden field that tells whether all has arrived stays the last."""
        super().__init__(*args, **kwargs)
        self.fields["attachments"].required = False
        self.all_optional = True
        self.helper.layout = Layout("attachments", HTML("{% include 'enquiries/brief/actions.html' %}"), "whole")
