"""No two guides say the same."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.models.sketch import text_of
from support_pages.sketch import sketch
from support_pages.thread import cures
from support_pages.thread.rule import GUIDE, Found, Severity, Subject, rule


@rule("near-duplicate", Severity.WARNING, gettext_lazy("Says what another guide says"), about=GUIDE)
def near_duplicate(subject: Subject) -> Iterator[Found]:
    """No other live guide, in this cluster or another, shares half of its runs of four words."""
    site = subject.around.site
    own = sketch(text_of(subject.page)) if subject.is_draft else site.sketch_of(subject.page)
    alike = site.most_alike(own, subject.page)
    if alike:
        pk, title, share = alike
        message = _(
            "About %(share)s%% of its text also stands in “%(title)s”. Join them, or write what only this one says."
        )
        yield Found(message % {"share": round(share * 100), "title": title}, cures.edit_other(pk, title))
