"""A translation keeps up with its original."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.thread import cures
from support_pages.thread.rule import BOTH, Found, Severity, Subject, rule

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@rule("outdated-translation", Severity.WARNING, gettext_lazy("Translation out of date"), about=BOTH, live_only=True)
def outdated_translation(subject: Subject) -> Iterator[Found]:
    """The original has not been published again since. A draft that was saved since is catching up."""
    original = subject.around.originals.get(subject.page.pk)
    if not original or not original.published_at:
        return
    page = subject.page
    moments = [page.last_published_at, page.latest_revision_created_at if subject.is_draft else None]
    if original.published_at > max((at for at in moments if at), default=LONG_AGO):
        message = _("“%(title)s”, which it translates, has been published again since.")
        yield Found(message % {"title": original.title}, cures.edit(subject.page))
