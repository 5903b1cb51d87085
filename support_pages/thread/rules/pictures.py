"""Every picture says what it shows."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from support_pages.thread import cures
from support_pages.thread.rule import BOTH, Found, Severity, Subject, rule


@rule("no-alt-text", Severity.ERROR, gettext_lazy("Picture without alternative text"), about=BOTH)
def no_alt_text(subject: Subject) -> Iterator[Found]:
    """A picture has alternative text or is marked as decoration."""
    count = subject.content.unnamed_pictures
    if count:
        message = ngettext(
            "%(count)s picture has no alternative text.", "%(count)s pictures have no alternative text.", count
        )
        yield Found(message % {"count": count}, cures.edit(subject.page, _("Describe it"), "body"))
