"""A page says enough, in order, and under a title and a description that fit where they are shown."""

import itertools
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.models import SupportPage
from support_pages.thread import cures
from support_pages.thread.rule import BOTH, GUIDE, Found, Severity, Subject, rule

FEWEST_WORDS = 300
LONGEST_TITLE = 60
LONGEST_DESCRIPTION = 160
"""What search engines show of a title and a description at most, in letters, on the usual screens."""


@rule("thin", Severity.WARNING, gettext_lazy("Thin"), about=GUIDE)
def thin(subject: Subject) -> Iterator[Found]:
    """A guide has at least three hundred words."""
    count = subject.page.counted_words() if subject.is_draft else subject.page.word_count
    if count < FEWEST_WORDS:
        message = _("It has %(count)s words. A guide of fewer than %(fewest)s seldom answers its question.")
        yield Found(
            message % {"count": count, "fewest": FEWEST_WORDS}, cures.edit(subject.page, _("Edit the text"), "body")
        )


@rule("skipped-heading", Severity.WARNING, gettext_lazy("Skipped heading level"), about=BOTH)
def skipped_heading(subject: Subject) -> Iterator[Found]:
    """No heading is more than one level below the one before it. What stands above the text opens a section."""
    above = subject.page.guide_heading if isinstance(subject.page, SupportPage) else subject.page.remit
    opens = 2 if above else 1
    levels = [(opens, ""), *subject.content.headings]
    for (before, _text), (level, text) in itertools.pairwise(levels):
        if level > before + 1:
            message = _("“%(heading)s” is a part without a section above it.") % {"heading": text}
            yield Found(message, cures.edit(subject.page, _("Edit the text"), "body"))


@rule("no-title", Severity.ERROR, gettext_lazy("No title"), about=BOTH)
def no_title(subject: Subject) -> Iterator[Found]:
    """The title has letters that can be seen."""
    if not any(unicodedata.category(letter)[0] in "LNPS" for letter in subject.page.meta_title):
        yield Found(_("Its title has no visible letter."), cures.edit(subject.page, _("Write one")))


@rule("long-title", Severity.WARNING, gettext_lazy("Title too long"), about=BOTH)
def long_title(subject: Subject) -> Iterator[Found]:
    """Search engines show the whole title."""
    length = len(subject.page.meta_title)
    if length > LONGEST_TITLE:
        message = _("Its title for search engines has %(length)s letters; after %(most)s it is cut.")
        words = {"length": length, "most": LONGEST_TITLE}
        yield Found(message % words, cures.edit(subject.page, _("Shorten it"), "seo_title"))


@rule("no-description", Severity.WARNING, gettext_lazy("No description"), about=BOTH)
def no_description(subject: Subject) -> Iterator[Found]:
    """There is something to show under the title."""
    if not subject.page.meta_description.strip():
        yield Found(
            _("Search engines have no description to show."),
            cures.edit(subject.page, _("Write one"), "search_description"),
        )


@rule("long-description", Severity.WARNING, gettext_lazy("Description too long"), about=BOTH)
def long_description(subject: Subject) -> Iterator[Found]:
    """Search engines show the whole description."""
    length = len(subject.page.meta_description)
    if length > LONGEST_DESCRIPTION:
        message = _("Its description for search engines has %(length)s letters; after %(most)s it is cut.")
        words = {"length": length, "most": LONGEST_DESCRIPTION}
        yield Found(message % words, cures.edit(subject.page, _("Shorten it"), "search_description"))
