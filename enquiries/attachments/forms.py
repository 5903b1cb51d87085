"""The form by which a client adds files."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.attachments.keeping import Outcome, add_files
from enquiries.attachments.uploading import OVERSIZE
from enquiries.models import Mandate

ACCEPT = ".pdf,.docx,.odt,.txt"
"""What the browser's dialogue offers first; what we take is decided by content."""
INTERRUPTED = gettext_lazy("The files did not arrive whole. Nothing of them was kept: please send them again.")
TOO_LARGE = gettext_lazy(
    "This is more than 50 MB at once, so nothing of it was kept. A file may have 10 MB; send fewer or smaller ones."
)


class FilesInput(forms.FileInput):
    """One control for several files."""

    allow_multiple_selected = True


class FilesField(forms.Field):
    """The files that were sent, as they came: each is judged on its own, when it is kept."""

    widget = FilesInput

    def to_python(self, value: Any) -> list[UploadedFile]:
        """All files."""
        return list(value or [])


class FilesForm(forms.Form):
    """Adds files to a mandate. ``address`` is where it is sent, to a view that calls ``expect_files`` first.

    ``keep`` stores what is good and puts the rest beside the field.
    """

    attachments = FilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy(
            "PDF, Word (DOCX), ODT or plain text. At most five files of 10 MB each; you can choose several at once."
        ),
        widget=FilesInput(attrs={"accept": ACCEPT}),
        error_messages={"required": gettext_lazy("Choose a file")},
    )
    whole = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
    """The last field of the form: what is cut off on its way comes without it."""

    def __init__(self, *args: Any, mandate: Mandate, address: str = "", **kwargs: Any) -> None:
        """For one mandate."""
        super().__init__(*args, **kwargs)
        self.mandate = mandate
        self.helper = FormHelper()
        self.helper.form_class = "mandate-form"
        self.helper.form_action = address
        self.helper.disable_csrf = True  # no session, no cookie: see docs/decisions/0005
        self.helper.attrs = {"novalidate": True, "data-once": True, "enctype": "multipart/form-data"}
        self.helper.layout = Layout("attachments", Submit("add", _("Add files"), css_class="button"), "whole")

    def clean(self) -> dict[str, Any]:
        """Take nothing of a request that was cut off, or was too large to be read."""
        if not self.cleaned_data.get("whole"):
            self.errors.pop("attachments", None)
            self.add_error("attachments", TOO_LARGE if OVERSIZE in self.data else INTERRUPTED)
        return self.cleaned_data

    def keep(self, submitted: bool) -> Outcome:
        """Store what is good; afterwards ``errors`` has a line for each file that is not. Not inside a transaction."""
        if not self.is_valid():
            return Outcome()
        outcome = add_files(self.mandate, self.cleaned_data["attachments"], submitted)
        self._refuse(outcome.refused)
        return outcome

    def _refuse(self, refused: Sequence[tuple[str, Any]]) -> None:
        for name, reason in refused:
            said = _("%(name)s: %(reason)s") % {"name": name, "reason": reason}
            self.add_error("attachments", ValidationError(said))
