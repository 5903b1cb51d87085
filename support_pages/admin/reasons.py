"""Why somebody publishes in spite of errors, or what they say when they approve; and how the page's history tells it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

ACTION = "support_pages.override"
"""What the history of a page calls a publication in spite of errors."""
FEWEST_WORDS = 3


class CommentForm(forms.Form):
    """What is said with an approval, as in Wagtail's own window."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        help_text=gettext_lazy("Stays in the page’s history with your approval. May be empty."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class ReasonForm(forms.Form):
    """Why a page is published in spite of errors."""

    reason = forms.CharField(
        label=gettext_lazy("Why it is published in spite of the errors"),
        help_text=gettext_lazy("A few words for your colleagues. They stay in the page’s history."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )

    def clean_reason(self) -> str:
        """A reason has words."""
        reason = " ".join(self.cleaned_data["reason"].split())
        if len(reason.split()) < FEWEST_WORDS:
            raise forms.ValidationError(_("Say it in at least three words."))
        return reason


@hooks.register("register_log_actions")
def register_override(actions: LogActionRegistry) -> None:
    """What the page's history says of a publication in spite of errors."""

    @actions.register_action(ACTION)
    class OverrideFormatter(LogFormatter):
        label = gettext_lazy("Publish in spite of errors")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """Which errors there were."""
            codes = log_entry.data["codes"]
            words = ngettext(
                "Published in spite of %(count)s error: %(codes)s",
                "Published in spite of %(count)s errors: %(codes)s",
                len(codes),
            )
            return words % {"count": len(codes), "codes": ", ".join(codes)}

        def format_comment(self, log_entry: PageLogEntry) -> str:
            """Why."""
            return log_entry.data["reason"]
