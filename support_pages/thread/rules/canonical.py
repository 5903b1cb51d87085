"""A guide supports a canonical page that readers can see."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.thread import cures
from support_pages.thread.rule import GUIDE, Found, Severity, Subject, rule


@rule("canonical-missing", Severity.ERROR, gettext_lazy("Under no specialism"), about=GUIDE, needs_canonical=False)
def canonical_missing(subject: Subject) -> Iterator[Found]:
    """The page above a guide is a specialism; code and imports can put it elsewhere."""
    if subject.cluster.canonical is None:
        message = _("This guide stands under no specialism, so it has no canonical page and no siblings.")
        yield Found(message, cures.move(subject.page))


@rule("canonical-draft", Severity.ERROR, gettext_lazy("Specialism not published"), about=GUIDE)
def canonical_draft(subject: Subject) -> Iterator[Found]:
    """Its canonical page is live, or will be by the time at which a new guide is due."""
    canonical = subject.canonical
    if not canonical.live and not _comes_first(subject):
        message = _("Its specialism “%(title)s” is not published: the way up leads nowhere.")
        yield Found(message % {"title": canonical.title}, cures.edit_other(canonical.pk, canonical.title))


def _comes_first(subject: Subject) -> bool:
    """Whether the canonical page is scheduled to go live before the guide, which readers do not see until then either."""
    if subject.page.live or subject.page.go_live_at is None:
        return False
    due = subject.around.due.get(subject.canonical.pk)
    return due is not None and due <= subject.page.go_live_at


@rule("canonical-private", Severity.ERROR, gettext_lazy("Specialism private"), about=GUIDE)
def canonical_private(subject: Subject) -> Iterator[Found]:
    """Its canonical page can be read by anybody. Where that is set is where it is mended, perhaps further up."""
    canonical = subject.canonical
    private = subject.around.site.made_private_by(canonical)
    if private:
        message = _(
            "Its specialism “%(title)s” is private, and the guide with it: search engines and clients see neither."
        )
        yield Found(message % {"title": canonical.title}, cures.privacy(*private))
